"""What carries many articles: mailboxes, feeds, web archives, ZIP and tar files."""

import gzip
from datetime import date
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.domain import Article, Reject
from quotes.read import read_articles
from tests.carrier_samples import MAIL, SAMPLES, TEXT, tarred, warc, zipped


def read(path: Path, data: bytes) -> tuple[list[Article], list[Reject], list[str]]:
    path.write_bytes(data)
    said: list[str] = []
    items = list(read_articles([path], say=said.append))
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, Reject)], said


def test_a_message(tmp_path: Path) -> None:
    [article], rejects, _ = read(tmp_path / "boats.eml", MAIL)
    assert not rejects
    assert (article.id, article.text.strip(), article.title) == ("boats", TEXT.strip(), "Morning’s tide")
    assert (article.outlet, article.published) == ("The Tide", date(2022, 7, 22))


def test_a_mailbox_by_its_content(tmp_path: Path) -> None:
    articles, rejects, _ = read(tmp_path / "boats", SAMPLES["boats.mbox"])
    assert not rejects
    assert [a.id for a in articles] == ["boats-1", "boats-2"]
    assert [a.text.strip() for a in articles] == [TEXT.strip()] * 2
    assert articles[1].outlet == "tide.example"


def test_an_rss_file(tmp_path: Path) -> None:
    articles, [reject], said = read(tmp_path / "boats.xml", SAMPLES["boats.rss"])
    first, second = articles
    assert first.text == f"{TEXT.strip()}\n\nThey did."
    assert (first.title, first.url, first.byline) == ("Boats", "https://tide.example/boats", "Ann Lee")
    assert (first.outlet, first.published) == ("The Tide", date(2022, 7, 22))
    assert second.text == "“It blows,” said Ben Aldous."
    assert any("summaries" in sentence for sentence in said)
    assert reject.origin.endswith("boats.xml:3")


def test_an_atom_file(tmp_path: Path) -> None:
    [article], rejects, _ = read(tmp_path / "boats.atom", SAMPLES["boats.atom"])
    assert not rejects
    assert (article.id, article.text, article.byline) == ("tag:tide,1", TEXT.strip(), "Ann Lee")


def test_external_entities_stay_outside(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET", encoding="utf-8")
    feed = (
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss version="2.0"><channel><item><title>a</title>'
        "<description>Said &x; twice.</description></item></channel></rss>"
    )
    articles, _, _ = read(tmp_path / "a.rss", feed.encode())
    assert not any("SECRET" in a.text for a in articles)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_web_archive(tmp_path: Path, name: str) -> None:
    data = gzip.compress(warc()) if name.endswith("gz") else warc()
    [article], rejects, said = read(tmp_path / name, data)
    assert not rejects
    assert article.url == "https://tide.example/boats"
    assert "“The boats stay in until" in article.text
    assert "2 records" in said[-1]


def test_a_zipped_web_archive_is_read_without_its_indexes(tmp_path: Path) -> None:
    data = zipped(
        {"datapackage.json": b"{}", "pages/pages.jsonl": b"{}", "archive/data.warc.gz": gzip.compress(warc())}
    )
    [article], rejects, _ = read(tmp_path / "a.wacz", data)
    assert not rejects
    assert article.url == "https://tide.example/boats"


@pytest.mark.parametrize("name", ["boats.zip", "boats.tar", "boats.tar.gz"])
def test_a_container(tmp_path: Path, name: str) -> None:
    articles, rejects, said = read(tmp_path / name, SAMPLES[name])
    assert not rejects
    assert [a.id for a in articles] == ["2022/boats", "mail"]
    assert said == [f"{tmp_path / name}: 1 member was passed over, being of no known kind"]


def test_zstandard(tmp_path: Path) -> None:
    [article], rejects, _ = read(tmp_path / "boats.txt.zst", SAMPLES["boats.txt.zst"])
    assert not rejects
    assert (article.id, article.text) == ("boats", TEXT)


def test_a_container_in_a_container(tmp_path: Path) -> None:
    once = zipped({"inner.tar": tarred({"a.txt": TEXT.encode()})})
    articles, rejects, _ = read(tmp_path / "a.zip", once)
    assert (len(articles), rejects) == (1, [])
    _, [reject], _ = read(tmp_path / "b.zip", zipped({"again.zip": once}))
    assert reject.origin.endswith("b.zip!again.zip!inner.tar")


def test_names_of_members_are_harmless(tmp_path: Path) -> None:
    data = zipped({"../../up\x1b[2J\n.txt": TEXT.encode(), "/etc/b.txt": b"", "ok.txt": TEXT.encode() + b"More."})
    articles, [reject], _ = read(tmp_path / "a.zip", data)
    assert [a.id for a in articles] == ["up\\x1b[2J\\n", "ok"]
    assert reject.origin.endswith("a.zip!/etc/b.txt")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", gzip.compress(b"a" * 40_000_000)),
        ("a.zip", zipped({"a.txt": b"a" * 40_000_000})),
        ("a.txt.zst", zstandard.compress(b"a" * 40_000_000)),
        ("a.tgz", tarred({"a.txt": b"a" * 40_000_000}, "gz")),
    ],
)
def test_bombs_are_not_unpacked(tmp_path: Path, name: str, data: bytes) -> None:
    articles, [reject, *_], _ = read(tmp_path / name, data)
    assert not articles
    assert "200 times" in reject.reason


def test_a_member_without_a_name(tmp_path: Path) -> None:
    _, [reject], _ = read(tmp_path / "a.zip", zipped({"a.txt": TEXT.encode()}).replace(b"a.txt", b"\0.txt"))
    assert "no article" in reject.reason


def test_encrypted_members(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT.encode()}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    _, [reject], _ = read(tmp_path / "a.zip", bytes(data))
    assert "encrypted" in reject.reason


@pytest.mark.parametrize("name", ["boats.zip", "boats.tar.gz", "boats.txt.zst"])
def test_cut_files(tmp_path: Path, name: str) -> None:
    _, rejects, _ = read(tmp_path / name, SAMPLES[name][: len(SAMPLES[name]) // 2])
    assert rejects


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(SAMPLES)), damage=st.data())
def test_damage_never_raises(tmp_path: Path, name: str, damage: st.DataObject) -> None:
    data = bytearray(SAMPLES[name])
    for _ in range(damage.draw(st.integers(1, 4))):
        place = damage.draw(st.integers(0, len(data) - 1))
        data[place : place + damage.draw(st.integers(0, 20))] = damage.draw(st.binary(max_size=20))
        data = data or bytearray(b"x")
    articles, rejects, _ = read(tmp_path / name, bytes(data))
    assert articles or rejects

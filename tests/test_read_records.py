import csv
import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.domain import Article, Reject, identify
from quotes.errors import UsageError
from quotes.read import read_articles
from quotes.read.healing import heal
from quotes.read.incoming import Incoming
from quotes.read.json_records import parse_json_lines
from quotes.read.tables import parse_table

SPEECH = "“The bridge will open in May,” the mayor said."
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(
    lambda text: text.strip() != ""
)


def texts(items: list[Article | Reject]) -> list[str]:
    return [item.text for item in items if isinstance(item, Article)]


def reasons(items: list[Article | Reject]) -> list[tuple[str, str]]:
    return [(item.origin.rpartition("/")[2], item.reason) for item in items if isinstance(item, Reject)]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_record_gives_all_its_fields(tmp_path: Path) -> None:
    record = {
        "id": 17, "text": SPEECH, "title": " Bridge ", "url": "https://paper.example/1", "outlet": "The Paper",
        "published": "April 1, 2011", "byline": ["Ann Lee", "Bo Ek"], "section": "Local news",
        "desk": {"ignored": True},
    }  # fmt: skip
    path = write(tmp_path, "a.jsonl", json.dumps(record))
    assert list(read_articles([path], outlet="Other")) == [
        Article(
            "17",
            SPEECH,
            "Bridge",
            "https://paper.example/1",
            "The Paper",
            date(2011, 4, 1),
            "Ann Lee, Bo Ek",
            "Local news",
        )
    ]


def test_fields_are_mapped_and_a_bad_date_is_no_reject(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'headline,body,when,desk\nBridge,"A, b",soon,Local\n')
    fields = {"text": "body", "title": "headline", "published": "when", "section": "desk"}
    assert list(read_articles([path], fields=fields, outlet="The Paper")) == [
        Article(identify("A, b"), "A, b", title="Bridge", outlet="The Paper", section="Local")
    ]


def test_without_id_a_record_is_known_by_its_url_then_its_text(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"text": "x", "url": "u"}\n{"id": null, "text": "y"}\n{"id": "", "text": "z"}\n')
    assert [item.id for item in read_articles([path]) if isinstance(item, Article)] == [
        identify("u"), identify("y"), identify("z"),
    ]  # fmt: skip


def test_an_unknown_field_of_ours_is_said_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match=r"no field 'body'; it has id, text"):
        read_articles(["-"], fields={"body": "text"})


def test_broken_lines_cost_only_themselves(tmp_path: Path) -> None:
    lines = ['{"text": "one"}', "{broken", "", '["a list"]', '{"prose": "b", "author": "c"}', '{"text": 5}',
             '{"text": "  "}', '{"text": "half \\ud83d"}', '{"text": "nul \\u0000"}', "[" * 100_000,
             '{"n": ' + "9" * 5000 + "}", '{"text": "two"}']  # fmt: skip
    items = list(read_articles([write(tmp_path, "a.jsonl", "\n".join(lines))]))
    assert texts(items) == ["one", "two"]
    rejected = dict(reasons(items))
    assert list(rejected) == [f"a.jsonl:{number}" for number in (2, 4, 5, 6, 7, 8, 9, 10, 11)]
    assert "broken JSON" in rejected["a.jsonl:2"]
    assert "no object" in rejected["a.jsonl:4"]
    assert "it has: prose, author" in rejected["a.jsonl:5"]
    assert "--field text=NAME" in rejected["a.jsonl:5"]
    assert "a number" in rejected["a.jsonl:6"]
    assert "white space" in rejected["a.jsonl:7"]
    assert "surrogate" in rejected["a.jsonl:8"]
    assert "NUL" in rejected["a.jsonl:9"]


def test_a_latin_1_line_among_utf8_lines(tmp_path: Path) -> None:
    lines = ['{"text": "“caf\u00e9”"}'.encode(), b'{"text": "caf\xe9"}']
    assert texts(list(read_articles([write(tmp_path, "a.jsonl", b"\n".join(lines))]))) == ["“café”", "café"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"text": "one"}', ["one"]),
        ('{\n  "text": "one"\n}\n', ["one"]),
        ('\n[{"text": "one"},\n {"text": "two"}]', ["one", "two"]),
        ('{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        ('{broken\n{"text": "two"}\n', ["two"]),
    ],
)
def test_json_documents_hold_one_article_or_many(tmp_path: Path, content: str, expected: list[str]) -> None:
    assert texts(list(read_articles([write(tmp_path, "a.json", content)]))) == expected


@pytest.mark.parametrize("content", ["[]", "{broken", '"a string"', '[{"text": "one"},'])
def test_json_documents_without_articles_are_rejected(tmp_path: Path, content: str) -> None:
    items = list(read_articles([write(tmp_path, "a.json", content)]))
    assert len(items) == len(reasons(items)) == 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "text"], ["a", "one, two; three"], ["b", "four"]]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert texts(list(read_articles([write(tmp_path, "a.csv", out.getvalue())]))) == ["one, two; three", "four"]


def test_ragged_and_unreadable_rows_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = ["id,text", "a,one", "b,two, and more", "c", '"d","he said "no" twice"', "", 'e,"line\r\nbreak"', "f,last"]
    items = list(read_articles([write(tmp_path, "a.csv", "\n".join(lines))]))
    assert texts(items) == ["one", "line\r\nbreak", "last"]
    assert [origin for origin, _ in reasons(items)] == ["a.csv:3", "a.csv:4", "a.csv:5"]
    assert "3 cells where the header has 2" in reasons(items)[0][1]
    assert "double the quotation marks" in reasons(items)[2][1]


def test_a_quotation_mark_that_nothing_closes_is_said_with_its_line(tmp_path: Path) -> None:
    items = list(read_articles([write(tmp_path, "a.csv", 'id,text\na,one\nb,"two\nc,three\n')]))
    assert texts(items) == ["one"]
    assert reasons(items)[0][0] == "a.csv:3"
    assert "nothing closes" in reasons(items)[0][1]


def test_a_table_without_a_header_says_what_it_has(tmp_path: Path) -> None:
    items = list(read_articles([write(tmp_path, "a.csv", "1,The mayor spoke.\n2,She left.\n")]))
    assert len(items) == 1
    assert "header, names no field 'text' (it has: 1, The mayor spoke.)" in reasons(items)[0][1]


def test_huge_cells_and_lines_are_read(tmp_path: Path) -> None:
    huge = "“Long words,” she said. " * 220_000
    assert len(huge) > 5_000_000
    table = write(tmp_path, "a.csv", f"id,text\na,{huge.replace(',', '')}\n")
    lines = write(tmp_path, "b.jsonl", json.dumps({"text": huge}))
    plain = write(tmp_path, "c.txt", huge)
    assert [len(text) for text in texts(list(read_articles([table, lines, plain])))] == [
        len(huge.replace(",", "")), len(huge), len(huge),
    ]  # fmt: skip


@given(ANY_TEXT)
def test_json_lines_keep_every_code_point(text: str) -> None:
    for ascii_only in (True, False):
        line = json.dumps({"text": text}, ensure_ascii=ascii_only)
        assert texts(list(parse_json_lines([line + "\n"], Incoming("x")))) == [text]


@given(st.lists(ANY_TEXT, min_size=1))
def test_tables_keep_every_code_point(wanted: list[str]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["text", "n"], *([text, n] for n, text in enumerate(wanted))])
    assert texts(list(parse_table(io.StringIO(out.getvalue(), newline="\n"), Incoming("x")))) == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(ANY_TEXT)
def test_files_plain_and_zipped_keep_every_code_point_that_is_whole(tmp_path: Path, text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["id", "text"], ["x", text]])
    contents = {
        "a.txt": text,
        "a.jsonl": json.dumps({"id": "x", "text": text}, ensure_ascii=False),
        "a.csv": out.getvalue(),
    }
    for name, content in contents.items():
        data = content.encode("utf-8-sig")
        for path in (write(tmp_path, name, data), write(tmp_path, name + ".gz", gzip.compress(data, 1))):
            items = list(read_articles([path]))
            if path.name.startswith("a.txt") and text.startswith(("%PDF-", "PK\x03\x04", "{\\rtf")):
                continue
            assert texts(items) == [heal(text).text], items


def test_a_text_that_is_still_marked_up_is_read_as_a_browser_shows_it(tmp_path: Path) -> None:
    markup = (
        "<!-- body --><p>&ldquo;It&#39;s <b>open</b>,&rdquo; said <a href='/lee'>Ann\n O&rsquo;Lee</a>.</p>"
        "<script>track()</script>"
        "<blockquote><q>Never,</q> she said.<br>Then she left.</blockquote><ul><li>One</li><li>Two</li></ul>tail"
    )
    path = write(tmp_path, "desk.jsonl", json.dumps({"text": markup}))
    assert texts(list(read_articles([path]))) == [
        "“It's open,” said Ann O’Lee.\n\n“Never,” she said.\nThen she left.\n\nOne\n\nTwo\n\ntail"
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("“Up,” said <b>Ida Berg</b>.<br/><br/>“Down,” said <a href='x'>Jo Lind</a>.", 2),
        ("A <em>new</em> boat.\n\n“No,” said Ida Berg.\n\nShe left.", 3),
        ("<p>“Up,” said Ida Berg.<p>“Down,” said Jo Lind.", 2),
        ("<![CDATA[<p>“Up,” said Ida Berg.</p>]]>", 1),
        ('[photo id="4" by="Lind"]The boat[/photo]\n\n<blockquote>“Up,” said Ida Berg.</blockquote>', 2),
    ],
)
def test_mark_up_anywhere_in_a_text_is_read(tmp_path: Path, markup: str, expected: int) -> None:
    path = write(tmp_path, "desk.jsonl", json.dumps({"text": markup}))
    (text,) = texts(list(read_articles([path])))
    assert len(text.split("\n\n")) == expected
    assert not {"<", ">", "=", "["} & set(text)


@pytest.mark.parametrize(
    "text",
    [
        "He wrote <p> and </p>.",
        "5 < 6, and <b>bold</b>",
        "He wrote <i> twice, and <br once.",
        "<p> opens, nothing closes",
        "<!-- ad -->" * 60 + " It rained.",
    ],
)
def test_a_text_that_speaks_of_tags_is_left_untouched(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, "desk.jsonl", json.dumps({"text": text}))
    assert texts(list(read_articles([path]))) == [text]

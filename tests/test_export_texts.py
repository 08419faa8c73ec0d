"""Exported texts and linked data, read by what their users read them with: the same words stand at each place."""

import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from quotes.cli import main
from quotes.domain import Article
from quotes.store import Selection, Store, open_store
from tests.fake_parser import FakeParser

TEI = "{http://www.tei-c.org/ns/1.0}"
ARTICLES = (
    Article("match", "🎉 “We won,\r\n[really],” said Ann Lee.\n\n“It rained,” said a steward.", outlet="The Echo"),
    Article("a=b/c", "“=1+1 & <more>,” said Bob Lee.\x01 “We won again,” said Ann Lee.", title="Sums & more",
            url="https://example.org/a b"),
    Article("reports", "Ann Lee said that it rained.", url="https://example.org/r"),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    monkeypatch.setenv("QUOTES_DB", url)
    with open_store(url) as store:
        for article in ARTICLES:
            store.add(FakeParser().parse(article))
        yield store


@pytest.fixture
def words(store: Store) -> list[str]:
    return sorted(record.text for record in store.select(Selection(indirect=True)))


def exported(path: Path, format: str, *more: str) -> bytes:
    assert main(["export", "--format", format, "-o", str(path / "out"), "--indirect", *more]) == 0
    return (path / "out").read_bytes()


def expanded(document: dict[str, Any], contexts: dict[str, Any]) -> list[dict[str, Any]]:
    jsonld = pytest.importorskip("pyld.jsonld")

    def load(url: str, _: Any) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": contexts[url]}

    graph: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": load})
    return graph


OA, AS, SCHEMA = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "https://schema.org/"
# The terms that are used, as the Web Annotation vocabulary defines them.
CONTEXT = {
    "@context": {
        "schema": "http://schema.org/",
        "id": {"@id": "@id", "@type": "@id"}, "type": {"@id": "@type", "@type": "@vocab"},
        **{name: OA + name for name in
           ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "exact", "prefix", "suffix",
            "start", "end", "identifying")},
        "AnnotationPage": AS + "OrderedCollectionPage",
        "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
        **{name: {"@id": OA + "has" + name.capitalize(), "@type": "@id"} for name in
           ("body", "target", "source", "selector")},
        "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    }
}  # fmt: skip


def test_web_annotations(store: Store, words: list[str], tmp_path: Path) -> None:
    page = json.loads(exported(tmp_path, "annotation"))
    (graph,) = expanded(page, {"http://www.w3.org/ns/anno.jsonld": CONTEXT})
    found = graph[AS + "items"][0]["@list"]
    assert len(found) == len(words)
    texts = {
        record.id: store.article(record.article_id).article.text for record in store.iter(Selection(indirect=True))
    }
    for one in found:
        assert one["@type"] == [OA + "Annotation"]
        assert one[OA + "hasBody"][0][OA + "hasSource"][0]["http://schema.org/name"][0]["@value"]
        position, quote = one[OA + "hasTarget"][0][OA + "hasSelector"]
        start, end = (position[OA + name][0]["@value"] for name in ("start", "end"))
        text = texts[one["@id"].rpartition(":")[2]]
        exact, prefix, suffix = (quote[OA + name][0]["@value"] for name in ("exact", "prefix", "suffix"))
        assert text[start:end] == exact
        assert prefix + exact + suffix in text
    assert set(graph) == {"@type", AS + "items"}


def test_schema_org(words: list[str], tmp_path: Path) -> None:
    graph = expanded(json.loads(exported(tmp_path, "schema-org")), {})
    found = [one for one in graph if one["@type"] == [SCHEMA + "Quotation"]]
    assert len(found) == len(words)
    assert "We won again," in [one[SCHEMA + "text"][0]["@value"] for one in found]
    assert {one[SCHEMA + "creator"][0]["@type"][0] for one in found} == {SCHEMA + "Person"}


def tei_root(content: bytes) -> Any:
    return etree.fromstring(content)


def test_tei(words: list[str], tmp_path: Path) -> None:
    root = tei_root(exported(tmp_path, "tei"))
    assert sorted("".join(said.itertext()) for said in root.iter(TEI + "said")) == sorted(
        word.replace("\x01", "\ufffd") for word in words
    )
    texts = {"".join(ab.itertext()) for ab in root.iter(TEI + "ab")}
    assert texts == {article.text.replace("\x01", "\ufffd") for article in ARTICLES}
    identities = {one.get("{http://www.w3.org/XML/1998/namespace}id") for one in root.iter(TEI + "person")}
    assert {said.get("who").removeprefix("#") for said in root.iter(TEI + "said")} == identities


def test_tei_by_its_schema(store: Store, tmp_path: Path) -> None:
    folder = os.environ.get("QUOTES_BENCH")
    if not folder or not shutil.which("jing"):
        pytest.skip("QUOTES_BENCH does not name the folder with schemas/tei, or there is no jing")
    import gzip

    schema = tmp_path / "tei_all.rng"
    schema.write_bytes(gzip.decompress((Path(folder) / "schemas/tei/tei_all.rng.gz").read_bytes()))
    exported(tmp_path, "tei")
    ran = subprocess.run(["jing", schema, tmp_path / "out"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_tei_of_nothing(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "tei", "-o", str(tmp_path / "out"), "--since", "2099"]) == 2
    assert "TEI needs one" in capsys.readouterr().err
    assert list(tmp_path.glob("out*")) == []


def test_what_cannot_be_written_leaves_the_file_as_it_was(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("before")
    assert main(["export", "--format", "tei", "-o", str(tmp_path / "out"), "--outlet", "None such"]) == 2
    assert [path.read_text() for path in tmp_path.glob("out*")] == ["before"]


def read_brat(text: str, annotations: str) -> Iterator[tuple[str, str]]:
    """Labels with the words that they stand at; relations must be between annotations that are there."""
    known = {}
    for line in annotations.splitlines():
        identity, facts, *words = line.split("\t")
        if identity[0] == "T":
            label, _, places = facts.partition(" ")
            pieces = [text[slice(*map(int, place.split()))] for place in places.split(";")]
            assert not any("\n" in piece for piece in pieces)
            assert words == [" ".join(pieces)]
            known[identity] = label
            yield label, words[0]
        elif identity[0] == "R":
            kind, first, second = facts.split(" ")
            assert known[first.removeprefix("Arg1:")] in ("Direct", "Mixed", "Indirect")
            assert known[second.removeprefix("Arg2:")] == {"SaidBy": "Speaker", "SaidWith": "Cue"}[kind]


def test_brat(words: list[str], tmp_path: Path) -> None:
    with ZipFile(io.BytesIO(exported(tmp_path, "brat"))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert "SaidBy" in files.pop("annotation.conf")
    stems = {name.rpartition(".")[0] for name in files}
    assert {files[f"{stem}.txt"] for stem in stems} == {article.text for article in ARTICLES}
    found = [one for stem in stems for one in read_brat(files[f"{stem}.txt"], files[f"{stem}.ann"])]
    quoted = [text for label, text in found if label in ("Direct", "Mixed", "Indirect")]
    assert sorted(quoted) == sorted(re.sub(r"[\r\n]+", " ", word) for word in words)
    assert ("Speaker", "a steward") in found


def test_doccano(words: list[str], tmp_path: Path) -> None:
    found = []
    for line in exported(tmp_path, "doccano").decode().splitlines():
        document = json.loads(line)
        known = {one["id"]: one for one in document["entities"]}
        found += [(o["label"], document["text"][o["start_offset"] : o["end_offset"]]) for o in known.values()]
        assert all({tie["from_id"], tie["to_id"]} <= set(known) for tie in document["relations"])
    assert sorted(text for label, text in found if label not in ("Speaker", "Cue")) == words


def test_label_studio(words: list[str], tmp_path: Path) -> None:
    found = []
    for task in json.loads(exported(tmp_path, "label-studio")):
        regions = [one for one in task["predictions"][0]["result"] if one["type"] == "labels"]
        for value in (region["value"] for region in regions):
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
            found += [value["text"]] if value["labels"][0] not in ("Speaker", "Cue") else []
    assert sorted(found) == words


def test_cas(words: list[str], tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    found = []
    with ZipFile(io.BytesIO(exported(tmp_path, "cas"))) as archive:
        types = cassis.load_typesystem(archive.open("TypeSystem.xml"))
        for name in archive.namelist():
            if name.endswith(".xmi"):
                cas = cassis.load_cas_from_xmi(archive.open(name), typesystem=types)
                found += [one.get_covered_text() for one in cas.select("webanno.custom.Quotation")]
                for tie in cas.select("webanno.custom.SaidBy"):
                    assert tie.Governor.speakerId
                    assert tie.Dependent.get_covered_text() in ("Ann Lee", "Bob Lee", "a steward")
    assert sorted(found) == words

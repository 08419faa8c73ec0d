"""Gold and predictions out of files: JSON Lines and brat standoff."""

import gzip
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.domain import Span
from quotes.errors import InputError
from quotes.evaluate import read_gold, read_predictions
from quotes.evaluate.gold import GoldArticle
from quotes.evaluate.json_lines import to_gold
from quotes.evaluate.quoted import find_quoted
from quotes.evaluate.standoff import parse_standoff
from quotes.wire import to_dict
from tests.conftest import build_article
from tests.evaluation_samples import FERRY, GOLD, PREDICTED, at, write_lines

TEXT = (
    "Mayor Ada Quill said the bridge was safe. “We tested it,” she told the council.\n"
    "“Twice,” the mayor said, “and in the rain.”\n"
    "The “Old Lady”, as it is known, reopens.\n"
    "Printed by mistake: “Lorem ipsum,” said Dolor.\n"
)


def bound(number: int, label: str, *stretches: str) -> str:
    places = ";".join(" ".join(map(str, at(TEXT, words))) for words in stretches)
    return f"T{number}\t{label} {places}\t{' '.join(stretches)}\n"


ANNOTATION = (
    bound(1, "Source", "Mayor Ada Quill")
    + bound(2, "Cue", "said")
    + bound(3, "Content", "the bridge was safe")
    + bound(4, "Attribution", "said")
    + "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
    + bound(5, "Content", "“We tested it,”")
    + bound(6, "Source", "she")
    + bound(7, "Attribution", "told")
    + "E2\tAttribution:T7 Content:T5 Source:T6\n"
    + bound(8, "Content", "“Twice,”", "“and in the rain.”")
    + bound(9, "Source", "the mayor")
    + bound(10, "Attribution-no-source", "said, “and")
    + "E3\tAttribution-no-source:T10 Content:T8 Source2:T9\n"
    + bound(11, "Discard", "Printed by mistake: “Lorem ipsum,” said Dolor.")
    + "#1\tAnnotatorNotes T11\tnot news\n"
)


def standoff_folder(folder: Path) -> Path:
    """Laid out as PolNeAR is: text/ and attributions/, the annotator's mark at the end of the name."""
    for name in ("text", "attributions"):
        (folder / name).mkdir()
    (folder / "text" / "quill-news_2021-05-04_bridge.txt").write_text(TEXT, encoding="utf-8", newline="")
    for annotator, annotation in (("12ab", ANNOTATION), ("99ff", "")):
        path = folder / "attributions" / f"quill-news_2021-05-04_bridge_{annotator}.ann"
        path.write_text(annotation, encoding="utf-8")
    return folder


def cut(article: GoldArticle, *spans: Span) -> list[str]:
    return [span.of(article.text) for span in spans]


def test_standoff_as_polnear_lays_it_out(tmp_path: Path) -> None:
    (article,) = read_gold(standoff_folder(tmp_path))
    assert article.id == "quill-news_2021-05-04_bridge"
    assert article.article.outlet == "quill-news"
    assert str(article.article.published) == "2021-05-04"
    said = [(cut(article, quote.span), cut(article, *quote.sources)) for quote in article.quotes]
    assert said == [
        (["“We tested it,”"], ["she"]),
        (["“Twice,”"], ["the mayor"]),
        (["“and in the rain.”"], ["the mayor"]),
    ]
    assert article.indirect is not None
    assert [cut(article, *report.content) for report in article.indirect] == [["the bridge was safe"]]
    assert [cut(article, *report.sources) for report in article.indirect] == [["Mayor Ada Quill"]]
    assert cut(article, *article.unattributed) == ["“Old Lady”", "“Lorem ipsum,”"]
    assert cut(article, *article.ignore) == ["Printed by mistake: “Lorem ipsum,” said Dolor."]


def test_standoff_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "bridge.ann").write_text(ANNOTATION, encoding="utf-8")
    (article,) = read_gold(tmp_path)
    assert (article.id, len(article.quotes), article.article.outlet) == ("bridge", 3, None)


@pytest.mark.parametrize(
    ("annotation", "complaint"),
    [
        ("T1 Source 0 5 Mayor\n", "a.ann:1 is no line of brat standoff"),
        ("T1\tSource zero five\tMayor\n", "a.ann:1 is no line of brat standoff"),
        ("T1\tSource 0 9999\tMayor\n", "a.ann:1 points outside its text"),
        ("T1\tSource 0 5\tMayor\nE1\tAttribution:T7\n", "a.ann:2 names T7"),
    ],
)
def test_damaged_standoff(annotation: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        parse_standoff("a", TEXT, annotation, origin="a.ann")


def test_a_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no \.ann file"):
        read_gold(tmp_path)


def test_an_annotation_without_its_text(tmp_path: Path) -> None:
    (tmp_path / "lost_12ab.ann").write_text(ANNOTATION, encoding="utf-8")
    with pytest.raises(InputError, match=r"lost_12ab.ann has no text; put lost_12ab.txt beside it"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("He said “one” and “two”.", ["“one”", "“two”"]),
        ('He said "one," then "two".', ['"one,"', '"two"']),
        ("''It isn't,'' he said. ''No.''", ["''It isn't,''", "''No.''"]),
        ("‘It isn’t,’ he said. ‘It’s the ’70s.’", ["‘It isn’t,’", "‘It’s the ’70s.’"]),
        ("« Oui », dit-il.", ["« Oui »"]),
        ("“An “inner” one.” Yes.", ["“An “inner” one.”"]),
        ("“An “inner” one stays open", ["“An “inner” one stays open"]),
        ("“It goes on.\n“And ends.”", ["“It goes on.", "“And ends.”"]),
        ("“…” and “!”", []),
        ("It isn't the council's.", []),
    ],
)
def test_stretches_between_marks(text: str, stretches: list[str]) -> None:
    assert [span.of(text) for span in find_quoted(text)] == stretches


@settings(deadline=None)
@given(st.text(alphabet="ab '\"“”‘’«».,\n", max_size=40))
def test_stretches_are_in_order_and_within_their_paragraph(text: str) -> None:
    spans = list(find_quoted(text))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert not any("\n" in span.of(text) for span in spans)


def test_gold_lines_plain_and_gzipped(tmp_path: Path) -> None:
    plain = write_lines(tmp_path / "gold.jsonl", GOLD)
    zipped = tmp_path / "gold.jsonl.gz"
    zipped.write_bytes(gzip.compress(plain.read_bytes()))
    assert read_gold(plain) == read_gold(zipped)
    assert [article.id for article in read_gold(plain)] == ["ferry", "mill", "gone"]


def test_the_gold_tells_kinds_where_it_does_not_name_them() -> None:
    kinds = {quote.span.of(FERRY): quote.kind for quote in to_gold(GOLD[0]).quotes}
    assert kinds == {
        "“The ferry will sail tonight,”": "direct",
        "“a leaky bucket”": "mixed",
        "“three crews”": "mixed",
        "“no damage”": "mixed",
    }


def test_parsed_articles_with_their_text_are_gold() -> None:
    parsed = build_article("sailing", ("We sail", None))
    article = to_gold(json.loads(json.dumps(to_dict(parsed, with_text=True))))
    assert [quote.span for quote in article.quotes] == [quote.quotation.span for quote in parsed.quotations]
    assert article.quotes[0].labels is None
    assert article.indirect is None


def test_the_later_of_two_predictions_counts(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "p.jsonl", [*PREDICTED, {"id": "ferry", "quotes": []}])
    assert read_predictions(path)["ferry"].quotes == ()


BROKEN: list[tuple[Any, str]] = [
    ("{", "gold.jsonl:1 is broken JSON"),
    ("[1]", "gold.jsonl:1 is not readable"),
    ('{"id": "a", "quotes": []}', "gold.jsonl:1 lacks the field 'text'"),
    ('{"id": "a", "text": 7, "quotes": []}', "the text is no string"),
    ('{"id": "a", "text": "abc", "quotes": [{"start": 0}]}', "lacks the field 'end'"),
    ('{"id": "a", "text": "abc", "quotes": [{"start": 0, "end": 4}]}', "a stretch from 0 to 4 is not in its text"),
    ('{"id": "a", "text": "abc", "quotes": [], "ignore": [[2]]}', "not readable"),
    ('{"id": "a", "text": "abc", "quotes": [], "indirect": [{"content": []}]}', "has no content"),
    ("", "gold.jsonl holds nothing"),
]


@pytest.mark.parametrize(("line", "complaint"), BROKEN)
def test_gold_that_cannot_be_read(line: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=complaint):
        read_gold(path)


def test_gold_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")


def test_a_broken_gzip_file(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a"}' * 50)[:20])
    with pytest.raises(InputError, match="broken gzip"):
        read_gold(path)

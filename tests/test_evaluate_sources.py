"""`quotes evaluate --sources`: reading cases, judging them, and the command itself on cases of our own."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.domain import Source, Span
from quotes.errors import InputError
from quotes.evaluate.sources import JudgedSource, SourceCase, measure_sources, read_sources

OWN = Path(__file__).parent.parent / "data" / "gold" / "sources.json"
CASE: dict[str, Any] = {
    "article": "a",
    "context": "It will rain, and rain, [[an aide]] said.",
    "cue": "said",
    "content": "rain",
    "source_type": "unnamed_person",
    "anonymous": True,
}


def written(path: Path, *cases: dict[str, Any], lines: bool = False) -> Path:
    text = "\n".join(map(json.dumps, cases)) if lines else json.dumps(cases)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("lines", [False, True])
def test_cases_are_a_list_or_lines(tmp_path: Path, lines: bool) -> None:
    found = read_sources(written(tmp_path / "cases", CASE, CASE, lines=lines))
    assert [case.text for case in found] == ["It will rain, and rain, an aide said."] * 2


def test_gzipped_cases_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "cases.json.gz"
    path.write_bytes(gzip.compress(json.dumps([CASE]).encode()))
    assert len(read_sources(path)) == 1


def test_words_are_found_where_they_stand_nearest_to_the_mention(tmp_path: Path) -> None:
    [case] = read_sources(written(tmp_path / "cases", CASE))
    assert case.mention.of(case.text) == "an aide"
    assert case.content == Span(18, 22)
    assert case.cue is not None
    assert case.cue.of(case.text) == "said"
    assert (case.is_spokesperson, case.count) == (None, None)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"context": "No mention."}, "no mention is marked"),
        ({"source_type": "somebody"}, "a label is none of its kind"),
        ({"anonymous": "yes"}, "a label is none of its kind"),
    ],
)
def test_a_case_that_is_none_is_told_with_its_number(tmp_path: Path, change: dict[str, Any], says: str) -> None:
    path = written(tmp_path / "cases", CASE, CASE | change)
    with pytest.raises(InputError, match=rf"case 2 is not readable .*{says}"):
        read_sources(path)


@pytest.mark.parametrize("content", ["", "[]", "[{", "{}"])
def test_what_holds_no_cases_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "cases"
    path.write_text(content)
    with pytest.raises(InputError, match="a case has context"):
        read_sources(path)


def judged(gold: str, said: str, *, hidden: tuple[bool, bool] = (False, False), **labels: Any) -> JudgedSource:
    given = {"is_spokesperson": None, "count": None} | labels
    case = SourceCase("a", "An aide said", Span(0, 7), None, None, gold, hidden[0], **given)  # type: ignore[arg-type]
    return JudgedSource(case, Source(said, anonymous=hidden[1], count=1))  # type: ignore[arg-type]


def test_figures() -> None:
    figures = measure_sources(
        [
            judged("unnamed_person", "unnamed_person", hidden=(True, True), is_spokesperson=True, count=1),
            judged("unnamed_person", "document", hidden=(True, False), is_spokesperson=False, count=2),
            judged("named_person", "named_person", hidden=(False, True)),
        ]
    )
    assert figures.types.value == pytest.approx(2 / 3)
    assert (figures.anonymous.precision, figures.anonymous.recall) == (0.5, 0.5)
    assert figures.spokespersons is not None
    assert (figures.spokespersons.hit, figures.spokespersons.gold) == (0, 1)
    assert figures.counts.value == 0.5
    assert list(figures.by_type) == ["named_person", "unnamed_person", "document"]
    assert figures.by_type["unnamed_person"].recall == 0.5


def test_without_labels_nothing_is_said_of_spokespersons() -> None:
    assert measure_sources([judged("narrator", "narrator")]).to_dict()["spokesperson"] is None


def test_the_command_measures_our_own_cases(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--sources", str(OWN), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["cases"] == 26
    assert found["type acc"] >= 0.92
    assert found["anonymous"]["F"] >= 0.85
    assert all(mistake["expected"] != mistake["given"] for mistake in found["mistakes"])


def test_the_command_names_its_own_gold(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "gold.jsonl", "--sources", str(OWN)]) == 2
    assert "--sources names its own gold" in capsys.readouterr().err

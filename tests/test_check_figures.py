"""How often each verdict is right: the bars, on the drafts by hand and on drafts made by a seed, without models.

`python -m quotes.evaluate.drafts` measures the same with the parser; docs/checking.md has its figures.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotes.check import Record, Verdict, check_quotation
from quotes.check.drafted import draft_of
from quotes.check.speakers import Speaker
from quotes.domain import Article, AttributedQuotation, Attribution, Kind, ParsedArticle, Quotation, Source, Span
from quotes.errors import InputError
from quotes.evaluate.drafts.__main__ import quoted
from quotes.evaluate.drafts.altering import generate_cases
from quotes.evaluate.drafts.cases import Case, read_cases
from quotes.evaluate.drafts.measuring import Outcome, measure
from quotes.store import Store, open_store

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases" / "altered_drafts.jsonl"
GOLD = [ROOT / "data" / "gold" / f"{name}.jsonl" for name in ("articles", "kinds", "mixed")]
FAILING: tuple[Verdict, ...] = ("altered", "cut", "spliced")
_MARKS = "“”‘’\"'«»‹›"


@pytest.fixture(scope="module")
def record() -> Iterator[Store]:
    """Our own articles as their gold has them."""
    with open_store("sqlite://") as store:
        for path in [*GOLD, ROOT / "data" / "record" / "monday.jsonl"]:
            for line in path.read_text(encoding="utf-8").splitlines():
                store.add(_as_gold(json.loads(line)))
        yield store


def _as_gold(given: dict[str, Any]) -> ParsedArticle:
    text = given["text"]
    if "quotes" not in given:  # of the record of three outlets: marks and who follows them
        found = [(text.index(a), text.index(a) + len(a), who) for a, who in _TUNNEL if a in text]
        spans: list[tuple[int, int, Source | None]] = [
            (start, end, Source("named_person", who) if who else _OFFICIAL) for start, end, who in found
        ]
    else:
        spans = [(q["start"], q["end"], _source(q)) for q in given["quotes"]]
    quotations = tuple(_quotation(text, start, end, source) for start, end, source in sorted(spans, key=lambda s: s[0]))
    return ParsedArticle(Article(given["id"], text, outlet=given["outlet"]), quotations, "1", "1")


_OFFICIAL = Source("unnamed_person", descriptor="an official", anonymous=True)
_TUNNEL = (
    ("“Nobody drives under that water until an engineer I trust has signed for it,”", "Lena Ostrow"),
    ("“We have the boats, but we do not yet have the crews,”", "Paul Adeyemi"),
    ("“It was in a report that nobody wanted to read,”", None),
)


def _source(quote: dict[str, Any]) -> Source | None:
    if quote["source_type"] is None:
        return None
    descriptor = None if quote["speaker"] else "somebody"
    return Source(quote["source_type"], quote["speaker"], descriptor=descriptor, anonymous=bool(quote["anonymous"]))


def _quotation(text: str, start: int, end: int, source: Source | None) -> AttributedQuotation:
    inner = text[start:end]
    content = Span(start + len(inner) - len(inner.lstrip(_MARKS)), end - len(inner) + len(inner.rstrip(_MARKS)))
    quotation = Quotation(Span(start, end), content, "direct")
    return AttributedQuotation(Attribution(quotation, None, None, 1.0, ()), source)


def outcomes(store: Store, cases: list[Case]) -> list[Outcome]:
    names = {one.speaker for one in quoted(store)}
    return [Outcome(case, check_quotation(_drafted(case, names), [Record(store)])) for case in cases]


def _drafted(case: Case, names: set[str]) -> Any:
    """The draft's quotation with the speaker whose name stands in the draft."""
    start = case.text.index(case.quotation)
    end = next(at for at in range(start + len(case.quotation), len(case.text)) if case.text[at] in '”’"')
    around = case.text[:start] + case.text[end:]
    invented = ("Odalys Brannigan", "Tobias Fennimore", "Greta Lindqvist-Moran", "Aurelio Baptista")
    named = [name for name in (*names, *invented) if name in around]
    speaker = Speaker(max(named, key=len), type="named_person") if named else None
    kind: Kind = "mixed" if case.quotation[0].islower() else "direct"
    return draft_of(case.text, (Span(start, end),), kind, speaker)


@pytest.mark.parametrize("seed", [1, 2])
def test_drafts_made_by_a_seed_get_their_verdicts(record: Store, seed: int) -> None:
    found = measure(outcomes(record, list(generate_cases(quoted(record), 300, seed))))
    for verdict in FAILING:
        assert found[verdict].precision >= 0.98, verdict
        assert found[verdict].recall >= 0.97, verdict


def test_drafts_by_hand_get_their_verdicts(record: Store) -> None:
    found = outcomes(record, read_cases(CASES))
    wrong = [
        f"{one.case.id} {one.case.kind}: {one.verdict}, should be {one.case.verdict}"
        for one in found
        if not one.is_right
    ]
    assert len(wrong) <= 0.03 * len(found), wrong
    for verdict in FAILING:
        assert measure(found)[verdict].precision >= 0.95, (verdict, wrong)


def test_every_kind_of_alteration_is_made(record: Store) -> None:
    one, other = (list(generate_cases(quoted(record), 40, seed=3)) for _ in range(2))
    assert one == other
    assert len({case.kind for case in one}) == 20
    assert all(case.quotation in case.text for case in one)


def test_a_file_of_no_cases_is_told(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text('{"id": "a", "kind": "b", "text": "c", "quotation": "d", "verdict": "exact"}')
    with pytest.raises(InputError):
        read_cases(tmp_path / "cases.jsonl")

"""The real pipeline over cases of our own writing, one to three sentences each.

`tests/cases/known_gaps.tsv` lists what the packaged models do not yet get right; a case that is listed and passes, or
fails and is not listed, fails the test. `python tests/test_hard_forms.py` writes the list anew and prints the totals.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quotes.domain import Article, AttributedQuotation
from quotes.nlp import Analyser
from quotes.parser import Parser

CASES = Path(__file__).parent / "cases" / "hard_forms.jsonl"
GAPS = Path(__file__).parent / "cases" / "known_gaps.tsv"


@cache
def cases() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines())


@cache
def parser() -> Parser:
    return Parser(threads=1)


@cache
def gaps() -> frozenset[tuple[str, str]]:
    rows = (line.split("\t") for line in GAPS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return frozenset((row[0], row[1]) for row in rows)


def failures(case: dict[str, Any]) -> dict[str, str]:
    """What is wrong with the parse of a case: aspect → what came out."""
    parsed = parser().parse(Article(case["id"], case["text"]))
    found = {q.quotation.span.of(case["text"]): q for q in parsed.quotations}
    wrong: dict[str, str] = {}
    for gold in case["quotes"]:
        q = found.get(gold["text"])
        if q is None:
            wrong["quotation"] = f"{gold['text']} not among {list(found)}"
            continue
        wrong.update(_compare(case["text"], gold, q))
    spoken = [text for text in case["not_speech"] if text in found]
    if spoken:
        wrong["not speech"] = f"{spoken} taken for speech"
    return wrong


def _compare(text: str, gold: dict[str, Any], q: AttributedQuotation) -> dict[str, str]:
    wrong: dict[str, str] = {}
    mention = q.attribution.mention
    start, words = gold["mention_start"], gold["mention"]
    if words is None:
        if mention is not None and q.source is not None and q.source.name is not None:
            wrong["mention"] = f"{mention.span.of(text)!r} where the text names nobody"
    elif mention is None or not (mention.span.start < start + len(words) and start < mention.span.end):
        wrong["mention"] = f"{mention and mention.span.of(text)!r} instead of {words!r}"
    elif q.source is not None:
        if q.source.name is not None and gold["speaker"] is None:
            wrong["false name"] = f"{q.source.name!r} for {words!r}"
        elif gold["speaker"] is not None and (q.source.name or "").casefold() != gold["speaker"].casefold():
            wrong["name"] = f"{q.source.name!r} instead of {gold['speaker']!r}"
        if gold["source_type"] is not None and q.source.type != gold["source_type"]:
            wrong["source type"] = f"{q.source.type} instead of {gold['source_type']}"
        if q.source.anonymous != gold["anonymous"]:
            wrong["anonymous"] = f"{q.source.anonymous}"
    if q.quotation.kind != gold["kind"]:
        wrong["kind"] = f"{q.quotation.kind} instead of {gold['kind']}"
    return wrong


@pytest.mark.parametrize("number", range(len(cases())), ids=[c["id"] for c in cases()])
def test_hard_form(number: int, analyser: Analyser) -> None:
    case = cases()[number]
    expected = {aspect for name, aspect in gaps() if name == case["id"]}
    found = failures(case)
    assert set(found) == expected, found


if __name__ == "__main__":
    rows = [(case["id"], *wrong) for case in cases() for wrong in failures(case).items()]
    head = "# case, aspect, what the packaged models give; written by python tests/test_hard_forms.py\n"
    GAPS.write_text(head + "".join(f"{a}\t{b}\t{c}\n" for a, b, c in rows), encoding="utf-8")
    print(f"{len(cases()) - len({r[0] for r in rows})} of {len(cases())} cases wholly right; {len(rows)} gaps")

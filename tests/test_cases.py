"""The hard forms in tests/cases are consistent in themselves: what they expect stands in their text, once."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from quotes.domain import Kind, SourceType

CASES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "hard_forms.jsonl").read_text(encoding="utf-8").splitlines()
]
NAMED = ("named_person", "named_organization")
CLOSED_BY = {"“": '”"’', "‘": "’", "«": "»", "„": '“"', '"': '"', "'": "'", "`": "'"}

every_case = pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])


def test_ids_are_unique_and_name_their_form() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert all(case["id"].rpartition("-")[0] == case["form"] for case in CASES)


def test_texts_differ() -> None:
    assert len({case["text"] for case in CASES}) == len(CASES)


def test_no_form_is_left_to_a_single_case() -> None:
    counts = Counter(case["form"] for case in CASES)
    assert len(CASES) >= 60
    assert [form for form, count in counts.items() if count < 2] == []


@every_case
def test_expected_stretches_occur_once(case: dict[str, Any]) -> None:
    stretches = [quote["text"] for quote in case["quotes"]] + case["not_speech"] + case["unjudged"]
    assert stretches
    assert all(case["text"].count(stretch) == 1 for stretch in stretches)
    assert len(set(stretches)) == len(stretches)


@every_case
def test_quotations_stand_between_marks(case: dict[str, Any]) -> None:
    last_of_group = {quote.get("group"): index for index, quote in enumerate(case["quotes"])}
    for index, quote in enumerate(case["quotes"]):
        text = quote["text"]
        continues = "group" in quote and last_of_group[quote["group"]] != index
        closed = text[-1] in CLOSED_BY[text[0]]
        assert closed == (not continues and "unbalanced" not in quote), text


@every_case
def test_mentions_stand_where_they_say_and_not_inside_their_quotation(case: dict[str, Any]) -> None:
    for quote in case["quotes"]:
        mention, start = quote["mention"], quote["mention_start"]
        assert (mention is None) == (start is None)
        if mention is not None:
            end = start + len(mention)
            assert case["text"][start:end] == mention
            quote_start = case["text"].index(quote["text"])
            assert end <= quote_start or start >= quote_start + len(quote["text"])


@every_case
def test_speakers_agree_with_their_source_type(case: dict[str, Any]) -> None:
    for quote in case["quotes"]:
        assert quote["kind"] in get_args(Kind)
        assert quote["source_type"] is None or quote["source_type"] in get_args(SourceType)
        assert (quote["speaker"] is not None) == (quote["source_type"] in NAMED)
        assert not quote["anonymous"] or quote["source_type"] in ("unnamed_person", "unnamed_group")
        words = (quote["speaker"] or "").casefold().split()
        assert all(word in case["text"].casefold() for word in words)


@every_case
def test_what_surrounds_a_quotation_is_in_the_text(case: dict[str, Any]) -> None:
    texts = [quote["text"] for quote in case["quotes"]]
    for quote in case["quotes"]:
        assert all(quote[name] in case["text"] for name in ("via", "reason") if name in quote)
        if "parent" in quote:
            assert quote["parent"] in texts
            assert quote["text"] in quote["parent"]

"""Whatever people correct holds in every answer, through what the machine and the article do next, on both engines."""

from dataclasses import replace

import pytest

from quotes.domain import ParsedArticle, Source, Span, Via
from quotes.errors import UsageError
from quotes.store import Selection, Store, Verdict
from quotes.store.people.registry import Registry
from tests.conftest import Build

ROAD, YES = "The road stays shut until the rain has gone.", "Yes."
AIDE = Source("unnamed_person", descriptor="an aide", anonymous=True)
ANN = Source("named_person", "Ann Lee", role="mayor")
PART = "The road stays shut"


def by_text(store: Store) -> dict[str, str | None]:
    return {record.text: record.speaker or record.descriptor for record in store.records()}


def first(store: Store) -> str:
    return next(store.records()).id


def span_of(store: Store, words: str, article: str = "a1") -> Span:
    start = store.article(article).article.text.index(words)
    return Span(start, start + len(words))


def named(name: str) -> Verdict:
    return Verdict(speaker=True, source_type="named_person", name=name)


def test_another_span_takes_the_place_with_its_speaker(store: Store, build: Build) -> None:
    store.add(build("a1", (ROAD, AIDE)))
    known = first(store)
    row, _ = store.mark("a1", span_of(store, PART), instead_of=known, who="desk")
    assert by_text(store) == {PART: "an aide"}
    assert [record.text for record in store.search("road")] == [PART]
    undo = store.undo_correction(row, who="desk")
    assert by_text(store) == {f"“{ROAD}”": "an aide"}
    store.undo_correction(undo, who="desk")
    assert by_text(store) == {PART: "an aide"}


def test_an_added_quotation_survives_a_reading_and_another_wording(store: Store, build: Build) -> None:
    store.add(build("a1", (ROAD, AIDE), (YES, ANN)))
    row, _ = store.mark("a1", span_of(store, "an aide"), named("Ben Okafor"), who="desk")
    assert by_text(store)["an aide"] == "Ben Okafor"
    store.add(build("a1", (ROAD, AIDE), (YES, ANN), parser="2"))
    store.add(build("a1", ("Good morning.", ANN), (ROAD, AIDE), (YES, ANN)))
    assert by_text(store)["an aide"] == "Ben Okafor"
    assert [len(one.quotations) for one in store.who("Okafor")] == [1]
    store.rebuild()
    assert by_text(store)["an aide"] == "Ben Okafor"
    store.undo_correction(row, who="desk")
    assert "an aide" not in by_text(store)
    with pytest.raises(UsageError, match="is no stretch of a text"):
        store.mark("a1", Span(5, 100_000), who="desk")
    with pytest.raises(UsageError, match="is a quotation already"):
        store.mark("a1", span_of(store, f"“{YES}”"), who="desk")


def test_what_can_hold_no_more_is_told(store: Store, build: Build) -> None:
    store.add(build("a1", (ROAD, AIDE), (YES, ANN)))
    store.correct(first(store), named("Ben Okafor"), who="desk")
    assert [one.present for one in store.corrections()] == [first(store)]
    store.add(build("a1", ("Nothing of it is left, nothing at all.", ANN), (YES, ANN)))
    assert [one.present for one in store.corrections()] == [None]


def test_an_outlet_through_which_it_came(store: Store, build: Build) -> None:
    store.add(build("a1", (ROAD, AIDE)))
    row = store.correct(first(store), Verdict(via="The Bell"), who="desk")
    store.add(build("a1", (ROAD, AIDE), parser="2"))
    record = store.select(Selection(via=("The Bell",)))[0]
    assert ([via.name for via in record.via], record.descriptor) == (["The Bell"], "an aide")
    store.undo_correction(row, who="desk")
    assert store.select(Selection(via=("The Bell",))) == []


def test_a_reading_that_cuts_otherwise_keeps_the_verdict(store: Store, build: Build) -> None:
    parsed = build("a1", (ROAD, AIDE))
    store.add(parsed)
    store.correct(first(store), named("Ben Okafor"), who="desk")
    store.add(ParsedArticle(parsed.article, (), "2", "1"))
    assert by_text(store) == {f"“{ROAD}”": "Ben Okafor"}


def test_having_seen_it_changes_nothing(store: Store, build: Build) -> None:
    store.add(build("a1", (ROAD, AIDE)))
    store.correct(first(store), Verdict(), who="desk")
    assert [record.corrected for record in store.records()] == [False]
    assert [one.verdict for one in store.corrections()] == ["seen"]


def test_a_split_takes_effect_at_once_and_everywhere(store: Store, build: Build) -> None:
    joe = Source("named_person", "Joe Biden", role="president")
    store.add_all([build(f"a{n}", (f"Number {n} is a good number of roads.", joe)) for n in range(10)])
    registry = Registry(store)
    whole = registry.one("Joe Biden")
    assert len(whole.members) == 10
    registry.split(whole.id, ["a3", "a4"], judge_name="desk", reason="")
    assert len(store.people("Joe Biden")) == 2
    assert sorted(len(one.quotations) for one in store.who("Joe Biden")) == [2, 8]
    assert len({record.person_id for record in store.records()}) == 2
    assert sorted(len(somebody.members) for somebody in registry.people()) == [2, 8]
    assert len({one.person_id for one in store.utterances()}) == 2


def test_what_a_person_says_is_certain_and_shows_no_mention_of_another(store: Store, build: Build) -> None:
    store.add(build("a1", (ROAD, AIDE), (YES, ANN)))
    store.correct(first(store), named("Ann Lee"), who="desk", reason="on the  tape")
    [record] = store.select(Selection(words="road", min_confidence=1.0))
    assert (record.mention, record.standing, record.reason_class, record.confidence) == (None, "named", None, 1.0)
    [told] = record.evidence
    assert told.startswith("corrected by desk on 20")
    assert told.endswith(", because “on the tape”")
    assert "subject of" not in told
    store.correct(first(store), Verdict(via="The Bell"), who="chief")
    [record] = store.select(Selection(words="road"))
    assert record.signature
    assert record.signature.who == "desk", "who said whose words they are"


def test_the_same_speaker_keeps_role_mention_and_reasons(store: Store, build: Build) -> None:
    store.add(build("a1", (YES, ANN)))
    store.correct(first(store), named("Ann Lee"), who="desk")
    [record] = store.records()
    assert (record.role, record.confidence, record.mention and record.mention.text) == ("mayor", 1.0, "Ann Lee")
    assert record.evidence[1:] == ("subject of 'said'",)


def test_what_was_confirmed_stays_when_another_reading_has_something_else(store: Store, build: Build) -> None:
    store.add(build("a1", (ROAD, AIDE)))
    row = store.confirm(first(store), who="desk")
    store.add(ParsedArticle(store.article("a1").article, (), "2", "1"))
    [record] = store.records()
    assert (record.descriptor, record.anonymous, record.category) == ("an aide", True, "anonymous")
    assert record.evidence[0].startswith("confirmed by desk on ")
    store.undo_correction(row, who="desk")
    assert list(store.records()) == []


def test_outlets_can_be_taken_away(store: Store, build: Build) -> None:
    told = Source("unnamed_person", descriptor="an aide", anonymous=True, via=(Via("The Bell", "told"),))
    store.add(build("a1", (ROAD, told)))
    row = store.correct(first(store), Verdict(without_via=True), who="desk")
    assert store.select(Selection(via=("The Bell",))) == [] == [via for one in store.records() for via in one.via]
    assert store.chains() == []
    store.add(build("a1", (ROAD, told), parser="2"))
    assert [one.via for one in store.records()] == [()]
    store.correct(first(store), Verdict(via="The Post"), who="desk")
    store.undo_correction(row, who="desk")
    assert [via.name for one in store.records() for via in one.via] == ["The Bell", "The Post"]


def test_of_a_quotation_over_several_paragraphs_all_stretches_are_corrected(store: Store, build: Build) -> None:
    parsed = build("a1", (ROAD, ANN), (YES, ANN), ("Another thing.", ANN))
    joined = [
        replace(one, attribution=replace(one.attribution, quotation=replace(one.quotation, group=0)))
        for one in parsed.quotations[:2]
    ]
    store.add(replace(parsed, quotations=(*joined, parsed.quotations[2])))
    ids = [one.id for one in store.records()]
    row = store.correct(ids[1], named("Ben Okafor"), who="desk")
    assert [one.speaker for one in store.records()] == ["Ben Okafor", "Ben Okafor", "Ann Lee"]
    assert [len(one.quotations) for one in store.who("Ann Lee")] == [1]
    store.rebuild()
    assert [one.corrected for one in store.records()] == [True, True, False]
    store.correct(ids[0], Verdict(said=False), who="desk")
    assert [one.speaker for one in store.records()] == ["Ben Okafor", "Ann Lee"]
    store.undo_correction(row, who="desk")
    assert [one.speaker for one in store.records()] == ["Ann Lee", "Ann Lee"]
    assert not store.faults()

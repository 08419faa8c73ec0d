"""Whatever people correct holds in every answer, through what the machine and the article do next, on both engines."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.domain import ParsedArticle, Source, Span
from quotes.errors import UsageError
from quotes.store import Correction, Selection, Store, Verdict, open_store
from quotes.store.people.registry import Registry
from tests.conftest import Build, build_article

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


@dataclass
class Model:
    """What people hold, as plain as can be."""

    log: list[tuple[str, str | None]] = field(default_factory=list)  # row; the speaker, None for nobody's words

    @property
    def shown(self) -> str | None:
        return self.log[-1][1] if self.log else "an aide"


STEPS = st.lists(
    st.sampled_from(
        ["speaker", "reject", "add", "span", "undo", "redo", "reread", "lose", "version", "merge", "rebuild"]
    ),
    max_size=9,
)


def check(store: Store, steps: list[str]) -> None:
    """One quotation that is judged, one stretch that may be added, and a span that may take its place."""
    store.add(build_article("a1", (ROAD, AIDE), (YES, ANN)))
    store.add(build_article("b1", ("Another road is open all the year round.", ANN)))
    model, known, greeting, parser, present = Model(), first(store), 0, 1, True
    added: list[str] = []
    cut: list[str] = []
    for place, step in enumerate(steps):
        full = [one for one in store.records() if one.text == f"“{ROAD}”"]
        known = full[0].id if full else known
        if step == "speaker":
            name = f"Speaker {chr(65 + place)}"
            model.log.append((store.correct(known, replace_said(name), who="desk"), name))
        elif step == "reject" and not cut:
            model.log.append((store.correct(known, Verdict(said=False), who="desk"), None))
        elif step == "add" and not added:
            row, _ = store.mark("a1", span_of(store, "aide"), named("Cy Dunn"), who="desk")
            added.append(row)
        elif step == "span" and not cut and full:
            row, _ = store.mark("a1", span_of(store, PART), instead_of=known, who="desk")
            cut.append(row)
        elif step == "undo" and (cut or model.log or added):
            store.undo_correction((cut or added or [model.log[-1][0]])[-1], who="desk")
            (cut or added or model.log).pop()
        elif step == "redo" and model.log:
            undo = store.undo_correction(model.log[-1][0], who="desk")
            store.undo_correction(undo, who="desk")
        elif step in ("reread", "version", "lose"):
            parser += step != "version"
            greeting += step == "version"
            said = [(f"Good morning number {greeting}.", ANN)] if greeting else []
            parsed = build_article("a1", *said, (ROAD, AIDE), (YES, ANN), parser=str(parser))
            if step == "lose":
                kept = [one for one in parsed.quotations if ROAD not in one.quotation.span.of(parsed.article.text)]
                parsed = ParsedArticle(parsed.article, tuple(kept), str(parser), "1")
            present = step != "lose"
            store.add(parsed)
        elif step == "merge":
            registry = Registry(store)
            people = [one.id for one in store.speakers() if one.name and one.name.startswith("Speaker")]
            if people:
                registry.merge(people[0], registry.one("Ann Lee").id, judge_name="desk", reason="")
                break_merge(store, registry)
        elif step == "rebuild":
            store.rebuild()
    shown = by_text(store)
    assert shown[f"“{YES}”"] == "Ann Lee"
    assert shown.get("aide") == ("Cy Dunn" if added else None)
    expected = model.shown if present or model.log else None
    if cut:
        assert f"“{ROAD}”" not in shown
        assert shown.get(PART) == (expected or "an aide") or not model.log or model.log[-1][1] is None
        assert PART in shown or (model.log and model.log[-1][1] is None)
    else:
        assert PART not in shown
        assert shown.get(f"“{ROAD}”") == expected
    found = {record.text for record in store.search("road shut")}
    assert found == {text for text in shown if "road" in text and "shut" in text}
    anonymous = {record.text for record in store.select(Selection(anonymous=True))}
    assert anonymous == {text for text, speaker in shown.items() if speaker == "an aide"}
    assert len(list(store.utterances())) == len(shown)


def replace_said(name: str) -> Verdict:
    return Verdict(said=True, speaker=True, source_type="named_person", name=name)


def break_merge(store: Store, registry: Registry) -> None:
    """Taken back, so that the next step finds whom it looks for."""
    row = [row for row, _ in registry.log() if row.verdict == "positive" and row.by == "human"][-1]
    registry.undo(row.id, judge_name="desk", reason="")


def held(store: Store) -> list[Correction]:
    return [one for one in store.corrections() if one.holds]


@given(steps=STEPS)
@settings(max_examples=60)
def test_corrections_hold_through_whatever_comes(steps: list[str]) -> None:
    with open_store("sqlite://") as store:
        check(store, steps)


@given(steps=STEPS)
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_corrections_hold_in_postgresql(postgresql: str, steps: list[str]) -> None:
    import psycopg

    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    with open_store(postgresql) as store:
        check(store, steps)

"""People's verdicts come before whatever is read, survive what the machine does next, and can be taken back."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.domain import ParsedArticle, Source
from quotes.errors import UsageError
from quotes.store import Selection, Store, Verdict, open_store
from tests.conftest import build_article

Build = Callable[..., ParsedArticle]

ANN = Source("named_person", "Ann Lee", role="mayor")
BEN = Source("named_person", "Ben Okafor")
AIDE = Source("unnamed_person", descriptor="an aide", anonymous=True)
IS_BEN = Verdict(speaker=True, source_type="named_person", name="Ben Okafor")


def first(store: Store) -> str:
    return next(store.records()).id


def test_a_speaker_that_a_person_gives(store: Store, build: Build) -> None:
    store.add(build("a1", ("The road stays shut.", AIDE), ("Yes.", ANN)))
    store.correct(first(store), IS_BEN, who="desk", reason="on the tape")
    record = next(store.records())
    assert (record.speaker, record.person, record.category, record.anonymous, record.corrected) == (
        "Ben Okafor", "Ben Okafor", "named", False, True,
    )  # fmt: skip
    assert [said.text for said in store.who("Okafor")[0].quotations] == ["“The road stays shut.”"]
    assert [r.text for r in store.select(Selection(anonymous=True))] == []


def test_what_is_nobodys_words_is_gone_until_it_is_undone(store: Store, build: Build) -> None:
    store.add(build("a1", ("The Crown", ANN), ("Yes.", ANN)))
    row = store.correct(first(store), Verdict(said=False), who="desk")
    assert [record.text for record in store.records()] == ["“Yes.”"]
    assert store.search("crown") == []
    undo = store.undo_correction(row, who="desk")
    assert [record.text for record in store.records()] == ["“The Crown”", "“Yes.”"]
    store.undo_correction(undo, who="chief")
    assert [record.text for record in store.records()] == ["“Yes.”"]


def test_a_verdict_survives_another_reading_and_a_new_version(store: Store, build: Build) -> None:
    store.add(build("a1", ("The road stays shut.", AIDE)))
    store.correct(first(store), IS_BEN, who="desk")
    assert store.add(build("a1", ("The road stays shut.", AIDE), parser="2")) == "read anew"
    assert next(store.records()).speaker == "Ben Okafor"
    assert store.add(build("a1", ("Good morning.", ANN), ("The road stays shut.", AIDE))) == "new version"
    assert [record.speaker for record in store.records()] == ["Ann Lee", "Ben Okafor"]


def test_the_newest_verdict_decides_field_by_field(store: Store, build: Build) -> None:
    store.add(build("a1", ("The road stays shut.", AIDE)))
    store.correct(first(store), Verdict(anonymous=False), who="desk")
    assert (next(store.records()).anonymous, next(store.records()).descriptor) == (False, "an aide")
    store.correct(first(store), Verdict(speaker=True), who="desk")
    record = next(store.records())
    assert (record.source_type, record.category, record.person_id) == (None, "unknown", None)


def test_an_unknown_quotation_or_row(store: Store, build: Build) -> None:
    store.add(build("a1", ("Yes.", ANN)))
    with pytest.raises(UsageError, match="no quotation 'zz' is stored"):
        store.correct("zz", IS_BEN, who="desk")
    with pytest.raises(UsageError, match="the log has no verdict 'zz' on a quotation"):
        store.undo_correction("zz", who="desk")


STEPS = st.lists(st.sampled_from(["correct", "reject", "undo", "reread", "version"]), max_size=8)


@given(steps=STEPS)
def test_the_last_verdict_that_holds_is_what_is_shown(steps: list[str]) -> None:
    """Whatever the machine reads meanwhile, and however the text around the words changes."""
    store = open_store("sqlite://")
    said, source, greeting, parser = "The road stays shut.", AIDE, 0, 1
    store.add(build_article("a1", (said, source)))
    rows: list[tuple[str, str | None]] = []  # the id of a verdict, and who it says; None for nobody's words
    known = first(store)
    for place, step in enumerate(steps):
        if step == "correct":
            name = f"Speaker {chr(65 + place)}"
            verdict = Verdict(said=True, speaker=True, source_type="named_person", name=name)
            rows.append((store.correct(known, verdict, who="desk"), name))
        elif step == "reject":
            rows.append((store.correct(known, Verdict(said=False), who=f"desk {place}"), None))
        elif step == "undo" and rows:
            store.undo_correction(rows.pop()[0], who=f"desk {place}")
        elif step == "reread":
            parser += 1
        elif step == "version":
            greeting += 1
        if step in ("reread", "version"):
            before = [(f"Good morning number {greeting}.", BEN)] if greeting else []
            store.add(build_article("a1", *before, (said, source), parser=str(parser)))
            shown = [record for record in store.records() if record.text == f"“{said}”"]
            known = shown[0].id if shown else known
    shown = [record for record in store.records() if record.text == f"“{said}”"]
    expected = rows[-1][1] if rows else "an aide"
    assert [record.speaker or record.descriptor for record in shown] == ([] if expected is None else [expected])
    assert [len(person.quotations) for person in store.who(expected or "nobody")] in ([], [1])
    store.close()

"""What people correct, in whichever ways and order, shows in every answer and survives whatever comes after.

A model as plain as can be holds the rows that stand; the store is asked in each of its ways and compared with it.
"""

import csv
import io
from dataclasses import dataclass, field
from typing import Any

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

import graph
from quotes.domain import ParsedArticle, Source, SourceType, Span, Via
from quotes.export import FORMATS
from quotes.export import Source as Exported
from quotes.store import Selection, Store, Verdict, open_store
from quotes.store.people.registry import Registry
from tests.conftest import build_article

ROAD, YES, PART = "The road stays shut until the rain has gone.", "Yes.", "The road stays shut"
WHOLE = f"“{ROAD}”"
ANN = Source("named_person", "Ann Lee", role="mayor")
AIDE = Source("unnamed_person", descriptor="an aide", anonymous=True, via=(Via("The Bell", "told"),))
NAMES = ("Ben Okafor", "Ann Lee", "Harbour Trust")
DESK = "desk"

Step = tuple[Any, ...]
VERDICTS: st.SearchStrategy[Step] = st.one_of(
    st.sampled_from(NAMES).map(lambda name: ("speaker", name)),
    st.sampled_from(["unnamed_person", "unnamed_group", "document"]).map(lambda kind: ("type", kind)),
    st.booleans().map(lambda withheld: ("anonymous", withheld)),
    st.sampled_from(["Reuters", None]).map(lambda outlet: ("via", outlet)),
    st.sampled_from([("nobody",), ("reject",), ("restore",), ("confirm",), ("add",), ("span",)]),
)
EVENTS: st.SearchStrategy[Step] = st.one_of(
    st.integers(0, 5).map(lambda place: ("undo", place)),
    st.sampled_from([("redo",), ("reread",), ("lose",), ("version",), ("merge",), ("rebuild",)]),
)
STEPS = st.lists(st.one_of(VERDICTS, EVENTS), max_size=10)


@dataclass
class Row:
    """One verdict, as it was given."""

    id: str
    value: Verdict
    holds: bool = True


@dataclass
class Expected:
    """What is to be shown of the quotation that is judged."""

    source_type: str | None = "unnamed_person"
    called: str | None = "an aide"
    anonymous: bool = True
    via: list[str] = field(default_factory=lambda: ["The Bell"])
    said: bool = True
    is_judged: bool = False
    by_people: bool = False  # whose words they are

    @property
    def name(self) -> str | None:
        return self.called if (self.source_type or "").startswith("named") else None

    @property
    def category(self) -> str:
        if self.source_type is None:
            return "unknown"
        if self.name or self.source_type == "document":
            return "named" if self.name else "document"
        return "anonymous" if self.anonymous else "unnamed"


class Model:
    """The desk's log of one quotation, and the store that it is compared with."""

    def __init__(self, store: Store) -> None:
        self.store, self.rows = store, list[Row]()
        self.added: list[Row] = []
        self.cut: list[Row] = []
        self.undone: list[tuple[Row, str]] = []
        self.greeting, self.parser, self.is_read = 0, 1, True
        store.add(self._article())
        store.add(build_article("b1", ("Another road is open all the year round.", ANN)))
        self.known = next(one.id for one in store.records() if one.text == WHOLE)

    def _article(self) -> ParsedArticle:
        said = [(f"Good morning number {self.greeting}.", ANN)] if self.greeting else []
        return build_article("a1", *said, (ROAD, AIDE), (YES, ANN), parser=str(self.parser))

    def expected(self) -> Expected:
        found = Expected()
        for row in self.rows:
            if not row.holds:
                continue
            value, found.is_judged = row.value, True
            if value.speaker:
                found.by_people = True
                found.source_type, found.called = value.source_type, value.name or value.descriptor
                found.anonymous = found.called == "an aide"
            found.anonymous = found.anonymous if value.anonymous is None else value.anonymous
            found.said = found.said if value.said is None else value.said
            found.via = [] if value.without_via else found.via
            found.via = [*(one for one in found.via if one == "The Bell"), value.via] if value.via else found.via
        return found

    def take(self, step: Step) -> None:
        name, *given = step
        present = next((one for one in self.store.records() if one.text == WHOLE), None)
        self.known = present.id if present else self.known
        verdict = self._verdict(name, *given)
        if verdict is not None:
            self.rows.append(Row(self.store.correct(self.known, verdict, who=DESK), verdict))
        elif name == "confirm" and present is not None:
            held = self.expected()
            row = self.store.confirm(self.known, who=DESK)
            kind: Any = held.source_type
            descriptor = None if held.name else held.called
            right = Verdict(True, True, kind, held.name, descriptor=descriptor, anonymous=held.anonymous)
            self.rows.append(Row(row, right))
        elif name == "add" and not any(row.holds for row in self.added):
            mark = Verdict(speaker=True, source_type="named_person", name="Cy Dunn", via="The Post")
            self.added.append(Row(self.store.mark("a1", self._place("aide"), mark, who=DESK)[0], mark))
        elif name == "span" and present is not None and not self.cut:
            row, _ = self.store.mark("a1", self._place(PART), instead_of=self.known, who=DESK)
            self.cut.append(Row(row, Verdict(said=True)))
        elif name in ("undo", "redo"):
            self._undo(*given)
        elif name in ("reread", "version", "lose"):
            self._read_anew(name)
        elif name == "merge":
            self._merge_and_part()
        elif name == "rebuild":
            self.store.rebuild()

    def _verdict(self, name: str, given: Any = None) -> Verdict | None:
        if name == "speaker":
            kind: SourceType = "named_organization" if given == "Harbour Trust" else "named_person"
            return Verdict(speaker=True, source_type=kind, name=given)
        if name == "type":
            return Verdict(speaker=True, source_type=given, descriptor="an aide" if given != "document" else "a memo")
        if name == "anonymous" and self.expected().name is None:
            return Verdict(anonymous=given)
        if name == "via":
            return Verdict(via=given) if given else Verdict(without_via=True)
        if name == "nobody":
            return Verdict(speaker=True)
        if name in ("reject", "restore") and not self.cut:
            return Verdict(said=name == "restore")
        return None

    def _place(self, words: str) -> Span:
        start = self.store.article("a1").article.text.index(words)
        return Span(start, start + len(words))

    def _undo(self, place: int | None = None) -> None:
        """The row at this place, counted from the last one that holds; or, without a place, the last undo."""
        if place is None and self.undone:
            row, undo = self.undone.pop()
            if row in self.cut or row in self.added:
                return
            self.store.undo_correction(undo, who=DESK)
            row.holds = True
            return
        standing = [row for row in (*self.rows, *self.added, *self.cut) if row.holds]
        if place is None or not standing:
            return
        row = standing[-1 - place % len(standing)]
        self.undone.append((row, self.store.undo_correction(row.id, who=DESK)))
        row.holds = False
        self.cut = [one for one in self.cut if one.holds]
        self.added = [one for one in self.added if one.holds]

    def _read_anew(self, how: str) -> None:
        self.parser += how != "version"
        self.greeting += how == "version"
        parsed, self.is_read = self._article(), how != "lose"
        if how == "lose":
            kept = [one for one in parsed.quotations if ROAD not in one.quotation.span.of(parsed.article.text)]
            parsed = ParsedArticle(parsed.article, tuple(kept), str(self.parser), "1")
        self.store.add(parsed)

    def _merge_and_part(self) -> None:
        """Whoever speaks and Ann Lee are one, and two again."""
        registry, judged = Registry(self.store), self.judged()
        if judged is None or judged.person != "Ben Okafor" or judged.person_id is None:
            return
        registry.merge(judged.person_id, registry.one("Ann Lee").id, judge_name=DESK, reason="")
        assert {one.id for one in self.store.who("Ann Lee")[0].quotations} >= {judged.id}
        row = [row for row, _ in registry.log() if row.verdict == "positive" and row.by == "human"][-1]
        registry.undo(row.id, judge_name=DESK, reason="")

    def judged(self) -> Any:
        wanted = PART if self.cut else WHOLE
        return next((one for one in self.store.records() if one.text == wanted), None)

    def check(self) -> None:
        expected, store = self.expected(), self.store
        shown = expected.said and (self.is_read or expected.is_judged or bool(self.cut))
        words = PART if self.cut else WHOLE
        record = self.judged()
        texts = {one.text for one in store.records()}
        assert (words in texts, (WHOLE if self.cut else PART) in texts) == (shown, False)
        assert ("aide" in texts) == bool(self.added)
        assert {one.text for one in store.search("road shut")} == ({words} if shown else set())
        self._check_who(expected, words, shown)
        self._check_selections(expected, words, shown)
        self._check_rows(expected, words, shown)
        assert not store.faults()
        if not shown:
            return
        called = record.speaker or record.descriptor
        found = (record.source_type, called, record.anonymous, record.category, [via.name for via in record.via])
        assert found == (
            expected.source_type, expected.called, expected.anonymous, expected.category, expected.via
        )  # fmt: skip
        assert record.corrected == (expected.is_judged or bool(self.cut))
        assert record.confidence == 1.0 or not expected.by_people
        assert record.mention is None or expected.called in ("an aide", None) or not expected.by_people
        assert (record.signature is None) == (not record.corrected)
        assert record.signature is None or str(record.signature) == record.evidence[0]

    def _check_who(self, expected: Expected, words: str, shown: bool) -> None:
        for name in NAMES:
            said = {one.text for somebody in self.store.who(name) for one in somebody.quotations}
            assert (words in said) == (shown and expected.name == name), name
        assert ["aide" in one.text for one in self.store.select(Selection(via=("The Post",)))] == (
            [True] if self.added else []
        )

    def _check_selections(self, expected: Expected, words: str, shown: bool) -> None:
        asked = {
            Selection(anonymous=True): expected.anonymous,
            Selection(type=("document",)): expected.source_type == "document",
            Selection(type=("unnamed_group",)): expected.source_type == "unnamed_group",
            Selection(via=("The Bell",)): "The Bell" in expected.via,
            Selection(via=("Reuters",)): "Reuters" in expected.via,
        }
        for selection, wanted in asked.items():
            assert ({one.text for one in self.store.select(selection)} == {words}) == (shown and wanted), selection
        counted = self.store.count()[()]["quotations"]
        others = len(list(self.store.records())) - shown
        assert (counted.strict, counted.total) == (shown and expected.category == "anonymous", others + shown)
        assert counted.told == others + (shown and expected.source_type is not None)

    def _check_rows(self, expected: Expected, words: str, shown: bool) -> None:
        """The network, an export, and the view for those who write SQL."""
        network = graph.build(self.store)
        labels = {data["label"]: data["quotations"] for _, data in network.nodes(data=True)}
        if expected.name != "Ann Lee":
            called = expected.called or ""
            assert labels.get(called, 0) == (1 if shown and called else 0)
        relays = {
            data["label"] for _, data in graph.build(self.store, "relay").nodes(data=True) if data["kind"] == "outlet"
        }
        assert {"The Bell", "Reuters"} & relays == (set(expected.via) if shown else set())
        stream = io.BytesIO()
        FORMATS["csv"].load()(Exported(self.store, Selection()), stream)
        rows = {row["words"]: row for row in csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8")))}
        assert set(rows) == {one.text for one in self.store.records()}
        with self.store._engine.connect() as connection:
            view = "SELECT words, speaker, descriptor, source_type, category, anonymous, corrected_by FROM said"
            said = {row.words: row for row in connection.execute(text(view))}
        assert set(said) == set(rows)
        if shown:
            row, told = rows[words], said[words]
            assert (row["speaker"] or row["descriptor"] or None) == expected.called == (told.speaker or told.descriptor)
            assert (row["category"], row["source_type"] or None) == (expected.category, expected.source_type)
            assert (told.category, told.source_type, bool(told.anonymous)) == (
                expected.category, expected.source_type, expected.anonymous
            )  # fmt: skip
            assert (
                (row["corrected_by"] or None) == told.corrected_by == (DESK if expected.is_judged or self.cut else None)
            )


def walk(store: Store, steps: list[Step]) -> None:
    model = Model(store)
    for step in steps:
        model.take(step)
    model.check()


@given(steps=STEPS)
@settings(max_examples=60)
def test_corrections_show_everywhere_and_hold_through_whatever_comes(steps: list[Step]) -> None:
    with open_store("sqlite://") as store:
        walk(store, steps)


@given(steps=STEPS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_corrections_show_and_hold_in_postgresql(postgresql: str, steps: list[Step]) -> None:
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    with open_store(postgresql) as store:
        walk(store, steps)

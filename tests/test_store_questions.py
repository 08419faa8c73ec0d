"""Questions with SQL of their own, on every database: whom quotations are about, periods, last words, who is quoted
where, wordings, roles at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from quotes.domain import Cast, CastMention, Member, ParsedArticle, Source, Span, member_id
from quotes.errors import UsageError
from quotes.store import Selection, Store, Verdict
from quotes.store.people.registry import Registry
from tests.conftest import build_article

ANN, BOB, AIDE = (
    Source("named_person", "Ann Lee", role="mayor"),
    Source("named_person", "Bob Rees"),
    Source("unnamed_person", None, descriptor="an aide", anonymous=True),
)


def with_cast(parsed: ParsedArticle, names: Sequence[str], pronouns: dict[str, str] | None = None) -> ParsedArticle:
    """The article with everybody of these names in its cast, and those whom a word stands for once."""
    text, members = parsed.article.text, []
    for name in names:
        spans = [CastMention(Span(at, at + len(name)), "name") for at in range(len(text)) if text.startswith(name, at)]
        if word := (pronouns or {}).get(name):
            spans.append(CastMention(Span(text.index(word), text.index(word) + len(word)), "pronoun"))
        members.append(Member(member_id(parsed.article.id, spans[0].span), "person", name, tuple(spans), (), ()))
    places = {name: place for place, name in enumerate(names)}
    quotations = tuple(
        replace(one, source=replace(one.source, member=places.get(one.source.name or ""))) if one.source else one
        for one in parsed.quotations
    )
    return replace(parsed, cast=Cast(tuple(members)), quotations=quotations)


@pytest.fixture
def asked(store: Store) -> Store:
    one = build_article("a", ("I trust her.", BOB), ("Ann Lee stays.", ANN), outlet="Echo", published=date(2024, 1, 30))
    two = build_article("b", ("Ann Lee was wrong.", AIDE), ("No.", BOB), outlet="Bell", published=date(2024, 3, 1))
    store.add(with_cast(one, ["Ann Lee", "Bob Rees"], {"Ann Lee": "her"}))
    store.add(with_cast(two, ["Ann Lee", "Bob Rees"]))
    return store


def about(store: Store, given: str) -> list[str]:
    return [record.text for record in store.select(Selection(about=(given,)))]


ALL = ["“I trust her.”", "“Ann Lee stays.”", "“Ann Lee was wrong.”"]


def test_who_is_mentioned_by_name_word_and_id(asked: Store) -> None:
    for given in ("Ann Lee", "lee", "ANN lee"):
        assert about(asked, given) == ALL
    [ann] = [one.id for one in asked.people("Ann Lee")]
    assert about(asked, ann) == ALL[:2]  # in the other article she says nothing: who it is there is not known
    assert about(asked, "wrong OR trust*") == [ALL[0], ALL[2]]
    with pytest.raises(UsageError, match="holds no word"):
        about(asked, "…")


def test_mentions_outlive_a_merge_a_correction_and_a_rebuild(asked: Store) -> None:
    third = build_article("c", ("Ann Lee is back.", BOB), ("So it is.", ANN), published=date(2024, 5, 1))
    asked.add(with_cast(third, ["Ann Lee", "Bob Rees"]))
    registry = Registry(asked)
    people = [one.id for one in asked.people("Ann Lee")]
    if len(people) > 1:
        registry.merge(*people, judge_name="a reader", reason="")
    [ann] = [one.id for one in asked.people("Ann Lee")]
    assert about(asked, ann) == [*ALL[:2], "“Ann Lee is back.”"]
    [quotation] = [record.id for record in asked.search('"so it is"')]
    asked.correct(quotation, Verdict(speaker=True, source_type="named_person", name="Bob Rees"), who="a reader")
    before = about(asked, "Ann Lee")
    asked.rebuild()
    assert about(asked, "Ann Lee") == before == [*ALL, "“Ann Lee is back.”"]


def test_periods(asked: Store) -> None:
    asked.add(build_article("undated", ("Maybe.", BOB), published=None))
    found = [
        (one.name, one.quotations, one.articles) for one in asked.periods(Selection(speaker=("Bob Rees",)), "month")
    ]
    assert found == [("2024-01", 1, 1), ("2024-03", 1, 1), (None, 1, 1)]
    assert [one.name for one in asked.periods(Selection(about=("Ann Lee",)), "year")] == ["2024"]


def test_last_words(asked: Store) -> None:
    ids = {one.name: one.id for one in asked.speakers()}
    found = asked.latest(Selection(), [str(ids["Bob Rees"]), str(ids["Ann Lee"]), "nobody"])
    assert {identity: record.text for identity, record in found.items()} == {
        ids["Bob Rees"]: "“No.”", ids["Ann Lee"]: "“Ann Lee stays.”"
    }  # fmt: skip
    assert asked.latest(Selection(outlet=("Nowhere",)), [str(ids["Bob Rees"])]) == {}


@pytest.mark.parametrize(
    ("dimension", "value", "names"),
    [
        ("outlet", "the echo", {"Ann Lee": 1, "Bob Rees": 1}),
        ("month", "2024-03", {"Bob Rees": 1}),
        ("year", "2024", {"Ann Lee": 1, "Bob Rees": 2}),
        ("desk", "Sport", {}),
        ("byline", "Nobody", {}),
    ],
)
def test_who_is_quoted_in_a_place(asked: Store, dimension: str, value: str, names: dict[str, int]) -> None:
    found: dict[str, int] = {}
    for one in asked.quoted(Selection(), dimension, value):  # type: ignore[arg-type]
        found[one.name] = found.get(one.name, 0) + one.quotations
    assert found == names


def test_a_role_at_a_time(asked: Store) -> None:
    [ann] = [one.id for one in asked.people("Ann Lee")]
    held = asked.role_at(ann, date(2024, 2, 1))
    assert held is not None
    assert (held.role, held.published, held.article) == ("mayor", date(2024, 1, 30), "a")
    assert asked.role_at(ann, date(2024, 1, 1)) is None


def test_wordings(asked: Store) -> None:
    asked.add(
        build_article("a", ("I trust her now.", ANN), ("Really.", BOB), outlet="Echo", published=date(2024, 1, 30))
    )
    old, new, changes = asked.compare_wordings("a")
    assert (old.reference, new.reference) == ("a@1", "a@2")
    assert [(one.fate, one.speaker_changed) for one in changes] == [
        ("altered", True),
        ("added", False),
        ("dropped", False),
    ]
    assert [one.fate for one in asked.compare_wordings("a@1", "a@1")[2]] == ["kept", "kept"]
    with pytest.raises(UsageError, match="b has one wording"):
        asked.compare_wordings("b")
    with pytest.raises(UsageError, match="article 'z' is not stored"):
        asked.compare_wordings("z")


def test_quotations_are_numbered_apart_from_reports(asked: Store) -> None:
    assert [record.reference for record in asked.article("a").quotations] == ["a#1", "a#2"]
    assert [record.reference for record in asked.search('"stays"')] == ["a#2"]


@pytest.mark.parametrize(
    "selection",
    [
        Selection(since=date(2024, 2, 1)),
        Selection(until=date(2024, 2, 1), indirect=True),
        Selection(outlet=("the bell",)),
        Selection(outlet=("Echo", "Bell"), desk=("Sport",)),
        Selection(byline=("Ada Quill",)),
    ],
)
def test_what_is_asked_of_places_alone_counts_as_if_of_quotations(asked: Store, selection: Selection) -> None:
    assert selection.of_places() is not None
    longer = replace(selection, min_confidence=0.0)
    assert longer.of_places() is None
    for by in ((), ("outlet",), ("month",)):
        assert asked.count(selection, by) == asked.count(longer, by)
    assert list(asked.speakers(selection)) == list(asked.speakers(longer))

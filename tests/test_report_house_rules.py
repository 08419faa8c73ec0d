"""What each house rule minds, and what it lets pass."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.classify.reasons import REASON_CLASSES, classify_reason, is_boilerplate
from quotes.domain import ParsedArticle, Source, Span
from quotes.errors import UsageError
from quotes.report import HOUSE_RULES, Counted, HouseRule, choose_rules, find_breaches
from quotes.store import open_store

Build = Callable[..., ParsedArticle]
PAGE = Path(__file__).parent.parent / "docs" / "anonymous.md"
PLAIN = ("The dam is sound and will stay so.", Source("named_person", "Ann Lee"))


def unnamed(descriptor: str, type: str = "unnamed_person", reason: Span | None = None) -> Source:
    assert type in ("unnamed_person", "unnamed_group")
    kind = "unnamed_group" if type == "unnamed_group" else "unnamed_person"
    return Source(kind, descriptor=descriptor, anonymous=True, reason=reason)  # type: ignore[arg-type]


def group(descriptor: str) -> Source:
    return unnamed(descriptor, "unnamed_group")


def minded(name: str, *articles: ParsedArticle) -> list[tuple[str, str]]:
    with open_store("sqlite://") as store:
        for article in articles:
            store.add(article)
        found = list(find_breaches(Counted(store), choose_rules([name])))
    return [(one.quotation.story.id, one.what) for one in found]


def with_reason(parsed: ParsedArticle, reason: str) -> ParsedArticle:
    """The article with this reason after its end, given for its first quotation."""
    text = f"{parsed.article.text}{reason}"
    first = parsed.quotations[0]
    assert first.source is not None
    source = replace(first.source, reason=Span(len(text) - len(reason), len(text)))
    article = replace(parsed.article, text=text)
    return replace(parsed, article=article, quotations=(replace(first, source=source), *parsed.quotations[1:]))


@pytest.mark.parametrize(
    ("descriptor", "bare"),
    [
        ("a source", True),
        ("Sources", True),
        ("one person", True),
        ("two people", True),
        ("a diplomatic source", False),
        ("a person familiar with the talks", False),
        ("an official", False),
        ("many", False),
    ],
)
def test_bare_source(build: Build, descriptor: str, bare: bool) -> None:
    expected = [("a", descriptor)] if bare else []
    assert minded("bare-source", build("a", PLAIN, ("Yes.", unnamed(descriptor)))) == expected


def test_no_reason_once_a_source(build: Build) -> None:
    twice = build("a", ("Yes.", unnamed("an aide")), ("No.", unnamed("an aide")), ("Well.", unnamed("a clerk")))
    assert minded("no-reason", twice) == [("a", "an aide"), ("a", "a clerk")]
    assert minded("no-reason", with_reason(twice, "who feared for his job")) == [("a", "a clerk")]


@pytest.mark.parametrize(
    ("reason", "name", "boilerplate"),
    [
        ("who spoke on condition of anonymity", "boilerplate", True),
        ("who asked not to be named", "boilerplate", True),
        ("because he was not authorized to speak publicly", "not_authorised", True),
        ("because they weren't allowed to talk to reporters", "not_authorised", True),
        ("citing the sensitivity of the matter", "sensitivity", True),
        ("on condition of anonymity to speak candidly", "boilerplate", True),
        ("on condition of anonymity because the sale has not been announced", "sensitivity", False),
        ("on condition of anonymity for fear of reprisals", "fear", False),
        ("who was not authorised to speak and feared being fired", "fear", False),
        ("who did not want to embarrass his minister", "courtesy", False),
        ("who spoke on condition of anonymity because his shift begins at six", "other", False),
    ],
)
def test_reasons(build: Build, reason: str, name: str, boilerplate: bool) -> None:
    assert classify_reason(reason) == name
    assert is_boilerplate(reason) is boilerplate
    article = with_reason(build("a", ("Yes.", unnamed("an aide")), PLAIN), reason)
    assert minded("boilerplate-reason", article) == ([("a", reason)] if boilerplate else [])
    assert set(REASON_CLASSES) >= {name, classify_reason(None)}


def test_lede_and_first_quotation(build: Build) -> None:
    late = build("late", PLAIN, ("The dam gave way in the night and nobody was told of it.", unnamed("an aide")))
    early = build("early", ("The dam gave way in the night and nobody was told of it.", unnamed("an aide")), PLAIN)
    head = build(
        "head", ("It burst", unnamed("an aide")), ("Nobody had looked at the old dam for forty years.", PLAIN[1])
    )
    articles = (late, early, head)
    assert minded("lede", *articles) == [("early", "an aide"), ("head", "an aide")]
    assert minded("first-quotation", *articles) == [("early", "an aide"), ("head", "an aide")]


@pytest.mark.parametrize(
    ("words", "opinion"),
    [
        ("He is an idiot and everybody knows it.", ["idiot"]),
        ("I don’t think it will hold.", ["I don’t think"]),
        ("It was a disaster.", ["disaster"]),
        ("The vote is on Tuesday.", []),
        ("They will fail in court.", []),
    ],
)
def test_opinion(build: Build, words: str, opinion: list[str]) -> None:
    assert [what for _, what in minded("opinion", build("a", (words, unnamed("an aide"))))] == opinion
    assert minded("opinion", build("a", (words, PLAIN[1]))) == []


def test_single_source(build: Build) -> None:
    aide = ("Yes.", unnamed("an aide"))
    assert minded("single-source", build("a", aide, ("No.", unnamed("an aide")), ("Oh.", None))) == [("a", "an aide")]
    assert minded("single-source", build("a", aide, PLAIN)) == []
    assert minded("single-source", build("a", aide, ("No.", unnamed("a clerk")))) == []
    assert minded("single-source", build("a", aide, ("No.", Source("document", descriptor="the report")))) == []


@pytest.mark.parametrize(
    ("later", "minds"),
    [
        ([unnamed("the official")], True),
        ([unnamed("the senior official")], True),
        ([unnamed("a second official"), unnamed("the official")], False),
        ([unnamed("one of them"), unnamed("the official")], False),
        ([unnamed("the aide")], False),
        ([group("the officials")], False),
    ],
)
def test_plural_for_one(build: Build, later: list[Source], minds: bool) -> None:
    article = build("a", ("Yes.", group("senior officials")), *(("No.", source) for source in later))
    found = minded("plural-for-one", article)
    assert [what for _, what in found] == ([f"senior officials … {later[-1].descriptor}"] if minds else [])


def test_spokespersons_and_critics_are_not_minded(build: Build) -> None:
    spokesman = Source("unnamed_person", descriptor="a spokesman", anonymous=True)
    critics = Source("unnamed_group", descriptor="critics")
    article = build("a", ("I think it is a disaster.", spokesman), ("It is a disaster.", critics))
    assert [minded(name, article) for name in HOUSE_RULES] == [[]] * len(HOUSE_RULES)


def test_a_wire_copy_is_minded_once(build: Build) -> None:
    said = [(f"The dam gave way at {hour} in the night.", unnamed("an aide")) for hour in ("one", "two", "three")]
    assert minded("no-reason", build("a", *said, outlet="Echo"), build("b", *said, outlet="Bell")) == [("a", "an aide")]


def test_rules_are_switched_by_name() -> None:
    assert [rule.name for rule in choose_rules()] == list(HOUSE_RULES)
    assert [rule.name for rule in choose_rules(["opinion", "lede"])] == ["lede", "opinion"]
    assert "opinion" not in [rule.name for rule in choose_rules((), ["opinion"])]
    with pytest.raises(UsageError, match="no house rule 'nonsense'; choose from bare-source, "):
        choose_rules(["nonsense"])


@pytest.mark.parametrize("rule", HOUSE_RULES.values(), ids=list(HOUSE_RULES))
def test_every_rule_says_where_it_comes_from(rule: HouseRule) -> None:
    assert rule.check.__doc__


@pytest.mark.parametrize("rule", HOUSE_RULES.values(), ids=lambda rule: rule.name)
def test_every_rule_is_documented(rule: HouseRule) -> None:
    assert f"| `{rule.name}` | {rule.definition} |" in PAGE.read_text(encoding="utf-8")

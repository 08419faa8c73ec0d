"""What is said of a source beneath its type: standing, parts, number, document, refusal, addressee, wire copy."""

from dataclasses import replace
from pathlib import Path

import pytest

from quotes.classify import find_wire_copy
from quotes.definitions import STANDINGS
from quotes.domain import Article, Cue, Source, Span
from tests.plain_reading import read, sources_of


def sources(marked: str, **told: object) -> list[Source]:
    article, analysis, attributions = read(marked, **told)  # type: ignore[arg-type]
    found = sources_of(article, analysis, attributions)
    assert None not in found
    return [source for source in found if source is not None]


def source(marked: str, **told: object) -> Source:
    [found] = sources(marked, **told)
    return found


@pytest.mark.parametrize(
    ("mention", "standing"),
    [
        ("Ada Byron", "named"),
        ("the retired neurosurgeon", "office_holder"),
        ("the Harvest Times", "outlet"),
        ("the Harvest Office", "named"),
        ("a spokesman for the party", "spokesperson"),
        ("a senior official", "described"),
        ("a source", "bare"),
        ("two sources", "bare"),
        ("a source in the ministry", "described"),
        ("a second source", "bare"),
        ("her husband", "described"),
        ("my father", "described"),
        ("anybody", "rhetorical"),
        ("critics", "rhetorical"),
        ("the report", "document"),
        ("I", "narrator"),
    ],
)
def test_standing(mention: str, standing: str) -> None:
    found = source(f"“Rain,” {{{mention}}} said.", organisations=["Harvest Office", "the Harvest Times"])
    assert found.standing == standing


def test_a_spokesman_who_hides_is_a_source_like_any_other() -> None:
    assert source("“Rain,” said {a spokesman}, who asked not to be named.").standing == "described"


@pytest.mark.parametrize(
    ("mention", "parts"),
    [
        ("a senior Harvest Office official", ("official", "senior", "Harvest Office")),
        ("a western diplomatic source", ("source", None, "western diplomatic")),
        ("a source in the ministry", ("source", None, "ministry")),
        ("a spokesman for the party", ("spokesman", None, "party")),
        ("one of the aides", ("aides", None, None)),
        ("a former aide", ("former aide", None, None)),
        ("two Byron aides", ("aides", None, "Byron")),
        ("a person familiar with the talks", ("person", None, None)),
    ],
)
def test_the_parts_of_a_descriptor(mention: str, parts: tuple[str | None, ...]) -> None:
    description = source(f"“Rain,” {{{mention}}} said.", organisations=["Harvest Office"], no_people=True).description
    assert description is not None
    assert (description.role, description.seniority, description.affiliation) == parts


def test_the_named_have_no_description() -> None:
    assert source("“Rain,” {Ada Byron} said.").description is None


@pytest.mark.parametrize(
    ("mention", "count"),
    [
        ("an aide", 1),
        ("two aides", 2),
        ("a dozen aides", 12),
        ("several aides", None),
        ("34 people", 34),
        ("58 percent of voters", None),
        ("Ada Byron", None),
    ],
)
def test_how_many(mention: str, count: int | None) -> None:
    assert source(f"“Rain,” {{{mention}}} said.").count == count


@pytest.mark.parametrize(
    ("mention", "kind"), [("the report", "report"), ("a new poll", "poll"), ("the lawsuit", "court paper")]
)
def test_what_kind_of_document(mention: str, kind: str) -> None:
    assert source(f"“Rain,” {{{mention}}} said.").document_kind == kind


@pytest.mark.parametrize(
    ("frame", "declined"),
    [
        ("declined to comment on", True),
        ("did not respond to", True),
        ("would not say", True),
        ("said it was", False),
        ("declined an offer of", False),
    ],
)
def test_a_declined_comment_makes_nobody_a_source(frame: str, declined: bool) -> None:
    article, analysis, attributions = read(f"{{An aide}} {frame} “rain” there.")
    verb = next(t for t in analysis.tokens if t.text == frame.split()[0])
    [attribution] = attributions
    told = [replace(attribution, cue=Cue(verb.span, verb.lemma))]
    [found] = sources_of(article, analysis, told)
    assert found is not None
    assert (found.declined, found.anonymous) == (declined, not declined)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“Rain,” {Ada Byron} told reporters.", "reporters"),
        ("“Rain,” {Ada Byron} told the crowd.", "the crowd"),
        ("“Rain,” {Ada Byron} said.", None),
    ],
)
def test_to_whom(text: str, addressee: str | None) -> None:
    article, analysis, attributions = read(text)
    [found] = sources_of(article, analysis, attributions)
    assert found is not None
    assert (found.addressee.of(article.text) if found.addressee else None) == addressee


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("who was not authorised to speak", "not_authorised"),
        ("who asked not to be named for fear of reprisal", "fear"),
        ("who spoke on condition of anonymity", "boilerplate"),
    ],
)
def test_the_class_of_a_reason(clause: str, kind: str) -> None:
    assert source(f"“Rain,” said {{an aide}}, {clause}.").reason_class == kind


def test_without_a_reason_the_class_says_so_and_the_named_have_none() -> None:
    assert source("“Rain,” said {an aide}.").reason_class == "none"
    assert source("“Rain,” said {Ada Byron}.").reason_class is None


def test_a_reason_holds_for_all_quotations_of_its_source() -> None:
    text = "“Rain,” said {an aide}, who asked not to be named.\n“It will snow.”\n“Hail,” {an aide} said."
    article, analysis, attributions = read(text.replace("“It will snow.”", "It rained."))
    found = sources_of(article, analysis, attributions)
    assert {s.reason.of(article.text) for s in found if s and s.reason} == {"who asked not to be named"}
    assert all(s is not None and s.reason is not None for s in found)


def test_a_reason_in_a_sentence_of_its_own_holds_for_those_it_names() -> None:
    text = "“Rain,” {one official} said.\n“Snow,” {an aide} said.\nThe officials spoke on condition of anonymity."
    official, aide = sources(text)
    assert official.reason is not None
    assert aide.reason is None


def test_a_reason_of_several_who_are_counted_holds_for_one_of_them() -> None:
    text = "The two, who spoke on condition of anonymity, arrived.\n“Rain,” {one of the aides} said."
    assert source(text).reason is not None


@pytest.mark.parametrize(
    ("text", "byline", "agency", "span"),
    [
        ("ACCRA (Reuters) - It rained.", None, "Reuters", Span(7, 14)),
        ("It rained.", "The Associated Press", "Associated Press", None),
        ("It rained.", "Ada Byron, AP", "AP", None),
        ("It rained.", "Ada Byron", None, None),
        ("She told (Reuters) that it rained.", None, None, None),
    ],
)
def test_wire_copy(text: str, byline: str | None, agency: str | None, span: Span | None) -> None:
    found = find_wire_copy(Article("a", text, outlet="Harvest Post", byline=byline))
    assert (found and found.name, found and found.span) == (agency, span)


def test_the_docs_say_what_each_standing_means() -> None:
    page = (Path(__file__).parents[1] / "docs" / "anonymous.md").read_text(encoding="utf-8")
    for standing, (_, meaning) in STANDINGS.items():
        assert f"| `{standing}` | {meaning} |" in page


def test_an_agency_copies_nothing_from_itself() -> None:
    assert find_wire_copy(Article("a", "ACCRA (Reuters) - It rained.", outlet="Reuters")) is None

"""What kind of source a mention is, and whether it is anonymous, one line a case."""

from dataclasses import replace

import pytest

from quotes.cast import Identity
from quotes.cast.certainty import LEAST
from quotes.cast.resolve import Resolver
from quotes.domain import Cue, Kind, Source, Span
from tests.plain_reading import read, sources_of


def sources(marked: str, **told: object) -> list[Source | None]:
    article, analysis, attributions = read(marked, **told)  # type: ignore[arg-type]
    return list(sources_of(article, analysis, attributions))


def source(marked: str, **told: object) -> Source:
    [found] = sources(marked, **told)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("mention", "expected", "anonymous"),
    [
        ("Ada Byron", "named_person", False),
        ("the retired neurosurgeon", "named_person", False),
        ("the Harvest Office", "named_organization", False),
        ("Byron’s campaign", "named_organization", False),
        ("a senior official", "unnamed_person", True),
        ("a spokesman for the party", "unnamed_person", True),
        ("the source", "unnamed_person", True),
        ("one of the aides", "unnamed_person", True),
        ("my father", "unnamed_person", False),
        ("officials", "unnamed_group", True),
        ("two aides", "unnamed_group", True),
        ("people familiar with the talks", "unnamed_group", True),
        ("people who were at the dinner", "unnamed_group", True),
        ("unnamed voters", "unnamed_group", True),
        ("critics", "unnamed_group", False),
        ("many voters", "unnamed_group", False),
        ("protesters", "unnamed_group", True),
        ("several charities", "unnamed_group", True),
        ("most charities", "unnamed_group", False),
        ("the opposition", "unnamed_group", False),
        ("a number of aides", "unnamed_group", True),
        ("many in the party", "unnamed_group", False),
        ("the former strategist", "unnamed_person", True),
        ("the former senator", "named_person", False),
        ("the driver", "unnamed_person", True),
        ("the principal", "named_person", False),
        ("the chief executive", "named_person", False),
        ("the investor", "unnamed_person", True),
        ("the mother", "named_person", False),
        ("a rough system", "document", False),
        ("one of the protesters", "unnamed_person", True),
        ("her husband", "unnamed_person", False),
        ("a sister", "unnamed_person", True),
        ("a victim’s sister", "unnamed_person", True),
        ("A", "named_person", False),
        ("Q", "narrator", False),
        ("a heckler", "unnamed_person", True),
        ("the crowd", "unnamed_group", False),
        ("a speechwriter", "unnamed_person", True),
        ("a young 15-year-old", "unnamed_person", True),
        ("a dentist", "unnamed_person", True),
        ("a banner", "document", False),
        ("an account", "document", False),
        ("Byron’s commentary", "document", False),
        ("Byron’s campaign manager", "named_person", False),
        ("a potential president", "unnamed_person", False),
        ("someone in the room", "unnamed_person", True),
        ("one of the mayor’s friends", "unnamed_person", True),
        ("nobody", "unnamed_person", False),
        ("you", "unnamed_person", False),
        ("the media", "unnamed_group", False),
        ("the jury", "named_organization", False),
        ("58 percent of voters", "unnamed_group", False),
        ("the report", "document", False),
        ("a new poll by Ada Byron", "document", False),
        ("I", "narrator", False),
    ],
)
def test_types_and_anonymity(mention: str, expected: str, anonymous: bool) -> None:
    found = source(f"“Rain,” {{{mention}}} said.", organisations=["Harvest Office"])
    assert (found.type, found.anonymous) == (expected, anonymous)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Rain,” said {harvest author} and journalist Ada Byron.", "Ada Byron"),
        ("“Rain,” said {former secretary} of state Ada Byron.", "Ada Byron"),
        ("“Rain,” said {a former candidate} – Ada Byron, of the party.", "Ada Byron"),
        ("“Rain,” said {his old doctor}, the surgeon Ada Byron.", "Ada Byron"),
        ("“Rain,” said {a friend} of Ada Byron.", None),
        ("“Rain,” said {an aide} to mayor Ada Byron.", None),
        ("According to {an official}, Ada Byron said “rain”.", None),
        ("“Rain,” said {an official}. Ada Byron arrived.", None),
    ],
)
def test_a_name_beside_a_mention_that_was_cut_before_it(text: str, name: str | None) -> None:
    found = source(text)
    assert (found.name, found.anonymous) == (name, name is None)


@pytest.mark.parametrize(("lemma", "expected"), [("read", "document"), ("say", "named_organization")])
def test_what_stands_on_a_board_is_read(lemma: str, expected: str) -> None:
    article, analysis, [attribution] = read("{A board} spoke: “Rain.”")
    reading = replace(attribution, cue=Cue(Span(8, 13), lemma))
    [found] = sources_of(article, analysis, [reading])
    assert found is not None
    assert found.type == expected


def test_a_group_that_thinks_has_not_spoken() -> None:
    assert not source("{Officials} fear “rain” there.").anonymous


def test_an_unnamed_source_keeps_its_wording_and_has_no_name() -> None:
    found = source("“Rain,” {a western diplomatic source} told the Guardian.")
    assert (found.name, found.descriptor) == (None, "a western diplomatic source")


def test_without_mention_there_is_no_source() -> None:
    assert sources("“It will rain.” Ada Byron arrived.") == [None]


def test_one_identity_for_each_attribution() -> None:
    article, analysis, attributions = read("“Rain,” {Ada Byron} said.")
    with pytest.raises(ValueError, match="as many identities"):
        sources_of(article, analysis, attributions, [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "“Rain,” said {an aide, who spoke on condition of anonymity because the talks are secret}.",
            "who spoke on condition of anonymity because the talks are secret",
        ),
        ("“Rain,” said {an aide} who asked not to be named.", "who asked not to be named"),
        ("“Rain,” said {an aide}, speaking on the condition of anonymity.", "speaking on the condition of anonymity"),
        ("“Rain,” said {an aide} who was not authorized to speak.", "who was not authorized to speak"),
        ("“Rain,” said {an aide}, who declined to be identified, citing fear of reprisal.",
         "who declined to be identified, citing fear of reprisal"),
        ("“Rain,” said {an aide} who asked to remain anonymous.", "who asked to remain anonymous"),
        ("“Rain,” said {an aide}, who prefers not to be named.", "who prefers not to be named"),
        ("“Rain,” said {an aide}, speaking under a pseudonym.", "speaking under a pseudonym"),
        ("“Rain,” said {an aide} who asked that his name not be used.", "who asked that his name not be used"),
        ("“Rain,” said {an aide}. The aide requested anonymity.", "requested anonymity"),
        ("“Rain,” said {an aide} on Monday. The aide asked not to be named.", "asked not to be named"),
    ],
)  # fmt: skip
def test_the_reason_is_the_clause_as_worded(text: str, reason: str) -> None:
    article, analysis, attributions = read(text)
    [found] = sources_of(article, analysis, attributions)
    assert found is not None
    assert found.anonymous
    assert found.reason is not None
    assert found.reason.of(article.text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "“Rain,” said {a spokesman}. “Snow,” {an official} said, speaking on condition of anonymity.",
        "“Rain,” said {a nurse}. A clerk, who asked not to be named, said more.",
        "“Rain,” said {an aide}. Another aide asked not to be named.",
        "“Rain,” said {officials}. He asked not to be named.",
        "“Rain,” {a nurse} said, and {a clerk} who asked not to be named said “snow” there.",
    ],
)
def test_a_reason_is_not_taken_from_another_source(text: str) -> None:
    found = sources(text)[0]
    assert found is not None
    assert found.reason is None


@pytest.mark.parametrize(
    "text",
    [
        "“Rain,” said {an aide}. He asked not to be named.",
        "“Rain,” said {an aide} to the office. The person asked not to be named.",
        "“Rain,” said {two aides}. They asked not to be named.",
        "“Rain,” said {an aide}, who asked not to be named, and {a clerk} said “snow” there.",
        "“Rain,” said {two aides}. Both aides asked not to be named.",
    ],
)
def test_a_source_taken_up_again_keeps_its_reason(text: str) -> None:
    found = sources(text)[0]
    assert found is not None
    assert found.reason is not None


def test_a_named_person_has_no_reason() -> None:
    assert source("“Rain,” said {Ada Byron}, who spoke on condition of anonymity before.").reason is None


def test_a_reason_gives_critics_away_as_real_people() -> None:
    assert source("“Rain,” said {critics}, who spoke on condition of anonymity.").anonymous


@pytest.mark.parametrize("kind", ["direct", "mixed"])
@pytest.mark.parametrize("confidence", [0.95, 0.45, 0.25])
def test_a_mention_that_is_shown_is_shown_with_its_name_however_unsure(kind: Kind, confidence: float) -> None:
    article, analysis, (attribution,) = read("“It will rain,” said {Ada Byron}.")
    quotation = replace(attribution.quotation, kind=kind)
    [found] = sources_of(article, analysis, [replace(attribution, quotation=quotation, confidence=confidence)])
    assert found is not None
    assert found.name == "Ada Byron"


@pytest.mark.parametrize("certainty", [LEAST - 0.01, LEAST + 0.01])
def test_a_name_that_is_itself_too_unsure_is_withheld_with_its_cause(
    certainty: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes.cast.resolve.name_certainty", lambda _: certainty)
    article, analysis, attributions = read("“It will rain,” said {Ada Byron}.")
    [identity] = Resolver(article, analysis, attributions).identities()
    [found] = sources_of(article, analysis, attributions)
    assert identity is not None
    assert found is not None
    if certainty < LEAST:
        assert identity.withheld is not None
        assert "Ada Byron" in identity.withheld
        assert (found.name, found.type, found.descriptor) == (None, "named_person", "Ada Byron")
    else:
        assert identity.withheld is None
        assert (found.name, found.name_confidence) == ("Ada Byron", certainty)


@pytest.mark.parametrize(
    ("text", "confidence", "anonymous"),
    [
        ("“It will rain,” said {an aide}.", 0.55, True),
        ("“It will rain,” said {an aide}.", 0.45, False),
        ("“It will rain,” said {an aide}, who asked not to be named.", 0.45, True),
        ("“It will rain,” said {an aide}. The aide asked not to be named.", 0.45, False),
    ],
)
def test_a_mention_likelier_right_than_wrong_hides_and_so_does_a_reason_beside_it(
    text: str, confidence: float, anonymous: bool
) -> None:
    article, analysis, (attribution,) = read(text)
    quotation = replace(attribution.quotation, kind="mixed")
    reading = [replace(attribution, quotation=quotation, confidence=confidence)]
    [found] = sources_of(article, analysis, reading)
    assert found is not None
    assert found.anonymous == anonymous


def test_the_initials_of_a_document_are_no_body() -> None:
    found = source("“Rain,” {the FIR} said.", organisations=["FIR"])
    assert (found.type, found.name) == ("document", None)


@pytest.mark.parametrize(
    ("text", "expected", "anonymous"),
    [
        ("Ada Byron met the mayor. “Rain,” {the official} said.", "named_person", False),
        ("Ada Byron met an official. “Rain,” {the official} said.", "unnamed_person", True),
        ("Ada Byron met two officials. “Rain,” {the official} said.", "unnamed_person", True),
        ("Ada Byron was told of it. “Rain,” {the source} said.", "unnamed_person", True),
        ("It was late. “Rain,” {the official} said.", "unnamed_person", True),
    ],
)
def test_whoever_is_known_and_was_not_brought_in_is_named_elsewhere(text: str, expected: str, anonymous: bool) -> None:
    article, analysis, attributions = read(text)
    [found] = sources_of(article, analysis, attributions, [Identity("unnamed", descriptor="the official")])
    assert found is not None
    assert (found.type, found.anonymous) == (expected, anonymous)


@pytest.mark.parametrize(
    ("text", "name", "anonymous"),
    [
        ("“Rain,” said {Ada}, not her real name.", None, True),
        ("“Rain,” said {Ada}, whose name has been changed. “Snow,” she said.", None, True),
        ("“Rain,” said {Ada}, who asked to be identified only by her first name.", None, True),
        ("“Rain,” said {Ada}, who declined to give her last name.", None, True),
        ("“Rain,” said {a resident} who gave her name only as Mary.", None, True),
        ("“Rain,” said {Ada}, who declined to give a date.", "Ada", False),
        ("“Rain,” said {Ada Byron}, known only by her first name.", "Ada Byron", False),
    ],
)
def test_a_name_that_hides_somebody_names_nobody(text: str, name: str | None, anonymous: bool) -> None:
    article, analysis, attributions = read(text)
    [found] = sources_of(article, analysis, attributions[:1])
    assert found is not None
    assert (found.name, found.anonymous, found.reason is not None) == (name, anonymous, anonymous)


@pytest.mark.parametrize("group", ["crew", "gang", "quartet", "household", "cast"])
def test_people_together_are_no_document(group: str) -> None:
    assert source(f"“Rain,” {{the {group}}} said.").type == "unnamed_group"


@pytest.mark.parametrize("group", ["brigade", "orchestra", "choir"])
def test_people_of_one_house_are_a_body(group: str) -> None:
    assert source(f"“Rain,” {{the {group}}} said.").type == "named_organization"

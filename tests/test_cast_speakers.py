"""Whom a mention is resolved to, one line a case: the names that the quotations must get, None where they must get
none."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.cast import Identity, resolve_speakers
from quotes.domain import Attribution, Cue, Mention, Quotation, Span
from tests.plain_reading import read


def identities(marked: str, **told: object) -> list[Identity | None]:
    article, analysis, attributions = read(marked, **told)  # type: ignore[arg-type]
    return list(resolve_speakers(article, analysis, attributions))


def names(marked: str, **told: object) -> list[str | None]:
    return [i.name if i is not None else None for i in identities(marked, **told)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("“It will rain,” said {Ada Byron}.", ["Ada Byron"]),
        ("Ada Byron spoke. “It will rain,” said {Byron}.", ["Ada Byron"]),
        ("{Mr. Ould-Salem} spoke. “It will rain,” he said.\nAhmed Ould-Salem met the king.", ["Ahmed Ould-Salem"]),
        ("Ada Byron spoke. “Rain,” said {Ms. Byron}.\n“Snow,” {she} said.", ["Ada Byron", "Ada Byron"]),
        ("Ada King Byron arrived.\nAda Byron spoke. “Rain,” {Byron} said.", ["Ada King Byron"]),
        ("Robert Peel spoke. “Rain,” said {Bob Peel}.", ["Robert Peel"]),
        ("“Rain,” said {Harvest Minister Ada Byron}.", ["Ada Byron"]),
        ("“Rain,” said {Tan Sri Lim Wei Jie}.", ["Lim Wei Jie"]),
        ("“Rain,” said {Doña Ada Byron}.", ["Ada Byron"]),
        ("“Rain,” said {Secretary of State Ada Byron}.", ["Ada Byron"]),
        ("Wei Jie Lim spoke. “Rain,” {Lim} said.", ["Wei Jie Lim"]),
        ("Kao Yung spoke. “Rain,” {Kao} said.", ["Kao Yung"]),
    ],
)
def test_names_become_the_fullest_that_the_article_gives(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("“Rain,” said {Jockey Zzyzx Byron}.", ["Zzyzx Byron"]),
        ("“Rain,” said {Lord Byron}.", ["Lord Byron"]),
        ("“Rain,” said {Chief Press Secretary Ada Byron}.", ["Ada Byron"]),
        ("{Panel chairman Ada Byron} spoke. “Rain,” {she} said.", ["Ada Byron"]),
        ("Ada Byron, 54, spoke. Mary Shelley, 30, sang. “Rain,” said {the 30-year-old}.", ["Mary Shelley"]),
        ("Mary Shelley, 30, sang. Ada Byron spoke. “Rain,” said {the 54-year-old}.", ["Ada Byron"]),
        ("Midfielder Ada Byron scored. “Rain,” {the player} said.", ["Ada Byron"]),
    ],
)
def test_people_behind_trades_ages_and_general_nouns(marked: str, expected: list[str]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Ada Byron is a cook.\nQ: Why?\n{A}: “Rain.”", "Ada Byron"),
        ("Ada Byron met Mary Shelley.\nQ: Why?\n{A}: “Rain.”", None),
        ("Ada Byron met Mary Shelley. Byron is a cook.\nQ: Why?\n{A}: “Rain.”", "Ada Byron"),
        ("Ada Byron met Mary Shelley.\nQ: Why?\n{MS}: “Rain.”", "Mary Shelley"),
    ],
)
def test_labels_of_interviews(marked: str, expected: str | None) -> None:
    assert names(marked) == [expected]


@pytest.mark.parametrize(
    ("marked", "organisations", "expected"),
    [
        ("Ada Byron spoke. “Rain,” said {Byron’s office}.", [], "Ada Byron’s office"),
        ("Coral Air met Harvest Council. “Rain,” {the airline} said.", ["Coral Air", "Harvest Council"], "Coral Air"),
        ("The Harvest Act came. “Rain,” {the agency} said.", ["Harvest Act"], None),
    ],
)
def test_bodies_behind_nouns(marked: str, organisations: list[str], expected: str | None) -> None:
    assert names(marked, organisations=organisations) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Ada Byron spoke.\nOthers said.\n“Rain.”", None),
        ("Ada Byron spoke.\nByron said.\n“Rain.”", "Ada Byron"),
    ],
)
def test_others_who_report_in_between_leave_a_quotation_unnamed(marked: str, expected: str | None) -> None:
    article, analysis, _ = read(marked)
    end = marked.index(" spoke")
    span = Span(marked.index("“"), len(marked))
    quotation = Quotation(span, Span(span.start + 1, span.end - 1), "direct")
    attribution = Attribution(quotation, Mention(Span(0, end), None), None, 0.9, ())
    found = resolve_speakers(article, analysis, [attribution])[0]
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize(("verb", "expected"), [("chant", None), ("say", "Coral Rovers")])
def test_no_organisation_chants(verb: str, expected: str | None) -> None:
    article, analysis, found = read("“Rain,” said {Coral Rovers}.", organisations=["Coral Rovers"])
    voiced = [replace(a, cue=Cue(Span(8, 12), verb)) for a in found]
    assert [i.name for i in resolve_speakers(article, analysis, voiced) if i is not None] == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        "Ada Byron spoke. “Rain,” {a senior official} said.",
        "Ada Byron met a source. “Rain,” {the source} said.",
        "Ada Byron spoke. “Rain,” {an aide to Byron} said.",
        "Ada Byron spoke. “Rain,” {a spokesman for Ada Byron} said.",
        "Ada Byron spoke. “Rain,” {officials} said.",
        "Ada Byron spoke. “Rain,” {people close to Byron} said.",
        "A senior official spoke. “Rain,” {the official} said.\nAda Byron arrived.",
        "“Rain,” said {a reporter who worked for Ms. Byron}.",
        "“Rain,” said {several candidates, including Ada Byron}.",
        "“Rain,” said {Ada Byron’s doctor}.",
        "“Rain,” said {the report by Ada Byron}.",
    ],
)
def test_the_unnamed_are_never_named(marked: str) -> None:
    assert names(marked) == [None]


def test_a_pronoun_after_an_unnamed_source_stays_unnamed() -> None:
    found = identities("“Rain,” {a senior official} said.\n“Snow,” {he} said.")
    assert [i and i.name for i in found] == [None, None]
    assert found[1] is not None
    assert found[1].descriptor == "a senior official"


def test_a_mention_cut_before_its_noun() -> None:
    assert names("“Rain,” said {Ada Byron}’s doctor.") == [None]
    assert names("In {Ada Byron}’s words, it was “rain” there.") == ["Ada Byron"]


def test_a_couple_is_never_merged_on_the_surname_alone() -> None:
    assert names("Ada Byron and George Byron arrived. “Rain,” {Byron} said.") == [None]


def test_a_title_that_tells_a_gender_parts_a_couple() -> None:
    text = "Ada Byron and George Byron arrived. “Rain,” {Mr. Byron} said.\n“Snow,” {Ms. Byron} said."
    assert names(text) == ["George Byron", "Ada Byron"]


def test_a_surname_stays_with_whom_the_others_are_relatives_of() -> None:
    assert names("Ada Byron spoke. She met her brother, George Byron. “Rain,” {Byron} said.") == ["Ada Byron"]


def test_a_strange_title_is_another_bearer_of_the_surname() -> None:
    assert names("“Rain,” {President Byron} said.\nAda Byron is his daughter.") == ["Byron"]


def test_a_headline_and_names_that_the_models_missed() -> None:
    assert names("“Rain,” {Byron} said.", title="Ada Byron fears rain") == ["Ada Byron"]
    assert names("“Rain,” said {Sen. Ada Byron (D-N.Y.)}.", no_people=True) == ["Ada Byron"]


def test_the_post_leads_to_the_person_who_alone_holds_it() -> None:
    text = "Prime Minister Ada Byron spoke. George Peel arrived. “Rain,” {the prime minister} said."
    assert names(text) == ["Ada Byron"]


def test_a_post_that_nobody_holds_leads_nowhere() -> None:
    assert names("Prime Minister Ada Byron spoke. “Rain,” {the mayor} said.") == [None]


def test_the_state_in_brackets_tells_two_senators_apart() -> None:
    text = "Sen. Ada Byron (D-Vt.) met Sen. George Peel (R-Tex.). “Rain,” {the Vermont senator} said."
    assert names(text) == ["Ada Byron"]


def test_pronouns_follow_gender_and_the_last_subject() -> None:
    text = "Ada Byron met George Peel. “Rain,” {he} said.\nAda Byron spoke. “Snow,” {she} said."
    assert names(text) == ["George Peel", "Ada Byron"]


@pytest.mark.parametrize(("chance", "name"), [(0.39, None), (0.41, "Ada Byron")])
def test_a_pronoun_names_whom_it_likely_means(chance: float, name: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.cast.pronouns.probabilities", lambda rows, weighing: [chance] * len(rows))
    assert names("Ada Byron arrived. “Rain,” {she} said.") == [name]


def test_who_asks_is_not_who_answers_in_the_next_paragraph() -> None:
    text = "George Peel spoke. “snow?” {one questioner} claimed.\n“Rain,” {he} said.\n“Hail,” {he} said."
    assert names(text) == [None, "George Peel", "George Peel"]
    assert names("George Peel spoke. “Snow,” {one official} said.\n“Rain,” {he} said.") == [None, None]


def test_a_person_of_any_description_who_has_just_spoken_is_meant_by_the_next_pronoun() -> None:
    assert names("George Peel built organs. “Rain,” said {a sacristan}. “Snow,” {he} said.") == [None, None]


def test_who_is_plainly_called_she_is_not_called_he() -> None:
    text = "Zyx Byron spoke. “Rain,” {she} said. Qwo Peel met the king. Zyx Byron left. “Snow,” {he} said."
    assert names(text)[0] == "Zyx Byron"
    assert names(text)[1] != "Zyx Byron"


def test_people_named_inside_quotations_do_not_become_their_speaker() -> None:
    text = "Ada Byron spoke. “Grace Peel lies,” {she} said."
    assert names(text) == ["Ada Byron"]


@pytest.mark.parametrize(
    ("marked", "organisations", "expected"),
    [
        ("“Rain,” said {the Harvest Office}.", ["Harvest Office"], "Harvest Office"),
        ("The African Rain Union (ARU) met. “Rain,” {ARU} said.", ["African Rain Union", "ARU"], "African Rain Union"),
        ("The Harvest Office met. “Rain,” {the office} said.", ["Harvest Office"], "Harvest Office"),
        ("“Rain,” said {Byron’s campaign}.", [], "Byron’s campaign"),
        ("The Harvest Office met. “Rain,” {it} said.", ["Harvest Office"], "Harvest Office"),
    ],
)
def test_organisations_speak(marked: str, organisations: list[str], expected: str) -> None:
    [found] = identities(marked, organisations=organisations)
    assert found is not None
    assert (found.kind, found.name) == ("organization", expected)


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("“Rain,” said {British Harvest Minister Ada Byron}.", "British Harvest Minister"),
        ("“Rain,” said {Ada Byron, head of the council}.", "head of the council"),
        ("“Rain,” said {Ada Byron, the head of the council}, on Monday.", "head of the council"),
        ("Ada Byron, head of the council, arrived.\n“Rain,” {Byron} said.", "head of the council"),
        ("Ada Byron arrived. “Rain,” {Byron} said.", None),
        ("“Rain,” said {Mr. Byron}.", None),
    ],
)
def test_roles_beside_the_name_and_for_later_mentions(marked: str, role: str | None) -> None:
    [found] = identities(marked)
    assert found is not None
    assert found.role == role


def test_the_first_person_is_the_author() -> None:
    [found] = identities("“Rain,” {I} said.", byline="By Ada Byron")
    assert found is not None
    assert (found.kind, found.name) == ("author", "Ada Byron")


def test_none_exactly_where_there_is_no_mention() -> None:
    assert names("“It will rain.” Ada Byron arrived.") == [None]
    assert identities("“It will rain.” Ada Byron arrived.") == [None]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Ada Byron", "Byron", "George Byron", "Mr. Byron", "he", "she", "an aide", "Peel"]), max_size=6
    )
)
def test_every_name_given_is_in_the_text_and_every_answer_has_a_reason(mentions: list[str]) -> None:
    marked = "\n".join(f"“Rain {n},” {{{mention}}} said." for n, mention in enumerate(mentions)) or "Rain."
    article, analysis, attributions = read(marked)
    found = resolve_speakers(article, analysis, attributions)
    assert len(found) == len(mentions)
    for identity in found:
        assert identity is not None
        assert identity.reason
        assert identity.name is None or identity.name in article.text
        assert (identity.name is None) <= (identity.descriptor is not None)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("“Rain,” {a spokesman for Lord Otway} said. Ada Byron, an Otway spokesman, left.", "Ada Byron"),
        ("“Rain,” {a spokesman for Lord Hale} said. Ada Byron, an Otway spokesman, left.", None),
        ("“Rain,” {one spokesman for Lord Otway} said. Ada Byron, an Otway spokesman, left.", None),
        ("“Rain,” {a spokesman} said. Ada Byron, an Otway spokesman, left.", None),
    ],
)
def test_a_post_told_again_with_a_name_in_it(marked: str, expected: str | None) -> None:
    assert names(marked)[0] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{NAGARPUR}: Schools “reopen now”, it was said.", None),  # a dateline
        ("{NAGARPUR}: “Schools reopen now.”", "NAGARPUR"),  # a speaker's label
    ],
)
def test_a_place_that_opens_a_report_is_nobody(marked: str, expected: str | None) -> None:
    assert names(marked)[0] == expected

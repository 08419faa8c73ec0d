"""Through which outlet the words came, and in what they were said."""

from dataclasses import replace

import pytest

from quotes.cast.outlets import find_outlets, is_outlet
from quotes.domain import Source, Span
from tests.plain_reading import read, sources_of


def sources(marked: str, **told: object) -> list[Source | None]:
    article, analysis, attributions = read(marked, **told)  # type: ignore[arg-type]
    return list(sources_of(article, analysis, attributions))


def via(marked: str, **told: object) -> list[list[tuple[str, str]]]:
    return [[(v.name, v.relation) for v in s.via] if s is not None else [] for s in sources(marked, **told)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("“Rain,” {a source} told the Guardian.", [("the Guardian", "told")]),
        ("“Rain,” said {Ada Byron}, according to the Associated Press.", [("Associated Press", "according to")]),
        ("“Rain,” {she} said in an interview with Fox News.", [("Fox News", "in an interview with")]),
        ("“Rain,” {she} told the Cape Courier.", [("Cape Courier", "told")]),
        ("“Rain,” {she} said on CNN.", [("CNN", "on")]),
        ("“Rain,” {she} told Ada Peel of the Harvest Times.", [("Harvest Times", "told")]),
        ("“Rain,” {she} said, Reuters reported.", [("Reuters", "reported")]),
        ("“Rain,” {she} wrote in the Harvest Post.", [("Harvest Post", "wrote in")]),
        ("“Rain,” {she} said, first reported by the Harvest Post.", [("Harvest Post", "first reported by")]),
        ("“Rain,” {she} told the state news agency KNA.", [("KNA", "told")]),
        ("“Rain,” {she} told the Kavala newspaper.", [("Kavala", "told")]),
        ("“Rain,” {she} told Vinyl Quarterly.", [("Vinyl Quarterly", "told")]),
        ("“Rain,” {she} told News 5.", [("News 5", "told")]),
        ("“Rain,” {she} said, in remarks to Ovl.com.br.", [("Ovl.com.br", "in remarks to")]),
        ("“Rain,” {she} said of the Harvest Post.", []),
        ("“The Harvest Post told Reuters,” {she} said.", []),
        ("“Rain,” {she} said.", []),
    ],
)
def test_outlets_are_tied_by_the_words_before_and_after(marked: str, expected: list[tuple[str, str]]) -> None:
    assert via(marked) == [expected]


def test_an_outlet_that_speaks_for_itself_is_the_link() -> None:
    assert via("{The Harvest Times} wrote “rain” there.", organisations=["The Harvest Times"]) == [
        [("Harvest Times", "reported")]
    ]


def test_an_outlet_belongs_to_the_speaker_beside_it() -> None:
    text = "{The Harvest Office} said “no rain” there, but {a source} told the Guardian: “Rain.”"
    assert via(text, organisations=["Harvest Office"]) == [[], [("the Guardian", "told")]]


def test_an_outlet_holds_for_what_its_speaker_goes_on_to_say() -> None:
    text = "“Rain,” {Ada Byron} told CNN.\n“Snow,” {Byron} said.\n“Hail,” {George Peel} said."
    assert via(text) == [[("CNN", "told")], [("CNN", "told")], []]


@pytest.mark.parametrize(
    ("frame", "medium"),
    [
        ("said", "none"),
        ("tweeted", "social_media"),
        ("said on Twitter", "social_media"),
        ("told everybody in Harvest on Monday via Twitter", "social_media"),
        ("wrote on Telegram", "social_media"),
        ("said in a statement", "statement"),
        ("said, speaking to journalists in Harvest", "press_conference"),
        ("told parliament", "speech"),
        ("told the inquest", "testimony"),
        ("said on the phone", "call"),
        ("said in an interview", "interview"),
        ("told reporters", "press_conference"),
        ("told the bench", "testimony"),
        ("said in evidence", "testimony"),
        ("said, sentencing him", "testimony"),
        ("told trustees", "speech"),
        ("said in an email", "statement"),
        ("wrote in an email", "document"),
        ("said in a leaked email", "document"),
        ("wrote in a blog post", "document"),
        ("wrote in a WhatsApp group", "social_media"),
        ("said at a news conference", "press_conference"),
        ("said at a rally in Ohio", "speech"),
        ("told the crowd", "speech"),
        ("said during the debate", "debate"),
        ("told the court", "testimony"),
        ("said by phone", "call"),
        ("wrote in a letter", "document"),
        ("said in a television interview", "interview"),
    ],
)
def test_media(frame: str, medium: str) -> None:
    [found] = sources(f"“Rain,” {{Ada Byron}} {frame}.")
    assert found is not None
    assert found.medium == medium


def test_words_between_the_speaker_and_the_verb_tell_the_medium() -> None:
    assert media("{Ada Byron} took to Twitter and called it “rain” then.") == ["social_media"]
    assert media("{Ada Byron}, the director of debate at Harvest, called it “rain” then.") == ["none"]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("“Rain,” {one commenter} wrote.", "social_media"),
        ("Posting on X, Ada Byron arrived. “Rain,” {she} wrote.", "social_media"),
        ("Some met on a Harvest forum. “Rain,” {one} wrote.", "social_media"),
        ("“Rain,” {a WhatsApp message} said.", "social_media"),
        ("Ada Byron arrived. “Rain,” {she} wrote.", "document"),
        ("Posting on X, Ada Byron arrived. “Rain,” {she} wrote in a letter.", "document"),
    ],
)
def test_who_writes_where_others_post_has_posted(text: str, medium: str) -> None:
    assert media(text) == [medium]


def test_who_only_writes_goes_on_in_the_same_statement() -> None:
    assert media("“Rain,” {Ada Byron} said in a statement.\n“Snow,” {Byron} wrote.") == ["statement", "statement"]


def test_words_far_behind_the_quotation_tell_none() -> None:
    assert media("{Ada Byron} called it “rain” since the plan was posted online.") == ["none"]


@pytest.mark.parametrize("paper", ["the Nation", "the Daily Nation", "the Sunday Times", "the Cape Daily Ledger"])
def test_a_paper_is_no_programme(paper: str) -> None:
    assert media(f"“Rain,” {{Ada Byron}} told {paper}.") == ["none"]


def media(marked: str, **told: object) -> list[str]:
    article, analysis, attributions = read(marked, **told)  # type: ignore[arg-type]
    found = sources_of(article, analysis, attributions)
    return [source.medium if source is not None else "none" for source in found]


def test_an_outlet_is_known_again_by_its_short_form() -> None:
    text = "“Rain,” {Ada Byron} told the Harvest Post.\n“Snow,” {George Peel} told the newspaper."
    assert via(text) == [[("Harvest Post", "told")], [("Harvest Post", "told")]]
    text = "Fox News is a network.\n“Rain,” {Ada Byron} told Fox."
    assert via(text) == [[("Fox News", "told")]]


@pytest.mark.parametrize("wording", ["the Herald-Mail", "the Daily Herald-Mail", "this newspaper"])
def test_the_articles_own_outlet_is_known_by_any_form(wording: str) -> None:
    article, analysis, attributions = read(f"“Rain,” {{Ada Byron}} told {wording}.")
    [found] = sources_of(
        replace(article, outlet="Daily Herald-Mail"),
        analysis,
        attributions,
    )
    assert found is not None
    assert [(v.name, v.relation) for v in found.via] == [("Daily Herald-Mail", "told")]


def test_another_paper_with_the_same_end_is_not_the_articles_own() -> None:
    article, analysis, attributions = read("The Cape Herald ran it. “Rain,” {Ada Byron} told the Herald.")
    [found] = sources_of(
        replace(article, outlet="Harvest Herald"),
        analysis,
        attributions,
    )
    assert found is not None
    assert "Harvest Herald" not in [v.name for v in found.via]


def test_what_is_told_to_an_outlet_was_not_told_before() -> None:
    text = "“Rain,” {Ada Byron} said.\n“Snow,” {Byron} told the BBC."
    assert via(text) == [[], [("BBC", "told")]]


def test_a_report_that_is_retold_is_the_way_of_all_its_quotations() -> None:
    text = "The Harvest Post ran a long feature.\n“Rain,” {Ada Byron} said.\n“Snow,” {George Peel} said."
    assert via(text) == [[("The Harvest Post", "ran")]] * 2


def test_a_speech_does_not_hold_for_ever() -> None:
    lines = ["“Rain,” {Ada Byron} said at a rally in Ohio.", *["It rained."] * 5, "“Snow,” {Byron} said."]
    assert media("\n".join(lines)) == ["speech", "none"]


@pytest.mark.parametrize(
    ("page", "medium"),
    [
        ("FOR IMMEDIATE RELEASE\n“Rain,” {Ada Byron} said.", "statement"),
        ("“Rain,” {Ada Byron} said.\nNotes to editors\nIt rained.", "statement"),
        ("“Rain,” {Ada Byron} tweeted.\nMedia contact: the office", "social_media"),
        ("Q: Rain?\nA: Yes.\nQ: Snow?\nA: No.\nQ: Hail?\nA: “Never,” {Ada Byron} said.", "interview"),
        ("The release was immediate.\n“Rain,” {Ada Byron} said.", "none"),
        ("For immediate release: rain\n“Rain,” {Ada Byron} said.", "statement"),
        ("They called for immediate release of all.\n“Rain,” {Ada Byron} said.", "none"),
        ("The study was under embargo.\n“Rain,” {Ada Byron} said.", "none"),
    ],
)
def test_a_page_that_is_a_release_or_an_interview_is_the_medium(page: str, medium: str) -> None:
    assert media(page) == [medium]


def test_what_is_told_to_an_agency_is_no_broadcast() -> None:
    assert media("“Rain,” {Ada Byron} told The Associated Press.") == ["none"]


def test_the_host_of_a_programme_speaks_through_its_station() -> None:
    assert via("“Rain,” said {MSNBC host Ada Byron}.") == [[("MSNBC", "host at")]]


def test_what_is_told_to_a_programme_is_broadcast() -> None:
    assert media("“Rain,” {Ada Byron} told MSNBC’s Morning Joe.") == ["broadcast"]


def test_the_debate_that_is_only_talked_of_is_no_setting() -> None:
    assert media("“Rain,” {Ada Byron} said after the debate.") == ["none"]


def test_words_inside_the_quotation_tell_no_medium() -> None:
    [found] = sources("“I tweeted in the debate,” {Ada Byron} said.")
    assert found is not None
    assert found.medium == "none"


def test_a_document_is_its_own_medium() -> None:
    [found] = sources("“Rain,” {the report} said.")
    assert found is not None
    assert found.medium == "document"


@pytest.mark.parametrize(
    "name", ["Reuters", "the Guardian", "New York Times", "Harvest Gazette", "Radio Rain", "KXYZ-TV"]
)
def test_outlets_by_list_and_by_form(name: str) -> None:
    text = f"She told {name} that it rains."
    assert [o.span.of(text) for o in find_outlets(text, 0, len(text))] == [name]
    assert is_outlet(name)


@pytest.mark.parametrize("text", ["Time will tell.", "the nation waits", "Ada Byron", "Foreign Office"])
def test_no_outlets(text: str) -> None:
    assert find_outlets(text, 0, len(text)) == []


def test_spans_cut_the_outlet_out_of_the_article() -> None:
    article, analysis, attributions = read("“Rain,” {a source} told the Guardian.")
    [found] = sources_of(article, analysis, attributions)
    assert found is not None
    assert [v.span.of(article.text) for v in found.via if v.span is not None] == ["the Guardian"]
    assert found.via[0].span == Span(article.text.index("the Guardian"), article.text.index("the Guardian") + 12)

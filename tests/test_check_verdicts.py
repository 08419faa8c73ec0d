"""What becomes of a draft's quotation: each alteration gets its verdict, and an unaltered one stays exact."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.check import VERDICTS, GivenTexts, Verdict
from quotes.check.checking import Checked
from quotes.check.marking import pieces_of_draft
from quotes.check.words import split_words
from quotes.domain import Article, AttributedQuotation, Attribution, ParsedArticle, Quotation, Span
from quotes.store import Store, open_store
from tests.check_samples import BOATS, COUNCIL, REPORT, WATER, check, fill

Build = Callable[..., ParsedArticle]


@pytest.fixture(scope="module")
def record() -> Iterator[Store]:
    with open_store("sqlite://") as store:
        yield fill(store)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (BOATS, "exact"),
        ("we have the boats – but we do not yet have the crews", "exact"),
        ("[Adeyemi] have the boats, but [they] do not yet have the crews", "exact"),
        ("[W]e have the boats, but we do not yet have the crew[s]", "exact"),
        ("We have the boats [two ferries], but we do not yet have the crews", "exact"),
        ("We have the ships, but we do not yet have the crews", "altered"),
        ("We have the boats, but we really do not yet have the crews", "altered"),
        ("We have the boats, but we do not yet have the captains", "altered"),
        ("We have the boats, but we do yet have the crews", "cut"),
        ("We do not yet have the crews", "cut"),
        ("We have the boats, but we do not", "cut"),
        ("We have the boats, … we do not yet have the crews", "cut"),
        ("Nobody drives under that water … has signed for it", "cut"),
        ("Nobody drives under that water until … has signed for it", "exact"),
        ("Nobody drives under that water [before] has signed for it", "cut"),
        ("The council has not met since March, and it will not meet before June", "exact"),
        ("It will cost 4,5 million crowns", "altered"),
        ("It will cost 4.5m crowns. The council has not met since March, and it will not meet before June", "exact"),
        ("It will cost 4.6 million crowns. The council has not met since March", "altered"),
        ("Nobody drives under that water. We do not yet have the crews", "spliced"),
        ("The council has not met since March, and nobody drives under that water", "spliced"),
        ("do not yet have the crews, but we have the boats", "spliced"),
        ("The lanterns on the viaduct were lit by hand", "not on record"),
        ("We have the boats", "too short to tell"),
        ("[All of us] have [all] the boats [now]", "too short to tell"),
        ("…", "too short to tell"),
    ],
)
def test_each_alteration_has_its_verdict(record: Store, words: str, verdict: Verdict) -> None:
    found = check(record, words)
    assert found.verdict == verdict, found.reasons
    assert found.fails == (verdict in ("altered", "cut", "spliced"))


def test_what_turns_the_meaning_is_said_first(record: Store) -> None:
    found = check(record, "We have the ships, but we do yet have the crews")
    assert found.reasons[:2] == (
        "It leaves out “not” – mind “not” (negation).",
        "It says “ships” where the source has “boats”.",
    )
    assert found.verdicts == {"altered", "cut"}


@pytest.mark.parametrize(
    ("before", "words", "verdict"),
    [
        ("She said the council ", "had not met since March, and it would not meet", "exact"),
        ("She said the council had not ", "met since March, and it will not meet", "exact"),
        ("She said the council ", "met since March, and it will not meet", "cut"),
        ("She said of the council: ", "met since March, and it will not meet", "cut"),
        ("He spoke of having ", "the boats, but we do not yet have", "exact"),
        ("He spoke of having ", "the boats, but we do never yet have", "altered"),
    ],
)
def test_within_the_outlets_sentence_ends_and_tenses_are_free(
    record: Store, before: str, words: str, verdict: Verdict
) -> None:
    found = check(record, words, kind="mixed", before=before)
    assert found.verdict == verdict, found.reasons


@pytest.mark.parametrize(
    ("words", "who", "verdict", "held_by"),
    [
        (BOATS, "Adeyemi", "exact", "Paul Adeyemi"),
        (BOATS, "Lena Ostrow", "said by somebody else", "Paul Adeyemi"),
        (BOATS, None, "exact", "Paul Adeyemi"),
        (REPORT, "Lena Ostrow", "said by somebody else", "an aide"),  # nothing supports a name that is withheld
    ],
)
def test_whose_words_they_are(record: Store, words: str, who: str | None, verdict: Verdict, held_by: str) -> None:
    found = check(record, words, who)
    assert (found.verdict, found.held_by) == (verdict, (held_by,))


def test_an_altered_quotation_of_another_is_told_as_both(record: Store) -> None:
    found = check(record, "We have the ships, but we do not yet have the crews", "Lena Ostrow")
    assert found.verdicts == {"altered", "said by somebody else"}
    assert found.reasons[0] == "The draft has Lena Ostrow say it; the record has Paul Adeyemi."


def test_reprints_are_one_quotation_with_all_places_the_first_first(record: Store) -> None:
    found = check(record, BOATS)
    assert [(place.outlet, str(place.published)) for place in found.places] == [
        ("Star", "2026-03-01"),
        ("Post", "2026-03-02"),
    ]
    assert found.to_dict()["appearances"][0]["outlet"] == "Star"


def test_given_texts_are_looked_into_word_by_word() -> None:
    speech = (
        "Thank you all. " * 200
        + "The bridge will open in May if the money comes. It will not be free. "
        + "Good. " * 50
    )
    texts = GivenTexts([ParsedArticle(Article("speech", speech), (), "1", "1")])
    with open_store("sqlite://") as empty:
        exact = check(empty, "The bridge will open in May if the money comes.", libraries=(texts,))
        cut = check(empty, "The bridge will open in May.", libraries=(texts,))
        other = check(empty, "The tunnel was never to be opened at all.", libraries=(texts,))
    assert (exact.verdict, cut.verdict, other.verdict) == ("exact", "cut", "not on record")
    assert cut.reasons == ("It stops before “if the money comes” – mind “if” (condition).",)
    assert exact.parts[0].alignment.utterance.source == "speech"


def test_what_is_quoted_inside_a_quotation_stands_by_itself(build: Build) -> None:
    outer = "He came in late and said, ‘Call us when you have got the depth,’ and he left."
    parsed = build("a", (outer, None))
    [whole] = parsed.quotations
    start = parsed.article.text.index("‘")
    end = parsed.article.text.index("’") + 1
    inner = Quotation(Span(start, end), Span(start + 1, end - 1), "direct", parent=0)
    nested = AttributedQuotation(Attribution(inner, None, None, 0.9, ()), None)
    with open_store("sqlite://") as store:
        store.add(replace(parsed, quotations=(whole, nested)))
        assert check(store, "Call us when you have got the depth").verdict == "exact"
        assert check(store, "Call us when you have got").verdict == "cut"
        assert check(store, outer).verdict == "exact"


_MARKS = st.sampled_from(["", ",", ";", " –", "!", "…"[:0]])
_SPACES = st.sampled_from([" ", "  ", "\n", " \u200b"])


@st.composite
def rewritten(draw: st.DrawFn) -> str:
    """A quotation of the record with other marks, spaces, case and brackets around what is added."""
    words = draw(st.sampled_from([BOATS, WATER])).rstrip(".").replace(",", "").split()
    parts = []
    for place, word in enumerate(words):
        shown = draw(st.sampled_from([word, word.upper(), f"[{word[0]}]{word[1:]}" if len(word) > 1 else word]))
        parts.append(shown + (draw(_MARKS) if place < len(words) - 1 else ""))
        if draw(st.booleans()) and place < len(words) - 1:
            parts.append(draw(st.sampled_from(["[as planned]", "(sic)", ""])))
    return draw(_SPACES).join(part for part in parts if part)


@given(words=rewritten())
def test_an_unaltered_quotation_is_exact_under_any_marks_brackets_and_spaces(record: Store, words: str) -> None:
    found = check(record, words)
    assert found.verdict == "exact", (words, found.reasons)


@given(place=st.integers(1, 12), kind=st.sampled_from(["replaced", "added", "left out"]))
def test_every_altered_word_is_found_where_it_stands(record: Store, place: int, kind: str) -> None:
    words = WATER.rstrip(".").split()
    place = min(place, len(words) - 2)
    new = {"replaced": ["zebra"], "added": [words[place], "zebra"], "left out": []}[kind]
    altered = " ".join([*words[:place], *new, *words[place + 1 :]])
    found = check(record, altered)
    assert found.verdict == ("cut" if kind == "left out" else "altered"), found.reasons
    [one] = [one for one in found.differences if one.alters or one.cuts]
    assert one.at.of(found.drafted.text) == one.drafted == ("" if kind == "left out" else "zebra")
    assert one.held == ("" if kind == "added" else words[place])
    source = found.parts[0].alignment.utterance.text
    assert one.held_at.of(source) == one.held


@given(text=st.text(max_size=80))
def test_offsets_of_words_are_those_of_the_text(text: str) -> None:
    words = split_words(text, (Span(0, len(text)),))
    assert all(0 <= word.start < word.end <= len(text) and word.key for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
    assert [word.sentence for word in words] == sorted(word.sentence for word in words)


@given(text=st.text(max_size=120))
def test_whatever_a_draft_holds_gets_a_verdict(record: Store, text: str) -> None:
    found = check(record, text)
    assert found.verdict in VERDICTS
    assert "".join("".join(piece.text for piece in pieces_of_draft(found)).split()) == "".join(text.split())


def test_the_record_is_not_asked_about_what_is_too_short(record: Store) -> None:
    found: Checked = check(record, COUNCIL[:10])
    assert (found.verdict, found.places, found.parts) == ("too short to tell", (), ())

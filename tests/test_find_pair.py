"""Pairing quotation marks, case by case: text → the quoted stretches of its paragraph, outermost first."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.domain import Span
from quotes.find.pair import Stretch, pair_marks


def stretches(text: str) -> tuple[Stretch, ...]:
    return pair_marks(text, Span(0, len(text)))


CASES = {
    "straight": ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
    "curly": ("He said “yes” twice.", ["“yes”"]),
    "mixed shapes": ('“Yes," she said.', ['“Yes,"']),
    "low-high closed high": ("„Ja“, sagte er.", ["„Ja“"]),
    "low-high closed by a straight mark": ('„Ja", sagte er.', ['„Ja"']),
    "guillemets": ("«Oui», dit-il.", ["«Oui»"]),
    "guillemets with French spaces": ("« Oui », dit-il.", ["« Oui »"]),
    "guillemets pointing inwards": ("Er sagte: »Ja«.", ["»Ja«"]),
    "doubled apostrophes": ("''Yes,'' he said.", ["''Yes,''"]),
    "backticks": ("``Yes,'' he said.", ["``Yes,''"]),
    "inner before the closing doubled apostrophes": (
        "''I said, 'Stop,''' he said.",
        ["''I said, 'Stop,'''", "'Stop,'"],
    ),
    "British single marks": ("‘It’s ours and it isn’t theirs,’ he said.", ["‘It’s ours and it isn’t theirs,’"]),
    "single with a plural possessive inside": ("It ‘noted residents’ anger’ today.", ["‘noted residents’ anger’"]),
    "closed after an s": ("They ‘weren’t masterminds’ and left.", ["‘weren’t masterminds’"]),
    "single with clipped words inside": ("‘A cup o’ tea in th’ yard,’ he said.", ["‘A cup o’ tea in th’ yard,’"]),
    "apostrophes alone": ("The workers' rights, the '90s and rock 'n' roll don't quote.", []),
    "inches and feet": ('The 6\'2" guard moved a 12" pipe.', []),
    "inner of another family": ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”", "‘never’"]),
    "inner of the same family": ('"He told me "never" twice," she said.', ['"He told me "never" twice,"', '"never"']),
    "closed with an opening mark": ("He called them “the Mexicans.“ Then he left.", ["“the Mexicans.“"]),
    "no space before": ('He wrote about"joint operations" here.', ['"joint operations"']),
    "unclosed at the end of a paragraph": ("“We will go on. We must.", ["“We will go on. We must."]),
    "a single mark that begins a sentence and is never closed": (
        "Dario Quispe said: ‘We had the crane. It’s gone.",
        ["‘We had the crane. It’s gone."],
    ),
    "a single mark inside a sentence that is never closed": ("He read ‘The Crane and left.", []),
    "closing mark missing before the attribution": (
        "“We had the crane, said foreman Dario Quispe.",
        ["“We had the crane,"],
    ),
    "what somebody told the speaker is no attribution": (
        "“We rang the station. He told us to wait.",
        ["“We rang the station. He told us to wait."],
    ),
    "entities of a web page": ("&ldquo;It&#39;s ours,&quot; he said.", ["&ldquo;It&#39;s ours,&quot;"]),
    "marks behind a backslash": (r"\"Yes,\" she said.", [r"\"Yes,\""]),
    "corner brackets": ("「Yes,」 she said. 『No.』", ["「Yes,」", "『No.』"]),
    "ornaments": ("❝Yes,❞ she said.", ["❝Yes,❞"]),
    "closing mark alone": ("We will go on,” he said.", []),
    "one missing mark spares the next pair": ("“We go, he said. “It is fine,” she said.", ["“It is fine,”"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_pairs(text: str, expected: list[str]) -> None:
    assert [s.span.of(text) for s in stretches(text)] == expected


def test_single_marks_over_two_paragraphs_may_open_in_the_middle_of_the_first() -> None:
    text = "She wrote 'We can't go on.\n'We must.'"
    break_ = text.index("\n")
    first, last = pair_marks(text, Span(0, break_)), pair_marks(text, Span(break_ + 1, len(text)))
    assert [s.span.of(text) for s in (*first, *last)] == ["'We can't go on.", "'We must.'"]
    assert pair_marks(text[:break_], Span(0, break_)) == ()


def test_content_leaves_the_marks_out() -> None:
    (stretch,) = stretches("''Yes,'' he said.")
    assert stretch.content.of("''Yes,'' he said.") == "Yes,"


def test_inner_stretches_are_deeper() -> None:
    assert [s.depth for s in stretches("“He told me ‘never’ twice,” she said.")] == [0, 1]


MARKS = st.text(alphabet="\"“”„«»'‘’`ab s,.?!\u00a0—(5", max_size=60)


@given(MARKS)
def test_any_row_of_marks_gives_proper_stretches(text: str) -> None:
    found = stretches(text)
    for s in found:
        assert 0 <= s.span.start < s.content.start <= s.content.end <= s.span.end <= len(text)
    outermost = [s.span for s in found if s.depth == 0]
    assert all(a.end <= b.start for a, b in pairwise(outermost))


@given(MARKS, MARKS)
@example("", "? ‘")  # the text ends with an opening mark
def test_a_missing_mark_costs_its_own_paragraph_only(one: str, other: str) -> None:
    text = f"{one}\n\n{other}"
    alone = [(s.span.start, s.span.end) for s in pair_marks(other, Span(0, len(other)))]
    offset = len(one) + 2
    beside = [(s.span.start - offset, s.span.end - offset) for s in pair_marks(text, Span(offset, len(text)))]
    assert alone == beside

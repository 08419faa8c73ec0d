"""An article laid out for questions."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.cast.names import capitalised_runs
from quotes.domain import Analysis
from quotes.scene import Scene
from quotes.text.paragraphs import find_paragraphs


def scene(text: str) -> Scene:
    return Scene(Analysis(text, find_paragraphs(text), (), (), ()), ())


WRAPPED = """The ferry had been late on every day of the week, said Harbour
Master Ada  Byron, who has kept the quay since the old pier was built
in 1961 and who once swam beneath it to win a bet with the late Mayor
Peel, her neighbour, on a night in the coldest winter of the century.

Byron
Peel"""


def test_names_run_over_the_lines_of_a_wrapped_paragraph_and_never_over_two_paragraphs() -> None:
    runs = [" ".join(word.text for word in run) for run in capitalised_runs(scene(WRAPPED).text)]
    assert runs == ["The", "Harbour Master Ada Byron", "Mayor Peel", "Byron", "Peel"]


@given(st.text(st.one_of(st.sampled_from("aB. \n\r\u2028"), st.characters())))
def test_the_text_keeps_its_length_and_its_ink(text: str) -> None:
    laid_out = scene(text).text
    assert len(laid_out) == len(text)
    assert all(one == other or other == " " for one, other in zip(text, laid_out, strict=True))
    assert laid_out.split() == text.split()

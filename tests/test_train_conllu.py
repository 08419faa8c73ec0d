"""Treebank sentences: reading, writing, inserting words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.train import conllu
from quotes.train.conllu import Multiword, Sentence, Word


def clause() -> Sentence:
    """It won't rain. — with a contraction and a full stop that sticks."""
    return Sentence(
        [
            Word("It", "it", "PRON", "PRP", "_", 4, "nsubj"),
            Word("wo", "will", "AUX", "MD", "_", 4, "aux"),
            Word("n't", "not", "PART", "RB", "_", 4, "advmod"),
            Word("rain", "rain", "VERB", "VB", "_", 0, "root", space_after=False),
            Word(".", ".", "PUNCT", ".", "_", 4, "punct"),
        ],
        [Multiword(2, 3, "won't")],
    )


def test_text_follows_the_spacing_of_surface_tokens() -> None:
    assert clause().text() == "It won't rain. "


def test_written_sentences_are_read_back(tmp_path: Path) -> None:
    opening = clause()
    opening.starts_paragraph = True
    path = tmp_path / "two.conllu"
    conllu.write([opening, clause()], path)
    back = conllu.read(path)
    assert [sentence.text() for sentence in back] == ["It won't rain. "] * 2
    assert [sentence.starts_paragraph for sentence in back] == [True, False]
    assert back[0].multiwords == clause().multiwords
    assert [word.head for word in back[0].words] == [4, 4, 4, 0, 4]


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=6))
def test_inserting_a_word_keeps_every_other_head(before: int) -> None:
    sentence = clause()
    if before == 3:  # inside the contraction: nothing is ever inserted there
        return
    governors = {word.form: sentence.words[word.head - 1].form for word in sentence.words if word.head}
    root = sentence.root + (before <= sentence.root)
    sentence.insert(before, Word("“", "“", "PUNCT", "``", "_", root, "punct", space_after=False))
    assert sentence.words[before - 1].form == "“"
    assert {w.form: sentence.words[w.head - 1].form for w in sentence.words if w.head and w.form != "“"} == governors
    (contraction,) = sentence.multiwords
    assert [word.form for word in sentence.words[contraction.first - 1 : contraction.last]] == ["wo", "n't"]


def test_raw_text_parts_paragraphs_with_a_blank_line() -> None:
    second = clause()
    second.starts_paragraph = True
    assert conllu.raw_text([clause(), clause(), second]) == "It won't rain. It won't rain.\n\nIt won't rain.\n"


def test_empty_nodes_are_left_out(tmp_path: Path) -> None:
    row = "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n"
    (tmp_path / "x.conllu").write_text("# newdoc id = x\n" + row + "1.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n\n")
    (sentence,) = conllu.read(tmp_path / "x.conllu")
    assert [word.form for word in sentence.words] == ["Yes"]
    assert sentence.starts_paragraph


@pytest.mark.parametrize(("number", "space"), [(3, True), (4, False)])
def test_space_after_a_contraction_is_that_of_its_token(number: int, space: bool) -> None:
    assert clause().has_space_after(number) is space

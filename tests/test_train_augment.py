"""Training sentences in the manners of news: the trees stay trees, the marks stay with their sentence."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.train import augment, marks
from quotes.train.conllu import Multiword, Sentence, Word
from quotes.train.report_frames import reported


def quoted(opening: str = '"', closing: str = '"') -> Sentence:
    return Sentence(
        [
            Word(opening, opening, "PUNCT", "``", "_", 3, "punct", space_after=False),
            Word("It", "it", "PRON", "PRP", "_", 3, "nsubj"),
            Word("works", "work", "VERB", "VBZ", "_", 0, "root", space_after=False),
            Word(closing, closing, "PUNCT", "''", "_", 3, "punct"),
        ]
    )


def plain(last: str = ".") -> Sentence:
    return Sentence(
        [
            Word("Ann", "Ann", "PROPN", "NNP", "_", 5, "nsubj"),
            Word("Lee", "Lee", "PROPN", "NNP", "_", 1, "flat"),
            Word("does", "do", "AUX", "VBZ", "_", 5, "aux"),
            Word("n't", "not", "PART", "RB", "_", 5, "advmod"),
            Word("agree", "agree", "VERB", "VB", "_", 0, "root", space_after=False),
            Word(last, last, "PUNCT", ".", "_", 5, "punct"),
        ],
        [Multiword(3, 4, "doesn't")],
    )


def is_tree(sentence: Sentence) -> bool:
    for number in range(1, len(sentence.words) + 1):
        seen = set()
        while number:
            if number in seen or number > len(sentence.words):
                return False
            seen.add(number)
            number = sentence.words[number - 1].head
    return sum(word.head == 0 for word in sentence.words) == 1


@pytest.mark.parametrize(
    ("manner", "text"),
    [
        (marks.CURLY, "“It works” "),
        (marks.Manner("«", "»", "‹", "›", "'", spaced=True), "« It works » "),
        (marks.Manner("``", "''", "`", "'", "'"), "``It works'' "),
    ],
)
def test_marks_are_typed_in_the_manner(manner: marks.Manner, text: str) -> None:
    assert marks.rewrite(quoted(), manner).text() == text


def test_marks_inside_a_longer_quotation_become_inner_ones() -> None:
    assert marks.rewrite(quoted(), marks.CURLY, nested=True).text() == "‘It works’ "


def test_apostrophes_curl_in_the_token_and_in_its_words() -> None:
    curled = marks.rewrite(plain(), marks.CURLY)
    assert curled.text() == "Ann Lee doesn’t agree. "
    assert curled.words[3].form == "n’t"
    assert curled.words[3].lemma == "not"


def test_reported_speech_is_a_tree_under_its_verb() -> None:
    made = reported(plain(), marks.CURLY, Random(3))
    assert made is not None
    assert made.text().startswith("“Ann Lee doesn’t agree,” ")
    assert is_tree(made)
    root = made.words[made.root - 1]
    assert root.lemma in {"say", "add", "tell", "explain"}
    assert [word.form for word in made.words if word.deprel == "ccomp" and word.head == made.root] == ["agree"]


def test_a_fragment_is_not_reported() -> None:
    fragment = Sentence([Word("Monday", "Monday", "PROPN", "NNP", "_", 0, "root")])
    assert reported(fragment, marks.CURLY, Random(1)) is None


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=200))
def test_a_quoted_run_opens_at_its_start_and_closes_with_its_last_sentence(seed: int) -> None:
    run = augment.quoted_run([plain(), plain("."), plain()], 0, Random(seed))
    assert run
    assert run[0].starts_paragraph
    assert marks.mark_side(run[0].words[0]) == "opening"
    assert all(is_tree(sentence) for sentence in run)
    closing = [sentence for sentence in run if marks.mark_side(sentence.words[-1]) == "closing"]
    assert closing in ([], [run[-1]])


def test_a_title_goes_before_a_full_name() -> None:
    made = augment.with_titles(plain(), Random(1))
    assert made is not None
    assert made.words[0].deprel == "nmod:desc"
    assert made.words[0].head == 2
    assert made.text().endswith("Ann Lee doesn't agree. ")
    assert is_tree(made)


def test_a_headline_has_capitals_and_no_full_stop() -> None:
    made = augment.headline(plain())
    assert made is not None
    assert made.text() == "Ann Lee Doesn't Agree "
    assert made.starts_paragraph


def test_a_dateline_stays_in_its_sentence() -> None:
    made = augment.datelined(plain(), Random(2))
    assert made.text().endswith("Ann Lee doesn't agree. ")
    assert len(made.words) > len(plain().words)
    assert is_tree(made)


def test_the_same_seed_gives_the_same_sentences() -> None:
    sentences = [quoted(), plain(), plain()] * 20
    texts = [[s.text() for s in augment.augmented(sentences, seed=seed)] for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]

"""Which words go through the networks of expansion and lemmas, and what is said of those that do not."""

from typing import Any

import pytest

from quotes.domain import Span
from quotes.nlp.draft import Draft
from quotes.nlp.fast_words import FastLemmatizer, WordExpander


class Lists:
    """A processor of which only the dictionaries are there: words that its network would be asked for are refused."""

    def __init__(self, expansions: dict[str, str], lemmas: dict[tuple[str, str], str]) -> None:
        self.trainer = self
        self.expansion_dict = expansions
        self.lemmas = lemmas

    def skip_seq2seq(self, pairs: list[tuple[str, str]]) -> list[bool]:
        return [pair in self.lemmas for pair in pairs]

    def process(self, document: Any) -> Any:
        asked = [word.text for word in document.iter_words()]
        raise LookupError(" ".join(asked))


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("Heikki's", ["Heikki", "'s"]),
        ("can't", ["ca", "n't"]),
        ("WOULDN'T", ["WOULD", "N'T"]),
        ("Smith-Jones'", ["Smith-Jones", "'"]),
        ("we've", ["we", "'ve"]),
    ],
)
def test_a_regular_contraction_is_divided_without_the_network(token: str, words: list[str]) -> None:
    assert WordExpander(Lists({}, {}))([token]) == {token: words}


@pytest.mark.parametrize("token", ["cannot", "Dara'a", "'s", "let's"])
def test_the_network_is_asked_for_what_is_listed_or_irregular(token: str) -> None:
    with pytest.raises(LookupError, match=token):
        WordExpander(Lists({"let's": "let us"}, {}))([token])


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "lemma"),
    [
        ("Heikki", "PROPN", "NNP", "Heikki"),
        ("Blogosphere", "NOUN", "NN", "blogosphere"),
        ("Unhackable", "ADJ", "JJ", "unhackable"),
        ("UN", "PROPN", "NNP", "UN"),
    ],
)
def test_a_new_word_that_is_not_inflected_is_its_own_lemma(word: str, upos: str, xpos: str, lemma: str) -> None:
    draft = a_word(word, upos, xpos)
    FastLemmatizer(Lists({}, {})).annotate([draft])
    assert draft.lemmas == [lemma]


@pytest.mark.parametrize(
    ("word", "upos", "xpos"),
    [
        ("vlogged", "VERB", "VBD"),
        ("vloggers", "NOUN", "NNS"),
        ("Kushners", "PROPN", "NNPS"),
        ("CROSSE", "PROPN", "NNP"),
        ("Sept.", "PROPN", "NNP"),
    ],
)
def test_the_network_is_asked_for_what_may_be_inflected_or_is_listed(word: str, upos: str, xpos: str) -> None:
    with pytest.raises(LookupError, match=word):
        FastLemmatizer(Lists({}, {("Sept.", "PROPN"): "September"})).annotate([a_word(word, upos, xpos)])


def a_word(word: str, upos: str, xpos: str) -> Draft:
    return Draft(0, [word], [Span(0, len(word))], upos=[upos], xpos=[xpos])

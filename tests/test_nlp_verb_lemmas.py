"""Lemmas of listed verbs by their regular forms."""

import pytest

from quotes.nlp.verb_lemmas import inflected, lemma_of


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("typed", "type"),
        ("Typing", "type"),
        ("concurred", "concur"),
        ("jotted", "jot"),
        ("replied", "reply"),
        ("hisses", "hiss"),
        ("decreeing", "decree"),
    ],
)
def test_a_regular_form_has_the_lemma_of_its_verb(form: str, lemma: str) -> None:
    assert lemma_of(form, "VERB", "guessed") == lemma


@pytest.mark.parametrize(("form", "upos"), [("typed", "NOUN"), ("walked", "VERB"), ("said", "VERB")])
def test_other_words_keep_theirs(form: str, upos: str) -> None:
    assert lemma_of(form, upos, "guessed") == "guessed"


def test_no_consonant_is_doubled_behind_two_vowels() -> None:
    assert "shoutted" not in set(inflected("shout"))

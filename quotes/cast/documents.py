"""Whose words a document holds: "She released a letter from her doctor that says she is in “good health”", "a message
from a teacher read “help”"."""

from quotes.cast.nouns import is_role
from quotes.cast.phrases import Phrase
from quotes.domain import Mention, Span
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PRON")
BESIDE = ("ADP", "DET", "ADJ", "NUM", "PUNCT")


def author_of_document(scene: Scene, phrase: Phrase, quotation: Span) -> Mention | None:
    """The sender of a message that is the mention, or the author of a document that stands between a mention and the
    quotation, and that the quotation is out of; None where there is none: a document without an author is the word of
    whoever gives it out."""
    tokens = scene.tokens
    if phrase.noun in word_list("message_nouns"):
        return _sender(scene, phrase.head)
    first, _ = scene.token_range(quotation)
    for i in range(_start_of_search(scene, phrase), first - 3):
        if tokens[i].sentence != tokens[phrase.head].sentence:
            return None
        if table("source_nouns").get(tokens[i].text.lower()) != "document" or tokens[i + 1].text not in ("from", "by"):
            continue
        end = _end_of_name(scene, i + 2, first)
        if end > i + 2 and _says(scene, end, first):
            return Mention(Span(tokens[i + 2].start, tokens[end - 1].end), None)
    return None


def _start_of_search(scene: Scene, phrase: Phrase) -> int:
    """Behind the mention; of "that" or "which", whose document stands before it, at the start of the sentence."""
    if phrase.form == "relative" and phrase.noun in ("that", "which"):
        return scene.analysis.sentences[scene.tokens[phrase.head].sentence].first
    return phrase.last


def _sender(scene: Scene, message: int) -> Mention | None:
    """The person that a message is from."""
    tokens = scene.tokens
    if message + 2 >= len(tokens) or tokens[message + 1].text not in ("from", "by"):
        return None
    end = _end_of_name(scene, message + 2, len(tokens))
    inside = tokens[message + 2 : end]
    if end < len(tokens) and tokens[end].xpos == "POS":
        return None
    if not inside or not (is_role(inside[-1]) or scene.entity_at.get(inside[-1].index) == "PERSON"):
        return None
    return Mention(Span(inside[0].start, inside[-1].end), None)


def _end_of_name(scene: Scene, start: int, limit: int) -> int:
    tokens, end = scene.tokens, start
    while end < limit and tokens[end].upos in NAMING and tokens[end].xpos != "WDT":
        if tokens[end].text.lower() in word_list("time_words"):
            break
        end += 1
    return end


def _says(scene: Scene, first: int, last: int) -> bool:
    """ "that says", before the quotation, with at most a time between ("on Friday")."""
    for i in range(first, last - 1):
        token = scene.tokens[i]
        if token.text in ("that", "which"):
            return scene.tokens[i + 1].lemma in word_list("reporting_verbs")
        if token.upos not in BESIDE and token.text.lower() not in word_list("time_words"):
            return False
    return False

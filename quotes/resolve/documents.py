"""Whose words a document holds: "She released a letter from her doctor that says she is in “good health”"."""

from quotes.domain import Mention, Span
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.resolve.phrases import Phrase
from quotes.scene import Scene

NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PRON")


def author_of_document(scene: Scene, phrase: Phrase, quotation: Span) -> Mention | None:
    """The author of a document that stands between a mention and the quotation, and that the quotation is out of; None
    where there is none: a document without an author is the word of whoever gives it out."""
    tokens = scene.tokens
    first, _ = scene.token_range(quotation)
    for i in range(phrase.last, first - 3):
        if tokens[i].sentence != tokens[phrase.head].sentence:
            return None
        if table("source_nouns").get(tokens[i].text.lower()) != "document" or tokens[i + 1].text not in ("from", "by"):
            continue
        end = i + 2
        while end < first and tokens[end].upos in NAMING and tokens[end].text.lower() not in word_list("time_words"):
            if tokens[end].xpos == "WDT":
                break
            end += 1
        if end > i + 2 and _says(scene, end, first):
            return Mention(Span(tokens[i + 2].start, tokens[end - 1].end), None)
    return None


def _says(scene: Scene, first: int, last: int) -> bool:
    """ "that says", before the quotation."""
    for i in range(first, last - 1):
        if scene.tokens[i].text in ("that", "which") and scene.tokens[i + 1].lemma in word_list("reporting_verbs"):
            return True
    return False

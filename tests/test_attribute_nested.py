"""Quotations inside quotations, however deep, never cost their article."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.attribute import Ranker, SpeechModel, attribute_quotations
from quotes.domain import Analysis, Sentence, Span, Token
from quotes.find import find_stretches

_RANKER, _SPEECH = Ranker.load(), SpeechModel.load()
_PIECES = ("“", "”", "‘", "’", '"', "'", "«", "»", "Ida ", "said ", "run ", "she ", ", ", ". ", "Q: ", "> ")


def read(text: str) -> Analysis:
    words = [
        Token(i, start, start + len(word), word, word.lower(), "PROPN" if word == "Ida" else "VERB", "VBD", "",
              i - 1, "dep" if i else "root", 0)
        for i, (word, start) in enumerate(_words(text))
    ]  # fmt: skip
    sentences = (Sentence(0, 0, len(text), 0, len(words), 0),) if words else ()
    return Analysis(text, (Span(0, len(text)),), sentences, tuple(words), ())


def _words(text: str) -> list[tuple[str, int]]:
    found, start = [], 0
    for piece in text.split(" "):
        if piece:
            found.append((piece, start))
        start += len(piece) + 1
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=30).map("".join).filter(str.strip))
def test_random_marks(text: str) -> None:
    analysis = read(text)
    found = attribute_quotations(analysis, find_stretches(analysis), _RANKER, _SPEECH)
    for place, attribution in enumerate(found):
        parent = attribution.quotation.parent
        assert parent is None or parent < place
        assert parent is None or found[parent].quotation.content.contains(attribution.quotation.span)

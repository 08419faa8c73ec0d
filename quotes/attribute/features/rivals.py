"""Rivals and discourse: the candidate among the others, and the quotation among its neighbours."""

from quotes.attribute.pair import Pair


def stretches_in_paragraph(pair: Pair) -> float:
    """Quotations in the paragraph, within six."""
    return float(min(6, pair.place.stretches_in_paragraph))


def stretch_in_paragraph(pair: Pair) -> float:
    """Which of the paragraph's quotations this is, within six."""
    return float(min(6, pair.place.stretch_in_paragraph))


def continues(pair: Pair) -> float:
    """The quotation is part of one that runs over several paragraphs."""
    return float(pair.place.quotation.group is not None)


def starts_paragraph(pair: Pair) -> float:
    """The quotation begins its paragraph."""
    paragraph = pair.scene.analysis.paragraphs[pair.place.paragraph]
    return float(pair.place.quotation.span.start - paragraph.start <= 1)


def paragraph_number(pair: Pair) -> float:
    """The quotation's paragraph, within three: headlines come first."""
    return float(min(3, pair.place.paragraph))


def subject_of_sentence(pair: Pair) -> float:
    """The candidate is the subject of the root of its sentence."""
    head = pair.head.head
    return float(pair.head.deprel == "nsubj" and head >= 0 and pair.scene.tokens[head].head < 0)


def first_in_paragraph(pair: Pair) -> float:
    """Unquoted words between the paragraph's start and the mention, within twenty."""
    paragraph = pair.scene.analysis.paragraphs[pair.scene.paragraph_of(pair.candidate.span.start)]
    first, _ = pair.scene.token_range(paragraph)
    return float(min(20, pair.scene.outside_between(first, pair.candidate.first)))


def mention_paragraph(pair: Pair) -> float:
    """The mention's paragraph, within three: headlines name people whom the text quotes elsewhere."""
    return float(min(3, pair.scene.paragraph_of(pair.candidate.span.start)))


def in_heading(pair: Pair) -> float:
    """The mention's paragraph is a heading or a credit: it ends without a full stop, a mark or a colon."""
    number = pair.scene.paragraph_of(pair.candidate.span.start)
    return float(pair.scene.analysis.paragraphs[number].of(pair.scene.text)[-1:].isalnum())


OF_PLACE = (stretches_in_paragraph, stretch_in_paragraph, continues, starts_paragraph, paragraph_number)
OF_CANDIDATE = (subject_of_sentence, first_in_paragraph, mention_paragraph, in_heading)

"""Surface: order, distance without the quotations' own words, punctuation, paragraph."""

from quotes.attribute.pair import Pair

_LIMIT = 40.0


def mention_gap(pair: Pair) -> float:
    """Unquoted words between mention and quotation."""
    return min(_LIMIT, pair.gap)


def predicate_gap(pair: Pair) -> float:
    """Unquoted words between predicate and quotation."""
    return min(_LIMIT, pair.verb_gap)


def mention_before(pair: Pair) -> float:
    """The mention stands before the quotation."""
    return float(pair.before)


def predicate_before(pair: Pair) -> float:
    """The predicate stands before the quotation (-1: there is none)."""
    return float(pair.verb.index < pair.place.first) if pair.verb else -1.0


def predicate_between(pair: Pair) -> float:
    """The predicate stands between mention and quotation."""
    if pair.verb is None:
        return 0.0
    low, high = sorted((pair.head.index, pair.place.first))
    return float(low < pair.verb.index < high)


def stretches_between(pair: Pair) -> float:
    """Other quotations between mention and quotation."""
    return float(min(4, pair.stretches_between))


def paragraph_delta(pair: Pair) -> float:
    """Paragraphs from the quotation to the mention, negative before it."""
    return float(pair.paragraph_delta)


def sentence_delta(pair: Pair) -> float:
    """Sentences from the quotation to the mention, negative before it, within five."""
    return float(max(-5, min(5, pair.sentence_delta)))


def same_sentence(pair: Pair) -> float:
    """Mention and quotation share a sentence."""
    return float(pair.place.sentence_first <= pair.scene.tokens[pair.head.index].sentence <= pair.place.sentence_last)


def colon_before(pair: Pair) -> float:
    """A colon leads into the quotation."""
    return float(pair.scene.text[: pair.place.quotation.span.start].rstrip()[-1:] == ":")


def ends_with_comma(pair: Pair) -> float:
    """The quotation ends with a comma: its attribution follows. 2: a question or exclamation, 3: a full stop."""
    last = pair.place.quotation.content.of(pair.scene.text).rstrip()[-1:]
    return {",": 1.0, "?": 2.0, "!": 2.0, ".": 3.0}.get(last, 0.0)


def lower_after(pair: Pair) -> float:
    """The sentence goes on after the quotation with a small letter."""
    end = pair.place.quotation.span.end
    return float(pair.scene.text[end : end + 2].strip()[:1].islower())


def words_before_quotation(pair: Pair) -> float:
    """Unquoted words between the sentence's or paragraph's start and the quotation, within forty."""
    if not pair.scene.analysis.sentences or pair.place.first >= len(pair.scene.tokens):
        return 0.0
    sentence = pair.scene.analysis.sentences[pair.place.sentence_first]
    return min(_LIMIT, pair.scene.outside_between(sentence.first, pair.place.first))


def words_after_quotation(pair: Pair) -> float:
    """Unquoted words between the quotation and its sentence's end, within forty."""
    if not pair.scene.analysis.sentences or pair.place.last == 0:
        return 0.0
    sentence = pair.scene.analysis.sentences[pair.place.sentence_last]
    return min(_LIMIT, pair.scene.outside_between(pair.place.last, sentence.last))


def unquoted_in_paragraph(pair: Pair) -> float:
    """Unquoted words in the quotation's paragraph, within forty."""
    return min(_LIMIT, pair.place.unquoted_in_paragraph)


def quotation_words(pair: Pair) -> float:
    """Words in the quotation, within sixty."""
    return min(60.0, pair.place.last - pair.place.first)


def direct(pair: Pair) -> float:
    """The quotation is a sentence of its own."""
    return float(pair.place.quotation.kind == "direct")


def dash_or_line_start(pair: Pair) -> float:
    """1 where a dash stands before the mention ("— X"), 2 where it begins its paragraph, 3 where a colon follows it."""
    text, span = pair.scene.text, pair.candidate.span
    before, after = text[max(0, span.start - 3) : span.start].rstrip(" \u00a0"), text[span.end : span.end + 1]
    if before[-1:] in ("—", "–", "―", "-") and before:
        return 1.0
    if after == ":":
        return 3.0
    return 2.0 if not before or before[-1:] == "\n" else 0.0


def words_to_predicate(pair: Pair) -> float:
    """Words from the mention to its predicate, within twenty; negative where the predicate comes first (-30: none)."""
    if pair.verb is None:
        return -30.0
    if pair.verb.index >= pair.candidate.last:
        return min(20.0, pair.verb.index - pair.candidate.last)
    return max(-20.0, pair.verb.index - pair.candidate.first)


def reporting_between(pair: Pair) -> float:
    """Reporting verbs between the mention, or its predicate where nearer, and the quotation, within four."""
    return float(min(4, pair.reporting_between))


def subjects_between(pair: Pair) -> float:
    """Subjects of verbs between the mention and the quotation, within six."""
    return float(min(6, pair.subjects_between))


def label(pair: Pair) -> float:
    """The mention stands before a colon at the start of a line: 1 the quotation's own, 2 another's, 0 it does not."""
    if pair.candidate.label is None:
        return 0.0
    return 1.0 if pair.paragraph_delta == 0 else 2.0


def follows_quotation(pair: Pair) -> float:
    """The quotation stands right behind another's end in the text (1), or begins its sentence (2)."""
    before = pair.scene.text[max(0, pair.place.quotation.span.start - 3) : pair.place.quotation.span.start].rstrip()
    return 1.0 if before[-1:] in "\"”’'»" and before else 2.0 if before[-1:] in ".!?" and before else 0.0


FAMILY = (
    mention_gap, predicate_gap, mention_before, predicate_before, predicate_between, stretches_between, paragraph_delta,
    sentence_delta, same_sentence, words_to_predicate, reporting_between, subjects_between, label,
)  # fmt: skip
OF_PLACE = (
    colon_before, ends_with_comma, lower_after, words_before_quotation, words_after_quotation, unquoted_in_paragraph,
    quotation_words, direct, follows_quotation,
)  # fmt: skip
OF_CANDIDATE = (dash_or_line_start,)

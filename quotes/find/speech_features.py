"""What tells somebody's words from titles, nicknames, terms and scare quotes: one documented function a feature."""

import re
from collections.abc import Callable, Mapping, Sequence

from quotes.codes import part_of_speech_code, relation_code, word_form_code
from quotes.domain import Quotation, Span
from quotes.find.repeats import quoted_elsewhere, unquoted_elsewhere
from quotes.lexicon import words
from quotes.scene import Scene

Feature = Callable[[Scene, Quotation], float]

_WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FORMS = {"VBD": 1.0, "VBZ": 2.0, "VBP": 2.0, "VBG": 3.0, "VBN": 4.0, "VB": 5.0}
_ADVERBS_BETWEEN = 5


def _content_words(scene: Scene, q: Quotation) -> list[str]:
    return _WORDS.findall(q.content.of(scene.text))


def _is_reporting(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return token.upos in ("VERB", "AUX") and token.lemma.lower() in words("reporting_verbs")


def _neighbours(scene: Scene, q: Quotation, step: int, count: int) -> list[int]:
    """Up to `count` unquoted words beside the stretch in its own paragraph, the nearest first; punctuation left out."""
    first, last = scene.token_range(q.span)
    index = first - 1 if step < 0 else last
    paragraph = scene.paragraph_of(q.span.start)
    found: list[int] = []
    while 0 <= index < len(scene.tokens) and len(found) < count:
        token = scene.tokens[index]
        if scene.paragraph_of(token.start) != paragraph or scene.quoted_by[index] >= 0:
            break
        if token.upos != "PUNCT":
            found.append(index)
        index += step
    return found


def word_count(scene: Scene, q: Quotation) -> float:
    """Words between the marks: one to three are seldom a sentence."""
    return float(len(_content_words(scene, q)))


def capital_start(scene: Scene, q: Quotation) -> float:
    """The first letter is a capital."""
    return float(next((c for c in q.content.of(scene.text) if c.isalpha()), "a").isupper())


def title_case_share(scene: Scene, q: Quotation) -> float:
    """Share of the words after the first, small ones left out, that begin with a capital: titles do."""
    rest = [w for w in _content_words(scene, q)[1:] if w.lower() not in words("uncapitalised_in_titles")]
    return sum(w[0].isupper() for w in rest) / len(rest) if rest else -1.0


def verb_inside(scene: Scene, q: Quotation) -> float:
    """Finite verbs or auxiliaries between the marks, up to three."""
    tags = [scene.tokens[i].xpos for i in range(*scene.token_range(q.content))]
    return float(min(3, sum(t in ("VBD", "VBZ", "VBP", "MD") for t in tags)))


def first_or_second_person(scene: Scene, q: Quotation) -> float:
    """ "I", "we" or "you" between the marks: a voice."""
    voice = {"i", "we", "you", "me", "us", "my", "our", "your", "im", "let"}
    return float(any(w.lower().split("'")[0].split("’")[0] in voice for w in _content_words(scene, q)))


def last_character(scene: Scene, q: Quotation) -> float:
    """Before the closing mark: 0 a letter, 1 a comma, 2 a full stop, 3 a question or exclamation mark, 4 else."""
    last = q.content.of(scene.text).rstrip()[-1:]
    return {",": 1.0, ".": 2.0, "?": 3.0, "!": 3.0}.get(last, 0.0 if last.isalnum() else 4.0)


def character_before(scene: Scene, q: Quotation) -> float:
    """Before the opening mark: 0 nothing, 1 a letter, 2 a comma, 3 a colon, 4 `=`, 5 a bracket, 6 else."""
    start = scene.analysis.paragraphs[scene.paragraph_of(q.span.start)].start if scene.analysis.paragraphs else 0
    before = scene.text[start : q.span.start].rstrip()[-1:]
    if not before:
        return 0.0
    return 1.0 if before.isalnum() else {",": 2.0, ":": 3.0, "=": 4.0, "(": 5.0}.get(before, 6.0)


def character_after(scene: Scene, q: Quotation) -> float:
    """After the closing mark: 0 the paragraph's end, 1 a letter, 2 a comma, 3 a full stop, 4 else."""
    after = scene.text[q.span.end : q.span.end + 3].split("\n")[0].strip()[:1]
    if not after:
        return 0.0
    return 1.0 if after.isalnum() else {",": 2.0, ".": 3.0}.get(after, 4.0)


def part_of_speech_before(scene: Scene, q: Quotation) -> float:
    """The word class before the stretch: a determiner or adjective makes it a term."""
    found = _neighbours(scene, q, -1, 1)
    return part_of_speech_code(scene.tokens[found[0]].upos) if found else 0.0


def part_of_speech_after(scene: Scene, q: Quotation) -> float:
    """The word class after the stretch: a noun makes it an attribute."""
    found = _neighbours(scene, q, 1, 1)
    return part_of_speech_code(scene.tokens[found[0]].upos) if found else 0.0


def reporting_before(scene: Scene, q: Quotation) -> float:
    """How many words before the stretch the nearest reporting verb stands (9: none near)."""
    near = _neighbours(scene, q, -1, 8)
    return next((float(n) for n, i in enumerate(near) if _is_reporting(scene, i)), 9.0)


def reporting_after(scene: Scene, q: Quotation) -> float:
    """How many words after the stretch the nearest reporting verb stands (9: none near)."""
    near = _neighbours(scene, q, 1, 8)
    return next((float(n) for n, i in enumerate(near) if _is_reporting(scene, i)), 9.0)


def reporting_noun_before(scene: Scene, q: Quotation) -> float:
    """A noun that carries words ("statement", "claim") among the five words before."""
    near = _neighbours(scene, q, -1, _ADVERBS_BETWEEN)
    return float(any(scene.tokens[i].lemma.lower() in words("reporting_nouns") for i in near))


def naming_cue_before(scene: Scene, q: Quotation) -> float:
    """How near a word that names things ("the novel", "known as", "titled") stands before it (6: none)."""
    near = _neighbours(scene, q, -1, 5)
    return next((float(n) for n, i in enumerate(near) if scene.tokens[i].text.lower() in words("naming_cues")), 6.0)


def reporting_in_paragraph(scene: Scene, q: Quotation) -> float:
    """Unquoted reporting verbs in the paragraph, up to four."""
    span = scene.analysis.paragraphs[scene.paragraph_of(q.span.start)] if scene.analysis.paragraphs else Span(0, 0)
    tokens = range(*scene.token_range(span))
    return float(min(4, sum(scene.quoted_by[i] < 0 and _is_reporting(scene, i) for i in tokens)))


def governor(scene: Scene, q: Quotation) -> float:
    """1 where a reporting verb governs the stretch's head word, 2 another verb, 3 a noun, 0 nothing outside."""
    head = scene.head_of(*scene.token_range(q.content))
    if head is None or scene.tokens[head].head < 0:
        return 0.0
    above = scene.tokens[head].head
    if _is_reporting(scene, above):
        return 1.0
    return 2.0 if scene.tokens[above].upos in ("VERB", "AUX") else 3.0


def relation(scene: Scene, q: Quotation) -> float:
    """The dependency relation of the stretch's head word."""
    head = scene.head_of(*scene.token_range(q.content))
    return relation_code(scene.tokens[head].deprel) if head is not None else 0.0


def head_part_of_speech(scene: Scene, q: Quotation) -> float:
    """The word class of the stretch's head word."""
    head = scene.head_of(*scene.token_range(q.content))
    return part_of_speech_code(scene.tokens[head].upos) if head is not None else 0.0


def is_name(scene: Scene, q: Quotation) -> float:
    """Share of the words inside that belong to a name."""
    first, last = scene.token_range(q.content)
    return sum(i in scene.entity_at for i in range(first, last)) / (last - first) if last > first else 0.0


def paragraph_share(scene: Scene, q: Quotation) -> float:
    """Share of the paragraph's characters that the stretch takes."""
    p = scene.analysis.paragraphs[scene.paragraph_of(q.span.start)] if scene.analysis.paragraphs else q.span
    return (q.span.end - q.span.start) / max(1, p.end - p.start)


def paragraph_number(scene: Scene, q: Quotation) -> float:
    """0 for the headline's paragraph, up to three."""
    return float(min(3, scene.paragraph_of(q.span.start)))


def other_stretches(scene: Scene, q: Quotation) -> float:
    """Other stretches in the paragraph, up to five."""
    here = scene.paragraph_of(q.span.start)
    return float(min(5, sum(scene.paragraph_of(o.span.start) == here for o in scene.quotations) - 1))


def single_mark(scene: Scene, q: Quotation) -> float:
    """The stretch stands between single marks, on both sides where it is closed."""
    opens = scene.text[q.span.start] in "'‘‚`‹" and q.content.start - q.span.start == 1
    return float(opens and scene.text[q.content.end : q.span.end] not in ('"', "”"))


def other_marks(scene: Scene, q: Quotation) -> float:
    """Share of the article's other direct stretches that have double marks where this one has single ones, or single
    ones where this one has double ones (-1: there are none): headlines and words used as words do."""
    return _other_marks(scene, q, [o for o in scene.quotations if o.kind == "direct" and o is not q])


def other_marks_beside(scene: Scene, q: Quotation) -> float:
    """The same of all other stretches of the paragraph."""
    here = scene.paragraph_of(q.span.start)
    return _other_marks(
        scene, q, [o for o in scene.quotations if o is not q and scene.paragraph_of(o.span.start) == here]
    )


def _other_marks(scene: Scene, q: Quotation, others: Sequence[Quotation]) -> float:
    own = single_mark(scene, q)
    return sum(single_mark(scene, o) != own for o in others) / len(others) if others else -1.0


def article_speech_share(scene: Scene, q: Quotation) -> float:
    """Share of the article's stretches that are direct: an interview quotes, a review names works."""
    return sum(o.kind == "direct" for o in scene.quotations) / len(scene.quotations)


def verb_before_form(scene: Scene, q: Quotation) -> float:
    """The form of the nearest verb among the four words before: 1 past, 2 present, 3 "-ing", 4 participle, 5 base."""
    near = (scene.tokens[i] for i in _neighbours(scene, q, -1, 4))
    return next((_FORMS.get(t.xpos, 6.0) for t in near if t.upos in ("VERB", "AUX")), 0.0)


def governor_form(scene: Scene, q: Quotation) -> float:
    """The form of the verb that governs the stretch: "called" as a participle names things."""
    head = scene.head_of(*scene.token_range(q.content))
    if head is None or scene.tokens[head].head < 0:
        return 0.0
    return _FORMS.get(scene.tokens[scene.tokens[head].head].xpos, 6.0)


def governor_has_subject(scene: Scene, q: Quotation) -> float:
    """What governs the stretch has a subject of its own: 1 active, 2 passive, 0 none."""
    head = scene.head_of(*scene.token_range(q.content))
    if head is None or scene.tokens[head].head < 0:
        return 0.0
    relations = {scene.tokens[c].deprel for c in scene.children[scene.tokens[head].head]}
    return 2.0 if "nsubj:pass" in relations else 1.0 if "nsubj" in relations else 0.0


def first_part_of_speech(scene: Scene, q: Quotation) -> float:
    """The word class of the first word between the marks."""
    first, last = scene.token_range(q.content)
    return part_of_speech_code(scene.tokens[first].upos) if first < last else 0.0


def first_word_form(scene: Scene, q: Quotation) -> float:
    """The form of the first word between the marks: "more", "would" or "to" begin what is said, plain nouns terms."""
    first, last = scene.token_range(q.content)
    return word_form_code(scene.tokens[first].xpos) if first < last else 0.0


def last_word_form(scene: Scene, q: Quotation) -> float:
    """The form of the last word between the marks: names and titles end in nouns, what is said in any word."""
    inside = (scene.tokens[i] for i in reversed(range(*scene.token_range(q.content))))
    return next((word_form_code(t.xpos) for t in inside if t.upos != "PUNCT"), 0.0)


def name_word_share(scene: Scene, q: Quotation) -> float:
    """Share of proper nouns among the words inside."""
    tags = [t.upos for t in scene.tokens[slice(*scene.token_range(q.content))] if t.upos != "PUNCT"]
    return sum(tag == "PROPN" for tag in tags) / len(tags) if tags else 0.0


def other_speech_near(scene: Scene, q: Quotation) -> float:
    """Other stretches of the paragraph that are sentences of their own, up to three."""
    here = scene.paragraph_of(q.span.start)
    return float(
        min(3, sum(o.kind == "direct" and scene.paragraph_of(o.span.start) == here for o in scene.quotations if o != q))
    )


def is_direct(scene: Scene, q: Quotation) -> float:
    """The stretch is a sentence of its own."""
    return float(q.kind == "direct")


FEATURES: Mapping[str, Feature] = {
    f.__name__: f
    for f in (
        word_count, capital_start, title_case_share, verb_inside, first_or_second_person, last_character,
        character_before, character_after, part_of_speech_before, part_of_speech_after, reporting_before,
        reporting_after, reporting_noun_before, naming_cue_before, reporting_in_paragraph, governor, relation,
        head_part_of_speech, is_name, unquoted_elsewhere, quoted_elsewhere, paragraph_share, paragraph_number,
        other_stretches, single_mark, other_marks, other_marks_beside, article_speech_share, verb_before_form,
        governor_form, governor_has_subject,
        first_part_of_speech, first_word_form, last_word_form, name_word_share, other_speech_near, is_direct,
    )
}  # fmt: skip


def speech_features(scene: Scene, q: Quotation) -> list[float]:
    """The values of all features, in the order of FEATURES."""
    return [feature(scene, q) for feature in FEATURES.values()]


STRENGTHS = ("word_before_strength", "word_after_strength", "governor_strength")


def speech_keys(scene: Scene, q: Quotation) -> tuple[str, str, str]:
    """What the training articles are counted by: the word before, the word after, the governing word."""
    before, after = _neighbours(scene, q, -1, 1), _neighbours(scene, q, 1, 1)
    head = scene.head_of(*scene.token_range(q.content))
    above = scene.tokens[head].head if head is not None else -1
    return (
        f"before {scene.tokens[before[0]].lemma.lower()}" if before else "before",
        f"after {scene.tokens[after[0]].lemma.lower()}" if after else "after",
        f"under {scene.tokens[above].lemma.lower()}" if above >= 0 else "under",
    )

"""What tells a report from any other clause: one documented function a feature."""

from collections.abc import Callable, Mapping
from typing import get_args

from quotes.codes import part_of_speech_code, relation_code
from quotes.find.extents import Extent, subtree
from quotes.find.reports import Report, Tie
from quotes.lexicon import words
from quotes.scene import Scene

Feature = Callable[[Scene, Report], float]

_TIES = {tie: float(code) for code, tie in enumerate(get_args(Tie), start=1)}
_EXTENTS = {extent: float(code) for code, extent in enumerate(get_args(Extent))}
_FORMS = {"VBD": 1.0, "VBZ": 2.0, "VBP": 3.0, "VBG": 4.0, "VBN": 5.0, "VB": 6.0}
_ENTITIES = {"PERSON": 1.0, "ORG": 2.0, "LOC": 3.0, "MISC": 4.0}
_PRONOUNS = {"he": 1.0, "she": 1.0, "they": 2.0, "i": 3.0, "we": 3.0, "you": 4.0, "it": 5.0, "who": 6.0, "that": 7.0}


def tie(scene: Scene, r: Report) -> float:
    """How the content hangs on the cue: clause, object, inserted, "according to" …"""
    return _TIES[r.tie]


def cue_form(scene: Scene, r: Report) -> float:
    """The cue's tense or form."""
    return _FORMS.get(scene.tokens[r.cue].xpos, 0.0)


def cue_class(scene: Scene, r: Report) -> float:
    """The cue's word class."""
    return part_of_speech_code(scene.tokens[r.cue].upos)


def cue_relation(scene: Scene, r: Report) -> float:
    """The cue's own place in its sentence."""
    return relation_code(scene.tokens[r.cue].deprel)


def reporting_verb(scene: Scene, r: Report) -> float:
    """The cue is a verb of the lexicon of reporting verbs."""
    return float(scene.tokens[r.cue].lemma.lower() in words("reporting_verbs"))


def negated(scene: Scene, r: Report) -> float:
    """The cue is negated."""
    return float(any(scene.tokens[c].lemma.lower() in ("not", "never") for c in scene.children[r.cue]))


def modal(scene: Scene, r: Report) -> float:
    """The cue stands under a modal verb or in an infinitive."""
    return float(any(scene.tokens[c].xpos in ("MD", "TO") for c in scene.children[r.cue]))


def passive(scene: Scene, r: Report) -> float:
    """The cue is in the passive."""
    return float(any(scene.tokens[c].deprel in ("aux:pass", "nsubj:pass") for c in scene.children[r.cue]))


def has_addressee(scene: Scene, r: Report) -> float:
    """The cue has an object beside the content: "told reporters that"."""
    return float(any(scene.tokens[c].deprel in ("obj", "iobj") and c != r.content_head for c in scene.children[r.cue]))


def source_kind(scene: Scene, r: Report) -> float:
    """The source: 0 none, 10 and more a pronoun, 20 a name's type, 30 a person noun, 31 another noun, 32 other."""
    if r.source is None:
        return 0.0
    token = scene.tokens[r.source]
    if token.upos == "PRON":
        return 10.0 + _PRONOUNS.get(token.text.lower(), 0.0)
    if r.source in scene.entity_at:
        return 20.0 + _ENTITIES[scene.entity_at[r.source]]
    if token.upos in ("NOUN", "PROPN"):
        return 30.0 if token.lemma.lower() in words("person_nouns") else 31.0
    return 32.0


def source_plural(scene: Scene, r: Report) -> float:
    """The source is plural."""
    return float(r.source is not None and "Number=Plur" in scene.tokens[r.source].feats)


def source_gap(scene: Scene, r: Report) -> float:
    """Words between source and cue, within twenty, negative where the source follows."""
    return float(max(-20, min(20, r.cue - r.source))) if r.source is not None else -99.0


def content_words(scene: Scene, r: Report) -> float:
    """Words of content, within fifty."""
    return float(min(50, r.last - r.first))


def content_gap(scene: Scene, r: Report) -> float:
    """Words between cue and content, negative where the content stands before, within twenty."""
    gap = r.first - r.cue - 1 if r.first > r.cue else r.last - 1 - r.cue
    return float(max(-20, min(20, gap)))


def content_class(scene: Scene, r: Report) -> float:
    """The word class of the content's head."""
    return part_of_speech_code(scene.tokens[r.content_head].upos)


def content_form(scene: Scene, r: Report) -> float:
    """The form of the content's head verb."""
    return _FORMS.get(scene.tokens[r.content_head].xpos, 0.0)


def content_opens_with(scene: Scene, r: Report) -> float:
    """The content's first word: 1 "that", 2 "to", 3 "whether", "if" or a question word, 4 a preposition, 5 other."""
    token = scene.tokens[r.first]
    lowered = token.text.lower()
    if lowered in ("that", "to"):
        return 1.0 if lowered == "that" else 2.0
    if lowered in ("whether", "if") or token.xpos.startswith("W"):
        return 3.0
    return 4.0 if token.upos == "ADP" else 5.0


def content_has_subject(scene: Scene, r: Report) -> float:
    """The content is a clause with a subject."""
    return float(any(scene.tokens[c].deprel.startswith(("nsubj", "expl")) for c in scene.children[r.content_head]))


def content_to_sentence_end(scene: Scene, r: Report) -> float:
    """Words between the content's end and its sentence's end, within twenty."""
    sentence = scene.analysis.sentences[scene.tokens[r.cue].sentence]
    return float(min(20, sentence.last - r.last))


def cue_depth(scene: Scene, r: Report) -> float:
    """Steps from the cue up to the root of its sentence, within six."""
    index, steps = r.cue, 0
    while scene.tokens[index].head >= 0 and steps < 6:
        index, steps = scene.tokens[index].head, steps + 1
    return float(steps)


def paragraph_number(scene: Scene, r: Report) -> float:
    """The cue's paragraph, within three: headlines come first."""
    return float(min(3, scene.paragraph_of(scene.tokens[r.cue].start)))


def quoted_in_sentence(scene: Scene, r: Report) -> float:
    """The sentence holds quoted words."""
    sentence = scene.analysis.sentences[scene.tokens[r.cue].sentence]
    return float(any(scene.quoted_by[i] >= 0 for i in range(sentence.first, sentence.last)))


def extent(scene: Scene, r: Report) -> float:
    """How far the content reaches over the words below its head."""
    return _EXTENTS[r.extent]


def words_left(scene: Scene, r: Report) -> float:
    """Words below the content's head that the content leaves out at its end, within twenty."""
    return float(min(20, max(0, subtree(scene, r.content_head)[1] - r.last)))


def clause_beside(scene: Scene, r: Report) -> float:
    """The cue governs another clause or object beside the content: 1 a clause, 2 an open clause, 3 an object."""
    beside = {scene.tokens[c].deprel.split(":")[0] for c in scene.children[r.cue] if c != r.content_head}
    return 1.0 if beside & {"ccomp", "parataxis"} else 2.0 if "xcomp" in beside else 3.0 if "obj" in beside else 0.0


def content_kind(scene: Scene, r: Report) -> float:
    """What the content's head names: a name's type, 10 a person noun."""
    if r.content_head in scene.entity_at:
        return _ENTITIES[scene.entity_at[r.content_head]]
    return 10.0 * (scene.tokens[r.content_head].lemma.lower() in words("person_nouns"))


def cue_governor(scene: Scene, r: Report) -> float:
    """The word class that the cue hangs on."""
    head = scene.tokens[r.cue].head
    return part_of_speech_code(scene.tokens[head].upos) if head >= 0 else 0.0


def breaks_inside(scene: Scene, r: Report) -> float:
    """Commas, dashes and semicolons inside the content, within five."""
    return float(min(5, sum(scene.tokens[i].text in (",", ";", "-", "–", "—", ":") for i in range(r.first, r.last))))


def ends_before(scene: Scene, r: Report) -> float:
    """What follows the content: 1 the sentence's end, 2 a comma, 3 another mark, 4 a word."""
    sentence = scene.analysis.sentences[scene.tokens[r.cue].sentence]
    if r.last >= sentence.last or scene.tokens[r.last].text in (".", "!", "?"):
        return 1.0
    return 2.0 if scene.tokens[r.last].text == "," else 3.0 if scene.tokens[r.last].upos == "PUNCT" else 4.0


FEATURES: Mapping[str, Feature] = {
    f.__name__: f
    for f in (
        tie, cue_form, cue_class, cue_relation, reporting_verb, negated, modal, passive, has_addressee, source_kind,
        source_plural, source_gap, content_words, content_gap, content_class, content_form, content_opens_with,
        content_has_subject, content_to_sentence_end, cue_depth, paragraph_number, quoted_in_sentence, extent,
        words_left, clause_beside, content_kind, cue_governor, breaks_inside, ends_before,
    )
}  # fmt: skip
STRENGTHS = ("cue_strength", "cue_tie_strength", "cue_opener_strength", "content_strength", "source_strength")


def report_features(scene: Scene, r: Report, strengths: Mapping[str, float]) -> list[float]:
    """All features in the order of FEATURES, then those of STRENGTHS: log-odds of what the keys name."""
    return [f(scene, r) for f in FEATURES.values()] + [strengths.get(key, -5.0) for key in strength_keys(scene, r)]


def strength_keys(scene: Scene, r: Report) -> tuple[str, ...]:
    """What the training articles are counted by: the cue, the cue with its tie, that with the content's first case or
    mark, the content's head, the source's head."""
    lemma = scene.tokens[r.cue].lemma.lower()
    below = (scene.tokens[c] for c in scene.children[r.content_head])
    opener = next((t.lemma.lower() for t in below if t.deprel in ("case", "mark")), "")
    source = scene.tokens[r.source].lemma.lower() if r.source is not None else ""
    return (
        lemma,
        f"{lemma}|{r.tie}",
        f"{lemma}|{r.tie}|{opener}",
        f"*{scene.tokens[r.content_head].lemma.lower()}|{r.tie}",
        f"^{source}",
    )

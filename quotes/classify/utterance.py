"""What the words beside a quotation tell of the utterance: to whom it was said, and that nothing was."""

from quotes.domain import Attribution, Span
from quotes.lexicon import any_of
from quotes.lexicon import words as word_list
from quotes.scene import Scene

TO = frozenset(("say", "speak", "talk", "explain", "write", "shout", "admit", "confide", "confess", "declare", "read"))
REACH = 60  # characters after the cue that may complete it


def declined(scene: Scene, attribution: Attribution) -> bool:
    """Whether the cue only says that somebody declined comment."""
    cue = attribution.cue
    if cue is None:
        return False
    token = scene.token_at(cue.span.start)
    limit = scene.analysis.sentences[token.sentence].end if token is not None else cue.span.end
    match = any_of("declined_phrases").search(scene.text, max(0, cue.span.start - 12), min(limit, cue.span.end + REACH))
    return match is not None and match.start() < cue.span.end and cue.span.start < match.end()


def _addressed_as(verb: str) -> tuple[str, ...]:
    """The dependency relations of whoever is spoken to with a verb."""
    if verb in word_list("addressing_verbs"):
        return "obj", "iobj"
    return ("obl",) if verb in TO else ()


def find_addressee(scene: Scene, attribution: Attribution) -> Span | None:
    """Who was told: the object of "told", "asked …", or what stands after "said to", by the parse."""
    cue = attribution.cue
    if cue is None:
        return None
    for verb in scene.tokens[slice(*scene.token_range(cue.span))]:
        wanted = _addressed_as(verb.lemma.lower())
        for child in scene.children[verb.index] if verb.upos == "VERB" else ():
            token = scene.tokens[child]
            if token.deprel.split(":")[0] not in wanted or scene.quoted_by[child] >= 0 or child < verb.index:
                continue
            if token.upos not in ("NOUN", "PROPN", "PRON") or token.text.lower() in ("that", "what", "it"):
                continue
            marks = [scene.tokens[c].text.lower() for c in scene.children[child] if scene.tokens[c].deprel == "case"]
            if wanted == ("obl",) and marks[:1] not in (["to"], ["with"]):
                continue
            span = _noun_phrase(scene, child)
            if attribution.mention is None or not span.overlaps(attribution.mention.span):
                return span
    return None


def _noun_phrase(scene: Scene, head: int) -> Span:
    """The words that a noun governs, without its preposition, its clauses and what is quoted."""
    low = high = head
    stack = list(scene.children[head])
    while stack:
        i = stack.pop()
        relation = scene.tokens[i].deprel
        if scene.quoted_by[i] >= 0 or (
            relation in ("case", "punct", "cc") and scene.tokens[i].head == head and i < head
        ):
            continue
        if relation.split(":")[0] in ("acl", "advcl", "parataxis", "appos", "ccomp", "punct"):
            continue
        low, high = min(low, i), max(high, i)
        stack += scene.children[i]
    while high + 1 < len(scene.tokens) and _goes_on(scene, high):
        high += 1
    return Span(scene.tokens[low].start, scene.tokens[high].end)


def _goes_on(scene: Scene, i: int) -> bool:
    """A name whose parts the parse tears apart: "Radio | Feale"."""
    this, following = scene.tokens[i], scene.tokens[i + 1]
    return this.upos == following.upos == "PROPN" and scene.text[this.end : following.start] == " "

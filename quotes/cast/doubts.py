"""Names that are better not given: where the mention is likely not the speaker's own."""

from quotes.cast.clauses import is_reporter
from quotes.cast.identity import Identity
from quotes.domain import Attribution, Span
from quotes.lexicon import word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

OTHERS = word_class("others_unnamed")


def doubt(scene: Scene, attribution: Attribution, identity: Identity) -> str | None:
    """Why the name stays unsaid, or None: a body is given what only voices do ("… Rovers played, chanting “Up!”"), a
    pronoun is what somebody is said to do ("him wearing …"), or several people without a name report between the
    mention and a quotation in a paragraph further down."""
    if identity.name is None or attribution.mention is None:
        return None
    verb = attribution.cue.lemma if attribution.cue is not None else ""
    if identity.kind == "organization" and verb in word_list("voiced_verbs"):
        return "no organisation speaks so"
    first = scene.token_at(attribution.mention.span.start)
    if first is not None and first.text in ("him", "them") and first.deprel.startswith("nsubj"):
        return "a pronoun that is what somebody is said to do, not who says it"
    if attribution.quotation.kind != "indirect" and _overtaken(scene, attribution):
        return "others without a name report before the quotation"
    return None


def _overtaken(scene: Scene, attribution: Attribution) -> bool:
    """The last who reports before a quotation in a later paragraph, in a main clause after the mention's sentence, is
    several people or somebody new: "Historians explain …", "Another tweeted"."""
    mention, quotation = attribution.mention, attribution.quotation.span
    if mention is None or mention.span.end > quotation.start:
        return False
    if scene.paragraph_of(mention.span.start) == scene.paragraph_of(quotation.start):
        return False
    first, last = scene.token_range(Span(mention.span.end, quotation.start))
    own = scene.tokens[first - 1].sentence
    for token in reversed(scene.tokens[first:last]):
        outside = token.sentence > own and scene.quoted_by[token.index] < 0
        if outside and is_reporter(scene, token.index) and scene.tokens[token.head].deprel == "root":
            return token.xpos == "NNS" or token.text.lower() in OTHERS
    return False

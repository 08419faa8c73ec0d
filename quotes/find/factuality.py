"""Whether a report was made at all: "did not say", "will say", "if he says", "declined to say".

Polarity and modality follow the two axes of FactBank (Saurí and Pustejovsky, 2009), read off the cue and the verbs that
it hangs on. Of several signs the nearest to the cue counts; what shows none is taken as done.
"""

from collections.abc import Iterator

from quotes.domain import Modality, Polarity
from quotes.lexicon import table
from quotes.scene import Scene

_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither", "nor", "without"))
_NOBODY = frozenset(("no", "nobody", "none", "neither"))
_FUTURE = frozenset(("will", "wo", "'ll", "’ll", "shall", "sha"))
_CONDITIONS = frozenset(("if", "unless", "lest"))


def polarity_of(scene: Scene, cue: int) -> Polarity:
    """Whether the cue is affirmed; it is negative where nobody made the report, or declined to."""
    for index in _chain(scene, cue):
        if index != cue and table("factuality_verbs").get(scene.tokens[index].lemma.lower()) == "negative":
            return "negative"
        for child in scene.children[index]:
            token = scene.tokens[child]
            if token.text.lower() in _NEGATIONS or (token.lemma.lower() in _NEGATIONS and token.deprel != "cc"):
                return "negative"
            if token.deprel.startswith("nsubj") and _is_nobody(scene, child):
                return "negative"
            if index == cue and token.deprel == "det" and token.text.lower() == "no":
                return "negative"
    return "positive"


def modality_of(scene: Scene, cue: int) -> Modality:
    """Whether the report was made, is to be made, or is only supposed, asked for or asked after."""
    for index in _chain(scene, cue):
        token = scene.tokens[index]
        if index != cue:
            meaning = table("factuality_verbs").get(token.lemma.lower())
            if meaning in ("future", "hypothetical") and not (token.lemma == "go" and token.xpos != "VBG"):
                return "future" if meaning == "future" else "hypothetical"
        for child in scene.children[index]:
            below = scene.tokens[child]
            if below.xpos == "MD" and below.deprel.startswith("aux"):
                return "future" if below.text.lower() in _FUTURE else "hypothetical"
            if below.deprel == "mark" and below.text.lower() in _CONDITIONS:
                return "hypothetical"
        if _is_asked(scene, index):
            return "hypothetical"
    return "actual"


def _chain(scene: Scene, cue: int) -> Iterator[int]:
    """The cue and the verbs whose infinitive it is, or whose auxiliaries it shares ("will rise and say")."""
    index = cue
    for _ in range(4):
        yield index
        token = scene.tokens[index]
        shares = token.deprel == "conj" and token.xpos == "VB" and not _has_own_auxiliary(scene, index)
        if token.head < 0 or not (token.deprel == "xcomp" or shares):
            return
        index = token.head


def _has_own_auxiliary(scene: Scene, index: int) -> bool:
    return any(scene.tokens[c].deprel.startswith(("aux", "nsubj")) for c in scene.children[index])


def _is_nobody(scene: Scene, subject: int) -> bool:
    words = [subject, *scene.children[subject]]
    return any(scene.tokens[i].text.lower() in _NOBODY and scene.tokens[i].deprel != "nmod" for i in words)


def _is_asked(scene: Scene, index: int) -> bool:
    """The main clause of a question: "Did he say that …?" """
    token = scene.tokens[index]
    sentence = scene.analysis.sentences[token.sentence]
    last = scene.tokens[sentence.last - 1]
    return token.head < 0 and last.text == "?" and scene.quoted_by[last.index] < 0

"""Whether words were said at all: "did not say", "will say", "if he says", "declined to say", "denied saying".

Polarity and modality follow the two axes of FactBank (Saurí and Pustejovsky, 2009), read off the cue and the verbs that
it hangs on. Of several signs the nearest to the cue counts; what shows none is taken as done.
"""

from collections.abc import Iterator

from quotes.domain import Modality, Polarity, Token
from quotes.lexicon import table
from quotes.scene import Scene

_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither", "nor", "without"))
_NOBODY = frozenset(("no", "nobody", "none", "neither"))
_FUTURE = frozenset(("will", "wo", "'ll", "’ll", "shall", "sha"))
_CONDITIONS = frozenset(("if", "unless", "lest"))
_ADDING = frozenset(("only", "just", "merely", "simply"))  # "not only said"
_SHORT_OF = frozenset(("short", "instead"))  # "stopped short of calling", "instead of calling"
_AFTERWARDS = frozenset(("later", "eventually", "subsequently", "often", "always", "sometimes"))
_FALSELY = frozenset(("wrongly", "falsely", "incorrectly", "mistakenly", "erroneously"))


def polarity_of(scene: Scene, cue: int) -> Polarity:
    """Whether the cue is affirmed; it is negative where nobody made the report, or declined or denied to have."""
    for index in _chain(scene, cue):
        if index != cue and table("factuality_verbs").get(scene.tokens[index].lemma.lower()) == "negative":
            return "negative"
        if any(_denies(scene, index, child, cue) for child in scene.children[index]):
            return "negative"
    return "positive"


def is_nobody(scene: Scene, noun: int) -> bool:
    """ "Nobody", "no one", "no official": who says something of which the article says that it was not said."""
    words = [noun, *scene.children[noun]]
    return any(scene.tokens[i].text.lower() in _NOBODY and scene.tokens[i].deprel != "nmod" for i in words)


def _denies(scene: Scene, verb: int, child: int, cue: int) -> bool:
    """The child takes back what its verb, which is in the cue's chain, affirms."""
    token, before = scene.tokens[child], scene.tokens[max(0, child - 1)].text.lower()
    word = token.text.lower()
    if word in _NEGATIONS or (token.lemma.lower() in _NEGATIONS and token.deprel != "cc"):
        return scene.tokens[min(child + 1, len(scene.tokens) - 1)].text.lower() not in _ADDING
    if token.deprel.startswith("nsubj"):
        return is_nobody(scene, child)
    if verb == cue:
        return (token.deprel == "det" and word == "no") or (word == "of" and before in _SHORT_OF)
    return word in _FALSELY or (word == "yet" and scene.tokens[verb].lemma.lower() in ("have", "be"))


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
            if below.xpos == "MD" and below.deprel.startswith("aux") and not _is_past_habit(scene, index, below):
                return "future" if below.text.lower() in _FUTURE else "hypothetical"
            if below.deprel == "mark" and below.text.lower() in _CONDITIONS:
                return "hypothetical"
        if _is_asked(scene, index):
            return "hypothetical"
    return "actual"


def _is_past_habit(scene: Scene, verb: int, modal: Token) -> bool:
    """ "She would later call it", "he would often say": done, though it reads like a supposition."""
    when = (scene.tokens[c].text.lower() for c in scene.children[verb])
    return modal.text.lower() in ("would", "’d", "'d") and not _AFTERWARDS.isdisjoint(when)


def _chain(scene: Scene, cue: int) -> Iterator[int]:
    """The cue and the verbs whose infinitive it is, whose auxiliaries it shares ("will rise and say"), which deny it
    or quote somebody as saying it."""
    index = cue
    for _ in range(4):
        yield index
        token = scene.tokens[index]
        if token.head < 0 or not _goes_up(scene, index):
            return
        index = token.head


def _goes_up(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.deprel == "xcomp" or (token.deprel == "ccomp" and scene.tokens[token.head].lemma.lower() == "deny"):
        return True
    if token.deprel == "advcl":
        return any(scene.tokens[c].text.lower() == "as" and token.xpos == "VBG" for c in scene.children[index])
    return token.deprel == "conj" and token.xpos == "VB" and not _has_own_auxiliary(scene, index)


def _has_own_auxiliary(scene: Scene, index: int) -> bool:
    return any(scene.tokens[c].deprel.startswith(("aux", "nsubj")) for c in scene.children[index])


def _is_asked(scene: Scene, index: int) -> bool:
    """The main clause of a question: "Did he say that …?" """
    token = scene.tokens[index]
    sentence = scene.analysis.sentences[token.sentence]
    last = scene.tokens[sentence.last - 1]
    return token.head < 0 and last.text == "?" and scene.quoted_by[last.index] < 0

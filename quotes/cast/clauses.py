"""Where a phrase stands in its sentence, by the parse: its part, how deep, under which verbs. Phrases are given by the
index of their head word."""

from quotes.lexicon import word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

PARTS = ("subject", "minor subject", "object", "possessor", "other")  # the most prominent first
ASKERS = word_class("askers")
STEPS = 40  # up a tree, at most


def outermost(scene: Scene, head: int) -> int:
    """The head of the noun phrase that a name is an apposition or a part of."""
    tokens = scene.tokens
    while tokens[head].deprel in ("flat", "compound", "appos", "nmod:desc") and tokens[head].head >= 0:
        head = tokens[head].head
    return head


def part_of(scene: Scene, head: int) -> str:
    """Which of `PARTS` a phrase is; a minor subject is that of a clause inside another."""
    token = outermost(scene, head)
    relation = scene.tokens[token].deprel
    if relation.startswith("nsubj"):
        governor = scene.tokens[scene.tokens[token].head]
        return "subject" if governor.deprel in ("root", "conj", "parataxis") else "minor subject"
    if relation == "root":
        return "subject"
    if relation in ("obj", "iobj"):
        return "object"
    return "possessor" if relation == "nmod:poss" else "other"


def is_subject(scene: Scene, head: int) -> bool:
    return scene.tokens[outermost(scene, head)].deprel.startswith("nsubj")


def depth_of(scene: Scene, head: int) -> int:
    """How many clauses the phrase's own is inside of, within the sentence."""
    tokens, count, steps = scene.tokens, 0, 0
    i = head
    while i >= 0 and steps < STEPS:
        count += tokens[i].deprel.split(":")[0] in ("ccomp", "advcl", "acl", "xcomp", "csubj")
        i, steps = tokens[i].head, steps + 1
    return count


def governs(scene: Scene, above: int, below: int) -> bool:
    """A word is another one's governor at any depth, or that word itself."""
    i, steps = below, 0
    while i >= 0 and steps < STEPS:
        if i == above:
            return True
        i, steps = scene.tokens[i].head, steps + 1
    return False


def is_subject_above(scene: Scene, head: int, below: int) -> bool:
    """The phrase is the subject of a verb that governs the other word."""
    return is_subject(scene, head) and governs(scene, scene.tokens[outermost(scene, head)].head, below)


def is_reporter(scene: Scene, head: int) -> bool:
    """The phrase is the subject of a verb that reports words."""
    token = scene.tokens[outermost(scene, head)]
    return token.deprel.startswith("nsubj") and scene.tokens[token.head].lemma in word_list("reporting_verbs")


def asks(scene: Scene, head: int) -> bool:
    """The phrase is the subject of "ask", or a noun for somebody who does nothing else."""
    token = scene.tokens[outermost(scene, head)]
    asking = token.deprel.startswith("nsubj") and scene.tokens[token.head].lemma == "ask"
    return asking or scene.tokens[head].lemma.lower() in ASKERS


def is_reported(scene: Scene, head: int) -> bool:
    """The phrase stands inside what somebody is reported to say."""
    tokens, steps = scene.tokens, 0
    i = head
    while tokens[i].head >= 0 and steps < STEPS:
        above = tokens[tokens[i].head]
        if tokens[i].deprel in ("ccomp", "xcomp", "advcl") and above.lemma in word_list("reporting_verbs"):
            return True
        i, steps = above.index, steps + 1
    return False


def is_one_of_several(scene: Scene, head: int) -> bool:
    """Joined to another by "and"."""
    tokens = scene.tokens
    if any(tokens[c].deprel == "conj" for c in scene.children[head]):
        return True
    return tokens[head].deprel == "conj" and tokens[tokens[head].head].upos == "PROPN"


def is_described(scene: Scene, head: int) -> bool:
    """With an apposition or a relative clause of its own: as people are brought in."""
    return any(scene.tokens[c].deprel in ("appos", "acl:relcl") for c in scene.children[head])


def cannot_corefer(scene: Scene, head: int, pronoun: int) -> bool:
    """Where grammar forbids that a phrase and a pronoun of its sentence are one: "Smith told him"; "he said that Smith
    …"; "his brother Smith"."""
    tokens = scene.tokens
    token, other = tokens[pronoun], tokens[outermost(scene, head)]
    if token.sentence != other.sentence:
        return False
    is_object = token.deprel in ("obj", "iobj", "obl") and not token.text.lower().endswith("self")
    if is_object and other.head == token.head and other.deprel.startswith("nsubj"):
        return True
    if token.deprel == "nmod:poss":
        return token.head in (other.index, head)
    below = head > pronoun and token.deprel.startswith(("nsubj", "obj")) and token.head >= 0
    return below and governs(scene, token.head, other.index)


def spoken_sentences(scene: Scene) -> list[int]:
    """For each sentence its number among those that are not wholly quoted: what somebody says puts nobody further
    away."""
    outside = [0] * len(scene.analysis.sentences)
    for token in scene.tokens:
        if scene.quoted_by[token.index] < 0 and token.upos != "PUNCT":
            outside[token.sentence] += 1
    places, count = [], 0
    for words in outside:
        count += words > 0
        places.append(count)
    return places

"""Third-person pronouns: whom "he" or "she" stands for, when one person is plainly nearest.

The measure of nearness follows Lappin and Leass (1994): every naming counts, more as a subject, less with each
sentence between; whoever was just quoted counts more. All pronouns outside quotations are read in order of the text,
so that each one read keeps its person present. Gender comes from titles, given names and kinship, and only rules
candidates out.
"""

from dataclasses import dataclass

from quotes.domain import Span
from quotes.lexicon import table
from quotes.resolve.characters import Characters, Person
from quotes.resolve.phrases import THIRD
from quotes.resolve.roles import Role
from quotes.scene import Scene

FADE = 0.55  # of a naming's weight, for each sentence between
PARAGRAPH_FADE = 0.9
ENOUGH = 0.22  # weight below which nobody is near enough
MARGIN = 1.12  # how many times nearer than the next
WINDOW = 6  # sentences looked back
FEMALE = frozenset(["she", "her", "hers", "herself"])
UNNAMED_KINDS = frozenset(("spokesperson", "insider", "office", "expert", "person", "kin", "media"))
OPENERS = frozenset(["a", "an", "one", "another", "the", "his", "her", "their"])


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A single person whom the article describes without a name: "a senior official"."""

    span: Span
    head: int


@dataclass(slots=True)
class _Naming:
    who: Person | Unnamed
    token: int
    sentence: int  # among those not wholly quoted
    paragraph: int
    weight: float


def _spoken_sentences(scene: Scene) -> list[int]:
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


class Pronouns:
    """Reads the pronouns of an article once; `who(token)` then answers for each of them."""

    def __init__(self, scene: Scene, characters: Characters, roles: list[Role], spoken: dict[int, int]) -> None:
        """`spoken`: head tokens of speaker mentions → the paragraph of what they said."""
        self._scene = scene
        self._spoken = spoken
        self._namings: list[_Naming] = []
        self._place = _spoken_sentences(scene)
        self._answers: dict[int, Person | Unnamed] = {}
        self._read(characters, roles)

    def who(self, token: int) -> Person | Unnamed | None:
        return self._answers.get(token)

    def _read(self, characters: Characters, roles: list[Role]) -> None:
        scene = self._scene
        named = {}
        for mention in characters.names:
            person = characters.owner[mention.start]
            token = scene.token_at(mention.start)
            if token is not None:
                named[token.index] = (person, mention.head if mention.head is not None else token.index)
        in_role = {i for r in roles if r.weight > 1 for i in range(*scene.token_range(r.span))}
        covered = {i for m in characters.names for i in range(*scene.token_range(Span(m.start, m.end)))}
        kinds = table("source_nouns")
        for token in scene.tokens:
            i = token.index
            if i in named:
                person, head = named[i]
                self._add(person, head, quoted=scene.quoted_by[i] >= 0)
            elif scene.quoted_by[i] >= 0:
                continue
            elif token.upos == "PRON" and (lower := token.text.lower()) in THIRD:
                answer = self._nearest(i, "f" if lower in FEMALE else "m")
                if answer is not None:
                    self._answers[i] = answer
                    self._add(answer, i, quoted=False)
            elif (
                token.upos == "NOUN"
                and token.xpos == "NN"
                and i not in in_role
                and i not in covered
                and kinds.get(token.text.lower()) in UNNAMED_KINDS
                and token.deprel in ("nsubj", "nsubj:pass", "obl", "obl:agent", "root", "parataxis")
                and self._opens(i)
            ):
                self._add(Unnamed(Span(token.start, token.end), i), i, quoted=False)

    def _opens(self, head: int) -> bool:
        children = self._scene.children[head]
        if any(self._scene.tokens[c].deprel in ("cop", "appos") for c in children):
            return False
        return any(self._scene.tokens[c].text.lower() in OPENERS for c in children)

    def _add(self, who: Person | Unnamed, head: int, quoted: bool) -> None:
        scene = self._scene
        token = scene.tokens[head]
        weight = self._role_weight(head)
        if quoted:
            weight *= 0.3
        if head in self._spoken:
            weight += 0.5
        if isinstance(who, Unnamed):
            weight *= 0.8
        self._namings.append(_Naming(who, head, self._place[token.sentence], scene.paragraph_of(token.start), weight))

    def _role_weight(self, head: int) -> float:
        tokens = self._scene.tokens
        token = tokens[head]
        while token.deprel in ("flat", "compound", "appos", "nmod:desc") and token.head >= 0:
            token = tokens[token.head]
        if token.deprel.startswith("nsubj"):
            governor = tokens[token.head]
            return 1.0 if governor.deprel in ("root", "conj", "parataxis") else 0.8
        if token.deprel in ("root", "obj", "iobj"):
            return 0.6
        if token.deprel == "nmod:poss":
            return 0.5
        if token.deprel == "conj":
            return 0.5
        return 0.4

    def _nearest(self, pronoun: int, gender: str) -> Person | Unnamed | None:
        scene = self._scene
        token = scene.tokens[pronoun]
        paragraph = scene.paragraph_of(token.start)
        scores: dict[int, float] = {}
        people: dict[int, Person | Unnamed] = {}
        for naming in reversed(self._namings):
            gap = self._place[token.sentence] - naming.sentence
            if gap > WINDOW:
                break
            if self._excluded(naming, pronoun, gender):
                continue
            near = naming.weight * FADE**gap * PARAGRAPH_FADE ** min(3, paragraph - naming.paragraph)
            key = id(naming.who)
            people[key] = naming.who
            scores[key] = scores.get(key, 0.0) + near
        for key, who in people.items():
            if isinstance(who, Person) and who.gender == gender:
                scores[key] *= 1.25
        ranked = sorted(scores.items(), key=lambda kv: -kv[1])
        if not ranked or ranked[0][1] < ENOUGH:
            return None
        if len(ranked) > 1 and ranked[0][1] < MARGIN * ranked[1][1]:
            return None
        return people[ranked[0][0]]

    def _excluded(self, naming: _Naming, pronoun: int, gender: str) -> bool:
        who = naming.who
        if isinstance(who, Person) and who.gender not in (None, gender):
            return True
        tokens = self._scene.tokens
        token = tokens[pronoun]
        if token.deprel in ("obj", "iobj", "obl") and not token.text.lower().endswith("self"):
            other = tokens[naming.token]
            if other.head == token.head and other.deprel.startswith("nsubj"):
                return True  # "Smith told him": somebody else
        return False

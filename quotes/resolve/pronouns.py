"""Third-person pronouns: whom "he" or "she" stands for, when one person is plainly nearest.

The measure of nearness follows Lappin and Leass (1994): every naming counts, more as a subject, less with each
sentence between; whoever was just quoted counts more. All pronouns outside quotations are read in order of the text,
so that each one read keeps its person present. Gender comes from titles, given names and kinship, and only rules
candidates out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotes.domain import Span
from quotes.lexicon import table
from quotes.resolve.characters import Characters, Person
from quotes.resolve.phrases import THIRD
from quotes.resolve.roles import Role
from quotes.scene import Scene

FADE = 0.4  # of a naming's weight, for each sentence between
PARAGRAPH_FADE = 0.9
ENOUGH = 0.22  # weight below which nobody is near enough
MARGIN = 1.08  # how many times nearer than the next
OFTEN = 0.5  # of the weight of a person's other namings beside the nearest
KNOWN = 1.25  # for a gender that is known to fit
SPOKE = 0.5  # added for somebody whose words were just quoted
POSSESSOR, SUBJECT, MINOR_SUBJECT, OBJECT, OTHER, INSIDE = 0.5, 1.0, 0.8, 0.6, 0.4, 0.1
WINDOW = 6  # sentences looked back
FEMALE = frozenset(["she", "her", "hers", "herself"])
UNNAMED_KINDS = frozenset(("spokesperson", "insider", "office", "expert", "person", "kin", "media"))
OPENERS = frozenset(["a", "an", "one", "another", "the", "his", "her", "their"])


Described = Callable[[int], Person | None]


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

    def __init__(
        self, scene: Scene, characters: Characters, roles: list[Role], spoken: frozenset[int], described: Described
    ) -> None:
        """`spoken` are the head tokens of speakers' mentions; `described` tells whom a definite noun means, by its
        token."""
        self._scene = scene
        self._spoken = spoken
        self._described = described
        self._namings: list[_Naming] = []
        self._place = _spoken_sentences(scene)
        self._answers: dict[int, Person | Unnamed] = {}
        self._read(characters, roles)

    def who(self, token: int) -> Person | Unnamed | None:
        return self._answers.get(token)

    def nearest_to(self, token: int, among: Sequence[Person] | None = None) -> Person | None:
        """The person plainly nearest to a token, of any gender; of the given people only, where some are given."""
        who = self._nearest(token, None, among)
        return who if isinstance(who, Person) else None

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
                and token.deprel in ("nsubj", "nsubj:pass", "obl:agent", "root", "parataxis")
                and (opener := self._opener(i)) is not None
            ):
                definite = opener not in ("a", "an", "one", "another")
                meant = self._described(i) if opener == "the" else None
                if meant is not None or not (definite and kinds.get(token.text.lower()) == "office"):
                    self._add(meant or Unnamed(Span(token.start, token.end), i), i, quoted=False)

    def _opener(self, head: int) -> str | None:
        """The article or possessive that opens a noun phrase of one person; None for predicates and appositions."""
        children = self._scene.children[head]
        if any(self._scene.tokens[c].deprel in ("cop", "appos") for c in children):
            return None
        openers = [w for c in children if (w := self._scene.tokens[c].text.lower()) in OPENERS]
        return openers[0] if openers else None

    def _add(self, who: Person | Unnamed, head: int, quoted: bool) -> None:
        scene = self._scene
        token = scene.tokens[head]
        weight = self._role_weight(head)
        if quoted:
            weight *= INSIDE
        if head in self._spoken:
            weight += SPOKE
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
            return SUBJECT if governor.deprel in ("root", "conj", "parataxis") else MINOR_SUBJECT
        if token.deprel in ("root", "obj", "iobj"):
            return OBJECT
        return POSSESSOR if token.deprel in ("nmod:poss", "conj") else OTHER

    def _nearest(
        self, pronoun: int, gender: str | None, among: Sequence[Person] | None = None
    ) -> Person | Unnamed | None:
        scene = self._scene
        token = scene.tokens[pronoun]
        paragraph = scene.paragraph_of(token.start)
        scores: dict[int, tuple[float, float]] = {}
        people: dict[int, Person | Unnamed] = {}
        for naming in reversed(self._namings):
            gap = self._place[token.sentence] - naming.sentence
            if gap > WINDOW:
                break
            if naming.token >= pronoun or self._excluded(naming, pronoun, gender):
                continue
            if among is not None and naming.who not in among:
                continue
            near = naming.weight * FADE**gap * PARAGRAPH_FADE ** min(3, paragraph - naming.paragraph)
            key = id(naming.who)
            people[key] = naming.who
            best, rest = scores.get(key, (0.0, 0.0))
            scores[key] = (near, rest + best) if near > best else (best, rest + near)
        ranked = sorted(
            ((best + OFTEN * rest) * (KNOWN if _has_gender(people[key], gender) else 1.0), key)
            for key, (best, rest) in scores.items()
        )
        if not ranked or ranked[-1][0] < ENOUGH:
            return None
        if len(ranked) > 1 and ranked[-1][0] < MARGIN * ranked[-2][0]:
            return None
        return people[ranked[-1][1]]

    def _excluded(self, naming: _Naming, pronoun: int, gender: str | None) -> bool:
        who = naming.who
        if gender is not None and isinstance(who, Person) and who.gender not in (None, gender):
            return True
        tokens = self._scene.tokens
        token = tokens[pronoun]
        if token.deprel in ("obj", "iobj", "obl") and not token.text.lower().endswith("self"):
            other = tokens[naming.token]
            if other.head == token.head and other.deprel.startswith("nsubj"):
                return True  # "Smith told him": somebody else
        return False


def _has_gender(who: Person | Unnamed, gender: str | None) -> bool:
    return gender is not None and isinstance(who, Person) and who.gender == gender

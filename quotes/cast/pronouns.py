"""Third-person pronouns: whom "he" or "she" stands for, when one person is plainly nearest.

All pronouns outside quotations are read in order of the text, so that each one read keeps its person present. Gender
comes from titles, given names and kinship, and only rules candidates out. What nearness is, `nearness` says.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from quotes.cast.characters import Characters, Person
from quotes.cast.clauses import asks, cannot_corefer, is_reporter, spoken_sentences
from quotes.cast.descriptions import brought_in
from quotes.cast.epithets import is_epithet, may_be_called, may_hold, taken_up
from quotes.cast.names import noun_gender
from quotes.cast.nearness import FEMALE, Candidate, Occurrence, Place, Unnamed, features, probabilities
from quotes.cast.noun_phrase import whole_word
from quotes.cast.nouns import is_person_word
from quotes.cast.phrases import THIRD, is_elliptic
from quotes.cast.posts import PAST
from quotes.cast.roles import Role
from quotes.domain import Span, Token
from quotes.lexicon import table, word_class
from quotes.scene import Scene

ENOUGH = 0.4  # the chance from which on the likeliest person counts as named, and as a quotation's speaker
SURE = 0.62  # the same for saying whom any other pronoun means
PLAIN = 0.9  # … and for holding that pronoun for the person's
WINDOW = 8  # sentences looked back
LATELY = 2
UNNAMED_KINDS = frozenset(("spokesperson", "insider", "office", "expert", "person", "kin", "media"))
INDEFINITE = word_class("indefinite_articles")
POSSESSED = "'s"  # stands for the opener of "Peru's ambassador"
OPENERS = word_class("openers_of_one")


Described = Callable[[int], Person | None]


class Pronouns:
    """Reads the pronouns of an article once; `who(token)` then answers for each of them."""

    def __init__(
        self,
        scene: Scene,
        characters: Characters,
        roles: list[Role],
        spoken: dict[int, set[int]],
        described: Described,
        weighing: Mapping[str, float],
    ) -> None:
        """`spoken` maps the head tokens of speakers' mentions to the numbers of their quotations; `described` tells
        whom a definite noun means, by its token; `weighing` says what each feature of nearness counts for."""
        self._scene = scene
        self._spoken = spoken
        self._described = described
        self._roles = roles
        self._weighing = weighing
        self._namings: list[Occurrence] = []
        self._place = spoken_sentences(scene)
        self._answers: dict[int, Person | Unnamed] = {}
        self.chances: dict[int, float] = {}  # of the answers to pronouns
        self._called: dict[int, str] = {}  # who is plainly meant by a "she" is no "he" further down
        self._coming: list[Occurrence] = []
        self._read(characters)

    def who(self, token: int) -> Person | Unnamed | None:
        return self._answers.get(token)

    def occurrences(self) -> Iterator[Occurrence]:
        """Every place where somebody is named, described or meant by a pronoun that was read, in order of the text."""
        return (n for n in self._namings if not n.pronoun or n.token in self._answers)

    def people_near(self, token: int, sentences: int) -> list[Person]:
        """Everybody named outside quotations within so many sentences before a word."""
        here = self._place[self._scene.tokens[token].sentence]
        near = (n for n in self._namings if n.token < token and not n.quoted and here - n.sentence <= sentences)
        return list({id(n.who): n.who for n in near if isinstance(n.who, Person)}.values())

    def unnamed_speaker(self, token: int) -> Unnamed | None:
        """The unnamed person who spoke last before a word."""
        speaker = self._latest_speaker(token)
        return speaker if isinstance(speaker, Unnamed) else None

    def _read(self, characters: Characters) -> None:
        scene = self._scene
        named: dict[int, Occurrence] = {}
        for mention in characters.names:
            token = scene.token_at(mention.start)
            if token is not None:
                head = mention.head if mention.head is not None else token.index
                quoted = scene.quoted_by[token.index] >= 0
                named[token.index] = self._naming(characters.owner[mention.start], head, quoted, pronoun=False)
        self._coming = sorted(named.values(), key=lambda n: n.token)
        in_role = {i for r in self._roles if r.weight > 1 for i in range(*scene.token_range(r.span))}
        covered = {i for m in characters.names for i in range(*scene.token_range(Span(m.start, m.end)))}
        for token in scene.tokens:
            i = token.index
            if i in named:
                self._namings.append(named[i])
            elif (called := characters.shared.get(token.start)) is not None and scene.quoted_by[i] < 0:
                one = Unnamed(Span(token.start, token.end), i, called)
                self._namings.append(self._naming(one, i, quoted=False, pronoun=False))
            elif scene.quoted_by[i] >= 0:
                continue
            elif token.upos == "PRON" and (lower := token.text.lower()) in THIRD:
                gender = "f" if lower in FEMALE else "m"
                answer, chance = self._nearest(i, gender)
                if answer is not None:
                    if chance >= PLAIN:
                        self._called.setdefault(id(answer), gender)
                    if chance >= (ENOUGH if i in self._spoken or is_reporter(scene, i) else SURE):
                        self._answers[i] = answer
                        self.chances[i] = chance
                    self._namings.append(self._naming(answer, i, quoted=False, pronoun=True))
            elif i not in in_role and i not in covered and (who := self._described_by(token)) is not None:
                self._namings.append(self._naming(who, i, quoted=False, pronoun=False))

    def _described_by(self, token: Token) -> Person | Unnamed | None:
        """Whom a noun of running text brings in or means: somebody unnamed, or a person whose name is known."""
        i, noun = token.index, token.text.lower()
        acts = i in self._spoken or token.deprel in ("nsubj", "nsubj:pass", "obl:agent", "root", "parataxis")
        if not acts:
            return None
        if is_elliptic(self._scene, i) and self._goes_on_about_people(token):
            return Unnamed(Span(token.start, token.end), i)
        opener = self._opener(i) if token.xpos in ("NN", "NNP") else None
        if opener is None or token.upos not in ("NOUN", "PROPN"):
            return None
        if opener == "the" and (meant := self._described(i) or self._continued(token)) is not None:
            return meant
        brings_in = self._may_be_unnamed(token, definite=opener not in INDEFINITE, possessed=opener == POSSESSED)
        return Unnamed(Span(token.start, token.end), i, noun_gender(noun)) if brings_in else None

    def _may_be_unnamed(self, token: Token, definite: bool, possessed: bool) -> bool:
        """A noun for somebody without a name; after "the" a post only where nobody named near it can hold it."""
        kind = table("source_nouns").get(token.text.lower())
        if definite and kind == "office":
            return self._is_nobodys(token, possessed)
        if kind in UNNAMED_KINDS:
            return not possessed
        if definite:
            return False
        return (kind is None and token.index in self._spoken) or (is_person_word(token) and token.deprel == "nsubj")

    def _is_nobodys(self, token: Token, possessed: bool) -> bool:
        """Nobody was named right before a post, and no one near it can hold it by what the article says of them."""
        noun, i = token.text.lower(), token.index
        if any(self._scene.tokens[c].text.lower() in PAST for c in self._scene.children[i]):
            return False  # as somebody in view is called
        told = {id(r.person) for r in self._roles}
        if any(id(p) in told and may_hold(p, noun, self._roles) for p in self.people_near(i, WINDOW)):
            return False
        return possessed or not self.people_near(i, LATELY)

    def _continued(self, token: Token) -> Person | None:
        """The one who is plainly nearest and has just spoken, or else whom an epithet fits, where nobody unnamed has
        come in whom the noun may take up."""
        scene, noun = self._scene, whole_word(self._scene, token)
        speaker = self._latest_speaker(token.index)
        nearest, _ = self._nearest(token.index, noun_gender(noun))
        if nearest is None or nearest is not speaker or not self._can_be_called(token, nearest):
            fitting = [p for p in self.people_near(token.index, LATELY) if is_epithet(scene, token, p, self._roles)]
            nearest, chance = self._nearest(token.index, noun_gender(noun), fitting)
            if chance < SURE:
                return None
        if not isinstance(nearest, Person) or brought_in(scene, token.index, noun, self._roles) is not None:
            return None
        other = taken_up(scene, token, self._roles)
        latest = max((n.token for n in self._namings if n.who is nearest), default=None)
        if latest is None or (other is not None and other.start > scene.tokens[latest].start):
            return None
        self._answers[token.index] = nearest
        return nearest

    def _can_be_called(self, token: Token, who: Person | Unnamed) -> bool:
        return isinstance(who, Person) and may_be_called(self._scene, token, who, self._roles)

    def _latest_speaker(self, token: int) -> Person | Unnamed | None:
        """Who spoke last before a word, in its own paragraph or the one before."""
        place = self._place_of(token, None)
        near = place.speaker is not None and place.paragraph - place.speaker.paragraph <= 1
        return place.speaker.who if place.speaker is not None and near else None

    def _goes_on_about_people(self, token: Token) -> bool:
        """Whoever is told by a number alone speaks ("The other said …"), or follows on somebody unnamed."""
        if token.index in self._spoken or is_reporter(self._scene, token.index):
            return True
        before = next((n for n in reversed(self._namings) if isinstance(n.who, Unnamed)), None)
        return before is not None and self._place[token.sentence] - before.sentence <= 1

    def _opener(self, head: int) -> str | None:
        """The article or possessive that opens a noun phrase of one person; None for predicates and appositions."""
        children = self._scene.children[head]
        tokens = self._scene.tokens
        first = min((c for c in children if c < head), default=head)
        closed = head + 1 < len(tokens) and tokens[head + 1].text == ","
        if closed and first > 1 and tokens[first - 1].text == "," and tokens[first - 2].upos == "PROPN":
            return None  # behind a name in commas, whatever the parse says
        if any(tokens[c].deprel == "cop" or (tokens[c].deprel == "appos" and _names(tokens[c])) for c in children):
            return None
        openers = [w for c in children if (w := tokens[c].text.lower()) in OPENERS]
        if not openers and any(tokens[c].deprel == "nmod:poss" for c in children):
            return POSSESSED
        return openers[0] if openers else None

    def _naming(self, who: Person | Unnamed, head: int, quoted: bool, pronoun: bool) -> Occurrence:
        token = self._scene.tokens[head]
        paragraph = self._scene.paragraph_of(token.start)
        return Occurrence(who, head, self._place[token.sentence], paragraph, quoted, head in self._spoken, pronoun)

    def _nearest(
        self, pronoun: int, gender: str | None, among: Sequence[Person] | None = None, but: Sequence[Person] = ()
    ) -> tuple[Person | Unnamed | None, float]:
        """The likeliest candidate with its chance; None where it is not likely enough to be reckoned with."""
        place, candidates = self.candidates(pronoun, gender)
        candidates = [c for c in candidates if (among is None or c.who in among) and c.who not in but]
        if not candidates:
            return None, 0.0
        rows = [features(self._scene, place, c, candidates) for c in candidates]
        chances = probabilities(rows, self._weighing)
        best = max(range(len(candidates)), key=chances.__getitem__)
        return (candidates[best].who if chances[best] >= ENOUGH else None), chances[best]

    def candidates(self, pronoun: int, gender: str | None) -> tuple[Place, list[Candidate]]:
        """The place of a pronoun and everybody whom it may mean: named within the sentences before it, or after it
        in its own, but not in the words alone whose speaker it is."""
        scene, token = self._scene, self._scene.tokens[pronoun]
        place = self._place_of(pronoun, gender)
        before: dict[int, list[Occurrence]] = {}
        barred: set[int] = set()
        for naming in self._namings:
            if naming.token < pronoun:
                before.setdefault(id(naming.who), []).append(naming)
                if cannot_corefer(scene, naming.token, pronoun):
                    barred.add(id(naming.who))
        before = {k: n for k, n in before.items() if place.sentence - n[-1].sentence <= WINDOW}
        again: set[int] = set()
        after: dict[int, Occurrence] = {}
        last = scene.analysis.sentences[token.sentence].last
        for i in range(bisect_right(self._coming, pronoun, key=lambda n: n.token), len(self._coming)):
            naming = self._coming[i]
            if naming.token >= last:
                break
            if cannot_corefer(scene, naming.token, pronoun):
                again.add(id(naming.who))
            else:
                after.setdefault(id(naming.who), naming)
        found = [Candidate(n[0].who, tuple(n), key in again) for key, n in before.items() if key not in barred]
        found += [Candidate(n.who, (), False, n) for k, n in after.items() if k not in before.keys() | barred | again]
        possible = (c for c in found if self._can_be(c.who, gender) and not self._is_in_own_words(place, c))
        return place, [c for c in possible if not self._has_asked(place, c) and not self._is_past(place, c)]

    def _place_of(self, pronoun: int, gender: str | None) -> Place:
        scene, token = self._scene, self._scene.tokens[pronoun]
        words = frozenset(self._spoken.get(pronoun, ()))
        speakers = (n for n in reversed(self._namings) if n.token < pronoun and not n.quoted)
        speaker = next((n for n in speakers if n.spoken or is_reporter(scene, n.token)), None)
        kind = "speaker" if words or is_reporter(scene, pronoun) else "anybody"
        paragraph = scene.paragraph_of(token.start)
        return Place(pronoun, self._place[token.sentence], paragraph, gender, words, speaker, kind)

    def _is_in_own_words(self, place: Place, candidate: Candidate) -> bool:
        """Named nowhere but in the words whose speaker the pronoun is: nobody speaks so of himself."""
        namings = candidate.before or (candidate.after,)
        return all(n is not None and n.quoted and self._scene.quoted_by[n.token] in place.words for n in namings)

    def _has_asked(self, place: Place, candidate: Candidate) -> bool:
        """Somebody unnamed who asked in an earlier paragraph, where the pronoun speaks: it is the one who answers."""
        if not isinstance(candidate.who, Unnamed) or not place.words or not candidate.before:
            return False
        last = candidate.before[-1]
        return last.paragraph < place.paragraph and asks(self._scene, last.token)

    def _is_past(self, place: Place, candidate: Candidate) -> bool:
        """Told by a number alone ("one of them") further up than the paragraph before: soon out of view."""
        last = candidate.before[-1] if candidate.before else None
        return last is not None and place.paragraph - last.paragraph > 1 and is_elliptic(self._scene, last.token)

    def _can_be(self, who: Person | Unnamed, gender: str | None) -> bool:
        return gender is None or (who.gender or self._called.get(id(who))) in (None, gender)


def _names(token: Token) -> bool:
    """An apposition that says who it is, and no age: "the woman, now 34"."""
    return token.upos != "NUM" and token.text.lower() != "now"

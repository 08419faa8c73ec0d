"""The people of one article: every name that it gives them, and the search among them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.cast.kinds import Kind, Name
from quotes.cast.names import (
    can_be_same,
    core,
    fold,
    given_name_gender,
    is_given_name,
    is_suffix,
    spelt_alike,
    title_gender,
)
from quotes.cast.namings import NameMention, Naming, namings_in_text, namings_in_title, worded_name
from quotes.cast.signs import is_headline
from quotes.cast.surnames import begins_with_surname, from_given_name, up_to_surname, with_surnames
from quotes.domain import Span
from quotes.lexicon import word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

PEERAGE = ("lord", "lady")  # part of a name that has no other word
BORN = word_class("born_kin")  # who are rarely a Mrs of the family's name


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the article; built up while the article is read."""

    words: tuple[str, ...]  # the fullest name
    name: str  # the same as the article writes it
    mentions: list[NameMention] = field(default_factory=list)
    forms: set[tuple[str, ...]] = field(default_factory=set)  # folded words of every full form
    gender: str | None = None  # m, f; for reading pronouns only, never handed on
    relative: bool = False  # brought in as somebody's wife, father, son …

    @property
    def single(self) -> bool:
        return len(self.words) == 1

    @property
    def ages(self) -> frozenset[str]:
        """The ages that the article gives beside the name."""
        return frozenset().union(*(m.ages for m in self.mentions))

    @property
    def short(self) -> list[NameMention]:
        """The mentions by one word of the name."""
        return [m for m in self.mentions if len(m.words) == 1]


class Characters:
    """The table of people. `owner` maps where a name begins in the text to the person named there."""

    def __init__(
        self, scene: Scene, title: str | None, speaker_spans: Sequence[Span], names: Sequence[tuple[Name, Kind]]
    ) -> None:
        """`names` are all that the article holds, of people or not."""
        self._scene = scene
        self.people: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self.owner: dict[int, Person] = {}
        # Where a surname stands that several people bear and nothing decides, with the gender that its title tells.
        self.shared: dict[int, str | None] = {}
        found = list(namings_in_text(scene, names, speaker_spans))
        if title:
            found += namings_in_title(title)
        self._gather([*with_surnames(scene, found)])
        self.names: list[NameMention] = sorted((m for p in self.people for m in p.mentions), key=lambda m: m.start)

    def _gather(self, found: list[Naming]) -> None:
        self._speaking = {n.mention.start for n in found if n.beside}
        known_singles = {core(n.mention.words)[0] for n in found if n.sure and len(n.mention.words) == 1}
        addressed = {core(n.mention.words)[0] for n in found if len(n.mention.words) == 1 and is_addressed(n.mention)}
        surnames = {core(n.mention.words)[-1] for n in found if n.sure and is_given_name(n.mention.words[0])}
        found = [*from_given_name(self._scene, found)]
        full = [up_to_surname(n, addressed) for n in found if len(n.mention.words) > 1]
        full = [n for n in full if not begins_with_surname(n, surnames)]
        for naming in sorted(full, key=lambda n: (-n.certainty, -len(n.mention.words), n.mention.start)):
            borne_out = naming.sure or bool(
                known_singles & set(core(naming.mention.words)[:: len(naming.mention.words) - 1])
            )
            self._place_full(naming, borne_out)
        for person in self.people:
            self._learn(person)
        singles = [n for n in found if len(n.mention.words) == 1]
        for naming in sorted(singles, key=lambda n: (not n.sure, n.mention.start)):
            self._place_single(naming)
        for person in self.people:
            person.mentions.sort(key=lambda m: m.start)
            self._learn(person)
            self._settle_name(person)

    def _settle_name(self, person: Person) -> None:
        """The commonest spelling in running text, of those as long as the fullest."""
        full = [m for m in person.mentions if len(m.words) == len(person.words) > 1]
        full = [m for m in full if not is_headline(self._scene, m.start)] or full
        best = max(full, key=lambda m: sum(self._scene.frequency[w] for w in m.words), default=None)
        if best is not None and core(best.words) != core(person.words):
            person.words, person.name = best.words, worded_name(self._scene, best.start, best.end)

    def _place_full(self, naming: Naming, sure: bool) -> None:
        key = core(naming.mention.words)
        fitting = [p for p in self.people if any(key == f or can_be_same(key, f) for f in p.forms)]
        exact = [p for p in fitting if key in p.forms]
        if exact or len(fitting) == 1:
            person = (exact or fitting)[0]
            person.forms.add(key)
            self._lengthen(person, naming)
        elif fitting or not sure:
            return  # it fits several people, and so none
        else:
            person = self._enter(naming)
        self._tie(person, naming.mention)

    def _lengthen(self, person: Person, naming: Naming) -> None:
        """Take the longer of two wordings for the name, but not a word more at the end by a weaker sign."""
        key, held = core(naming.mention.words), core(person.words)
        with_suffix = key == held and len(naming.mention.words) > len(person.words)
        if with_suffix or (len(key) > len(held) and key[: len(held)] != held):
            person.words, person.name = naming.mention.words, naming.text
            for word in key:
                if person not in self._by_word.setdefault(word, []):
                    self._by_word[word].append(person)

    def _place_single(self, naming: Naming) -> None:
        mention = naming.mention
        holders = self.holders(mention.words[0], surname_only=not (naming.sure or naming.beside))
        if not holders and (naming.sure or naming.beside):
            holders = self._spelt_alike(mention.words[0])
        chosen = self.choose(mention, holders, naming.beside) or self._by_family(mention, holders)
        if chosen is not None:
            self._tie(chosen, mention)
        elif naming.sure and (not holders or (len(holders) == 1 and mention.titles)):
            if not naming.of_people:
                self._tie(self._enter(naming), mention)
        elif holders:
            self.shared[mention.start] = told_gender(mention)

    def _by_family(self, mention: NameMention, bearers: Sequence[Person]) -> Person | None:
        """The one by whose given name alone a wife, a father, a son … of somebody with the surname was brought in, for
        a title that fits no bearer of it: "Mrs Doe", of John Doe and his wife, Jane."""
        gender = told_gender(mention)
        if gender is None or not bearers or any(p.gender in (None, gender) for p in bearers):
            return None
        kin = [p for p in self.people if p.single and self._is_kin_of(p.mentions[:1], bearers, mention)]
        return kin[0] if len(kin) == 1 else None

    def _is_kin_of(self, brought_in: Sequence[NameMention], bearers: Sequence[Person], mention: NameMention) -> bool:
        for kin in brought_in:
            if kin.kin not in word_list("surname_kin") or kin.kin_gender != told_gender(mention):
                continue
            if "mrs" in mention.titles and kin.kin in BORN:
                continue
            owners = [p for p in self.people if kin.kin_of is None or p.gender in (None, kin.kin_of)]
            before = [m for p in owners for m in p.mentions if m.start < kin.kin_at and m.kin_at < 0]
            last = max(before, key=lambda m: m.start, default=None)
            return last is not None and self.owner[last.start] in bearers and kin.start < mention.start
        return False

    def _spelt_alike(self, word: str) -> list[Person]:
        """The people whose surname is the word but for a slip of the pen, of five letters or more; not those of
        "the Does"."""
        folded = fold(word)
        if len(folded) < 5 or self.holders(folded.removesuffix("s")):
            return []
        return [p for p in self.people if not p.single and spelt_alike(core(p.words)[-1], folded)]

    def _enter(self, naming: Naming) -> Person:
        key = core(naming.mention.words)
        peerage = [t for t in naming.mention.titles[-1:] if t in PEERAGE and len(naming.mention.words) == 1]
        person = Person(naming.mention.words, " ".join([*map(str.title, peerage), naming.text]), forms={key})
        self.people.append(person)
        for word in key:
            self._by_word.setdefault(word, []).append(person)
        return person

    def _tie(self, person: Person, mention: NameMention) -> None:
        if mention.start >= 0:
            person.mentions.append(mention)
            self.owner[mention.start] = person

    @staticmethod
    def _learn(person: Person) -> None:
        full = sorted((m for m in person.mentions if len(m.words) > 1), key=lambda m: m.start)
        person.relative = bool(full) and full[0].kin is not None
        if person.gender is not None:
            return
        told = {g for m in person.mentions for t in m.titles if (g := title_gender(t))}
        told |= {m.kin_gender for m in person.mentions if m.kin_gender is not None}
        if len(told) == 1:
            person.gender = told.pop()
        elif not person.single or is_given_name(person.words[0]):
            person.gender = given_name_gender(person.words[0]) or title_gender(person.words[0])

    def holders(self, word: str, surname_only: bool = False) -> list[Person]:
        """The people whose name holds the word: as the surname if anybody's is, else anywhere in it; "Harold" alone is
        no "Harold Jr." where another Harold is named."""
        word = core((word,))[0]
        holding = self._by_word.get(word, [])
        holding = [p for p in holding if p.single or not is_suffix(p.words[-1])] or holding
        last = [p for p in holding if core(p.words)[-1] == word]
        return last if last or surname_only else holding

    def choose(self, mention: NameMention, holders: Sequence[Person], speaks: bool = False) -> Person | None:
        """The one of several namesakes that a short form means, or None. What decides, in this order: a title that
        tells a gender, an age beside it, a title that only one of them bears, that the others came in as
        relatives ("his wife, Jane Doe"), that only one of them went by the short form before, that only
        one of them was named in full before, that one of them was named both last and most.
        """
        genders = {g for t in mention.titles if (g := title_gender(t))}
        fitting = [p for p in holders if not genders or p.gender in genders or p.gender is None]
        if mention.ages:
            fitting = [p for p in fitting if p.ages & mention.ages] or [p for p in fitting if not p.ages]
        if len(fitting) < 2:
            return fitting[0] if fitting and not self._strange_title(mention, fitting[0]) else None
        titled = [
            p for p in fitting if any(set(m.titles) & set(mention.titles) for m in p.mentions if len(m.words) > 1)
        ]
        if len(titled) == 1:
            return titled[0]
        main = [p for p in fitting if not p.relative]
        if len(main) == 1:
            came_in = self._just_come_in(mention, fitting) if speaks and genders else None
            if came_in is None:
                return main[0]
            # "Her husband, John Doe": Jane Doe is no "Mr. Doe", whatever her name tells
            is_other = main[0].gender is None and came_in.kin_of is not None and came_in.kin_of not in genders
            return self.owner[came_in.start] if is_other or self._goes_on(came_in, mention) else None
        word = core(mention.words)[0]
        held = [p for p in fitting if any(core(m.words)[0] == word and m.start < mention.start for m in p.short)]
        if len(held) == 1:
            return held[0]
        before = [p for p in fitting if any(m.start < mention.start and len(m.words) > 1 for m in p.mentions)]
        if len(before) == 1:
            return before[0]
        told = [p for p in fitting if p.gender in genders]
        if len(told) == 1:
            return told[0]
        return self._prominent(mention, fitting)

    @staticmethod
    def _prominent(mention: NameMention, fitting: Sequence[Person]) -> Person | None:
        """The one of these who was named last before a mention, if none of the others was named more often; of two who
        were named as often, not in one sentence."""
        before = {id(p): [m.sentence for m in p.mentions if m.start < mention.start] for p in fitting}
        last = max(fitting, key=lambda p: before[id(p)][-1:])
        own = before[id(last)]
        for rival in (before[id(p)] for p in fitting if p is not last):
            if len(rival) > len(own) or (len(rival) == len(own) and rival[-1:] == own[-1:]):
                return None
        return last

    @staticmethod
    def _just_come_in(mention: NameMention, fitting: Sequence[Person]) -> NameMention | None:
        """The last full naming of these, if it is somebody's kin, in this paragraph or the one before."""
        before = [(m, p) for p in fitting for m in p.mentions if m.start < mention.start and len(m.words) > 1]
        last, person = max(before, key=lambda b: b[0].start, default=(None, None))
        near = last is not None and mention.paragraph - last.paragraph < 2
        return last if near and person is not None and person.relative else None

    def _goes_on(self, came_in: NameMention, mention: NameMention) -> bool:
        """Whether who came in speaks, and goes on in the same paragraph under the surname."""
        return came_in.paragraph == mention.paragraph and came_in.start in self._speaking

    @staticmethod
    def _strange_title(mention: NameMention, person: Person) -> bool:
        """A title before a surname, where the only full name with it comes later and bears no such title: somebody
        else's."""
        full = [m for m in person.mentions if len(m.words) > 1]
        if not mention.titles or not full or title_gender(mention.titles[-1]):
            return False
        return all(m.start > mention.start for m in full) and not any(m.titles for m in full)


def told_gender(mention: NameMention) -> str | None:
    """The gender that the titles before a name tell."""
    return next((g for t in mention.titles if (g := title_gender(t))), None)


def is_addressed(mention: NameMention) -> bool:
    """With a title that stands before surnames only ("Mr. Doe")."""
    return any(title_gender(t) for t in mention.titles)

"""Blocking: which profiles are worth comparing at all. Two that can be one share a key that one keeps and one seeks.

Keys are narrow, so that a family name that thousands bear does not make thousands of pairs: the family name goes with
the sound, the short forms or the initial of the given name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from quotes.identity.compare import telling_names
from quotes.identity.folding import loose_skeleton, umlauts_folded
from quotes.identity.names import PersonName, given_groups, given_names
from quotes.identity.organisations import initials_of, organisation_words
from quotes.identity.profiles import Profile

CROWD = 64  # a key that more profiles keep tells nothing
NAMESAKES = 24  # of those with one and the same name, the newest so many are compared
_PART = 3  # letters of a word that a slip leaves alone at one end or the other
_MOST_WORDS = 6  # of an organisation's name, of which pairs are keys
Keys = tuple[frozenset[str], frozenset[str]]


def keys_of(profile: Profile) -> Keys:
    """The keys that a profile keeps, and those that it seeks others by."""
    if profile.kind == "organization":
        pairs = [_organisation_keys(name) for name in profile.names]
    else:
        pairs = [_person_keys(name) for name in telling_names(profile)]
    keeps, seeks = (frozenset().union(*(pair[side] for pair in pairs)) for side in (0, 1))
    return keeps, seeks


def namesake_key(profile: Profile) -> str:
    """The key that exactly those share who go by one and the same name."""
    if profile.kind == "organization":
        return f"{profile.kind} {_all(organisation_words(profile.name))}"
    names = telling_names(profile)
    return f"{profile.kind} {_all_of(names[0]) if names else profile.name.casefold()}"


def is_single(profile: Profile) -> bool:
    """Whether a person is known by one name only."""
    return profile.kind == "person" and not any(name.is_full for name in telling_names(profile))


def surname_key(name: PersonName) -> str:
    """What those keep who may go by this single name."""
    return f"person name {loose_skeleton(name.core[-1]) if name.core else name.text}"


def _all(words: Iterable[str]) -> str:
    return f"all {''.join(words)}"


def _all_of(name: PersonName) -> str:
    return f"{_all(umlauts_folded(word) for word in name.core)} {name.ordinal or ''}".strip()


@lru_cache(maxsize=20_000)
def _person_keys(name: PersonName) -> Keys:
    kept, sought = _keys_of_person(name)
    return frozenset(f"person {key}" for key in kept), frozenset(f"person {key}" for key in sought)


@lru_cache(maxsize=20_000)
def _organisation_keys(name: str) -> Keys:
    kept, sought = _keys_of_organisation(name)
    return frozenset(f"organization {key}" for key in kept), frozenset(f"organization {key}" for key in sought)


def _keys_of_person(name: PersonName) -> tuple[set[str], set[str]]:
    keeps = {_all_of(name)}
    seeks = set(keeps)
    if len(name.core) < 2:
        for word in name.core:
            sound = loose_skeleton(word)
            keeps.add(f"one {sound}")
            seeks |= {f"one {sound}", f"name {sound}"}
            if name.is_full:
                keeps.add(f"name {sound}")
        return keeps, seeks
    core, family_words = name.core, [*name.maiden]
    family_words += [word for place, word in enumerate(core) if place or word not in given_names()]
    for family in dict.fromkeys(word for word in family_words if len(word) > 1):
        sound = loose_skeleton(family)
        keeps.add(f"name {sound}")
        seeks.add(f"one {sound}")
        givens = [word for word in (core if len(core) < 4 else core[:2]) if word != family]
        for given in dict.fromkeys((*givens, *name.nicknames)):
            _add_pair(sound, given, keeps, seeks)
    first, last = loose_skeleton(core[0]), core[-1]
    slips = {f"letters {first} {''.join(sorted(last))}"}
    if len(last) > _PART:
        slips |= {f"begins {first} {last[:_PART]}", f"ends {first} {last[-_PART:]}"}
    return keeps | slips, seeks | slips


def _add_pair(family: str, given: str, keeps: set[str], seeks: set[str]) -> None:
    if len(given) == 1:
        keeps.add(f"initial {family} {given}")
        seeks |= {f"initial {family} {given}", f"letter {family} {given}"}
        return
    shared = {f"given {family} {loose_skeleton(given)}", f"part {family} {given[:_PART]}"}
    shared.update(f"form {family} {group}" for group in given_groups().get(given, ()))
    keeps |= shared | {f"letter {family} {given[0]}"}
    seeks |= shared | {f"initial {family} {given[0]}"}


def _keys_of_organisation(name: str) -> tuple[set[str], set[str]]:
    words = organisation_words(name)
    joined = "".join(words)
    both = {_all(words)}
    if len(joined) >= 8:
        both |= {f"begins {joined[:6]}", f"ends {joined[-6:]}"}
    if len(words) == 1:
        return both | {f"short {joined}"}, both | {f"initials {joined}"}
    both.update(f"two {' '.join(sorted(pair))}" for pair in combinations(words[:_MOST_WORDS], 2))
    short = initials_of(name)
    return both | {f"initials {letters}" for letters in short}, both | {f"short {letters}" for letters in short}


class Blocks:
    """An index of profiles by their keys, in the order in which they were added."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._by_key: dict[str, dict[str, Profile]] = defaultdict(dict)
        for profile in profiles:
            self.add(profile)

    def add(self, profile: Profile) -> None:
        for key in keys_of(profile)[0]:
            self._by_key[key][profile.id] = profile

    def remove(self, profile: Profile) -> None:
        for key in keys_of(profile)[0]:
            self._by_key[key].pop(profile.id, None)

    def near(self, profile: Profile) -> list[Profile]:
        """The other profiles that keep a key which this one seeks, each once."""
        found: dict[str, Profile] = {}
        for key in sorted(keys_of(profile)[1]):
            for other in self._few(key, self._by_key.get(key, {})):
                if other.id != profile.id:
                    found[other.id] = other
        return list(found.values())

    def _few(self, key: str, block: dict[str, Profile]) -> Iterator[Profile]:
        if key.split(" ", 2)[1] in ("all", "name", "one"):
            return iter(list(block.values())[-NAMESAKES:])
        return iter(block.values() if len(block) <= CROWD else ())

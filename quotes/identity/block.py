"""Which profiles are worth comparing: those that share a key made of their names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quotes.identity.compare import telling_names
from quotes.identity.folding import loose_skeleton, skeleton
from quotes.identity.names import PersonName, given_names
from quotes.identity.organisations import organisation_words
from quotes.identity.profiles import Profile
from quotes.lexicon import words


def keys_of(profile: Profile) -> frozenset[str]:
    """The keys of a profile; two that can be one somebody share at least one.

    Persons: the sound of each word that may be a family name, and the sound of the first with the letter that begins
    the last (for misspelt family names). Organisations: each telling word, and the initials.
    """
    if profile.kind == "organization":
        return frozenset(key for name in profile.names for key in _organisation_keys(name))
    return frozenset(key for name in telling_names(profile) for key in _person_keys(name))


def _person_keys(name: PersonName) -> Iterator[str]:
    core = name.core
    yield f"all {''.join(core)}"
    for place, word in enumerate(core):
        if place or len(core) == 1 or word not in given_names():
            yield f"name {loose_skeleton(word)}"
    if core:
        yield f"given {skeleton(core[0])}"
    if len(core) > 1:
        yield f"first {loose_skeleton(core[0])} {core[-1][0]}"
        for nickname in (*name.nicknames, *name.maiden):
            yield f"name {loose_skeleton(nickname)}"


def _organisation_keys(name: str) -> Iterator[str]:
    found = organisation_words(name)
    yield f"all {''.join(found)}"
    if len(found) > 1:
        yield f"name {''.join(word[0] for word in found)}"
    for word in found:
        if word not in words("org_words"):
            yield f"name {word}"


class Blocks:
    """An index of profiles by their keys, in the order in which they were added."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._by_key: dict[str, dict[str, Profile]] = defaultdict(dict)
        for profile in profiles:
            self.add(profile)

    def add(self, profile: Profile) -> None:
        for key in _with_kind(profile):
            self._by_key[key][profile.id] = profile

    def remove(self, profile: Profile) -> None:
        for key in _with_kind(profile):
            self._by_key[key].pop(profile.id, None)

    def near(self, profile: Profile) -> list[Profile]:
        """The other profiles that share a key, each once. A given name counts only where one has no other name."""
        single = is_single(profile)
        found: dict[str, Profile] = {}
        for key in sorted(_with_kind(profile)):
            for other in self._by_key.get(key, {}).values():
                if other.id != profile.id and (not key.startswith("person given") or single or is_single(other)):
                    found[other.id] = other
        return list(found.values())


def is_single(profile: Profile) -> bool:
    """Whether a person is known by one name only."""
    return profile.kind == "person" and not any(name.is_full for name in telling_names(profile))


def _with_kind(profile: Profile) -> Iterator[str]:
    return (f"{profile.kind} {key}" for key in keys_of(profile))

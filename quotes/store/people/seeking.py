"""By which keys somebody is sought, as hashes."""

from collections.abc import Mapping

from quotes.identity.block import is_single, keys_of, surname_key
from quotes.identity.names import parse_name
from quotes.identity.profiles import Profile
from quotes.store.people.keys import hash_of


def sought_by(profile: Profile, *, full: bool = False) -> dict[int, str]:
    """The keys by which others are sought, by hash; with `full` not those that only a name that stands alone has."""
    alone = f"{profile.kind} one "
    return {hash_of(key): key for key in sorted(keys_of(profile)[1]) if not (full and key.startswith(alone))}


def sought_alone(profile: Profile) -> list[int]:
    """The hashes of the keys by which a name that stands alone is sought."""
    return [hash_of(key) for key in sorted(keys_of(profile)[1]) if key.startswith("person one ")]


def surname_keys(profile: Profile, sought: Mapping[int, str]) -> set[int]:
    """Under which of the keys those are who may go by a name that stands alone."""
    if not is_single(profile):
        return set()
    surnames = set(map(surname_key, map(parse_name, profile.names)))
    return {number for number, key in sought.items() if key in surnames}

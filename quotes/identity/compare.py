"""The features: each looks at two profiles from one side and says what it finds, or abstains with None."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import attrgetter

from quotes.identity.alignment import LEVELS, NameRelation, relate_names
from quotes.identity.folding import umlauts_folded
from quotes.identity.names import PersonName, given_names, parse_name, particles
from quotes.identity.organisations import relate_organisations
from quotes.identity.profiles import Profile
from quotes.identity.roles import read_roles
from quotes.lexicon import words

_FREQUENT = 0.2
_LONG_TIME = 45  # years between the nearest articles; few people make news for longer


@dataclass(frozen=True, slots=True)
class Finding:
    """What a feature found: `value` is its measure (see each feature), `reason` says so in words."""

    feature: str
    value: float
    reason: str
    level: str = ""  # which of a feature's cases this is


@dataclass(frozen=True)
class Census:
    """What the whole collection tells: how rare a name is, and who else bears a family name."""

    articles: int = 1
    entities: Mapping[str, int] = field(default_factory=dict)  # in how many of these articles each is named
    bearers: Mapping[str, int] = field(default_factory=dict)  # family name → appearances under full names
    around: Callable[[Profile], Counter[str]] = attrgetter("entities")  # reads what a profile does not hold yet

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """Inverse document frequency, natural logarithm, of what several articles name; 0 for what each does."""
        return {entity: self._idf(count) for entity, count in self.entities.items() if count > 1}

    @property
    def rarest(self) -> float:
        """That of what two articles name."""
        return self._idf(2)

    def _idf(self, count: int) -> float:
        return max(0.0, math.log((1 + self.articles) / (1 + count)))


Feature = Callable[[Profile, Profile, Census], Finding | None]


def compare_names(a: Profile, b: Profile, census: Census) -> Finding | None:
    """How near the names are: the nearest relation of a telling wording of the one to a telling one of the other.

    Where each has a frequent wording that excludes the other's (George W. and George H. W. Bush), they are different,
    though both have another in common (George Bush).
    """
    del census
    if a.kind == "organization":
        relations = [relate_organisations(x, y) for x in a.names for y in b.names]
    else:
        relations = [relate_names(x, y) for x in telling_names(a) for y in telling_names(b)]
        if len(relations) > 1:
            frequent = [relate_names(x, y) for x in _frequent_names(a) for y in _frequent_names(b)]
            relations = [relation for relation in frequent if relation.level == "different"] or relations
    best = min(relations, key=lambda relation: LEVELS.index(relation.level))
    return Finding("name", 1 - LEVELS.index(best.level) / (len(LEVELS) - 1), best.reason, best.level)


def compare_commonness(a: Profile, b: Profile, census: Census) -> Finding | None:
    """1 where the name is one that many people bear: a common family name, after a known given name or alone.

    It is asked of the wordings that agree, not of all: a list's "M. Smith" makes no rare name of Michael Smith.
    """
    del census
    if a.kind == "organization":
        return None
    one, other = telling_names(a), telling_names(b)
    full = [name for name in (*one, *other) if name.is_full]
    if full and any(_is_common(name) for name in full) and all(map(_agree_commonly, *_nearest(one, other))):
        called = next(name for name in full if _is_common(name))
        return Finding("commonness", 1.0, f"many people are called {called.text}", "full name")
    if not full and any(_is_common_word(name.core[-1]) for name in one):
        return Finding("commonness", 1.0, f"many people are called {a.name}", "one name")
    return None


def _nearest(one: Iterable[PersonName], other: Sequence[PersonName]) -> tuple[list[PersonName], list[PersonName]]:
    """The wordings of the one and of the other that are nearest to each other, pair by pair."""
    pairs = [(x, y, LEVELS.index(relate_names(x, y).level)) for x in one for y in other]
    least = min(level for _, _, level in pairs)
    return [x for x, _, level in pairs if level == least], [y for _, y, level in pairs if level == least]


def _agree_commonly(a: PersonName, b: PersonName) -> bool:
    """Whether what two wordings agree in is a common name; the same middle initial makes it a rarer one."""
    same_initial = a.core == b.core and len(a.core) > 2
    return not same_initial and all(_is_common(name) for name in (a, b) if name.is_full)


def _is_common(name: PersonName) -> bool:
    """Initials make no name rarer: "M. Smith" is as common as Smith."""
    *given, family = [word for word in name.core if len(word) > 1] or name.core
    return len(given) < 2 and set(given) <= given_names() and umlauts_folded(family) in words(COMMON)


def _is_common_word(word: str) -> bool:
    return word in given_names() or umlauts_folded(word) in words(COMMON)


def compare_roles(a: Profile, b: Profile, census: Census) -> Finding | None:
    """1 for the same office, 0.5 for the same walk of life, -1 for different ones; abstains where one has no role."""
    del census
    one, other = read_roles(a.roles), read_roles(b.roles)
    if not one.fields or not other.fields:
        return None
    if shared := one.nouns & other.nouns:
        return Finding("role", 1.0, f"both are {_listed(shared)}", "same office")
    if shared := one.fields & other.fields:
        return Finding("role", 0.5, f"both belong to {_listed(shared)}", "same field")
    return Finding("role", -1.0, f"{_listed(one.nouns)} against {_listed(other.nouns)}", "different fields")


def compare_affiliations(a: Profile, b: Profile, census: Census) -> Finding | None:
    """1 where an affiliation, or a country or body named in a role, is the same; 0 where both have only others."""
    del census
    one = read_roles([*a.roles, *a.affiliations]).proper
    other = read_roles([*b.roles, *b.affiliations]).proper
    if not one or not other:
        return None
    if shared := one & other:
        return Finding("affiliation", 1.0, f"both with {_listed(shared)}…", "same")
    return Finding("affiliation", 0.0, "no affiliation in common", "other")


def compare_company(a: Profile, b: Profile, census: Census) -> Finding | None:
    """How much the same people, places and bodies are named beside them: cosine of TF-IDF vectors, 0 to 1.

    The own names do not count. After Salton and Buckley (1988).
    """
    own = _own_words(a) | _own_words(b)
    around = [census.around(profile) for profile in (a, b)]
    common = around[0].keys() & around[1].keys()
    one, other = (_weighted(entities, common, own, census) for entities in around)
    if not one or not other:
        return None
    shared = one.keys() & other.keys()
    product = sum(one[entity] * other[entity] for entity in shared)
    cosine = product / math.sqrt(sum(v * v for v in one.values()) * sum(v * v for v in other.values()))
    telling = sorted(shared, key=lambda entity: (-one[entity] * other[entity], entity))[:3]
    reason = f"named beside both: {', '.join(telling)}" if telling else "nobody and nothing is named beside both"
    return Finding("company", cosine, reason)


def compare_bearers(a: Profile, b: Profile, census: Census) -> Finding | None:
    """For a family name alone: how the fully named bearer's articles stand to those of other bearers.

    The natural logarithm of (appearances of this bearer + ½) / (appearances of others + 1, for the one not met yet).
    """
    full, short = (a, b) if _is_full(a) else (b, a)
    if not _is_full(full) or _is_full(short):
        return None
    total = max(census.bearers.get(family_key(parse_name(short.name).words), 0), full.total)
    odds = math.log((full.total + 0.5) / (total - full.total + 1))
    reason = f"of {total} appearances under a full name with {short.name}, {full.total} are {full.name}'s"
    return Finding("bearers", odds, reason)


def family_key(words: Sequence[str]) -> str:
    """A family name as bearers are counted: its last word, with the particles before it if there is nothing else."""
    return " ".join(umlauts_folded(word) for word in words)


def family_keys(name: PersonName) -> set[str]:
    """All that a full name may be cut down to: its last word, and that with each of the particles before it."""
    keys = {family_key(name.words[-1:])}
    for start in range(len(name.words) - 2, 0, -1):
        if name.words[start] not in particles():
            break
        keys.add(family_key(name.words[start:]))
    return keys


def compare_time(a: Profile, b: Profile, census: Census) -> Finding | None:
    """-1 where more than 45 years lie between the nearest articles, else 0; abstains without dates."""
    del census
    if not a.days or not b.days:
        return None
    gap = max(0, (max(a.days[0], b.days[0]) - min(a.days[-1], b.days[-1])).days) / 365.25
    if gap > _LONG_TIME:
        return Finding("time", -1.0, f"{gap:.0f} years lie between them", "far apart")
    return Finding("time", 0.0, "written about in the same time", "near")


COMMON = "identity_common_names"
FEATURES: tuple[Feature, ...] = (
    compare_names,
    compare_commonness,
    compare_roles,
    compare_affiliations,
    compare_bearers,
    compare_time,
    compare_company,  # last, for it takes the longest
)


def telling_names(profile: Profile) -> list[PersonName]:
    """The wordings that are not short for others of the profile: not "Merkel" beside "Angela Merkel"."""
    return _telling(tuple(profile.names))


@lru_cache(maxsize=50_000)
def _telling(wordings: tuple[str, ...]) -> list[PersonName]:
    names = sorted((parse_name(text) for text in wordings), key=lambda name: (-len(name.core), name.text))
    kept: list[PersonName] = []
    seen = set[tuple[tuple[str, ...], str | None]]()
    for name in names:
        key = (name.core, name.ordinal)
        if key in seen or not name.core:
            continue
        seen.add(key)
        if not name.is_full and any(other.is_full for other in kept):
            continue
        kept.append(name)
    return kept or names


def _frequent_names(profile: Profile) -> list[PersonName]:
    """The telling wordings that are no slip: those that come a fifth as often as the commonest, or oftener."""
    count: Counter[tuple[str, ...]] = Counter()
    for text, times in profile.names.items():
        count[parse_name(text).core] += times
    telling = telling_names(profile)
    least = max(count[name.core] for name in telling) * _FREQUENT
    return [name for name in telling if count[name.core] >= least]


def _is_full(profile: Profile) -> bool:
    return profile.kind == "person" and any(parse_name(text).is_full for text in profile.names)


def _own_words(profile: Profile) -> set[str]:
    return {word for text in profile.names for word in parse_name(text).words if len(word) > 1}


def _weighted(entities: Counter[str], common: Set[str], own: set[str], census: Census) -> dict[str, float]:
    """What two are compared by is named twice, though a census of few articles may not have met it."""
    rarity, rarest = census.rarity, census.rarest
    return {
        entity: count * weight
        for entity, count in entities.items()
        if (weight := rarity.get(entity, rarest if entity in common else 0.0)) > 0 and own.isdisjoint(entity.split())
    }


def _listed(items: Iterable[str]) -> str:
    return ", ".join(sorted(items))


__all__ = ["FEATURES", "Census", "Feature", "Finding", "NameRelation"]

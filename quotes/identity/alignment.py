"""How two wordings of a person's name relate: word by word, in order, with the reason."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from rapidfuzz.distance import OSA

from quotes.identity.folding import sounds_alike, umlauts_folded
from quotes.identity.names import PersonName, given_names, particles, share_given_name

WordRelation = Literal["same", "spelling", "short form", "initial", "misspelling"]
Level = Literal[
    "same", "variant", "part", "misspelt", "initials", "mononym", "near", "surname", "one name", "renamed",
    "different", "none",
]  # fmt: skip
"""How near two names are, the nearest first.

same: the same words · variant: spellings, short forms · part: one leaves words out that the other has, two or more
agree · misspelt: a long word is a letter or two off, or two letters changed places · initials: a given name agrees as
an initial only · mononym: both have one and the same word and no more · near: a short word is a letter off · surname:
one has a single word, which ends the other · one name: it stands elsewhere in the other · renamed: the given name is
the same, the family name another, as by marriage · different: they differ in what tells people apart · none: nothing
in common.
"""
LEVELS: tuple[Level, ...] = get_args(Level)
_RANK: dict[WordRelation, int] = {"same": 0, "spelling": 1, "short form": 2, "initial": 3, "misspelling": 4}
_LONG = 8  # letters, from which on one or two that differ are more likely a slip than another name
_COST = {"same": 0.0, "spelling": 0.1, "short form": 0.2, "initial": 0.3, "misspelling": 0.4}


@dataclass(frozen=True, slots=True)
class NameRelation:
    """The level, and in words what agrees or differs."""

    level: Level
    reason: str


@lru_cache(maxsize=100_000)
def relate_words(a: str, b: str) -> WordRelation | None:
    """How two folded words can be one name; None where they cannot.

    >>> relate_words("schauble", "schaeuble"), relate_words("w", "walker"), relate_words("hans", "fritz")
    ('same', 'initial', None)
    """
    if a == b or umlauts_folded(a) == umlauts_folded(b):
        return "same"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] else None
    if share_given_name(a, b):
        return "short form"
    both_given = a in given_names() and b in given_names()
    if not both_given and sounds_alike(a, b):
        return "spelling"
    shorter = min(len(a), len(b))
    allowed = 0 if both_given or shorter < 4 else 1 if shorter < 8 else 2
    if a[0] == b[0] and OSA.distance(a, b, score_cutoff=allowed) <= allowed and allowed:
        return "misspelling"
    return None


@lru_cache(maxsize=100_000)
def relate_names(a: PersonName, b: PersonName) -> NameRelation:
    """The relation of two wordings; symmetric."""
    if len(b.core) < len(a.core):
        a, b = b, a
    if not a.core or not b.core:
        return NameRelation("none", "one has no name")
    if _ordinals_differ(a, b):
        return NameRelation("different", f"{a.text} and {b.text} bear different numbers")
    if _joined(a) == _joined(b) or sorted(a.core) == sorted(b.core):
        if len(a.core) == 1 and not (a.ordinal and b.ordinal):
            return NameRelation("mononym", f"both are called {a.text}, and nothing more")
        return NameRelation("same", f"the same name, {a.text}")
    if len(a.core) == 1:
        return _single(a, b)
    if _is_stretch(a.words, b.words) and a.words[0] in particles():
        return (
            NameRelation("surname", f"{a.text} is how {b.text} ends") if b.words[-1] == a.words[-1] else _single(a, b)
        )
    return _full(a, b)


def _ordinals_differ(a: PersonName, b: PersonName) -> bool:
    return a.ordinal is not None and b.ordinal is not None and a.ordinal != b.ordinal


def _joined(name: PersonName) -> str:
    return "".join(umlauts_folded(word) for word in name.core)


def _is_stretch(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return any(full[i : i + len(short)] == short for i in range(len(full) - len(short) + 1))


def _single(a: PersonName, b: PersonName) -> NameRelation:
    """A name of one word beside a fuller one (or another of one word)."""
    word = a.core[-1]
    ends = b.core[-2:] if len(b.core) > 2 else b.core[-1:]  # Spanish names may go by the last but one
    for other in reversed(ends):
        relation = relate_words(word, other)
        if relation in ("same", "spelling") and len(b.core) > 1:
            return NameRelation("surname", f"{a.text} can be short for {b.text}")
        if relation == "spelling" and len(b.core) == 1:
            return NameRelation("mononym", f"{a.text} and {b.text} sound alike")
    parts = (*b.core, *b.nicknames, *(other.removeprefix("abd") for other in b.core))  # Jalil, of Abdul-Jalil
    if any(relate_words(word, other) in ("same", "short form") for other in parts if other):
        return NameRelation("one name", f"{a.text} is one of the names of {b.text}")
    return NameRelation("none", "no name in common")


def _full(a: PersonName, b: PersonName) -> NameRelation:
    pairs = _align(a.core, b.core)
    relations = {(i, j): relate_words(a.core[i], b.core[j]) for i, j in pairs}
    lone_a = [word for i, word in enumerate(a.core) if i not in {i for i, _ in pairs}]
    lone_b = [word for j, word in enumerate(b.core) if j not in {j for _, j in pairs}]
    found = [relation for relation in relations.values() if relation]
    if not found:
        return NameRelation("none", "no name in common")
    if lone_a and lone_b:
        shared = ", ".join(a.core[i] for i, _ in pairs)
        known = _by_nickname(a, b) or _by_maiden_name(a, b)
        may_marry = pairs[0] == (0, 0) and a.core[0] in given_names() and not relate_words(a.core[-1], b.core[-1])
        reason = f"{a.text} and {b.text} share {shared} only"
        return known or NameRelation("renamed" if may_marry else "different", reason)
    if lone_b and _skips_first_initial(a.core, b.core, pairs):
        return NameRelation("different", f"{a.text} and {b.text} have different middle initials")
    worst = max(found, key=lambda relation: _RANK[relation])
    if worst == "misspelling":
        off = [(a.core[i], b.core[j]) for (i, j), relation in relations.items() if relation == worst]
        slip = all(sorted(one) == sorted(other) or min(len(one), len(other)) >= _LONG for one, other in off)
        return NameRelation("misspelt" if slip else "near", f"{a.text} and {b.text} differ by a letter or two")
    if lone_b and _stands_for_middle_initial(a.core, b.core, pairs):
        return NameRelation("different", f"{a.text} and {b.text} have different names at one end")
    if worst == "initial" and not any(len(a.core[i]) > 1 < len(b.core[j]) for i, j in pairs if (i, j) != max(pairs)):
        return NameRelation("initials", f"{a.text} gives initials that fit {b.text}")
    if lone_b:
        return NameRelation("part", f"{a.text} leaves out {', '.join(lone_b)} of {b.text}")
    return NameRelation("variant", f"{a.text} and {b.text} are spellings or forms of one name")


def _align(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[int, int]]:
    """The pairing of words, in order, that relates the most of them at the least cost."""
    costs = {
        (i, j): _COST[relation] for i, x in enumerate(a) for j, y in enumerate(b) if (relation := relate_words(x, y))
    }
    if not costs:
        return []
    nothing: tuple[int, float, list[tuple[int, int]]] = (0, 0.0, [])
    best = dict.fromkeys(((i, j) for i in range(len(a) + 1) for j in range(len(b) + 1)), nothing)
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            options = [nothing, best[i + 1, j], best[i, j + 1]]
            if (i, j) in costs:
                count, cost, pairs = best[i + 1, j + 1]
                options.append((count + 1, cost + costs[i, j], [(i, j), *pairs]))
            best[i, j] = max(options, key=lambda option: (option[0], -option[1], option[2]))
    return best[0, 0][2]


def _skips_first_initial(a: tuple[str, ...], b: tuple[str, ...], pairs: list[tuple[int, int]]) -> bool:
    """George W. Bush is not George H. W. Bush: middle initials are left out from the end, not from the front."""
    middle = [j for i, j in pairs if 0 < i < len(a) - 1 and len(a[i]) == 1 == len(b[j])]
    paired = {j for _, j in pairs}
    return any(j > 1 and len(b[j - 1]) == 1 and j - 1 not in paired for j in middle)


def _stands_for_middle_initial(a: tuple[str, ...], b: tuple[str, ...], pairs: list[tuple[int, int]]) -> bool:
    """Luke Jones is not Monica L. Jones, and Monica Lopez is not Monica L. Jones."""
    places = dict(pairs)
    for end, other in ((0, 0), (len(a) - 1, len(b) - 1)):
        place = places.get(end, other)
        if place != other and len(b[place]) == 1 < min(len(a[end]), len(b[other])) and other not in places.values():
            return True
    return False


def _by_nickname(a: PersonName, b: PersonName) -> NameRelation | None:
    for one, other in ((a, b), (b, a)):
        if any(relate_words(nick, other.core[0]) for nick in one.nicknames) and relate_words(
            one.core[-1], other.core[-1]
        ):
            return NameRelation("variant", f"{one.text} is called {other.core[0]}")
    return None


def _by_maiden_name(a: PersonName, b: PersonName) -> NameRelation | None:
    for one, other in ((a, b), (b, a)):
        if relate_words(one.core[0], other.core[0]) and any(word in one.maiden for word in other.core[1:]):
            return NameRelation("variant", f"{other.text} is the maiden name of {one.text}")
    return None

"""Ids that somebody went by before an article was read anew: what people held of them goes on to hold."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from quotes.identity.alignment import LEVELS, NameRelation, relate_names
from quotes.identity.names import parse_name
from quotes.identity.organisations import relate_organisations
from quotes.identity.profiles import Appearance, Kind

_STRANGERS = ("renamed", "different", "none")


@dataclass(frozen=True, slots=True)
class JudgedName:
    """Whom a row of the log was about when it was written."""

    id: str
    article_id: str
    kind: Kind
    name: str


def find_present(former: Iterable[JudgedName], appearances: Mapping[str, Appearance]) -> dict[str, str]:
    """The present ids of those who have none any more: of the same article and kind, whoever's name is nearest.

    Nobody where two are equally near, or where no name fits. Those whose id is a present one are left out.
    """
    by_article: dict[tuple[str, Kind], list[Appearance]] = defaultdict(list)
    for appearance in appearances.values():
        by_article[appearance.article_id, appearance.kind].append(appearance)
    found = {}
    for judged in former:
        if judged.id not in appearances:
            here = by_article[judged.article_id, judged.kind]
            ranked = sorted((level, a.id) for a in here if (level := _distance(judged, a.names)) is not None)
            if ranked and (len(ranked) == 1 or ranked[0][0] < ranked[1][0]):
                found[judged.id] = ranked[0][1]
    return found


def _distance(judged: JudgedName, names: Collection[str]) -> int | None:
    """How far the nearest of the names is, as a place among the levels; None where they exclude each other."""
    nearest = min(LEVELS.index(_relate(judged, name).level) for name in names)
    return None if LEVELS[nearest] in _STRANGERS else nearest


def _relate(judged: JudgedName, name: str) -> NameRelation:
    if judged.kind == "organization":
        return relate_organisations(judged.name, name)
    return relate_names(parse_name(judged.name), parse_name(name))

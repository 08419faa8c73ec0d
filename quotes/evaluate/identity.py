"""How well persons are told apart and brought together across articles, held against DWIE's Wikipedia links.

Counted are the persons whom the gold links to a Wikipedia article and names in two articles or more; persons of one
article are clustered with them and spoil what they are wrongly merged with. Of those without a link nobody knows who
they are: they may lead astray, but are left out of the counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quotes.evaluate.b_cubed import BCubed, b_cubed
from quotes.evaluate.dwie import GoldConcept, GoldText
from quotes.evaluate.people import NamedPerson, order_names
from quotes.identity import Appearance
from quotes.identity.cluster import cluster, survey
from quotes.identity.profiles import Profile
from quotes.identity.surroundings import find_entities, find_roles

DEFINITION = (
    "B³ over the persons with a Wikipedia link whom the gold names in two articles or more, one item an article. From "
    "raw text an item is a person whom the parser reads and one whom the gold has, sharing a place in the text: one "
    "read in two pieces is two items, and two read as one are two items in one cluster. Who was missed has recall 0 "
    "and counts in the size of the true cluster; found only: the same without those."
)


@dataclass(frozen=True, slots=True)
class FromText:
    """From raw text: `strict` with the persons that were missed, `found_only` without them."""

    people: int  # gold persons to be found, article by article
    missed: tuple[GoldConcept, ...]
    strict: BCubed
    found_only: BCubed

    @property
    def coverage(self) -> float | None:
        """The share of these that were found, None of nobody."""
        return 1 - len(self.missed) / self.people if self.people else None

    def to_dict(self) -> dict[str, Any]:
        coverage = None if self.coverage is None else round(self.coverage, 4)
        return {
            **self.strict.to_dict(),
            "coverage": coverage,
            "people": self.people,
            "missed": len(self.missed),
            "found_only": self.found_only.to_dict(),
        }


def counted_links(articles: Iterable[GoldText]) -> frozenset[str]:
    """The Wikipedia titles of persons whom two articles or more name."""
    found: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for concept in article.concepts:
            if concept.is_person and concept.link is not None:
                found[concept.link].add(article.id)
    return frozenset(link for link, named_in in found.items() if len(named_in) > 1)


def measure_gold(articles: Sequence[GoldText]) -> BCubed:
    """From the gold's mentions: cluster all its persons, roles and surroundings read from the text alone."""
    people = [concept for article in articles for concept in article.concepts if concept.is_person]
    clusters = assign([appearance for article in articles for appearance in gold_appearances(article)])
    links = counted_links(articles)
    truth = {number: person.link for number, person in enumerate(people) if person.link is not None}
    return b_cubed(dict(enumerate(clusters)), truth, [number for number, link in truth.items() if link in links])


def measure_text(articles: Sequence[GoldText], people: Mapping[str, Sequence[NamedPerson]]) -> FromText:
    """From raw text: `people` are those whom the parser read, by article id. See `DEFINITION`."""
    links = counted_links(articles)
    read = [person for article in articles for person in people.get(article.id, ())]
    clusters = assign([person.appearance for person in read])
    first = 0
    truth: dict[tuple[int, str, int], str] = {}  # (number of the one read, article, number of the concept) → link
    counted, missed, wanted = [], [], 0
    for article in articles:
        here = people.get(article.id, ())
        for number, concept in enumerate(article.concepts):
            if concept.link is None:
                continue
            items = [(first + n, article.id, number) for n, person in enumerate(here) if _share(person, concept)]
            truth.update(dict.fromkeys(items, concept.link))
            if concept.is_person and concept.link in links:
                wanted += 1
                counted += items
                missed += [] if items else [concept]
        first += len(here)
    predicted = {item: clusters[item[0]] for item in truth}
    absent = [concept.link for concept in missed]
    strict, found_only = (b_cubed(predicted, truth, counted, gone) for gone in (absent, []))
    return FromText(wanted, tuple(missed), strict, found_only)


def _share(person: NamedPerson, concept: GoldConcept) -> bool:
    return any(span.overlaps(mention) for span in person.mentions for mention in concept.mentions)


def gold_appearances(article: GoldText) -> Iterable[Appearance]:
    """The persons of one article as its annotators marked them, read from the text alone."""
    entities = find_entities(article.text)
    for concept in article.concepts:
        if concept.is_person:
            names = order_names(mention.of(article.text) for mention in concept.mentions)
            roles = find_roles(article.text, concept.mentions)
            yield Appearance(article.id, "person", names, roles, (), entities)


def assign(appearances: Sequence[Appearance]) -> list[int]:
    """The number of each appearance's cluster, as the machine finds them without any judgement of people."""
    numbered = [replace(Profile.of(appearance), members=(str(n),)) for n, appearance in enumerate(appearances)]
    result = cluster(numbered, survey(appearances))
    place = {member: number for number, profile in enumerate(result.profiles) for member in profile.members}
    return [place[str(number)] for number in range(len(appearances))]

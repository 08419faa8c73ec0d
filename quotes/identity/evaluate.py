"""How well persons are told apart and brought together across articles, measured on DWIE.

B³ after Bagga and Baldwin (1998): for each appearance, precision is the share of its predicted cluster that is truly
the same somebody, recall the share of its true cluster that the prediction holds; both averaged over appearances.
"""

import gzip
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from quotes.domain import Span
from quotes.errors import InputError
from quotes.identity.cluster import cluster, survey
from quotes.identity.names import parse_name
from quotes.identity.profiles import Appearance, Kind, Profile
from quotes.identity.surroundings import find_entities, find_roles

Item = TypeVar("Item", bound=Hashable)
PeopleReader = Callable[[str], Sequence[Sequence[Span]]]  # a text → for each person named, where the name stands
_NO_LINKS = frozenset(("", "?"))


@dataclass(frozen=True, slots=True)
class BCubed:
    precision: float
    recall: float
    items: int  # over which the averages are taken

    @property
    def f(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class GoldSomebody:
    """A linked or unlinked person or organisation of one DWIE article, with all its mentions."""

    appearance: Appearance
    link: str | None  # a Wikipedia title; None where the article's annotators gave none
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    id: str
    text: str
    people: tuple[GoldSomebody, ...]


def b_cubed(
    predicted: Mapping[Item, Hashable], truth: Mapping[Item, Hashable], counted: Iterable[Item] | None = None
) -> BCubed:
    """B³ of a clustering, item → cluster, over the items of `truth`; items that it does not hold are left out of all.

    With `counted`, the averages are over these items alone, while the other items still spoil the clusters they are in.

    >>> b_cubed({1: "x", 2: "x", 3: "x"}, {1: "a", 2: "a", 3: "b"}).precision.__round__(3)
    0.556
    """
    sizes = Counter(predicted[item] for item in truth)
    true_sizes = Counter(truth.values())
    both = Counter((predicted[item], truth[item]) for item in truth)
    items = list(truth if counted is None else counted)
    if not items:
        return BCubed(0.0, 0.0, 0)
    shared = [(both[predicted[item], truth[item]], predicted[item], truth[item]) for item in items]
    precision = sum(count / sizes[cluster_id] for count, cluster_id, _ in shared) / len(items)
    recall = sum(count / true_sizes[true_id] for count, _, true_id in shared) / len(items)
    return BCubed(precision, recall, len(items))


def read_dwie(path: Path, kind: Kind = "person") -> Iterator[GoldArticle]:
    """DWIE's JSON Lines, gzipped or not; raises InputError. Roles and entities are read from the text alone."""
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for line in content.splitlines():
            yield _read_article(json.loads(line), kind)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path} is not DWIE's JSON Lines ({error}); give its dwie-*.jsonl or .jsonl.gz") from error


def _read_article(record: Mapping[str, Any], kind: Kind) -> GoldArticle:
    text, article_id = record["content"], record["id"]
    spans: dict[int, list[Span]] = defaultdict(list)
    for mention in record["mentions"]:
        spans[mention["concept"]].append(Span(mention["begin"], mention["end"]))
    entities = find_entities(text)
    people = []
    for concept in record["concepts"]:
        mentions = tuple(spans[concept["concept"]])
        if f"type::{kind}" not in concept["tags"] or not mentions:
            continue
        link = (concept.get("link") or "").strip()
        appearance = _appearance(article_id, text, mentions, kind, entities)
        people.append(GoldSomebody(appearance, None if link in _NO_LINKS else link, mentions))
    return GoldArticle(article_id, text, tuple(people))


def _appearance(
    article_id: str, text: str, mentions: Sequence[Span], kind: Kind, entities: frozenset[str]
) -> Appearance:
    names = ordered_names(mention.of(text) for mention in mentions)
    roles = find_roles(text, mentions) if kind == "person" else ()
    return Appearance(article_id, kind, names, roles, (), entities)


def ordered_names(wordings: Iterable[str]) -> tuple[str, ...]:
    """Distinct wordings, the fullest first, then the commonest."""
    counts = Counter(" ".join(text.split()) for text in wordings)
    return tuple(sorted(counts, key=lambda text: (-len(parse_name(text).core), -counts[text], text)))


def half_of(article_id: str) -> str:
    """Which half an article belongs to, "tuning" or "checking", by a hash of its id."""
    return "checking" if int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 2 else "tuning"


def measure(articles: Sequence[GoldArticle]) -> BCubed:
    """Cluster all people of the gold mentions; average over the linked ones who are in two or more articles.

    Linked people of one article are clustered too and spoil precision where they are merged; of the others nobody
    knows the truth, so they may lead astray, but are left out of the counts.
    """
    people = [somebody for article in articles for somebody in article.people]
    clusters = assign([somebody.appearance for somebody in people])
    return _measure(people, dict(enumerate(clusters)))


def measure_reader(articles: Sequence[GoldArticle], reader: PeopleReader, kind: Kind = "person") -> BCubed:
    """The same from raw text: `reader` finds the people. Gold people stand for the found one that most overlaps them.

    A gold person whom the reader missed is a cluster of its own; two who were read as one are in one cluster.
    """
    found: list[Appearance] = []
    gold: list[GoldSomebody] = []
    matched: list[int | None] = []
    for article in articles:
        entities = find_entities(article.text)
        read = [spans for spans in reader(article.text) if spans]
        matched += [_match(somebody.mentions, read, len(found)) for somebody in article.people]
        gold += article.people
        found += [_appearance(article.id, article.text, spans, kind, entities) for spans in read]
    clusters = assign(found)
    missed = len(clusters)
    placed = {n: missed + n if place is None else clusters[place] for n, place in enumerate(matched)}
    return _measure(gold, placed)


def _match(mentions: Sequence[Span], read: Sequence[Sequence[Span]], before: int) -> int | None:
    """The number of the person read with the most mentions that overlap these; the first of equals."""
    shared = [sum(any(span.overlaps(mention) for mention in mentions) for span in spans) for spans in read]
    most = max(shared, default=0)
    return before + shared.index(most) if most else None


def _measure(people: Sequence[GoldSomebody], clusters: Mapping[int, int]) -> BCubed:
    articles: dict[str, set[str]] = defaultdict(set)
    truth = {number: somebody.link for number, somebody in enumerate(people) if somebody.link is not None}
    for number, link in truth.items():
        articles[link].add(people[number].appearance.article_id)
    counted = [number for number, link in truth.items() if len(articles[link]) > 1]
    return b_cubed(clusters, truth, counted)


def assign(appearances: Sequence[Appearance]) -> list[int]:
    """The number of each appearance's cluster, as the machine finds them without any judgement of people."""
    numbered = [replace(Profile.of(appearance), members=(str(n),)) for n, appearance in enumerate(appearances)]
    result = cluster(numbered, survey(appearances))
    place = {member: number for number, profile in enumerate(result.profiles) for member in profile.members}
    return [place[str(number)] for number in range(len(appearances))]

"""Who is quoted together, compared with what it means: of random articles, made by hand into pairs."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pytest

import graph
from quotes.domain import ParsedArticle, Source
from quotes.store import Selection, Store
from quotes.store.counting.network.beside import Beside

Build = Callable[..., ParsedArticle]
NAMES = ("Adelaide Lund", "Boris Kerner", "Cyril Marsh", "Dinah Holtby", "Edmund Voss")
PEOPLE = [Source("named_person", name) for name in NAMES]
OFFICIAL = Source("unnamed_person", descriptor="an official", anonymous=True)
WORDS = [
    "birds",
    "rain",
    "seldom",
    "harbour",
    "quiet",
    "wheat",
    "lanterns",
    "under",
    "seven",
    "walks",
    "slowly",
    "north",
]
DAYS = (date(2020, 1, 2), date(2020, 1, 2), date(2021, 3, 4), None)


def archive(build: Build, seed: int) -> list[ParsedArticle]:
    """Articles of up to seven quotations, one in three a copy of an earlier one in other punctuation."""
    chance = random.Random(seed)
    said: list[list[tuple[str, Source]]] = []
    articles = []
    for number in range(14):
        if len(said) > 2 and chance.random() < 1 / 3:
            lines = chance.choice(said[:3])
        else:
            sources = [chance.choice([*PEOPLE, OFFICIAL]) for _ in range(chance.randrange(8))]
            lines = [(" ".join(chance.choices(WORDS, k=8)), source) for source in sources]
            said.append(lines)
        dotted = [(words + number * ".", source) for words, source in lines]
        made = build(f"a{number}", *dotted, outlet=f"Paper {number % 3}", published=chance.choice(DAYS))
        sure = [
            replace(one, attribution=replace(one.attribution, confidence=chance.choice((0.5, 0.75))))
            for one in made.quotations
        ]
        articles.append(replace(made, quotations=tuple(sure)))
    return articles


def story(parsed: ParsedArticle) -> str:
    """What articles have in common that are copies of each other: three quotations or more, and no others."""
    lines = tuple(parsed.article.text.replace(".", "").splitlines())
    return str(lines) if len(lines) >= 3 else parsed.article.id


def expected(articles: list[ParsedArticle], selected: Callable[[ParsedArticle], bool]) -> dict[tuple[str, str], Any]:
    """For each two labels the number of stories, their words, the dates, the share of stories in which a name is
    withheld, how sure the first quotations are and which articles prove it."""
    pairs: dict[tuple[str, str], list[tuple[ParsedArticle, list[Any]]]] = {}
    for parsed in filter(selected, articles):
        by_speaker: dict[str, list[Any]] = {}
        for one in parsed.quotations:
            assert one.source is not None
            label = one.source.name or f"{one.source.descriptor} in {parsed.article.id}"
            by_speaker.setdefault(label, []).append(one)
        for two in combinations(sorted(by_speaker), 2):
            pairs.setdefault(two, []).append((parsed, [by_speaker[label] for label in two]))
    found = {}
    for two, together in pairs.items():
        stories: dict[str, list[int]] = {}
        for parsed, both in together:
            words = sum(len(one.quotation.span.of(parsed.article.text).split()) for each in both for one in each)
            stories.setdefault(story(parsed), []).append(words)
        firsts = [each[0] for _, both in together for each in both]
        days = sorted(str(parsed.article.published) for parsed, _ in together if parsed.article.published)
        ordered = sorted((parsed for parsed, _ in together), key=lambda parsed: str(parsed.article.published or "9999"))
        found[two] = {
            "weight": len(stories),
            "words": sum(min(words) for words in stories.values()),
            "first": days[0] if days else None,
            "last": days[-1] if days else None,
            "anonymous": float(any("official" in label for label in two)),
            "confidence": round(sum(one.attribution.confidence for one in firsts) / len(firsts), 4),
            "evidence": 2 * len(together),
            "article_ids": [parsed.article.id for parsed in ordered],
        }
    return found


def found(network: Any) -> dict[tuple[str, str], Any]:
    labels = {
        key: data["label"] + (f" in {data['article']}" if "article" in data else "")
        for key, data in network.nodes(data=True)
    }
    kept = ("weight", "words", "anonymous", "confidence", "article_ids")
    assert len(set(labels.values())) == len(labels)  # nobody is two
    return {
        tuple(sorted((labels[one], labels[other]))): {
            **{name: data[name] for name in kept},
            "first": data.get("first"),
            "last": data.get("last"),
            "evidence": len(data["evidence"]),
        }
        for one, other, data in network.edges(data=True)
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_pairs_are_those_of_the_definition(store: Store, build: Build, seed: int) -> None:
    articles = archive(build, seed)
    for parsed in articles:
        store.add(parsed)
    assert found(graph.build(store, "co-quoted")) == expected(articles, lambda _: True)
    since = Selection(since=date(2021, 1, 1))
    asked = expected(articles, lambda parsed: parsed.article.published == date(2021, 3, 4))
    assert found(graph.build(store, "co-quoted", since)) == asked


def test_the_first_quotations_of_both_prove_it(store: Store, build: Build) -> None:
    ada, bo, *_ = PEOPLE
    store.add(build("a1", ("Later", ada), ("Soon", bo), ("Never", ada), published=None))
    store.add(build("a2", ("Now", bo), ("Here", ada)))
    ((_, _, data),) = graph.build(store, "co-quoted").edges(data=True)
    words = {
        record.id: record.text
        for speaker in ("Lund", "Kerner")
        for one in store.who(speaker)
        for record in one.quotations
    }
    assert [words[one].strip("“”") for one in data["evidence"]] == ["Now", "Here", "Later", "Soon"]


def test_pairs_come_in_parts_of_some_speakers(build: Build) -> None:
    chance = random.Random(14)
    rows = sorted({(chance.randrange(60), chance.randrange(25)) for _ in range(300)})
    version, speaker = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    none, words = np.array([], dtype=object), np.ones(len(rows), dtype=np.int64)
    days = np.full(len(rows), "2020-01-01", dtype="M8[D]")
    beside = Beside(version, speaker, words, words, words, words.astype(float), days, days, none, none, version)
    parts = [list(zip(*(part.tolist() for part in pairs), strict=True)) for pairs in beside.pairs(at_once=50)]
    assert len(parts) > 5
    assert sorted(pair for part in parts for pair in part) == [
        (one, other) for one, other in combinations(range(len(rows)), 2) if version[one] == version[other]
    ]
    lowest = [{int(speaker[one]) for one, _ in part} for part in parts]
    assert all(max(before) < min(after) for before, after in pairwise(lowest))

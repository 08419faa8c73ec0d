"""Trains what tells the names of people and of bodies, on typed mentions (DWIE) and on the speakers that gold articles
name."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from quotes.boosted import BoostedTrees
from quotes.cast.kinds import FEATURES, key_of, kind_features
from quotes.cast.names import can_be_same, core
from quotes.cast.namings import find_names
from quotes.domain import Span
from quotes.errors import InputError
from quotes.find import find_stretches
from quotes.scene import Scene
from quotes.train.boosting import SEED, fit, fold_numbers, out_of_fold
from quotes.train.gold import Analyse, read_records

ROUNDS = 220
SETTINGS = {"num_leaves": 15, "learning_rate": 0.06, "min_data_in_leaf": 15}
SEEN = ("PERSON", "ORG", "LOC", "MISC", "PERSON_ever", "ORG_ever", "LOC_ever")  # by the name model
BLANKS = 0.3  # share of the examples that are learnt a second time without what it saw
HALF = 0.5  # of two spans that are one name, the shared part of both together
UNSURE = frozenset(("type::footer",))  # names of authors, which DWIE types as no people
OTHER, PERSON, BODY, UNKNOWN = 0, 1, 2, -1


@dataclass(frozen=True, slots=True)
class Examples:
    """The names of one article: features and kinds, `UNKNOWN` where nobody says."""

    rows: tuple[list[float], ...]
    labels: tuple[int, ...]


def train_kinds(dwie: Path, gold: Sequence[Path], out: Path, analyse: Analyse) -> dict[str, float]:
    """Writes `kinds_person.txt` and `kinds_body.txt` into the folder `out`. Gives the share of names judged right by
    trees that had not seen their article, and the same for each corpus by trees that had not seen the corpus."""
    corpora = {"dwie": list(read_typed(dwie, analyse))}
    corpora |= {path.stem: list(read_speakers(path, analyse)) for path in gold}
    out.mkdir(parents=True, exist_ok=True)
    x, kinds, folds, source = _stack(corpora)
    figures = {"names": float((kinds >= 0).sum())}
    for kind, file in ((PERSON, "person"), (BODY, "body")):
        y = np.where(kinds == UNKNOWN, UNKNOWN, kinds == kind)
        guessed = out_of_fold(x, y, folds, FEATURES, ROUNDS, settings=SETTINGS)
        for number, name in enumerate(corpora):
            own = source == number
            figures[f"{file}: right on {name}"] = _right(guessed[own], y[own])
            if len(corpora) > 1:
                rest = fit(*with_blanks(x[~own], y[~own]), FEATURES, ROUNDS, settings=SETTINGS)
                figures[f"{file}: right on {name}, left out"] = _right(rest.predict(x[own]), y[own])
        trees = fit(*with_blanks(x, y), FEATURES, ROUNDS, settings=SETTINGS).model_to_string()
        (out / f"kinds_{file}.txt").write_text(BoostedTrees.serialise(trees, HALF), encoding="utf-8")
    return figures


def read_typed(path: Path, analyse: Analyse) -> Iterator[Examples]:
    """The names of DWIE's articles; what it gives no type is no person's name."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
    except (OSError, ValueError) as error:
        raise InputError(f"{path} is no gzipped file of JSON Lines ({error}); pass with --dwie one of DWIE.") from error
    for record, analysis in zip(records, analyse([r["content"] for r in records]), strict=True):
        tags = {c["concept"]: set(c["tags"]) for c in record["concepts"]}
        typed = [(Span(m["begin"], m["end"]), tags.get(m["concept"], set())) for m in record["mentions"]]
        yield make_examples(Scene(analysis, find_stretches(analysis)), typed)


def read_speakers(path: Path, analyse: Analyse) -> Iterator[Examples]:
    """The names of articles whose quotations' speakers are told: those of named people, and of named bodies."""
    records = read_records(path)
    for record, analysis in zip(records, analyse([r["text"] for r in records]), strict=True):
        named = [(q["speaker"], q["source_type"]) for q in record["quotes"] if q.get("speaker") and "source_type" in q]
        people = {core(tuple(name.split())) for name, kind in named if kind == "named_person"}
        bodies = {core(tuple(name.split())) for name, kind in named if kind == "named_organization"}
        scene = Scene(analysis, find_stretches(analysis))
        features = kind_features(scene, find_names(scene))
        labels = [_speaker_label(key, people, bodies) for key in features]
        yield Examples(tuple(features.values()), tuple(labels))


def make_examples(scene: Scene, typed: Sequence[tuple[Span, set[str]]]) -> Examples:
    """`typed` are the mentions with their concepts' tags."""
    names = find_names(scene)
    votes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for _, words in names:
        votes[key_of(words)].append(_typed_label(Span(words[0].start, words[-1].end), typed))
    rows = kind_features(scene, names)
    return Examples(tuple(rows.values()), tuple(_majority(votes[key]) for key in rows))


def _typed_label(name: Span, typed: Iterable[tuple[Span, set[str]]]) -> int:
    label = OTHER
    for span, tags in typed:
        shared = min(span.end, name.end) - max(span.start, name.start)
        if shared <= 0:
            continue
        if tags & UNSURE:
            return UNKNOWN
        kind = PERSON if "type::person" in tags else BODY if "type::organization" in tags else OTHER
        if kind != OTHER:
            if shared > HALF * (max(span.end, name.end) - min(span.start, name.start)):
                return kind
            label = UNKNOWN if span.end == name.end else label
    return label


def _majority(votes: Sequence[int]) -> int:
    return max(set(votes), key=lambda vote: (vote != UNKNOWN, votes.count(vote)))


def _speaker_label(key: tuple[str, ...], people: set[tuple[str, ...]], bodies: set[tuple[str, ...]]) -> int:
    if key in bodies:
        return BODY
    if any(key == p or (len(key) > 1 and len(p) > 1 and can_be_same(key, p)) for p in people):
        return PERSON
    return UNKNOWN


def _stack(corpora: Mapping[str, Sequence[Examples]]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    rows: list[list[float]] = []
    marks: list[tuple[int, int, int]] = []
    for number, articles in enumerate(corpora.values()):
        for fold, article in zip(fold_numbers(len(articles)), articles, strict=True):
            rows += article.rows
            marks += [(label, fold, number) for label in article.labels]
    columns: Any = np.asarray(marks).T
    return np.asarray(rows, dtype=np.float64), columns[0], columns[1], columns[2]


def with_blanks(x: np.ndarray, kinds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The examples, and some again as if the name model had seen nothing there: so that the rest tells enough where it
    misses a name, which it does more often in articles unlike those it learnt from."""
    drawn = np.random.default_rng(SEED).random(len(x)) < BLANKS
    copies = x[drawn].copy()
    copies[:, [FEATURES.index(name) for name in SEEN]] = 0.0
    return np.concatenate([x, copies]), np.concatenate([kinds, kinds[drawn]])


def _right(chances: np.ndarray, labels: np.ndarray) -> float:
    known = labels >= 0
    return float(((chances[known] >= HALF) == labels[known]).mean())

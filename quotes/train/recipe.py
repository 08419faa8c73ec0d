"""The recipe from raw corpora to a packed folder of models: train, pack, measure, record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.train import averaging, lemmatizer, metadata, mwt, names, pack, parser, silver, tagger, tokenizer, vectors

STEPS = ("tokenizer", "mwt", "tagger", "lemmatizer", "parser", "names")
"""In the order of `train all`; the parser needs the tagger's predictions."""

_PROCESSOR = dict(zip(STEPS, pack.PROCESSORS, strict=True))


@dataclass(frozen=True, slots=True)
class Places:
    """Where the raw corpora are, where work files and checkpoints go, and where the packed models go."""

    corpora: Path
    work: Path
    out: Path


@dataclass(frozen=True, slots=True)
class Teacher:
    """The Python interpreter that has the teacher of names, and more raw news for it to read."""

    python: Path | None = None
    news: tuple[Path, ...] = ()


def train(step: str, places: Places, *, seed: int, teacher: Teacher) -> dict[str, dict[str, float]]:
    """Trains and packs one model, resuming from its checkpoints; returns its development scores."""
    checkpoints = _train_step(step, places, seed, teacher)
    for folder in dict.fromkeys((places.work / "packed", places.out)):
        pack_step(step, checkpoints, places.work, folder)
    return metadata.record(places.out, places.corpora, step, _PROCESSOR[step], seed=seed)


def train_all(
    places: Places, *, seed: int, teacher: Teacher, done: Callable[[str, dict[str, dict[str, float]]], Any]
) -> None:
    """Every step in its order; `done` hears of each with its scores."""
    for step in STEPS:
        done(step, train(step, places, seed=seed, teacher=teacher))


def _train_step(step: str, places: Places, seed: int, teacher: Teacher) -> Sequence[Path]:
    corpora, work = places.corpora, places.work
    if step == "tokenizer":
        return [tokenizer.train(corpora, work, seed=seed)]
    if step == "mwt":
        return [mwt.train(corpora, work, seed=seed)]
    if step == "tagger":
        return tagger.train(corpora, work, seed=seed)
    if step == "lemmatizer":
        return [lemmatizer.train(corpora, work, seed=seed)]
    if step == "parser":
        if not (work / "packed/en/pos/who.pt").exists():
            train("tagger", places, seed=seed, teacher=teacher)
        return parser.train(corpora, work, seed=seed)
    silver.ensure_silver(corpora, work, teacher=teacher.python, news=teacher.news)
    return [names.train(corpora, work, seed=seed)]


def pack_step(step: str, checkpoints: Sequence[Path], work: Path, folder: Path) -> None:
    """Packs one model, averaged over its checkpoints, with the word vectors that it reads."""
    import torch

    content = averaging.averaged(checkpoints)
    if step == "names":
        content = names.without_rare_words(content)
    pack.pack_model(content, folder / f"en/{_PROCESSOR[step]}/{pack.PACKAGE}.pt")
    vector_file = folder / f"en/pretrain/{pack.PRETRAIN}.pt"
    if step in {"tagger", "parser", "names"} and not vector_file.exists():
        pack.pack_vectors(torch.load(vectors.ensure_pretrain(work), weights_only=True), vector_file)
    pack.write_resources(folder)

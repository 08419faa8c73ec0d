"""The recipe from raw corpora to a packed folder of models: train, pack, measure, record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.train import (
    averaging,
    caution,
    lemmatizer,
    measure,
    metadata,
    mwt,
    name_corpora,
    names,
    pack,
    parser,
    silver,
    tagger,
    tokenizer,
    treebank_data,
    vectors,
)

STEPS = ("tokenizer", "mwt", "tagger", "lemmatizer", "parser", "names")
CHAINS = (("tagger", "parser"), ("names", "tokenizer", "mwt", "lemmatizer"))
"""What `train all` trains side by side, each on one core; the parser needs the tagger's predictions."""

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
    return _packed(step, _checkpoints(step, places, seed, teacher), places, seed)


def train_all(
    places: Places, *, seed: int, teacher: Teacher, done: Callable[[str, dict[str, dict[str, float]]], Any]
) -> None:
    """Every model from the raw corpora, two at a time; `done` hears of each with its scores."""
    treebank_data.prepare(places.corpora, places.work, seed=seed)
    vectors.ensure_pretrain(places.work)
    with ThreadPoolExecutor(len(CHAINS)) as pool:
        chains = [pool.submit(_chain, chain, places, seed, teacher) for chain in CHAINS]
    checkpoints = {step: files for chain in chains for step, files in chain.result().items()}
    for step in STEPS:
        done(step, _packed(step, checkpoints[step], places, seed))


def names_without_wikigold(places: Places, *, seed: int, teacher: Teacher) -> dict[str, dict[str, float]]:
    """Trains a tagger of names that has not seen wikigold, in WORK only, and measures it on wikigold."""
    silver.ensure_silver(places.corpora, places.work, teacher=teacher.python, news=teacher.news)
    apart = Places(places.corpora, places.work, places.work / "without-wikigold")
    checkpoints = names.train(places.corpora, places.work, seed=seed, leave_out_wikigold=True)
    pack_step("tokenizer", [tokenizer.train(places.corpora, places.work, seed=seed)], apart)
    pack_step("names", checkpoints, apart)
    return {"wikigold": measure.names(apart.out, name_corpora.wikigold(places.corpora))}


def _chain(steps: Sequence[str], places: Places, seed: int, teacher: Teacher) -> dict[str, Sequence[Path]]:
    return {step: _checkpoints(step, places, seed, teacher) for step in steps}


def _packed(step: str, checkpoints: Sequence[Path], places: Places, seed: int) -> dict[str, dict[str, float]]:
    pack_step(step, checkpoints, places)
    return metadata.record(places.out, places.corpora, step, _PROCESSOR[step], seed=seed)


def _checkpoints(step: str, places: Places, seed: int, teacher: Teacher) -> Sequence[Path]:
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
        pack_step("tagger", tagger.train(corpora, work, seed=seed), Places(corpora, work, work / "packed"))
        return parser.train(corpora, work, seed=seed)
    silver.ensure_silver(corpora, work, teacher=teacher.python, news=teacher.news)
    return names.train(corpora, work, seed=seed)


def pack_step(step: str, checkpoints: Sequence[Path], places: Places) -> None:
    """Packs one model, averaged over its checkpoints, with the word vectors that it reads, into `places.out`."""
    import torch

    content = averaging.averaged(checkpoints)
    model_file = places.out / f"en/{_PROCESSOR[step]}/{pack.PACKAGE}.pt"
    vector_file = places.out / f"en/pretrain/{pack.PRETRAIN}.pt"
    if step in {"tagger", "parser", "names"} and not vector_file.exists():
        pack.pack_vectors(torch.load(vectors.ensure_pretrain(places.work), weights_only=True), vector_file)
    if step == "names":
        content = _fitting_names(names.without_rare_words(content), model_file, places)
    pack.pack_model(content, model_file)
    pack.write_resources(places.out)


def _fitting_names(content: dict[str, Any], model_file: Path, places: Places) -> dict[str, Any]:
    """The tagger of names, as careful as serves it best on the development sets."""
    sets = (name_corpora.universal_ner(places.corpora, "dev"), name_corpora.gum(places.corpora, "dev"))

    def judge(candidate: dict[str, Any]) -> float:
        pack.pack_model(candidate, model_file)
        pack.write_resources(places.out)
        return sum(measure.names(places.out, sentences)["F"] for sentences in sets)

    return caution.most_fitting(content, judge)

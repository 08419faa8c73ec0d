"""Lays out the treebank files that every trainer of the syntax models reads: data/{train,dev}.conllu."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quotes.train import augment, conllu, corpora


@dataclass(frozen=True, slots=True)
class TreebankFiles:
    """Training sentences with the made ones, and the development sentences as they are."""

    train: Path
    dev: Path


def prepare(corpora_folder: Path, work: Path, *, seed: int) -> TreebankFiles:
    """Writes both files into WORK/data unless they are there."""
    files = TreebankFiles(work / "data/train.conllu", work / "data/dev.conllu")
    if not files.train.exists() or not files.dev.exists():
        original = corpora.treebanks(corpora_folder, corpora.TRAIN_TREEBANKS)
        conllu.write(original + augment.augmented(original, seed=seed), files.train)
        conllu.write(corpora.treebanks(corpora_folder, corpora.DEV_TREEBANKS), files.dev)
    return files

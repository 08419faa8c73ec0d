"""Finds and reads the raw corpora folder: the treebanks and the name corpora, under their usual file names."""

from __future__ import annotations

from pathlib import Path

from quotes.errors import QuotesError
from quotes.train import conllu
from quotes.train.conllu import Sentence

TRAIN_TREEBANKS = ("en_ewt-train", "en_gum-ccby-train")
DEV_TREEBANKS = ("en_ewt-dev", "en_gum-ccby-dev")


def find(corpora: Path, relative: str) -> Path:
    """The path of a corpus file; a missing one is one clear sentence."""
    path = corpora / relative
    if not path.exists():
        raise QuotesError(f"The corpora folder {corpora} has no {relative}; pass the right folder with --corpora.")
    return path


def treebank(corpora: Path, name: str) -> list[Sentence]:
    """The sentences of ud/NAME.conllu.gz."""
    return conllu.read(find(corpora, f"ud/{name}.conllu.gz"))


def treebanks(corpora: Path, names: tuple[str, ...]) -> list[Sentence]:
    """The sentences of several treebanks, one after the other."""
    return [sentence for name in names for sentence in treebank(corpora, name)]

"""Trains the expander of multiword tokens (don't → do n't)."""

from __future__ import annotations

from pathlib import Path

from quotes.train import treebank_data
from quotes.train.stanza_run import Option, train_stanza


def train(corpora: Path, work: Path, *, seed: int) -> Path:
    """Returns the model file, made in WORK/mwt; the best epoch by the development score is kept."""
    files = treebank_data.prepare(corpora, work, seed=seed)
    options: dict[str, Option] = {
        "mode": "train",
        "lang": "en",
        "shorthand": "en_news",
        "seed": seed,
        "train_file": files.train,
        "eval_file": files.dev,
        "gold_file": files.dev,
        "hidden_dim": 64,
        "num_epoch": 12,
        "max_dec_len": 30,
        "augment_apos": 0.05,
        "save_dir": work / "mwt",
        "save_name": "who.pt",
    }
    train_stanza("models.mwt_expander", options, log=work / "logs/mwt.log", folder=work / "mwt")
    return work / "mwt/who.pt"

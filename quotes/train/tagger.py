"""Trains the tagger: universal and Penn tags and morphological features."""

from __future__ import annotations

from pathlib import Path

from quotes.train import treebank_data, vectors
from quotes.train.stanza_run import Option, train_stanza

STEPS = 2200
KEPT_EVERY = 200
AVERAGED = 4
"""How many of the last checkpoints make the model; their average is better than each."""

SIZE: dict[str, Option] = {
    "hidden_dim": 200,
    "char_hidden_dim": 64,
    "deep_biaff_hidden_dim": 150,
    "composite_deep_biaff_hidden_dim": 50,
    "word_cutoff": 3,
}
RATES: dict[str, Option] = {"lr": 2e-3, "dropout": 0.3, "word_dropout": 0.15, "batch_size": 64}
"""Less dropout than Stanza's default: this training is short, and the tagger was still far from overfitting."""


def train(corpora: Path, work: Path, *, seed: int) -> list[Path]:
    """Returns the checkpoints in WORK/pos whose average is the model."""
    folder = work / "pos"
    kept = [folder / f"who_{step:05d}.pt" for step in range(KEPT_EVERY, STEPS + 1, KEPT_EVERY)][-AVERAGED:]
    files = treebank_data.prepare(corpora, work, seed=seed)
    options: dict[str, Option] = {
        "mode": "train",
        "lang": "en",
        "shorthand": "en_news",
        "seed": seed,
        "train_file": files.train,
        "eval_file": files.dev,
        "wordvec_pretrain_file": vectors.ensure_pretrain(work),
        "max_steps": STEPS,
        "eval_interval": KEPT_EVERY,
        "fix_eval_interval": True,
        "save_each": True,
        "save_dir": folder,
        "save_name": "who.pt",
    }
    train_stanza("models.tagger", options | SIZE | RATES, log=work / "logs/tagger.log", folder=folder)
    return kept

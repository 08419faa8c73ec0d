"""Trains the dependency parser on the tagger's own predictions, as Stanza's recipe does."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from quotes.train import conllu, treebank_data, vectors
from quotes.train.corpora import TRAIN_TREEBANKS, treebank
from quotes.train.stanza_run import Option, run_stanza
from quotes.train.treebank_data import TreebankFiles

CHUNK = 250
"""Steps between two kept checkpoints; training resumes after the last one."""

SIZE: dict[str, Option] = {
    "hidden_dim": 200,
    "num_layers": 2,
    "deep_biaff_hidden_dim": 120,
    "char_hidden_dim": 64,
    "word_cutoff": 3,
}
RATES: dict[str, Option] = {
    "optim": "adam",
    "beta2": 0.95,
    "weight_decay": 0,
    "no_second_optim": True,
    "no_plateau": True,
    "dropout": 0.33,
    "word_dropout": 0.2,
    "batch_size": 2000,
}
"""Adam with falling rates and less dropout than Stanza's default, which suit a short training."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A learning rate, the number of steps it holds for, and the batches of GUM alone for one of everything."""

    name: str
    rate: float
    steps: int
    gum: float = 0


STAGES = (
    Stage("first", 2e-3, 1500),
    Stage("second", 6e-4, 750),
    Stage("third", 2e-4, 500),
    Stage("fourth", 2e-4, 250, gum=1),
)
"""The last stage leans to GUM, whose news and interviews are nearest to what is parsed."""


def train(corpora: Path, work: Path, *, seed: int) -> list[Path]:
    """Returns the last stage's checkpoints in WORK/depparse, STAGE-STEPS.pt, whose average is the model."""
    files = retag(treebank_data.prepare(corpora, work, seed=seed), work)
    gum = only_gum(files, corpora, work)
    checkpoint: Path | None = None
    for stage in STAGES:
        checkpoint = _run_stage(stage, files, gum, work, checkpoint, seed)
    last = STAGES[-1]
    return [work / f"depparse/{last.name}-{steps}.pt" for steps in range(CHUNK, last.steps + 1, CHUNK)]


def retag(gold: TreebankFiles, work: Path) -> TreebankFiles:
    """The treebank files with the tags that the tagger in WORK/packed predicts, in WORK/data."""
    files = TreebankFiles(work / "data/train.retagged.conllu", work / "data/dev.retagged.conllu")
    for source, target in ((gold.train, files.train), (gold.dev, files.dev)):
        if not target.exists():
            options: dict[str, Option] = {
                "mode": "predict",
                "lang": "en",
                "shorthand": "en_news",
                "batch_size": 250,
                "eval_file": source,
                "output_file": target.with_suffix(".part"),
                "wordvec_pretrain_file": vectors.ensure_pretrain(work),
                "save_dir": work / "packed/en/pos",
                "save_name": "who.pt",
            }
            run_stanza("models.tagger", options, log=work / "logs/retag.log")
            target.with_suffix(".part").rename(target)
    return files


def only_gum(files: TreebankFiles, corpora: Path, work: Path) -> Path:
    """GUM's sentences among the training sentences, which begin with the treebanks in their order."""
    target = work / "data/gum.retagged.conllu"
    if not target.exists():
        ewt, gum = (len(treebank(corpora, name)) for name in TRAIN_TREEBANKS)
        conllu.write(conllu.read(files.train)[ewt : ewt + gum], target)
    return target


def _run_stage(stage: Stage, files: TreebankFiles, gum: Path, work: Path, previous: Path | None, seed: int) -> Path:
    folder = work / "depparse"
    kept = folder / f"{stage.name}-{stage.steps}.pt"
    for steps in range(CHUNK, stage.steps + 1, CHUNK):
        kept = folder / f"{stage.name}-{steps}.pt"
        if kept.exists():
            continue
        options: dict[str, Option] = {
            "mode": "train",
            "lang": "en",
            "shorthand": "en_news",
            "seed": seed + steps,
            "train_file": files.train,
            "eval_file": files.dev,
            "wordvec_pretrain_file": vectors.ensure_pretrain(work),
            "lr": stage.rate,
            "max_steps": steps,
            "eval_interval": CHUNK,
            "max_steps_before_stop": 100_000,
            "save_dir": folder,
            "save_name": f"{stage.name}.pt",
            "checkpoint_save_name": f"{stage.name}.checkpoint.pt",
        }
        start: dict[str, Option] = {"continue_from": previous} if previous else {}
        if stage.gum:
            start |= {"silver_file": gum, "silver_weight": stage.gum}  # Stanza mixes any two files under this name
        run_stanza("models.parser", options | SIZE | RATES | start, log=work / "logs/parser.log")
        shutil.copyfile(folder / f"{stage.name}.checkpoint.pt", kept)
    return kept

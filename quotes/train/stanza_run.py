"""Runs one of Stanza's own training or evaluation programs in a process of its own, on the CPU, with a log."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from quotes.errors import QuotesError

Option = str | Path | int | float
THREADS = "1"
"""With one thread the order of additions is fixed, and so are the weights on the same machine."""


def train_stanza(module: str, options: Mapping[str, Option], *, log: Path, folder: Path, weights: int = 0) -> None:
    """Runs a training program that keeps its state in FOLDER/checkpoint.pt; nothing where it ended before.

    The weights of the last `weights` checkpoints stay in FOLDER (see `quotes.train.resuming`).
    """
    done, checkpoint = folder / "done", folder / "checkpoint.pt"
    if not done.exists():
        run_stanza(module, options, log=log, checkpoint=checkpoint, weights=weights)
        done.touch()
        checkpoint.unlink(missing_ok=True)


def run_stanza(
    module: str, options: Mapping[str, Option], *, log: Path, checkpoint: Path | None = None, weights: int = 0
) -> None:
    """Runs `python -m stanza.MODULE --name value …` on the CPU; its output goes to `log` (appended).

    An option whose value is True is a bare flag. With `checkpoint`, training goes on from that file.
    """
    command = [sys.executable, "-m", "quotes.train.accelerated", f"stanza.{module}", "--cpu", *_arguments(options)]
    environment = os.environ | {"OMP_NUM_THREADS": THREADS, "MKL_NUM_THREADS": THREADS, "PYTHONHASHSEED": "0"}
    if checkpoint is not None:
        environment |= {"QUOTES_TRAIN_CHECKPOINT": str(checkpoint), "QUOTES_TRAIN_WEIGHTS": str(weights)}
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as out:
        out.write("$ " + " ".join(command) + "\n")
        out.flush()
        done = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, env=environment, check=False)
    if done.returncode != 0:
        raise QuotesError(f"Training with stanza.{module} stopped with an error; the last lines of {log} say why.")


def _arguments(options: Mapping[str, Option]) -> Iterator[str]:
    for name, value in options.items():
        yield f"--{name}"
        if value is not True:
            yield str(value)

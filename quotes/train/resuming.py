"""Lets a training run that was cut off go on: the weights, the optimiser and the step are kept beside the model.

Stanza's trainers of all but the parser start anew each time. Here their `update` keeps a checkpoint every so many
steps; started again, it passes over the steps that were done (each batch is drawn, none is computed) and goes on with
the weights that they had led to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import torch

KEPT_EVERY = 200
_TRAINERS = tuple(f"stanza.models.{part}.trainer" for part in ("tokenization", "mwt", "pos", "lemma", "ner"))


class Progress:
    """The steps of one training run and its checkpoint file."""

    def __init__(self, checkpoint: Path, *, every: int = KEPT_EVERY) -> None:
        self.checkpoint = checkpoint
        self.every = every
        self.step = 0
        self.kept = 0

    def updating(self, update: Callable[..., Any]) -> Callable[..., Any]:
        """A trainer's `update` that keeps checkpoints and passes over what was done before."""

        def resumed(trainer: Any, *batch: Any, **options: Any) -> Any:
            if options.get("eval"):
                return update(trainer, *batch, **options)
            if self.step == 0 and self.checkpoint.exists():
                self._restore(trainer)
            self.step += 1
            if self.step <= self.kept:
                return 0.0
            loss = update(trainer, *batch, **options)
            if self.step % self.every == 0:
                self._keep(trainer)
            return loss

        return resumed

    def saving(self, save: Callable[..., Any]) -> Callable[..., Any]:
        """A trainer's `save` that leaves alone what was saved before the run was cut off."""

        def saved(trainer: Any, *arguments: Any, **options: Any) -> Any:
            return None if self.step < self.kept else save(trainer, *arguments, **options)

        return saved

    def _restore(self, trainer: Any) -> None:
        content = torch.load(self.checkpoint, weights_only=True)
        trainer.model.load_state_dict(content["model"])
        for optimizer, state in zip(_optimizers(trainer), content["optimizers"], strict=True):
            optimizer.load_state_dict(state)
        self.kept = content["step"]

    def _keep(self, trainer: Any) -> None:
        partial = self.checkpoint.with_suffix(".part")
        states = [optimizer.state_dict() for optimizer in _optimizers(trainer)]
        torch.save({"model": trainer.model.state_dict(), "optimizers": states, "step": self.step}, partial)
        partial.rename(self.checkpoint)


def install(checkpoint: Path) -> None:
    """Makes the trainers of this process keep `checkpoint` and start from it where it exists."""
    progress = Progress(checkpoint)
    for name in _TRAINERS:
        trainer = import_module(name).Trainer
        trainer.update = progress.updating(trainer.update)
        trainer.save = progress.saving(trainer.save)


def _optimizers(trainer: Any) -> Iterator[Any]:
    if hasattr(trainer, "optimizers"):
        yield from trainer.optimizers.values()
    else:
        yield trainer.optimizer

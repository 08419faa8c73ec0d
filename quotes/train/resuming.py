"""Lets a training run that was cut off go on: the weights, the optimiser and the step are kept beside the model.

Stanza's trainers of all but the parser start anew each time. Here their `update` keeps a checkpoint every so many
steps; started again, it passes over the steps that were done (each batch is drawn, none is computed) and goes on with
the weights that they had led to. The weights of the last checkpoints may be kept beside it, for averaging.
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

    def __init__(self, checkpoint: Path, *, every: int = KEPT_EVERY, weights: int = 0) -> None:
        self.checkpoint = checkpoint
        self.every = every
        self.weights = weights
        self.step = 0
        self.kept = 0
        self.rates: list[float] = []

    def updating(self, update: Callable[..., Any]) -> Callable[..., Any]:
        """A trainer's `update` that keeps checkpoints and passes over what was done before."""

        def resumed(trainer: Any, *batch: Any, **options: Any) -> Any:
            if options.get("eval"):
                return update(trainer, *batch, **options)
            if self.step == 0 and self.checkpoint.exists():
                self._restore(trainer)
            self.step += 1
            if self.step <= self.kept:
                self._keep_rates(trainer)
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
        self.rates = [group["lr"] for group in _groups(trainer)]

    def _keep_rates(self, trainer: Any) -> None:
        """Undoes what a scheduler made of development scores that stood still."""
        for group, rate in zip(_groups(trainer), self.rates, strict=True):
            group["lr"] = rate

    def _keep(self, trainer: Any) -> None:
        partial = self.checkpoint.with_suffix(".part")
        states = [optimizer.state_dict() for optimizer in _optimizers(trainer)]
        torch.save({"model": trainer.model.state_dict(), "optimizers": states, "step": self.step}, partial)
        partial.rename(self.checkpoint)
        if self.weights:
            torch.save({"model": trainer.model.state_dict()}, weights_file(self.checkpoint.parent, self.step))
            weights_file(self.checkpoint.parent, self.step - self.weights * self.every).unlink(missing_ok=True)


def weights_file(folder: Path, step: int) -> Path:
    """Where the weights after a step are kept."""
    return folder / f"weights-{step}.pt"


def install(checkpoint: Path, weights: int) -> None:
    """Makes the trainers of this process keep `checkpoint` and start from it where it exists."""
    progress = Progress(checkpoint, weights=weights)
    for name in _TRAINERS:
        trainer = import_module(name).Trainer
        trainer.update = progress.updating(trainer.update)
        trainer.save = progress.saving(trainer.save)


def _optimizers(trainer: Any) -> Iterator[Any]:
    if hasattr(trainer, "optimizers"):
        yield from trainer.optimizers.values()
    else:
        yield trainer.optimizer


def _groups(trainer: Any) -> list[dict[str, Any]]:
    return [group for optimizer in _optimizers(trainer) for group in optimizer.param_groups]

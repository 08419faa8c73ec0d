"""A training run that was cut off goes on from its checkpoint and ends where an unbroken one ends."""

from pathlib import Path
from typing import Any

import torch

from quotes.train.resuming import Progress, weights_file
from quotes.train.stanza_run import train_stanza


class Trainer:
    """As Stanza's trainers: a model, an optimiser, `update` and `save`."""

    def __init__(self) -> None:
        torch.manual_seed(1)
        self.model = torch.nn.Linear(3, 1)
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=0.1)
        self.computed = 0
        self.saved: list[torch.Tensor] = []

    def update(self, batch: Any, eval: bool = False) -> float:
        loss = self.model(batch).square().sum()
        if not eval:
            self.computed += 1
            self.optimizer.zero_grad()
            loss.backward()
            self.optimizer.step()
        return float(loss.detach())

    def save(self, name: str) -> None:
        self.saved.append(self.model.weight.detach().clone())


BATCHES = [torch.full((1, 3), float(number)) for number in range(1, 8)]


def run(checkpoint: Path, steps: int) -> Trainer:
    progress = Progress(checkpoint, every=2)
    trainer = Trainer()
    update, save = progress.updating(Trainer.update), progress.saving(Trainer.save)
    for number, batch in enumerate(BATCHES[:steps], start=1):
        update(trainer, batch)
        update(trainer, batch, eval=True)
        if number % 2 == 0:
            save(trainer, "model")
    return trainer


def test_a_run_that_was_cut_off_ends_where_an_unbroken_one_ends(tmp_path: Path) -> None:
    unbroken = run(tmp_path / "unbroken.pt", 7)
    run(tmp_path / "cut.pt", 5)
    resumed = run(tmp_path / "cut.pt", 7)
    assert resumed.computed == 3
    assert torch.equal(resumed.model.weight, unbroken.model.weight)


def test_what_was_saved_before_the_cut_is_not_saved_again(tmp_path: Path) -> None:
    run(tmp_path / "cut.pt", 5)
    resumed = run(tmp_path / "cut.pt", 7)
    assert len(resumed.saved) == 2  # after the steps 4, where it was cut off, and 6


def test_a_scheduler_that_saw_no_progress_meanwhile_does_not_slow_the_rest(tmp_path: Path) -> None:
    run(tmp_path / "cut.pt", 5)
    trainer, progress = Trainer(), Progress(tmp_path / "cut.pt", every=2)
    update = progress.updating(Trainer.update)
    for batch in BATCHES[:4]:
        update(trainer, batch)
        trainer.optimizer.param_groups[0]["lr"] /= 2
    assert trainer.optimizer.param_groups[0]["lr"] == 0.05


def test_the_weights_of_the_last_checkpoints_are_kept(tmp_path: Path) -> None:
    trainer, progress = Trainer(), Progress(tmp_path / "checkpoint.pt", every=2, weights=2)
    update = progress.updating(Trainer.update)
    for batch in BATCHES:
        update(trainer, batch)
    assert sorted(path.name for path in tmp_path.glob("weights-*")) == ["weights-4.pt", "weights-6.pt"]
    content = torch.load(weights_file(tmp_path, 6), weights_only=True)
    assert content["model"]["weight"].shape == (1, 3)


def test_a_run_that_has_ended_does_not_start_again(tmp_path: Path) -> None:
    (tmp_path / "done").touch()
    train_stanza("no.such.module", {}, log=tmp_path / "log", folder=tmp_path)
    assert not (tmp_path / "log").exists()

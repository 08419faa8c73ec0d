"""The same parts from one process, from several and from a cluster; the real parser on our own articles."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quotes.cli import main
from quotes.parts import Shard
from quotes.parts.cluster import Cluster
from quotes.parts.work import Tell, Work

DATA = Path(__file__).parent.parent / "data" / "articles"


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.parts.making.PART_CHARACTERS", 6_000)
    monkeypatch.setattr("quotes.cli.parallel._SHARD_CHARACTERS", 6_000)


@pytest.fixture(scope="module")
def ray_runs() -> None:
    """Skips where a machine lets no cluster begin, as some boxes without any network do."""
    program = "import ray; ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False); ray.shutdown()"
    try:
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, timeout=120)
    except subprocess.SubprocessError as error:
        pytest.skip(f"Ray begins no cluster on this machine: {error}")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.usefixtures("ray_runs")
def test_every_engine_makes_the_same_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, options in (("one", ["-j", "1"]), ("two", ["-j", "2"]), ("ray", ["-j", "2", "--engine", "ray"])):
        assert main(["parse", str(DATA), "--parts", str(tmp_path / name), *options]) == 0
    made = contents(tmp_path / "one")
    assert len(made) > 3
    assert contents(tmp_path / "two") == made == contents(tmp_path / "ray")
    assert "articles 9, " in capsys.readouterr().err


def test_several_processes_write_what_one_does(tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        assert main(["parse", str(DATA), "-j", jobs, "-o", str(tmp_path / jobs)]) == 0
    assert len((tmp_path / "1").read_text().splitlines()) == 9
    assert (tmp_path / "2").read_bytes() == (tmp_path / "1").read_bytes()


def test_a_cluster_is_asked_for_parts_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(DATA), "--engine", "ray"]) == 2
    assert "a cluster writes parts; give --parts DIR, too" in capsys.readouterr().err
    assert main(["parse", str(DATA), "--parts", "x", "--address", "1.2.3.4:5"]) == 2
    assert "--address is of a Ray cluster; give --engine ray, too" in capsys.readouterr().err


@dataclass(frozen=True)
class Ending:
    """Work that ends its process at one shard, the first time or always, after a note of that in a file."""

    note: Path
    always: bool

    def start(self) -> Work[int]:
        return self._work

    def _work(self, shard: Shard, tell: Tell) -> int:
        if shard.number == 3 and (self.always or not self.note.exists()):
            self.note.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return shard.number


def shards() -> Iterator[Shard]:
    return (Shard(number, ()) for number in range(8))


@pytest.mark.usefixtures("ray_runs")
@pytest.mark.parametrize("always", [False, True])
def test_an_actor_that_is_killed(tmp_path: Path, always: bool) -> None:
    lost: list[int] = []
    cluster = Cluster(2, None, lambda shard, reason: lost.append(shard.number))
    found = [result for _, result in cluster.run(shards(), Ending(tmp_path / "killed", always))]
    assert sorted([*found, *lost]) == list(range(8))
    assert lost == ([3] if always else [])


@pytest.fixture
def ray_command(tmp_path: Path) -> Iterator[Callable[..., None]]:
    program = Path(sys.executable).parent / "ray"

    def run(*args: str) -> None:
        subprocess.run([program, *args], check=True, capture_output=True)

    yield run
    subprocess.run([program, "stop", "--force"], check=False, capture_output=True)


@pytest.mark.usefixtures("ray_runs")
def test_a_head_that_is_lost_and_started_again(tmp_path: Path, ray_command: Callable[..., None]) -> None:
    """What was made before stays, and the same command makes the rest."""
    start = ("start", "--head", "--port=6399", "--num-cpus=3", "--include-dashboard=false", "--disable-usage-stats")
    parts = tmp_path / "parts"
    command = ["parse", str(DATA), "--parts", str(parts), "-j", "1", "--engine", "ray", "--address", "127.0.0.1:6399"]
    assert main(command) == 1  # no cluster yet
    ray_command(*start)
    assert main([*command, "-j", "9"]) == 2  # more than it has processors
    assert main(command) == 0
    whole = contents(parts)
    ray_command("stop", "--force")
    assert main(command) == 1
    for name in sorted(whole)[:2]:
        (parts / name).unlink()
    ray_command(*start)
    assert main(command) == 0
    assert contents(parts) == whole

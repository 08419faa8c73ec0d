"""Long runs: what is shown and logged while they last, many articles in one transaction, and how they are stopped."""

import gzip
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.cli.progress import Behind
from quotes.cli.stopping import Stopped, Stopping
from quotes.domain import Article
from quotes.read import read_articles
from quotes.read.position import size_of
from quotes.store import open_store
from tests.fake_parser import FakeParser, fake_parser
from tests.store_contents import contents

__all__ = ["fake_parser"]

DATA = Path(__file__).parents[1] / "data" / "articles"
QUOTES = (sys.executable, "-c", "from quotes.cli import main; raise SystemExit(main())")


def records(*articles: dict[str, str]) -> str:
    return "".join(json.dumps(article) + "\n" for article in articles)


RAIN, HAIL = "“It rained,” said Ann Lee.", "“It hailed,” said Bo Ray. “Hard,” said a clerk."


# How far a run is


def test_what_is_read_ahead_is_not_done() -> None:
    behind = Behind()
    for name, position in (("a", 10), ("b", 20), ("c", 30), ("d", 40)):
        behind.came(name, position)
    assert (behind.position, behind.articles) == (0, 0)
    behind.parsed("b")  # a was rejected
    assert (behind.position, behind.articles) == (20, 1)


def test_what_is_settled_waits_for_those_before_it() -> None:
    behind = Behind()
    behind.came("a", 10)
    behind.came("b", 20)
    behind.settled()
    assert (behind.position, behind.articles) == (0, 1)
    behind.parsed("a")
    assert (behind.position, behind.articles) == (20, 2)


@pytest.mark.parametrize("packed", [False, True])
def test_positions_rise_to_what_the_files_hold(packed: bool, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RAIN, encoding="utf-8")
    many = records(*({"id": f"n{i}", "text": f"{RAIN} {os.urandom(200).hex()}"} for i in range(900))).encode()
    path = tmp_path / ("b.jsonl.gz" if packed else "b.jsonl")
    path.write_bytes(gzip.compress(many) if packed else many)
    (tmp_path / "c.txt").write_text(HAIL, encoding="utf-8")
    positions: list[int] = []
    found = list(read_articles([tmp_path], reached=positions.append))
    size = size_of([tmp_path])
    assert size == sum(one.stat().st_size for one in tmp_path.iterdir())
    assert len(found) == len(positions) == 902
    assert positions == sorted(positions)
    assert positions[0] == 0
    assert len(set(positions)) > 3  # within the long file, too
    assert positions[-1] == size - len(HAIL.encode())


def test_a_pipe_has_no_size(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert size_of([tmp_path / "pipe"]) is None
    assert size_of(["-"]) is None


# Many articles in one transaction


def test_together_they_have_the_outcomes_that_they_have_alone(tmp_path: Path, fake_parser: FakeParser) -> None:
    given = [
        {"id": "a", "text": RAIN, "url": "https://x.example/1", "outlet": "Echo"},
        {"id": "b", "text": HAIL, "url": "https://x.example/2", "outlet": "Echo"},
        {"id": "c", "text": RAIN, "url": "https://y.example/1", "outlet": "Post"},  # another appearance
        {"id": "d", "text": HAIL + " So it was.", "url": "https://x.example/2", "outlet": "Echo"},  # another version
        {"id": "e", "text": "Nothing was said."},
    ]
    path = tmp_path / "all.jsonl"
    path.write_text(records(*given), encoding="utf-8")
    assert main(["ingest", str(path), "--db", str(tmp_path / "together.db"), "--summary", "jsonl"]) == 0
    for place, record in enumerate(given):
        one = tmp_path / f"{place}.jsonl"
        one.write_text(records(record), encoding="utf-8")
        assert main(["ingest", str(one), "--db", str(tmp_path / "alone.db"), "--summary", "jsonl"]) == 0
    with (
        open_store(f"sqlite:///{tmp_path}/together.db") as together,
        open_store(f"sqlite:///{tmp_path}/alone.db") as alone,
    ):
        assert [one.to_dict() for one in together.records()] == [one.to_dict() for one in alone.records()]
        assert together.info()["articles"] == alone.info()["articles"]


def test_one_that_cannot_be_stored_costs_only_itself(
    tmp_path: Path, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    db = str(tmp_path / "store.db")
    first, then = tmp_path / "first.jsonl", tmp_path / "then.jsonl"
    first.write_text(records({"id": "a", "text": RAIN}), encoding="utf-8")
    then.write_text(records({"id": "b", "text": HAIL}, {"id": "a", "text": "“Quite another,” said Cy Bell."}))
    assert main(["ingest", str(first), "--db", db]) == 0
    capsys.readouterr()
    assert main(["ingest", str(then), "--db", db]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["added"], told["rejected"]) == (1, 1)


# What is said, and to whom


def test_a_log_has_a_line_for_each_article(tmp_path: Path, fake_parser: FakeParser) -> None:
    path, log = tmp_path / "in.jsonl", tmp_path / "log.jsonl"
    path.write_text(records({"id": "a", "text": RAIN}, {"id": "b", "text": "CRASH"}, {"id": "c", "text": HAIL}))
    assert main(["ingest", str(path), "--db", str(tmp_path / "s.db"), "--log", str(log), "--quiet"]) == 1
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [line["event"] for line in lines] == ["begin", "rejected", "article", "article", "end"]
    assert lines[1]["origin"] == "b"
    assert [(line["article"], line["outcome"], line["quotations"]) for line in lines[2:4]] == [
        ("a", "added", 1),
        ("c", "added", 2),
    ]
    assert (lines[-1]["articles"], lines[-1]["rejects"]) == (2, 1)
    main(["parse", str(path), "-o", os.devnull, "--log", str(log)])
    assert len(log.read_text(encoding="utf-8").splitlines()) == 10  # it was appended to


def test_quiet_says_nothing_but_errors(
    tmp_path: Path, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    path, db = tmp_path / "in.jsonl", str(tmp_path / "s.db")
    path.write_text(records({"id": "a", "text": RAIN}, {"id": "b", "text": "CRASH"}))
    assert main(["ingest", str(path), "--db", db, "--quiet"]) == 1
    assert capsys.readouterr() == ("", "")
    assert main(["ingest", str(tmp_path / "none.txt"), "--db", db, "--quiet"]) == 3
    assert "nothing could be read" in capsys.readouterr().err
    assert main(["ingest", str(path), "--db", db, "-q", "--summary", "jsonl"]) == 1
    assert json.loads(capsys.readouterr().out)["same"] == 1


def test_a_log_that_cannot_be_written_is_a_usage_error(
    tmp_path: Path, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "in.txt"
    path.write_text(RAIN, encoding="utf-8")
    assert main(["parse", str(path), "--log", str(tmp_path / "no" / "log")]) == 2
    assert "choose another place with --log" in capsys.readouterr().err


# Stopping


def test_a_signal_waits_for_what_is_not_to_be_cut() -> None:
    stopping, done = Stopping(), list[str]()

    def store() -> None:
        with stopping.held():
            stopping.take(signal.SIGTERM, None)
            done.append("whole")
        done.append("more")

    with pytest.raises(Stopped) as raised:
        store()
    assert done == ["whole"]
    assert raised.value.exit_code == 143
    with stopping.held():
        done.append("what is put down afterwards")  # the signal is not raised again


def test_a_process_that_does_not_come_back_to_python_is_ended() -> None:
    program = (
        "import os, signal, threading; from quotes.cli.stopping import stopping\n"
        "with stopping() as stop, stop.held():\n"
        "    os.kill(os.getpid(), signal.SIGINT); threading.Event().wait()"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (130, "stopped at once\n")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our articles, twice."""
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    articles = [item for item in read_articles([DATA]) if isinstance(item, Article)]
    path.write_text(
        records(*({"id": f"{one.id}-{i}", "text": f"Note {i}.\n\n{one.text}"} for i in range(2) for one in articles)),
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="module")
def whole(many: Path) -> Iterator[dict[str, Any]]:
    """What the store of a run that nobody stopped holds."""
    db = many.with_name("whole.db")
    assert main(["ingest", str(many), "--db", str(db), "--jobs", "1", "--quiet"]) == 0
    with open_store(f"sqlite:///{db}") as store:
        yield contents(store)


@pytest.mark.parametrize(("sent", "jobs"), [(signal.SIGINT, "1"), (signal.SIGTERM, "2")])
def test_a_run_that_is_stopped_goes_on_later(
    sent: signal.Signals, jobs: str, many: Path, whole: dict[str, Any], tmp_path: Path
) -> None:
    log, db = tmp_path / "log", str(tmp_path / "store.db")
    os.mkfifo(log)
    command = [*QUOTES, "ingest", str(many), "--db", db, "--jobs", jobs]
    running = subprocess.Popen([*command, "--log", str(log)], stderr=subprocess.PIPE, text=True)
    with log.open(encoding="utf-8") as lines:
        events = map(json.loads, lines)
        next(event for event in events if event["event"] == "article")
        running.send_signal(sent)
        last = list(events)[-1]
    _, said = running.communicate(timeout=60)
    assert running.returncode == 128 + sent
    assert (last["event"], last["signal"]) == ("stopped", sent.name)
    assert f"stopped: {last['articles']} article" in said
    with open_store(f"sqlite:///{db}") as store:
        assert store.info()["articles"] == last["articles"] > 0
    assert main(["ingest", str(many), "--db", db, "--jobs", "1", "--quiet"]) == 0
    with open_store(f"sqlite:///{db}") as store:
        found = contents(store)
    assert found["quotations"] == whole["quotations"]
    assert found["articles"] == whole["articles"]

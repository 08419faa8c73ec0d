"""Times of calls, and times and memory of commands."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TypeVar

Asked = TypeVar("Asked")

# Runs a command and says how it went. It is a program of its own, because what a child weighs is no less than what
# its parent weighed when it was born.
_RUNNER = """
import json, os, sys, time
start = time.perf_counter()
null = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
_, status, used = os.wait4(child, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), time.perf_counter() - start, used.ru_utime + used.ru_stime,
                  used.ru_maxrss]))
"""
QUOTES = (sys.executable, "-c", "from quotes.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of many calls."""

    calls: int
    p50: float
    p95: float
    most: float

    def to_dict(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    code: int
    seconds: float
    cpu: float
    megabytes: float

    def to_dict(self) -> dict[str, object]:
        return asdict(self)


def time_calls(call: Callable[[Asked], object], values: Iterable[Asked]) -> Times:
    """How long a call takes, over these values; the first is asked twice, and counts once, warm."""
    items = list(values)
    call(items[0])
    taken = []
    for value in items:
        start = time.perf_counter()
        call(value)
        taken.append(time.perf_counter() - start)
    taken.sort()
    return Times(len(taken), statistics.median(taken), taken[int(0.95 * (len(taken) - 1))], taken[-1])


def run_command(*arguments: str, timeout: float = 600) -> Run:
    """`quotes` with these arguments, its output thrown away."""
    return run_program(*QUOTES, *arguments, timeout=timeout)


def run_program(*command: str, timeout: float = 600) -> Run:
    """A program with its arguments, its output thrown away."""
    runner = [sys.executable, "-S", "-E", "-c", _RUNNER, *command]
    told = subprocess.run(runner, capture_output=True, text=True, timeout=timeout, check=True)
    code, seconds, cpu, kilobytes = json.loads(told.stdout)
    return Run(code, seconds, cpu, kilobytes / 1024)


def best_run(*arguments: str, runs: int = 3) -> Run:
    """The quickest of several runs: what else the machine does can only slow one down."""
    return min((run_command(*arguments) for _ in range(runs)), key=lambda run: run.seconds)


def import_times(arguments: Sequence[str], most: int = 15) -> dict[str, object]:
    """What a command imports: how many modules, their microseconds, and those that with theirs take longest."""
    command = [sys.executable, "-X", "importtime", *QUOTES[1:], *arguments]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    rows = []
    for line in told.splitlines():
        if line.startswith("import time:") and "imported package" not in line:
            own, whole, name = line.removeprefix("import time:").split("|")
            rows.append((int(whole), int(own), len(name) - len(name.lstrip()), name.strip()))
    packages: dict[str, int] = {}
    for row in rows:
        top = row[3].partition(".")[0]
        packages[top] = packages.get(top, 0) + row[1]
    longest = sorted(packages.items(), key=lambda item: -item[1])[:most]
    return {"modules": len(rows), "seconds": sum(row[1] for row in rows) / 1e6, "microseconds": dict(longest)}

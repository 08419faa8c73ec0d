"""Damaged samples are read in batches, each in a process of its own, so that an input that ends or hangs the
interpreter is found, too."""

import multiprocessing
import resource
import tempfile
import time
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from tests.fuzz.judging import faults_of
from tests.fuzz.mutation import mutate
from tests.samples import samples

BATCH = 250  # inputs
SLOWEST = 10.0  # seconds of a processor for one input
PATIENCE = 60.0  # seconds by the clock until it counts as hanging
MOST_MEMORY = 1_000_000  # kilobytes that reading one input may add


def fuzz_one(seed: int, folder: Path) -> list[str]:
    """What the input of that seed does wrong."""
    name, data = mutate(Random(seed), samples())
    path = folder / name
    path.write_bytes(data)
    try:
        return list(faults_of(path))
    except Exception:
        return [traceback.format_exc()]
    finally:
        path.unlink()


def _run_batch(first: int, told: Connection) -> None:
    samples()
    with tempfile.TemporaryDirectory() as folder:
        fuzz_one(first, Path(folder))  # loads the libraries, whose memory is not the input's
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for seed in range(first, first + BATCH):
            told.send((seed, None))
            begun = time.process_time()
            faults = fuzz_one(seed, Path(folder))
            if (spent := time.process_time() - begun) > SLOWEST:
                faults.append(f"{spent:.0f} seconds")
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            if most - before > MOST_MEMORY:
                faults.append(f"{(most - before) // 1000} megabytes of memory")
                before = most
            told.send((seed, faults))
    told.close()


def watch(first: int) -> tuple[int, list[tuple[int, str]]]:
    """How many inputs of a batch were read, and what went wrong with which; a hang or death ends its batch."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    worker = multiprocessing.get_context("spawn").Process(target=_run_batch, args=(first, theirs))
    worker.start()
    theirs.close()
    found: list[tuple[int, str]] = []
    seed, count, patience = first, 0, 120.0  # for the first, which loads everything
    try:
        while ours.poll(patience):
            seed, faults = ours.recv()
            patience = PATIENCE
            if faults is not None:
                count += 1
                found += [(seed, fault) for fault in faults]
        found.append((seed, f"over {patience:.0f} seconds"))
    except EOFError:
        worker.join()
        if worker.exitcode:
            found.append((seed, f"the interpreter ended with {worker.exitcode}"))
    worker.kill()
    worker.join()
    return max(count, seed - first + 1), found

"""`python -m tests.fuzz --minutes 60 [--seed 1] [--keep FOLDER]`: damaged samples are read until the time is up.

Prints what each input did wrong, and its seed; exit code 1 where there was any.
"""

import argparse
import sys
import time
from pathlib import Path
from random import Random

from tests.fuzz.mutation import mutate
from tests.fuzz.running import watch
from tests.samples import samples


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Read damaged samples.")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write the inputs that did wrong into this folder")
    given = parser.parse_args()
    end = time.monotonic() + 60 * given.minutes
    seed, wrong = given.seed, 0
    while time.monotonic() < end:
        count, found = watch(seed)
        seed += count
        wrong += len(found)
        for place, fault in found:
            print(f"seed {place}: {fault}", flush=True)
            if given.keep:
                name, data = mutate(Random(place), samples())
                given.keep.mkdir(exist_ok=True)
                (given.keep / f"{place}-{name}").write_bytes(data)
    print(f"{seed - given.seed} inputs from seed {given.seed} in {given.minutes:g} minutes: {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

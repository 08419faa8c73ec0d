"""How long a draft's quotation takes to be checked: python tests/bench/checking.py URL-OF-A-STORE

CPU time of one process, without the parser; drafts are made of the store's own quotations.
"""

import random
import sys
import time
from collections.abc import Callable
from itertools import islice

from quotes.check import Record, check_quotation
from quotes.check.drafted import draft_of
from quotes.check.speakers import Speaker
from quotes.domain import Span
from quotes.store import QuotationRecord, Selection, Store, open_store

DRAFTS = 150  # of each kind
Change = Callable[[list[str]], list[str]]


def main(url: str) -> None:
    random.seed(3)
    with open_store(url, create=False) as store:
        said = sample(store)
        words = [word for record in said for word in record.text.strip("“”").split()]

        def edit(some: list[str], times: int) -> list[str]:
            for _ in range(times):
                place = random.randrange(1, len(some) - 1)
                gone, new = random.choice([(1, [random.choice(words)]), (0, [random.choice(words)]), (1, [])])
                some[place : place + gone] = new
            return some

        changes: dict[str, Change] = {
            "as it stands": lambda some: some,
            "one edit": lambda some: edit(some, 1),
            "three edits": lambda some: edit(some, 3),
            "cut": lambda some: some[:-3],
            "spliced": lambda some: [*some, *random.choice(said).text.strip("“”").split()],
            "never said": lambda some: random.sample(words, len(some)),
        }
        for kind, change in changes.items():
            measure(kind, store, said, change)


def sample(store: Store) -> list[QuotationRecord]:
    """Quotations of eight words or more, one of several, the oldest."""
    found = store.iter(Selection(kind=("direct",), limit=40 * DRAFTS))
    return list(islice((one for one in found if len(one.text.split()) >= 8), 0, 20 * DRAFTS, 20))


def measure(kind: str, store: Store, said: list[QuotationRecord], change: Change) -> None:
    record, taken, verdicts = Record(store), list[float](), dict[str, int]()
    for one in said:
        words = " ".join(change(one.text.strip("“”").split()))
        speaker = Speaker(one.speaker, type="named_person") if one.speaker else Speaker()
        drafted = draft_of(f"“{words}” was said.", (Span(1, 1 + len(words)),), "direct", speaker)
        start = time.process_time()
        verdict = check_quotation(drafted, [record]).verdict
        taken.append(1000 * (time.process_time() - start))
        verdicts[verdict] = verdicts.get(verdict, 0) + 1
    taken.sort()
    print(f"{kind:14} p50 {taken[len(taken) // 2]:5.1f} ms  p95 {taken[int(0.95 * len(taken))]:5.1f} ms  {verdicts}")


if __name__ == "__main__":
    main(sys.argv[1])

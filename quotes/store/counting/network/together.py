"""Who is quoted together: the links between those who speak in one article."""

from collections.abc import Iterator

import numpy as np
from sqlalchemy import Connection

from quotes.store.counting.network.beside import Beside, Numbers, starts_of
from quotes.store.counting.network.rows import Link, to_iso
from quotes.store.counting.network.spoken import Spoken


def iter_together(connection: Connection, spoken: Spoken) -> Iterator[Link]:
    """A link for each two who speak in an article. Articles count; of those that are copies of each other one, with the
    words of the shortest."""
    beside = Beside.read(connection, spoken)
    for one, other in beside.pairs():
        if len(one):
            yield from _links(beside, one, other)


def _links(beside: Beside, one: Numbers, other: Numbers) -> Iterator[Link]:
    """Of these pairs of rows, in order of the speakers."""
    order = np.lexsort((beside.story[one], beside.speaker[other], beside.speaker[one]))
    one, other = one[order], other[order]
    two = beside.speaker[one], beside.speaker[other]
    starts, stories = starts_of(*two), starts_of(*two, beside.story[one])
    counted = np.searchsorted(stories, starts)  # where among the stories those of a pair begin
    sizes = np.diff(starts, append=len(one))
    words = np.minimum.reduceat(beside.words[one] + beside.words[other], stories)
    withheld = np.maximum.reduceat(np.maximum(beside.withheld[one], beside.withheld[other]), stories)
    confidence = np.add.reduceat(beside.confidence[one] + beside.confidence[other], starts) / (2 * sizes)
    proofs, ends = _proofs(beside, one, other, np.repeat(np.arange(len(starts)), sizes))
    columns = (
        two[0][starts],
        two[1][starts],
        np.diff(counted, append=len(stories)),
        np.add.reduceat(words, counted),
        np.add.reduceat(withheld, counted),
        confidence,
        np.fmin.reduceat(beside.first[one], starts),
        np.fmax.reduceat(beside.last[one], starts),
        ends,
    )
    ids, articles = beside.id[proofs].tolist(), beside.article[proofs].tolist()
    begin = 0
    for source, target, weight, length, anonymous, sure, first, last, end in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        yield Link(
            source, target, weight, length, 0, anonymous, sure, to_iso(first), to_iso(last), ids[begin:end],
            list(dict.fromkeys(articles[begin:end])), [],
        )  # fmt: skip
        begin = end


def _proofs(beside: Beside, one: Numbers, other: Numbers, pair: Numbers) -> tuple[Numbers, Numbers]:
    """The rows whose quotations prove the pairs, by date, then as they were stored; and where those of each end."""
    rows, pair = np.concatenate((one, other)), np.concatenate((pair, pair))
    order = np.lexsort((beside.quotation[rows], beside.first[rows], pair))  # days that are not known come last
    rows, pair = rows[order], pair[order]
    kept = starts_of(pair, beside.quotation[rows])  # two may have said one together
    return rows[kept], np.append(starts_of(pair[kept])[1:], len(kept))

"""Through whom words came: the steps from whoever heard them first to the outlet that published them.

An article that is an agency's copy has all its quotations through the agency. Steps come in the order of hearing: who
was told, who first reported it, who is cited, whose copy it is; of a kind, in the order of the article. An outlet that
was told by itself passed nothing on.
"""

from quotes.domain import WIRE_COPY
from quotes.store.counting.network.spoken import LEAD, OUTLETS, Spoken, quoted

_CITED = ("according to", "reported by", "reported")  # heard it from others, as far as the article tells
_FIRST = ("first reported by",)
_RANK = f"CASE WHEN t.relation IN ({quoted(_FIRST)}) THEN 1 WHEN t.relation IN ({quoted(_CITED)}) THEN 2 ELSE 0 END"
_COPY = 3
_ROW = "w.quotation, w.version, l.whole, w.reported, l.words, w.category = 'anonymous' AS withheld"


def steps(spoken: Spoken) -> str:
    """Who passed a quotation on (`key`), to whom (`next`), for each place where it stands."""
    following = "lead(h.key) OVER (PARTITION BY h.quotation, h.place ORDER BY h.rank, h.position) AS next"
    return f"SELECT h.*, {following} FROM ({_passing(spoken)}) h"


def _passing(spoken: Spoken) -> str:
    where = f"w.first AND {spoken.everything}"
    # few quotations have a way: from there to voices, which SQLite would not choose by itself
    passed = (
        f"SELECT {_ROW}, {OUTLETS} + t.outlet AS key, t.relation, {_RANK} AS rank, t.position"
        f" FROM via t CROSS JOIN readings g CROSS JOIN parses n CROSS JOIN voices w {LEAD}"
        " WHERE g.number = t.reading AND n.number = g.parse AND n.current AND w.quotation = g.quotation"
        f" AND t.position >= 0 AND {where} UNION ALL"
        f" SELECT {_ROW}, {spoken.agencies} AS key, '{WIRE_COPY}' AS relation, {_COPY} AS rank, 0 AS position"
        f" FROM voices w {LEAD} JOIN parses n ON n.version = w.version AND n.current"
        f" WHERE n.wire_name IS NOT NULL AND {where}"
    )
    return (
        "SELECT h.*, p.article, p.first, p.last, p.place"
        f" FROM ({passed}) h JOIN ({spoken.places}) p ON p.version = h.version AND p.place <> h.key"
    )


def relay(spoken: Spoken) -> str:
    """As `pairs` has it. What several stretches of a quotation tell of its way counts once, as its copies do."""
    return (
        "SELECT key AS source, coalesce(next, place) AS target, quotation, version, TRUE AS leads, TRUE AS copied,"
        f" whole, reported, words, withheld, article, first, last, relation FROM ({steps(spoken)}) x"
        " WHERE key <> coalesce(next, place)"
    )


def passed(spoken: Spoken) -> str:
    """What passed through whom (`key`), and where it came to (`place`), with its words."""
    return (
        f"SELECT key, place, whole, reported, max(words) AS words FROM ({_passing(spoken)}) x"
        " GROUP BY key, place, whole, reported"
    )

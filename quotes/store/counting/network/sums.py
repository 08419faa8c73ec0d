"""What is added up of rows that say who links whom, or who speaks, each quotation once."""

_SHARED = "count(DISTINCT CASE WHEN {rows}.leads AND {rows}.copied AND {which} THEN {rows}.whole END)"


def count(which: str = "TRUE", rows: str = "l") -> str:
    """How many quotations there are among rows of `leads`, `copied` and `whole` that `which` holds of."""
    alone = f"count(*) FILTER (WHERE {rows}.leads AND NOT {rows}.copied AND {which})"
    return f"{alone} + {_SHARED.format(rows=rows, which=which)}"


def words(rows: str = "l") -> str:
    """The words of those that stand in one place alone; for the others see `shared_words`."""
    return f"coalesce(sum({rows}.words) FILTER (WHERE {rows}.leads AND NOT {rows}.copied), 0)"


def shared_words(query: str, *keys: str) -> str:
    """The words of those that stand in several places, once each, by the keys."""
    by = ", ".join(keys)
    return (
        f"SELECT {by}, sum(words) AS words FROM (SELECT {by}, whole, reported, min(words) AS words FROM ({query}) l"
        f" WHERE leads AND copied GROUP BY {by}, whole, reported) x GROUP BY {by}"
    )

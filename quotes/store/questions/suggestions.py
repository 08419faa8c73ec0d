"""What somebody may mean who has begun to type: people, bodies and outlets, by the beginnings of their names."""

from typing import Any

from sqlalchemy import Connection, text

from quotes.store.folding import fold_words

_CROWD = 3_000  # people with such a word that are looked at
_BEGINS = {
    "sqlite": "w.word >= :last AND w.word < :end",  # goes by the index
    "postgresql": "starts_with(w.word, :last)",
}
_PEOPLE = """
SELECT b.name FROM people b JOIN presences p ON p.person = b.number
WHERE b.name IS NOT NULL AND b.number IN (SELECT w.person FROM name_words w WHERE {begins} LIMIT {crowd}){whole}
GROUP BY b.number, b.name ORDER BY count(*) DESC, b.name LIMIT :limit
"""
_WHOLE = " AND EXISTS (SELECT 1 FROM name_words v WHERE v.person = b.number AND v.word = :{})"


def suggest_names(connection: Connection, begun: str, limit: int) -> list[str]:
    """Names with all these words, of which the last may go on, of those in most articles first."""
    *whole, last = fold_words(begun) or [""]
    if not last:
        return []
    values: dict[str, Any] = {f"word{place}": word for place, word in enumerate(whole)}
    sql = _PEOPLE.format(
        begins=_BEGINS[connection.dialect.name], crowd=_CROWD, whole="".join(map(_WHOLE.format, values))
    )
    asked = {"last": last, "end": last[:-1] + chr(ord(last[-1]) + 1), "limit": limit, **values}
    return list(dict.fromkeys(connection.execute(text(sql), asked).scalars()))


def suggest_outlets(connection: Connection, begun: str, limit: int) -> list[str]:
    """Outlets whose name has these words side by side, of which the last may go on."""
    wanted = " " + " ".join(fold_words(begun))
    names = connection.execute(text("SELECT name FROM outlets ORDER BY name")).scalars()
    return [name for name in names if wanted in " " + " ".join(fold_words(name))][:limit] if wanted.strip() else []

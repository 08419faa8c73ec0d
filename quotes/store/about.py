"""The quotations that are about somebody or something: who or what is mentioned inside them, whose words they hold."""

from collections.abc import Iterator
from typing import Any

from quotes.store.query import All, Node, Term, parse_query
from quotes.store.words import words_query

_BY_ID = (
    "SELECT m.quotation FROM mentioned m JOIN presences p ON p.number = m.presence"
    " JOIN people b ON b.number = p.person WHERE b.id = :{name}id"
)
_OF_NAME = "SELECT m.quotation FROM mentioned m WHERE m.name IN ({names})"
_OF_PERSON = (
    "SELECT m.quotation FROM mentioned m JOIN presences p ON p.number = m.presence WHERE p.person IN ({people})"
)


def about_query(dialect: str, given: str, name: str) -> tuple[str, dict[str, Any]]:
    """A query of numbers of quotations, with its values, whose names begin with `name`.

    `given` is a name, of which all words count, or an id of somebody who is mentioned; or a query of words. Raises
    UsageError where it holds no word.
    """
    wanted = parse_query(given)
    holding, values = words_query(dialect, wanted, name=f"{name}words")
    queries = [holding, _BY_ID.format(name=name)]
    values[f"{name}id"] = given.strip()
    words = list(dict.fromkeys(_name_words(wanted)))
    if words:
        values |= {f"{name}w{place}": word for place, word in enumerate(words)}
        queries.append(_OF_NAME.format(names=_having_all("mentioned_words", "name", name, len(words))))
        queries.append(_OF_PERSON.format(people=_having_all("name_words", "person", name, len(words))))
    return " UNION ".join(queries), values


def _name_words(node: Node) -> Iterator[str]:
    """The words of what can be a name; none of anything with OR, NOT or beginnings in it."""
    terms = node.items if isinstance(node, All) else (node,)
    if all(isinstance(term, Term) and not term.prefix for term in terms):
        for term in terms:
            yield from term.words if isinstance(term, Term) else ()


def _having_all(table: str, column: str, name: str, count: int) -> str:
    """The names or people that have so many words."""
    joins = "".join(
        f" JOIN {table} w{place} ON w{place}.{column} = w0.{column} AND w{place}.word = :{name}w{place}"
        for place in range(1, count)
    )
    return f"SELECT w0.{column} FROM {table} w0{joins} WHERE w0.word = :{name}w0"

"""Who is counted for which quotation: filled from `record`, which has people's verdicts before any reading."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Date, RowMapping

from quotes.store.adding.mentioned import fill_mentioned
from quotes.store.counting.copies import COPY_WORDS, count_words, fingerprint_of, settle_copies
from quotes.store.counting.tallies import renew_tallies
from quotes.store.people.placing import Speaker, keys_of, place
from quotes.store.rows import insert_numbered
from quotes.store.sql import execute, typed

_NOW = """
SELECT article_id, published, version, number, id, kind, group_number, parent_id, span_start, span_end, words,
       fingerprint, text, source_type, name, role, affiliation, descriptor, category, said, member, corrected
FROM record
WHERE article = :article
ORDER BY version, span_start, span_end
"""


def fill_voices(connection: Connection, article: int, *, match: bool = True, new: int | None = None) -> None:
    """Count anew who speaks in an article, in all its current wordings, and place its people anew.

    A quotation that several people speak as one has a voice for each, the first of them marked; one whose speaker is
    unknown has one without a person. What one stretch of a quotation tells of the speaker holds of all its stretches.
    `match` as for `place`; `new` is the only version of an article that had no voices until now.
    """
    versions, former = _forget(connection, article) if new is None else ({new}, set())
    rows = connection.execute(typed(_NOW, published=Date), {"article": article}).mappings().all()
    said = [row for row in rows if row["said"]]
    wholes, inner = _wholes(said), _inner(said)
    speakers = [_speaker(row) if row["source_type"] else None for row in said]
    article_id, published = (rows[0]["article_id"], rows[0]["published"]) if rows else ("", None)
    named = [speaker for speaker in speakers if speaker]
    placed = place(connection, article, article_id, published, named, match=match)
    voices: list[dict[str, Any]] = []
    presences: dict[tuple[int, int], int] = {}
    for row, own in zip(said, speakers, strict=True):
        stretches = wholes[_whole_of(row)]
        told = next((one for one in stretches if one["source_type"]), stretches[0])
        speaker = own or (_speaker(told) if told["source_type"] else None)
        leads = row is stretches[0]
        words = sum(_own_words(one, inner.get(one["id"], ())) for one in stretches) if leads else 0
        people = [placed[key] for key in keys_of(speaker, article_id)] if speaker else []
        if own and row["member"] is not None and not row["corrected"] and len(people) == 1 and people[0][0]:
            presences[row["version"], row["member"]] = people[0][0]
        for order, (presence, person) in enumerate(dict.fromkeys(people) or [(None, None)]):
            voices.append(
                {
                    "quotation": row["number"],
                    "version": row["version"],
                    "presence": presence,
                    "person": person,
                    "first": order == 0,
                    "reported": row["kind"] == "indirect",
                    "leads": leads,
                    "category": told["category"],
                    "words": words,
                    "fingerprint": _fingerprint(stretches, told, words) if leads and order == 0 else None,
                    "whole": stretches[0]["number"],
                    "copied": False,
                }
            )
    insert_numbered(connection, "voices", voices)
    fill_mentioned(connection, versions, rows, presences)
    fresh = {voice["fingerprint"] for voice in voices if voice["fingerprint"] is not None}
    changed = settle_copies(connection, former | fresh)
    renew_tallies(connection, changed | versions)


def _forget(connection: Connection, article: int) -> tuple[set[int], set[int]]:
    """Take an article's voices away; its versions, and the fingerprints of what stood in others too."""
    values = {"article": article}
    versions = set(execute(connection, "SELECT number FROM versions WHERE article = :article", values).scalars())
    query = "SELECT fingerprint FROM voices WHERE version IN :versions AND copied AND fingerprint IS NOT NULL"
    former = execute(connection, query, {"versions": versions}).scalars()
    shared = set(former)
    execute(connection, "DELETE FROM voices WHERE version IN :versions", {"versions": versions})
    return versions, shared


def _whole_of(row: RowMapping) -> tuple[int, int, int]:
    """The same for all stretches of one quotation."""
    group = row["group_number"]
    return (row["version"], 0, row["number"]) if group is None else (row["version"], 1, group)


def _wholes(rows: Sequence[RowMapping]) -> Mapping[tuple[int, int, int], list[RowMapping]]:
    wholes: dict[tuple[int, int, int], list[RowMapping]] = {}
    for row in rows:
        wholes.setdefault(_whole_of(row), []).append(row)
    return wholes


def _speaker(row: RowMapping) -> Speaker:
    return Speaker(row["source_type"], row["name"], row["role"], row["affiliation"], row["descriptor"], row["kind"])


def _inner(rows: Sequence[RowMapping]) -> Mapping[str, list[RowMapping]]:
    """By id, the quotations inside another that have a speaker of their own."""
    inner: dict[str, list[RowMapping]] = {}
    for row in rows:
        if row["parent_id"] is not None and row["source_type"] and row["kind"] != "indirect":
            inner.setdefault(row["parent_id"], []).append(row)
    return inner


def _own_words(row: RowMapping, inner: Iterable[RowMapping]) -> int:
    """The words of a stretch but for those that quotations inside it claim."""
    start = row["span_start"]
    claimed = sum(count_words(row["text"][one["span_start"] - start : one["span_end"] - start]) for one in inner)
    return max(0, int(row["words"]) - claimed)


def _fingerprint(stretches: Sequence[RowMapping], told: RowMapping, words: int) -> int | None:
    if words < COPY_WORDS:
        return None
    return fingerprint_of([(row["fingerprint"], row["text"]) for row in stretches], told["category"])

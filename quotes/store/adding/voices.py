"""Who is counted for which quotation: filled from `record`, which has people's verdicts before any reading."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping

from quotes.domain import Cast
from quotes.store.adding.mentioned import Stretch, add_mentioned, fill_mentioned
from quotes.store.counting.copies import COPY_WORDS, count_words, fingerprint_of, settle_copies
from quotes.store.counting.tallies import renew_tallies
from quotes.store.people.placing import Placer, Speaking
from quotes.store.people.speakers import Key, Placed, Speaker, keys_of
from quotes.store.reading.asking import to_day
from quotes.store.rows import insert_rows
from quotes.store.sql import execute

_NOW = """
SELECT article, article_id, published, version, number, id, kind, group_number, parent_id, span_start, span_end, words,
       fingerprint, text, source_type, name, role, affiliation, descriptor, category, said, member
FROM record
WHERE article IN :articles
ORDER BY article, version, span_start, span_end
"""
_AT_ONCE = 200  # articles in one question
Record = RowMapping


def fill_voices(connection: Connection, articles: Sequence[int], *, match: bool = True) -> None:
    """Count anew who speaks in articles, in all their current wordings, and place their people anew.

    A quotation that several people speak as one has a voice for each, the first of them marked; one whose speaker is
    unknown has one without a person. What one stretch of a quotation tells of the speaker holds of all its stretches.
    `match` as for `Placer`.
    """
    for start in range(0, len(articles), _AT_ONCE):
        some = articles[start : start + _AT_ONCE]
        versions, shared = _forget(connection, some)
        _fill(connection, some, versions, shared, match=match)


def fill_new_voices(connection: Connection, versions: Mapping[int, int], casts: Mapping[int, Cast]) -> None:
    """As `fill_voices`, for articles that have just been added, each with its only version, in order. `casts` are those
    of the versions."""
    _fill(connection, list(versions), set(versions.values()), set(), casts, match=True)


def _fill(
    connection: Connection,
    articles: Sequence[int],
    versions: set[int],
    shared: set[int],
    casts: Mapping[int, Cast] | None = None,
    *,
    match: bool,
) -> None:
    """`shared` are fingerprints of quotations that were counted with others until now; `casts` those of articles that
    have just been added."""
    new = casts is not None
    records: dict[int, list[Record]] = {article: [] for article in articles}
    for row in execute(connection, _NOW, {"articles": articles}).mappings():
        records[row["article"]].append(row)
    placer = Placer(connection, {article: _speaking(rows) for article, rows in records.items()}, new=new, match=match)
    fingerprints = set(shared)
    stretches: list[Stretch] = []
    for article, rows in records.items():
        voices = _voices(rows, placer.place(article))
        insert_rows(connection, "voices", voices)
        fingerprints |= {voice["fingerprint"] for voice in voices if voice["fingerprint"] is not None}
        stretches += _stretches(rows, voices)
    placer.finish()
    if casts is None:
        fill_mentioned(connection, articles)
    else:
        add_mentioned(connection, stretches, casts)
    renew_tallies(connection, versions | settle_copies(connection, fingerprints))


def _speaking(rows: Sequence[Record]) -> Speaking:
    if not rows:
        return Speaking("", None, ())
    speakers = [_speaker(row) for row in rows if row["said"] and row["source_type"]]
    return Speaking(rows[0]["article_id"], to_day(rows[0]["published"]), speakers)


def _voices(rows: Sequence[Record], placed: Mapping[Key, Placed]) -> list[dict[str, Any]]:
    """Who speaks in one article."""
    said = [row for row in rows if row["said"]]
    wholes, inner = _wholes(said), _inner(said)
    speakers = [_speaker(row) if row["source_type"] else None for row in said]
    article_id = rows[0]["article_id"] if rows else ""
    voices = []
    for row, own in zip(said, speakers, strict=True):
        stretches = wholes[_whole_of(row)]
        told = next((one for one in stretches if one["source_type"]), stretches[0])
        speaker = own or (_speaker(told) if told["source_type"] else None)
        leads = row is stretches[0]
        words = sum(_own_words(one, inner.get(one["id"], ())) for one in stretches) if leads else 0
        people = [placed[key] for key in keys_of(speaker, article_id)] if speaker else []
        for place, (presence, person) in enumerate(dict.fromkeys(people) or [(None, None)]):
            voices.append(
                {
                    "quotation": row["number"],
                    "place": place,
                    "version": row["version"],
                    "presence": presence,
                    "person": person,
                    "first": place == 0,
                    "reported": row["kind"] == "indirect",
                    "leads": leads,
                    "category": told["category"],
                    "words": words,
                    "fingerprint": _fingerprint(stretches, told, words) if leads and place == 0 else None,
                    "whole": stretches[0]["number"],
                    "copied": False,
                }
            )
    return voices


def _stretches(rows: Sequence[Record], voices: Sequence[Mapping[str, Any]]) -> Iterable[Stretch]:
    """The quotations of an article that was added just now, of which nobody has said anything."""
    presences: dict[int, list[int | None]] = {}
    for voice in voices:
        presences.setdefault(voice["quotation"], []).append(voice["presence"])
    for row in rows:
        speaking = presences.get(row["number"], ())
        presence = speaking[0] if len(speaking) == 1 else None
        yield Stretch(row["number"], row["version"], row["span_start"], row["span_end"], row["member"], presence)


def _forget(connection: Connection, articles: Sequence[int]) -> tuple[set[int], set[int]]:
    """Take the voices of articles away; their versions, and the fingerprints of what stood in others too."""
    query = "SELECT number FROM versions WHERE article IN :articles"
    versions = set(execute(connection, query, {"articles": articles}).scalars())
    query = "SELECT fingerprint FROM voices WHERE version IN :versions AND copied AND fingerprint IS NOT NULL"
    shared = set(execute(connection, query, {"versions": versions}).scalars())
    execute(connection, "DELETE FROM voices WHERE version IN :versions", {"versions": versions})
    return versions, shared


def _whole_of(row: Record) -> tuple[int, int, int]:
    """The same for all stretches of one quotation."""
    group = row["group_number"]
    return (row["version"], 0, row["number"]) if group is None else (row["version"], 1, group)


def _wholes(rows: Sequence[Record]) -> Mapping[tuple[int, int, int], list[Record]]:
    wholes: dict[tuple[int, int, int], list[Record]] = {}
    for row in rows:
        wholes.setdefault(_whole_of(row), []).append(row)
    return wholes


def _speaker(row: Record) -> Speaker:
    return Speaker(row["source_type"], row["name"], row["role"], row["affiliation"], row["descriptor"], row["kind"])


def _inner(rows: Sequence[Record]) -> Mapping[str, list[Record]]:
    """By id, the quotations inside another that have a speaker of their own."""
    inner: dict[str, list[Record]] = {}
    for row in rows:
        if row["parent_id"] is not None and row["source_type"] and row["kind"] != "indirect":
            inner.setdefault(row["parent_id"], []).append(row)
    return inner


def _own_words(row: Record, inner: Iterable[Record]) -> int:
    """The words of a stretch but for those that quotations inside it claim."""
    start = row["span_start"]
    claimed = sum(count_words(row["text"][one["span_start"] - start : one["span_end"] - start]) for one in inner)
    return max(0, int(row["words"]) - claimed)


def _fingerprint(stretches: Sequence[Record], told: Record, words: int) -> int | None:
    if words < COPY_WORDS:
        return None
    return fingerprint_of([(row["fingerprint"], row["text"]) for row in stretches], told["category"])

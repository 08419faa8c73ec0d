"""Who is counted for which quotation: filled from `record`, which has people's verdicts before any reading."""

from sqlalchemy import Connection, Date

from quotes.store.people import Speaker, keys_of, place
from quotes.store.rows import insert_numbered
from quotes.store.sql import execute, typed

_NOW = """
SELECT article_id, published, version, number, kind, group_number, source_type, name, role, affiliation, descriptor,
       category, said
FROM record
WHERE article = :article
ORDER BY version, span_start, span_end
"""


def fill_voices(connection: Connection, article: int) -> None:
    """Count anew who speaks in an article, in all its current wordings, and place its people anew.

    A quotation that several people speak as one has a voice for each, the first of them marked; one whose speaker is
    unknown has one without a person.
    """
    query = "DELETE FROM voices WHERE version IN (SELECT number FROM versions WHERE article = :article)"
    execute(connection, query, {"article": article})
    rows = connection.execute(typed(_NOW, published=Date), {"article": article}).mappings().all()
    said = [row for row in rows if row["said"]]
    speakers = [
        Speaker(row["source_type"], row["name"], row["role"], row["affiliation"], row["descriptor"], row["kind"])
        if row["source_type"]
        else None
        for row in said
    ]
    article_id, published = (rows[0]["article_id"], rows[0]["published"]) if rows else ("", None)
    placed = place(connection, article, article_id, published, [speaker for speaker in speakers if speaker])
    voices = []
    groups: set[tuple[int, int]] = set()
    for row, speaker in zip(said, speakers, strict=True):
        group = (row["version"], row["group_number"])
        leads = row["group_number"] is None or group not in groups
        groups.add(group)
        people = [placed[key] for key in keys_of(speaker, article_id)] if speaker else []
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
                    "category": row["category"],
                }
            )
    insert_numbered(connection, "voices", voices)

"""People, doubtful pairs and judgements as commands list them."""

from collections.abc import Iterable, Sequence

from quotes.cli.answers import Answer, Column, column_table
from quotes.cli.listing import day
from quotes.cli.output import out
from quotes.cli.registry import row_to_dict
from quotes.identity import Judgement, Review, Somebody
from quotes.identity.registry import Evidence

_Logged = tuple[Judgement, tuple[str, str]]  # with what the two that it is about are called
_Worded = tuple[str, Evidence]  # "name" or "role"


def people_answer(people: Iterable[Somebody]) -> Answer[Somebody]:
    return Answer(people, _PEOPLE, lambda one: one.to_dict(), nothing="Nobody speaks under a name.")


def review_answer(reviews: Iterable[Review]) -> Answer[Review]:
    return Answer(reviews, _REVIEWS, _review_to_dict, nothing="No pair waits for a decision.")


def log_answer(rows: Iterable[_Logged]) -> Answer[_Logged]:
    columns = [*_JUDGED[:1], _ON, *_JUDGED[1:]]
    return Answer(rows, columns, lambda row: row_to_dict(row[0]), nothing="Nobody has judged anything.")


def print_somebody(somebody: Somebody, judgements: Sequence[Judgement]) -> None:
    """Names and roles with where they come from, and what was judged."""
    parts = [somebody.name, somebody.kind, somebody.id, *([somebody.wikidata] if somebody.wikidata else [])]
    out().print(" · ".join(parts) + "\n")
    worded = [("name", one) for one in somebody.names] + [("role", one) for one in somebody.roles]
    out().print(column_table(_WORDED, worded))
    if judgements:
        out().print()
        out().print(column_table(_JUDGED, [(row, ("", "")) for row in judgements]))


_PEOPLE: Sequence[Column[Somebody]] = (
    Column("name", lambda one: one.name, "Name"),
    Column("also", lambda one: [name.text for name in one.names if name.text != one.name], "Also"),
    Column("roles", lambda one: [role.text for role in one.roles], "Roles"),
    Column("articles", lambda one: len(one.articles), "Articles"),
    Column("kind", lambda one: one.kind),
    Column("wikidata", lambda one: one.wikidata),
    Column("id", lambda one: one.id, "Id", whole=True),
)
_WORDED: Sequence[Column[_Worded]] = (
    Column("what", lambda row: row[0], ""),
    Column("text", lambda row: row[1].text, "As worded"),
    Column("when", lambda row: _days(row[1]), "When"),
    Column("articles", lambda row: _articles(row[1].articles), "In"),
)
_JUDGED: Sequence[Column[_Logged]] = (
    Column("verdict", lambda row: f"undo of {row[0].undoes}" if row[0].undoes else row[0].verdict, "Judgement"),
    Column("who", lambda row: row[0].who, "By"),
    Column("when", lambda row: f"{row[0].when:%Y-%m-%d %H:%M}", "When"),
    Column("reason", lambda row: row[0].reason, "Why"),
    Column("id", lambda row: row[0].id, "Id", whole=True),
)
_ON: Column[_Logged] = Column("on", lambda row: "\n".join(row[1]), "On")
_REVIEWS: Sequence[Column[Review]] = (
    Column("left", lambda item: _called(item.left), "One"),
    Column("right", lambda item: _called(item.right), "Other"),
    Column("chance", lambda item: _chance(item.judgement.score), "Chance", right=True),
    Column("why", lambda item: item.judgement.reason, "Why"),
    Column("left_id", lambda item: item.left.id),
    Column("right_id", lambda item: item.right.id),
)


def _review_to_dict(item: Review) -> dict[str, object]:
    return {"left": item.left.to_dict(), "right": item.right.to_dict(), "judgement": row_to_dict(item.judgement)}


def _chance(score: float | None) -> str:
    return "–" if score is None else f"{score:.0%}"


def _called(somebody: Somebody) -> str:
    roles = "; ".join(role.text for role in somebody.roles[:2])
    return "\n".join(part for part in (somebody.name, roles, somebody.id) if part)


def _days(evidence: Evidence) -> str:
    if evidence.first is None:
        return "undated" if evidence.articles else "as listed"
    if evidence.first == evidence.last:
        return day(evidence.first)
    return f"{day(evidence.first)} to {day(evidence.last)}"


def _articles(articles: Sequence[str]) -> str:
    more = f" and {len(articles) - 3} more" if len(articles) > 3 else ""
    return ", ".join(articles[:3]) + more

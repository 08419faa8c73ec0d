"""People, doubtful pairs and judgements as tables."""

from collections.abc import Iterable, Sequence

from rich.table import Table

from quotes.cli.listing import day
from quotes.cli.output import out, plain_table
from quotes.identity import Judgement, Review, Somebody
from quotes.identity.registry import Evidence


def print_people(people: Iterable[Somebody]) -> None:
    table = _keep_ids(plain_table("Name", "Also", "Roles", "Articles", "Id"))
    table.columns[3].justify = "right"
    for somebody in people:
        also = "; ".join(name.text for name in somebody.names if name.text != somebody.name)
        roles = "; ".join(role.text for role in somebody.roles)
        table.add_row(somebody.name, also, roles, str(len(somebody.articles)), somebody.id)
    out().print(table)


def print_somebody(somebody: Somebody) -> None:
    parts = [somebody.name, somebody.kind, somebody.id, *([somebody.wikidata] if somebody.wikidata else [])]
    out().print(" · ".join(parts) + "\n")
    table = plain_table("", "As worded", "When", "In")
    for label, found in (("name", somebody.names), ("role", somebody.roles)):
        for evidence in found:
            table.add_row(label, evidence.text, _days(evidence), _articles(evidence.articles))
    out().print(table)


def print_judgements(rows: Sequence[Judgement]) -> None:
    if not rows:
        return
    table = _keep_ids(plain_table("Judgement", "By", "When", "Why", "Id"))
    for row in rows:
        verdict = f"undo of {row.undoes}" if row.undoes else row.verdict
        table.add_row(verdict, row.who, f"{row.when:%Y-%m-%d %H:%M}", row.reason, row.id)
    out().print()
    out().print(table)


def print_log(rows: Iterable[tuple[Judgement, tuple[str, str]]]) -> None:
    """Each row with what the two that it is about are called."""
    table = _keep_ids(plain_table("Judgement", "On", "By", "When", "Why", "Id"))
    for row, called in rows:
        verdict = f"undo of {row.undoes}" if row.undoes else row.verdict
        table.add_row(verdict, "\n".join(called), row.who, f"{row.when:%Y-%m-%d %H:%M}", row.reason, row.id)
    out().print(table)


def print_reviews(reviews: Iterable[Review]) -> None:
    table = plain_table("One", "Other", "Chance", "Why")
    table.columns[0].overflow = table.columns[1].overflow = "fold"  # their ids, too
    table.columns[2].justify = "right"
    for item in reviews:
        chance = "–" if item.judgement.score is None else f"{item.judgement.score:.0%}"
        table.add_row(_called(item.left), _called(item.right), chance, item.judgement.reason)
    out().print(table)


def _keep_ids(table: Table) -> Table:
    """However narrow the terminal, ids stay whole, for other commands ask for them; of other words none is cut."""
    for column in table.columns:
        column.overflow = "fold"
    table.columns[-1].no_wrap = True
    return table


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

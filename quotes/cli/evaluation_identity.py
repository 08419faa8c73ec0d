"""The work of `quotes evaluate --identity`, apart from its options so that other commands need not load it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotes.cli.output import notes, out, plain_table, write_jsonl
from quotes.cli.reading import Account, attempt, parsing
from quotes.evaluate.b_cubed import BCubed
from quotes.evaluate.dwie import GoldText, read_dwie
from quotes.evaluate.identity import DEFINITION, counted_links, measure_gold, measure_text
from quotes.evaluate.people import NamedPerson, read_people
from quotes.settings import models_folder


def run_identity(path: Path, *, models: Path | None, as_table: bool) -> Account:
    """Measure and report; the account says which articles the parser failed on. Raises InputError for other files."""
    articles, account = read_dwie(path), Account()
    from_text = measure_text(articles, _parse(articles, models, account))
    from_gold = measure_gold(articles)
    row: dict[str, Any] = {
        "articles": len(articles),
        "persons": len(counted_links(articles)),
        "raw_text": from_text.to_dict(),
        "gold_mentions": from_gold.to_dict(),
        "definition": DEFINITION,
    }
    if as_table:
        covered = "–" if from_text.coverage is None else f"{from_text.coverage:.3f}"
        console = out()
        console.print(
            f"{row['articles']} articles, {row['persons']} persons in two or more of them; coverage {covered}\n"
        )
        _print(
            ("raw text", from_text.strict), ("raw text, found only", from_text.found_only), ("gold mentions", from_gold)
        )
        console.print(f"\n{DEFINITION}", style="dim")
    else:
        write_jsonl([row])
    for reject in account.rejects:
        notes().print(f"not parsed {reject.origin}: {reject.reason}")
    return account


def _parse(articles: Sequence[GoldText], models: Path | None, account: Account) -> dict[str, list[NamedPerson]]:
    from quotes.nlp import Analyser

    analyser, found = Analyser(models_folder(str(models) if models else None)), {}

    def read(article: GoldText) -> list[NamedPerson]:
        return read_people(article.id, analyser.analyse(article.text))

    for article in parsing(articles, len(articles)):
        if (people := attempt(read, article, article.id, account)) is not None:
            found[article.id] = people
    return found


def _print(*measured: tuple[str, BCubed]) -> None:
    table = plain_table("B³", "P", "R", "F", "Items")
    for column in table.columns[1:]:
        column.justify = "right"
    for name, found in measured:
        table.add_row(name, *(f"{value:.3f}" for value in (found.precision, found.recall, found.f)), str(found.items))
    out().print(table)

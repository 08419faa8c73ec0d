"""`python -m quotes.evaluate.drafts`: the figures of docs/checking.md."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from quotes.check import Record
from quotes.errors import QuotesError
from quotes.evaluate.drafts.altering import Said, generate_cases
from quotes.evaluate.drafts.cases import Case, read_cases, read_sources
from quotes.evaluate.drafts.measuring import Outcome, measure, run_cases
from quotes.parser import Parser
from quotes.store import Selection, Store, open_store

FIGURES = "{:24} {:>5} {:>5} {:>5} {:>9} {:>6}"


def main(
    written: Annotated[Path, typer.Argument(metavar="CASES", help="Cases by hand, as JSON Lines.")],
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLES...", help="The articles that are quoted.")],
    seeded: Annotated[int, typer.Option("--seeded", help="So many cases more are made.")] = 200,
    seed: Annotated[int, typer.Option("--seed")] = 1,
    db: Annotated[str, typer.Option("--db", help="Keep the articles here, not in memory.")] = "sqlite://",
) -> None:
    """Check altered drafts, and tell how often each verdict is right."""
    parser = Parser(indirect="none")
    with open_store(db) as store:
        sources = [one for one in read_sources(articles) if not store.has(one, parser.fingerprint)]
        for parsed in parser.parse_all(sources):
            store.add(parsed)
        by_seed = list(generate_cases(quoted(store), seeded, seed))
        for name, cases in (("by hand", read_cases(written)), ("by seed", by_seed)):
            _tell(name, cases, run_cases(cases, parser.parse, [Record(store)]))


def quoted(store: Store) -> list[Said]:
    """What cases are made of: quotations of eight words or more by people with names."""
    found = []
    for number, record in enumerate(store.iter(Selection(type=("named_person",)))):
        spans = record.parts or (record.content,)
        if (
            record.speaker
            and len(spans) == 1
            and record.parent is None
            and record.group is None
            and len(record.text.split()) >= 8
        ):
            words = record.text[spans[0].start - record.start : spans[0].end - record.start]
            found.append(Said(record.article_id, number, words, record.speaker))
    return found


def _tell(name: str, cases: list[Case], outcomes: list[Outcome]) -> None:
    print(f"{len(cases)} cases {name}: {sum(one.is_right for one in outcomes)} right\n")
    print(FIGURES.format("verdict", "given", "due", "right", "precision", "recall"))
    for verdict, figures in measure(outcomes).items():
        rates = f"{figures.precision:.3f}", f"{figures.recall:.3f}"
        print(FIGURES.format(verdict, figures.given, figures.due, figures.right, *rates))
    print()
    for one in outcomes:
        if not one.is_right:
            print(f"{one.case.id} ({one.case.kind}): {one.verdict}, should be {one.case.verdict}\n  {one.case.text!r}")
            print("  " + " ".join(one.checked.reasons if one.checked else ["its quotation was not found"]))
    print()


if __name__ == "__main__":
    try:
        typer.run(main)
    except QuotesError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)

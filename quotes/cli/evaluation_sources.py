"""The work of `quotes evaluate --sources`, apart from its options so that other commands need not load it."""

from collections.abc import Sequence
from pathlib import Path

from quotes.cli.listing import type_label
from quotes.cli.output import notes, out, plain_table, write_jsonl
from quotes.cli.reading import Account, attempt, parsing
from quotes.evaluate.figures import Score
from quotes.evaluate.sources import (
    JudgedSource,
    SourceCase,
    SourceFigures,
    classify_case,
    measure_sources,
    read_sources,
)
from quotes.settings import models_folder


def run_sources(path: Path, *, models: Path | None, as_table: bool) -> Account:
    """Measure and report; the account says which cases the parser failed on. Raises InputError for other files."""
    cases, account = read_sources(path), Account()
    judged = _classify(cases, models, account)
    figures = measure_sources(judged)
    if as_table:
        _print(figures)
        _print_mistakes([one for one in judged if not one.is_right])
    else:
        mistakes = [one.to_dict() for one in judged if not one.is_right]
        write_jsonl([{**figures.to_dict(), "mistakes": mistakes}])
    for reject in account.rejects:
        notes().print(f"not parsed {reject.origin}: {reject.reason}")
    return account


def _classify(cases: Sequence[SourceCase], models: Path | None, account: Account) -> list[JudgedSource]:
    from quotes.nlp import Analyser

    analyser, found = Analyser(models_folder(str(models) if models else None)), []

    def judge(case: SourceCase) -> JudgedSource:
        return JudgedSource(case, classify_case(case, analyser.analyse(case.text)))

    for case in parsing(cases, len(cases)):
        if judged := attempt(judge, case, case.article_id, account, report="paragraph"):
            found.append(judged)
    return found


def _print(figures: SourceFigures) -> None:
    console = out()
    counts = f", number of people {figures.counts.value:.3f}" if figures.counts.value is not None else ""
    console.print(f"{figures.types.whole} mentions, type right {figures.types.value or 0:.3f}{counts}\n")
    table = plain_table("", "P", "R", "F", "Right", "Predicted", "Gold")
    for column in table.columns[1:]:
        column.justify = "right"
    rows: list[tuple[str, Score]] = [("anonymous", figures.anonymous)]
    if figures.spokespersons is not None:
        rows.append(("spokesperson", figures.spokespersons))
    rows += [(type_label(kind), score) for kind, score in figures.by_type.items()]
    for name, score in rows:
        shares = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        table.add_row(name, *shares, *map(str, (score.hit, score.predicted, score.gold)))
    console.print(table)


def _print_mistakes(mistakes: Sequence[JudgedSource]) -> None:
    if not mistakes:
        return
    table = plain_table("Mention", "Gold", "Predicted")
    for column, ratio in zip(table.columns, (3, 2, 2), strict=True):
        column.ratio, column.overflow = ratio, "fold"
    table.expand = True
    for one in mistakes:
        gold = type_label(one.case.type) + (", anonymous" if one.case.is_anonymous else "")
        said = type_label(one.source.type) + (", anonymous" if one.source.anonymous else "")
        table.add_row(one.case.mention.of(one.case.text), gold, said)
    out().print()
    out().print(table)

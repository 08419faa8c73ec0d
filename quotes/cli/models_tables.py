"""Sets of models, what is in one, and the state of its files, as tables for people."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.table import Table

from quotes.cli.output import notes, out, plain_table
from quotes.nlp.catalogue import SetEntry
from quotes.nlp.verify import FileCheck


def print_sets(sets: Iterable[SetEntry]) -> None:
    table = _table("Name", "State", "MB", "Version", "Folder")
    table.columns[-1].overflow = "fold"
    for one in sets:
        state = f"{one.state}, in use" if one.in_use else one.state
        table.add_row(one.name, state, _megabytes(one.size), one.version or "", str(one.folder))
    out().print(table)
    for one in sets:
        if one.problem:
            notes().print(one.problem)


def print_description(description: Mapping[str, Any]) -> None:
    """The files with what they learnt from, then scores and versions where the set tells them."""
    table = _table("Kind", "Package", "MB", "Learnt from", "Development scores")
    for file in description["files"]:
        learnt, scores = ", ".join(file["data"]), _lines(file["development"])
        table.add_row(file["kind"], file["package"], _megabytes(file["size"]), learnt, scores)
    out().print(table)
    if description["scores"]:
        tests = plain_table("Measured on", "Scores")
        for corpus, figures in description["scores"].items():
            tests.add_row(corpus, _figures(figures))
        out().print()
        out().print(tests)
    versions = ", ".join(f"{name} {version}" for name, version in description["made_with"].items() if version)
    out().print(f"\nVersion {description['version']}" + (f", made with {versions}" if versions else ""))


def print_checks(checks: Iterable[FileCheck]) -> None:
    table = _table("File", "State", "MB", "Checksum")
    for check in checks:
        table.add_row(check.path, check.state, _megabytes(check.size), check.algorithm or "none is known")
    out().print(table)


def _table(*columns: str) -> Table:
    table = plain_table(*columns)
    table.columns[columns.index("MB")].justify = "right"
    return table


def _megabytes(size: int | None) -> str:
    return "" if size is None else f"{size / 1e6:,.1f}"


def _lines(scores: Mapping[str, Mapping[str, float]]) -> str:
    return "\n".join(f"{corpus} {_figures(figures)}" for corpus, figures in scores.items())


def _figures(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.4g}" for name, value in figures.items())

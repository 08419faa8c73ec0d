"""What is done to one quotation or one article reads no large table from end to end: in a million it would be felt."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from quotes.domain import Source, Span
from quotes.store import Selection, Store, Verdict, open_store
from tests.conftest import Build

LARGE = ("quotations", "readings", "voices", "presences", "fingerprints", "mentioned", "via", "versions", "name_keys")
ANN = Source("named_person", "Ann Quill")


@pytest.fixture
def store(tmp_path: Path, build: Build) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'quotes.db'}") as opened:
        for place in range(3):
            opened.add(build(f"a{place}", (f"The dam will hold for another year or {place}", ANN), ("So be it", None)))
        yield opened


def scanned(store: Store, statements: list[tuple[str, Any]]) -> set[str]:
    """The statements that read a large table without an index, each with the table."""
    found = set()
    with store._engine.connect() as connection:
        for statement, parameters in statements:
            if statement.lstrip().upper().startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
                named = dict(re.findall(r"\b(?:FROM|JOIN|UPDATE)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?", statement))
                tables = {alias or table: table for table, alias in named.items()} | {table: table for table in named}
                for row in plan:
                    scan = re.match(r"SCAN (\w+)(?! USING)", row[3])
                    if scan and tables.get(scan[1]) in LARGE:
                        found.add(f"{tables[scan[1]]}: {' '.join(statement.split())}")
    return found


@pytest.mark.parametrize("act", ["correct", "mark", "undo", "add", "reword", "who", "article"])
def test_no_large_table_is_read_from_end_to_end(store: Store, build: Build, act: str) -> None:
    quotation = next(store.records())
    row = store.correct(quotation.id, Verdict(said=False), who="ida") if act == "undo" else ""
    statements: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        statements.append((statement, parameters[0] if many else parameters))

    event.listen(store._engine, "before_cursor_execute", hear)
    match act:
        case "correct":
            store.correct(quotation.id, Verdict(anonymous=True), who="ida")
        case "mark":
            store.mark(quotation.article_id, Span(quotation.start, quotation.end - 3), who="ida")
        case "undo":
            store.undo_correction(row, who="ida")
        case "add":
            store.add(build("new", ("The dam will hold for another year or 1", ANN)))
        case "reword":
            store.add(build("a1", ("The dam will hold for another year, or 1", ANN)))
        case "who":
            store.people("Ann Quill")
            store.select(Selection(speaker=("Ann Quill",), limit=5))
        case "article":
            store.article("a1")
    event.remove(store._engine, "before_cursor_execute", hear)
    assert len(statements) > 1
    assert scanned(store, statements) == set()

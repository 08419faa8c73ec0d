"""docs/schema.md shows the tables as they are. `python tests/test_schema_page.py --update` writes its drawing and its
tables anew, from the definitions and the comments beside them."""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, Column, Engine, Table, inspect, text

from quotes.store import open_store
from quotes.store import tables as definitions
from quotes.store.connect import connect, parse_url

PAGE = Path(__file__).parents[1] / "docs" / "schema.md"
MARKED = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- /\2 -->)", re.DOTALL)
TYPES = {
    "INTEGER": "integer", "BIGINT": "64-bit integer", "VARCHAR": "text", "BOOLEAN": "boolean", "FLOAT": "float",
    "DATE": "date", "JSON": "JSON",
}  # fmt: skip
# In the order in which they are told of, each room with what it holds.
ROOMS = {
    "Articles": ("articles", "versions", "appearances", "outlets", "sketches", "fingerprints"),
    "What was read": ("parses", "quotations", "readings", "reasons", "via"),
    "People": ("presences", "people", "known_people", "name_words", "name_keys"),
    "What counts": ("voices", "tallies", "mentioned", "mentioned_names", "mentioned_words"),
    "What people and the machine decide": ("judgements", "judged_names", "corrections"),
    "What was done": ("runs", "rejects"),
}


def draw() -> str:
    """The tables and what refers to what, as Mermaid has it."""
    lines = ["```mermaid", "erDiagram"]
    for table in sorted(definitions.TABLES.values(), key=lambda table: table.name):
        for key in sorted(table.foreign_key_constraints, key=lambda key: key.column_keys[0]):
            column = table.c[key.column_keys[0]]
            many = "o|" if column.unique or list(table.primary_key) == [column] else "o{"
            one = "|o" if column.nullable else "||"
            lines.append(f"    {key.referred_table.name} {one}--{many} {table.name} : {column.name}")
    return "\n".join([*lines, "```", ""])


def describe() -> str:
    """The tables, room by room, with their columns."""
    docstrings, comments = read_source()
    parts = []
    for room, names in ROOMS.items():
        parts.append(f"### {room}\n")
        for name in names:
            table = definitions.TABLES[name]
            parts.append(f"**`{name}`** {docstrings[name]}\n\n| column | type | holds |\n| --- | --- | --- |")
            choices = choices_of(table)
            for column in table.c:
                told = [comments.get((name, column.name), ""), choices.get(column.name, "")]
                parts.append(f"| `{column.name}` | {kind_of(column)} | {'; '.join(filter(None, told))} |")
            parts.append("")
    return "\n".join(parts)


def kind_of(column: Column[object]) -> str:
    refers = "".join(f" → `{key.column.table.name}`" for key in column.foreign_keys if key.column.name == "number")
    kind = TYPES[str(column.type)]
    return f"{kind}{refers}{' or nothing' if column.nullable else ''}"


def choices_of(table: Table) -> dict[str, str]:
    """The values of columns that may hold these and no other."""
    conditions = [str(rule.sqltext) for rule in table.constraints if isinstance(rule, CheckConstraint)]
    found = [re.fullmatch(r"(\w+) IN \((.*)\)", condition) for condition in conditions]
    return {match[1]: match[2].replace("'", "`") for match in found if match}


def read_source() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """The docstring of each table, and the comment beside each of its columns."""
    docstrings, comments = {}, {}
    for room in definitions.ROOMS:
        source = Path(str(room.__file__)).read_text(encoding="utf-8")
        beside = {
            token.start[0]: token.string.lstrip("# ")
            for token in tokenize.generate_tokens(io.StringIO(source).readline)
            if token.type == tokenize.COMMENT
        }
        for node in ast.parse(source).body:
            if not isinstance(node, ast.ClassDef):
                continue
            name = getattr(room, node.name).__tablename__
            docstrings[name] = " ".join((ast.get_docstring(node) or "").split())
            for item in node.body:
                if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                    comments[name, item.target.id] = beside.get(item.end_lineno or 0, "")
    return docstrings, comments


def updated(page: str) -> str:
    made = {"drawing": draw(), "tables": describe()}
    return MARKED.sub(lambda match: f"{match[1]}{made[match[2]]}{match[3]}", page)


def test_the_page_shows_the_tables_as_they_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert len(MARKED.findall(page)) == 2
    assert updated(page) == page, "python tests/test_schema_page.py --update"


def test_every_table_has_its_place() -> None:
    assert sorted(name for names in ROOMS.values() for name in names) == sorted(definitions.TABLES)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path / 'quotes.db'}"
    open_store(url).close()
    engine = connect(parse_url(url), create=False, patience=1)
    yield engine
    engine.dispose()


def test_the_page_tells_of_every_column_of_the_view(empty: Engine) -> None:
    told = re.search(r"^\| column of `said` .*?\n\n", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert told
    cells = [line.split("|")[1] for line in told[0].strip().splitlines()[2:]]
    names = [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]
    assert names == [column["name"] for column in inspect(empty).get_columns("said")]


def test_the_questions_in_sql_can_be_asked(empty: Engine) -> None:
    asked = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert asked
    with empty.connect() as connection:
        for query in asked:
            connection.execute(text(query))


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    PAGE.write_text(updated(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

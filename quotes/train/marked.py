"""Reports without marks as if a part of them stood between marks: more partial quotations to learn the ranker from.

"She said the plan was too costly for the town" teaches as "She said the plan was “too costly for the town”" would.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

from quotes.domain import Quotation, Span
from quotes.scene import Scene
from quotes.train.boosting import SEED
from quotes.train.gold import GoldArticle, GoldQuote

MOST = 8  # reports of an article
LONGEST = 12  # words between the pretended marks
WHOLE = 0.2  # share of the reports that are taken whole


def mark_reports(article: GoldArticle) -> GoldArticle:
    """The article with parts of its reports for quotations; its own quotations are there and not judged."""
    chance = random.Random(f"{SEED} {article.id}")
    own = [q.span for q in article.stretches]
    sources = [s for some in article.indirect_sources for s in some]
    reports = list(zip(article.indirect, article.indirect_sources, strict=True))
    chance.shuffle(reports)
    chosen: list[GoldQuote] = []
    for content, its_sources in reports:
        if len(chosen) == MOST or not its_sources:
            continue
        part = _part(article.scene, max(content, key=lambda s: s.end - s.start), chance)
        if part is None or any(part.overlaps(other) for other in (*own, *sources, *(q.span for q in chosen))):
            continue
        chosen.append(GoldQuote(part, its_sources))
    marked = [Quotation(q.span, q.span, "mixed") for q in chosen]
    stretches = sorted((*article.stretches, *marked), key=lambda q: q.span.start)
    return replace(article, scene=Scene(article.scene.analysis, stretches), quotes=tuple(chosen), ignore=tuple(own))


def _part(scene: Scene, content: Span, chance: random.Random) -> Span | None:
    """A run of its words, more often up to its end than not, or all of it; None where there are too few."""
    first, last = scene.token_range(content)
    words: Sequence[int] = [i for i in range(first, last) if scene.tokens[i].upos != "PUNCT"]
    if len(words) < 3:
        return None
    if chance.random() < WHOLE:
        begin, end = 0, len(words)
    else:
        length = chance.randint(1, min(LONGEST, len(words) - 1))
        begin = len(words) - length if chance.random() < 0.5 else chance.randint(1, len(words) - length)
        end = begin + length
    return Span(scene.tokens[words[begin]].start, scene.tokens[words[end - 1]].end)

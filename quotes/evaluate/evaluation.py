"""A whole run, judged: the figures over all articles, by outlet, by kind and by type of source, and the calibration."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.evaluate.calibration import Calibration, calibrate, mention_outcomes, name_outcomes
from quotes.evaluate.figures import Figures, Share, count, verbatim
from quotes.evaluate.gold import GoldArticle
from quotes.evaluate.pairing import Judged, Pair, judge
from quotes.evaluate.predictions import PredictedArticle

NO_OUTLET = "(no outlet)"
UNLABELLED = "(not labelled)"
Groups = dict[str, Figures]


@dataclass(frozen=True, slots=True)
class Evaluation:
    judged: tuple[Judged, ...]
    unknown: tuple[str, ...]  # ids of predicted articles that the gold does not have

    @property
    def missing(self) -> int:
        """Gold articles of which the predictions say nothing."""
        return sum(one.predicted is None for one in self.judged)

    @property
    def verbatim(self) -> Share:
        return verbatim(self.judged)

    @property
    def figures(self) -> Figures:
        return _count(self.judged)

    @property
    def calibration(self) -> Calibration:
        return calibrate(mention_outcomes(self.judged))

    @property
    def name_calibration(self) -> Calibration:
        return calibrate(name_outcomes(self.judged))

    def by_outlet(self) -> Groups:
        """In order of the outlets' names, articles without an outlet last."""
        groups: dict[str, list[Judged]] = {}
        for one in self.judged:
            groups.setdefault(one.gold.article.outlet or NO_OUTLET, []).append(one)
        ordered = sorted(groups, key=lambda outlet: (outlet == NO_OUTLET, outlet.casefold()))
        return {outlet: _count(groups[outlet]) for outlet in ordered}

    def by_kind(self) -> Groups:
        """Direct and mixed apart. A found quotation has the gold's kind, a false one its own."""
        return self._split(lambda pair: pair.kind, ("direct", "mixed"))

    def by_source_type(self) -> Groups:
        """A found quotation has the gold's type of source, a false one its own."""
        types = {_source_type(pair) for one in self.judged for pair in one.pairs}
        return self._split(_source_type, sorted(types, key=lambda name: (name == UNLABELLED, name)))

    def to_dict(self) -> dict[str, Any]:
        return {
            "articles": len(self.judged),
            "articles missing": self.missing,
            "verbatim": self.verbatim.to_dict(),
            **self.figures.to_dict(),
            "by": {
                name: {group: figures.to_dict() for group, figures in groups.items()}
                for name, groups in self.groups().items()
            },
            "calibration": self.calibration.to_dict(),
            "name calibration": self.name_calibration.to_dict(),
        }

    def groups(self) -> dict[str, Groups]:
        return {"outlet": self.by_outlet(), "kind": self.by_kind(), "source_type": self.by_source_type()}

    def _split(self, key: Callable[[Pair], str], names: Iterable[str]) -> Groups:
        pairs = [pair for one in self.judged for pair in one.pairs]
        split = {name: [pair for pair in pairs if key(pair) == name] for name in names}
        return {name: count(some) for name, some in split.items() if some}


def evaluate(gold: Sequence[GoldArticle], predicted: Mapping[str, PredictedArticle]) -> Evaluation:
    known = {article.id for article in gold}
    judged = tuple(judge(article, predicted.get(article.id)) for article in gold)
    return Evaluation(judged, tuple(article_id for article_id in predicted if article_id not in known))


def _count(judged: Sequence[Judged]) -> Figures:
    annotated = [one.reports for one in judged if one.reports is not None]
    reports = [report for reports in annotated for report in reports] if annotated else None
    return count([pair for one in judged for pair in one.pairs], reports)


def _source_type(pair: Pair) -> str:
    if pair.gold is not None:
        return pair.gold.labels.source_type if pair.gold.labels else UNLABELLED
    return (pair.predicted.source_type if pair.predicted else None) or UNLABELLED

"""Measuring: predictions held against gold, what went wrong, and what changed between two runs."""

from pathlib import Path

from quotes.evaluate.changes import Change, Comparison, compare
from quotes.evaluate.evaluation import Evaluation, evaluate
from quotes.evaluate.figures import Figures, Score, Share
from quotes.evaluate.gold import GoldArticle, widest_scope
from quotes.evaluate.json_lines import read_gold_lines, read_predictions
from quotes.evaluate.mistakes import Mistake, find_mistakes
from quotes.evaluate.page import generate_page
from quotes.evaluate.predictions import PredictedArticle, to_predicted
from quotes.evaluate.reliability import generate_reliability
from quotes.evaluate.standoff import is_standoff, read_gold_standoff

__all__ = [
    "Change",
    "Comparison",
    "Evaluation",
    "Figures",
    "GoldArticle",
    "Mistake",
    "PredictedArticle",
    "Score",
    "Share",
    "compare",
    "evaluate",
    "find_mistakes",
    "generate_page",
    "generate_reliability",
    "read_gold",
    "read_predictions",
    "to_predicted",
    "widest_scope",
]


def read_gold(path: Path) -> list[GoldArticle]:
    """Gold articles from JSON Lines (`-` for standard input) or from a folder of brat standoff.

    Raises InputError where the gold cannot be read; part of a gold is not gold.
    """
    return read_gold_standoff(path) if is_standoff(path) else read_gold_lines(path)

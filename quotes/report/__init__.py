"""How much of what is published rests on sources without a name, and what a house's rules would mind.

`Counted(store)` is what is counted; `measure_whole` and `measure_groups` give shares with their intervals,
`find_breaches` the warnings. Pages and charts are in `quotes.report.html` and `.charts`, which
need matplotlib; nothing else does.
"""

from quotes.categories import CATEGORIES
from quotes.report.categories import COUNTING_RULES, CountingRule, counting_rule
from quotes.report.counted import Counted
from quotes.report.figures import INTERVAL, MEASURES, Figures, Group, measure_groups, measure_whole
from quotes.report.findings import Finding, HouseRule, Warnings
from quotes.report.grouping import DIMENSIONS, Dimension, parse_dimensions
from quotes.report.house_rules import HOUSE_RULES, choose_rules, find_breaches
from quotes.report.interval import Share, percent, wilson
from quotes.report.rows import (
    LISTED_FIELDS,
    category_label,
    figure_fields,
    iter_figure_rows,
    iter_listed,
    iter_listed_rows,
)
from quotes.report.series import PANELS, Panel, choose_panels
from quotes.store.counting.copies import COPIES
from quotes.store.counting.stories import Listed
from quotes.store.counting.tallies import Measure

__all__ = [
    "CATEGORIES",
    "COPIES",
    "COUNTING_RULES",
    "DIMENSIONS",
    "HOUSE_RULES",
    "INTERVAL",
    "LISTED_FIELDS",
    "MEASURES",
    "PANELS",
    "Counted",
    "CountingRule",
    "Dimension",
    "Figures",
    "Finding",
    "Group",
    "HouseRule",
    "Listed",
    "Measure",
    "Panel",
    "Share",
    "Warnings",
    "category_label",
    "choose_panels",
    "choose_rules",
    "counting_rule",
    "figure_fields",
    "find_breaches",
    "iter_figure_rows",
    "iter_listed",
    "iter_listed_rows",
    "measure_groups",
    "measure_whole",
    "parse_dimensions",
    "percent",
    "wilson",
]

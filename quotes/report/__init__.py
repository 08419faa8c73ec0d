"""How much of what is published rests on sources without a name, and what a house's rules would mind.

`count(store.heads(), store.records())` brings wire copies together; `measure_whole` and `measure_groups` give shares
with their intervals, `find_breaches` the warnings. Pages and charts are in `quotes.report.html` and `.charts`, which
need matplotlib; nothing else does.
"""

from quotes.categories import CATEGORIES
from quotes.report.categories import COUNTING_RULES, CountingRule, counting_rule
from quotes.report.copies import COPIES, Counted, Quoted, count
from quotes.report.figures import INTERVAL, MEASURES, Figures, Group, Measure, measure_groups, measure_whole
from quotes.report.findings import Finding, HouseRule
from quotes.report.grouping import DIMENSIONS, Dimension, parse_dimensions
from quotes.report.house_rules import HOUSE_RULES, choose_rules, find_breaches
from quotes.report.interval import Share, percent, wilson
from quotes.report.rows import (
    LISTED_FIELDS,
    category_label,
    figure_fields,
    iter_figure_rows,
    iter_listed_rows,
    listed,
    minded_by,
    warnings_by_quotation,
    write_csv,
)
from quotes.report.series import PANELS, Panel, choose_panels

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
    "Measure",
    "Panel",
    "Quoted",
    "Share",
    "category_label",
    "choose_panels",
    "choose_rules",
    "count",
    "counting_rule",
    "figure_fields",
    "find_breaches",
    "iter_figure_rows",
    "iter_listed_rows",
    "listed",
    "measure_groups",
    "measure_whole",
    "minded_by",
    "parse_dimensions",
    "percent",
    "warnings_by_quotation",
    "wilson",
    "write_csv",
]

"""The report as one HTML page: style and charts inside, no script, nothing fetched; every word from outside escaped."""

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from quotes.definitions import day_in_words
from quotes.report.categories import COUNTING_RULES
from quotes.report.charts import ChartData
from quotes.report.counted import Counted
from quotes.report.drawings import generate_drawings
from quotes.report.entries import generate_entries, generate_warnings
from quotes.report.figures import INTERVAL, MEASURES, Figures, Group, measure_groups, measure_whole
from quotes.report.findings import HouseRule, Warnings
from quotes.report.grouping import DIMENSIONS, Dimension
from quotes.report.interval import Share, percent
from quotes.store.counting.copies import COPIES


def generate_report(
    counted: Counted,
    dimensions: tuple[Dimension, ...],
    rules: Sequence[HouseRule],
    warnings: Warnings,
    charts: ChartData,
) -> str:
    """A self-contained HTML document. The table is of the measure that the charts show."""
    style = files(__package__).joinpath("report.css").read_text(encoding="utf-8")
    whole, groups = measure_whole(counted), measure_groups(counted, dimensions)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Anonymous sources – who said what</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#figures">Skip to the figures</a>
<header>
<h1>Anonymous sources</h1>
<p class="facts">{_scope(counted)}</p>
</header>
<main>
<section class="cards" aria-label="All articles">
{"".join(_card(MEASURES[measure][0], figures) for measure, figures in whole.measures.items())}</section>
<section class="charts" aria-label="Charts">
{generate_drawings(charts)}
</section>
{_table(groups, whole, dimensions, charts)}
{generate_warnings(rules, warnings)}
{generate_entries(counted, warnings)}
{_definitions(rules)}
</main>
<footer>Counted by who-said-what. Every quotation is its article’s own wording, letter for letter; who stands behind it
is a machine’s reading.</footer>
</body>
</html>
"""


def _scope(counted: Counted) -> str:
    extent = counted.extent
    parts = [f"{extent.articles:,} article{'' if extent.articles == 1 else 's'}"]
    if extent.outlets:
        parts.append(f"{extent.outlets:,} outlet{'' if extent.outlets == 1 else 's'}")
    if extent.first and extent.last:
        parts.append(" – ".join(dict.fromkeys(map(day_in_words, (extent.first, extent.last)))))
    return " · ".join(parts)


def _card(noun: str, figures: Figures) -> str:
    strict, broad = figures.shares["strict"], figures.shares["broad"]
    return f"""<div class="card">
<h2>{noun}</h2>
<p class="big">{_percent(strict)}</p>
<p>{strict.part:,} of {strict.whole:,}</p>
<p>95% interval {_interval(strict)}</p>
<p class="broad">broad {_percent(broad)} ({_interval(broad)})</p>
</div>
"""


def _table(groups: Sequence[Group], whole: Group, dimensions: tuple[Dimension, ...], charts: ChartData) -> str:
    noun = MEASURES[charts.measure][0]
    heads = "".join(f'<th scope="col">{dimension.label}</th>' for dimension in dimensions)
    names = "".join(
        f'<th scope="col" class="n">{rule}</th><th scope="col" class="n">share</th><th scope="col" class="n">95%</th>'
        for rule in COUNTING_RULES
    )
    body = "\n".join(_row(group, dimensions, charts) for group in groups)
    span = f' colspan="{len(dimensions)}"' if len(dimensions) > 1 else ""
    return f"""<section id="figures" tabindex="-1">
<h2>Figures</h2>
<div class="wide" tabindex="0" role="region" aria-label="Table of figures">
<table>
<caption>{noun.capitalize()}, by {" and ".join(dimension.label.lower() for dimension in dimensions)}</caption>
<thead><tr>{heads}<th scope="col" class="n">all</th><th scope="col" class="n">with a speaker</th>{names}
<th scope="col" class="n">unnamed spokes&shy;persons</th><th scope="col" class="n">docu&shy;ments</th></tr></thead>
<tbody>
{body}
</tbody>
<tfoot><tr><th scope="row"{span}>All</th>{_cells(whole.measures[charts.measure])}</tr></tfoot>
</table>
</div>
</section>"""


def _row(group: Group, dimensions: tuple[Dimension, ...], charts: ChartData) -> str:
    called = [escape(dimension.called(value)) for dimension, value in zip(dimensions, group.key, strict=True)]
    heads = "".join(f'<th scope="row">{name}</th>' for name in called)
    return f"<tr>{heads}{_cells(group.measures[charts.measure])}</tr>"


def _cells(figures: Figures) -> str:
    cells = [f"{figures.total:,}", f"{figures.told:,}"]
    for rule in COUNTING_RULES:
        share = figures.shares[rule]
        cells += [f"{share.part:,}", f"<b>{_percent(share)}</b>", _interval(share)]
    cells += [f"{figures.spokespersons:,}", f"{figures.documents:,}"]
    return "".join(f'<td class="n">{cell}</td>' for cell in cells)


def _percent(share: Share) -> str:
    return "–" if share.value is None else percent(share.value)


def _interval(share: Share) -> str:
    return "–" if share.interval is None else "{:.0f}–{:.0f}%".format(*(100 * end for end in share.interval))


def _definitions(rules: Sequence[HouseRule]) -> str:
    listed = [
        *((rule.name, rule.definition) for rule in COUNTING_RULES.values()),
        *MEASURES.values(),
        ("intervals", INTERVAL),
        ("copies", COPIES),
        *((f"house rule {rule.name}", f"Warns where {rule.definition}.") for rule in rules),
    ]
    items = "\n".join(f"<dt>{escape(name)}</dt><dd>{escape(definition)}</dd>" for name, definition in listed)
    return f'<section id="definitions">\n<h2>How it is counted</h2>\n<dl>\n{items}\n</dl>\n</section>'


def chart_dimension(dimensions: tuple[Dimension, ...]) -> Dimension:
    """What the second chart is by: the first of these that is no month, else the outlet."""
    return next((one for one in dimensions if one.name != "month"), DIMENSIONS["outlet"])

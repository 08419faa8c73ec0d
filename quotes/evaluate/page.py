"""What went wrong, as one HTML page that needs nothing else: no script, nothing fetched, every word escaped."""

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from itertools import groupby

from quotes.evaluate.evaluation import Evaluation
from quotes.evaluate.figures import MEASURES, Score, Share
from quotes.evaluate.marked import MEANINGS, generate_context, marks_of
from quotes.evaluate.mistakes import CLASSES, Mistake, MistakeClass, find_mistakes

OPEN = 60  # classes with more mistakes than this are folded at first


def generate_page(evaluation: Evaluation, title: str) -> str:
    """All mistakes, grouped by class with their counts, each in its paragraphs with gold and prediction marked."""
    mistakes = find_mistakes(evaluation.judged)
    groups = {kind: list(some) for kind, some in groupby(mistakes, key=lambda mistake: mistake.kind)}
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    sections = "\n".join(_section(kind, some) for kind, some in groups.items())
    legend = " ".join(f'<li><mark class="{name}">{meaning}</mark></li>' for name, meaning in MEANINGS.items())
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)} – mistakes</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{escape(title)}</h1>
<p>{len(evaluation.judged)} articles, {_count(len(mistakes), "mistake")}. A quotation can be in several classes.</p>
<div class="tables">
{_contents(groups)}
{_measures(evaluation)}
</div>
<ul class="legend">{legend}</ul>
</header>
<main>
{sections}
</main>
</body>
</html>
"""


def _contents(groups: dict[MistakeClass, list[Mistake]]) -> str:
    rows = "\n".join(
        f'<tr><th scope="row"><a href="#{_anchor(kind)}">{kind}</a></th>'
        f"<td>{len(some)}</td><td>{CLASSES[kind]}</td></tr>"
        for kind, some in groups.items()
    )
    return f"<table>\n<caption>Mistakes by class</caption>\n{rows}\n</table>" if rows else "<p>No mistakes.</p>"


def _measures(evaluation: Evaluation) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{name}</th>{_cells(value)}<td>{MEASURES[name]}</td></tr>'
        for name, value in evaluation.figures.rows()
    )
    head = "<tr><td></td><th>P</th><th>R</th><th>F</th><td></td></tr>"
    return f"<table>\n<caption>Measures</caption>\n{head}\n{rows}\n</table>"


def _cells(value: Score | Share) -> str:
    if isinstance(value, Share):
        return f'<td colspan="3">{"–" if value.value is None else f"{value.value:.3f}"}</td>'
    return "".join(f"<td>{figure:.3f}</td>" for figure in (value.precision, value.recall, value.f1))


def _section(kind: MistakeClass, some: Sequence[Mistake]) -> str:
    cases = "\n".join(map(_case, some))
    is_open = " open" if len(some) <= OPEN else ""
    return (
        f'<details id="{_anchor(kind)}"{is_open}><summary><h2>{kind} <small>{len(some)}</small></h2></summary>\n'
        f"<p>{CLASSES[kind]}</p>\n{cases}\n</details>"
    )


def _case(mistake: Mistake) -> str:
    article = mistake.article.article
    place = " · ".join(filter(None, [article.id, article.outlet, f"at {mistake.span.start}"]))
    verdict = "".join(
        f"<dt>{label}</dt><dd>{escape(words)}</dd>"
        for label, words in (("gold", mistake.expected), ("predicted", mistake.given))
        if words
    )
    context = generate_context(article.text, marks_of(mistake))
    return f"<article>\n<h3>{escape(place)}</h3>\n{context}\n<dl>{verdict}{_reasons(mistake)}</dl>\n</article>"


def _reasons(mistake: Mistake) -> str:
    if mistake.predicted is None:
        return ""
    reasons = "; ".join(map(str, mistake.predicted.evidence))
    confidence = mistake.predicted.confidence
    shown = [("because", escape(reasons)), ("confidence", "" if confidence is None else f"{confidence:.0%}")]
    return "".join(f"<dt>{label}</dt><dd>{words}</dd>" for label, words in shown if words)


def _anchor(kind: MistakeClass) -> str:
    return kind.replace(" ", "-")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

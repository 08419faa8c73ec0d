"""Pictures that are no network of lines: the chord diagram, and somebody's quotations over time."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from graph.drawing import file_format, write_image
from graph.drawing.canvas import Area, Canvas, PaperName, open_canvas, save
from graph.drawing.captions import MONTHS, Captions, capital, period
from graph.drawing.chord import draw_chord
from graph.drawing.flows import flows_of
from graph.drawing.picture import draw_captions
from graph.drawing.svg import finish
from graph.drawing.timeline import draw_timeline, series_by_outlet
from graph.drawing.words import clean, shorten
from quotes.errors import UsageError

CHORD_NODES = 20
_VERBS = {"relay": ("passed on", "took over"), "within": ("quotes", "is quoted")}


def draw_chords(
    network: "nx.DiGraph[Any]",
    path: str | Path,
    *,
    max_nodes: int = CHORD_NODES,
    paper: PaperName = "screen",
    store: str = "",
) -> int:
    """Draw what passes between the nodes of a directed network as bands in a circle; returns how many nodes have one
    of their own there. Raises UsageError where nothing passes.

    >>> network = nx.DiGraph(kind="relay")
    >>> network.add_edge("outlet:1", "outlet:2", weight=3)
    >>> draw_chords(network, getfixture("tmp_path") / "chord.svg")
    2
    """
    flows, names, others = flows_of(network, max_nodes)
    if not flows:
        raise UsageError("there is nothing to draw: nobody has words from another here; select less narrowly")
    about = network.graph
    selection = capital(shorten(about.get("selection", ""), 160) or "all that is stored")
    shown = f"The {len(names)} with most and {others} others" if others else f"All {len(names)}"
    amount = sum(flow.amount for flow in flows)
    subtitle = f"{selection}. {shown}. Bands begin at whose words they are and point at who published them."
    if about.get("kind") != "relay":
        subtitle = f"{selection}. {shown}. Bands begin at who quotes and point at who is quoted."
    parts = [f"Source: {store}" if store else "", f"{amount:,} quotations", period(network)]
    source = " · ".join(filter(None, parts))
    said = Captions(capital(clean(about.get("title", "")) or "the network"), subtitle, source)
    verbs = _VERBS.get(about.get("kind", ""), ("gives", "takes"))
    _sheet(path, paper, said, lambda canvas, area: draw_chord(canvas, flows, names, area, verbs))
    return len(names)


def draw_months(
    counted: Mapping[tuple[str | None, str | None], int],
    path: str | Path,
    *,
    name: str,
    selection: str = "",
    paper: PaperName = "screen",
    store: str = "",
) -> int:
    """Draw how many quotations somebody has in each month, by outlet; returns how many are drawn.

    `counted` has a month as "2020-01" and an outlet, each None where an article names none. Raises UsageError where
    nothing is dated.

    >>> draw_months({("2020-01", "The Example"): 3}, getfixture("tmp_path") / "months.svg", name="Ada Alder")
    3
    """
    everything, rows, undated = series_by_outlet(counted)
    first, last = min(everything.counts), max(everything.counts)
    span = " to ".join(dict.fromkeys(f"{MONTHS[month - 1]} {year}" for year, month in (first, last)))
    subtitle = f"Quotations by month{', ' + shorten(selection, 160) if selection else ''}. {span}."
    if undated:
        subtitle += f" {undated:,} in articles without a date are left out."
    noun = "quotation" if everything.total == 1 else "quotations"
    source = " · ".join(filter(None, [f"Source: {store}" if store else "", f"{everything.total:,} {noun}"]))
    said = Captions(f"How often {shorten(name, 60)} is quoted", subtitle, source)
    _sheet(path, paper, said, lambda canvas, area: draw_timeline(canvas, everything, rows, area))
    return everything.total


def _sheet(path: str | Path, paper: PaperName, said: Captions, draw: Callable[[Canvas, Area], None]) -> None:
    with open_canvas(paper, file_format(path)) as canvas:
        sheet = canvas.paper
        head = draw_captions(canvas, said)
        draw(canvas, (sheet.margin, sheet.margin * 0.75 + 2.6 * sheet.text, sheet.width - sheet.margin, head - 10))
        image = save(canvas)
    if canvas.format == "svg":
        image = finish(image, said.title, f"{said.subtitle} {said.source}", {})
    write_image(path, image)

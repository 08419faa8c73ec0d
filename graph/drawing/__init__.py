"""Pictures of networks, as SVG, PNG or PDF, and pages of HTML. matplotlib is loaded when one is drawn."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import networkx as nx

from graph.disparity import ALPHA
from graph.drawing.canvas import FileFormat, PaperName
from graph.layout.colours import ColorBy
from quotes.errors import UsageError

if TYPE_CHECKING:
    from graph.drawing.thin import Drawn
    from quotes.store import Store

MAX_NODES = 400


def draw(
    network: "nx.Graph[Any]",
    path: str | Path,
    *,
    max_nodes: int | None = None,
    labels: int | None = None,
    color_by: ColorBy = "kind",
    paper: PaperName = "screen",
    alpha: float = ALPHA,
    store: str = "",
    proof: "Store | None" = None,
) -> "Drawn":
    """Draw a network to a file that ends in .svg, .png, .pdf or .html; returns what of it was drawn.

    The strongest `max_nodes` are drawn, MAX_NODES if it does not say otherwise, and of a page `graph.page.MAX_NODES`.
    Up to `labels` names are written, by default as many as the sheet bears. A page reads the quotations that prove its
    edges from the store `proof`; `labels` and `paper` mean nothing to it. Where several hundred edges lie densely,
    their backbone at `alpha` is drawn. `store` is named as the source. A network that `graph.layout.place` has placed,
    and that is small enough, keeps its positions; one that has not is not changed.
    The same network gives the same SVG. Raises UsageError for a network without edges.

    >>> network = nx.DiGraph(kind="speaker-outlet")
    >>> network.add_node("speaker:1", kind="person", label="Ada Alder", side="speaker")
    >>> network.add_node("outlet:1", kind="outlet", label="The Example", side="outlet")
    >>> network.add_edge("speaker:1", "outlet:1", weight=3)
    >>> len(draw(network, getfixture("tmp_path") / "net.svg").graph)
    2
    """
    if is_page(path):
        from graph import page

        most = max_nodes or page.MAX_NODES
        return page.write_page(network, path, proof=proof, max_nodes=most, color_by=color_by, alpha=alpha, store=store)
    from graph.drawing.canvas import open_canvas, save
    from graph.drawing.captions import captions
    from graph.drawing.picture import draw_network, tips
    from graph.drawing.svg import finish
    from graph.drawing.thin import thin

    format = file_format(path)
    drawn = thin(network, max_nodes or MAX_NODES, alpha)
    if len(drawn.graph) < drawn.all_nodes:
        for _node, data in drawn.graph.nodes(data=True):
            data.pop("x", None)
    said = captions(drawn, store)
    with open_canvas(paper, format) as canvas:
        sketch = draw_network(canvas, drawn.graph, said, color_by=color_by, labels=labels)
        image = save(canvas)
    if format == "svg":
        image = finish(image, said.title, f"{said.subtitle} {said.source}", tips(drawn.graph, sketch))
    write_image(path, image)
    return drawn


def is_page(path: str | Path) -> bool:
    return Path(path).suffix.lower() == ".html"


def file_format(path: str | Path) -> FileFormat:
    """What the ending names; raises UsageError for any other."""
    ending = Path(path).suffix.removeprefix(".").lower()
    formats: tuple[FileFormat, ...] = get_args(FileFormat)
    for known in formats:
        if ending == known:
            return known
    raise UsageError(f"the name {str(path)!r} tells no kind of picture; end it in .svg, .png or .pdf")


def write_image(path: str | Path, image: bytes) -> None:
    """Raises UsageError when the file cannot be written."""
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(image)
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); choose another place with -o") from error

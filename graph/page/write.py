"""The page as HTML: its style, its scripts and its data inside; only scripts with the hashes named in it may run."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.disparity import ALPHA
from graph.drawing.thin import Drawn, thin
from graph.layout import place
from graph.layout.colours import ColorBy
from graph.page.content import page_data
from graph.page.proof import NOTHING, Proof, read_proof
from quotes.definitions import day_in_words

if TYPE_CHECKING:
    from quotes.store import Store

MAX_NODES, MAX_EDGES = 3_000, 8_000
_SCRIPTS = ("state.js", "names.js", "picture.js", "tables.js", "panel.js", "page.js")
_PLACED = ("x", "y", "size", "color")


def write_page(
    network: "nx.Graph[Any]",
    path: str | Path,
    *,
    proof: "Store | None" = None,
    max_nodes: int = MAX_NODES,
    color_by: ColorBy = "kind",
    alpha: float = ALPHA,
    store: str = "",
) -> Drawn:
    """Write the strongest `max_nodes` as one HTML file; returns what of the network it shows.

    `proof` is the store that quotations are read from; without it, the page shows none. Of more than MAX_EDGES edges
    that lie densely, the backbone at `alpha` is shown. `store` is named as the source. Positions that
    `graph.layout.place` gave are kept if all nodes are shown. Raises UsageError for a network without edges or a file
    that cannot be written, and StoreError.
    """
    from graph.drawing import write_image

    drawn = thin(network, max_nodes, alpha, many_edges=MAX_EDGES)
    whole = len(drawn.graph) == drawn.all_nodes
    if not whole or any(name not in data for _node, data in drawn.graph.nodes(data=True) for name in _PLACED):
        place(drawn.graph, color_by=color_by)
    shown = NOTHING if proof is None else read_proof(proof, drawn.graph)
    write_image(path, generate_page(drawn, shown, store).encode())
    return drawn


def generate_page(drawn: Drawn, proof: Proof = NOTHING, store: str = "") -> str:
    """A self-contained HTML document of a network that is placed."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("graph.page", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    library, own = _read("assets/cytoscape.min.js"), _own_script()
    return environment.get_template("page.html.jinja").render(
        data=page_data(drawn, proof, store), proof=proof, day=_day, style=Markup(_read("page.css")),
        licence=Markup(_read("assets/cytoscape.LICENSE.txt").replace("--", "- -")),
        library=Markup(library), script=Markup(own), hashes=[_hash(library), _hash(own)],
    )  # fmt: skip


def _own_script() -> str:
    parts = "\n".join(_read(f"script/{name}") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _read(name: str) -> str:
    return files("graph.page").joinpath(name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """As a content security policy names a script that may run."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _day(iso: str) -> str:
    from datetime import date

    return day_in_words(date.fromisoformat(iso[:10]))

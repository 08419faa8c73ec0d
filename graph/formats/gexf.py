"""GEXF 1.3, for Gephi and Gephi Lite: labels, weights, positions, sizes, colours and a timeline.

A node or an edge whose articles are dated is there from the first day to the end of the last (one spell). Spells are
closed and of whole days, from midnight to a second before it: Gephi refuses spells that touch, and has tripped over
those that end when they begin. Columns have their names as ids, which Gephi Lite shows. The viz elements are in GEXF's
own namespace, as its schema demands, under the prefix that programs look for.

https://gexf.net/schema.html
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from graph.formats.plain import columns, to_plain
from graph.formats.xml import quote, reference

NAMESPACE = "http://gexf.net/1.3"
NODE_SHOWN = {"label", "x", "y", "size", "color"}  # what an element of its own or an XML attribute says
EDGE_SHOWN = {"weight"}
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string"}


def generate_gexf(network: nx.Graph) -> Iterator[str]:
    """The lines of a GEXF document. The same network gives the same document."""
    nodes = columns(data for _, data in network.nodes(data=True))
    edges = columns(data for *_, data in network.edges(data=True))
    dated = "first" in nodes or "first" in edges
    yield from generate_head(network, dynamic=dated)
    yield from generate_columns("node", nodes, NODE_SHOWN)
    yield from generate_columns("edge", edges, EDGE_SHOWN)
    yield f'<nodes count="{network.number_of_nodes()}">\n'
    for node, data in network.nodes(data=True):
        yield f"{open_node(node, data)}{values(data, NODE_SHOWN)}{_spell(data)}{viz(data)}</node>\n"
    yield f'</nodes>\n<edges count="{network.number_of_edges()}">\n'
    for number, (source, target, data) in enumerate(network.edges(data=True)):
        yield f"{open_edge(number, source, target, data)}{values(data, EDGE_SHOWN)}{_spell(data)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def generate_head(network: nx.Graph, *, dynamic: bool) -> Iterator[str]:
    """Everything before the columns."""
    about = network.graph
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<gexf xmlns="{NAMESPACE}" xmlns:viz="{NAMESPACE}" version="1.3">\n<meta>\n'
    yield "<creator>who-said-what</creator>\n"
    if "kind" in about:
        yield f"<keywords>{reference(about['kind'])}</keywords>\n"
    if "title" in about:
        description = "; ".join(filter(None, (about["title"], about.get("selection"))))
        yield f"<description>{reference(description)}</description>\n"
    direction = "directed" if network.is_directed() else "undirected"
    time = 'mode="dynamic" timeformat="date" timerepresentation="interval"' if dynamic else 'mode="static"'
    yield f'</meta>\n<graph defaultedgetype="{direction}" idtype="string" {time}>\n'


def generate_columns(of: str, kinds: Mapping[str, type], shown: Iterable[str], mode: str = "static") -> Iterator[str]:
    kept = {name: kind for name, kind in kinds.items() if name not in shown}
    if kept:
        yield f'<attributes class="{of}" mode="{mode}">\n'
        for name, kind in kept.items():
            yield f'<attribute id={quote(name)} title={quote(name)} type="{_TYPES[kind]}"/>\n'
        yield "</attributes>\n"


def open_node(node: Any, data: Mapping[str, Any]) -> str:
    return f"<node id={quote(str(node))} label={quote(data.get('label', str(node)))}>"


def open_edge(number: int, source: Any, target: Any, data: Mapping[str, Any]) -> str:
    weight = f' weight="{data["weight"]}"' if "weight" in data else ""
    return f'<edge id="e{number}" source={quote(str(source))} target={quote(str(target))}{weight}>'


def values(data: Mapping[str, Any], shown: Iterable[str]) -> str:
    """The values of one element, but those that are shown elsewhere."""
    plain = [(name, to_plain(value)) for name, value in data.items() if name not in shown]
    kept = "".join(f"<attvalue for={quote(name)} value={quote(value)}/>" for name, value in plain if value is not None)
    return f"<attvalues>{kept}</attvalues>" if kept else ""


def spell(first: str, last: str) -> str:
    """From the first day to the end of the last, as attributes; ISO dates.

    >>> spell("2020-01-31", "2020-01-31")
    'start="2020-01-31" end="2020-01-31T23:59:59"'
    """
    return f'start="{first}" end="{last}T23:59:59"'


def viz(data: Mapping[str, Any]) -> str:
    """Position, size and colour (#rrggbb) of a node."""
    shown = ""
    if "x" in data and "y" in data:
        shown += f'<viz:position x="{data["x"]}" y="{data["y"]}" z="0.0"/>'
    if "size" in data:
        shown += f'<viz:size value="{data["size"]}"/>'
    if "color" in data:
        red, green, blue = (int(data["color"][at : at + 2], 16) for at in (1, 3, 5))
        shown += f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
    return shown


def _spell(data: Mapping[str, Any]) -> str:
    if "first" not in data:
        return ""
    return f"<spells><spell {spell(data['first'], data.get('last', data['first']))}/></spells>"

"""Files of networks: a module a format, one registry.

>>> import networkx as nx
>>> network = nx.DiGraph([("speaker:1", "outlet:1")])
>>> [str(path) for path in write(network, "-", "pajek")]  # doctest: +NORMALIZE_WHITESPACE
*Vertices 2
1 "speaker:1"
2 "outlet:1"
*Arcs
1 2 1
['-']
"""

from graph.formats.registry import FORMATS, Format, format_of, paths_of, read, write, write_each

__all__ = ["FORMATS", "Format", "format_of", "paths_of", "read", "write", "write_each"]

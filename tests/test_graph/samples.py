r"""A small network of each kind by hand, whose texts are as awkward as texts get.

>>> network = sample("relay")
>>> network.graph["kind"], network.number_of_nodes(), network.number_of_edges()
('relay', 4, 4)
"""

from collections.abc import Callable
from typing import Any

import networkx as nx

QUOTED = 'Anaïs "Nan" O’Dell & Söhne <ü>'
LINES = "Two\nlines, a\ttab\r\nand a return"
CONTROL = "bell \x07, null \x00, escape \x1b, \x85, \u2028, half a pair \ud83d, \ufffe"
BACKSLASHES = "C:\\temp\\u0041 \\\\ \\n"
FORMULA = '=HYPERLINK("x")'
SCRIPT = "</script><b>&amp;&#65;"
RIGHT_TO_LEFT = "\u202bאבג, دبي"
SPACES = "  both ends  "
OUTSIDE = "Zoë 🦊 李小龍"


def speaker_outlet() -> nx.DiGraph:
    """Speakers of every kind → outlets; one outlet publishes nobody's words."""
    network: nx.DiGraph = nx.DiGraph(**_about("speaker-outlet", "who is quoted where", 7, 4))
    network.graph["selection"] = 'since 2020-01-01, outlet The "Example"'
    _add_speaker(network, "speaker:1", QUOTED, "person", role=LINES, affiliation=SCRIPT, anonymous=False)
    _add_speaker(network, "speaker:2", OUTSIDE, "organization", affiliation=RIGHT_TO_LEFT, anonymous=False, reports=3)
    _add_speaker(network, "speaker:3", CONTROL, "unnamed_person", article="a/1 ü", anonymous=True)
    _add_speaker(network, "speaker:4", FORMULA, "document", article="-4", anonymous=False)
    _add_outlet(network, "outlet:1", 'The "Example", daily; weekly', quotations=6)
    _add_outlet(network, "outlet:2", SPACES, quotations=1, relayed=2)
    _add_outlet(network, "outlet:3", BACKSLASHES, quotations=0)
    _add_edge(network, "speaker:1", "outlet:1", 3, "2020-01-03", "2020-02-29", relations=["told", "said: “no”"])
    _add_edge(network, "speaker:1", "outlet:2", 1, "2020-01-03", "2020-01-03", anonymous=0.5)
    _add_edge(network, "speaker:2", "outlet:1", 2, "2019-12-31", "2020-03-01")
    _add_edge(network, "speaker:3", "outlet:1", 1, relations=[CONTROL, BACKSLASHES, LINES], anonymous=1.0)
    network.add_edge("speaker:4", "outlet:2", weight=1)  # as little as an edge may carry
    return network


def relay() -> nx.DiGraph:
    """Outlets and agencies → outlets, with both directions and one that relays its own words."""
    network: nx.DiGraph = nx.DiGraph(**_about("relay", "whose words come through whom", 9, 5))
    for number, label in enumerate((QUOTED, LINES, CONTROL, OUTSIDE), 1):
        _add_outlet(network, f"outlet:{number}", label, quotations=number, relayed=number % 2)
    _add_edge(network, "outlet:1", "outlet:2", 4, "2021-05-01", "2021-05-09", relations=["reported"])
    _add_edge(network, "outlet:2", "outlet:1", 1, "2021-05-09", "2021-05-09")
    _add_edge(network, "outlet:3", "outlet:2", 3)
    _add_edge(network, "outlet:4", "outlet:4", 1)
    return network


def about() -> nx.DiGraph:
    """Speakers → the people and bodies they speak of, one of whom answers."""
    network: nx.DiGraph = nx.DiGraph(**_about("about", "who speaks of whom", 3, 2))
    _add_speaker(network, "speaker:1", SCRIPT, "person", anonymous=False)
    _add_speaker(network, "speaker:2", RIGHT_TO_LEFT, "person", anonymous=False)
    _add_speaker(network, "speaker:3", "Ministry of Roads", "organization", anonymous=False)
    _add_edge(network, "speaker:1", "speaker:2", 1, "2020-06-01", "2020-06-01")
    _add_edge(network, "speaker:2", "speaker:1", 1, "2020-06-02", "2020-06-02")
    _add_edge(network, "speaker:1", "speaker:3", 2, "2020-06-01", "2020-06-03")
    return network


def co_quoted() -> nx.Graph:
    """Speakers whom the same articles quote: without direction."""
    network: nx.Graph = nx.Graph(**_about("co-quoted", "who is quoted beside whom", 6, 3))
    for number, label in enumerate((QUOTED, FORMULA, OUTSIDE), 1):
        _add_speaker(network, f"speaker:{number}", label, "person", anonymous=False)
    _add_edge(network, "speaker:1", "speaker:2", 2, "2020-01-01", "2020-02-01")
    _add_edge(network, "speaker:3", "speaker:2", 1, "2020-02-01", "2020-02-01")
    return network


def article_speaker() -> nx.DiGraph:
    """Articles → the speakers they quote."""
    network: nx.DiGraph = nx.DiGraph(**_about("article-speaker", "which article quotes whom", 3, 2))
    for number, label in enumerate((SPACES, LINES), 1):
        network.add_node(
            f"article:{number}",
            kind="article",
            side="article",
            label=label,
            article=f"a{number}",
            quotations=2,
            words=20,
        )
    _add_speaker(network, "speaker:1", QUOTED, "person", anonymous=False)
    _add_edge(network, "article:1", "speaker:1", 2, "2020-01-01", "2020-01-01")
    _add_edge(network, "article:2", "speaker:1", 1)
    return network


def within() -> nx.DiGraph:
    """Whoever passes on what others say → the others."""
    network: nx.DiGraph = nx.DiGraph(**_about("within", "who quotes whom", 2, 2))
    _add_speaker(network, "speaker:1", QUOTED, "person", anonymous=False)
    _add_speaker(network, "speaker:2", BACKSLASHES, "narrator", anonymous=False)
    _add_edge(network, "speaker:1", "speaker:2", 2, "2020-01-01", "2021-01-01")
    return network


def laid_out() -> nx.DiGraph:
    """Speakers and outlets with what measures and a layout add."""
    network = speaker_outlet()
    for number, (_, data) in enumerate(network.nodes(data=True)):
        data.update(pagerank=1 / (number + 3), degree=number, community=number % 2, community_name=QUOTED)
        data.update(x=-1.5 * number, y=number / 7, size=4.0 + number, color=f"#{number:02x}80ff")
    return network


def months() -> dict[str, nx.DiGraph]:
    """A network a month, by the month's name: someone goes, someone comes, and two stay but for the month between."""
    slices: dict[str, nx.DiGraph] = {}
    for month, speakers in (("2020-01", (1, 2)), ("2020-02", (2,)), ("2020-03", (1, 2, 3))):
        network: nx.DiGraph = nx.DiGraph(**_about("speaker-outlet", "who is quoted where", len(speakers), 1))
        network.graph["period"] = month
        _add_outlet(network, "outlet:1", "The Example", quotations=len(speakers))
        for number in speakers:
            _add_speaker(network, f"speaker:{number}", f"Speaker {number}", "person", anonymous=False)
            _add_edge(network, f"speaker:{number}", "outlet:1", number, f"{month}-0{number}", f"{month}-28")
        slices[month] = network
    return slices


SAMPLES: dict[str, Callable[[], nx.Graph]] = {
    "speaker-outlet": speaker_outlet,
    "relay": relay,
    "about": about,
    "co-quoted": co_quoted,
    "article-speaker": article_speaker,
    "within": within,
}


def sample(kind: str) -> nx.Graph:
    """The network of that kind, made anew."""
    return SAMPLES[kind]()


def _about(kind: str, title: str, quotations: int, articles: int) -> dict[str, Any]:
    return {"kind": kind, "title": title, "selection": "", "quotations": quotations, "articles": articles}


def _add_speaker(network: nx.Graph, node: str, label: str, kind: str, **more: Any) -> None:
    network.add_node(node, kind=kind, side="speaker", label=label, quotations=2, words=31, articles=2, **more)


def _add_outlet(network: nx.Graph, node: str, label: str, **more: Any) -> None:
    network.add_node(node, kind="outlet", side="outlet", label=label, **more)


def _add_edge(
    network: nx.Graph,
    source: str,
    target: str,
    weight: int,
    first: str | None = None,
    last: str | None = None,
    anonymous: float = 0.0,
    **more: Any,
) -> None:
    dates = {"first": first, "last": last} if first else {}
    proof = [f"{source[-1]}{target[-1]}q{number}" for number in range(weight)]
    network.add_edge(
        source,
        target,
        **{"weight": weight, "words": 12 * weight, "articles": 2, **dates, "anonymous": anonymous, "confidence": 0.875},
        **{"evidence": proof, "article_ids": ["a/1 ü", "-4"], **more},
    )

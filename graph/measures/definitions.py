"""What each measure means and where it comes from: the words of `--help`, of the tables' notes and of the pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from quotes.errors import UsageError

TableName = Literal["network", "nodes", "communities", "outlets", "pairs", "ties"]
TABLES: dict[TableName, str] = {
    "network": "the network as a whole",
    "nodes": "speakers, outlets and whoever else is a node",
    "communities": "groups that are tied more closely within than to others",
    "outlets": "outlets by their sources",
    "pairs": "pairs of outlets by the sources that they share",
    "ties": "ties between two nodes",
}

SPEAKER_OUTLET = "speaker-outlet"
DIRECTED_KINDS = frozenset({"relay", "about", "within"})  # where a tie may lead on to another


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure in words. `kinds` are the networks that it can be taken of, all where there are none."""

    name: str
    heading: str
    tables: tuple[TableName, ...]
    meaning: str
    source: str
    kinds: frozenset[str] = frozenset()
    whole: bool = False  # whether its values are whole numbers

    def suits(self, kind: str) -> bool:
        return not self.kinds or kind in self.kinds


_OUTLETS = frozenset({SPEAKER_OUTLET})

DEFINITIONS: dict[str, Definition] = {
    one.name: one
    for one in (
        Definition(
            "degree", "Ties", ("nodes",),
            "How many others the node is tied to, in either direction.",
            "Freeman 1978, Social Networks 1",
            whole=True,
        ),
        Definition(
            "strength", "Strength", ("nodes",),
            "The weights of all its ties together: quotations, and of people who are quoted together articles.",
            "Barrat et al. 2004, PNAS 101",
        ),
        Definition(
            "betweenness", "Betweenness", ("nodes",),
            "Of the shortest paths between two others, the share that leads through the node, from 0 to 1; whatever "
            "its weight, a tie is one step. In large networks it is estimated from the paths that begin at some nodes "
            "drawn by chance; betweenness_error is two standard errors, and in trials 91 to 95 values of a hundred "
            "were off by no more.",
            "Freeman 1977, Sociometry 40; estimated after Brandes & Pich 2007, Int. J. Bifurcation and Chaos 17",
        ),
        Definition(
            "pagerank", "PageRank", ("nodes",),
            "The share of its time that a walk spends at the node which follows ties in proportion to their weight "
            "and with a chance of 15% begins again anywhere; all nodes together have 1.",
            "Page, Brin, Motwani & Winograd 1999, Stanford InfoLab 1999-66",
        ),
        Definition(
            "core", "Core", ("nodes",),
            "The largest k for which the node belongs to a part of the network whose members all have k ties or more "
            "within it.",
            "Seidman 1983, Social Networks 5; computed after Batagelj & Zaveršnik 2003",
            whole=True,
        ),
        Definition(
            "community", "Community", ("nodes", "communities"),
            "The group of the node when groups are chosen so that more weight lies within them than chance would put "
            "there. Groups are found by the Louvain method, from a seed, so that the same network always has the same "
            "ones; 1 is the largest, and each is named after its members of most strength.",
            "Blondel et al. 2008, J. Statistical Mechanics P10008",
            whole=True,
        ),
        Definition(
            "bridge", "Bridge", ("ties", "network"),
            "A tie without which there is no path between its two ends. cut_off is how many nodes the smaller side "
            "then has; ties that cut off a single node are counted, not listed.",
            "Tarjan 1974, Information Processing Letters 2",
            whole=True,
        ),
        Definition(
            "sources", "Sources", ("outlets", "network"),
            "How many speakers are quoted. Unnamed ones are one in each article; the narrator is none.",
            "counted",
            _OUTLETS, True,
        ),
        Definition(
            "hhi", "HHI", ("outlets", "network"),
            "Concentration: the chance that two quotations, drawn one after the other with replacement, are of one "
            "source. It is 1 where a single source says all, and 1/n where n sources say equally much.",
            "Herfindahl 1950; Hirschman 1964, American Economic Review 54",
            _OUTLETS,
        ),
        Definition(
            "effective_sources", "Effective", ("outlets", "network"),
            "How many sources, all quoted equally much, would be as concentrated as these: 1/HHI.",
            "Laakso & Taagepera 1979, Comparative Political Studies 12; Hill 1973, Ecology 54",
            _OUTLETS,
        ),
        Definition(
            "gini", "Gini", ("outlets", "network"),
            "How unequally quotations are spread over the sources that are quoted at all: 0 where all have equally "
            "many, towards 1 where one has nearly all.",
            "Gini 1912, Variabilità e mutabilità",
            _OUTLETS,
        ),
        Definition(
            "entropy", "Entropy", ("outlets", "network"),
            "How many bits it takes on average to say whose a quotation is: 0 for one source, log2 n for n sources "
            "quoted equally much.",
            "Shannon 1948, Bell System Technical Journal 27",
            _OUTLETS,
        ),
        Definition(
            "exclusive", "Exclusive", ("outlets",),
            "The share of its sources with a name whom no other outlet of the network quotes.",
            "this project's own",
            _OUTLETS,
        ),
        Definition(
            "relayed", "Relayed", ("outlets", "network"),
            "The share of the quoted words that came through another outlet or an agency, as the article itself says.",
            "this project's own; compare Lewis, Williams & Franklin 2008, Journalism Practice 2",
            _OUTLETS,
        ),
        Definition(
            "jaccard", "Jaccard", ("pairs",),
            "Of the sources with a name whom either outlet quotes, the share whom both quote (shared says how many).",
            "Jaccard 1912, New Phytologist 11",
            _OUTLETS,
        ),
        Definition(
            "weighted_jaccard", "Weighted", ("pairs",),
            "The same with each source's share of the outlet's quotations as its weight: the smaller shares added up, "
            "over the larger ones added up. 1 where both quote the same sources in the same proportions.",
            "Ružička 1958, Biológia 13",
            _OUTLETS,
        ),
        Definition(
            "density", "Density", ("network",),
            "Of the ties that could be there, the share that is; between speakers and outlets, none is possible within "
            "one side.",
            "Wasserman & Faust 1994, Social Network Analysis, 4.1.1 and 8.3",
        ),
        Definition(
            "components", "Components", ("network",),
            "Into how many parts the network falls that have no tie to each other; largest_component is the share of "
            "the nodes that the largest has.",
            "Wasserman & Faust 1994, 4.2.3",
            whole=True,
        ),
        Definition(
            "modularity", "Modularity", ("network",),
            "How much more of the weight lies within communities than chance would put there.",
            "Newman & Girvan 2004, Physical Review E 69",
        ),
        Definition(
            "reciprocity", "Reciprocity", ("network",),
            "The share of the ties that are returned by one in the other direction.",
            "Wasserman & Faust 1994, 13.3",
            DIRECTED_KINDS,
        ),
        Definition(
            "assortativity", "By outlet", ("network",),
            "Whether who is quoted by an outlet is quoted by the same one again: 1 if always, 0 if as often as "
            "chance would have it, below if less. It is the assortativity of quotations by outlet, each tied to the "
            "other ones of its speaker, so that every quotation counts once.",
            "Newman 2003, Physical Review E 67",
            _OUTLETS,
        ),
    )
}  # fmt: skip


def choose(names: Iterable[str], kind: str) -> tuple[Definition, ...]:
    """The measures of these names, all that suit the network where there is none; `"pagerank,core"` is two.

    Raises UsageError for names that are none, and for measures that this kind of network does not have.

    >>> [one.name for one in choose(["core, degree"], "relay")]
    ['core', 'degree']
    """
    wanted = list(dict.fromkeys(part.strip().lower().replace("-", "_") for name in names for part in name.split(",")))
    found = [_definition(name) for name in wanted if name]
    for one in found:
        if not one.suits(kind):
            raise UsageError(
                f"{one.name} is not measured in a network of kind {kind or 'unknown'}; "
                f"build one of kind {' or '.join(sorted(one.kinds))}"
            )
    return tuple(found) or tuple(one for one in DEFINITIONS.values() if one.suits(kind))


def in_words() -> str:
    """All of them, a paragraph each."""
    return "\n\n".join(f"{one.name}: {one.meaning} ({one.source})" for one in DEFINITIONS.values())


def _definition(name: str) -> Definition:
    if name not in DEFINITIONS:
        raise UsageError(f"there is no measure {name!r}; choose from {', '.join(DEFINITIONS)}")
    return DEFINITIONS[name]

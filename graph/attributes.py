"""What networks, their nodes and their edges carry.

A network is a networkx graph with one edge a pair, directed as things were said but where people are quoted together.
The ids of nodes are "speaker:…", "outlet:…" and "article:…", "source:…" of unnamed sources that were grouped, and
"name:…" of people who are only spoken of. What a node or an edge lacks is absent, never None or empty. Measures and
layouts add attributes of their own names, which are text, numbers or truth values.
"""

GRAPH_ATTRIBUTES: dict[str, type] = {
    "kind": str,  # of network: "speaker-outlet"
    "title": str,  # "who is quoted where"
    "selection": str,  # in plain words; "" for everything
    "quotations": int,  # that were asked for, each counted once
    "articles": int,
    "alpha": float,  # of a backbone: the significance that its edges have
    "around": str,  # of a part: the name that it lies around,
    "steps": int,  # and how far it goes
    "period": str,  # of one in a sequence: "2020-03"
}
NODE_ATTRIBUTES: dict[str, type] = {
    "kind": str,  # person, organization, unnamed_person, unnamed_group, document, outlet, article
    "label": str,  # a person's name in the registry, an unnamed source's descriptor, an outlet's or an article's name
    "side": str,  # speaker, outlet, article
    "role": str,  # the one that articles give most
    "affiliation": str,  # likewise
    "article": str,  # id of the article that an unnamed source, or a node that is an article, belongs to
    "anonymous": bool,  # speakers: whether any of their quotations rests on an identity withheld
    "quotations": int,  # speakers: theirs; outlets and articles: all that they published
    "words": int,  # of these
    "articles": int,  # that have them
    "reports": int,  # like quotations, of indirect speech
    "relayed": int,  # outlets: quotations that others have through them
    "received": int,  # outlets: of their quotations, those that came through others
    "received_words": int,  # the words of these
    "first": str,  # ISO date of the earliest dated article, and of the latest
    "last": str,
}
EDGE_ATTRIBUTES: dict[str, type] = {
    "weight": int,  # quotations, each counted once; of people who are quoted together, articles
    "words": int,
    "articles": int,
    "reports": int,  # how many of the weight are indirect speech
    "first": str,  # ISO date of the earliest dated article, and of the latest
    "last": str,
    "anonymous": float,  # 0 to 1: share of the weight that rests on an identity withheld
    "confidence": float,  # 0 to 1: the mean of the quotations
    "relations": list,  # how the articles word it: "told", "according to"
    "evidence": list,  # ids of the quotations that prove the edge, by date
    "article_ids": list,
    "significance": float,  # of a backbone: how probable so strong an edge is by chance
}

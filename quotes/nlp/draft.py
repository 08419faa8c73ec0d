"""A sentence on its way through the models; each stage fills in its columns."""

from dataclasses import dataclass, field

from quotes.domain import EntityType, Span


@dataclass(slots=True)
class Draft:
    """All lists but `names` have one entry a word; heads are positions in the sentence, -1 for the root. Of a sentence
    that needs no tree, heads and deprels stay empty."""

    paragraph: int
    words: list[str]  # as the models read them
    spans: list[Span]  # in the article
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    needs_tree: bool = True
    names: list[tuple[int, int, EntityType]] = field(default_factory=list)  # words[first:last]

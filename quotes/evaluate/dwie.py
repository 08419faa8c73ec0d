"""DWIE's articles (Zaporojets and others, 2021): who and what they name, where, and which Wikipedia article each is.

JSON Lines, one article a line, gzipped or not: `id`, `content`, `concepts` (`[{"concept", "tags", "link"}]`, a person's
tags hold "type::person") and `mentions` (`[{"begin", "end", "concept"}]`, offsets half-open in code points of the
content). `link` is a Wikipedia title, or empty, "?" or null where the annotators gave none.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.domain import Span
from quotes.evaluate.json_lines import read_lines

_NO_LINKS = frozenset(("", "?"))
_REMEDY = "an article has id, content, concepts and mentions, as in DWIE's JSON Lines"


@dataclass(frozen=True, slots=True)
class GoldConcept:
    """Somebody or something of one article, with all its mentions."""

    article_id: str
    mentions: tuple[Span, ...]  # at least one
    tags: frozenset[str]
    link: str | None  # a Wikipedia title; None where the article's annotators gave none

    @property
    def is_person(self) -> bool:
        return "type::person" in self.tags


@dataclass(frozen=True, slots=True)
class GoldText:
    id: str
    text: str
    concepts: tuple[GoldConcept, ...]  # those with a mention


def read_dwie(path: Path) -> list[GoldText]:
    """Raises InputError, with the line, where one is none of DWIE's articles."""
    return list(read_lines(path, to_gold_text, _REMEDY))


def to_gold_text(record: Mapping[str, Any]) -> GoldText:
    """Raises KeyError, TypeError or ValueError when a field is missing, of the wrong kind or outside the text."""
    text, article_id = record["content"], str(record["id"])
    if not isinstance(text, str):
        raise TypeError("the content is no string")
    spans: dict[Any, list[Span]] = defaultdict(list)
    for mention in record["mentions"]:
        span = Span(int(mention["begin"]), int(mention["end"]))
        if not 0 <= span.start < span.end <= len(text):
            raise ValueError(f"a mention from {span.start} to {span.end} is not in its text")
        spans[mention["concept"]].append(span)
    concepts = []
    for concept in record["concepts"]:
        link = (concept.get("link") or "").strip()
        if mentions := tuple(spans[concept["concept"]]):
            tags = frozenset(concept["tags"])
            concepts.append(GoldConcept(article_id, mentions, tags, None if link in _NO_LINKS else link))
    return GoldText(article_id, text, tuple(concepts))

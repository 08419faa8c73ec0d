"""What people say is right: articles with their quotations, as read from any format."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.domain import Article, IndirectScope, Kind, Span, scopes_covering

NAMED = ("named_person", "named_organization")
UNNAMED = ("unnamed_person", "unnamed_group")


@dataclass(frozen=True, slots=True)
class Labels:
    """Who and what the source is; not every gold has these."""

    source_type: str
    speaker: str | None  # the fullest name that the article gives
    anonymous: bool


@dataclass(frozen=True, slots=True)
class GoldQuote:
    span: Span  # with its quotation marks
    sources: tuple[Span, ...]  # the words that name the speaker; none where nothing does
    kind: Kind  # direct or mixed
    labels: Labels | None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """An attribution without quotation marks."""

    content: tuple[Span, ...]
    sources: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    article: Article
    quotes: tuple[GoldQuote, ...]
    indirect: tuple[GoldReport, ...] | None = None  # None where indirect speech was not annotated
    unattributed: tuple[Span, ...] = ()  # stretches between marks that are nobody's words
    ignore: tuple[Span, ...] = ()  # stretches that are not judged
    scope: IndirectScope = "all"  # the class of indirect speech that was annotated, where any was

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def text(self) -> str:
        return self.article.text


def kind_of(text: str, span: Span, content: Sequence[Span]) -> Kind:
    """The kind of a gold quotation that does not tell its own.

    Direct when it begins like a sentence, with a capital or a number, and nothing but words between marks is
    attributed with it; a quoted stretch in a sentence that reports is mixed.
    """
    first = next((character for character in span.of(text) if character.isalnum()), "")
    begins = first.isupper() or first.isdigit()
    begun_outside = any(part.start < span.start - 1 and span.end <= part.end for part in content)
    return "direct" if begins and not begun_outside else "mixed"


def widest_scope(articles: Iterable[GoldArticle]) -> IndirectScope:
    """The widest class of indirect speech that was annotated; the parser's default where none was."""
    scopes = {article.scope for article in articles if article.indirect is not None}
    return max(scopes, key=lambda scope: -len(scopes_covering(scope)), default="speech")

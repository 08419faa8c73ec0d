"""What may come of a file, whatever is in it: at least one article or reject, each fit to be stored and shown."""

from collections.abc import Iterator
from pathlib import Path

from quotes.domain import Article, Reject
from quotes.read import read_articles
from quotes.read.showing import printable


def faults_of(path: Path) -> Iterator[str]:
    """What is wrong with what is read from a file; nothing, if all is well."""
    count = 0
    for item in read_articles([path], any_language=True):
        count += 1
        yield from _faults_in_reject(item) if isinstance(item, Reject) else _faults_in_article(item)
    if not count:
        yield "neither an article nor a reject"


def _faults_in_reject(reject: Reject) -> Iterator[str]:
    if not reject.reason.endswith("."):
        yield f"a reason that is no sentence: {reject.reason!r}"
    if printable(reject.origin) != reject.origin or printable(reject.reason) != reject.reason:
        yield f"a reject that no terminal should be given: {reject.origin!r} {reject.reason!r}"
    if len(reject.reason) > 2_000:
        yield f"a reason of {len(reject.reason)} characters"


def _faults_in_article(article: Article) -> Iterator[str]:
    facts = (article.id, article.title, article.url, article.outlet, article.byline, article.section)
    for value in (article.text, *filter(None, facts)):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            yield f"half a character in {value[:80]!r}"
        if "\0" in value:
            yield f"NUL in {value[:80]!r}"
    if not article.text.strip():
        yield "an article without a text"
    if not article.id:
        yield "an article without an id"

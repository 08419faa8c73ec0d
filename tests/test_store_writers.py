"""Several programs that read and write one store at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from quotes.domain import ParsedArticle, Source, Via
from quotes.store import open_store

Build = Callable[..., ParsedArticle]
WRITERS, ARTICLES = 4, 6

CAMERON = Source("named_person", "David Cameron", via=(Via("AP", "told"),))


def test_writers_that_start_together_lose_and_double_nothing(shared_url: str, build: Build) -> None:
    """They create the tables, bring the same speakers and outlets, and replace what the others wrote."""

    def write(writer: int) -> list[str]:
        with open_store(shared_url) as store:
            common: list[str] = [store.add(build("common", ("One", CAMERON), ("Two", None), parser=str(writer)))]
            own: list[str] = [
                store.add(
                    build(
                        f"{writer}-{number}", (f"Words {writer} {number}", CAMERON), ("No", Source("document", "Memo"))
                    )
                )
                for number in range(ARTICLES)
            ]
            return common + own

    with ThreadPoolExecutor(WRITERS) as pool:
        outcomes = [outcome for written in pool.map(write, range(WRITERS)) for outcome in written]
    assert sorted(outcomes) == ["added"] * (WRITERS * ARTICLES + 1) + ["read anew"] * (WRITERS - 1)
    with open_store(shared_url, create=False) as store:
        (cameron,) = store.who("David Cameron")
        assert len(cameron.quotations) == WRITERS * ARTICLES + 1
        assert len(store.search("words")) == WRITERS * ARTICLES


def test_a_reader_sees_whole_articles_only(shared_url: str, build: Build) -> None:
    with open_store(shared_url) as writer, open_store(shared_url, create=False) as reader:
        writer.add(build("a", ("One", CAMERON)))
        records = reader.records()
        first = next(records)
        writer.add(build("b", ("Two", CAMERON), ("Three", CAMERON)))
        assert [first, *records] == list(reader.article("a").quotations)
        assert len(reader.search("two")) == 1

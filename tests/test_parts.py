"""Shards, their order, the processes that work on them, and the part files they make; without models."""

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.domain import Article, ParsedArticle, Reject
from quotes.errors import InputError, QuotesError
from quotes.parts import Head, PartsFolder, Shard, into_shards
from quotes.parts.in_order import InOrder
from quotes.parts.making import make_parts
from quotes.parts.processes import Processes
from quotes.parts.work import Tell, Work

HEAD = Head("1.0", "models", "fingerprint", "speech")
TEXTS = st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=60)


def articles(texts: list[str]) -> list[Article]:
    return [Article(str(number), text) for number, text in enumerate(texts)]


@given(TEXTS, st.integers(1, 200))
def test_shards_hold_every_article_once_and_in_order(texts: list[str], characters: int) -> None:
    given = articles(texts)
    shards = list(into_shards(given, characters))
    assert [article for shard in shards for article in shard.articles] == given
    assert [shard.number for shard in shards] == list(range(len(shards)))
    assert all(sum(len(one.text) for one in shard.articles[:-1]) < characters for shard in shards)


def test_an_article_more_leaves_most_shards_as_they_were() -> None:
    given = articles([f"Article {number} " * 5 for number in range(2000)])
    before = {shard.digest for shard in into_shards(given, 6000)}
    after = {shard.digest for shard in into_shards([*given[:900], Article("new", "New " * 20), *given[900:]], 6000)}
    assert len(before & after) >= len(before) - 5


@given(st.permutations(range(12)), st.integers(1, 12))
def test_results_come_in_order_and_few_are_held(done: list[int], most: int) -> None:
    order, got, out = InOrder[int](shards(12), most), list[int](), list[Shard]()
    for wanted in done:
        while shard := order.next():
            out.append(shard)
        assert len(out) <= most
        if not out:
            break
        shard = min(out, key=lambda one: abs(one.number - wanted))
        out.remove(shard)
        order.finish(shard, shard.number)
        got += [result for _, result in order.ready()]
    for shard in out:
        order.finish(shard, shard.number)
    got += [result for _, result in order.ready()]
    assert got == list(range(len(got)))


def shards(number: int, size: int = 1) -> Iterator[Shard]:
    for one in range(number):
        yield Shard(one, tuple(Article(f"{one}/{place}", "text") for place in range(size)))


@dataclass(frozen=True)
class Naming:
    """Work that ends its process at some articles, or raises at one."""

    deadly: tuple[str, ...] = ()
    raising: str = ""
    stillborn: bool = False

    def start(self) -> Work[list[str]]:
        if self.stillborn:
            os.kill(os.getpid(), signal.SIGKILL)
        return self._name

    def _name(self, shard: Shard, tell: Tell) -> list[str]:
        return [self._one(place, article, shard, tell) for place, article in enumerate(shard.articles)]

    def _one(self, place: int, article: Article, shard: Shard, tell: Tell) -> str:
        if place in shard.spared:
            return f"spared {article.id}"
        if shard.one_by_one:
            tell(place)
        if article.id in self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        if article.id == self.raising:
            raise QuotesError("a model is missing")
        return article.id


def names(found: Iterator[tuple[Shard, list[str]]]) -> list[str]:
    return [name for _, listed in found for name in listed]


@pytest.mark.parametrize("jobs", [1, 3])
def test_processes_do_all_in_order(jobs: int) -> None:
    expected = [f"{shard}/{place}" for shard in range(20) for place in range(3)]
    assert names(Processes(jobs).run(shards(20, 3), Naming())) == expected


def test_a_process_that_is_killed_costs_its_article_alone() -> None:
    found = names(Processes(2).run(shards(6, 4), Naming(deadly=("1/0", "1/3", "4/2"))))
    assert [name for name in found if name.startswith("spared")] == ["spared 1/0", "spared 1/3", "spared 4/2"]
    assert [name.removeprefix("spared ") for name in found] == [f"{a}/{b}" for a in range(6) for b in range(4)]


def test_what_a_worker_raises_is_raised() -> None:
    with pytest.raises(QuotesError, match="a model is missing"):
        names(Processes(2).run(shards(6), Naming(raising="3/0")))


def test_workers_that_never_begin_end_the_run() -> None:
    with pytest.raises(QuotesError, match=r"before it began \(signal 9\).*fewer --jobs"):
        names(Processes(2).run(shards(6), Naming(stillborn=True)))


def test_shards_are_taken_as_they_are_needed() -> None:
    taken = []

    def counted() -> Iterator[Shard]:
        for shard in shards(1000):
            taken.append(shard.number)
            yield shard

    run = Processes(1).run(counted(), Naming())
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert len(taken) <= 6


def parsed(article: Article) -> ParsedArticle:
    return ParsedArticle(article, (), parser="1.0", models="models", indirect="speech", fingerprint="fingerprint")


@pytest.fixture(params=["disk", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> PartsFolder:
    return PartsFolder(str(tmp_path / "parts") if request.param == "disk" else f"memory://{tmp_path}/parts")


@given(texts=st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_a_part_comes_back_as_it_was(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = PartsFolder(str(tmp_path_factory.mktemp("parts")))
    given = articles(texts)
    found: list[ParsedArticle | Reject] = [parsed(one) for one in given]
    found[-1] = Reject("x", "It failed.", "raw\u2028line")
    receipt = folder.write(HEAD, Shard(0, tuple(given)), found)
    assert list(folder.read(receipt.part)) == found
    assert all(one.fingerprint == "fingerprint" for one in folder.read(receipt.part) if isinstance(one, ParsedArticle))
    assert folder.receipt(receipt.part) == receipt


class Here:
    """An engine without workers, which can be told to stop."""

    def __init__(self, most: int) -> None:
        self.most = most

    def run(self, shards, task):  # type: ignore[no-untyped-def]
        for number, shard in enumerate(shards):
            if number == self.most:
                raise KeyboardInterrupt
            found = [parsed(article) for article in shard.articles]
            yield shard, PartsFolder(task.folder).write(head_of(task), shard, found)


def head_of(task) -> Head:  # type: ignore[no-untyped-def]
    return Head.of(task.settings.parser())


@dataclass(frozen=True)
class NoModels:
    version: str = "1.0"
    models: str = "models"
    fingerprint: str = "fingerprint"
    indirect: str = "speech"

    def parser(self) -> "NoModels":
        return self


def test_going_on_makes_what_is_missing(folder: PartsFolder) -> None:
    given = articles(["word " * 30_000 for _ in range(12)])
    with pytest.raises(KeyboardInterrupt):
        make_parts(given, folder, NoModels(), Here(1))  # type: ignore[arg-type]
    before = folder.names()
    receipts = make_parts(given, folder, NoModels(), Here(100))  # type: ignore[arg-type]
    assert set(before) < {receipt.part for receipt in receipts}
    assert [
        one.article.id for name in folder.names() for one in folder.read(name) if isinstance(one, ParsedArticle)
    ] == [article.id for article in given]
    assert make_parts(given, folder, NoModels(), Here(0)) == receipts  # type: ignore[arg-type]
    assert make_parts(given, folder, replace(NoModels(), models="other"), Here(100)) != receipts  # type: ignore[arg-type]


def test_a_damaged_part_is_named(folder: PartsFolder) -> None:
    receipt = folder.write(HEAD, Shard(0, (Article("a", "text"),)), [parsed(Article("a", "text"))])
    folder._put(receipt.part, b"no gzip")
    with pytest.raises(InputError, match=f"{receipt.part} cannot be read as a part"):
        list(folder.read(receipt.part))


def test_an_empty_folder_says_what_to_do(folder: PartsFolder) -> None:
    with pytest.raises(InputError, match=r"holds no parts; make some with `quotes parse --parts"):
        folder.names()

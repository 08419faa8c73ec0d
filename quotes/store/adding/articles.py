"""Adding articles: what each is to the store, and the rows that it brings.

Articles that are new, or are there and stand in another place, too, change nothing of what is there; a hundred of them
are written together, and what follows from them, near copies and who speaks, is found for all of them at once. The
result is that of adding one after another.
"""

from collections.abc import Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection

from quotes.domain import Cast, ParsedArticle, identify
from quotes.store.adding.appearances import add_appearance, add_wording
from quotes.store.adding.arrival import NEW, Arrivals
from quotes.store.adding.changes import change_article, settle
from quotes.store.adding.near_copies import NewText, link_copies
from quotes.store.adding.parses import add_parse
from quotes.store.adding.to_rows import to_rows
from quotes.store.adding.voices import fill_new_voices
from quotes.store.outcomes import Outcome
from quotes.store.outlets import outlet_id
from quotes.store.rows import insert_one, look_up
from quotes.store.runs import Run, fingerprint_of

_MOST = 200  # articles that are looked up and written together


def add_articles(
    connection: Connection, parsed: Sequence[ParsedArticle], runs: Sequence[Run], *, replace: bool
) -> list[Outcome]:
    """Store articles, each of a run, in order; raises ArticleConflictError and UnstorableArticleError.

    What is read already is not written again, and what an article no longer tells of itself stays as it was.
    """
    outcomes: list[Outcome] = []
    ahead = _MOST
    while len(outcomes) < len(parsed):
        start = len(outcomes)
        some = list(islice(zip(parsed, runs, strict=True), start, start + ahead))
        outcomes += _add_some(connection, some, replace=replace)
        ahead = min(2 * ahead, _MOST) if len(outcomes) == start + len(some) else 1  # changes come in rows
    return outcomes


def _add_some(connection: Connection, some: Sequence[tuple[ParsedArticle, Run]], *, replace: bool) -> list[Outcome]:
    """The outcomes of the first of these, up to one that changes what is there: the rest is to be looked up anew."""
    outcomes: list[Outcome] = []
    arrivals = Arrivals(connection, [parsed.article for parsed, _ in some])
    _look_up_values(connection, [parsed for parsed, _ in some])
    new: list[NewText] = []
    casts: dict[int, Cast] = {}
    for parsed, run in some:
        article = parsed.article
        arrival = arrivals.find(article, replace=replace)
        settled = arrivals.is_settled(arrival, fingerprint_of(parsed), parsed.indirect)
        if arrival is NEW:
            new.append(_add_new(connection, arrivals, parsed, run))
            casts[new[-1].version] = parsed.cast
            outcomes.append("added")
        elif settled and (arrival.is_unchanged or arrival.appearance is None):
            outcomes.append(settle(connection, arrivals, article, arrival))
        else:
            _follow_up(connection, new, casts)
            change = settle(connection, arrivals, article, arrival) if settled else None
            outcomes.append(change or change_article(connection, arrivals, parsed, arrival, run))
            return outcomes
    _follow_up(connection, new, casts)
    return outcomes


def _look_up_values(connection: Connection, some: Sequence[ParsedArticle]) -> None:
    """Outlets and reasons that these name, so that they need not be looked up for each."""
    names = [parsed.article.outlet for parsed in some]
    sources = [item.source for parsed in some for item in parsed.quotations if item.source]
    names += (via.name for source in sources for via in source.via)
    look_up(connection, "outlets", "id", (outlet_id(name) for name in names if name))
    said = (reason for parsed in some for item in parsed.quotations for reason in item.attribution.evidence)
    look_up(connection, "reasons", "text", said)


def _add_new(connection: Connection, arrivals: Arrivals, parsed: ParsedArticle, run: Run) -> NewText:
    article = parsed.article
    identity = identify(article.id, article.text_hash) if arrivals.has_article(article.id) else article.id
    rows = to_rows(parsed, identity)
    number = insert_one(connection, "articles", id=identity)
    version = add_wording(connection, number, article)
    appearance = add_appearance(connection, article, version, identity=article.id, first=True)
    add_parse(connection, version, rows, run.number, is_new=True)
    arrivals.note(number, version, article.text_hash, appearance)
    arrivals.note_article(identity, version, run.fingerprint, parsed.indirect)
    return NewText(number, version, article.text)


def _follow_up(connection: Connection, new: Sequence[NewText], casts: Mapping[int, Cast]) -> None:
    """What follows from new articles. `casts` are those of their versions."""
    if new:
        link_copies(connection, new)
        fill_new_voices(connection, {one.article: one.version for one in new}, casts)

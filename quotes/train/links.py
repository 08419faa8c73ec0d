"""How often each rule of `quotes.cast.links`, and each word list of the cast, decides who somebody is, and how often
rightly, over gold articles whose mentions are given: what never decides, or is right less often than what would decide
without it, has no place in the cast."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from quotes import lexicon
from quotes.cast import Identity
from quotes.cast.links import RULES, id_of
from quotes.cast.nearness import weights
from quotes.cast.resolve import REVISIONS, Resolver
from quotes.domain import Analysis, Article, Attribution, Cue, Mention, Span
from quotes.errors import InputError
from quotes.evaluate.names import same_name
from quotes.find import find_stretches
from quotes.train.gold import Analyse, read_records

NAMED = ("named_person", "named_organization")
UNNAMED = ("unnamed_person", "unnamed_group")
LISTS = (
    *("always_unnamed", "ambiguous_given_names", "body_nouns", "demonyms", "elected_posts", "epithets"),
    *("general_posts", "message_nouns", "never_names", "org_words", "party_words", "people_or_bodies"),
    *("person_nouns", "personal_adjectives", "post_modifiers", "same_posts", "states", "surname_kin"),
    *("things_like_agents", "time_words", "title_nouns", "trades", "trial_verbs", "voiced_verbs", "wide_nouns"),
)


@dataclass(frozen=True, slots=True)
class GoldLinks:
    """An article with its gold mentions as attributions, and beside each the gold name: False of an unnamed source,
    None where it is not judged."""

    article: Article
    analysis: Analysis
    attributions: tuple[Attribution, ...]
    names: tuple[str | Literal[False] | None, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one mention was resolved to, and whether rightly."""

    identity: Identity
    right: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Of a rule: how many mentions it decided, how many of these rightly, and how many are right without it. Of a list
    of words: the mentions that are answered otherwise without it."""

    id: str
    fired: int
    right: int
    right_without: int


def read_links(path: Path, analyse: Analyse) -> Iterator[GoldLinks]:
    """The articles of a gold file that tell who speaks."""
    records = [r for r in read_records(path) if any("source_type" in quote for quote in r["quotes"])]
    if not records:
        raise InputError(f"No article in {path} tells who speaks; give its quotations a source_type and a speaker.")
    for record, analysis in zip(records, analyse([r["text"] for r in records]), strict=True):
        yield gold_links(record, analysis)


def gold_links(record: dict[str, Any], analysis: Analysis) -> GoldLinks:
    """One record of a gold file; a quoted stretch that is no gold quotation is nobody's words."""
    stretches = {s.span: s for s in find_stretches(analysis) if s.parent is None}
    attributions, names = [], []
    for quote in record["quotes"]:
        stretch = stretches.get(Span(quote["start"], quote["end"]))
        if stretch is None or not quote["sources"]:
            continue
        mention = Mention(Span(*quote["sources"][0]), None)
        attributions.append(Attribution(stretch, mention, _cue(quote, analysis), 1.0, ()))
        names.append(_gold_name(quote))
    article = Article(record["id"], record["text"], record.get("title"), byline=record.get("byline"))
    return GoldLinks(article, analysis, tuple(attributions), tuple(names))


def _cue(quote: dict[str, Any], analysis: Analysis) -> Cue | None:
    for start, end in quote["cues"] or ():
        for token in analysis.tokens:
            if start <= token.start < end and token.upos == "VERB":
                return Cue(Span(start, end), token.lemma)
    return None


def _gold_name(quote: dict[str, Any]) -> str | Literal[False] | None:
    if quote.get("source_type") in NAMED:
        return quote["speaker"] or None
    return False if quote.get("source_type") in UNNAMED else None


def judge(read: GoldLinks, without: Collection[str] = ()) -> list[Verdict]:
    """Every judged mention of an article, with the rules of these ids switched off."""
    resolver = Resolver(read.article, read.analysis, read.attributions, weights(), frozenset(without))
    found = zip(resolver.identities(), read.names, strict=True)
    return [Verdict(i, _is_right(i, name)) for i, name in found if i is not None and name is not None]


def _is_right(identity: Identity, name: str | Literal[False]) -> bool:
    if name is False:
        return identity.name is None
    return identity.name is not None and same_name(name, identity.name)


def tally_rules(articles: Sequence[GoldLinks]) -> list[Tally]:
    """Every rule, in the order in which they are asked, those that never decide included."""
    before = [judge(read) for read in articles]
    fired = Counter(v.identity.rule for verdicts in before for v in verdicts)
    tallies = []
    for rule in (*map(id_of, RULES), *REVISIONS):
        pairs = []
        for read, verdicts in zip(articles, before, strict=True):
            if any(v.identity.rule == rule for v in verdicts):
                pairs += list(zip(verdicts, judge(read, {rule}), strict=True))
        own = [(v, w) for v, w in pairs if v.identity.rule == rule or v.right != w.right]
        right, otherwise = sum(v.right for v, _ in own), sum(w.right for _, w in own)
        tallies.append(Tally(rule, fired[rule], right, otherwise))
    return tallies


def tally_lists(articles: Sequence[GoldLinks], lists: Iterable[str] = LISTS) -> list[Tally]:
    """Every word list of the cast: what changes if it is empty."""
    before = [v for read in articles for v in judge(read)]
    tallies = []
    for name in lists:
        with lexicon.without(name):
            after = [v for read in articles for v in judge(read)]
        pairs = [(v, w) for v, w in zip(before, after, strict=True) if v.identity.name != w.identity.name]
        tallies.append(Tally(name, len(pairs), sum(v.right for v, _ in pairs), sum(w.right for _, w in pairs)))
    return tallies

"""Warnings after the house rules of news agencies and papers: each one function, each can be switched off.

They warn and never judge: what is stored may be wrong, and an editor may have had good grounds. All look at sources
that the strict rule counts. Where the rules come from is said at each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from quotes.categories import NO_SOURCE
from quotes.classify.reasons import is_boilerplate
from quotes.errors import UsageError
from quotes.lexicon import words
from quotes.report.counted import Counted
from quotes.report.findings import Breach, Finding, HouseRule, Told, apply_rules
from quotes.store.counting.copies import count_words
from quotes.store.counting.stories import Appearance
from quotes.text.nouns import head_noun, singular, words_of
from quotes.text.paragraphs import find_paragraphs

_SINGLE = frozenset(("a", "an", "one", "another", "second", "third"))
_HE_OR_SHE = frozenset(("he", "she"))
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_LEDE_WORDS = 8  # fewer are a headline, a byline or a dateline
_LEDE_LIMIT = 600  # code points; a text without paragraphs has no longer lede


def warn_bare_source(told: Told) -> Iterator[Breach]:
    """AP: a "source" without a modifier is almost always prohibited."""
    from quotes.classify.standing import is_bare  # which knows the whole cast: only who applies rules needs that

    for said in told.sources():
        if is_bare(said[0].descriptor):
            yield said[0], said[0].descriptor


def warn_no_reason(told: Told) -> Iterator[Breach]:
    """AP, the Washington Post: say why the source has no name. Once an article is enough."""
    for said in told.sources():
        if all(one.reason is None for one in said):
            yield said[0], said[0].descriptor


def warn_boilerplate(told: Told) -> Iterator[Breach]:
    """New York Times (2010): "not authorized to speak" and the like are worse than nothing."""
    for said in told.sources():
        reasons = [(one, one.reason) for one in said if one.reason is not None]
        if reasons and all(is_boilerplate(reason) for _, reason in reasons):
            yield reasons[0]


def warn_lede(told: Told) -> Iterator[Breach]:
    """New York Times (2016): an anonymous source at the head of an article is for the highest editors to allow."""
    end = _lede_end(told.story.opening)
    for one in told.anonymous:
        if one.start < end:
            yield one, one.descriptor
            return


def _lede_end(opening: str) -> int:
    """Where the first paragraph of running text ends: eight words or more that end as a sentence does."""
    for start, end in find_paragraphs(opening):
        paragraph = opening[start:end]
        if count_words(paragraph) >= _LEDE_WORDS and (_SENTENCE_END.search(paragraph) or len(paragraph) > _LEDE_LIMIT):
            return min(end, start + _LEDE_LIMIT)
    return 0


def warn_first_quotation(told: Told) -> Iterator[Breach]:
    """Washington Post: never as the first quotation of an article."""
    first = next((one for one in told.quotations if one.category not in NO_SOURCE), None)
    if first is not None and first.category == "anonymous":
        yield first, first.descriptor


def warn_opinion(told: Told) -> Iterator[Breach]:
    """AP, NPR, Reuters: information only; no opinion, no attack, no praise."""
    for one in told.anonymous:
        match = _opinion().search(one.text)
        if match:
            yield one, match.group()


def warn_single_source(told: Told) -> Iterator[Breach]:
    """AP, Reuters, BBC: more than one source; a single one is the exception."""
    sources = {one.speaker for one in told.quotations if one.category not in NO_SOURCE | {"narrator"}}
    if told.anonymous and len(sources) == 1:
        yield told.anonymous[0], told.anonymous[0].descriptor


def warn_plural_for_one(told: Told) -> Iterator[Breach]:
    """Reuters: never the plural where there was one source. "Officials said", and later "the official"."""
    unnamed = [one for one in told.quotations if one.category in ("anonymous", "spokesperson", "unnamed")]
    for group in told.sources():
        plural = head_noun(group[0].descriptor)
        single = singular(plural)
        if single == plural:
            continue
        later = [one for one in unnamed if one.start > group[0].start]
        alone = next((one for one in later if _is_alone(one, single, same=one.speaker == group[0].speaker)), None)
        if alone is not None and not any(_introduces(one, single) for one in unnamed if one.start <= alone.start):
            yield group[0], f"{group[0].descriptor} … {_worded(alone)}"


def _worded(one: Appearance) -> str:
    return next((record.mention.text for record in one.records if record.mention), one.descriptor)


def _is_alone(one: Appearance, noun: str, *, same: bool) -> bool:
    """Worded as somebody already met: "the official", or a "he" for the group itself."""
    found = words_of(_worded(one))
    if same and found and found[0] in _HE_OR_SHE:
        return True
    return found[:1] in (["the"], ["this"], ["that"]) and head_noun(_worded(one)) == noun


def _introduces(one: Appearance, noun: str) -> bool:
    """Worded as somebody new: "a second official", "one of the officials"."""
    found = words_of(_worded(one))
    return bool(found) and found[0] in _SINGLE and (head_noun(_worded(one)) == noun or found[1:2] == ["of"])


@cache
def _opinion() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(words("opinion_words"))), re.IGNORECASE)


HOUSE_RULES: dict[str, HouseRule] = {
    rule.name: rule
    for rule in (
        HouseRule(
            "bare-source", "the source is just “a source” or “one person”, without a word more", warn_bare_source
        ),
        HouseRule("no-reason", "the article does not say why the source has no name", warn_no_reason),
        HouseRule(
            "boilerplate-reason",
            "the reason would do for any source: “not authorised to speak”, “sensitive”, or no why at all",
            warn_boilerplate,
        ),
        HouseRule("lede", "an anonymous source speaks in the headline or the first paragraph", warn_lede),
        HouseRule("first-quotation", "the first quotation is an anonymous source's", warn_first_quotation),
        HouseRule("opinion", "an anonymous source gives an opinion, attacks or praises", warn_opinion),
        HouseRule("single-source", "the article quotes one anonymous source and nobody else", warn_single_source),
        HouseRule("plural-for-one", "“officials said”, and later it is “the official”", warn_plural_for_one),
    )
}


def choose_rules(only: Sequence[str] = (), without: Sequence[str] = ()) -> tuple[HouseRule, ...]:
    """The rules by name: `only` these, or all, and not those of `without`; raises UsageError for an unknown name."""
    unknown = [name for name in (*only, *without) if name not in HOUSE_RULES]
    if unknown:
        raise UsageError(f"there is no house rule {unknown[0]!r}; choose from {', '.join(HOUSE_RULES)}")
    return tuple(r for r in HOUSE_RULES.values() if r.name not in without and (not only or r.name in only))


def find_breaches(counted: Counted, rules: Iterable[HouseRule]) -> Iterator[Finding]:
    """The warnings article by article, of copies in the first alone."""
    chosen = tuple(rules)
    if chosen:
        for story in counted.stories():
            yield from apply_rules(story, chosen)

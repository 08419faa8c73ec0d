"""Where people are named in a text: the names that the models found, mended, and those that show by the patterns
names follow (a title before them, a given name first, a post in commas after them, the place beside a quotation)."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache
from html import unescape

from quotes.cast.companies import called_companies
from quotes.cast.datelines import names_place
from quotes.cast.names import Word, capitalised_runs, is_given_name, is_title, is_trade, kin_gender, without_titles
from quotes.cast.signs import (
    common_nouns,
    has_post,
    is_calling,
    is_headline,
    is_outlet,
    is_personal,
    is_post,
    is_proper,
    is_things,
    leading_trades,
    leading_words,
    owns_organisation,
)
from quotes.cast.told_ages import told_ages
from quotes.domain import Entity, Span, Token
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

FOR_YEARS = r" of (?:[\w-]+ ){1,3}(?:years?|months|decades)"  # "his wife of 40 years, Jane Doe"
REPORTS = frozenset(["said", "says", "asked", "added", "wrote", "told", "tweeted", "according", "replied"])
DEMONYM = re.compile(r"(?:an|ian|er|ese|ite|ish|i)$")
SURE, PATTERN, DOUBTFUL, HEADLINE = 2, 1, 0, -1


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where a person is named. `words` are the name's, titles left off."""

    start: int
    end: int
    words: tuple[str, ...]
    titles: tuple[str, ...]
    head: int | None  # index of the head token of the naming phrase
    sentence: int
    paragraph: int
    quoted: bool
    kin: str | None = None  # what the name's bearer is to somebody: "wife", of "his wife, Jane Doe"
    kin_at: int = -1  # where that word stands
    kin_of: str | None = None  # the gender of whose kin it is, of "his wife"
    ages: frozenset[str] = frozenset()  # beside the name

    @property
    def kin_gender(self) -> str | None:
        return kin_gender(self.kin) if self.kin is not None else None


@dataclass(frozen=True, slots=True)
class Naming:
    """A name mention with its wording and how sure it is that a person is named: 2 the models or a title say so, 1
    the pattern does, 0 only if its words are those of somebody named elsewhere."""

    mention: NameMention
    text: str
    certainty: int
    beside: bool = False  # inside a speaker's mention
    of_people: bool = False  # one word after "the", as people of a place are called: "the Minnesotan"

    @property
    def sure(self) -> bool:
        return self.certainty > DOUBTFUL


def namings_in_title(title: str) -> Iterable[Naming]:
    """Full names in a headline: pairs of words that begin with a known given name."""
    for run in capitalised_runs(title):
        _, words = without_titles(run)
        if (
            len(words) == 2
            and is_given_name(words[0].text)
            and words[0].text.lower() not in word_list("ambiguous_given_names")
        ):
            mention = NameMention(-1, -1, tuple(w.text for w in words), (), None, -1, -1, False)
            yield Naming(mention, title[words[0].start : words[-1].end], PATTERN)


def namings_in_text(scene: Scene, speaker_spans: Sequence[Span]) -> Iterable[Naming]:
    entities = scene.analysis.entities
    first = 0
    common = common_nouns(scene)
    companies = {span.of(scene.text) for span in called_companies(scene)}
    speakers = sorted(speaker_spans)
    for whole in capitalised_runs(scene.text):
        run = _without_opening(scene, whole)
        if names_place(scene, run) or scene.text[run[0].start : run[-1].end] in companies:
            continue
        while first < len(entities) and entities[first].end <= run[0].start:
            first += 1
        inside = []
        k = first
        while k < len(entities) and entities[k].start < run[-1].end:
            inside.append(entities[k])
            k += 1
        beside = any(s.start < run[-1].end and run[0].start < s.end for s in speakers)
        people = list(_people_in(scene, run, inside, beside, common))
        if people and is_headline(scene, run[0].start):
            people = [(t, w, c if len(w) == 2 and is_given_name(w[0].text) else HEADLINE) for t, w, c in people]
        if not people:
            titles, words = without_titles(run)
            if len(words) < 5 and words[0].text.lower() not in word_list("never_names") and not is_outlet(words):
                people = [(titles, words, DOUBTFUL)]
        for titles, words, certainty in people:
            token = scene.token_at(words[0].start)
            if token is not None:
                mention = _mention(scene, token, titles, words)
                of_people = not titles and len(words) == 1 and DEMONYM.search(words[0].text) is not None
                of_people = of_people and scene.text[max(0, mention.start - 4) : mention.start].lower() == "the "
                yield Naming(mention, unescape(scene.text[mention.start : mention.end]), certainty, beside, of_people)


def _without_opening(scene: Scene, run: list[Word]) -> list[Word]:
    """Without a word that is capital only because its sentence begins with it ("But Smith", "Said Smith")."""
    while len(run) > 1:
        token = scene.token_at(run[0].start)
        if token is None:
            break
        if run[0].text.lower() not in REPORTS:
            if token.upos in ("PROPN", "NOUN", "ADJ", "X", "INTJ") or token.start != run[0].start:
                break
            if is_title(run[0].text) or is_given_name(run[0].text):
                break
        run = run[1:]
    while len(run) > 1:
        token = scene.token_at(run[-1].start)
        if (
            token is None
            or token.upos not in ("VERB", "AUX", "ADP", "DET", "PRON", "SCONJ")
            or is_given_name(run[-1].text)
        ):
            break
        run = run[:-1]
    return run


def _mention(scene: Scene, token: Token, titles: list[Word], words: list[Word]) -> NameMention:
    last = scene.token_at(words[-1].start) or token
    end = words[-1].end
    if words[-1].text in ("Jr", "Sr") and scene.text[end : end + 1] == ".":
        end += 1
    kin = _kin_before().search(scene.text, max(0, words[0].start - 60), words[0].start)
    return NameMention(
        words[0].start,
        end,
        tuple(unescape(w.text) for w in words),
        tuple(w.text.casefold() for w in titles),
        scene.head_of(token.index, last.index + 1),
        token.sentence,
        scene.paragraph_of(token.start),
        scene.quoted_by[token.index] >= 0,
        kin.group(2) if kin is not None else None,
        kin.start(2) if kin is not None else -1,
        {"his": "m", "her": "f"}.get((kin.group(1) or "").lower()) if kin is not None else None,
        told_ages(scene, words[0].start, end),
    )


@cache
def _kin_before() -> re.Pattern[str]:
    kin = "|".join(sorted(table("kin"), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"(?:\b(?i:(his|her)) (?:\w+ )?)?\b({kin})(?:{FOR_YEARS})?"
        r"(?:,? (?:[A-Z]\w*\.? )?|, (?:the|an?|former|retired|fellow) (?:[\w-]+ ){1,4})$"
    )


_Found = tuple[list[Word], list[Word], int]


def _people_in(
    scene: Scene, run: list[Word], entities: Sequence[Entity], beside: bool, common: Set[str]
) -> Iterable[_Found]:
    """The people named in one run of capitalised words, as titles, name and certainty."""
    if is_things(scene, run):
        return
    people = [e for e in entities if e.type == "PERSON"]
    others = [e for e in entities if e.type != "PERSON"]
    if people:
        for entity in people:
            yield from _around(scene, run, entity, others, common)
        return
    titles, words = without_titles(run)
    first = words[0].text.lower()
    if is_outlet(words) or is_calling(titles, words, common):
        return
    if (
        any(w.text.lower() in word_list("org_words") for w in words)
        or first in word_list("never_names")
        or owns_organisation(scene, run)
    ):
        return
    place = any(e.type == "LOC" and e.start <= words[0].start and words[-1].end <= e.end for e in others)
    taken = any(e.start <= words[0].start and words[-1].end <= e.end for e in others)
    office = bool(titles) and any(
        e.type == "ORG" and e.start <= titles[-1].start and words[-1].end <= e.end for e in others
    )
    if titles and is_personal(titles[-1]) and not place and not office and not is_post(words):
        yield titles, words, SURE
    elif (
        1 < len(words) < 5
        and not place
        and (
            (is_given_name(words[0].text) and first not in word_list("ambiguous_given_names")) or has_post(scene, words)
        )
    ) or (beside and not taken and not others and len(words) < 5 and is_proper(scene, words)):
        yield titles, words, PATTERN


def _around(
    scene: Scene, run: list[Word], entity: Entity, others: Sequence[Entity], common: Set[str]
) -> Iterable[_Found]:
    """A person's name as the models found it, mended at both ends by the run of capitals that it stands in."""
    inside = [i for i, w in enumerate(run) if w.start < entity.end and entity.start < w.end]
    if not inside:
        return
    low, high = inside[0], inside[-1] + 1
    free = [not any(o.start < w.end and w.start < o.end for o in others) or _is_nickname(scene, w) for w in run]
    organisation = word_list("org_words")
    if len(run) <= 7:
        while high < len(run) and free[high] and run[high].text.lower() not in organisation and high - low < 4:
            high += 1
        while low > 0 and free[low - 1] and (is_given_name(run[low - 1].text) or len(run[low - 1].text) == 1):
            low -= 1
        if high - low == 1 and low > 1 and free[low - 1] and is_trade(run[low - 2].text):
            low -= 1
    while high - low > 1 and not run[high - 1].capital:
        high -= 1
    if (high < len(run) and run[high].text.lower() in organisation) or owns_organisation(scene, run):
        return
    if high - low > 1 and run[high - 1].text.lower() in organisation and not is_given_name(run[low].text):
        return
    low += leading_words(scene, run[low:high])
    low += leading_trades(run[low:high], common)
    if is_outlet(run[low:high]):
        return
    before = run[:low]
    titles, words = without_titles(run[low:high])
    while before and (is_title(before[-1].text) or is_trade(before[-1].text)):
        titles = [before.pop(), *titles]
    if words[0].text.lower() not in word_list("never_names") or len(words) > 1:
        yield titles, words, DOUBTFUL if is_calling(titles, words, common) else SURE


def _is_nickname(scene: Scene, word: Word) -> bool:
    """In quotation marks or brackets of its own: Jane “Jo” Doe."""
    return scene.text[word.start - 1 : word.start] in '"“(‘' and scene.text[word.end : word.end + 1] in '"”)’'

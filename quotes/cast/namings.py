"""Where people are named in a text: the names that the models found, mended, and those that show by the patterns
names follow (a title before them, a given name first, a post in commas after them, the place beside a quotation)."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice

from quotes.cast.companies import called_companies
from quotes.cast.datelines import names_place
from quotes.cast.kinds import Kind, Name, kinds_of
from quotes.cast.names import Word, capitalised_runs, is_given_name, is_title, is_trade, kin_gender, without_titles
from quotes.cast.nouns import ROLE_KINDS
from quotes.cast.outlets import is_outlet
from quotes.cast.signs import common_nouns, is_calling, is_headline, leading_trades, leading_words, owns_organisation
from quotes.cast.told_ages import told_ages
from quotes.cast.told_kin import told_kin
from quotes.domain import Analysis, Entity, Span, Token
from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import SOFT_HYPHEN, Scene

REPORTS = word_class("reports_before_names")
DEMONYM = re.compile(r"(?:an|ian|er|ese|ite|ish|i)$")
SURE, PATTERN, DOUBTFUL, HEADLINE = 2, 1, 0, -1
LIKELY_BODY = 0.5
LIKELY, EVEN, BESIDE, UNLIKELY = 0.8, 0.3, 0.01, 0.02  # chances that a name is a person's


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


def namings_in_text(
    scene: Scene, names: Sequence[tuple[Name, Kind]], speaker_spans: Sequence[Span]
) -> Iterable[Naming]:
    """`names` are those that `find_names` gives, with their kinds."""
    speakers, common = sorted(speaker_spans), common_nouns(scene)
    for (titles, words), kind in names:
        token = scene.token_at(words[0].start)
        if token is None:
            continue
        beside = any(s.start < words[-1].end and words[0].start < s.end for s in speakers)
        is_person = kind.person >= EVEN and kind.person > kind.body
        likely = kind.person >= BESIDE or is_label(scene, words)
        is_person = is_person or (beside and likely and kind.body < EVEN)
        if kind.person < UNLIKELY and not is_person:
            continue
        certainty = SURE if kind.person >= LIKELY else PATTERN if is_person else DOUBTFUL
        if is_calling(words, common):
            certainty = DOUBTFUL
        if not is_person and len(words) > 2 and is_given_name(words[0].text):
            yield _eponym(words)
        if is_headline(scene, words[0].start) and not (len(words) == 2 and is_given_name(words[0].text)):
            certainty = HEADLINE
        mention = _mention(scene, token, titles, words)
        of_people = not titles and len(words) == 1 and DEMONYM.search(words[0].text) is not None
        of_people = of_people and scene.text[max(0, mention.start - 4) : mention.start].lower() == "the "
        yield Naming(mention, worded_name(scene, mention.start, mention.end), certainty, beside, of_people)


def is_label(scene: Scene, words: Sequence[Word]) -> bool:
    """In capitals before a colon where a line begins, as interviews print who speaks: more than once, or right before a
    quotation, for one alone opens a report as its dateline."""
    start, end = words[0].start, words[-1].end
    label = scene.text[start : end + 1]
    opens = scene.text[:start].rstrip(" \t*")[-1:] in ("", "\n")
    if not (opens and label.endswith(":") and label.isupper()):
        return False
    return scene.text[end + 1 :].lstrip()[:1] in tuple("“‘«„\"'") or scene.text.count(f"\n{label}") > 1


def worded_name(scene: Scene, start: int, end: int) -> str:
    """A name as the article writes it, without marks of its carrier and without the break in a divided word."""
    return unescape(scene.text[start:end]).replace(SOFT_HYPHEN, "")


def read_names(scene: Scene) -> tuple[Scene, list[tuple[Name, Kind]]]:
    """The names of an article with what each is likely to be, and the scene with its entities put right by that."""
    names = kinds_of(scene, find_names(scene))
    return Scene(with_kinds(scene, names), scene.quotations), names


def _eponym(words: Sequence[Word]) -> Naming:
    """After whom something may be called: "The Jane Doe Show", of one who goes by "Doe"."""
    name = tuple(w.text for w in words[:2])
    return Naming(NameMention(-1, -1, name, (), None, -1, -1, False), " ".join(name), DOUBTFUL)


def with_kinds(scene: Scene, names: Sequence[tuple[Name, Kind]]) -> Analysis:
    """The scene's analysis with the entities that the kinds of names tell: people within the bounds of their names, and
    no person where a name is none."""
    analysis = scene.analysis
    people: list[Entity] = []
    bodies: list[Entity] = []
    others: list[tuple[Span, Kind]] = []
    for (_, words), kind in names:
        first, last = scene.covering(words[0].start, words[-1].end)
        span = Span(words[0].start, words[-1].end)
        if kind.person >= EVEN and kind.person > kind.body:
            people.append(Entity(*span, "PERSON", first, last))
        elif kind.body >= LIKELY_BODY and table("source_nouns").get(words[-1].text.lower()) not in ROLE_KINDS:
            bodies.append(Entity(*span, "ORG", first, last))
        else:
            others.append((span, kind))
    kept: list[Entity] = []
    for entity in analysis.entities:
        if any(entity.start < p.end and p.start < entity.end for p in people):
            if entity.type != "PERSON" and not any(p.start <= entity.start and entity.end <= p.end for p in people):
                kept.append(entity)
        elif entity.type in ("PERSON", "MISC") and any(b.start <= entity.start < b.end for b in bodies):
            kept.append(replace(entity, type="ORG"))
        elif entity.type == "PERSON":  # where no name was found, its words tell of a body
            is_body = next((k.body >= max(EVEN, k.person) for o, k in others if o.start <= entity.start < o.end), True)
            kept.append(replace(entity, type="ORG" if is_body else "MISC"))
        else:
            kept.append(entity)
    new = [b for b in bodies if not any(e.start < b.end and b.start < e.end for e in kept)]
    return replace(analysis, entities=tuple(sorted([*kept, *people, *new], key=lambda e: (e.start, e.end))))


def find_names(scene: Scene) -> list[Name]:
    """Every run of capitals that may name somebody, as titles and name; of all kinds, in order of the text."""
    entities = scene.analysis.entities
    common = common_nouns(scene)
    companies = {span.of(scene.text) for span in called_companies(scene)}
    names: list[Name] = []
    first = 0
    for whole in _over_small_letters(scene, capitalised_runs(scene.text)):
        run = _without_opening(scene, whole)
        if names_place(scene, run) or scene.text[run[0].start : run[-1].end] in companies:
            continue
        while first < len(entities) and entities[first].end <= run[0].start:
            first += 1
        inside = [e for e in islice(entities, first, first + len(run)) if e.start < run[-1].end]
        names += _names_in(scene, run, inside, common)
    return names


def _over_small_letters(scene: Scene, runs: Iterable[list[Word]]) -> Iterable[list[Word]]:
    """The runs, those joined between which one word in small letters stands that the parser holds for a name too: "Jane
    derwent Doe"."""
    held: list[Word] = []
    for run in runs:
        if held and (between := _name_between(scene, held[-1], run[0])) is not None:
            held = [*held, between, *run]
            continue
        if held:
            yield held
        held = run
    if held:
        yield held


def _name_between(scene: Scene, last: Word, first: Word) -> Word | None:
    gap = scene.text[last.end : first.start]
    word = gap.strip(" ")
    if not word.isalpha() or len(word) < 3 or len(gap) != len(word) + 2:
        return None
    token = scene.token_at(last.end + 1)
    is_name = token is not None and token.text == word and token.upos == "PROPN"
    return Word(last.end + 1, last.end + 1 + len(word), word) if is_name else None


def _without_opening(scene: Scene, run: list[Word]) -> list[Word]:
    """Without a word that is capital only because its sentence begins with it ("But Smith", "Said Smith")."""
    while len(run) > 1:
        token = scene.token_at(run[0].start)
        if token is None or scene.entity_at.get(token.index) == "PERSON":
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
    kin = told_kin(scene.text, words[0].start, end)
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


def _names_in(scene: Scene, run: list[Word], entities: Sequence[Entity], common: Set[str]) -> Iterable[Name]:
    """The names in one run of capitalised words: around each person that the models found, else behind a body's name
    and a title ("Harbour Party Legislator Jane Doe"), else the whole."""
    people = [e for e in entities if e.type == "PERSON"]
    others = [e for e in entities if e.type != "PERSON"]
    for entity in people:
        yield from _around(scene, run, entity, others, common)
    if people:
        return
    end = max((e.end for e in others), default=0)
    tail = [w for w in run if w.start >= end]
    if others and len(tail) > 1 and (is_title(tail[0].text) or is_trade(tail[0].text)):
        run = tail
    titles, words = without_titles(run)
    if len(words) < 6:
        yield titles, words


def _around(
    scene: Scene, run: list[Word], entity: Entity, others: Sequence[Entity], common: Set[str]
) -> Iterable[Name]:
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
    if is_outlet(" ".join(w.text for w in run[low:high])):
        return
    before = run[:low]
    titles, words = without_titles(run[low:high])
    while before and (is_title(before[-1].text) or is_trade(before[-1].text)):
        titles = [before.pop(), *titles]
    yield titles, words


def _is_nickname(scene: Scene, word: Word) -> bool:
    """In quotation marks or brackets of its own: Jane “Jo” Doe."""
    return scene.text[word.start - 1 : word.start] in '"“(‘' and scene.text[word.end : word.end + 1] in '"”)’'

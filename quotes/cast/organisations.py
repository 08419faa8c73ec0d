"""The organisations of one article: full names, short forms, abbreviations, and nouns that stand for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.cast.companies import called_companies
from quotes.cast.names import POSSESSIVE, fold
from quotes.domain import Span, Token
from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

ARTICLE = re.compile(r"^(?:the|a|an|but|and)\s+", re.IGNORECASE)
ABBREVIATION = re.compile(r"\s*\(([A-Z][A-Za-z&.-]{1,9})\)")
INITIALS = re.compile(r" \(([A-Z]{2,9})\)")
INSIDE = re.compile(r"\s\(([A-Z][A-Za-z&.-]{1,9})\)?$")
TOLD = re.compile(r"\b(?:statement|letter|filing|notice|e-?mail|submission|announcement|report) to (?:the )?$")
TEAMS = frozenset(("club", "team"))
APOSTROPHES = word_class("possessive_signs")
DEEDS = word_class("texts_named")  # what names of texts end in
CALLED_AFTER = word_class("bodies_called_after")
FORCES = word_class("bodies_of_countries")  # of a country too: "Iranian army"


@dataclass(frozen=True, slots=True)
class Organisation:
    """One place where an organisation is named."""

    name: str
    span: Span
    head: int
    sentence: int
    quoted: bool


def plain(name: str) -> str:
    """An organisation's name without the article before it and the possessive after it.

    >>> plain("the Foreign Office’s")
    'Foreign Office'
    """
    return POSSESSIVE.sub("", ARTICLE.sub("", " ".join(name.split()))).rstrip(",;:")


class Organisations:
    """Every naming of an organisation in the text, in order, and the search among them."""

    def __init__(self, scene: Scene, people_at: set[int]) -> None:
        """`people_at`: where people's names begin, which are nobody's company."""
        self.places: list[Organisation] = []
        self._short = {fold(short): name for name, short in _defined(scene)}
        for entity in scene.analysis.entities:
            wording = scene.text[entity.start : entity.end]
            body = entity.type == "ORG" or (entity.type == "LOC" and names_organisation(wording.split()))
            if not body or entity.start in people_at or wording.split()[-1].lower() in DEEDS:
                continue
            inside = INSIDE.search(wording)
            name = plain(wording[: inside.start()] if inside is not None else wording)
            if not name:
                continue
            name = whole_name(scene, entity.span, name)
            head = scene.head_of(entity.first, entity.last)
            token = scene.tokens[entity.first if head is None else head]
            quoted = scene.quoted_by[token.index] >= 0
            self.places.append(Organisation(name, entity.span, token.index, token.sentence, quoted))
            if match := inside or ABBREVIATION.match(scene.text, entity.end):
                self._short.setdefault(fold(match.group(1)), name)
        self.places += [o for o in _called(scene) if o.span.start not in {p.span.start for p in self.places}]
        self.places = sorted([*self.places, *_possessed(scene)], key=lambda o: o.span)
        self._keys: dict[tuple[str, ...], str] = {}
        for place in self.places:
            self._keys.setdefault(key_words(place.name), place.name)
        self._scene = scene

    def fullest(self, name: str) -> tuple[str, str]:
        """The fullest form of a name and the reason; the name itself where the article gives no other."""
        bare = plain(name)
        if (spelt := self.spelt_out(bare)) is not None:
            return spelt, "abbreviation of a name given in the article"
        key = key_words(bare)
        longer = [full for words, full in self._keys.items() if len(words) > len(key) and _is_stretch(key, words)]
        if longer:
            return longer[0], "short form of a name given in the article"
        if bare.isupper() and len(bare) > 2:
            spelt_out = [full for words, full in self._keys.items() if _initials(full) == bare]
            if spelt_out:
                return spelt_out[0], "abbreviation of a name given in the article"
        return bare, "named beside the quotation"

    def spelt_out(self, bare: str) -> str | None:
        """The name that an abbreviation in brackets was given for."""
        return self._short.get(fold(bare)) if bare[:1].isupper() else None

    def is_told(self, place: Organisation) -> bool:
        """To whom something is said: "in a statement to the exchange, the company said"."""
        return TOLD.search(self._scene.text, max(0, place.span.start - 30), place.span.start) is not None

    def latest_subject(self, before: int, sentence: int, reach: int = 1) -> Organisation | None:
        """The organisation that was last a subject in this sentence or the `reach` ones before it."""
        near = [
            o for o in self.places if o.span.start < before and 0 <= sentence - o.sentence <= reach and not o.quoted
        ]
        subjects = [o for o in near if self._scene.tokens[o.head].deprel.startswith("nsubj")]
        return subjects[-1] if subjects else None

    def knows(self, name: str) -> bool:
        return key_words(plain(name)) in self._keys


def _defined(scene: Scene) -> Iterator[tuple[str, str]]:
    """Names with their initials in brackets behind them, whatever the models take them for: "Institute for Water and
    Wood (IWW)"; the shortest run of words whose capitals they are, as Schwartz and Hearst (2003) find them."""
    for match in INITIALS.finditer(scene.text):
        words = scene.text[max(0, match.start() - 120) : match.start()].split()
        for count in range(2, len(words) + 1):
            run = words[-count:]
            if run[0][:1].isupper() and _initials(" ".join(run)) == match.group(1):
                yield " ".join(run), match.group(1)
                break


def whole_name(scene: Scene, span: Span, name: str) -> str:
    """A name of one word that any body may bear ("Association"), with the capitals that its own name has before it
    ("Harbour Traders’ Association"); a country's or a person's before it is no part of it ("Japan’s Parliament")."""
    if " " in name or name.lower() not in word_list("org_words"):
        return name
    token = scene.token_at(span.start)
    first = token.index if token is not None else 0
    owned = False
    while first > 0:
        before = scene.tokens[first - 1]
        owner = scene.tokens[first - 2] if before.text in APOSTROPHES and first > 1 else before
        named = scene.entity_at.get(owner.index)
        if scene.text[before.end : scene.tokens[first].start] not in ("", " "):
            break
        if not owner.text[:1].isupper() or owner.upos not in ("PROPN", "NOUN") or (named is not None and not owned):
            break
        first, owned = owner.index, owned or owner is not before
    return plain(scene.text[scene.tokens[first].start : span.start] + name)


def _called(scene: Scene) -> Iterator[Organisation]:
    """Companies that only an apposition tells of."""
    for span in called_companies(scene):
        token = scene.token_at(span.start)
        if token is not None and scene.quoted_by[token.index] < 0:
            yield Organisation(span.of(scene.text), span, token.index, token.sentence, False)


def _possessed(scene: Scene) -> Iterator[Organisation]:
    """Bodies called after somebody or some place: "Byron's campaign", "the Byron campaign", "Japan's foreign ministry",
    "the Iranian army"."""
    tokens = scene.tokens
    for token in tokens:
        if not token.text.islower() or not (token.text in CALLED_AFTER or token.text in word_list("org_words")):
            continue
        if token.upos != "NOUN" or token.text in table("body_nouns"):
            continue
        first = token.index
        if first > 1 and _is_plain_modifier(tokens[first - 1]) and _belongs(scene, first - 2):
            first -= 1  # "Japan's | foreign ministry"
        while first > 0 and tokens[first - 1].sentence == token.sentence and _belongs(scene, first - 1):
            first -= 1
        entity = next((e for e in scene.analysis.entities if e.first <= first < e.last), None)
        first = min(first, entity.first) if entity is not None else first
        country = tokens[first - 1] if first == token.index and first > 0 and token.text in FORCES else None
        if country is not None and country.upos == "ADJ" and country.sentence == token.sentence:
            first -= 1
        if first < token.index and tokens[first].text[:1].isupper() and tokens[first].upos in ("PROPN", "ADJ"):
            span = Span(tokens[first].start, token.end)
            quoted = scene.quoted_by[token.index] >= 0
            yield Organisation(plain(span.of(scene.text)), span, token.index, token.sentence, quoted)


def _is_plain_modifier(token: Token) -> bool:
    return token.text.islower() and token.upos in ("ADJ", "NOUN")


def _belongs(scene: Scene, index: int) -> bool:
    """A name's word, a possessive's sign, or a hyphen between two names."""
    token = scene.tokens[index]
    if token.upos == "PROPN" or token.xpos == "POS":
        return True
    before, after = scene.tokens[index - 1], scene.tokens[index + 1]
    tight = before.end == token.start and token.end == after.start
    return token.text in ("-", "–") and tight and before.upos == "PROPN"


def can_be(place: Organisation, noun: str) -> bool:
    """A company or a club is no council, and a party is called one."""
    words = set(key_words(place.name))
    if noun == "party":
        return bool(words & word_list("party_words")) or place.name.isupper()
    return (table("body_nouns").get(noun) != "company" and noun not in TEAMS) or not words & word_list(
        "no_company_words"
    )


def is_company(name: str) -> bool:
    """By a word of its name: "Holdings"."""
    return not word_list("company_words").isdisjoint(key_words(name))


def key_words(name: str) -> tuple[str, ...]:
    """The words by which names are compared: "Ministry of Trade and the Interior" is that of "Trade and Interior"."""
    return tuple(w for w in (fold(part) for part in re.split(r"[\s-]+", name)) if w and w != "the")


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper())


def _is_stretch(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return any(full[i : i + len(short)] == short for i in range(len(full) - len(short) + 1))


def names_organisation(words: list[str]) -> bool:
    """Whether capitalised words hold one that marks an organisation ("Office", "Council")."""
    return any(w.lower() in word_list("org_words") for w in words)

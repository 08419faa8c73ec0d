"""The organisations of one article: full names, short forms, abbreviations, and nouns that stand for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.domain import Span
from quotes.lexicon import words as word_list
from quotes.resolve.names import POSSESSIVE, fold
from quotes.resolve.phrases import Phrase
from quotes.scene import Scene

ARTICLE = re.compile(r"^(?:the|a|an|but|and)\s+", re.IGNORECASE)
ABBREVIATION = re.compile(r"\s*\(([A-Z][A-Za-z&.-]{1,9})\)")
INSIDE = re.compile(r"\s\(([A-Z][A-Za-z&.-]{1,9})\)?$")
NEAR = 3  # sentences within which a general noun ("the agency") may take up a name
GENERIC = frozenset(
    [
        "agency",
        "company",
        "firm",
        "group",
        "organization",
        "organisation",
        "institution",
        "body",
        "union",
        "airline",
        "corporation",
        "club",
        "team",
        "watchdog",
        "regulator",
        "charity",
        "carrier",
        "retailer",
        "maker",
        "manufacturer",
        "giant",
        "broadcaster",
        "newspaper",
        "magazine",
        "outlet",
        "paper",
        "think-tank",
    ]
)


CALLED_AFTER = frozenset(("campaign", "administration", "government", "ministry", "office", "foundation"))


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
        self._short: dict[str, str] = {}
        for entity in scene.analysis.entities:
            if entity.type != "ORG" or entity.start in people_at:
                continue
            wording = scene.text[entity.start : entity.end]
            inside = INSIDE.search(wording)
            name = plain(wording[: inside.start()] if inside is not None else wording)
            if not name:
                continue
            head = scene.head_of(entity.first, entity.last)
            token = scene.tokens[entity.first if head is None else head]
            quoted = scene.quoted_by[token.index] >= 0
            self.places.append(Organisation(name, entity.span, token.index, token.sentence, quoted))
            if match := inside or ABBREVIATION.match(scene.text, entity.end):
                self._short.setdefault(fold(match.group(1)), name)
        self.places = sorted([*self.places, *_possessed(scene)], key=lambda o: o.span)
        self._keys: dict[tuple[str, ...], str] = {}
        for place in self.places:
            self._keys.setdefault(_key(place.name), place.name)
        self._scene = scene

    def fullest(self, name: str) -> tuple[str, str]:
        """The fullest form of a name and the reason; the name itself where the article gives no other."""
        bare = plain(name)
        if (spelt := self.spelt_out(bare)) is not None:
            return spelt, "abbreviation of a name given in the article"
        key = _key(bare)
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

    def meant_by(self, phrase: Phrase) -> Organisation | None:
        """The organisation that "the university" or "the agency" stands for: the latest one before it whose name
        holds the noun; for the most general nouns the latest one within three sentences."""
        before = [o for o in self.places if o.span.start < phrase.span.start]
        holding = [o for o in before if phrase.noun in _key(o.name) and len(_key(o.name)) > 1]
        if holding:
            return holding[-1]
        if phrase.noun not in GENERIC:
            return None
        sentence = self._scene.tokens[phrase.head].sentence
        near = [o for o in before if sentence - o.sentence <= NEAR and not o.quoted]
        return near[-1] if near else None

    def latest_subject(self, before: int, sentence: int, reach: int = 1) -> Organisation | None:
        """The organisation that was last a subject in this sentence or the `reach` ones before it."""
        near = [
            o for o in self.places if o.span.start < before and 0 <= sentence - o.sentence <= reach and not o.quoted
        ]
        subjects = [o for o in near if self._scene.tokens[o.head].deprel.startswith("nsubj")]
        return subjects[-1] if subjects else None

    def knows(self, name: str) -> bool:
        return _key(plain(name)) in self._keys


def _possessed(scene: Scene) -> Iterator[Organisation]:
    """Bodies called after somebody: "Byron's campaign", "the Byron campaign"."""
    for token in scene.tokens:
        if token.text not in CALLED_AFTER or token.index == 0:
            continue
        first = token.index
        while first > 0 and scene.tokens[first - 1].sentence == token.sentence:
            before = scene.tokens[first - 1]
            if before.upos != "PROPN" and before.xpos != "POS":
                break
            first -= 1
        if first < token.index and scene.tokens[first].upos == "PROPN":
            span = Span(scene.tokens[first].start, token.end)
            quoted = scene.quoted_by[token.index] >= 0
            yield Organisation(plain(span.of(scene.text)), span, token.index, token.sentence, quoted)


def _key(name: str) -> tuple[str, ...]:
    return tuple(w for w in (fold(part) for part in re.split(r"[\s-]+", name)) if w)


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper())


def _is_stretch(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return any(full[i : i + len(short)] == short for i in range(len(full) - len(short) + 1))


def names_organisation(words: list[str]) -> bool:
    """Whether capitalised words hold one that marks an organisation ("Office", "Council")."""
    return any(w.lower() in word_list("org_words") for w in words)

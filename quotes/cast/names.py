"""Personal names as news writes them: their words, their titles, and when two wordings can be one person."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list

# Apostrophes, as such or as mark-up that a carrier left in the text ("O&#39;Doe").
_MARKED_UP = "&(?:#0?39|#8217|apos|rsquo);"
_MISREAD = r"(?<=[ÃÂ])[\x80-\xbf]"  # the rest of a letter whose bytes were read one by one
WORD = re.compile(rf"[^\W\d_](?:\w|{_MISREAD}|\u00ad+(?=\w)|\.(?=\w\.)|(?:['’´`‘-]|{_MARKED_UP})(?=\w))*")
POSSESSIVE = re.compile(rf"(?:['’´`]|{_MARKED_UP})s$")
NICKNAME_OPENS = frozenset((' "', " “", " (", " ‘", " '"))
NICKNAME_CLOSES = re.compile(r"[\"”)’'] ([^\W\d_]+)")
LOWER_PREFIXES = ("al-", "el-", "as-", "ash-", "ad-", "an-", "ar-", "az-", "d'", "d’", "ul-")

TRADES = frozenset(("office", "insider", "expert", "media", "spokesperson"))
CALLINGS = TRADES | {"person", "rhetorical"}
ROYAL = word_class("royal_titles")


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or (
            self.text.lower().startswith(LOWER_PREFIXES) and self.text != self.text.lower()
        )


@cache
def fold(word: str) -> str:
    """A word as names are compared: lower case, no accents, dots or apostrophes.

    >>> fold("Baha´u´llah"), fold("Núñez")
    ('bahaullah', 'nunez')
    """
    bare = unicodedata.normalize("NFKD", POSSESSIVE.sub("", word)).casefold()
    return "".join(c for c in bare if c.isalnum() or c == "-")


def is_title(word: str) -> bool:
    """A word that stands before names and is no part of them, a title or a trade; royal titles are part of them."""
    bare = word.casefold().rstrip(".")
    kind = table("titles").get(bare)
    if kind is not None:
        return not kind.startswith("royal")
    return table("source_nouns").get(bare) in TRADES and bare not in ROYAL


def is_trade(word: str) -> bool:
    """A word for what somebody is, that may stand before a name as a title does and is nobody's given name ("Jockey",
    "Resident")."""
    bare = word.casefold()
    if table("titles").get(bare, "").startswith("royal") or is_given_name(word):
        return False
    listed = bare in word_list("trades") or bare in word_list("person_nouns")
    return listed or table("source_nouns").get(bare) in CALLINGS


def title_gender(word: str) -> str | None:
    kind = table("titles").get(word.casefold().rstrip("."), "")
    return kind[-1] if kind in ("m", "f", "royal-m", "royal-f") else None


def kin_gender(noun: str) -> str | None:
    """f or m where a noun for somebody's kin tells it."""
    gender = table("kin").get(noun)
    return gender if gender in ("f", "m") else None


def noun_gender(noun: str) -> str | None:
    """f or m where a noun for a person tells it."""
    if noun.endswith(("woman", "girl", "bride", "bride-to-be")) or noun in ("lady", "actress", "waitress"):
        return "f"
    if (noun.endswith(("man", "boy", "groom")) and not noun.endswith("human")) or noun == "gentleman":
        return "m"
    return kin_gender(noun)


def given_name_gender(word: str) -> str | None:
    """f or m where a given name is mostly borne by one gender."""
    gender = table("given_names").get(_cased(word))
    return gender if gender in ("f", "m") else None


def is_given_name(word: str) -> bool:
    return _cased(word) in table("given_names")


def _cased(word: str) -> str:
    return word.capitalize() if word.isupper() and len(word) > 2 else word


def is_suffix(word: str) -> bool:
    return word.casefold().rstrip(".") in table("name_suffixes")


def without_titles(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Split a run of capitalised words into the titles before a name and the name itself (never empty); a trade is a
    title where a given name follows."""
    cut = 0
    for i, word in enumerate(words[:-1]):
        before_given = i in (0, cut) and is_given_name(words[i + 1].text)
        if (is_title(word.text) and not is_given_name(word.text)) or (before_given and is_trade(word.text)):
            cut = i + 1
    if cut < len(words) and is_suffix(words[cut].text):
        cut = 0
    if cut == 1 and len(words) == 2 and _may_be_given(words[0].text.casefold()):
        cut = 0
    return words[:cut], words[cut:]


def _may_be_given(title: str) -> bool:
    """A word of parties that may be a given name before one other word: "Tory Doe", but not "Democrat Doe"."""
    return table("titles").get(title) == "qualifier" and title not in word_list("never_names")


def capitalised_runs(text: str) -> Iterator[list[Word]]:
    """Stretches of capitalised words, with the particles, initials and nicknames that names have between them."""
    particles = table("name_particles")
    run: list[Word] = []
    held: list[Word] = []  # particles that belong to the name only if a capital follows
    closed = True
    for match in WORD.finditer(text):
        raw = match.group()
        bare = POSSESSIVE.sub("", raw) if raw[-1] == "s" else raw
        word = Word(match.start(), match.start() + len(bare), bare.replace("\u00ad", ""))
        last = held[-1] if held else run[-1] if run else None
        joined = last is not None and not closed and _joins(text, last, word, match.end())
        if word.capital:
            if joined:
                run += [*held, word]
            else:
                if run:
                    yield run
                run = [word]
            held = []
            closed = len(bare) < len(raw) or text[match.end() : match.end() + 2] in ("' ", "’ ")
        elif joined and bare in particles and len(held) < 2:
            held.append(word)
        else:
            closed = True
    if run:
        yield run


def _joins(text: str, last: Word, word: Word, end: int) -> bool:
    gap = text[last.end : word.start]
    if gap and not gap.strip(" \xa0"):
        return True
    if gap in (". ", ".\xa0"):
        return len(last.text) <= 2 or "." in last.text or is_title(last.text) or is_suffix(last.text)
    if gap in (", ", ",\xa0"):
        return is_suffix(word.text) and word.text[0].isupper()
    if gap.lstrip(".") in NICKNAME_OPENS:
        after = NICKNAME_CLOSES.match(text, end)
        return after is not None and (after.group(1)[0].isupper() or after.group(1) in table("name_particles"))
    return (
        gap[1:] == " " and gap[0] in "\"”)’'" and text[last.start - 2 : last.start] in NICKNAME_OPENS
    )  # its nickname closes


def _same_given(a: str, b: str) -> bool:
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    nicknames = table("nicknames")
    longs_a, longs_b = nicknames.get(a, "").split(), nicknames.get(b, "").split()
    return a in longs_b or b in longs_a


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words of a name without suffixes and the Arabic article: what is compared.

    >>> core(("Omar", "al-Haddad", "Jr"))
    ('omar', 'haddad')
    """
    folded = tuple(_without_article(fold(w)) for w in words if not is_suffix(w))
    return tuple(w for w in folded if w) or tuple(fold(w) for w in words)


def _without_article(word: str) -> str:
    article, _, rest = word.partition("-")
    return rest if len(rest) > 2 and f"{article}-" in LOWER_PREFIXES else word


def spelt_alike(a: str, b: str) -> bool:
    """Two words of five letters or more that a slip of the pen tells apart."""
    return min(len(a), len(b)) > 4 and DamerauLevenshtein.distance(a, b, score_cutoff=1) == 1


def can_be_same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of two or more folded words can be one person's: one is a stretch of the other, or they
    share the surname and the given names of one are found, in order, among those of the other (as initials or
    nicknames too).

    >>> can_be_same(("hillary", "clinton"), ("hillary", "rodham", "clinton"))
    True
    >>> can_be_same(("bill", "clinton"), ("hillary", "clinton"))
    False
    """
    short, full = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) > 1 and any(full[i : i + len(short)] == short for i in range(len(full) - len(short) + 1)):
        return True
    if len(short) < 2:
        return False
    if len(short) == len(full) and sum(x != y for x, y in zip(short, full, strict=True)) == 1:
        return any(spelt_alike(x, y) for x, y in zip(short, full, strict=True)) or _fits(short, full)
    return _fits(short, full)


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if short[-1] != full[-1]:
        return False
    rest = iter(full[:-1])
    return all(any(_same_given(given, other) for other in rest) for given in short[:-1])

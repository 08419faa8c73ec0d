"""Words and names that an archive is written in, drawn as often as words are: a few very often, most of them rarely."""

from functools import cache
from pathlib import Path
from random import Random

from quotes.lexicon import table

_FILE = Path(__file__).with_name("words.tsv")
_TICKETS = 20_000  # in an urn, of which a word has the more the commoner it is


@cache
def _lists() -> dict[str, str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


@cache
def listed(kind: str) -> tuple[str, ...]:
    """The words, or the patterns between bars, of a line of words.tsv, each once."""
    entries = _lists()[kind]
    return tuple(dict.fromkeys(entries.split("|") if "|" in entries else entries.split()))


def urn(words: tuple[str, ...], even: int = 2) -> tuple[str, ...]:
    """A pool to draw from, in which the n-th word is there in proportion to 1 / (n + even), and at least once."""
    weight = _TICKETS / sum(1 / (place + even) for place in range(len(words)))
    return tuple(word for place, word in enumerate(words) for _ in range(max(1, round(weight / (place + even)))))


@cache
def family_names() -> tuple[str, ...]:
    """About six thousand, in no order that tells anything."""
    endings = (*listed("ending"), *listed("familyending"))
    english = {stem + ending for stem in listed("stem") for ending in endings}
    slavic = {stem + ending for stem in listed("slavic") for ending in listed("slavicending")}
    spanish = {f"{one} {other}" for one in listed("spanish") for other in listed("spanish") if one != other}
    names = sorted(english | slavic | spanish | {*listed("spanish"), *listed("asian"), *listed("arabic")})
    Random("family names").shuffle(names)
    return tuple(names)


@cache
def given_names() -> tuple[tuple[str, ...], dict[str, str]]:
    """The packaged given names, shuffled, and the gender that most bearers of each have."""
    gender = table("given_names")
    names = sorted(gender)
    Random("given names").shuffle(names)
    return tuple(names), gender


@cache
def places() -> tuple[str, ...]:
    """About three and a half thousand, the well-known ones first."""
    made = [f"{stem}{ending}" for stem in listed("stem") for ending in listed("ending")]
    Random("places").shuffle(made)
    return (*listed("place"), *made)

"""Words of names without what differs between spellings: case, accents, and the habits of transliteration."""

import re
import unicodedata
from functools import cache

_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | {"ə": "a", "ŋ": "n", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": ""}
)
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
# Sounds that alphabets of transliteration write differently, the longest first; capitals stand for sounds.
_SOUNDS = (
    ("schtsch", "S"), ("shch", "S"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "C"),
    ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("ck", "k"), ("qu", "kv"), ("q", "k"), ("tz", "z"), ("ts", "z"), ("cz", "C"), ("x", "ks"), ("w", "v"),
    ("ou", "o"), ("oo", "o"), ("u", "o"), ("ee", "i"), ("ie", "i"), ("iy", "i"), ("yi", "i"),
    ("ei", "E"), ("ey", "E"), ("ay", "E"), ("ai", "E"), ("y", "i"),
)  # fmt: skip
_ARABIC_SIGNS = ("q", "dh", "gh", "kh")
_SERVANT = re.compile(r"^abd(?:[aeou]l)(?=[^aeiou]|[aeiou][^aeiou])")


@cache
def fold(word: str) -> str:
    """A word in ASCII-like lower case, without accents, apostrophes and dots; letters of other scripts stay.

    >>> fold("Núñez"), fold("O’Brien"), fold("Łukasz")
    ('nunez', 'obrien', 'lukasz')
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold().translate(_PLAIN))
    return "".join(c for c in decomposed.translate(_PLAIN) if c.isalnum())


@cache
def umlauts_folded(word: str) -> str:
    """A folded word, an umlaut written with an e after it as if without.

    >>> umlauts_folded(fold("Schäuble")) == umlauts_folded(fold("Schaeuble"))
    True
    """
    for written, plain in _UMLAUTS:
        word = word.replace(written, plain)
    return word


@cache
def skeleton(word: str) -> str:
    """What is left of a folded word when spellings of one sound are made one; no pronunciation, only a key.

    >>> skeleton("tymoshenko") == skeleton("timoschenko"), skeleton("sergey") == skeleton("sergei")
    (True, True)
    """
    bare = umlauts_folded(word)
    if len(bare) >= 5:
        bare = re.sub(r"^[jy](?=[aeiou])", "i", bare)
    bare = re.sub(r"c(?=[eiy])", "s", bare) if "ch" not in bare and "cz" not in bare else bare
    for written, sound in _SOUNDS:
        bare = bare.replace(written, sound)
    bare = bare.replace("c", "k").replace("z", "s")
    bare = re.sub(r"(?<=[aeioE])h(?![aeioE])", "", bare)
    return re.sub(r"(.)\1+", r"\1", bare)


@cache
def loose_skeleton(word: str) -> str:
    """The skeleton with g and k made one, as spellings of the Arabic qaf need.

    >>> len({loose_skeleton(w) for w in ("qaddafi", "gaddafi", "kadhafi", "gadhafi", "khadafy")})
    1
    """
    return skeleton(word.replace("kh", "k")).replace("g", "k")


def sounds_alike(a: str, b: str) -> bool:
    """Whether two folded words can be spellings of one name in another alphabet.

    >>> sounds_alike("qaddafi", "kadhafi"), sounds_alike("gates", "kates")
    (True, False)
    """
    if skeleton(a) == skeleton(b):
        return True
    arabic = any(sign in word for sign in _ARABIC_SIGNS for word in (a, b))
    return arabic and loose_skeleton(a) == loose_skeleton(b)


def join_servants(words: list[str]) -> list[str]:
    """Arabic "servant of" and the name after it as one word, however they were divided and vowelled.

    >>> join_servants(["mustafa", "abdul", "jalil"]) == join_servants(["mustafa", "abdeljalil"])
    True
    """
    joined: list[str] = []
    held = False
    for word in words:
        if held and word in ("al", "el", "ul"):
            continue
        if held:
            joined.append(f"abd{word}")
            held = False
        elif word in ("abd", "abed", "abdel", "abdul", "abdal", "abdol"):
            held = True
        else:
            short = _SERVANT.sub("abd", word)
            joined.append(short if len(short) > 5 else word)
    return [*joined, "abd"] if held else joined

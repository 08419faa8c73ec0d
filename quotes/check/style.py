"""What is written otherwise and says the same: house style, spelling, figures; tenses within the outlet's sentence."""

from collections.abc import Sequence
from functools import cache

from quotes.lexicon import table, words
from quotes.store.words import stem

_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_PERCENT = (["per", "cent"], ["percent"], ["pc"], ["%"])
# Endings that one house writes like this, and another like that.
_ENDINGS = {
    "isation": "ization", "ising": "izing", "ised": "ized", "ises": "izes", "ise": "ize", "yse": "yze", "ysed": "yzed",
    "elled": "eled", "elling": "eling", "oured": "ored", "ouring": "oring", "ourable": "orable",
}  # fmt: skip


def says_the_same(drafted: Sequence[str], held: Sequence[str]) -> bool:
    """Whether only the writing differs.

    >>> says_the_same(["ceasefire"], ["cease", "fire"]), says_the_same(["five"], ["5"])
    (True, True)
    >>> says_the_same(["10", "million"], ["10m"]), says_the_same(["organise"], ["organize"])
    (True, True)
    >>> says_the_same(["boats"], ["ships"]), says_the_same(["15"], ["50"])
    (False, False)
    """
    one, other = _spoken(drafted), _spoken(held)
    if one == other or (one and "".join(one) == "".join(other)):
        return True
    figures = number_of(one), number_of(other)
    if figures[0] is not None and figures[0] == figures[1]:
        return True
    if one in _PERCENT and other in _PERCENT:
        return True
    return len(one) == len(other) > 0 and all(map(_same_word, one, other))


def is_other_tense(drafted: Sequence[str], held: Sequence[str]) -> bool:
    """Whether the words are forms of the same words, as an outlet's own sentence may need: "are" and "were".

    >>> is_other_tense(["were"], ["are"]), is_other_tense(["promised"], ["promise"]), is_other_tense(["a"], ["the"])
    (True, True, False)
    """
    return len(drafted) == len(held) > 0 and all(map(_is_form, drafted, held))


def number_of(keys: Sequence[str]) -> float | None:
    """What a figure is worth, in digits or in words; None for what is none.

    >>> number_of(["twenty", "three"]), number_of(["2", "million"]), number_of(["1.5bn"]), number_of(["cat"])
    (23.0, 2000000.0, 1500000000.0, None)
    """
    total, part, seen = 0.0, 0.0, False
    for word in keys:
        value = _value(word)
        if value is not None:
            part, seen = part + value, True
        elif word in _SCALES and seen:
            if word == "hundred":
                part *= 100
            else:
                total, part = total + part * _SCALES[word], 0.0
        elif word == "and" and seen:
            continue
        else:
            return None
    return total + part if seen else None


def _value(word: str) -> float | None:
    if word[:1].isdigit():
        digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
        scale = _SHORT_SCALES.get(word[len(digits) :]) if len(digits) < len(word) else 1
        try:
            return float(digits) * scale if scale else None
        except ValueError:  # "1.2.3", "10:30"
            return None
    found = _number_words().get(word)
    return None if found is None else float(found)


@cache
def _number_words() -> dict[str, str]:
    """Words for figures alone: "both" and "couple" say more than a number."""
    spoken = {"one": "1", "thirteen": "13", "zero": "0"}
    other = ("both", "couple", "duo", "pair", "trio", "quartet", "dozen")
    return {word: value for word, value in table("number_words").items() if word not in other} | spoken


def _spoken(keys: Sequence[str]) -> list[str]:
    return [word for word in keys if word not in words("drafts/fillers")]


def _same_word(one: str, other: str) -> bool:
    return one == other or _spelt(one) == _spelt(other)


@cache
def _spelt(word: str) -> str:
    """One spelling for all."""
    american = {british.replace(" ", ""): american.replace(" ", "") for british, american in _pairs().items()}
    plain = word[:-1] if word.endswith("s") and word[:-1] in american else word
    if plain in american:
        return american[plain] + word[len(plain) :]
    for british, other in _ENDINGS.items():
        if word.endswith(british) and len(word) > len(british) + 3:
            return word[: -len(british)] + other
    return word


@cache
def _pairs() -> dict[str, str]:
    return table("drafts/spelling_pairs")


@cache
def _irregular() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in words("drafts/irregular_verbs"))


def _is_form(one: str, other: str) -> bool:
    if one == other or any(one in forms and other in forms for forms in _irregular()):
        return True
    return len(one) > 3 < len(other) and stem(one) == stem(other) and one.rstrip("s") != other.rstrip("s")

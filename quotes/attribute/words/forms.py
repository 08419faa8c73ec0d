"""The few shapes that facts have: yes or no, one of several, so many, how likely, how often."""

from collections.abc import Callable, Mapping

from quotes.codes import PARTS_OF_SPEECH, RELATIONS, part_of_speech_code, relation_code

Fact = Callable[[float], str]  # a feature's value → what it says

_RELATIONS: Mapping[str, str] = {
    "root": "the main word of its sentence",
    "nsubj": "the subject of a verb",
    "obj": "the object of a verb",
    "iobj": "whom something is given or told to",
    "obl": "part of a phrase of place, time or manner",
    "nmod": "attached to another noun",
    "ccomp": "what a verb of saying or thinking takes as a clause",
    "xcomp": "what a verb takes as an infinitive or a quality",
    "advcl": "in a side clause",
    "acl": "in a clause that describes a noun",
    "amod": "an adjective before a noun",
    "appos": "in apposition to another noun",
    "compound": "part of a compound",
    "conj": "joined to another word by “and” or the like",
    "parataxis": "set beside another clause",
    "dep": "loosely attached",
    "advmod": "an adverb",
    "punct": "a mark",
    "vocative": "an address",
    "list": "an item of a list",
}
_PARTS: Mapping[str, str] = {
    "ADJ": "an adjective", "ADP": "a preposition", "ADV": "an adverb", "AUX": "an auxiliary verb",
    "CCONJ": "“and”, “or” or “but”", "DET": "an article or the like", "INTJ": "an interjection", "NOUN": "a noun",
    "NUM": "a number", "PART": "“not”, “to” or “'s”", "PRON": "a pronoun", "PROPN": "a name", "PUNCT": "a mark",
    "SCONJ": "a conjunction", "SYM": "a symbol", "VERB": "a verb", "X": "a foreign word",
}  # fmt: skip
_FREQUENCIES = (
    (2.0, "almost always"), (0.0, "more often than not"), (-1.5, "often"), (-3.0, "now and then"), (-5.0, "seldom"),
)  # fmt: skip

VERB_FORMS = {
    1.0: "in the past tense", 2.0: "in the present tense", 3.0: "an “-ing” form", 4.0: "a participle",
    5.0: "in its base form",
}  # fmt: skip


def yes(true: str, false: str) -> Fact:
    return lambda value: true if value else false


def choice(of: Mapping[float, str], other: str, around: str = "{}") -> Fact:
    """The words of a value, set into `around`; `other` stands alone, for every value that has none."""
    return lambda value: around.format(of[value]) if value in of else other


def number(none: str, one: str, many: str, limit: float | None = None) -> Fact:
    """`many` holds `{n}`; from `limit` on, where the feature stops counting, it is so many or more."""

    def tell(value: float) -> str:
        if value == 0:
            return none
        more = " or more" if limit is not None and abs(value) >= limit else ""
        return one if abs(value) == 1 and not more else many.format(n=f"{abs(value):.0f}{more}")

    return tell


def unless(value: float, words: str, fact: Fact) -> Fact:
    """A value that stands for something missing has words of its own."""
    return lambda measured: words if measured == value else fact(measured)


def signed(here: str, before: Fact, after: Fact) -> Fact:
    """0, negative and positive values, each in words of their own."""
    return lambda value: here if value == 0 else before(-value) if value < 0 else after(value)


def share(words: str, missing: str = "") -> Fact:
    """A probability or share set into `words` as per cent; `missing` for values below 0."""
    return lambda value: missing if value < 0 else words.format(p=f"{min(value, 1.0):.0%}")


def frequency(words: str, missing: str = "", below: float = -9.0) -> Fact:
    """Log-odds counted in the training articles, set into `words` as an adverb; `missing` from `below` down."""

    def tell(value: float) -> str:
        if missing and value <= below:
            return missing
        return words.format(often=next((adverb for least, adverb in _FREQUENCIES if value >= least), "hardly ever"))

    return tell


def relation(words: str) -> Fact:
    """A dependency relation, set into `words`."""
    return choice({relation_code(name): _RELATIONS[name] for name in RELATIONS}, words.format("something else"), words)


def part_of_speech(words: str, none: str) -> Fact:
    return choice({part_of_speech_code(name): _PARTS[name] for name in PARTS_OF_SPEECH}, none, words)

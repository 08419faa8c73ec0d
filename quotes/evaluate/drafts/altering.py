"""Drafts that quote stored articles, each altered in one way; the same seed makes the same drafts.

The words that are put in come from a list here, so that no article has them by chance in their places.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from quotes.check import Verdict
from quotes.check.drafted import draft_of
from quotes.check.meaning import class_of
from quotes.check.words import Word
from quotes.domain import Span
from quotes.evaluate.drafts.cases import Case

_STRANGE = (
    "harpsichord",
    "umbrella",
    "lighthouse",
    "pelican",
    "marmalade",
    "thimble",
    "accordion",
    "glacier",
    "walnut",
)
_SPEAKERS = ("Odalys Brannigan", "Tobias Fennimore", "Greta Lindqvist-Moran", "Aurelio Baptista")
_UNSAID = (
    "The lanterns on the old viaduct were lit by hand until somebody stole the ladder",
    "Every orchard between here and the coast lost its blossom in a single night of frost",
    "Our accountants read the contract twice and then asked for a stronger cup of coffee",
    "Whoever designed that roundabout has plainly never driven a combine harvester through it",
    "The choir will sing in the car park because the roof of the chapel has given up",
    "Nine of the twelve swans came back and the others are said to be in Denmark",
    "A library that lends violins is worth more than a stadium that lends out parking",
    "That bakery fed three streets through the flood and never sent anyone an invoice",
)
_TEMPLATES = ("“{}” {} said.", "{1} said: “{0}”", "“{}” said {} on Tuesday.", "{1} told a meeting: “{0}”")
_WIDE = 12  # words that a quotation must have to be cut or spliced
_SENTENCE = re.compile(r"(?<!Engr\.)(?<!Mr\.)(?<=[.!?])\s+(?=[A-Z‘'\"])")


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation of an article: its words without marks, and who says them."""

    article: str
    number: int
    words: str
    speaker: str


Change = Callable[[str, Random], str | None]


def generate_cases(said: Sequence[Said], count: int, seed: int) -> Iterator[Case]:
    """So many cases, of each kind as many as of the others; a quotation is used several times if need be."""
    random = Random(seed)
    kinds = list(_CHANGES)
    made = 0
    while made < count:
        kind = kinds[made % len(kinds)]
        verdict, change = _CHANGES[kind]
        one, other = random.sample(said, 2)
        words = _spliced(one, other, random) if kind == "spliced" else change(one.words, random)
        if words is None or words.count("“") != words.count("”") or words.count('"') % 2:
            continue
        speaker = random.choice(_SPEAKERS) if verdict == "said by somebody else" else one.speaker
        quotation = _ended(words)
        text = random.choice(_TEMPLATES).format(quotation, speaker)
        identity = f"seeded-{made + 1}-{one.article}-{one.number}"
        yield Case(identity, kind, f"The matter came up again this week.\n\n{text}", quotation, verdict, written=False)
        made += 1


def _ended(words: str) -> str:
    """With a mark at its end that may stand before a closing quotation mark."""
    return words if words[-1] in ".!?,…" else f"{words.rstrip(';:–— ')},"


def _words(text: str) -> Sequence[Word]:
    return draft_of(text, (Span(0, len(text)),)).words


def _swap(text: str, word: Word, other: str) -> str:
    return f"{text[: word.start]}{other}{text[word.end :]}"


def _inner(words: Sequence[Word]) -> Sequence[Word]:
    """Words that are neither first nor last, of some length."""
    return [word for word in words[1:-1] if word.end - word.start > 3]


def _same(text: str, random: Random) -> str | None:
    return text


def _other_marks(text: str, random: Random) -> str | None:
    plain = text.translate(str.maketrans("’‘“”–—", "''''--")).replace(";", ",")
    return plain if random.random() < 0.5 else plain.replace(", ", " ", 1)


def _bracketed(text: str, random: Random) -> str | None:
    """A pronoun gives way to what it stands for, in brackets."""
    found = [word for word in _words(text) if word.key in ("it", "he", "she", "they", "we", "them")]
    return _swap(text, random.choice(found), "[the council]") if found else None


def _explained(text: str, random: Random) -> str | None:
    inner = _inner(_words(text))
    word = random.choice(inner) if inner else None
    return None if word is None else f"{text[: word.end]} [in Harwick]{text[word.end :]}"


def _elided(text: str, random: Random) -> str | None:
    """An ellipsis for two or three words in the middle that turn nothing."""
    words = _words(text)
    if len(words) < _WIDE:
        return None
    start = random.randrange(4, len(words) - 6)
    end = start + random.randint(2, 3)
    gone = words[start:end]
    if any(class_of(word.key) for word in gone) or len({word.sentence for word in words[start - 1 : end + 1]}) > 1:
        return None
    return f"{text[: gone[0].start].rstrip(' ,')} … {text[gone[-1].end :].lstrip(' ,.;')}"


def _one_sentence(text: str, random: Random) -> str | None:
    sentences = [one for one in _SENTENCE.split(text) if len(_words(one)) >= 6]
    return random.choice(sentences) if len(sentences) > 1 else None


def _one_word(text: str, random: Random) -> str | None:
    inner = _inner(_words(text))
    return _swap(text, random.choice(inner), random.choice(_STRANGE)) if len(inner) > 2 else None


def _three_words(text: str, random: Random) -> str | None:
    inner = _inner(_words(text))
    if len(inner) < 6:
        return None
    for word in sorted(random.sample(list(inner), 3), key=lambda word: -word.start):
        text = _swap(text, word, random.choice(_STRANGE))
    return text


def _last_word(text: str, random: Random) -> str | None:
    words = _words(text)
    return _swap(text, words[-1], random.choice(_STRANGE)) if len(words) >= 8 else None


def _word_more(text: str, random: Random) -> str | None:
    inner = _inner(_words(text))
    if not inner:
        return None
    place = random.choice(inner).start
    return f"{text[:place]}{random.choice(_STRANGE)} {text[place:]}"


def _not_more(text: str, random: Random) -> str | None:
    found = [word for word in _words(text) if word.key in ("is", "are", "was", "will", "can", "have", "would")]
    if not found or len(_words(text)) < 7:
        return None
    place = random.choice(found).end
    return f"{text[:place]} never{text[place:]}"


def _other_figure(text: str, random: Random) -> str | None:
    found = [word for word in _words(text) if word.key.isdigit()]
    return _swap(text, random.choice(found), str(random.randint(3001, 9999))) if found else None


def _without_start(text: str, random: Random) -> str | None:
    words = [word for word in _words(text) if word.sentence == 0]
    if len(words) < _WIDE:
        return None
    return text[words[random.randint(3, len(words) - 8)].start :]


def _without_end(text: str, random: Random) -> str | None:
    words = _words(text)
    sentence = [word for word in words if word.sentence == words[-1].sentence]
    if len(sentence) < _WIDE:
        return None
    return text[: sentence[random.randint(7, len(sentence) - 4)].end]


def _without_middle(text: str, random: Random) -> str | None:
    words = _words(text)
    if len(words) < _WIDE:
        return None
    start = random.randrange(4, len(words) - 6)
    gone = words[start : start + random.randint(1, 3)]
    return f"{text[: gone[0].start]}{text[gone[-1].end :].lstrip()}"


def _without_turn(text: str, random: Random) -> str | None:
    """Without a "not" or its like."""
    words = _words(text)
    found = [word for word in words[2:-2] if class_of(word.key) and word.key in ("not", "never", "only", "if", "but")]
    if not found or len(words) < 8:
        return None
    word = random.choice(found)
    return f"{text[: word.start]}{text[word.end :].lstrip()}"


def _few(text: str, random: Random) -> str | None:
    words = _words(text)
    return text[: words[random.randint(2, 4)].end] if len(words) > 5 else None


def _never_said(text: str, random: Random) -> str | None:
    return random.choice(_UNSAID)


def _spliced(one: Said, other: Said, random: Random) -> str | None:
    first, second = (_SENTENCE.split(said.words)[0] for said in (one, other))
    if min(len(_words(first)), len(_words(second))) < 7 or (one.article, one.number) == (other.article, other.number):
        return None
    joint = random.choice((". ", " … ", ", and "))
    return f"{first.rstrip('.,!? ')}{joint}{second}"


_CHANGES: dict[str, tuple[Verdict, Change]] = {
    "as it stands": ("exact", _same),
    "one word": ("altered", _one_word),
    "without its start": ("cut", _without_start),
    "spliced": ("spliced", _same),
    "another speaker": ("said by somebody else", _same),
    "other marks": ("exact", _other_marks),
    "three words": ("altered", _three_words),
    "without its end": ("cut", _without_end),
    "never said": ("not on record", _never_said),
    "a name in brackets": ("exact", _bracketed),
    "last word": ("altered", _last_word),
    "without words inside": ("cut", _without_middle),
    "a few words": ("too short to tell", _few),
    "an explanation in brackets": ("exact", _explained),
    "a word more": ("altered", _word_more),
    "without what turns it": ("cut", _without_turn),
    "an ellipsis": ("exact", _elided),
    "a “never” more": ("altered", _not_more),
    "a sentence of several": ("exact", _one_sentence),
    "another figure": ("altered", _other_figure),
}

"""Rewrites the quotation marks and apostrophes of treebank sentences in the manners that news is typed in."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from quotes.train.conllu import Sentence, Word

_SINGLE = frozenset("'‘’‚‹›`")
_DOUBLE = frozenset(('"', "“", "”", "„", "«", "»", "''", "``", "’’", "‘‘", "‘’"))


@dataclass(frozen=True, slots=True)
class Manner:
    """A way to type quotations: outer and inner marks, the apostrophe, and whether the marks stand off."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    apostrophe: str
    spaced: bool = False


CURLY = Manner("“", "”", "‘", "’", "’")
MANNERS: tuple[tuple[Manner, float], ...] = (
    (CURLY, 10),
    (Manner('"', '"', "'", "'", "'"), 4),
    (Manner("''", "''", "'", "'", "'"), 3),  # databases double the apostrophe
    (Manner("``", "''", "`", "'", "'"), 3),  # TeX and the Penn Treebank
    (Manner("‘", "’", "“", "”", "’"), 3),  # British
    (Manner("'", "'", '"', '"', "'"), 1),
    (Manner("“", "”", "‘", "’", "'"), 2),  # curly marks beside straight apostrophes
    (Manner("«", "»", "“", "”", "’"), 1),
    (Manner("«", "»", "‹", "›", "'", spaced=True), 1),
    (Manner("„", "“", "‚", "‘", "’"), 1),
    (Manner("„", "”", "‚", "’", "’"), 1),
)


def choose_manner(random: Random) -> Manner:
    return random.choices([manner for manner, _ in MANNERS], [weight for _, weight in MANNERS])[0]


def mark_side(word: Word) -> str:
    """'opening', 'closing' or '' for a word that is no quotation mark; the treebank's own tags decide."""
    if word.upos != "PUNCT" or word.form not in _SINGLE | _DOUBLE:
        return ""
    return {"``": "opening", "''": "closing"}.get(word.xpos, "")


def has_marks(sentence: Sentence) -> bool:
    return any(mark_side(word) for word in sentence.words)


def has_apostrophe(sentence: Sentence) -> bool:
    return any(set(word.form) & set("'’") for word in sentence.words)


def rewrite(sentence: Sentence, manner: Manner, *, nested: bool = False) -> Sentence:
    """A copy typed in `manner`; with `nested`, outer marks become inner ones, as inside a longer quotation."""
    sentence = sentence.copy()
    double = any(word.form in _DOUBLE for word in sentence.words if mark_side(word))
    for number, word in enumerate(sentence.words, start=1):
        side = mark_side(word)
        if not side:
            word.form = _with_apostrophe(word.form, manner.apostrophe)
            continue
        inner = nested or (double and word.form in _SINGLE)
        word.form = _mark(manner, side, inner)
        word.lemma = word.form
        if manner.spaced and not inner:
            if side == "opening":
                sentence.split_after(number)
            elif number > 1:
                sentence.split_after(number - 1)
    for multiword in sentence.multiwords:
        multiword.form = _with_apostrophe(multiword.form, manner.apostrophe)
    return sentence


def _mark(manner: Manner, side: str, inner: bool) -> str:
    if side == "opening":
        return manner.inner_opening if inner else manner.opening
    return manner.inner_closing if inner else manner.closing


def _with_apostrophe(form: str, apostrophe: str) -> str:
    return form if form in _DOUBLE else form.replace("’", "'").replace("'", apostrophe)


def mark_word(manner: Manner, side: str, head: int, *, space_after: bool) -> Word:
    """A quotation mark as a word of the treebank."""
    form, xpos = _mark(manner, side, False), "``" if side == "opening" else "''"
    return Word(form, form, "PUNCT", xpos, "_", head, "punct", space_after=space_after)

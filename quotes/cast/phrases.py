"""Reading one mention: its head word, its form and its number."""

import re
from dataclasses import dataclass
from typing import Literal

from quotes.cast.noun_phrase import whole_word
from quotes.cast.nouns import is_role
from quotes.domain import Mention, Span, Token
from quotes.lexicon import table, word_class
from quotes.scene import Scene

Form = Literal["name", "pronoun", "relative", "noun", "other"]

THIRD = word_class("third_person")
PLURAL_PRONOUNS = word_class("third_person_plural")
NEUTER = word_class("third_person_neuter")
FIRST = word_class("first_person")
SECOND = word_class("second_person")
LIKE = word_class("linking_words")
RELATIVE = word_class("relative_pronouns")
DETERMINERS = word_class("pronouns_before_nouns")
PRONOUNS = THIRD | PLURAL_PRONOUNS | NEUTER | FIRST | SECOND
PARTS = word_class("parts_of_many")


SECOND_ONE = re.compile(r"\b(?:a|the) second\b", re.IGNORECASE)
ELLIPTIC = word_class("one_of_several")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention as a phrase; `first`, `last` and `head` are token indices."""

    span: Span
    first: int
    last: int
    head: int
    form: Form
    noun: str  # the head word, lower case and singular; of "one of the aides" it is "aide"
    plural: bool
    definite: bool  # "the", a possessive or "this" before it
    opening: str  # its first word, lower case


def read_phrase(scene: Scene, mention: Mention) -> Phrase | None:
    """Read a mention; None where it holds no token of the analysis."""
    first, last = scene.token_range(mention.span)
    while first < last and (scene.tokens[first].upos in ("PUNCT", "CCONJ", "SYM") or _is_by(scene, first, last)):
        first += 1
    if first >= last:
        token = scene.token_at(mention.span.start)
        if token is None or token.start >= mention.span.end:
            return None
        first, last = token.index, token.index + 1
    possessed = _with_possessed(scene, last)
    is_cut = possessed > last and scene.tokens[last - 1].xpos == "PRP$"
    last = _with_members(scene, possessed)
    opening = scene.tokens[first].text.lower()
    following = scene.tokens[first + 1] if last - first > 1 else None
    alone = following is None or following.upos in ("PUNCT", "PART", "VERB", "AUX", "SCONJ")
    if opening in RELATIVE and alone:
        return Phrase(mention.span, first, last, first, "relative", opening, False, False, opening)
    if opening in PRONOUNS and (
        following is None or (opening not in DETERMINERS and (alone or scene.tokens[first].upos == "PRON"))
    ):
        return Phrase(mention.span, first, last, first, "pronoun", opening, opening in PLURAL_PRONOUNS, True, opening)
    head = _head(scene, first, last, last - 1 if is_cut else mention.head)
    token = scene.tokens[head]
    noun_token = _through_part(scene, head, last)
    form: Form = (
        "name" if token.upos == "PROPN" else "noun" if token.upos in ("NOUN", "NUM", "ADJ", "PRON", "DET") else "other"
    )
    plural, definite = _plural(scene, token, opening), _definite(scene, first, last)
    if noun_token is not token and opening not in ("one", "another", "each", "neither"):
        plural = plural or noun_token.xpos in ("NNS", "NNPS")
    return Phrase(mention.span, first, last, head, form, _noun_of(scene, noun_token), plural, definite, opening)


def is_elliptic(scene: Scene, index: int) -> bool:
    """A word that stands for one of several people without a noun: "another laughed", "the other", "a second". "A
    third" is a share, unless the text counts up to it."""
    token = scene.tokens[index]
    word = token.text.lower()
    if word not in ELLIPTIC or not token.deprel.startswith(("nsubj", "root", "parataxis")):
        return False
    before = scene.tokens[index - 1].text.lower() if index else ""
    if (word in ("one", "another")) == (before in ("a", "the")):
        return False
    if index + 1 < len(scene.tokens) and scene.tokens[index + 1].upos not in ("VERB", "AUX", "ADV", "PUNCT", "ADP"):
        return False
    return word != "third" or SECOND_ONE.search(scene.text, max(0, token.start - 400), token.start) is not None


def _noun_of(scene: Scene, token: Token) -> str:
    """The noun of a phrase; a number only where it is no part of another word ("centre-half")."""
    whole = whole_word(scene, token)
    return whole if whole in table("epithets") else singular(token)


def _is_by(scene: Scene, first: int, last: int) -> bool:
    """ "From" or "by" before a name that a mention was taken with: "From Chairwoman Jane Doe:"."""
    token = scene.tokens[first]
    return token.text.lower() in ("from", "by") and first + 1 < last and scene.tokens[first + 1].upos == "PROPN"


def _with_possessed(scene: Scene, last: int) -> int:
    """The end of the phrase with the person that it possesses, where a mention was cut before it: "Jane Doe" of
    "Jane Doe’s doctor", "his" of "his mum", but not of "Jane Doe’s words"."""
    tokens = scene.tokens
    if last >= len(tokens):
        return last
    of_pronoun = tokens[last - 1].xpos == "PRP$" and tokens[last - 1].deprel == "nmod:poss"
    if not of_pronoun and (tokens[last].xpos != "POS" or tokens[last].start != tokens[last - 1].end):
        return last
    end = last if of_pronoun else last + 1
    while end < len(tokens) and end - last < 5 and tokens[end].upos in ("ADJ", "NOUN", "PROPN"):
        end += 1
    is_person = is_role(tokens[end - 1]) and (tokens[end - 1].upos == "NOUN" or of_pronoun)
    return end if is_person and end > last else last


def _with_members(scene: Scene, last: int) -> int:
    """The end of the phrase with the people behind a name that a mention was cut in: "the University of Doe
    researchers", cut after "University"."""
    tokens = scene.tokens
    if last >= len(tokens) or tokens[last].text != "of" or tokens[last - 1].upos != "PROPN":
        return last
    end = last + 1
    while end < len(tokens) and end - last < 6 and tokens[end].upos == "PROPN":
        end += 1
    member = tokens[end] if last + 1 < end < len(tokens) else None
    return end + 1 if member is not None and member.xpos == "NNS" and is_role(member) else last


def singular(token: Token) -> str:
    lemma = token.lemma.lower() if token.lemma else token.text.lower()
    return lemma if token.text[:1].islower() or lemma != token.text.lower() else token.text.lower()


def _head(scene: Scene, first: int, last: int, given: int | None) -> int:
    """The head by the parse where that is a noun, else the last noun before the phrase's first break. A last word
    that is a common noun after names, or after a possessive, is the head whatever the parse says ("Jane Doe’s
    doctor")."""
    parsed = given if given is not None and first <= given < last else scene.head_of(first, last)
    end, before = scene.tokens[last - 1], scene.tokens[last - 2] if last - first > 1 else None
    if (
        before is not None
        and (end.upos == "NOUN" or (end.upos == "ADJ" and end.text in table("source_nouns")))  # "one Otters executive"
        and end.text.islower()
        and (before.upos == "PROPN" or before.xpos == "POS")
    ):
        inner = scene.tokens[first : last - 2]
        if not any((t.upos in ("ADP", "VERB", "SCONJ") and t.text != "of") or t.text == "," for t in inner):
            return end.index
    token = scene.tokens[parsed] if parsed is not None else None
    if token is not None and token.upos in ("NOUN", "PROPN") and token.deprel != "nmod:poss":
        return token.index
    following = scene.tokens[token.index + 1].text.lower() if token is not None and token.index + 1 < last else ""
    if token is not None and token.text.lower() in PARTS and following == "of":
        return token.index
    nouns: list[int] = []
    for i in range(first, last):
        upos = scene.tokens[i].upos
        if upos in ("NOUN", "PROPN"):
            nouns.append(i)
        elif (
            nouns
            and upos in ("PUNCT", "ADP", "SCONJ", "PRON", "VERB", "AUX")
            and scene.tokens[i].text not in ("-", "–")
        ):
            break
    return nouns[-1] if nouns else parsed if parsed is not None else first


def _through_part(scene: Scene, head: int, last: int) -> Token:
    """The noun that a part is of: "aides" in "two of the aides", "voters" in "58 percent of voters"."""
    token = scene.tokens[head]
    if token.text.lower() not in PARTS and table("source_nouns").get(token.text.lower()) != "part":
        return token
    i = head + 1
    while i < last and scene.tokens[i].text.lower() in (
        "of",
        "the",
        "all",
        "those",
        "these",
        "his",
        "her",
        "their",
        "its",
    ):
        i += 1
    if i == head + 1 or scene.tokens[head + 1].text.lower() != "of":
        return token
    noun = token
    for inner in scene.tokens[i : min(last, i + 8)]:
        if inner.upos in ("NOUN", "PROPN"):
            noun = inner
        elif noun is not token and inner.upos in ("CCONJ", "PUNCT", "ADP", "SCONJ", "PRON", "VERB", "AUX"):
            break
    return noun


def _plural(scene: Scene, head: Token, opening: str) -> bool:
    if opening in ("one", "a", "an", "another", "each") and head.xpos not in ("NNS", "NNPS"):
        return False
    return (
        head.xpos in ("NNS", "NNPS")
        or "Number=Plur" in head.feats
        or head.text.lower() in ("people", "police", "staff", "many", "some", "others", "several", "few")
    )


def _definite(scene: Scene, first: int, last: int) -> bool:
    opening = scene.tokens[first].text.lower()
    if opening in ("the", "this", "that", "these", "those", "his", "her", "their", "its", "my", "our"):
        return True
    return any(
        t.xpos == "POS" or (t.text in ("'s", "’s", "'", "’") and t.upos == "PART") for t in scene.tokens[first:last][:6]
    )

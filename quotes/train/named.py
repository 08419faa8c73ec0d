"""Sentences with names: one form for every name corpus, and the changes that training makes to it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

TYPES = ("PERSON", "ORG", "LOC")
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_CONTRACTIONS = _POSSESSIVES | frozenset(
    short.replace("'", mark) for short in ("n't", "'ll", "'re", "'ve", "'m", "'d") for mark in "'’"
)
_QUOTE_STYLES = (("“", "”"), ("“", "”"), ("“", "”"), ("``", "''"), ("''", "''"), ("«", "»"), ("„", "“"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class Name:
    """A name over the tokens `first` … `last` - 1."""

    first: int
    last: int
    type: str


@dataclass(frozen=True, slots=True)
class NamedSentence:
    tokens: tuple[str, ...]
    names: tuple[Name, ...]


def trimmed(sentence: NamedSentence) -> NamedSentence:
    """Names without a leading article and without a final possessive, whatever the corpus's habit is."""
    names = []
    for name in sentence.names:
        first, last = name.first, name.last
        while first < last and sentence.tokens[first] in {"the", "The", "THE", "a", "an"}:
            first += 1
        while last > first and sentence.tokens[last - 1] in _POSSESSIVES:
            last -= 1
        if first < last:
            names.append(Name(first, last, name.type))
    return replace(sentence, names=tuple(names))


def joined(sentence: NamedSentence) -> NamedSentence:
    """Contractions and possessives as one token with their host, as Stanza's pipeline hands them to its tagger."""
    groups: list[list[int]] = []
    for number, token in enumerate(sentence.tokens):
        host = groups and sentence.tokens[number - 1][-1:].isalpha()
        if host and token in _CONTRACTIONS and (len(token) > 1 or _ends_name(sentence, number)):
            groups[-1].append(number)
        else:
            groups.append([number])
    new_number = {old: new for new, group in enumerate(groups) for old in group}
    tokens = tuple("".join(sentence.tokens[old] for old in group) for group in groups)
    names = tuple(Name(new_number[n.first], new_number[n.last - 1] + 1, n.type) for n in sentence.names)
    return NamedSentence(tokens, names)


def _ends_name(sentence: NamedSentence, number: int) -> bool:
    return any(name.last == number for name in sentence.names)


def with_marks(sentence: NamedSentence, random: Random) -> NamedSentence:
    """Straight double quotation marks in another manner, opening and closing in turn; apostrophes may curl."""
    opening, closing = random.choice(_QUOTE_STYLES)
    curl = random.random() < 0.6
    tokens, opened = [], False
    for token in sentence.tokens:
        if token in {'"', "``", "''"}:
            opened = not opened
            token = opening if opened else closing
        elif curl and len(token) > 1:
            token = token.replace("'", "’")
        tokens.append(token)
    return replace(sentence, tokens=tuple(tokens))


def capitals(sentence: NamedSentence) -> NamedSentence:
    """The sentence in capitals, as in old headlines."""
    return replace(sentence, tokens=tuple(token.upper() for token in sentence.tokens))


def varied(sentences: Iterable[NamedSentence], *, seed: int) -> list[NamedSentence]:
    """The training form of the sentences: marks in many manners, some contractions joined, a few in capitals."""
    random = Random(seed)
    result = []
    for sentence in sentences:
        sentence = trimmed(sentence)
        if random.random() < 0.5:
            sentence = with_marks(sentence, random)
        if random.random() < 0.25:
            sentence = joined(sentence)
        if random.random() < 0.02:
            sentence = capitals(sentence)
        result.append(sentence)
    return result


def write_json(sentences: Iterable[NamedSentence], path: Path) -> None:
    """Stanza's format: a list of sentences, each a list of {"text", "ner"} in BIO."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = []
    for sentence in sentences:
        tags = ["O"] * len(sentence.tokens)
        for name in sentence.names:
            tags[name.first : name.last] = [f"B-{name.type}"] + [f"I-{name.type}"] * (name.last - name.first - 1)
        rows.append([{"text": token, "ner": tag} for token, tag in zip(sentence.tokens, tags, strict=True)])
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")

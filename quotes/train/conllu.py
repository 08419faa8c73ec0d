"""Sentences of Universal Dependencies treebanks: reading, changing and writing CoNLL-U."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Word:
    """A syntactic word; `head` counts words from 1, 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str = "_"
    space_after: bool = True


@dataclass(slots=True)
class Multiword:
    """A surface token that stands for the words `first` to `last` (counted from 1)."""

    first: int
    last: int
    form: str
    space_after: bool = True


@dataclass(slots=True)
class Sentence:
    """One analysed sentence; `starts_paragraph` says whether a blank line stands before it."""

    words: list[Word]
    multiwords: list[Multiword] = field(default_factory=list)
    starts_paragraph: bool = False

    @property
    def root(self) -> int:
        """The number of the root word, from 1."""
        return next(number for number, word in enumerate(self.words, start=1) if word.head == 0)

    def copy(self) -> Sentence:
        return deepcopy(self)

    def tokens(self) -> Iterator[Word | Multiword]:
        """Surface tokens in order: multiword tokens hide the words that they stand for."""
        by_first = {multiword.first: multiword for multiword in self.multiwords}
        number = 1
        while number <= len(self.words):
            multiword = by_first.get(number)
            yield multiword or self.words[number - 1]
            number = multiword.last + 1 if multiword else number + 1

    def text(self) -> str:
        """The surface string, with a final space unless the last token forbids one."""
        return "".join(token.form + (" " if token.space_after else "") for token in self.tokens())

    def insert(self, before: int, word: Word) -> None:
        """Puts a word before word number `before` (len + 1 appends); its `head` counts in the new numbering."""
        for other in self.words:
            if other.head >= before:
                other.head += 1
        for multiword in self.multiwords:
            if multiword.first >= before:
                multiword.first += 1
            if multiword.last >= before:
                multiword.last += 1
        self.words.insert(before - 1, word)

    def join_after(self, number: int) -> None:
        """Removes the space after word `number`."""
        self._set_space(number, False)

    def split_after(self, number: int) -> None:
        """Puts a space after word `number`."""
        self._set_space(number, True)

    def _set_space(self, number: int, space: bool) -> None:
        self.words[number - 1].space_after = space
        for multiword in self.multiwords:
            if multiword.last == number:
                multiword.space_after = space

    def has_space_after(self, number: int) -> bool:
        for multiword in self.multiwords:
            if multiword.first <= number <= multiword.last:
                return multiword.space_after if number == multiword.last else False
        return self.words[number - 1].space_after


def read(path: Path) -> list[Sentence]:
    """Reads a CoNLL-U file, gzipped or not; empty nodes and enhanced graphs are left out."""
    sentences: list[Sentence] = []
    current = Sentence([])
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if current.words:
                    sentences.append(current)
                current = Sentence([])
            elif line.startswith("#"):
                if line.startswith(("# newpar", "# newdoc")) and not line.startswith("# newpar_block"):
                    current.starts_paragraph = True
            else:
                _add_row(current, line.split("\t"))
    if current.words:
        sentences.append(current)
    return sentences


def _add_row(sentence: Sentence, row: list[str]) -> None:
    number, form, misc = row[0], row[1], row[9]
    space = "SpaceAfter=No" not in misc.split("|")
    if "." in number:
        return
    if "-" in number:
        first, last = number.split("-")
        sentence.multiwords.append(Multiword(int(first), int(last), form, space))
        return
    sentence.words.append(Word(form, row[2], row[3], row[4], row[5], int(row[6]), row[7], misc, space))


def dump(sentences: Iterable[Sentence]) -> str:
    """CoNLL-U text of the sentences."""
    lines: list[str] = []
    for count, sentence in enumerate(sentences, start=1):
        if sentence.starts_paragraph:
            lines.append("# newpar")
        lines += [f"# sent_id = {count}", f"# text = {sentence.text().strip()}"]
        by_first = {multiword.first: multiword for multiword in sentence.multiwords}
        for number, word in enumerate(sentence.words, start=1):
            if number in by_first:
                multiword = by_first[number]
                span = f"{multiword.first}-{multiword.last}"
                lines.append("\t".join([span, multiword.form, *["_"] * 7, _misc(multiword.space_after)]))
            inside = any(m.first <= number <= m.last for m in sentence.multiwords)
            columns = [word.form, word.lemma, word.upos, word.xpos, word.feats, str(word.head), word.deprel]
            misc = "_" if inside else _misc(word.space_after)
            lines.append("\t".join([str(number), *columns, "_", misc]))
        lines.append("")
    return "\n".join(lines) + "\n"


def _misc(space_after: bool) -> str:
    return "_" if space_after else "SpaceAfter=No"


def write(sentences: Iterable[Sentence], path: Path) -> None:
    """Writes the sentences to `path`, whose folder is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(sentences), encoding="utf-8")


def raw_text(sentences: Iterable[Sentence]) -> str:
    """Running text: paragraphs apart by a blank line, sentences as their spacing says."""
    paragraphs: list[str] = []
    for sentence in sentences:
        if sentence.starts_paragraph or not paragraphs:
            paragraphs.append(sentence.text())
        else:
            paragraphs[-1] += sentence.text()
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs) + "\n"

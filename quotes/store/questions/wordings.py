"""What became of an article's quotations from one wording to another, and between two articles that read alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from quotes.domain import Kind, Span
from quotes.errors import UsageError
from quotes.store.adding.succession import Stretch, match
from quotes.store.counting.copies import fingerprint
from quotes.store.folding import fold_words
from quotes.store.reading.queries import find_articles
from quotes.store.sql import execute

Fate = Literal["kept", "altered", "added", "dropped"]
_VERSIONS = (
    "SELECT v.number, v.seen, v.text FROM versions v JOIN articles a ON a.number = v.article"
    " WHERE a.id = :article ORDER BY v.number"
)
_QUOTATIONS = """
SELECT q.number, q.id, q.span_start, q.span_end, r.kind, r.name, r.descriptor, r.mention_text
FROM quotations q JOIN parses m ON m.version = q.version AND m.current
JOIN readings r ON r.quotation = q.number AND r.parse = m.number
LEFT JOIN corrections c ON c.quotation = q.number
WHERE q.version = :version AND coalesce(c.said, TRUE)
ORDER BY q.span_start, q.span_end
"""
_SPEAKERS = (
    "SELECT c.quotation, c.name, c.descriptor FROM corrections c JOIN quotations q ON q.number = c.quotation"
    " WHERE c.speaker AND q.version = :version"
)
_CHOICES = 5
_COMPARED = 10**8  # pairs of words


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an article, as `ARTICLE@2` names it."""

    article: str  # id
    place: int  # among its wordings, from one
    of: int  # how many there are
    seen: str  # when the store first met it; ISO 8601 in UTC
    text: str
    number: int

    @property
    def reference(self) -> str:
        return f"{self.article}@{self.place}"


@dataclass(frozen=True, slots=True)
class Worded:
    """A quotation in one wording."""

    number: int
    id: str
    span: Span
    text: str
    kind: Kind
    speaker: str | None  # as that wording calls whoever it is
    label: str  # what it is numbered as there: "2", "r1"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a quotation; of its words, or of whose they are."""

    fate: Fate
    old: Worded | None
    new: Worded | None

    @property
    def speaker_changed(self) -> bool:
        return bool(self.old and self.new and _folded(self.old.speaker) != _folded(self.new.speaker))

    def pieces(self) -> Iterator[tuple[Fate, str]]:
        """Runs of words, kept, dropped or added; all of them "kept" where there is but one wording."""
        if self.old is None or self.new is None:
            one = self.old or self.new
            yield "kept", " ".join(one.text.split()) if one else ""
        else:
            yield from compare_words(self.old.text.split(), self.new.text.split())


def compare_words(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Fate, str]]:
    """Runs of words between single spaces: kept, dropped or added. Of very long texts all words are.

    >>> list(compare_words("it opens in May".split(), "it opens in June".split()))
    [('kept', 'it opens in'), ('dropped', 'May'), ('added', 'June')]
    """
    from rapidfuzz.distance import Levenshtein

    if len(old) * len(new) > _COMPARED:
        yield "dropped", " ".join(old)
        yield "added", " ".join(new)
        return
    for step in Levenshtein.opcodes(old, new):
        before, after = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            yield "kept", " ".join(after)
            continue
        if before:
            yield "dropped", " ".join(before)
        if after:
            yield "added", " ".join(after)


def find_wording(connection: Connection, given: str, *, back: int = 0) -> Wording:
    """`ARTICLE@2`, or an article's newest wording; `back` from there. Raises UsageError where it is not stored."""
    name, marked, place = given.rpartition("@")
    is_numbered = bool(marked) and place.isdecimal() and bool(name)
    found = find_articles(connection, name if is_numbered else given, _CHOICES)
    if len(found) != 1:
        what = f"can be any of {', '.join(found)}" if found else "is not stored; quotes search shows ids of articles"
        raise UsageError(f"article {name if is_numbered else given!r} {what}")
    rows = execute(connection, _VERSIONS, {"article": found[0]}).all()
    wanted = int(place) if is_numbered else len(rows) - back
    if not 1 <= wanted <= len(rows):
        wordings = "one wording" if len(rows) == 1 else f"{len(rows)} wordings"
        raise UsageError(f"{found[0]} has {wordings}; give another article to compare it with, or a number from 1")
    row = rows[wanted - 1]
    return Wording(found[0], wanted, len(rows), row.seen, row.text, row.number)


def compare_wordings(connection: Connection, old: Wording, new: Wording, *, indirect: bool) -> list[Change]:
    """What became of each quotation, in order of the new text; what was dropped stands before what followed it."""
    before, after = (_read(connection, one, indirect=indirect) for one in (old, new))
    followed = match(_stretches(before), _stretches(after))
    by_number = {one.number: one for one in before}
    changes: list[Change] = []
    left = [one for one in before if one.number not in {number for number, _ in followed.values()}]
    for one in after:
        if one.number not in followed:
            changes.append(Change("added", None, one))
            continue
        former, how = followed[one.number]
        place = by_number[former]
        while left and left[0].span.start < place.span.start:
            changes.append(Change("dropped", left.pop(0), None))
        same = how == "kept" or fold_words(place.text) == fold_words(one.text)
        changes.append(Change("kept" if same else "altered", place, one))
    return [*changes, *(Change("dropped", one, None) for one in left)]


def _read(connection: Connection, wording: Wording, *, indirect: bool) -> list[Worded]:
    version = {"version": wording.number}
    told = {number: (name or descriptor) for number, name, descriptor in execute(connection, _SPEAKERS, version)}
    found, counts = [], {True: 0, False: 0}
    for row in execute(connection, _QUOTATIONS, version):
        reported = row.kind == "indirect"
        counts[reported] += 1
        speaker = told.get(row.number, row.name or row.descriptor or row.mention_text)
        span = Span(row.span_start, row.span_end)
        label = f"{'r' if reported else ''}{counts[reported]}"
        if indirect or not reported:
            found.append(Worded(row.number, row.id, span, span.of(wording.text), row.kind, speaker, label))
    return found


def _stretches(quotations: Sequence[Worded]) -> list[Stretch]:
    return [Stretch(one.number, fingerprint(fold_words(one.text)), one.text) for one in quotations]


def _folded(name: str | None) -> list[str]:
    return fold_words(name or "")

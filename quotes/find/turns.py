"""Words that a page's form marks as somebody's instead of quotation marks: turns of transcripts and interviews, block
quotes ("> …"), signed posts ("… — Ann Lee (@annlee) March 3, 2021")."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from quotes.domain import Quotation, Span
from quotes.find.labels import Label, find_label, find_signature

_ASKED = re.compile(r"([QA])\d{0,2}")
_INITIALS = re.compile(r"[A-Z]{2,3}")
_DIRECTION = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MARKS = tuple("\"“„«‘'`”’")
_WORD = re.compile(r"\w")
_BLOCK = re.compile(r">[>\s]*")
_SENTENCE_END = re.compile(r"[.!?…—–-][\"'”’»)\]*_]*\s*$")
_WORDS = 3  # of a turn, on average
_FARTHEST = 8  # paragraphs from one label to the next within a conversation


def find_turns(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The stretches in order; those of one turn or block quote over several paragraphs share a group, counted down
    from -1 so that no group of marked stretches has its number.

    A label makes a turn in a conversation only: questions and answers, times before the labels, initials of people
    whom the text names, or speakers of whom one speaks again.
    """
    pieces = [*_turns(text, paragraphs), *_blocks(text, paragraphs), *_posts(text, paragraphs)]
    found: list[Quotation] = []
    for number, spans in enumerate(pieces, start=1):
        said = [s for s in spans if _WORD.search(text, *s) and not _DIRECTION.fullmatch(s.of(text))]
        group = -number if len(said) > 1 else None
        found.extend(Quotation(s, s, "direct", group, marks=False) for s in said)
    return sorted(found, key=lambda q: q.span.start)


def _turns(text: str, paragraphs: Sequence[Span]) -> Iterator[list[Span]]:
    labels = {i: label for i, p in enumerate(paragraphs) if (label := find_label(text, p)) and _goes_on(text, label, p)}
    if 0 in labels and _is_of_headline(text, labels[0], [label for place, label in labels.items() if place > 0]):
        del labels[0]
    for _, run in groupby(_runs(sorted(labels)), key=lambda pair: pair[0]):
        places = [place for _, place in run]
        said = [text[labels[i].end : paragraphs[i].end] for i in places]
        if not _is_conversation(text, [labels[i] for i in places]) or not _are_sentences(said):
            continue
        for place, following in zip(places, [*places[1:], places[-1] + 1], strict=True):
            rest = paragraphs[place + 1 : following]
            spans = [_trimmed(text, Span(labels[place].end, paragraphs[place].end)), *rest]
            yield spans if not any(p.of(text).startswith(_MARKS) for p in rest) else spans[:1]


def _is_of_headline(text: str, first: Label, others: Sequence[Label]) -> bool:
    """ "Lee: ferry will sail" above a conversation that Lee does not speak in under this name."""
    name = _speaker(text, first)
    return not first.timed and name not in ("Q", "A") and name not in {_speaker(text, label) for label in others}


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The number of its run beside each place; a long way without a label ends a run."""
    run = 0
    for before, place in zip([None, *places], places, strict=False):
        run += before is not None and place - before > _FARTHEST
        yield run, place


def _goes_on(text: str, label: Label, paragraph: Span) -> bool:
    """Words without quotation marks around them stand behind the label."""
    rest = text[label.end : paragraph.end].strip(" *_\u00a0")
    return bool(rest) and not rest.startswith(_MARKS) and not paragraph.of(text).startswith(_MARKS)


def _is_conversation(text: str, labels: Sequence[Label]) -> bool:
    names = [label.name.of(text) for label in labels]
    if all(label.timed for label in labels) and len(labels) > 1:
        return True
    if {m[1] for name in names if (m := _ASKED.fullmatch(name))} == {"Q", "A"}:
        return True
    speakers = Counter(_speaker(text, label) for label in labels)
    if len(speakers) < 2:
        return False
    return max(speakers.values()) > 1 or all(_stands_for_name(text, name) for name in names)


def _are_sentences(said: Sequence[str]) -> bool:
    """Most end as sentences do and are as long: a list of results is no conversation."""
    ending = sum(bool(_SENTENCE_END.search(words)) for words in said)
    return ending > len(said) / 2 and sum(len(words.split()) for words in said) >= _WORDS * len(said)


def _speaker(text: str, label: Label) -> str:
    """ "KYRA LEE" and "LEE" are one; so are "Q1" and "Q2"."""
    return label.name.of(text).split()[-1].upper().rstrip("0123456789")


def _stands_for_name(text: str, name: str) -> bool:
    return _INITIALS.fullmatch(name) is not None and bool(re.search(r"\b" + r"\w+ ".join(name) + r"[a-z]", text))


def _blocks(text: str, paragraphs: Sequence[Span]) -> Iterator[list[Span]]:
    """Runs of paragraphs behind "> ", without the signature below; what has quotation marks of its own is no block."""
    for is_block, run in groupby(paragraphs, key=lambda p: text[p.start] == ">"):
        spans = [_trimmed(text, Span(p.start + len(_BLOCK.match(p.of(text))[0]), p.end)) for p in run if is_block]  # type: ignore[index]
        spans = [s for s in spans if s.start < s.end and not _is_signature(text, s)]
        if spans and not spans[0].of(text).startswith(_MARKS):
            yield spans


def _is_signature(text: str, span: Span) -> bool:
    signed = find_signature(text, span)
    return signed is not None and not _WORD.search(text, span.start, signed.name.start)


def _posts(text: str, paragraphs: Sequence[Span]) -> Iterator[list[Span]]:
    for paragraph in paragraphs:
        signed = find_signature(text, paragraph)
        if signed is not None and text[paragraph.start] != ">" and not paragraph.of(text).startswith(_MARKS):
            words = text[paragraph.start : signed.name.start].rstrip(" —–―-")
            if words:
                yield [Span(paragraph.start, paragraph.start + len(words))]


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(
        span.start + len(words) - len(words.lstrip(" *_\u00a0\n")), span.start + len(words.rstrip(" *_\u00a0\n"))
    )

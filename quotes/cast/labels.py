"""Speakers' labels that are no names: "Q:" and "A:" of interviews, initials before a colon."""

import re

from quotes.cast.characters import Characters, Person
from quotes.cast.names import core
from quotes.cast.phrases import Phrase
from quotes.scene import Scene

LABEL = re.compile(r"(?:[QA]\d{0,2}|[A-Z](?:\.?[A-Z]){1,2}\.?)\Z")
QUESTION = re.compile(r"^\s*Q\d{0,2}\s*[.:]", re.MULTILINE)


def read_label(scene: Scene, phrase: Phrase) -> str | None:
    """The label that a mention is, without dots; None where it is something else."""
    wording = phrase.span.of(scene.text)
    after = scene.text[phrase.span.end : phrase.span.end + 2].lstrip()[:1]
    if after not in (":", ".") or LABEL.match(wording) is None:
        return None
    paragraph = scene.analysis.paragraphs[scene.paragraph_of(phrase.span.start)]
    if scene.text[paragraph.start : phrase.span.start].strip(" \t*") and wording not in ("Q", "A"):
        return None
    return wording.replace(".", "")


def labelled(scene: Scene, characters: Characters, label: str) -> Person | None:
    """Who speaks under a label: by their initials, or as the one who is asked: whom the article names before the first
    question, and of several the one it names at least twice as often as any other; None of an asker and wherever that
    leaves a choice."""
    if label == "Q":
        return None
    if label != "A":
        bearing = [p for p in characters.people if "".join(w[0] for w in core(p.words)).upper() == label]
        return bearing[0] if len(bearing) == 1 else None
    question = QUESTION.search(scene.text)
    until = question.start() if question is not None else 0
    named = {p: sum(m.start < until and not m.quoted for m in p.mentions) for p in characters.people}
    ordered = sorted((p for p in named if named[p]), key=lambda p: -named[p])
    plain = len(ordered) == 1 or (len(ordered) > 1 and named[ordered[0]] >= 2 * named[ordered[1]])
    return ordered[0] if plain else None

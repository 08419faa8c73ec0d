"""The findings in sentences: what turned the meaning, then what else differs, then what is only shown."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotes.check.differences import Difference
from quotes.check.meaning import class_of
from quotes.store.folding import fold_words

if TYPE_CHECKING:
    from quotes.check.checking import Checked

_SHOWN = 90  # code points of what is quoted


def reasons_of(checked: "Checked") -> Iterator[str]:
    """One sentence for each finding."""
    if checked.verdict == "too short to tell":
        yield "It has fewer than six words."
    elif checked.verdict == "not on record":
        yield "No quotation on record is like it."
    else:
        if "spliced" in checked.verdicts:
            yield _spliced(checked)
        if "said by somebody else" in checked.verdicts:
            yield f"The draft has {checked.drafted.speaker.called} say it; the record has {_listed(checked.held_by)}."
        yield from map(_sentence, sorted(filter(_is_told, checked.differences), key=_gravest_first))
        yield from _on_marks([one for one in checked.differences if not _is_told(one)])
        if "said by somebody else" not in checked.verdicts:
            yield from _on_speakers(checked)


def _is_told(difference: Difference) -> bool:
    """Whether it has a sentence of its own."""
    return difference.kind != "marks"


def _gravest_first(difference: Difference) -> tuple[bool, bool]:
    counts = difference.alters or difference.cuts
    return (not (counts and difference.turns), not counts)


def _on_marks(differences: list[Difference]) -> Iterator[str]:
    told = [f"{_marks(one.drafted)} for {_marks(one.held)}" for one in differences]
    if told:
        yield f"The marks differ: {_listed(list(dict.fromkeys(told)))}."


def _spliced(checked: "Checked") -> str:
    texts = [f"“{_short(part.source_text)}” ({part.alignment.utterance.source})" for part in checked.parts]
    if len({part.alignment.utterance.words for part in checked.parts}) == 1:
        return f"It puts words of one quotation in another order: {texts[0]}."
    return f"It makes one quotation of {len(texts)}: {_listed(texts)}."


def _sentence(one: Difference) -> str:
    drafted, held = _short(one.drafted), _short(one.held)
    match one.kind:
        case "replaced":
            told = f"It says “{drafted}” where the source has “{held}”"
        case "added":
            told = f"It adds “{drafted}”"
        case "left out":
            told = f"It leaves out “{held}”"
        case "cut before":
            told = f"It begins behind “{held}”"
        case "cut after":
            told = f"It stops before “{held}”"
        case "ellipsis":
            told = f"The ellipsis stands for “{held}”"
        case "bracket":
            told = f"“{drafted}” stands for “{held}”" if held else f"“{drafted}” is put in"
        case "seam":
            told = (
                f"It runs over what interrupts the source: “{held}”" if held else "It runs over a break in the source"
            )
        case "style":
            told = f"“{drafted}” is written “{held}” in the source" if drafted else f"“{held}” is dropped"
        case "tense":
            told = f"“{drafted}” is “{held}” in the source, in the tense of the outlet’s sentence"
        case "marks":
            told = f"{_marks(drafted)} for {_marks(held)}"
    return f"{told}{_turning(one)}."


def _turning(one: Difference) -> str:
    """What the words do that turn the meaning."""
    if not (one.turns and (one.alters or one.cuts)):
        return ""
    return f" – mind {_listed([f'“{key}” ({class_of(key)})' for key in one.turns[:4]])}"


def _on_speakers(checked: "Checked") -> Iterator[str]:
    drafted = checked.drafted.speaker
    if len(checked.held_by) > 1:
        yield f"The record has it from {_listed(checked.held_by)}."
    elif checked.held_by and drafted.called is not None and drafted.name is None:
        yield f"The draft has it from {drafted.called}; the record has {checked.held_by[0]}."
    elif checked.held_by and drafted.name is not None and not _shares_a_word(drafted.name, checked.held_by[0]):
        yield f"The draft calls the speaker {drafted.name}; the record has {checked.held_by[0]}."


def _shares_a_word(one: str, other: str) -> bool:
    return not set(fold_words(one)).isdisjoint(fold_words(other))


def _marks(text: str) -> str:
    marks = "".join(text.split())
    return f"“{marks}”" if marks else "none"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def _listed(items: "list[str] | tuple[str, ...]") -> str:
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last

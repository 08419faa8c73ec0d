"""`quotes diff`: what became of an article's quotations from one wording to another."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.listing import one_line
from quotes.cli.options import Database, WithIndirect
from quotes.settings import database_url
from quotes.store import open_store

if TYPE_CHECKING:
    from quotes.store.questions.wordings import Change, Worded, Wording

_STYLES = {"kept": "dim", "altered": "yellow", "added": "green", "dropped": "red"}


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="An article, or one of its wordings as ARTICLE@1; its last change if NEW is not given.",
            show_default=False,
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="NEW", help="Another wording of it, as ARTICLE@2; or another article.", show_default=False
        ),
    ] = None,
    kept: Annotated[bool, typer.Option("--kept", help="Also list the quotations that stayed as they were.")] = False,
    indirect: WithIndirect = False,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Compare two wordings of an article, or two articles that read alike.

    Tells which quotations were added, dropped or altered, and whose words they are now.
    """
    with open_store(database_url(db), create=False) as store:
        before, after, changes = store.compare_wordings(old, new, indirect=indirect)
    shown = [change for change in changes if kept or change.fate != "kept" or change.speaker_changed]
    answer = Answer(
        shown, _COLUMNS, _to_dict, _list, "All quotations stayed as they were.", _heading(before, after, changes)
    )
    write_answer(answer, format, output)


def _heading(old: "Wording", new: "Wording", changes: "Sequence[Change]") -> str:
    numbers = {fate: sum(one.fate == fate for one in changes) for fate in _STYLES}
    counts = [f"{number} {fate}" for fate, number in numbers.items() if number] or ["no quotations"]
    if others := sum(one.speaker_changed for one in changes):
        counts.append(f"{others} with another speaker")
    return f"{old.reference} → {new.reference}: {', '.join(counts)}"


def _list(changes: "Sequence[Change]") -> RenderableType:
    lines: list[RenderableType] = []
    for number, change in enumerate(changes):
        if number:
            lines.append("")
        labels = " → ".join(f"#{one.label}" for one in (change.old, change.new) if one)
        what = "another speaker" if change.fate == "kept" and change.speaker_changed else change.fate
        head = Text(what, style=f"bold {_STYLES[change.fate]}").append(f" {labels}", style="not bold default")
        head.append(f"  {_speaker(change)}", style="bold default")
        lines += [head, Padding(_marked(change), (0, 0, 0, 2))]
    return Group(*lines)


def _speaker(change: "Change") -> str:
    names = [one_line(one.speaker or "nobody is named") for one in (change.old, change.new) if one]
    return " → ".join(names) if change.speaker_changed else names[-1]


def _marked(change: "Change") -> Text:
    """The words, what went between [- and -], what came between {+ and +}."""
    text = Text()
    for fate, words in change.pieces():
        if text:
            text.append(" ")
        signs, style = {"dropped": ("[-", "-]"), "added": ("{+", "+}")}.get(fate, ("", "")), _STYLES.get(fate, "")
        text.append(f"{signs[0]}{words}{signs[1]}", style=style if fate != "kept" else "")
    return text


_COLUMNS: Sequence[Column["Change"]] = (
    Column("fate", lambda one: one.fate, "What"),
    Column("speaker_changed", lambda one: one.speaker_changed),
    Column("old_speaker", lambda one: one.old and one.old.speaker),
    Column("new_speaker", lambda one: one.new and one.new.speaker),
    Column("speaker", _speaker, "By"),
    Column("difference", lambda one: _marked(one).plain, "Words"),
    Column("old_text", lambda one: one.old and one_line(one.old.text)),
    Column("new_text", lambda one: one.new and one_line(one.new.text)),
    Column("old_id", lambda one: one.old and one.old.id),
    Column("new_id", lambda one: one.new and one.new.id),
)


def _to_dict(change: "Change") -> dict[str, object]:
    return {
        "fate": change.fate,
        "speaker_changed": change.speaker_changed,
        "old": change.old and _worded(change.old),
        "new": change.new and _worded(change.new),
        "difference": _marked(change).plain,
    }


def _worded(one: "Worded") -> dict[str, object]:
    return {
        "id": one.id, "number": one.label, "start": one.span.start, "end": one.span.end, "text": one.text,
        "kind": one.kind, "speaker": one.speaker,
    }  # fmt: skip

"""What `quotes check` tells of each quotation, as every format has it."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from quotes.check import FAILS, Checked, Verdict
from quotes.check.columns import COLUMNS
from quotes.check.marking import pieces_of_draft
from quotes.cli.answers import Answer
from quotes.cli.listing import day, one_line
from quotes.listing import short_id
from quotes.store.alike.places import StandsIn

_PLACES = 4  # that a table lists
_STYLES = {"exact": "bold green", "not on record": "bold yellow", "too short to tell": "dim"}


def checked_answer(found: Sequence[Checked]) -> Answer[Checked]:
    nothing = "The draft quotes nobody."
    return Answer(found, COLUMNS, Checked.to_dict, _table, nothing)


def _table(found: Sequence[Checked]) -> RenderableType:
    """One below the other: the verdict, the words with what differs marked, why, and where they stand."""
    several = len({one.draft for one in found}) > 1
    parts: list[RenderableType] = []
    for one in found:
        head = Text(f"{one.number:>2}  ", style="dim")
        head.append(one.verdict.upper(), style=_STYLES.get(one.verdict, "bold red"))
        others = [verdict for verdict in sorted(one.verdicts) if verdict != one.verdict]
        head.append("".join(f" · {verdict}" for verdict in others), style="red")
        if several:
            head.append(f"  {short_id(one.draft)}", style="dim")
        lines: list[RenderableType] = [_marked(one)]
        lines += [Text(f"– {reason}") for reason in one.reasons]
        lines += [Text(told, style="dim") for told in [*_given(one), *_standing(one.places)]]
        parts += [head, Padding(Group(*lines), (0, 0, 1, 4))]
    return Group(*parts, Text(_sum(found), style="bold"))


def _marked(one: Checked) -> Text:
    """The quotation as the draft has it, with what differs underlined, and ‸ where words lack."""
    text = Text("“")
    for piece in pieces_of_draft(one):
        style = "bold red underline" if piece.is_grave else ""
        text.append(piece.text or ("‸" if piece.is_grave else ""), style=style)
    text.append("”")
    if one.drafted.speaker.called:
        text.append(f" {one.drafted.speaker.called}", style="dim")
    return text


def _given(one: Checked) -> list[str]:
    """In which of the texts that were given the words stand."""
    given = [part.alignment.utterance for part in one.parts if not part.alignment.utterance.is_stored]
    return [f"in: {source}" for source in dict.fromkeys(utterance.source for utterance in given)]


def _standing(places: Sequence[StandsIn]) -> list[str]:
    """“first …” and where else."""
    told = [
        ", ".join(filter(None, [place.outlet, day(place.published) if place.published else None, _called(place)]))
        for place in places
    ]
    told = list(dict.fromkeys(told))
    if not told:
        return []
    more = [f"and {len(told) - _PLACES} more"] if len(told) > _PLACES else []
    first, *others = told[:_PLACES]
    return [f"first: {first}", *([f"also: {'; '.join([*others, *more])}"] if others else [])]


def _called(place: StandsIn) -> str:
    return f"“{one_line(place.title)}”" if place.title else short_id(place.article)


def _sum(found: Sequence[Checked]) -> str:
    counts: dict[Verdict, int] = {}
    for one in found:
        counts[one.verdict] = counts.get(one.verdict, 0) + 1
    told = ", ".join(
        f"{count} {verdict}" for verdict, count in sorted(counts.items(), key=lambda item: _order(item[0]))
    )
    return f"{len(found)} quotation{'' if len(found) == 1 else 's'}: {told}"


def _order(verdict: Verdict) -> tuple[bool, str]:
    return (verdict not in FAILS, verdict)

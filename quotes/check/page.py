"""The findings as one HTML page to print and sign off: style inside, no script, nothing fetched, every word escaped."""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any

from quotes.check.checking import Checked
from quotes.check.marking import pieces_of_draft, pieces_of_source
from quotes.check.verdicts import FAILS, VERDICTS, Verdict
from quotes.definitions import day_in_words
from quotes.store.alike.places import StandsIn
from quotes.version import __version__

if TYPE_CHECKING:
    from jinja2 import Template

_PLACES = 20  # that a quotation lists
_WEB = ("https://", "http://")


def generate_page(found: Sequence[Checked]) -> str:
    """A self-contained HTML document; of several drafts one after the other, in their order."""
    folder = files(__package__)
    style = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "findings.css"))
    return _template().render(style=style, version=__version__, **to_context(found))


def to_context(found: Sequence[Checked], proof: Callable[[StandsIn], str] | None = None) -> dict[str, Any]:
    """What the templates `sum.html.j2` and `findings.html.j2` need.

    `proof` gives the address of where a quotation stands, on pages that can lead there.
    """
    drafts = list(dict.fromkeys(one.draft for one in found))
    entries = [_entry(place, one, proof, several=len(drafts) > 1) for place, one in enumerate(found, 1)]
    given = [one.verdict for one in found]
    return {
        "title": ", ".join(drafts) or "no quotation",
        "classes": {verdict: _class_of(verdict) for verdict in VERDICTS},
        "counts": [(verdict, given.count(verdict)) for verdict in VERDICTS if verdict in given],
        "open": [entry for entry in entries if entry["checked"].fails],
        "several": len(drafts) > 1,
        "drafts": [
            {"draft": draft, "entries": list(some)}
            for draft, some in groupby(entries, lambda one: one["checked"].draft)
        ],
        "meanings": [(verdict, meaning) for verdict, meaning in VERDICTS.items() if verdict in given],
    }


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("quotes", "check")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("page.html.j2")


def _class_of(verdict: Verdict) -> str:
    if verdict in FAILS:
        return "bad"
    return {"exact": "good", "not on record": "warn"}.get(verdict, "mute")


def _entry(place: int, checked: Checked, proof: Callable[[StandsIn], str] | None, *, several: bool) -> dict[str, Any]:
    standing = list(dict.fromkeys(_standing(one, proof) for one in checked.places))
    return {
        "place": place,
        "label": f"{checked.draft} {checked.number}" if several else str(checked.number),
        "checked": checked,
        "also": [verdict for verdict in VERDICTS if verdict in checked.verdicts and verdict != checked.verdict],
        "pieces": pieces_of_draft(checked),
        "sources": [
            {
                "called": f"In {part.alignment.utterance.source}",
                "pieces": pieces_of_source(checked, part),
                "by": part.alignment.utterance.speaker.called,
            }
            for part in checked.parts
        ],
        "places": [
            dict(zip(("day", "outlet", "title", "url", "speaker", "proof"), one, strict=True))
            for one in standing[:_PLACES]
        ],
        "more": max(0, len(standing) - _PLACES),
    }


def _standing(
    place: StandsIn, proof: Callable[[StandsIn], str] | None
) -> tuple[str, str, str, str | None, str, str | None]:
    url = place.url if place.url and place.url.startswith(_WEB) else None
    published = day_in_words(place.published) if place.published else "undated"
    title, speaker = place.title or place.article, place.speaker or "nobody told"
    return published, place.outlet or "", title, url, speaker, proof(place) if proof else None

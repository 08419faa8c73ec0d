"""One record of a data set (a row, a JSON object) as an article."""

import html
import json
import re
from collections.abc import Iterable, Mapping

from quotes.domain import Article, Reject, identify
from quotes.errors import UsageError
from quotes.read.dates import parse_date
from quotes.read.field_names import FIELDS, in_words, match_fields
from quotes.read.fragments import is_fragment, text_of
from quotes.read.incoming import Incoming
from quotes.read.showing import printable

_SHOWN_FIELDS = 12
_LONGEST_ID = 1_000  # characters; an index holds no more
_WRAPPED = frozenset(("$oid", "$date", "$numberLong", "$numberInt"))  # MongoDB's names for what JSON has no kind for
_CUT = re.compile(r"\[\+\d+ chars\]$")  # where a news service ends what it gives away
_LONGEST_CUT = 30  # characters of that


def check_fields(fields: Mapping[str, str]) -> None:
    """Raise UsageError where a mapping names a field that an article does not have."""
    for ours in fields:
        if ours not in FIELDS:
            raise UsageError(f"An article has no field {ours!r}; it has {', '.join(FIELDS)}.")


def fault_in(text: str) -> str | None:
    """Why a text cannot be an article, as the rest of a sentence, or None.

    NUL characters and lone surrogates are no text: databases and files refuse them.
    """
    if not text.strip():
        return "holds no text but white space; leave it out or fill it in."
    if "\0" in text:
        return "holds NUL characters, which no article has (UTF-16 without a byte order mark?); save it as UTF-8."
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return f"holds half a character (a lone surrogate at offset {error.start}); write the text out again as UTF-8."
    return None


def to_article(record: Mapping[str, object], origin: str, incoming: Incoming) -> Article | Reject:
    """The article that a record holds, its text untouched, or as a browser shows it where it is mark-up; fields that
    are not ours are ignored."""
    whole, record = record, flattened(record, incoming.fields.values())
    theirs = match_fields(_fillable(record), incoming.fields)
    name = theirs.get("text", "text")
    if name not in record:
        return Reject(origin, missing_text(name, whole), _raw(whole))
    if understood := in_words(theirs, incoming.fields):
        incoming.say(f"{incoming.origin}: {understood}")
    text = record[name]
    if not isinstance(text, str):
        return Reject(origin, f"The field {name!r} holds no text but {_kind(text)}; it must be a string.", _raw(whole))
    if (given_away := _before_cut(text)) is not None:
        incoming.say(f"{incoming.origin}: texts were cut by where they come from (“[+123 chars]” at their end)")
        text = given_away
    if "&lt;" in text and not is_fragment(text) and is_fragment(html.unescape(text)):
        text = html.unescape(text)  # mark-up that was escaped on its way
    if is_fragment(text):
        try:
            text = text_of(text)
        except ValueError as error:
            return Reject(origin, f"The field {name!r} holds {error}; give its text without tags.")
    if fault := fault_in(text):
        return Reject(origin, f"The field {name!r} {fault}", _raw(whole))
    found = {ours: record.get(theirs[ours]) for ours in theirs}
    values = {ours: _plain(found.get(ours)) for ours in ("title", "url", "outlet", "byline", "section")}
    given = found.get("id")
    known = given not in (None, "") and isinstance(given, str | int | float)
    return Article(
        id=_name(str(given)) if known else identify(values["url"] or text),
        text=text,
        title=values["title"],
        url=values["url"],
        outlet=values["outlet"] or incoming.outlet,
        published=parse_date(found.get("published")),
        byline=values["byline"],
        section=values["section"],
    )


def _before_cut(text: str) -> str | None:
    """What stands before "… [+2219 chars]" at the end; None where it does not end so.

    >>> _before_cut("It rained… [+2219 chars]"), _before_cut("It rained…")
    ('It rained', None)
    """
    kept = text.rstrip()
    cut = _CUT.search(kept, max(0, len(kept) - _LONGEST_CUT))
    return None if cut is None else kept[: cut.start()].rstrip().removesuffix("…").removesuffix("...")


def _raw(record: Mapping[str, object]) -> str:
    """The record as a line that can be mended and fed again."""
    return json.dumps(record, ensure_ascii=False, default=str)


def flattened(record: Mapping[str, object], chosen: Iterable[str] = ()) -> Mapping[str, object]:
    """The record with what its objects hold under "fields.body", one step deep, and further where `chosen` says so;
    of a search engine's hit, what was found; and of what MongoDB wraps, the value.

    >>> flattened({"source": {"name": "The Echo"}})
    {'source': {'name': 'The Echo'}, 'source.name': 'The Echo'}
    """
    found = record.get("_source")
    if isinstance(found, Mapping):
        record = {name: value for name, value in record.items() if name != "_source"} | dict(found)
    inside: dict[str, object] = {
        f"{name}.{part}": value
        for name, held in record.items()
        if isinstance(held, Mapping)
        for part, value in held.items()
    }
    for name in chosen:
        value: object = record
        for part in name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if "." in name and value is not None:
            inside[name] = value
    if not inside:
        return record
    found = {**record, **inside}
    return found | {name: _unwrapped(value) for name, value in found.items() if _is_wrapped(value)}


def _is_wrapped(value: object) -> bool:
    return isinstance(value, Mapping) and len(value) == 1 and not _WRAPPED.isdisjoint(value)


def _unwrapped(value: object) -> object:
    """What stands in MongoDB's `{"$date": {"$numberLong": "1658470920000"}}`."""
    while isinstance(value, Mapping) and _is_wrapped(value):
        (value,) = value.values()
    return value


def has_text(record: object, chosen: Mapping[str, str]) -> bool:
    """Whether this is an object with a text in it: an article's record."""
    if not isinstance(record, Mapping):
        return False
    record = flattened(record, chosen.values())
    return isinstance(record.get(match_fields(_fillable(record), chosen).get("text", "text")), str)


def _fillable(record: Mapping[str, object]) -> list[str]:
    """The names of fields that hold more than further fields."""
    return [name for name, value in record.items() if not isinstance(value, Mapping)]


def missing_text(name: str, present: Mapping[str, object], where: str = "record") -> str:
    """The sentence for a record without its text: which fields there are, and how to say which one is meant."""
    shown = [field if len(field) <= 40 else field[:39] + "…" for field in list(present)[:_SHOWN_FIELDS]]
    more = ["…"] if len(present) > _SHOWN_FIELDS else []
    there = ", ".join(shown + more) or "none"
    return f"The {where} names no field {name!r} (it has: {there}); say which holds the text with --field text=NAME."


def _plain(value: object) -> str | None:
    if isinstance(value, list | tuple):
        value = ", ".join(item for item in value if isinstance(item, str))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip().replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return text or None


def _name(given: str) -> str:
    """An id as tables and pages can show it; of an endless one, a hash."""
    name = printable(given).replace("\0", "\\x00")
    return name if len(name) <= _LONGEST_ID else identify(given)


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list) else "an object"

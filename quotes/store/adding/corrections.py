"""What people hold of quotations: verdicts are rows of the log, and what they amount to comes before any reading."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, bindparam, text

from quotes.categories import is_spokesperson
from quotes.domain import Span, identify
from quotes.errors import UsageError
from quotes.store.adding.groups import read_siblings, with_those_of
from quotes.store.adding.held import stretch
from quotes.store.adding.lineage import Held, has_verdicts, read_held, read_later
from quotes.store.adding.marked import set_via, show_reading
from quotes.store.adding.voices import fill_voices
from quotes.store.rows import insert_one, insert_rows
from quotes.store.sql import execute
from quotes.store.verdicts import Verdict

_KEPT = (  # columns of `corrections`
    "said", "speaker", "source_type", "name", "role", "descriptor", "anonymous", "standing", "without_via", "verdict",
    "who", "made", "reason",
)  # fmt: skip


def append_verdict(
    connection: Connection, quotation_id: str, verdict: Verdict, *, who: str, made: str, reason: str
) -> str:
    """Add a verdict to the log; returns the row's id. The quotation's voices are not filled anew here."""
    value = None if verdict.is_empty else _given(verdict)
    return _append(connection, quotation_id, "seen" if value is None else "correct", value, None, who, made, reason)


def append_confirmation(connection: Connection, quotation_id: str, *, who: str, made: str, reason: str) -> str:
    """Add to the log that what the record holds of a quotation is right, and what that is, for another reading may
    have something else."""
    query = "SELECT source_type, name, role, descriptor, anonymous, category FROM record WHERE id = :id"
    held = execute(connection, query, {"id": quotation_id}).mappings().one_or_none()
    if held is None:
        raise UsageError(f"{quotation_id} is no quotation any more, so it cannot be right; say what it is instead")
    value = {name: held[name] for name in ("source_type", "name", "role", "descriptor") if held[name] is not None}
    value |= {"said": True, "speaker": True}
    if held["category"] not in ("spokesperson", "declined"):  # of whom it tells nothing whether a name is withheld
        value["anonymous"] = bool(held["anonymous"])
    return _append(connection, quotation_id, "seen", value, None, who, made, reason)


def append_mark(
    connection: Connection, version: int, span: Span, instead_of: str | None, verdict: Verdict,
    *, who: str, made: str, reason: str,
) -> tuple[str, str]:  # fmt: skip
    """Add to the log that a stretch of a version is a quotation, be it in the place of another; the ids of the row and
    of the quotation. Raises UsageError where it is read as one, and for a stretch that is none of the text."""
    length = execute(connection, "SELECT length FROM versions WHERE number = :at", {"at": version}).scalar_one()
    if not 0 <= span.start < span.end <= length:
        raise UsageError(f"{span.start} to {span.end} is no stretch of a text of {length} characters")
    query = "SELECT id FROM record WHERE version = :version AND span_start = :start AND span_end = :end"
    at = {"version": version, "start": span.start, "end": span.end}
    if (known := execute(connection, query, at).scalar()) is not None:
        raise UsageError(f"{span.start} to {span.end} is a quotation already, {known}; correct that one")
    follows = None
    if instead_of is not None:
        query = "SELECT number FROM quotations WHERE id = :id"
        follows = execute(connection, query, {"id": instead_of}).scalar_one()
    number = stretch(connection, version, span, follows)
    identity = execute(connection, "SELECT id FROM quotations WHERE number = :number", {"number": number}).scalar_one()
    value = _given(verdict) | {"said": True, "span": list(span)}
    return _append(connection, identity, "mark", value, instead_of, who, made, reason), identity


def append_undo(
    connection: Connection, undone: str, about: tuple[str, str], *, who: str, made: str, reason: str
) -> str:
    """`about` is as `quotation_of` has it."""
    number = execute(connection, "SELECT count(*) FROM judgements WHERE undoes = :id", {"id": undone}).scalar_one()
    identity = identify("undo", undone, who, made, number)
    insert_one(
        connection, "judgements", id=identity, about="quotation", left_id=about[0], right_id=about[1],
        verdict="undo", made_by="human", who=who, made=made, reason=reason, undoes=undone,
    )  # fmt: skip
    return identity


def _given(verdict: Verdict) -> dict[str, Any]:
    return {name: given for name, given in asdict(verdict).items() if given is not None}


def _append(
    connection: Connection, quotation_id: str, verdict: str, value: dict[str, Any] | None, right: str | None,
    who: str, made: str, reason: str,
) -> str:  # fmt: skip
    query = "SELECT count(*) FROM judgements WHERE left_id = :id"
    before = execute(connection, query, {"id": quotation_id}).scalar_one()  # two within a second are two
    identity = identify("verdict", quotation_id, sorted((value or {}).items()), who, made, before)
    insert_one(
        connection, "judgements", id=identity, about="quotation", left_id=quotation_id, right_id=right,
        verdict=verdict, value=value, made_by="human", who=who, made=made, reason=reason,
    )  # fmt: skip
    return identity


def derive_corrections(connection: Connection, quotations: Sequence[int]) -> None:
    """What the log amounts to for these quotations, among which are all stretches of each.

    The newest verdict that holds decides, field by field; one on a quotation of a former wording holds of the one that
    follows it. A quotation that a person marked in the place of another takes it wherever both stand.
    """
    if not quotations or not has_verdicts(connection):
        return
    delete = text("DELETE FROM corrections WHERE quotation IN :numbers").bindparams(
        bindparam("numbers", expanding=True)
    )
    connection.execute(delete, {"numbers": list(quotations)})
    corrections = []
    found = read_held(connection, quotations)
    siblings = read_siblings(connection, quotations) if any(held.rows for held in found.values()) else {}
    for number, held in found.items():
        others = [found[one].rows for one in siblings.get(number, ()) if one in found]
        rows = with_those_of(held.rows, others)
        if not (rows or held.marks or held.replaced_by):
            _settle(connection, number, held, None)
            continue
        total = _amount(rows)
        if _is_replaced(connection, number, held):
            total["said"] = False
        _settle(connection, number, held, total)
        if rows or total["said"] is False:
            corrections.append({"quotation": number, **{name: total[name] for name in _KEPT}})
    insert_rows(connection, "corrections", corrections)


def _settle(connection: Connection, number: int, held: Held, total: dict[str, Any] | None) -> None:
    """A reading for what people hold to be a quotation, and the outlet that they name."""
    is_marked = any(row["holds"] for row in held.marks)
    wanted = total is not None and total["said"] is not False and (is_marked or (bool(held.rows) and not held.marks))
    show_reading(connection, number, held.chain, wanted=wanted)
    via, without = (None, False) if total is None else (total["via"], total["without_via"])
    set_via(connection, number, via, without=without)


def _is_replaced(connection: Connection, number: int, held: Held) -> bool:
    """Whether a quotation that a person marked in the place of this one stands in the same version."""
    query = "SELECT version FROM quotations WHERE number IN :numbers"
    versions = set(execute(connection, query, {"numbers": [number]}).scalars())
    for identity in held.replaced_by:
        later = [one for one in read_later(connection, identity) if one != number]
        if later and versions & set(execute(connection, query, {"numbers": later}).scalars()):
            return True
    return False


def _amount(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Verdicts in the order in which they were given as one: who speaks is said as a whole, the rest field by field."""
    total: dict[str, Any] = dict.fromkeys((*_KEPT, "via")) | {"speaker": False, "without_via": False}
    signed: dict[str, Any] = {}
    for row in rows:
        value = row["value"]
        told = {name: given for name, given in value.items() if name in total and given not in (None, False)}
        told |= {name: False for name in ("said", "anonymous") if value.get(name) is False}
        if value.get("speaker"):
            total |= {"source_type": None, "name": None, "role": None, "descriptor": None, "anonymous": None}
        if value.get("without_via"):
            total["via"] = None
        total |= told
        if value.get("speaker") or not total["speaker"]:
            signed = {name: row[name] for name in ("verdict", "who", "made", "reason")}
    return total | signed | {"standing": _standing(total["source_type"], total["descriptor"])}


def _standing(source_type: str | None, descriptor: str | None) -> str | None:
    if source_type in ("document", "narrator"):
        return source_type
    if source_type in ("unnamed_person", "unnamed_group"):
        return "spokesperson" if is_spokesperson(descriptor) else None
    return "named" if source_type == "named_person" else None


def quotation_of(connection: Connection, row: str) -> tuple[str, str] | None:
    """The quotation that a row of the log is about, and the one from which it shows; None for an unknown row."""
    query = "SELECT left_id, coalesce(right_id, left_id) FROM judgements WHERE id = :id AND about = 'quotation'"
    found = connection.execute(text(query), {"id": row}).one_or_none()
    return None if found is None else (found[0], found[1])


def renew(connection: Connection, quotation_id: str) -> None:
    """Let what the log holds of a quotation show: in it, in all stretches of it, in those of later wordings that follow
    it, and in counts."""
    later = read_later(connection, quotation_id)
    stretches = (one for others in read_siblings(connection, later).values() for one in others)
    numbers = list(dict.fromkeys([*later, *stretches]))
    derive_corrections(connection, numbers)
    query = (
        "SELECT DISTINCT v.article FROM quotations q JOIN versions v ON v.number = q.version WHERE q.number IN :numbers"
    )
    articles = list(execute(connection, query, {"numbers": numbers}).scalars())
    fill_voices(connection, sorted(articles))

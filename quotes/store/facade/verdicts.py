"""What people say of quotations."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from quotes.domain import Span
from quotes.errors import UsageError
from quotes.store.facade.answers import Answers
from quotes.store.reading import queries
from quotes.store.verdicts import Correction, Verdict

_AS_READ = Verdict()


class Verdicts(Answers):
    """Takes people's verdicts, and takes them back."""

    def correct(self, quotation_id: str, verdict: Verdict, *, who: str, reason: str = "") -> str:
        """Let a person's verdict come before whatever is read; returns the id of its row in the log.

        Raises UsageError where no such quotation is stored.
        """
        from quotes.store.adding.corrections import append_verdict, renew

        with self._writing() as connection:
            self._check_quotation(connection, quotation_id)
            row = append_verdict(connection, quotation_id, verdict, who=who, made=_now(), reason=reason)
            renew(connection, quotation_id)
        return row

    def confirm(self, quotation_id: str, *, who: str, reason: str = "") -> str:
        """Let what the record holds of a quotation be right, whatever is read later; returns the id of the log's row.

        Raises UsageError where no such quotation is stored, or none any more.
        """
        from quotes.store.adding.corrections import append_confirmation, renew

        with self._writing() as connection:
            self._check_quotation(connection, quotation_id)
            row = append_confirmation(connection, quotation_id, who=who, made=_now(), reason=reason)
            renew(connection, quotation_id)
        return row

    def undo_correction(self, row: str, *, who: str, reason: str = "") -> str:
        """Take a verdict, or an undo, back, with what came with it of who is who; returns the id of the new row. Raises
        UsageError for an unknown one."""
        from quotes.store.adding.corrections import append_undo, quotation_of, renew
        from quotes.store.people.joined import follow

        with self._writing() as connection:
            found = quotation_of(connection, row)
            if found is None:
                raise UsageError(f"the log has no verdict {row!r} on a quotation; give the id of one")
            undo = append_undo(connection, row, found, who=who, made=_now(), reason=reason)
            renew(connection, found[1])
            follow(connection, undo, who)
        return undo

    def mark(
        self,
        article_id: str,
        span: Span,
        verdict: Verdict = _AS_READ,
        *,
        instead_of: str | None = None,
        who: str,
        reason: str = "",
    ) -> tuple[str, str]:
        """Let a stretch of an article's newest wording be a quotation, be it in the place of another; the ids of the
        row in the log and of the quotation. Raises UsageError for what is one already or is none of the text."""
        from quotes.store.adding.corrections import append_mark, renew

        version = self.article(article_id).number
        assert version is not None
        with self._writing() as connection:
            row, identity = append_mark(
                connection, version, span, instead_of, verdict, who=who, made=_now(), reason=reason
            )
            renew(connection, instead_of or identity)
        return row, identity

    def corrections(self) -> list[Correction]:
        """Every row of the log about a quotation, oldest first, with what became of it."""
        from quotes.store.people.corrected import read_corrections

        return self._ask(read_corrections)

    def correction(self, given: str | int) -> Correction | None:
        """The row with this id or number."""
        from quotes.store.people.corrected import read_corrections

        asked: dict[str, Any] = {"number": given} if isinstance(given, int) else {"row": given}
        return next(iter(self._ask(lambda connection: read_corrections(connection, **asked))), None)

    def _check_quotation(self, connection: Connection, quotation_id: str) -> None:
        if not queries.is_quotation(connection, quotation_id):
            raise UsageError(f"no quotation {quotation_id!r} is stored; give the id of one, as JSON Lines show them")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""Quotations, people and articles out."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from quotes.domain import Span
from quotes.errors import UsageError
from quotes.store.errors import translated
from quotes.store.facade.access import Access
from quotes.store.quotations import Quotations
from quotes.store.reading import queries
from quotes.store.records import QuotationRecord, SpeakerRecord, StoredArticle
from quotes.store.selection import Selection

if TYPE_CHECKING:
    from quotes.store.alike.places import StandsIn
    from quotes.store.alike.sources import StoredSource
    from quotes.store.counting.speakers import SpeakerCount
    from quotes.store.people.roles import RoleHeld
    from quotes.store.questions.passages import Passage
    from quotes.store.questions.wordings import Change, Wording

_CHOICES = 5  # how many ids an error offers


class Answers(Access):
    """Answers with what is stored: quotations, people, articles, where words stand."""

    def select(self, selection: Selection) -> Quotations:
        """The quotations that are selected, in its order; raises UsageError where its `words` holds none."""
        return Quotations(self.iter(selection))

    def iter(self, selection: Selection) -> Iterator[QuotationRecord]:
        """As `select`, one at a time, as they were at the first step."""
        selection = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from queries.iter_quotations(connection, selection)

    def records(self, *, indirect: bool = False) -> Iterator[QuotationRecord]:
        """All quotations as they were at the first step, by date (undated last), article and place in the text.

        With `indirect`, reports without quotation marks too. What was not said is left out ("did not say", "denied
        calling it “odd”", "will say"): whoever counts counts what was said.
        """
        return self.iter(Selection(indirect=indirect))

    def search(self, words: str, *, limit: int | None = None, indirect: bool = False) -> list[QuotationRecord]:
        """The quotations that hold all the words, in any order; words between double quotation marks side by side.

        Words are compared by their stems, without case and accents. By date (undated last), article and place in the
        text, at most `limit`; indirect speech only if asked for. Raises UsageError when there is no word in `words`.
        """
        return self.select(Selection(words=words, limit=limit, indirect=indirect, said=False))

    def who(self, name: str, *, indirect: bool = False) -> list[SpeakerRecord]:
        """The people that a name or an id can mean, the most quoted first, each with what it said.

        Case, accents and punctuation do not count. Where somebody goes by exactly this name, only such are meant;
        else all one of whose names contains its words. With `indirect`, what they said without quotation marks comes
        too, and those who said nothing else. What they denied, promised or never said is left out; `search` has it.
        """
        from quotes.store.people.finding import find_people

        selection = Selection(indirect=indirect)

        def find(connection: Connection) -> list[SpeakerRecord]:
            return queries.read_speakers(connection, find_people(connection, name), selection)

        return self._ask(find)

    def passages(self, quotation_ids: Sequence[str]) -> "dict[str, Passage]":
        """What stands before and after these quotations in their paragraphs."""
        from quotes.store.questions.passages import read_passages

        return self._ask(lambda connection: read_passages(connection, quotation_ids))

    def people(self, name: str, *, indirect: bool = False, widely: bool = False) -> "list[SpeakerCount]":
        """The people that a name or an id can mean, as `who` has them, without their quotations; `widely`, all whose
        names hold its words, even where somebody goes by it alone."""
        from quotes.store.counting.speakers import read_people
        from quotes.store.people.finding import find_people

        def find(connection: Connection) -> "list[SpeakerCount]":
            found = find_people(connection, name, widely=widely)
            return read_people(connection, found, Selection(indirect=indirect))

        return self._ask(find)

    def called(self, name: str) -> frozenset[str]:
        """Ids of the people that a name can mean."""
        from quotes.store.people.finding import find_people

        return self._ask(lambda connection: frozenset(find_people(connection, name)))

    def suggest(self, begun: str, limit: int = 8) -> tuple[list[str], list[str]]:
        """Names of people and bodies, and outlets, for somebody who has begun to type."""
        from quotes.store.questions.suggestions import suggest_names, suggest_outlets

        def ask(connection: Connection) -> tuple[list[str], list[str]]:
            return suggest_names(connection, begun, limit), suggest_outlets(connection, begun, limit)

        return self._ask(ask)

    def unknown_name(self, name: str) -> UsageError:
        """The error that nobody is called so, with whose names are nearly so."""
        from quotes.store.people.finding import unknown_name

        return self._ask(lambda connection: unknown_name(connection, name))

    def require_outlets(self, names: Sequence[str]) -> None:
        """Raises UsageError, with outlets of nearly that name, for the first that is not stored."""
        from quotes.store.known_outlets import require_outlets

        self._ask(lambda connection: require_outlets(connection, names))

    def role_at(self, person: str, day: date) -> "RoleHeld | None":
        """The role of somebody, by the id, as articles up to this day give it."""
        from quotes.store.people.roles import read_role_at

        return self._ask(lambda connection: read_role_at(connection, person, day))

    def latest(self, selection: Selection, people: Sequence[str]) -> dict[str, QuotationRecord]:
        """The newest quotation of each of these people, by their ids."""
        from quotes.store.questions.latest import read_latest

        asked = self._resolved(selection)
        return self._ask(lambda connection: read_latest(connection, asked, people))

    def alike(self, words: Sequence[str], limit: int = 6) -> "list[StoredSource]":
        """The wordings in which quotations stand that share most of these folded words, the likeliest first."""
        from quotes.store.alike.finding import find_alike
        from quotes.store.alike.sources import read_sources

        return self._ask(lambda connection: read_sources(connection, find_alike(connection, words, limit)))

    def places(self, quotation_ids: Sequence[str]) -> "list[StandsIn]":
        """Where these quotations stand, and those that read the same; the first appearance first."""
        from quotes.store.alike.places import read_places

        return self._ask(lambda connection: read_places(connection, quotation_ids))

    def find_quotation(self, quotation_id: str) -> tuple[str, Span] | None:
        """The article that a quotation stands in, by its id, and where; None where it is not stored."""
        found = self._ask(lambda connection: queries.find_quotation(connection, quotation_id))
        return None if found is None else (found[0], Span(*found[1:]))

    def article(self, article_id: str) -> StoredArticle:
        """A stored article in its newest wording, by its id, that of an appearance, or a beginning that no other id
        has; raises UsageError for others."""

        def find(connection: Connection) -> StoredArticle:
            found = queries.find_articles(connection, article_id, _CHOICES + 1) if article_id else []
            if len(found) == 1:
                return queries.read_article(connection, found[0])
            if found:
                more = " …" if len(found) > _CHOICES else ""
                raise UsageError(
                    f"{article_id!r} is the beginning of several article ids; write more of one of these: "
                    f"{', '.join(found[:_CHOICES])}{more}"
                )
            near = ", ".join(queries.near_articles(connection, article_id, _CHOICES))
            remedy = f"did you mean {near}?" if near else "look for it with quotes search or quotes who"
            raise UsageError(f"no article {article_id!r} is stored; {remedy}")

        return self._ask(find)

    def compare_wordings(
        self, old: str, new: str | None = None, *, indirect: bool = False
    ) -> "tuple[Wording, Wording, list[Change]]":
        """What became of each quotation between two wordings, as `ARTICLE@1`; of one article alone, its last change.

        An article without a number stands for its newest wording. Raises UsageError for what is not stored.
        """
        from quotes.store.questions.wordings import compare_wordings, find_wording

        def ask(connection: Connection) -> "tuple[Wording, Wording, list[Change]]":
            before = find_wording(connection, old, back=0 if new or "@" in old else 1)
            after = find_wording(connection, new or before.article)
            return before, after, compare_wordings(connection, before, after, indirect=indirect)

        return self._ask(ask)

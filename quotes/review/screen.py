"""The screen: a passage with the quotation and the mention lit, candidates by number, one key a verdict."""

from collections.abc import Sequence
from typing import Any, ClassVar, cast

from rich.text import Text
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, Input, ProgressBar, Static

from quotes.domain import SourceType
from quotes.review.queue import Candidate, candidates
from quotes.store import QuotationRecord, Store, Verdict

_AROUND = 500  # characters of the article on either side


class ReviewScreen(App[int]):
    """Goes through quotations; its result is how many were judged."""

    CSS = """
    #where { padding: 0 1; color: $text-muted; }
    #passage { height: 1fr; padding: 1 2; }
    #choices { height: auto; max-height: 14; padding: 0 2; border-top: solid $primary; }
    #name { display: none; }
    #name.asked { display: block; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        *((str(place), f"choose({place})", "") for place in range(1, 10)),
        ("space", "agree", "right"),
        ("s", "other", "other"),
        ("n", "nobody", "unknown"),
        ("x", "reject", "no quote"),
        ("a", "withheld", "withheld"),
        ("k", "skip", "later"),
        ("u", "undo", "undo"),
        ("q", "quit", "quit"),
    ]
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""  # keys are verdicts, until a name is asked for

    def __init__(self, store: Store, queue: Sequence[QuotationRecord], who: str) -> None:
        super().__init__()
        self._store, self._queue, self._who = store, list(queue), who
        self._place = 0
        self._done: list[tuple[int, str | None]] = []  # places, and the rows that were written there
        self._choices: list[Candidate] = []

    def compose(self) -> ComposeResult:
        yield ProgressBar(total=len(self._queue), show_eta=False)
        yield Static(id="where")
        with VerticalScroll(id="passage", can_focus=False):
            yield Static(id="text")
        yield Static(id="choices")
        yield Input(placeholder="Whose words are they? Enter takes the name, Escape goes back.", id="name")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        self._show()

    def action_choose(self, number: int) -> None:
        if number <= len(self._choices):
            chosen = self._choices[number - 1]
            kind = cast(SourceType, chosen.source_type)
            self._judge(Verdict(said=True, speaker=True, source_type=kind, name=chosen.name))

    def action_agree(self) -> None:
        self._judge(Verdict())

    def action_nobody(self) -> None:
        self._judge(Verdict(said=True, speaker=True))

    def action_reject(self) -> None:
        self._judge(Verdict(said=False))

    def action_withheld(self) -> None:
        if self._place < len(self._queue):
            self._judge(Verdict(anonymous=not self._queue[self._place].anonymous))

    def action_skip(self) -> None:
        if self._place < len(self._queue):
            self._done.append((self._place, None))
            self._place += 1
            self._show()

    def action_other(self) -> None:
        if self._place < len(self._queue):
            field = self.query_one("#name", Input)
            field.add_class("asked")
            field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        self._close_input()
        if name:
            self._judge(Verdict(said=True, speaker=True, source_type="named_person", name=name))

    def key_escape(self) -> None:
        self._close_input()

    def action_undo(self) -> None:
        if not self._done:
            self.notify("There is nothing to undo.")
            return
        self._place, row = self._done.pop()
        if row is not None:
            self._store.undo_correction(row, who=self._who)
        self._show()

    async def action_quit(self) -> None:
        self.exit(sum(row is not None for _, row in self._done))

    def _judge(self, verdict: Verdict) -> None:
        if self._place < len(self._queue):
            row = self._store.correct(self._queue[self._place].id, verdict, who=self._who, reason="reviewed")
            self._done.append((self._place, row))
            self._place += 1
            self._show()

    def _close_input(self) -> None:
        field = self.query_one("#name", Input)
        field.value = ""
        field.remove_class("asked")
        self.set_focus(None)

    def _show(self) -> None:
        self.query_one(ProgressBar).update(progress=self._place)
        where, text, choices = (self.query_one(name, Static) for name in ("#where", "#text", "#choices"))
        if self._place == len(self._queue):
            self._choices = []
            where.update(f"{len(self._queue)} of {len(self._queue)}")
            text.update("That was the last one. u goes back, q ends.")
            choices.update("")
            return
        record = self._queue[self._place]
        self._choices = candidates(self._store, record)
        told = [f"{self._place + 1} of {len(self._queue)}", record.title, record.outlet, record.reference]
        where.update(Text(" · ".join(one for one in told if one)))
        text.update(lit(self._store.article(record.article_id).article.text, record))
        choices.update(_choices(record, self._choices))
        self.query_one("#passage").scroll_home(animate=False)


def lit(text: str, record: QuotationRecord) -> Text:
    """The passage around a quotation, in which it and the mention of its speaker stand out."""
    start, end = max(0, record.start - _AROUND), min(len(text), record.end + _AROUND)
    mention = record.mention
    if mention and mention.end <= start:
        start = max(0, mention.start - 60)
    shown = Text(f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}")
    shift = (2 if start else 0) - start
    shown.stylize("bold black on yellow", record.start + shift, record.end + shift)
    if mention and mention.start >= start and mention.end <= end:
        shown.stylize("bold black on cyan", mention.start + shift, mention.end + shift)
    return shown


def _choices(record: QuotationRecord, found: Sequence[Candidate]) -> Text:
    read = record.speaker or record.descriptor or "nobody that is known"
    withheld = ", name withheld" if record.anonymous else ""
    shown = Text(f"Read as: {read}{withheld}, {record.confidence:.0%}\n", style="bold")
    for number, one in enumerate(found, 1):
        shown.append(f" {number}  {one.name}\n", style="")
    return shown

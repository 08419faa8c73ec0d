"""The screen: a passage with the quotation and the mention lit, candidates by number, one key a verdict."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Input, ProgressBar, Static

from quotes.errors import UsageError
from quotes.review.passage import held, line_of, lit, numbered
from quotes.review.queue import Candidate, candidates
from quotes.review.verdicts import Given, to_verdict, withheld
from quotes.review.whom import join_person
from quotes.store import QuotationRecord, Store, Verdict

# What is always to be seen below; a click does the same.
KEYS = (
    ("space", "agree", "right"), ("s", "other", "someone else"), ("n", "nobody", "not known"),
    ("x", "reject", "no quotation"), ("a", "withheld", "name withheld"), ("k", "skip", "later"),
    ("u", "undo", "undo"), ("q", "quit", "quit"),
)  # fmt: skip


class ReviewScreen(App[int]):
    """Goes through quotations; its result is how many were judged. `seen`: how many were before."""

    CSS = """
    #where { padding: 0 1; color: $text-muted; height: auto; }
    ProgressBar { padding: 0 1; }
    #passage { height: 1fr; min-height: 3; padding: 0 2; border-top: solid $primary; }
    #held { padding: 0 2; height: auto; max-height: 4; border-top: solid $primary; }
    #choices { padding: 0 1; height: auto; }
    #keys { padding: 0 2; height: auto; background: $panel; link-style: none; }
    #name { display: none; }
    #name.asked { display: block; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        *((str(place), f"choose({place})", "") for place in range(1, 10)),
        *KEYS,
        ("up", "scroll(-2)", ""),
        ("down", "scroll(2)", ""),
    ]
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""  # keys are verdicts, until a name is asked for

    def __init__(self, store: Store, queue: Sequence[QuotationRecord], who: str, *, seen: int = 0) -> None:
        super().__init__()
        self._store, self._queue, self._who, self._seen = store, list(queue), who, seen
        self._place = 0
        self._done: list[tuple[int, str | None]] = []  # places, and the rows that were written there
        self._choices: list[Candidate] = []
        self._passage, self._begins = Text(), (0, 0)  # of what is lit, and of the quotation

    def compose(self) -> ComposeResult:
        yield ProgressBar(total=len(self._queue), show_eta=False)
        yield Static(id="where")
        with VerticalScroll(id="passage", can_focus=False):
            yield Static(id="text")
        yield Static(id="held")
        yield Static(id="choices")
        yield Input(placeholder="Whose words are they? A name, a part of one, or an id.", id="name")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self._show()

    def on_resize(self, event: Resize) -> None:
        self._lay_out(event.size.width)

    def action_choose(self, number: int) -> None:
        if number <= len(self._choices):
            chosen = self._choices[number - 1]
            self._judge(
                lambda _: Verdict(
                    said=True, speaker=True, source_type=chosen.source_type, name=chosen.name, role=chosen.role
                )
            )

    def action_agree(self) -> None:
        if record := self._record:
            self._note(self._store.confirm(record.id, who=self._who))

    def action_nobody(self) -> None:
        self._judge(lambda _: Verdict(said=True, speaker=True))

    def action_reject(self) -> None:
        self._judge(lambda _: Verdict(said=False))

    def action_withheld(self) -> None:
        self._judge(lambda record: Verdict(anonymous=False) if record.anonymous else withheld(record))

    def action_skip(self) -> None:
        if self._record:
            self._note(None)

    def action_other(self) -> None:
        if self._record:
            field = self.query_one("#name", Input)
            field.add_class("asked")
            field.focus()
            self.query_one("#keys", Static).update("[b]enter[/b] takes the name  [b]escape[/b] goes back")

    def action_scroll(self, lines: int) -> None:
        self.query_one("#passage").scroll_relative(y=lines, animate=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        name, record = event.value.strip(), self._record
        if not name or record is None:
            self._close_input()
            return
        try:
            article = self._store.article(record.article_id)
            verdict, person = to_verdict(self._store, article, record, Given(speaker=name))
        except UsageError as error:
            self.notify(str(error), severity="warning")
            return
        self._close_input()
        row = self._store.correct(record.id, verdict, who=self._who)
        if person:
            join_person(self._store, row, person, who=self._who)
        self._note(row)

    def key_escape(self) -> None:
        self._close_input()

    def action_undo(self) -> None:
        if not self._done:
            self.notify("There is nothing to undo here; quotes correct --undo takes back what was said before.")
            return
        self._place, row = self._done.pop()
        if row is not None:
            self._store.undo_correction(row, who=self._who)
        self._show()

    async def action_quit(self) -> None:
        self.exit(sum(row is not None for _, row in self._done))

    @property
    def _record(self) -> QuotationRecord | None:
        return self._queue[self._place] if self._place < len(self._queue) else None

    def _judge(self, verdict_on: Callable[[QuotationRecord], Verdict]) -> None:
        if record := self._record:
            try:
                verdict = verdict_on(record)
            except UsageError as error:
                self.notify(str(error), severity="warning")
                return
            self._note(self._store.correct(record.id, verdict, who=self._who))

    def _note(self, row: str | None) -> None:
        """Remember what was written, and go on to the next."""
        self._done.append((self._place, row))
        self._place += 1
        self._show()

    def _close_input(self) -> None:
        field = self.query_one("#name", Input)
        field.value = ""
        field.remove_class("asked")
        self.set_focus(None)
        self._lay_out()

    def _show(self) -> None:
        self.query_one(ProgressBar).update(progress=self._place)
        record, total = self._record, len(self._queue)
        if record is None:
            self._choices, self._passage = [], Text("That was the last one. u goes back, q ends.")
            told = [f"{total} of {total}"]
        else:
            self._choices = candidates(self._store, record)
            article = self._store.article(record.article_id)
            stretches = [one.span for one in article.quotations if record.whole and one.whole == record.whole]
            self._passage, *begins = lit(article.article.text, record, stretches)
            self._begins = (begins[0], begins[1])
            told = [f"{self._place + 1} of {total}", record.title or "", record.outlet or "", record.reference]
        if self._seen:
            told.insert(1, f"{self._seen} seen before")
        self.query_one("#where", Static).update(Text(" · ".join(filter(None, told))))
        self.query_one("#text", Static).update(self._passage)
        self.query_one("#held", Static).update(held(record) if record else "")
        self._lay_out()

    def _lay_out(self, width: int | None = None) -> None:
        """What depends on the width, and the passage scrolled to what is lit."""
        width = width or self.size.width
        self.query_one("#choices", Static).update(numbered(self._choices, width - 2))
        self.query_one("#keys", Static).update(keys(len(self._choices), width - 4))
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        passage = self.query_one("#passage")
        width, height = max(self.query_one("#text").size.width, 10), passage.size.height
        first, quotation = (line_of(self._passage, place, width) for place in self._begins)
        top = max(0, first - 2)
        passage.scroll_to(y=top if quotation < top + height - 1 else max(0, quotation - 1), animate=False)


def keys(choices: int, width: int) -> str:
    """The lines of keys, as markup; what one does is not parted."""
    digits = f"1-{choices}" if choices > 1 else "1"
    shown = [(f"{digits} speaker", f"[b]{digits}[/b] speaker")] if choices else []
    shown += [(f"{key} {told}", f"[@click=app.{action}][b]{key}[/b] {told}[/]") for key, action, told in KEYS]
    lines, used = [""], 0
    for plain, marked in shown:
        if used and used + len(plain) + 2 > width:
            lines, used = [*lines, ""], 0
        lines[-1] += f"  {marked}" if used else marked
        used += len(plain) + (2 if used else 0)
    return "\n".join(lines)

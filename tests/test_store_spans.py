"""What a quotation says is in its article's text alone, and the database keeps each inside it."""

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from quotes.domain import ParsedArticle, Source
from quotes.store import Store
from quotes.store.connect import writing

Build = Callable[..., ParsedArticle]
SAID = ("Ça va 🌊, “naïve” – e\u0301té", "\u2028\ufeffzwei\u00adtens", "𝔊rüße\r\nund", "क्षि 👩\u200d👩\u200d👧", "“”")


def test_words_are_cut_out_of_the_text_letter_for_letter(store: Store, build: Build) -> None:
    """Offsets count code points, on every database."""
    parsed = build("a", *((words, Source("named_person", "Zoë 🌍")) for words in SAID))
    store.add(parsed)
    spans = [item.quotation.span for item in parsed.quotations]
    assert [record.text for record in store.article("a").quotations] == [span.of(parsed.article.text) for span in spans]
    with store._engine.connect() as connection:
        told = connection.execute(text("SELECT words FROM said ORDER BY start_offset")).scalars().all()
    assert told == [f"“{words}”" for words in SAID]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE quotations SET span_end = 10000",
        "UPDATE quotations SET span_start = -1",
        "UPDATE quotations SET span_start = span_end + 1",
        "UPDATE versions SET text = 'short'",
        "UPDATE versions SET length = length + 1",
    ],
)
def test_no_quotation_leaves_its_text(store: Store, build: Build, change: str) -> None:
    store.add(build("a", ("One.", Source("named_person", "Ann Lee"))))
    with pytest.raises(IntegrityError), writing(store._engine) as connection:
        connection.execute(text(change))
    assert [record.text for record in store.records()] == ["“One.”"]

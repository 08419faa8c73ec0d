"""The options and arguments that several commands share, worded once."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from quotes.domain import IndirectScope
from quotes.errors import UsageError

Format = Literal["table", "jsonl"]

Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="OURS=THEIRS",
        help="Name of a field in JSON or CSV that differs, as in --field text=body, or text=content.body for one "
        "inside an object; may be given several times. "
        "Ours: id, text, title, url, outlet, published, byline, section.",
    ),
]
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="The outlet of articles that do not name theirs.")
]
Models = Annotated[
    Path | None,
    typer.Option(
        "--models",
        metavar="DIR",
        envvar="QUOTES_MODELS",
        help="Language models to use instead of the packaged ones: a folder in Stanza's layout, or stanza for those "
        "of quotes models download.",
    ),
]
LookFor = Annotated[
    IndirectScope,
    typer.Option(
        "--find-indirect",
        help="Which speech without quotation marks to find: speech is what was said, asked or promised, all takes in "
        "beliefs, plans and findings, none is none.",
    ),
]
WithIndirect = Annotated[
    bool,
    typer.Option("--indirect", help="Take in indirect speech, which has no quotation marks; else it is left out."),
]
Appearances = Annotated[
    bool,
    typer.Option(
        "--appearances",
        help="Count what stands in several places, as wire copies do, in each of them; else it counts once.",
    ),
]
Database = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL",
        envvar="QUOTES_DB",
        help="The store: a path of an SQLite file or any SQLAlchemy URL; quotes.db in this folder if not given.",
    ),
]
OutputFormat = Annotated[
    Format | None,
    typer.Option(
        "--format", help="table for people, jsonl for programs; jsonl if not given and the output is no terminal."
    ),
]
Records = Annotated[
    str | None,
    typer.Option(
        "--records",
        metavar="PATH",
        help="Where in a JSON document the articles are, as in response.results; found without it where there is one "
        "list of them.",
    ),
]
Language = Annotated[
    Literal["en", "any"],
    typer.Option("--language", help="en sets aside what is surely not in English; any reads it all the same."),
]
Summary = Annotated[
    Format | None,
    typer.Option(
        "--summary", help="table for people, jsonl for programs; jsonl if not given and the output is no terminal."
    ),
]
ArticleRef = Annotated[
    str,
    typer.Argument(
        metavar="ARTICLE", help="Id of a stored article, as the other commands print it.", show_default=False
    ),
]


def to_fields(pairs: list[str] | None) -> dict[str, str] | None:
    """`["text=body"]` as `{"text": "body"}`; raises UsageError when a pair has no `=`."""
    if not pairs:
        return None
    split = [pair.partition("=") for pair in pairs]
    for pair, (ours, equals, theirs) in zip(pairs, split, strict=True):
        if not (ours and equals and theirs):
            raise UsageError(f"--field {pair} is not of the form OURS=THEIRS, as in --field text=body")
    return {ours.strip(): theirs.strip() for ours, _, theirs in split}

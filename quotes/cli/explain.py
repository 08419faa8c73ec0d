"""`quotes explain`: why a quotation was attributed as it was."""

from typing import Annotated

import typer

from quotes.cli.options import Database, Models
from quotes.cli.output import notes, write_jsonl
from quotes.cli.reading import open_parser
from quotes.cli.references import find_reference
from quotes.domain import Span
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import Store, StoredArticle, open_store


def explain(
    quotation: Annotated[
        str,
        typer.Argument(
            metavar="QUOTATION",
            help="Id of a stored quotation, as JSON Lines give it; or ARTICLE#NUMBER, as quotes show numbers them; or, "
            "with --at, the id of a stored article.",
            show_default=False,
        ),
    ],
    at: Annotated[
        int | None,
        typer.Option(
            "--at",
            metavar="OFFSET",
            min=0,
            help="Explain the innermost stretch around this code point of the article, taken as speech or not.",
        ),
    ] = None,
    models: Models = None,
    db: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, with every weight.")] = False,
) -> None:
    """Lay out why a quotation has its speaker, or none.

    Shows the candidates, what told for and against each, and how the name was found.

    The store keeps no candidates, so the stored article is parsed again, which loads the language models; what the
    store holds of the quotation is told beside it.
    """
    with open_store(database_url(db), create=False) as store:
        article, span = _find(store, quotation, at)
    parser = open_parser(models, article.indirect)
    explanation = parser.explain(article.article, span)
    if explanation is None:
        marked = next((one for one in article.quotations if one.span == span and one.signature), None)
        if marked is not None:
            raise UsageError(
                f"these models find no quotation at {span.start} in {article.article.id!r}, so nothing is weighed; "
                f"people say that it is one: {marked.signature}"
            )
        raise UsageError(
            f"at {span.start} in {article.article.id!r} these models find nothing in quotation marks and no indirect "
            "speech; ingest the article again, or give another --at"
        )
    if article.fingerprint != parser.fingerprint:
        notes().print(
            "The store was filled by another version or with other models; this is what these here make of it."
        )
    held = next((r for r in article.quotations if r.span == explanation.weighing.quotation.span), None)
    if as_json:
        write_jsonl([{**explanation.to_dict(), "stored": held.to_dict() if held else None}])
    else:
        from quotes.cli.explain_output import print_explanation  # asking the store does without what it loads

        print_explanation(explanation, held)


def _find(store: Store, reference: str, at: int | None) -> tuple[StoredArticle, Span]:
    """The article and the stretch that are meant; raises UsageError."""
    if at is None:
        article, record = find_reference(store, reference)
        return article, record.span
    article = store.article(reference)
    if at >= len(article.article.text):
        raise UsageError(f"--at {at} is behind the end of the article, at {len(article.article.text)}")
    return article, Span(at, at + 1)

"""Paste a text and see who speaks in it, as what, and what house rules would mind. Nothing of it is stored."""

from collections import Counter

from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from quotes.domain import Article, ParsedArticle
from quotes.errors import UsageError
from quotes.listing import type_label
from quotes.page import speakers_of
from quotes.page.aside import generate_aside
from quotes.page.body import generate_body
from quotes.serve.pages import page
from quotes.serve.reader import reader_of
from quotes.serve.safety.csrf import takes_form
from quotes.text.paragraphs import find_paragraphs
from quotes.wire import to_dict

_LONGEST = 200_000  # characters of a text
EXAMPLE = (
    "“We will open the bridge in May,” said Ines Valdez, the mayor of Lindau. Her office had called the delays "
    "“unavoidable.”\n\n“Nobody asked the harbour,” a senior official said, speaking on condition of anonymity because "
    "the talks were private. He told the Lindau Courier that the ferry would stop."
)


def ask(request: Request) -> Response:
    return page(request, "see.html", text="", example=EXAMPLE, seen=None, is_ready=reader_of(request).is_ready)


@takes_form()
def see(request: Request, form: FormData) -> Response:
    """Raises UsageError for no text or too long a one."""
    text = str(form.get("text") or "").replace("\r\n", "\n")
    if not text.strip():
        raise UsageError("there is no text; paste an article or a part of one")
    if len(text) > _LONGEST:
        raise UsageError(f"the text has {len(text):,} characters; give at most {_LONGEST:,} here, or use quotes parse")
    parsed = reader_of(request).read(Article("pasted", text))
    if form.get("format") == "json":
        return JSONResponse(to_dict(parsed, with_text=True))
    return page(request, "see.html", text=text, example=EXAMPLE, seen=_seen(parsed), is_ready=True)


def _seen(parsed: ParsedArticle) -> dict[str, object]:
    speakers = speakers_of(parsed)
    kinds = Counter(type_label(quote.source.type) for quote in parsed.quotations if quote.source)
    return {
        "body": Markup(generate_body(parsed, speakers, find_paragraphs(parsed.article.text))),
        "aside": Markup(generate_aside(parsed, speakers)),
        "quotations": len(parsed.quotations),
        "speakers": sum(speaker.source is not None for speaker in speakers),
        "anonymous": sum(speaker.is_anonymous for speaker in speakers),
        "unreasoned": [one.label for one in speakers if one.is_anonymous and not _has_reason(parsed, one.quotations)],
        "kinds": kinds.most_common(),
    }


def _has_reason(parsed: ParsedArticle, positions: tuple[int, ...]) -> bool:
    sources = [parsed.quotations[position].source for position in positions]
    return any(source is not None and source.reason is not None for source in sources)


ROUTES = (Route("/see", ask), Route("/see", see, methods=["POST"]))

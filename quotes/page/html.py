"""The page as HTML: one file, its style inside, no script, nothing fetched; every word of the article escaped."""

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from quotes.definitions import day_in_words
from quotes.domain import ParsedArticle, Span
from quotes.page.aside import generate_aside
from quotes.page.body import generate_body, is_headline
from quotes.page.speakers import speakers_of
from quotes.store.counting.counts import Tally
from quotes.text.paragraphs import find_paragraphs


def generate_page(parsed: ParsedArticle, tally: Tally | None = None) -> str:
    """A self-contained HTML document. The article's words stand in it in full and in order, white space aside.

    `tally` is what the store counts in the article; of one that is in no store, the page counts for itself.
    """
    article, speakers = parsed.article, speakers_of(parsed)
    paragraphs = find_paragraphs(article.text)
    title = article.title or (paragraphs[0].of(article.text) if paragraphs else article.id)
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title.strip())} – who said what</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#speakers">Skip to the speakers</a>
<main>
<article>
{_head(parsed, paragraphs, tally)}
{generate_body(parsed, speakers, paragraphs)}
</article>
{generate_aside(parsed, speakers)}
</main>
<footer>Read by who-said-what {escape(parsed.parser)}, models {escape(parsed.models)}. Every quotation is the article’s
own wording, letter for letter; the attributions are a machine’s, with its reasons.</footer>
</body>
</html>
"""


def _head(parsed: ParsedArticle, paragraphs: Sequence[Span], tally: Tally | None) -> str:
    article = parsed.article
    parts = []
    if article.outlet:
        parts.append(escape(article.outlet))
    if article.published:
        day = article.published
        parts.append(f'<time datetime="{day.isoformat()}">{day_in_words(day)}</time>')
    if article.byline:
        parts.append(escape(article.byline))
    if article.url and article.url.startswith(("https://", "http://")):
        parts.append(f'<a href="{escape(article.url)}" rel="noopener noreferrer">original</a>')
    facts = f'<p class="facts">{" · ".join(parts)}</p>\n' if parts else ""
    return f'<header>\n{facts}{_title(parsed, paragraphs)}<p class="sum">{_summary(parsed, tally)}</p>\n</header>'


def _title(parsed: ParsedArticle, paragraphs: Sequence[Span]) -> str:
    """The title, unless the text begins with it and so shows it anyway."""
    title = parsed.article.title
    if title is None or (paragraphs and is_headline(paragraphs[0], parsed)):
        return ""
    return f"<h1>{escape(title)}</h1>\n"


def _summary(parsed: ParsedArticle, tally: Tally | None) -> str:
    quotations, anonymous = _in_itself(parsed)
    if tally is not None:
        quotations, anonymous = tally["quotations"].total, tally["quotations"].strict
    speakers = sum(speaker.source is not None for speaker in speakers_of(parsed))
    counts = [_count(quotations, "quotation"), _count(speakers, "speaker")]
    return ", ".join([*counts, f"{anonymous} on the word of anonymous sources"])


def _in_itself(parsed: ParsedArticle) -> tuple[int, int]:
    """How many quotations there are, and how many on the word of anonymous sources. The stretches of one over several
    paragraphs are one."""
    whole = {position: _whole(parsed, position) for position in range(len(parsed.quotations))}
    hidden = [speaker for speaker in speakers_of(parsed) if speaker.is_anonymous]
    anonymous = {whole[position] for speaker in hidden for position in speaker.quotations}
    return len(set(whole.values())), len(anonymous)


def _whole(parsed: ParsedArticle, position: int) -> tuple[str, int]:
    group = parsed.quotations[position].quotation.group
    return ("alone", position) if group is None else ("group", group)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""Articles as Nexis Uni and Lexis+ export them: the headline, the outlet, the day, lines like "Length: 512 words",
"Body", the text, "Classification" with its fields, and "End of Document". A cover page may stand before the first."""

import re
from collections.abc import Iterator

_END = re.compile(r"^[ \t]*End of Document[ \t]*\r?$", re.MULTILINE)
_BODY = re.compile(r"^[ \t]*Body[ \t]*\r?$", re.MULTILINE)
_AFTER = re.compile(r"^[ \t]*(?:Classification[ \t]*\r?$|Load-Date:|Graphic[ \t]*\r?$)", re.MULTILINE)
_FIELD = re.compile(r"(Byline|Section|Dateline|Length|Highlight|Language|Subject):[ \t\xa0]*(.*)")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = re.compile(
    rf"(?:{_WEEKDAY},? )?(?:[A-Z][a-z]+ \d{{1,2}},? \d{{4}}|\d{{1,2}} [A-Z][a-z]+ \d{{4}})\b(?!.*:\d\d.*:)"
)
_PAGE = re.compile(r"Page \d+ of \d+")


def split_nexis_uni(text: str) -> Iterator[dict[str, str]]:
    """The articles in order, as records; none where the text is not such an export.

    >>> text = "Rain\\nPost\\nMay 2, 2020\\nLength: 2\\nBody\\n\\nIt rained.\\nClassification\\nEnd of Document\\n"
    >>> [(record["title"], record["outlet"], record["text"]) for record in split_nexis_uni(text)]
    [('Rain', 'Post', 'It rained.')]
    """
    start = 0
    for end in _END.finditer(text):
        body = _BODY.search(text, start, end.start())
        if body is None:
            return
        yield _read_document(text[start : body.start()], text[body.end() : end.start()])
        start = end.end()


def _read_document(head: str, rest: str) -> dict[str, str]:
    after = _AFTER.search(rest)
    body = rest[: after.start()] if after else rest
    fields = {
        field[1].lower(): _plain(field[2])
        for line in (*head.splitlines(), *(rest[after.start() :] if after else "").splitlines())
        if (field := _FIELD.match(line.strip()))
    }
    lines = [_plain(line) for line in head.splitlines() if line.strip() and not _PAGE.fullmatch(line.strip())]
    day = next((i for i, line in enumerate(lines) if _DAY.match(line)), 0)
    return {
        **fields,
        "text": body.strip(),
        "title": lines[day - 2] if day >= 2 else "",
        "outlet": lines[day - 1] if day >= 1 else "",
        "published": lines[day] if day else "",
    }


def _plain(text: str) -> str:
    return " ".join(text.split())

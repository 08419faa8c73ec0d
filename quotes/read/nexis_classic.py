"""Articles as LexisNexis printed them into one text file: "1 of 2 DOCUMENTS", the outlet, the day, the headline, then
"BYLINE:" and other fields, the body, and fields again."""

import re
from collections.abc import Iterator

_DOCUMENT = re.compile(
    r"^[ \t\ufeff]*(?:Document )?(?P<number>\d+) of \d+(?P<counted> DOCUMENTS?)?[ \t]*\r?$", re.MULTILINE
)
_FIELD = re.compile(
    r"(BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|GRAPHIC|LOAD-DATE|LANGUAGE|SUBJECT|DISTRIBUTION|JOURNAL-CODE"
    r"|(?:PUBLICATION|DOCUMENT|NEWSPAPER)-TYPE|PUB-TYPE):(.*)",
    re.DOTALL,
)
_COPYRIGHT = re.compile(r"(?:Copyright|©) |All rights reserved\.?$", re.IGNORECASE)
_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}")
_EMPTY_LINES = re.compile(r"\r?\n[ \t]*\r?\n\s*")


def split_nexis(text: str) -> Iterator[dict[str, str]]:
    """The articles of such a file in order, as records; none where the text is not one.

    >>> text = "1 of 1 DOCUMENTS\\n\\n Post\\n\\n May 2, 2020\\n\\nRain\\n\\nLENGTH: 2 words\\n\\nIt rained."
    >>> [(record["title"], record["text"]) for record in split_nexis(text)]
    [('Rain', 'It rained.')]
    """
    heads = list(_DOCUMENT.finditer(text))
    if heads and (not text[: heads[0].start()].strip("\ufeff \t\r\n") or _are_counted(heads)):
        ends = [*(head.start() for head in heads[1:]), len(text)]
        for head, end in zip(heads, ends, strict=True):
            yield _read_document(_EMPTY_LINES.split(text[head.end() : end].strip()))


def _are_counted(heads: list[re.Match[str]]) -> bool:
    """Whether they count documents from the first on, as below a page that says who ordered them and how."""
    return all(head["counted"] and int(head["number"]) == i + 1 for i, head in enumerate(heads))


def _read_document(blocks: list[str]) -> dict[str, str]:
    """A document by its blocks between empty lines: above the first field stand outlet, day and headline; between the
    fields, the body."""
    fields: dict[str, str] = {}
    head: list[str] = []
    body: list[str] = []
    for block in blocks:
        if (field := _FIELD.match(block)) is not None:
            fields.setdefault(field[1].lower(), _plain(field[2]))
        elif not _COPYRIGHT.match(block):
            (body if fields else head).append(block)
    day = next((i for i, block in enumerate(head) if _DAY.search(block)), len(head))
    found = {
        "text": "\n\n".join(body),
        "outlet": _plain(head[0]) if day else "",
        "published": _plain(" ".join(head[day : day + 1])),
        "title": _plain(" ".join(head[day + 1 :])),
    }
    return {**fields, **found}


def _plain(text: str) -> str:
    return " ".join(text.split())

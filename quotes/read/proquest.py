"""Articles as ProQuest exports them into a text file: rules of underscores between them, and fields like "Author:",
"Full text:" and "Publication title:"."""

import re
from collections.abc import Iterator

_RULE = re.compile(r"^[ \t]*_{20,}[ \t]*\r?$", re.MULTILINE)
_FIELDS = (
    "Title", "Author", "Publication title", "Publication info", "Publication date", "Publication year",
    "Publication subject", "Publisher", "Place of publication", "Country of publication", "Pages", "First page",
    "Number of pages", "Volume", "Issue", "Section", "Column", "Dateline", "Abstract", "Links", "Full text", "Subject",
    "Business indexing term", "Location", "People", "Company / organization", "Identifier / keyword", "Classification",
    "Source type", "Language of publication", "Document type", "Document feature", "ISSN", "ISBN", "e-ISSN",
    "ProQuest document ID", "Document URL", "Copyright", "Last updated", "Database", "Credit", "Word count",
    "Publication history", "Accession number", "DOI",
)  # fmt: skip
_FIELD = re.compile(rf"^({'|'.join(map(re.escape, _FIELDS))}):[ \t]*", re.MULTILINE)
_HEAD = re.compile(r"\s*(?:Document \d+ of \d+\s+)?(\S.*)")
_MORE = re.compile(r"\n\s*(?:More|Show less)\s*$")


def split_proquest(text: str) -> Iterator[dict[str, str]]:
    """The articles in order, as records; none where the text is not such an export.

    >>> text = "_" * 60 + "\\nRain\\n\\nFull text: It rained.\\n\\nPublication title: Post; London\\n" + "_" * 60
    >>> [(record["title"], record["outlet"], record["text"]) for record in split_proquest(text)]
    [('Rain', 'Post', 'It rained.')]
    """
    if not _RULE.search(text):
        return
    for part in _RULE.split(text):
        fields = list(_FIELD.finditer(part))
        if not fields:
            continue
        ends = [*(field.start() for field in fields[1:]), len(part)]
        values: dict[str, str] = {}
        for field, end in zip(fields, ends, strict=True):
            values.setdefault(field[1], part[field.end() : end].strip())
        if "Full text" in values and values.keys() & {"Publication title", "Publication info", "ProQuest document ID"}:
            yield _to_record(part[: fields[0].start()], values)


def _to_record(head: str, values: dict[str, str]) -> dict[str, str]:
    headline = _HEAD.match(head)
    title = values.get("Title") or (headline[1] if headline else "")
    outlet = values.get("Publication title") or values.get("Publication info", "")
    return {
        "text": _MORE.sub("", values["Full text"]),
        "title": _plain(title),
        "outlet": _plain(outlet.partition(";")[0]),
        "published": values.get("Publication date") or values.get("Publication info", ""),
        "byline": _plain(values.get("Author", "")),
        "section": _plain(values.get("Section", "")),
        "url": values.get("Document URL", ""),
    }


def _plain(text: str) -> str:
    return " ".join(text.split())

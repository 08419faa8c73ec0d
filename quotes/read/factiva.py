"""Articles as Factiva exports them: with codes (HD the headline, BY, WC, PD the day, SN the source, LP and TD the
text), or as they are shown, from the headline to "Document ECHO0000…"."""

import re
from collections.abc import Iterator

# In the order in which they stand; between LP and the indexing stands the text.
_HEAD = ("SE", "CLM", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY")
_BODY = ("LP", "TD")
_TAIL = ("CT", "RF", "ART", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN")
_ORDER = {code: i for i, code in enumerate((*_HEAD, *_BODY, *_TAIL))}
_CODED = re.compile(rf"[ \t]*({'|'.join(_ORDER)})(?:[ \t]+(.*\S)?)?[ \t]*")
_INDEXED = re.compile(r"\w+ : ")  # "gvio : Weather", as fields of codes begin
_LAST = re.compile(r"^[ \t]*Document [A-Z0-9]{4,12}[a-z0-9]{10,}[ \t]*\r?$", re.MULTILINE)
_WORDS = re.compile(r"[\d,.]+ words")
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
_TIME = re.compile(r"\d{1,2}:\d\d.*")
_COPYRIGHT = re.compile(r"(?:\(c\)|©|Copyright\b|All rights reserved)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Z][a-z]+(?: - .*)?")
_MOST_BEFORE = 12  # lines between the day and the text


def split_factiva(text: str) -> Iterator[dict[str, str]]:
    """The articles in order, as records; none where the text is not such an export.

    >>> text = "HD\\nRain\\nPD\\n2 May 2020\\nSN\\nPost\\nLP\\nIt rained.\\nTD\\nIt poured.\\nAN\\nDocument P1"
    >>> [(record["title"], record["outlet"], record["text"]) for record in split_factiva(text)]
    [('Rain', 'Post', 'It rained.\\n\\nIt poured.')]
    """
    documents = [document for document in _iter_coded(text) if {"HD", "PD", "SN"} <= document.keys()]
    yield from (_from_codes(document) for document in documents if document.keys() & set(_BODY))
    if not documents:
        yield from _iter_shown(text)


def _iter_coded(text: str) -> Iterator[dict[str, str]]:
    """Each article's fields by their codes."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in text.splitlines():
        found = _CODED.fullmatch(line)
        if found and _opens(found[1], found[2] or "", line, code):
            if found[1] in fields or _ORDER[found[1]] < _ORDER.get(code, -1):
                yield _joined(fields)
                fields = {}
            code = found[1]
            fields[code] = [found[2]] if found[2] else []
        elif code:
            fields[code].append(line)
    if fields:
        yield _joined(fields)


def _opens(code: str, value: str, line: str, current: str) -> bool:
    """Whether a line that begins with a code opens its field, rather than being text that begins so ("IN BRIEF")."""
    if not current:
        return code in ("SE", "CLM", "HD")
    if _ORDER[code] <= _ORDER[current]:
        return current == "AN" and code in ("SE", "CLM", "HD")
    if not value or current not in (*_BODY, *_TAIL) or code in (*_BODY, "IPC", "IPD", "PUB"):
        return True
    if code == "AN":
        return value.startswith("Document ")
    return bool(_INDEXED.match(value)) or re.match(rf"[ \t]*{code}(?:[ \t]{{2,}}|\t)", line) is not None


def _joined(fields: dict[str, list[str]]) -> dict[str, str]:
    return {code: "\n".join(lines).strip() for code, lines in fields.items()}


def _from_codes(fields: dict[str, str]) -> dict[str, str]:
    return {
        "text": "\n\n".join(fields[code] for code in _BODY if fields.get(code)),
        "title": _plain(fields["HD"]),
        "outlet": _plain(fields["SN"]),
        "published": _plain(fields["PD"]),
        "byline": _plain(fields.get("BY", "")),
        "section": _plain(fields.get("SE", "")),
    }


def _iter_shown(text: str) -> Iterator[dict[str, str]]:
    """Articles without codes: headline, byline, "512 words", day, outlet and other lines, the text, the last line."""
    start = 0
    for last in _LAST.finditer(text):
        lines = text[start : last.start()].splitlines()
        start = last.end()
        if record := _from_lines(lines):
            yield record


def _from_lines(lines: list[str]) -> dict[str, str] | None:
    filled = [i for i, line in enumerate(lines) if line.strip()]
    words = next((n for n, i in enumerate(filled) if _WORDS.fullmatch(lines[i].strip())), None)
    if words is None or words + 2 >= len(filled) or not words or not _DAY.match(lines[filled[words + 1]].strip()):
        return None
    outlet = words + 2 + bool(_TIME.fullmatch(lines[filled[words + 2]].strip()))
    above = [_plain(lines[i]) for i in filled[:words]]
    before = filled[outlet : outlet + _MOST_BEFORE]
    marks = [i for i in before if _COPYRIGHT.match(lines[i].strip())] or [
        i for i in before[1:] if _LANGUAGE.fullmatch(lines[i].strip())
    ][:1]
    begin = marks[-1] if marks else filled[outlet]
    return {
        "text": "\n".join(lines[begin + 1 :]).strip(),
        "title": above[0] if len(above) < 3 else above[-2],
        "byline": above[-1] if len(above) > 1 else "",
        "published": _plain(lines[filled[words + 1]]),
        "outlet": _plain(lines[filled[outlet]]),
    }


def _plain(text: str) -> str:
    return " ".join(text.split())

"""E-mails: a message (.eml) or a mailbox of them (.mbox), as newsletters come."""

import email
import email.policy
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr
from io import BufferedReader
from typing import cast

from quotes.domain import Article, Reject
from quotes.errors import InputError
from quotes.read.fragments import text_of
from quotes.read.incoming import Incoming
from quotes.read.pages import read_page
from quotes.read.record import to_article

_FIELD = rb"[A-Z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*+"
_MESSAGE = re.compile(rb"(?:" + _FIELD + rb")*?(?:MIME-Version|Received|Message-ID):", re.IGNORECASE)
_MAILBOX = re.compile(rb"From [^\n]*\d{4}[^\n]*\n" + _FIELD, re.IGNORECASE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LARGEST = 50_000_000  # bytes of one message: newsletters are short, attachments are not read
_LONGEST_HEADER = 5_000  # characters
_FLOWED = re.compile(r"(?<=\S) \r?\n(?=\S)")


def is_mail(head: bytes) -> bool:
    """Whether a file begins as a message or a mailbox does."""
    return _MESSAGE.match(head) is not None or _MAILBOX.match(head) is not None


def read_mail(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """Each message's plain text, or else its HTML; the subject is the title and the sender the outlet."""
    if not stream.peek(5).startswith(b"From "):
        yield _read_message(stream.read(_LARGEST + 1), incoming)
        return
    for number, data in enumerate(_split_mailbox(stream), start=1):
        name = f"{incoming.name}-{number}" if incoming.name else None
        yield _read_message(data, replace(incoming, origin=f"{incoming.origin}:{number}", name=name))


def _split_mailbox(stream: BufferedReader) -> Iterator[bytes]:
    """The messages between the lines "From …" of a mailbox, each cut just above the largest size."""
    lines: list[bytes] = []
    size = 0
    is_blank = True
    for line in iter(lambda: stream.readline(1 << 20), b""):
        if is_blank and line.startswith(b"From "):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= _LARGEST:
            lines.append(_QUOTED_FROM.sub(rb"\1", line))
            size += len(line)
        is_blank = not line.strip()
    if lines:
        yield b"".join(lines)


def _read_message(data: bytes, incoming: Incoming) -> Article | Reject:
    if len(data) > _LARGEST:
        return Reject(incoming.origin, "The e-mail is larger than 50 megabytes; save its text as .txt.")
    try:
        return _to_article(data, incoming)
    except InputError as error:
        return Reject(incoming.origin, str(error))
    except Exception as error:  # damaged headers and encodings raise many kinds
        return Reject(incoming.origin, f"The e-mail cannot be read ({type(error).__name__}); save its text as .txt.")


class _Brief(email.policy.EmailPolicy):
    """Headers are cut where no mail's are so long: the standard library's time for them grows with their square."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def _to_article(data: bytes, incoming: Incoming) -> Article | Reject:
    message = email.message_from_bytes(data, policy=_Brief())
    assert isinstance(message, EmailMessage)
    text = _plain_text(message) or _html_text(message, incoming)
    if not text:
        return Reject(incoming.origin, "The e-mail holds no text; leave it out, or save its attachment as a file.")
    name, address = parseaddr(str(message.get("From", "")))
    record = {
        "id": incoming.name or "",
        "text": text,
        "title": str(message.get("Subject", "")),
        "published": str(message.get("Date", "")),
        "outlet": incoming.outlet or name or address.rpartition("@")[2],
    }
    return to_article(record, incoming.origin, replace(incoming, fields={}))


def _plain_text(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    if part is None:
        return ""
    text = str(part.get_content())
    if part.get_param("format") == "flowed":
        text = _FLOWED.sub(" ", text)
    return text if text.strip() else ""


def _html_text(message: EmailMessage, incoming: Incoming) -> str:
    """The article that the page reader finds; of a page that it finds none in, all that a browser shows."""
    part = message.get_body(("html",))
    if part is None:
        return ""
    markup = str(part.get_content())
    if not markup.strip():
        return ""
    page: BufferedReader = io.BufferedReader(cast(io.RawIOBase, io.BytesIO(markup.encode("utf-8", "replace"))))
    item = next(read_page(page, incoming), None)
    return item.text if isinstance(item, Article) else text_of(markup)

"""JSON and XML as bytes."""

import json
import re
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, default=str)
_UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # what XML cannot hold


def to_json(value: Any) -> bytes:
    """In one line of UTF-8; lone halves of surrogate pairs are escaped."""
    return _ENCODER.encode(value).encode("utf-8", "backslashreplace")


def in_xml(text: str) -> str:
    r"""A text of the same length that XML can hold.

    >>> in_xml("a\x00b")
    'a\ufffdb'
    """
    return _UNKEPT.sub("\ufffd", text)

"""Which desk a web page belongs to, as its `<head>` says for machines."""

import json
from collections.abc import Iterator
from typing import Any


def section_of(tree: Any) -> str | None:
    """The page's section by `<meta property="article:section">`, else by `articleSection` of its JSON-LD.

    The first of several, for they go from the general to the special; None where there is none.
    """
    metas = (meta for meta in tree.iter("meta") if _name_of(meta) == "article:section")
    named = [*(meta.get("content") for meta in metas), *(s for document in json_of(tree) for s in _sections(document))]
    return next((words for name in named if (words := _plain(name))), None)


def json_of(tree: Any) -> Iterator[Any]:
    """What the page's JSON-LD scripts hold, None for a broken one."""
    for script in tree.iter("script"):
        if _is_json(script):
            yield _loaded(script)


def _name_of(meta: Any) -> str:
    return (meta.get("property") or meta.get("name") or "").lower()


def _is_json(script: Any) -> bool:
    return (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json"


def _loaded(script: Any) -> Any:
    """The JSON in a script, None where it is broken."""
    try:
        return json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return None


def _sections(value: Any) -> Iterator[str]:
    """Every `articleSection` in order, in whatever list or `@graph` it lies."""
    waiting = [value]
    while waiting:
        found = waiting.pop(0)
        if isinstance(found, dict):
            named = found.get("articleSection")
            yield from (name for name in (named if isinstance(named, list) else [named]) if isinstance(name, str))
            found = list(found.values())
        if isinstance(found, list):
            waiting[:0] = [part for part in found if isinstance(part, dict | list)]


def _plain(words: str | None) -> str | None:
    return " ".join((words or "").replace("\0", "").split()) or None

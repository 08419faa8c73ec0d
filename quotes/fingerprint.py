"""What read an article: a hash of all that decides, so that a cut word list or a new model makes readings stale."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# The rooms on the way from a text to its quotations. What only reads files, stores or shows decides nothing.
_DECIDING = (
    "attribute", "boosted.py", "cast", "classify", "codes.py", "domain.py", "find", "lexicon", "models/attribution",
    "nlp", "parser.py", "scene.py", "text",
)  # fmt: skip
_PACKAGE = Path(__file__).parent
_OF_DRAFTS = _PACKAGE / "lexicon" / "drafts"  # words by which drafts are compared, which no article is read with


@cache
def fingerprint(models: str) -> str:
    """Sixteen hex digits for the code, lexicons and rankers of this installation with these language models.

    `models` is the version of the language models, which lie elsewhere where an official set is used.
    """
    digest = hashlib.sha256(models.encode())
    for path in _files():
        digest.update(f"\n{path.relative_to(_PACKAGE).as_posix()} ".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for name in _DECIDING:
        place = _PACKAGE / name
        found = [place] if place.is_file() else place.rglob("*")
        yield from sorted(path for path in found if _decides(path))


def _decides(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and _OF_DRAFTS not in path.parents

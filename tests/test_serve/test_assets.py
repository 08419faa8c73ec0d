"""What of other people's work is carried here is what their release has; `make assets` fetches it anew."""

import hashlib
import json
import re
import sys
from pathlib import Path

import pytest

from tests.test_graph.test_page_assets import renew

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "quotes" / "serve" / "assets", ROOT / "tests" / "test_serve" / "assets")
LISTED = [
    (folder, name, asset)
    for folder in FOLDERS
    for name, asset in json.loads((folder / "assets.json").read_text(encoding="utf-8")).items()
]
OWN = {"site.css", "icon.svg", "assets.json"}


@pytest.mark.parametrize(("folder", "name", "asset"), LISTED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_file_has_the_hash_that_is_written(folder: Path, name: str, asset: dict[str, str]) -> None:
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == asset["sha256"], "run make assets"


def test_every_file_is_our_own_or_written_down() -> None:
    for folder in FOLDERS:
        listed = {name for where, name, _ in LISTED if where == folder}
        assert {path.name for path in folder.iterdir()} <= listed | OWN


def test_styles_that_pages_share_know_their_colours() -> None:
    """What findings.css uses and the page around it does not set would be without colour."""
    site = (FOLDERS[0] / "site.css").read_text(encoding="utf-8")
    shared = (ROOT / "quotes" / "check" / "findings.css").read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--[\w-]+)\)", shared + site))
    assert used <= set(re.findall(r"(--[\w-]+):", shared + site))


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python -m tests.test_serve.test_assets --update")
    for folder in FOLDERS:
        renew(folder)

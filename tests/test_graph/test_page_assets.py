"""What of other people's work the page carries is what their release has; `make assets` fetches it anew."""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "graph" / "page" / "assets"
ASSETS: dict[str, dict[str, str]] = json.loads((FOLDER / "assets.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ASSETS)
def test_a_file_has_the_hash_that_is_written(name: str) -> None:
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == ASSETS[name]["sha256"], "run make assets"


def test_every_file_is_written_down_and_has_a_licence() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*ASSETS, "assets.json"}
    for asset in ASSETS.values():
        assert asset["licence"] == "MIT"
        assert (FOLDER / f"{asset['package']}.LICENSE.txt").exists()


def fetch(package: str, version: str, folder: Path) -> Path:
    """The release as the npm registry has it."""
    command = ["npm", "pack", "--silent", f"{package}@{version}", "--pack-destination", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob(f"{package}-{version}.tgz"))


def renew(into: Path = FOLDER) -> None:
    """Write every file of a folder with an assets.json anew; ends where one is not what it was."""
    assets: dict[str, dict[str, str]] = json.loads((into / "assets.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        for name, asset in assets.items():
            release = fetch(asset["package"], asset["version"], Path(folder))
            with tarfile.open(release) as archive:
                member = archive.extractfile(asset["path"])
                assert member is not None
                content = member.read()
            found = hashlib.sha256(content).hexdigest()
            if found != asset["sha256"]:
                sys.exit(f"{name} of {asset['package']} {asset['version']} has the hash {found}, not {asset['sha256']}")
            (into / name).write_bytes(content)
            print(f"{name}: {asset['package']} {asset['version']}, as written")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python -m tests.test_graph.test_page_assets --update")
    renew()

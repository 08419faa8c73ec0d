"""What docs/running.md hands out: units that systemd takes, commands that there are, an image of what there is."""

import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import typer

from quotes.cli import app

ROOT = Path(__file__).parents[1]
UNITS = sorted((ROOT / "docs" / "running").iterdir())
PAGE = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
_CALL = re.compile(r"(?:/opt/quotes/bin/quotes|docker run .*?who-said-what(?: \\\n)?) (.*?)(?:$|\n)", re.MULTILINE)


def commands() -> list[str]:
    """Every call of the program in the page and the units."""
    texts = [PAGE.replace("\\\n  ", ""), *(unit.read_text(encoding="utf-8") for unit in UNITS)]
    found = [command for text in texts for command in _CALL.findall(text)]
    return [command.replace("$(date +\\%F)", "today") for command in found]


def test_there_are_commands() -> None:
    assert len(commands()) == 8


@pytest.mark.parametrize("command", commands())
def test_every_command_can_be_parsed(command: str) -> None:
    """Down to the last option, without being run."""
    group, words = typer.main.get_command(app), shlex.split(command)
    context = group.make_context("quotes", [words[0]], resilient_parsing=False)
    while True:
        found = group.get_command(context, words[0])  # type: ignore[attr-defined]
        assert found is not None, words[0]
        context = found.make_context(words[0], words[1:2] if hasattr(found, "commands") else words[1:], parent=context)
        if not hasattr(found, "commands"):
            return
        group, words = found, words[1:]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_units(unit: Path, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not here")
    for one in UNITS:  # a program and a user that this machine has
        text = one.read_text(encoding="utf-8").replace("/opt/quotes/bin/quotes", "/bin/true")
        (tmp_path / one.name).write_text(text.replace("User=quotes", "User=root"), encoding="utf-8")
    ran = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit.name)], capture_output=True, text=True
    )
    assert unit.name not in ran.stderr
    assert ran.returncode == 0, ran.stderr


def test_the_image_is_of_what_there_is() -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    copied = [
        words for line in re.findall(r"^COPY (?!--from)(.*)$", image, re.MULTILINE) for words in line.split()[:-1]
    ]
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert copied
    for name in copied:
        assert (ROOT / name).exists()
        assert f"!{name}" in allowed
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    [extras] = re.findall(r"pip install '\.\[(.*)\]'", image)
    assert set(extras.split(",")) <= set(project["optional-dependencies"])
    [torch] = re.findall(r"'(torch[^']*)'", image)
    assert torch in project["dependencies"]
    assert {"README.md", "LICENSE", "NOTICE"} <= set(copied)  # which the build of the wheel names
    [user] = re.findall(r"^USER (\w+)$", image, re.MULTILINE)
    assert user != "root"

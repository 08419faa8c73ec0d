"""`quotes models`: list, info, verify, download, and the exit codes."""

import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from quotes.cli import main, models_progress
from quotes.nlp import Analyser
from quotes.nlp.models import packaged_folder
from tests.model_folders import PATHS, Server, files_of, make_folder, serving


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QUOTES_MODELS", "QUOTES_MODELS_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path / "stanza"))
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(files_of(make_folder(tmp_path / "served"))) as server:
        yield server


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def sets(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, Any]]:
    assert main(["models", "list", "--json"]) == 0
    return {row["name"]: row for row in answers(capsys)}


def test_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    found = sets(capsys)
    assert list(found) == ["packaged", "stanza"]
    assert found["packaged"]["in_use"]
    assert found["packaged"]["size"] > 1_000_000
    assert found["stanza"]["state"] == "absent"
    assert main(["models", "list", "--format", "table"]) == 0
    captured = capsys.readouterr()
    assert "complete, in use" in captured.out
    assert "quotes models download" in captured.err


def test_the_chosen_set_is_listed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_folder(tmp_path / "own")
    (folder / PATHS[0]).unlink()
    monkeypatch.setenv("QUOTES_MODELS", str(folder))
    found = sets(capsys)
    assert [name for name, row in found.items() if row["in_use"]] == [str(folder)]
    assert found[str(folder)]["state"] == "incomplete"
    assert PATHS[0] in found[str(folder)]["problem"]


def test_downloaded_models_are_listed_looked_into_and_whole(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "download", "--from", server.url]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("7 files, ")
    assert captured.err.split() == [path for path in server.asked if path in PATHS]
    assert sets(capsys)["stanza"]["state"] == "complete"
    assert main(["models", "verify", "--models", "stanza", "--json"]) == 0
    assert {(row["state"], row["algorithm"]) for row in answers(capsys)} == {("good", "md5")}
    assert main(["models", "info", "--models", "stanza", "--json"]) == 0
    [told] = answers(capsys)
    assert told["processors"]["pos"] == "toy"
    assert sorted(file["path"] for file in told["files"]) == sorted(PATHS)


def test_the_mirror_may_come_from_the_environment(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUOTES_MODELS_URL", server.url)
    assert main(["models", "download"]) == 0
    capsys.readouterr()
    assert sets(capsys)["stanza"]["state"] == "complete"


def test_a_terminal_sees_a_bar_for_each_file(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = io.StringIO()
    terminal = Console(file=seen, force_terminal=True, color_system=None, width=100)
    monkeypatch.setattr(models_progress, "notes", lambda: terminal)
    assert main(["models", "download", "--from", server.url]) == 0
    printed = re.sub(r"\x1b\[[\d?]*[A-Za-z]", "", seen.getvalue())
    last = {line.split()[0]: line for line in printed.splitlines() if line.startswith("en/")}
    assert sorted(last) == sorted(PATHS)
    size = f"{len(server.files[PATHS[0]]) / 1000:.1f}"
    assert f"{size}/{size} kB" in last[PATHS[0]]


def test_a_download_that_fails_says_how_to_go_on(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    del server.files[PATHS[-1]]
    assert main(["models", "download", "--from", server.url]) == 4
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "quotes models download" in captured.err.splitlines()[-1]
    assert main(["models", "download", "--from", "somewhere"]) == 2


def test_the_packaged_models_are_whole_and_described(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "verify", "--json"]) == 0
    assert {row["state"] for row in answers(capsys)} == {"good"}
    assert main(["models", "info", "--json"]) == 0
    [told] = answers(capsys)
    described = [file for file in told["files"] if file["kind"] in told["processors"]]
    assert all(file["sha256"] and file["data"] and file["development"] for file in described)
    assert told["scores"]
    assert told["made_with"]["stanza"]
    assert main(["models", "info", "--format", "table"]) == 0
    assert told["version"] in capsys.readouterr().out


def test_damage_is_shown_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_folder(tmp_path / "own")
    (folder / PATHS[0]).write_bytes(b"?")
    (folder / PATHS[1]).unlink()
    assert main(["models", "verify", "--models", str(folder), "--format", "table"]) == 4
    captured = capsys.readouterr()
    rows = {line.split()[0]: line.split()[1] for line in captured.out.splitlines()[1:]}
    assert (rows.pop(PATHS[0]), rows.pop(PATHS[1])) == ("damaged", "missing")
    assert set(rows.values()) == {"good"}
    assert captured.err.startswith("quotes: ")
    assert PATHS[0] in captured.err
    assert len(captured.err.splitlines()) == 1


@pytest.mark.parametrize("command", [["models", "info"], ["models", "verify"], ["parse", "-"]])
def test_models_that_are_not_there(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "a.txt"
    text.write_text("“Yes,” she said.")
    command = [str(text) if part == "-" else part for part in command]
    assert main([*command, "--models", "stanza"]) == 4
    assert capsys.readouterr().err.count("quotes models download") == 1
    monkeypatch.setenv("QUOTES_MODELS", str(tmp_path / "nowhere"))
    assert main(command) == 4
    assert "nowhere" in capsys.readouterr().err


def test_official_models_are_used(tmp_path: Path, analyser: Analyser, capsys: pytest.CaptureFixture[str]) -> None:
    """The packaged files in the place of official ones, one of them exchanged: what is in the folder is what works."""
    folder = tmp_path / "stanza"
    shutil.copytree(packaged_folder(), folder)
    text = tmp_path / "a.txt"
    text.write_text("“We were there, too,” said Ann Lee.")
    outputs = []
    for change in (False, True):
        if change:
            exchange_tags(folder)
        outputs.append([token.upos for token in Analyser("stanza", threads=1).analyse(text.read_text()).tokens])
    assert outputs[0] == [token.upos for token in analyser.analyse(text.read_text()).tokens]
    assert "VERB" in outputs[0]
    assert "VERB" not in outputs[1]
    assert main(["parse", str(text), "--models", "stanza"]) == 0
    assert answers(capsys)[0]["models"] == Analyser("stanza").version


def exchange_tags(folder: Path) -> None:
    """Let the tagger call everything by its first tag, and take the checksums out, for it is no longer the same."""
    import torch

    [path] = (folder / "en" / "pos").iterdir()
    content = torch.load(path, weights_only=True)
    for name, weight in content["model"].items():
        if name.startswith("upos_clf"):
            weight.zero_()
    torch.save(content, path)
    metadata = json.loads((folder / "metadata.json").read_text())
    del metadata["sha256"]
    (folder / "metadata.json").write_text(json.dumps(metadata))

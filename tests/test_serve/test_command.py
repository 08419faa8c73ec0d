"""`quotes serve` refuses in a sentence what cannot be served."""

import sys
from pathlib import Path

import pytest

from quotes.cli import main


def test_others_are_let_in_by_a_token_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "0.0.0.0"]) == 2
    assert "add --token WORD" in capsys.readouterr().err


def test_without_the_server_that_it_needs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "quotes.serve.run", raising=False)
    assert main(["serve"]) == 2
    assert capsys.readouterr().err.endswith("uvicorn is missing; pip install 'who-said-what[serve]'\n")


def test_a_record_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--db", str(tmp_path / "none.db")]) == 5
    assert "none.db" in capsys.readouterr().err

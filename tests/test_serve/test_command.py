"""`quotes serve` refuses in a sentence what cannot be served."""

import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from quotes.cli import main
from tests.test_serve.conftest import fill


def test_others_are_let_in_by_a_token_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "0.0.0.0"]) == 2
    assert "add --token WORD" in capsys.readouterr().err


def test_it_begins_without_what_only_some_pages_need() -> None:
    loaded = "import sys, quotes.serve.run, quotes.serve.app; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"torch", "stanza", "networkx", "matplotlib", "sqlmodel", "pydantic", "nameparser", "rapidfuzz"} & set(
        names
    )


def test_without_the_server_that_it_needs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "quotes.serve.run", raising=False)
    assert main(["serve"]) == 2
    assert capsys.readouterr().err.endswith("uvicorn is missing; pip install 'who-said-what[serve]'\n")


def test_a_record_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--db", str(tmp_path / "none.db")]) == 5
    assert "none.db" in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_and_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    """While the models load in their process, too."""
    fill(f"sqlite:///{tmp_path / 'quotes.db'}")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "import sys; from quotes.cli import main; sys.exit(main())", "serve"]
    served = subprocess.Popen(
        [*command, "--db", str(tmp_path / "quotes.db"), "--port", str(port)], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while True:
        assert served.poll() is None, served.communicate()
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except ConnectionRefusedError:
            sleep(0.05)
    served.send_signal(number)
    _, told = served.communicate(timeout=60)
    assert told == f"Open http://127.0.0.1:{port}/ in a browser; Ctrl-C ends it.\n"
    assert served.returncode == 0

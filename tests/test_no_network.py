"""Nothing but `quotes fetch` and `quotes models download` turns to the network.

Every other command runs under the eyes of an audit hook, which hears of whatever Python code, or a library's, asks of a
socket that leads outside.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
WATCHED = """
import shlex, sys

def hear(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"}:
        print("NETWORK", event, arguments, file=sys.stderr)
        raise ConnectionError(event)

sys.addaudithook(hear)
from quotes.cli import main

for line in sys.stdin:
    print(main(shlex.split(line)), line.strip(), file=sys.stderr)
"""
COMMANDS = """
ingest ARTICLES --db s.db
ingest ARTICLES --db s.db
parse libya-ceasefire.txt
who --db s.db
who Abdul-Jalil --db s.db
search freedom --db s.db
show libya-ceasefire --db s.db
page libya-ceasefire --db s.db -o page.html
anonymous --db s.db
anonymous --db s.db -o anonymous.html
people match --db s.db
people list --db s.db
graph export --format gexf --db s.db -o graph.gexf
evaluate gold.jsonl
models list
models info
models verify
version
""".replace("ARTICLES", str(ARTICLES))


def run_watched(commands: str, folder: Path) -> list[str]:
    """What each command ended with, and a line for each time that the network was turned to."""
    environment = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", WATCHED], input=commands, cwd=folder, env=environment, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stderr.splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    article = ARTICLES / "libya-ceasefire.txt"
    (tmp_path / article.name).write_bytes(article.read_bytes())
    gold = ARTICLES.parent / "gold" / "articles.jsonl"
    (tmp_path / "gold.jsonl").write_text(gold.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    return tmp_path


def test_no_command_turns_to_the_network(folder: Path) -> None:
    commands = COMMANDS.strip()
    heard = run_watched(commands, folder)
    ended = [line for line in heard if line.split(" ", 1)[-1] in commands.splitlines()]
    assert ended == [f"0 {command}" for command in commands.splitlines()], "\n".join(heard)
    assert not [line for line in heard if line.startswith("NETWORK")]


@pytest.mark.parametrize("command", ["models download --from http://localhost:9", "fetch http://localhost/ -o o.jsonl"])
def test_what_does_is_heard(command: str, folder: Path) -> None:
    heard = run_watched(command, folder)
    assert any(line.startswith("NETWORK socket.") for line in heard)

"""quotes.toml: found from the working folder upwards, after the command line and the environment."""

import json
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

import quotes
from quotes.cli import main
from quotes.configuration import EMPTY, Feed, configuration
from quotes.domain import Article
from quotes.errors import UsageError
from quotes.read import read_articles
from quotes.settings import database_url, models_folder, without_password
from tests.fake_parser import FakeParser, fake_parser

__all__ = ["fake_parser"]

RAIN = "“It rained,” said Ann Lee."
WHOLE = """
store = "record.db"
models = "stanza"

[outlets]
"echo.example" = "The Echo"
"archive/post/*" = "The Post"

[[fields]]
path = "service/*.json"
text = "content"

[[feeds]]
url = "https://echo.example/rss"
outlet = "The Echo"

[options.anonymous]
max-share = 0.2
no-warn = ["lede"]

[options.who]
limit = 3

[options.db.rejects]
format = "jsonl"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder below the one where settings are written."""
    monkeypatch.delenv("QUOTES_DB", raising=False)
    monkeypatch.delenv("QUOTES_MODELS", raising=False)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    with chdir(below):
        yield tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "quotes.toml").write_text(text, encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], *args: str) -> list[dict[str, str]]:
    assert main([*args, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_without_a_file_all_is_as_before() -> None:
    assert configuration() == EMPTY
    assert database_url() == "sqlite:///quotes.db"
    assert models_folder() is None


def test_a_whole_file(here: Path) -> None:
    write(here, WHOLE)
    found = configuration()
    assert found.store == f"sqlite:///{here}/record.db"
    assert found.feeds == (Feed("https://echo.example/rss", "The Echo"),)
    assert found.outlet_of("https://www.echo.example:443/a") == "The Echo"
    assert found.outlet_of("https://notecho.example/a") is None
    assert found.outlet_of_file(here / "archive" / "post" / "2020" / "a.txt") == "The Post"
    assert found.fields_of_file(here / "service" / "a.json") == {"text": "content"}
    assert found.fields_of_file(here / "a.json") == {}


def test_the_nearest_file_holds_alone(here: Path) -> None:
    write(here, 'store = "far.db"')
    write(here / "a", 'models = "stanza"')
    assert configuration().path == here / "a" / "quotes.toml"
    assert database_url() == "sqlite:///quotes.db"


def test_the_command_line_and_the_environment_come_first(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, WHOLE)
    assert database_url() == f"sqlite:///{here}/record.db"
    monkeypatch.setenv("QUOTES_DB", "other.db")
    assert database_url() == "sqlite:///other.db"
    assert database_url("third.db") == "sqlite:///third.db"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("stor = 'a.db'", "nothing is called stor; is store meant?"),
        ("store = 3", "store is to be text"),
        ("store = ", "cannot be read"),
        ("outlets = 'a'", r"begun by \[outlets\]"),
        ("[outlets]\na = 1", 'outlets."a" is to be text'),
        ("[fields]\na = 'b'", r"begun by \[\[fields\]\]"),
        ("[[fields]]\ntext = 'body'", "fields needs a path"),
        ("[[feeds]]\nurl = 'https://a.example'\nevry = '1h'", "nothing is called feeds.evry"),
        ("[[feeds]]\noutlet = 'a'", "feeds needs a url"),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(text: str, why: str, here: Path) -> None:
    write(here, text)
    with pytest.raises(UsageError, match=why) as raised:
        configuration()
    assert str(here / "quotes.toml") in str(raised.value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[options.who]\nlimt = 3", "nothing is called options.who.limt; is limit meant?"),
        ("[options.db.reject]\nx = 1", "is rejects meant?"),
        ("[options.who]\nlimit = [1]", "options.who.limit is to be one value"),
        ("[options.anonymous]\nappearances = 'yes'", "is to be true or false"),
        ("[options.who]\nlimit = 'many'", "integer"),
    ],
)
def test_an_option_that_there_is_not(text: str, why: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, text)
    assert main(["db", "rejects"] if "db" in text else [text.partition("]")[0].rpartition(".")[2]]) == 2
    assert why in " ".join(capsys.readouterr().err.split())


def test_options_are_given_to_commands(here: Path, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]) -> None:
    write(here, 'store = "record.db"\n[options.search]\nlimit = 1\nformat = "csv"\n')
    Path("a.txt").write_text(RAIN + " “It hailed,” said Bo Ray.", encoding="utf-8")
    assert main(["ingest", "a.txt"]) == 0
    assert (here / "record.db").exists()
    capsys.readouterr()
    assert main(["search"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2  # the header and one row
    assert main(["search", "--limit", "5", "--format", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    with quotes.open() as store:
        assert store.info()["articles"] == 1


def test_outlets_and_fields_by_where_a_file_lies(here: Path) -> None:
    write(here, WHOLE)
    post, service = here / "archive" / "post", here / "service"
    post.mkdir(parents=True)
    service.mkdir()
    (post / "a.txt").write_text(RAIN, encoding="utf-8")
    record = {"content": "It hailed.", "url": "https://news.echo.example/1", "source": {"name": "echo.example"}}
    (service / "b.json").write_text(json.dumps(record), encoding="utf-8")
    one, two = read_articles([post, service], house=configuration())
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.outlet, two.outlet, two.text) == ("The Post", "The Echo", "It hailed.")
    [one] = read_articles([post], outlet="Another", house=configuration())
    assert isinstance(one, Article)
    assert one.outlet == "Another"


def test_settings_are_shown_with_where_they_come_from(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTES_MODELS", "somewhere")
    write(here, WHOLE.replace('"record.db"', '"postgresql://ann:secret@db.example/quotes"'))
    rows = {row["setting"]: (row["value"], row["from"]) for row in told(capsys, "settings")}
    file = str(here / "quotes.toml")
    assert rows["store"] == ("postgresql://ann:***@db.example/quotes", file)
    assert rows["models"] == ("somewhere", "QUOTES_MODELS")
    assert rows["outlet of echo.example"] == ("The Echo", file)
    assert rows["quotes anonymous --max-share"] == ("0.2", file)
    assert rows["quotes db rejects --format"] == ("jsonl", file)
    assert without_password("sqlite:///a:b@c.db") == "sqlite:///a:b@c.db"


def test_a_file_is_begun_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "--init"]) == 0
    assert configuration() == EMPTY.__class__(path=Path.cwd().resolve() / "quotes.toml")
    assert main(["settings", "--init"]) == 2
    assert "already" in capsys.readouterr().err
    examples = Path("quotes.toml").read_text(encoding="utf-8").split("\n", 3)[3]
    written = "\n".join(
        line.removeprefix("# ") for line in examples.splitlines() if line.startswith(("# [", '# "')) or " = " in line
    )
    Path("quotes.toml").write_text(written, encoding="utf-8")
    found = configuration()
    assert found.store
    assert found.domains
    assert found.folders
    assert found.fields
    assert found.feeds
    assert found.options

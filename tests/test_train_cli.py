"""`quotes train`: its help needs no trainer, and what is missing is said in one sentence."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes.errors import QuotesError
from quotes.train import corpora, metadata, silver
from quotes.train.cli import app
from quotes.train.kinds import read_typed
from quotes.train.links import LISTS, read_links


def test_the_commands_load_neither_torch_nor_stanza() -> None:
    code = "import sys, quotes.train.cli; print(sorted({'torch', 'stanza', 'spacy', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("command", ["tokenizer", "mwt", "tagger", "lemmatizer", "parser", "names", "all", "score"])
def test_every_command_has_help(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert "--corpora" in result.output


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuotesError, match=r"no ud/en_ewt-train\.conllu\.gz"):
        corpora.treebank(tmp_path, "en_ewt-train")


def test_finished_silver_labels_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "ner/silver.jsonl"
    target.parent.mkdir()
    target.write_text("kept")
    assert silver.ensure_silver(tmp_path, tmp_path, teacher=None, news=()) == target
    assert target.read_text() == "kept"


def test_metadata_knows_the_files_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "en/pos").mkdir(parents=True)
    (tmp_path / "en/pos/who.pt").write_bytes(b"model")
    metadata.record_test_scores(tmp_path, {"corpus": {"UPOS": 95.0}})
    content = metadata.read(tmp_path)
    assert content["scores"] == {"corpus": {"UPOS": 95.0}}
    assert content["sha256"] == {"en/pos/who.pt": "9372c470eeadd5ecd9c3c74c2b3cb633f8e2f2fad799250a0f70d652b6b825e4"}


@pytest.mark.parametrize("command", ["attribution", "certainty", "nouns", "links", "kinds", "pronouns"])
def test_every_command_that_learns_from_articles_has_help(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert "--models" in result.output


@pytest.mark.parametrize("command", ["attribution", "certainty", "nouns", "links"])
def test_a_gold_file_that_is_not_there_is_named(command: str, tmp_path: Path) -> None:
    with pytest.raises(QuotesError, match="pass with --gold"):
        CliRunner().invoke(app, [command, "--gold", str(tmp_path / "none.jsonl")], catch_exceptions=False)


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        ("{", r"gold\.jsonl:1 is no annotated article; write one a line"),
        ('{"id": "a", "text": "It rained.", "quotes": []}', "No article in .* tells who speaks; give its quotations"),
    ],
)
def test_a_gold_file_that_teaches_nothing_says_what_it_lacks(content: str, remedy: str, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(content, encoding="utf-8")
    with pytest.raises(QuotesError, match=remedy):
        list(read_links(gold, lambda texts: []))


def test_a_file_that_is_not_dwie_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "dwie.jsonl.gz"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(QuotesError, match="pass with --dwie one of DWIE"):
        list(read_typed(path, lambda texts: []))


def test_the_lists_that_links_switches_off_are_there() -> None:
    names = {path.name.rpartition(".")[0] for path in files("quotes.lexicon").iterdir()}
    assert set(LISTS) <= names

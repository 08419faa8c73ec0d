"""`quotes train`: its help needs no trainer, and what is missing is said in one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes.errors import QuotesError
from quotes.train import corpora, metadata, silver
from quotes.train.cli import app


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


def test_attribution_names_the_gold_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(QuotesError, match="pass with --gold"):
        CliRunner().invoke(app, ["attribution", "--gold", str(tmp_path / "none.jsonl")], catch_exceptions=False)

"""What reads an article is told by a hash of all that decides, and of nothing else."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from quotes import fingerprint as module


@pytest.fixture
def fingerprint_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[str, str]]:
    """The fingerprints of a copy of the deciding rooms before and after a line is added to a file of it."""
    root = tmp_path / "quotes"
    for name in ("lexicon", "find", "text"):
        copytree(module._PACKAGE / name, root / name)
    monkeypatch.setattr(module, "_PACKAGE", root)
    monkeypatch.setattr(module, "_OF_DRAFTS", root / "lexicon" / "drafts")

    def change(path: str) -> tuple[str, str]:
        before = module.fingerprint.__wrapped__("models")
        with (root / path).open("a", encoding="utf-8") as file:
            file.write("# more\n")
        return before, module.fingerprint.__wrapped__("models")

    return change


@pytest.mark.parametrize("path", ["lexicon/reporting_verbs.txt", "lexicon/word_classes.tsv", "find/pair.py"])
def test_what_decides_counts(path: str, fingerprint_of: Callable[[str], tuple[str, str]]) -> None:
    before, after = fingerprint_of(path)
    assert before != after


def test_words_that_only_drafts_are_compared_by_make_no_article_stale(
    fingerprint_of: Callable[[str], tuple[str, str]],
) -> None:
    before, after = fingerprint_of("lexicon/drafts/meaning_words.tsv")
    assert before == after


def test_other_language_models_count() -> None:
    assert module.fingerprint("one") != module.fingerprint("another")

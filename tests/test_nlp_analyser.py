"""The packaged models on texts of our own."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.domain import Analysis
from quotes.errors import ModelError
from quotes.nlp import Analyser
from quotes.nlp.models import find_models, packaged_folder

ARTICLE = (
    "Harbour town waits for its ferry\n"
    "By Ada Long\n\n"
    "LERWICK (AP) — “We won’t wait until May,” Sen. Maria Pérez-Holt told reporters on Monday. "
    "''The U.S. can't help us,'' she added.\n\n"
    "The Harbour Board, which Mr. Olsen leads, refused to comment. He doesn't know the island's people."
)


def cut(analysis: Analysis) -> list[str]:
    return [token.text for token in analysis.tokens]


def check(analysis: Analysis, text: str) -> None:
    assert analysis.text == text
    for i, token in enumerate(analysis.tokens):
        assert token.index == i
        assert token.text == text[token.start : token.end] != ""
        sentence = analysis.sentences[token.sentence]
        assert sentence.first <= i < sentence.last
        assert token.head == -1 or sentence.first <= token.head < sentence.last
        assert token.upos
        assert token.lemma
        assert token.deprel
    for number, sentence in enumerate(analysis.sentences):
        assert sentence.index == number
        assert sum(t.head == -1 for t in analysis.tokens[sentence.first : sentence.last]) == 1
    for entity in analysis.entities:
        assert analysis.tokens[entity.first].start == entity.start
        assert analysis.tokens[entity.last - 1].end == entity.end


def test_an_article_is_read(analyser: Analyser) -> None:
    analysis = analyser.analyse(ARTICLE)
    check(analysis, ARTICLE)
    assert len(analysis.paragraphs) == 4
    starts = {ARTICLE[s.start : s.end][:12] for s in analysis.sentences}
    assert {"Harbour town", "By Ada Long", "''The U.S. c", "The Harbour ", "He doesn't k"} <= starts
    words = cut(analysis)
    assert {"“", "”", "wo", "n’t", "''", "ca", "n't", "does", "U.S.", "Sen.", "Mr.", "—"} <= set(words)
    told = analysis.tokens[words.index("told")]
    assert (told.lemma, told.upos) == ("tell", "VERB")
    subjects = [t.text for t in analysis.tokens if t.head == told.index and t.deprel == "nsubj"]
    assert subjects in (["Maria"], ["Sen."], ["Pérez"], ["Holt"])
    persons = [ARTICLE[e.start : e.end] for e in analysis.entities if e.type == "PERSON"]
    assert any("Maria Pérez" in person for person in persons)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        (" \n\t\u200b ", []),
        ("\x00\x01", []),
        ("!!! ??", ["!!!", "??"]),
        ("of\ufb01ce", ["of\ufb01ce"]),
        ("\ud83d", ["\ud83d"]),
    ],
)
def test_odd_texts(analyser: Analyser, text: str, tokens: list[str]) -> None:
    analysis = analyser.analyse(text)
    check(analysis, text)
    assert cut(analysis) == tokens


@pytest.mark.parametrize(
    "text",
    [
        "😀 👩‍👩‍👧 𝔘𝔫𝔦",
        "北京 你好。世界",
        "\ud800 lone \udfff",
        "(" * 400,
        "a " * 500,
        "x" * 7000,
        "é\u0301\u0302 ''' ' '",
        "…" * 50,
    ],
)
def test_hard_texts_are_survived(analyser: Analyser, text: str) -> None:
    check(analyser.analyse(text), text)


def test_texts_read_together_are_read_as_alone(analyser: Analyser) -> None:
    texts = [ARTICLE, "", "“No,” he said.", " ", ARTICLE[:200]]
    assert list(analyser.analyse_all(texts)) == [analyser.analyse(text) for text in texts]


def test_threads_change_nothing(analyser: Analyser) -> None:
    texts = [ARTICLE * 4, ARTICLE]
    assert list(Analyser(threads=3).analyse_all(texts)) == list(analyser.analyse_all(texts))


def test_models_from_a_folder_are_used(analyser: Analyser, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    shutil.copytree(packaged_folder(), folder)
    assert Analyser(folder, threads=1).analyse(ARTICLE) == analyser.analyse(ARTICLE)
    parser = folder / "en" / "depparse" / f"{find_models(folder).packages['depparse']}.pt"
    parser.write_bytes(parser.read_bytes()[:100_000])
    with pytest.raises(ModelError, match=r"en/depparse/.* is damaged"):
        Analyser(folder, threads=1).analyse(ARTICLE)


def test_only_what_a_job_needs_is_loaded(analyser: Analyser, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    shutil.copytree(packaged_folder(), folder, ignore=shutil.ignore_patterns("depparse", "ner"))
    with pytest.raises(ModelError, match="depparse"):
        Analyser(folder).analyse(ARTICLE)
    whole, part = analyser.analyse(ARTICLE), Analyser(folder, threads=1, processors=["lemma"]).analyse(ARTICLE)
    assert [(t.text, t.upos, t.lemma) for t in part.tokens] == [(t.text, t.upos, t.lemma) for t in whole.tokens]
    assert not any(sentence.has_tree for sentence in part.sentences)
    assert [replace(sentence, has_tree=True) for sentence in part.sentences] == list(whole.sentences)
    assert {(t.head, t.deprel) for t in part.tokens} == {(-1, "")}
    assert part.entities == ()


def test_loading_is_late_and_silent_and_opens_no_socket() -> None:
    code = (
        "import socket, sys; from quotes.nlp import Analyser; a = Analyser(); a.version;"
        "assert not {'torch', 'stanza'} & set(sys.modules);"
        "socket.socket.connect = socket.getaddrinfo = None; a.analyse('One day.')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")

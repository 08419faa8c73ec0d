"""Trains the lemmatizer: a dictionary of the training words with a character model for the others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from quotes.train import conllu, treebank_data
from quotes.train.conllu import Sentence, Word
from quotes.train.stanza_run import Option, train_stanza

_LINE = 25


def train(corpora: Path, work: Path, *, seed: int) -> Path:
    """Returns the model file, made in WORK/lemma; the best epoch by the development score is kept."""
    files = treebank_data.prepare(corpora, work, seed=seed)
    word_list = work / "lemma/words.conllu"
    conllu.write(word_sentences(conllu.read(files.train)), word_list)
    options: dict[str, Option] = {
        "mode": "train",
        "shorthand": "en_news",
        "seed": seed,
        "train_file": word_list,
        "eval_file": files.dev,
        "hidden_dim": 128,
        "num_epoch": 5,
        "batch_size": 100,
        "save_dir": work / "lemma",
        "save_name": "who.pt",
    }
    train_stanza("models.lemmatizer", options, log=work / "logs/lemmatizer.log", folder=work / "lemma")
    return work / "lemma/who.pt"


def word_sentences(sentences: list[Sentence]) -> list[Sentence]:
    """Every word with its tag and lemma, as often as the logarithm of its count; the character model needs no more.

    The frequent lemma of an ambiguous word stays the frequent one, so the dictionary is as from running text.
    """
    counts = Counter((w.form, w.upos, w.xpos, w.feats, w.lemma) for sentence in sentences for w in sentence.words)
    words = [entry for entry, count in sorted(counts.items()) for _ in range(count.bit_length())]
    return [
        Sentence(
            [
                Word(form, lemma, upos, xpos, feats, int(number > 0), "dep" if number else "root")
                for number, (form, upos, xpos, feats, lemma) in enumerate(words[start : start + _LINE])
            ]
        )
        for start in range(0, len(words), _LINE)
    ]

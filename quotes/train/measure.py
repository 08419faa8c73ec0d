"""Measures a folder of packed models: raw text, gold tokens and names, each on its corpus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotes.train import conllu, corpora, name_corpora, named, pack, scores
from quotes.train.conllu import Sentence
from quotes.train.named import Name, NamedSentence

_OF_STEP = {
    "tokenizer": ("Tokens", "Sentences"),
    "mwt": ("Tokens", "Sentences", "Words"),
    "tagger": ("UPOS", "XPOS", "UFeats"),
    "lemmatizer": ("Lemmas",),
    "parser": ("UAS", "LAS"),
}


def pipeline(models: Path, processors: Sequence[str]) -> Any:
    """Stanza's own pipeline over the folder, offline, on the CPU."""
    import stanza

    return stanza.Pipeline(
        lang="en",
        dir=str(models),
        package=None,
        processors=dict.fromkeys(processors, pack.PACKAGE),
        download_method=None,
        use_gpu=False,
        verbose=False,
    )


def present(models: Path, processors: Sequence[str]) -> list[str]:
    """Those of the processors that the folder holds."""
    return [name for name in processors if (models / f"en/{name}/{pack.PACKAGE}.pt").exists()]


def raw_text(models: Path, gold: Sequence[Sentence]) -> dict[str, float]:
    """Tokens, sentences and words found in running text."""
    text = conllu.raw_text(gold)
    document = pipeline(models, present(models, ("tokenize", "mwt")))(text)
    for token in document.iter_tokens():
        if token.text == "<UNK>":  # Stanza's stand-in for a token of more than 1000 letters
            token.text = token.words[0].text = text[token.start_char : token.end_char]
    found = scores.ud_scores(gold, f"{document:C}\n\n")
    return {name: found[name] for name in ("Tokens", "Sentences", "Words")}


def gold_tokens(models: Path, gold: Sequence[Sentence]) -> dict[str, float]:
    """Tags, lemmas and trees on gold tokens; lemmas and trees rest on the predicted tags."""
    from stanza.utils.conll import CoNLL

    # Stanza's pipeline wants a tokenizer before the others; the gold tokens pass it by.
    chain = present(models, ("tokenize", "mwt", "pos", "lemma", "depparse"))
    stages = pipeline(models, chain).processors
    document = CoNLL.conll2doc(input_str=conllu.dump(gold))
    for name in chain:
        if name not in {"tokenize", "mwt"}:
            document = stages[name].process(document)
    found = scores.ud_scores(gold, f"{document:C}\n\n")
    return {name: found[name] for name in ("UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS")}


def names(models: Path, gold: Sequence[NamedSentence]) -> dict[str, float]:
    """Names on gold tokens, against labels trimmed of articles and possessives."""
    from stanza.models.common.doc import Document

    stage = pipeline(models, ("tokenize", "ner")).processors["ner"]
    gold = [named.trimmed(sentence) for sentence in gold]
    rows = [
        [{"id": number, "text": token} for number, token in enumerate(sentence.tokens, start=1)] for sentence in gold
    ]
    document = stage.process(Document(rows))
    answers = []
    for sentence, tagged in zip(gold, document.sentences, strict=True):
        tags = [_iob(token.ner) for token in tagged.tokens]
        found = tuple(Name(n.first, n.last, n.type) for n in name_corpora.spans(tags))
        answers.append(NamedSentence(sentence.tokens, found))
    return scores.span_scores(gold, answers)


def _iob(tag: str) -> str:
    return tag.replace("S-", "B-").replace("E-", "I-")


def development(corpora_folder: Path, models: Path, step: str) -> dict[str, dict[str, float]]:
    """The figures of one training step on the development sets."""
    if step == "names":
        return {"uner_ewt-dev": names(models, name_corpora.universal_ner(corpora_folder, "dev"))}
    wanted = _OF_STEP[step]
    result = {}
    for treebank in corpora.DEV_TREEBANKS:
        gold = corpora.treebank(corpora_folder, treebank)
        figures = raw_text(models, gold) if step in {"tokenizer", "mwt"} else gold_tokens(models, gold)
        result[treebank] = {name: value for name, value in figures.items() if name in wanted}
    return result


def measure(corpora_folder: Path, models: Path) -> dict[str, dict[str, float]]:
    """All the figures of the model card for the processors that the folder holds."""
    result: dict[str, dict[str, float]] = {}
    for treebank in ("en_ewt-test", "en_gum-ccby-dev"):
        gold = corpora.treebank(corpora_folder, treebank)
        result[f"{treebank} raw text"] = raw_text(models, gold)
        result[f"{treebank} gold tokens"] = gold_tokens(models, gold)
    if present(models, ("ner",)):
        result["uner_ewt-test names"] = names(models, name_corpora.universal_ner(corpora_folder, "test"))
        result["en_gum-ccby-dev names"] = names(models, name_corpora.gum(corpora_folder, "dev"))
    return result

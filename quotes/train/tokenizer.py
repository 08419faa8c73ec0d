"""Trains the tokenizer and sentence splitter."""

from __future__ import annotations

from pathlib import Path

from quotes.train import conllu, treebank_data
from quotes.train.stanza_run import Option, train_stanza

FEATURES = "space_before,capitalized,numeric,end_of_para,start_of_para,labeled_field,phone_id,date_pattern,currency"
STEPS = 3600


def train(corpora: Path, work: Path, *, seed: int) -> Path:
    """Returns the model file, made in WORK/tokenize; the best step by the development score is kept."""
    files = treebank_data.prepare(corpora, work, seed=seed)
    folder = work / "tokenize"
    for part, path in (("train", files.train), ("dev", files.dev)):
        prepare_labels(path, folder / part)
    options: dict[str, Option] = {
        "mode": "train",
        "lang": "en",
        "shorthand": "en_news",
        "seed": seed,
        "txt_file": folder / "train.txt",
        "label_file": folder / "train.labels",
        "dev_txt_file": folder / "dev.txt",
        "dev_label_file": folder / "dev.labels",
        "dev_conll_gold": files.dev,
        "mwt_json_file": folder / "dev.mwt.json",
        "max_seqlen": 300,
        "feat_funcs": FEATURES,
        "use_mwt": True,
        "steps": STEPS,
        "anneal_after": 1000,
        "anneal": 0.9,
        "save_dir": folder,
        "save_name": "who.pt",
    }
    train_stanza("models.tokenizer", options, log=work / "logs/tokenizer.log", folder=folder)
    return folder / "who.pt"


def prepare_labels(treebank: Path, stem: Path) -> None:
    """Writes STEM.txt, STEM.labels and STEM.mwt.json for a CoNLL-U file."""
    from stanza.utils.datasets import prepare_tokenizer_data

    text = stem.with_suffix(".txt")
    stem.parent.mkdir(parents=True, exist_ok=True)
    text.write_text(conllu.raw_text(conllu.read(treebank)), encoding="utf-8")
    labels, multiwords = stem.with_suffix(".labels"), stem.with_suffix(".mwt.json")
    prepare_tokenizer_data.main([str(text), str(treebank), "-o", str(labels), "-m", str(multiwords)])

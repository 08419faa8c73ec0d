"""Trains the name tagger (PERSON, ORG, LOC) on hand-made labels and a teacher's silver labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from quotes.train import name_corpora, named, resuming, vectors
from quotes.train.stanza_run import Option, train_stanza

STEPS = 6600
AVERAGED = 6
"""How many of the last checkpoints make the model; their average is better than each."""
GOLD_REPEATS = 2
"""How often each hand-labelled sentence is read for one reading of a silver one."""
TUNED_WORDS = 8_000


def train(corpora: Path, work: Path, *, seed: int, leave_out_wikigold: bool = False) -> list[Path]:
    """Returns the files in WORK/ner whose average is the model; the last is Stanza's file of the best step."""
    folder = work / ("ner-without-wikigold" if leave_out_wikigold else "ner")
    prepare(corpora, work, folder, seed=seed, leave_out_wikigold=leave_out_wikigold)
    options: dict[str, Option] = {
        "mode": "train",
        "shorthand": "en_news",
        "seed": seed,
        "train_file": folder / "train.json",
        "eval_file": folder / "dev.json",
        "wordvec_pretrain_file": vectors.ensure_pretrain(work),
        "hidden_dim": 160,
        "char_hidden_dim": 48,
        "char_emb_dim": 40,
        "dropout": 0.4,
        "word_dropout": 0.03,
        "optim": "adam",
        "lr": 2e-3,
        "lr_decay": 0.5,
        "patience": 2,
        "batch_size": 48,
        "max_batch_words": 1500,
        "max_steps": STEPS,
        "max_steps_no_improve": STEPS,
        "eval_interval": 300,
        "save_dir": folder,
        "save_name": "who.pt",
    }
    train_stanza(
        "models.ner_tagger", options, log=work / "logs" / f"{folder.name}.log", folder=folder, weights=AVERAGED
    )
    steps = range(STEPS, 0, -resuming.KEPT_EVERY)[:AVERAGED]
    return [*(resuming.weights_file(folder, step) for step in steps), folder / "who.pt"]


def prepare(corpora: Path, work: Path, folder: Path, *, seed: int, leave_out_wikigold: bool) -> None:
    """Writes train.json and dev.json; the silver sentences are those of WORK/ner/silver.jsonl."""
    gold = name_corpora.gum(corpora, "train")
    if not leave_out_wikigold:
        gold += name_corpora.wikigold(corpora)
    sentences = gold * GOLD_REPEATS + name_corpora.silver(work / "ner/silver.jsonl")
    named.write_json(named.varied(sentences, seed=seed), folder / "train.json")
    dev = name_corpora.universal_ner(corpora, "dev") + name_corpora.gum(corpora, "dev")
    named.write_json([named.trimmed(sentence) for sentence in dev], folder / "dev.json")


def without_rare_words(content: dict[str, Any]) -> dict[str, Any]:
    """Keeps the tuned corrections to the vectors of the commonest words only.

    The corrections of rare words are hardly trained and make up most of the file; GloVe's own vectors of these
    words stay. Stanza sorts this vocabulary by falling frequency.
    """
    vocabulary = content["vocab"]["delta"]
    units: list[str] = vocabulary["_id2unit"][:TUNED_WORDS]
    vocabulary["_id2unit"] = units
    vocabulary["_unit2id"] = {unit: number for number, unit in enumerate(units)}
    content["model"]["delta_emb.weight"] = content["model"]["delta_emb.weight"][:TUNED_WORDS].clone()
    return content

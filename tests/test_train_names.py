"""Name corpora and the training form of their sentences."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
import torch

from quotes.train import caution, name_corpora, named
from quotes.train.gum_names import gum_sentence
from quotes.train.named import Name, NamedSentence


def test_tags_become_spans_and_other_types_are_dropped() -> None:
    tags = ["B-PER", "I-PER", "B-PER", "O", "I-LOC", "I-MISC", "I-ORG"]
    assert name_corpora.spans(tags) == [
        Name(0, 2, "PERSON"),
        Name(2, 3, "PERSON"),
        Name(4, 5, "LOC"),
        Name(6, 7, "ORG"),
    ]


def test_articles_and_possessives_are_no_part_of_a_name() -> None:
    sentence = NamedSentence(("The", "BBC", "'s", "man"), (Name(0, 3, "ORG"),))
    assert named.trimmed(sentence).names == (Name(1, 2, "ORG"),)


def test_joined_tokens_are_those_of_stanzas_pipeline() -> None:
    sentence = NamedSentence(
        ("Ann", "’s", "dog", "did", "n’t", "see", "Bob"), (Name(0, 1, "PERSON"), Name(6, 7, "PERSON"))
    )
    joined = named.joined(sentence)
    assert joined.tokens == ("Ann’s", "dog", "didn’t", "see", "Bob")
    assert joined.names == (Name(0, 1, "PERSON"), Name(4, 5, "PERSON"))


def test_quotation_marks_alternate_in_the_new_manner() -> None:
    sentence = NamedSentence(('"', "Go", '"', "and", '"', "stay", '"'), ())
    tokens = named.with_marks(sentence, Random(4)).tokens
    assert tokens[0] == tokens[4] != '"'
    assert tokens[2] == tokens[6] != '"'
    assert tokens[1] == "Go"


def test_json_has_one_list_a_sentence(tmp_path: Path) -> None:
    named.write_json([NamedSentence(("Ann", "Lee", "left"), (Name(0, 2, "PERSON"),))], tmp_path / "x.json")
    assert json.loads((tmp_path / "x.json").read_text()) == [
        [{"text": "Ann", "ner": "B-PERSON"}, {"text": "Lee", "ner": "I-PERSON"}, {"text": "left", "ner": "O"}]
    ]


def rows(*words: tuple[str, str, int, str, str]) -> str:
    """CoNLL-U of (form, tag, head, relation, entity brackets)."""
    return "\n".join(
        f"{number}\t{form}\t_\t{tag}\t_\t_\t{head}\t{relation}\t_\t{'Entity=' + entity if entity else '_'}"
        for number, (form, tag, head, relation, entity) in enumerate(words, start=1)
    )


def test_a_gum_name_is_the_proper_nouns_of_a_mention() -> None:
    block = rows(
        ("the", "DET", 2, "det", "(1-organization-new-cf1-2-sgl"),
        ("University", "PROPN", 0, "root", ""),
        ("of", "ADP", 4, "case", ""),
        ("Leeds", "PROPN", 2, "nmod", "(2-place-new-cf2-1-sgl)1)"),
    )
    assert gum_sentence(block).names == (Name(1, 4, "ORG"),)


@pytest.mark.parametrize("tag", ["NOUN", "PRON"])
def test_a_mention_without_a_proper_noun_is_no_name(tag: str) -> None:
    assert gum_sentence(rows(("mayor", tag, 0, "root", "(1-person-new-cf1-1-sgl)"))).names == ()


def test_silver_labels_are_mapped_to_the_three_types(tmp_path: Path) -> None:
    record = {
        "tokens": ["Ann", "in", "Rome", "on", "Monday"],
        "names": [[0, 1, "PERSON"], [2, 3, "GPE"], [4, 5, "DATE"]],
    }
    (tmp_path / "silver.jsonl").write_text(json.dumps(record) + "\n")
    (sentence,) = name_corpora.silver(tmp_path / "silver.jsonl")
    assert sentence.names == (Name(0, 1, "PERSON"), Name(2, 3, "LOC"))


def _tagger() -> dict[str, Any]:
    tags = ["<PAD>", "O", "B-ORG", "S-PERSON", "S-ORG"]
    return {"model": {"tag_clfs.0.bias": torch.zeros(5)}, "vocab": {"tag": {"_id2unit": {0: tags}}}}


def test_care_is_taken_with_organisations_alone_and_leaves_the_model_as_it_was() -> None:
    tagger = _tagger()
    assert caution.careful(tagger, 0.5)["model"]["tag_clfs.0.bias"].tolist() == [0.0, 0.0, -0.5, 0.0, -0.5]
    assert tagger["model"]["tag_clfs.0.bias"].tolist() == [0.0] * 5


@pytest.mark.parametrize(("best", "chosen"), [(0.55, 0.6), (-1.0, 0.0), (9.0, 1.2)])
def test_the_most_fitting_care_is_that_which_measures_best(best: float, chosen: float) -> None:
    def judge(tagger: dict[str, Any]) -> float:
        return -abs(float(tagger["model"]["tag_clfs.0.bias"][2]) + best)

    fitting = caution.most_fitting(_tagger(), judge)
    assert float(fitting["model"]["tag_clfs.0.bias"][4]) == pytest.approx(-chosen)

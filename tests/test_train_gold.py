"""Gold articles as training reads them."""

import json
from pathlib import Path

from quotes.train.gold import read_gold
from tests.trees import analysis

READ = analysis(
    """
“     PUNCT 2 punct
Rain  NOUN  4 ccomp
”     PUNCT 2 punct
said  VERB  0 root
Ann   PROPN 4 nsubj
"""
)
QUOTATION, SAID, ANN = [0, 8], [9, 13], [14, 17]


def sources(tmp_path: Path, source: list[int], cue: list[int]) -> list[str]:
    quote = {"start": QUOTATION[0], "end": QUOTATION[1], "sources": [source], "cues": [cue]}
    record = {"id": "a", "text": READ.text, "quotes": [quote], "indirect": None, "ignore": []}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    (article,) = read_gold(path, lambda texts: [READ for _ in texts])
    return [span.of(READ.text) for span in article.quotes[0].sources]


def test_a_verb_marked_as_the_source_changes_places_with_its_cue(tmp_path: Path) -> None:
    assert sources(tmp_path, SAID, ANN) == ["Ann"]


def test_a_source_that_can_speak_stays(tmp_path: Path) -> None:
    assert sources(tmp_path, ANN, SAID) == ["Ann"]

"""Twenty-three articles of our own from many places, whose sources are unnamed, described and named in turn: the gold
is what it says. Their figures have floors in floors.toml; data/README.md tells how far to trust them."""

import json
from pathlib import Path

GOLD = Path(__file__).parents[1] / "data" / "gold" / "mixed.jsonl"


def test_the_gold_cuts_out_what_it_says() -> None:
    for record in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        assert all(record["text"][q["start"] : q["end"]] == q["text"] for q in record["quotes"]), record["id"]

"""Gold and predictions of our own writing that meet every rule of the measures at least once."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]

FERRY = (
    "“The ferry will sail tonight,” said Isla Renfrew, the harbour master.\n\n"
    "Critics called the plan “a leaky bucket”. A senior official said “three crews” were ready.\n\n"
    "The film “Low Tide” opens on Friday. The log reads “no damage”. She said the pier would close.\n"
)
MILL = (
    "“Nobody asked us,” Tomas Reyes told reporters. “Not once.”\n"
    "The owner, Garnet Mills Ltd, said it was “reviewing the matter”. “We wait,” the banner read.\n"
    "“An aside” <b>here</b>.\n"
)
GONE = "“This will be missed,” said Ada Quill.\n"


def at(text: str, words: str) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def gold_quote(text: str, words: str, *sources: str, **labels: Any) -> Record:
    start, end = at(text, words)
    spans = [at(text, source) for source in sources]
    return {"start": start, "end": end, "sources": spans, "content": [[start, end]], **labels}


def predicted_quote(text: str, words: str, mention: str | None = None, **more: Any) -> Record:
    start, end = at(text, words)
    said = {"text": mention, **dict(zip(("start", "end"), at(text, mention), strict=True))} if mention else None
    name = more.pop("name", None)
    quote = {"start": start, "end": end, "text": words, "kind": "direct", "mention": said}
    return {**quote, "speaker": {"name": name} if name else None, "source_type": None, "anonymous": False, **more}


def labels(source_type: str, speaker: str | None = None, *, anonymous: bool = False) -> Record:
    return {"source_type": source_type, "speaker": speaker, "anonymous": anonymous}


GOLD: list[Record] = [
    {
        "id": "ferry",
        "outlet": "Harbour Post",
        "text": FERRY,
        "quotes": [
            gold_quote(
                FERRY,
                "“The ferry will sail tonight,”",
                "Isla Renfrew, the harbour master",
                **labels("named_person", "Isla Renfrew"),
            ),
            gold_quote(FERRY, "“a leaky bucket”", "Critics", **labels("unnamed_group")),
            gold_quote(FERRY, "“three crews”", "A senior official", **labels("unnamed_person", anonymous=True)),
            gold_quote(FERRY, "“no damage”", "The log", **labels("document")),
        ],
        "unattributed": [at(FERRY, "“Low Tide”")],
        "indirect": [{"content": [at(FERRY, "the pier would close")], "sources": [at(FERRY, "She")], "cues": []}],
        "ignore": [],
    },
    {
        "id": "mill",
        "outlet": "Valley Times",
        "text": MILL,
        "quotes": [
            gold_quote(MILL, "“Nobody asked us,”", "Tomas Reyes", **labels("named_person", "Tomas Reyes")),
            gold_quote(MILL, "“Not once.”", **labels("named_person", "Tomas Reyes")),
            gold_quote(
                MILL,
                "“reviewing the matter”",
                "The owner, Garnet Mills Ltd",
                **labels("named_organization", "Garnet Mills Ltd"),
            ),
            gold_quote(MILL, "“We wait,”", "the banner"),
        ],
        "unattributed": [],
        "indirect": None,
        "ignore": [at(MILL, "“An aside”")],
    },
    {
        "id": "gone",
        "outlet": None,
        "text": GONE,
        "quotes": [gold_quote(GONE, "“This will be missed,”", "Ada Quill", **labels("named_person", "Ada Quill"))],
        "unattributed": [],
        "indirect": None,
        "ignore": [],
    },
]

PREDICTED: list[Record] = [
    {
        "id": "ferry",
        "quotes": [
            predicted_quote(
                FERRY,
                "“The ferry will sail tonight",
                "Isla Renfrew",
                name="Harbour Master Isla J. Renfrew",
                source_type="named_person",
                confidence=0.95,
                evidence=["subject of 'said'"],
            ),
            predicted_quote(
                FERRY,
                "“a leaky bucket”",
                "Isla Renfrew",
                name="Isla Renfrew",
                source_type="named_person",
                confidence=0.55,
                kind="mixed",
            ),
            predicted_quote(
                FERRY, "“three crews”", source_type="unnamed_person", anonymous=True, confidence=0.3, kind="mixed"
            ),
            predicted_quote(FERRY, "“Low Tide”", "The film", anonymous=True, confidence=0.15, kind="mixed"),
            predicted_quote(FERRY, "“no damage”", "The log", name="The Log", source_type="document", confidence=0.9)
            | {"text": "“some damage”"},
            predicted_quote(FERRY, "pier would close", "She", kind="indirect", content=[at(FERRY, "pier would close")]),
            predicted_quote(FERRY, "were ready", kind="indirect"),
        ],
    },
    {
        "id": "mill",
        "quotes": [
            predicted_quote(
                MILL,
                "“Nobody asked us,”",
                "Tomas Reyes",
                name="Maria Reyes",
                source_type="named_person",
                confidence=1.0,
            ),
            predicted_quote(MILL, "“Not once.”", "Tomas Reyes", name="Mr. Tomas Reyes", source_type="named_person"),
            predicted_quote(MILL, "“We wait,”", "the banner", name="Ann Bright", source_type="named_person"),
            predicted_quote(MILL, "“An aside”", "Tomas Reyes", name="Tomas Reyes", source_type="named_person"),
        ],
    },
    {"id": "elsewhere", "quotes": []},
]


def write_lines(path: Path, records: Iterable[Record]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def right_answers(gold: Record) -> Record:
    """Predictions that are right in everything, for a gold article."""
    text = gold["text"]
    quotes = []
    for quote in gold["quotes"]:
        start, end = quote["start"], quote["end"]
        mention = quote["sources"][0] if quote["sources"] else None
        quotes.append(
            {
                "start": start,
                "end": end,
                "text": text[start:end],
                "kind": "direct",
                "mention": {"start": mention[0], "end": mention[1]} if mention else None,
                "speaker": {"name": quote["speaker"]} if quote.get("speaker") else None,
                "source_type": quote.get("source_type"),
                "anonymous": quote.get("anonymous", False),
                "confidence": 1.0,
            }
        )
    for report in gold["indirect"] or ():
        (start, _), (_, end) = report["content"][0], report["content"][-1]
        mention = report["sources"][0] if report["sources"] else None
        quotes.append(
            {
                "start": start,
                "end": end,
                "text": text[start:end],
                "kind": "indirect",
                "content": report["content"],
                "mention": {"start": mention[0], "end": mention[1]} if mention else None,
            }
        )
    return {"id": gold["id"], "quotes": quotes}

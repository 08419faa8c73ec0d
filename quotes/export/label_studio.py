"""Tasks with predictions for Label Studio, whose interface is in `CONFIGURATION`.

https://labelstud.io/guide/predictions: a list of tasks, each with a region for every stretch, and relations.
"""

from typing import IO, Any

from quotes.export.encoding import to_json
from quotes.export.marks import LABELS, Mark, mark
from quotes.export.source import Source

CONFIGURATION = (
    '<View><Labels name="label" toName="text">'
    + "".join(f'<Label value="{label}"/>' for label in LABELS)
    + '</Labels><Relations><Relation value="SaidBy"/><Relation value="SaidWith"/></Relations>'
    + '<Text name="text" value="$text"/></View>'
)


def write(source: Source, stream: IO[bytes]) -> None:
    """One JSON list, a task a line."""
    stream.write(b"[")
    for number, (stored, records) in enumerate(source.articles()):
        article = stored.article
        marks, ties = mark(records)
        regions = [_region(one, article.text) for one in marks]
        relations = [
            {"type": "relation", "from_id": str(tie.quotation), "to_id": str(tie.other), "direction": "right",
             "labels": [tie.label]}
            for tie in ties
        ]  # fmt: skip
        task = {
            "data": {"text": article.text, "article": article.id, "title": article.title, "outlet": article.outlet},
            "predictions": [{"model_version": f"{stored.parser} {stored.models}", "result": [*regions, *relations]}],
        }
        stream.write((b",\n" if number else b"\n") + to_json(task))
    stream.write(b"\n]\n")


def _region(one: Mark, text: str) -> dict[str, Any]:
    value = {"start": one.span.start, "end": one.span.end, "text": one.span.of(text), "labels": [one.label]}
    score = {"score": float(one.facts["confidence"]), "meta": dict(one.facts)} if one.facts else {}
    return {"id": str(one.id), "from_name": "label", "to_name": "text", "type": "labels", "value": value, **score}

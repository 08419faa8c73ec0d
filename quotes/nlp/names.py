"""Names out of tags: BIOES and BIO tag sequences, and the types of several tag sets."""

from collections.abc import Sequence

from quotes.domain import EntityType

# Also the labels of the official models, which follow OntoNotes; its dates, amounts and laws are no names here.
TYPES: dict[str, EntityType] = {
    "PERSON": "PERSON", "PER": "PERSON",
    "ORG": "ORG", "ORGANIZATION": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "GPE": "LOC", "FAC": "LOC",
    "MISC": "MISC", "NORP": "MISC", "OTH": "MISC",
}  # fmt: skip


def decode_names(tags: Sequence[str]) -> list[tuple[int, int, EntityType]]:
    """First word, word after the last, and type of each name.

    A tag that continues nothing begins a name, so that no sequence is refused.

    >>> decode_names(["B-PER", "E-PER", "O", "S-GPE"])
    [(0, 2, 'PERSON'), (3, 4, 'LOC')]
    """
    found: list[tuple[int, int, str]] = []
    open_label = ""
    for i, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if not label:
            open_label = ""
            continue
        if mark in ("I", "E") and label == open_label:
            first, _, _ = found[-1]
            found[-1] = (first, i + 1, label)
        else:
            found.append((i, i + 1, label))
        open_label = label if mark in ("B", "I") else ""
    return [(first, last, TYPES[label]) for first, last, label in found if label in TYPES]

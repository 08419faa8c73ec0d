import pytest

from quotes.domain import EntityType
from quotes.nlp.names import decode_names


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("", []),
        ("O O", []),
        ("B-PER E-PER O S-ORG", [(0, 2, "PERSON"), (3, 4, "ORG")]),
        ("B-PERSON I-PERSON B-PERSON", [(0, 2, "PERSON"), (2, 3, "PERSON")]),
        ("S-GPE S-FAC S-NORP S-DATE", [(0, 1, "LOC"), (1, 2, "LOC"), (2, 3, "MISC")]),
        ("I-PER E-ORG I-ORG", [(0, 1, "PERSON"), (1, 2, "ORG"), (2, 3, "ORG")]),
        ("B-WORK_OF_ART E-WORK_OF_ART", []),
    ],
)
def test_decoding(tags: str, expected: list[tuple[int, int, EntityType]]) -> None:
    assert decode_names(tags.split()) == expected

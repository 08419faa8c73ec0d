"""How quotations are marked in the tables that list them."""

import pytest

from quotes.cli.listing import kind_label
from quotes.domain import Kind, Modality, Polarity


@pytest.mark.parametrize(
    ("kind", "polarity", "modality", "label"),
    [
        ("direct", "positive", "actual", ""),
        ("direct", None, None, ""),
        ("mixed", "negative", "actual", "not said"),
        ("mixed", "positive", "future", "yet to be said"),
        ("indirect", "positive", "actual", "indirect"),
        ("indirect", "negative", "hypothetical", "indirect, not said, only supposed"),
    ],
)
def test_a_label_tells_what_was_not_said(
    kind: Kind, polarity: Polarity | None, modality: Modality | None, label: str
) -> None:
    assert kind_label(kind, polarity, modality) == label

"""What a draft's quotation turns out to be, the gravest first, and what each verdict means."""

from collections.abc import Mapping
from typing import Literal

Verdict = Literal[
    "spliced", "altered", "cut", "said by somebody else", "not on record", "too short to tell", "exact"
]  # fmt: skip
VERDICTS: Mapping[Verdict, str] = {
    "spliced": "two quotations made one, or sentences put in another order",
    "altered": "words that the source does not have, or others in their place",
    "cut": "words left out of a sentence, at either end or inside, with nothing that shows it; or an ellipsis or a "
    "bracket that hides a “not” or a condition",
    "said by somebody else": "the source has these words from somebody else",
    "not on record": "nothing like it is stored, nor in the texts given",
    "too short to tell": "fewer than six words, which agree by chance",
    "exact": "word for word, but for marks, brackets, ellipses and house style, which are shown",
}
FAILS: frozenset[Verdict] = frozenset(("spliced", "altered", "cut", "said by somebody else"))
LEAST_WORDS = 6


def gravest(verdicts: frozenset[Verdict]) -> Verdict:
    return next((verdict for verdict in VERDICTS if verdict in verdicts), "exact")

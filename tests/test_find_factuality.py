"""Polarity and modality of reports, on trees written by hand."""

import pytest

from quotes.find.factuality import modality_of, polarity_of
from quotes.scene import Scene
from tests.trees import analysis

SAID = "She PRON 2 nsubj | said VERB 0 root | yes INTJ 2 obj"
DID_NOT = "She PRON 4 nsubj | did AUX 4 aux | not PART 4 advmod | say VERB 0 root | why ADV 4 obj"
NOBODY = "No DET 2 det | one PRON 3 nsubj | said VERB 0 root | so ADV 3 advmod"
DECLINED = "She PRON 2 nsubj | declined VERB 0 root | to PART 4 mark | say VERB 2 xcomp | why ADV 4 obj"
WILL = "She PRON 3 nsubj | will AUX 3 aux | say VERB 0 root | yes INTJ 3 obj"
PLANS = "She PRON 2 nsubj | plans VERB 0 root | to PART 4 mark | say VERB 2 xcomp | yes INTJ 4 obj"
GOING = "She PRON 3 nsubj | is AUX 3 aux | going VERB 0 root | to PART 5 mark | say VERB 3 xcomp"
WENT_ON = "She PRON 2 nsubj | went VERB 0 root | on ADP 2 advmod | to PART 5 mark | say VERB 2 xcomp"
WOULD_AND = "She PRON 3 nsubj | would AUX 3 aux | rise VERB 0 root | and CCONJ 5 cc | say VERB 3 conj | so ADV 5 advmod"
IF = "If SCONJ 3 mark | she PRON 3 nsubj | says VERB 5 advcl | it PRON 5 nsubj | rains VERB 0 root"
ASKED = "Did AUX 3 aux | she PRON 3 nsubj | say VERB 0 root | so ADV 3 advmod | ? PUNCT 3 punct"
DENIED = "She PRON 2 nsubj | denied VERB 0 root | she PRON 4 nsubj | said VERB 2 ccomp | so ADV 4 advmod"
NOT_ONLY = "She PRON 5 nsubj | did AUX 5 aux | not PART 5 advmod | only ADV 5 advmod | say VERB 0 root"
SHORT_OF = "She PRON 2 nsubj | stopped VERB 0 root | short ADV 2 advmod | of SCONJ 5 mark | saying VERB 2 advcl"
YET_TO = "She PRON 2 nsubj | has VERB 0 root | yet ADV 2 advmod | to PART 5 mark | say VERB 2 xcomp | so ADV 5 advmod"
WRONGLY = (
    "They PRON 3 nsubj | wrongly ADV 3 advmod | quoted VERB 0 root | her PRON 3 obj | as SCONJ 6 mark | "
    "saying VERB 3 advcl | so ADV 6 advmod"
)
WOULD_LATER = "She PRON 4 nsubj | would AUX 4 aux | later ADV 4 advmod | say VERB 0 root | so ADV 4 advmod"
MODALS = {"will", "would"}
BASE = {"say", "rise"}


def scene_of(row: str) -> tuple[Scene, int]:
    """The scene, and the token of its form of "say"."""
    read = analysis("\n".join(row.split(" | ")))
    lemmas = {"has": "have", "declined": "decline", "plans": "plan", "going": "go", "went": "go"}
    tokens = tuple(
        t.__class__(
            t.index, t.start, t.end, t.text, lemmas.get(t.text, t.lemma), t.upos,
            "MD" if t.text in MODALS else "VB" if t.text in BASE else t.xpos,
            t.feats, t.head, t.deprel, t.sentence,
        )
        for t in read.tokens
    )  # fmt: skip
    read = read.__class__(read.text, read.paragraphs, read.sentences, tokens, read.entities)
    return Scene(read, ()), next(t.index for t in tokens if t.text in ("said", "say", "says", "saying"))


@pytest.mark.parametrize(
    ("row", "polarity"),
    [
        (SAID, "positive"), (DID_NOT, "negative"), (NOBODY, "negative"), (DECLINED, "negative"), (WILL, "positive"),
        (WENT_ON, "positive"), (DENIED, "negative"), (NOT_ONLY, "positive"), (SHORT_OF, "negative"),
        (YET_TO, "negative"), (WRONGLY, "negative"),
    ],
)  # fmt: skip
def test_polarity(row: str, polarity: str) -> None:
    assert polarity_of(*scene_of(row)) == polarity


@pytest.mark.parametrize(
    ("row", "modality"),
    [
        (SAID, "actual"), (DID_NOT, "actual"), (WENT_ON, "actual"), (WILL, "future"), (PLANS, "future"),
        (GOING, "future"), (WOULD_AND, "hypothetical"), (IF, "hypothetical"), (ASKED, "hypothetical"),
        (WOULD_LATER, "actual"), (DENIED, "actual"),
    ],
)  # fmt: skip
def test_modality(row: str, modality: str) -> None:
    assert modality_of(*scene_of(row)) == modality

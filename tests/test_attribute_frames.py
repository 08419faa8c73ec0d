"""Turns of phrase that leave no doubt who speaks."""

import pytest
from quotes.attribute.frames import LIKELY, framed_first

from quotes.attribute.candidates import find_candidates
from quotes.attribute.pair import Landmarks, locate, make_pair
from quotes.attribute.ranker import Ranked
from quotes.find import find_stretches
from quotes.scene import Scene
from tests.trees import analysis

AS_THE_MEMO_PUTS_IT = """
We      PRON  2 nsubj
need    VERB  0 root
“       PUNCT 4 punct
income  NOUN  2 obj
”       PUNCT 4 punct
,       PUNCT 2 punct
as      SCONJ 10 mark
the     DET   9 det
memo    NOUN  10 nsubj
put     VERB  2 advcl
it      PRON  10 obj
"""
PER_THE_RULES = """
We      PRON  2 nsubj
vote    VERB  0 root
“       PUNCT 4 punct
Monday  NOUN  2 obl
”       PUNCT 4 punct
per     ADP   8 case
the     DET   8 det
rules   NOUN  2 obl
"""
WITH_THE_COURT_SAYING = """
Both    PRON  2 nsubj
left    VERB  0 root
with    ADP   5 case
the     DET   5 det
court   NOUN  2 obl
saying  VERB  5 acl
“       PUNCT 8 punct
wait    VERB  6 ccomp
”       PUNCT 8 punct
"""
FOOTAGE_OF_ANN_SAYING = """
We      PRON  2 nsubj
saw     VERB  0 root
footage NOUN  2 obj
of      ADP   5 case
Ann     PROPN 3 nmod
saying  VERB  5 acl
“       PUNCT 8 punct
wait    VERB  6 ccomp
”       PUNCT 8 punct
"""
ADDRESSED = """
We       PRON  3 nsubj:pass
were     AUX   3 aux:pass
told     VERB  0 root
by       ADP   5 case
Ann      PROPN 3 obl:agent
to       PART  8 mark
“        PUNCT 8 punct
wait     VERB  3 xcomp
”        PUNCT 8 punct
"""


def ranked(rows: str, likeliest: str) -> list[Ranked]:
    read = analysis(rows)
    scene = Scene(read, find_stretches(read))
    place = locate(scene, scene.quotations[0], 0, Landmarks(scene))
    pairs = [make_pair(scene, place, c, {"say": 1.0}) for c in find_candidates(scene)]
    some = [Ranked(p, 0.7 if p.head.text == likeliest else 0.1, ()) for p in pairs]
    return sorted(some, key=lambda r: -r.probability)


@pytest.mark.parametrize(
    ("rows", "likeliest", "expected"),
    [
        (AS_THE_MEMO_PUTS_IT, "We", "memo"),
        (PER_THE_RULES, "We", "rules"),
        (WITH_THE_COURT_SAYING, "Both", "court"),
        (FOOTAGE_OF_ANN_SAYING, "We", "Ann"),
    ],
)
def test_a_turn_of_phrase_names_the_speaker(rows: str, likeliest: str, expected: str) -> None:
    best = framed_first(ranked(rows, likeliest))[0]
    assert (best.pair.head.text, best.probability) == (expected, LIKELY)


@pytest.mark.parametrize(
    ("rows", "likeliest"),
    [
        (AS_THE_MEMO_PUTS_IT.replace("put     VERB", "liked   VERB"), "We"),
        (WITH_THE_COURT_SAYING.replace("with    ADP", "near    ADP"), "Both"),
        (FOOTAGE_OF_ANN_SAYING.replace("footage", "friends"), "We"),
    ],
)
def test_other_phrases_leave_the_order(rows: str, likeliest: str) -> None:
    best = framed_first(ranked(rows, likeliest))[0]
    assert (best.pair.head.text, best.probability) == (likeliest, 0.7)


def test_who_is_told_is_not_who_tells() -> None:
    best = framed_first(ranked(ADDRESSED, "We"))[0]
    assert (best.pair.head.text, best.probability) == ("Ann", 0.7)


SPOKEN_OF = """
Ann      PROPN 3 nsubj:pass
was      AUX   3 aux:pass
hailed   VERB  0 root
as       ADP   6 case
“        PUNCT 6 punct
saviour  NOUN  3 obl
”        PUNCT 6 punct
"""


def test_who_is_spoken_of_is_no_candidate() -> None:
    assert [r.pair.head.text for r in framed_first(ranked(SPOKEN_OF, "Ann"))] == []
    active = SPOKEN_OF.replace("nsubj:pass", "nsubj").replace("aux:pass", "aux")
    assert [r.pair.head.text for r in framed_first(ranked(active, "Ann"))] == ["Ann"]


def test_no_candidates_stay_none() -> None:
    assert framed_first([]) == []

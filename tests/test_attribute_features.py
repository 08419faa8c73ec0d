"""What the features measure, on trees written by hand."""

from quotes.attribute.candidates import find_candidates
from quotes.attribute.features import FEATURES
from quotes.attribute.features.neighbours import CONTEXT, Ballot, cast_votes
from quotes.attribute.pair import NOUN, Landmarks, Pair, locate, make_pair
from quotes.find import find_stretches
from quotes.scene import Scene
from tests.trees import analysis

STRENGTHS = {"tell": 2.0, "say": 2.0, NOUN + "manager": 1.5}


def pairs(rows: str) -> dict[str, Pair]:
    """Head word of each candidate → the candidate beside the only quotation."""
    scene = Scene(analysis(rows), find_stretches(analysis(rows)))
    place = locate(scene, scene.quotations[0], 0, Landmarks(scene))
    return {
        c: p for p in (make_pair(scene, place, x, STRENGTHS) for x in find_candidates(scene)) for c in [p.head.text]
    }


def values(rows: str, feature: str) -> dict[str, float]:
    return {word: FEATURES[feature](pair) for word, pair in pairs(rows).items()}


TOLD_BY = """
Residents NOUN  3 nsubj:pass
were      AUX   3 aux:pass
told      VERB  0 root
by        ADP   6 case
the       DET   6 det
manager   NOUN  3 obl:agent
“         PUNCT 8 punct
rest      VERB  3 ccomp
”         PUNCT 8 punct
"""


def test_whoever_is_told_by_another_does_not_speak() -> None:
    assert values(TOLD_BY, "predicate_has_agent") == {"Residents": 1.0, "manager": 0.0}


def test_how_often_a_noun_is_a_source_is_read_by_its_lemma() -> None:
    assert values(TOLD_BY, "noun_strength")["manager"] == 1.5
    assert values(TOLD_BY, "noun_strength")["Residents"] < 0
    assert values(A_TOLD_B, "noun_strength")["Ann"] == -9.0


A_TOLD_B = """
Ann    PROPN 2 nsubj
said   VERB  0 root
Bo     PROPN 4 nsubj
told   VERB  2 ccomp
Cy     PROPN 4 obj
“      PUNCT 7 punct
rotten ADJ   4 xcomp
”      PUNCT 7 punct
"""


def test_reporting_words_below_a_predicate_are_counted() -> None:
    assert values(A_TOLD_B, "reporting_below") == {"Ann": 1.0, "Bo": 0.0, "Cy": 0.0}
    assert values(A_TOLD_B, "subjects_below") == {"Ann": 1.0, "Bo": 0.0, "Cy": 0.0}


def test_a_noun_of_speech_counts_where_it_is_somebodys() -> None:
    rows = """
    Ann      PROPN 2 nsubj
    disputed VERB  0 root
    his      PRON  4 nmod:poss
    claim    NOUN  2 obj
    that     SCONJ 8 mark
    it       PRON  8 nsubj
    “        PUNCT 8 punct
    rots     VERB  4 acl
    ”        PUNCT 8 punct
    """
    assert values(rows, "reporting_below") == {"Ann": 1.0, "his": 0.0, "claim": 0.0, "it": 0.0}
    nobodys = rows.replace("his      PRON  4 nmod:poss", "the      DET   4 det")
    assert values(nobodys, "reporting_below")["Ann"] == 0.0


def test_the_quoted_predicate_tells_of_the_candidate() -> None:
    rows = """
    Ann      PROPN 4 nsubj
    was      AUX   4 cop
    “        PUNCT 4 punct
    thrilled ADJ   0 root
    ”        PUNCT 4 punct
    """
    assert values(rows, "predicate_quoted") == {"Ann": 1.0}
    assert values(A_TOLD_B, "predicate_quoted") == {"Ann": 0.0, "Bo": 0.0, "Cy": 0.0}


def test_pronouns_in_the_form_of_an_object() -> None:
    rows = """
    He   PRON  2 nsubj
    told VERB  0 root
    him  PRON  2 iobj
    “    PUNCT 5 punct
    rest VERB  2 ccomp
    ”    PUNCT 5 punct
    """
    assert values(rows, "object_form") == {"He": 0.0, "him": 1.0}
    possessive = rows.replace("him  PRON  2 iobj", "her  PRON  2 nmod:poss")
    assert values(possessive, "object_form")["her"] == 0.0


def test_rivals_are_told_apart_by_the_side_they_stand_on() -> None:
    rows = """
    Ann  PROPN 2 nsubj
    said VERB  0 root
    “    PUNCT 4 punct
    yes  INTJ  2 ccomp
    ”    PUNCT 4 punct
    Bo   PROPN 7 nsubj
    left VERB  2 conj
    """
    ann, bo = pairs(rows).values()
    (votes,) = cast_votes([Ballot.count([ann, bo], [0.7, 0.2])])
    told = {v.pair.head.text: (CONTEXT["rival_before"](v), CONTEXT["rival_after"](v)) for v in votes}
    assert told == {"Ann": (-1.0, 0.2), "Bo": (0.7, -1.0)}


def test_the_same_word_elsewhere_in_the_sentence() -> None:
    rows = """
    He   PRON  2 nsubj
    said VERB  0 root
    he   PRON  4 nsubj
    left VERB  2 ccomp
    “    PUNCT 6 punct
    soon ADV   4 advmod
    ”    PUNCT 6 punct
    """
    first, second = pairs(rows).values()
    (votes,) = cast_votes([Ballot.count([first, second], [0.7, 0.2])])
    assert [CONTEXT["same_words_place"](v) for v in votes] == [2.0, 1.0]

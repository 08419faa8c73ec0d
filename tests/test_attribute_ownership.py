"""Owners of nouns that bring a quotation, on trees written by hand."""

import pytest

from quotes.attribute.owners import OWNED
from tests.test_attribute_features import STRENGTHS, values

PLEDGE = """
Bo      PROPN 2 nsubj
praised VERB  0 root
her     PRON  4 nmod:poss
pledge  NOUN  2 obj
to      PART  7 mark
“       PUNCT 7 punct
rest    VERB  4 acl
”       PUNCT 7 punct
"""


def test_the_owner_of_the_noun_that_holds_the_quotation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STRENGTHS, OWNED + "pledge", -0.5)
    assert values(PLEDGE, "owner_governs") == {"Bo": 0.0, "her": 1.0, "pledge": 0.0}
    assert values(PLEDGE, "owner_strength") == {"Bo": -9.0, "her": -0.5, "pledge": -9.0}
    assert values(PLEDGE, "owned_below") == {"Bo": -0.5, "her": -9.0, "pledge": -9.0}


def test_the_owner_of_a_noun_that_announces_the_quotation() -> None:
    rows = """
    Her    PRON  2 nmod:poss
    answer NOUN  5 nsubj
    was    AUX   5 cop
    “      PUNCT 5 punct
    no     INTJ  0 root
    ”      PUNCT 5 punct
    """
    assert values(rows, "owner_governs")["Her"] == 3.0
    assert values(rows.replace("Her    PRON  2 nmod:poss", "The    DET   2 det"), "owner_governs") == {"answer": 0.0}


def test_a_subject_between_the_owned_noun_and_the_quotation_is_told() -> None:
    rows = """
    Her    PRON  2 nmod:poss
    motto  NOUN  8 nsubj
    was    AUX   8 cop
    that   SCONJ 8 mark
    they   PRON  8 nsubj
    would  AUX   8 aux
    “      PUNCT 8 punct
    rest   VERB  0 root
    ”      PUNCT 8 punct
    """
    assert values(rows, "owner_governs")["Her"] == 5.0
    assert values(rows.replace("they   PRON  8 nsubj", "soon   ADV   8 advmod"), "owner_governs")["Her"] == 4.0

"""Whom "who" belongs to, where the parse ties it to the last noun before it."""

import pytest

from quotes.cast.noun_phrase import antecedent_of, noun_phrase
from quotes.scene import Scene
from tests.trees import analysis

OFFICIALS = """
For ADP 2 case
official NOUN 14 obl
in ADP 4 case
Loamshire PROPN 2 nmod
and CCONJ 7 cc
other ADJ 7 amod
country NOUN 4 conj
, PUNCT 7 punct
who PRON 10 nsubj
said VERB 7 acl:relcl
so ADV 10 advmod
, PUNCT 14 punct
it PRON 14 nsubj
rained VERB 0 root
"""


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(OFFICIALS, "official in Loamshire and other country", id="the people of places"),
        pytest.param(OFFICIALS.replace("official", "road"), "other country", id="nobody before the place"),
        pytest.param(OFFICIALS.replace("country", "teacher"), "other teacher", id="people themselves"),
    ],
)
def test_who(tree: str, expected: str) -> None:
    scene = Scene(analysis(tree), [])
    head = antecedent_of(scene, 8)
    assert head is not None
    assert noun_phrase(scene, scene.tokens[head].span, until=7).of(scene.text) == expected

"""Candidates of the first quotation of an analysis written by hand, as if a ranker had found one of them likeliest."""

from quotes.attribute.candidates import find_candidates
from quotes.attribute.pair import Landmarks, locate, make_pair
from quotes.attribute.ranker import Ranked
from quotes.domain import Analysis
from quotes.find import find_stretches
from quotes.scene import Scene


def ranked(read: Analysis, likeliest: str) -> list[Ranked]:
    """`likeliest` is the head word of the candidate that is put first."""
    scene = Scene(read, find_stretches(read))
    place = locate(scene, scene.quotations[0], 0, Landmarks(scene))
    pairs = [make_pair(scene, place, c, {"say": 1.0}) for c in find_candidates(scene)]
    some = [Ranked(p, 0.8 if p.head.text == likeliest else 0.1, ()) for p in pairs]
    return sorted(some, key=lambda r: -r.probability)

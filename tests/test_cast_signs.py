"""Signs that capitals are no person's name."""

import pytest

from quotes.cast.names import capitalised_runs
from quotes.cast.signs import is_things
from quotes.scene import Scene
from tests.trees import analysis

THE_RESTAURANT_ADA_BYRON_WON = """
the        DET   2 det
restaurant NOUN  5 nsubj
Ada        PROPN 2 appos
Byron      PROPN 3 flat
won        VERB  0 root
"""
THE_SHOW_ADA_BYRON_HOSTS = """
the   DET   2 det
show  NOUN  0 root
Ada   PROPN 5 nsubj
Byron PROPN 3 flat
hosts VERB  2 acl:relcl
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (THE_RESTAURANT_ADA_BYRON_WON, True),
        (THE_RESTAURANT_ADA_BYRON_WON.replace("restaurant", "gardener  "), False),
        (THE_SHOW_ADA_BYRON_HOSTS, False),
    ],
)
def test_a_name_right_behind_a_thing_is_the_things(rows: str, expected: bool) -> None:
    scene = Scene(analysis(rows), ())
    (run,) = capitalised_runs(scene.text)
    assert is_things(scene, run) is expected

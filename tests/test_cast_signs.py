"""Signs that capitals are no person's name, and the kinds of names."""

import pytest

from quotes.cast.kinds import FEATURES, kind_features, kinds_of
from quotes.cast.names import capitalised_runs, core, spelt_alike, without_titles
from quotes.cast.namings import find_names, with_kinds
from quotes.cast.signs import is_calling
from quotes.scene import Scene
from tests.plain_reading import read


def scene_of(marked: str) -> Scene:
    _, analysis, found = read(marked)
    return Scene(analysis, [a.quotation for a in found])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Minister", True), ("Chief Minister", True), ("Ada Minister", False)],
)
def test_words_for_what_somebody_is_name_nobody(text: str, expected: bool) -> None:
    (run,) = capitalised_runs(text)
    assert is_calling(run, frozenset()) is expected


def test_the_article_tells_a_calling() -> None:
    (run,) = capitalised_runs("Brewer")
    assert is_calling(run, frozenset(("brewer",)))


def test_a_party_s_word_may_be_a_given_name() -> None:
    (run,) = capitalised_runs("Tory Byron")
    titles, name = without_titles(run)
    assert not titles
    assert [w.text for w in name] == ["Tory", "Byron"]


def test_a_divided_word_is_one() -> None:
    (run,) = capitalised_runs("Ada By\u00adron")
    assert [w.text for w in run] == ["Ada", "Byron"]


def test_letters_misread_byte_by_byte_stay_in_the_word() -> None:
    (run,) = capitalised_runs("TomÃ¡s Byron")
    assert [w.text for w in run] == ["TomÃ¡s", "Byron"]


def test_the_article_before_a_surname_is_none_of_it() -> None:
    assert core(("Omar", "al-Byron")) == core(("Omar", "Byron"))


@pytest.mark.parametrize(
    ("a", "b", "expected"), [("lovelane", "lovelene", True), ("byron", "byrne", False), ("jane", "jame", False)]
)
def test_a_slip_of_the_pen(a: str, b: str, expected: bool) -> None:
    assert spelt_alike(a, b) is expected


def test_each_name_has_every_feature_once() -> None:
    scene = scene_of("Ada Byron, a clerk, spoke to Harbour Group. “Rain,” said {Byron}.")
    features = kind_features(scene, find_names(scene))
    assert ("ada", "byron") in features
    assert ("byron",) in features
    assert all(len(row) == len(FEATURES) for row in features.values())


def test_a_body_taken_for_a_person_is_one_nowhere() -> None:
    scene = scene_of("In May the Harbour Council met. It fined Ada Byron. “Rain,” said {Ms. Byron}.")
    kinds = {" ".join(w.text for w in words): kind for (_, words), kind in kinds_of(scene, find_names(scene))}
    assert kinds["Ada Byron"].person > 0.5
    decided = with_kinds(scene, kinds_of(scene, find_names(scene)))
    assert not any(e.type == "PERSON" and "Council" in e.span.of(decided.text) for e in decided.entities)

"""How far a speaker's mention reaches, on trees written by hand."""

from quotes.attribute.candidates import find_candidates
from quotes.scene import Scene
from tests.found_candidates import candidates
from tests.trees import analysis


def test_the_mention_holds_name_parts_and_modifiers() -> None:
    rows = """
    a          DET   4 det
    western    ADJ   4 amod
    diplomatic ADJ   4 amod
    source     NOUN  5 nsubj
    said       VERB  0 root
    """
    assert "a western diplomatic source" in candidates(rows)


def test_words_inside_a_name_head_no_candidate() -> None:
    rows = """
    David   PROPN 3 nsubj
    Cameron PROPN 1 flat
    said    VERB  0 root
    """
    assert list(candidates(rows)) == ["David Cameron"]


def test_a_role_takes_in_the_name_behind_it() -> None:
    rows = """
    press     NOUN  2 compound
    secretary NOUN  5 nsubj
    Josh      PROPN 5 nsubj
    Earnest   PROPN 3 flat
    said      VERB  0 root
    """
    assert "press secretary Josh Earnest" in candidates(rows)


def test_a_name_behind_a_comma_must_be_tied_to_the_role() -> None:
    rows = """
    Another  DET   2 det
    critic   NOUN  6 nsubj
    ,        PUNCT 2 punct
    Laurence PROPN 2 appos
    Tribe    PROPN 4 flat
    said     VERB  0 root
    """
    assert "Another critic , Laurence Tribe" in candidates(rows)


def test_a_name_in_apposition_further_on_belongs_to_its_role() -> None:
    rows = """
    The      DET   2 det
    manager  NOUN  10 nsubj
    of       ADP   4 case
    Bars     PROPN 2 nmod
    and      CCONJ 6 cc
    director NOUN  2 conj
    ,        PUNCT 8 punct
    Ann      PROPN 6 appos
    Lee      PROPN 8 flat
    said     VERB  0 root
    """
    read = analysis(rows, people=("Ann", "Lee"))
    found = {c.span.of(read.text) for c in find_candidates(Scene(read, ()))}
    assert "The manager of Bars and director , Ann Lee" in found


def test_a_mention_takes_in_the_name_behind_a_title() -> None:
    rows = """
    The     DET   2 det
    member  NOUN  9 nsubj
    for     ADP   5 case
    the     DET   5 det
    area    NOUN  2 nmod
    ,       PUNCT 8 punct
    Mr.     PROPN 8 compound
    Musa    PROPN 2 appos
    spoke   VERB  0 root
    """
    read = analysis(rows, people=("Musa",))
    found = [c.span.of(read.text) for c in find_candidates(Scene(read, ()))]
    assert "The member for the area , Mr. Musa" in found


def test_a_mention_does_not_begin_with_a_mark_or_a_preposition() -> None:
    rows = """
    It    PRON  2 nsubj
    fell  VERB  0 root
    ,     PUNCT 5 det
    with  ADP   5 det
    Musa  PROPN 2 nsubj
    """
    assert "Musa" in candidates(rows)


def test_a_mention_takes_in_that_somebody_was_briefed() -> None:
    rows = """
    An       DET   2 det
    official NOUN  6 nsubj
    briefed  VERB  2 acl VBN
    on       ADP   5 case
    it       PRON  3 obl
    spoke    VERB  0 root
    """
    assert "An official briefed on it" in candidates(rows)
    assert "An official" in candidates(rows.replace("briefed", "ordered"))

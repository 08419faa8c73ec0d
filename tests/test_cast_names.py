"""Personal names as words: runs of capitals, titles, and which two names can be one person's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.cast.names import can_be_same, capitalised_runs, fold, without_titles

WORDS = st.lists(st.sampled_from(["ada", "a", "king", "byron", "peel", "bob", "robert"]), min_size=2, max_size=4).map(
    tuple
)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("the Ludwig van Beethoven prize", ["Ludwig van Beethoven"]),
        ("Sen. Ada Byron spoke", ["Sen. Ada Byron"]),
        ("Ada K. Byron Jr. spoke", ["Ada K. Byron Jr"]),
        ('Robert C. "Bob" Peel spoke', ['Robert C. "Bob" Peel']),
        ("Ada Byron's aide", ["Ada Byron"]),
        ("Ada O&#39;Byron&rsquo;s aide", ["Ada O&#39;Byron"]),
        ("Mustafa Abdul-Jalil and Abdel Fattah al-Sadr", ["Mustafa Abdul-Jalil", "Abdel Fattah al-Sadr"]),
        ("Ada Byron (D-N.Y.) spoke", ["Ada Byron", "D-N.Y"]),
        ("in Rome. Ada spoke", ["Rome", "Ada"]),
        ("“Rain,” Byron said", ["Rain", "Byron"]),
        ("nothing here", []),
    ],
)
def test_runs_of_capitals(text: str, runs: list[str]) -> None:
    assert [text[run[0].start : run[-1].end] for run in capitalised_runs(text)] == runs


@pytest.mark.parametrize(
    ("text", "titles", "name"),
    [
        ("Prime Minister Ada Byron", ["Prime", "Minister"], ["Ada", "Byron"]),
        ("Datuk Seri Ada Byron", ["Datuk", "Seri"], ["Ada", "Byron"]),
        ("Gov. Earl Byron", ["Gov"], ["Earl", "Byron"]),
        ("Prince Charles", [], ["Prince", "Charles"]),
        ("Minister", [], ["Minister"]),
    ],
)
def test_titles_are_no_part_of_a_name_but_royal_ones_are(text: str, titles: list[str], name: list[str]) -> None:
    before, words = without_titles(next(iter(capitalised_runs(text))))
    assert ([w.text for w in before], [w.text for w in words]) == (titles, name)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (("ada", "byron"), ("ada", "king", "byron"), True),
        (("a", "byron"), ("ada", "byron"), True),
        (("bob", "peel"), ("robert", "peel"), True),
        (("ahmad", "zahid"), ("ahmad", "zahid", "hamidi"), True),
        (("ada", "byron"), ("george", "byron"), False),
        (("ada", "byron"), ("ada", "peel"), False),
        (("george", "w", "byron"), ("george", "h", "byron"), False),
    ],
)
def test_names_of_one_person(a: tuple[str, ...], b: tuple[str, ...], same: bool) -> None:
    assert can_be_same(a, b) is same


@settings(deadline=None)
@given(WORDS, WORDS)
def test_sameness_has_no_order(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    if len(a) != len(b):
        assert can_be_same(a, b) == can_be_same(b, a)
    assert can_be_same(a, a)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_runs_stand_in_the_text_as_worded(text: str) -> None:
    for run in capitalised_runs(text):
        for word in run:
            assert text[word.start : word.end].replace("\u00ad", "") == word.text  # a soft hyphen is no letter
        assert [w.start for w in run] == sorted(w.start for w in run)


@settings(deadline=None)
@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)

"""Names: what is read out of a wording, and how two wordings relate."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.domain import Span
from quotes.identity.alignment import Level, relate_names
from quotes.identity.folding import fold, skeleton, sounds_alike
from quotes.identity.names import parse_name
from quotes.identity.organisations import relate_organisations
from quotes.identity.roles import read_role
from quotes.identity.surroundings import find_entities, find_roles

PAIRS: list[tuple[str, str, Level]] = [
    ("Wolfgang Schäuble", "Wolfgang Schaeuble", "same"),
    ("Ban Ki-moon", "Ban Ki Moon", "same"),
    ("Shinzo Abe", "Abe Shinzo", "same"),
    ("Mustafa Abdul-Jalil", "Mustafa Abdel Jalil", "same"),
    ("Benedict XVI", "Pope Benedict XVI", "same"),
    ("Jane Doe", "Dr. Jane Doe, MBE", "same"),
    ("Muammar al-Gaddafi", "Moammar Gadhafi", "variant"),
    ("Muammar Qaddafi", "Mouammar Kadhafi", "variant"),
    ("Walid Muallem", "Walid al-Moallem", "variant"),
    ("Mary Smith (née Jones)", "Mary Jones", "variant"),
    ("Mary Smith, née Jones", "Mary Jones", "variant"),
    ("Mary Smith, born Mary Jones", "Mary Jones", "variant"),
    ("Abdul-Jalil", "Abdel Jalil", "mononym"),
    ("Mustafa Abdeljalil", "Abdul-Jalil", "surname"),
    ("Mustafa Abdul-Jalil", "Jalil", "one name"),
    ("Sepp Doe", "Josef Doe", "variant"),
    ("Doe-friendly", "Jane Doe", "surname"),
    ("Doe On Tuesday", "Jane Doe", "surname"),
    ("Doe as Secretary", "Jane Doe", "surname"),
    ("Park Ji-won", "Park Ji Won", "same"),
    ("Sophie in 't Veld", "Sophie in't Veld", "same"),
    ("Qaddafi", "Kadhafi", "mononym"),
    ("Robert Doe", "Bob Doe", "variant"),
    ("Hillary Clinton", "Hillary Rodham Clinton", "part"),
    ("George Bush", "George W. Bush", "part"),
    ("José Luis Rodríguez Zapatero", "Jose Luis Zapatero", "part"),
    ("John Kirby", "John Kriby", "misspelt"),
    ("P. Chidambaram", "Palaniappan Chidambaram", "initials"),
    ("Hitler", "Hitler", "mononym"),
    ("Angela Merkel", "Merkel", "surname"),
    ("José Luis Rodríguez Zapatero", "Rodríguez", "surname"),
    ("Herman Van Rompuy", "Van Rompuy", "surname"),
    ("Saddam Hussein", "Saddam", "one name"),
    ("Hillary Rodham", "Hillary Clinton", "renamed"),
    ("Bill Clinton", "Hillary Clinton", "different"),
    ("George W. Bush", "George H.W. Bush", "different"),
    ("Kim Jong-nam", "Kim Yong-nam", "different"),
    ("Benedict XVI", "Benedict XV", "different"),
    ("Martin Luther King Jr.", "Martin Luther King Sr.", "different"),
    ("Jan Mueller", "Jean Mueller", "different"),
    ("Bill Gates", "Bill Kates", "renamed"),
    ("Jane Doe", "Richard Roe", "none"),
]
WORD = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäöüñçéø"), min_size=1, max_size=9)
NAMES = st.lists(WORD, min_size=1, max_size=4).map(lambda words: " ".join(word.capitalize() for word in words))


@pytest.mark.parametrize(("a", "b", "level"), PAIRS)
def test_levels(a: str, b: str, level: Level) -> None:
    assert relate_names(parse_name(a), parse_name(b)).level == level
    assert relate_names(parse_name(b), parse_name(a)).level == level


@settings(deadline=None)
@given(NAMES, NAMES)
def test_the_relation_is_symmetric(a: str, b: str) -> None:
    one, other = parse_name(a), parse_name(b)
    assert relate_names(one, other).level == relate_names(other, one).level


@settings(deadline=None)
@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    parsed = parse_name(name)
    assert relate_names(parsed, parsed).level in ("same", "mononym")


@settings(deadline=None)
@given(WORD)
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)
    assert sounds_alike(fold(word), fold(word))


def test_the_spellings_of_a_sound_share_a_skeleton() -> None:
    assert skeleton("yanukovych") == skeleton("yanukovich")
    assert skeleton("yushchenko") == skeleton("yushenko")
    assert skeleton("smith") != skeleton("sand")


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("the Foreign Office", "Foreign Office", "one name"),
        ("Acme Corp.", "Acme", "same"),
        ("European Central Bank", "ECB", "initials"),
        ("the Associated Press", "AP", "initials"),
        ("Acme Steel", "Acme Rail", "none"),
    ],
)
def test_organisations(a: str, b: str, level: Level) -> None:
    assert relate_organisations(a, b).level == level


def test_a_role_tells_its_noun_its_field_and_its_country() -> None:
    role = read_role("German foreign minister")
    assert role.nouns == {"foreign minister"}
    assert "politics" in role.fields
    assert role.proper == {"germa"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Yesterday the Ruritanian Prime Minister Jane Doe left.", ("Ruritanian Prime Minister",)),
        ("Jane Doe, the mayor of Strelsau, left.", ("mayor of Strelsau",)),
        ("They met Jane Doe, President Roe and others.", ()),
        ("Nobody saw Jane Doe leave.", ()),
    ],
)
def test_roles_around_a_name(text: str, roles: tuple[str, ...]) -> None:
    start = text.index("Jane Doe")
    assert find_roles(text, [Span(start, start + len("Jane Doe"))]) == roles


def test_entities_leave_out_words_that_only_begin_a_sentence() -> None:
    found = find_entities("Rain fell on Strelsau. The Bank of Ruritania closed, and rain went on.")
    assert found == {"strelsau", "bank of ruritania"}

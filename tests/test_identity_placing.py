"""One newcomer at a time: who it is among those who are there."""

import pytest

from quotes.identity.alignment import relate_names
from quotes.identity.block import Blocks, is_single
from quotes.identity.candidates import Candidates
from quotes.identity.compare import Census
from quotes.identity.names import parse_name
from quotes.identity.placing import Placement, place, reconsider
from quotes.identity.profiles import Appearance, Profile, merge_profiles

PARLIAMENT = frozenset(("strelsau", "chamber of deputies", "budget act"))
STADIUM = frozenset(("zenda united", "ruritanian cup", "hentzau park"))
ENTITIES = dict.fromkeys(PARLIAMENT | STADIUM, 2)


def seen(article: str, name: str, role: str | None = None, entities: frozenset[str] = frozenset()) -> Profile:
    return Profile.of(Appearance(article, "person", (name,), (role,) if role else (), (), entities))


def placed(newcomer: Profile, *there: Profile, bearers: int = 0) -> tuple[Placement, Candidates]:
    families = {"elphberg": bearers, "smith": bearers}
    candidates = Candidates(Blocks(there).near, Census(20, ENTITIES, families))
    return place(newcomer, candidates), candidates


def test_somebody_of_the_same_rare_name_is_the_same() -> None:
    there = seen("1", "Flavia Elphberg")
    found, _ = placed(seen("2", "Flavia Elphberg"), there)
    assert found.person is not None
    assert found.person.left == there.id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moammar Gadhafi", "Muammar al-Qaddafi"),
        ("Kate Holloway", "Katherine Holloway"),
        ("Jürgen Schäuble", "Juergen Schaeuble"),
        ("Franz-Josef Rassendyll", "Franz Josef Rassendyll"),
        ("Rudolf Q. Rassendyll", "Rudolf Rassendyll"),
        ("Friedrich Tarlenheim", "Friedrich Tarlenhiem"),
    ],
)
def test_forms_of_a_name_find_each_other(one: str, other: str) -> None:
    for a, b in ((one, other), (other, one)):
        found, _ = placed(seen("2", a), seen("1", b))
        assert found.person is not None


def test_a_namesake_of_another_trade_is_asked_about() -> None:
    senator, coach = seen("1", "Michael Smith", "senator", PARLIAMENT), seen("2", "Michael Smith", "coach", STADIUM)
    found, _ = placed(coach, senator)
    assert found.person is None
    assert [doubt.left for doubt in found.doubts] == [senator.id]


def test_of_two_namesakes_the_one_who_fits_is_meant() -> None:
    senator, coach = seen("1", "Michael Smith", "senator", PARLIAMENT), seen("2", "Michael Smith", "coach", STADIUM)
    found, _ = placed(seen("3", "Michael Smith", None, STADIUM), senator, coach)
    assert found.person is not None
    assert found.person.left == coach.id


def test_a_family_name_alone_goes_to_nobody_without_evidence() -> None:
    found, _ = placed(seen("2", "Elphberg"), seen("1", "Flavia Elphberg"), bearers=1)
    assert found.person is None
    assert len(found.doubts) == 1


def test_a_family_name_goes_to_its_bearer_when_enough_is_known() -> None:
    articles = [seen(str(n), "Flavia Elphberg", "queen", PARLIAMENT) for n in range(4)]
    single = seen("9", "Elphberg", None, PARLIAMENT)
    alone, _ = placed(single, articles[0], bearers=4)
    assert alone.person is None
    queen = merge_profiles(articles)
    _, candidates = placed(single, queen, single, bearers=4)
    assert is_single(single)
    assert [proposal.right for proposal in reconsider(queen, [single], candidates)] == [single.id]


def test_george_bush_is_either() -> None:
    elder, younger = seen("1", "George H. W. Bush"), seen("2", "George W. Bush")
    found, _ = placed(seen("3", "George Bush"), elder, younger)
    assert found.person is None
    assert len(found.doubts) == 2


def test_a_middle_initial_is_no_first_or_family_name() -> None:
    def level(one: str, other: str) -> str:
        return relate_names(parse_name(one), parse_name(other)).level

    assert level("Luke Elphberg", "Monica L. Elphberg") == "different"
    assert level("Monica Lopez", "Monica L. Elphberg") == "different"
    assert level("Luke Elphberg", "L. Elphberg") == "initials"
    assert level("Michael Elphberg", "J. M. Elphberg") == "initials"


def test_a_crowd_under_one_key_tells_nothing() -> None:
    crowd = [seen(str(n), f"{chr(65 + n % 26)}{chr(97 + n // 26)}ron Smith") for n in range(200)]
    assert len(Blocks(crowd).near(seen("x", "Bela Smith"))) < 30

"""One case for each rule by which the resolver tells people apart or ties a description to one of them."""

import pytest

from quotes.cast import resolve_speakers
from tests.plain_reading import read


def names(marked: str, **told: object) -> list[str | None]:
    article, analysis, attributions = read(marked, **told)  # type: ignore[arg-type]
    return [i.name if i is not None else None for i in resolve_speakers(article, analysis, attributions)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "Ada Byron spoke. “Rain,” {Byron} said.\nShe met George Byron. “Snow,” {Byron} said.",
            ["Ada Byron", "Ada Byron"],
            id="who went by the surname before",
        ),
        pytest.param(
            "“Rain,” {Mr. Byron} said.\nMr. Byron met Grace Poole. Peel met Charles Byron Memorial Day.",
            ["Charles Byron"],
            id="a name ends where its bearer is addressed by",
        ),
        pytest.param(
            "Mary and Zeno Byron arrived. “Rain,” said {Ms Byron}. “Snow,” {Byron} said.",
            ["Mary Byron", "Mary Byron"],
            id="the one of a couple whom a title tells",
        ),
        pytest.param("Mary and Zeno Byron arrived. “Rain,” {Mary} said.", ["Mary"], id="nobody says that they are one"),
        pytest.param("Ada Lovelane spoke. “Rain,” said {Ms. Lovelene}.", ["Ada Lovelane"], id="a slip of the pen"),
        pytest.param("“Rain,” said {Ada (Cia) Byron}.", ["Ada (Cia) Byron"], id="a nickname in brackets"),
        pytest.param(
            "“Rain,” said {the Council of Loam chair Ada Byron}.",
            ["Ada Byron"],
            id="the name behind the post",
        ),
        pytest.param("A foreman spoke. “Rain,” {Foreman} said.", [None], id="a trade as the article knows it"),
        pytest.param("George Foreman spoke. “Rain,” {Foreman} said.", ["George Foreman"], id="a trade as a surname"),
        pytest.param("“Rain,” said {its Chief Engineer, Ada Byron}.", ["Ada Byron"], id="a post before its holder"),
        pytest.param("Ada Byron spoke. “Rain,” said {Cllr Byron}.", ["Ada Byron"], id="a councillor's title"),
        pytest.param("“Rain,” said {Bob O&#39;Peel}.", ["Bob O'Peel"], id="an apostrophe in mark-up"),
    ],
)
def test_names(marked: str, expected: list[str | None]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("“Rain,” said {the University} of Loam researchers.", {"organisations": ["University of Loam"]}),
        ("Ada Byron arrived. “Rain,” {the official} said.", {}),
        ("Ada Byron arrived. “Rain,” {the spokesman} said.", {}),
        ("Ada Byron arrived. “Grace Peel lies,” {the source} said.", {}),
    ],
)
def test_the_unnamed_stay_unnamed(marked: str, told: dict[str, object]) -> None:
    assert names(marked, **told) == [None]


def test_nobody_speaks_who_is_named_in_the_words_alone() -> None:
    assert names("“Grace Peel lies,” {she} said.") == [None]


def test_a_description_does_not_take_up_somebody_of_another_post() -> None:
    text = "Sen. Ada Byron spoke. “Rain,” {the Loamshire governor} said."
    assert names(text) == [None]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("“Rain,” said the Loam Traders’ {Association}.", "Loam Traders’ Association"),
        ("“Rain,” said the People's Harvest {Association}.", "People's Harvest Association"),
        ("“Rain,” said Loam’s {Association}.", "Association"),
        ("“Rain,” said the local {Association}.", "Association"),
    ],
)
def test_a_body_has_the_whole_of_its_name(marked: str, name: str) -> None:
    assert names(marked, organisations=["Association"], places=["Loam"], no_people=True) == [name]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Loam FC spoke. Loam Cup Committee was there. “Rain,” {the club} said.", "Loam FC"),
        ("Loam Cup Committee was there. “Rain,” {the club} said.", None),
    ],
)
def test_a_club_is_no_committee(marked: str, expected: str | None) -> None:
    assert names(marked, organisations=["Loam FC", "Loam Cup Committee"]) == [expected]


def test_a_body_keeps_the_wording_of_its_name() -> None:
    marked = "“Rain,” said {the Ministry of Trade and the Interior}."
    told = {"organisations": ["Ministry of Trade"], "no_people": True}
    assert names(marked, **told) == ["Ministry of Trade and the Interior"]

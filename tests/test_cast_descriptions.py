"""Definite descriptions: whom they take up, one line a case. None where nobody may be named."""

import pytest

from quotes.cast import resolve_speakers
from tests.plain_reading import read, sources_of


def resolved(marked: str) -> list[tuple[str | None, str | None]]:
    """The name and the descriptor of each quotation's source."""
    article, analysis, attributions = read(marked)
    return [(i.name, i.descriptor) for i in resolve_speakers(article, analysis, attributions) if i is not None]


@pytest.mark.parametrize(
    ("marked", "descriptor"),
    [
        ("A shareholder spoke. “Rain,” {the investor} said.", "A shareholder"),
        ("A former principal spoke. “Rain,” {the former administrator} said.", "A former principal"),
        ("An officer spoke. “Rain,” {the policeman} said.", "An officer"),
        ("A plumber spoke. “Rain,” {the man} said.", "A plumber"),
        ("Congresswoman Ada Byron spoke. A republican spoke. “Rain,” {the lawmaker} said.", "A republican"),
        ("Commissioner Ada Byron spoke. An official spoke. “Rain,” {the official} said.", "An official"),
        ("A spokeswoman spoke. “Rain,” {the man} said.", "the man"),
    ],
)
def test_an_unnamed_source_is_taken_up_by_another_noun(marked: str, descriptor: str) -> None:
    assert resolved(marked) == [(None, descriptor)]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("“Snow,” said {Commissioner Ada Byron}. “Rain,” {the official} said.", "Ada Byron"),
        ("“Snow,” said {branch secretary Ada Byron}. “Rain,” {the unionist} said.", "Ada Byron"),
        ("“Snow,” said {Ada Byron, 17}. “Rain,” {the teenager} said.", "Ada Byron"),
        ("“Snow,” {Ada Byron} said. “Rain,” said {the centre-half}.", "Ada Byron"),
        ("“Snow,” said {Ada Byron}. “Rain,” {the winger} said.", "Ada Byron"),
    ],
)
def test_who_has_just_spoken_is_called_by_another_noun(marked: str, name: str) -> None:
    assert resolved(marked)[-1][0] == name


@pytest.mark.parametrize(
    "marked",
    [
        "Commissioner Ada Byron arrived. Pip met Sam. “Rain,” {the official} said.",
        "“Snow,” said {Ada Byron}. “Rain,” {the official} said.",
        "“Snow,” said {Ada Byron, 54}. “Rain,” {the teenager} said.",
        "“Snow,” said {Ada Byron}. “Rain,” {the defendant} said.",
        "“Snow,” said {Ada Byron} with her son. “Rain,” {the teenager} said.",
        "“Snow,” said {goalkeeper Ada Byron}. “Rain,” {the winger} said.",
        "“Snow,” said {Ada Byron}. “Rain,” {the driver} said.",
        "Mayor Ada Byron spoke. “Rain,” {the deputy mayor} said.",
        "President Ada Byron spoke. “Rain,” {the vice president} said.",
        "Vice President Ada Byron spoke. “Rain,” {the president} said.",
        "Health Minister Ada Byron spoke. “Rain,” {the finance minister} said.",
        "General Ada Byron spoke. “Rain,” {the attorney general} said.",
        "Mayor Ada Byron spoke. “Rain,” {the new mayor} said.",
    ],
)
def test_a_description_of_somebody_else_gets_no_name(marked: str) -> None:
    assert resolved(marked)[-1][0] is None


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Deputy Mayor Ada Byron spoke. “Rain,” {the deputy mayor} said.", "Ada Byron"),
        ("Prime Minister Ada Byron spoke. “Rain,” {the prime minister} said.", "Ada Byron"),
        ("Former Mayor Ada Byron spoke. “Rain,” {the former mayor} said.", "Ada Byron"),
    ],
)
def test_a_post_with_its_modifiers(marked: str, name: str) -> None:
    assert resolved(marked)[-1][0] == name


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("The prime minister spoke. “Rain,” {he} said.", ("named_person", False)),
        ("Loam’s ambassador spoke. “Rain,” {he} said.", ("named_person", False)),
        ("A aide spoke. Then another spoke. “Rain,” {he} said.", ("unnamed_person", True)),
        ("“Rain,” {the other} said.", ("unnamed_person", True)),
        ("“Rain,” {a second} said.", ("unnamed_person", True)),
    ],
)
def test_the_unnamed_whom_a_pronoun_means(marked: str, found: tuple[str, bool]) -> None:
    article, analysis, attributions = read(marked)
    [source] = sources_of(article, analysis, attributions)
    assert source is not None
    assert (source.name, source.type, source.anonymous) == (None, *found)


@pytest.mark.parametrize(
    ("marked", "descriptor", "type_", "anonymous"),
    [
        ("Officials spoke. “Rain,” {they} said.", "Officials", "unnamed_group", True),
        ("Critics spoke. “Rain,” {they} said.", "Critics", "unnamed_group", False),
        ("The report arrived. “Rain,” {it} said.", "The report", "document", False),
        ("Ada Byron spoke. “Rain,” said {the mother of one of the victims}.", None, "unnamed_person", True),
        ("Ada Byron’s agent spoke. “Rain,” {the agent} said.", "Ada Byron’s agent", "unnamed_person", True),
    ],
)
def test_what_a_short_form_stands_for(marked: str, descriptor: str | None, type_: str, anonymous: bool) -> None:
    article, analysis, attributions = read(marked)
    [source] = sources_of(article, analysis, attributions)
    assert source is not None
    assert (source.name, source.type, source.anonymous) == (None, type_, anonymous)
    assert descriptor is None or source.descriptor == descriptor


def test_a_gendered_post_before_the_name_is_a_role() -> None:
    assert resolved("“Snow,” said {Congressman Bob Byron}. “Rain,” {the lawmaker} said.")[1][0] == "Bob Byron"

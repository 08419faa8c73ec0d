"""Whom the packaged models and the resolver give the quotations of short articles to: one line a case, with the names
and the source types that the quotations get, in order. A line break begins a paragraph."""

from functools import cache

import pytest

from quotes.domain import Article
from quotes.parser import Parser

ONE, GROUP, NAMED, BODY, TEXT = "unnamed_person", "unnamed_group", "named_person", "named_organization", "document"


@cache
def parser() -> Parser:
    return Parser(threads=1)


def sources(text: str) -> list[tuple[str | None, str]]:
    parsed = parser().parse(Article("a", text.replace("\n", "\n\n")))
    return [
        (q.source.name, q.source.type)
        for q in parsed.quotations
        if q.source and q.attribution.quotation.kind != "indirect"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“It will open in May,” a spokeswoman for Health Secretary Ada Byron said.",
        "A spokesman for Minister for Finance Ada Byron said: “It will open in May.”",
        "A spokesman for the Health Secretary, Ada Byron, said: “It will open in May.”",
        "An adviser to the Prime Minister, Ada Byron, said: “It will open in May.”",
        "A spokesman for Health Secretary Ada Byron rang.\nThe spokesman said: “It will open in May.”",
    ],
)
def test_a_messenger_does_not_get_the_principal_s_name(text: str) -> None:
    assert sources(text) == [(None, ONE)]


@pytest.mark.parametrize(
    "text",
    [
        "“It will open in May,” said a spokesman for the ministry, Ada Byron.",
        "“It will open in May,” said a lawyer for Mr Peel, Ada Byron.",
        "“It will open in May,” said Special Adviser to the President, Ada Byron.",
        "“It will open in May,” said a friend, former captain Ada Byron.",
        "“It will open in May,” said the spokesman for the Health Ministry Ada Byron.",
    ],
)
def test_a_messenger_may_have_a_name(text: str) -> None:
    assert sources(text) == [("Ada Byron", NAMED)]


@pytest.mark.parametrize(
    "text",
    [
        "CARVER FALLS, Minn. (AP) — The mayor has left.\nThe clerk came. She said: “It will open in May.”",
        "HARTFORD, Conn. — A clerk wept. “It will open in May,” he said.",
    ],
)
def test_a_dateline_names_nobody(text: str) -> None:
    assert [name for name, _ in sources(text)] == [None]


def test_a_season_is_nobody_s_calling() -> None:
    assert sources("They hate the winter here. “It will open in May,” Mr. Winter said.") == [("Winter", NAMED)]


@pytest.mark.parametrize(
    "text",
    [
        "Lantern Forge makes games. “It was a mess,” said one developer who left last year.",
        "Lantern Forge makes games. One developer who left was sad. “It was a mess,” the developer said.",
    ],
)
def test_one_developer_is_a_person(text: str) -> None:
    assert sources(text) == [(None, ONE)]


def test_the_developer_may_be_the_company() -> None:
    assert sources("“It will be nice,” said the developer, Acme Homes Ltd.") == [("Acme Homes Ltd", BODY)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Norman Peel, 78, died. He leaves his wife of 51 years, Jean.\n“I miss him,” said Mrs Peel.", "Jean"
        ),
        pytest.param("Sally Peel spoke. Her husband, John, wept.\n“I miss him,” said Mr Peel.", "John"),
        pytest.param("Tom Peel killed Ann Poole. His mother, Jane, wept. “He is no killer,” said Mrs Peel.", "Jane"),
        ("Norman Peel, 78, died. His son, Paul Peel, wept.\n“I miss him,” said Mr Peel, 49.", "Paul Peel"),
        pytest.param("Norman Peel, 78, died. His son, Paul Peel, wept.\n“I miss him,” said Mr Peel.", None),
        ("Macsen Rees, 9, wrote a letter. His dad, Gareth, posted it. “He was thrilled,” said his dad.", "Gareth"),
        ("Macsen Rees, 9, wrote a letter. His mum, Ceri, posted it. “He was thrilled,” said his mum.", "Ceri"),
        (
            "Erin Poole, the daughter of Ann Poole, left. Kelly is the daughter of Lynne Rees. "
            "Lynne wept. “It was grim,” her daughter said.",
            None,
        ),
    ],
)
def test_families(text: str, name: str | None) -> None:
    assert [n for n, _ in sources(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Acme Mining plans a pit. “It will open in May,” the Melbourne-based company said.", "Acme Mining"
        ),
        ("Nestwell, the smart home startup, makes cameras. “It will open in May,” Nestwell said.", "Nestwell"),
        ("Nestwell, the smart home startup, makes cameras. “It will open in May,” the company said.", "Nestwell"),
        ("Halden, the Oslo-based engineering group, makes pumps. “It will open in May,” Halden said.", "Halden"),
        ("“It will open in May,” the company said. The FTC sued.", None),
    ],
)
def test_companies(text: str, name: str | None) -> None:
    assert sources(text) == [(name, BODY)]


@pytest.mark.parametrize("post", ["Taoiseach", "Tánaiste", "Coroner"])
def test_a_post_is_no_body(post: str) -> None:
    assert sources(f"“It will open in May,” the {post} said.") == [(None, NAMED)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It will open in May,” said a resident, who gave only her first name, Rosa.", None),
        ("“It will open in May,” said a resident who would give only his first name, Pablo.", None),
        ("A judge jailed a thief who was “very sorry”, he said.\nCallum Peel, 34, was seen.", None),
        ("A taxi driver said he had “feared for his life”.\nCallum Peel, 34, was jailed for it.", None),
    ],
)
def test_a_name_behind_that_hides_somebody_or_is_anothers(text: str, name: str | None) -> None:
    assert [n for n, _ in sources(text)] == [name]


def test_what_is_former_is_no_text() -> None:
    assert sources("“It will open in May,” a former lead said.") == [(None, ONE)]

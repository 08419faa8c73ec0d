"""Labels of lines, and the quotations that they begin."""

import re

import pytest

from quotes.domain import Analysis, Span
from quotes.find import find_stretches
from quotes.find.labels import find_label, is_dateline


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("MR. HOBART: We sailed at six.", "MR. HOBART"),
        ("“DELACROIX: Who wrote it?", "DELACROIX"),
        ("Q: Who wrote it?", "Q"),
        ("Chair of the Board Ann Lee: “No.”", "Chair of the Board Ann Lee"),
        ("Dr Rona Vale (Porthmere East) (Ind): I thank her.", "Dr Rona Vale"),
        ("3. Hugh Lacey (Skelby) (Lab): What steps is she taking?", "Hugh Lacey"),
        (
            "The Secretary of State for Ports and Harbours (Mrs Ilse Ward): None.",
            "The Secretary of State for Ports and Harbours",
        ),
        ("**Ilse Ward:** I was asked.", "Ilse Ward"),
        ("Rona Vale, 34, cook: “The smell of it.”", "Rona Vale"),
        ("KYRA VALE, HARBOUR CORRESPONDENT: It is shut.", "KYRA VALE"),
        ("[00:01:12] Rona Vale: We sail at six.", "Rona Vale"),
        ("((Rona Vale)) I had rowed for years.", "Rona Vale"),
        ("Statement from Mayor Rona Vale:", "Mayor Rona Vale"),
        ("From the desk of Rona Vale, Harbour Office.", "Rona Vale"),
        ("Rona Vale, who runs the ferry, said: “No.”", None),
        ("In Skelby, the mayor, asked: “No.”", None),
        ("Fish from Skelby: a guide", None),
        ("Relief for Harbours: what the plan says", None),
        ("The mayor said: “No.”", None),
        ("At 10:30 they left.", None),
        ("X: a letter alone is no name", None),
        ("Nothing here", None),
    ],
)
def test_label(line: str, label: str | None) -> None:
    found = find_label(line, Span(0, len(line)))
    assert (found and found.name.of(line)) == label


def stretches(*paragraphs: str) -> list[tuple[str, int | None]]:
    text = "\n".join(paragraphs)
    spans: list[Span] = []
    for paragraph in paragraphs:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(paragraph)))
    found = find_stretches(Analysis(text, tuple(spans), (), (), ()))
    return [(q.span.of(text), q.group) for q in found if q.parent is None]


def test_a_label_begins_a_quotation_of_its_own() -> None:
    found = stretches('"LEE: We sailed.', '"And we came back.', '"OKAFOR: When?"')
    assert [group for _, group in found] == [1, 1, None]


def test_an_opening_mark_goes_around_inner_marks_of_another_shape() -> None:
    assert stretches('"LEE: They call it “the ditch.” It is a river.') == [
        ('"LEE: They call it “the ditch.” It is a river.', None)
    ]


def test_directions_are_nobodys_words() -> None:
    assert stretches('"LEE: We sailed."', '"(CROSSTALK.)"') == [('"LEE: We sailed."', None)]


def test_a_quotation_whose_missing_mark_an_attribution_shows_does_not_run_on() -> None:
    found = stretches("“We had the crane, said foreman Dario Quispe.", "“They wanted money,” said Inés Roldán.")
    assert [group for _, group in found] == [None, None]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("PORTHMERE: Warning that the quay “may give way”, the mayor closed it.", True),
        ("Ferry\n\nSKELBY BAY: The ferry is late.", True),
        ("VALE: “The ferry is late.”", False),
        ("“VALE: The ferry is late.", False),
        ("MR. VALE: The ferry is late.", False),
        ("Q: Is it late?", False),
        ("Rona Vale: It is late.", False),
    ],
)
def test_a_place_in_capitals_begins_an_article_and_says_nothing(text: str, dateline: bool) -> None:
    line = next(m for m in re.finditer(r"[^\n]+", text) if ":" in m.group())
    label = find_label(text, Span(*line.span()))
    assert label is not None
    assert is_dateline(text, label.name) is dateline

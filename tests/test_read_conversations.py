"""Turns that a web page tells by its mark-up get the labels of plain text; what is no conversation gets none."""

from pathlib import Path

import pytest

from tests.test_read_html import paragraphs

TURNS = [("Ann Lee", "We sail at six."), ("Bo Ray", "We do not."), ("Ann Lee", "We <i>do</i> sail.")]
NAMED = {
    "beside its words": '<p><span class="speaker">{}</span> {}</p>',
    "in a box beside their box": '<div><span class="speaker-name">{}</span><span>{}</span></div>',
    "in a box above their box": '<div><div class="Speaker">{}</div><div><div>{}</div></div></div>',
    "in two boxes": '<div><div class="speaker"><b class="speaker">{}:</b></div></div><p>{}</p>',
    "in bold type": "<p><strong>{}</strong> {}</p>",
    "with a colon of its own": '<p><span class="speaker">{}</span>: {}</p>',
}
AROUND = {
    "a list that calls it a speaker": ("<dl>{}</dl>", '<dt class="speaker">{}</dt><dd>{}</dd>'),
    "a list": ("<dl>{}</dl>", "<dt>{}</dt><dd>{}</dd>"),
    "a table": ("<table>{}</table>", "<tr><td>{}</td><td>{}</td></tr>"),
}
ASKED = [
    ("How did you come to the ferry?", "My father ran it. I was nine."),
    ("And then?", "Then he fell ill, and I took the rope.</p><p>My sister did not."),
    ("Were you afraid?", "I was not."),
]
LABELLED = [
    "Q: How did you come to the ferry?",
    "A: My father ran it. I was nine.",
    "Q: And then?",
    "A: Then he fell ill, and I took the rope.",
    "My sister did not.",
    "Q: Were you afraid?",
    "A: I was not.",
]
QUESTIONS = {
    "above the answer": "<p><strong>{}</strong></p><p>{}</p>",
    "on a line above it": "<p><b>{}</b><br>{}</p>",
    "before it": "<p><em>{}</em> {}</p>",
    "as a heading": "<h3>{}</h3><p>{}</p>",
    "parted by advertising": "<p><b>{}</b></p><div><script>show('?');</script></div><div>Shop now</div><p>{}</p>",
}


@pytest.mark.parametrize("kind", NAMED)
def test_a_name_is_the_label_of_the_words_beside_it(kind: str, tmp_path: Path) -> None:
    body = "".join(NAMED[kind].format(*turn) for turn in TURNS)
    assert paragraphs(tmp_path, body) == ["Ann Lee: We sail at six.", "Bo Ray: We do not.", "Ann Lee: We do sail."]


@pytest.mark.parametrize("kind", AROUND)
def test_a_name_in_a_cell_is_the_label_of_the_next(kind: str, tmp_path: Path) -> None:
    outer, inner = AROUND[kind]
    body = outer.format("".join(inner.format(*turn) for turn in TURNS))
    assert paragraphs(tmp_path, body) == ["Ann Lee: We sail at six.", "Bo Ray: We do not.", "Ann Lee: We do sail."]


@pytest.mark.parametrize(
    "body",
    [
        '<div class="speaker">Ann Lee</div><p>Chair of the board.</p><div class="speaker">Bo Ray</div><p>Pilot.</p>',
        "<table><tr><td>Ann Lee</td><td>12</td></tr><tr><td>Bo Ray</td><td>9</td></tr>"
        "<tr><td>Ann Lee</td><td>7</td></tr></table>",
        "<p><b>Ann Lee</b> sails at six.</p><p><b>Bo Ray</b> does not.</p><p><b>Ann Lee</b> does.</p>",
    ],
    ids=["people each once", "results", "names in sentences"],
)
def test_names_that_are_no_speakers_stay_as_they_are(body: str, tmp_path: Path) -> None:
    assert ":" not in " ".join(paragraphs(tmp_path, body))


@pytest.mark.parametrize("kind", QUESTIONS)
def test_questions_that_stand_out_and_their_answers_are_labelled(kind: str, tmp_path: Path) -> None:
    body = "".join(QUESTIONS[kind].format(*turn) for turn in ASKED)
    assert [p for p in paragraphs(tmp_path, body) if p != "Shop now"] == LABELLED


def test_what_stands_out_between_questions_is_asked_too(tmp_path: Path) -> None:
    told = "<p><b>Tell me about the winter of 2010.</b></p><p>The ice came up to the chapel.</p>"
    first, *others = ["<p><b>{}</b></p><p>{}</p>".format(*turn) for turn in ASKED]
    wanted = [*LABELLED[:2], "Q: Tell me about the winter of 2010.", "A: The ice came up to the chapel.", *LABELLED[2:]]
    assert paragraphs(tmp_path, first + told + "".join(others)) == wanted


@pytest.mark.parametrize(
    "turns",
    [
        [("What happens next?", "The council votes, “and I will vote no,” said Ann Lee, “for my street.”"),
         ("Why?", "The bridge is old."), ("What does it mean for you?", "“I will pay for it,” said Bo Ray.")],
        ASKED[:2],
        [("Q: " + question, "A: " + answer) for question, answer in ASKED],
    ],
    ids=["an explainer", "two questions", "labelled already"],
)  # fmt: skip
def test_other_questions_stay_as_they_are(turns: list[tuple[str, str]], tmp_path: Path) -> None:
    body = "".join(f"<p><b>{question}</b></p><p>{answer}</p>" for question, answer in turns)
    wanted = [p for question, answer in turns for p in (question, *answer.split("</p><p>"))]
    assert paragraphs(tmp_path, body) == wanted

"""What went wrong, class by class, and the page that shows it."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from quotes.evaluate import Evaluation, evaluate, find_mistakes, generate_page, to_predicted
from quotes.evaluate.json_lines import to_gold
from quotes.evaluate.marked import generate_context, marks_of
from quotes.evaluate.mistakes import CLASSES, NOT_SPEECH
from tests.evaluation_samples import FERRY, GOLD, PREDICTED, Record, gold_quote, labels, predicted_quote, right_answers


def judged(gold: list[Record], predicted: list[Record]) -> Evaluation:
    return evaluate([to_gold(record) for record in gold], {p["id"]: to_predicted(p) for p in predicted})


SAMPLES = judged(GOLD, PREDICTED)


def test_each_mistake_of_the_samples() -> None:
    told = [(m.kind, m.span.of(m.article.text), m.expected, m.given) for m in find_mistakes(SAMPLES.judged)]
    assert told == [
        ("missed quote", "“reviewing the matter”", "The owner, Garnet Mills Ltd", ""),
        ("missed quote", "“This will be missed,”", "Ada Quill", ""),
        ("false quote", "“Low Tide”", NOT_SPEECH, "The film"),
        (
            "other span",
            "“The ferry will sail tonight,”",
            "“The ferry will sail tonight,”",
            "“The ferry will sail tonight",
        ),
        ("no mention", "“three crews”", "A senior official", ""),
        ("wrong mention", "“a leaky bucket”", "Critics", "Isla Renfrew"),
        ("wrong name", "“Nobody asked us,”", "Tomas Reyes", "Maria Reyes"),
        ("false naming", "“a leaky bucket”", "unnamed_group", "Isla Renfrew"),
        ("wrong type", "“a leaky bucket”", "unnamed_group", "named_person"),
        ("false indirect", "were ready", "", ""),
    ]


def test_right_answers_make_no_mistakes() -> None:
    evaluation = judged(GOLD, [right_answers(record) for record in GOLD])
    assert find_mistakes(evaluation.judged) == []
    assert "No mistakes." in generate_page(evaluation, "right")


@pytest.mark.parametrize(
    ("anonymous", "claimed", "expected"),
    [(True, False, "missed anonymous"), (False, True, "false anonymous"), (True, True, None), (False, False, None)],
)
def test_anonymous_or_not(anonymous: bool, claimed: bool, expected: str | None) -> None:
    gold = gold_quote(FERRY, "“three crews”", "A senior official", **labels("unnamed_person", anonymous=anonymous))
    said = predicted_quote(FERRY, "“three crews”", "A senior official", source_type="unnamed_person", anonymous=claimed)
    evaluation = judged([{"id": "a", "text": FERRY, "quotes": [gold]}], [{"id": "a", "quotes": [said]}])
    assert [mistake.kind for mistake in find_mistakes(evaluation.judged)] == ([expected] if expected else [])


def test_a_report_with_another_speaker_and_one_that_was_missed() -> None:
    quotes = [predicted_quote(FERRY, "the pier would close", "The log", kind="indirect")]
    for found, kind in ((quotes, "wrong indirect mention"), ([], "missed indirect")):
        evaluation = judged([GOLD[0] | {"quotes": []}], [{"id": "ferry", "quotes": found}])
        assert [mistake.kind for mistake in find_mistakes(evaluation.judged)] == [kind]


class Reader(HTMLParser):
    """Collects what a page would fetch or run, and the text of its cases."""

    def __init__(self) -> None:
        super().__init__()
        self.outside: list[str] = []
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)
        given = dict(attrs)
        self.outside += [value for name in ("src", "href") if (value := given.get(name)) and not value.startswith("#")]


def test_the_page_needs_nothing_else_and_links_to_every_class() -> None:
    page = generate_page(SAMPLES, "<samples> & such")
    reader = Reader()
    reader.feed(page)
    assert reader.outside == []
    assert not {"script", "link", "img", "iframe"} & set(reader.opened)
    assert "<title>&lt;samples&gt; &amp; such – mistakes</title>" in page
    anchors = re.findall(r'<a href="#([\w-]+)">', page)
    assert anchors == [kind.replace(" ", "-") for kind in CLASSES if any(m.kind == kind for m in SAMPLES_MISTAKES)]
    assert all(f'id="{anchor}"' in page for anchor in anchors)
    assert "<h2>missed quote <small>2</small></h2>" in page


SAMPLES_MISTAKES = find_mistakes(SAMPLES.judged)


@pytest.mark.parametrize("mistake", SAMPLES_MISTAKES, ids=lambda mistake: mistake.kind)
def test_the_context_is_the_articles_own_words(mistake: object) -> None:
    chosen = next(m for m in SAMPLES_MISTAKES if m is mistake)
    context = generate_context(chosen.article.text, marks_of(chosen))
    for line in re.findall(r"<p>(.*?)</p>", context, re.DOTALL):
        assert unescape(re.sub(r"<[^>]+>", "", line)) in chosen.article.text
    assert "<b>" not in context


def test_gold_and_prediction_are_marked_apart() -> None:
    wrong = next(m for m in SAMPLES_MISTAKES if m.kind == "wrong mention")
    context = generate_context(wrong.article.text, marks_of(wrong))
    assert re.findall(r'<mark class="([^"]+)" title="[^"]+">([^<]+)</mark>', context) == [
        ("found-who", "Isla Renfrew"),
        ("gold-who", "Critics"),
        ("gold found", "“a leaky bucket”"),
    ]


def test_paragraphs_left_out_are_hinted_at() -> None:
    text = "Ann spoke.\nRain fell.\n“Yes.”\n"
    gold = {"id": "a", "text": text, "quotes": [gold_quote(text, "“Yes.”", "Ann")]}
    (mistake,) = find_mistakes(judged([gold], []).judged)
    assert generate_context(text, marks_of(mistake)).count("[…]") == 1

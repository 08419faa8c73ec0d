"""The measure of who is told apart and brought together: B³, DWIE's format, and `quotes evaluate --identity`."""

import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.cli import main
from quotes.domain import Span
from quotes.errors import InputError
from quotes.evaluate.b_cubed import b_cubed
from quotes.evaluate.dwie import GoldText, read_dwie
from quotes.evaluate.identity import counted_links, measure_gold, measure_text
from quotes.evaluate.people import NamedPerson, read_people
from quotes.identity import Appearance
from quotes.nlp import Analyser

OWN = Path(__file__).parent.parent / "data" / "gold" / "identity.jsonl"
CLUSTERING = st.dictionaries(st.integers(0, 9), st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1)
FLAVIA = "Flavia Elphberg"
TEXTS = {
    "1": ("The mayor, Flavia Elphberg, spoke.", FLAVIA, FLAVIA),
    "2": ("Mayor Flavia Elphberg was there.", FLAVIA, f"{FLAVIA} "),
    "3": ("Rudolf Elphberg was not.", "Rudolf Elphberg", "?"),
}


@settings(deadline=None)
@given(CLUSTERING)
def test_b_cubed_swaps_its_sides(items: dict[int, tuple[int, int]]) -> None:
    one = {item: pair[0] for item, pair in items.items()}
    other = {item: pair[1] for item, pair in items.items()}
    assert b_cubed(one, other).precision == pytest.approx(b_cubed(other, one).recall)
    assert b_cubed(one, one).f == pytest.approx(1.0)
    assert b_cubed({item: item for item in items}, other).precision == 1.0
    assert b_cubed(dict.fromkeys(items, 0), other).recall == 1.0


def test_b_cubed_lets_uncounted_items_spoil_a_cluster() -> None:
    found = b_cubed({1: "x", 2: "x", 3: "x"}, {1: "a", 2: "a", 3: "b"}, counted=[1, 2])
    assert found.precision == pytest.approx(2 / 3)
    assert (found.recall, found.items) == (1.0, 2)


def test_what_was_missed_costs_recall_twice_and_precision_nothing() -> None:
    found = b_cubed({1: "x"}, {1: "a"}, missed=["a"])
    assert (found.precision, found.recall, found.items) == (1.0, 0.25, 2)
    assert b_cubed({}, {}, missed=["a"]).f == 0.0


def dwie_line(article: str, text: str, name: str, link: str | None, kind: str = "person") -> str:
    start = text.index(name)
    concept = {"concept": 0, "text": name, "tags": [f"type::{kind}"], "link": link}
    mention = {"begin": start, "end": start + len(name), "text": name, "concept": 0}
    return json.dumps({"id": article, "content": text, "mentions": [mention], "concepts": [concept]})


@pytest.fixture
def articles(tmp_path: Path) -> list[GoldText]:
    path = tmp_path / "dwie.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write("\n".join(dwie_line(article, *parts) for article, parts in TEXTS.items()))
    return read_dwie(path)


def reading(**names: list[str]) -> dict[str, list[NamedPerson]]:
    """What a reader found in the texts above, each name where it first stands."""
    found: dict[str, list[NamedPerson]] = {}
    for article, wordings in names.items():
        text = TEXTS[article.removeprefix("a")][0]
        found[article.removeprefix("a")] = [
            NamedPerson(Appearance(article, "person", (name,)), (Span(text.index(name), text.index(name) + len(name)),))
            for name in wordings
        ]
    return found


def test_dwie_is_read_and_measured(articles: list[GoldText]) -> None:
    assert [concept.link for article in articles for concept in article.concepts] == [FLAVIA, FLAVIA, None]
    assert counted_links(articles) == {FLAVIA}
    found = measure_gold(articles)
    assert (found.precision, found.recall, found.items) == (1.0, 1.0, 2)


def test_whoever_is_read_right_scores_as_the_gold_does(articles: list[GoldText]) -> None:
    found = measure_text(articles, reading(a1=[FLAVIA], a2=[FLAVIA], a3=["Rudolf Elphberg"]))
    assert found.strict == found.found_only == measure_gold(articles)
    assert found.coverage == 1.0


def test_whoever_is_missed_counts_against_recall(articles: list[GoldText]) -> None:
    found = measure_text(articles, reading(a1=[FLAVIA]))
    assert (found.strict.precision, found.strict.recall) == (1.0, 0.25)
    assert (found.found_only.recall, found.coverage) == (1.0, 0.5)
    assert [concept.article_id for concept in found.missed] == ["2"]
    assert measure_text(articles, {}).strict.f == 0.0


def test_somebody_read_in_pieces_counts_piece_by_piece(articles: list[GoldText]) -> None:
    found = measure_text(articles, reading(a1=[FLAVIA], a2=["Mayor Flavia", "Elphberg was"]))
    assert found.strict.items == 3
    assert found.strict.recall < 1.0


def test_two_read_as_one_cost_precision(tmp_path: Path) -> None:
    path = tmp_path / "dwie.jsonl"
    text = "Flavia Elphberg and Rudolf Rassendyll came."
    lines = []
    for article in ("1", "2"):
        line = json.loads(dwie_line(article, text, FLAVIA, FLAVIA))
        line["mentions"].append({"begin": 20, "end": 37, "text": "Rudolf Rassendyll", "concept": 1})
        line["concepts"].append({"concept": 1, "tags": ["type::person"], "link": "Rudolf_Rassendyll"})
        lines.append(json.dumps(line))
    path.write_text("\n".join(lines), encoding="utf-8")
    both = (Span(0, 15), Span(20, 37))
    people = {a: [NamedPerson(Appearance(a, "person", (FLAVIA, "Rudolf Rassendyll")), both)] for a in ("1", "2")}
    found = measure_text(read_dwie(path), people)
    assert (found.strict.precision, found.strict.recall) == (0.5, 1.0)


def test_a_place_taken_for_a_person_spoils_the_cluster_that_it_is_in(tmp_path: Path) -> None:
    path = tmp_path / "dwie.jsonl"
    lines = [dwie_line(a, *TEXTS[a]) for a in ("1", "2")]
    lines.append(dwie_line("3", "They met at the Flavia Elphberg museum.", FLAVIA, "Elphberg_Museum", "facility"))
    path.write_text("\n".join(lines), encoding="utf-8")
    people = {
        gold.id: [NamedPerson(Appearance(gold.id, "person", (FLAVIA,)), gold.concepts[0].mentions)]
        for gold in read_dwie(path)
    }
    found = measure_text(read_dwie(path), people)
    assert found.strict.precision == pytest.approx(2 / 3)
    assert found.strict.items == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": 1}', "other.jsonl:1 lacks the field 'content'"),
        ('{"id": 1, "content": 5, "mentions": [], "concepts": []}', "no string"),
        ('{"id": 1, "content": "x", "mentions": [{"begin": 0, "end": 9, "concept": 0}], "concepts": []}', "not in its"),
        ("no JSON", "broken JSON"),
        ("", "holds nothing"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(f"{line}\n")
    with pytest.raises(InputError, match=said):
        read_dwie(path)


def test_everybody_named_is_read_with_names_and_roles(analyser: Analyser) -> None:
    (gold,) = [article for article in read_dwie(OWN) if article.id == "harbour-loan"]
    people = read_people(gold.id, analyser.analyse(gold.text))
    names = {person.appearance.names: person.appearance.roles for person in people}
    assert names[("Mustafa Abdul-Karim",)] == ("Finance Minister",)
    assert names[("Michael Smith", "Smith")] == ("Opposition Senator",)
    for person in people:
        assert {mention.of(gold.text) for mention in person.mentions} == set(person.appearance.names)


def printed(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    assert main(["evaluate", *args]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_command_measures_both(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = printed(capsys, "--identity", str(OWN), "--json")
    assert (found["articles"], found["persons"]) == (6, 5)
    assert found["raw_text"]["P"] == found["gold_mentions"]["P"] == 1.0
    assert found["raw_text"]["F"] >= 0.9
    assert found["raw_text"]["people"] == found["gold_mentions"]["items"]
    assert "missed has recall 0" in found["definition"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(OWN.read_bytes()))))
    assert printed(capsys, "--identity", "-") == found
    assert main(["evaluate", "--identity", str(OWN), "--format", "table"]) == 0
    assert "gold mentions" in capsys.readouterr().out


def test_an_article_that_cannot_be_parsed_is_told_and_counts_as_missed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object, text: str) -> None:
        raise RuntimeError(f"no {text[:8]}")

    monkeypatch.setattr(Analyser, "analyse", fail)
    assert main(["evaluate", "--identity", str(OWN), "--json"]) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["raw_text"]["coverage"] == 0.0
    assert "not parsed harbour-loan: The parser failed on it" in captured.err


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--identity", str(OWN.with_name("articles.jsonl"))], 3, "lacks the field 'content'"),
        (["--identity", str(OWN), str(OWN)], 2, "--identity names its own gold"),
        ([], 2, "name GOLD, or a file for --identity"),
    ],
)
def test_what_cannot_be_measured_is_said_in_a_sentence(
    args: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", *args]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert captured.err.count("\n") == 1

"""quotes correct and quotes corrections."""

import csv
import json
from pathlib import Path

import pytest

from quotes.cli import main
from quotes.domain import Source
from quotes.evaluate import read_gold
from quotes.nlp import Analyser
from quotes.store import QuotationRecord, open_store
from quotes.store.people.registry import Registry
from quotes.train.gold import read_gold as read_training
from tests.conftest import build_article

ROOT = Path(__file__).parents[1]
ANN = Source("named_person", "Ann Lee", role="mayor")
AIDE = Source("unnamed_person", descriptor="an aide", anonymous=True)


@pytest.fixture(autouse=True)
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    found = f"sqlite:///{tmp_path / 'store.db'}"
    with open_store(found) as store:
        store.add(build_article("a1", ("The road stays shut.", AIDE), ("Yes.", ANN)))
        store.add(build_article("b1", ("The bridge is open.", ANN)))
    monkeypatch.setenv("QUOTES_DB", found)
    return found


def said(url: str) -> list[tuple[str, str | None]]:
    with open_store(url) as store:
        return [(one.text, one.speaker) for one in store.records()]


def test_each_way_to_correct_and_to_undo(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", "a1#1", "--speaker", "Ben Okafor", "--because", "on the tape", "--by", "desk"]) == 0
    assert said(url)[0] == ("“The road stays shut.”", "Ben Okafor")
    assert main(["correct", "a1#2", "--not-a-quotation"]) == 0
    assert main(["correct", "b1#1", "--type", "named_organization", "--via", "The Bell"]) == 0
    assert main(["correct", "--add", "b1", "0", "7", "--speaker", "Cy Dunn"]) == 0
    assert main(["correct", "a1#1", "--span", "15", "23"]) == 0
    assert ("Ann Lee", "Cy Dunn") in said(url)
    capsys.readouterr()
    assert main(["corrections", "list"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["what"] for row in rows] == ["correct", "not a quotation", "correct", "add", "span"]
    for row in rows:
        assert main(["correct", "--undo", str(row["number"])]) == 0
    assert [text for text, _ in said(url)] == ["“The road stays shut.”", "“Yes.”", "“The bridge is open.”"]


@pytest.mark.parametrize(
    "args",
    [
        ["correct"], ["correct", "a1#1"], ["correct", "a1#9", "--nobody"], ["correct", "", "--nobody"],
        ["correct", "--undo", "99"], ["correct", "a1#1", "--nobody", "--speaker", "Ann Lee"],
        ["correct", "a1#1", "--type", "king"], ["correct", "a1#1", "--type", "named_person"],
        ["correct", "a1#2", "--speaker", "Ben Okafor", "--anonymous"], ["correct", "a1#1", "--nobody", "--role", "x"],
        ["correct", "a1#1", "--speaker", "0123456789abcdef"],
        ["correct", "a1#1", "--not-a-quotation", "--span", "1", "2"],
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 2
    assert capsys.readouterr().err.startswith("quotes: ")


def records(url: str) -> list[QuotationRecord]:
    with open_store(url) as store:
        return list(store.records())


def test_a_speaker_of_the_article_keeps_the_role_that_it_gives(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", "a1#1", "--speaker", "Lee"]) == 0
    assert "corrected: Ann Lee · mayor; quotes correct --undo" in capsys.readouterr().err
    assert main(["correct", "b1#1", "--role", "former mayor"]) == 0
    assert main(["correct", "a1#2", "--speaker", "Ben Okafor", "--role", "clerk"]) == 0
    assert [(one.speaker, one.role) for one in records(url)] == [
        ("Ann Lee", "mayor"), ("Ben Okafor", "clerk"), ("Ann Lee", "former mayor"),
    ]  # fmt: skip


def test_a_name_that_can_be_several_lists_them(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(url) as store:
        store.add(build_article("c1", ("It rains.", Source("named_person", "Bo Lee", role="clerk"))))
        store.add(build_article("e1", ("It hails.", Source("named_person", "Lee"))))
        store.add(build_article("d1", ("It snows.", AIDE)))
    assert main(["correct", "d1#1", "--speaker", "Lee"]) == 2
    told = capsys.readouterr().err
    assert "'Lee' can be any of these 3; give a fuller name or an id" in told
    assert "mayor" in told
    assert "clerk" in told
    with open_store(url) as store:
        [person] = [one.id for one in store.people("Bo Lee")]
    assert main(["correct", "d1#1", "--speaker", person]) == 0
    with open_store(url) as store:
        assert {one.article_id for one in store.who(person)[0].quotations} == {"c1", "d1"}
    assert main(["correct", "c1#1", "--speaker", "Lee"]) == 0, "the article names one"


def test_an_undo_takes_back_who_was_said_to_be_who(url: str) -> None:
    """Of two with one name an article is given the one, whom the machine would not have taken."""
    with open_store(url) as store:
        store.add(build_article("c1", ("It rains.", Source("named_person", "Ann Lee", role="clerk"))))
        store.add(build_article("d1", ("It snows.", AIDE)))
        people = {one.person_id: one.article_id for one in store.records() if one.speaker == "Ann Lee"}
    for person, article in people.items():
        before = said_by(url, str(person))
        assert main(["correct", "d1#1", "--speaker", str(person)]) == 0
        assert "d1" in {place for place, _ in said_by_anyone_in(url, article)}
        with open_store(url) as store:
            row = store.corrections()[-1]
        assert main(["correct", "--undo", str(row.number)]) == 0
        assert said_by(url, str(person)) == before
        with open_store(url) as store:
            undo = store.corrections()[-1]
        assert main(["correct", "--undo", str(undo.number)]) == 0
        assert "d1" in {place for place, _ in said_by_anyone_in(url, article)}
        assert main(["correct", "--undo", str(row.number)]) == 0


def said_by(url: str, person: str) -> set[tuple[str, str]]:
    with open_store(url) as store:
        return {(one.article_id, one.text) for somebody in store.who(person) for one in somebody.quotations}


def said_by_anyone_in(url: str, article: str) -> set[tuple[str, str]]:
    """By whoever is named in this article."""
    with open_store(url) as store:
        [person] = {one.person_id for one in store.article(article).quotations if one.speaker == "Ann Lee"}
    return said_by(url, str(person))


def test_who_were_kept_apart_are_not_joined_by_a_correction(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(url) as store:
        store.add(build_article("c1", ("It rains.", Source("named_person", "Ann Lee", role="clerk"))))
        mayor, clerk = (str(store.article(article).quotations[-1].person_id) for article in ("a1", "c1"))
        Registry(store).keep_apart(mayor, clerk, judge_name="desk", reason="")
    assert main(["correct", "c1#1", "--speaker", mayor]) == 2
    assert "keeps them apart" in capsys.readouterr().err
    assert not records(url)[-1].corrected


def test_a_source_without_a_name(url: str) -> None:
    assert main(["correct", "a1#2", "--anonymous"]) == 0
    assert main(["correct", "b1#1", "--speaker", "a spokesman for the bridge", "--type", "unnamed-person"]) == 0
    assert [(one.speaker, one.descriptor, one.category, one.mention) for one in records(url)][1:] == [
        (None, "mayor", "anonymous", None), (None, "a spokesman for the bridge", "spokesperson", None),
    ]  # fmt: skip
    assert main(["correct", "a1#1", "--not-anonymous"]) == 0
    assert (records(url)[0].category, records(url)[0].anonymous) == ("unnamed", False)


def test_an_outlet_and_none(url: str) -> None:
    assert main(["correct", "a1#1", "--via", "The Bell"]) == 0
    assert [via.name for via in records(url)[0].via] == ["The Bell"]
    assert main(["correct", "a1#1", "--via", "none"]) == 0
    assert records(url)[0].via == ()


def test_a_spreadsheet_has_the_words_before_and_after(url: str, tmp_path: Path) -> None:
    main(["correct", "a1#1", "--speaker", "Ben Okafor", "--by", "desk"])
    main(["correct", "b1#1", "--not-a-quotation", "--by", "desk"])
    path = tmp_path / "c.csv"
    assert main(["corrections", "export", "-o", str(path)]) == 0
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    assert [(row["said"], row["before"], row["after"], row["article"], row["title"]) for row in rows] == [
        ("“The road stays shut.”", "an aide", "Ben Okafor", "a1", "About a1"),
        ("“The bridge is open.”", "Ann Lee", "no quotation", "b1", "About b1"),
    ]


def test_what_was_exported_makes_the_same_record_elsewhere(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for args in (
        ["a1#1", "--speaker", "Ben Okafor", "--role", "clerk"], ["a1#2", "--nobody"], ["b1#1", "--anonymous"],
        ["b1#1", "--via", "The Bell"], ["--add", "b1", "0", "7", "--speaker", "Cy Dunn"],
        ["a1#1", "--span", "15", "23"], ["a1#1", "--via", "none"],
    ):  # fmt: skip
        assert main(["correct", *args, "--by", "desk"]) == 0
    with open_store(url) as store:
        store.confirm(store.article("b1").quotations[0].id, who="desk")
    path, other = tmp_path / "c.xlsx", f"sqlite:///{tmp_path / 'other.db'}"
    assert main(["corrections", "export", "-o", str(path)]) == 0
    with open_store(other) as store:
        store.add(build_article("a1", ("The road stays shut.", AIDE), ("Yes.", ANN)))
        store.add(build_article("b1", ("The bridge is open.", ANN)))
    monkeypatch.setenv("QUOTES_DB", other)
    assert main(["corrections", "import", str(path)]) == 0
    assert [comparable(one) for one in records(other)] == [comparable(one) for one in records(url)]
    assert len(records(url)) == 4


def comparable(record: QuotationRecord) -> object:
    return (
        record.id, record.source_type, record.speaker, record.role, record.descriptor, record.category, record.mention,
        record.via, record.signature and (record.signature.who, record.signature.confirmed),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["c.csv", "c.xlsx"])
def test_a_spreadsheet_there_and_back(url: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["correct", "a1#1", "--speaker", "Ben Okafor", "--by", "desk"])
    path = tmp_path / name
    assert main(["corrections", "export", "-o", str(path)]) == 0
    assert main(["corrections", "import", str(path)]) == 0
    assert "row 2: known" in capsys.readouterr().err
    with open_store(url) as store:
        assert len(store.corrections()) == 1


def test_a_bad_row_costs_only_itself(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "c.csv"
    with path.open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerows([["quotation", "what", "speaker"], ["zz", "nobody", ""], ["a1#1", "correct", "Ben Okafor"]])
    assert main(["corrections", "import", str(path)]) == 1
    assert "row 2: rejected: no quotation 'zz'" in (told := capsys.readouterr().err)
    assert "row 3: done" in told
    assert said(url)[0][1] == "Ben Okafor"


def gold(tmp_path: Path, *options: str) -> Path:
    path = tmp_path / "gold.jsonl"
    assert main(["corrections", "export", "--gold", *options, "-o", str(path)]) == 0
    return path


def test_gold_is_what_people_have_seen(url: str, tmp_path: Path) -> None:
    main(["correct", "a1#1", "--speaker", "Ann Lee"])
    main(["correct", "b1#1", "--not-a-quotation"])
    first, second = read_gold(gold(tmp_path))
    text = first.article.text
    assert [(one.span.of(text), [span.of(text) for span in one.sources]) for one in first.quotes] == [
        ("“The road stays shut.”", ["Ann Lee"])
    ]
    assert [span.of(text) for span in first.ignore] == ["“Yes.”"]
    assert (second.quotes, [span.of(second.text) for span in second.unattributed]) == ((), ["“The bridge is open.”"])


def test_gold_may_have_the_rest_as_it_was_read(tmp_path: Path) -> None:
    main(["correct", "a1#1", "--nobody"])
    [article] = read_gold(gold(tmp_path, "--unseen"))
    told = [[span.of(article.text) for span in one.sources] for one in article.quotes]
    assert (told, article.ignore) == ([[], ["Ann Lee"]], ())


def test_training_and_its_measures_take_in_what_was_corrected(
    tmp_path: Path, analyser: Analyser, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("quotes.nlp.Analyser", lambda _models: analyser)
    main(["correct", "a1#1", "--speaker", "Ann Lee"])
    main(["correct", "a1#2", "--speaker", "Ann Lee"])
    more = gold(tmp_path)
    [article] = read_training(more, analyser.analyse_all)
    assert [span.of(article.scene.analysis.text) for one in article.quotes for span in one.sources] == ["Ann Lee"] * 2
    own = tmp_path / "own.jsonl"
    lines = (ROOT / "data/gold/articles.jsonl").read_text(encoding="utf-8").splitlines()[:2]
    own.write_text("\n".join(lines), encoding="utf-8")
    args = ["--gold", str(own), "--with-corrections", str(more)]
    assert main(["train", "attribution", *args, "--out", str(tmp_path / "models")]) == 0
    assert "attribution: own+gold: candidate recall" in capsys.readouterr().out
    assert (tmp_path / "models" / "first.txt").exists()
    assert main(["train", "links", *args]) == 0
    assert "links: gold: mentions 2 right" in capsys.readouterr().out


def test_a_file_of_corrections_that_is_not_there_says_how_to_write_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = ROOT / "data/gold/articles.jsonl"
    assert main(["train", "links", "--gold", str(own), "--with-corrections", str(tmp_path / "none.jsonl")]) == 2
    assert "quotes corrections export --gold -o" in capsys.readouterr().err

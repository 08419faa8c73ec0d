"""The rules of who somebody is: which decides, what they are good for, and how the weights of nouns are learned."""

import json
from pathlib import Path
from typing import Literal

import pytest

from quotes import lexicon
from quotes.cast import resolve_speakers
from quotes.cast.links import RULES, id_of, rules_before
from quotes.cast.nearness import weights
from quotes.cast.resolve import Resolver
from quotes.train.links import GoldLinks, Tally, gold_links, judge, tally_lists, tally_rules
from quotes.train.logit import Choice, fit
from quotes.train.nouns import START, find_examples, learn
from tests.plain_reading import read


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("“Rain,” said {Ada Byron}.", "named-beside"),
        ("Ada Byron spoke. “Rain,” {she} said.", "third-person"),
        ("Mayor Ada Byron spoke. “Rain,” {the mayor} said.", "definite-noun"),
        ("“Rain,” said {Byron’s office}.", "body-by-owner"),
        ("“Rain,” said {an official}.", ""),
    ],
)
def test_an_identity_tells_which_rule_decided(marked: str, rule: str) -> None:
    (identity,) = resolve_speakers(*read(marked))
    assert identity is not None
    assert identity.rule == rule


def test_every_rule_has_an_id_of_its_own_and_says_what_it_is_for() -> None:
    assert len({id_of(rule) for rule in RULES}) == len(RULES)
    assert all(rule.__doc__ for rule in RULES)


def test_a_rule_can_be_switched_off() -> None:
    marked = "Mayor Ada Byron spoke. “Rain,” {the mayor} said."
    (identity,) = Resolver(*read(marked), weights(), {"definite-noun"}).identities()
    assert identity is not None
    assert identity.name is None


def test_a_list_can_be_switched_off() -> None:
    with lexicon.without("always_unnamed"):
        assert not lexicon.words("always_unnamed")
    assert "source" in lexicon.words("always_unnamed")


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Ada Byron met Mayor Bo Peel. “Rain,” {the mayor} said.", "Bo Peel"),
        ("Mayor Ada Byron spoke. Bo Peel spoke. “Rain,” {the deputy mayor} said.", "Bo Peel"),
        ("“Snow,” said {Secretary Ada Byron}. “Rain,” {the same official} said.", "Ada Byron"),
        ("Ada Byron, 54, met Bo Peel, 33. “Rain,” {the 54-year-old} said.", "Ada Byron"),
        ("Ada Byron spoke. “Rain,” {her lawyer} said.", None),
        ("Ada Byron spoke. “Rain,” {the driver} said.", None),
        ("A driver met Ada Byron. “Rain,” {the driver} said.", None),
    ],
)
def test_whom_a_definite_noun_means(marked: str, name: str | None) -> None:
    identity = resolve_speakers(*read(marked))[-1]
    assert identity is not None
    assert identity.name == name


def gold(marked: str, *names: str | Literal[False]) -> GoldLinks:
    article, analysis, attributions = read(marked)
    return GoldLinks(article, analysis, tuple(attributions), names)


def test_verdicts_and_tallies() -> None:
    articles = [
        gold("Mayor Ada Byron spoke. “Rain,” {the mayor} said.", "Ada Byron"),
        gold("“Rain,” said {Ada Byron}.", "Ada Byron"),
        gold("“Rain,” said {an official}.", False),
    ]
    assert [v.right for read_article in articles for v in judge(read_article)] == [True, True, True]
    tallies = {tally.id: tally for tally in tally_rules(articles)}
    assert tallies["definite-noun"] == Tally("definite-noun", 1, 1, 0)
    assert tallies["account"] == Tally("account", 0, 0, 0)
    assert [tally.id for tally in tally_lists(articles, ["trades"])] == ["trades"]


def test_gold_mentions_stand_for_attributions() -> None:
    article, analysis, attributions = read("“Rain fell,” said {Ada Byron}.")
    quotation, mention = attributions[0].quotation.span, attributions[0].mention
    assert mention is not None
    quote = {"start": quotation.start, "end": quotation.end, "sources": [list(mention.span)], "cues": []}
    record = {"id": "a", "text": article.text, "quotes": [quote | {"source_type": "named_person", "speaker": "Byron"}]}
    found = gold_links(json.loads(json.dumps(record)), analysis)
    assert found.names == ("Byron",)
    assert [a.mention.span for a in found.attributions if a.mention] == [mention.span]


def test_examples_of_nouns_and_what_is_learned_from_them() -> None:
    examples = list(find_examples(gold("Mayor Ada Byron spoke. “Rain,” {the mayor} said.", "Ada Byron")))
    assert [c.name for c in examples[0].candidates] == ["Ada Byron", None]
    assert examples[0].choice.right == (True, False)
    assert learn(examples)["near"] > START["near"]
    assert {"named-beside", "third-person"} <= rules_before("definite-noun")


def test_a_logit_learns_what_marks_the_right_candidate() -> None:
    choices = [Choice(({"near": 1.0}, {"far": 1.0}), (True, False))] * 20
    weights_learned = fit(choices, {}, 0.1)
    assert weights_learned["near"] > 1 > -1 > weights_learned["far"]


def test_links_names_the_gold_file_that_is_not_there(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from quotes.errors import QuotesError
    from quotes.train.cli import app

    for command in ("links", "nouns"):
        with pytest.raises(QuotesError, match="pass with --gold"):
            CliRunner().invoke(app, [command, "--gold", str(tmp_path / "none.jsonl")], catch_exceptions=False)
        assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0

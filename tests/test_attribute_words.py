"""Every feature of the attribution can be told in words, whatever it measured."""

from collections.abc import Mapping

import pytest

from quotes.attribute.ranker import SECOND_FEATURES
from quotes.attribute.speech import NAMES
from quotes.attribute.words import CANDIDATE_FACTS, REPORT_FACTS, SPEECH_FACTS, Fact
from quotes.find.report_features import FEATURES as REPORT_FEATURES
from quotes.find.report_features import STRENGTHS as REPORT_STRENGTHS

VALUES = (-99.0, -30.0, -9.0, -5.0, -1.0, 0.31, 1.0, 2.0, 3.0, 6.0, 9.0, 20.0, 32.0, 40.0, 60.0, 99.0)
TECHNICAL = ("{", "log-odds", "lemma", "predicate", "dependency", "governor")


@pytest.mark.parametrize(
    ("facts", "features"),
    [
        (CANDIDATE_FACTS, SECOND_FEATURES),
        (SPEECH_FACTS, NAMES),
        (REPORT_FACTS, (*REPORT_FEATURES, *REPORT_STRENGTHS)),
    ],
)
def test_each_feature_has_its_words(facts: Mapping[str, Fact], features: tuple[str, ...]) -> None:
    assert sorted(facts) == sorted(features)
    for name, fact in facts.items():
        for value in VALUES:
            words = fact(value)
            assert words[:1] == words[:1].lower(), f"{name} {value}"
            assert not [term for term in TECHNICAL if term in words], f"{name} {value}: {words}"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("role", 5, "is named after “according to”"),
        ("role", 0, "has no verb that may report"),
        ("cue_strength", 2.782, "its verb almost always reports words"),
        ("cue_strength", -9, "has no verb"),
        ("mention_gap", 1, "stands one word away from the quotation"),
        ("mention_gap", 40, "stands 40 or more words away from the quotation"),
        ("paragraph_delta", -2, "stands 2 paragraphs before the quotation's"),
        ("sentence_delta", 1, "stands in the sentence after"),
        ("preposition", 6, "“according to” stands before it"),
        ("nearer_mentions", 7, "7 others stand nearer to the quotation"),
        ("subject_of_sentence", 0, "is not the subject of its sentence"),
        ("mention_relation", 5, "is part of a phrase of place, time or manner"),
        ("speaks_before", 0.314, "is 31% likely to speak in the quotation before"),
        ("speaks_before", -1, "no quotation stands before"),
        ("words_to_predicate", -1, "stands right after its verb"),
        ("words_to_predicate", -30, "has no verb"),
    ],
)
def test_words_for_candidates(name: str, value: float, words: str) -> None:
    assert CANDIDATE_FACTS[name](value) == words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("best_speaker", 0.8419, "its likeliest speaker is 84% likely"),
        ("verb_inside", 0, "no verb stands between the marks"),
        ("reporting_before", 9, "no verb of reporting stands near before it"),
        ("reporting_before", 6, "6 words stand between it and a verb of reporting before it"),
        ("paragraph_share", 0.3158, "it is 32% of its paragraph"),
        ("part_of_speech_before", 12, "a name stands before it"),
        ("speaker_gap", 99, "nobody who could speak stands near"),
        ("title_case_share", -1, "it has but one word to judge by"),
    ],
)
def test_words_for_what_stands_between_marks(name: str, value: float, words: str) -> None:
    assert SPEECH_FACTS[name](value) == words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("tie", 6, "what is reported is what goes with “according to”"),
        ("source_kind", 11, "the source is “he” or “she”"),
        ("source_gap", -99, "there is no source"),
        ("content_gap", -1, "what is reported ends right before the reporting word"),
        ("extent", 0, "what is reported is all that depends on its main word"),
    ],
)
def test_words_for_reports(name: str, value: float, words: str) -> None:
    assert REPORT_FACTS[name](value) == words

"""How strong a cue is that the training articles do not have."""

from quotes.attribute.strengths import UNSEEN, UNSEEN_REPORTING, cue_strength


def test_counted_cues_are_as_strong_as_counted() -> None:
    assert cue_strength("Say", {"say": 2.0}) == 2.0


def test_a_verb_of_speech_that_was_never_counted_is_no_deed() -> None:
    assert cue_strength("summarise", {}) == cue_strength("scrawl", {}) == UNSEEN_REPORTING
    assert cue_strength("dig", {}) == UNSEEN

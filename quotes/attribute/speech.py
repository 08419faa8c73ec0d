"""Tells somebody's words from titles, nicknames, terms and scare quotes.

A stretch between quotation marks is speech the likelier the better a speaker can be found for it: the classifier reads
the features of the stretch itself (`quotes.find.speech_features`) and what the ranker makes of its best candidate.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from quotes.attribute.confidence import Chances, Confidence, confidence
from quotes.attribute.features import syntax
from quotes.attribute.features.mention import entity, person_noun, pronoun
from quotes.attribute.overrides.turns import is_told_by_turn
from quotes.attribute.pair import is_own_label
from quotes.attribute.ranker import Ranked
from quotes.attribute.strengths import read_strengths
from quotes.boosted import BoostedTrees
from quotes.domain import Quotation
from quotes.find.speech_features import (
    FEATURES,
    STRENGTHS,
    last_character,
    speech_features,
    speech_keys,
    verb_inside,
)
from quotes.find.titles import is_nickname, is_title_of_work
from quotes.scene import Scene

Speakers = Sequence[Ranked]  # the candidates of one stretch, the likeliest first


def best_speaker(speakers: Speakers) -> float:
    """The probability of the likeliest speaker."""
    return speakers[0].probability if speakers else 0.0


def speaker_margin(speakers: Speakers) -> float:
    """How far the likeliest speaker stands before the next."""
    return best_speaker(speakers) - (speakers[1].probability if len(speakers) > 1 else 0.0)


def speaker_cue_strength(speakers: Speakers) -> float:
    """How often the best speaker's predicate reports words."""
    return speakers[0].pair.strength if speakers else -9.0


def speaker_cue_gap(speakers: Speakers) -> float:
    """Unquoted words between that predicate and the stretch."""
    return float(min(40, speakers[0].pair.verb_gap)) if speakers else 99.0


def speaker_gap(speakers: Speakers) -> float:
    """Unquoted words between the best speaker and the stretch."""
    return float(min(40, speakers[0].pair.gap)) if speakers else 99.0


def speaker_role(speakers: Speakers) -> float:
    """What the best speaker is to its predicate."""
    return syntax.role(speakers[0].pair) if speakers else -1.0


def speaker_governs(speakers: Speakers) -> float:
    """The predicate governs the stretch (1) or is governed from within it (2)."""
    if not speakers:
        return 0.0
    return 1.0 if speakers[0].pair.steps_down else 2.0 if speakers[0].pair.steps_up else 0.0


def speaker_kind(speakers: Speakers) -> float:
    """The best speaker: a name's type, 10 and more a pronoun, 20 a person noun."""
    if not speakers:
        return -1.0
    pair = speakers[0].pair
    return entity(pair) or (10.0 + pronoun(pair) if pronoun(pair) else 20.0 * person_noun(pair))


def speaker_paragraph(speakers: Speakers) -> float:
    """Paragraphs from the stretch to the best speaker."""
    return float(speakers[0].pair.paragraph_delta) if speakers else -9.0


def speaker_sentence(speakers: Speakers) -> float:
    """Sentences from the stretch to the best speaker, within five."""
    return float(max(-5, min(5, speakers[0].pair.sentence_delta))) if speakers else -9.0


def speaker_predicate_form(speakers: Speakers) -> float:
    """The form of the best speaker's predicate."""
    return syntax.predicate_tag(speakers[0].pair) if speakers else -1.0


def speaker_predicate_object(speakers: Speakers) -> float:
    """The best speaker's predicate has an object of its own outside the stretch."""
    return syntax.predicate_has_object(speakers[0].pair) if speakers else -1.0


def speaker_tree_steps(speakers: Speakers) -> float:
    """Steps through the tree from the best speaker to the stretch."""
    return syntax.tree_steps(speakers[0].pair) if speakers else -1.0


def speakers_sum(speakers: Speakers) -> float:
    """The probabilities of all candidates, summed: how much speaks for any speaker."""
    return sum(r.probability for r in speakers)


SPEAKER_FEATURES: Mapping[str, Callable[[Speakers], float]] = {
    f.__name__: f
    for f in (
        best_speaker, speaker_margin, speaker_cue_strength, speaker_cue_gap, speaker_gap, speaker_role, speaker_governs,
        speaker_kind, speaker_paragraph, speaker_sentence, speaker_predicate_form, speaker_predicate_object,
        speaker_tree_steps, speakers_sum,
    )
}  # fmt: skip
LABELLED = 0.9  # the least probability that a sentence behind its speaker's label is speech
NAMES = (*FEATURES, *STRENGTHS, *SPEAKER_FEATURES)


def stretch_features(
    scene: Scene, stretch: Quotation, speakers: Speakers, strengths: Mapping[str, float]
) -> list[float]:
    """The values of all features, in the order of NAMES."""
    counted = [strengths.get(key, 0.0) for key in speech_keys(scene, stretch)]
    return [*speech_features(scene, stretch), *counted, *(f(speakers) for f in SPEAKER_FEATURES.values())]


def is_labelled(scene: Scene, stretch: Quotation, speakers: Speakers) -> bool:
    """A turn, what somebody "put" so, or a sentence with its speaker's label ("Lee: “It rained.”"), where no verb need
    report it: below the headline with a verb or a sentence's end, in the first paragraph with that and double marks."""
    if not stretch.marks or _answers(scene, stretch) or (speakers and is_told_by_turn(speakers[0].pair)):
        return True
    if not speakers or stretch.kind != "direct" or not is_own_label(speakers[0].pair):
        return False
    ends = last_character(scene, stretch) in (2.0, 3.0)
    if speakers[0].pair.place.paragraph == 0:
        return ends and scene.text[stretch.span.start] in '"“„«'
    return ends or bool(verb_inside(scene, stretch))


def _answers(scene: Scene, stretch: Quotation) -> bool:
    """A paragraph of quoted sentences below one that is a question, as interviews are printed."""
    number = scene.paragraph_of(stretch.span.start)
    here, above = scene.analysis.paragraphs[number], scene.analysis.paragraphs[max(0, number - 1)]
    asked = number > 0 and above.of(scene.text).endswith("?") and here.start == stretch.span.start
    return asked and here.end == stretch.span.end and last_character(scene, stretch) in (2.0, 3.0)


class SpeechModel:
    """Probability that a quoted stretch is somebody's words."""

    def __init__(self, trees: BoostedTrees, strengths: Mapping[str, float]) -> None:
        self._trees = trees
        self._strengths = strengths

    @classmethod
    def load(cls, folder: Traversable | None = None) -> "SpeechModel":
        """The model of a folder, else the packaged one; raises ModelError when it is missing or damaged."""
        folder = folder or files("quotes") / "models" / "attribution"
        strengths = read_strengths((folder / "speech_strengths.tsv").read_text(encoding="utf-8"))
        return cls(BoostedTrees.read(folder / "speech.txt", NAMES), strengths)

    @property
    def threshold(self) -> float:
        """The probability from which a stretch is held for speech."""
        return self._trees.threshold

    def confidence(self, chances: Chances) -> Confidence:
        """The chances that a stretch is speech, and that the speaker is right if it is."""
        return confidence(chances, self._trees.settings)

    def judge(self, scene: Scene, stretches: Sequence[Quotation], speakers: Sequence[Speakers]) -> list[bool]:
        """For each stretch whether it is speech; stretches of a group stand or fall together."""
        return [p >= self.threshold for p in self.probabilities(scene, stretches, speakers)]

    def contributions(
        self, scene: Scene, stretch: Quotation, speakers: Speakers
    ) -> tuple[list[float], dict[str, float]]:
        """The values of the stretch's features, and how much each moved the log-odds; without regard to its group."""
        row = stretch_features(scene, stretch, speakers, self._strengths)
        return row, self._trees.contributions([row])[0]

    def probabilities(self, scene: Scene, stretches: Sequence[Quotation], speakers: Sequence[Speakers]) -> list[float]:
        """For each stretch that it is speech, 0 for titles and nicknames; a group shares that of its likeliest."""
        rows = [stretch_features(scene, s, some, self._strengths) for s, some in zip(stretches, speakers, strict=True)]
        learned = self._trees.probabilities(rows)
        probabilities = [
            0.0
            if is_title_of_work(scene, s) or is_nickname(scene, s)
            else max(p, LABELLED)
            if is_labelled(scene, s, some)
            else p
            for s, some, p in zip(stretches, speakers, learned, strict=True)
        ]
        best: dict[int, float] = {}
        for stretch, p in zip(stretches, probabilities, strict=True):
            if stretch.group is not None:
                best[stretch.group] = max(p, best.get(stretch.group, 0.0))
        return [p if s.group is None else best[s.group] for s, p in zip(stretches, probabilities, strict=True)]

"""Tells somebody's words from titles, nicknames, terms and scare quotes, with a classifier over named features."""

from collections.abc import Sequence
from importlib.resources import files

from quotes.boosted import BoostedTrees
from quotes.domain import Analysis, Quotation
from quotes.find.quotations import find_stretches
from quotes.find.speech_features import FEATURES, speech_features
from quotes.scene import Scene


class SpeechModel:
    """Probability that a quoted stretch is somebody's words."""

    def __init__(self, trees: BoostedTrees, threshold: float) -> None:
        self._trees = trees
        self.threshold = threshold

    @classmethod
    def load(cls) -> "SpeechModel":
        """The model that comes with the package; its threshold was chosen on the training articles."""
        trees = BoostedTrees.read(files("quotes") / "models" / "attribution" / "speech.txt", tuple(FEATURES))
        return cls(trees, trees.threshold)

    def probabilities(self, scene: Scene, quotations: Sequence[Quotation]) -> list[float]:
        return self._trees.probabilities([speech_features(scene, q) for q in quotations])


def find_quotations(analysis: Analysis, model: SpeechModel) -> tuple[Quotation, ...]:
    """The article's quotations, in order of the text; a stretch inside a quotation is kept with it as its parent.

    Stretches of a group stand or fall together: a paragraph that goes on is speech if any of its fellows is.
    """
    stretches = find_stretches(analysis)
    if not stretches:
        return ()
    probabilities = model.probabilities(Scene(analysis, stretches), stretches)
    best_of_group: dict[int, float] = {}
    for q, p in zip(stretches, probabilities, strict=True):
        if q.group is not None:
            best_of_group[q.group] = max(p, best_of_group.get(q.group, 0.0))
    kept: list[Quotation] = []
    place: dict[int, int] = {}  # index among the stretches → index among the kept
    for index, (q, p) in enumerate(zip(stretches, probabilities, strict=True)):
        if (best_of_group[q.group] if q.group is not None else p) < model.threshold:
            continue
        place[index] = len(kept)
        parent = place.get(q.parent) if q.parent is not None else None
        kept.append(Quotation(q.span, q.content, q.kind, q.group, parent))
    return tuple(kept)

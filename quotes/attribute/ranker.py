"""The ranker: two passes of boosted trees over named features, then one candidate or none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from quotes.attribute.candidates import find_candidates, find_heard, near
from quotes.attribute.confidence import Chances
from quotes.attribute.features import FEATURES, feature_rows
from quotes.attribute.features.neighbours import CONTEXT, Ballot, cast_votes, vote_features
from quotes.attribute.pair import Landmarks, Pair, locate, make_pair
from quotes.attribute.strengths import read_strengths
from quotes.boosted import BoostedTrees
from quotes.domain import Quotation, Span, covering
from quotes.scene import Scene

SECOND_FEATURES = (*FEATURES, *CONTEXT)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its probability and the feature values that made it."""

    pair: Pair
    probability: float
    row: Sequence[float]  # in the order of SECOND_FEATURES
    rule: str | None = None  # the override that put it first (`quotes.attribute.overrides`)
    through: Span | None = None  # the mention of the outlet that passes its words on


class Ranker:
    """Scores the candidates of each quotation."""

    def __init__(self, first: BoostedTrees, second: BoostedTrees, strengths: Mapping[str, float]) -> None:
        self.first = first
        self.second = second
        self.strengths = strengths

    @classmethod
    def load(cls, folder: Traversable | None = None) -> "Ranker":
        """The ranker of a folder, else the packaged one; raises ModelError when files are missing or damaged."""
        folder = folder or files("quotes") / "models" / "attribution"
        return cls(
            BoostedTrees.read(folder / "first.txt", tuple(FEATURES)),
            BoostedTrees.read(folder / "second.txt", SECOND_FEATURES),
            read_strengths((folder / "strengths.tsv").read_text(encoding="utf-8")),
        )

    @property
    def threshold(self) -> float:
        """Below this probability the ranker abstains; chosen on the training articles."""
        return self.second.threshold

    def contributions(self, chosen: Sequence[Ranked]) -> list[dict[str, float]]:
        """For each candidate how much each feature moved the log-odds, in both passes together."""
        first = self.first.contributions([r.row[: len(FEATURES)] for r in chosen])
        second = self.second.contributions([r.row for r in chosen])
        return [
            {name: share + one.get(name, 0.0) for name, share in two.items()}
            for one, two in zip(first, second, strict=True)
        ]

    def rank(self, scene: Scene, quotations: Sequence[Quotation]) -> list[list[Ranked]]:
        """For each quotation (outermost ones, in order of the text) its candidates, the likeliest first."""
        pairs = pairs_of(scene, quotations, self.strengths)
        rows = feature_rows(pairs)
        ballots = count_ballots(pairs, self.first.probabilities([row for some in rows for row in some]))
        row_of = {
            id(pair): row for some, its in zip(pairs, rows, strict=True) for pair, row in zip(some, its, strict=True)
        }
        votes = cast_votes(ballots)
        full = [[row_of[id(vote.pair)] + vote_features(vote) for vote in some] for some in votes]
        final = iter(self.second.probabilities([row for some in full for row in some]))
        return [
            sorted(
                (Ranked(vote.pair, next(final), row) for vote, row in zip(some, its, strict=True)),
                key=lambda r: -r.probability,
            )
            for some, its in zip(votes, full, strict=True)
        ]


def chances_of(ranked: Sequence[Ranked], speech: float) -> Chances:
    """What the confidence in the first candidate, if any, rests on; `speech`: the chance that the stretch is speech."""
    first, second = [*(r.probability for r in ranked[:2]), 0.0, 0.0][:2]
    return Chances(first, second, speech)


def count_ballots(pairs: Sequence[Sequence[Pair]], probabilities: Iterable[float]) -> list[Ballot]:
    """One ballot a quotation, from the first pass's probabilities of all pairs in order."""
    following = iter(probabilities)
    return [Ballot.count(some, [next(following) for _ in some]) for some in pairs]


def pairs_of(scene: Scene, quotations: Sequence[Quotation], strengths: Mapping[str, float]) -> list[list[Pair]]:
    """Every quotation beside each of its candidates; those of a group look around the whole group."""
    candidates = find_candidates(scene)
    heard = find_heard(scene, candidates, strengths)
    landmarks = Landmarks(scene)
    made = []
    for number, quotation in enumerate(quotations):
        fellows = [q.span for q in quotations if quotation.group is not None and q.group == quotation.group]
        place = locate(scene, quotation, number, landmarks)
        around = covering(fellows or [quotation.span])
        made.append([make_pair(scene, place, c, strengths) for c in near(scene, around, candidates, heard)])
    return made

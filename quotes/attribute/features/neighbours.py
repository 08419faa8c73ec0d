"""The second pass: what the first pass decided for this quotation and for those beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quotes.attribute.pair import Pair


@dataclass(frozen=True, slots=True)
class Ballot:
    """The first pass over one quotation: its pairs and their probabilities."""

    pairs: Sequence[Pair]
    probabilities: Sequence[float]

    def of_head(self, head: int) -> float:
        """The probability of the candidate with this head word, 0 where it does not stand."""
        return next((p for pair, p in zip(self.pairs, self.probabilities, strict=True) if pair.head.index == head), 0.0)

    def of_text(self, text: str) -> float:
        """The best probability of a candidate whose head reads the same."""
        return max(
            (p for pair, p in zip(self.pairs, self.probabilities, strict=True) if pair.head.text == text), default=0.0
        )


@dataclass(frozen=True, slots=True)
class Vote:
    """One pair in its quotation's ballot, with the ballots of the article's other quotations."""

    pair: Pair
    index: int
    ballot: Ballot
    previous: Ballot | None
    following: Ballot | None
    paragraph: Sequence[Ballot]  # the other quotations of the paragraph
    group: Sequence[Ballot]  # the other paragraphs of a quotation that runs over several


def own_probability(vote: Vote) -> float:
    """The first pass's probability."""
    return vote.ballot.probabilities[vote.index]


def rank(vote: Vote) -> float:
    """How many candidates the first pass put before this one, within five."""
    own = own_probability(vote)
    return float(min(5, sum(p > own for p in vote.ballot.probabilities)))


def best_rival(vote: Vote) -> float:
    """The best probability among the other candidates."""
    return max((p for i, p in enumerate(vote.ballot.probabilities) if i != vote.index), default=0.0)


def rivals_sum(vote: Vote) -> float:
    """The sum of the other candidates' probabilities."""
    return sum(p for i, p in enumerate(vote.ballot.probabilities) if i != vote.index)


def speaks_before(vote: Vote) -> float:
    """The very mention's probability for the quotation before (-1: there is none)."""
    return vote.previous.of_head(vote.pair.head.index) if vote.previous else -1.0


def speaks_after(vote: Vote) -> float:
    """The very mention's probability for the quotation after (-1: there is none)."""
    return vote.following.of_head(vote.pair.head.index) if vote.following else -1.0


def same_words_before(vote: Vote) -> float:
    """The best probability, for the quotation before, of a mention that reads the same."""
    return vote.previous.of_text(vote.pair.head.text) if vote.previous else -1.0


def same_words_after(vote: Vote) -> float:
    """The best probability, for the quotation after, of a mention that reads the same."""
    return vote.following.of_text(vote.pair.head.text) if vote.following else -1.0


def speaks_in_paragraph(vote: Vote) -> float:
    """The very mention's best probability for another quotation of the paragraph (-1: there is none)."""
    return max((b.of_head(vote.pair.head.index) for b in vote.paragraph), default=-1.0)


def speaks_in_group(vote: Vote) -> float:
    """The very mention's best probability for another paragraph of the same quotation (-1: there is none)."""
    return max((b.of_head(vote.pair.head.index) for b in vote.group), default=-1.0)


def previous_in_paragraph(vote: Vote) -> float:
    """The quotation before stands in the same paragraph, so many unquoted words before (-1: it does not)."""
    if vote.previous is None or not vote.previous.pairs:
        return -1.0
    earlier, here = vote.previous.pairs[0].place, vote.pair.place
    if earlier.paragraph != here.paragraph:
        return -1.0
    return float(min(30, vote.pair.scene.outside_between(earlier.last, here.first)))


CONTEXT: Mapping[str, Callable[[Vote], float]] = {
    f.__name__: f
    for f in (
        own_probability, rank, best_rival, rivals_sum, speaks_before, speaks_after, same_words_before, same_words_after,
        speaks_in_paragraph, speaks_in_group, previous_in_paragraph,
    )
}  # fmt: skip


def vote_features(vote: Vote) -> list[float]:
    """The values of the second pass's own features, in the order of CONTEXT."""
    return [feature(vote) for feature in CONTEXT.values()]


def cast_votes(ballots: Sequence[Ballot]) -> list[list[Vote]]:
    """One list of votes a quotation, from the ballots of an article's quotations in order of the text."""
    votes: list[list[Vote]] = []
    for number, ballot in enumerate(ballots):
        if not ballot.pairs:
            votes.append([])
            continue
        place = ballot.pairs[0].place
        others = [b for b in ballots if b is not ballot and b.pairs]
        paragraph = [b for b in others if b.pairs[0].place.paragraph == place.paragraph]
        group = [
            b
            for b in others
            if place.quotation.group is not None and b.pairs[0].place.quotation.group == place.quotation.group
        ]
        previous = ballots[number - 1] if number else None
        following = ballots[number + 1] if number + 1 < len(ballots) else None
        votes.append(
            [Vote(pair, i, ballot, previous, following, paragraph, group) for i, pair in enumerate(ballot.pairs)]
        )
    return votes

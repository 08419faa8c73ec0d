"""The second pass: what the first pass decided for this quotation and for those beside it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quotes.attribute.pair import Pair, is_own_label, name_words

USUAL = -2.5  # log-odds from which a predicate is a usual word to report with
FINALISTS = 8  # candidates of a quotation that reach the second pass


@dataclass(frozen=True, slots=True)
class Ballot:
    """The first pass over one quotation: its likeliest pairs with their probabilities, the best first."""

    pairs: Sequence[Pair]
    probabilities: Sequence[float]
    by_head: Mapping[int, float]  # head word → probability
    by_text: Mapping[str, float]  # head word as it reads → best probability
    total: float

    @classmethod
    def count(cls, pairs: Sequence[Pair], probabilities: Sequence[float]) -> "Ballot":
        """Keeps the finalists, the quotation's own label first; of equals, the one that stands first in the text."""
        order = sorted(range(len(pairs)), key=lambda i: (not is_own_label(pairs[i]), -probabilities[i]))[:FINALISTS]
        kept, scores = [pairs[i] for i in order], [probabilities[i] for i in order]
        by_head = {pair.head.index: p for pair, p in zip(kept, scores, strict=True)}
        by_text: dict[str, float] = {}
        for pair, p in zip(kept, scores, strict=True):
            by_text.setdefault(pair.head.text, p)
        return cls(kept, scores, by_head, by_text, sum(scores))


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
    winners: Counter[str]  # head word as it reads → quotations of the article whose likeliest speaker it is
    winning_names: Counter[str]  # word of a name → quotations whose likeliest speaker is called so


def own_probability(vote: Vote) -> float:
    """The first pass's probability."""
    return vote.ballot.probabilities[vote.index]


def rank(vote: Vote) -> float:
    """How many candidates the first pass put before this one."""
    return float(vote.index)


def best_rival(vote: Vote) -> float:
    """The best probability among the other candidates."""
    others = vote.ballot.probabilities
    return others[0] if vote.index else (others[1] if len(others) > 1 else 0.0)


def rivals_sum(vote: Vote) -> float:
    """The sum of the other finalists' probabilities."""
    return vote.ballot.total - own_probability(vote)


def speaks_before(vote: Vote) -> float:
    """The very mention's probability for the quotation before (-1: there is none)."""
    return vote.previous.by_head.get(vote.pair.head.index, 0.0) if vote.previous else -1.0


def speaks_after(vote: Vote) -> float:
    """The very mention's probability for the quotation after (-1: there is none)."""
    return vote.following.by_head.get(vote.pair.head.index, 0.0) if vote.following else -1.0


def same_words_before(vote: Vote) -> float:
    """The best probability, for the quotation before, of a mention that reads the same (-1: there is none)."""
    return vote.previous.by_text.get(vote.pair.head.text, 0.0) if vote.previous else -1.0


def same_words_after(vote: Vote) -> float:
    """The best probability, for the quotation after, of a mention that reads the same (-1: there is none)."""
    return vote.following.by_text.get(vote.pair.head.text, 0.0) if vote.following else -1.0


def speaks_in_paragraph(vote: Vote) -> float:
    """The very mention's best probability for another quotation of the paragraph (-1: there is none)."""
    return max((b.by_head.get(vote.pair.head.index, 0.0) for b in vote.paragraph), default=-1.0)


def speaks_in_group(vote: Vote) -> float:
    """The very mention's best probability for another paragraph of the same quotation (-1: there is none)."""
    return max((b.by_head.get(vote.pair.head.index, 0.0) for b in vote.group), default=-1.0)


def previous_in_paragraph(vote: Vote) -> float:
    """The quotation before stands in the same paragraph, so many unquoted words before (-1: it does not)."""
    if vote.previous is None or not vote.previous.pairs:
        return -1.0
    earlier, here = vote.previous.pairs[0].place, vote.pair.place
    if earlier.paragraph != here.paragraph:
        return -1.0
    return float(min(30, vote.pair.scene.outside_between(earlier.last, here.first)))


def nearer_predicates(vote: Vote) -> float:
    """Finalists whose predicate reports and stands nearer to the quotation."""
    own = vote.pair.verb_gap
    return float(sum(p.strength >= USUAL and p.verb_gap < own for p in vote.ballot.pairs))


def nearer_mentions(vote: Vote) -> float:
    """Finalists that stand nearer to the quotation."""
    return float(sum(p.gap < vote.pair.gap for p in vote.ballot.pairs))


def predicate_rival(vote: Vote) -> float:
    """The best probability of another finalist with the same predicate (-1: there is none)."""
    if vote.pair.verb is None:
        return -1.0
    ballot = zip(vote.ballot.pairs, vote.ballot.probabilities, strict=True)
    return max((p for o, p in ballot if o.verb is vote.pair.verb and o is not vote.pair), default=-1.0)


def same_words_sum(vote: Vote) -> float:
    """The probabilities of the finalists that read the same, summed."""
    ballot = zip(vote.ballot.pairs, vote.ballot.probabilities, strict=True)
    return sum(p for o, p in ballot if o.head.text == vote.pair.head.text)


def speaks_in_article(vote: Vote) -> float:
    """Share of the article's other quotations whose likeliest speaker reads the same (-1: there are none)."""
    winners = vote.winners
    others = winners.total() - 1
    own = bool(vote.ballot.pairs) and vote.ballot.pairs[0].head.text == vote.pair.head.text
    return (winners[vote.pair.head.text] - own) / others if others > 0 else -1.0


def name_speaks_in_article(vote: Vote) -> float:
    """Share of the article's quotations whose likeliest speaker has a word of the candidate's name in theirs (-1: the
    candidate is no name)."""
    words = name_words(vote.pair)
    if not words:
        return -1.0
    return max(vote.winning_names[word] for word in words) / max(1, vote.winners.total())


def leads_beside(vote: Vote) -> float:
    """Whether this very mention is the likeliest speaker of the quotation before (1) or of the one after (2)."""
    for place, ballot in ((1.0, vote.previous), (2.0, vote.following)):
        if ballot is not None and ballot.pairs and ballot.pairs[0].head.index == vote.pair.head.index:
            return place
    return 0.0


def rival_before(vote: Vote) -> float:
    """The best probability of another finalist that stands before the quotation (-1: there is none)."""
    return _rival(vote, before=True)


def rival_after(vote: Vote) -> float:
    """The best probability of another finalist that stands after the quotation (-1: there is none)."""
    return _rival(vote, before=False)


def _rival(vote: Vote, *, before: bool) -> float:
    ballot = zip(vote.ballot.pairs, vote.ballot.probabilities, strict=True)
    return max((p for o, p in ballot if o.before == before and o is not vote.pair), default=-1.0)


def same_words_place(vote: Vote) -> float:
    """Another finalist of the sentence reads the same and stands before (1) or after (2) it (0: there is none)."""
    own = vote.pair.head
    others = [
        o.head.index
        for o in vote.ballot.pairs
        if o is not vote.pair and o.head.sentence == own.sentence and o.head.text.lower() == own.text.lower()
    ]
    return 0.0 if not others else 1.0 if others[0] < own.index else 2.0


CONTEXT: Mapping[str, Callable[[Vote], float]] = {
    f.__name__: f
    for f in (
        own_probability, rank, best_rival, rivals_sum, speaks_before, speaks_after, same_words_before, same_words_after,
        speaks_in_paragraph, speaks_in_group, previous_in_paragraph,
        nearer_predicates, nearer_mentions, predicate_rival, same_words_sum, speaks_in_article, name_speaks_in_article,
        leads_beside, rival_before, rival_after, same_words_place,
    )
}  # fmt: skip


def vote_features(vote: Vote) -> list[float]:
    """The values of the second pass's own features, in the order of CONTEXT."""
    return [feature(vote) for feature in CONTEXT.values()]


def cast_votes(ballots: Sequence[Ballot]) -> list[list[Vote]]:
    """One list of votes a quotation, from the ballots of an article's quotations in order of the text."""
    votes: list[list[Vote]] = []
    winners = Counter(b.pairs[0].head.text for b in ballots if b.pairs)
    winning_names = Counter(word for b in ballots if b.pairs for word in set(name_words(b.pairs[0])))
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
            [
                Vote(pair, i, ballot, previous, following, paragraph, group, winners, winning_names)
                for i, pair in enumerate(ballot.pairs)
            ]
        )
    return votes

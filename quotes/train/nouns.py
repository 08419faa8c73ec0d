"""The weights by which a definite noun finds whom it means, learned from gold articles that tell who speaks.

There are few such examples (one quotation in fifteen), so the weights stay near what they are set to before (`START`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from quotes.cast.antecedents import Antecedent, antecedents, chances
from quotes.cast.definite import ENOUGH, is_definite
from quotes.cast.links import identify, rules_before
from quotes.cast.nearness import weights as nearness_weights
from quotes.cast.resolve import Resolver
from quotes.evaluate.names import same_name
from quotes.train.boosting import FOLDS, fold_numbers
from quotes.train.gold import Analyse
from quotes.train.links import GoldLinks, read_links
from quotes.train.logit import Choice, fit

START = {
    "age": 3.0,
    "another role, epithet": -0.5,
    "another role, post": -1.0,
    "another's post": -1.5,
    "another's words": -1.5,
    "body, a company": 1.0,
    "body, alone": 1.5,
    "body, holds the noun": 3.0,
    "body, misfit": -2.0,
    "body, near": 1.5,
    "body, not named before": -2.0,
    "body, press": 2.0,
    "body, press for another noun": -1.5,
    "body, spoke last": 1.5,
    "body, subject last": 0.7,
    "body, told": -1.0,
    "body, topic": 1.0,
    "body, words told": 2.0,
    "brought in, another noun": 2.5,
    "brought in, sentences back": -1.0,
    "brought in, somebody named since": -2.0,
    "brought in, the same noun": 4.0,
    "epithet": 2.5,
    "named below only": -1.5,
    "near": 2.5,
    "nobody": 1.5,
    "nobody, age": -1.5,
    "nobody, office": -0.5,
    "nobody, possessive": 1.0,
    "nobody, thing": 4.0,
    "post": 3.0,
    "post, more words": 1.5,
    "post, more words, out of view": -1.0,
    "post, one of several": 1.5,
    "somebody unnamed since": -1.5,
    "spoke last": 1.0,
    "spoke last, the same": 2.0,
    "topic": 1.0,
    "unnamed, as hardly ever named": 1.5,
    "wider post": 1.5,
    "words not told": -0.5,
    "words told": 1.5,
}
PENALTY = 2.0  # on the squares of what the weights move
HEADER = """\
# How much each feature of `quotes/cast/antecedents.py` counts for whom a definite noun means: log-odds of a
# conditional logit. Written by `quotes train nouns`.

"""

GoldName = str | Literal[False]


@dataclass(frozen=True, slots=True)
class Example:
    """A definite noun that speaks, with its candidates, and the gold name, False of an unnamed source."""

    article: str
    candidates: tuple[Antecedent, ...]
    name: GoldName

    @property
    def choice(self) -> Choice:
        """Where the right candidate is missing, nobody is right."""
        right = tuple(_is_right(c, self.name) for c in self.candidates)
        if not any(right):
            right = tuple(c.name is None for c in self.candidates)
        return Choice(tuple(c.row for c in self.candidates), right)


def train_nouns(gold: Sequence[Path], out: Path, analyse: Analyse) -> dict[str, float]:
    """Writes the weights into the file `out`; gives how many examples there were, and how many came out right when the
    articles were dealt to folds, and when each file was left out in turn."""
    examples = [[e for read in read_links(path, analyse) for e in find_examples(read)] for path in gold]
    everything = [e for own in examples for e in own]
    articles = sorted({e.article for e in everything})
    fold_of = dict(zip(articles, fold_numbers(len(articles)), strict=True))
    folds = [[e for e in everything if fold_of[e.article] == n] for n in range(FOLDS)]
    weights = learn(everything)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(HEADER + "".join(f"{n}\t{w:.3f}\n" for n, w in sorted(weights.items())), encoding="utf-8")
    figures: dict[str, float] = {"examples": len(everything), "right by folds": _right_apart(folds)}
    return figures | ({"right by files": _right_apart(examples)} if len(gold) > 1 else {})


def find_examples(read: GoldLinks) -> Iterator[Example]:
    """The definite nouns of an article that no rule before theirs decides."""
    resolver = Resolver(read.article, read.analysis, read.attributions, nearness_weights())
    earlier = rules_before("definite-noun")
    for attribution, phrase, name in zip(read.attributions, resolver.phrases, read.names, strict=True):
        if phrase is None:
            continue
        identity = identify(resolver, phrase)
        if name is not None and identity.rule not in earlier and is_definite(phrase):
            yield Example(read.article.id, tuple(antecedents(resolver, phrase)), name)
        resolver.latest = identity, resolver.scene.paragraph_of(attribution.quotation.span.start)


def learn(examples: Sequence[Example]) -> dict[str, float]:
    return fit([e.choice for e in examples], START, PENALTY)


def _right_apart(parts: Sequence[Sequence[Example]]) -> int:
    """How many are right when each part is judged by what was learned from the others."""
    right = 0
    for part in parts:
        weights = learn([e for other in parts if other is not part for e in other])
        for example in part:
            right += _is_right(_chosen(example, weights), example.name)
    return right


def _chosen(example: Example, weights: dict[str, float]) -> Antecedent:
    likely = chances(example.candidates, weights)
    best = max(range(len(likely)), key=likely.__getitem__)
    return example.candidates[best] if likely[best] >= ENOUGH else example.candidates[-1]


def _is_right(candidate: Antecedent, name: GoldName) -> bool:
    if name is False:
        return candidate.name is None
    return candidate.name is not None and same_name(name, candidate.name)

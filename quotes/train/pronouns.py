"""The weights of pronoun resolution, learned from two kinds of examples.

GAP (Webster et al. 2018) gives pronouns with two names of one gender and says which is meant. Raw news gives the rest:
where gender rules somebody out, the pronoun teaches how news places its pronouns, once gender is taken out of sight.
"""

import csv
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from quotes.attribute import Ranker, SpeechModel, attribute_quotations
from quotes.cast.characters import Person
from quotes.cast.nearness import FEMALE, NOBODY, Candidate, features, probabilities
from quotes.cast.phrases import THIRD
from quotes.cast.resolve import Resolver
from quotes.domain import Analysis, Article, Attribution
from quotes.find import find_stretches
from quotes.train.gold import Analyse
from quotes.train.logit import Choice
from quotes.train.logit import fit as fit_choices

UNNAMED = -0.7  # set by the pronouns beside gold quotations; in the other examples nobody unnamed is meant
START = {  # the weights that read the pronouns before the first round
    "same sentence, for speaker": 2.0,
    "same sentence, for anybody": 2.0,
    "1 sentence back, for speaker": 1.0,
    "1 sentence back, for anybody": 1.0,
    "subject of a verb above": 1.0,
    "unnamed": UNNAMED,
    NOBODY: -1.5,
}
ROUNDS = 2  # the pronouns that one round reads are namings in the next
PENALTY = 1.0  # on the squares of the weights
NEWS_WEIGHT = {"speaker": 0.9, "anybody": 0.2}  # of an example from news, against one of GAP
FAR = 4  # sentences back from which somebody of unknown gender, or without a name, spoils no example
HEADER = """\
# How much each feature of `quotes/cast/nearness.py` counts for a candidate of a pronoun: log-odds of a conditional
# logit. Written by `quotes train pronouns`.

"""

Weights = dict[str, float]
Reading = tuple[Article, Analysis, Sequence[Attribution]]


@dataclass(frozen=True, slots=True)
class Example:
    """A pronoun's candidates by features; `right` tells for each, and last for nobody, whether it may be meant."""

    rows: tuple[dict[str, float], ...]
    right: tuple[bool, ...]
    weight: float


def train_pronouns(gap: Path, news: Sequence[Path], out: Path, analyse: Analyse) -> dict[str, float]:
    """Writes the weights into the file `out`; gives how many examples there were, and the share of GAP's in which the
    right candidate came out likeliest (of those that it learned from).

    `gap` is a file of GAP (tab-separated), `news` are files of articles (JSON Lines, also gzipped) with `text` or
    `content`.
    """
    with _open(gap) as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    snippets: list[Reading] = [(Article("", a.text), a, ()) for a in analyse([row["Text"] for row in rows])]
    articles = [reading for path in news for reading in _read_news(path, analyse)]
    weights = dict(START)
    examples: list[Example] = []
    for _ in range(ROUNDS):
        resolved = (Resolver(*snippet, weights) for snippet in snippets)
        examples = [e for r, row in zip(resolved, rows, strict=True) if (e := gap_example(r, row)) is not None]
        gaps = len(examples)
        for article in articles:
            examples += news_examples(Resolver(*article, weights))
        weights = fit(examples) | {"unnamed": UNNAMED}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(HEADER + "".join(f"{n}\t{w:.3f}\n" for n, w in sorted(weights.items())), encoding="utf-8")
    certain = [e for e in examples[:gaps] if sum(e.right) == 1]
    likeliest = sum(_is_right(e, weights) for e in certain)
    return {"gap": gaps, "news": len(examples) - gaps, "likeliest": round(likeliest / max(1, len(certain)), 4)}


def _is_right(example: Example, weights: Weights) -> bool:
    chances = probabilities(example.rows, weights)
    return example.right[max(range(len(chances)), key=chances.__getitem__)]


def _open(path: Path) -> IO[str]:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8", newline="")


def _read_news(path: Path, analyse: Analyse) -> Iterator[Reading]:
    ranker, speech = Ranker.load(), SpeechModel.load()
    with _open(path) as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    for record, analysis in zip(records, analyse([r.get("text") or r["content"] for r in records]), strict=True):
        article = Article(record["id"], analysis.text, title=record.get("title"))
        found = attribute_quotations(analysis, find_stretches(analysis), ranker, speech)
        yield article, analysis, found


def gap_example(read: Resolver, row: dict[str, str]) -> Example | None:
    """The example of a row of GAP; None where its names are no candidates, or one person's."""
    token = read.scene.token_at(int(row["Pronoun-offset"]))
    if token is None:
        return None
    place, found = read.pronouns.candidates(token.index, "f" if token.text.lower() in FEMALE else "m")
    candidates = [c for c in found if isinstance(c.who, Person)]
    people = [_named_at(read, int(row[f"{side}-offset"]), len(row[side])) for side in "AB"]
    if people[0] is people[1]:
        return None
    rows = tuple(features(read.scene, place, c, candidates) for c in candidates)
    meant = [p for p, side in zip(people, "AB", strict=True) if row[f"{side}-coref"] == "TRUE"]
    if not meant:
        right = [all(c.who is not p for p in people) for c in candidates]
        return Example(rows, (*right, True), 1.0) if not all(right) else None
    right = [c.who is meant[0] for c in candidates]
    return Example(rows, (*right, False), 1.0) if any(right) else None


def _named_at(read: Resolver, start: int, length: int) -> Person | None:
    for mention in read.characters.names:
        if mention.start < start + length and start < mention.end:
            return read.characters.owner[mention.start]
    return None


def news_examples(read: Resolver) -> Iterator[Example]:
    """An example for each pronoun for which gender rules out one of the people near it and not all of them."""
    scene = read.scene
    for token in scene.tokens:
        lower = token.text.lower()
        if token.upos != "PRON" or lower not in THIRD or scene.quoted_by[token.index] >= 0:
            continue
        gender = "f" if lower in FEMALE else "m"
        place, found = read.pronouns.candidates(token.index, None)
        candidates = [c for c in found if _is_known(c) or not c.before or place.sentence - c.before[-1].sentence < FAR]
        if not all(map(_is_known, candidates)):
            continue
        right = [isinstance(c.who, Person) and c.who.gender == gender for c in candidates]
        if 0 < sum(right) < len(right):
            rows = tuple(features(scene, place, c, candidates) for c in candidates)
            yield Example(rows, (*right, False), NEWS_WEIGHT[place.kind])


def _is_known(candidate: Candidate) -> bool:
    return isinstance(candidate.who, Person) and candidate.who.gender is not None


def fit(examples: Sequence[Example]) -> Weights:
    """The weights under which the candidates that may be meant are likeliest: a conditional logit with a penalty."""
    choices = [Choice((*e.rows, {NOBODY: 1.0}), e.right, e.weight) for e in examples]
    return fit_choices(choices, {NOBODY: 0.0}, PENALTY)

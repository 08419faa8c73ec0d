"""Trains everything that attribution learns from gold articles: strengths of cues, ranker, speech, reports.

Cross-validation is by article: thresholds are chosen, and each stage is trained, on what the stage before it says of
articles that it has not seen.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from quotes.attribute.overrides import settle
from quotes.attribute.owners import OWNED, owners_of, says_more
from quotes.attribute.pair import NOUN
from quotes.attribute.ranker import Ranked
from quotes.boosted import BoostedTrees
from quotes.domain import Span
from quotes.train.boosting import FOLDS
from quotes.train.gold import Analyse, GoldArticle, read_gold
from quotes.train.gum import read_gum
from quotes.train.marked import mark_reports
from quotes.train.overrides import override_figures
from quotes.train.ranking import Problem, build_problems, right, train_ranker
from quotes.train.reports import train_reports
from quotes.train.speech import train_speech
from quotes.train.strengths import Counts, Prior, count, log_odds, to_lines

CUE_PRIOR = Prior(yes=0.2, no=2.0, least=3)
NOUN_PRIOR = Prior(yes=0.3, no=2.0, least=3)
NEAR = 0.0005  # abstentions whose gains differ by less are equally good
WRONG_NAME_PRICE = 0.25  # what a wrong speaker costs against the gain of a right one, when abstention is chosen

Figures = dict[str, float]


def train_attribution(
    gold: Path | Sequence[Path],
    out: Path,
    analyse: Analyse,
    gum: Path | None = None,
    *,
    reports: bool = False,
    copies: bool = False,
) -> Figures:
    """Writes the models of attribution into `out`; gives cross-validated figures on the training articles.

    `gold` are files of annotated articles; `gum` is a folder of GUM's attributions, of which the quotations teach too.
    With `reports` the ranker's first pass also learns from indirect speech, as if parts of it were quoted. With
    `copies` what is speech is also learnt from the articles as other houses would have printed them; the ranker, which
    gained nothing from them, only says who speaks there.
    """
    articles = [
        a for path in ([gold] if isinstance(gold, Path) else gold) for a in read_gold(path, analyse, copies=copies)
    ]
    if gum is not None:
        articles.extend(read_gum(gum, analyse))
    out.mkdir(parents=True, exist_ok=True)
    figures = fit_speakers(articles, out, reports=reports)
    return figures | train_reports([a for a in articles if a.judges_indirect], out)


def fit_speakers(articles: Sequence[GoldArticle], out: Path, *, reports: bool = False) -> Figures:
    """Writes the models that tell speech and its speakers."""
    strengths, apart = learn_strengths(articles)
    problems = [build_problems(a, apart[a.fold], judged=not a.is_copy) for a in articles]
    marked = [(a.fold, build_problems(mark_reports(a), apart[a.fold])) for a in articles if reports and a.indirect]
    trained = train_ranker(articles, problems, marked)
    ranked = [settle(a.stretches, lists) for a, lists in zip(articles, trained.ranked, strict=True)]
    printed = [place for place, a in enumerate(articles) if not a.is_copy]
    threshold, figures = choose_abstention([problems[i] for i in printed], [ranked[i] for i in printed])
    for rule in override_figures([articles[i] for i in printed], [trained.ranked[i] for i in printed], threshold):
        figures |= {f"{rule.id} {name}": float(value) for name, value in rule._asdict().items() if name != "id"}
    for name, content in {
        "strengths.tsv": to_lines(strengths),
        "first.txt": BoostedTrees.serialise(trained.first, 0.0),
        "second.txt": BoostedTrees.serialise(trained.second, threshold),
    }.items():
        (out / name).write_text(content, encoding="utf-8")
    return figures | train_speech(articles, ranked, threshold, out)


def learn_strengths(articles: Sequence[GoldArticle]) -> tuple[dict[str, float], list[dict[str, float]]]:
    """How often an unquoted verb's or noun's lemma is part of a cue, how often a noun that something is said of is a
    source, and how often the owner of a noun is one; for all articles whose indirect speech was annotated, too, and for
    each fold without its own articles."""
    articles = [a for a in articles if a.judges_indirect]
    folds = [a.fold for a in articles]
    cues = [_cue_counts(a) for a in articles]
    nouns = [_noun_counts(a) for a in articles]
    owned = [_owned_counts(a) for a in articles]
    whole: dict[str, float] = {}
    apart: list[dict[str, float]] = [{} for _ in range(FOLDS)]
    for rows, prior, least in ((cues, CUE_PRIOR, 1), (nouns, NOUN_PRIOR, 0), (owned, NOUN_PRIOR, 0)):
        keys = [(key,) for row in rows for key, _ in row]
        labels = [label for row in rows for _, label in row]
        of_fold = [fold for fold, row in zip(folds, rows, strict=True) for _ in row]
        whole |= log_odds(_seen(count(keys, labels), least), prior)
        for fold, table in enumerate(apart):
            rest = [i for i, own in enumerate(of_fold) if own != fold]
            counts = count([keys[i] for i in rest], [labels[i] for i in rest])
            table |= log_odds(_seen(counts, least), prior)
    return whole, apart


def _seen(counts: Counts, least: int) -> Counts:
    """The keys that had the outcome so many times at least."""
    return {key: c for key, c in counts.items() if c[1] >= least}


def _cue_counts(article: GoldArticle) -> list[tuple[str, int]]:
    scene = article.scene
    cue_tokens = {i for cue in article.cues for i in range(*scene.token_range(cue))}
    return [
        (token.lemma.lower(), int(token.index in cue_tokens))
        for token in scene.tokens
        if token.upos in ("VERB", "NOUN") and scene.quoted_by[token.index] < 0
    ]


def _noun_counts(article: GoldArticle) -> list[tuple[str, int]]:
    """Each unquoted noun that is a subject or an agent, with whether it is the head of a source."""
    scene, inside = article.scene, _tokens_of_sources(article)
    return [
        (NOUN + token.lemma.lower(), int(token.index in inside and inside.get(token.head) != inside[token.index]))
        for token in scene.tokens
        if token.upos == "NOUN" and token.deprel.startswith(("nsubj", "obl:agent")) and scene.quoted_by[token.index] < 0
    ]


def _owned_counts(article: GoldArticle) -> list[tuple[str, int]]:
    """Each unquoted noun that is somebody's and says of what, with whether its owner is a source without it."""
    scene, inside = article.scene, _tokens_of_sources(article)
    return [
        (OWNED + token.lemma.lower(), int(owner in inside and inside.get(token.index) != inside[owner]))
        for token in scene.tokens
        if token.upos == "NOUN" and scene.quoted_by[token.index] < 0 and says_more(scene, token.index)
        for owner in owners_of(scene, token.index)
    ]


def _tokens_of_sources(article: GoldArticle) -> dict[int, Span]:
    """The tokens inside sources, each with its source."""
    sources = (*(s for q in article.quotes for s in q.sources), *(s for some in article.indirect_sources for s in some))
    return {i: source for source in sources for i in range(*article.scene.token_range(source))}


def choose_abstention(
    problems: Sequence[Sequence[Problem]], ranked: Sequence[Sequence[Sequence[Ranked]]]
) -> tuple[float, Figures]:
    """The threshold with the most right speakers less the price of the wrong ones; of near equals the highest."""
    tops: list[tuple[float, bool]] = []
    sourced = reachable = 0
    for article, lists in zip(problems, ranked, strict=True):
        for problem, some in zip(article, lists, strict=True):
            if problem.gold is None:
                continue
            if problem.gold.sources:
                sourced += 1
                reachable += 1 in problem.labels
            if some:
                tops.append((some[0].probability, right(some[0].pair, problem.gold.sources)))

    def gain(threshold: float) -> float:
        return sum(1.0 if hit else -WRONG_NAME_PRICE for p, hit in tops if p >= threshold)

    gains = {float(t): gain(t) for t in np.arange(0.05, 0.6, 0.01)}
    threshold = round(max(t for t, value in gains.items() if value >= (1 - NEAR) * max(gains.values())), 4)
    named = [hit for p, hit in tops if p >= threshold]
    return threshold, {
        "candidate recall": reachable / sourced,
        "mention recall": sum(named) / sourced,
        "mention precision where named": sum(named) / len(named),
        "abstention threshold": threshold,
    }

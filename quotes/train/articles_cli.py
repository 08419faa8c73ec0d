"""The commands of `quotes train` that learn from annotated articles, or measure on them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from quotes.errors import UsageError

GoldFiles = Annotated[
    list[Path],
    typer.Option("--gold", metavar="FILE", help="Gold articles: JSON Lines, as in data/gold; repeatable."),
]
Corrections = Annotated[
    list[Path] | None,
    typer.Option(
        "--with-corrections",
        metavar="FILE",
        help="Further articles, as people corrected them: what quotes corrections export --gold writes; repeatable.",
    ),
]
ReadingModels = Annotated[
    Path | None,
    typer.Option("--models", metavar="DIR", help="The language models that read the articles; else the packaged."),
]
OUT = Path("out/models")


def attribution(
    gold: GoldFiles,
    with_corrections: Corrections = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the models of attribution go.")] = (
        OUT / "attribution"
    ),
    gum: Annotated[
        Path | None,
        typer.Option("--gum", metavar="DIR", help="GUM's attributions too: attributions.jsonl and the folder text."),
    ] = None,
    reports: Annotated[
        bool,
        typer.Option("--reports", help="Learn who speaks from indirect speech, too, as if parts of it were quoted."),
    ] = False,
    copies: Annotated[
        bool, typer.Option("--copies", help="Learn from a copy of each article with other marks or wrapped lines, too.")
    ] = False,
    models: ReadingModels = None,
) -> None:
    """Train what attribution learns: cues, speech or not, the ranker of speakers, indirect speech; takes minutes."""
    from quotes.nlp import Analyser
    from quotes.train.attribution import train_attribution

    gold = _articles(gold, with_corrections)
    if gum is not None and not (gum / "attributions.jsonl").exists():
        raise UsageError(f"there is no attributions.jsonl in {gum}; pass with --gum the folder that holds it.")
    figures = train_attribution(gold, out, Analyser(models).analyse_all, gum, reports=reports, copies=copies)
    print_scores("attribution", {"+".join(path.stem for path in gold): figures})


def pronouns(
    gap: Annotated[Path, typer.Option("--gap", metavar="FILE", help="Pronouns with two names each: a file of GAP.")],
    news: Annotated[
        list[Path],
        typer.Option("--news", metavar="FILE", help="Raw news: JSON Lines with a text or content; repeatable."),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the weights go.")] = (
        OUT / "pronoun_weights.tsv"
    ),
    models: ReadingModels = None,
) -> None:
    """Train the weights by which "he" and "she" find their person; takes minutes."""
    from quotes.nlp import Analyser
    from quotes.train.pronouns import train_pronouns

    for path in (gap, *news):
        if not path.exists():
            raise UsageError(f"there is no file {path}; pass with --gap one of GAP, with --news one of JSON Lines.")
    print_scores("pronouns", {gap.stem: train_pronouns(gap, news, out, Analyser(models).analyse_all)})


def certainty(
    gold: GoldFiles,
    with_corrections: Corrections = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the weights go.")] = (
        OUT / "name_certainty.tsv"
    ),
    models: ReadingModels = None,
) -> None:
    """Train how sure a speaker's name is; prints how far that can be believed on articles it did not learn from."""
    from quotes.nlp import Analyser
    from quotes.train.certainty import train_certainty

    gold = _articles(gold, with_corrections)
    print_scores("certainty", train_certainty(gold, out, Analyser(models).analyse_all))


def nouns(
    gold: GoldFiles,
    with_corrections: Corrections = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the weights go.")] = (
        OUT / "noun_weights.tsv"
    ),
    models: ReadingModels = None,
) -> None:
    """Train the weights by which "the mayor" and "the agency" find whom they mean; takes minutes."""
    from quotes.nlp import Analyser
    from quotes.train.nouns import train_nouns

    gold = _articles(gold, with_corrections)
    print_scores("nouns", {"+".join(path.stem for path in gold): train_nouns(gold, out, Analyser(models).analyse_all)})


def links(
    gold: GoldFiles,
    with_corrections: Corrections = None,
    rules: Annotated[
        bool,
        typer.Option("--rules", help="Also how often each rule and each word list decides, and how often rightly."),
    ] = False,
    models: ReadingModels = None,
) -> None:
    """Measure who the gold mentions are taken for; trains nothing.

    With --rules, a line for each rule: how many mentions it decided; of these, and of those that come out otherwise
    without it, how many are right with it and without it. For each word list the same of the mentions that get another
    name without it. A rule or list that never decides, or is right less often than what it overrules, has no place in
    the cast.
    """
    from quotes.nlp import Analyser
    from quotes.train.links import judge, read_links, tally_lists, tally_rules

    gold = _articles(gold, with_corrections)
    analyse = Analyser(models).analyse_all
    articles = []
    for path in gold:
        own = list(read_links(path, analyse))
        verdicts = [v for read in own for v in judge(read)]
        right = sum(v.right for v in verdicts)
        print_scores("links", {path.stem: {"mentions": len(verdicts), "right": right / max(1, len(verdicts))}})
        articles += own
    if rules:
        for tally in (*tally_rules(articles), *tally_lists(articles)):
            sys.stdout.write(
                f"{tally.id:22} fired {tally.fired:5} right {tally.right:5} without {tally.right_without:5}\n"
            )


def kinds(
    dwie: Annotated[Path, typer.Option("--dwie", metavar="FILE", help="Typed mentions: a gzipped file of DWIE.")],
    gold: Annotated[
        list[Path],
        typer.Option("--gold", metavar="FILE", help="Articles whose speakers are named: JSON Lines; repeatable."),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the trees go.")] = OUT,
    models: ReadingModels = None,
) -> None:
    """Train what tells the names of people and of bodies from others; takes minutes."""
    from quotes.nlp import Analyser
    from quotes.train.kinds import train_kinds

    for path in (dwie, *gold):
        if not path.exists():
            raise UsageError(f"there is no file {path}; pass with --dwie one of DWIE, with --gold one of JSON Lines.")
    print_scores(
        "kinds", {"+".join(p.stem for p in (dwie, *gold)): train_kinds(dwie, gold, out, Analyser(models).analyse_all)}
    )


def _articles(gold: list[Path], corrections: list[Path] | None) -> list[Path]:
    """All files; raises UsageError where one is not there."""
    for path in gold:
        if not path.exists():
            raise UsageError(f"there is no file {path}; pass with --gold one of annotated articles in JSON Lines.")
    for path in corrections or ():
        if not path.exists():
            raise UsageError(f"there is no file {path}; write it with: quotes corrections export --gold -o {path}")
    return [*gold, *(corrections or ())]


def print_scores(step: str, scores: Mapping[str, Mapping[str, float]]) -> None:
    for corpus, figures in scores.items():
        line = " ".join(f"{name} {value:.4g}" for name, value in figures.items())
        sys.stdout.write(f"{step}: {corpus}: {line}\n")

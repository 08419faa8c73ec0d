"""The work of `quotes evaluate`, apart from its options so that other commands need not load it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from quotes.cli.evaluation_tables import print_comparison, print_evaluation, print_mistakes
from quotes.cli.output import notes, open_output, write_jsonl
from quotes.cli.reading import Account, open_parser, parse_or_reject, parsing
from quotes.evaluate import (
    Comparison,
    Evaluation,
    GoldArticle,
    PredictedArticle,
    compare,
    evaluate,
    find_mistakes,
    generate_page,
    generate_reliability,
    read_gold,
    read_predictions,
    to_predicted,
    widest_scope,
)
from quotes.wire import to_dict

PAGES = (".html", ".htm")
LISTS = (".jsonl",)


def is_listed(errors: Path | None) -> bool:
    """Whether the mistakes go where the figures go."""
    return errors is not None and str(errors) == "-"


def run(
    gold: Path,
    predicted: Path | None,
    *,
    errors: Path | None,
    against: Path | None,
    models: Path | None,
    as_table: bool,
    reliability: Path | None = None,
) -> Account:
    """Evaluate and report; the account says which articles the parser failed on, where it was the parser's turn."""
    articles, account = read_gold(gold), Account()
    other = read_predictions(against) if against else None
    given = read_predictions(predicted) if predicted else _parse(articles, models, account)
    evaluation = evaluate(articles, given)
    comparison = compare(evaluate(articles, other).judged, evaluation.judged) if other is not None else None
    if as_table:
        _print(evaluation, comparison, against, errors)
    else:
        _write(evaluation, comparison, errors)
    if errors and not is_listed(errors):
        _write_errors(errors, evaluation, f"{predicted.name if predicted else 'quotes'} against {gold.name}")
    if reliability:
        with open_output(reliability) as stream:
            stream.write(generate_reliability(evaluation.calibration, f"How far to believe it: {gold.stem}"))
        notes().print(f"Wrote {reliability}")
    if evaluation.unknown:
        notes().print(f"{len(evaluation.unknown)} predicted articles are not in the gold and were left out")
    for reject in account.rejects:
        notes().print(f"not parsed {reject.origin}: {reject.reason}")
    return account


def _parse(articles: Sequence[GoldArticle], models: Path | None, account: Account) -> Mapping[str, PredictedArticle]:
    """What the parser finds in the gold's texts, where it looks for as wide a class of indirect speech as the gold."""
    parser, found = open_parser(models, widest_scope(articles)), {}
    for article in parsing(parser.read_ahead(gold.article for gold in articles), len(articles)):
        if parsed := parse_or_reject(parser, article, account):
            found[article.id] = to_predicted(to_dict(parsed))
    return found


def _print(evaluation: Evaluation, comparison: Comparison | None, against: Path | None, errors: Path | None) -> None:
    print_evaluation(evaluation)
    if comparison:
        print_comparison(comparison, str(against))
    if is_listed(errors):
        print_mistakes(find_mistakes(evaluation.judged))


def _write(evaluation: Evaluation, comparison: Comparison | None, errors: Path | None) -> None:
    row = evaluation.to_dict()
    if comparison:
        row["against"] = comparison.to_dict()
    if is_listed(errors):
        row["mistakes"] = [mistake.to_dict() for mistake in find_mistakes(evaluation.judged)]
    write_jsonl([row])


def _write_errors(path: Path, evaluation: Evaluation, title: str) -> None:
    with open_output(path) as stream:
        if path.suffix in PAGES:
            stream.write(generate_page(evaluation, title))
        else:
            write_jsonl((mistake.to_dict() for mistake in find_mistakes(evaluation.judged)), stream)
    notes().print(f"Wrote {path}")

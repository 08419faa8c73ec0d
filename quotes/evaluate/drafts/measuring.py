"""Verdicts against what they should be."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotes.check import VERDICTS, Checked, Library, Verdict, check_article
from quotes.domain import Article, ParsedArticle
from quotes.evaluate.drafts.cases import Case


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case; nothing where its quotation was not found."""

    case: Case
    checked: Checked | None

    @property
    def verdict(self) -> Verdict | None:
        return None if self.checked is None else self.checked.verdict

    @property
    def is_right(self) -> bool:
        return self.verdict == self.case.verdict


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one verdict: how often it is given, how often it should be, and how often it is rightly."""

    given: int
    due: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.due if self.due else 1.0


def run_cases(
    cases: Iterable[Case], parse: Callable[[Article], ParsedArticle], libraries: Sequence[Library]
) -> list[Outcome]:
    """Check every case's draft, found and attributed by the parser."""
    return [Outcome(case, _checked(case, parse(Article(case.id, case.text)), libraries)) for case in cases]


def _checked(case: Case, parsed: ParsedArticle, libraries: Sequence[Library]) -> Checked | None:
    """What was found of the quotation that counts: the one that shares most of its code points."""
    start = case.text.index(case.quotation)
    end = start + len(case.quotation)
    found = check_article(parsed, libraries)
    shares = [(min(end, one.drafted.span.end) - max(start, one.drafted.span.start), -n) for n, one in enumerate(found)]
    if not shares or max(shares)[0] <= 0:
        return None
    return found[-max(shares)[1]]


def measure(outcomes: Sequence[Outcome]) -> Mapping[Verdict, Figures]:
    return {
        verdict: Figures(
            sum(one.verdict == verdict for one in outcomes),
            sum(one.case.verdict == verdict for one in outcomes),
            sum(one.verdict == verdict == one.case.verdict for one in outcomes),
        )
        for verdict in VERDICTS
    }

"""Attributes indirect speech: who reported what, without quotation marks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import files

from quotes.attribute.mentions import mention_range
from quotes.attribute.overrides.quoted import from_cited, names_cited
from quotes.attribute.predicates import is_spoken_of
from quotes.attribute.strengths import read_strengths
from quotes.boosted import BoostedTrees
from quotes.domain import Analysis, Attribution, Cue, IndirectScope, Mention, Quotation, Span
from quotes.find.factuality import modality_of, polarity_of
from quotes.find.report_features import FEATURES, STRENGTHS, report_features
from quotes.find.reports import Report, find_reports
from quotes.find.select import choose_reports, pool
from quotes.lexicon import word_class, words
from quotes.scene import Scene

FIRST = word_class("first_person")
_TIES = {
    "clause": "“{cue}” governs what is reported",
    "open clause": "“{cue}” governs what is reported",
    "object": "what is reported is the object of “{cue}”",
    "phrase": "what is reported hangs on “{cue}”",
    "inserted": "“{cue}” stands inside what is reported",
    "according to": "what is reported stands beside “{cue}”",
    "noun's clause": "what is reported hangs on the noun “{cue}”",
}


class ReportModel:
    """Probability that a clause is a report."""

    def __init__(self, trees: BoostedTrees, strengths: Mapping[str, float]) -> None:
        self._trees = trees
        self._strengths = strengths
        self.threshold = trees.threshold

    @classmethod
    def load(cls) -> "ReportModel":
        """The model that comes with the package; raises ModelError when it is missing or damaged."""
        folder = files("quotes") / "models" / "attribution"
        trees = BoostedTrees.read(folder / "reports.txt", (*FEATURES, *STRENGTHS))
        return cls(trees, read_strengths((folder / "report_strengths.tsv").read_text(encoding="utf-8")))

    def probabilities(self, scene: Scene, reports: Sequence[Report]) -> list[float]:
        return self._trees.probabilities([report_features(scene, r, self._strengths) for r in reports])

    def contributions(
        self, scene: Scene, reports: Sequence[Report]
    ) -> tuple[list[list[float]], list[dict[str, float]]]:
        """The values of each report's features, and how much each moved the log-odds."""
        rows = [report_features(scene, r, self._strengths) for r in reports]
        return rows, self._trees.contributions(rows)


def attribute_reports(
    analysis: Analysis, quotations: Sequence[Quotation], model: ReportModel, scope: IndirectScope
) -> tuple[Attribution, ...]:
    """The article's indirect speech, in order of the text; what a quotation says is not said again.

    `scope` "speech" keeps what was said, asked or written; "all" also beliefs, plans and findings.
    """
    if scope == "none":
        return ()
    scene = Scene(analysis, [q for q in quotations if q.parent is None])
    found = (r for r in find_reports(scene) if not is_quoted(scene, r) and not _is_of_its_source(scene, r))
    wanted = (r for r in found if (scope == "all" or _is_speech(scene, r)) and not _is_authors_thought(scene, r))
    reports = [r for r in wanted if not names_cited(scene, r)]
    pooled = pool(reports, model.probabilities(scene, reports))
    chosen = choose_reports(reports, pooled, model.threshold)
    made = []
    for i in chosen:
        report, outlet = from_cited(scene, reports[i])
        made.append(replace(report_attribution(scene, report, pooled[i]), through=outlet))
    return tuple(sorted(made, key=lambda a: a.quotation.span))


def is_quoted(scene: Scene, report: Report) -> bool:
    """Words of the content stand in quotation marks, so that a quotation has them."""
    return any(scene.quoted_by[i] >= 0 for i in range(report.first, report.last))


def _is_of_its_source(scene: Scene, report: Report) -> bool:
    """ "She was charged with fraud": no word of hers."""
    return report.source is not None and is_spoken_of(scene, scene.tokens[report.source])


def _is_authors_thought(scene: Scene, report: Report) -> bool:
    """What "I" or "we" outside quotations think: the article's own words."""
    by_author = report.source is not None and scene.tokens[report.source].text.lower() in FIRST
    return by_author and scene.tokens[report.cue].lemma.lower() in words("belief_verbs")


def _is_speech(scene: Scene, report: Report) -> bool:
    if report.tie == "according to":
        return True
    lemma = scene.tokens[report.cue].lemma.lower()
    return lemma in words("reporting_verbs") or lemma in words("reporting_nouns")


def report_attribution(scene: Scene, report: Report, probability: float) -> Attribution:
    """The report as an attribution of kind "indirect"."""
    span = Span(report.content[0].start, report.content[-1].end)
    cue = scene.tokens[report.cue]
    mention = None
    evidence = [_TIES[report.tie].format(cue=cue.text)]
    if report.source is not None:
        first, last = mention_range(scene, report.source)
        mention = Mention(Span(scene.tokens[first].start, scene.tokens[last - 1].end), report.source)
        if report.tie not in ("according to", "noun's clause"):
            evidence.append(f"subject of “{cue.text}”")
    return Attribution(
        Quotation(span, span, "indirect", parts=report.content if len(report.content) > 1 else ()),
        mention,
        _cue(scene, report),
        round(probability, 4),
        tuple(evidence),
        None if mention else "the report names no source",
        polarity_of(scene, report.cue),
        modality_of(scene, report.cue),
        round(probability, 4),
    )


def _cue(scene: Scene, report: Report) -> Cue:
    cue = scene.tokens[report.cue]
    if report.tie != "according to":
        return Cue(cue.span, cue.lemma)
    fixed = [scene.tokens[c].end for c in scene.children[report.cue] if scene.tokens[c].deprel == "fixed"]
    span = Span(cue.start, max([cue.end, *fixed]))
    return Cue(span, span.of(scene.text).lower())


def interleave(quotations: Sequence[Attribution], reports: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Both in order of the text; the quotations' `parent` follows their new places."""
    order = sorted((*quotations, *reports), key=lambda a: (a.quotation.span.start, -a.quotation.span.end))
    places = {id(attribution): place for place, attribution in enumerate(order)}
    moved = [places[id(attribution)] for attribution in quotations]
    return tuple(
        a
        if a.quotation.parent is None
        else replace(a, quotation=replace(a.quotation, parent=moved[a.quotation.parent]))
        for a in order
    )

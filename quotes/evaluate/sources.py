"""How well sources are classified, given their mentions: `quotes evaluate --sources`.

A case is a mention in its paragraph: `context` has the mention between [[ and ]]; `cue` and `content` are the reporting
words and what is reported, as they stand there; the labels are `source_type`, `anonymous`, and, where they are known,
`spokesperson` and `count`. Labels judge the mention by its paragraph alone, and so does the parser here: it is told the
mention, the cue and the content, and reads nothing else. A file is a JSON list of cases, or one a line.
"""

import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from quotes.cast import Resolver
from quotes.classify import classify_sources
from quotes.domain import Analysis, Article, Attribution, Cue, Mention, Quotation, Source, SourceType, Span
from quotes.errors import InputError
from quotes.evaluate.figures import Score, Share
from quotes.evaluate.json_lines import open_stream
from quotes.find import find_stretches

SOURCE_TYPES: tuple[SourceType, ...] = get_args(SourceType)
_REMEDY = "a case has context with the mention between [[ and ]], source_type and anonymous"
_MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SourceCase:
    article_id: str
    text: str  # the paragraph
    mention: Span
    cue: Span | None
    content: Span | None
    type: SourceType
    is_anonymous: bool
    is_spokesperson: bool | None  # None where it is not labelled
    count: int | None


@dataclass(frozen=True, slots=True)
class JudgedSource:
    case: SourceCase
    source: Source

    @property
    def is_right(self) -> bool:
        return self.source.type == self.case.type and self.source.anonymous == self.case.is_anonymous

    def to_dict(self) -> dict[str, Any]:
        """What was expected and what was given, for a list of mistakes."""
        return {
            "article": self.case.article_id,
            "mention": self.case.mention.of(self.case.text),
            "expected": {"source_type": self.case.type, "anonymous": self.case.is_anonymous},
            "given": {"source_type": self.source.type, "anonymous": self.source.anonymous},
        }


@dataclass(frozen=True, slots=True)
class SourceFigures:
    types: Share
    anonymous: Score
    spokespersons: Score | None  # None where no case is labelled
    counts: Share  # of the labelled ones
    by_type: Mapping[SourceType, Score]  # those that occur, in gold or as an answer

    def to_dict(self) -> dict[str, Any]:
        return {
            "cases": self.types.whole,
            "type acc": self.types.to_dict(),
            "anonymous": self.anonymous.to_dict(),
            "spokesperson": self.spokespersons.to_dict() if self.spokespersons else None,
            "count acc": self.counts.to_dict(),
            "by type": {name: score.to_dict() for name, score in self.by_type.items()},
        }


def read_sources(path: Path) -> list[SourceCase]:
    """The cases of a file, gzipped or not, `-` for standard input; raises InputError."""
    try:
        with ExitStack() as stack:
            text = open_stream(path, stack).read().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}); check the path") from error
    except (EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(f"{path} is neither UTF-8 nor a whole gzip file; get it again") from error
    try:
        listed = text.lstrip().startswith("[")
        records = json.loads(text) if listed else [json.loads(line) for line in text.splitlines() if line.strip()]
    except ValueError as error:
        raise InputError(f"{path} is broken JSON ({error}); {_REMEDY}") from error
    if not records:
        raise InputError(f"{path} holds nothing; {_REMEDY}")
    return [_to_case(record, number, path) for number, record in enumerate(records, start=1)]


def _to_case(record: Any, number: int, path: Path) -> SourceCase:
    try:
        marked = _MARKED.search(record["context"])
        if marked is None or record["source_type"] not in SOURCE_TYPES or not isinstance(record["anonymous"], bool):
            raise ValueError("no mention is marked, or a label is none of its kind")
        text = record["context"][: marked.start()] + marked.group(1) + record["context"][marked.end() :]
        mention = Span(marked.start(), marked.start() + len(marked.group(1)))
        return SourceCase(
            str(record.get("article") or number),
            text,
            mention,
            _nearest(text, record.get("cue"), mention),
            _nearest(text, record.get("content"), mention),
            record["source_type"],
            record["anonymous"],
            record.get("spokesperson"),
            record.get("count"),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: case {number} is not readable ({error}); {_REMEDY}") from error


def _nearest(text: str, words: str | None, mention: Span) -> Span | None:
    """Where the words stand nearest to the mention; None where they are not in the text."""
    places = [Span(*match.span()) for match in re.finditer(re.escape(words), text)] if words else []
    return min(places, key=lambda span: (abs(span.start - mention.end), span.start), default=None)


def classify_case(case: SourceCase, analysis: Analysis) -> Source:
    """The source that the parser makes of a mention that it is told; `analysis` is of the case's text."""
    article = Article(case.article_id, case.text)
    reading = Resolver(article, analysis, [_attribution(case, analysis)])
    [source] = classify_sources(reading, reading.identities())
    assert source is not None  # there is a mention
    return source


def _attribution(case: SourceCase, analysis: Analysis) -> Attribution:
    content = case.content or Span(case.mention.end, case.mention.end)
    quoted = next((s for s in find_stretches(analysis) if s.parent is None and content.overlaps(s.span)), None)
    quotation = quoted or Quotation(content, content, "indirect")
    return Attribution(quotation, Mention(case.mention, None), _cue(case.cue, analysis), 1.0, ("told",))


def _cue(span: Span | None, analysis: Analysis) -> Cue | None:
    if span is None:
        return None
    tokens = [t for t in analysis.tokens if span.start <= t.start < span.end]
    verbs = [t for t in tokens if t.upos == "VERB"] or tokens
    return Cue(span, verbs[0].lemma.lower() if verbs else "")


def measure_sources(judged: Sequence[JudgedSource]) -> SourceFigures:
    labelled = [j for j in judged if j.case.is_spokesperson is not None]
    counted = [j for j in judged if j.case.count is not None]
    found = {j.case.type for j in judged} | {j.source.type for j in judged}
    return SourceFigures(
        Share(sum(j.source.type == j.case.type for j in judged), len(judged)),
        _score((j.case.is_anonymous, j.source.anonymous) for j in judged),
        _score((bool(j.case.is_spokesperson), j.source.standing == "spokesperson") for j in labelled)
        if labelled
        else None,
        Share(sum(j.source.count == j.case.count for j in counted), len(counted)),
        {
            kind: _score((j.case.type == kind, j.source.type == kind) for j in judged)
            for kind in SOURCE_TYPES
            if kind in found
        },
    )


def _score(pairs: Iterable[tuple[bool, bool]]) -> Score:
    """Of pairs of what is so and what was said."""
    listed = list(pairs)
    hits = sum(gold and said for gold, said in listed)
    return Score(hits, sum(said for _, said in listed), sum(gold for gold, _ in listed))

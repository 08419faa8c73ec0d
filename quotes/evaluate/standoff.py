"""Gold as brat standoff: a folder of texts (.txt) and annotations (.ann), as PolNeAR is published.

An annotation file has text-bound lines (`T1<TAB>Source 12 30<TAB>words`, several parts joined by `;`) and events that
tie them together (`E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1`; a second of a kind is numbered, `Content2:T5`).
The text of `x.ann` is `x.txt` beside it or in the neighbouring folder `text/`, and so is that of `x_ef2d.ann`, where
the last part tells the annotator; of several annotations of one text the first by name is taken.
PolNeAR (Newell et al., LREC 2018) marks attributions, not quotations: an attribution whose content holds stretches
between quotation marks becomes a quotation for each, one without becomes an indirect report, and stretches outside any
attribution are nobody's words. What its annotators labelled Discard or Discuss is not judged.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quotes.domain import Article, Span
from quotes.errors import InputError
from quotes.evaluate.gold import GoldArticle, GoldQuote, GoldReport, kind_of
from quotes.evaluate.match import covered
from quotes.evaluate.quoted import find_quoted
from quotes.read.dates import parse_date
from quotes.read.decoding import decode_text

NOT_JUDGED = ("Discard", "Discuss")
_NAME = re.compile(r"(?P<outlet>[^_]+)_(?P<day>\d{4}-\d\d-\d\d)_")  # as PolNeAR names its files
_ROLE = re.compile(r"([A-Za-z-]+?)\d*:(\S+)")


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: what is attributed, and the words that name its source."""

    content: tuple[Span, ...]
    sources: tuple[Span, ...]


def is_standoff(path: Path) -> bool:
    return path.is_dir()


def read_gold_standoff(folder: Path) -> list[GoldArticle]:
    """All annotated texts below the folder, by name. Raises InputError when there are none or one is damaged."""
    read: dict[Path, GoldArticle] = {}
    for annotation in sorted(folder.rglob("*.ann")):
        path = _text_of(annotation)
        if path not in read:
            read[path] = parse_standoff(path.stem, _decode(path), _decode(annotation), origin=str(annotation))
    if not read:
        raise InputError(f"{folder} holds no .ann file; give a brat folder of .txt and .ann files, or JSON Lines")
    return list(read.values())


def parse_standoff(article_id: str, text: str, annotation: str, *, origin: str = "annotation") -> GoldArticle:
    """Raises InputError, with `origin` and the line, where the annotation is damaged or outside the text."""
    bound: dict[str, tuple[str, tuple[Span, ...]]] = {}
    events: list[tuple[int, str]] = []
    for number, line in enumerate(annotation.splitlines(), start=1):
        name, *fields = line.split("\t")
        if line.startswith("T"):
            bound[name] = _parse_bound(fields, text, f"{origin}:{number}")
        elif line.startswith("E") and fields:
            events.append((number, fields[0]))
    made = [_parse_event(roles, bound, f"{origin}:{number}") for number, roles in events]
    ignore = tuple(span for label, spans in bound.values() if label in NOT_JUDGED for span in spans)
    return _assemble(_to_article(article_id, text), [one for one in made if one.content], ignore)


def _assemble(article: Article, attributed: list[Attributed], ignore: tuple[Span, ...]) -> GoldArticle:
    """Each quoted stretch goes to the attribution that has most of it, of equal ones to the first."""
    text, quotes, nobodys, spoken = article.text, [], [], set[int]()
    for span in find_quoted(text):
        shares = [covered(span, one.content) for one in attributed]
        best = max(range(len(shares)), key=lambda place: (shares[place], -place), default=0)
        if not shares or 2 * shares[best] < span.end - span.start:
            nobodys.append(span)
            continue
        spoken.add(best)
        content, sources = attributed[best].content, attributed[best].sources
        quotes.append(GoldQuote(span, sources, kind_of(text, span, content), labels=None))
    reports = [GoldReport(one.content, one.sources) for place, one in enumerate(attributed) if place not in spoken]
    return GoldArticle(article, tuple(quotes), tuple(reports), tuple(nobodys), ignore)


def _parse_bound(fields: list[str], text: str, origin: str) -> tuple[str, tuple[Span, ...]]:
    try:
        label, _, places = fields[0].partition(" ")
        spans = [Span(*map(int, place.split())) for place in places.split(";")]
    except (IndexError, TypeError, ValueError) as error:
        raise InputError(f"{origin} is no line of brat standoff; it should read T1, tab, label start end") from error
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            raise InputError(f"{origin} points outside its text; give the text that was annotated")
    return label, tuple(sorted(spans))


def _parse_event(roles: str, bound: Mapping[str, tuple[str, tuple[Span, ...]]], origin: str) -> Attributed:
    pairs = list(_roles(roles))
    for _, name in pairs:
        if name not in bound:
            raise InputError(f"{origin} names {name}, which the file does not have; export the annotation again")
    parts = {
        wanted: tuple(sorted(span for role, name in pairs if role == wanted for span in bound[name][1]))
        for wanted in ("Content", "Source")
    }
    return Attributed(parts["Content"], parts["Source"])


def _roles(roles: str) -> Iterator[tuple[str, str]]:
    return (match.groups() for match in _ROLE.finditer(roles))  # type: ignore[misc]


def _text_of(annotation: Path) -> Path:
    stems = [annotation.stem, annotation.stem.rpartition("_")[0]]
    folders = [annotation.parent, annotation.parent.parent / "text"]
    for stem in filter(None, stems):
        for folder in folders:
            if (path := folder / f"{stem}.txt").is_file():
                return path
    raise InputError(f"{annotation} has no text; put {annotation.stem}.txt beside it or into a folder text/ next to it")


def _decode(path: Path) -> str:
    try:
        return decode_text(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}); check that it may be read") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def _to_article(article_id: str, text: str) -> Article:
    named = _NAME.match(article_id)
    return Article(
        article_id,
        text,
        outlet=named["outlet"] if named else None,
        published=parse_date(named["day"]) if named else None,
    )

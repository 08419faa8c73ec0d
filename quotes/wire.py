"""A parsed article as a JSON object, and back: what `quotes parse` writes, one article a line.

    {"id", "title", "url", "outlet", "published", "byline", "section", "text_hash", "parser", "models",
     "indirect_speech", "wire_copy": {"name", "relation", "start", "end"} or null, "notes": ["…"], ["text"],
     "cast": [{"id", "kind", "name", "mentions": [{"start", "end", "text", "form"}],
               "roles": [{"start", "end", "text", "body"}], "relations": [{"kind", "other", "start", "end", "text"}],
               "signs": [{"tells", "start", "end", "text"}]}],
     "quotes": [{"id", "start", "end", "text", "kind", "content": [[start, end]], "group", "marks",
                 "parent",
                 "cue":     {"start", "end", "text", "lemma"} or null,
                 "mention": {"start", "end", "text"} or null,
                 "speaker": {"id", "name", "role", "affiliation", "member"} or null,
                 "source_type", "standing", "descriptor", "count", "document_kind", "declined",
                 "description": {"role", "seniority", "affiliation"} or null,
                 "anonymous", "anonymity_reason": {"start", "end", "text"} or null, "reason_class", "medium",
                 "addressee": {"start", "end", "text", "member"} or null,
                 "via": [{"name", "relation", "start", "end", "member"}],
                 "confidence", "confidence_parts": {"quotation", "mention", "name"}, "evidence": ["…"],
                 "cause", "polarity", "modality"}],
     "turns": [the same fields], "nested": [the same fields]}

Offsets count code points of the article's text, half-open. `content` is the quotation without its marks, in several
stretches where an attribution interrupts indirect speech; `group` is shared by the stretches of one quotation. What
stands inside another quotation is under `nested`, with the outer one's id as `parent`, so that nothing counts twice.
`marks` is false of what the page's form marks as somebody's words instead of quotation marks: turns of transcripts and
interviews, block quotes, signed posts; they stand under `turns`.
A quotation whose speaker the article does not tell has `speaker` and `source_type` null and says why in `cause`; one
whose speaker's name was found and is too unsure to be given has it null in `speaker`, and says so there, too.
`notes` say what was done to the text before it was read: a wrong decoding that was healed.
`indirect_speech` is the class of reports that was looked for, "none", "speech" or "all"; those found have the `kind`
"indirect". `polarity` ("positive", "negative") and `modality` ("actual", "future", "hypothetical") say of indirect and
of quoted words alike whether they were said at all: "denied having called it “odd”" is negative. Both are null where
the speaker is unknown.

`cast` is everybody and everything that acts or speaks in the article, in order of the first mention, and `member`,
`body` and `other` are places in it. `kind` is "person", "organization", "unnamed", "group", "document" or "author";
`name` is the fullest that the article gives, null where it gives none; `form` is "name", "noun" or "pronoun". `signs`
are words that tell "female", "male", "one" or "several" here: for reading the article, and no facts about anybody.
`confidence` is the product of `confidence_parts`: that these are somebody's words, that the mention is right, that the
name is; the last is null where there is no name.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quotes.cast_wire import cast_from_list, cast_to_list
from quotes.domain import (
    Article,
    AttributedQuotation,
    Attribution,
    Cast,
    Confidence,
    Cue,
    Description,
    Mention,
    ParsedArticle,
    Quotation,
    Source,
    Span,
    Via,
    covering,
    quotation_id,
    speaker_id,
)
from quotes.errors import InputError

Wire = dict[str, Any]


def to_dict(parsed: ParsedArticle, *, with_text: bool = False) -> Wire:
    """The object of one article. Its text is left out unless asked for; tokens and sentences never travel."""
    article = parsed.article
    head = {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "byline": article.byline,
        "section": article.section,
        "text_hash": article.text_hash,
        "parser": parsed.parser,
        "models": parsed.models,
        "indirect_speech": parsed.indirect,
        "wire_copy": _wire_copy_to_dict(parsed.wire) if parsed.wire else None,
        "notes": list(article.notes),
    }
    body = {"text": article.text} if with_text else {}
    ids = [quotation_id(article.id, quote.quotation.span) for quote in parsed.quotations]
    quotes = [_quote_to_dict(quote, article, ids) for quote in parsed.quotations]
    outer, nested = [q for q in quotes if q["parent"] is None], [q for q in quotes if q["parent"] is not None]
    marked, turns = [q for q in outer if q["marks"]], [q for q in outer if not q["marks"]]
    said = {"quotes": marked, "turns": turns, "nested": nested}
    return {**head, **body, "cast": cast_to_list(parsed.cast, article.text), **said}


def article_to_dict(article: Article) -> Wire:
    """The article before it is parsed, as a reader of JSON takes it; what it does not say is left out."""
    given = {name: getattr(article, name) for name in ("id", "title", "url", "outlet", "byline", "section", "text")}
    published = {"published": article.published.isoformat()} if article.published else {}
    return {**{name: value for name, value in given.items() if value}, **published}


def article_to_json(article: Article) -> str:
    """The article as a line that can be fed again."""
    return json.dumps(article_to_dict(article), ensure_ascii=False)


def from_dict(data: Wire, text: str | None = None) -> ParsedArticle:
    """The article that `to_dict` wrote. `text` is needed where the object does not carry it.

    Mentions come back without their head word, and the article without its sentences. Raises InputError when a field
    is missing or of the wrong kind, or when a quotation is not what the text holds between its offsets.
    """
    try:
        body = data["text"] if text is None else text
        article = Article(
            id=data["id"],
            text=body,
            title=data.get("title"),
            url=data.get("url"),
            outlet=data.get("outlet"),
            published=date.fromisoformat(data["published"]) if data.get("published") else None,
            byline=data.get("byline"),
            section=data.get("section"),
            notes=tuple(data.get("notes", ())),
        )
        quotes = sorted(
            (*data["quotes"], *data.get("turns", ()), *data.get("nested", ())), key=lambda q: (q["start"], -q["end"])
        )
        places = {quote["id"]: place for place, quote in enumerate(quotes)}
        quotations = tuple(_quote_from_dict(quote, body, places) for quote in quotes)
        cast = cast_from_list(data.get("cast", ()))
        _check_members(quotations, cast)
        return ParsedArticle(
            article,
            quotations,
            parser=data["parser"],
            models=data["models"],
            indirect=data.get("indirect_speech", "none"),
            wire=_via_from_dict(data["wire_copy"]) if data.get("wire_copy") else None,
            cast=cast,
        )
    except InputError:
        raise
    except KeyError as error:
        raise InputError(f"A parsed article lacks the field {error}; write it with `quotes parse`.") from error
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        reason = f"A parsed article has a field of the wrong kind ({error})"
        raise InputError(f"{reason}; write it with `quotes parse`.") from error


def _quote_to_dict(quote: AttributedQuotation, article: Article, ids: Sequence[str]) -> Wire:
    attribution, quotation, source = quote.attribution, quote.quotation, quote.source
    cue, mention = attribution.cue, attribution.mention
    return {
        "id": quotation_id(article.id, quotation.span),
        **_stretch(quotation.span, article.text),
        "kind": quotation.kind,
        "content": [list(part) for part in quotation.parts or (quotation.content,)],
        "group": quotation.group,
        "marks": quotation.marks,
        "parent": None if quotation.parent is None else ids[quotation.parent],
        "cue": {**_stretch(cue.span, article.text), "lemma": cue.lemma} if cue else None,
        "mention": _stretch(mention.span, article.text) if mention else None,
        **(_source_to_dict(source, article) if source else _UNKNOWN),
        **_confidence_to_dict(quote.confidence),
        "evidence": list(attribution.evidence),
        "cause": attribution.cause,
        "polarity": attribution.polarity,
        "modality": attribution.modality,
    }


def _confidence_to_dict(confidence: Confidence) -> Wire:
    parts = {"quotation": confidence.quotation, "mention": confidence.mention, "name": confidence.name}
    return {"confidence": confidence.product, "confidence_parts": parts}


_UNKNOWN: Wire = {
    "speaker": None,
    "source_type": None,
    "standing": None,
    "descriptor": None,
    "description": None,
    "count": None,
    "document_kind": None,
    "declined": False,
    "anonymous": False,
    "anonymity_reason": None,
    "reason_class": None,
    "via": [],
    "medium": "none",
    "addressee": None,
}


def _source_to_dict(source: Source, article: Article) -> Wire:
    names = {"name": source.name, "role": source.role, "affiliation": source.affiliation}
    addressee = source.addressee
    return {
        "speaker": {"id": speaker_id(source, article.id), **names, "member": source.member},
        "source_type": source.type,
        "standing": source.standing,
        "descriptor": source.descriptor,
        "description": _description_to_dict(source.description) if source.description else None,
        "count": source.count,
        "document_kind": source.document_kind,
        "declined": source.declined,
        "anonymous": source.anonymous,
        "anonymity_reason": _stretch(source.reason, article.text) if source.reason else None,
        "reason_class": source.reason_class,
        "via": [_via_to_dict(via) for via in source.via],
        "medium": source.medium,
        "addressee": ({**_stretch(addressee, article.text), "member": source.addressee_member} if addressee else None),
    }


def _quote_from_dict(data: Wire, text: str, places: Mapping[str, int]) -> AttributedQuotation:
    span = Span(data["start"], data["end"])
    if span.of(text) != data["text"]:
        place = f"at {span.start} to {span.end}"
        raise InputError(f"The text holds other words {place} than the quotation; give the text that was parsed.")
    stretches = tuple(Span(*pair) for pair in data["content"])
    content, parts = covering(stretches), stretches if len(stretches) > 1 else ()
    parent = None if data.get("parent") is None else places[data["parent"]]
    cue, mention = data["cue"], data["mention"]
    sure = data.get("confidence_parts") or {"quotation": 1.0, "mention": data["confidence"]}
    attribution = Attribution(
        quotation=Quotation(span, content, data["kind"], data.get("group"), parent, parts, data.get("marks", True)),
        mention=Mention(Span(mention["start"], mention["end"]), head=None) if mention else None,
        cue=Cue(Span(cue["start"], cue["end"]), cue["lemma"]) if cue else None,
        confidence=sure["quotation"] * sure["mention"],
        evidence=tuple(data["evidence"]),
        cause=data.get("cause"),
        polarity=data.get("polarity"),
        modality=data.get("modality"),
        speech_confidence=sure["quotation"],
    )
    return AttributedQuotation(attribution, _source_from_dict(data))


def _check_members(quotations: Sequence[AttributedQuotation], cast: Cast) -> None:
    """Raises ValueError when a quotation points to a member that the cast has not."""
    for source in (quote.source for quote in quotations if quote.source is not None):
        for member in (source.member, source.addressee_member, *(via.member for via in source.via)):
            if member is not None and not 0 <= member < len(cast.members):
                raise ValueError(f"no member {member} in the cast")


def _source_from_dict(data: Wire) -> Source | None:
    if data["source_type"] is None:
        return None
    return Source(
        type=data["source_type"],
        name=data["speaker"]["name"],
        role=data["speaker"]["role"],
        affiliation=data["speaker"]["affiliation"],
        descriptor=data.get("descriptor"),
        anonymous=data["anonymous"],
        reason=_span(data.get("anonymity_reason")),
        via=tuple(_via_from_dict(via) for via in data["via"]),
        medium=data["medium"],
        standing=data.get("standing"),
        description=Description(**data["description"]) if data.get("description") else None,
        count=data.get("count"),
        document_kind=data.get("document_kind"),
        declined=data.get("declined", False),
        reason_class=data.get("reason_class"),
        addressee=_span(data.get("addressee")),
        member=data["speaker"].get("member"),
        addressee_member=(data.get("addressee") or {}).get("member"),
        name_confidence=(data.get("confidence_parts") or {}).get("name"),
    )


def _stretch(span: Span, text: str) -> Wire:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _description_to_dict(description: Description) -> Wire:
    return {
        "role": description.role,
        "seniority": description.seniority,
        "affiliation": description.affiliation,
    }


def _via_to_dict(via: Via) -> Wire:
    start, end = via.span or (None, None)
    return {"name": via.name, "relation": via.relation, "start": start, "end": end, "member": via.member}


def _wire_copy_to_dict(wire: Via) -> Wire:
    start, end = wire.span or (None, None)
    return {"name": wire.name, "relation": wire.relation, "start": start, "end": end}


def _via_from_dict(data: Wire) -> Via:
    return Via(data["name"], data["relation"], _span(data), data.get("member"))


def _span(stretch: Wire | None) -> Span | None:
    return Span(stretch["start"], stretch["end"]) if stretch and stretch.get("start") is not None else None

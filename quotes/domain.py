"""The nouns of the product: frozen values that are handed from stage to stage.

Every offset counts code points of the article's text as received; a span is half-open, `[start, end)`.
Absent is `None`, never an empty string. This module imports the standard library alone.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, get_args

Kind = Literal["direct", "mixed", "indirect"]
SourceType = Literal["named_person", "named_organization", "unnamed_person", "unnamed_group", "document", "narrator"]
Medium = Literal[
    "speech", "interview", "statement", "social_media", "document", "debate",
    "press_conference", "broadcast", "testimony", "call", "other", "none",
]  # fmt: skip
# What a standards desk asks of a source beneath its type; quotes.classify.standing says what each means.
Standing = Literal[
    "named", "office_holder", "outlet", "spokesperson", "described", "bare", "rhetorical", "document", "narrator"
]  # fmt: skip
ReasonClass = Literal["not_authorised", "fear", "sensitivity", "courtesy", "other", "boilerplate", "none"]
WIRE_COPY = "wire copy"  # the relation of an agency to an article that is its copy
EntityType = Literal["PERSON", "ORG", "LOC", "MISC"]
MemberKind = Literal["person", "organization", "unnamed", "group", "document", "author"]
MentionForm = Literal["name", "noun", "pronoun"]
SignOf = Literal["female", "male", "one", "several"]
IndirectScope = Literal["none", "speech", "all"]  # which indirect reports are looked for; each takes in those before
Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "future", "hypothetical"]


def identify(*parts: object) -> str:
    """Sixteen hex digits that stay the same for the same parts: the id of what the parts identify."""
    joined = "\x1f".join(["" if part is None else str(part) for part in parts])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Span(NamedTuple):
    """Code points `[start, end)` of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Cut the span out of the text.

        >>> Span(4, 7).of("The cat sat")
        'cat'
        """
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """A text as received, with what its carrier said about it."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    byline: str | None = None
    section: str | None = None  # the desk or part of the paper: "Politics"
    notes: tuple[str, ...] = ()  # what was done to the text before it was read, in sentences

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text, in hex."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that was meant to be an article and could not be read as one."""

    origin: str  # path, or path:line
    reason: str  # one sentence, with the remedy
    raw: str | None = None  # what was read there, where that is text


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word. Words of one multi-word token ("don't") share or divide its characters."""

    index: int  # position in Analysis.tokens
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str  # "Number=Sing|Person=3", "" when there are none
    head: int  # index of the governing token in Analysis.tokens, -1 for a sentence's root, and without a tree
    deprel: str  # "" without a tree
    sentence: int  # index in Analysis.sentences

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    index: int
    start: int
    end: int
    first: int  # tokens[first:last] are its words
    last: int
    paragraph: int  # index in Analysis.paragraphs
    has_tree: bool = True  # without one, its words' heads are -1 and their relations ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name found in the text; tokens[first:last] are its words."""

    start: int
    end: int
    type: EntityType
    first: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the language models read in one text. Paragraphs, sentences and tokens are in order of the text."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch that is, or may be, somebody's words: between quotation marks, or marked by the page's form; of kind
    "indirect", reported."""

    span: Span  # with its quotation marks
    content: Span  # without them
    kind: Kind
    group: int | None = None  # stretches of one quotation that runs over several paragraphs share a number
    parent: int | None = None  # index of the quotation that this one stands inside
    parts: tuple[Span, ...] = ()  # the stretches of its content where the attribution interrupts it
    marks: bool = True  # False for a turn, a block quote or a post, which the page's form marks as somebody's words


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that report: "said", "according to", "in a statement"."""

    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as worded beside the quotation: "he", "a senior official", "Mr. Abdul-Jalil"."""

    span: Span
    head: int | None  # index of its head word in Analysis.tokens; None outside the parsed text


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words a quotation is, as far as the article says; `mention` is None where it does not.

    `polarity` and `modality` say whether the words were said at all ("did not say that", "denied having called it
    “odd”"), or will or might be ("will say", "if he says"): "positive" and "actual" where no word tells otherwise, None
    where the speaker is unknown.
    """

    quotation: Quotation
    mention: Mention | None
    cue: Cue | None
    confidence: float  # 0 to 1: that these are somebody's words and the mention is right
    evidence: tuple[str, ...]  # reasons in words, the weightiest first
    cause: str | None = None  # why the speaker is unknown, or the name that was found for it is not given
    polarity: Polarity | None = None
    modality: Modality | None = None
    speech_confidence: float = 1.0  # 0 to 1: the part of it that these are somebody's words, whoever's
    # The outlet that quotes or cites the speaker for it, as worded ("the agency"); the source has it among its `via`.
    through: Span | None = field(default=None, compare=False)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is this speaker, and why it is none or one without a name."""
        return self.evidence if self.cause is None else (*self.evidence, self.cause)


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure an attribution is, in its three parts, each from 0 to 1; `name` is None where nothing is called by one.

    >>> Confidence(quotation=1.0, mention=0.5, name=0.5).product
    0.25
    """

    quotation: float  # that these are somebody's words
    mention: float  # that the mention is of whoever said them, if they are
    name: float | None = None  # that the name is that person's, if the mention is right

    @property
    def product(self) -> float:
        """That all of it is right: what is sorted and filtered by."""
        return self.quotation * self.mention * (1.0 if self.name is None else self.name)


@dataclass(frozen=True, slots=True)
class Via:
    """An outlet or agency through which the words came."""

    name: str
    relation: str  # "told", "according to", "first appeared in"
    span: Span | None = None
    member: int | None = None  # index in Cast.members


@dataclass(frozen=True, slots=True)
class Description:
    """The parts of an unnamed source's descriptor, as worded: "a senior White House official"."""

    role: str  # "official"
    seniority: str | None = None  # "senior"
    affiliation: str | None = None  # "White House"


@dataclass(frozen=True, slots=True)
class Source:
    """Who or what stands behind a quotation, and on what terms."""

    type: SourceType
    name: str | None = None  # the fullest name that the article gives; None for the unnamed
    role: str | None = None  # "British Prime Minister"
    affiliation: str | None = None
    descriptor: str | None = None  # an unnamed source as the article words it
    anonymous: bool = False
    reason: Span | None = None  # where the article says why it withholds the name
    via: tuple[Via, ...] = ()  # from the mouth to this article
    medium: Medium = "none"
    standing: Standing | None = None  # None where nothing beneath the type is known
    description: Description | None = None
    count: int | None = None  # how many people an unnamed source is, where the article says
    document_kind: str | None = None  # "report", "court paper"
    declined: bool = False  # only said to have declined comment or to want no name, which makes nobody a source
    reason_class: ReasonClass | None = None  # "none" of an anonymous source without a reason; None of all others
    addressee: Span | None = None  # to whom it was said: "reporters"
    member: int | None = None  # index in Cast.members; None where the article does not tell which one it is
    addressee_member: int | None = None
    name_confidence: float | None = None  # 0 to 1; None where there is no name, or nothing was reckoned


@dataclass(frozen=True, slots=True)
class CastMention:
    """One place where somebody or something of the cast is named, described or meant by a pronoun."""

    span: Span
    form: MentionForm


@dataclass(frozen=True, slots=True)
class CastRole:
    """What a member is, as the article words it beside a mention: "mayor of Loam"."""

    span: Span
    body: int | None = None  # the organisation of the cast that the role is at


@dataclass(frozen=True, slots=True)
class Relation:
    """What a member is to another one: of "her father", the father's relation to her."""

    kind: str  # the noun, singular and lower case: "father"
    other: int  # index in Cast.members
    span: Span  # the words that tell it


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that tell a member's gender or number in this article: "Mr.", "mother", "they". It is for reading the
    article, and no fact about a person: the store does not keep it."""

    tells: SignOf
    span: Span


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody or something that acts or speaks in an article."""

    id: str
    kind: MemberKind
    name: str | None  # the fullest that the article gives; None where it gives none
    mentions: tuple[CastMention, ...]  # in order of the text, at least one
    roles: tuple[CastRole, ...] = ()  # likewise
    relations: tuple[Relation, ...] = ()  # likewise
    signs: tuple[Sign, ...] = ()  # likewise

    @property
    def is_named(self) -> bool:
        return self.name is not None

    @property
    def plainest(self) -> Span:
        """The mention that says most: the first name, else the first noun, else the first pronoun."""
        order = ("name", "noun", "pronoun")
        return min(self.mentions, key=lambda m: (order.index(m.form), m.span)).span

    def called(self, text: str) -> str:
        """The name, else the words of the article that say most, in one line."""
        return self.name or " ".join(self.plainest.of(text).split())


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything that acts or speaks in an article, in order of their first mentions."""

    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class AttributedQuotation:
    """A quotation with its attribution and its source; `source` is None where the speaker is unknown."""

    attribution: Attribution
    source: Source | None

    @property
    def quotation(self) -> Quotation:
        return self.attribution.quotation

    @property
    def confidence(self) -> Confidence:
        joint, speech = self.attribution.confidence, self.attribution.speech_confidence
        mention = min(1.0, joint / speech) if speech > 0 else 0.0
        return Confidence(speech, mention, self.source.name_confidence if self.source else None)


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article with all its quotations, in order of the text, and what read them."""

    article: Article
    quotations: tuple[AttributedQuotation, ...]
    parser: str  # version of the parser
    models: str  # version of the language models
    sentences: tuple[Span, ...] = field(default=(), repr=False)
    indirect: IndirectScope = "none"
    wire: Via | None = None  # the agency whose copy the article is, by its byline or dateline
    cast: Cast = field(default=Cast(), repr=False)
    fingerprint: str | None = field(default=None, compare=False)  # of the code, lexicons and models that read it


def speaker_id(source: Source, article_id: str) -> str:
    """The lasting id of a speaker: named ones by kind and name, unnamed ones by descriptor and article."""
    if source.name is not None:
        return identify("speaker", source.type, " ".join(source.name.casefold().split()))
    return identify("speaker", source.type, (source.descriptor or "").casefold(), article_id)


def member_id(article_id: str, first: Span) -> str:
    """The id of a member, by the first mention of it."""
    return identify("member", article_id, first.start, first.end)


def scopes_covering(scope: IndirectScope) -> tuple[IndirectScope, ...]:
    """The scopes that find all that this one does, itself the first."""
    scopes: tuple[IndirectScope, ...] = get_args(IndirectScope)
    return scopes[scopes.index(scope) :]


def quotation_id(article_id: str, span: Span) -> str:
    return identify("quotation", article_id, span.start, span.end)


def covering(spans: Iterable[Span]) -> Span:
    """The smallest span that contains all of them; raises ValueError when there are none."""
    items = list(spans)
    if not items:
        raise ValueError("covering() needs at least one span")
    return Span(min(s.start for s in items), max(s.end for s in items))

"""A plain reading of simple English, so that tests of resolving and classifying need no models.

Mentions stand in braces and quotations in curly marks; the first mention belongs to the first quotation, and so on:
`“It will rain,” said {Ada Byron}.` A capital makes a name, the first verb of a sentence governs it, the nouns before
it are its subjects. Names of organisations and places are told; everything else with a capital inside a sentence is
a person's.
"""

import itertools
import re
from collections.abc import Sequence

from quotes.cast import Identity, Resolver
from quotes.cast.names import is_title
from quotes.classify import classify_sources
from quotes.domain import (
    Analysis,
    Article,
    Attribution,
    Cue,
    Entity,
    EntityType,
    Mention,
    Quotation,
    Sentence,
    Source,
    Span,
    Token,
)

WORD = re.compile(
    r"['’]s\b|\w+(?:[-'’.]\w+)*\.?(?=\s+[A-Z]\w)(?<=Mr\.|Dr\.|Ms\.|rs\.|en\.|ep\.|ov\.)|\w+(?:[-’'](?!s\b)\w+)*|\S"
)
BEFORE_NOUNS = dict.fromkeys(
    [
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "these",
        "some",
        "several",
        "many",
        "two",
        "three",
    ],
    "DET",
) | dict.fromkeys(["of", "in", "on", "at", "for", "to", "from", "with", "by", "about", "through", "close"], "ADP")
PRONOUNS = frozenset(["he", "she", "they", "it", "who", "i", "we", "her", "his", "their"]) - {"his", "her", "their"}
VERBS = frozenset(
    [
        "said",
        "told",
        "says",
        "spoke",
        "was",
        "is",
        "added",
        "asked",
        "wrote",
        "met",
        "called",
        "arrived",
        "resigned",
        "tweeted",
        "saying",
        "denied",
        "think",
        "fear",
        "hope",
    ]
)
ADJECTIVES = frozenset(["senior", "former", "foreign", "prime", "young", "retired", "familiar", "western", "anonymous"])


def read(
    marked: str,
    organisations: Sequence[str] = (),
    places: Sequence[str] = (),
    no_people: bool = False,
    title: str | None = None,
    byline: str | None = None,
) -> tuple[Article, Analysis, list[Attribution]]:
    """The article without its braces, its analysis, and an attribution for each quotation."""
    text, mentions = _unbrace(marked)
    quoted = [Span(m.start(), m.end()) for m in re.finditer(r"“[^”]*”", text)]
    named = [(m.span(), kind) for kind, names in (("ORG", organisations), ("LOC", places)) for n in names
             for m in re.finditer(re.escape(n), text)]  # fmt: skip
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        for sentence in _sentences(text, paragraph):
            first = len(tokens)
            words = [(m.start() + sentence.start, m.group()) for m in WORD.finditer(sentence.of(text))]
            tokens += _tokens(words, first, len(sentences), quoted)
            sentences.append(Sentence(len(sentences), sentence.start, sentence.end, first, len(tokens), number))
    entities = _entities(tokens, named, [] if no_people else [t for t in tokens if t.upos == "PROPN"])
    analysis = Analysis(text, tuple(paragraphs), tuple(sentences), tuple(tokens), tuple(entities))
    attributions = []
    for number, span in enumerate(quoted):
        mention = Mention(mentions[number], None) if number < len(mentions) else None
        content = Span(span.start + 1, span.end - 1)
        attributions.append(
            Attribution(Quotation(span, content, "direct"), mention, _cue(tokens, mention), 1.0, ("told",))
        )
    return Article("a", text, title=title, byline=byline), analysis, attributions


def sources_of(
    article: Article,
    analysis: Analysis,
    attributions: Sequence[Attribution],
    identities: Sequence[Identity | None] | None = None,
) -> tuple[Source | None, ...]:
    """The attributions' sources, of whoever their mentions are read to be or, where given, of `identities`."""
    reading = Resolver(article, analysis, attributions)
    return classify_sources(reading, reading.identities() if identities is None else identities)


def _unbrace(marked: str) -> tuple[str, list[Span]]:
    text, mentions, start = "", [], 0
    for part in re.split(r"([{}])", marked):
        if part == "{":
            start = len(text)
        elif part == "}":
            mentions.append(Span(start, len(text)))
        else:
            text += part
    return text, mentions


def _sentences(text: str, paragraph: Span) -> list[Span]:
    ends = [
        m.end()
        for m in re.finditer(
            r"(?<!\b[A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Sen)[.!?]”?(?= [A-Z“]|$)", paragraph.of(text)
        )
    ]
    bounds = [0, *ends] if ends and ends[-1] == len(paragraph.of(text)) else [0, *ends, len(paragraph.of(text))]
    spans = [Span(paragraph.start + a, paragraph.start + b) for a, b in itertools.pairwise(bounds) if b > a]
    return [Span(s.start + len(s.of(text)) - len(s.of(text).lstrip()), s.end) for s in spans]


def _upos(word: str, opening: bool) -> tuple[str, str]:
    lower = word.lower()
    if not word[0].isalnum() and not word.endswith("s"):
        return "PUNCT", word
    if word in ("'s", "’s"):
        return "PART", "POS"
    if lower in PRONOUNS:
        return "PRON", "PRP"
    if lower in BEFORE_NOUNS:
        return BEFORE_NOUNS[lower], "DT"
    if lower in VERBS:
        return "VERB", "VBD"
    if lower in ADJECTIVES:
        return "ADJ", "JJ"
    if word[0].isupper() and not (
        opening and lower in ("but", "when", "then", "police", "officials", "critics", "voters")
    ):
        return "PROPN", "NNP"
    plural = lower.endswith("s") and not lower.endswith("ss")
    return "NOUN", "NNS" if plural or lower == "people" else "NN"


def _tokens(words: list[tuple[int, str]], first: int, sentence: int, quoted: Sequence[Span]) -> list[Token]:
    outside = [not any(s.start <= start < s.end for s in quoted) for start, _ in words]
    tags = [_upos(w, i == 0) for i, (_, w) in enumerate(words)]
    verb = next((i for i, (upos, _) in enumerate(tags) if upos == "VERB" and outside[i]), None)
    tokens = []
    for i, (start, word) in enumerate(words):
        upos, xpos = tags[i]
        head, deprel = _governor(tags, words, i, verb)
        lemma = {"said": "say", "told": "tell"}.get(word.lower(), word.lower())
        if xpos == "NNS":
            lemma = {"people": "person", "agencies": "agency"}.get(lemma, lemma.removesuffix("s"))
        tokens.append(
            Token(first + i, start, start + len(word), word, lemma, upos, xpos, "",
                  first + head if head >= 0 else -1, deprel, sentence)
        )  # fmt: skip
    return tokens


def _governor(
    tags: Sequence[tuple[str, str]], words: Sequence[tuple[int, str]], i: int, verb: int | None
) -> tuple[int, str]:
    upos = tags[i][0]
    if i == verb:
        return -1, "root"
    after = next((j for j in range(i + 1, len(tags)) if tags[j][0] in ("NOUN", "PROPN")), None)
    if upos in ("DET", "ADJ", "ADP") and after is not None:
        return after, {"DET": "det", "ADJ": "amod", "ADP": "case"}[upos]
    if upos in ("NOUN", "PROPN", "PRON"):
        if i + 1 < len(tags) and tags[i + 1][0] in ("NOUN", "PROPN") and upos != "PRON":
            return i + 1, "compound"
        if i + 1 < len(tags) and tags[i + 1][1] == "POS" and after is not None:
            return after, "nmod:poss"
        before = next(
            (j for j in range(i - 1, -1, -1) if tags[j][0] not in ("DET", "ADJ", "NOUN", "PROPN", "PART")), None
        )
        if before is not None and tags[before][0] == "ADP":
            noun = next((j for j in range(before - 1, -1, -1) if tags[j][0] in ("NOUN", "PROPN")), None)
            if noun is not None and noun == before - 1:
                return noun, "nmod"
            return (verb, "obl") if verb is not None else (-1, "root")
        if verb is None:
            return -1, "root"
        inverted = words[verb][1] in ("said", "added") and i > verb
        return verb, "nsubj" if i < verb or inverted else "obj"
    return (verb if verb is not None else 0), "punct" if upos == "PUNCT" else "dep"


def _entities(
    tokens: Sequence[Token], named: Sequence[tuple[tuple[int, int], str]], people: Sequence[Token]
) -> list[Entity]:
    found = []
    for (start, end), kind in named:
        inside = [t for t in tokens if start <= t.start < end]
        entity: EntityType = "ORG" if kind == "ORG" else "LOC"
        found.append(Entity(start, end, entity, inside[0].index, inside[-1].index + 1))
    taken = {i for e in found for i in range(e.first, e.last)}
    run: list[Token] = []
    for token in [*people, None]:
        if run and (token is None or token.index != run[-1].index + 1):
            bare = run[next((i for i in range(len(run), 0, -1) if is_title(run[i - 1].text)), 0) :]
            if bare:
                found.append(Entity(bare[0].start, bare[-1].end, "PERSON", bare[0].index, bare[-1].index + 1))
            run = []
        if token is not None and token.index not in taken:
            run.append(token)
    return sorted(found, key=lambda e: e.start)


def _cue(tokens: Sequence[Token], mention: Mention | None) -> Cue | None:
    if mention is None:
        return None
    verbs = [t for t in tokens if t.upos == "VERB"]
    if not verbs:
        return None
    nearest = min(verbs, key=lambda t: min(abs(t.start - mention.span.end), abs(mention.span.start - t.end)))
    return Cue(nearest.span, nearest.lemma)

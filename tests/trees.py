"""Analyses written by hand: a line a word, `form  UPOS  head  relation`, perhaps a fine tag, words joined by single
spaces."""

from quotes.domain import Analysis, Entity, Sentence, Span, Token

TAGS = {"PROPN": "NNP", "NOUN": "NN", "PRON": "PRP", "VERB": "VBD", "ADP": "IN", "PUNCT": ".", "DET": "DT"}
LEMMAS = {
    "said": "say",
    "called": "call",
    "told": "tell",
    "saying": "say",
    "added": "add",
    "adding": "add",
    "According": "accord",
    "words": "word",
    "hailed": "hail",
    "quoted": "quote",
    "reported": "report",
    "citing": "cite",
    "briefed": "brief",
    "denied": "deny",
    "sailors": "sailor",
}


def analysis(*sentences: str, people: tuple[str, ...] = ()) -> Analysis:
    """One paragraph of sentences; `people` are the words that belong to persons' names."""
    text = ""
    tokens: list[Token] = []
    spans: list[Sentence] = []
    for number, rows in enumerate(sentences):
        offset = len(tokens)
        start = len(text) + (1 if text else 0)
        for row in rows.strip().splitlines():
            form, upos, head, relation, *given = row.split()
            text += (" " if text else "") + form
            tag = "VBG" if form.endswith("ing") and upos == "VERB" else TAGS.get(upos, "X")
            tag = "WP" if form == "who" else "TO" if (form, upos) == ("to", "PART") else tag
            tag = "VB" if upos == "VERB" and tokens and tokens[-1].xpos == "TO" else tag
            tag = given[0] if given else tag
            governor = offset + int(head) - 1 if int(head) else -1
            tokens.append(
                Token(
                    len(tokens), len(text) - len(form), len(text), form, LEMMAS.get(form, form.lower()), upos, tag, "",
                    governor, relation, number,
                )
            )  # fmt: skip
        spans.append(Sentence(number, start, len(text), offset, len(tokens), 0))
    entities = [Entity(t.start, t.end, "PERSON", t.index, t.index + 1) for t in tokens if t.text in people]
    return Analysis(text, (Span(0, len(text)),), tuple(spans), tuple(tokens), tuple(entities))

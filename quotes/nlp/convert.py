"""Drafts to an Analysis: sentence positions become positions in the text's one row of tokens."""

from collections.abc import Sequence

from quotes.domain import Analysis, Entity, Sentence, Span, Token
from quotes.nlp.draft import Draft


def build_analysis(text: str, paragraphs: Sequence[Span], drafts: Sequence[Draft]) -> Analysis:
    """Join the sentences of one text; a token's text is cut out of the article, so `text[start:end]` is always it."""
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    entities: list[Entity] = []
    for number, draft in enumerate(drafts):
        first = len(tokens)
        tokens += _tokens(text, draft, number, first)
        last = len(tokens)
        end = max(span.end for span in draft.spans)
        sentences.append(Sentence(number, draft.spans[0].start, end, first, last, draft.paragraph))
        for start, stop, kind in draft.names:
            begin, finish = draft.spans[start].start, draft.spans[stop - 1].end
            entities.append(Entity(begin, finish, kind, first + start, first + stop))
    return Analysis(text, tuple(paragraphs), tuple(sentences), tuple(tokens), tuple(entities))


def _tokens(text: str, draft: Draft, sentence: int, first: int) -> list[Token]:
    columns = zip(
        draft.spans, draft.lemmas, draft.upos, draft.xpos, draft.feats, draft.heads, draft.deprels, strict=True
    )
    return [
        Token(
            index=first + i,
            start=start,
            end=end,
            text=text[start:end],
            lemma=lemma,
            upos=upos,
            xpos=xpos,
            feats=feats,
            head=first + head if head >= 0 else -1,
            deprel=deprel,
            sentence=sentence,
        )
        for i, ((start, end), lemma, upos, xpos, feats, head, deprel) in enumerate(columns)
    ]

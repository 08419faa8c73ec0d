"""Drafts to an Analysis: sentence positions become positions in the text's one row of tokens."""

from collections.abc import Iterator, Sequence

from quotes.domain import Analysis, Entity, Sentence, Span, Token
from quotes.nlp.draft import Draft
from quotes.nlp.verb_lemmas import lemma_of


class AnalysisBuilder:
    """Takes the sentences of one text in order and joins them.

    A token's text is cut out of the article, so that `text[start:end]` is always it.
    """

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self._text = text
        self._paragraphs = tuple(paragraphs)
        self._sentences: list[Sentence] = []
        self._tokens: list[Token] = []
        self._entities: list[Entity] = []
        self._cuts: dict[str, str] = {}  # equal words share one string: long texts hold many

    def add(self, draft: Draft) -> None:
        first = len(self._tokens)
        self._tokens += self._cut_tokens(draft, first)
        start, end = draft.spans[0].start, max(span.end for span in draft.spans)
        number = len(self._sentences)
        self._sentences.append(
            Sentence(number, start, end, first, len(self._tokens), draft.paragraph, bool(draft.heads))
        )
        for begin, stop, kind in draft.names:
            span = Span(draft.spans[begin].start, draft.spans[stop - 1].end)
            self._entities.append(Entity(span.start, span.end, kind, first + begin, first + stop))

    def build(self) -> Analysis:
        return Analysis(
            self._text, self._paragraphs, tuple(self._sentences), tuple(self._tokens), tuple(self._entities)
        )

    def _cut_tokens(self, draft: Draft, first: int) -> Iterator[Token]:
        blank, root = [""] * len(draft.words), [-1] * len(draft.words)  # of processors that were not asked for
        columns = zip(
            draft.spans,
            draft.lemmas or blank,
            draft.upos or blank,
            draft.xpos or blank,
            draft.feats or blank,
            draft.heads or root,
            draft.deprels or blank,
            strict=True,
        )
        for i, ((start, end), lemma, upos, xpos, feats, head, deprel) in enumerate(columns, first):
            cut = self._text[start:end]
            yield Token(
                index=i,
                start=start,
                end=end,
                text=self._cuts.setdefault(cut, cut),
                lemma=lemma_of(cut, upos, lemma),
                upos=upos,
                xpos=xpos,
                feats=feats,
                head=first + head if head >= 0 else -1,
                deprel=deprel,
                sentence=len(self._sentences),
            )

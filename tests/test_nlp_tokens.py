"""Words and sentences over a tokenizer that splits at blanks: the parts that need no models."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from quotes.domain import Span
from quotes.nlp.convert import AnalysisBuilder
from quotes.nlp.draft import Draft
from quotes.nlp.fast_tokenizer import Map, RawToken
from quotes.nlp.reading import read_stretch
from quotes.nlp.tokens import SENTENCE_WORDS, cut_pieces, cut_sentence, draft_sentences, word_spans
from quotes.text.paragraphs import find_paragraphs


class BlankTokenizer:
    """A token is what stands between blanks; one that ends in a full stop ends a sentence, "'" marks several words."""

    def tokenize(self, texts: Sequence[str], apply: Map = map) -> list[list[RawToken]]:
        return [list(self._tokens(text)) for text in texts]

    def _tokens(self, text: str) -> list[RawToken]:
        start = 0
        found = []
        for part in text.split(" "):
            end = start + len(part)
            found.append(RawToken(start, end, "'" in part, part.endswith(".") or end == len(text)))
            start = end + 1
        return found


def split_contractions(tokens: Sequence[str]) -> dict[str, list[str]]:
    return {token: [token.partition("'")[0], "'" + token.partition("'")[2]] for token in tokens if token[0] != "'"}


def drafts_of(text: str) -> list[Draft]:
    pieces = cut_pieces([text], [find_paragraphs(text)])
    drafts = [
        draft for found in draft_sentences([text], pieces, BlankTokenizer(), split_contractions) for draft in found
    ]
    for draft in drafts:
        count = len(draft.words)
        draft.upos = draft.xpos = draft.feats = draft.lemmas = draft.deprels = [""] * count
        draft.heads = [-1] + [0] * (count - 1)
    return drafts


def test_words_of_a_token_divide_its_characters() -> None:
    (draft,) = drafts_of("They’ve  gov\xadern'd")
    assert draft.words == ["They", "'ve", "govern", "'d"]
    assert draft.spans == [Span(0, 4), Span(4, 7), Span(9, 16), Span(16, 18)]


class ReviewTokenizer(BlankTokenizer):
    """Takes every token for several words, as models do that learnt from hasty writing."""

    def tokenize(self, texts: Sequence[str], apply: Map = map) -> list[list[RawToken]]:
        return [[token._replace(is_multi=True) for token in self._tokens(text)] for text in texts]


def test_a_word_without_apostrophe_is_divided_only_where_edited_texts_write_together() -> None:
    halves = {"Its": ["It", "s"], "workers": ["worker", "s"], "cannot": ["can", "not"], "she’s": ["she", "'s"]}

    def expand(tokens: Sequence[str]) -> dict[str, list[str]]:
        return {token: halves.get(token.replace("'", "’"), [token]) for token in tokens}

    text = "Its workers cannot say she’s"
    ((draft,),) = draft_sentences([text], cut_pieces([text], [find_paragraphs(text)]), ReviewTokenizer(), expand)
    assert draft.words == ["Its", "workers", "can", "not", "say", "she", "'s"]


def test_words_that_do_not_spell_their_token_share_it() -> None:
    text = "ain’t"
    reading = read_stretch(text, Span(0, 5))
    spans = word_spans(Span(0, 5), reading.text, ["is", "not"], reading, 0)
    assert spans == [Span(0, 5), Span(0, 5)]


def test_a_long_sentence_is_cut_at_its_punctuation() -> None:
    words = ["word"] * 150 + [";"] + ["word"] * 120 + [","] + ["word"] * 300
    draft = Draft(0, words, [Span(i, i + 1) for i in range(len(words))])
    pieces = list(cut_sentence(draft))
    assert [len(piece.words) for piece in pieces] == [151, 121, 200, 100]
    assert [word for piece in pieces for word in piece.words] == words
    assert max(len(piece.words) for piece in pieces) <= SENTENCE_WORDS


@given(st.text(st.one_of(st.sampled_from("ab'’. \n\xad…\ufb01e\u0301"), st.characters()), max_size=300))
def test_an_analysis_cuts_its_tokens_out_of_the_text(text: str) -> None:
    drafts = drafts_of(text)
    builder = AnalysisBuilder(text, find_paragraphs(text))
    for draft in drafts:
        builder.add(draft)
    analysis = builder.build()
    done = 0
    for i, token in enumerate(analysis.tokens):
        assert token.index == i
        assert token.text == text[token.start : token.end] != ""
        assert done <= token.start or token.span == analysis.tokens[i - 1].span
        done = token.end
    for sentence in analysis.sentences:
        words = analysis.tokens[sentence.first : sentence.last]
        paragraph = analysis.paragraphs[sentence.paragraph]
        assert (sentence.start, sentence.end) == (words[0].start, words[-1].end)
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert [token.head for token in words] == [-1] + [sentence.first] * (len(words) - 1)
    assert sum(s.last - s.first for s in analysis.sentences) == len(analysis.tokens)

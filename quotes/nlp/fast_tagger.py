"""Tags with a Stanza tagger's weights.

Three savings over Stanza's own way, with the same result: the input of the sentence LSTM is kept by word
(`WordTable`); the bilinear classifiers of XPOS and features, whose second argument is the embedding of one of some
twenty UPOS tags, become one plain linear layer for each UPOS tag; feature strings are kept by their ids.
"""

from collections.abc import Sequence
from itertools import accumulate
from operator import mul
from typing import Any

import torch
from stanza.models.common.utils import simplify_punct
from stanza.models.common.vocab import CompositeVocab
from stanza.models.pos.tag_columns import TAG_LINK_EMB
from torch import Tensor
from torch.nn.functional import relu
from torch.nn.utils.rnn import PackedSequence

from quotes.nlp.batching import by_length, pack_rows, start_states
from quotes.nlp.draft import Draft
from quotes.nlp.word_table import WordTable, encode_characters

BATCH_WORDS = 2_000


class FastTagger:
    """Does what `StanzaTagger` does for a tagger of the kind that `fits` accepts."""

    def __init__(self, processor: Any) -> None:
        self._model = processor.trainer.model
        self._model.eval()
        self._vocab = processor.vocab
        self._pretrain = processor.pretrain.vocab if self._model.args["pretrain"] else None
        self._table = WordTable(self._encode)
        self._classifiers = {name: _TagClassifier(self._model, name) for name in ("xpos", "feats")}
        self._features: dict[int, str] = {}  # by the number of the values, see `_TagClassifier.number`

    @staticmethod
    def fits(processor: Any) -> bool:
        """Whether the tagger has the columns UPOS, XPOS and features, no language model, and the usual classifiers."""
        model = processor.trainer.model
        args = model.args
        return (
            model.tag_names == ["upos", "xpos", "feats"]
            and all(tuple(model.column_parents[name]) == ("upos",) for name in ("xpos", "feats"))
            and model.link_mode == TAG_LINK_EMB
            and not (model.share_hid or args.get("charlm") or args.get("bert_model") or args.get("char_bidirectional"))
            and bool(args["char"] and args["char_emb_dim"] > 0)
        )

    def annotate(self, drafts: Sequence[Draft]) -> None:
        for batch in by_length(drafts, BATCH_WORDS):
            self._annotate(batch)

    def _encode(self, words: Sequence[str]) -> Tensor:
        model, vocab = self._model, self._vocab
        parts = []
        if model.args["word_emb_dim"] > 0:
            parts.append(model.word_emb(torch.tensor(vocab["word"].map(words))))
        if self._pretrain is not None:
            known = self._pretrain.map([word.lower() for word in words])
            parts.append(model.trans_pretrained(model.pretrained_emb(torch.tensor(known))))
        characters = encode_characters(model.charmodel, [vocab["char"].map(word) for word in words])
        parts.append(model.trans_char(characters))
        return torch.cat(parts, 1)

    def _annotate(self, drafts: list[Draft]) -> None:
        model = self._model
        lengths = [len(draft.words) for draft in drafts]
        rows = self._table.rows([simplify(word) for draft in drafts for word in draft.words])
        places = pack_rows(torch.arange(len(rows)), lengths)
        packed = PackedSequence(rows[places.data], places.batch_sizes)
        output, _ = model.taggerlstm(packed, lengths, hx=start_states(model, "taggerlstm", len(drafts)))
        hidden = torch.empty_like(output.data)
        hidden[places.data] = output.data  # back to the order of the text
        upos = model.upos_clf(relu(model.upos_hid(hidden))).argmax(1)
        xpos, feats = (self._classifiers[name].best(hidden, upos) for name in ("xpos", "feats"))
        columns = self._names("upos", upos), self._names("xpos", xpos), self._feature_names(feats)
        first = 0
        for draft, length in zip(drafts, lengths, strict=True):
            last = first + length
            draft.upos, draft.xpos, draft.feats = (column[first:last] for column in columns)
            first = last

    def _names(self, column: str, ids: Tensor) -> list[str]:
        vocab = self._vocab[column]
        if isinstance(vocab, CompositeVocab):
            return [vocab.id2unit(tuple(row)) for row in ids.tolist()]
        names: list[str] = vocab.unmap(ids.view(-1).tolist())
        return names

    def _feature_names(self, ids: Tensor) -> list[str]:
        numbers = self._classifiers["feats"].number(ids)
        for row, number in enumerate(numbers):
            if number not in self._features:
                (name,) = self._names("feats", ids[row : row + 1])
                self._features[number] = "" if name == "_" else name
        return [self._features[number] for number in numbers]


class _TagClassifier:
    """The bilinear classifiers of one column, multiplied out for each UPOS tag: a linear layer of all their outputs."""

    def __init__(self, model: Any, column: str) -> None:
        classifiers: Any = model.tag_clf[column]
        parts: list[Any] = list(classifiers) if isinstance(classifiers, torch.nn.ModuleList) else [classifiers]
        self._hidden = model.tag_hid[column]
        self._sizes = [len(part.W_bilin.bias) for part in parts]
        self._steps = list(accumulate(self._sizes[:-1], mul, initial=1))
        with torch.inference_mode():
            tags = model.upos_emb.weight
            tags = torch.cat([tags, tags.new_ones(len(tags), 1)], 1)
            weight = torch.cat([part.W_bilin.weight for part in parts])  # outputs x (hidden + 1) x (tag + 1)
            bias = torch.cat([part.W_bilin.bias for part in parts])
            self._weights = torch.einsum("oij,tj->tio", weight, tags).contiguous()
            self._bias = self._weights[:, -1] + bias  # the last input is always one
            self._weights = self._weights[:, :-1].contiguous()

    def best(self, hidden: Tensor, upos: Tensor) -> Tensor:
        """The best value of each part for each word (words x parts), given the words' UPOS tags."""
        inputs = relu(self._hidden(hidden))
        scores = inputs.new_empty(len(inputs), self._bias.shape[1])
        for tag in set(upos.tolist()):
            words = (upos == tag).nonzero().squeeze(1)
            scores[words] = torch.addmm(self._bias[tag], inputs[words], self._weights[tag])
        return torch.stack([part.argmax(1) for part in torch.split(scores, self._sizes, 1)], 1)

    def number(self, best: Tensor) -> list[int]:
        """One number for each word's values (words x parts); equal values have equal numbers, others have others."""
        if self._steps[-1] * self._sizes[-1] < 1 << 63:
            numbers: list[int] = (best * torch.tensor(self._steps)).sum(1).tolist()
            return numbers
        return [sum(map(mul, row, self._steps)) for row in best.tolist()]


def simplify(word: str) -> str:
    """ "?!?" to "?" and "!!" to "!", as Stanza's taggers and parsers read them."""
    if len(word) > 1 and word[0] in "?!？！︖﹖⁇︕﹗‼":
        simple: str = simplify_punct([[[word]]])[0][0][0]
        return simple
    return word

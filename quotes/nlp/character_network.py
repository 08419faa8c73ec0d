"""The network of a Stanza tokenizer over packed characters.

Stanza pads texts to the longest of a batch and asks six classifiers of one output each about every place, padding
included; here nothing is computed for padding, and the three classifiers over a layer are one.
"""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import linear, logsigmoid
from torch.nn.utils.rnn import PackedSequence

from quotes.nlp.batching import pack_rows


class CharacterNetwork:
    """Labels characters: 0 goes on, 1 ends a token, 2 also a sentence, 3 and 4 the same for a multi-word token."""

    def __init__(self, model: Any) -> None:
        model.eval()
        self._model = model
        self._sharpness = float(model.args["hier_invtemp"])
        self._weight, self._bias = _joined(model.tok_clf, model.sent_clf, model.mwt_clf)
        self._weight2, _ = _joined(model.tok_clf2, model.sent_clf2, model.mwt_clf2)

    @staticmethod
    def fits(model: Any) -> bool:
        """Whether it has two recurrent layers and three classifiers, and neither convolutions nor a language model."""
        args = model.args
        return bool(args["hierarchical"] and args["use_mwt"]) and args["conv_res"] is None and model.charmodel is None

    def label(self, ids: Tensor, features: Tensor, lengths: Sequence[int]) -> Tensor:
        """The label of each character, given the ids (characters) and features (characters x size) of all texts, one
        after another, the longest first; `lengths` are those of the texts."""
        rows = torch.cat([self._model.embeddings(ids), features], 1)
        places = pack_rows(torch.arange(len(rows)), lengths)
        packed, _ = self._model.rnn(PackedSequence(rows[places.data], places.batch_sizes))
        hidden = packed.data
        scores = linear(hidden, self._weight, self._bias)
        if self._sharpness > 0:
            hidden = hidden * (1 - torch.sigmoid(-scores[:, :1] * self._sharpness))
        packed, _ = self._model.rnn2(PackedSequence(hidden, places.batch_sizes))
        scores += linear(packed.data, self._weight2)
        labels = torch.empty_like(places.data)
        labels[places.data] = _best(scores)
        return labels


def _best(scores: Tensor) -> Tensor:
    """The likeliest label by the scores for the end of a token, of a sentence, and for several words."""
    token, sentence, several = logsigmoid(scores).unbind(1)
    goes_on, no_sentence, single = logsigmoid(-scores).unbind(1)
    ends = [token + s + m for m in (single, several) for s in (no_sentence, sentence)]
    return torch.stack([goes_on, *ends], 1).argmax(1)


def _joined(*classifiers: Any) -> tuple[Tensor, Tensor | None]:
    weight = torch.cat([classifier.weight for classifier in classifiers]).detach()
    if classifiers[0].bias is None:
        return weight, None
    return weight, torch.cat([classifier.bias for classifier in classifiers]).detach()

"""Dependencies with the weights of a Stanza graph parser (Dozat and Manning's biaffine parser).

Four savings over Stanza's own way, with the same result: what does not depend on the sentence is kept by word
(`WordTable`); relations are scored for the chosen heads alone, not for every pair of words; most greedy choices are
trees already, and only the others go through the search for the maximum spanning tree; the repair of doubled
subjects and objects is run only on sentences that have some.
"""

from collections.abc import Sequence
from typing import Any

import torch
from stanza.models.common.vocab import ROOT_ID, VOCAB_PREFIX_SIZE, CompositeVocab
from stanza.models.depparse.head_constraints import DEPREL_TO_GROUP, resolve_head_constraint_violations
from stanza.models.depparse.model import GraphParser
from torch import Tensor
from torch.nn.functional import log_softmax, logsigmoid, softplus
from torch.nn.utils.rnn import PackedSequence, pad_packed_sequence

from quotes.nlp.batching import by_length, pack_rows, start_states
from quotes.nlp.draft import Draft
from quotes.nlp.fast_tagger import simplify
from quotes.nlp.integers import IntegerLinear
from quotes.nlp.trees import are_trees, best_tree
from quotes.nlp.word_table import WordTable, encode_characters

BATCH_WORDS = 2_000
_ROOT = "\n"  # stands for the root of a sentence among its words


class FastParser:
    """Does what `StanzaParser` does for a parser of the kind that `fits` accepts."""

    def __init__(self, processor: Any) -> None:
        self._model = processor.trainer.model
        self._model.eval()
        self._vocab = processor.vocab
        self._pretrain = processor.pretrain.vocab if self._model.args["pretrain"] else None
        self._repairs = bool(processor.config.get("resolve_head_constraints", True))
        self._words = WordTable(self._encode)
        self._tags = WordTable(self._encode_tags)
        self._relations: list[str] = self._vocab["deprel"].unmap(range(VOCAB_PREFIX_SIZE, len(self._vocab["deprel"])))
        self._scorers = {
            name: _PairScorer(getattr(self._model, name))
            for name in ("unlabeled", "deprel", "linearization", "distance")
            if hasattr(self._model, name)
        }

    @staticmethod
    def fits(processor: Any) -> bool:
        """Whether it is a single graph parser without language model or arc embedding that reads left to right."""
        model = processor.trainer.model
        args = model.args
        special = ("charlm", "bert_model", "use_arc_embedding", "reversed")
        return (
            type(model) is GraphParser
            and not any(args.get(name) for name in special)
            and not isinstance(processor.vocab["xpos"], CompositeVocab)
            and bool(args["char"] and args["char_emb_dim"] > 0 and args["word_emb_dim"] > 0 and args["tag_emb_dim"] > 0)
            and bool(args.get("use_upos", True) and args.get("use_xpos", True))
        )

    def annotate(self, drafts: Sequence[Draft]) -> None:
        for batch in by_length(drafts, BATCH_WORDS):
            self._annotate(batch)

    def _encode(self, words: Sequence[str]) -> Tensor:
        model, vocab = self._model, self._vocab
        parts = []
        if self._pretrain is not None:
            known = [ROOT_ID if word == _ROOT else self._pretrain.unit2id(word.lower()) for word in words]
            parts.append(model.trans_pretrained(model.pretrained_emb(torch.tensor(known))))
        known = [ROOT_ID if word == _ROOT else vocab["word"].unit2id(word) for word in words]
        parts.append(model.word_emb(torch.tensor(known)))
        letters = [[ROOT_ID] if word == _ROOT else vocab["char"].map(word) for word in words]
        parts.append(model.trans_char(encode_characters(model.charmodel, letters)))
        return torch.cat(parts, 1)

    def _encode_tags(self, tags: Sequence[str]) -> Tensor:
        """The sum of the embeddings of both tags, written "UPOS XPOS"."""
        pairs = [tag.split(" ") for tag in tags]
        root = [tag == _ROOT for tag in tags]
        upos = [
            ROOT_ID if r else self._vocab["upos"].unit2id(pair[0] or "_") for r, pair in zip(root, pairs, strict=True)
        ]
        xpos = [
            ROOT_ID if r else self._vocab["xpos"].unit2id(pair[1] or "_") for r, pair in zip(root, pairs, strict=True)
        ]
        total: Tensor = self._model.upos_emb(torch.tensor(upos)) + self._model.xpos_emb(torch.tensor(xpos))
        return total

    def _annotate(self, drafts: list[Draft]) -> None:
        lengths = [len(draft.words) + 1 for draft in drafts]  # the root comes first
        output = self._read(drafts, lengths)
        size = torch.tensor(lengths)
        scores = self._score_heads(output, size)
        heads = scores.argmax(2)
        heads[:, 0] = 0
        trees = are_trees(heads, size)
        for i in (~trees).nonzero().flatten().tolist():
            heads[i, : lengths[i]] = torch.from_numpy(best_tree(_log_probabilities(scores, i, lengths[i])))
        first, second = self._scorers["deprel"].sides(output)
        kept = torch.arange(output.shape[1]) < size[:, None]
        kept[:, 0] = False
        chosen = second.gather(1, heads[:, :, None].expand_as(second))[kept]
        labels = torch.zeros_like(heads)
        labels[kept] = self._scorers["deprel"].score_rows(first[kept], chosen).argmax(1)
        for i in self._violations(heads, labels, size) if self._repairs else []:
            length = lengths[i]
            scored = self._scorers["deprel"].score_all(first[i, :length], second[i, :length])
            tree, repaired = resolve_head_constraint_violations(
                _log_probabilities(scores, i, length),
                log_softmax(scored, 2).numpy(),
                heads[i, :length].numpy(),
                self._vocab["deprel"],
            )
            heads[i, :length] = torch.from_numpy(tree)
            labels[i, 1:length] = torch.tensor(repaired)
        for draft, length, row, names in zip(drafts, lengths, heads.tolist(), labels.tolist(), strict=True):
            draft.heads = [head - 1 for head in row[1:length]]
            draft.deprels = [self._relations[label] for label in names[1:length]]

    def _read(self, drafts: list[Draft], lengths: list[int]) -> Tensor:
        """What the LSTM makes of the sentences (sentences x words x size), padded with zeros."""
        model = self._model
        words = self._words.rows([w for d in drafts for w in (_ROOT, *map(simplify, d.words))])
        lemmas = self._vocab["lemma"]
        known = [i for d in drafts for i in (ROOT_ID, *lemmas.map(d.lemmas))]
        tags = self._tags.rows([t for d in drafts for t in (_ROOT, *map(" ".join, zip(d.upos, d.xpos, strict=True)))])
        letters = model.args["transformed_dim"]
        parts = [words[:, :-letters], model.lemma_emb(torch.tensor(known)), tags]
        if model.args.get("use_ufeats", True):
            parts.append(tags)  # Stanza 1.15 gives the tags where it means to give the features, in training too
        rows = torch.cat([*parts, words[:, -letters:]], 1)
        packed = pack_rows(rows, lengths)
        output, _ = model.parserlstm(packed, lengths, hx=start_states(model, "parserlstm", len(drafts)))
        padded: Tensor = pad_packed_sequence(PackedSequence(output.data, output.batch_sizes), batch_first=True)[0]
        return padded

    def _score_heads(self, output: Tensor, size: Tensor) -> Tensor:
        """How well each word's head would be each other word (sentences x words x words)."""
        scores = self._scorers["unlabeled"].score_pairs(output)
        place = torch.arange(output.shape[1])
        offset = place[None, :] - place[:, None]
        if self._model.args["linearization"]:
            scores += logsigmoid(self._scorers["linearization"].score_pairs(output) * offset.sign())
        if self._model.args["distance"]:
            guess = 1 + softplus(self._scorers["distance"].score_pairs(output))
            scores -= torch.log((offset.abs() - guess) ** 2 / 2 + 1)
        scores.masked_fill_(offset == 0, -torch.inf)
        return scores.masked_fill_((place >= size[:, None])[:, None, :], -torch.inf)

    def _violations(self, heads: Tensor, labels: Tensor, size: Tensor) -> list[int]:
        """Sentences in which some word has two subjects or two objects."""
        groups = sorted(set(DEPREL_TO_GROUP.values()))
        numbers = torch.tensor(
            [groups.index(DEPREL_TO_GROUP[r]) if r in DEPREL_TO_GROUP else -1 for r in self._relations]
        )
        group = numbers[labels]
        kept = (torch.arange(heads.shape[1]) < size[:, None]) & (group >= 0)
        kept[:, 0] = False
        sentence = torch.arange(len(heads))[:, None].expand_as(heads)[kept]
        keys = (sentence * heads.shape[1] + heads[kept]) * len(groups) + group[kept]
        doubled, counts = torch.unique(keys, return_counts=True)
        return sorted({key // (heads.shape[1] * len(groups)) for key in doubled[counts > 1].tolist()})


class _PairScorer:
    """A Stanza `DeepBiaffineScorer`: one score, or one for each relation, for a pair of words."""

    def __init__(self, scorer: Any) -> None:
        self._first, self._second = scorer.W1, scorer.W2
        self._hidden = scorer.hidden_func
        self._weight: Tensor = scorer.scorer.W_bilin.weight.detach()  # first x second x outputs
        self._bias: Tensor = scorer.scorer.W_bilin.bias.detach()
        self._flat = self._weight.reshape(len(self._weight), -1)
        self._rounded = IntegerLinear(self._flat.T, None) if isinstance(self._first, IntegerLinear) else None

    def sides(self, output: Tensor) -> tuple[Tensor, Tensor]:
        """The words as dependents and as heads."""
        return _with_one(self._hidden(self._first(output))), _with_one(self._hidden(self._second(output)))

    def score_pairs(self, output: Tensor) -> Tensor:
        """The single score of each pair (sentences x dependents x heads)."""
        first, second = self.sides(output)
        return (first @ self._weight[:, :, 0]) @ second.transpose(1, 2) + self._bias

    def score_rows(self, first: Tensor, second: Tensor, rows: int = 200) -> Tensor:
        """All scores of chosen pairs, the i-th dependent with the i-th head (pairs x outputs)."""
        parts = []
        for a, b in zip(torch.split(first, rows), torch.split(second, rows), strict=True):
            half = a @ self._flat if self._rounded is None else self._rounded(a)
            half = half.view(len(a), b.shape[1], -1)
            parts.append(torch.bmm(b[:, None], half)[:, 0])
        return torch.cat(parts) + self._bias

    def score_all(self, first: Tensor, second: Tensor) -> Tensor:
        """All scores of all pairs in one sentence (dependents x heads x outputs)."""
        half = (first @ self._flat).view(len(first), second.shape[1], -1)
        return torch.einsum("djo,hj->dho", half, second) + self._bias


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, x.new_ones((*x.shape[:-1], 1))], -1)


def _log_probabilities(scores: Tensor, i: int, length: int) -> Any:
    return log_softmax(scores[i, :length, :length], 1).numpy()

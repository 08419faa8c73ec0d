"""Words whose loss or gain can turn what was said: "not", "only", "unless", figures."""

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from quotes.check.style import number_of
from quotes.lexicon import table

MeaningClass = Literal["negation", "condition", "restriction", "figure"]
CLASSES: tuple[MeaningClass, ...] = get_args(MeaningClass)


def class_of(key: str) -> MeaningClass | None:
    """What a word does, if anything.

    >>> class_of("not"), class_of("unless"), class_of("only"), class_of("4.5"), class_of("boat")
    ('negation', 'condition', 'restriction', 'figure', None)
    """
    found = table("drafts/meaning_words").get(key)
    if found is not None:
        return next(kind for kind in CLASSES if kind == found)
    is_figure = any(c.isdigit() for c in key) or key in "$£€¥₹₦%" or (number_of([key]) is not None and key != "one")
    return "figure" if is_figure else None


def turning_words(lost: Sequence[str], gained: Sequence[str] = ()) -> tuple[str, ...]:
    """Those of the words that turn what was said and that only one side has, in order, each once.

    >>> turning_words(["we", "will", "not", "pay"], ["we", "will", "pay", "5"])
    ('not', '5')
    """
    return tuple(dict.fromkeys((*_only(lost, gained), *_only(gained, lost))))


def _only(some: Iterable[str], others: Sequence[str]) -> list[str]:
    rest = list(others)
    found = []
    for key in some:
        if key in rest:
            rest.remove(key)
        elif class_of(key) is not None:
            found.append(key)
    return found

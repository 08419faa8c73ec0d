"""B³ after Bagga and Baldwin (1998): how well a clustering brings together what belongs together.

For each item, precision is the share of its predicted cluster that is truly the same, recall the share of its true
cluster that the predicted one holds; both averaged over items.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class BCubed:
    precision: float
    recall: float
    items: int  # over which recall is averaged; precision leaves out what was missed

    @property
    def f(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def to_dict(self) -> dict[str, Any]:
        return {"P": round(self.precision, 4), "R": round(self.recall, 4), "F": round(self.f, 4), "items": self.items}


def b_cubed(
    predicted: Mapping[Item, Hashable],
    truth: Mapping[Item, Hashable],
    counted: Iterable[Item] | None = None,
    missed: Collection[Hashable] = (),
) -> BCubed:
    """B³ of a clustering, item → cluster, over the items of `truth`; items that it does not hold are left out of all.

    With `counted`, the averages are over these items alone, while the other items still spoil the clusters they are in.
    `missed` are the true clusters of items that were not predicted at all, one entry an item: each makes its true
    cluster larger and has recall 0; it has no precision, for nothing was claimed of it.

    >>> b_cubed({1: "x", 2: "x", 3: "x"}, {1: "a", 2: "a", 3: "b"}).precision.__round__(3)
    0.556
    >>> b_cubed({1: "x", 2: "x"}, {1: "a", 2: "a"}, missed=["a", "a"]).recall
    0.25
    """
    sizes = Counter(predicted[item] for item in truth)
    true_sizes = Counter(truth.values()) + Counter(missed)
    both = Counter((predicted[item], truth[item]) for item in truth)
    items = list(truth if counted is None else counted)
    number = len(items) + len(missed)
    if not items:
        return BCubed(0.0, 0.0, number)
    shared = [(both[predicted[item], truth[item]], predicted[item], truth[item]) for item in items]
    precision = sum(count / sizes[cluster_id] for count, cluster_id, _ in shared) / len(items)
    recall = sum(count / true_sizes[true_id] for count, _, true_id in shared) / number
    return BCubed(precision, recall, number)

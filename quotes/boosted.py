"""Gradient-boosted trees in LightGBM's text format, with the names of their features and a decision threshold."""

from collections.abc import Sequence
from importlib.resources.abc import Traversable

import numpy as np
from lightgbm import Booster
from lightgbm.basic import LightGBMError

from quotes.errors import ModelError

_THRESHOLD = "# threshold="
_MEND = "to mend it run: pip install --force-reinstall who-said-what"


class BoostedTrees:
    """A trained model. Rows are lists of floats in the order of its feature names."""

    def __init__(self, text: str, threshold: float, features: tuple[str, ...]) -> None:
        self._booster = Booster(model_str=text)
        self._booster.params["verbosity"] = -1
        self.threshold = threshold
        self.features = features
        if tuple(self._booster.feature_name()) != features:
            raise ModelError(
                "the attribution model was trained on other features than this version computes: "
                "run quotes train attribution or pip install --force-reinstall who-said-what"
            )

    @classmethod
    def read(cls, path: Traversable, features: tuple[str, ...]) -> "BoostedTrees":
        """Raises ModelError when the file is missing, damaged or of other features."""
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            raise ModelError(f"the model {path.name} is missing from the package; {_MEND}") from error
        first, _, rest = text.partition("\n")
        try:
            if not first.startswith(_THRESHOLD):
                raise ValueError("no threshold")
            return cls(rest, float(first.removeprefix(_THRESHOLD)), features)
        except (ValueError, LightGBMError) as error:
            raise ModelError(f"the model {path.name} is damaged; {_MEND}") from error

    @staticmethod
    def serialise(text: str, threshold: float) -> str:
        """The file's content: the threshold, then LightGBM's own text."""
        return f"{_THRESHOLD}{threshold:.6f}\n{text}"

    def probabilities(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """One value between 0 and 1 for each row."""
        if not rows:
            return []
        return [float(p) for p in self._booster.predict(np.asarray(rows, dtype=np.float64), num_threads=1)]

    def contributions(self, rows: Sequence[Sequence[float]]) -> list[dict[str, float]]:
        """For each row how much each feature moved the log-odds (SHAP values, LightGBM's `pred_contrib`)."""
        if not rows:
            return []
        values = self._booster.predict(np.asarray(rows, dtype=np.float64), pred_contrib=True, num_threads=1)
        return [dict(zip(self.features, map(float, row[:-1]), strict=True)) for row in values]

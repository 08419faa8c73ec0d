"""Gradient-boosted trees in LightGBM's text format, headed by the settings that were chosen with them.

A file begins with lines of `# name=number`, of which `threshold` must be one; then comes LightGBM's own text, or
several of them one after the other, whose log-odds are averaged.
"""

import re
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable

import numpy as np
from lightgbm import Booster
from lightgbm.basic import LightGBMError

from quotes.errors import ModelError

_SETTING = "# "
_TEXTS = re.compile(r"^(?=tree$)", re.MULTILINE)
_MEND = "to mend it run: pip install --force-reinstall who-said-what"


class BoostedTrees:
    """A trained model. Rows are lists of floats in the order of `features`, of which the model may use a part."""

    def __init__(
        self, text: str, threshold: float, features: tuple[str, ...], settings: Mapping[str, float] | None = None
    ) -> None:
        self._boosters = [Booster(model_str=part) for part in _TEXTS.split(text) if part.strip()]
        if not self._boosters:
            raise ValueError("no trees")
        for booster in self._boosters:
            booster.params["verbosity"] = -1
        self.threshold = threshold
        self.settings = settings or {}
        self.features = features
        self._names = tuple(self._boosters[0].feature_name())
        if not set(self._names) <= set(features):
            raise ModelError(
                "the attribution model was trained on other features than this version computes: "
                "run quotes train attribution or pip install --force-reinstall who-said-what"
            )
        self._columns = [features.index(name) for name in self._names]

    @classmethod
    def read(cls, path: Traversable, features: tuple[str, ...]) -> "BoostedTrees":
        """Raises ModelError when the file is missing, damaged or of other features."""
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            raise ModelError(f"the model {path.name} is missing from the package; {_MEND}") from error
        settings = {}
        try:
            while text.startswith(_SETTING):
                line, _, text = text.partition("\n")
                name, _, value = line.removeprefix(_SETTING).partition("=")
                settings[name] = float(value)
            return cls(text, settings.pop("threshold"), features, settings)
        except (KeyError, ValueError, LightGBMError) as error:
            raise ModelError(f"the model {path.name} is damaged; {_MEND}") from error

    @staticmethod
    def serialise(text: str, threshold: float, **settings: float) -> str:
        """The file's content: the threshold and other settings, then LightGBM's own text."""
        named = {"threshold": threshold, **settings}
        return "".join(f"{_SETTING}{name}={value:.6f}\n" for name, value in named.items()) + text

    def probabilities(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """One value between 0 and 1 for each row."""
        if not rows:
            return []
        used = self._used(rows)
        scores = [booster.predict(used, num_threads=1, raw_score=True) for booster in self._boosters]
        return [float(p) for p in 1.0 / (1.0 + np.exp(-np.mean(scores, axis=0)))]

    def contributions(self, rows: Sequence[Sequence[float]]) -> list[dict[str, float]]:
        """For each row how much each of `features` moved the log-odds (SHAP values, LightGBM's `pred_contrib`).

        Of several models, which differ in their seed alone, the first stands for all: this is the slowest step.
        """
        if not rows:
            return []
        values = self._boosters[0].predict(self._used(rows), pred_contrib=True, num_threads=1)
        none = dict.fromkeys(self.features, 0.0)
        return [none | dict(zip(self._names, map(float, row[:-1]), strict=True)) for row in values]

    def _used(self, rows: Sequence[Sequence[float]]) -> np.ndarray:
        return np.asarray(rows, dtype=np.float64)[:, self._columns]

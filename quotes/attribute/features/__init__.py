"""The features of a quotation beside a candidate: one documented function each, in four families.

Method: the design of quotation attribution as ranking over mentions with syntactic, surface and discourse features
follows O'Keefe et al. (EMNLP 2012) and Almeida, Almeida and Martins (EACL 2014).
"""

from collections.abc import Callable, Mapping

from quotes.attribute.features import mention, rivals, surface, syntax
from quotes.attribute.pair import Pair

Feature = Callable[[Pair], float]

FEATURES: Mapping[str, Feature] = {
    feature.__name__: feature for family in (syntax, surface, mention, rivals) for feature in family.FAMILY
}


def pair_features(pair: Pair) -> list[float]:
    """The values of all features, in the order of FEATURES."""
    return [feature(pair) for feature in FEATURES.values()]

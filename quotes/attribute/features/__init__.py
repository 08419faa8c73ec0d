"""The features of a quotation beside a candidate: one documented function each, in four families.

Method: the design of quotation attribution as ranking over mentions with syntactic, surface and discourse features
follows O'Keefe et al. (EMNLP 2012) and Almeida, Almeida and Martins (EACL 2014).
"""

from collections.abc import Callable, Mapping, Sequence

from quotes.attribute.features import mention, ownership, rivals, surface, syntax
from quotes.attribute.pair import Pair

Feature = Callable[[Pair], float]

_OF_PAIR: Sequence[Feature] = (*syntax.FAMILY, *ownership.FAMILY, *surface.FAMILY)
_OF_PLACE: Sequence[Feature] = (*surface.OF_PLACE, *rivals.OF_PLACE)  # the same for all candidates of a quotation
_OF_CANDIDATE: Sequence[Feature] = (*surface.OF_CANDIDATE, *mention.OF_CANDIDATE, *rivals.OF_CANDIDATE)
FEATURES: Mapping[str, Feature] = {feature.__name__: feature for feature in (*_OF_PAIR, *_OF_PLACE, *_OF_CANDIDATE)}


def feature_rows(quotations: Sequence[Sequence[Pair]]) -> list[list[list[float]]]:
    """The values of all features in the order of FEATURES, for each pair of each quotation of one article.

    What a quotation or a candidate has by itself is measured once.
    """
    of_candidate: dict[int, list[float]] = {}
    made = []
    for pairs in quotations:
        of_place = [feature(pairs[0]) for feature in _OF_PLACE] if pairs else []
        rows = []
        for pair in pairs:
            own = of_candidate.get(pair.head.index)
            if own is None:
                own = of_candidate[pair.head.index] = [feature(pair) for feature in _OF_CANDIDATE]
            rows.append([feature(pair) for feature in _OF_PAIR] + of_place + own)
        made.append(rows)
    return made

"""How often a word reports, a noun is a source and its owner is one: on all articles, and without a fold's own."""

from quotes.attribute.owners import OWNED
from quotes.attribute.pair import NOUN
from quotes.domain import Span
from quotes.scene import Scene
from quotes.train.attribution import learn_strengths
from quotes.train.boosting import FOLDS
from quotes.train.gold import GoldArticle
from tests.trees import analysis

ROWS = """
coach  NOUN 2 nsubj
said   VERB 0 root
rain   NOUN 4 nsubj
fell   VERB 2 ccomp
"""


def article(fold: int) -> GoldArticle:
    """The coach says that rain fell."""
    read = analysis(ROWS)
    coach, said, rain, fell = (token.span for token in read.tokens)
    content = (Span(rain.start, fell.end),)
    return GoldArticle(f"a{fold}", fold, Scene(read, ()), (), (), (said,), (content,), ((coach,),))


def test_cues_and_sources_are_counted() -> None:
    whole, _ = learn_strengths([article(fold) for fold in range(FOLDS)])
    assert whole["say"] > 0 > whole[NOUN + "rain"]
    assert whole[NOUN + "coach"] > 0
    assert "fell" not in whole  # it never reports


def test_a_fold_does_not_count_its_own_articles() -> None:
    _, apart = learn_strengths([article(0), article(0), article(0)])
    assert apart[0] == {}
    assert "say" in apart[1]


OWNED_ROWS = """
Her    PRON 2 nmod:poss
claim  NOUN 8 nsubj
that   SCONJ 5 mark
rain   NOUN 5 nsubj
fell   VERB 2 acl
about  ADP 7 case
it     PRON 5 obl
amused VERB 0 root
our    PRON 10 nmod:poss
coach  NOUN 8 obj
"""


def test_owners_of_nouns_that_say_of_what_are_counted() -> None:
    read = analysis(OWNED_ROWS)
    her, claim, _, rain, fell, *_ = (token.span for token in read.tokens)
    content = (Span(rain.start, fell.end),)
    articles = [
        GoldArticle(f"a{fold}", fold, Scene(read, ()), (), (), (claim,), (content,), ((her,),)) for fold in range(FOLDS)
    ]
    whole, apart = learn_strengths(articles)
    assert whole[OWNED + "claim"] > 0
    assert OWNED + "coach" not in whole
    assert OWNED + "claim" in apart[0]

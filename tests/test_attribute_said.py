"""Whether quoted words were said, and whose they are where the article says that nobody said them."""

import pytest

from quotes.attribute.attribute import reporting_word
from tests.ranked_candidates import ranked
from tests.trees import analysis

DENIED_CALLING = """
Hale     PROPN 2 nsubj
denied   VERB  0 root
he       PRON  4 nsubj
called   VERB  2 ccomp
it       PRON  4 obj
“        PUNCT 7 punct
odd      ADJ   4 xcomp
”        PUNCT 7 punct
"""
DENIED_A_ROLE = """
Hale     PROPN 2 nsubj
denied   VERB  0 root
“        PUNCT 5 punct
any      DET   5 det
role     NOUN  2 obj
”        PUNCT 5 punct
"""
SAID_FAR_AWAY = """
Hale     PROPN 2 nsubj
said     VERB  0 root
nothing  PRON  2 obj
of       ADP   5 case
plans    NOUN  2 obl
for      ADP   9 case
the      DET   9 det
“        PUNCT 9 punct
bridge   NOUN  5 nmod
”        PUNCT 9 punct
"""


@pytest.mark.parametrize(("rows", "word"), [(DENIED_CALLING, "called"), (DENIED_A_ROLE, None), (SAID_FAR_AWAY, None)])
def test_the_word_that_reports_the_quoted_words(rows: str, word: str | None) -> None:
    read = analysis(rows)
    pair = ranked(read, "Hale")[0].pair
    index = reporting_word(pair)
    assert (None if index is None else read.tokens[index].text) == word

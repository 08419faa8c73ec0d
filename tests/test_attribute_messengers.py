"""Who said it, and who passed it on, where both stand beside a quotation."""

import pytest
from quotes.attribute.messengers import labels_first, owners_first, speakers_first

from quotes.attribute.candidates import find_candidates
from quotes.attribute.pair import Landmarks, locate, make_pair
from quotes.attribute.ranker import Ranked
from quotes.domain import Analysis, Entity, Sentence, Span, Token
from quotes.find import find_stretches
from quotes.scene import Scene
from tests.trees import analysis

SAID_ACCORDING_TO = """
She       PRON  2 nsubj
said      VERB  0 root
according VERB  5 case
to        ADP   3 fixed
Reuters   PROPN 2 obl
that      SCONJ 8 mark
“         PUNCT 8 punct
rained    VERB  2 ccomp
”         PUNCT 8 punct
"""


def ranked(read: Analysis, likeliest: str) -> list[Ranked]:
    scene = Scene(read, find_stretches(read))
    place = locate(scene, scene.quotations[0], 0, Landmarks(scene))
    pairs = [make_pair(scene, place, c, {"say": 1.0}) for c in find_candidates(scene)]
    some = [Ranked(p, 0.8 if p.head.text == likeliest else 0.1, ()) for p in pairs]
    return sorted(some, key=lambda r: -r.probability)


def with_organisation(name: str) -> Analysis:
    read = analysis(SAID_ACCORDING_TO)
    token = next(t for t in read.tokens if t.text == name)
    entity = Entity(token.start, token.end, "ORG", token.index, token.index + 1)
    return Analysis(read.text, read.paragraphs, read.sentences, read.tokens, (entity,))


def test_whoever_said_it_goes_before_the_organisation_that_passed_it_on() -> None:
    best = speakers_first(ranked(with_organisation("Reuters"), "Reuters"))[0]
    assert (best.pair.head.text, best.probability) == ("She", 0.8)


def test_a_source_that_is_no_organisation_stays() -> None:
    assert speakers_first(ranked(analysis(SAID_ACCORDING_TO), "Reuters"))[0].pair.head.text == "Reuters"


def test_a_speaker_stays() -> None:
    assert speakers_first(ranked(with_organisation("Reuters"), "She"))[0].pair.head.text == "She"


ACCORDING_TO_A_TWEET = """
“         PUNCT 2 punct
Rain      NOUN  0 root
”         PUNCT 2 punct
according VERB  6 case
to        ADP   4 fixed
tweet     NOUN  2 obl
by        ADP   8 case
Lee       PROPN 6 nmod
"""
IN_HER_WORDS = """
Ali       PROPN 2 nsubj
ended     VERB  0 root
with      ADP   6 case
Lee       PROPN 6 nmod:poss
's        PART  4 case
words     NOUN  2 obl
,         PUNCT 9 punct
“         PUNCT 9 punct
rain      NOUN  2 parataxis
”         PUNCT 9 punct
"""


def test_who_wrote_a_document_goes_before_it() -> None:
    some = ranked(analysis(ACCORDING_TO_A_TWEET), "tweet")
    assert owners_first(some)[0].pair.head.text == "Lee"


def test_whose_words_they_are_goes_before_who_uses_them() -> None:
    some = ranked(analysis(IN_HER_WORDS), "Ali")
    assert owners_first(some)[0].pair.head.text == "Lee"


def test_a_speaker_without_such_an_owner_stays() -> None:
    assert owners_first(ranked(analysis(SAID_ACCORDING_TO), "She"))[0].pair.head.text == "She"
    assert owners_first([]) == []


REPORTED_AT_THE_END = """
She      PRON  2 nsubj
said     VERB  7 ccomp
“        PUNCT 4 punct
rain     NOUN  2 obj
”        PUNCT 4 punct
agency   NOUN  7 nsubj
report   VERB  0 root
"""


def test_an_organisation_that_reports_it_at_the_end_passed_it_on() -> None:
    assert speakers_first(ranked(analysis(REPORTED_AT_THE_END), "agency"))[0].pair.head.text == "She"


def test_anybody_else_who_reports_it_at_the_end_stays() -> None:
    rows = REPORTED_AT_THE_END.replace("agency   NOUN ", "Ali      PROPN")
    assert speakers_first(ranked(analysis(rows), "Ali"))[0].pair.head.text == "Ali"


def laid_out(*words: str) -> Analysis:
    """Words with a capital are names, and nothing governs anything; "/" begins a new paragraph."""
    text, starts = "", [0]
    tokens: list[Token] = []
    for word in words:
        if word == "/":
            text += "\n"
            starts.append(len(text))
            continue
        text += "" if text[-1:] in ("", "\n") or word == ":" else " "
        tag = "PUNCT" if not word.isalpha() else "PROPN" if word[0].isupper() else "VERB" if word == "said" else "X"
        tokens.append(Token(len(tokens), len(text), len(text) + len(word), word, word, tag, "VBD", "", -1, "root", 0))
        text += word
    spans = [Span(a, b) for a, b in zip(starts, [*(s - 1 for s in starts[1:]), len(text)], strict=True)]
    return Analysis(text, tuple(spans), (Sentence(0, 0, len(text), 0, len(tokens), 0),), tuple(tokens), ())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ann : “ yes ” Bo said", "Ann"),
        ("no . Ann : “ yes ” Bo said", "Ann"),
        ("news - Ann : “ yes ” Bo said", "Ann"),
        ("near Ann : “ yes ” Bo said", "Bo"),
        ("Bo said / “ yes ” / - Ann", "Ann"),
        ("Bo said / “ yes ” / Ann", "Bo"),
        ("Bo said / now “ yes ” / - Ann", "Bo"),
    ],
)
def test_a_quotation_right_behind_a_label_or_over_one_is_that_labels(words: str, expected: str) -> None:
    assert labels_first(ranked(laid_out(*words.split()), "Bo"))[0].pair.head.text == expected

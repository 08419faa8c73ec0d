"""Overrides after the ranker: each by itself, their order, and switching one off."""

from collections.abc import Sequence

import pytest

from quotes.attribute.overrides import (
    OVERRIDES,
    author,
    judged,
    labelled,
    opening,
    passed_on,
    quoted,
    settle,
    turns,
)
from quotes.attribute.overrides.override import Override
from quotes.attribute.ranker import Ranked
from quotes.domain import Analysis, Entity, Sentence, Span, Token
from quotes.find import find_stretches
from tests.ranked_candidates import ranked
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


def first(rule: Override, some: Sequence[Ranked]) -> Ranked:
    return rule.settle([], [some])[0][0]


def with_organisation(name: str) -> Analysis:
    read = analysis(SAID_ACCORDING_TO)
    token = next(t for t in read.tokens if t.text == name)
    entity = Entity(token.start, token.end, "ORG", token.index, token.index + 1)
    return Analysis(read.text, read.paragraphs, read.sentences, read.tokens, (entity,))


def test_whoever_said_it_goes_before_the_organisation_that_passed_it_on() -> None:
    best = first(passed_on.RULE, ranked(with_organisation("Reuters"), "Reuters"))
    assert (best.pair.head.text, best.probability) == ("She", 0.8)


def test_a_source_that_is_no_organisation_stays() -> None:
    person = SAID_ACCORDING_TO.replace("Reuters", "Ann    ")
    assert first(passed_on.RULE, ranked(analysis(person), "Ann")).pair.head.text == "Ann"


def test_a_speaker_stays() -> None:
    assert first(passed_on.RULE, ranked(with_organisation("Reuters"), "She")).pair.head.text == "She"


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


def test_who_wrote_a_document_goes_before_it() -> None:
    some = ranked(analysis(ACCORDING_TO_A_TWEET), "tweet")
    assert first(author.RULE, some).pair.head.text == "Lee"


def test_a_speaker_without_such_an_owner_stays() -> None:
    assert first(author.RULE, ranked(analysis(SAID_ACCORDING_TO), "She")).pair.head.text == "She"
    assert author.RULE.settle([], [[]]) == [[]]


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
    assert first(passed_on.RULE, ranked(analysis(REPORTED_AT_THE_END), "agency")).pair.head.text == "She"


def test_anybody_else_who_reports_it_at_the_end_stays() -> None:
    rows = REPORTED_AT_THE_END.replace("agency   NOUN ", "Ali      PROPN")
    assert first(passed_on.RULE, ranked(analysis(rows), "Ali")).pair.head.text == "Ali"


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
    assert first(labelled.RULE, ranked(laid_out(*words.split()), "Bo")).pair.head.text == expected


A_DIPLOMAT_AS_SAYING = """
Kyodo    PROPN 2 nsubj
quoted   VERB  0 root
a        DET   4 det
diplomat NOUN  2 obj
as       SCONJ 6 mark
saying   VERB  2 advcl
“        PUNCT 8 punct
rain     NOUN  6 obj
”        PUNCT 8 punct
"""
REPORTED_CITING = """
Reuters  PROPN 2 nsubj
reported VERB  0 root
“        PUNCT 4 punct
rain     NOUN  2 obj
”        PUNCT 4 punct
,        PUNCT 7 punct
citing   VERB  2 advcl
two      NUM   9 nummod
sailors  NOUN  7 obj
"""


def test_whom_somebody_quotes_as_saying_it_said_it() -> None:
    assert first(quoted.QUOTED, ranked(analysis(A_DIPLOMAT_AS_SAYING), "Kyodo")).pair.head.text == "diplomat"
    told = analysis(A_DIPLOMAT_AS_SAYING.replace("as       SCONJ", "while    SCONJ"))
    assert first(quoted.QUOTED, ranked(told, "Kyodo")).pair.head.text == "Kyodo"


def test_whom_an_outlet_cites_said_it_but_not_whom_somebody_else_cites() -> None:
    assert first(quoted.CITED, ranked(analysis(REPORTED_CITING), "Reuters")).pair.head.text == "sailors"
    by_ann = analysis(REPORTED_CITING.replace("Reuters", "Ann"))
    assert first(quoted.CITED, ranked(by_ann, "Ann")).pair.head.text == "Ann"


FLANKED_BY = """
Flanked  VERB  7 advcl VBN
by       ADP   3 case
Ann      PROPN 1 obl:agent
,        PUNCT 3 punct
Bo       PROPN 3 conj
Day      PROPN 5 flat
said     VERB  0 root
“        PUNCT 9 punct
rain     NOUN  7 obj
”        PUNCT 9 punct
"""


def test_the_subject_goes_before_a_name_in_the_phrase_that_opens_the_sentence() -> None:
    taken_in = analysis(FLANKED_BY.replace("1 obl:agent", "7 nsubj"), people=("Ann", "Bo", "Day"))
    best = first(opening.RULE, ranked(taken_in, "Ann"))
    assert best.pair.candidate.span.of(taken_in.text) == "Bo Day"
    plain = analysis(FLANKED_BY.replace("1 obl:agent", "7 nsubj").replace("VBN", "VBD"), people=("Ann", "Bo", "Day"))
    assert first(opening.RULE, ranked(plain, "Ann")).pair.head.text == "Ann"


def test_whom_a_rule_put_first_bears_its_id_unless_the_rule_is_off() -> None:
    read = with_organisation("Reuters")
    stretches = find_stretches(read)
    assert settle(stretches, [ranked(read, "Reuters")])[0][0].rule == "passed-on"
    left = settle(stretches, [ranked(read, "Reuters")], off=["passed-on"])[0][0]
    assert (left.pair.head.text, left.rule) == ("Reuters", None)


def test_ids_are_single_and_purposes_are_told() -> None:
    assert len({rule.id for rule in OVERRIDES}) == len(OVERRIDES)
    assert all(rule.purpose for rule in OVERRIDES)


AS_THE_MEMO_PUTS_IT = """
We      PRON  2 nsubj
need    VERB  0 root
“       PUNCT 4 punct
income  NOUN  2 obj
”       PUNCT 4 punct
,       PUNCT 2 punct
as      SCONJ 10 mark
the     DET   9 det
memo    NOUN  10 nsubj
put     VERB  2 advcl
it      PRON  10 obj
"""
WITH_THE_COURT_SAYING = """
Both    PRON  2 nsubj
left    VERB  0 root
with    ADP   5 case
the     DET   5 det
court   NOUN  2 obl
saying  VERB  5 acl
“       PUNCT 8 punct
wait    VERB  6 ccomp
”       PUNCT 8 punct
"""
FOOTAGE_OF_ANN_SAYING = """
We      PRON  2 nsubj
saw     VERB  0 root
footage NOUN  2 obj
of      ADP   5 case
Ann     PROPN 3 nmod
saying  VERB  5 acl
“       PUNCT 8 punct
wait    VERB  6 ccomp
”       PUNCT 8 punct
"""


@pytest.mark.parametrize(
    ("rule", "rows", "likeliest", "expected"),
    [
        (turns.PUTS_IT, AS_THE_MEMO_PUTS_IT, "We", "memo"),
        (turns.HEARD, WITH_THE_COURT_SAYING, "Both", "court"),
        (turns.HEARD, FOOTAGE_OF_ANN_SAYING, "We", "Ann"),
        (turns.PUTS_IT, AS_THE_MEMO_PUTS_IT.replace("put     VERB", "liked   VERB"), "We", "We"),
        (turns.HEARD, WITH_THE_COURT_SAYING.replace("with    ADP", "near    ADP"), "Both", "Both"),
        (turns.HEARD, FOOTAGE_OF_ANN_SAYING.replace("footage", "friends"), "We", "We"),
    ],
)
def test_a_turn_of_phrase_names_the_speaker(rule: Override, rows: str, likeliest: str, expected: str) -> None:
    assert first(rule, ranked(analysis(rows), likeliest)).pair.head.text == expected


SPOKEN_OF = """
Ann      PROPN 3 nsubj:pass
was      AUX   3 aux:pass
hailed   VERB  0 root
as       ADP   6 case
“        PUNCT 6 punct
saviour  NOUN  3 obl
”        PUNCT 6 punct
"""


def test_who_is_spoken_of_is_no_candidate() -> None:
    assert judged.RULE.settle([], [ranked(analysis(SPOKEN_OF), "Ann")]) == [[]]
    active = SPOKEN_OF.replace("nsubj:pass", "nsubj").replace("aux:pass", "aux")
    assert first(judged.RULE, ranked(analysis(active), "Ann")).pair.head.text == "Ann"

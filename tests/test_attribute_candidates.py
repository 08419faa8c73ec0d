"""Candidates and the predicates that tie them, on trees written by hand."""

from quotes.attribute.candidates import REACH, Candidate, find_candidates, find_heard, near
from quotes.domain import Analysis, Sentence, Span, Token
from quotes.find import find_stretches
from quotes.scene import Scene
from tests.found_candidates import candidates
from tests.trees import analysis


def predicates(candidate: Candidate, *sentences: str) -> list[tuple[str, str]]:
    read = analysis(*sentences)
    return [(read.tokens[p.index].text, p.role) for p in candidate.predicates]


SAID = """
“     PUNCT 2 punct
Yes   INTJ  5 ccomp
”     PUNCT 2 punct
she   PRON  5 nsubj
said  VERB  0 root
"""


def test_quoted_words_are_no_candidates() -> None:
    assert list(candidates(SAID)) == ["she"]


def test_a_subject_is_tied_to_its_verb() -> None:
    assert predicates(candidates(SAID)["she"], SAID) == [("said", "subject")]


def test_a_subject_is_shared_by_coordinated_verbs_and_open_clauses() -> None:
    rows = """
    She    PRON  2 nsubj
    rose   VERB  0 root
    and    CCONJ 4 cc
    said   VERB  2 conj
    adding VERB  4 advcl
    """
    found = candidates(rows)["She"]
    assert predicates(found, rows) == [("rose", "subject"), ("said", "shared subject"), ("adding", "shared subject")]


def test_a_verb_with_a_subject_of_its_own_is_not_shared() -> None:
    rows = """
    She  PRON  2 nsubj
    rose VERB  0 root
    and  CCONJ 5 cc
    Ali  PROPN 5 nsubj
    said VERB  2 conj
    """
    assert predicates(candidates(rows)["She"], rows) == [("rose", "subject")]


def test_a_relative_clause_ties_its_noun() -> None:
    rows = """
    the   DET   2 det
    man   NOUN  0 root
    who   PRON  4 nsubj
    said  VERB  2 acl:relcl
    """
    assert predicates(candidates(rows)["the man"], rows) == [("said", "relative")]


def test_according_to() -> None:
    rows = """
    According VERB  3 case
    to        ADP   1 fixed
    Reuters   PROPN 5 obl
    it        PRON  5 nsubj
    rained    VERB  0 root
    """
    assert predicates(candidates(rows)["Reuters"], rows) == [("rained", "according to")]


def test_a_name_that_reads_like_another_word_may_speak() -> None:
    rows = """
    “     PUNCT 2 punct
    Yes   INTJ  5 ccomp
    ”     PUNCT 2 punct
    Quick ADV   5 advmod
    said  VERB  0 root
    """
    assert predicates(candidates(rows)["Quick"], rows) == [("said", "beside")]


def test_a_reporting_verb_beside_a_mention_ties_it_where_the_tree_does_not() -> None:
    rows = """
    “     PUNCT 2 punct
    Yes   INTJ  4 ccomp
    ”     PUNCT 2 punct
    said  VERB  0 root
    Lee   PROPN 4 dep
    """
    assert predicates(candidates(rows)["Lee"], rows) == [("said", "beside")]


def test_a_label_inside_a_quotation_is_a_candidate() -> None:
    text = '"LEE: Yes"'
    places = [('"', 0, "PUNCT"), ("LEE", 1, "PROPN"), (":", 4, "PUNCT"), ("Yes", 6, "INTJ"), ('"', 9, "PUNCT")]
    tokens = tuple(
        Token(
            i, start, start + len(form), form, form, tag, "X", "", -1 if i == 1 else 1, "root" if i == 1 else "dep", 0
        )
        for i, (form, start, tag) in enumerate(places)
    )
    span = Span(0, len(text))
    read = Analysis(text, (span,), (Sentence(0, 0, len(text), 0, len(tokens), 0),), tokens, ())
    (label,) = find_candidates(Scene(read, find_stretches(read)))
    assert (label.span.of(text), label.label is not None) == ("LEE", True)


def test_only_those_who_may_report_are_heard_in_other_paragraphs() -> None:
    rows = """
    Ali    PROPN 2 nsubj
    told   VERB  0 root
    Mina   PROPN 2 obj
    """
    scene = Scene(analysis(rows), ())
    found = find_candidates(scene)
    heard = find_heard(scene, found, {"tell": 1.0})
    assert [c.span.of(scene.text) for c in found if c.head in heard] == ["Ali"]


def test_a_text_without_breaks_is_not_all_near() -> None:
    spoke = "Ann PROPN 2 nsubj\nspoke VERB 0 root"
    scene_of = [spoke, *["Rain NOUN 2 nsubj\nfell VERB 0 root"] * (REACH // 9), spoke, SAID]
    read = analysis(*scene_of)
    (stretch,) = find_stretches(read)
    scene = Scene(read, (stretch,))
    found = find_candidates(scene)
    assert [c.span.of(read.text) for c in found].count("Ann") == 2
    names = [c.span.of(read.text) for c in near(scene, stretch.span, found, frozenset())]
    assert (names.count("Ann"), names[-1]) == (1, "she")


def test_with_opens_a_clause_of_another_subject() -> None:
    rows = """
    They    PRON  2 nsubj
    left    VERB  0 root
    with    ADP   6 mark
    the     DET   5 det
    court   NOUN  2 obl
    saying  VERB  2 advcl
    """
    found = candidates(rows)
    assert predicates(found["They"], rows) == [("left", "subject")]
    assert ("saying", "relative") in predicates(found["the court"], rows)


def test_whoever_is_quoted_as_saying_speaks_and_not_whoever_quotes() -> None:
    rows = """
    Papers  NOUN  2 nsubj
    quoted  VERB  0 root
    Ali     PROPN 2 obj
    as      SCONJ 5 mark
    saying  VERB  2 advcl
    """
    found = candidates(rows)
    assert predicates(found["Papers"], rows) == [("quoted", "subject")]
    assert predicates(found["Ali"], rows) == [("quoted", "object"), ("saying", "relative")]


def test_whoever_was_quoted_as_saying_speaks() -> None:
    rows = """
    Ali     PROPN 3 nsubj:pass
    was     AUX   3 aux:pass
    quoted  VERB  0 root
    as      SCONJ 5 mark
    saying  VERB  3 advcl
    """
    assert ("saying", "shared subject") in predicates(candidates(rows)["Ali"], rows)


def test_per_names_an_authority_and_a_measure() -> None:
    rows = """
    Ali   PROPN 2 nsubj
    rests VERB  0 root
    per   ADP   4 case
    Lee   PROPN 1 nmod
    """
    assert ("Ali", "according to") in predicates(candidates(rows)["Lee"], rows)
    assert predicates(candidates(rows.replace("Lee   PROPN", "day   NOUN "))["day"], rows) == []


def test_words_inside_a_label_are_no_candidates_beside_it() -> None:
    text = "Ann Lee: Yes"
    places = [("Ann", 0, "PROPN"), ("Lee", 4, "PROPN"), (":", 7, "PUNCT"), ("Yes", 9, "INTJ")]
    tokens = tuple(
        Token(i, start, start + len(form), form, form, tag, "X", "", -1 if i == 0 else 0, "dep" if i else "root", 0)
        for i, (form, start, tag) in enumerate(places)
    )
    span = Span(0, len(text))
    found = find_candidates(Scene(Analysis(text, (span,), (Sentence(0, 0, len(text), 0, 4, 0),), tokens, ()), ()))
    assert [(c.span.of(text), c.label is not None) for c in found] == [("Ann Lee", True)]


ASKED_TO_CALL = """
Ann    PROPN 2 nsubj
asked  VERB  0 root
Bo     PROPN 2 obj
to     PART  5 mark
call   VERB  2 xcomp
it     PRON  5 obj
"""


def test_an_object_is_the_subject_of_the_open_clause_behind_it() -> None:
    found = candidates(ASKED_TO_CALL)
    assert predicates(found["Bo"], ASKED_TO_CALL) == [("asked", "object"), ("call", "controlled")]
    assert predicates(found["Ann"], ASKED_TO_CALL) == [("asked", "subject"), ("call", "shared over object")]


def test_whoever_promises_somebody_to_call_would_call() -> None:
    rows = ASKED_TO_CALL.replace("asked  VERB", "promise  VERB")
    found = candidates(rows)
    assert predicates(found["Bo"], rows) == [("promise", "object")]
    assert predicates(found["Ann"], rows) == [("promise", "subject"), ("call", "shared subject")]


def test_whoever_is_made_to_call_does_call() -> None:
    rows = ASKED_TO_CALL.replace("asked  VERB", "prompt  VERB")
    found = candidates(rows)
    assert predicates(found["Bo"], rows) == [("prompt", "object"), ("call", "shared subject")]
    assert predicates(found["Ann"], rows) == [("prompt", "subject"), ("call", "shared over object")]


def test_for_somebody_to_call() -> None:
    rows = """
    It      PRON  2 nsubj
    rests   VERB  0 root
    for     ADP   4 case
    Ann     PROPN 2 obl
    to      PART  6 mark
    call    VERB  4 acl
    """
    assert predicates(candidates(rows)["Ann"], rows) == [("rests", "oblique"), ("call", "controlled")]


def test_an_object_may_be_the_subject_of_a_participle_but_for_a_comma() -> None:
    rows = """
    She    PRON  2 nsubj
    has    VERB  0 root
    Ann    PROPN 2 obj
    saying VERB  2 advcl
    """
    assert ("saying", "controlled") in predicates(candidates(rows)["Ann"], rows)
    assert ("saying", "shared over object") in predicates(candidates(rows)["She"], rows)
    apart = """
    She    PRON  2 nsubj
    saw    VERB  0 root
    Ann    PROPN 2 obj
    ,      PUNCT 5 punct
    saying VERB  2 advcl
    """
    assert predicates(candidates(apart)["Ann"], apart) == [("saw", "object")]
    assert ("saying", "shared subject") in predicates(candidates(apart)["She"], apart)


def test_whoever_is_told_hears_and_does_what_follows() -> None:
    rows = """
    Ann    PROPN 3 nsubj:pass
    was    AUX   3 aux:pass
    told   VERB  0 root
    by     ADP   5 case
    Bo     PROPN 3 obl:agent
    to     PART  7 mark
    call   VERB  3 xcomp
    """
    found = candidates(rows)
    assert predicates(found["Ann"], rows) == [("told", "addressee"), ("call", "controlled")]
    assert predicates(found["Bo"], rows) == [("told", "agent")]
    seen = rows.replace("told   VERB", "seen   VERB")
    assert ("seen", "passive subject") in predicates(candidates(seen)["Ann"], seen)


def test_whoever_only_would_do_what_another_asks_is_not_heard_from_the_next_paragraph() -> None:
    read = analysis("Rain NOUN 0 root", ASKED_TO_CALL)
    scene = Scene(read, find_stretches(read))
    assert not find_heard(scene, find_candidates(scene), {"call": 2.0}) - {0}


def test_what_only_points_is_no_candidate() -> None:
    rows = """
    That     PRON 2 nsubj DT
    prompted VERB 0 root
    laughter NOUN 2 obj
    """
    assert "That" not in candidates(rows)
    assert "That" in candidates(rows.replace("DT", "WDT"))


def test_those_of_whom_more_is_told_may_speak() -> None:
    rows = """
    It        PRON  2 nsubj
    failed    VERB  0 root
    according VERB  5 case
    to        ADP   3 fixed
    those     PRON  2 obl DT
    aboard    ADV   5 advmod
    """
    assert "those" in candidates(rows)
    assert "those" not in candidates(rows.replace("aboard    ADV   5 advmod", "aboard    ADV   2 advmod"))

"""Of a candidate speaker beside a quotation."""

from collections.abc import Mapping
from typing import get_args

from quotes.attribute.predicates import Role
from quotes.attribute.words.forms import (
    VERB_FORMS,
    Fact,
    choice,
    frequency,
    number,
    relation,
    signed,
    unless,
    yes,
)
from quotes.attribute.words.neighbours import NEIGHBOUR_FACTS
from quotes.attribute.words.ownership import OWNERSHIP_FACTS

_ROLES: Mapping[Role, str] = {
    "subject": "is the subject of the verb that may report",
    "shared subject": "is the subject of the verb that may report, which it shares with another verb",
    "passive subject": "is the subject of a passive, which is spoken of",
    "agent": "stands after “by” with a passive verb",
    "according to": "is named after “according to”",
    "owner": "owns the noun that may report, as in “her claim”",
    "relative": "is the “who” of a clause",
    "object": "is the object of the verb that may report",
    "oblique": "stands after a preposition with the verb that may report",
    "beside": "stands beside the verb that may report",
    "controlled": "would do what the verb that may report says, as “them” in “asked them to call”",
    "shared over object": "is the subject of the verb that may report across another's object",
    "addressee": "is told or asked by another",
}
_PARAGRAPHS = {0.0: "first paragraph or the headline", 1.0: "second paragraph", 2.0: "third paragraph"}

_SYNTAX: Mapping[str, Fact] = {
    "role": choice({float(code): _ROLES[r] for code, r in enumerate(get_args(Role), 1)}, "has no verb that may report"),
    "predicate_governs": number(
        "the quotation does not depend on its verb",
        "the quotation depends on its verb",
        "the quotation depends on its verb, {n} steps down the sentence",
    ),
    "predicate_governed": number(
        "its verb is not set into the quotation's sentence",
        "its verb is set into the quotation's sentence, as in “…, he said”",
        "its verb is set into the quotation's sentence, {n} steps below it",
    ),
    "quotation_relation": relation("the quotation is {}"),
    "mention_governs": number(
        "the quotation does not hang on the candidate itself",
        "the quotation hangs on the candidate itself, as in “Cameron's ‘rotten’ regime”",
        "the quotation hangs on the candidate itself, {n} steps down the sentence",
    ),
    "mention_relation": relation("is {}"),
    "is_possessor": yes(
        "owns what follows, as in “her words”", "owns nothing that follows, as “her” does in “her words”"
    ),
    "in_relative_clause": yes(
        "its verb stands in a clause that tells of somebody in passing",
        "its verb does not stand in a clause that tells of somebody in passing",
    ),
    "cue_strength": frequency("its verb {often} reports words", "has no verb"),
    "reporting_predicate": yes("its verb is one of reporting", "its verb is none of reporting"),
    "noun_cue": yes("goes with a noun that carries words, such as “claim”", "goes with no noun such as “claim”"),
    "predicate_tag": choice(VERB_FORMS | {0.0: "no verb that may report"}, "goes with a noun", "its verb is {}"),
    "predicate_has_object": yes(
        "its verb has an object beside the quotation", "its verb has no object beside the quotation"
    ),
    "predicate_has_clause": yes(
        "its verb takes a clause beside the quotation", "its verb takes no clause beside the quotation"
    ),
    "predicate_is_root": yes(
        "its verb is the main one of the sentence", "its verb is not the main one of the sentence"
    ),
    "inside_clause": choice(
        {0.0: "its verb stands in nobody else's clause", 1.0: "its verb stands in what another says or thinks"}
        | {2.0: "its verb stands in a side clause"},
        "its verb hangs on another word",
    ),
    "tree_steps": number(
        "no short way leads through one sentence from it to the quotation",
        "one step through the sentence leads from it to the quotation",
        "{n} steps through the sentence lead from it to the quotation",
    ),
    "predicate_marker": choice(
        {
            0.0: "no conjunction opens its clause",
            1.0: "its clause begins with “as”",
            3.0: "its clause begins with “that”",
        }
        | {2.0: "its clause begins with “when”, “while”, “after” or the like"},
        "its clause begins with a conjunction",
    ),
    "predicate_negated": yes("its verb is negated", "its verb is not negated"),
    "predicate_is_passive": yes("its verb is a passive", "its verb is no passive"),
    "predicate_relation": relation("its verb is {}"),
    "predicate_has_agent": yes(
        "its verb names another after “by”, who would be speaking", "its verb names no other speaker after “by”"
    ),
    "predicate_quoted": yes("what is said of it is itself quoted", "what is said of it is not quoted"),
    "reporting_below": number(
        "no other word of reporting stands between its verb and the quotation in the sentence's structure",
        "another word of reporting stands between its verb and the quotation in the sentence's structure",
        "{n} other words of reporting stand between its verb and the quotation in the sentence's structure",
    ),
    "subjects_below": lambda value: (
        _SUBJECTS_BELOW(value) if value >= 0 else "the quotation does not depend on its verb"
    ),
}

_SUBJECTS_BELOW: Fact = number(
    "no clause with another subject stands between its verb and the quotation",
    "a clause with another subject stands between its verb and the quotation",
    "{n} clauses with other subjects stand between its verb and the quotation",
)

_SURFACE: Mapping[str, Fact] = {
    "mention_gap": number(
        "stands directly beside the quotation",
        "stands one word away from the quotation",
        "stands {n} words away from the quotation",
        40,
    ),
    "predicate_gap": unless(
        40,
        "no verb of its own stands near",
        number(
            "its verb stands directly beside the quotation",
            "its verb stands one word away from the quotation",
            "its verb stands {n} words away from the quotation",
        ),
    ),
    "mention_before": yes("stands before the quotation", "stands after the quotation"),
    "predicate_before": choice(
        {-1.0: "has no verb", 0.0: "its verb stands after the quotation"}, "its verb stands before the quotation"
    ),
    "predicate_between": yes(
        "its verb stands between it and the quotation", "its verb does not stand between it and the quotation"
    ),
    "stretches_between": number(
        "no other quotation stands between",
        "another quotation stands between",
        "{n} other quotations stand between",
        4,
    ),
    "paragraph_delta": signed(
        "stands in the quotation's paragraph",
        number("", "stands in the paragraph before", "stands {n} paragraphs before the quotation's"),
        number("", "stands in the paragraph after", "stands {n} paragraphs after the quotation's"),
    ),
    "sentence_delta": signed(
        "stands in the quotation's sentence",
        number("", "stands in the sentence before", "stands {n} sentences before the quotation", 5),
        number("", "stands in the sentence after", "stands {n} sentences after the quotation", 5),
    ),
    "same_sentence": yes("stands in the quotation's sentence", "stands in another sentence than the quotation"),
    "words_to_predicate": unless(
        -30,
        "has no verb",
        signed(
            "its verb follows directly",
            number("", "stands right after its verb", "stands {n} words after its verb", 20),
            number("", "one word stands before its verb", "{n} words stand before its verb", 20),
        ),
    ),
    "reporting_between": number(
        "no other verb of reporting stands between",
        "another verb of reporting stands between",
        "{n} verbs of reporting stand between",
        4,
    ),
    "subjects_between": number(
        "no verb's subject stands between", "a verb's subject stands between", "{n} verbs' subjects stand between", 6
    ),
    "label": choice(
        {
            1.0: "is the label before the colon of the quotation's line",
            2.0: "is the label before the colon of another line",
        },
        "is no label before a colon",
    ),
    "colon_before": yes("a colon leads into the quotation", "no colon leads into the quotation"),
    "ends_with_comma": choice(
        {1.0: "with a comma", 2.0: "with a question or exclamation mark", 3.0: "with a full stop"},
        "the quotation ends without comma or stop",
        "the quotation ends {}",
    ),
    "lower_after": yes("the sentence goes on after the quotation", "no sentence goes on after the quotation"),
    "words_before_quotation": number(
        "the quotation begins its sentence",
        "one word stands before the quotation in its sentence",
        "{n} words stand before the quotation in its sentence",
        40,
    ),
    "words_after_quotation": number(
        "the quotation ends its sentence",
        "one word stands after the quotation in its sentence",
        "{n} words stand after the quotation in its sentence",
        40,
    ),
    "unquoted_in_paragraph": number(
        "the paragraph is all quotation",
        "one word of the paragraph is not quoted",
        "{n} words of the paragraph are not quoted",
        40,
    ),
    "quotation_words": number("no word is quoted", "one word is quoted", "{n} words are quoted", 60),
    "direct": yes("the quotation is a sentence of its own", "the quotation is part of a sentence"),
    "follows_quotation": choice(
        {1.0: "the quotation follows directly on another", 2.0: "the quotation follows on the end of a sentence"},
        "the quotation stands within a sentence",
    ),
    "dash_or_line_start": choice(
        {1.0: "follows a dash", 2.0: "begins its paragraph", 3.0: "a colon follows it"},
        "neither follows a dash nor begins a paragraph",
    ),
}

_RIVALS: Mapping[str, Fact] = {
    "stretches_in_paragraph": number("", "the paragraph has no other quotation", "the paragraph has {n} quotations", 6),
    "stretch_in_paragraph": number(
        "no quotation stands before this one in the paragraph",
        "one quotation stands before this one in the paragraph",
        "{n} quotations stand before this one in the paragraph",
        6,
    ),
    "continues": yes("the quotation runs over several paragraphs", "the quotation stays within its paragraph"),
    "starts_paragraph": yes("the quotation begins its paragraph", "the quotation does not begin its paragraph"),
    "paragraph_number": choice(
        _PARAGRAPHS, "the quotation stands below the third paragraph", "the quotation stands in the {}"
    ),
    "subject_of_sentence": yes("is the subject of its sentence", "is not the subject of its sentence"),
    "first_in_paragraph": number(
        "begins its paragraph",
        "one word of its paragraph stands before it",
        "{n} words of its paragraph stand before it",
        20,
    ),
    "mention_paragraph": choice(_PARAGRAPHS, "stands below the third paragraph", "stands in the {}"),
    "in_heading": yes("stands in a heading or a credit", "stands in the running text"),
}

_MENTION: Mapping[str, Fact] = {
    "pronoun": choice(
        {1.0: "“he” or “she”", 2.0: "“they”", 3.0: "“I”", 4.0: "“we”", 5.0: "“you”", 6.0: "“it”", 7.0: "“who”"}
        | {0.0: "no pronoun", 8.0: "“one”"},
        "is a pronoun",
        "is {}",
    ),
    "proper": yes("is a name", "is no name"),
    "entity": choice(
        {1.0: "a person's name", 2.0: "an organisation's name", 3.0: "a place's name", 4.0: "a name of another kind"},
        "is not read as anybody's name",
        "is {}",
    ),
    "person_noun": yes("is a word for people, such as “officer”", "is no word for people, such as “officer”"),
    "reporting_noun": yes("is a noun that carries words, such as “report”", "is no noun such as “report”"),
    "time_word": yes("is a day, month or time, which cannot speak", "is no day, month or time"),
    "plural": yes("is more than one", "is one"),
    "determiner": choice(
        {
            1.0: "“the” stands before it",
            2.0: "“a” or “an” stands before it",
            3.0: "a word such as “this” stands before it",
        }
        | {4.0: "is somebody's, as in “his lawyer”"},
        "stands without “a” or “the”",
    ),
    "mention_words": number("", "is one word", "is {n} words long", 10),
    "has_apposition": yes("the article says beside it who that is", "nothing beside it says who that is"),
    "is_apposition": choice(
        {1.0: "explains another noun", 2.0: "is joined to another by “and” or the like"}, "stands on its own"
    ),
    "preposition": choice(
        {1.0: "“by”", 2.0: "“to”", 3.0: "“of”", 4.0: "“from”", 5.0: "“in” or “at”", 6.0: "“according to”"}
        | {7.0: "another preposition", 0.0: "no preposition"},
        "",
        "{} stands before it",
    ),
    "head_frequency": number(
        "stands nowhere outside quotations",
        "its main word stands once outside quotations",
        "its main word stands {n} times outside quotations",
        10,
    ),
    "reports_elsewhere": number(
        "the name is nowhere the subject of a verb of reporting",
        "the name is once the subject of a verb of reporting",
        "the name is {n} times the subject of a verb of reporting",
        6,
    ),
    "object_form": yes("is “him”, “them” or the like, not “he” or “they”", "is not “him”, “them” or the like"),
    "noun_strength": frequency("such a word {often} is a source", "is no common noun"),
}

CANDIDATE_FACTS: Mapping[str, Fact] = {
    **_SYNTAX, **OWNERSHIP_FACTS, **_SURFACE, **_RIVALS, **_MENTION, **NEIGHBOUR_FACTS,
}  # fmt: skip

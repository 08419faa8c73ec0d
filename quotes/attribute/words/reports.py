"""Of a report without quotation marks: the words that report, who is said to have said it, and what."""

from collections.abc import Mapping
from typing import get_args

from quotes.attribute.words.forms import (
    Fact,
    choice,
    frequency,
    number,
    part_of_speech,
    relation,
    signed,
    unless,
    yes,
)
from quotes.find.extents import Extent
from quotes.find.reports import Tie

_TIES: Mapping[Tie, str] = {
    "clause": "a clause, as in “said that …”",
    "open clause": "an infinitive, as in “asked to …”",
    "object": "the object, as in “announced a plan”",
    "phrase": "a phrase, as in “warned of …”",
    "inserted": "a sentence that the reporting words are set into, as in “…, he said”",
    "according to": "what goes with “according to”",
    "noun's clause": "a clause of a noun, as in “the claim that …”",
}
_EXTENTS: Mapping[Extent, str] = {
    "whole": "all that depends on its main word",
    "up to a break": "what stands before a comma or dash",
    "up to a conjunct": "what stands before “and” or the like",
    "up to a modifier": "what stands before a further phrase",
    "without its preposition": "all but its preposition",
    "with its subject": "its subject as well",
    "sentence": "the whole sentence",
}
_FORMS = {
    1.0: "in the past tense",
    2.0: "in the present tense",
    3.0: "in the present tense",
    4.0: "an “-ing” form",
    5.0: "a participle",
    6.0: "in its base form",
}
_SOURCES = {
    0.0: "nobody",
    11.0: "“he” or “she”",
    12.0: "“they”",
    13.0: "“I” or “we”",
    14.0: "“you”",
    15.0: "“it”",
    16.0: "“who”",
    17.0: "“that”",
    10.0: "a pronoun",
    21.0: "a person's name",
    22.0: "an organisation's name",
    23.0: "a place's name",
    24.0: "a name of another kind",
    30.0: "a word for people",
    31.0: "a noun that is no person",
}

_CUE: Mapping[str, Fact] = {
    "tie": choice({float(code): _TIES[tie] for code, tie in enumerate(get_args(Tie), 1)}, "", "what is reported is {}"),
    "cue_form": choice(_FORMS, "the reporting word is no verb", "the reporting word is {}"),
    "cue_class": part_of_speech("the reporting word is {}", "the reporting word is of another kind"),
    "cue_relation": relation("the reporting word is {}"),
    "reporting_verb": yes("the reporting word is a verb of reporting", "the reporting word is none of the usual verbs"),
    "negated": yes("the reporting word is negated", "the reporting word is not negated"),
    "modal": yes(
        "“will”, “may”, “to” or the like stands with the reporting word", "it is told as a fact that it was said"
    ),
    "passive": yes("the reporting word is a passive", "the reporting word is no passive"),
    "has_addressee": yes("the article says to whom it was said", "the article does not say to whom it was said"),
    "cue_depth": number(
        "the reporting word is the main one of the sentence",
        "the reporting word hangs on the main one of the sentence",
        "the reporting word is {n} steps below the main one of the sentence",
        6,
    ),
    "cue_governor": part_of_speech("the reporting word hangs on {}", "the reporting word hangs on no other"),
    "clause_beside": choice(
        {1.0: "another clause", 2.0: "an infinitive", 3.0: "an object"},
        "the reporting word takes nothing else",
        "the reporting word takes {} as well",
    ),
    "cue_strength": frequency("the reporting word {often} reports"),
    "cue_tie_strength": frequency("the reporting word {often} reports in such a sentence"),
    "cue_opener_strength": frequency("the reporting word {often} reports what begins like this"),
}

_SOURCE: Mapping[str, Fact] = {
    "source_kind": choice(_SOURCES, "the source is another word", "the source is {}"),
    "source_plural": yes("the source is more than one", "the source is not more than one"),
    "source_gap": unless(
        -99,
        "there is no source",
        signed(
            "the source is the reporting word itself",
            number(
                "",
                "the source follows the reporting word directly",
                "the source stands {n} words after the reporting word",
                20,
            ),
            number(
                "",
                "the source stands right before the reporting word",
                "the source stands {n} words before the reporting word",
                20,
            ),
        ),
    ),
    "source_strength": frequency("such a source {often} has said something"),
}

_CONTENT: Mapping[str, Fact] = {
    "content_words": number("", "what is reported is one word", "what is reported is {n} words long", 50),
    "content_gap": signed(
        "what is reported follows the reporting word directly",
        number(
            "", "what is reported ends right before the reporting word", "what is reported ends {n} words before", 20
        ),
        number("", "one word stands before what is reported", "{n} words stand before what is reported", 20),
    ),
    "content_class": part_of_speech("the main word of what is reported is {}", "what is reported has no main word"),
    "content_form": choice(_FORMS, "what is reported has no verb", "the verb of what is reported is {}"),
    "content_opens_with": choice(
        {1.0: "“that”", 2.0: "“to”", 3.0: "“whether”, “if” or a question word", 4.0: "a preposition"},
        "what is reported begins with no “that” or “to”",
        "what is reported begins with {}",
    ),
    "content_has_subject": yes(
        "what is reported has a subject of its own", "what is reported has no subject of its own"
    ),
    "content_to_sentence_end": number(
        "what is reported goes on to the end of the sentence",
        "one word or mark of the sentence follows what is reported",
        "{n} words of the sentence follow what is reported",
        20,
    ),
    "content_kind": choice(
        {1.0: "a person's name", 2.0: "an organisation's name", 3.0: "a place's name", 4.0: "a name", 10.0: "a person"},
        "what is reported is no person or name",
        "what is reported is {}",
    ),
    "content_strength": frequency("such words are {often} what is reported"),
    "paragraph_number": choice(
        {0.0: "first paragraph or the headline", 1.0: "second paragraph", 2.0: "third paragraph"},
        "it stands below the third paragraph",
        "it stands in the {}",
    ),
    "quoted_in_sentence": yes("the sentence has quoted words, too", "the sentence has no quoted words"),
    "extent": choice(
        {float(code): _EXTENTS[extent] for code, extent in enumerate(get_args(Extent))}, "", "what is reported is {}"
    ),
    "words_left": number(
        "nothing that belongs to what is reported is left out",
        "one word that may belong to it is left out",
        "{n} words that may belong to it are left out",
        20,
    ),
    "breaks_inside": number(
        "what is reported has no comma or dash",
        "what is reported has one comma or dash",
        "what is reported has {n} commas or dashes",
        5,
    ),
    "ends_before": choice(
        {1.0: "the sentence's end", 2.0: "a comma", 3.0: "another mark"},
        "a word follows what is reported",
        "{} follows what is reported",
    ),
}

REPORT_FACTS: Mapping[str, Fact] = {**_CUE, **_SOURCE, **_CONTENT}

"""Of a stretch between quotation marks, that may be somebody's words or a title, a nickname, a term."""

from collections.abc import Mapping
from typing import get_args

from quotes.attribute.predicates import Role
from quotes.attribute.words.forms import (
    VERB_FORMS,
    Fact,
    choice,
    frequency,
    number,
    part_of_speech,
    relation,
    share,
    signed,
    unless,
    yes,
)

NOBODY = "nobody who could speak stands near"

_FORMS = {
    float(code): words
    for code, words in enumerate(
        (
            "a noun in the singular", "a noun in the plural", "a name", "an adjective", "an adverb",
            "a verb in its base form", "a verb in “-ing”", "a participle", "a verb in the past tense",
            "a verb in the present tense", "a verb in the present tense", "a preposition", "an article",
            "a personal pronoun", "“to”", "a verb like “would”", "an adjective like “better”",
            "an adjective like “best”", "an exclamation", "a word like “and”", "a pronoun like “my”",
            "a pronoun like “who”", "a word like “how”",
        ),
        start=1,
    )
}  # fmt: skip

_INSIDE: Mapping[str, Fact] = {
    "word_count": number("no word stands between the marks", "it is one word", "it is {n} words long"),
    "capital_start": yes("it begins with a capital", "it begins with a small letter"),
    "title_case_share": share(
        "{p} of its words after the first begin with a capital", "it has but one word to judge by"
    ),
    "verb_inside": number(
        "no verb stands between the marks", "one verb stands between the marks", "{n} verbs stand between the marks", 3
    ),
    "first_or_second_person": yes(
        "“I”, “we” or “you” stands between the marks", "no “I”, “we” or “you” stands between the marks"
    ),
    "last_character": choice(
        {0.0: "a letter", 1.0: "a comma", 2.0: "a full stop", 3.0: "a question or exclamation mark"},
        "a mark of another kind ends it",
        "{} ends it",
    ),
    "first_part_of_speech": part_of_speech("it begins with {}", "it begins with a word of another kind"),
    "first_word_form": choice(_FORMS, "it begins with a word of another form", "its first word is {}"),
    "last_word_form": choice(_FORMS, "it ends in a word of another form", "its last word is {}"),
    "head_part_of_speech": part_of_speech("its main word is {}", "no word of it depends on the sentence around"),
    "is_name": share("{p} of its words belong to a name"),
    "name_word_share": share("{p} of its words are names"),
    "is_direct": yes("it is a sentence of its own", "it is part of a sentence"),
    "single_mark": yes("it stands between single marks", "it stands between double marks"),
    "other_marks": share(
        "{p} of the article's other quoted sentences have marks of the other kind", "no other sentence is quoted"
    ),
    "other_marks_beside": share(
        "{p} of the paragraph's other stretches have marks of the other kind", "no other stretch is in the paragraph"
    ),
}

_AROUND: Mapping[str, Fact] = {
    "character_before": choice(
        {0.0: "nothing", 1.0: "a word", 2.0: "a comma", 3.0: "a colon", 4.0: "an equals sign", 5.0: "a bracket"},
        "another mark stands before it",
        "{} stands before it",
    ),
    "character_after": choice(
        {0.0: "the paragraph's end", 1.0: "a word", 2.0: "a comma", 3.0: "a full stop"},
        "another mark follows it",
        "{} follows it",
    ),
    "part_of_speech_before": part_of_speech("{} stands before it", "no word stands before it"),
    "part_of_speech_after": part_of_speech("{} follows it", "no word follows it"),
    "reporting_before": unless(
        9,
        "no verb of reporting stands near before it",
        number(
            "a verb of reporting stands right before it",
            "one word stands between it and a verb of reporting before it",
            "{n} words stand between it and a verb of reporting before it",
        ),
    ),
    "reporting_after": unless(
        9,
        "no verb of reporting follows near",
        number(
            "a verb of reporting follows it directly",
            "one word stands between it and a verb of reporting after it",
            "{n} words stand between it and a verb of reporting after it",
        ),
    ),
    "reporting_noun_before": yes(
        "a noun such as “statement” or “claim” stands before it",
        "no noun such as “statement” or “claim” stands before it",
    ),
    "naming_cue_before": choice(
        {6.0: "no word that names things, such as “titled”, stands before it"},
        "a word that names things, such as “titled”, stands before it",
    ),
    "reporting_in_paragraph": number(
        "no verb of reporting stands in the paragraph",
        "one verb of reporting stands in the paragraph",
        "{n} verbs of reporting stand in the paragraph",
        4,
    ),
    "governor": choice(
        {1.0: "it depends on a verb of reporting", 2.0: "it depends on a verb, but not on one of reporting"}
        | {3.0: "it depends on a noun or another word"},
        "it depends on no word outside",
    ),
    "governor_form": choice(
        VERB_FORMS | {0.0: "no verb"}, "it depends on a word that is no verb", "what it depends on is {}"
    ),
    "governor_has_subject": choice(
        {
            1.0: "the verb that it depends on has a subject",
            2.0: "the verb that it depends on is a passive with a subject",
        },
        "what it depends on has no subject",
    ),
    "relation": relation("it is {}"),
    "verb_before_form": choice(
        VERB_FORMS | {0.0: "none"}, "the verb before it has another form", "the nearest verb before it is {}"
    ),
    "word_before_strength": frequency("the word before it {often} goes with somebody's words"),
    "word_after_strength": frequency("the word after it {often} goes with somebody's words"),
    "governor_strength": frequency("the word that it depends on {often} goes with somebody's words"),
}

_ARTICLE: Mapping[str, Fact] = {
    "unquoted_elsewhere": yes(
        "the same words stand in the article without marks", "the same words stand nowhere without marks"
    ),
    "quoted_elsewhere": number(
        "the same words stand between marks only here",
        "the same words stand between marks once more",
        "the same words stand between marks {n} more times",
        3,
    ),
    "paragraph_share": share("it is {p} of its paragraph"),
    "paragraph_number": choice(
        {0.0: "first paragraph or the headline", 1.0: "second paragraph", 2.0: "third paragraph"},
        "it stands below the third paragraph",
        "it stands in the {}",
    ),
    "other_stretches": number(
        "nothing else in the paragraph stands between marks",
        "something else in the paragraph stands between marks",
        "{n} other stretches of the paragraph stand between marks",
        5,
    ),
    "article_speech_share": share("{p} of what stands between marks in the article are sentences of their own"),
    "other_speech_near": number(
        "no other sentence of the paragraph stands between marks",
        "another sentence of the paragraph stands between marks",
        "{n} other sentences of the paragraph stand between marks",
        3,
    ),
}

_KINDS = (
    {1.0: "a person's name", 2.0: "an organisation's name", 3.0: "a place's name", 4.0: "a name of another kind"}
    | {11.0: "“he” or “she”", 12.0: "“they”", 13.0: "“I”", 14.0: "“we”", 15.0: "“you”", 16.0: "“it”", 17.0: "“who”"}
    | {18.0: "“one”", 19.0: "a pronoun", 20.0: "a word for people"}
)
_ROLES: Mapping[Role, str] = {
    "subject": "the subject of a verb",
    "shared subject": "the subject that a verb shares",
    "passive subject": "the subject of a passive",
    "agent": "after “by” with a passive verb",
    "according to": "after “according to”",
    "owner": "the owner of a noun, as in “her claim”",
    "relative": "the “who” of a clause",
    "object": "the object of a verb",
    "oblique": "after a preposition with a verb",
    "beside": "beside a verb",
    "controlled": "the object that does what a second verb says",
    "shared over object": "the subject of a second verb across an object",
    "addressee": "who is told or asked",
}

_SPEAKER: Mapping[str, Fact] = {
    "best_speaker": share("its likeliest speaker is {p} likely"),
    "speaker_margin": share("its likeliest speaker is {p} likelier than the next"),
    "speaker_cue_strength": frequency("the verb of its likeliest speaker {often} reports words", NOBODY),
    "speaker_cue_gap": unless(
        99,
        NOBODY,
        unless(
            40,
            "no verb of its likeliest speaker stands near",
            number(
                "the verb of its likeliest speaker stands directly beside it",
                "one word stands between it and the verb of its likeliest speaker",
                "{n} words stand between it and the verb of its likeliest speaker",
            ),
        ),
    ),
    "speaker_gap": unless(
        99,
        NOBODY,
        number(
            "its likeliest speaker stands directly beside it",
            "one word stands between it and its likeliest speaker",
            "{n} words stand between it and its likeliest speaker",
            40,
        ),
    ),
    "speaker_role": choice(
        {float(code): _ROLES[role] for code, role in enumerate(get_args(Role), 1)} | {0.0: "without a verb"},
        NOBODY,
        "its likeliest speaker stands as this: {}",
    ),
    "speaker_governs": choice(
        {
            1.0: "it depends on the verb of its likeliest speaker",
            2.0: "the verb of its likeliest speaker is set into it",
        },
        "it does not depend on the verb of its likeliest speaker",
    ),
    "speaker_kind": choice(_KINDS | {0.0: "another noun"}, NOBODY, "its likeliest speaker is {}"),
    "speaker_paragraph": unless(
        -9,
        NOBODY,
        signed(
            "its likeliest speaker stands in its paragraph",
            number(
                "",
                "its likeliest speaker stands in the paragraph before",
                "its likeliest speaker stands {n} paragraphs before",
            ),
            number(
                "",
                "its likeliest speaker stands in the paragraph after",
                "its likeliest speaker stands {n} paragraphs after",
            ),
        ),
    ),
    "speaker_sentence": unless(
        -9,
        NOBODY,
        signed(
            "its likeliest speaker stands in its sentence",
            number(
                "",
                "its likeliest speaker stands in the sentence before",
                "its likeliest speaker stands {n} sentences before",
                5,
            ),
            number(
                "",
                "its likeliest speaker stands in the sentence after",
                "its likeliest speaker stands {n} sentences after",
                5,
            ),
        ),
    ),
    "speaker_predicate_form": choice(
        VERB_FORMS | {0.0: "none", 6.0: "a noun"}, NOBODY, "the verb of its likeliest speaker is {}"
    ),
    "speaker_predicate_object": choice(
        {
            0.0: "the verb of its likeliest speaker has no other object",
            1.0: "the verb of its likeliest speaker has another object",
        },
        NOBODY,
    ),
    "speaker_tree_steps": unless(
        -1,
        NOBODY,
        number(
            "no short way leads through one sentence from it to its likeliest speaker",
            "one step through the sentence leads from it to its likeliest speaker",
            "{n} steps through the sentence lead from it to its likeliest speaker",
        ),
    ),
    "speakers_sum": share("all its candidates together are {p} likely"),
}

SPEECH_FACTS: Mapping[str, Fact] = {**_INSIDE, **_AROUND, **_ARTICLE, **_SPEAKER}

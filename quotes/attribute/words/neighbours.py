"""Of a candidate among the others, and as the speaker of the quotations beside this one."""

from collections.abc import Mapping

from quotes.attribute.words.forms import Fact, choice, number, share, unless

NEIGHBOUR_FACTS: Mapping[str, Fact] = {
    "own_probability": share("by itself it is {p} likely to be the speaker"),
    "rank": number(
        "no other is likelier by itself", "one other is likelier by itself", "{n} others are likelier by themselves"
    ),
    "best_rival": share("the likeliest other is {p} likely by itself"),
    "rivals_sum": share("the others together are {p} likely by themselves"),
    "speaks_before": share("is {p} likely to speak in the quotation before", "no quotation stands before"),
    "speaks_after": share("is {p} likely to speak in the quotation after", "no quotation stands after"),
    "same_words_before": share(
        "whoever is called the same is {p} likely to speak in the quotation before", "no quotation stands before"
    ),
    "same_words_after": share(
        "whoever is called the same is {p} likely to speak in the quotation after", "no quotation stands after"
    ),
    "speaks_in_paragraph": share(
        "is {p} likely to speak in another quotation of the paragraph", "the paragraph has no other quotation"
    ),
    "speaks_in_group": share(
        "is {p} likely to speak in another paragraph of this quotation", "the quotation stays within its paragraph"
    ),
    "previous_in_paragraph": unless(
        -1,
        "no quotation stands before in the paragraph",
        number(
            "the quotation follows directly on another of the paragraph",
            "one word stands between the quotation before and this one",
            "{n} words stand between the quotation before and this one",
            30,
        ),
    ),
    "nearer_predicates": number(
        "no other has a usual verb of reporting nearer to the quotation",
        "one other has a usual verb of reporting nearer to the quotation",
        "{n} others have a usual verb of reporting nearer to the quotation",
    ),
    "nearer_mentions": number(
        "no other stands nearer to the quotation",
        "one other stands nearer to the quotation",
        "{n} others stand nearer to the quotation",
    ),
    "predicate_rival": share("another with the same verb is {p} likely by itself", "no other has the same verb"),
    "same_words_sum": share("all that are called the same are {p} likely by themselves"),
    "speaks_in_article": share(
        "whoever is called the same seems to speak in {p} of the article's other quotations",
        "there is no other quotation",
    ),
    "name_speaks_in_article": share("somebody of that name seems to speak in {p} of the quotations", "is no name"),
    "leads_beside": choice(
        {
            1.0: "is the likeliest speaker of the quotation before",
            2.0: "is the likeliest speaker of the quotation after",
        },
        "is not the likeliest speaker of a quotation beside this one",
    ),
    "rival_before": share(
        "the likeliest other before the quotation is {p} likely by itself", "no other stands before the quotation"
    ),
    "rival_after": share(
        "the likeliest other after the quotation is {p} likely by itself", "no other stands after the quotation"
    ),
    "same_words_place": choice(
        {1.0: "the same word stands before it in the sentence", 2.0: "the same word stands after it in the sentence"},
        "the same word stands nowhere else in the sentence",
    ),
}

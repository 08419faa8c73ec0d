"""Of a candidate and the nouns that are its own or another's."""

from collections.abc import Mapping

from quotes.attribute.words.forms import Fact, choice, frequency

OWNERSHIP_FACTS: Mapping[str, Fact] = {
    "owner_governs": choice(
        {
            1.0: "owns the noun on which the quotation depends, as in “her pledge”",
            2.0: "owns a noun on which a clause depends that holds the quotation",
            3.0: "owns a noun that announces the quotation, as in “her answer was”",
            4.0: "owns a noun a few words before the quotation, which it may announce",
            5.0: "owns a noun before the quotation, with another subject between",
        },
        "owns no noun that brings the quotation",
    ),
    "owner_strength": frequency(
        "whoever owns such a noun {often} is a source", "owns no noun that brings the quotation"
    ),
    "owned_below": frequency(
        "the quotation depends on a noun of another's, whose owner {often} is a source",
        "the quotation depends on no noun of another's",
    ),
}

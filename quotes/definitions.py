"""What our words mean: source types and counting rules, defined once for `--help`, pages and documents."""

from quotes.domain import SourceType

SOURCE_TYPES: dict[SourceType, tuple[str, str]] = {
    "named_person": ("named person", "a person whom the article names"),
    "named_organization": ("named organisation", "an organisation, office or outlet that the article names"),
    "unnamed_person": ("unnamed person", "one person whom the article describes but does not name"),
    "unnamed_group": ("unnamed group", "several people, or an organisation, described but not named"),
    "document": ("document", "a text that speaks for itself: a report, a law, a letter, a sign"),
    "narrator": ("narrator", "the article's own voice"),
}

ANONYMOUS = (
    "A source is anonymous when the article passes on the word of somebody real and withholds who it is. "
    "Named sources, documents and groups that are only a manner of speaking (“critics say”) are not."
)

SHARE = (
    "The share is of the quotations whose speaker the article tells; those without a told speaker are left out. "
    "A quotation over several paragraphs counts once."
)


def source_type_label(source_type: SourceType) -> str:
    return SOURCE_TYPES[source_type][0]

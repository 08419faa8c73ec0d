"""What our words mean: source types and counting rules, defined once for `--help`, pages and documents."""

from quotes.domain import SourceType

SOURCE_TYPES: dict[SourceType, tuple[str, str]] = {
    "named_person": ("named person", "a person with a name, or known by a post that only one person holds"),
    "named_organization": ("named organisation", "an organisation, office, government or outlet with a name"),
    "unnamed_person": ("unnamed person", "one person whose name the article withholds or does not know"),
    "unnamed_group": ("unnamed group", "several people without names: officials, critics, residents"),
    "document": ("document", "a text, a recording, a poll, a set of data"),
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

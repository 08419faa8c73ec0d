"""Who is who across articles: lasting ids for persons and organisations, merged only where the evidence is strong."""

from quotes.identity.collect import appearances_in
from quotes.identity.former import JudgedName
from quotes.identity.judgement import Judgement, derive_clusters, standing, undo
from quotes.identity.known import KnownPerson, parse_known
from quotes.identity.profiles import Appearance
from quotes.identity.registry import Evidence, Review, Somebody

__all__ = [
    "Appearance",
    "Evidence",
    "JudgedName",
    "Judgement",
    "KnownPerson",
    "Review",
    "Somebody",
    "appearances_in",
    "derive_clusters",
    "parse_known",
    "standing",
    "undo",
]

"""Who is who across articles: lasting ids for persons and organisations, merged only where the evidence is strong."""

from quotes.identity.collect import collect_appearances
from quotes.identity.former import JudgedName
from quotes.identity.judgement import Judgement, derive_clusters, standing, undo
from quotes.identity.known import KnownPerson, parse_known
from quotes.identity.profiles import Appearance
from quotes.identity.registry import Registry, Review, Somebody

__all__ = [
    "Appearance",
    "JudgedName",
    "Judgement",
    "KnownPerson",
    "Registry",
    "Review",
    "Somebody",
    "collect_appearances",
    "derive_clusters",
    "parse_known",
    "standing",
    "undo",
]

"""From mentions to identities, within one article."""

from collections.abc import Sequence
from dataclasses import replace

from quotes.cast.certainty import LEAST, name_certainty, name_features
from quotes.cast.documents import author_of_document
from quotes.cast.doubts import doubt
from quotes.cast.identity import Identity
from quotes.cast.links import identify
from quotes.cast.nearness import weights
from quotes.cast.noun_phrase import worded
from quotes.cast.phrases import Phrase, read_phrase
from quotes.cast.reading import Reading
from quotes.cast.self_named import name_given
from quotes.domain import Analysis, Article, Attribution, Mention, Span

REVISIONS = ("author-of-document", "named-later", "doubt")  # what is asked before and after the rules of `links`


def resolve_speakers(
    article: Article, analysis: Analysis, attributions: Sequence[Attribution]
) -> tuple[Identity | None, ...]:
    """Who each attribution's mention is, as far as the article tells; None exactly where there is no mention.

    Attributions are in order of the text; indirect speech has no part in who a quotation's mention is. A mention that
    nothing resolves gets an `Identity` without a name: an unnamed source is never given the name of somebody else, and
    of several people whom a surname fits none is taken unless a title, a gender or the order of naming decides.
    """
    return tuple(Resolver(article, analysis, attributions, weights()).identities())


class Resolver(Reading):
    """Reads one article, then says of each attribution who its mention is."""

    def identities(self) -> list[Identity | None]:
        linked = self.linked()
        return [self._answered(place, linked) for place in range(len(linked))]

    def linked(self) -> list[Identity | None]:
        """Who each mention is, however uncertain."""
        found: list[Identity | None] = []
        for attribution, phrase in zip(self.attributions, self.phrases, strict=True):
            if attribution.mention is None:
                found.append(None)
            elif phrase is None:
                found.append(self.unnamed(attribution.mention.span, "no words read there"))
            else:
                found.append(self._identify(attribution, phrase))
        return found

    def _answered(self, place: int, found: Sequence[Identity | None]) -> Identity | None:
        """With the certainty of its name, or without the name where that is too little."""
        identity, phrase, features = found[place], self.phrases[place], name_features(self, place, found)
        if identity is None or phrase is None or not features:
            return identity
        certainty = name_certainty(features)
        if certainty >= LEAST:
            return replace(identity, certainty=certainty)
        withheld = f"the name is too unsure: {certainty:.0%} that it is {identity.name}"
        return Identity(
            identity.kind,
            descriptor=identity.descriptor or worded(self.scene, phrase.span),
            reason=identity.reason,
            rule=identity.rule,
            withheld=withheld,
        )

    def _identify(self, attribution: Attribution, phrase: Phrase) -> Identity:
        quotation = attribution.quotation
        identity = self._written_by(phrase, quotation.span) or identify(self, phrase)
        identity = self._named_later(identity, phrase)
        if (why := doubt(self.scene, attribution, identity)) is not None:
            identity = replace(self.unnamed(phrase.span, why), rule="doubt")
        if quotation.kind != "indirect":
            self.latest = identity, self.scene.paragraph_of(quotation.span.start)
        return identity

    def _written_by(self, phrase: Phrase, quotation: Span) -> Identity | None:
        author = author_of_document(self.scene, phrase, quotation)
        written = read_phrase(self.scene, author) if author is not None else None
        if written is None or "author-of-document" in self.without:
            return None
        reason = "the author of the document that is quoted"
        return replace(identify(self, written), reason=reason, rule="author-of-document")

    def _named_later(self, identity: Identity, phrase: Phrase) -> Identity:
        if identity.kind != "unnamed" or phrase.plural or "named-later" in self.without:
            return identity
        meant = identity.antecedent or self.scene.tokens[phrase.head].span
        if (person := self.later.get(meant.start)) is not None:
            later = self.person(person, "named further down", None, identity.antecedent)
            return replace(later, rule="named-later")
        first = read_phrase(self.scene, Mention(meant, None))
        given = name_given(self.scene, first, self.characters.names) if first is not None else None
        if given is None:
            return identity
        return replace(self.named(given, "the name that the source gave", meant), rule="named-later")

"""From mentions to identities, within one article."""

from collections.abc import Sequence
from dataclasses import replace

from quotes.cast.certainty import LEAST, name_certainty, name_features
from quotes.cast.doubts import doubt
from quotes.cast.identity import Identity
from quotes.cast.links import identify
from quotes.cast.nearness import weights
from quotes.cast.noun_phrase import worded
from quotes.cast.phrases import Phrase
from quotes.cast.reading import Reading
from quotes.domain import Analysis, Article, Attribution

REVISIONS = ("doubt",)  # what is asked when the rules of `links` have answered


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
        withheld = f"the name is too unsure to be given: {identity.name}, {certainty:.0%} likely"
        return Identity(
            identity.kind,
            descriptor=identity.descriptor or worded(self.scene, phrase.span),
            reason=identity.reason,
            rule=identity.rule,
            withheld=withheld,
        )

    def _identify(self, attribution: Attribution, phrase: Phrase) -> Identity:
        identity = identify(self, phrase)
        if (why := doubt(self.scene, attribution, identity)) is not None and "doubt" not in self.without:
            identity = replace(self.unnamed(phrase.span, why), rule="doubt")
        if attribution.quotation.kind != "indirect":
            self.latest = identity, self.scene.paragraph_of(attribution.quotation.span.start)
        return identity

"""From mentions to identities, within one article."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotes.cast.certainty import LEAST, name_certainty, name_features
from quotes.cast.doubts import doubt
from quotes.cast.identity import Identity, IdentityKind
from quotes.cast.links import identify
from quotes.cast.noun_phrase import worded
from quotes.cast.phrases import Phrase
from quotes.cast.reading import Reading
from quotes.cast.stand_ins import name_of, stand_ins
from quotes.domain import Analysis, Article, Attribution, Span

REVISIONS = ("doubt",)  # what is asked when the rules of `links` have answered


def resolve_speakers(
    article: Article, analysis: Analysis, attributions: Sequence[Attribution]
) -> tuple[Identity | None, ...]:
    """Who each attribution's mention is, as far as the article tells; None exactly where there is no mention.

    Attributions are in order of the text; indirect speech has no part in who a quotation's mention is. A mention that
    nothing resolves gets an `Identity` without a name: an unnamed source is never given the name of somebody else, and
    of several people whom a surname fits none is taken unless a title, a gender or the order of naming decides.
    """
    return tuple(Resolver(article, analysis, attributions).identities())


class Resolver(Reading):
    """Reads one article, then says of each attribution who its mention is."""

    def identities(self) -> list[Identity | None]:
        linked = self.linked()
        hiding = stand_ins(self, linked)
        return [self._answered(place, linked, hiding) for place in range(len(linked))]

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

    def _answered(self, place: int, found: Sequence[Identity | None], hiding: Mapping[str, Span]) -> Identity | None:
        """With the certainty of its name; without the name where that is too little, or where it hides somebody."""
        identity, phrase, features = found[place], self.phrases[place], name_features(self, place, found)
        if identity is None or phrase is None:
            return identity
        name = name_of(self, place, identity)
        clause = hiding.get(name) if name is not None else None
        certainty = name_certainty(features) if features else None
        if certainty is not None and certainty < LEAST:
            withheld = f"the name is too unsure to be given: {identity.name}, {certainty:.0%} likely"
            kind: IdentityKind = identity.kind if clause is None else "unnamed"
            worded_as = identity.descriptor or worded(self.scene, phrase.span)
            reason, rule = identity.reason, identity.rule
            return Identity(kind, descriptor=worded_as, reason=reason, rule=rule, withheld=withheld, stand_in=clause)
        if clause is not None:
            return replace(identity, kind="unnamed", name=None, descriptor=name, antecedent=None, stand_in=clause)
        return replace(identity, certainty=certainty)

    def _identify(self, attribution: Attribution, phrase: Phrase) -> Identity:
        identity = identify(self, phrase)
        if (why := doubt(self.scene, attribution, identity)) is not None and "doubt" not in self.without:
            identity = replace(self.unnamed(phrase.span, why), rule="doubt")
        if attribution.quotation.kind != "indirect":
            self.latest = identity, self.scene.paragraph_of(attribution.quotation.span.start)
        return identity

"""What one article is read into before anybody asks who a mention is: people, roles, bodies, pronouns."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from quotes.cast.characters import Characters, Person
from quotes.cast.descriptions import person_in_role
from quotes.cast.identity import Identity
from quotes.cast.namings import NameMention, read_names
from quotes.cast.nearness import weights
from quotes.cast.noun_phrase import noun_phrase, worded
from quotes.cast.organisations import Organisations
from quotes.cast.phrases import Phrase, read_phrase
from quotes.cast.pronouns import Pronouns
from quotes.cast.roles import find_roles, role_of
from quotes.domain import Analysis, Article, Attribution, Mention, Span
from quotes.scene import Scene


class Reading:
    """An article with its people, their roles, its organisations and pronouns; the rules of `links` ask it."""

    def __init__(
        self,
        article: Article,
        analysis: Analysis,
        attributions: Sequence[Attribution],
        weighing: Mapping[str, float] | None = None,
        without: Set[str] = frozenset(),
    ) -> None:
        """`weighing`: what each feature of nearness counts for, where not as learnt; `without`: ids of rules that are
        switched off."""
        self.article = article
        self.without = without
        self.weighing = weights() if weighing is None else weighing
        self.attributions = attributions
        quoted = [a for a in attributions if a.quotation.kind != "indirect"]
        self.scene, names = read_names(Scene(analysis, [a.quotation for a in quoted]))
        spans = [a.mention.span for a in quoted if a.mention is not None]
        self.characters = Characters(self.scene, article.title, spans, names)
        self.roles = find_roles(self.scene, self.characters)
        self.organisations = Organisations(self.scene, set(self.characters.owner))
        self.phrases = [read_phrase(self.scene, a.mention) if a.mention is not None else None for a in attributions]
        spoken: dict[int, set[int]] = {}
        for attribution, phrase in zip(attributions, self.phrases, strict=True):
            words = self.scene.token_at(attribution.quotation.content.start)
            if phrase is not None and words is not None and attribution.quotation.kind != "indirect":
                spoken.setdefault(phrase.head, set()).add(self.scene.quoted_by[words.index])
        self.pronouns = Pronouns(self.scene, self.characters, self.roles, spoken, self._meant_by_noun, self.weighing)
        self.latest: tuple[Identity, int] | None = None  # who was quoted last, and in which paragraph

    def _meant_by_noun(self, token: int) -> Person | None:
        """Whom a definite noun in running text means, by the post that the article ties to one person."""
        span = noun_phrase(self.scene, Span(self.scene.tokens[token].start, self.scene.tokens[token].end))
        phrase = read_phrase(self.scene, Mention(span, token))
        return person_in_role(self.scene, phrase, self.roles) if phrase is not None else None

    def names_in(self, phrase: Phrase) -> list[NameMention]:
        return [m for m in self.characters.names if m.start < phrase.span.end and phrase.span.start < m.end]

    def named(self, mention: NameMention, reason: str, antecedent: Span | None = None) -> Identity:
        """Whoever bears the name at this place."""
        return self.person(self.characters.owner[mention.start], reason, mention, antecedent)

    def person(
        self, person: Person, reason: str, mention: NameMention | None = None, antecedent: Span | None = None
    ) -> Identity:
        role = role_of(self.roles, person, mention)
        inside = [o for o in self.organisations.places if role is not None and role.span.contains(o.span)]
        affiliation = inside[0].name if inside else None
        found = Identity("person", person.name, role.text if role else None, affiliation, reason=reason)
        return replace(found, antecedent=antecedent)

    def of_several(self, span: Span) -> Identity:
        reason = "several people in the article share the surname"
        return Identity("person", descriptor=worded(self.scene, span), reason=reason)

    def unnamed(self, span: Span, reason: str, antecedent: Span | None = None) -> Identity:
        return Identity("unnamed", descriptor=worded(self.scene, span), reason=reason, antecedent=antecedent)

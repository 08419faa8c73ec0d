"""From mentions to identities, within one article."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotes.cast.ages import of_age
from quotes.cast.author import author
from quotes.cast.bodies import called_after, speaking_body
from quotes.cast.carried import carried_name, is_thing, named_behind
from quotes.cast.characters import Characters, Person
from quotes.cast.descriptions import described_again, introduced, person_in_role
from quotes.cast.documents import author_of_document
from quotes.cast.doubts import doubt
from quotes.cast.epithets import is_untied, taken_up
from quotes.cast.families import is_of_other_family
from quotes.cast.handles import handle_in
from quotes.cast.identity import Identity
from quotes.cast.joint import joint_name, partners, the_two, with_next
from quotes.cast.kinds import kinds_of
from quotes.cast.labels import labelled, read_label
from quotes.cast.later import named_later
from quotes.cast.names import noun_gender
from quotes.cast.namings import NameMention, find_names, with_kinds
from quotes.cast.nearness import Unnamed, weights
from quotes.cast.noun_phrase import antecedent_of, noun_phrase, worded
from quotes.cast.nouns import noun_kind
from quotes.cast.organisations import Organisations, plain
from quotes.cast.phrases import FIRST, NEUTER, PLURAL_PRONOUNS, THIRD, Phrase, read_phrase
from quotes.cast.pronouns import Pronouns
from quotes.cast.roles import find_roles, role_of
from quotes.cast.self_named import name_given
from quotes.cast.subjects import subject_before
from quotes.domain import Analysis, Article, Attribution, Mention, Span
from quotes.scene import Scene

NEAR = 3  # sentences before a description within which somebody named may be meant by it


def resolve_speakers(
    article: Article, analysis: Analysis, attributions: Sequence[Attribution]
) -> tuple[Identity | None, ...]:
    """Who each attribution's mention is, as far as the article tells; None exactly where there is no mention.

    Attributions are in order of the text; indirect speech has no part in who a quotation's mention is. A mention that
    nothing resolves gets an `Identity` without a name: an unnamed source is never given the name of somebody else, and
    of several people whom a surname fits none is taken unless a title, a gender or the order of naming decides.
    """
    return tuple(Resolver(article, analysis, attributions, weights()).identities())


class Resolver:
    """Reads one article: its people, their roles, its organisations and pronouns, and then each mention."""

    def __init__(
        self,
        article: Article,
        analysis: Analysis,
        attributions: Sequence[Attribution],
        weighing: Mapping[str, float],
    ) -> None:
        """`weighing`: what each feature of nearness counts for."""
        self.article = article
        self.attributions = attributions
        quoted = [a for a in attributions if a.quotation.kind != "indirect"]
        scene = Scene(analysis, [a.quotation for a in quoted])
        names = kinds_of(scene, find_names(scene))
        self.scene = Scene(with_kinds(scene, names), scene.quotations)
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
        self.pronouns = Pronouns(self.scene, self.characters, self.roles, spoken, self._meant_by_noun, weighing)
        self.later = named_later(self.scene, self.roles)
        self.latest: tuple[Identity, int] | None = None  # who was quoted last, and in which paragraph

    def _meant_by_noun(self, token: int) -> Person | None:
        """Whom a definite noun in running text means, by the post that the article ties to one person."""
        span = noun_phrase(self.scene, Span(self.scene.tokens[token].start, self.scene.tokens[token].end))
        phrase = read_phrase(self.scene, Mention(span, token))
        tied = person_in_role(self.scene, phrase, self.roles) if phrase is not None else None
        return tied[0] if tied is not None else None

    def identities(self) -> list[Identity | None]:
        found: list[Identity | None] = []
        for attribution, phrase in zip(self.attributions, self.phrases, strict=True):
            if attribution.mention is None:
                found.append(None)
            elif phrase is None:
                found.append(
                    Identity(
                        "unnamed", descriptor=self._wording(attribution.mention.span), reason="no words read there"
                    )
                )
            else:
                identity = self._written_by(phrase, attribution.quotation.span) or self._identify(
                    phrase, attribution.mention
                )
                identity = self._named_later(identity, phrase)
                if (why := doubt(self.scene, attribution, identity)) is not None:
                    identity = self._unnamed(phrase.span, why)
                if attribution.quotation.kind != "indirect":
                    self.latest = identity, self.scene.paragraph_of(attribution.quotation.span.start)
                found.append(identity)
        return found

    def _named_later(self, identity: Identity, phrase: Phrase) -> Identity:
        if identity.kind != "unnamed" or phrase.plural:
            return identity
        meant = identity.antecedent or self.scene.tokens[phrase.head].span
        if (person := self.later.get(meant.start)) is not None:
            return self._person(person, "named further down", None, identity.antecedent)
        first = read_phrase(self.scene, Mention(meant, None))
        given = name_given(self.scene, first, self.characters.names) if first is not None else None
        if given is None:
            return identity
        return self._person(self.characters.owner[given.start], "the name that the source gave", given, meant)

    def _written_by(self, phrase: Phrase, quotation: Span) -> Identity | None:
        author = author_of_document(self.scene, phrase, quotation)
        written = read_phrase(self.scene, author) if author is not None else None
        if author is None or written is None:
            return None
        return replace(self._identify(written, author), reason="the author of the document that is quoted")

    def _identify(self, phrase: Phrase, mention: Mention) -> Identity:
        if phrase.form == "pronoun":
            return self._pronoun(phrase)
        if phrase.form == "relative":
            return self._relative(phrase)
        short = self.organisations.spelt_out(plain(phrase.span.of(self.scene.text)))
        if short is not None:
            return Identity("organization", short, reason="abbreviation of a name given in the article")
        if (label := read_label(self.scene, phrase)) is not None and not self.organisations.knows(label):
            return self._labelled(label, phrase)
        names = [m for m in self.characters.names if m.start < phrase.span.end and phrase.span.start < m.end]
        account = handle_in(self.scene.text, phrase.span)
        if account is not None and all(account.contains(Span(m.start, m.end)) for m in names):
            return Identity("person", account.of(self.scene.text), reason="the account that speaks by its handle")
        names = with_next(self.scene, phrase, names, self.characters.names)
        if not is_thing(self.scene, phrase, names) and (own := carried_name(self.scene, phrase, names)):
            return self._people(own if len(own) > 1 else partners(self.scene, own[0], self.characters.names))
        if (
            any(phrase.span.start <= start < phrase.span.end for start in self.characters.shared)
            and phrase.form == "name"
        ):
            return self._of_several(phrase.span)
        if (given := name_given(self.scene, phrase, self.characters.names)) is not None:
            return self._person(self.characters.owner[given.start], "the name that the source gave", given)
        aged = of_age(self.scene, self.characters, phrase)
        if aged and (person := aged[0] if len(aged) == 1 else self._nearest(phrase, aged)) is not None:
            return self._person(person, "the one person near it who can be of that age")
        if phrase.definite and not phrase.plural and (found := self._in_role(phrase)) is not None:
            return found
        if not phrase.plural and (named := named_behind(self.scene, phrase, self.characters.names)) is not None:
            return self._person(self.characters.owner[named.start], "named in commas behind the mention", named)
        if (organisation := speaking_body(self.scene, self.organisations, phrase)) is not None:
            return called_after(organisation, names, self.characters)
        if phrase.definite and not phrase.plural:
            return self._described(phrase)
        return self._unnamed(phrase.span, "the article gives no name")

    def _labelled(self, label: str, phrase: Phrase) -> Identity:
        person = labelled(self.scene, self.characters, label)
        if person is None:
            return self._unnamed(phrase.span, "a label that stands for no one person plainly")
        return self._person(person, "the one person whom the label can stand for")

    def _in_role(self, phrase: Phrase) -> Identity | None:
        if noun_kind(phrase.noun, phrase.noun, False) in ("organization", "document", "poll", "place"):
            return None
        tied = person_in_role(self.scene, phrase, self.roles, self._nearest)
        brought_in = introduced(self.scene, phrase, self.roles)
        if tied is None or (brought_in is not None and brought_in.start > tied[1].span.start):
            return None
        person, role = tied
        if is_of_other_family(self.scene, self.characters, self.pronouns, phrase, role):
            return None
        other = taken_up(self.scene, self.scene.tokens[phrase.head], self.roles)
        if other is not None and not any(other.start < m.start < phrase.span.start for m in person.mentions):
            return None
        return self._person(
            person, f"the one person whom the article calls {role.noun or phrase.noun}", None, role.span
        )

    def _people(self, own: list[NameMention]) -> Identity:
        people = [self.characters.owner[m.start] for m in own]
        if len(people) > 1:
            return Identity("person", joint_name(own, people), reason="named together beside the quotation")
        person, mention = people[0], own[0]
        full = len(mention.words) > 1 or person.single
        reason = "named beside the quotation" if full else "surname of a full name given in the article"
        if not full and mention.words[0] != person.words[-1]:
            reason = "part of a full name given in the article"
        return self._person(person, reason, mention)

    def _person(
        self, person: Person, reason: str, mention: NameMention | None = None, antecedent: Span | None = None
    ) -> Identity:
        role = role_of(self.roles, person, mention)
        inside = [o for o in self.organisations.places if role is not None and role.span.contains(o.span)]
        affiliation = inside[0].name if inside else None
        return Identity("person", person.name, role.text if role else None, affiliation, None, reason, antecedent)

    def _described(self, phrase: Phrase) -> Identity:
        noun = self.scene.tokens[phrase.head]
        if isinstance(person := self.pronouns.who(phrase.head), Person):
            return self._person(person, "the one who has just spoken, called by another noun")
        brought_in = introduced(self.scene, phrase, self.roles) or taken_up(self.scene, noun, self.roles)
        if brought_in is not None:
            return self._unnamed(
                noun_phrase(self.scene, brought_in), "taken up again from where it was brought in", brought_in
            )
        person = described_again(self.scene, phrase, self.roles, self._nearest)
        if person is not None:
            return self._person(person, "the nearest person, described again")
        near = self.pronouns.people_near(phrase.head, NEAR)
        untied = is_untied(self.scene, phrase, self.characters.names, near, self.roles)
        return replace(self._unnamed(phrase.span, "the article ties the description to no name"), untied=untied)

    def _nearest(self, phrase: Phrase, among: Sequence[Person] | None) -> Person | None:
        inside = [m for m in self.characters.names if phrase.span.start <= m.start < phrase.span.end]
        named = [self.characters.owner[m.start] for m in inside]
        return self.pronouns.nearest_to(phrase.head, among, noun_gender(phrase.noun), named)

    def _relative(self, phrase: Phrase) -> Identity:
        """ "who": the noun that its clause belongs to."""
        tokens = self.scene.tokens
        between = (m for m in self.characters.names if self.scene.text[m.end : phrase.span.start].strip() == ",")
        if phrase.noun == "who" and (named := next(between, None)) is not None:
            return self._person(self.characters.owner[named.start], "the name right before the pronoun", named)
        head = antecedent_of(self.scene, phrase.head)
        if head is None:
            return self._unnamed(phrase.span, "nothing that the pronoun belongs to")
        place = tokens[head].start
        for role in self.roles:
            own = tokens[head].lemma.lower() == role.noun or tokens[head].text.lower() == role.noun
            if role.weight > 2 and own and role.span.start <= place < role.span.end:
                return self._person(
                    role.person, "the person whom the noun before the pronoun describes", None, role.span
                )
        span = noun_phrase(self.scene, Span(tokens[head].start, tokens[head].end), until=phrase.first)
        mention = Mention(span, head)
        inner = read_phrase(self.scene, mention)
        if inner is None or inner.form in ("pronoun", "relative"):
            return self._unnamed(phrase.span, "nothing that the pronoun belongs to")
        identity = self._identify(inner, mention)
        if identity.kind == "unnamed" and identity.antecedent is None and (inner.plural or phrase.noun == "who"):
            return replace(identity, antecedent=Span(tokens[head].start, tokens[head].end))
        return identity

    def _pronoun(self, phrase: Phrase) -> Identity:
        if phrase.noun in THIRD:
            who = self.pronouns.who(phrase.head)
            if isinstance(who, Person):
                latest = [m for m in who.mentions if m.start < phrase.span.start]
                span = Span(latest[-1].start, latest[-1].end) if latest else None
                return self._person(who, "the nearest person that the pronoun fits", None, span)
            if isinstance(who, Unnamed) and who.span.start in self.characters.shared:
                return self._of_several(who.span)
            if isinstance(who, Unnamed):
                return self._unnamed(
                    noun_phrase(self.scene, who.span), "the nearest person that the pronoun fits", who.span
                )
            return self._unnamed(phrase.span, "no one person is plainly nearest to the pronoun")
        if phrase.noun in FIRST:
            return author(self.scene, self.article, phrase)
        if phrase.noun in PLURAL_PRONOUNS and (two := the_two(self.scene, self.characters.names, phrase.head)):
            return replace(self._people(two), reason="the two named together just before")
        if phrase.noun in NEUTER or phrase.noun in PLURAL_PRONOUNS:
            return self._third_thing(phrase)
        return self._unnamed(phrase.span, "nothing that the pronoun plainly stands for")

    def _third_thing(self, phrase: Phrase) -> Identity:
        """ "They" or "it": what was the subject just before, or else a single person."""
        if (found := subject_before(self.scene, self.organisations, phrase, self.latest)) is not None:
            return found
        one = self.pronouns.unnamed_speaker(phrase.head) if phrase.noun in ("they", "them") else None
        if one is not None and one.gender is None:
            return self._unnamed(noun_phrase(self.scene, one.span), "the one who has just spoken", one.span)
        return self._unnamed(phrase.span, "nothing that the pronoun plainly stands for")

    def _of_several(self, span: Span) -> Identity:
        reason = "several people in the article share the surname"
        return Identity("person", descriptor=self._wording(span), reason=reason)

    def _unnamed(self, span: Span, reason: str, antecedent: Span | None = None) -> Identity:
        return Identity("unnamed", descriptor=self._wording(span), reason=reason, antecedent=antecedent)

    def _wording(self, span: Span) -> str:
        return worded(self.scene, span)

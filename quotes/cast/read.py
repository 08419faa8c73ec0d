"""The cast of one article: everybody and everything that acts or speaks in it, read once."""

from collections.abc import Iterator
from dataclasses import replace

from quotes.cast.characters import Person
from quotes.cast.drafts import Draft, to_cast
from quotes.cast.identity import Identity
from quotes.cast.links import identify
from quotes.cast.noun_phrase import noun_phrase, worded
from quotes.cast.nouns import PEOPLE_KINDS, is_person_word, noun_kind
from quotes.cast.phrases import Phrase, read_phrase
from quotes.cast.resolve import Resolver
from quotes.cast.ties import mark_signs, tie
from quotes.domain import Attribution, Cast, MemberKind, Mention, MentionForm, Span, Token
from quotes.lexicon import table

ACTS = ("nsubj", "nsubj:pass", "obl:agent")
JOINED = 40  # characters between the names of two who speak as one


def read_cast(resolver: Resolver) -> tuple[Cast, tuple[Identity | None, ...]]:
    """The cast, and for each attribution who its mention is, with `member` pointing into it; None exactly where there
    is no mention. `member` is None where the article does not tell whom a pronoun means."""
    gathering = _Gathering(resolver)
    identities = resolver.identities()
    meant = [
        gathering.speaker(*triple) for triple in zip(resolver.attributions, resolver.phrases, identities, strict=True)
    ]
    gathering.bystanders()
    for draft in gathering.drafts:
        mark_signs(resolver.scene, draft)
    tie(resolver.scene, gathering.drafts)
    cast, places = to_cast(resolver.article.id, gathering.drafts)
    linked = (
        None if identity is None else replace(identity, member=None if draft is None else places.get(draft))
        for identity, draft in zip(identities, meant, strict=True)
    )
    return cast, tuple(linked)


class _Gathering:
    """Drafts of the members: people, then organisations, then those without a name, then speakers' own mentions."""

    def __init__(self, resolver: Resolver) -> None:
        self._scene, self._resolver = resolver.scene, resolver
        self.drafts: list[Draft] = []
        self._named: dict[tuple[MemberKind, str | None], Draft] = {}  # by kind and name
        self._headed: dict[int, Draft] = {}  # those without a name, by the head of a noun phrase
        self._worded: dict[str, Draft] = {}  # likewise, by their wording
        self._people = {id(person): self._person(person) for person in resolver.characters.people}
        for role in resolver.roles:
            self._people[id(role.person)].roles.add(role.span)
        self._bodies()
        self._occurrences()

    def _person(self, person: Person) -> Draft:
        draft = self._draft("person", person.name)
        for mention in person.mentions:
            draft.add(Span(mention.start, mention.end), "name")
        return draft

    def _bodies(self) -> None:
        """The organisations, and the nouns in running text that take them up ("the company")."""
        scene, organisations = self._scene, self._resolver.organisations
        for place in organisations.places:
            draft = self._body(organisations.fullest(place.name)[0], acts=False)
            draft.add(place.span, "name")
            draft.acts |= scene.tokens[place.head].deprel in ACTS
        for token in self._acting("NN"):
            if token.text.lower() in table("body_nouns"):
                phrase = read_phrase(scene, Mention(noun_phrase(scene, token.span), token.index))
                meant = identify(self._resolver, phrase) if phrase is not None and phrase.definite else None
                if phrase is not None and meant is not None and meant.kind == "organization" and meant.name:
                    draft = self._body(meant.name)
                    draft.acts = True
                    draft.add(phrase.span, "noun")

    def _occurrences(self) -> None:
        """The nouns and pronouns of running text by which people are meant, and those without a name brought in."""
        for occurrence in self._resolver.pronouns.occurrences():
            head = self._scene.tokens[occurrence.token]
            span = head.span if occurrence.pronoun else noun_phrase(self._scene, head.span)
            if isinstance(occurrence.who, Person):
                draft = self._people[id(occurrence.who)]
            elif occurrence.who.span.start in self._resolver.characters.shared:
                continue  # one of several who share a surname
            else:
                draft = self._without_name(occurrence.who.head)
            if not any(span.overlaps(name) for name, form in draft.mentions.items() if form == "name"):
                draft.add(span, "pronoun" if occurrence.pronoun else "noun")

    def speaker(self, attribution: Attribution, phrase: Phrase | None, identity: Identity | None) -> Draft | None:
        """The member that a quotation's mention is of, with the mention added to it; None where its name is too unsure
        to be told."""
        if attribution.mention is None or phrase is None or identity is None or identity.withheld is not None:
            return None
        draft = self._meant(phrase, identity)
        if draft is not None:
            draft.acts = True
            span = self._with_partner(draft, attribution.mention.span)
            self._take_from_others(draft, span, phrase.head)
            draft.add(span, _form(phrase))
        return draft

    def _take_from_others(self, draft: Draft, span: Span, head: int) -> None:
        """What is said beside a quotation weighs more than what running text told before."""
        noun = self._scene.tokens[head].span
        for other in self.drafts:
            for place, form in list(other.mentions.items()):
                is_same = place == span or (form != "name" and place.contains(noun) and self._head(place) == head)
                if other is not draft and is_same:
                    del other.mentions[place]

    def _with_partner(self, draft: Draft, span: Span) -> Span:
        """The mention of two who speak as one, up to the second of them where it holds the first one alone."""
        if draft.kind != "group" or draft.name is None:
            return span
        coming = (m for m in self._resolver.characters.names if span.end <= m.start < span.end + JOINED)
        last = next((m.end for m in coming if m.words[-1] in draft.name.split()), span.end)
        return Span(span.start, last)

    def _head(self, span: Span) -> int | None:
        return self._scene.head_of(*self._scene.token_range(span))

    def _meant(self, phrase: Phrase, identity: Identity) -> Draft | None:
        if identity.kind == "author":
            return self._named.get(("author", identity.name)) or self._draft("author", identity.name)
        if identity.name is not None:
            if identity.kind == "organization":
                return self._body(identity.name)
            return self._named.get(("person", identity.name)) or self._newcomer(phrase, identity.name)
        if identity.stand_in is not None and (known := self._named.get(("person", identity.descriptor))) is not None:
            known.kind, known.name = "unnamed", None
            return known
        head = phrase.head
        if identity.antecedent is not None:
            told = self._head(identity.antecedent)
            head = head if told is None else told
        elif _form(phrase) == "pronoun":
            return None
        wording = (identity.descriptor or worded(self._scene, phrase.span)).casefold()
        draft = self._headed.get(head) or self._worded.get(wording) or self._without_name(head)
        self._worded.setdefault(wording, draft)
        if head == phrase.head:
            draft.kind = "group" if phrase.plural else _kind_of(self._scene.tokens[head])
        return draft

    def bystanders(self) -> None:
        """Several people without a name who act and say nothing: "protesters marched"."""
        for token in self._acting("NNS"):
            kind = noun_kind(token.text.lower(), token.lemma.lower(), True)
            if token.index in self._headed or not (kind in PEOPLE_KINDS or (kind is None and is_person_word(token))):
                continue
            span = noun_phrase(self._scene, token.span)
            if any(span.overlaps(m) for d in self.drafts for m, form in d.mentions.items() if form == "noun"):
                continue
            draft = self._worded.get(worded(self._scene, span).casefold()) or self._without_name(token.index)
            draft.add(span, "noun")

    def _acting(self, form: str) -> Iterator[Token]:
        for token in self._scene.tokens:
            if token.xpos == form and token.deprel in ACTS and self._scene.quoted_by[token.index] < 0:
                yield token

    def _newcomer(self, phrase: Phrase, name: str) -> Draft:
        """Somebody whose name stands nowhere else in the text: two who speak as one, a handle, a name in a byline."""
        return self._draft("group" if phrase.plural or " and " in name else "person", name)

    def _body(self, name: str, acts: bool = True) -> Draft:
        return self._named.get(("organization", name)) or self._draft("organization", name, acts=acts)

    def _without_name(self, head: int) -> Draft:
        if head not in self._headed:
            token = self._scene.tokens[head]
            kind: MemberKind = "group" if token.xpos == "NNS" else _kind_of(token)
            span = noun_phrase(self._scene, token.span)
            wording = worded(self._scene, span).casefold()
            draft = self._named_in(token, span) or self._worded.get(wording)
            if draft is None:
                draft = Draft(kind)
                self.drafts.append(draft)
                self._worded[wording] = draft
            draft.add(span, "noun")
            self._headed[head] = draft
        return self._headed[head]

    def _named_in(self, head: Token, phrase: Span) -> Draft | None:
        """Whose name a noun phrase goes on to: "panel chairman Ada Byron", but not "a friend of Ada Byron"."""
        for name in self._resolver.characters.names:
            if head.end <= name.start < phrase.end:
                first, last = self._scene.token_range(Span(head.end, name.start))
                if all(t.upos not in ("ADP", "PART", "VERB") for t in self._scene.tokens[first:last]):
                    return self._people[id(self._resolver.characters.owner[name.start])]
        return None

    def _draft(self, kind: MemberKind, name: str | None, *, acts: bool = True) -> Draft:
        draft = Draft(kind, name, acts)
        self.drafts.append(draft)
        self._named.setdefault((kind, name), draft)
        return draft


def _form(phrase: Phrase) -> MentionForm:
    if phrase.form in ("pronoun", "relative"):
        return "pronoun"
    return "name" if phrase.form == "name" else "noun"


def _kind_of(token: Token) -> MemberKind:
    kind = noun_kind(token.text.lower(), token.lemma.lower(), False)
    if kind in ("organization", "place"):
        return "organization"
    return "document" if kind in ("document", "poll") else "unnamed"

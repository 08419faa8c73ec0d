"""Who a mention is: the rules, in the order in which they are asked. The first that answers decides.

A rule is a function of what the article was read into and of the mention's phrase; its name is its id ("post-holder"),
its first line says what it is for. `quotes train links --rules` shows how often each decides, and how often rightly.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from quotes.cast.author import author
from quotes.cast.bodies import body_beside, body_by_owner, capitalised_body, named_body, unnamed_body
from quotes.cast.carried import carried_name, is_thing
from quotes.cast.characters import Person
from quotes.cast.datelines import opens_report
from quotes.cast.definite import definite_noun
from quotes.cast.handles import handle_in
from quotes.cast.identity import Identity
from quotes.cast.joint import joint_name, partners, the_two, with_next
from quotes.cast.labels import labelled, read_label
from quotes.cast.names import fold
from quotes.cast.names_beside import name_beside
from quotes.cast.namings import NameMention
from quotes.cast.nearness import Unnamed
from quotes.cast.noun_phrase import antecedent_of, noun_phrase
from quotes.cast.nouns import is_person_word
from quotes.cast.organisations import plain
from quotes.cast.phrases import FIRST, NEUTER, PLURAL_PRONOUNS, THIRD, Phrase, read_phrase
from quotes.cast.reading import Reading
from quotes.cast.self_named import name_given
from quotes.cast.statements import author_of, is_statement
from quotes.cast.subjects import subject_before
from quotes.domain import Mention, Span
from quotes.lexicon import words

Rule = Callable[[Reading, Phrase], Identity | None]


def identify(reading: Reading, phrase: Phrase) -> Identity:
    """By the first rule that answers; an identity without a name where none does."""
    for rule in RULES:
        if (name := id_of(rule)) not in reading.without and (found := rule(reading, phrase)) is not None:
            return replace(found, rule=name)
    return reading.unnamed(phrase.span, "the article gives no name")


def rules_before(rule: str) -> frozenset[str]:
    """The ids of the rules that are asked before one."""
    ids = [id_of(r) for r in RULES]
    return frozenset(ids[: ids.index(rule)])


def id_of(rule: Rule) -> str:
    """A rule's id.

    >>> id_of(named_beside)
    'named-beside'
    """
    return rule.__name__.replace("_", "-")


def third_person(reading: Reading, phrase: Phrase) -> Identity | None:
    """ "He" and "she": the person plainly nearest."""
    if phrase.form != "pronoun" or phrase.noun not in THIRD:
        return None
    who, reason = reading.pronouns.who(phrase.head), "the nearest person that the pronoun fits"
    if isinstance(who, Person):
        latest = [m for m in who.mentions if m.start < phrase.span.start]
        found = reading.person(who, reason, None, Span(latest[-1].start, latest[-1].end) if latest else None)
        return replace(found, chance=reading.pronouns.chances.get(phrase.head))
    if isinstance(who, Unnamed) and who.span.start in reading.characters.shared:
        return reading.of_several(who.span)
    if isinstance(who, Unnamed):
        return reading.unnamed(noun_phrase(reading.scene, who.span), reason, who.span)
    return reading.unnamed(phrase.span, "no one person is plainly nearest to the pronoun")


def first_person(reading: Reading, phrase: Phrase) -> Identity | None:
    """ "I" and "we" outside quotations: the article's author."""
    if phrase.form != "pronoun" or phrase.noun not in FIRST:
        return None
    return author(reading.scene, reading.article, phrase)


def the_two_before(reading: Reading, phrase: Phrase) -> Identity | None:
    """ "They": the two people who were named together just before."""
    if phrase.form != "pronoun" or phrase.noun not in PLURAL_PRONOUNS:
        return None
    two = the_two(reading.scene, reading.characters.names, phrase.head)
    return replace(_people(reading, two), reason="the two named together just before") if two else None


def last_subject(reading: Reading, phrase: Phrase) -> Identity | None:
    """ "They" and "it": the body, the group or the document that was the subject just before."""
    if phrase.form != "pronoun" or phrase.noun not in NEUTER | PLURAL_PRONOUNS:
        return None
    return subject_before(reading.scene, reading.organisations, phrase, reading.latest)


def singular_they(reading: Reading, phrase: Phrase) -> Identity | None:
    """ "They" of one unnamed person who has just spoken."""
    one = reading.pronouns.unnamed_speaker(phrase.head) if phrase.noun in ("they", "them") else None
    if phrase.form != "pronoun" or one is None or one.gender is not None:
        return None
    return reading.unnamed(noun_phrase(reading.scene, one.span), "the one who has just spoken", one.span)


def other_pronoun(reading: Reading, phrase: Phrase) -> Identity | None:
    """Pronouns that nothing stands behind."""
    if phrase.form != "pronoun":
        return None
    return reading.unnamed(phrase.span, "nothing that the pronoun plainly stands for")


def name_before_relative(reading: Reading, phrase: Phrase) -> Identity | None:
    """ "Who", right behind a name and a comma."""
    if phrase.form != "relative" or phrase.noun != "who":
        return None
    text = reading.scene.text
    behind = (m for m in reading.characters.names if text[m.end : phrase.span.start].strip() == ",")
    named = next(behind, None)
    return reading.named(named, "the name right before the pronoun") if named is not None else None


def noun_before_relative(reading: Reading, phrase: Phrase) -> Identity | None:
    """Other relative pronouns: whoever the phrase is that their clause belongs to."""
    if phrase.form != "relative":
        return None
    head = antecedent_of(reading.scene, phrase.head)
    inner = None
    if head is not None:
        noun = reading.scene.tokens[head].span
        inner = read_phrase(reading.scene, Mention(noun_phrase(reading.scene, noun, until=phrase.first), head))
    if head is None or inner is None or inner.form in ("pronoun", "relative"):
        return reading.unnamed(phrase.span, "nothing that the pronoun belongs to")
    identity = identify(reading, inner)
    if identity.kind == "unnamed" and identity.antecedent is None and (inner.plural or phrase.noun == "who"):
        return replace(identity, antecedent=reading.scene.tokens[head].span)
    return identity


def abbreviation(reading: Reading, phrase: Phrase) -> Identity | None:
    """Initials that the article puts in brackets behind a body's name."""
    short = reading.organisations.spelt_out(plain(phrase.span.of(reading.scene.text)))
    if short is None:
        return None
    return Identity("organization", short, reason="abbreviation of a name given in the article")


def dateline(reading: Reading, phrase: Phrase) -> Identity | None:
    """A place that opens the report speaks for nobody who is named."""
    return Identity("organization", None, reason="a dateline") if opens_report(reading.scene, phrase.span) else None


def speakers_label(reading: Reading, phrase: Phrase) -> Identity | None:
    """ "A:" of an interview, initials before a colon."""
    label = read_label(reading.scene, phrase)
    person = labelled(reading.scene, reading.characters, label) if label is not None else None
    if label is None or (person is None and reading.organisations.knows(label)):
        return None
    if person is None:
        return reading.unnamed(phrase.span, "a label that stands for no one person plainly")
    return reading.person(person, "the one person whom the label can stand for")


def account(reading: Reading, phrase: Phrase) -> Identity | None:
    """An account that speaks by its handle alone."""
    handle = handle_in(reading.scene.text, phrase.span)
    if handle is None or not all(handle.contains(Span(m.start, m.end)) for m in reading.names_in(phrase)):
        return None
    return Identity("person", handle.of(reading.scene.text), reason="the account that speaks by its handle")


def named_beside(reading: Reading, phrase: Phrase) -> Identity | None:
    """Names in the mention: one person's, or those of several who speak as one."""
    scene, names = reading.scene, reading.characters.names
    inside = with_next(scene, phrase, reading.names_in(phrase), names)
    if is_thing(scene, phrase, inside) or not (own := carried_name(scene, phrase, inside)):
        return None
    return _people(reading, own if len(own) > 1 else partners(scene, own[0], names))


def shared_surname(reading: Reading, phrase: Phrase) -> Identity | None:
    """A surname of several people, where nothing tells which of them."""
    inside = (phrase.span.start <= start < phrase.span.end for start in reading.characters.shared)
    return reading.of_several(phrase.span) if phrase.form == "name" and any(inside) else None


def self_named(reading: Reading, phrase: Phrase) -> Identity | None:
    """The name that a source gave: "a resident who gave her name as Maria"."""
    given = name_given(reading.scene, phrase, reading.characters.names)
    return reading.named(given, "the name that the source gave") if given is not None else None


def named_behind(reading: Reading, phrase: Phrase) -> Identity | None:
    """The name right behind a mention that was cut before it: "author | and journalist Ada Byron"."""
    name = name_beside(reading.scene, phrase, reading.characters.names)
    return reading.named(name, "named right behind the mention") if name is not None else None


def sender(reading: Reading, phrase: Phrase) -> Identity | None:
    """A message is the word of whoever sent it: "a text from a teacher"."""
    tokens = reading.scene.tokens
    first = phrase.head + 2
    if phrase.noun not in words("message_nouns") or first >= phrase.last or tokens[first - 1].text.lower() != "from":
        return None
    inner = read_phrase(reading.scene, Mention(Span(tokens[first].start, phrase.span.end), None))
    if inner is None or not is_person_word(tokens[inner.head]):
        return None
    return replace(identify(reading, inner), antecedent=tokens[inner.head].span)


def same_role(reading: Reading, phrase: Phrase) -> Identity | None:
    """What somebody named is called elsewhere, with a name in it: "a spokesman for Hallam Foods" of "Ola Berg, a Hallam
    spokesman"."""
    if phrase.form != "noun" or phrase.plural or phrase.opening not in ("a", "an"):
        return None
    told = {fold(t.text) for t in reading.scene.tokens[phrase.first + 1 : phrase.last] if t.text[0].isupper()}
    called = list({id(r.person): r.person for r in reading.roles if phrase.noun in r.nouns and told & r.words}.values())
    if len(called) != 1:
        return None
    return reading.person(called[0], "the one person whom the article calls so beside a name")


def statement(reading: Reading, phrase: Phrase) -> Identity | None:
    """ "The statement": the word of whoever made it, else of the body that was the subject just before."""
    if not is_statement(phrase):
        return None
    author = author_of(reading, phrase)
    if author is not None:
        whole = noun_phrase(reading.scene, author.span)
        inner = read_phrase(reading.scene, Mention(whole, author.index))
        found = identify(reading, inner) if inner is not None else None
        return replace(found, antecedent=author.span) if found is not None and found.name is not None else None
    place = reading.organisations.latest_subject(phrase.span.start, reading.scene.tokens[phrase.head].sentence, reach=2)
    if place is None:
        return None
    name, _ = reading.organisations.fullest(place.name)
    return Identity("organization", name, reason="the body that was the subject just before", antecedent=place.span)


def document_initials(reading: Reading, phrase: Phrase) -> Identity | None:
    """The initials of a document, which no body is called by: "the FIR"."""
    head = reading.scene.tokens[phrase.head]
    if head.text not in words("document_acronyms") or phrase.head != phrase.last - 1:
        return None
    return reading.unnamed(phrase.span, "the initials of a document")


def _people(reading: Reading, own: Sequence[NameMention]) -> Identity:
    people = [reading.characters.owner[m.start] for m in own]
    if len(people) > 1:
        return Identity("person", joint_name(own, people), reason="named together beside the quotation")
    person, mention = people[0], own[0]
    full = len(mention.words) > 1 or person.single
    reason = "named beside the quotation" if full else "surname of a full name given in the article"
    if not full and mention.words[0] != person.words[-1]:
        reason = "part of a full name given in the article"
    return reading.person(person, reason, mention)


RULES: tuple[Rule, ...] = (
    third_person,
    first_person,
    the_two_before,
    last_subject,
    singular_they,
    other_pronoun,
    name_before_relative,
    noun_before_relative,
    abbreviation,
    dateline,
    speakers_label,
    account,
    named_beside,
    shared_surname,
    self_named,
    sender,
    named_behind,
    same_role,
    statement,
    document_initials,
    body_beside,
    body_by_owner,
    named_body,
    capitalised_body,
    definite_noun,
    unnamed_body,
)

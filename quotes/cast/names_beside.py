"""Names that stand beside a mention which was cut before them.

Attribution points at a phrase, and a phrase may end too early: "German author | and journalist Jane Doe", "A former
candidate | -- John Doe, who …". The person is named there, and so is nobody's secret.
"""

from collections.abc import Mapping, Sequence

from quotes.cast.names import is_title
from quotes.cast.namings import NameMention
from quotes.cast.nouns import is_person_word
from quotes.cast.phrases import PARTS, Phrase
from quotes.cast.principals import is_principal
from quotes.domain import Span, Token
from quotes.lexicon import word_class
from quotes.scene import Scene

LONGEST = 9  # words between a mention and the name that it belongs to
DASHES = word_class("dashes")
JOINING = frozenset(("of", "for", "and"))
NOMINAL = ("ADJ", "NOUN", "PROPN")


def name_beside(scene: Scene, phrase: Phrase, names: Sequence[NameMention]) -> NameMention | None:
    """The full name of the one person whom the mention is, at its end or right behind it; None where there is none."""
    if phrase.form not in ("noun", "name") or scene.entity_at.get(phrase.head) == "PERSON":
        return None
    people = {t.index: m for m in names if len(m.words) > 1 and (t := scene.token_at(m.start)) is not None}
    inside = next((m for i, m in people.items() if m.end == phrase.span.end and i > phrase.first), None)
    if inside is not None:
        return inside if _ends_in_apposition(scene, phrase, inside) else None
    if phrase.plural or phrase.noun in PARTS:
        return None
    return _behind(scene, phrase, people) or _in_apposition(scene, phrase, people)


def _ends_in_apposition(scene: Scene, phrase: Phrase, name: NameMention) -> bool:
    """ "The chief human resources executive, Jane Doe"."""
    first = scene.token_range(Span(name.start, name.end))[0]
    before = scene.tokens[first - 1], scene.tokens[first - 2]
    is_apposition = before[0].text == "," and before[1].xpos == "NN" and is_person_word(before[1])
    return is_apposition and not is_principal(scene, phrase, name.start)


def _behind(scene: Scene, phrase: Phrase, people: Mapping[int, NameMention]) -> NameMention | None:
    """ "Secretary | of state Jane Doe", "MSNBC | host Jane Doe", "author | and journalist Jane Doe", "her nephew | the
    Rev. John Doe"."""
    bare = scene.tokens[phrase.first].upos not in ("DET", "NUM", "PRON")
    between = _until_name(scene, phrase.last, people)
    if between is None or not all(_may_join(t, bare) for t in between[_opens_title(between) :]):
        return None
    last = scene.tokens[phrase.last + len(between) - 1]
    if last.upos not in NOMINAL and last.text != "." and not is_person_word(last):
        return None
    own = next((between[i + 1 :] for i in reversed(range(len(between))) if between[i].text == "and"), between)
    # "aide to | … of mayor Jane Doe"
    is_object = any(t.text.lower() in ("of", "for") for t in own) and is_person_word(last)
    has_role = any(is_person_word(t) for t in (scene.tokens[phrase.head], *own))
    return people[phrase.last + len(between)] if has_role and not is_object else None


def _opens_title(between: Sequence[Token]) -> bool:
    """ "The" before a title: "the Rev."."""
    return len(between) > 1 and between[0].text == "the" and is_title(between[1].text)


def _may_join(token: Token, bare: bool) -> bool:
    """A word between a noun and its name; "host" is one even where it is read as a verb."""
    joins = bare and token.text.lower() in JOINING
    return joins or token.upos in NOMINAL or is_person_word(token) or token.text in ("-", ".")


def _in_apposition(scene: Scene, phrase: Phrase, people: Mapping[int, NameMention]) -> NameMention | None:
    """ "His doctor | , the well-known surgeon Jane Doe", "a former candidate | -- Jane Doe, who …"; not of somebody
    by whose word the next sentence is: "According to one official, Jane Doe …"."""
    tokens = scene.tokens
    opens = [t.text.lower() for t in tokens[max(0, phrase.first - 2) : phrase.first]] != ["according", "to"]
    mark = tokens[phrase.last].text if phrase.last < len(tokens) else ""
    if not is_person_word(tokens[phrase.head]) or not opens or mark not in DASHES | {","}:
        return None
    between = _until_name(scene, phrase.last + 1, people)
    if between is None or any(t.upos not in NOMINAL and (i or t.text != "the") for i, t in enumerate(between)):
        return None
    name = people[phrase.last + 1 + len(between)]
    told = not between or is_person_word(between[-1])
    return name if told and not is_principal(scene, phrase, name.start) else None


def _until_name(scene: Scene, first: int, people: Mapping[int, NameMention]) -> list[Token] | None:
    """The words from a token up to the next name in its sentence, which nothing is possessed by; None where there is no
    such name near."""
    tokens = scene.tokens
    at = next((i for i in range(first, min(len(tokens), first + LONGEST)) if i in people), None)
    if (
        at is None
        or tokens[at].sentence != tokens[first - 1].sentence
        or scene.quoted_by[at] != scene.quoted_by[first - 1]
    ):
        return None
    after = scene.token_range(Span(people[at].start, people[at].end))[1]
    if after < len(tokens) and tokens[after].xpos == "POS":
        return None
    return list(tokens[first:at])

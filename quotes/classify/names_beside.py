"""Names that stand beside a mention which was cut before them, or that the article's second paragraph gives.

Attribution points at a phrase, and a phrase may end too early: "German author | and journalist Jane Doe", "A former
candidate | -- John Doe, who …". The person is named there, and so is nobody's secret. An article that opens on "a top
official from Acme Rail" and goes on "Jane Doe, director at Acme Rail, said" (a delayed identification) names the
official, too.
"""

import re

from quotes.cast.nouns import is_person_word
from quotes.cast.phrases import PARTS, Phrase
from quotes.cast.principals import is_principal
from quotes.domain import Entity, Span
from quotes.lexicon import words as word_list
from quotes.scene import Scene

LONGEST = 9  # words between a mention and the name that it belongs to
ARTICLES = frozenset(("a", "an", "the", "his", "her", "their", "its", "my", "our"))
OTHERS = frozenset(("another", "other", "some", "any", "no", "every", "each", "one"))
DASHES = frozenset(("-", "--", "–", "—"))
OPENING = 3  # words before the name that opens a paragraph: titles
SENTENCED = frozenset(("jail", "sentence", "fine", "ban", "convict", "spare"))
AGE = re.compile(r", \d{1,2}(?:, | ?-year)")
REACH = 45  # words of that paragraph in which it says what the person is


def name_beside(scene: Scene, phrase: Phrase) -> Span | None:
    """The name of the one person whom the mention is, right behind it or before it; None where there is none."""
    head = scene.tokens[phrase.head]
    if phrase.form not in ("noun", "name") or scene.entity_at.get(phrase.head) == "PERSON":
        return None
    people = {e.first: e for e in scene.analysis.entities if e.type == "PERSON" and e.last > e.first}
    inside = next((e for e in people.values() if e.last == phrase.last and e.first > phrase.first), None)
    if inside is not None:  # "the chief human resources executive, Jane Doe"
        before = scene.tokens[inside.first - 1], scene.tokens[inside.first - 2]
        is_apposition = before[0].text == "," and before[1].xpos == "NN" and is_person_word(before[1])
        return inside.span if is_apposition and not is_principal(scene, phrase, inside.start) else None
    if phrase.plural or phrase.noun in PARTS:
        return None
    found = _behind(scene, phrase, people) or _in_apposition(scene, phrase, people)
    if found is None and head.upos == "NOUN" and phrase.opening not in ARTICLES | OTHERS:
        found = _before(scene, phrase, people)
    return found


def _behind(scene: Scene, phrase: Phrase, people: dict[int, Entity]) -> Span | None:
    """ "secretary | of state Jane Doe", "MSNBC | host Jane Doe", "author | and journalist Jane Doe"."""
    tokens, sentence = scene.tokens, scene.tokens[phrase.head].sentence
    bare = phrase.opening not in ARTICLES | OTHERS
    end = phrase.last
    while end < len(tokens) and end - phrase.last < LONGEST and tokens[end].sentence == sentence:
        if end in people:
            break
        joins = tokens[end].text.lower() in ("of", "for", "and") and bare
        named = tokens[end].upos in ("ADJ", "NOUN", "PROPN") or is_person_word(tokens[end])  # "host", read as a verb
        if not joins and not named and tokens[end].text not in ("-", "."):
            return None
        end += 1
    if end not in people or tokens[end].sentence != sentence or not _is_closed(scene, people[end]):
        return None
    if scene.quoted_by[end] != scene.quoted_by[phrase.head]:
        return None
    between = tokens[phrase.last : end]
    last = tokens[end - 1]
    if last.upos not in ("NOUN", "PROPN", "ADJ") and last.text != "." and not is_person_word(last):
        return None
    own = next((between[i + 1 :] for i in reversed(range(len(between))) if between[i].text == "and"), between)
    # "aide to | … of mayor Jane Doe"
    is_object = any(t.text.lower() in ("of", "for") for t in own) and is_person_word(last)
    has_role = any(is_person_word(t) for t in (tokens[phrase.head], *own))
    return people[end].span if has_role and not is_object else None


def _in_apposition(scene: Scene, phrase: Phrase, people: dict[int, Entity]) -> Span | None:
    """ "his doctor | , the well-known surgeon Jane Doe", "a former candidate | -- Jane Doe, who …"."""
    tokens = scene.tokens
    if phrase.last >= len(tokens) or not is_person_word(tokens[phrase.head]) or _is_told_by(scene, phrase):
        return None
    if tokens[phrase.last].text not in DASHES | {","} or tokens[phrase.last].sentence != tokens[phrase.head].sentence:
        return None
    first = end = phrase.last + 1
    while end < len(tokens) and end - first < LONGEST and end not in people:
        if tokens[end].upos not in ("ADJ", "NOUN", "PROPN") and (end > first or tokens[end].text.lower() != "the"):
            return None
        end += 1
    sentence = tokens[phrase.head].sentence
    if end not in people or tokens[end].sentence != sentence or not _is_closed(scene, people[end]):
        return None
    if scene.quoted_by[end] >= 0 or is_principal(scene, phrase, people[end].start):
        return None
    return people[end].span if end == first or is_person_word(tokens[end - 1]) else None


def _before(scene: Scene, phrase: Phrase, people: dict[int, Entity]) -> Span | None:
    """ "Jane Doe, | national treasurer for …"."""
    first = phrase.first
    if first < 2 or scene.tokens[first - 1].text != "," or not is_person_word(scene.tokens[phrase.head]):
        return None
    return next((e.span for e in people.values() if e.last == first - 1), None)


def _is_told_by(scene: Scene, phrase: Phrase) -> bool:
    """ "According to one official, Jane Doe …"."""
    before = [t.text.lower() for t in scene.tokens[max(0, phrase.first - 2) : phrase.first]]
    return before == ["according", "to"]


def _is_closed(scene: Scene, person: Entity) -> bool:
    """The name ends there: nothing is possessed by it."""
    following = scene.tokens[person.last] if person.last < len(scene.tokens) else None
    return following is None or following.xpos != "POS"


def name_given_next(scene: Scene, phrase: Phrase) -> Span | None:
    """The new full name with which the paragraph after the article's (or an hour's) first one opens, where that
    paragraph says of it what the opening says of the unnamed person: whom or what both belong to."""
    tokens, paragraphs = scene.tokens, scene.analysis.paragraphs
    here = scene.paragraph_of(phrase.span.start)
    if here + 1 >= len(paragraphs) or not _opens(scene, here) or phrase.plural or phrase.form != "noun":
        return None
    charged = _is_charged(scene, phrase)
    if phrase.opening in OTHERS or not (charged or is_person_word(tokens[phrase.head])):
        return None
    belongs = {t.text for t in tokens[phrase.first : phrase.last] if t.upos == "PROPN" and t.text[:1].isupper()}
    first, last = scene.token_range(paragraphs[here + 1])
    person = next((e for e in scene.analysis.entities if e.type == "PERSON" and first <= e.first < last), None)
    if not (belongs or charged) or person is None or person.first - first > OPENING or person.last - person.first < 2:
        return None
    if any(t.text in (",", ".", ":") or scene.quoted_by[t.index] >= 0 for t in tokens[first : person.first]):
        return None
    if tokens[person.last - 1].text in scene.text[: person.start] or not _is_closed(scene, person):
        return None
    if charged and AGE.match(scene.text, person.end) and not _brings_in_other(scene, phrase, here):
        return person.span
    told = {t.text for t in tokens[person.last : min(last, person.last + REACH)] if scene.quoted_by[t.index] < 0}
    return person.span if belongs & told else None


def _is_charged(scene: Scene, phrase: Phrase) -> bool:
    """Whom a court report opens on, to name him next: "A drink-driver …", "A man has been jailed …"."""
    head = scene.tokens[phrase.head]
    above = scene.tokens[head.head] if head.head >= 0 else head
    if scene.text[phrase.span.start : head.end].lower().split()[-1] in word_list("offenders"):
        return head.deprel.startswith("nsubj")
    return head.deprel == "nsubj:pass" and above.lemma in SENTENCED


def _brings_in_other(scene: Scene, phrase: Phrase, paragraph: int) -> bool:
    """Whether somebody else without a name stands in the paragraph: whoever a crime was done to."""
    low, high = scene.token_range(scene.analysis.paragraphs[paragraph])
    others = (t for t in scene.tokens[low:high] if not phrase.first <= t.index < phrase.last)
    return any(t.xpos == "NN" and is_person_word(t) and scene.quoted_by[t.index] < 0 for t in others)


def _opens(scene: Scene, paragraph: int) -> bool:
    """Nothing but a headline, a dateline or an hour ("2:40 p.m.") stands right before the paragraph."""
    if paragraph == 0:
        return True
    before = scene.analysis.paragraphs[paragraph - 1].of(scene.text).strip()
    return len(before.split()) <= 3 and before[:1].isdigit()

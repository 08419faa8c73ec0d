"""Two people who speak as one: "Jane Doe and John Roe said", and "they" of them."""

from collections.abc import Sequence

from quotes.cast.characters import Person
from quotes.cast.clauses import is_subject
from quotes.cast.names import core, fold, is_given_name
from quotes.cast.namings import NameMention
from quotes.cast.phrases import Phrase
from quotes.scene import Scene

REACH = 2  # sentences back to the two of "they"


def joined(scene: Scene, first: NameMention, second: NameMention) -> bool:
    """With nothing but "and" and the second one's titles between them."""
    gap = scene.text[first.end : second.start].split()
    return bool(gap) and gap[0] in ("and", "&") and len(gap) <= 1 + 2 * len(second.titles)


def partners(scene: Scene, own: NameMention, names: Sequence[NameMention]) -> list[NameMention]:
    """A name with the one that stands joined to it as the same verb's subject, where a mention was cut between the two
    ("Jane Doe | and John Roe said"); both in order, or the one alone."""
    at = next((i for i, m in enumerate(names) if m is own), None)
    if at is None:
        return [own]
    for pair in (names[at : at + 2], names[max(0, at - 1) : at + 1]):
        if len(pair) == 2 and joined(scene, *pair) and _is_one_subject(scene, *pair):
            return list(pair)
    return [own]


def with_next(
    scene: Scene, phrase: Phrase, inside: list[NameMention], names: Sequence[NameMention]
) -> list[NameMention]:
    """The names in a mention of several people, with the one behind it that completes them: "brothers Jane | and John
    Doe"."""
    if not phrase.plural or len(inside) != 1 or inside[0].end != phrase.span.end:
        return inside
    following = next((m for m in names if m.start > inside[0].start), None)
    return [*inside, following] if following is not None and joined(scene, inside[0], following) else inside


def the_two(scene: Scene, names: Sequence[NameMention], token: int) -> list[NameMention]:
    """Whom "they" at a token means where the last subjects before it are two people joined by "and"; empty where
    somebody else came between, named or several."""
    tokens = scene.tokens
    before = [m for m in names if m.start < tokens[token].start and not m.quoted]
    pair = before[-2:]
    if len(pair) < 2 or not joined(scene, pair[0], pair[1]) or not _is_one_subject(scene, pair[0], pair[1]):
        return []
    head = pair[1].head
    if head is None or tokens[token].sentence - tokens[head].sentence > REACH:
        return []
    between = tokens[head + 1 : token]
    others = (t for t in between if scene.quoted_by[t.index] < 0 and t.deprel.startswith("nsubj"))
    return [] if any(t.upos in ("NOUN", "PROPN") for t in others) else pair


def _is_one_subject(scene: Scene, first: NameMention, second: NameMention) -> bool:
    if first.head is None or second.head is None or first.words == second.words:
        return False
    above, below = scene.tokens[first.head], scene.tokens[second.head]
    return below.deprel == "conj" and below.head == above.index and is_subject(scene, above.index)


def joint_name(mentions: Sequence[NameMention], people: Sequence[Person]) -> str:
    """Both names in full; of "Jane and John Doe", where the first is no Jane Doe named elsewhere, as worded."""
    names = [person.name for person in people]
    first, last = mentions[0], mentions[-1]
    surname = core(people[0].words)[-1]
    by_given_name = len(first.words) == 1 < len(last.words) and is_given_name(first.words[0])
    if by_given_name and surname not in (fold(first.words[0]), core(people[-1].words)[-1]):
        names[0] = first.words[0]
    return " and ".join(names)

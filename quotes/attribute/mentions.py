"""How far a mention reaches: the words of a speaker around the head word."""

from quotes.lexicon import table, words
from quotes.scene import Scene

_LONGEST_ROLE = 20  # words between a role and the name in apposition to it
_ROLE_WORDS = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "PUNCT", "NUM", "PART"))
_PARTICIPLES = frozenset(("VBG", "VBN"))
_OF_WHOM = frozenset(("of", "for", "in", "at", "on", "from", "with", "to", "close"))
_LEADING = frozenset(("PUNCT", "ADP", "CCONJ", "SCONJ"))  # what a mention does not begin with
_RIGHT_MODIFIERS = frozenset(("flat", "compound", "nmod", "case", "det", "amod", "conj", "cc"))
_LEFT_MODIFIERS = frozenset(("det", "amod", "nummod", "compound", "flat", "nmod", "case"))


def mention_range(scene: Scene, head: int) -> tuple[int, int]:
    """The words of the mention: the head with its determiners, adjectives, name parts and "of" phrases, unquoted."""
    tokens = scene.tokens
    first = head
    for child in sorted((c for c in scene.children[head] if c < head), reverse=True):
        relation = tokens[child].deprel.split(":")[0]
        if relation not in _LEFT_MODIFIERS or (relation == "case" and tokens[child].xpos != "POS"):
            continue
        left = _leftmost(scene, child)
        if all(scene.quoted_by[i] < 0 for i in range(left, first)) and first - left <= 8:
            first = min(first, left)
    while first < head and tokens[first].upos in _LEADING:
        first += 1
    last = head + 1
    for child in sorted(c for c in scene.children[head] if c > head):
        relation = tokens[child].deprel.split(":")[0]
        name_part = relation in ("flat", "compound", "nummod") and child <= last + 1 and not begins_name(scene, child)
        of_phrase = relation == "nmod" and _belongs(scene, child)
        trait = relation in ("amod", "acl") and tokens[child].upos == "ADJ" and child == last  # "close to the board"
        if not (name_part or of_phrase or trait) or child > last + 4:
            continue
        right = _rightmost(scene, child, limit=last + 8)
        if all(scene.quoted_by[i] < 0 for i in range(last, right)):
            last = max(last, right)
    last = _with_clause(scene, head, last)
    return first, _with_name(scene, head, last)


def _with_clause(scene: Scene, head: int, last: int) -> int:
    """Takes in the clause that is all that is told of somebody without a name: "someone who was in the room", "two
    people who met her", or that they were "briefed on the talks"."""
    tokens = scene.tokens
    is_known_by_clause = tokens[head].lemma.lower() in words("known_by_clause")
    for child in scene.children[head]:
        if not is_known_by_clause and tokens[child].lemma.lower() != "brief":
            continue
        begins = last < len(tokens) and (tokens[last].text.lower() == "who" or child == last)
        if child >= last and begins and tokens[child].deprel.startswith("acl") and tokens[child].xpos != "VBG":
            right = _end_of_clause(scene, child)
            if right <= last + _LONGEST_ROLE and all(scene.quoted_by[i] < 0 for i in range(last, right)):
                return right
    return last


def _end_of_clause(scene: Scene, verb: int) -> int:
    inside = [c for c in scene.children[verb] if scene.tokens[c].deprel not in ("punct", "parataxis")]
    return max([verb + 1, *(_end_of_clause(scene, c) for c in inside)])


def _belongs(scene: Scene, child: int) -> bool:
    """The phrase tells of whom its noun depends on: "of the union", "on a travel site", but not "on Monday"."""
    tokens = scene.tokens
    cases = {tokens[g].lemma.lower() for g in scene.children[child] if tokens[g].deprel == "case"}
    if tokens[child].lemma.lower() in words("time_words"):
        cases.discard("on")
    return not _OF_WHOM.isdisjoint(cases)


def begins_name(scene: Scene, index: int) -> bool:
    """Another person's name begins behind the comma before the word, whatever the tree ties it to: "Flanked by Ann
    Lee, Bo Day said" (but "Bo Day, Jr." is one name)."""
    tokens = scene.tokens
    return (
        index > 0
        and tokens[index - 1].text == ","
        and scene.entity_at.get(index) == "PERSON"
        and tokens[index].text.lower().rstrip(".") not in table("name_suffixes")
    )


def _with_name(scene: Scene, head: int, last: int) -> int:
    """Takes in the name that follows a role: "press secretary Ann Lee", "another critic, Ann Lee".

    Directly behind the role the name belongs to it whatever the tree says; behind a comma the tree must tie them.
    """
    tokens = scene.tokens
    if tokens[head].upos == "PROPN" and head in scene.entity_at and scene.entity_at[head] == "PERSON":
        return last
    start = last
    if start < len(tokens) and tokens[start].text == ",":
        start += 1
        if start >= len(tokens) or not _shares_place(scene, head, start):
            return _with_apposition(scene, head, last)
    end = start
    while end < len(tokens) and scene.quoted_by[end] < 0 and _is_name(scene, end):
        end += 1
    if end > start and tokens[start].sentence == tokens[head].sentence:
        return end
    return _with_apposition(scene, head, last)


def _with_apposition(scene: Scene, head: int, last: int) -> int:
    """Takes in a name further on that stands in apposition to a role: "the manager of A and director of B, Ann Lee,",
    "the member representing the north, Dr. Ann Lee,".

    Nothing but the noun phrase stands between, and no name of another person.
    """
    tokens = scene.tokens
    index = last
    while index < min(len(tokens), last + _LONGEST_ROLE) and scene.quoted_by[index] < 0:
        token = tokens[index]
        if token.sentence != tokens[head].sentence or not (token.upos in _ROLE_WORDS or token.xpos in _PARTICIPLES):
            return last
        if scene.entity_at.get(index) == "PERSON":
            break
        index += 1
    else:
        return last
    before = index - 1
    while before > last and tokens[before].text.lower().rstrip(".") in table("titles"):
        before -= 1
    if tokens[before].text != "," or not _hangs_on(scene, index, head):
        return last
    while index < len(tokens) and scene.entity_at.get(index) == "PERSON" and scene.quoted_by[index] < 0:
        index += 1
    return index


def _hangs_on(scene: Scene, index: int, head: int) -> bool:
    """Up from the word through appositions, name parts and coordinations to the head."""
    for _ in range(6):
        token = scene.tokens[index]
        if index == head:
            return True
        if token.head < 0 or token.deprel.split(":")[0] not in ("appos", "flat", "compound", "conj", "nmod"):
            return False
        index = token.head
    return False


def _is_name(scene: Scene, index: int) -> bool:
    return scene.tokens[index].upos == "PROPN" or scene.entity_at.get(index) == "PERSON"


def _shares_place(scene: Scene, head: int, name: int) -> bool:
    """The name is the role's apposition, or a second subject of the same verb, as parsers read such pairs."""
    token, role = scene.tokens[name], scene.tokens[head]
    if token.deprel.split(":")[0] in ("appos", "flat") and token.head == head:
        return True
    return token.head == role.head and token.deprel == role.deprel and token.deprel.startswith("nsubj")


def _leftmost(scene: Scene, index: int) -> int:
    low = index
    for child in scene.children[index]:
        if child < index:
            low = min(low, _leftmost(scene, child))
    return low


def _rightmost(scene: Scene, index: int, limit: int) -> int:
    high = index + 1
    for child in scene.children[index]:
        relation = scene.tokens[child].deprel.split(":")[0]
        of_trait = relation == "obl" and scene.tokens[index].upos == "ADJ"
        if index < child < limit and (relation in _RIGHT_MODIFIERS or of_trait) and not begins_name(scene, child):
            high = max(high, _rightmost(scene, child, limit))
    return high

"""What ties members to one another ("her father"), and what tells their gender and number."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from quotes.cast.drafts import Draft
from quotes.cast.names import noun_gender, title_gender
from quotes.cast.nearness import FEMALE
from quotes.cast.noun_phrase import whole_word
from quotes.cast.nouns import is_role
from quotes.cast.phrases import PLURAL_PRONOUNS, THIRD
from quotes.domain import Sign, SignOf, Span, Token, covering
from quotes.lexicon import table
from quotes.scene import Scene

OF = frozenset(("of", "for", "to"))  # "aunt of", "spokesman for", "adviser to"
GENDERS: Mapping[str, SignOf] = {"f": "female", "m": "male"}
TITLE_REACH = 3  # tokens before a name in which its titles stand


def tie(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Add the relations that nouns with an owner tell: "her father", "Jane Doe's lawyer", "wife of the mayor"."""
    owner = _owners(scene, drafts)
    for draft in drafts:
        for noun in set(_nouns_of(scene, draft)):
            for possessor in _possessors(scene, noun):
                other = owner.get(possessor.index)
                if other is not None and other is not draft:
                    kind = whole_word(scene, noun) if noun.xpos != "NNS" else noun.lemma.lower()
                    draft.relations.add((kind, other, covering((possessor.span, noun.span))))


def mark_signs(scene: Scene, draft: Draft) -> None:
    """Note the words that tell the gender or the number of somebody; a given name is no such word."""
    for span, form in draft.mentions.items():
        if form == "name":
            draft.signs |= {s for t in _before(scene, span) for s in _sign(title_gender(t.text), t)}
        elif form == "pronoun":
            draft.signs |= {s for t in _tokens(scene, span) for s in _of_pronoun(t)}
    for noun in _nouns_of(scene, draft):
        draft.signs |= set(_sign(noun_gender(noun.text.lower()), noun))
    for span, form in draft.mentions.items():
        head = _head(scene, span)
        if form == "noun" and head is not None and head.upos == "NOUN":
            draft.signs.add(Sign("several" if head.xpos == "NNS" else "one", head.span))


def _of_pronoun(token: Token) -> Iterator[Sign]:
    word = token.text.lower()
    if word in THIRD:
        yield Sign("female" if word in FEMALE else "male", token.span)
    elif word in PLURAL_PRONOUNS:
        yield Sign("several", token.span)


def _sign(gender: str | None, token: Token) -> Iterator[Sign]:
    if gender is not None:
        yield Sign(GENDERS[gender], token.span)


def _nouns_of(scene: Scene, draft: Draft) -> Iterator[Token]:
    """The nouns that say what a member is: those that head its mentions and stand in its roles, and kin right before
    its name ("her father, John Doe")."""
    for span, form in draft.mentions.items():
        head = _head(scene, span)
        if form == "noun" and head is not None and _says_what(head):
            yield head
        elif form == "name":
            yield from (t for t in _before(scene, span) if t.text.lower() in table("kin"))
    for role in draft.roles:
        yield from (t for t in _tokens(scene, role) if is_role(t) and t.upos == "NOUN")


def _says_what(token: Token) -> bool:
    return is_role(token) or token.text.lower() in table("kin")


def _before(scene: Scene, span: Span) -> list[Token]:
    """The tokens of a name's titles and of the kin before it, as far as a name or a verb does not part them from it."""
    first, _ = scene.token_range(span)
    before: list[Token] = []
    for token in reversed(scene.tokens[max(0, first - TITLE_REACH) : first]):
        if token.text != "," and token.upos not in ("NOUN", "PROPN", "ADJ", "PUNCT"):
            break
        if token.text in (".", ";") or scene.quoted_by[token.index] != scene.quoted_by[first]:
            break
        before.append(token)
        if token.text.lower() in table("kin"):
            break
    return before


def _possessors(scene: Scene, noun: Token) -> Iterator[Token]:
    for child in scene.children[noun.index]:
        token = scene.tokens[child]
        if token.deprel == "nmod:poss" or (
            token.deprel == "nmod" and any(scene.tokens[c].text.lower() in OF for c in scene.children[child])
        ):
            yield token


def _owners(scene: Scene, drafts: Iterable[Draft]) -> dict[int, Draft]:
    """Which member a token is of: any of a name's, the head of a noun phrase, a pronoun."""
    owner: dict[int, Draft] = {}
    for draft in drafts:
        for span, form in draft.mentions.items():
            head = _head(scene, span)
            if form != "noun":
                tokens = range(*scene.token_range(span))
            else:
                tokens = range(0) if head is None else range(head.index, head.index + 1)
            for index in tokens:
                owner.setdefault(index, draft)
    return owner


def _tokens(scene: Scene, span: Span) -> tuple[Token, ...]:
    first, last = scene.token_range(span)
    return scene.tokens[first:last]


def _head(scene: Scene, span: Span) -> Token | None:
    head = scene.head_of(*scene.token_range(span))
    return None if head is None else scene.tokens[head]

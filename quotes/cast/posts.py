"""Whether a described post is the one that somebody holds: the deputy mayor is not the mayor."""

from quotes.cast.names import fold
from quotes.cast.phrases import Phrase
from quotes.cast.roles import Role
from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

PAST = word_class("past_holders")
LEADING = word_class("leading_posts")
PRESENT = word_class("present_holders")


def same_posts(noun: str) -> frozenset[str]:
    """The nouns that may stand for the same post, itself among them."""
    groups = [g for line in word_list("same_posts") if noun in (g := line.split())]
    return frozenset(w for group in groups for w in group) | {noun}


def wider(noun: str) -> frozenset[str]:
    """The nouns that a wide one may take up: "official", somebody called a commissioner."""
    return frozenset(table("wide_nouns").get(noun, "").split()) | frozenset(
        table("general_posts").get(noun, "").split()
    )


def is_other_post(scene: Scene, phrase: Phrase, role: Role) -> bool:
    """The words before the described post make it another one than the role: "the deputy mayor" of Mayor Jane Doe, "the
    new mayor" of the former one, "the president" of the vice president."""
    kinds = table("post_modifiers")
    before = scene.tokens[phrase.first : phrase.head]
    told = {w for t in before if (w := fold(t.text)) in kinds and (t.text.islower() or kinds[w] != "time")}
    held = {w for w in role.words if w in kinds}
    if any(kinds[w] != "time" and w not in held for w in told):
        return True
    if "vice" in held - told and role.noun == "president":
        return True
    return bool(told & PRESENT) and not told & held

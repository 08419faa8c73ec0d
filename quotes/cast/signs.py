"""Signs that a run of capitals is a person's name, or is none."""

import re
from collections.abc import Sequence, Set

from quotes.cast.names import Word, is_given_name, is_title, is_trade
from quotes.cast.nouns import ends_as_agent, is_role
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

POST_OF = re.compile(r"\b(?:Secretary|Minister|Mayor|Governor|President|Premier|Chancellor|Speaker) (?:of|for) $")
OUTLET_WORDS = frozenset(("Post", "Times", "News", "Journal", "Tribune", "Herald"))
RANKS = frozenset(("acting", "assistant", "associate", "chief", "deputy", "executive", "senior", "vice"))  # of posts
PARTISAN = frozenset(("republican", "democratic", "former", "then", "late", "foreign"))


def is_headline(scene: Scene, offset: int) -> bool:
    """In a line whose words mostly begin with capitals, where capitals tell little; one with a full stop has to be
    short."""
    line = scene.analysis.paragraphs[scene.paragraph_of(offset)].of(scene.text).rstrip()
    words = [w for w in line.split() if len(w) > 3]
    share = sum(w[0].isupper() for w in words) / max(1, len(words))
    return share > (0.6 if line[-1:] not in ".!?:”\"’)'" else 0.8) and len(words) < 25


def owns_organisation(scene: Scene, run: Sequence[Word]) -> bool:
    """Followed by "'s" and an organisation's word with a capital: "Jane Doe Children's Trust"; Jane Doe's office has a
    Jane Doe."""
    after = scene.text[run[-1].end : run[-1].end + 30].split()
    if len(after) < 2 or after[0] not in ("'s", "’s"):
        return False
    return after[1][0].isupper() and after[1].lower().strip(",.") in word_list("org_words")


def is_personal(title: Word) -> bool:
    """A title that only people bear."""
    return is_title(title.text) and title.text.casefold() not in PARTISAN


def is_calling(words: Sequence[Word]) -> bool:
    """Nothing but words for what somebody is ("Minister", "Chief Engineer", "Danish President")."""
    return all(
        (is_title(w.text) or is_trade(w.text) or w.text.lower() in word_list("demonyms")) and not is_given_name(w.text)
        for w in words
    )


def is_post(words: Sequence[Word]) -> bool:
    """More words of a title rather than a name: "Press Secretary", of "Chief Press Secretary"."""
    return len(words) > 1 and table("titles").get(words[-1].text.casefold()) == "office"


def has_post(scene: Scene, words: Sequence[Word]) -> bool:
    """A post in commas right after it ("…, head of the union,"), or in lower case right before it ("general …")."""
    end = words[-1].end
    if scene.text[end : end + 2] == ", " and (comma := scene.token_at(end)) is not None:
        for token in scene.tokens[comma.index + 1 : comma.index + 6]:
            if token.upos in ("NOUN", "PROPN") and is_role(token):
                return token.text.islower()
            if token.upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "ADV"):
                return False
        return False
    first = scene.token_at(words[0].start)
    before = scene.tokens[first.index - 1] if first is not None and first.index > 0 else None
    return before is not None and before.upos == "NOUN" and before.text.islower() and is_role(before)


def is_proper(scene: Scene, words: Sequence[Word]) -> bool:
    """Words that the parser holds for a name, and no post ("Secretary of …"), people's plural or abbreviation."""
    token = scene.token_at(words[0].start)
    if token is None or token.upos != "PROPN" or token.xpos == "NNPS" or is_title(words[-1].text):
        return False
    if scene.text[words[-1].end : words[-1].end + 4] in (" of ", " for"):
        return False
    letters = words[0].text
    return len(words) > 1 or not letters.isupper() or len(letters) > 5


def is_things(scene: Scene, words: Sequence[Word]) -> bool:
    """A thing's name, tied to the noun right before it: "the restaurant Jane Doe", not "the show Jane Doe hosts"."""
    first, last = scene.token_at(words[0].start), scene.token_at(words[-1].start)
    if first is None or last is None or first.index == 0:
        return False
    noun, head = scene.tokens[first.index - 1], scene.head_of(first.index, last.index + 1)
    if noun.upos != "NOUN" or noun.text not in word_list("named_things") or head is None:
        return False
    return scene.tokens[head].head == noun.index or noun.head == head


def leading_words(scene: Scene, run: Sequence[Word]) -> int:
    """How many words before a person's name the models took with it: an outlet's ("Washington Post Jane Doe"), the
    rest of a post's ("Minister of Harvest Jane Doe")."""
    count = 0
    while len(run) - count > 1 and any(w.text in OUTLET_WORDS for w in run[count : min(count + 2, len(run) - 1)]):
        count += 1
    if count == 0 and len(run) > 2 and not is_given_name(run[0].text):
        count += POST_OF.search(scene.text, max(0, run[0].start - 20), run[0].start) is not None
    return count


def leading_trades(words: Sequence[Word], common: Set[str]) -> int:
    """How many words before a person's full name are what the person is ("Jockey Jane Doe"): trades, and words that the
    article also has as common nouns (`common`)."""
    count = 0
    while len(words) - count > 2 and not is_given_name(words[count].text):
        word = words[count].text
        if not is_trade(word) and not (count == 0 and word[1:].islower() and word.casefold() in common):
            break
        count += 1
    return count


def common_nouns(scene: Scene) -> frozenset[str]:
    """The singular common nouns of the article that name people by their endings."""
    tokens = scene.tokens
    return frozenset(t.text for t in tokens if t.xpos == "NN" and t.text.islower() and ends_as_agent(t.text))

"""Signs that a run of capitals is a person's name, or is none."""

import re
from collections.abc import Sequence, Set

from quotes.cast.names import Word, is_given_name, is_title, is_trade
from quotes.cast.nouns import ends_as_agent
from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

POST_OF = re.compile(
    r"\b(?:Secretary|Minister|Mayor|Governor|President|Premier|Chancellor|Speaker) (?:of|for) $", re.IGNORECASE
)
OUTLET_WORDS = word_class("outlet_name_ends")


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


def is_calling(words: Sequence[Word], common: Set[str]) -> bool:
    """Nothing but words for what somebody is ("Minister", "Chief Engineer", "Danish President"), by lists or by the
    article, which has the one word as a common noun too (`common`)."""
    if len(words) == 1 and words[0].text.casefold() in common and not is_given_name(words[0].text):
        return True
    last = words[-1].text.casefold()
    if len(words) > 1 and table("titles").get(last) == "office" and last in table("source_nouns"):
        return not is_given_name(words[0].text)  # "Press Secretary", "Special Adviser"
    return all(
        (is_title(w.text) or is_trade(w.text) or w.text.lower() in word_list("demonyms")) and not is_given_name(w.text)
        for w in words
    )


def leading_words(scene: Scene, run: Sequence[Word]) -> int:
    """How many words before a person's name the models took with it: an outlet's ("Washington Post Jane Doe"), the
    rest of a post's ("Minister of Harvest Jane Doe")."""
    count = 0
    while len(run) - count > 1 and any(w.text in OUTLET_WORDS for w in run[count : min(count + 2, len(run) - 1)]):
        count += 1
    if count == 0 and len(run) > 1 and not is_given_name(run[0].text):
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

"""Names that a source gave for itself: "a resident, who gave her name only as Maria"."""

import re
from collections.abc import Sequence

from quotes.cast.namings import NameMention
from quotes.cast.nouns import is_person_word
from quotes.cast.phrases import RELATIVE, Phrase
from quotes.scene import Scene

GIVEN = re.compile(
    r"\b(?:g[ai]v(?:e|en|ing) (?:his|her|their) (?:first |last |given )?names?(?: only| just| simply)? as"
    r"|identif(?:ied|ying) (?:(?:him|her|them)sel(?:f|ves) )?"
    r"(?:(?:only |just )?as|(?:only |just )by|by (?=his |her |their ))"
    r"|(?:gave|gives?|giving|provided|offered) (?:only|just) (?:his|her|their)(?: (?:first|last|given))? names?,?"
    r"|asked that only (?:his|her|their) (?:first|last|given) name,?"
    r"|(?:asked|wanted|agreed|wished|insisted|requested) to be (?:identified|called|named|known|referred to)"
    r"(?: only| just)? (?:as|by)|(?:who|and) goes by)(?: (?:his|her|their) (?:first|last|given|middle) names?,?)? $"
)
REACH = 110  # characters from the noun to the name


def name_given(scene: Scene, phrase: Phrase, names: Sequence[NameMention]) -> NameMention | None:
    """The name that a mention of one unnamed person is given behind it, within its sentence."""
    tokens = scene.tokens
    noun = tokens[phrase.head]
    if phrase.plural or not (noun.upos == "NOUN" or noun.text.lower() == "one"):
        return None
    for mention in names:
        if noun.end < mention.start < noun.end + REACH and not mention.quoted:
            same = mention.sentence == noun.sentence
            given = GIVEN.search(scene.text, noun.end, mention.start) if same else None
            return mention if given and _is_own(scene, noun.index, given.start()) else None
    return None


def _is_own(scene: Scene, noun: int, end: int) -> bool:
    """Nobody and nothing else stands between that the name may be of."""
    between = [t for t in scene.tokens[noun + 1 :] if t.end <= end]
    has_subject = any(t.deprel.startswith("nsubj") and t.text.lower() not in RELATIVE for t in between)
    return not has_subject and not any(t.upos == "NOUN" and is_person_word(t) for t in between)

"""Whether a name is a person's or a body's: decided once for each name of an article, over all the places where it
stands.

The name model reads each place by itself, and takes "Lazada Group" for a person in one sentence and for a body in the
next. All places together tell more: who "says" and is taken up by "he", bears a title or an age, goes on under the
surname alone. The features are named; what they are worth, trees have learnt (`quotes train kinds`).
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from quotes.cast.names import Word, core, is_given_name, is_suffix, is_title, is_trade, title_gender
from quotes.cast.nouns import is_person_word, noun_kind
from quotes.cast.signs import is_headline
from quotes.cast.told_ages import told_ages
from quotes.cast.told_kin import told_kin
from quotes.domain import Token
from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

if TYPE_CHECKING:
    from quotes.boosted import BoostedTrees


@dataclass(frozen=True, slots=True)
class Kind:
    """How likely a name is a person's, and how likely a body's."""

    person: float
    body: float


Name = tuple[list[Word], list[Word]]  # titles, and the words of the name
HE, IT = frozenset(("he", "she", "his", "her", "him")), frozenset(("it", "its", "they", "their", "them"))
IN = word_class("prepositions_of_place")
ENTITIES = ("PERSON", "ORG", "LOC", "MISC")
TAKEN_UP = 30  # words behind a name in which a pronoun may take it up
BODY_KINDS = ("organization", "document", "place", "poll", "crowd", "rhetorical")
_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.?)?\Z")

OF_PLACES = (
    *ENTITIES, "tagged_proper", "tagged_plural", "personal_title", "gendered_title", "any_title", "noun_before",
    "the_before", "article_before", "in_before", "by_before", "opens_sentence", "adjective_before", "capital_before",
    "noun_in_commas", "age", "kin", "who_behind", "which_behind", "of_behind", "brackets_behind", "comma_behind",
    "possessor", "noun_behind", "capital_behind", "subject", "speaks", "object", "modifier", "taken_up_by_he",
    "taken_up_by_it", "quote_near", "colon_behind", "headline", "joined", "quoted",
)  # fmt: skip
OF_WORDS = (
    "word_count", "letters", "given_first", "doubtful_given", "given_inside", "given_last", "org_word", "ends_as_body",
    "last_is_body_noun", "last_is_person_noun", "first_is_person_noun", "is_outlet", "is_state", "initial",
    "titles_only", "capitals", "hyphen", "particle", "digit_or_mark", "lower_elsewhere", "demonym", "never_name",
    "ends_plural",
)  # fmt: skip
OF_ARTICLE = (
    "times", "shorter_times", "shorter_person", "shorter_org", "shorter_gendered", "shorter_speaks",
    "longer_times", "longer_person", "longer_org", "longer_given", "longer_gendered", "longer_last",
)  # fmt: skip
FEATURES = (*OF_PLACES, *(f"{name}_ever" for name in ("PERSON", "ORG", "LOC", "speaks")), *OF_WORDS, *OF_ARTICLE)


@cache
def _trees(kind: str) -> "BoostedTrees":
    from quotes.boosted import BoostedTrees  # asking a store imports this package, and does without lightgbm

    return BoostedTrees.read(files("quotes").joinpath("models", "attribution", f"kinds_{kind}.txt"), FEATURES)


def kinds_of(scene: Scene, names: Sequence[Name]) -> list[tuple[Name, Kind]]:
    """Each name of an article with what it is likely to be; the same for names of the same words."""
    features = kind_features(scene, names)
    rows = list(features.values())
    people, bodies = (_trees(kind).probabilities(rows) for kind in ("person", "body"))
    kinds = {key: Kind(p, b) for key, p, b in zip(features, people, bodies, strict=True)}
    return [((titles, words), kinds[key_of(words)]) for titles, words in names]


def key_of(words: Sequence[Word]) -> tuple[str, ...]:
    return core(tuple(w.text for w in words))


def kind_features(scene: Scene, names: Sequence[Name]) -> dict[tuple[str, ...], list[float]]:
    """The features of each name by its folded words, in the order of `FEATURES`."""
    places: dict[tuple[str, ...], list[dict[str, float]]] = defaultdict(list)
    worded: dict[tuple[str, ...], list[Word]] = {}
    for titles, words in names:
        key = key_of(words)
        places[key].append(_place(scene, titles, words))
        worded.setdefault(key, words)
    means = {key: _mean(some) for key, some in places.items()}
    by_last: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in means:
        if len(key) > 1:
            by_last[key[-1]].append(key)
            for word in set(key):
                by_word[word].append(key)
    rows = {}
    for key, mean in means.items():
        row = mean | _of_words(scene, worded[key])
        for name in ("PERSON", "ORG", "LOC", "speaks"):
            row[f"{name}_ever"] = max(p[name] for p in places[key])
        row |= _of_article(key, means, places, by_last, by_word)
        rows[key] = [row[name] for name in FEATURES]
    return rows


def _mean(some: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: sum(p[name] for p in some) / len(some) for name in OF_PLACES}


def _place(scene: Scene, titles: Sequence[Word], words: Sequence[Word]) -> dict[str, float]:
    """What one place tells."""
    tokens = scene.tokens
    first, last = scene.covering(words[0].start, words[-1].end)
    own = tokens[first:last]
    size = max(1, len(own))
    begins = scene.covering(titles[0].start, words[0].start)[0] if titles else first
    sentence = own[0].sentence
    before = _neighbour(scene, begins - 1, sentence)
    behind, then = _neighbour(scene, last, sentence), _neighbour(scene, last + 1, sentence)
    head = tokens[scene.head_of(first, last) or first]
    above = tokens[head.head] if head.head >= 0 else None
    subject = head.deprel.startswith("nsubj")
    lower_before = before.text.lower() if before is not None else ""
    lower_behind = behind.text.lower() if behind is not None else ""
    he, it = _taken_up(scene, last)
    row = {kind: sum(scene.entity_at.get(t.index) == kind for t in own) / size for kind in ENTITIES}
    return row | {
        "tagged_proper": sum(t.upos == "PROPN" for t in own) / size,
        "tagged_plural": own[-1].xpos in ("NNPS", "NNS"),
        "personal_title": any(is_title(t.text) for t in titles),
        "gendered_title": any(title_gender(t.text) is not None for t in titles),
        "any_title": bool(titles),
        "noun_before": before is not None and before.upos == "NOUN" and is_person_word(before),
        "the_before": lower_before == "the",
        "article_before": lower_before in ("a", "an", "this", "that", "its", "our"),
        "in_before": lower_before in IN,
        "by_before": lower_before in ("by", "with", "against", "to"),
        "opens_sentence": before is None,
        "adjective_before": before is not None and before.upos == "ADJ",
        "capital_before": before is not None and before.upos == "PROPN",
        "noun_in_commas": lower_behind == "," and _noun_in_commas(scene, last + 1),
        "age": bool(told_ages(scene, words[0].start, words[-1].end)),
        "kin": told_kin(scene.text, words[0].start, words[-1].end) is not None,
        "who_behind": "who" in (lower_behind, then.text.lower() if lower_behind == "," and then is not None else ""),
        "which_behind": lower_behind == "," and then is not None and then.text.lower() in ("which", "where"),
        "of_behind": lower_behind in ("of", "for"),
        "brackets_behind": lower_behind == "(" and then is not None and then.text.isupper(),
        "comma_behind": lower_behind == ",",
        "possessor": behind is not None and behind.xpos == "POS",
        "noun_behind": behind is not None and behind.upos == "NOUN",
        "capital_behind": behind is not None and behind.upos == "PROPN",
        "subject": subject,
        "speaks": subject and above is not None and above.lemma in word_list("reporting_verbs"),
        "object": head.deprel in ("obj", "iobj"),
        "modifier": head.deprel in ("compound", "amod", "nmod:poss"),
        "taken_up_by_he": he,
        "taken_up_by_it": it,
        "quote_near": scene.quoted_by[first] < 0
        and any(n >= 0 for n in (*scene.quoted_by[max(0, first - 3) : first], *scene.quoted_by[last : last + 3])),
        "colon_behind": lower_behind == ":",
        "headline": is_headline(scene, words[0].start),
        "joined": lower_before == "and" or lower_behind == "and",
        "quoted": scene.quoted_by[first] >= 0,
    }


def _neighbour(scene: Scene, index: int, sentence: int) -> Token | None:
    token = scene.tokens[index] if 0 <= index < len(scene.tokens) else None
    return token if token is not None and token.sentence == sentence else None


def _noun_in_commas(scene: Scene, first: int) -> bool:
    for token in scene.tokens[first : first + 6]:
        if token.upos == "NOUN":
            return is_person_word(token)
        if token.upos not in ("DET", "ADJ", "PROPN", "PRON", "PART", "ADV", "NUM"):
            return False
    return False


def _taken_up(scene: Scene, last: int) -> tuple[float, float]:
    """By "he" or "she", and by "it" or "they", before anybody else comes as a subject."""
    for token in scene.tokens[last : last + TAKEN_UP]:
        lower = token.text.lower()
        if scene.quoted_by[token.index] >= 0:
            continue
        if lower in HE:
            return 1.0, 0.0
        if lower in IT:
            return 0.0, 1.0
        if token.upos == "PROPN" and token.deprel.startswith("nsubj"):
            break
    return 0.0, 0.0


def _of_words(scene: Scene, words: Sequence[Word]) -> dict[str, float]:
    texts = [w.text for w in words]
    lower = [t.casefold() for t in texts]
    first, last = lower[0], lower[-2] if len(lower) > 1 and is_suffix(texts[-1]) else lower[-1]
    nouns = table("source_nouns")
    times = [(scene.frequency[w], scene.frequency[t]) for w, t in zip(lower, texts, strict=True)]
    return {
        "word_count": len(texts),
        "letters": len(texts[-1]),
        "given_first": is_given_name(texts[0]),
        "doubtful_given": first in word_list("ambiguous_given_names"),
        "given_inside": any(map(is_given_name, texts[1:-1])),
        "given_last": len(texts) > 1 and is_given_name(texts[-1]),
        "org_word": sum(w in word_list("org_words") for w in lower),
        "ends_as_body": last in word_list("org_words"),
        "last_is_body_noun": noun_kind(last, last, False) in BODY_KINDS or last in table("body_nouns"),
        "last_is_person_noun": nouns.get(last) in ("insider", "office", "expert", "person", "spokesperson", "kin")
        or is_title(last) or is_trade(texts[-1]),
        "first_is_person_noun": nouns.get(first) is not None or is_title(first),
        "is_outlet": " ".join(texts) in word_list("outlets"),
        "is_state": texts[0] in table("states") or texts[-1] in table("states"),
        "initial": any(_INITIAL.match(t) for t in texts[:-1]),
        "titles_only": sum(
            is_title(t) or is_trade(t) or nouns.get(w) is not None or w in word_list("demonyms")
            for t, w in zip(texts, lower, strict=True)
        )
        / len(texts),
        "capitals": sum(t.isupper() and len(t) > 1 for t in texts) / len(texts),
        "hyphen": sum("-" in t for t in texts),
        "particle": any(w in table("name_particles") for w in lower[:-1]),
        "digit_or_mark": any(not c.isalpha() and c not in "-.'’" for t in texts for c in t),
        "lower_elsewhere": max(small / (small + capital or 1) for small, capital in times),
        "demonym": last in word_list("demonyms") or texts[-1] in word_list("demonyms"),
        "never_name": first in word_list("never_names"),
        "ends_plural": last.endswith("s") and not last.endswith("ss"),
    }  # fmt: skip


def _of_article(
    key: tuple[str, ...],
    means: dict[tuple[str, ...], dict[str, float]],
    places: dict[tuple[str, ...], list[dict[str, float]]],
    by_last: dict[str, list[tuple[str, ...]]],
    by_word: dict[str, list[tuple[str, ...]]],
) -> dict[str, float]:
    """What the names that go by the last word alone tell, and the longer ones that hold this one."""
    row = dict.fromkeys(OF_ARTICLE, 0.0) | {"times": float(len(places[key]))}
    short = (key[-1],)
    if len(key) > 1 and short in means:
        row["shorter_times"] = len(places[short])
        row["shorter_person"], row["shorter_org"] = means[short]["PERSON"], means[short]["ORG"]
        row["shorter_gendered"], row["shorter_speaks"] = means[short]["gendered_title"], means[short]["speaks"]
    longer = [k for k in by_word[key[-1]] if len(k) > len(key) and (len(key) == 1 or set(key) <= set(k))]
    if longer:
        row["longer_times"] = sum(len(places[k]) for k in longer)
        row["longer_person"] = max(means[k]["PERSON"] for k in longer)
        row["longer_org"] = max(means[k]["ORG"] for k in longer)
        row["longer_given"] = any(is_given_name(k[0].capitalize()) for k in longer)
        row["longer_gendered"] = max(means[k]["gendered_title"] for k in longer)
        row["longer_last"] = any(k[-1] == key[-1] for k in longer)
    return row

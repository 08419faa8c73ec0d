"""Which words of a naming are the surname: "Jane Doe Memorial Day" of a Ms. Doe, "Doe Tower", "Jane and John Doe"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.cast.names import core, fold, given_name_gender, is_given_name, is_suffix, title_gender
from quotes.cast.namings import SURE, Naming
from quotes.cast.signs import is_headline
from quotes.scene import Scene


def up_to_surname(naming: Naming, addressed: set[str]) -> Naming:
    """Without the capitals after the surname, where somebody is addressed by a word inside the name ("Mr. Doe") and
    nobody by its last ("Jane Doe Memorial Day"); a last one that is surely a name's is a second surname."""
    words = naming.mention.words
    if len(words) < 3 or is_suffix(words[-1]) or fold(words[-1]) in addressed:
        return naming
    ends = [i for i, w in enumerate(words[1:-1], start=2) if fold(w) in addressed]
    if not ends or not is_given_name(words[0]) or (naming.certainty == SURE and ends[-1] == len(words) - 1):
        return naming
    kept = " ".join(naming.text.split()[: ends[-1]])
    mention = replace(naming.mention, words=words[: ends[-1]], end=naming.mention.start + len(kept))
    return replace(naming, mention=mention, text=kept)


def from_given_name(scene: Scene, found: Sequence[Naming]) -> Iterator[Naming]:
    """The namings, those that hold a surname of the article's with words before it that are no given names cut to the
    name: "Mayor Of Harbour Doe" in a headline, "State Doe" behind "secretary of"."""
    alone = {core(n.mention.words)[-1] for n in found if n.sure and len(n.mention.words) == 1}
    full = {core(n.mention.words)[-1] for n in found if n.sure and _is_full(scene, n)}
    for naming in found:
        words, mention = naming.mention.words, naming.mention
        count = 0
        surname = core(words)[-1]
        if surname in alone | full and mention.start >= 0 and not is_given_name(words[0]):
            told = surname in full and is_headline(scene, mention.start)
            while count < len(words) - 1 and not is_given_name(words[count]):
                is_common = len(words[count]) > 2 and scene.frequency[words[count].lower()] > 0
                if not (told or is_common):
                    break
                count += 1
        yield naming if count == 0 else _without_first(scene, naming, count)


def _is_full(scene: Scene, naming: Naming) -> bool:
    """With a given name, or at least in running text."""
    words, start = naming.mention.words, naming.mention.start
    return len(words) > 1 and (is_given_name(words[0]) or (start >= 0 and not is_headline(scene, start)))


def _without_first(scene: Scene, naming: Naming, count: int) -> Naming:
    mention = naming.mention
    start = scene.text.index(mention.words[count], mention.start + sum(map(len, mention.words[:count])))
    return replace(
        naming,
        mention=replace(mention, start=start, words=mention.words[count:]),
        text=naming.text[start - mention.start :],
    )


def begins_with_surname(naming: Naming, surnames: set[str]) -> bool:
    """ "Doe Tower", where there is a Jane Doe: a thing called after her."""
    first = naming.mention.words[0]
    return fold(first) in surnames and not is_given_name(first)


def with_surnames(scene: Scene, found: Sequence[Naming]) -> Iterator[Naming]:
    """The namings, of "Jane and John Doe" the first with its surname, where the article also has a "Ms. Doe"."""
    told = {(fold(n.mention.words[0]), title_gender(t)) for n in found if len(n.mention.words) == 1
            for t in n.mention.titles}  # fmt: skip
    borne = {word for n in found if len(n.mention.words) > 1 for word in core(n.mention.words)}
    following = {n.mention.start: n for n in found if len(n.mention.words) > 1}
    for naming in found:
        mention = naming.mention
        given = mention.words[0]
        gender = given_name_gender(given) if len(mention.words) == 1 and fold(given) not in borne else None
        joined = scene.text[mention.end : mention.end + 5] == " and " and mention.start >= 0
        mate = following.get(mention.end + 5) if joined else None
        if gender is None or mate is None or given_name_gender(mate.mention.words[0]) == gender:
            yield naming
            continue
        surname = mate.mention.words[-1]
        if (fold(surname), gender) in told:
            naming = replace(naming, mention=replace(mention, words=(given, surname)), text=f"{given} {surname}")
        yield naming

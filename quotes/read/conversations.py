"""Conversations whose speakers a page tells by its mark-up alone: they get the labels that plain text gives them.

A name that stands in a cell, a box or bold type of its own is followed by a colon; questions that stand in bold type
or in headings begin with "Q: ", and their answers with "A: ".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from quotes.read.markup import words_in

_SPEAKER = re.compile(
    r"(?:^|[-_])(?:speaker|interviewee|interviewer)(?:[-_]{1,2}(?:name|label))?$|[a-z]Speaker$", re.IGNORECASE
)
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|the|de|van|bin)){0,5}")
_LABELLED = re.compile(r"(?:Q|A|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5})\d{0,2}[:.] ")
_TYPES = {"b": "bold", "strong": "bold", "em": "slanted", "i": "slanted"}
_BLOCKS = ("p", "div", "li", "dt", "dd", "h2", "h3", "h4", "h5", "blockquote", "td")
_ASKING = frozenset(("dt", "h2", "h3", "h4", "h5"))
_INLINE = frozenset(("span", "a", "cite", *_TYPES))
_SENTENCE_END = re.compile(r"[.!?…—–-][\"'”’»)\]]*$")
_QUESTION = re.compile(r"\?[\"'”’»)]*$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SELF = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine)\b")
_ADDRESSED = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_LONGEST_NAME, _LONGEST_QUESTION = 60, 500  # characters
_TURNS = 1.5  # of each speaker, on average
_LEAST_QUESTIONS = 3
_LAST = 3  # blocks below the last question, of which one has its answer

Pair = tuple[Any, Any]  # the element of a name, and that of the words, which may be around it


def label_conversations(tree: Any) -> None:
    """Label the turns of each conversation in the tree."""
    for pairs in _iter_named(tree):  # each set as those before it left the tree
        if _is_conversation(pairs):
            for name, words in pairs:
                _join(name, words)
    _label_questions(next(iter([*tree.iter("article"), *tree.iter("main")]), tree))


def _iter_named(tree: Any) -> Iterator[list[Pair]]:
    """What may be conversations: names with the words beside them."""
    yield _called_speakers(tree)
    yield _bold_names(tree)
    for tag, pairs_in in (("dl", _terms), ("table", _rows)):
        for element in list(tree.iter(tag)):
            if next(element.iterdescendants(tag), None) is None:
                yield pairs_in(element)


def _is_conversation(pairs: Sequence[Pair]) -> bool:
    """Several people, of whom some speak again, in sentences."""
    names = [_name_in(name) for name, _ in pairs]
    if None in names or not 1 < len(set(names)) <= len(names) / _TURNS:
        return False
    blocks = {words for _, words in pairs}
    if len(blocks) < len(pairs):
        return False  # several begin in one block
    said = [words_in(words) for words in blocks]
    return sum(bool(_SENTENCE_END.search(words)) for words in said) > len(said) / 2


def _join(name: Any, words: Any) -> None:
    label = _name_in(name)
    name.drop_tree()
    _begin(words, f"{label}: ")


def _begin(element: Any, label: str) -> None:
    """Put a label before the first words of an element."""
    if not (element.text or "").strip():
        inner = next((e for e in element if isinstance(e.tag, str) and words_in(e)), None)
        if inner is not None and inner.tag in _BLOCKS:
            _begin(inner, label)
            return
    element.text = label + (element.text or "").lstrip(" \n\t:\u00a0")


def _called_speakers(tree: Any) -> list[Pair]:
    """What the page calls a speaker, with the words beside or below it."""
    called = tree.xpath(".//*[contains(@class, 'peaker') or contains(@class, 'nterview')]")
    names = [e for e in called if any(map(_SPEAKER.search, e.get("class").split())) and _name_in(e)]
    inner = set(names)
    outermost = (e for e in names if inner.isdisjoint(e.iterancestors()))
    return [(name, words) for name in outermost if (words := _words_of(name)) is not None]


def _words_of(name: Any) -> Any:
    if name.tag in _INLINE and (name.tail or "").strip(" \n\t:\u00a0"):
        return name.getparent()
    place = name
    for _ in range(3):
        following = next((e for e in place.itersiblings() if isinstance(e.tag, str) and words_in(e)), None)
        parent = place.getparent()
        if following is not None or parent is None:
            inside = following is not None and following.tag in _INLINE and place is name and name.tag in _INLINE
            return parent if inside else following
        place = parent
    return None


def _bold_names(tree: Any) -> list[Pair]:
    """Paragraphs that begin with a name in bold type, without a colon."""
    found = []
    for paragraph in tree.iter("p"):
        first = next(iter(paragraph), None)
        if first is None or first.tag not in ("b", "strong") or (paragraph.text or "").strip() or not _name_in(first):
            continue
        if (first.tail or "").lstrip()[:1].isupper() and not words_in(first).endswith(":"):
            found.append((first, paragraph))
    return found


def _terms(group: Any) -> list[Pair]:
    """A list's terms with what follows each."""
    return [(a, b) for a, b in pairwise(e for e in group.iter("dt", "dd")) if (a.tag, b.tag) == ("dt", "dd")]


def _rows(table: Any) -> list[Pair]:
    """The rows of a table of two columns."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    return [(cells[0], cells[1]) for cells in rows] if all(len(cells) == 2 for cells in rows) else []


def _name_in(element: Any) -> str | None:
    shown = words_in(element).rstrip(" :")
    return shown if len(shown) <= _LONGEST_NAME and _NAME.fullmatch(shown) else None


def _label_questions(within: Any) -> None:
    """Label the questions and answers of an interview: questions that address somebody who answers as “I”."""
    standing_out = (words_in(element) for element in within.iter(*_ASKING, *_TYPES))
    if sum(bool(_QUESTION.search(words)) for words in standing_out) < _LEAST_QUESTIONS:
        return
    blocks = list(_leaves(within))
    asking: dict[str, list[int]] = defaultdict(list)  # by their mark-up, where questions stand
    for place, block in enumerate(blocks):
        if _QUESTION.search(_marked(block)):
            asking[_mark_up(block)].append(place)
    for mark_up, places in asking.items():
        if len(places) >= _LEAST_QUESTIONS and _is_interview(blocks, places):
            between = range(places[0], places[-1] + 1)  # what stands out like questions there is asked, too
            also = {i for i in between if _mark_up(blocks[i]) == mark_up and _is_whole(blocks[i])}
            _label(blocks, sorted(also.union(places)))


def _label(blocks: Sequence[Any], asked: Sequence[int]) -> None:
    for place, following in pairwise([*asked, asked[-1] + 1 + _LAST]):
        rest = _cut(blocks[place])
        below = blocks[place + 1 : following]
        answer = rest if rest is not None else next((b for b in below if b.tag in ("p", "dd")), next(iter(below), None))
        _begin(blocks[place], "Q: ")
        if answer is not None:
            _begin(answer, "A: ")


def _leaves(within: Any) -> Iterator[Any]:
    """The blocks that hold no other, and no program."""
    for block in within.iter(*_BLOCKS):
        if next(block.iterdescendants(*_BLOCKS, "script", "style"), None) is None and words_in(block):
            yield block


def _lead(block: Any) -> Any:
    """The bold or slanted type that a block begins with; None where it begins without."""
    first = next((e for e in block if e.tag != "br"), None)
    return first if first is not None and first.tag in _TYPES and not (block.text or "").strip() else None


def _mark_up(block: Any) -> str:
    """What makes the block, or its beginning, stand out; "" where nothing does."""
    if block.tag in _ASKING:
        return str(block.tag)
    lead = _lead(block)
    return "" if lead is None else _TYPES[lead.tag]


def _marked(block: Any) -> str:
    """The words of a block that stand out."""
    element = block if block.tag in _ASKING else _lead(block)
    shown = "" if element is None else words_in(element)
    return shown if len(shown) <= _LONGEST_QUESTION else ""


def _is_whole(block: Any) -> bool:
    return words_in(block) == _marked(block)


def _is_interview(blocks: Sequence[Any], places: Sequence[int]) -> bool:
    questions = [_marked(blocks[place]) for place in places]
    answers = [_answer(blocks[place:following]) for place, following in pairwise([*places, places[-1] + 1 + _LAST])]
    if any(_LABELLED.match(turn) for turn in (*questions, *answers)):
        return False  # it has labels already
    answered = sum(bool(_SELF.search(_QUOTED.sub("", answer))) for answer in answers)
    addressed = sum(bool(_ADDRESSED.search(question)) for question in questions)
    return answered >= len(answers) / 2 and addressed >= len(questions) / 3


def _answer(blocks: Sequence[Any]) -> str:
    """What follows the question within its block and in those below."""
    first = words_in(blocks[0])[len(_marked(blocks[0])) :]
    return " ".join([first, *map(words_in, blocks[1:])]).strip()


def _cut(block: Any) -> Any:
    """Part an answer from the question in bold type before it; the answer's new block, or None where there is none."""
    first = _lead(block)
    if block.tag in _ASKING or _is_whole(block):
        return None
    rest = block.makeelement("p", {})
    rest.text, first.tail = first.tail, None
    for element in list(first.itersiblings()):
        if element.tag == "br" and not (rest.text or "").strip() and not len(rest):
            rest.text = element.tail
            element.getparent().remove(element)
        else:
            rest.append(element)
    rest.tail, block.tail = block.tail, None
    block.addnext(rest)
    return rest

"""Outlets taken up again by a short form: "the Post" after "The Washington Post", "the daily" after "Al-Rai"."""

import re
from collections.abc import Sequence

from quotes.cast.outlets import OutletName
from quotes.domain import Span
from quotes.lexicon import words as word_list

KIND = re.compile(
    r"\bthe (?:newspaper|paper|daily|weekly|magazine|tabloid|broadsheet|broadcaster|network|channel|station|outlet|"
    r"news agency|newswire|news site|website|publication)\b(?![’']s)",
    re.IGNORECASE,
)

OWN_KIND = re.compile(r"\bthis (?:newspaper|paper|magazine|publication|website|site|outlet|news agency|station)\b")


def with_own_name(named: Sequence[OutletName], own: str | None) -> list[OutletName]:
    """The outlets found in an article, where one that bears only the end of the name of the article's own outlet is
    this one ("the Herald" in The Cape Herald), unless another with that end is named in full before."""
    found: list[OutletName] = []
    for outlet in named:
        last = _bare(outlet.name)
        is_own = own is not None and " " not in last and _bare(own).endswith((f" {last}", f"-{last}"))
        if own is not None and is_own and not any(_bare(o.name).endswith(f" {last}") and o.name != own for o in found):
            found.append(OutletName(own, outlet.span))
        else:
            found.append(outlet)
    return found


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def find_short_forms(text: str, full: Sequence[OutletName], own: str | None = None) -> list[OutletName]:
    """Later mentions of the outlets in `full`, under the name as first worded, and of the article's own outlet where no
    other that was named before has the short form; `full` is in order of the text."""
    if own is not None:
        full = [*full, OutletName(own, Span(0, 0))]
    taken = {o.span.start for o in full} | {o.span.end for o in full}
    found: dict[int, OutletName] = {}
    if own is not None:
        for match in (*_in_full(own).finditer(text), *OWN_KIND.finditer(text)):
            if not {match.start(), match.end()} & taken:
                found[match.start()] = OutletName(own, Span(*match.span()))
    for outlet in full:
        for form in _short_forms(outlet.name):
            for match in form.finditer(text, outlet.span.end):
                if not {match.start(), match.start(1), match.end()} & taken:
                    found.setdefault(match.start(1), OutletName(outlet.name, Span(*match.span(1))))
    for match in KIND.finditer(text):
        before = [o for o in full if 0 < o.span.end < match.start()]
        if before:
            found.setdefault(match.start(), OutletName(before[-1].name, Span(*match.span())))
    return sorted(found.values(), key=lambda o: o.span.start)


def _in_full(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(_bare(name))}(?!\w)")


def _short_forms(name: str) -> list[re.Pattern[str]]:
    words = _bare(name).split()
    if len(words) < 2 or "'" in name or "’" in name:
        return []
    forms = []
    if words[-1].rsplit("-", 1)[-1] in word_list("outlet_words"):
        forms.append(re.compile(rf"\b[Tt]he ({re.escape(words[-1])})\b(?! [A-Z])"))
    if words[-1] in ("News", "Television", "TV") and len(words) == 2 and words[0].isalpha():
        forms.append(re.compile(rf"\b({re.escape(words[0])})\b(?! [A-Z&])"))
    return forms

"""What the house rules look at, and what they find."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.store.counting.stories import Appearance, Head, Story


@dataclass(frozen=True, slots=True)
class Told:
    """An article with its quotations in order of the text."""

    story: Head
    quotations: tuple[Appearance, ...]

    @property
    def anonymous(self) -> list[Appearance]:
        """The quotations that the strict rule counts."""
        return [one for one in self.quotations if one.category == "anonymous"]

    def sources(self) -> list[list[Appearance]]:
        """The anonymous sources, each with its quotations."""
        by_speaker: dict[int | None, list[Appearance]] = {}
        for one in self.anonymous:
            by_speaker.setdefault(one.speaker, []).append(one)
        return list(by_speaker.values())


Breach = tuple[Appearance, str]  # the quotation, and what about it
Check = Callable[[Told], Iterator[Breach]]


@dataclass(frozen=True, slots=True)
class HouseRule:
    name: str
    definition: str
    check: Check


@dataclass(frozen=True, slots=True)
class Finding:
    """A warning: a quotation that a house rule minds."""

    rule: HouseRule
    quotation: Appearance
    what: str


def apply_rules(story: Story, rules: Sequence[HouseRule]) -> Iterator[Finding]:
    told = Told(story.head, story.quotations)
    for rule in rules:
        for appearance, what in rule.check(told):
            yield Finding(rule, appearance, what)


class Warnings:
    """How often each rule minds something, which quotations it minds, and the first findings in full."""

    def __init__(self, findings: Iterable[Finding] = (), *, most: int = 0) -> None:
        """At most so many findings of each rule are kept in full."""
        self.counts: Counter[str] = Counter()
        self.first: dict[str, list[Finding]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        for finding in findings:
            name, identity = finding.rule.name, finding.quotation.id
            self.counts[name] += 1
            self._names[identity] = (*self._names.get(identity, ()), name)
            if self.counts[name] <= most:
                self.first.setdefault(name, []).append(finding)

    def minding(self, ids: Iterable[str]) -> list[str]:
        """The names of the rules that mind any of these quotations, each once."""
        return list(dict.fromkeys(name for identity in ids for name in self._names.get(identity, ())))

"""What the house rules look at, and what they find."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quotes.report.stories import Appearance, Story


@dataclass(frozen=True, slots=True)
class Told:
    """An article with its quotations in order of the text."""

    story: Story
    quotations: tuple[Appearance, ...]

    @property
    def anonymous(self) -> list[Appearance]:
        """The quotations that the strict rule counts."""
        return [one for one in self.quotations if one.category == "anonymous"]

    def sources(self) -> list[list[Appearance]]:
        """The anonymous sources, each with its quotations."""
        by_speaker: dict[str | None, list[Appearance]] = {}
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


def apply_rules(told: Told, rules: Sequence[HouseRule]) -> Iterator[Finding]:
    for rule in rules:
        for appearance, what in rule.check(told):
            yield Finding(rule, appearance, what)

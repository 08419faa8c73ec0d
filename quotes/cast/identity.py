"""Who a mention turned out to be."""

from dataclasses import dataclass
from typing import Literal

from quotes.domain import Span

IdentityKind = Literal["person", "organization", "unnamed", "author"]


@dataclass(frozen=True, slots=True)
class Identity:
    """The person, organisation or unnamed source behind a mention, as far as this article tells.

    `kind` is "person" or "organization" for those with a name, "author" for the article's own first person, and
    "unnamed" for everybody and everything else: withheld names, groups, documents, and mentions that nothing resolved.
    """

    kind: IdentityKind
    name: str | None = None  # the fullest that the article gives, without titles; None for the unnamed
    role: str | None = None  # "British Prime Minister"
    affiliation: str | None = None
    descriptor: str | None = None  # an unnamed source as the article words it
    reason: str = ""  # why, in words: "surname of a full name given in the article"
    antecedent: Span | None = None  # the wording that a pronoun or a short form stands for, where it is another one
    chance: float | None = None  # of a pronoun or a definite noun, that its likeliest antecedent is meant
    certainty: float | None = None  # 0 to 1, that the name is right if the mention is; None where there is none
    withheld: str | None = None  # why a name that was found is not given
    stand_in: Span | None = None  # the clause that says of the descriptor, a name, that it hides somebody
    untied: bool = False  # a description that can mean nobody whom the article names near it
    member: int | None = None  # index in Cast.members
    rule: str = ""  # the rule that decided, by its id: "named-beside"

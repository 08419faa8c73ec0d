"""The lists of the page: what the house rules mind, and the quotations behind the figures."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby

from quotes.categories import CATEGORIES
from quotes.definitions import day_in_words
from quotes.report.copies import Counted, Quoted
from quotes.report.findings import Finding, HouseRule
from quotes.report.rows import listed, minded_by, warnings_by_quotation
from quotes.report.stories import Story

_MOST = 500  # entries a list; a page should open quickly


def generate_warnings(rules: Sequence[HouseRule], findings: Sequence[Finding]) -> str:
    if not rules:
        return ""
    by_rule = {rule.name: [finding for finding in findings if finding.rule.name == rule.name] for rule in rules}
    parts = [_rule(rule, by_rule[rule.name]) for rule in rules]
    return f'<section id="warnings">\n<h2>House rules</h2>\n{"".join(parts)}</section>'


def _rule(rule: HouseRule, findings: Sequence[Finding]) -> str:
    head = f"<b>{rule.name}</b> <i>{len(findings):,}</i> <span>{escape(rule.definition)}</span>"
    if not findings:
        return f'<p class="kept">{head}</p>\n'
    items = "\n".join(
        f"<li>{_quotation(finding.quotation.text)} <small>{escape(finding.what)} · {_place(finding.quotation.story)}"
        "</small></li>"
        for finding in findings[:_MOST]
    )
    return f"<details><summary>{head}</summary>\n<ol>\n{items}\n{_rest(len(findings))}</ol></details>\n"


def generate_entries(counted: Counted, findings: Iterable[Finding]) -> str:
    minded = warnings_by_quotation(findings)
    parts = []
    for category, group in groupby(listed(counted), key=lambda quoted: quoted.category):
        quotations = list(group)
        items = "\n".join(_entry(quoted, minded) for quoted in quotations[:_MOST])
        label, meaning = CATEGORIES[category]
        head = f"<b>{label}</b> <i>{len(quotations):,}</i> <span>{escape(meaning)}</span>"
        parts.append(f"<details><summary>{head}</summary>\n<ol>\n{items}\n{_rest(len(quotations))}</ol></details>\n")
    listing = "".join(parts) or "<p>No quotation rests on an unnamed source or a document.</p>"
    return f'<section id="list">\n<h2>The quotations behind the figures</h2>\n{listing}</section>'


def _entry(quoted: Quoted, minded: Mapping[str, Sequence[str]]) -> str:
    first = quoted.first
    facts = [f"<strong>{escape(first.descriptor)}</strong>"] if first.descriptor else []
    if first.reason:
        facts.append(f"reason: {escape(first.reason)}")
    facts.append(_place(first.story))
    if len(quoted.appearances) > 1:
        facts.append(f"{len(quoted.appearances)} appearances")
    facts += [f"<mark>{name}</mark>" for name in minded_by(quoted, minded)]
    return f"<li>{_quotation(first.text)} <small>{' · '.join(facts)}</small></li>"


def _quotation(text: str) -> str:
    return f"<q>{escape(' '.join(text.split()))}</q>"


def _place(story: Story) -> str:
    name = escape(story.title or story.id)
    if story.url and story.url.startswith(("https://", "http://")):
        name = f'<a href="{escape(story.url)}" rel="noopener noreferrer">{name}</a>'
    day = day_in_words(story.published) if story.published else None
    return ", ".join(part for part in (name, story.outlet and escape(story.outlet), day) if part)


def _rest(number: int) -> str:
    if number <= _MOST:
        return ""
    return f"<li>and {number - _MOST:,} more; quotes anonymous --list --format csv gives all of them</li>\n"

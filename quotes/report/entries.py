"""The lists of the page: what the house rules mind, and the quotations behind the figures."""

from collections.abc import Sequence
from html import escape

from quotes.categories import CATEGORIES
from quotes.definitions import day_in_words
from quotes.report.counted import Counted
from quotes.report.findings import Finding, HouseRule, Warnings
from quotes.report.rows import LISTED
from quotes.store.counting.stories import Head, Listed

MOST = 500  # entries a list; a page should open quickly


def generate_warnings(rules: Sequence[HouseRule], warnings: Warnings) -> str:
    if not rules:
        return ""
    parts = [_rule(rule, warnings.counts[rule.name], warnings.first.get(rule.name, ())) for rule in rules]
    return f'<section id="warnings">\n<h2>House rules</h2>\n{"".join(parts)}</section>'


def _rule(rule: HouseRule, number: int, findings: Sequence[Finding]) -> str:
    head = f"<b>{rule.name}</b> <i>{number:,}</i> <span>{escape(rule.definition)}</span>"
    if not findings:
        return f'<p class="kept">{head}</p>\n'
    items = "\n".join(
        f"<li>{_quotation(finding.quotation.text)} <small>{escape(finding.what)} · {_place(finding.quotation.story)}"
        "</small></li>"
        for finding in findings[:MOST]
    )
    return f"<details><summary>{head}</summary>\n<ol>\n{items}\n{_rest(number)}</ol></details>\n"


def generate_entries(counted: Counted, warnings: Warnings) -> str:
    whole = counted.tallies()[()]["quotations"]
    numbers = {
        "anonymous": whole.strict,
        "spokesperson": whole.spokespersons,
        "unnamed": whole.broad - whole.strict - whole.spokespersons,
        "document": whole.documents,
    }
    parts = []
    for category in LISTED:
        items = "\n".join(_entry(quoted, warnings) for quoted in counted.listed(category, MOST))
        label, meaning = CATEGORIES[category]
        head = f"<b>{label}</b> <i>{numbers[category]:,}</i> <span>{escape(meaning)}</span>"
        if items:
            rest = _rest(numbers[category])
            parts.append(f"<details><summary>{head}</summary>\n<ol>\n{items}\n{rest}</ol></details>\n")
    listing = "".join(parts) or "<p>No quotation rests on an unnamed source or a document.</p>"
    return f'<section id="list">\n<h2>The quotations behind the figures</h2>\n{listing}</section>'


def _entry(quoted: Listed, warnings: Warnings) -> str:
    first = quoted.first
    facts = [f"<strong>{escape(first.descriptor)}</strong>"] if first.descriptor else []
    if first.reason:
        facts.append(f"reason: {escape(first.reason)}")
    facts.append(_place(first.story))
    if len(quoted.places) > 1:
        facts.append(f"{len(quoted.places)} appearances")
    facts += [f"<mark>{name}</mark>" for name in warnings.minding(quoted.ids)]
    return f"<li>{_quotation(first.text)} <small>{' · '.join(facts)}</small></li>"


def _quotation(text: str) -> str:
    return f"<q>{escape(' '.join(text.split()))}</q>"


def _place(story: Head) -> str:
    name = escape(story.title or story.id)
    if story.url and story.url.startswith(("https://", "http://")):
        name = f'<a href="{escape(story.url)}" rel="noopener noreferrer">{name}</a>'
    day = day_in_words(story.published) if story.published else None
    return ", ".join(part for part in (name, story.outlet and escape(story.outlet), day) if part)


def _rest(number: int) -> str:
    if number <= MOST:
        return ""
    return f"<li>and {number - MOST:,} more; quotes anonymous --list --format csv gives all of them</li>\n"

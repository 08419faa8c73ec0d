"""A selection in plain words, as a title has it."""

from quotes.store import Selection


def describe(selection: Selection) -> str:
    """What is asked for; "" where that is everything.

    >>> from datetime import date
    >>> describe(Selection(outlet=("The Example",), since=date(2020, 1, 1)))
    'outlet The Example, since 2020-01-01'
    """
    several = {
        "said by": (*selection.speaker, *selection.people), "about": selection.about, "outlet": selection.outlet,
        "desk": selection.desk, "byline": selection.byline,
    }  # fmt: skip
    of_speech = {"kind": selection.kind, "by": selection.type, "through": selection.via, "in": selection.medium}
    parts = [f"{name} {' or '.join(values)}" for name, values in several.items() if values]
    parts += [f"since {selection.since}"] if selection.since else []
    parts += [f"until {selection.until}"] if selection.until else []
    parts += [f"{name} {' or '.join(values)}".replace("_", " ") for name, values in of_speech.items() if values]
    parts += [f"{len(selection.quotations):,} chosen quotations"] if selection.quotations else []
    parts += [f"article {selection.article}"] if selection.article else []
    parts += [f"with the words {selection.words}"] if selection.words else []
    if selection.anonymous is not None:
        parts.append("sources whose names are withheld" if selection.anonymous else "named sources")
    if selection.min_confidence is not None:
        parts.append(f"confidence {selection.min_confidence:g} or more")
    parts += ["with indirect speech"] if selection.indirect else []
    return ", ".join(parts)

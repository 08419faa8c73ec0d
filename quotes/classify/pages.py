"""What a whole page is, where that tells how all its words were said: a press release, an interview in questions and
answers."""

import re

from quotes.domain import Medium

RELEASE = re.compile(
    r"\bFOR IMMEDIATE RELEASE\b|\bUNDER EMBARGO\b"
    r"|(?i:\((?:PR ?\w*wire|PRWEB|Business Wire|GLOBE ?NEWSWIRE|Marketwired|ACCESSWIRE|ots)\)|/(?:PRNewswire|CNW)/)"
    r"|(?:^|\n)\W{0,3}(?i:For immediate release\b(?! of\b)|Notes? to editors\b|(?:Press|Media) contacts?\b"
    r"|Contact for (?:the )?media\b|Forward[- ]looking statements\W{0,3}(?=\n|$))"
)
QUESTION = re.compile(r"(?:^|\n)\W{0,2}(?:Q|Question)[:.] ?")
ANSWER = re.compile(r"(?:^|\n)\W{0,2}(?:A|Answer)[:.] ?")
ENOUGH = 3  # questions and answers that make an interview


def medium_of_page(text: str) -> Medium | None:
    """The medium of all words on a page for which nothing else tells one; None of an ordinary article.

    >>> medium_of_page("FOR IMMEDIATE RELEASE\\n\\nAcme said it was “proud”.")
    'statement'
    """
    if RELEASE.search(text) is not None:
        return "statement"
    if len(QUESTION.findall(text)) >= ENOUGH and len(ANSWER.findall(text)) >= ENOUGH:
        return "interview"
    return None

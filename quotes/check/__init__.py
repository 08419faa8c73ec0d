"""A draft's quotations held against the record: are these the words, all of them, and whose are they?

words, utterances       what is compared: words with their places, stretches that are one utterance
sources, library        what is compared with: the store's articles, and texts that are given
alignment               which words of an utterance a draft's quotation repeats
differences, style,     what differs, and whether it matters
meaning
verdicts, speakers      what follows from it
checking                a draft's quotation from beginning to end
variants                how the words of a stored quotation changed on their way
page                    the findings as an HTML page to print and sign off
"""

from quotes.check.checking import Checked, check_article, check_quotation
from quotes.check.library import GivenTexts, Library, Record
from quotes.check.verdicts import FAILS, VERDICTS, Verdict

__all__ = [
    "FAILS",
    "VERDICTS",
    "Checked",
    "GivenTexts",
    "Library",
    "Record",
    "Verdict",
    "check_article",
    "check_quotation",
]

"""What the features measured, in words that a reporter understands: one fact a feature, whichever way it told.

Facts are said of the candidate ("stands in the quotation's sentence"), where they do not name another thing.
"""

from quotes.attribute.words.candidates import CANDIDATE_FACTS
from quotes.attribute.words.forms import Fact
from quotes.attribute.words.reports import REPORT_FACTS
from quotes.attribute.words.speech import SPEECH_FACTS

__all__ = ["CANDIDATE_FACTS", "REPORT_FACTS", "SPEECH_FACTS", "Fact"]

"""Which language an article is in: what is surely not English is no input for models of English.

Common English words settle nearly all articles at once; only where they are missing is the detector asked (py3langid,
a naive Bayes classifier over byte n-grams; Lui and Baldwin 2012), and it is loaded only then.
"""

import re
from functools import cache
from typing import Any

from quotes.domain import Article

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    ("the", "of", "and", "that", "with", "from", "said", "which", "were", "have", "this", "they", "would", "their",
     "been", "has", "for", "was")
)  # fmt: skip
_SHARE = 0.05  # of all words; the least in 1,183 English articles is 0.056
_SHORTEST = 60  # letters; shorter texts are too easily mistaken
_ENOUGH = 4_000  # characters for the detector
_SURE = 0.01  # the most that English may have of the probability
_LIKELY = 0.5  # the least that the language has which is named; neighbours share it (Arabic, Chinese, Serbian)
_ENGLISHES = frozenset(["en", "pcm"])  # Nigerian Pidgin is told from English by a few words
_NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "el": "Greek", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "la": "Latin", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi", "ms": "Malay", "mt": "Maltese",
    "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovene", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def foreign_language(text: str) -> str | None:
    """The language of a text that is surely not in English, by its English name; None where it may be.

    >>> foreign_language("A chuva não parou durante a noite, disse a presidente da câmara, e as estradas fecharam.")
    'Portuguese'
    >>> foreign_language("“Il pleut toujours ici,” said the mayor, which is to say that it always rains in the town.")
    """
    words = _WORD.findall(text.lower())
    if sum(map(len, words)) < _SHORTEST:
        return None
    english = [word for word in words if word in _ENGLISH]
    if len(english) >= _SHARE * len(words) and len(set(english)) > 1:  # "for" alone is Norwegian, "was" alone Dutch
        return None
    ranked = _detector().rank(" ".join(text[:_ENOUGH].split()))
    code, probability = ranked[0]
    if probability < _LIKELY or sum(p for language, p in ranked if language in _ENGLISHES) > _SURE:
        return None
    return _NAMES.get(code, f"a language other than English ({code})")


def refusal(article: Article) -> str | None:
    """Why an article is set aside for its language, as a sentence; None where it is not."""
    language = foreign_language(article.text)
    if language is None:
        return None
    return (
        f"The article {article.id!r} is in {language}, and only English is read; --language any reads it all the same."
    )


@cache
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

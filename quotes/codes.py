"""Numbers for the categories that features report; 0 stands for any other."""

PARTS_OF_SPEECH = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
)  # fmt: skip
RELATIONS = (
    "root", "nsubj", "obj", "iobj", "obl", "nmod", "ccomp", "xcomp", "advcl", "acl", "amod", "appos", "compound",
    "conj", "parataxis", "dep", "advmod", "punct", "vocative", "list",
)  # fmt: skip

WORD_FORMS = (
    "NN", "NNS", "NNP", "JJ", "RB", "VB", "VBG", "VBN", "VBD", "VBZ", "VBP", "IN", "DT", "PRP", "TO", "MD", "JJR",
    "JJS", "UH", "CC", "PRP$", "WP", "WRB",
)  # fmt: skip

_PART_CODES = {part: float(code) for code, part in enumerate(PARTS_OF_SPEECH, start=1)}
_RELATION_CODES = {relation: float(code) for code, relation in enumerate(RELATIONS, start=1)}
_FORM_CODES = {form: float(code) for code, form in enumerate(WORD_FORMS, start=1)}


def part_of_speech_code(upos: str) -> float:
    return _PART_CODES.get(upos, 0.0)


def relation_code(deprel: str) -> float:
    """The subtype ("nmod:poss") does not count."""
    return _RELATION_CODES.get(deprel.split(":")[0], 0.0)


def word_form_code(xpos: str) -> float:
    """The form of a word by its Penn Treebank tag."""
    return _FORM_CODES.get(xpos, 0.0)

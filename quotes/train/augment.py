"""Training sentences that treebanks lack: news quotations, titles before names, headlines, datelines.

Everything is drawn from the treebank's own sentences by a seeded generator, so the same corpora and seed
give the same sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from quotes.train import marks
from quotes.train.conllu import Sentence, Word
from quotes.train.report_frames import reported

_TITLES = [
    "Sen.",
    "Sen.",
    "Rep.",
    "Rep.",
    "Gov.",
    "Gov.",
    "Gen.",
    "Lt.",
    "Col.",
    "Sgt.",
    "Capt.",
    "Maj.",
    "Adm.",
    "Cmdr.",
    "Rev.",
    "Prof.",
    "Dr.",
    "Mr.",
    "Mr.",
    "Mrs.",
    "Ms.",
    "Hon.",
    "St.",
    "Supt.",
    "Det.",
]
_SHORT_NAMES = {"US": "U.S.", "UK": "U.K.", "UN": "U.N.", "EU": "E.U.", "USA": "U.S.A.", "U.S.": "US", "DC": "D.C."}
_CITIES = ("WASHINGTON", "London", "PARIS", "Nairobi", "NEW DELHI", "BERLIN", "Beijing", "CAIRO", "Brasilia", "TOKYO")
_AGENCIES = ("AP", "Reuters", "AFP", "UPI", "Xinhua", "CNN")


def augmented(sentences: Sequence[Sentence], *, seed: int) -> list[Sentence]:
    """New sentences made from the treebank's; those that belong together follow each other."""
    random = Random(seed)
    result: list[Sentence] = []
    for position, sentence in enumerate(sentences):
        if marks.has_marks(sentence):
            result.append(_new_paragraph(marks.rewrite(sentence, marks.choose_manner(random))))
            result.append(marks.rewrite(sentence, marks.CURLY))
        elif marks.has_apostrophe(sentence) and random.random() < 0.4:
            result.append(marks.rewrite(sentence, marks.CURLY))
        draw = random.random()
        if draw < 0.05:
            result += quoted_run(sentences, position, random)
        elif draw < 0.11:
            result += [made] if (made := reported(sentence, marks.choose_manner(random), random)) else []
        elif draw < 0.14:
            result += [made] if (made := headline(sentence)) else []
        elif draw < 0.15:
            result += [datelined(sentence, random)]
        elif draw < 0.45:
            result += [made] if (made := with_titles(sentence, random)) else []
    return result


def quoted_run(sentences: Sequence[Sentence], position: int, random: Random) -> list[Sentence]:
    """One to three neighbouring sentences inside one pair of marks; some quotations stay open, as over paragraphs."""
    run = [sentences[position]]
    for sentence in sentences[position + 1 : position + random.choice((1, 1, 2, 3))]:
        if sentence.starts_paragraph:
            break
        run.append(sentence)
    if any(sentence.words[-1].xpos != "." or len(sentence.words) < 4 for sentence in run):
        return []
    manner = marks.choose_manner(random)
    run = [marks.rewrite(sentence, manner, nested=True) for sentence in run]
    run[0].insert(1, marks.mark_word(manner, "opening", run[0].root + 1, space_after=manner.spaced))
    run[0] = _new_paragraph(run[0])
    if random.random() < 0.9:
        last = run[-1]
        if not manner.spaced:
            last.join_after(len(last.words))
        last.insert(len(last.words) + 1, marks.mark_word(manner, "closing", last.root, space_after=True))
    return run


def headline(sentence: Sentence) -> Sentence | None:
    """A short sentence as a headline: capitals on long words, no full stop, a paragraph of its own."""
    words = sentence.words
    if not 5 <= len(words) <= 14 or words[-1].form != "." or any(word.head == len(words) for word in words):
        return None
    made = _new_paragraph(sentence.copy())
    del made.words[-1]
    made.words[-1].space_after = True
    for token in made.tokens():
        if len(token.form) > 3:
            token.form = token.form[0].upper() + token.form[1:]
    for word in made.words:
        if len(word.form) > 3 and "'" not in word.form and "’" not in word.form:
            word.form = word.form[0].upper() + word.form[1:]
    return made


def datelined(sentence: Sentence, random: Random) -> Sentence:
    """The sentence after a dateline: CITY (AGENCY) — …"""
    made = _new_paragraph(sentence.copy())
    agency = random.random() < 0.7
    dash = random.choice(("—", "-", "–"))
    city = random.choice(_CITIES).split()
    prefix = [Word(part, part, "PROPN", "NNP", "Number=Sing", 0, "flat") for part in city]
    if agency:
        name = random.choice(_AGENCIES)
        prefix += [
            Word("(", "(", "PUNCT", "-LRB-", "_", 0, "punct", space_after=False),
            Word(name, name, "PROPN", "NNP", "Number=Sing", 0, "parataxis", space_after=False),
            Word(")", ")", "PUNCT", "-RRB-", "_", 0, "punct"),
        ]
    prefix.append(Word(dash, dash, "PUNCT", ":", "_", 0, "punct"))
    for word in reversed(prefix):
        made.insert(1, word)
    root = next(n for n, word in enumerate(made.words, start=1) if word.head == 0 and n > len(prefix))
    for number, word in enumerate(made.words[: len(prefix)], start=1):
        in_brackets = word.form in "()" and agency
        name_number = len(city) + 2
        word.head = (name_number if in_brackets else 1) if number > 1 else root
    made.words[0].deprel = "dep"
    made.words[len(prefix) - 1].head = 1
    return made


def with_titles(sentence: Sentence, random: Random) -> Sentence | None:
    """Titles before full names, and other spellings of short country names; None when nothing fits."""
    made = sentence.copy()
    changed = False
    for word in made.words:
        if word.form in _SHORT_NAMES and word.upos == "PROPN":
            word.form = word.lemma = _SHORT_NAMES[word.form]
            changed = True
    for token in made.multiwords:
        covered = made.words[token.first - 1 : token.last]
        token.form = "".join(word.form for word in covered)
    number = 1
    while number < len(made.words):
        word, following = made.words[number - 1], made.words[number]
        full_name = word.upos == following.upos == "PROPN" and following.deprel == "flat" and following.head == number
        titled = any(other.head == number and other.deprel == "nmod:desc" for other in made.words)
        joined = number > 1 and not made.has_space_after(number - 1)
        capital = word.form[:1].isupper() and word.form.isalpha()
        if full_name and capital and not titled and not joined and made.has_space_after(number):
            title = random.choice(_TITLES)
            made.insert(number, Word(title, title, "PROPN", "NNP", "Number=Sing", number + 1, "nmod:desc"))
            changed = True
            number += 1
        number += 1
    return made if changed else None


def _new_paragraph(sentence: Sentence) -> Sentence:
    sentence.starts_paragraph = True
    return sentence

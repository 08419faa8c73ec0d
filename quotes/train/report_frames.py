"""Puts treebank sentences into the frames of reported speech that news is full of, trees included."""

from __future__ import annotations

from random import Random

from quotes.train import marks
from quotes.train.conllu import Sentence, Word
from quotes.train.marks import Manner

_VERBS = (("said", "say"),) * 8 + (("added", "add"), ("told", "tell"), ("says", "say"), ("explained", "explain"))
_GIVEN = [
    "John",
    "Mary",
    "Ahmed",
    "Angela",
    "David",
    "Fatima",
    "Wei",
    "Maria",
    "James",
    "Priya",
    "Ivan",
    "Amina",
    "Carlos",
    "Ruth",
    "Pierre",
    "Kofi",
    "Yuki",
    "Elena",
]
_FAMILY = [
    "Smith",
    "Obama",
    "Merkel",
    "Khan",
    "Garcia",
    "Kim",
    "Okafor",
    "Dubois",
    "Petrov",
    "Mehta",
    "Clinton",
    "Santos",
    "O'Brien",
    "Jones",
    "Haddad",
    "Silva",
]
_ROLES = [
    "spokesman",
    "spokeswoman",
    "official",
    "analyst",
    "officer",
    "lawyer",
    "resident",
    "professor",
    "minister",
    "adviser",
    "witness",
]
_PRONOUNS = (("he", "Masc"), ("she", "Fem"))


def reported(sentence: Sentence, manner: Manner, random: Random) -> Sentence | None:
    """The sentence as direct speech before its reporting clause (“S,” he said.); None when it is no clause."""
    root = sentence.words[sentence.root - 1]
    last = sentence.words[-1]
    clause = root.upos in {"VERB", "AUX"} or any(w.head == sentence.root and w.deprel == "cop" for w in sentence.words)
    if not clause or last.form not in {".", "!", "?"} or not 4 <= len(sentence.words) <= 40:
        return None
    if any(word.head == len(sentence.words) for word in sentence.words):
        return None
    made = marks.rewrite(sentence, manner, nested=True)
    if last.form == ".":
        comma = made.words[-1]
        comma.form = comma.lemma = comma.xpos = ","
    made.insert(1, marks.mark_word(manner, "opening", made.root + 1, space_after=manner.spaced))
    if not manner.spaced:
        made.join_after(len(made.words))
    quoted = made.root
    made.insert(len(made.words) + 1, marks.mark_word(manner, "closing", quoted, space_after=True))
    _append_clause(made, quoted, manner, random)
    return made


def _append_clause(made: Sentence, quoted: int, manner: Manner, random: Random) -> None:
    form, lemma = random.choice(_VERBS)
    feats = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
    xpos = "VBD"
    if form == "says":
        feats, xpos = feats.replace("Past", "Pres"), "VBZ"
    speaker = _speaker(random, manner)
    start = len(made.words) + 1
    verb_first = speaker[0].upos != "PRON" and lemma != "tell" and random.random() < 0.5
    verb_number = start if verb_first else start + len(speaker)
    speaker_start = start + 1 if verb_first else start
    for word in speaker:
        word.head = verb_number if word.head == 0 else speaker_start + word.head - 1
    verb = Word(form, lemma, "VERB", xpos, feats, 0, "root")
    made.words[quoted - 1].head = verb_number
    made.words[quoted - 1].deprel = "ccomp"
    made.words += [verb, *speaker] if verb_first else [*speaker, verb]
    if lemma == "tell":
        made.words.append(Word("reporters", "reporter", "NOUN", "NNS", "Number=Plur", verb_number, "obj"))
    made.words[-1].space_after = False
    made.words.append(Word(".", ".", "PUNCT", ".", "_", verb_number, "punct"))


def _speaker(random: Random, manner: Manner) -> list[Word]:
    """A noun phrase whose head has `head` 0; other heads count from 1 within the phrase."""
    draw = random.random()
    if draw < 0.3:
        form, gender = random.choice(_PRONOUNS)
        feats = f"Case=Nom|Gender={gender}|Number=Sing|Person=3|PronType=Prs"
        return [Word(form, form, "PRON", "PRP", feats, 0, "nsubj")]
    family = random.choice(_FAMILY).replace("'", manner.apostrophe)
    if draw < 0.5:
        return [_name(family, 0, "nsubj")]
    name = [_name(random.choice(_GIVEN), 0, "nsubj"), _name(family, 1, "flat")]
    if draw < 0.75:
        return name
    role = random.choice(_ROLES)
    if draw < 0.9:
        name[-1].space_after = False
        article = "an" if role[0] in "aeiou" else "a"
        return [
            *name,
            Word(",", ",", "PUNCT", ",", "_", 5, "punct"),
            Word(article, "a", "DET", "DT", "Definite=Ind|PronType=Art", 5, "det"),
            Word(role, role, "NOUN", "NN", "Number=Sing", 1, "appos", space_after=False),
            Word(",", ",", "PUNCT", ",", "_", 5, "punct"),
        ]
    return [
        Word("the", "the", "DET", "DT", "Definite=Def|PronType=Art", 2, "det"),
        Word(role, role, "NOUN", "NN", "Number=Sing", 0, "nsubj"),
    ]


def _name(form: str, head: int, deprel: str) -> Word:
    return Word(form, form, "PROPN", "NNP", "Number=Sing", head, deprel)

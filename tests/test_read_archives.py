"""Exports of news archives, in their layouts and as the files that they come in."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from quotes.domain import Article, Reject
from quotes.read import read_articles

RAIN = "“It rained,” said Ann Lee.\n\nThe ferries stayed in harbour."
HAIL = "IN BRIEF: It hailed.\n\n“It hailed,” said Bo Ray."

NEXIS_UNI = f"""Page 1 of 4
User Name: A Reader
Date and Time: Friday, July 22, 2022 3:00:00 PM EDT
Job Number: 1
Documents (2)
1. Rain stops ferries
Client/Matter: -None-
Search Terms: rain
Page 2 of 4

Rain stops ferries
The Echo (Brightwell)
July 22, 2022 Friday
Late Edition - Final

Copyright 2022 Echo Papers All Rights Reserved
Section: NEWS; Pg. A4
Length: 512 words
Byline: By Cy Bell
Dateline: BRIGHTWELL
Body

{RAIN}
Graphic

A photograph of a ferry.
Classification

Language: ENGLISH
Publication-Type: Newspaper
Load-Date: July 23, 2022

End of Document

Hail falls
The Post
21 July 2022
Copyright 2022 Post Ltd
Length: 90 words
Body

{HAIL}
Load-Date: July 21, 2022
End of Document
"""
CODED = f"""HD
Rain stops ferries
BY
By Cy Bell
WC
512 words
PD
22 July 2022
SN
The Echo (Brightwell)
SC
ECHO
LA
English
CY
(c) 2022 Echo Papers.
LP
{RAIN.split(chr(10))[0]}
TD
{RAIN.split(chr(10))[2]}
CO
echopa : Echo Papers
NS
gvio : Weather
AN
Document ECHO000020220722ei7m0002x

SE News
HD Hail falls
WC 90 words
PD 21 July 2022
SN The Post
LA English
LP {HAIL}
IN i1 : Weather Services
AN Document POST000020220721ei7l0001p
"""
SHOWN = f"""NEWS
Rain stops ferries
By Cy Bell
512 words
22 July 2022
09:30
The Echo (Brightwell)
ECHO
English
Copyright 2022. Echo Papers.

{RAIN}

Document ECHO000020220722ei7m0002x

Hail falls
90 words
21 July 2022
The Post
POST
English

{HAIL}

Document POST000020220721ei7l0001p

Search Summary
"""
PROQUEST = f"""____________________________________________________________
Report Information from ProQuest
____________________________________________________________
Document 1 of 2

Rain stops ferries

Author: By Cy Bell

Publication info: The Echo (Brightwell) ; Brightwell [Brightwell]. 22 July 2022: A.4.

Abstract: Ferries stop.

Full text: {RAIN}

Subject: Weather

Title: Rain stops ferries

Publication title: The Echo (Brightwell); Brightwell

Publication date: Jul 22, 2022

Section: NEWS

ProQuest document ID: 1

Document URL: https://proquest.example/docview/1
____________________________________________________________
Document 2 of 2

Hail falls

Publication info: The Post ; Brightwell [Brightwell]. 21 July 2022: 1.

Full text: {HAIL}

Language of publication: English

ProQuest document ID: 2
____________________________________________________________
"""
LEXISNEXIS = f"""Download Request: Selected Items: 1-2
Time Of Request: Friday, July 22, 2022  16:51:31

Send To:
A UNIVERSITY LIBRARY

Terms: (rain and DATE(>=2022-07-01))

Source: The Echo (Brightwell);The Post

                               1 of 2 DOCUMENTS

                              The Echo (Brightwell)

                            July 22, 2022 Friday

Rain stops ferries

BYLINE: By Cy Bell

SECTION: NEWS; Pg. 4

LENGTH: 512 words

{RAIN}

LOAD-DATE: July 22, 2022

LANGUAGE: ENGLISH

                            Copyright 2022 Echo Papers
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                                    The Post

                            July 21, 2022 Thursday

Hail falls

LENGTH: 90 words

{HAIL}

LOAD-DATE: July 21, 2022
"""
EXPORTS = {
    "LexisNexis": LEXISNEXIS,
    "Nexis Uni": NEXIS_UNI,
    "Factiva": CODED,
    "Factiva, as shown": SHOWN,
    "ProQuest": PROQUEST,
}


def save_text(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def save_word(path: Path, text: str) -> Path:
    made = Document()
    for line in text.splitlines():
        made.add_paragraph(line)
    made.save(str(path))
    return path


def save_rtf(path: Path, text: str) -> Path:
    def written(character: str) -> str:
        return character if character.isascii() else f"\\u{ord(character)}?"

    lines = "\\par\n".join("".join(map(written, line)) for line in text.splitlines())
    path.write_text(r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\f0\fs20 " + lines + "}", encoding="ascii")
    return path


SAVED = {".txt": save_text, ".docx": save_word, ".rtf": save_rtf}


@pytest.mark.parametrize("suffix", SAVED)
@pytest.mark.parametrize("archive", EXPORTS)
def test_each_article_of_an_export_is_one(archive: str, suffix: str, tmp_path: Path) -> None:
    path = SAVED[suffix](tmp_path / f"export{suffix}", EXPORTS[archive])
    said: list[str] = []
    rain, hail = read_articles([path], say=said.append)
    assert isinstance(rain, Article)
    assert isinstance(hail, Article)
    assert (rain.id, hail.id) == ("export-1", "export-2")
    assert (rain.title, hail.title) == ("Rain stops ferries", "Hail falls")
    assert (rain.outlet, hail.outlet) == ("The Echo (Brightwell)", "The Post")
    assert (rain.published, hail.published) == (date(2022, 7, 22), date(2022, 7, 21))
    assert (rain.byline, hail.byline) == ("By Cy Bell", None)
    assert [part for part in rain.text.split("\n") if part] == [part for part in RAIN.split("\n") if part]
    assert [part for part in hail.text.split("\n") if part] == [part for part in HAIL.split("\n") if part]
    assert f"{path}: 2 articles as {archive.partition(',')[0]} exports them" in said


@pytest.mark.parametrize(
    "text",
    [
        "Body\n\nIt rained.",
        "It rained.\n" + "_" * 40 + "\nFull text: see the next page.",
        "HD\nTV sets\nAN\nold one",
        "The words were:\n\nDocument ECHO000020220722ei7m0002x\n\nNobody knew why.",
        "End of Document\n",
        "The clerk numbered them.\n\n2 of 5 DOCUMENTS\n\nThe Echo\n\nIt rained.",
    ],
)
def test_a_text_that_only_looks_so_is_one_article(text: str, tmp_path: Path) -> None:
    [item] = read_articles([save_text(tmp_path / "a.txt", text)])
    assert isinstance(item, Article)
    assert item.text == text


def test_an_article_without_its_text_costs_only_itself(tmp_path: Path) -> None:
    text = PROQUEST.replace(HAIL, "")
    good, bad = read_articles([save_text(tmp_path / "a.txt", text)])
    assert isinstance(good, Article)
    assert isinstance(bad, Reject)
    assert bad.origin.endswith("a.txt:2")


def test_rtf_is_read_as_paragraphs(tmp_path: Path) -> None:
    [item] = read_articles([save_rtf(tmp_path / "draft.rtf", RAIN)])
    assert isinstance(item, Article)
    assert (item.id, item.text) == ("draft", RAIN)


def test_windows_marks_in_rtf(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1\ansi\ansicpg1252 \'93It rained,\'94 \ldblquote he\rdblquote  said.}")
    [item] = read_articles([tmp_path / "a.rtf"])
    assert isinstance(item, Article)
    assert item.text == "“It rained,” “he” said."


@pytest.mark.parametrize("data", [b"{\\rtf1", b"{\\rtf1 {\\pict 00ff}}", b"{\\rtf1" + b"{" * 100_000])
def test_rtf_without_words_is_rejected(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(data)
    [item] = read_articles([tmp_path / "a.rtf"])
    assert isinstance(item, Reject)
    assert "RTF" in item.reason

"""What attribution learns from: GUM's attributions, reports made to look like quotations, the threshold of speech."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from quotes.attribute.confidence import Chances
from quotes.domain import Analysis, Span
from quotes.scene import Scene
from quotes.train.gold import GoldArticle
from quotes.train.gum import read_gum
from quotes.train.marked import LONGEST, mark_reports
from quotes.train.speech import Judgement, choose_threshold, without_slips
from tests.trees import analysis


def read(texts: Sequence[str]) -> Iterable[Analysis]:
    return [Analysis(text, (Span(0, len(text)),), (), (), ()) for text in texts]


def folder(tmp_path: Path, name: str, text: str, *records: dict[str, Any]) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / f"{name}.txt").write_text(text)
    lines = (json.dumps({"doc": name, "licence": "ccby", **record}) + "\n" for record in records)
    (tmp_path / "attributions.jsonl").write_text("".join(lines))
    return tmp_path


def test_a_quotation_of_gum_has_the_source_of_its_content(tmp_path: Path) -> None:
    text = 'Ali said "We go." He left the "Blue Room".'
    record = {"source_span": [0, 3], "content_spans": [[10, 16]]}
    (article,) = read_gum(folder(tmp_path, "GUM_news_x", text, record), read)
    assert [(q.span.of(text), [s.of(text) for s in q.sources]) for q in article.quotes] == [('"We go."', ["Ali"])]
    assert [span.of(text) for span in article.ignore] == ['"Blue Room"']
    assert not article.judges_indirect


def test_short_stretches_in_textbooks_name_things(tmp_path: Path) -> None:
    text = 'Ali said it. The "Blue Room" is old.'
    record = {"source_span": [0, 3], "content_spans": [[9, 11]]}
    (article,) = read_gum(folder(tmp_path, "GUM_textbook_x", text, record), read)
    assert (article.quotes, article.ignore) == ((), ())


def test_documents_under_other_licences_are_left_out(tmp_path: Path) -> None:
    record = {"source_span": [0, 3], "content_spans": [[9, 11]], "licence": "ccbysa"}
    assert read_gum(folder(tmp_path, "GUM_bio_x", "Ali said it.", record), read) == []


def judgement(speech: float, *, quotation: bool, right: bool) -> Judgement:
    return Judgement(speech, Chances(0.9, 0.1, speech), True, quotation, is_sourced=True, is_right=right)


def test_the_threshold_keeps_titles_out_as_far_as_that_costs_no_speakers() -> None:
    judged = [judgement(0.9, quotation=True, right=True)] * 8 + [judgement(0.5, quotation=False, right=False)] * 3
    threshold, figures = choose_threshold(judged)
    assert 0.5 < threshold <= 0.9
    assert figures["mention F"] == figures["speech F"] == 1.0


def test_what_the_gold_says_against_all_evidence_teaches_nothing() -> None:
    labels, probabilities = np.asarray([1, 1, 0, 0, -1]), np.asarray([0.02, 0.3, 0.7, 0.99, 0.99])
    assert without_slips(labels, probabilities).tolist() == [-1, 1, 0, -1, -1]


REPORT = """
Ali   PROPN 2 nsubj
said  VERB  0 root
that  SCONJ 7 mark
the   DET   5 det
road  NOUN  7 nsubj
was   AUX   7 cop
wet   ADJ   2 ccomp
"""


def test_a_part_of_a_report_is_made_to_look_like_a_quotation_of_its_source() -> None:
    scene = Scene(analysis(REPORT), ())
    content, source = Span(9, 30), Span(0, 3)
    for name in "abcdefgh":
        marked = mark_reports(GoldArticle(name, 0, scene, (), (), (), ((content,),), ((source,),)))
        (quote,) = marked.quotes
        assert (quote.sources, [q.span for q in marked.stretches]) == ((source,), [quote.span])
        assert content.contains(quote.span)
        assert len(quote.span.of(scene.text).split()) <= LONGEST


def test_a_report_whose_source_would_be_hidden_is_left_as_it_is() -> None:
    scene = Scene(analysis(REPORT), ())
    marked = mark_reports(GoldArticle("a", 0, scene, (), (), (), ((Span(0, 30),),), ((Span(0, 30),),)))
    assert marked.quotes == ()

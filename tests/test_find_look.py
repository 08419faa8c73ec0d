"""Whole sentences between quotation marks get no trees, and what reads the analysis finds the same without them."""

from quotes.domain import Span
from quotes.find.look import without_trees
from quotes.nlp import Analyser
from quotes.text.paragraphs import find_paragraphs

ARTICLE = """The harbour closed on Monday. "The ferry is old. It needs a new engine," said Ann Lee, the mayor.

“My father told me: ‘Sell it.’ I never did,” she added.

> The engine was sold in May.
"""


def stretches(text: str) -> list[str]:
    return [span.of(text) for span in without_trees(text, find_paragraphs(text))]


def test_a_quotation_without_others_inside_needs_no_trees() -> None:
    assert stretches(ARTICLE) == ['"The ferry is old. It needs a new engine,"']


def test_nor_does_any_of_a_quotation_over_several_paragraphs() -> None:
    assert stretches("“It rained.\n\n“It rained more,” he said.") == ["“It rained.", "“It rained more,”"]
    assert stretches("“It rained.\n\n“He said: ‘Go.’ I went,” he said.") == []


def test_whole_sentences_within_are_marked_as_without_a_tree(analyser: Analyser) -> None:
    whole = analyser.analyse(ARTICLE)
    part = Analyser(threads=1, look=without_trees).analyse(ARTICLE)
    missing = [s for s in part.sentences if not s.has_tree]
    assert [ARTICLE[s.start : s.end] for s in missing] == ['"The ferry is old.']
    assert all(s.has_tree for s in whole.sentences)
    skipped = {t.index for s in missing for t in part.tokens[s.first : s.last]}
    assert skipped
    for before, after in zip(whole.tokens, part.tokens, strict=True):
        assert (before.text, before.lemma, before.xpos) == (after.text, after.lemma, after.xpos)
        if after.index in skipped:
            assert (after.head, after.deprel) == (-1, "")
        else:
            assert (after.head, after.deprel) == (before.head, before.deprel)
    assert part.entities == whole.entities


def test_no_stretch_no_look(analyser: Analyser) -> None:
    nothing = Analyser(threads=1, look=lambda text, paragraphs: [])
    assert nothing.analyse(ARTICLE) == analyser.analyse(ARTICLE)
    everything = Analyser(threads=1, look=lambda text, paragraphs: [Span(0, len(text))])
    assert not any(s.has_tree for s in everything.analyse(ARTICLE).sentences)

"""Each faster way gives what Stanza's own way gives, with the packaged weights, on sentences of our own."""

from typing import Any

import pytest
import torch

from quotes.nlp import Analyser
from quotes.nlp.draft import Draft
from quotes.nlp.fast_names import FastNames
from quotes.nlp.fast_parser import FastParser
from quotes.nlp.fast_tagger import FastTagger
from quotes.nlp.fast_tokenizer import FastTokenizer
from quotes.nlp.fast_words import FastLemmatizer
from quotes.nlp.models import find_models
from quotes.nlp.stages import Stages
from quotes.nlp.stanza_stage import StanzaLemmatizer, StanzaNames, StanzaParser, StanzaTagger, StanzaTokenizer
from quotes.nlp.tokens import cut_pieces
from quotes.text.paragraphs import find_paragraphs

TEXT = """Mayor tells traders: "You can't have it both ways!!"

The mayor, Anna Holt, who had promised a new bridge in 2019, said on Monday that the town's money was gone.
"We've spent it," she told the Lenn Gazette (www.lenn.example.com/news), "and nobody, least of all me, is happy."

Asked whether Dr. Piet Roos of the U.S. firm Roos & Sons would be paid, she laughed. He won't, it seems; his lawyers,
a spokeswoman added by e-mail from press@roos.example.org, are "looking at 3,000 pages" and don't expect an answer
before the 14th of May. What then?!? "Then we'll see," according to the Ministry's own letter to Mr. van der Berg.

Traders gave the council a list of what they want it to do: open the ferry, pay the men who work on it, cut the harbour
dues. The council, the paper says, gave them tea. Nobody who was there that night thinks it will, or could, do more.
- Read more: Ferry strike enters its third week
Not since the Great Flood had so few come so far for so little. Sheep, too, were sold. Gonna be cold, cannot lie.
"""


@pytest.fixture(scope="module")
def stages(analyser: Analyser) -> Stages:
    return Stages(find_models(), threads=1)


@pytest.fixture
def drafts(stages: Stages) -> list[Draft]:
    found = stages.read([TEXT], cut_pieces([TEXT], [find_paragraphs(TEXT)]))
    return [draft for drafts in found for draft in drafts]


def columns(drafts: list[Draft], *names: str) -> list[list[Any]]:
    return [[getattr(draft, name) for name in names] for draft in drafts]


def test_tokens(stages: Stages) -> None:
    processor = stages.processors["tokenize"]
    assert FastTokenizer.fits(processor)
    texts = [" ".join(TEXT[start:end].split()) for start, end in find_paragraphs(TEXT)]
    with torch.inference_mode():
        found = FastTokenizer(processor).tokenize(texts)
        assert StanzaTokenizer(processor).tokenize(texts) == found
    assert sum(map(len, found)) > 200
    assert any(token.is_multi for tokens in found for token in tokens)


@pytest.mark.parametrize(
    ("processor", "fast", "plain", "names"),
    [
        ("pos", FastTagger, StanzaTagger, ["upos", "xpos", "feats"]),
        ("lemma", FastLemmatizer, StanzaLemmatizer, ["lemmas"]),
        ("depparse", FastParser, StanzaParser, ["heads", "deprels"]),
        ("ner", FastNames, StanzaNames, ["names"]),
    ],
)
def test_columns(stages: Stages, drafts: list[Draft], processor: str, fast: Any, plain: Any, names: list[str]) -> None:
    loaded = stages.processors[processor]
    assert fast.fits(loaded)
    with torch.inference_mode():
        fast(loaded).annotate(drafts)
        ours = columns(drafts, *names)
        fast(loaded).annotate(list(reversed(drafts)))
        assert columns(drafts, *names) == ours
        plain(loaded).annotate(drafts)
    assert columns(drafts, *names) == ours

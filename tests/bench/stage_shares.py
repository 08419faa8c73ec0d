"""Where `Parser.parse_all` spends its time: processor seconds of each stage, on one thread, the models loaded before.

A stage is timed from outside, by a watch around the functions and methods that do it.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any
from unittest.mock import patch

import quotes.parser
from quotes.domain import Article
from quotes.nlp.convert import AnalysisBuilder
from quotes.nlp.fast_names import FastNames
from quotes.nlp.fast_parser import FastParser
from quotes.nlp.fast_tagger import FastTagger
from quotes.nlp.fast_tokenizer import FastTokenizer
from quotes.nlp.fast_words import FastLemmatizer
from quotes.parser import Parser

Seconds = dict[str, float]

WATCHED: tuple[tuple[str, Any, str], ...] = (
    ("tokens", FastTokenizer, "tokenize"),
    ("tags", FastTagger, "annotate"),
    ("lemmas", FastLemmatizer, "annotate"),
    ("trees", FastParser, "annotate"),
    ("names", FastNames, "annotate"),
    ("objects", AnalysisBuilder, "add"),
    ("quotations", quotes.parser, "find_stretches"),
    ("attribution", quotes.parser, "attribute_quotations"),
    ("reports", quotes.parser, "attribute_reports"),
    ("cast", quotes.parser, "read_cast"),
    ("sources", quotes.parser, "classify_sources"),
)


def stage_seconds(articles: Sequence[Article]) -> Seconds:
    """Seconds of each stage, of everything else ("rest"), and in all ("whole")."""
    parser = Parser(threads=1)
    parser.parse(Article("warm", '"It rained," said Ann Lee.'))
    seconds: Seconds = {}
    with _watching(seconds):
        begin = time.process_time()
        for _ in parser.parse_all(articles):
            pass
        whole = time.process_time() - begin
    return seconds | {"rest": whole - sum(seconds.values()), "whole": whole}


@contextmanager
def _watching(seconds: Seconds) -> Iterator[None]:
    with ExitStack() as stack:
        for name, owner, attribute in WATCHED:
            stack.enter_context(patch.object(owner, attribute, _timed(name, getattr(owner, attribute), seconds)))
        yield


def _timed(name: str, function: Callable[..., Any], seconds: Seconds) -> Callable[..., Any]:
    @wraps(function)
    def timed(*arguments: Any, **named: Any) -> Any:
        begin = time.process_time()
        result = function(*arguments, **named)
        seconds[name] = seconds.get(name, 0.0) + time.process_time() - begin
        return result

    return timed

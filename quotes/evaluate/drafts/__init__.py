"""How well drafts are checked: altered drafts of our own articles, and how often each verdict is right.

    python -m quotes.evaluate.drafts tests/cases/altered_drafts.jsonl data/gold/articles.jsonl …

cases       what a case is, and reading it
altering    drafts made from articles, each with one alteration, by a seed
measuring   verdicts against what they should be
"""

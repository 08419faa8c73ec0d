"""Gold articles typed anew with other marks."""

import pytest
from quotes.train.retyped import MANNERS_OF_COPIES, retyped

TEXT = "Ferries\n\n“It's late, and he said ‘soon’,” said Ida Vale.\n\nShe called it “a floating queue.”"


@pytest.mark.parametrize("kind", MANNERS_OF_COPIES)
def test_a_copy_says_the_same_in_other_marks(kind: str) -> None:
    quotes = [
        {"start": TEXT.index(q), "end": TEXT.index(q) + len(q), "sources": [[TEXT.index(s), TEXT.index(s) + len(s)]]}
        for q, s in (("“It's late, and he said ‘soon’,”", "Ida Vale"), ("“a floating queue.”", "She"))
    ]
    copy = retyped({"id": "a", "text": TEXT, "quotes": quotes, "ignore": []}, kind)
    first, second = copy["quotes"]
    assert [copy["text"][slice(*q["sources"][0])] for q in copy["quotes"]] == ["Ida Vale", "She"]
    assert copy["text"][first["start"] : first["end"]].strip("'\"‘’“”«»\u00a0")[:4] in ("It's", "It’s")
    assert "a floating queue." in copy["text"][second["start"] : second["end"]]
    assert copy["id"] != "a"

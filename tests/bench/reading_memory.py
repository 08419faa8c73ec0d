"""What memory reading takes as articles grow in number: `python -m tests.bench.reading_memory [NUMBER]`.

Writes that many invented articles in several formats, reads each file one by one, and prints the most memory that was
resident after a tenth of the articles and after all.
"""

import csv
import json
import resource
import sys
import tempfile
from pathlib import Path

from quotes.domain import Article
from quotes.read import read_articles

WORDS = "“We sail at six,” said Ida Marsh, who keeps the harbour of article {}. " * 40


def write(folder: Path, number: int) -> list[Path]:
    """The articles as JSON Lines, as CSV and as files of a folder."""
    texts = (folder / "texts", folder / "a.jsonl", folder / "a.csv")
    texts[0].mkdir()
    with texts[1].open("w") as lines, texts[2].open("w", newline="") as rows:
        table = csv.writer(rows)
        table.writerow(["id", "text"])
        for n in range(number):
            text = WORDS.format(*[n] * 40)
            lines.write(json.dumps({"id": f"j{n}", "text": text}) + "\n")
            table.writerow([f"c{n}", text])
            (texts[0] / f"{n}.txt").write_text(text)
    return list(texts)


def resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        for path in write(Path(folder), number):
            early = 0.0
            count = 0
            for item in read_articles([path]):
                assert isinstance(item, Article)
                count += 1
                if count == number // 10:
                    early = resident()
            print(f"{path.name}: {count} articles; {early:.1f} MB after a tenth, {resident():.1f} MB after all")


if __name__ == "__main__":
    main()

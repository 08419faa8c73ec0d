"""A small sample of each format that is read, all invented: files as they are, and those of bytes built here."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests import carrier_samples

FILES = Path(__file__).parent / "files"
COLUMNS = {
    "id": ["p1", "p2"],
    "headline": ["Boats", "Wind"],
    "body": ["“We sail at six,” said Ida Marsh.", "“It blows,” said Ben Aldous."],
    "date": ["2022-07-22", "2022-07-23"],
}


@cache
def samples() -> dict[str, bytes]:
    """Every sample by the name of its file."""
    read = {path.name: path.read_bytes() for path in sorted(FILES.iterdir())}
    return {**read, **carrier_samples.SAMPLES, **{name: build() for name, build in _BUILDERS.items()}}


def _docx() -> bytes:
    from docx import Document

    document = Document()
    for paragraph in COLUMNS["body"]:
        document.add_paragraph(paragraph)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in (list(COLUMNS), *map(list, zip(*COLUMNS.values(), strict=True))):
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet

    held = io.BytesIO()
    parquet.write_table(pyarrow.table(COLUMNS), held)
    return held.getvalue()


def _feather() -> bytes:
    import pyarrow
    from pyarrow import feather

    held = io.BytesIO()
    feather.write_feather(pyarrow.table(COLUMNS), held)
    return held.getvalue()


def _pdf() -> bytes:
    return pdf(["The boats of the har-", *COLUMNS["body"]], ["And so they stayed."])


def pdf(*pages: list[str]) -> bytes:
    """A PDF file with these lines on its pages; a page without any is a picture, as it were."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{4 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, lines in enumerate(pages):
        shown = "".join(f"<{line.encode('cp1252').hex()}> Tj T*\n" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 60 760 Td\n{shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}").encode("latin-1")


_BUILDERS: dict[str, Callable[[], bytes]] = {
    "boats.docx": _docx,
    "boats.xlsx": _xlsx,
    "boats.parquet": _parquet,
    "boats.feather": _feather,
    "boats.pdf": _pdf,
    "unicode.txt": lambda: "id\ttext\r\nu1\t“We sail at six,” said Ida Marsh.\r\n".encode("utf-16"),
    "old.txt": lambda: "“We sail at six,” said Ida Marsh, in the café.".encode("cp1252"),
}

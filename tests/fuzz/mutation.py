"""Samples damaged in the ways in which files are, and in worse ones; the same seed damages in the same way."""

import gzip
from random import Random

_TOKENS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x93", b"\xc3\xa2\xe2\x82\xac\xc5\x93", b"&amp;quot;", b"&#x10FFFF;",
    b"\xed\xa0\x80", b"\xad", b"\x1b[2J", b"\r", b"\n\n", b"\x0c", b"<", b">", b"</p>", b"<blockquote>", b"<!--",
    b"]]>", b"<![CDATA[", b"<!ENTITY a SYSTEM \"file:///etc/passwd\">", b"&a;", b"{", b"}", b"[", b"]", b'"', b",",
    b";", b"\t", b"null", b"1e999", b"-1", b"\\ud800", b"\\u0000", b"\xf0\x9f\x98\x80", b"PK\x03\x04", b"%PDF-",
    b"WARC/1.0\r\n", b"From a@b.example\n", b"Content-Type: text/html; charset=x\n", b"\\'", b"\\u", b"=?utf-8?q?=?=",
    b"9" * 40, b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"'", b"-\n", b"End of Document\n", b"1 of 1 DOCUMENTS\n",
)  # fmt: skip


def mutate(random: Random, samples: dict[str, bytes]) -> tuple[str, bytes]:
    """A name and the bytes of a damaged sample, sometimes packed or under another sample's name."""
    name = random.choice(list(samples))
    data = bytearray(samples[name])
    for _ in range(random.choice((1, 1, 2, 3, 6, 20))):
        _damage(random, data, samples)
    chance = random.random()
    if chance < 0.1:
        return f"{name}.gz", gzip.compress(bytes(data), 1)
    if chance < 0.2:
        name = random.choice(list(samples))
    return name, bytes(data)


def _damage(random: Random, data: bytearray, samples: dict[str, bytes]) -> None:
    start = random.randrange(len(data) + 1)
    end = min(len(data), start + random.choice((1, 1, 4, 16, 200)))
    match random.randrange(8):
        case 0 if data:
            data[min(start, len(data) - 1)] ^= 1 << random.randrange(8)
        case 1:
            del data[start:end]
        case 2:
            data[start:start] = random.choice(_TOKENS)
        case 3:
            data[start:end] = random.choice(_TOKENS)
        case 4:
            data[start:start] = data[start:end] * random.choice((1, 2, 50, 1000))
        case 5:
            other = random.choice(list(samples.values()))
            place = random.randrange(len(other))
            data[start:end] = other[place : place + random.choice((4, 40, 400))]
        case 6:
            data[start:start] = random.randbytes(random.choice((1, 8, 64)))
        case _:
            del data[start if random.random() < 0.2 else len(data) :]

"""Samples of carriers that hold many articles: mailboxes, feeds, web archives, ZIP and tar files."""

import io
import tarfile
import zipfile

import zstandard

TEXT = "“The boats stay in,” said Ida Marsh, who keeps the harbour.\n"
PAGE = (
    "<!doctype html><html><head><title>Boats</title></head><body><article><h1>Boats</h1><p>“The boats stay in until "
    "the wind drops,” said Ida Marsh, who keeps the harbour.</p></article></body></html>"
)
MAIL = (
    'Subject: =?utf-8?q?Morning=E2=80=99s_tide?=\nFrom: "The Tide" <post@tide.example>\nDate: Fri, 22 Jul 2022 06:22:00'
    " +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + TEXT
).encode()
HTML_MAIL = (
    "From: post@tide.example\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>" + TEXT + "</p>\n"
).encode()
MAILBOX = b"".join(b"From post@tide.example Fri Jul 22 06:22:00 2022\n" + mail + b"\n" for mail in (MAIL, HTML_MAIL))
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Tide</title>
<item><title>Boats</title><link>https://tide.example/boats</link><pubDate>Fri, 22 Jul 2022 06:22:00 GMT</pubDate>
<dc:creator>Ann Lee</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><p>They <b>did</b>.</p>]]></content:encoded></item>
<item><title>Wind</title><link>https://tide.example/wind</link>
<description>“It blows,” said Ben Aldous.</description></item>
<item><title>Nothing</title><link>https://tide.example/none</link></item>
</channel></rss>""".encode()
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Tide</title>
<entry><id>tag:tide,1</id><title>Boats</title>
<link href="https://tide.example/boats"/><updated>2022-07-22T06:22:00Z</updated><author><name>Ann Lee</name></author>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>""".encode()


def warc() -> bytes:
    found = []
    for kind, url, content in (("text/html", "boats", PAGE), ("image/png", "picture", "x"), ("text/html", "off", "")):
        status = "404 Not Found" if url == "off" else "200 OK"
        body = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{content}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tide.example/{url}\r\n"
            "WARC-Date: 2022-07-22T06:22:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        found.append(head.encode() + body + b"\r\n\r\n")
    return b"".join(found)


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def tarred(members: dict[str, bytes], mode: str = "") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=f"w:{mode}") as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            item = tarfile.TarInfo(name)
            item.size = len(data)
            archive.addfile(item, io.BytesIO(data))
    return held.getvalue()


MEMBERS = {"2022/boats.txt": TEXT.encode(), "mail.eml": HTML_MAIL, "picture.png": b"\x89PNG"}
SAMPLES = {
    "boats.eml": MAIL,
    "boats.mbox": MAILBOX,
    "boats.rss": RSS,
    "boats.atom": ATOM,
    "boats.warc": warc(),
    "boats.zip": zipped(MEMBERS),
    "boats.tar": tarred(MEMBERS),
    "boats.tar.gz": tarred(MEMBERS, "gz"),
    "boats.txt.zst": zstandard.compress(TEXT.encode()),
}

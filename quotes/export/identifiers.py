"""What people, quotations and articles are called in linked data, as in the PROV-O of `quotes graph`."""

from urllib.parse import quote as percent

from quotes.store import QuotationRecord

_OURS = "urn:who-said-what:"
KINDS = {"named_person": "Person", "unnamed_person": "Person", "named_organization": "Organization"}


def urn(kind: str, identity: str) -> str:
    """A name of something.

    >>> urn("article", "a/1")
    'urn:who-said-what:article:a%2F1'
    """
    return f"{_OURS}{kind}:{percent(identity, safe='', errors='replace')}"


def article_address(record: QuotationRecord) -> str:
    """The article's own address where it is one, else its URN."""
    url = record.url or ""
    known = url.startswith(("https://", "http://")) and not any(sign.isspace() or sign in '<>"' for sign in url)
    return url if known else urn("article", record.article_id)

"""Keys of names as the database holds them."""

from hashlib import blake2b


def hash_of(key: str) -> int:
    """64 bits, signed.

    >>> hash_of("person all elphberg")
    -1
    """
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)

"""Keys of names as the database holds them."""

from functools import lru_cache
from hashlib import blake2b


@lru_cache(maxsize=100_000)
def hash_of(key: str) -> int:
    """32 bits, signed: half the room of 64, and of two keys in a million one pair or another is mixed up, to be told
    apart when the people are compared.

    >>> hash_of("person all elphberg")
    -712839087
    """
    return int.from_bytes(blake2b(key.encode(), digest_size=4).digest(), "big", signed=True)

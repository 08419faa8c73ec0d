"""What becomes of an article that comes to the store."""

from typing import Literal

Outcome = Literal["added", "new version", "new appearance", "read anew", "details changed", "same"]

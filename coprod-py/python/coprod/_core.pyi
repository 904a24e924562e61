"""The native part of coprod."""

from typing import Final

__all__ = ["ENDPOINTS", "MOST_DEPTH", "MOST_REQUEST_BYTES", "call"]

MOST_REQUEST_BYTES: Final[int]
MOST_DEPTH: Final[int]
ENDPOINTS: Final[tuple[tuple[str, str], ...]]

def call(name: str, request: str) -> str:
    """Answers a JSON request with JSON. Other Python threads run meanwhile."""

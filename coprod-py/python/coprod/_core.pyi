"""The native part of coprod."""

from collections.abc import Callable
from typing import Final, final

__all__ = ["ENDPOINTS", "MOST_DEPTH", "MOST_REQUEST_BYTES", "Columns", "batch_columns", "call", "power", "take_home"]

MOST_REQUEST_BYTES: Final[int]
MOST_DEPTH: Final[int]
ENDPOINTS: Final[tuple[tuple[str, str], ...]]

@final
class Columns:
    """The figures of a batch, a row for each row asked about, for any library that reads Arrow."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow stream. A schema that is asked for is not heeded."""

    def __len__(self) -> int: ...

def call(name: str, request: str) -> str:
    """Answers a JSON request with JSON. Other Python threads run meanwhile."""

def take_home(table: object, threads: int | None, progress: Callable[[int], object] | None) -> Columns:
    """Works out every row of `table`, part by part; `progress` is called with the number of rows done."""

def power(table: object, at_least: int | None, progress: Callable[[int], object] | None) -> Columns:
    """Measures power in every group of `table`, part by part; `progress` is called with the number of rows done."""

def batch_columns() -> list[tuple[str, str]]:
    """The names of the columns that a table may have, and what each is made of."""

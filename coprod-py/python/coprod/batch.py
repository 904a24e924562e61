"""Millions of payments at once: a table goes in, a table comes out.

Tables come from and go to any library that speaks Arrow: polars, pyarrow, pandas 2.2 or later, DuckDB. Each row is one person
with one payment; a column that is left out has its default in every row, and `COLUMNS` lists the columns with what each is made
of. Money is decimals with up to two places (pounds) or whole numbers (pence), never floats.

>>> import datetime, decimal
>>> import pyarrow
>>> from coprod import batch
>>> fees = [decimal.Decimal("150.00"), None]
>>> table = pyarrow.table({"fee": fees, "paid_on": [datetime.date(2026, 6, 15)] * 2,
...     "universal_credit_first_day": [3, 3], "universal_credit_maximum": [42490, 42490]})
>>> kept = pyarrow.table(batch.take_home(table))
>>> kept["kept"].to_pylist(), kept["code"].to_pylist()
([Decimal('67.50'), Decimal('0.00')], ['done', 'not_known'])
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from . import _core
from ._core import Columns

__all__ = ["COLUMNS", "Columns", "Table", "take_home"]


class Table(Protocol):
    """A table that speaks Arrow."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow stream."""


COLUMNS: Final[dict[str, str]] = dict(_core.batch_columns())
"""The columns that a table may have: `money`, `day`, `number`, `flag` or `word`."""


def take_home(table: Table, *, threads: int | None = None, progress: Callable[[int], object] | None = None) -> Columns:
    """What each person keeps of their payment: the same pence as `coprod.payment.take_home`, for every row.

    The answer has the columns `tax`, `tax_due`, `national_insurance`, `national_insurance_later`, `student_loan`, `benefits`,
    `benefits_later`, `kept` and `kept_eventually` in pounds, and `code`: `done`, or why a row was not worked out (its figures
    are then 0.00). A row with a missing value has the code `not_known`: nothing unknown is taken as nothing. `threads` is how
    many to use, all there are without it; `progress` is called with the number of rows done after each part of the table.

    Raises `CoprodError` for a column that there is not (`unknown_column`), of the wrong kind (`wrong_type`) or with a value that
    it cannot hold (`cell_wrong`), and `TypeError` for what is not a table.
    """
    return _core.take_home(table, threads, progress)

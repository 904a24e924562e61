"""Millions of payments or groups at once: a table goes in, a table comes out.

Tables come from and go to any library that speaks Arrow: polars, pyarrow, pandas 2.2 or later, DuckDB.

For `take_home` each row is one person with one payment; a column that is left out has its default in every row, and `COLUMNS`
lists the columns with what each is made of. Money is decimals with up to two places (pounds) or whole numbers (pence), never
floats.

>>> import datetime, decimal
>>> import pyarrow
>>> from coprod import batch
>>> fees = [decimal.Decimal("150.00"), None]
>>> table = pyarrow.table({"fee": fees, "paid_on": [datetime.date(2026, 6, 15)] * 2,
...     "universal_credit_first_day": [3, 3], "universal_credit_maximum": [42490, 42490]})
>>> kept = pyarrow.table(batch.take_home(table))
>>> kept["kept"].to_pylist(), kept["code"].to_pylist()
([Decimal('67.50'), Decimal('0.00')], ['done', 'not_known'])

For `power` each row is one group: a list with a weight for each member, and the bar that the weights of those who say yes must
reach.

>>> groups = pyarrow.table({"weights": [[50, 49, 1], [1, 1, 1, 1]], "bar": [51, 3], "constituencies": [[0, 1, 1], [0, 0, 0, 1]]})
>>> power = pyarrow.table(batch.power(groups))
>>> power["swings"].to_pylist(), power["can_decide"].to_pylist()
([[3, 1, 1], [3, 3, 3, 3]], [[False, False], [True, False]])
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from . import _core
from ._core import Columns

__all__ = ["COLUMNS", "Columns", "Table", "power", "take_home"]


class Table(Protocol):
    """A table that speaks Arrow."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow stream."""


COLUMNS: Final[dict[str, str]] = dict(_core.batch_columns())
"""The columns that a table of payments may have: `money`, `day`, `number`, `flag` or `word`."""


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


def power(table: Table, *, at_least: int | None = None, progress: Callable[[int], object] | None = None) -> Columns:
    """The power of every member of every group: the same counts as `coprod.power.measure`, for every row.

    Columns: `weights`, a list of whole numbers from 0 for each member of the group (1 to 16 of them), which add up to less than
    2^31 - 1, and `bar`, what those who say yes must come to. Further votes are `weights_2` and `bar_2` up to `weights_8` and
    `bar_8`; so many of the votes as `at_least` must pass, all of them without it: a weighted vote of each constituency, for
    instance, with weights of 0 for the others. `constituencies`, where it is there, is a list of numbers from 0 to 7.

    The answer has the columns `winning` (how many coalitions pass), and lists by member: `swings` (coalitions that pass with the
    member and fail without), `pivots` (orders of all members in which the member makes it pass, of `orders`), and the nearest
    floating-point numbers to the two indices that follow from them, `banzhaf` (swings of all swings) and `shapley_shubik`
    (pivots of orders), which are missing where nothing that anybody votes matters. By number of constituency, `can_decide` and
    `can_block` say whether its members together can pass, and stop, any decision. `progress` is called with the number of rows
    done after each part of the table.

    Raises `CoprodError` for a column that there is not (`unknown_column`, `missing_field`), of the wrong kind (`wrong_type`),
    with a value that it cannot hold or none (`cell_wrong`, `out_of_range`, `quota_zero`), and `TypeError` for what is not a
    table.
    """
    return _core.power(table, at_least, progress)

"""Tables in and out, and what is refused."""

from __future__ import annotations

import datetime
import doctest
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

import coprod
from coprod import batch

DAY = datetime.date(2026, 6, 15)


def table(**columns: Any) -> pa.Table:
    return pa.table({"fee": pa.array([15000, 30000]), "paid_on": pa.array([DAY, DAY])} | columns)


def worked(given: pa.Table, **options: Any) -> dict[str, list[Any]]:
    return pa.table(batch.take_home(given, **options)).to_pydict()


def test_the_example_is_true() -> None:
    assert doctest.testmod(batch).failed == 0


def test_money_is_pence_or_pounds() -> None:
    pounds = table(fee=pa.array([Decimal("150.00"), Decimal("300.00")]))
    assert worked(pounds) == worked(table())
    whole = table(fee=pa.array([Decimal("150"), Decimal("300")], pa.decimal128(6, 0)))
    assert worked(whole) == worked(table())


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())])
def test_words_come_in_every_form(kind: pa.DataType) -> None:
    codes = pa.array(["BR", "1257L"]).cast(kind) if kind != pa.string_view() else pa.array(["BR", "1257L"], kind)
    assert worked(table(tax_code=codes))["tax"] == [Decimal("30.00"), Decimal("0.00")]


def test_what_is_missing_is_not_known_and_never_nothing() -> None:
    answer = worked(table(wages=pa.array([None, 1000000]), nation=pa.array(["wales", None])))
    assert answer["code"] == ["not_known", "not_known"]
    assert worked(table(nation=pa.array(["wales", None])))["code"] == ["done", "not_known"]


def test_parts_of_a_table_and_threads_change_nothing() -> None:
    whole = table()
    parts = pa.concat_tables([whole.slice(0, 1), whole.slice(1, 1)])
    seen: list[int] = []
    assert worked(parts, progress=seen.append) == worked(whole, threads=1) == worked(whole, threads=64)
    assert seen == [1, 2]
    assert worked(whole.slice(0, 0))["kept"] == []
    assert len(batch.take_home(whole)) == 2


def test_the_same_pence_as_one_by_one() -> None:
    columns = {
        "universal_credit_first_day": pa.array([3, 3]),
        "universal_credit_maximum": pa.array([Decimal("424.90")] * 2),
    }
    one = coprod.payment.take_home(
        person={
            "nation": "england",
            "age": 40,
            "universal_credit": {"first_day": 3, "maximum_award": "424.90", "work_allowance": "none", "benefit_cap": "exempt"},
        },
        payments=[{"fee": "150.00", "how_paid": "paye", "tax_code": "1257L", "paid_on": "2026-06-15"}],
    )
    assert worked(table(**columns))["kept"][0] == one.kept.in_period == Decimal("67.50")


@pytest.mark.parametrize(
    ("columns", "code", "path"),
    [
        ({"fees": pa.array([1, 2])}, "unknown_column", ""),
        ({"wages": pa.array([1.5, 2.0])}, "wrong_type", "/wages"),
        ({"paid_on": pa.array(["2026-06-15", "x"])}, "wrong_type", "/paid_on"),
        ({"nation": pa.array(["england", "france"])}, "cell_wrong", "/nation/1"),
        ({"tax_code": pa.array(["1257L", "?"])}, "cell_wrong", "/tax_code/1"),
        ({"age": pa.array([40, 400])}, "cell_wrong", "/age/1"),
    ],
)
def test_a_wrong_column_is_named(columns: dict[str, Any], code: str, path: str) -> None:
    with pytest.raises(coprod.CoprodError) as caught:
        batch.take_home(table(**columns))
    assert (caught.value.code, caught.value.path) == (code, path)
    assert caught.value.help


def test_what_is_not_a_table_is_refused() -> None:
    with pytest.raises(TypeError, match="polars"):
        batch.take_home({"fee": [1]})  # type: ignore[arg-type]


def test_a_bad_row_spoils_no_other() -> None:
    answer = worked(table(fee=pa.array([-1, 15000])))
    assert answer["code"] == ["negative_amount", "done"]
    assert answer["kept"] == [Decimal("0.00"), Decimal("150.00")]

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


def groups(**columns: Any) -> pa.Table:
    return pa.table({"weights": pa.array([[50, 49, 1], [1, 1]]), "bar": pa.array([51, 2])} | columns)


def powers(given: pa.Table, **options: Any) -> dict[str, list[Any]]:
    return pa.table(batch.power(given, **options)).to_pydict()


def test_groups_have_the_power_that_they_have_one_by_one() -> None:
    found = powers(groups(constituencies=pa.array([[0, 1, 1], [0, 1]])))
    members = [{"id": name, "constituency": side} for name, side in (("a", "x"), ("b", "y"), ("c", "y"))]
    rule = {"votes": {"at_least": 51, "weights": {"a": 50, "b": 49, "c": 1}}}
    one = coprod.power.measure(members=members, rule=rule)
    assert found["swings"][0] == [member.swings for member in one.members]
    assert found["banzhaf"][0] == [member.banzhaf.value for member in one.members if member.banzhaf]
    assert found["shapley_shubik"][0] == [member.shapley_shubik.value for member in one.members if member.shapley_shubik]
    assert found["winning"] == [3, 1]
    assert found["can_decide"] == [[False, False], [False, False]]
    assert found["can_block"] == [[True, True], [True, True]]


def test_several_votes_and_how_many_of_them_must_pass() -> None:
    two = groups(weights_2=pa.array([[0, 0, 1], [0, 1]]), bar_2=pa.array([1, 1]))
    assert powers(two)["winning"] == powers(two, at_least=2)["winning"] == [2, 1]
    assert powers(two, at_least=1)["winning"] == [5, 2]


def test_lists_come_in_every_form_and_in_parts() -> None:
    for kind in (pa.list_(pa.uint8()), pa.large_list(pa.int64()), pa.list_(pa.int32(), 2)):
        fixed = pa.table({"weights": pa.array([[2, 1], [1, 1]], kind), "bar": pa.array([2, 2])})
        assert powers(fixed)["swings"] == [[2, 0], [1, 1]]
        assert powers(fixed.slice(1, 1))["swings"] == [[1, 1]]
    seen: list[int] = []
    parts = pa.concat_tables([groups(), groups().slice(1, 1)])
    assert powers(parts, progress=seen.append)["winning"] == [3, 1, 1]
    assert seen == [2, 3]
    assert powers(groups().slice(0, 0))["winning"] == []


def test_where_no_vote_matters_there_is_no_index() -> None:
    found = powers(pa.table({"weights": pa.array([[1, 1]]), "bar": pa.array([3])}))
    assert (found["banzhaf"], found["shapley_shubik"], found["pivots"]) == ([[None, None]], [[None, None]], [[0, 0]])


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        (groups(quota=pa.array([1, 2])), "unknown_column", ""),
        (pa.table({"weights": pa.array([[1]])}), "missing_field", "/bar"),
        (groups(weights_2=pa.array([[1, 1, 1], [1, 1]])), "missing_field", "/bar_2"),
        (groups(bar=pa.array([1.5, 2.0])), "wrong_type", "/bar"),
        (groups(bar=pa.array([51, None])), "cell_wrong", "/bar/1"),
        (groups(bar=pa.array([51, 0])), "quota_zero", "/bar/1"),
        (groups(weights=pa.array([[50, 49, 1], [1, None]])), "cell_wrong", "/weights/1"),
        (groups(weights=pa.array([[50, 49, 1], [1, -1]])), "cell_wrong", "/weights/1"),
        (groups(weights=pa.array([[50, 49, 1], []])), "out_of_range", "/weights/1"),
        (groups(weights=pa.array([[1] * 17, [1]])), "out_of_range", "/weights/0"),
        (groups(weights=pa.array([[1], [2**31 - 2, 1]])), "out_of_range", "/weights/1"),
        (groups(weights=pa.array([1, 2])), "wrong_type", "/weights"),
        (groups(constituencies=pa.array([[0, 1, 1], [0]])), "cell_wrong", "/constituencies/1"),
        (groups(constituencies=pa.array([[0, 1, 1], [0, 8]])), "out_of_range", "/constituencies/1"),
    ],
)
def test_groups_that_cannot_be_measured_are_refused_with_their_place(given: pa.Table, code: str, path: str) -> None:
    with pytest.raises(coprod.CoprodError) as refused:
        batch.power(given)
    assert (refused.value.code, refused.value.path) == (code, path)
    with pytest.raises(coprod.CoprodError, match="at_least"):
        batch.power(groups(), at_least=2)

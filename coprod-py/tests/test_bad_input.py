"""What cannot be a request is refused with a code and a place, and never by an accident of Python."""

from __future__ import annotations

import concurrent.futures
import datetime
import enum
import pickle
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import coprod
from coprod import power
from coprod._runtime import encode
from coprod.power import Member, RuleAll, RuleVotes, Votes

MEMBERS = [Member(id="ana"), Member(id="bo")]
VOTES = RuleVotes(Votes(more_than="1/2", of="cast"))


def refusal(**arguments: Any) -> tuple[str, str]:
    """The code and the place of a refusal."""
    with pytest.raises(coprod.CoprodError) as caught:
        power.explain(**{"members": MEMBERS, "rule": VOTES, **arguments})
    assert pickle.loads(pickle.dumps(caught.value)).report() == caught.value.report()
    assert caught.value.message
    assert caught.value.help
    return caught.value.code, caught.value.path


def votes(**changes: Any) -> dict[str, Any]:
    return {"votes": {"more_than": "1/2", "of": "cast", **changes}}


class Colour(enum.Enum):
    RED = 1


class Index:
    def __index__(self) -> int:
        return 7


class Endless(Mapping[str, object]):
    """A mapping that never ends."""

    def __getitem__(self, key: str) -> object:
        return 1

    def __iter__(self) -> Iterator[str]:
        number = 0
        while True:
            number += 1
            yield str(number)

    def __len__(self) -> int:
        return 1


SHARE = "/rule/votes/more_than"


@pytest.mark.parametrize(
    ("rule", "code", "path"),
    [
        (votes(more_than=0.5), "float_not_exact", SHARE),
        (votes(more_than=float("nan")), "invalid_json", SHARE),
        (votes(more_than=float("inf")), "invalid_json", SHARE),
        (votes(more_than=Decimal("NaN")), "invalid_number", SHARE),
        (votes(more_than=Decimal("1e999999999")), "invalid_number", SHARE),
        (votes(more_than=Colour.RED), "wrong_type", SHARE),
        (votes(more_than=object()), "wrong_type", SHARE),
        (votes(more_than=10**5000), "out_of_range", SHARE),
        (votes(more_than=Fraction(10**5000, 3)), "out_of_range", SHARE),
        (votes(of={"cast"}), "wrong_type", "/rule/votes/of"),
        (votes(of=b"cast"), "wrong_type", "/rule/votes/of"),
        (votes(unheard_of=1), "unknown_field", "/rule/votes/unheard_of"),
        (RuleVotes(Votes(more_than=0.5, of="cast")), "float_not_exact", SHARE),  # type: ignore[arg-type]
        (RuleVotes({"more_than": "1/2", "of": "cast", "unheard_of": 1}), "unknown_field", "/rule/votes/unheard_of"),
        ({"votes": {1: 2}}, "wrong_type", "/rule/votes"),
        ({**votes(), "all": []}, "not_one_key", "/rule"),
        ("\ud800", "invalid_json", ""),
    ],
)
def test_a_value_is_refused(rule: Any, code: str, path: str) -> None:
    assert refusal(rule=rule) == (code, path)


def test_cycles_end() -> None:
    cycle: list[Any] = []
    cycle += [cycle, cycle]
    assert refusal(rule={"all": cycle})[0] == "too_deep"
    ring: dict[str, Any] = {}
    ring["all"] = [ring, ring]
    assert refusal(rule=ring)[0] == "too_deep"
    with pytest.raises(coprod.LimitError):
        RuleAll(all=cycle).to_json()
    with pytest.raises(coprod.LimitError):
        RuleAll(all=[ring])


def test_depth_and_size_end() -> None:
    deep: Any = VOTES
    for _ in range(10_000):
        deep = RuleAll([deep])
    assert refusal(rule=deep)[0] == "too_deep"
    wide: Any = [1]
    for _ in range(60):
        wide = [wide, wide]
    assert refusal(rule={"all": wide})[0] == "request_too_large"
    assert refusal(members=Endless())[0] == "request_too_large"
    assert refusal(members=["a" * 10_000_000])[0] == "request_too_large"
    with pytest.raises(coprod.LimitError):
        Votes(more_than="1/2", of="cast", weights=Endless())  # type: ignore[arg-type]
    for text in (" " * 100_000_000, "[" * 100_000):
        with pytest.raises(coprod.LimitError):
            coprod.call("power.explain", text)


def test_text_that_is_no_request() -> None:
    for text in ("", "{", "nul", '{"a": NaN}', "\ud800", "[1] 2", "\x00"):
        with pytest.raises(coprod.InvalidRequestError):
            coprod.call("power.explain", text)
    for text in ("{", '{"id": NaN}', "[]", "3", "{}", '{"id": "ana", "unheard_of": 1}', "[" * 100_000, " " * 2_000_000):
        with pytest.raises(coprod.CoprodError):
            Member.from_json(text)
    with pytest.raises(coprod.UnknownNameError):
        coprod.call("nothing", "{}")
    with pytest.raises(coprod.InvalidRequestError):
        coprod.call("\ud800", "{}")
    with pytest.raises(TypeError):
        coprod.call("power.explain", b"{}")  # type: ignore[arg-type]


def test_the_interpreter_refuses_keywords() -> None:
    with pytest.raises(TypeError):
        power.explain(members=MEMBERS, rule=VOTES, unheard_of=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        power.explain(members=MEMBERS)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Member("ana")  # type: ignore[misc]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("150"), '"150.00"'),
        (Decimal("150.5"), '"150.50"'),
        (Decimal("-0.050"), '"-0.05"'),
        (Decimal("1E+2"), '"100.00"'),
        (Decimal("0.125"), '"0.125"'),
        (Fraction(15, 2), '"15/2"'),
        (Fraction(4, 2), '"2"'),
        (datetime.date(2026, 6, 15), '"2026-06-15"'),
        (2**53, "9007199254740992"),
        (2**53 + 1, '"9007199254740993"'),
        (-(2**53) - 1, '"-9007199254740993"'),
        (True, "true"),
        (Index(), "7"),
        (None, "null"),
        ([Member(id="ana"), {"é": ("a",)}], '[{"id":"ana"},{"é":["a"]}]'),
    ],
    ids=str,
)
def test_values_are_written_exactly(value: object, text: str) -> None:
    assert encode(value) == text


def test_threads_call_side_by_side() -> None:
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: power.explain(members=MEMBERS, rule=VOTES), range(200)))
    assert set(answers) == {answers[0]}

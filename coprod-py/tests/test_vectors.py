"""The shared vectors, through the JSON door and through the typed functions."""

from __future__ import annotations

import dataclasses
import importlib
import keyword
import pickle
from typing import Any

import pytest

import coprod
from shared import mismatch, outcome, request_text, vectors

VERBS = {"review": "project"}
CASES = list(vectors())


def typed(vector: dict[str, Any]) -> Any:
    """The answer of the typed function to a vector's request."""
    area, _, verb = vector["call"].partition(".")
    verb = verb or VERBS[area]
    function = getattr(importlib.import_module(f"coprod.{area}"), verb + "_" if keyword.iskeyword(verb) else verb)
    arguments = {key + "_" if keyword.iskeyword(key) else key: value for key, value in vector["request"].items()}
    return function(**arguments)


def each(kind: str, typed: bool = False) -> Any:
    """The vectors of one kind, as a parameter of a test."""
    chosen = [(name, case) for name, case in CASES if kind in case and (not typed or isinstance(case["request"], dict))]
    return pytest.mark.parametrize("vector", [case for _, case in chosen], ids=[name for name, _ in chosen])


@each("call")
def test_vector(vector: dict[str, Any]) -> None:
    assert vector["source"]
    assert mismatch(vector, outcome(vector)) is None


@each("response", typed=True)
def test_typed_answer_says_the_same(vector: dict[str, Any]) -> None:
    answer = typed(vector)
    text = coprod.call(vector["call"], request_text(vector))
    assert answer == type(answer).from_json(text)
    assert type(answer).from_json(answer.to_json()) == answer
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert answer._repr_html_().startswith(("<table>", "<figure>"))
    assert untyped(answer) == []


def untyped(value: Any, place: str = "") -> list[str]:
    """The fields that hold plain JSON, which a type should have taken."""
    if isinstance(value, (dict, list)):
        return [place]
    if isinstance(value, tuple):
        return [text for index, item in enumerate(value) for text in untyped(item, f"{place}/{index}")]
    if hasattr(value, "items"):
        return [text for key, item in value.items() for text in untyped(item, f"{place}/{key}")]
    names = [field.name for field in dataclasses.fields(value)] if dataclasses.is_dataclass(value) else []
    return [text for name in names for text in untyped(getattr(value, name), f"{place}/{name}")]


@each("error", typed=True)
def test_typed_function_refuses_the_same(vector: dict[str, Any]) -> None:
    try:
        typed(vector)
    except TypeError:
        # A keyword that the function does not have, or one that it needs: the interpreter's own refusal.
        assert vector["error"]["code"] in ("unknown_field", "missing_field")
    except coprod.CoprodError as error:
        assert mismatch(vector, {"error": error.report()}) is None
    else:
        pytest.fail("nothing was refused")


GOOD: dict[str, Any] = {"call": "x", "request": {}, "response": {"a": [1, {"b": "2/3", "c": True}]}}
WRONG: list[Any] = [
    {"a": [1, {"b": "2/3"}]},
    {"a": [1]},
    {"a": [1, {"b": "4/6", "c": True}]},
    {"a": [1, {"b": "2/3", "c": 1}]},
    {},
]


@pytest.mark.parametrize("response", WRONG)
def test_a_wrong_answer_is_caught(response: dict[str, Any]) -> None:
    more = {"a": [1, {"b": "2/3", "c": True, "d": 0}], "e": 1}
    assert mismatch(GOOD, {"response": GOOD["response"]}) is None
    assert mismatch(GOOD, {"response": response})
    assert mismatch(GOOD, {"response": more})
    assert mismatch({**GOOD, "subset": True}, {"response": response})
    assert mismatch({**GOOD, "subset": True}, {"response": more}) is None


def test_a_wrong_refusal_is_caught() -> None:
    vector = {"call": "nothing.here", "request": {}, "error": {"code": "unknown_endpoint", "path": ""}}
    assert mismatch(vector, outcome(vector)) is None
    assert mismatch({**vector, "error": {"code": "invalid_json", "path": ""}}, outcome(vector))
    assert mismatch({**vector, "error": {"code": "unknown_endpoint", "path": "/a"}}, outcome(vector))
    assert mismatch({**GOOD, "call": "nothing.here"}, outcome({**GOOD, "call": "nothing.here"}))

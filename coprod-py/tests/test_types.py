"""Every generated type and every exception: made, read, compared, pickled, shown."""

from __future__ import annotations

import collections.abc
import copy
import dataclasses
import datetime
import importlib
import inspect
import json
import pickle
import types
import typing
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import coprod
from coprod import _codes, _model, errors
from coprod._runtime import FrozenMap, Model, read
from shared import SCHEMA, sample

TYPES = [value for value in vars(_model).values() if inspect.isclass(value) and issubclass(value, Model) and value is not Model]
AREAS = sorted({name.partition(".")[0] for name in SCHEMA["endpoints"]})


def schema_of(cls: type[Model]) -> Any:
    """The schema of a type, found by its fields where a union's variant has no name of its own."""
    if cls.__name__ in SCHEMA["$defs"]:
        return SCHEMA["$defs"][cls.__name__]
    for name, schema in SCHEMA["$defs"].items():
        for option in schema.get("oneOf", []):
            if cls.__name__.startswith(name) and list(option.get("properties", ())) == list(cls._fields):
                return option
    return None


@pytest.mark.parametrize("rich", [True, False], ids=["every field", "needed fields"])
@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_type(cls: type[Any], rich: bool) -> None:
    schema = schema_of(cls)
    if schema is None:
        pytest.skip("made inside the type that holds it")
    keys = [key for key in schema.get("properties", {}) if rich or key in schema.get("required", [])]
    value = cls.from_json(json.dumps({key: sample(schema["properties"][key], 1, rich) for key in keys}))
    assert isinstance(value, cls)
    hints = typing.get_type_hints(cls)
    for field in dataclasses.fields(cls):
        assert fits(getattr(value, field.name), hints[field.name]), field.name
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == value
    for same in (copy.copy(value), copy.deepcopy(value), cls.from_json(value.to_json()), dataclasses.replace(value)):
        assert same == value
        assert hash(same) == hash(value)
    assert value != object()
    assert repr(value).startswith(cls.__name__ + "(")
    table = value._repr_html_()
    assert table.count("<table>") == table.count("</table>") > 0
    for field in dataclasses.fields(cls):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, field.name, None)
    assert not hasattr(value, "__dict__")
    assert inspect.getdoc(cls)


def fits(value: Any, hint: Any) -> bool:
    """Whether a value is of an annotated type, all the way down."""
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return True
    if origin is typing.Literal:
        return value in inside
    if origin is tuple and inside[1:] == (...,):
        return isinstance(value, tuple) and all(fits(item, inside[0]) for item in value)
    if origin is tuple:
        return isinstance(value, tuple) and len(value) == len(inside) and all(map(fits, value, inside))
    if origin is collections.abc.Mapping:
        return isinstance(value, FrozenMap) and all(isinstance(key, str) and fits(item, inside[1]) for key, item in value.items())
    if origin in (typing.Union, types.UnionType):
        return any(fits(value, option) for option in inside)
    return isinstance(value, (int, float) if hint is float else hint)


def test_areas_are_all_there_and_lazy() -> None:
    assert sorted(coprod._AREAS) == sorted([*AREAS, "batch"])
    for area in AREAS:
        module = getattr(coprod, area)
        assert module is importlib.import_module(f"coprod.{area}")
        assert set(module.__all__) <= set(dir(module))
    assert {name for name, _ in coprod._core.ENDPOINTS} == set(SCHEMA["endpoints"])
    assert set(AREAS) <= set(dir(coprod)) == set(coprod.__all__)
    with pytest.raises(AttributeError):
        getattr(coprod, "nothing_like_this")  # noqa: B009


def test_every_function_says_what_it_is_for() -> None:
    for area in AREAS:
        module = getattr(coprod, area)
        functions = [value for name in module.__all__ if inspect.isfunction(value := getattr(module, name))]
        assert functions
        for function in functions:
            assert "Returns:" in (inspect.getdoc(function) or "")
            assert typing.get_type_hints(function)


@pytest.mark.parametrize("code", _codes.KINDS)
def test_every_exception(code: Any) -> None:
    error = errors.from_report(code, "it is so", "/a/0", "mend it")
    assert isinstance(error, coprod.CoprodError)
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert again.report() == error.report() == {"code": code, "message": "it is so", "path": "/a/0", "help": "mend it"}
    assert str(error) == f"it is so [{code} at /a/0]; mend it"


def test_the_classes_of_exceptions() -> None:
    words = [word for part in typing.get_args(_codes.ErrorCode) for word in typing.get_args(part)]
    assert set(_codes.KINDS) == set(words) and len(words) == len(_codes.KINDS)
    used = {type(errors.from_report(code, "", "", "")) for code in _codes.KINDS}
    known = {value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, coprod.CoprodError)}
    assert used == known - {coprod.CoprodError}


@pytest.mark.parametrize(
    ("spec", "given", "expected"),
    [
        ("money", "150.00", Decimal("150.00")),
        ("money", "1.5", "1.5"),
        ("money", 1.5, 1.5),
        ("ratio", "2/3", Fraction(2, 3)),
        ("ratio", "7.5", Fraction(15, 2)),
        ("ratio", Decimal("0.1"), Fraction(1, 10)),
        ("ratio", "1/0", "1/0"),
        ("ratio", "1" * 5000, "1" * 5000),
        ("ratio", 0.5, 0.5),
        ("ratio", True, True),
        ("date", "2026-06-15", datetime.date(2026, 6, 15)),
        ("date", "2026-02-30", "2026-02-30"),
        ("count", str(2**80), 2**80),
        (("list", "text"), ["a", "b"], ("a", "b")),
        (("tuple", "text", "ratio"), ["a", 1], ("a", Fraction(1))),
        (("tuple", "text", "ratio"), ["a"], ["a"]),
        (("map", "ratio"), {"a": 1}, FrozenMap({"a": Fraction(1)})),
        (("json",), {"a": [1]}, FrozenMap({"a": (1,)})),
        (("or", ("words", "unknown"), "money"), "unknown", "unknown"),
        (("or", ("words", "unknown"), "money"), "3.00", Decimal("3.00")),
    ],
)
def test_reading(spec: Any, given: object, expected: object) -> None:
    found = read(spec, given, {"_UNIONS": {}})
    assert found == expected
    assert type(found) is type(expected)


def test_a_frozen_map() -> None:
    source = {"a": 1}
    frozen = FrozenMap(source)
    source["a"] = 2
    assert frozen == {"a": 1}
    assert hash(frozen) == hash(FrozenMap({"a": 1}))
    assert pickle.loads(pickle.dumps(frozen)) == frozen
    assert repr(frozen) == "{'a': 1}"
    with pytest.raises(AttributeError):
        frozen._items = {}
    with pytest.raises(AttributeError):
        del frozen._items


def test_a_table_escapes_what_it_shows() -> None:
    shown = _model.Member(id="<script>", constituency='"&')._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert "&quot;&amp;" in shown

"""What the generated types stand on: exact JSON in both directions.

A value that a type cannot take is kept as it was given, so that the core refuses it and names its place in the request.
Nothing is rounded here, and no float is made exact.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, NoReturn, TypeAlias, TypeVar, cast

from . import _core
from .errors import CoprodError, from_report

V = TypeVar("V", covariant=True)
M = TypeVar("M", bound="Model")
Spec: TypeAlias = str | tuple[Any, ...]
JsonObject: TypeAlias = Mapping[str, Any]

SAFE_INTEGER = 2**53
UNFIT = object()


class FrozenMap(Mapping[str, V]):
    """A mapping that cannot be changed: hashable and picklable."""

    __slots__ = ("_items",)
    _items: dict[str, V]

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        object.__setattr__(self, "_items", dict(items or {}))

    def __getitem__(self, key: str) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return repr(self._items)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("this mapping cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("this mapping cannot be changed")

    def __reduce__(self) -> tuple[type[FrozenMap[V]], tuple[dict[str, V]]]:
        return FrozenMap, (self._items,)


#: An answer may be longer than what it answers: exact fractions of a thousand members are, and so is who has which of 20,000
#: tasks and why.
MOST_ANSWER_BYTES = 64 << 20


class Walk:
    """Bounds a walk through values that may be cyclic, or far larger than they look."""

    __slots__ = ("left", "types")

    def __init__(self, types: Mapping[str, Any], most: int = _core.MOST_REQUEST_BYTES) -> None:
        self.left = most + 2
        self.types = types

    def step(self, depth: int, size: int = 2) -> None:
        """Counts a value of at least `size` bytes of JSON with what parts it from the next."""
        self.left -= size
        if self.left < 0:
            raise too_large()
        if depth > _core.MOST_DEPTH:
            raise from_report(
                "too_deep",
                f"lists and objects are nested more than {_core.MOST_DEPTH} deep",
                "",
                "a rule that people can follow is far flatter: name its parts and use the names",
            )


def too_large() -> CoprodError:
    """The refusal of a request beyond the limit, when counting on would be work in vain."""
    most = _core.MOST_REQUEST_BYTES
    return from_report("request_too_large", f"the request is longer than {most} bytes", "", "send a smaller request, or several")


class Model:
    """What all requests' and answers' types share.

    The generated classes are frozen dataclasses with slots. What dataclasses would compile for each of them stands here once,
    which makes the first import several times faster.
    """

    __slots__: tuple[str, ...] = ()
    # For each JSON field, in the order of the slots: how it is read, and what it is when left out (`...` if it must not be).
    _fields: ClassVar[Mapping[str, tuple[Spec, Any]]] = {}

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__getstate__() == other.__getstate__()

    def __hash__(self) -> int:
        return hash((type(self).__name__, *self.__getstate__()))

    def __repr__(self) -> str:
        pairs = zip(self.__slots__, self.__getstate__(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def __getstate__(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(self.__slots__, state, strict=True):
            object.__setattr__(self, name, value)

    @classmethod
    def from_json(cls: type[M], text: str) -> M:
        """The value that JSON text holds.

        Raises:
            CoprodError: `invalid_json` if it is not JSON, `wrong_type` if it is not an object with this type's fields.
        """
        value = read(cls.__name__, parse(text), types_of(cls))
        if isinstance(value, cls):
            return value
        raise from_report("wrong_type", f"here is no {cls.__name__}", "", f"give an object with the fields {_listed(cls)}")

    def to_json(self) -> str:
        """The value as JSON text; fields that are None are left out."""
        return encode(self, MOST_ANSWER_BYTES)

    def _repr_html_(self) -> str:
        from ._html import table

        return table(self)


def _listed(cls: type[Model]) -> str:
    return ", ".join(f'"{name}"' for name in cls._fields)


def types_of(cls: type[Model]) -> Mapping[str, Any]:
    """The types that a type's fields name."""
    return vars(sys.modules[cls.__module__])


def set_fields(model: Model, *values: object) -> None:
    """Fills a new instance, each field read as its type says."""
    cls = type(model)
    walk = Walk(types_of(cls))
    specs = (spec for spec, _ in cls._fields.values())
    model.__setstate__(tuple(_read(spec, value, 0, walk) for spec, value in zip(specs, values, strict=True)))


def read(spec: Spec, value: object, types: Mapping[str, Any]) -> object:
    """A JSON value as the Python type that `spec` names, or the value itself where it does not fit."""
    return _read(spec, value, 0, Walk(types))


def _read(spec: Spec, value: object, depth: int, walk: Walk) -> object:
    walk.step(depth)
    fit = _fit(spec, value, depth, walk)
    return value if fit is UNFIT else fit


def _fit(spec: Spec, value: object, depth: int, walk: Walk) -> object:
    if value is None:
        return None
    if isinstance(spec, str):
        if scalar := SCALARS.get(spec):
            return scalar(value)
        union = walk.types["_UNIONS"].get(spec)
        return _fit(union, value, depth, walk) if union else _fit_model(walk.types[spec], value, depth, walk)
    kind, *parts = spec
    if kind == "or":
        fits = (_fit(part, value, depth, walk) for part in parts)
        return next((fit for fit in fits if fit is not UNFIT), UNFIT)
    if kind == "words":
        return value if isinstance(value, str) and value in parts else UNFIT
    if kind == "map":
        if not isinstance(value, Mapping):
            return UNFIT
        return FrozenMap({key: _read(parts[0], item, depth + 1, walk) for key, item in value.items()})
    if kind == "json":
        if isinstance(value, Mapping):
            return FrozenMap({key: _read(spec, item, depth + 1, walk) for key, item in value.items()})
        return tuple(_read(spec, item, depth + 1, walk) for item in value) if isinstance(value, (list, tuple)) else value
    if not isinstance(value, (list, tuple)):
        return UNFIT
    if kind == "tuple":
        pairs = zip(parts, value, strict=True) if len(parts) == len(value) else ()
        return tuple(_read(part, item, depth + 1, walk) for part, item in pairs) if pairs else UNFIT
    return tuple(_read(parts[0], item, depth + 1, walk) for item in value)


def _fit_model(cls: type[Model], value: object, depth: int, walk: Walk) -> object:
    if isinstance(value, cls):
        return value
    if not isinstance(value, Mapping) or any(key not in cls._fields for key in value):
        return UNFIT
    if any(default is ... and name not in value for name, (_, default) in cls._fields.items()):
        return UNFIT
    model = object.__new__(cls)
    model.__setstate__(
        tuple(
            _read(spec, value[name], depth + 1, walk) if name in value else default
            for name, (spec, default) in cls._fields.items()
        )
    )
    return model


def _money(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{2})?", value):
        return Decimal(value)
    return value if isinstance(value, Decimal) else UNFIT


def _ratio(value: object) -> object:
    if isinstance(value, Fraction):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < 100:
        return Fraction(value)
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]+(/[0-9]+|\.[0-9]+)?", value):
        return UNFIT
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError):
        return UNFIT


def _date(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return UNFIT
    return value if isinstance(value, date) else UNFIT


def _count(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4000}", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else UNFIT


def _of(*kinds: type) -> Callable[[object], object]:
    return lambda value: value if isinstance(value, kinds) else UNFIT


SCALARS: Mapping[str, Callable[[object], object]] = {
    "money": _money,
    "ratio": _ratio,
    "date": _date,
    "count": _count,
    "text": _of(str),
    "flag": _of(bool),
    "whole": _of(int),
    "number": _of(int, float),
}


def parse(text: str) -> object:
    """JSON text as plain Python values.

    Raises:
        CoprodError: `invalid_json`, `too_deep` or `request_too_large`.
    """
    if len(text) > MOST_ANSWER_BYTES:
        message = f"the text is longer than {MOST_ANSWER_BYTES} bytes"
        raise from_report("request_too_large", message, "", "read a smaller one, or several")
    try:
        return json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise from_report("too_deep", "lists and objects are nested too deep", "", "use a flatter form") from None
    except ValueError as error:
        raise from_report(
            "invalid_json", f"this is not JSON: {str(error).lower()}", "", "mend the text at the place given"
        ) from None


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number in JSON")


def encode(value: object, most: int = _core.MOST_REQUEST_BYTES) -> str:
    """A value as JSON text of about `most` bytes at most, every number exact.

    Raises:
        CoprodError: `wrong_type` or `invalid_json` for what has no JSON form, `too_deep` (cycles too), `request_too_large`.
    """
    return json.dumps(_plain(value, None, 0, Walk({}, most)), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


# The way to a value, from its end to its start: made into a pointer only when it is needed.
Way: TypeAlias = tuple[Any, str | int] | None


def _plain(value: object, way: Way, depth: int, walk: Walk) -> object:
    if value is None or isinstance(value, bool):
        walk.step(0)
        return value
    if isinstance(value, str):
        walk.step(0, len(value) + 2)
        return value
    if isinstance(value, Model):
        walk.step(depth + 1)
        pairs = zip(value._fields, value.__getstate__(), strict=True)
        return {name: _plain(item, (way, name), depth + 1, walk) for name, item in pairs if item is not None}
    if isinstance(value, Mapping):
        walk.step(depth + 1)
        return {_key(key, way): _plain(item, (way, key), depth + 1, walk) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        walk.step(depth + 1)
        return [_plain(item, (way, index), depth + 1, walk) for index, item in enumerate(value)]
    walk.step(0)
    return _plain_number(value, way)


def _key(key: object, way: Way) -> str:
    if isinstance(key, str):
        return key
    raise _unwritable(f"a key of the type {type(key).__name__}", way)


def _plain_number(value: object, way: Way) -> object:
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise from_report("invalid_json", f"{value} is not a number in JSON", _pointer(way), "give a finite number")
        return float(value)
    if isinstance(value, Decimal):
        return _decimal_text(value)
    if isinstance(value, date):
        return value.isoformat()
    try:
        if isinstance(value, Fraction):
            return str(value)
        if hasattr(value, "__index__"):
            whole = cast(int, value).__index__()
            return whole if abs(whole) <= SAFE_INTEGER else str(whole)
    except ValueError:
        raise from_report(
            "out_of_range", "the number has too many digits", _pointer(way), "give a value of at most 4000 digits"
        ) from None
    raise _unwritable(f"a value of the type {type(value).__name__}", way)


def _decimal_text(value: Decimal) -> str:
    """Exact, in the form of money wherever two decimals hold it."""
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return str(value)
    text = f"{value:f}"
    whole, _, part = text.partition(".")
    part = part.rstrip("0")
    return f"{whole}.{part:0<2}"


def _unwritable(what: str, way: Way) -> CoprodError:
    return from_report(
        "wrong_type", f"here is {what}, which has no JSON form", _pointer(way), "give a type that the function names"
    )


def _pointer(way: Way) -> str:
    if way is None:
        return ""
    before, step = way
    return f"{_pointer(before)}/{str(step).replace('~', '~0').replace('/', '~1')}"


def run(endpoint: str, answer: type[M], arguments: Mapping[str, object]) -> M:
    """Calls an endpoint: arguments that are None are left out."""
    request = encode({name: value for name, value in arguments.items() if value is not None})
    return answered(answer, _core.call(endpoint, request))


def answered(answer: type[M], text: str) -> M:
    """The core's answer as its type."""
    value = json.loads(text)
    walk = Walk(types_of(answer))
    walk.left = sys.maxsize  # the core bounds what it answers
    fit = _fit_model(answer, value, 0, walk)
    if isinstance(fit, answer):
        return fit
    raise from_report(
        "internal", "the answer is not of its own type", "", "this is a fault in coprod, not in the request: please report it"
    )

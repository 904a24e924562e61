"""A table for notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ._runtime import Model, attribute

# Deeper than this a table in a table cannot be read, and its text stands instead.
MOST_TABLES = 4


def table(model: Model) -> str:
    """The fields of a value and what they hold, as an HTML table."""
    return _value(model, 0)


def _value(value: object, depth: int) -> str:
    if value is None:
        return ""
    if depth < MOST_TABLES:
        if isinstance(value, Model):
            pairs = [(name, getattr(value, attribute(name))) for name in value._fields]
            return _rows([(name, item) for name, item in pairs if item is not None], depth, type(value).__name__)
        if isinstance(value, Mapping) and value:
            return _rows(list(value.items()), depth, "")
        if isinstance(value, tuple) and value and any(isinstance(item, (Model, tuple, Mapping)) for item in value):
            return _listing(value, depth)
    if isinstance(value, tuple):
        return escape(", ".join(map(str, value)))
    return escape(str(value))


def _rows(pairs: list[tuple[str, object]], depth: int, caption: str) -> str:
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left">{escape(str(name))}</th>'
        f'<td style="text-align:left">{_value(item, depth + 1)}</td></tr>'
        for name, item in pairs
    )
    return f"<table>{f'<caption>{escape(caption)}</caption>' if caption and not depth else ''}<tbody>{rows}</tbody></table>"


def _listing(items: tuple[object, ...], depth: int) -> str:
    """Values of one type as rows under the names of its fields, others one below the other."""
    first = items[0]
    if not isinstance(first, Model) or any(type(item) is not type(first) for item in items):
        return "".join(f"<div>{_value(item, depth + 1)}</div>" for item in items)
    names = [name for name in first._fields if any(getattr(item, attribute(name)) is not None for item in items)]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = "".join(
        "<tr>" + "".join(f"<td>{_value(getattr(item, attribute(name)), depth + 1)}</td>" for name in names) + "</tr>"
        for item in items
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

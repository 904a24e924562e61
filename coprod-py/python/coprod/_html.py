"""A table for notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ._runtime import Model

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
            pairs = zip(value._fields, value.__getstate__(), strict=True)
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
    columns = zip(
        first._fields, zip(*(item.__getstate__() for item in items if isinstance(item, Model)), strict=True), strict=True
    )
    shown = [(name, column) for name, column in columns if any(value is not None for value in column)]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name, _ in shown)
    rows = zip(*(column for _, column in shown), strict=True)
    body = "".join("<tr>" + "".join(f"<td>{_value(value, depth + 1)}</td>" for value in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

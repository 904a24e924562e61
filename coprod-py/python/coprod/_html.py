"""A table for notebooks, and pictures."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape

from ._model import Picture, PictureTable
from ._runtime import Model

# Deeper than this a table in a table cannot be read, and its text stands instead.
MOST_TABLES = 4
# A value with so few plain fields is told in a line.
MOST_IN_LINE = 4
LEFT = ' style="text-align:left;vertical-align:top"'


def table(model: Model) -> str:
    """The fields of a value and what they hold, as an HTML table; of a picture, the picture itself with its text."""
    if isinstance(model, Picture) and isinstance(model.table, PictureTable):
        return _picture(model, model.table)
    return _rows(_pairs(model), 0, type(model).__name__)


def _picture(picture: Picture, table: PictureTable) -> str:
    """The picture, its sentences and its table.

    It stands in an image of its own: what is read from a file of somebody else's can run nothing in the notebook.
    """
    source = b64encode(str(picture.svg).encode()).decode()
    width = ' style="width:30rem;max-width:100%"'
    image = f'<img src="data:image/svg+xml;base64,{source}" alt="{escape(str(table.caption))}"{width}>'
    said = "".join(f"<p>{escape(str(sentence))}</p>" for sentence in _items(picture.text))
    body = "".join(_cells("td", row) for row in _items(table.rows))
    return f"<figure>{image}</figure>{said}<table><thead>{_cells('th', table.heads)}</thead><tbody>{body}</tbody></table>"


def _cells(tag: str, texts: object) -> str:
    cells = "".join(f"<{tag}{LEFT}>{escape(str(text))}</{tag}>" for text in _items(texts))
    return f"<tr>{cells}</tr>"


def _items(value: object) -> tuple[object, ...]:
    """The items of a list; nothing where there is none, as in a value that somebody made up."""
    return value if isinstance(value, tuple) else ()


def _pairs(model: Model) -> list[tuple[str, object]]:
    """The fields that say something."""
    pairs = zip(model._fields, model.__getstate__(), strict=True)
    return [(name, value) for name, value in pairs if value is not None and value != ()]


def _value(value: object, depth: int) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Model) and depth < MOST_TABLES:
        pairs = _pairs(value)
        plain = not any(isinstance(item, (Model, Mapping, tuple)) for _, item in pairs)
        if "exact" in value._fields and plain and pairs[0][0] == "exact":
            return _value(pairs[0][1], depth)
        if plain and len(pairs) <= MOST_IN_LINE:
            return "<br>".join(f"{escape(name)}: {_value(item, depth)}" for name, item in pairs)
        return _rows(pairs, depth, "")
    if isinstance(value, Mapping) and value and depth < MOST_TABLES:
        return _rows(list(value.items()), depth, "")
    if isinstance(value, tuple):
        if depth < MOST_TABLES and any(isinstance(item, (Model, tuple, Mapping)) for item in value):
            return _listing(value, depth)
        return "<br>".join(escape(str(item)) for item in value)
    return "" if value is None else escape(str(value))


def _rows(pairs: list[tuple[str, object]], depth: int, caption: str) -> str:
    rows = "".join(
        f'<tr><th scope="row"{LEFT}>{_heading(name)}</th><td{LEFT}>{_value(item, depth + 1)}</td></tr>' for name, item in pairs
    )
    return f"<table>{f'<caption>{escape(caption)}</caption>' if caption else ''}<tbody>{rows}</tbody></table>"


def _listing(items: tuple[object, ...], depth: int) -> str:
    """Values of one type as rows under the names of its fields, others one below the other."""
    first = items[0]
    if not isinstance(first, Model) or any(type(item) is not type(first) for item in items):
        return "".join(f"<div>{_value(item, depth + 1)}</div>" for item in items)
    columns = zip(
        first._fields, zip(*(item.__getstate__() for item in items if isinstance(item, Model)), strict=True), strict=True
    )
    shown = [(name, column) for name, column in columns if any(value is not None and value != () for value in column)]
    head = "".join(f'<th scope="col"{LEFT}>{_heading(name)}</th>' for name, _ in shown)
    rows = zip(*(column for _, column in shown), strict=True)
    body = "".join("<tr>" + "".join(f"<td{LEFT}>{_value(value, depth + 1)}</td>" for value in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _heading(name: str) -> str:
    """A name that may break at its underscores."""
    return escape(name).replace("_", "_<wbr>")

"""Questions to a JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def options_of(schema: dict[str, Any]) -> list[Any]:
    options: list[Any] = schema.get("oneOf") or schema.get("anyOf") or [schema]
    return options


def words_of(schema: Any) -> list[str]:
    """The words that a schema allows, if it allows nothing else."""
    words: list[str] = [schema["const"]] if "const" in schema else schema.get("enum", [])
    return [word for word in words if word is not None]


def nullable(schema: Any) -> bool:
    kinds = schema.get("type") if isinstance(schema, dict) else None
    return (isinstance(kinds, list) and "null" in kinds) or any(
        nullable(option) for option in options_of(schema) if option is not schema
    )


def default_of(schema: Any, out: str) -> str:
    """What a field is when it is left out."""
    default = schema.get("default") if isinstance(schema, dict) else None
    if default == [] and out.startswith("tuple["):
        return "()"
    if default == {} and out.startswith("Mapping["):
        return "FrozenMap()"
    return repr(default) if isinstance(default, bool | str | int) and out in ("bool", "str", "int") else "None"


def references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rsplit("/", 1)[1]
        for inner in schema.values():
            yield from references(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from references(inner)

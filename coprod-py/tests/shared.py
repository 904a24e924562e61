"""Runs shared vectors, and makes a value of every type from the schemas."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import coprod

ROOT = Path(__file__).resolve().parents[2]
VECTORS = ROOT / "tests" / "vectors"
SCHEMA: dict[str, Any] = json.loads(files("coprod").joinpath("schema.json").read_text("utf-8"))


def vectors() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every vector with its name."""
    for file in sorted(VECTORS.glob("**/*.json")):
        yield str(file.relative_to(VECTORS)), json.loads(file.read_text("utf-8"))


def request_text(vector: dict[str, Any]) -> str:
    """A vector's request as JSON. Where it is a text, the text itself is what is sent."""
    request = vector["request"]
    return request if isinstance(request, str) else json.dumps(request)


def outcome(vector: dict[str, Any]) -> dict[str, Any]:
    """What coprod makes of a vector's request."""
    try:
        return {"response": json.loads(coprod.call(vector["call"], request_text(vector)))}
    except coprod.CoprodError as error:
        return {"error": error.report()}


def mismatch(vector: dict[str, Any], found: dict[str, Any]) -> str | None:
    """Where what was found is not what the vector expects."""
    if "error" in vector:
        return differs(vector["error"], found.get("error", found), True, "error")
    return differs(vector["response"], found.get("response", found), vector.get("subset", False), "response")


def differs(expected: Any, found: Any, subset: bool, place: str) -> str | None:
    """The first difference, if there is one."""
    if isinstance(expected, dict) and isinstance(found, dict):
        if not expected.keys() <= found.keys() or (not subset and expected.keys() != found.keys()):
            return f"{place}: the keys {sorted(expected)} were expected, and {sorted(found)} found"
        pairs = [(f"{place}/{key}", expected[key], found[key]) for key in expected]
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            return f"{place}: {len(expected)} items were expected, and {len(found)} found"
        pairs = [(f"{place}/{index}", *both) for index, both in enumerate(zip(expected, found, strict=True))]
    else:
        same = expected == found and isinstance(expected, bool) == isinstance(found, bool)
        return None if same else f"{place}: {expected!r} was expected, and {found!r} found"
    return next((text for where, one, other in pairs if (text := differs(one, other, subset, where))), None)


class Deep(Exception):
    """A sample would never end."""


FORMATS = {"money": "150.00", "ratio": "2/3", "hours": "7.5", "date": "2026-06-15", "count": str(2**70), "id": "ana"}


def sample(schema: Any, depth: int = 0, rich: bool = True) -> Any:
    """JSON that a schema allows: with every field where `rich`, else only with those that must be there."""
    if depth > 12:
        raise Deep
    if schema is True or not set(schema) - {"description", "default"}:
        return {"any": ["thing", 1]}
    if "$ref" in schema:
        return sample(SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], depth, rich)
    if "allOf" in schema:
        return sample(schema["allOf"][0], depth, rich)
    if "const" in schema or "enum" in schema:
        return schema["const"] if "const" in schema else schema["enum"][0]
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]
    for option in schema.get("oneOf", schema.get("anyOf", [])):
        try:
            return sample(option, depth + 1, rich)
        except Deep:
            continue
    kinds = schema.get("type")
    kind = kinds[0] if isinstance(kinds, list) else kinds
    more = rich and depth < 4
    if kind == "object" and "properties" in schema:
        keys = [key for key in schema["properties"] if more or key in schema.get("required", [])]
        return {key: sample(schema["properties"][key], depth + 1, rich) for key in keys}
    if kind == "object":
        others = schema.get("additionalProperties", True)
        return {"ana": sample(others, depth + 1, rich)} if more and others is not False else {}
    if kind == "array" and "prefixItems" in schema:
        return [sample(item, depth + 1, rich) for item in schema["prefixItems"]]
    if kind == "array":
        return [sample(schema.get("items", True), depth + 1, rich)] if more else []
    if kind in ("integer", "number"):
        return max(1, schema.get("minimum", 1)) if kind == "integer" else 0.25
    return {"string": "words", "boolean": True, "null": None}[kind]


def python(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Runs this Python in another process."""
    return subprocess.run([sys.executable, *arguments], input=stdin, capture_output=True, timeout=120, check=False)

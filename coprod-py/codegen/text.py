"""Pieces of Python text: constants, docstrings, calls that fit their lines."""

from __future__ import annotations

import json
import keyword
import re
import textwrap
from typing import Any


def python_name(name: str) -> str:
    return name + "_" if keyword.iskeyword(name) else name


def pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", name))


def plain(text: str) -> str:
    """Documentation without the marks of rustdoc links."""
    return re.sub(r"\[(`[^`]*`)\](\([^)]*\))?", lambda link: re.sub(r"(crate|super|Self)?::", "", link[1]), text).strip()


def docstring(paragraphs: list[str], indent: str) -> str:
    blocks = []
    for paragraph in paragraphs:
        for block in re.split(r"\n\s*\n", paragraph):
            is_list = block.startswith((" ", "Args:", "Attributes:", "Returns:", "Raises:", "Words:", ">>>"))
            lines = block.split("\n") if is_list else textwrap.wrap(" ".join(block.split()), 124)
            blocks.append("\n".join(indent + line if line else "" for line in lines))
    text = "\n\n".join(blocks).strip().replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    text = text[:-1] + '\\"' if text.endswith('"') else text
    return f'{indent}"""{text}\n{indent}"""\n' if "\n" in text else f'{indent}"""{text}"""\n'


def described(title: str, entries: list[tuple[str, str]]) -> str:
    lines = [title + ":"]
    for name, text in entries:
        words = " ".join(plain(text).split()) or "See its type."
        lines += textwrap.wrap(f"{name}: {words}", 120, initial_indent="    ", subsequent_indent="        ")
    return "\n".join(lines)


def quoted(value: Any) -> str:
    """A constant as Python writes it, in double quotes."""
    if isinstance(value, tuple):
        return f"({', '.join(map(quoted, value))}{',' if len(value) == 1 else ''})"
    return json.dumps(value, ensure_ascii=False)


def split_literal(text: str) -> str:
    """The same type as a union of two: mypy.stubtest does not know a literal of several words for what it is."""
    return re.sub(r'^Literal\[("[^"]*"), ', r"Literal[\1] | Literal[", text)


def alias_line(name: str, text: str) -> str:
    line = f"{name}: TypeAlias = {text}\n"
    parts = text.replace(" | ", "\n    | ")
    return line if len(line) <= 120 else f"{name}: TypeAlias = (\n    {parts}\n)\n"


def call_like(start: str, parts: list[str], end: str) -> str:
    """Parts between brackets, on one line where they fit."""
    line = start + ", ".join(parts) + end
    if len(line) <= 120 or not parts:
        return line + "\n"
    indent = " " * (len(start) - len(start.lstrip()))
    return start + "\n" + "".join(f"{indent}    {part},\n" for part in parts) + indent + end + "\n"

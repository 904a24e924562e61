"""The types: a frozen dataclass for each object, an alias for each union."""

from __future__ import annotations

import json
from typing import Any

from .schema import default_of, nullable, options_of, references, words_of
from .text import call_like, described, docstring, pascal, plain, python_name, quoted, split_literal

# How each format of the schema is read, what it is in Python, and what is taken for it.
FORMATS = {
    "money": ("money", "Decimal", "Decimal | str"),
    "ratio": ("ratio", "Fraction", "Fraction | Decimal | int | str"),
    "hours": ("ratio", "Fraction", "Fraction | Decimal | int | str"),
    "date": ("date", "datetime.date", "datetime.date | str"),
    "count": ("count", "int", "int"),
}
TYPES = {
    "string": ("text", "str", "str"),
    "boolean": ("flag", "bool", "bool"),
    "integer": ("whole", "int", "int"),
    "number": ("number", "float", "float"),
}


class Types:
    """Gathers the types that the endpoints speak in."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema
        self.defs: dict[str, Any] = schema["$defs"]
        self.classes: dict[str, str] = {}
        self.aliases: dict[str, str] = {}
        self.specs: dict[str, Any] = {}  # what a `$ref` to a definition that is no class is read as
        self.uses: dict[str, set[str]] = {}  # the names that each class or alias stands on
        self.at = ""
        for name in sorted(self.needed()):
            self.define(name)

    def needed(self) -> set[str]:
        """The definitions that are types: all but errors, and requests that only name a function's arguments."""
        starts: list[Any] = []
        for entry in self.schema["endpoints"].values():
            starts += [entry["answer"], self.resolve(entry["request"])]
        found: set[str] = set()
        while starts:
            for name in references(starts.pop()):
                if name not in found:
                    found.add(name)
                    starts.append(self.defs[name])
        return {name for name in found if self.resolve_kind(name) != "scalar"}

    def resolve(self, schema: Any) -> Any:
        return self.defs[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema

    def resolve_kind(self, name: str) -> str:
        schema = self.defs[name]
        if "properties" in schema:
            return "class"
        if "oneOf" in schema or "anyOf" in schema or "enum" in schema or "const" in schema:
            return "alias"
        return "class" if schema.get("additionalProperties") is False else "scalar"

    def define(self, name: str) -> None:
        schema, self.at = self.defs[name], name
        self.uses[name] = set()
        if self.resolve_kind(name) == "class":
            self.add_class(name, schema)
            return
        variants: list[Any] = []
        others: list[Any] = []
        for option in options_of(schema):
            (variants if "properties" in option else others).append(option)
        names = []
        for variant in variants:
            key = "_".join(variant["properties"]) if len(variant["properties"]) == 1 else ""
            variant_name = pascal(variant["title"]) if "title" in variant else name + pascal(key)
            self.add_class(variant_name, variant, positional=True)
            self.uses[name].add(variant_name)
            names.append(variant_name)
        specs: list[Any] = list(names)
        if any(option.get("type") != "null" for option in others):
            spec, out, _ = self.union(others)
            specs, names = [*specs, spec], [*names, split_literal(out)]
        self.aliases[name] = " | ".join(names)
        self.specs[name] = specs[0] if len(specs) == 1 else ("or", *specs)

    def add_class(self, name: str, schema: dict[str, Any], positional: bool = False) -> None:
        if name in self.classes or (name in self.defs and name != self.at):
            raise SystemExit(f"two types would be called {name}")
        outer, self.at = self.at, name
        self.classes[name] = ""  # keeps its place before the classes inside it
        self.uses.setdefault(name, set())
        properties, required = schema.get("properties", {}), schema.get("required", [])
        fields, parameters, specs, entries = [], [], [], []
        for key, inner in sorted(properties.items(), key=lambda item: item[0] not in required):
            spec, out, taken = self.expression(inner, key)
            default = "..." if key in required else default_of(inner, out)
            if default == "None" or nullable(inner):
                out, taken = (text if text.endswith("None") else text + " | None" for text in (out, taken))
            shown = {"...": "", "FrozenMap()": " = FrozenMap()"}.get(default, f" = {default}")
            fields.append(f"    {python_name(key)}: {out}\n")
            parameters.append(f"{python_name(key)}: {taken}{shown}")
            specs.append(f"        {quoted(key)}: ({quoted(spec)}, {default}),\n")
            entries.append((python_name(key), inner.get("description", "") if isinstance(inner, dict) else ""))
        star = [] if positional or not parameters else ["*"]
        names = [name for name, _ in entries]
        slots = [quoted(name) for name in names]
        documents = [plain(schema.get("description", pascal(name) + "."))]
        if any(text for _, text in entries):
            documents.append(described("Attributes", entries))
        self.classes[name] = (
            f"@dataclass(frozen=True, init=False, repr=False, eq=False{'' if positional else ', kw_only=True'})\n"
            f"class {name}(Model):\n{docstring(documents, '    ')}\n"
            + call_like("    __slots__ = (", slots, ",)" if len(slots) == 1 else ")")
            + f"\n{''.join(fields)}{chr(10) if fields else ''}"
            f"    _fields: ClassVar[Mapping[str, tuple[Spec, Any]]] = {{\n{''.join(specs)}    }}\n\n"
            + call_like("    def __init__(", ["self", *star, *parameters], ") -> None:")
            + call_like("        set_fields(", ["self", *names], ")")
        )
        self.at = outer

    def union(self, options: list[Any]) -> tuple[Any, str, str]:
        """Several forms in one. Words are read first, so that a word is never taken for something else."""
        words = [word for option in options for word in words_of(option)]
        parts = [self.expression(option, "") for option in options if not words_of(option) and option.get("type") != "null"]
        specs = [part[0] for part in parts]
        if words:
            literal = f"Literal[{', '.join(map(quoted, words))}]"
            specs.insert(0, ("words", *words))
            parts.insert(0 if words_of(options[0]) else len(parts), (specs[0], literal, literal))
        if len(parts) == 1:
            return parts[0]
        out, taken = (" | ".join(dict.fromkeys(part[place] for part in parts)) for place in (1, 2))
        return ("or", *specs), out, taken

    def expression(self, schema: Any, key: str) -> tuple[Any, str, str]:
        """How a schema is read, its type when read, and its type when given."""
        if schema is True or not set(schema) - {"description", "default"}:
            return ("json",), "Any", "Any"
        if "$ref" in schema:
            return self.reference(schema["$ref"].rsplit("/", 1)[1])
        if "allOf" in schema and len(schema["allOf"]) == 1:
            return self.expression(schema["allOf"][0], key)
        for several in ("anyOf", "oneOf"):
            if several in schema:
                return self.union(schema[several])
        if words_of(schema):
            return self.union([schema])
        if schema.get("format") in FORMATS:
            return FORMATS[schema["format"]]
        kinds = schema.get("type")
        kinds = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind != "null"]
        if len(kinds) > 1:
            return self.union([{**schema, "type": kind} for kind in kinds])
        kind = kinds[0] if kinds else None
        if kind == "array" and "prefixItems" in schema:
            parts = [self.expression(item, key) for item in schema["prefixItems"]]
            out, taken = (", ".join(part[place] for part in parts) for place in (1, 2))
            return ("tuple", *(part[0] for part in parts)), f"tuple[{out}]", f"tuple[{taken}]"
        if kind == "array":
            spec, out, taken = self.expression(schema.get("items", True), key)
            return ("list", spec), f"tuple[{out}, ...]", f"Sequence[{taken}]"
        if kind == "object" and "properties" in schema:
            name = self.at + pascal(key)
            self.uses[self.at].add(name)
            self.add_class(name, schema)
            return name, name, f"{name} | JsonObject"
        if kind == "object":
            spec, out, taken = self.expression(schema.get("additionalProperties", True), key)
            return ("map", spec), f"Mapping[str, {out}]", f"Mapping[str, {taken}]"
        if kind in TYPES:
            return TYPES[kind]
        raise SystemExit(f"{self.at}.{key}: no rule for the schema {json.dumps(schema)[:300]}")

    def reference(self, name: str) -> tuple[Any, str, str]:
        kind, schema = self.resolve_kind(name), self.defs[name]
        if kind == "scalar":
            return self.expression(schema, name)
        self.uses.setdefault(self.at, set()).add(name)
        also_text = " | str" if isinstance(schema.get("type"), list) and "string" in schema["type"] else ""
        if kind == "class":
            return (("or", name, "text") if also_text else name), name + also_text, f"{name} | JsonObject{also_text}"
        taken = f"{name} | JsonObject" if any("properties" in option for option in options_of(schema)) else name
        return name, name, taken

    def ordered_aliases(self) -> list[str]:
        """Each alias after those it stands on."""
        ordered: list[str] = []

        def add(name: str) -> None:
            for used in sorted(self.uses.get(name, ())):
                if used in self.aliases and used not in ordered and used != name:
                    add(used)
            if name not in ordered:
                ordered.append(name)

        for name in self.aliases:
            add(name)
        return ordered

    def closure(self, names: set[str]) -> set[str]:
        """The types that these stand on, and themselves."""
        found, left = set(), list(names)
        while left:
            name = left.pop()
            if name not in found:
                found.add(name)
                left += self.uses.get(name, ())
        return found


def alias_documents(name: str, schema: dict[str, Any]) -> list[str]:
    meanings = [
        (word, option["description"])
        for option in options_of(schema)
        for word in words_of(option)
        if "const" in option and "description" in option
    ]
    documents = [plain(schema.get("description", name))]
    return [*documents, described("Words", meanings)] if meanings else documents

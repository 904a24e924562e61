"""What every comparison with peers says of a package: how much it brings, and tables in Markdown."""

import re
from importlib import metadata
from pathlib import Path


def installed(package: str) -> tuple[int, float]:
    """How many packages a package brings, itself included, and their size on disk in MB."""
    wanted, seen, size = [package], set[str](), 0
    while wanted:
        name = wanted.pop().lower().replace("_", "-")
        if name in seen:
            continue
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        seen.add(name)
        files = [Path(str(found.locate_file(file))) for file in found.files or []]
        size += sum((path.stat().st_size for path in files if path.is_file()), 0)
        for needed in found.requires or []:
            if "extra ==" not in needed:
                wanted.extend(re.findall(r"^[A-Za-z0-9._-]+", needed))
    return len(seen), size / 1e6


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)

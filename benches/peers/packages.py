"""What a package brings: how many others, and how much of the disk."""

import re
from importlib import metadata
from pathlib import Path

from figures import table


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


def costs(imported: dict[str, float]) -> str:
    """What packages bring, with the seconds that importing each takes."""
    rows = []
    for package, taken in imported.items():
        brought, size = installed(package)
        rows.append([package, metadata.version(package), str(brought), f"{size:,.1f}", f"{taken:.2f}"])
    return table(["", "version", "packages", "installed, MB", "import, s of processor time"], rows)

#!/usr/bin/env python3
"""Writes the Python types and functions from the core's JSON Schemas.

Without options it asks the core for its schemas and writes `python/coprod/`; `--schema FILE` takes them from a file instead,
`--check` writes nothing and fails if a file is not what would be written.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from codegen.files import MARK, files

HERE = Path(__file__).resolve().parent
SCHEMA_COMMAND = ["cargo", "run", "-q", "-p", "coprod-core", "--features", "schema", "--example", "schema"]


def stale(fresh: dict[str, str], folder: Path) -> list[str]:
    """The files in `folder` that are not as generated, and generated ones that nothing generates any more."""
    wrong = [name for name, text in fresh.items() if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text]
    return wrong + [file.name for file in folder.glob("*.py") if MARK in file.read_text("utf-8") and file.name not in fresh]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schema", type=Path, help="the schemas, in place of asking the core")
    parser.add_argument("--to", type=Path, default=HERE / "python" / "coprod", help="the folder to write to or check")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is not as generated")
    options = parser.parse_args()
    if options.schema:
        text = options.schema.read_text("utf-8")
    else:
        text = subprocess.run(SCHEMA_COMMAND, cwd=HERE.parent, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    fresh = files(json.loads(text))
    if options.check:
        wrong = stale(fresh, options.to)
        for name in wrong:
            print(f"{name} is stale: run coprod-py/generate.py", file=sys.stderr)
        return 1 if wrong else 0
    for file in options.to.glob("*.py"):
        if MARK in file.read_text("utf-8") and file.name not in fresh:
            file.unlink()
    for name, text in fresh.items():
        (options.to / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

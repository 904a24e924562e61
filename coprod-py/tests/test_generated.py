"""The generated files are what the schemas say, the check of that can fail, and the examples in the docs run."""

from __future__ import annotations

import doctest
import importlib
import json
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import coprod
from shared import ROOT, SCHEMA

GENERATOR = ROOT / "coprod-py" / "generate.py"
SOURCE = ROOT / "coprod-py" / "python" / "coprod"


def check(folder: Path, schema: dict[str, Any] = SCHEMA) -> subprocess.CompletedProcess[str]:
    file = folder.parent / "schema.json"
    file.write_text(json.dumps(schema), "utf-8")
    command = [sys.executable, str(GENERATOR), "--check", "--schema", str(file), "--to", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def changed_schema(field: str, schema: Any) -> dict[str, Any]:
    changed: dict[str, Any] = json.loads(json.dumps(SCHEMA))
    changed["$defs"]["Member"]["properties"][field] = schema
    return changed


@pytest.fixture
def package(tmp_path: Path) -> Path:
    shutil.copytree(SOURCE, tmp_path / "coprod")
    return tmp_path / "coprod"


def test_fresh_files_pass(package: Path) -> None:
    done = check(package)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["_model.py", "_codes.py", "power.py", "schema.json"])
def test_a_stale_file_is_caught(package: Path, name: str) -> None:
    file = package / name
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    done = check(package)
    assert done.returncode == 1
    assert name in done.stderr


def test_a_missing_or_left_over_file_is_caught(package: Path) -> None:
    (package / "power.py").rename(package / "powers.py")
    done = check(package)
    assert done.returncode == 1
    assert "power.py" in done.stderr
    assert "powers.py" in done.stderr


def test_a_changed_schema_is_caught(package: Path) -> None:
    done = check(package, changed_schema("shoe_size", {"type": "integer"}))
    assert done.returncode == 1
    assert "_model.py" in done.stderr


def test_an_unknown_shape_is_refused(package: Path) -> None:
    done = check(package, changed_schema("shape", {"patternProperties": {}}))
    assert done.returncode == 1
    assert "Member.shape" in done.stderr


MODULES = ["coprod", *(f"coprod.{found.name}" for found in pkgutil.iter_modules(coprod.__path__) if found.name != "_core")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "coprod-py" / "README.md").read_text("utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        exec(block, {})
    assert "eve True 2/3" in capsys.readouterr().out

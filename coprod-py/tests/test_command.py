"""The command line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import coprod
from shared import SCHEMA, python

REQUEST = {"members": ["ana", "bo"], "rule": {"votes": {"more_than": "1/2", "of": "cast"}}}


def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    done = python("-m", "coprod", *arguments, stdin=stdin)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")


def test_call_answers() -> None:
    code, out, err = run("call", "power.explain", stdin=json.dumps(REQUEST).encode())
    assert (code, err) == (0, "")
    assert out == coprod.call("power.explain", json.dumps(REQUEST)) + "\n"


@pytest.mark.parametrize(
    ("endpoint", "stdin", "expected"),
    [
        ("power.explain", b"", "invalid_json"),
        ("power.explain", b"\xff\xfe{}", "invalid_json"),
        ("power.explain", b'{"members": "\xc3"}', "invalid_json"),
        ("power.explain", b'{"unheard_of": 1}', "unknown_field"),
        ("power.explain", b" " * 100_000_000, "request_too_large"),
        ("power.explain", b"[" * 1_000_000, "too_deep"),
        ("nothing.here", b"{}", "unknown_endpoint"),
        ("", b"{}", "unknown_endpoint"),
        ("power.explain" * 1000, b"{}", "unknown_endpoint"),
    ],
    ids=lambda value: str(value[:20]),
)
def test_call_refuses(endpoint: str, stdin: bytes, expected: str) -> None:
    code, out, err = run("call", endpoint, stdin=stdin)
    report = json.loads(out)
    assert (code, err, report["code"]) == (2, "", expected)
    assert report.keys() == {"code", "message", "path", "help"}


def test_schema_prints_what_the_types_are_made_of() -> None:
    code, out, _ = run("schema")
    assert code == 0
    assert json.loads(out) == SCHEMA


def test_help_is_friendly() -> None:
    for arguments in (["--help"], ["call", "--help"], ["schema", "--help"]):
        code, out, _ = run(*arguments)
        assert code == 0
        assert "python -m coprod" in out
    code, _, err = run()
    assert code == 2
    assert "COMMAND" in err


def test_a_reader_may_leave() -> None:
    with subprocess.Popen([sys.executable, "-m", "coprod", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_import_is_lazy() -> None:
    done = python("-c", "import coprod, sys; print('coprod._model' in sys.modules, 'dataclasses' in sys.modules)")
    assert done.stdout.split() == [b"False", b"False"]

"""The command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

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


def test_review_gives_every_form(tmp_path: Path) -> None:
    code, text, err = run("review")
    assert (code, err) == (0, "")
    project = coprod.review.example().project
    assert text == coprod.review.report(project=project).report
    code, found, _ = run("review", "--json")
    assert coprod.review.ReviewAnswer.from_json(found) == coprod.review.project(project=project)
    own, page = tmp_path / "own.json", tmp_path / "report.html"
    own.write_bytes(run("review", "--project")[1].encode("utf-8"))
    assert run("review", str(own)) == (0, text, "")
    assert run("review", str(own), "--html", str(page)) == (0, f"wrote {page}\n", "")
    assert page.read_text("utf-8") == coprod.review.report(project=project, format="html").report
    assert run("review", "--markdown")[1] == coprod.review.report(project=project, format="markdown").report


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (b"", "invalid_json"),
        (b"not json", "invalid_json"),
        (b"\xff", "invalid_json"),
        (b'{"title": "x"}, "format": "html"', "invalid_json"),
        (b'{"title": "x", "people": NaN}', "invalid_json"),
        (b'{"title": "x", "peopel": []}', "unknown_field at /peopel"),
        (b"[" * 1_000_000, "too_deep"),
        (b" " * 3_000_000, "request_too_large"),
    ],
    ids=lambda value: str(value[:20]),
)
def test_review_refuses(tmp_path: Path, project: bytes, expected: str) -> None:
    own, page = tmp_path / "own.json", tmp_path / "report.html"
    own.write_bytes(project)
    code, out, err = run("review", str(own), "--html", str(page))
    assert (code, out) == (2, "")
    assert expected in err
    assert "Traceback" not in err
    assert not page.exists()


def test_review_says_which_file_is_wrong(tmp_path: Path) -> None:
    for arguments in ([str(tmp_path / "none.json")], [str(tmp_path)], ["--html", str(tmp_path)], ["--json", "--markdown"]):
        code, out, err = run("review", *arguments)
        assert (code, out) == (2, "")
        assert "review: " in err
        assert "Traceback" not in err


def test_schema_prints_what_the_types_are_made_of() -> None:
    code, out, _ = run("schema")
    assert code == 0
    assert json.loads(out) == SCHEMA


def test_help_is_friendly() -> None:
    for arguments in (["--help"], ["review", "--help"], ["call", "--help"], ["schema", "--help"]):
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

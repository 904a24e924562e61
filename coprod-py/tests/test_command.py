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


def test_a_split_of_more_than_a_mebibyte_is_made_and_checked() -> None:
    people = [{"id": f"p{person}", "capacity": 60, "skills": [f"s{person % 7}"]} for person in range(200)]
    tasks = [
        {"id": f"t{task}", "title": f"part {task} of the work", "hours": 1 + task % 3, "needs": [{"skill": f"s{task % 7}"}]}
        for task in range(5_000)
    ]
    request = {"people": people, "tasks": tasks}
    code, out, err = run("call", "workload.split", stdin=json.dumps(request).encode())
    assert (code, err) == (0, "")
    asked = json.dumps({"request": request, "answer": json.loads(out)}).encode()
    assert len(asked) > 1 << 20
    code, out, err = run("call", "workload.verify", stdin=asked)
    checked = json.loads(out)
    assert (code, err, checked["sound"], checked["filled"]) == (0, "", True, 5_000)


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
        (b" " * 9_000_000, "request_too_large"),
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


@pytest.mark.parametrize(
    "arguments", [["schema"], ["review"], ["review", "--json"], ["call", "review.example"], ["call", "nothing"]]
)
def test_a_reader_may_leave(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "coprod", *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(b"{}")
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == (2 if arguments == ["call", "nothing"] else 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a shell and a device that is always full")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("review >/dev/full", "review: standard output cannot be written: No space left on device"),
        ("schema >/dev/full", "schema: standard output cannot be written: No space left on device"),
        ("call review.example </dev/null >/dev/full", "call: standard output cannot be written: No space left on device"),
        ("review --html /dev/full", "review: /dev/full cannot be written: No space left on device"),
        ("review >&-", "review: standard output is closed"),
        ("call review.example </dev/null >&-", "call: standard output is closed"),
        ("call review.example <&-", "call: standard input is closed"),
        ("call review.example 0>/dev/null", "call: standard input cannot be read: "),
        ("review /nowhere.json 2>&- >&-", ""),
    ],
)
def test_a_stream_that_cannot_be_used_is_said_in_one_line(line: str, expected: str) -> None:
    done = subprocess.run(["sh", "-c", f'"$0" -m coprod {line}', sys.executable], capture_output=True, timeout=120, check=False)
    err = done.stderr.decode("utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert err.startswith(expected)
    assert err.count("\n") == (1 if expected else 0)


def test_a_file_plays_no_tricks_in_a_terminal(tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text('{"\\u001b[31mzz\\u0007\\u202e": 1}', "utf-8")
    code, out, err = run("review", str(own))
    assert (code, out) == (2, "")
    assert "\\u001b[31mzz\\u0007\\u202e" in err
    assert err.rstrip("\n").isprintable()
    code, out, _ = run("review", str(tmp_path / "\x1b[31m"))
    assert (code, out) == (2, "")


def test_a_mark_at_the_start_is_no_part_of_the_text(tmp_path: Path) -> None:
    mark = "\ufeff".encode()
    own = tmp_path / "own.json"
    own.write_bytes(mark + run("review", "--project")[1].encode("utf-8"))
    assert run("review", str(own)) == run("review")
    assert run("call", "review.example", stdin=mark + b"{}") == run("call", "review.example", stdin=b"{}")
    assert run("call", "review.example", stdin=mark + mark + b"{}")[0] == 2


def test_import_is_lazy() -> None:
    done = python("-c", "import coprod, sys; print('coprod._model' in sys.modules, 'dataclasses' in sys.modules)")
    assert done.stdout.split() == [b"False", b"False"]

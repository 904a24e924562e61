"""The command line: `python -m coprod review|call|schema`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from importlib.resources import files

from . import _core
from .errors import CoprodError, from_report

REFUSED = 2


class StreamError(Exception):
    """A file or a standard stream cannot be read or written; the message is for people."""


def read_request(data: bytes) -> str:
    """The text of a request.

    Raises:
        CoprodError: `request_too_large` beyond the limit, `invalid_json` if it is not UTF-8.
    """
    if len(data) > _core.MOST_REQUEST_BYTES:
        message = f"the request is longer than {_core.MOST_REQUEST_BYTES} bytes"
        raise from_report("request_too_large", message, "", "send a smaller request, or several")
    try:
        # Some editors start a file with a mark that is no part of its text.
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        message = f"the request is not UTF-8 text: byte {error.start} cannot be read"
        raise from_report("invalid_json", message, "", "save the request as UTF-8") from None


def write(text: str, end: str = "\n") -> None:
    """Writes UTF-8, whatever the terminal says it speaks.

    Raises:
        StreamError: if standard output is closed or takes no more.
    """
    # Python has no stream where the one that started it left none.
    if sys.stdout is None:
        raise StreamError("standard output is closed")
    try:
        sys.stdout.buffer.write((text + end).encode("utf-8"))
        sys.stdout.buffer.flush()
    except OSError as error:
        # What was not written is given up: Python would try again, and complain, when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # A reader who leaves has seen enough.
        if not isinstance(error, BrokenPipeError):
            raise StreamError(f"standard output cannot be written: {error.strerror or error}") from None


def complain(text: str) -> None:
    """Says what is wrong on standard error. A file's own text must not be able to play tricks in a terminal."""
    shown = "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)
    if sys.stderr is not None:
        print(shown, file=sys.stderr)


def read_file(path: str) -> bytes:
    """The bytes of a file, up to just beyond what a request may have."""
    try:
        with open(path, "rb") as file:
            return file.read(_core.MOST_REQUEST_BYTES + 1)
    except OSError as error:
        raise StreamError(f"{path} cannot be read: {error.strerror or error}") from None


def write_file(path: str, data: bytes) -> None:
    """Writes a whole file."""
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:
        raise StreamError(f"{path} cannot be written: {error.strerror or error}") from None


def read_input() -> bytes:
    """The bytes of standard input, up to just beyond what a request may have."""
    if sys.stdin is None:
        raise StreamError("standard input is closed")
    try:
        # One byte more than the limit tells that it is exceeded; what follows stays unread.
        return sys.stdin.buffer.read(_core.MOST_REQUEST_BYTES + 1)
    except OSError as error:
        raise StreamError(f"standard input cannot be read: {error.strerror or error}") from None


def review(options: argparse.Namespace) -> int:
    """Reviews a project file, or the built-in project."""
    try:
        if options.file is None:
            project = json.dumps(json.loads(_core.call("review.example", "{}"))["project"])
        else:
            project = read_project(read_file(options.file))
        if options.project:
            write(pretty(project))
        elif options.json:
            write(pretty(_core.call("review", f'{{"project":{project}}}')))
        elif options.html is not None:
            write_file(options.html, report(project, "html").encode("utf-8"))
            write(f"wrote {options.html}")
        else:
            write(report(project, "markdown" if options.markdown else "text"), end="")
    except CoprodError as error:
        # The path is one into the project's own file.
        own = CoprodError(error.code, error.message, error.path.removeprefix("/project"), error.help)
        complain(f"review: {own}")
        return REFUSED
    return 0


def read_project(data: bytes) -> str:
    """The text of a project file, which is JSON by itself: only then can it stand inside a request."""
    text = read_request(data)
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        # The core says better than Python's own reader what is wrong.
        _core.call("review", text)
    return text


def report(project: str, form: str) -> str:
    """A review to read."""
    answer = json.loads(_core.call("review.report", f'{{"project":{project},"format":"{form}"}}'))
    return str(answer["report"])


def pretty(text: str) -> str:
    """JSON with a line for each value."""
    return json.dumps(json.loads(text), indent=2, ensure_ascii=False)


def call(options: argparse.Namespace) -> int:
    """Answers the request on standard input."""
    try:
        answer, code = _core.call(options.endpoint, read_request(read_input())), 0
    except CoprodError as error:
        answer, code = json.dumps(error.report(), ensure_ascii=False, separators=(",", ":")), REFUSED
    write(answer)
    return code


def schema(options: argparse.Namespace) -> int:
    """Prints the schemas that the types were generated from."""
    write(files("coprod").joinpath("schema.json").read_text("utf-8").rstrip())
    return 0


def parser() -> argparse.ArgumentParser:
    """What the command line takes."""
    listed = "\n".join(f"  {name:26}{doc.splitlines()[0]}" for name, doc in _core.ENDPOINTS)
    top = argparse.ArgumentParser(
        prog="python -m coprod",
        description="Who decides, who does what and who is paid what, when people who use a service and people who work in it\n"
        "act together.",
        epilog=f"endpoints for call:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="command")
    first = commands.add_parser(
        "review",
        help="review a project file, or the built-in project",
        description="Prints who can decide and block, which level of participation each stage supports, who does what, what\n"
        "each person is offered and what to put right, for the project in FILE or, without one, for the built-in project.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    first.add_argument("file", nargs="?", metavar="FILE", help="a project as JSON; --project shows what one looks like")
    form = first.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print everything found as JSON")
    form.add_argument("--markdown", action="store_true", help="print the report as Markdown")
    form.add_argument("--html", metavar="OUT", help="write the report to OUT as one HTML page with charts")
    form.add_argument("--project", action="store_true", help="print the project itself, to start your own file from")
    first.set_defaults(run=review)
    one = commands.add_parser(
        "call",
        help="answer a JSON request",
        description="Reads a JSON request from standard input and prints the answer as JSON. A request that is refused prints\n"
        "the error report (code, message, path, help) as JSON and ends with exit code 2.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"endpoints:\n{listed}",
    )
    one.add_argument("endpoint", metavar="ENDPOINT", help="such as power.measure")
    one.set_defaults(run=call)
    two = commands.add_parser("schema", help="print the JSON Schemas of all endpoints")
    two.set_defaults(run=schema)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and says how it ended: 0 for an answer, 2 for a request that was refused."""
    options = parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        return code
    except StreamError as error:
        complain(f"{options.command}: {error}")
        return REFUSED


if __name__ == "__main__":
    sys.exit(main())

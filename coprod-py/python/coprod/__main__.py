"""The command line: `python -m coprod call|schema`."""

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


def read_request(data: bytes) -> str:
    """The text of a request.

    Raises:
        CoprodError: `request_too_large` beyond the limit, `invalid_json` if it is not UTF-8.
    """
    if len(data) > _core.MOST_REQUEST_BYTES:
        message = f"the request has more than {_core.MOST_REQUEST_BYTES} bytes"
        raise from_report("request_too_large", message, "", "send a smaller request, or several")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"the request is not UTF-8 text: byte {error.start} cannot be read"
        raise from_report("invalid_json", message, "", "save the request as UTF-8") from None


def write(text: str) -> None:
    """Writes UTF-8, whatever the terminal says it speaks."""
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def call(options: argparse.Namespace) -> int:
    """Answers the request on standard input."""
    # One byte more than the limit tells that it is exceeded; what follows stays unread.
    request = read_request(sys.stdin.buffer.read(_core.MOST_REQUEST_BYTES + 1))
    write(_core.call(options.endpoint, request))
    return 0


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
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    one = commands.add_parser(
        "call",
        help="answer a JSON request",
        description="Reads a JSON request from standard input and prints the answer as JSON. A request that is refused prints\n"
        "the error report (code, message, path, help) as JSON and ends with exit code 2.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"endpoints:\n{listed}",
    )
    one.add_argument("endpoint", metavar="ENDPOINT", help="such as power.explain")
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
    except CoprodError as error:
        write(json.dumps(error.report(), ensure_ascii=False))
        return REFUSED
    except BrokenPipeError:
        # The reader has seen enough. Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())

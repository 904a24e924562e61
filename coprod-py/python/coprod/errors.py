"""What coprod raises: one exception with a code, and a class for each kind of code."""

from __future__ import annotations

from ._codes import KINDS, ErrorCode

__all__ = ["CoprodError", "ErrorCode", "InternalError", "InvalidRequestError", "LimitError", "UnknownNameError", "from_report"]


class CoprodError(Exception):
    """A request was refused.

    Attributes:
        code: The stable name of this kind of error, for programs.
        message: What was wrong, for people.
        path: A JSON pointer into the request; empty for the request as a whole.
        help: What to do about it.
    """

    code: ErrorCode
    message: str
    path: str
    help: str

    def __init__(self, code: ErrorCode, message: str, path: str = "", help: str = "") -> None:
        super().__init__(code, message, path, help)
        self.code = code
        self.message = message
        self.path = path
        self.help = help

    def __str__(self) -> str:
        return f"{self.message} [{self.code} at {self.path or 'the request'}]; {self.help}"

    def report(self) -> dict[str, str]:
        """The four parts as a JSON-ready object, the same in every language."""
        return {"code": self.code, "message": self.message, "path": self.path, "help": self.help}


class InvalidRequestError(CoprodError, ValueError):
    """The request says something that cannot be: mend it at `path`."""


class UnknownNameError(InvalidRequestError):
    """The request names something that is not there: an endpoint, a field, a member."""


class LimitError(CoprodError):
    """The request is larger than coprod works for."""


class InternalError(CoprodError):
    """coprod contradicted itself: a fault of the library, never of the request."""


_CLASSES: dict[str, type[CoprodError]] = {
    "invalid": InvalidRequestError,
    "unknown": UnknownNameError,
    "limit": LimitError,
    "internal": InternalError,
}


def from_report(code: ErrorCode, message: str, path: str, help: str) -> CoprodError:
    """The exception for an error report, of the class that its code belongs to."""
    return _CLASSES[KINDS[code]](code, message, path, help)

"""coprod: who decides, who does what and who is paid what, when people who use a service and people who work in it act together.

One module for each area, imported when it is first used:

>>> import coprod
>>> rule = {"all": [{"votes": {"more_than": "1/2", "of": "members"}}, {"sign_off": ["eve"]}]}
>>> power = coprod.power.measure(members=["ana", "bo", "eve"], rule=rule)
>>> [(member.id, member.veto, str(member.shapley_shubik.exact)) for member in power.members]
[('ana', False, '1/6'), ('bo', False, '1/6'), ('eve', True, '2/3')]

Every function takes keywords only: numbers exact (`Decimal`, `Fraction`, `int` or text such as "2/3", never a float), and nested
values as the types of this package or as plain dictionaries. What it returns is frozen, comparable and picklable. What it refuses
is a `CoprodError` with a code, a JSON pointer to the place and help:

>>> try:
...     coprod.call("power.unheard_of", "{}")
... except coprod.CoprodError as error:
...     print(error.code, type(error).__name__)
unknown_endpoint UnknownNameError
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ._core import call
from .errors import CoprodError, InternalError, InvalidRequestError, LimitError, UnknownNameError

if TYPE_CHECKING:
    from . import batch, participation, payment, power, review, workload

__all__ = [
    "CoprodError",
    "InternalError",
    "InvalidRequestError",
    "LimitError",
    "UnknownNameError",
    "batch",
    "call",
    "participation",
    "payment",
    "power",
    "review",
    "workload",
]

_AREAS = ("batch", "participation", "payment", "power", "review", "workload")


def __getattr__(name: str) -> object:
    if name in _AREAS:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)

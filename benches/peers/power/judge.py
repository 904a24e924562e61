"""Whether an answer is right, and how answers are told."""

from collections.abc import Sequence
from fractions import Fraction


def furthest(values: list[float], true: Sequence[Fraction | None]) -> float:
    """How far the worst figure is off, as a share of the true one."""
    if len(values) != len(true):
        return float("inf")
    known = [(value, exact) for value, exact in zip(values, true, strict=True) if exact is not None]
    return max((float(abs(Fraction(value) - exact) / exact) if exact else abs(value)) for value, exact in known)


def coprod_right(said: dict, true: Sequence[Fraction | None]) -> bool:
    """Whether coprod's fractions are the true ones, and its decimals as near as they say."""
    summed = None in true
    for value, exact in zip(said["values"], true, strict=True):
        if exact is None:
            continue
        if value["exact"] is not None and not summed:
            if Fraction(value["exact"]) != exact:
                return False
        elif abs(Fraction(value["value"]) - exact) > Fraction(value["error"]) + exact / (10**11 if summed else 2**50):
            return False
    return True


def letters(chosen: list[int] | str) -> str:
    """Options as letters; an error in its words."""
    if isinstance(chosen, str):
        return chosen
    *first, last = ["abcdefghij"[option] for option in chosen]
    return f"{', '.join(first)} and {last}" if first else last


def told(answers: list) -> str:
    """All the different answers that were heard, with how often where there are several."""
    different = sorted({letters(answer) for answer in answers})
    if len(different) == 1:
        return different[0] + ", each time"
    return " or ".join(f"{words} ({[letters(answer) for answer in answers].count(words)})" for words in different)

"""How figures are told: times with a unit, and tables in Markdown."""


def seconds(taken: float) -> str:
    """A time in the unit that reads best, to three figures."""
    for unit, factor in (("s", 1), ("ms", 1e3)):
        if taken * factor >= 1:
            return f"{taken * factor:.3g} {unit}"
    return f"{taken * 1e6:.3g} µs"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)

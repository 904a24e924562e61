"""What both peers' adapters share: reading rows, timing, and writing an answer."""

import json
import resource
import sys
import time
from collections.abc import Callable

from usage import processor_seconds

Compute = Callable[[list[dict], int], list[list[float]]]


def timed(work: Callable):
    """The result of a piece of work and the seconds it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def by_year(rows: list[dict], compute: Compute) -> list[list[float]]:
    """Computes all rows, one call for each tax year, and puts the answers back in the rows' order."""
    answers: list = [None] * len(rows)
    for year in sorted({row["year"] for row in rows}):
        places = [place for place, row in enumerate(rows) if row["year"] == year]
        for place, answer in zip(places, compute([rows[place] for place in places], year), strict=True):
            answers[place] = answer
    return answers


def report(load: Callable[[], Compute]) -> None:
    """Times importing the peer, one household, then many; answers every row and writes the figures to standard output."""
    compute, imported = timed(load)
    request = json.load(sys.stdin)
    rows, bulk = request["rows"], request["bulk"]
    one = rows[:1]
    _, first = timed(lambda: compute(one, one[0]["year"]))
    before = processor_seconds()
    compute(one, one[0]["year"])
    again = processor_seconds() - before
    values, _ = timed(lambda: by_year(rows, compute))
    same_year = [row for row in rows if row["year"] == 2026]
    many = (same_year * (bulk // len(same_year) + 1))[:bulk]
    before = processor_seconds()
    compute(many, 2026)
    taken = processor_seconds() - before
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    json.dump(
        {
            "import_seconds": imported,
            "first_household_seconds": first,
            "next_household_processor_seconds": again,
            "bulk_rows": bulk,
            "bulk_processor_seconds": taken,
            "peak_megabytes": (own + children) * 1024 / 1e6,
            "values": values,
        },
        sys.stdout,
    )

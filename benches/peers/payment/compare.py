"""Runs coprod and both peers on the same households, on one processor, and prints what it cost and where they agree.

Every peer runs as a process of its own, pinned to one processor. A figure agrees when the peer's, rounded to the penny,
is coprod's. Each that does not is explained by the fewest departures of the peer that give its figure in an exact model,
or counted as unexplained.
"""

import argparse
import os
import sys
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from importlib import metadata
from pathlib import Path

from child import run
from departures import COMPILED, UK, Departure, reasons
from exact import QUANTITIES, Model
from figures import table
from households import COUNT, SEED, evaluations, households
from packages import installed

ROUNDING = "the precision of the output alone: single, or two decimals on each of two figures that are subtracted"


@dataclass(frozen=True)
class Peer:
    """A peer: package, adapter, departures, how many pence its number format may be off, and its earnings limit of 2026-27."""

    package: str
    adapter: str
    departures: tuple[Departure, ...]
    slack: float
    limit: int


# Single precision is up to 0.12p off a year's figure of this size; two decimals are up to half a penny off each of two figures.
# A month's figure is a twelfth of one such figure, so a tenth of that covers it.
PEERS = [
    Peer("policyengine-uk", "peer_uk.py", UK, 0.25, 204_00),
    Peer("policyengine-uk-compiled", "peer_compiled.py", COMPILED, 1.0, 154_04),
]


def answer_of(command: list[str], request: dict) -> dict:
    """A child's answer; nothing is compared without it."""
    said = run(command, request)
    if "error" in said:
        raise SystemExit(f"{' '.join(command)} failed: {said['error']}")
    return said


def figures(values: list[list[float]]) -> list[list[float]]:
    """A peer's six figures in pence for each household, from the pounds of three years each."""
    found = []
    for place in range(0, len(values), 3):
        without, once, monthly = ([100 * value for value in year] for year in values[place : place + 3])
        found.append(
            [
                once[0] - without[0],
                (monthly[1] - without[1]) / 12,
                without[2] / 52,
                monthly[2] / 52,
                without[3] / 12,
                monthly[3] / 12,
            ]
        )
    return found


def told(household: dict) -> dict:
    """A household with what coprod is told besides: net pay by the payroll's month, and the award before deductions."""
    model, row = Model(), evaluations(household)[0]
    net = model.net_of_month(Fraction(household["wage"]), household["year"])
    return {**household, "net_month": int(net), "net_week": int(net * 12 / 52), "maximum": int(model.maximum(row))}


def pension_probes(limit: int) -> list[dict]:
    """Two carers 8 pounds a week over a peer's own limit: 16 and 8 pounds of it pension contributions."""
    shared = {"year": 2026, "carer": True, "limited_capability": "none", "rent": 0, "wages": (limit + 8_00) * 52}
    return [{**shared, "pension": pension * 52} for pension in (16_00, 8_00)]


def earnings_tested(probed: list[list[float]]) -> str:
    """Which earnings a peer holds against the Carer's Allowance limit, from its answers to the two probes."""
    paid = tuple(answer[2] > 0 for answer in probed)
    return {
        (False, False): "gross pay, though the law takes off half of pension contributions",
        (True, False): "pay less half of pension contributions, as the law does",
        (True, True): "pay less the whole of pension contributions, where the law takes off half",
    }[paid]


def penny(pence: float) -> int:
    """The nearest penny, exactly half of one up."""
    return int(pence + 0.5) if pence >= 0 else -int(-pence + 0.5)


def agreement(peer: Peer, asked: list[dict], ours: list[list[int]], theirs: list[list[float]]) -> tuple[dict, Counter, dict]:
    """Pence of difference by year and quantity, and the reasons of those above none with an example of each."""
    agreed: dict = {}
    why: Counter = Counter()
    example: dict = {}
    for household, own, other in zip(asked, ours, theirs, strict=True):
        rows = evaluations(household)
        for place, quantity in enumerate(QUANTITIES):
            gap = abs(penny(other[place]) - own[place])
            agreed.setdefault((household["year"], quantity), []).append(gap)
            if gap == 0:
                continue
            slack = peer.slack if quantity.startswith("tax") else peer.slack / 10
            found = reasons(rows, other[place], quantity, peer.departures, slack)
            said = tuple(found) if found else (ROUNDING,) if found == [] else ("unexplained",)
            for reason in said:
                why[reason] += 1
                if reason not in example or gap > example[reason][0]:
                    example[reason] = (gap, f"{quantity}: {other[place] / 100:.4f} for {own[place] / 100:.2f}")
    return agreed, why, example


def main() -> int:
    """Runs everything and prints Markdown; the status is 1 where a difference has no explanation."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--coprod", help="the built example; without it the exact model stands in, and no speed is compared")
    options.add_argument("--households", type=int, default=COUNT)
    chosen = options.parse_args()
    os.environ.update(RAYON_NUM_THREADS="1", OMP_NUM_THREADS="1", NUMEXPR_MAX_THREADS="1")
    load = os.getloadavg()[0]
    asked = households(chosen.households)
    rows = [row for household in asked for row in evaluations(household)]
    model = Model()
    expected = [[penny(float(value)) for value in model.figures(evaluations(household)).values()] for household in asked]
    request = {"households": [told(household) for household in asked], "bulk": 1_000_000}
    two = answer_of([chosen.coprod], {**request, "threads": 2}) if chosen.coprod else None
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    coprod = answer_of([chosen.coprod], {**request, "threads": 1}) if chosen.coprod else None
    ours = coprod["values"] if coprod else expected
    print(f"{len(asked)} households (seed {SEED}), six figures each; one processor.\n")
    answers = {
        peer: answer_of([sys.executable, peer.adapter], {"rows": rows + pension_probes(peer.limit), "bulk": 50_000})
        for peer in PEERS
    }
    print(f"- The load of the machine as the run began: {load:.1f} on {os.cpu_count()} processors.")
    if coprod and two:
        print(f"- coprod and the exact model: {matching(ours, expected)} figures the same to the penny.")
        for threads, answer in (("one thread", coprod), ("two threads", two)):
            print(f"- coprod on {threads}, by the clock: {answer['bulk_rows'] / answer['bulk_seconds']:,.0f} rows a second.")
        print(f"- Memory for {coprod['bulk_rows']:,} rows above the input's: {coprod['above_input_megabytes']:.0f} MB.\n")
    print(costs(coprod, Path(chosen.coprod) if chosen.coprod else None, answers))
    unexplained = 0
    for peer, answer in answers.items():
        values = answer["values"]
        agreed, why, example = agreement(peer, asked, ours, figures(values[: len(rows)]))
        unexplained += why["unexplained"]
        print(f"\n### {peer.package} {metadata.version(peer.package)}\n")
        years = sorted({key[0] for key in agreed})
        head = ["agrees to the penny", *(f"{year}-{(year + 1) % 100}" for year in years)]
        counts = [[quantity, *(agreeing(agreed[year, quantity]) for year in years)] for quantity in QUANTITIES]
        print(table(head, counts), "\n")
        print(
            table(
                ["why not", "figures", "the furthest apart"],
                [[said, str(count), example[said][1]] for said, count in why.most_common()],
            )
        )
        print(f"\nCarer's Allowance limit tested on: {earnings_tested(values[len(rows) :])}.")
    print(f"\nUnexplained: {unexplained}.")
    return 1 if unexplained else 0


def agreeing(gaps: list[int]) -> str:
    """How many differences are nothing, and how many at most a penny."""
    return f"{gaps.count(0)} of {len(gaps)}; within 1p {sum(gap <= 1 for gap in gaps)}"


def matching(ours: list[list[int]], expected: list[list[int]]) -> str:
    """How many of coprod's figures are those of the exact model."""
    same = [own == other for one, two in zip(ours, expected, strict=True) for own, other in zip(one, two, strict=True)]
    return f"{sum(same)} of {len(same)}"


def speed(answer: dict) -> float:
    """Rows a second of processor time in bulk."""
    return answer["bulk_rows"] / answer["bulk_processor_seconds"]


def costs(coprod: dict | None, program: Path | None, answers: dict) -> str:
    """The table of sizes, times and rows a second, with coprod's speed as a multiple of each peer's."""
    head = [
        "",
        "packages",
        "installed, MB",
        "import, s",
        "first household, s",
        "next household, s of processor time",
        "rows a second of processor time",
        "coprod is faster by",
        "memory, MB",
    ]
    rows = []
    if coprod and program:
        rows.append(
            [
                "coprod",
                "1",
                f"{program.stat().st_size / 1e6:.1f}",
                "0",
                f"{coprod['first_household_seconds']:.6f}",
                f"{coprod['next_household_processor_seconds']:.6f}",
                f"{speed(coprod):,.0f}",
                "",
                f"{coprod['peak_megabytes']:.0f}",
            ]
        )
    for peer, answer in answers.items():
        count, size = installed(peer.package)
        theirs = speed(answer)
        faster = f"{speed(coprod) / theirs:,.0f} times" if coprod else "not run"
        rows.append(
            [
                peer.package,
                str(count),
                f"{size:,.0f}",
                f"{answer['import_seconds']:.1f}",
                f"{answer['first_household_seconds']:.3f}",
                f"{answer['next_household_processor_seconds']:.3f}",
                f"{theirs:,.0f}",
                faster,
                f"{answer['peak_megabytes']:.0f}",
            ]
        )
    return table(head, rows)


if __name__ == "__main__":
    sys.exit(main())

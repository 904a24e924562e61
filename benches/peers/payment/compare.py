"""Runs coprod and both peers on the same households, on one processor, and prints what it cost and where they agree.

Every peer runs as a process of its own, pinned to one processor. A figure agrees when the peer's, rounded to the penny,
is coprod's. Each that does not is explained by the fewest departures of the peer that give its figure in an exact model,
or counted as unexplained.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from departures import COMPILED, UK, Departure, reasons
from exact import QUANTITIES, Model, six
from households import COUNT, SEED, evaluations, households

HERE = Path(__file__).resolve().parent
ROUNDING = "the same rule: fractions of a penny kept, or the output's own precision"


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


def run(command: list[str], request: dict) -> dict:
    """A child's answer; the request goes in by standard input."""
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=HERE)
    said, _ = child.communicate(json.dumps(request).encode())
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} failed with {child.returncode}")
    return json.loads(said)


def installed(package: str) -> tuple[int, float]:
    """How many packages a package brings, itself included, and their size on disk in MB."""
    wanted, seen, size = [package], set(), 0
    while wanted:
        name = wanted.pop().lower().replace("_", "-")
        if name in seen:
            continue
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        seen.add(name)
        size += sum(
            path.stat().st_size for path in (Path(found.locate_file(file)) for file in found.files or []) if path.is_file()
        )
        for needed in found.requires or []:
            if "extra ==" not in needed:
                wanted.extend(re.findall(r"^[A-Za-z0-9._-]+", needed))
    return len(seen), size / 1e6


def year(values: list[float]) -> dict:
    """A peer's pounds a year as pence: tax and insurance a year, the allowance a week, the credit a month."""
    tax, insurance, allowance, credit = (100 * value for value in values)
    return {"tax": tax, "insurance": insurance, "allowance": allowance / 52, "credit": credit / 12}


def figures(values: list[list[float]]) -> list[list[float]]:
    """A peer's six figures for each household, from three years each."""
    years = [year(value) for value in values]
    return [list(six(years[place : place + 3]).values()) for place in range(0, len(years), 3)]


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


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def agreement(peer: Peer, asked: list[dict], ours: list[list[int]], theirs: list[list[float]]) -> tuple[dict, Counter, dict]:
    """Agreeing counts by year and quantity, and the reasons of the rest with an example of each."""
    agreed: dict = {}
    why: Counter = Counter()
    example: dict = {}
    for household, own, other in zip(asked, ours, theirs, strict=True):
        rows = evaluations(household)
        for place, quantity in enumerate(QUANTITIES):
            same = penny(other[place]) == own[place]
            agreed.setdefault((household["year"], quantity), []).append(same)
            if same:
                continue
            slack = peer.slack if quantity.endswith("fee") else peer.slack / 10
            found = reasons(rows, other, quantity, peer.departures, slack)
            said = tuple(found) if found else (ROUNDING,) if found == [] else ("unexplained",)
            for reason in said:
                why[reason] += 1
                gap = abs(other[place] - own[place])
                if reason not in example or gap > example[reason][0]:
                    example[reason] = (gap, f"{quantity}: {other[place] / 100:.4f} for {own[place] / 100:.2f}")
    return agreed, why, example


def main() -> int:
    """Runs everything and prints Markdown; the status is 1 where a difference has no explanation."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--coprod", help="the built example; without it the exact model stands in, and no speed is compared")
    options.add_argument("--households", type=int, default=COUNT)
    chosen = options.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    os.environ.update(RAYON_NUM_THREADS="1", OMP_NUM_THREADS="1", NUMEXPR_MAX_THREADS="1")
    asked = households(chosen.households)
    rows = [row for household in asked for row in evaluations(household)]
    if chosen.coprod:
        coprod = run([chosen.coprod], {"households": asked, "bulk": 1_000_000})
        ours = coprod["values"]
    else:
        coprod = None
        model = Model()
        ours = [
            [penny(float(value)) for value in six([model.year(row) for row in evaluations(household)]).values()]
            for household in asked
        ]

    print(f"{len(asked)} households (seed {SEED}), six figures each; one processor.\n")
    answers = {
        peer: run([sys.executable, peer.adapter], {"rows": rows + pension_probes(peer.limit), "bulk": 50_000}) for peer in PEERS
    }
    print(costs(coprod, Path(chosen.coprod) if chosen.coprod else None, answers))
    unexplained = 0
    for peer, answer in answers.items():
        values = answer["values"]
        agreed, why, example = agreement(peer, asked, ours, figures(values[: len(rows)]))
        unexplained += why["unexplained"]
        print(f"\n### {peer.package} {metadata.version(peer.package)}\n")
        years = sorted({key[0] for key in agreed})
        head = ["agrees to the penny", *(f"{year}-{(year + 1) % 100}" for year in years)]
        counts = [
            [quantity, *(f"{sum(agreed[year, quantity])} of {len(agreed[year, quantity])}" for year in years)]
            for quantity in QUANTITIES
        ]
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


def costs(coprod: dict | None, program: Path | None, answers: dict) -> str:
    """The table of sizes, times and rows a second, with coprod's speed as a multiple of each peer's."""
    head = [
        "",
        "packages",
        "installed, MB",
        "import, s",
        "first household, s",
        "next household, s",
        "rows a second",
        "coprod is faster by",
        "memory, MB",
    ]
    rows = []
    speed = coprod["bulk_rows"] / coprod["bulk_seconds"] if coprod else None
    if coprod and speed and program:
        rows.append(
            [
                "coprod",
                "1",
                f"{program.stat().st_size / 1e6:.1f}",
                "0",
                f"{coprod['first_household_seconds']:.6f}",
                f"{coprod['next_household_seconds']:.6f}",
                f"{speed:,.0f}",
                "",
                f"{coprod['peak_megabytes']:.0f}",
            ]
        )
    for peer, answer in answers.items():
        count, size = installed(peer.package)
        theirs = answer["bulk_rows"] / answer["bulk_seconds"]
        faster = f"{speed / theirs:,.0f} times" if speed else "not run"
        rows.append(
            [
                peer.package,
                str(count),
                f"{size:,.0f}",
                f"{answer['import_seconds']:.1f}",
                f"{answer['first_household_seconds']:.3f}",
                f"{answer['next_household_seconds']:.3f}",
                f"{theirs:,.0f}",
                faster,
                f"{answer['peak_megabytes']:.0f}",
            ]
        )
    return table(head, rows)


if __name__ == "__main__":
    sys.exit(main())

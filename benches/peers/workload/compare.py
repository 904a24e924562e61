"""Asks coprod and its peers who should do what, and prints how fair each answer is and how long it takes.

Every peer answers every question in a process of its own, within limits of processor time and memory. How fair an answer is, is
worked out here in exact fractions, and what no split can be better than by a linear programme that shares nothing with coprod.
The status is 1 where coprod is not right.
"""

import argparse
import os
import statistics
import sys
from dataclasses import dataclass, field
from fractions import Fraction

from child import run
from figures import seconds, table
from judge import ratios, relaxed
from packages import costs
from questions import SEED, Question, families

PEERS = {"ortools": "OR-tools CP-SAT", "scipy": "HiGHS through scipy", "fairpyx": "fairpyx, `hffd`"}
# A child may take so many times the limit by the clock.
PATIENCE = 60
# CP-SAT is told ratios in millionths of a quarter of an hour over an hour; floating-point solvers stop as near.
NEAR = 1e-6


@dataclass
class Family:
    """What everybody found for the groups of one size."""

    gaps: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    proved: int = 0
    failed: list[str] = field(default_factory=list)

    def cell(self, groups: int, own: float | None = None) -> str:
        """In a line: how far above the bound, how many proved, how long."""
        if not self.gaps:
            return "; ".join(dict.fromkeys(self.failed))
        above = 100 * statistics.median(self.gaps)
        words = [f"{above:.3g} % above the bound" if above >= 0.0005 else "the bound"]
        words.append(f"{self.proved} of {groups} proved")
        taken = statistics.median(self.times)
        words.append(seconds(taken) if own is None else f"{seconds(taken)}, {taken / own:,.3g} times")
        return ", ".join([*words, *dict.fromkeys(self.failed)])


class Comparison:
    """Asks, judges and keeps what was found."""

    def __init__(self, program: str, limit: float) -> None:
        self.program, self.limit = program, limit
        self.wrong: list[str] = []
        self.gone: dict[str, str] = {}
        self.checks: list[list[str]] = []

    def coprod(self, name: str, question: Question, own: Family) -> tuple[dict, list[Fraction], Fraction]:
        """Coprod's answer, its vector and the bound; whatever is not right about it is kept."""
        said = run([self.program], question, PATIENCE * self.limit)
        if "error" in said:
            raise SystemExit(f"{name}: coprod: {said['error']}")
        vector = ratios(question, said["holders"])
        bound = Fraction(said["bound"])
        if isinstance(vector, str):
            raise SystemExit(f"{name}: coprod {vector}")
        least = relaxed(question)
        for fault, found in {
            "its vector is not that of its split": vector != [Fraction(ratio) for ratio in said["vector"]],
            "its bound is above its largest ratio": bound > vector[0],
            "its bound is below that of the linear programme": float(bound) < least * (1 - NEAR),
            "its own check finds a fault": not said["valid"],
        }.items():
            if found:
                self.wrong.append(f"{name}: {fault}")
        own.gaps.append(float(vector[0] / bound) - 1)
        own.times.append(said["seconds"])
        own.proved += said["proved"]
        return said, vector, bound

    def peer(self, name: str, package: str, question: Question, mine: tuple[dict, list[Fraction], Fraction]) -> dict | str:
        """What a peer says, and whether it contradicts coprod."""
        if package in self.gone:
            return f"not asked: {self.gone[package]} before"
        said = run([sys.executable, f"peer_{package}.py"], {"question": question, "limit": self.limit}, PATIENCE * self.limit)
        if "error" in said:
            self.gone[package] = said["error"]
            return said["error"]
        if said["holders"] is None:
            return f"nothing in {self.limit:.0f} s"
        vector = ratios(question, said["holders"])
        if isinstance(vector, str):
            return vector
        own, best, bound = mine
        if vector[0] < bound:
            self.wrong.append(f"{name}: {package} is below the bound, {float(vector[0])} and {float(bound)}")
        if own["proved"] and vector < best:
            self.wrong.append(f"{name}: {package} is fairer than what is said to be the fairest")
        if said["proved"] and float(vector[0]) > float(best[0]) * (1 + NEAR):
            said["proved"] = False
        return {"gap": float(vector[0] / bound) - 1, "seconds": said["seconds"], "proved": said["proved"]}

    def row(self, name: str, questions: list[Question]) -> list[str]:
        """One size: coprod, and what every peer makes of it."""
        own, peers = Family(), {package: Family() for package in PEERS}
        said: list[dict] = []
        for number, question in enumerate(questions):
            mine = self.coprod(name, question, own)
            said.append(mine[0])
            for package, family in peers.items():
                found = self.peer(name, package, question, mine)
                if isinstance(found, str):
                    family.failed.append(found)
                    continue
                family.gaps.append(found["gap"])
                family.times.append(found["seconds"])
                family.proved += found["proved"]
            print(f"{name}: {number + 1} of {len(questions)}", file=sys.stderr, flush=True)
        json_times = [answer["json_seconds"] for answer in said if answer["json_seconds"] is not None]
        self.checks.append(
            [
                name,
                seconds(statistics.median(own.times)),
                seconds(statistics.median(json_times)) if json_times else "too long a request",
                seconds(statistics.median(answer["verify_seconds"] for answer in said)),
            ]
        )
        taken = statistics.median(own.times)
        return [name, own.cell(len(questions)), *(family.cell(len(questions), taken) for family in peers.values())]


def main() -> int:
    """Runs everything and prints Markdown; the status is 1 where coprod is not right."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--coprod", required=True, help="the built example")
    options.add_argument("--limit", type=float, default=10, help="seconds that a solver is given for one answer")
    options.add_argument("--only", default="", help="sizes whose names contain this")
    chosen = options.parse_args()
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    comparison = Comparison(chosen.coprod, chosen.limit)
    print(f"- The load of the machine as the run began: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.")
    print(f"- Seed {SEED}; solvers are given {chosen.limit:.0f} s for an answer, everybody 8 GiB.")
    said = {package: run([sys.executable, f"peer_{package}.py"], {"limit": 60}, PATIENCE * 60) for package in PEERS}
    print(f"\n{costs({package: answer['import_seconds'] for package, answer in said.items()})}")
    rows = [comparison.row(name, questions) for name, questions in families() if chosen.only in name]
    print(f"\n### Splits\n\n{table(['people x tasks', 'coprod', *PEERS.values()], rows)}")
    print(f"\n### Coprod alone\n\n{table(['people x tasks', 'split', 'from JSON to JSON', 'verify'], comparison.checks)}\n")
    for words in comparison.wrong:
        print(f"- coprod is not right: {words}")
    print(f"Answers of coprod that are not right: {len(comparison.wrong)}.")
    return 1 if comparison.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

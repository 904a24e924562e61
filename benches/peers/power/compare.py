"""Asks coprod and its peers the same questions about power and ranked ballots, and prints how right and how fast each is.

Every peer answers every question in a process of its own, within limits of processor time and memory. What is true comes from
programs that share nothing with either. The status is 1 where coprod is not right.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import truth
import truth_ballots
from child import run
from figures import seconds, table
from judge import coprod_right, furthest, letters, told
from packages import costs
from questions import INDICES, SEED, many_ballots, power, ties

# A child may take so many times its processor time by the clock.
PATIENCE = 40
# A peer's figure is right if it is so near to the true one, as a share of it.
NEAR = Fraction(1, 10**9)
# Half of the outcomes of a tie by chance are seen so surely in so many counts, in processes that order their sets differently.
HASH_SEEDS, TIMES = ("0", "1", "2"), 10
OUTCOMES = {"three in a circle": [[0], [1], [2]], "two tie for last": [[1], [2]], "two tie for the last seat": [[0, 1], [0, 2]]}
WEIGHTED = [("weighted", index) for index in INDICES]
COMPOUND = [("compound", index) for index in INDICES]
ALL_AT_ONCE = [("all at once", index) for index in INDICES]
STV = ["scottish_stv", "meek_stv"]
PARTS = ["costs", *INDICES, "ballots", "ties"]
# Methods that a peer has as a rule of its own, which may rightly choose others.
OWN_RULE = {("votekit", method) for method in STV} | {("pyrankvote", method) for method in STV}


@dataclass(frozen=True)
class Peer:
    """A peer: its package, and what it can be asked."""

    package: str
    can: tuple[tuple[str, str], ...]

    @property
    def adapter(self) -> str:
        """The program that asks it."""
        return f"peer_{self.package}.py"


def counts(*methods: str) -> tuple[tuple[str, str], ...]:
    """Methods of counting ballots."""
    return tuple(("ballots", method) for method in methods)


PEERS = [
    Peer("powerindex", (*WEIGHTED, *ALL_AT_ONCE)),
    Peer("powerindices", (*WEIGHTED,)),
    Peer("tucoopy", (*WEIGHTED,)),
    Peer("power_bdd", (*WEIGHTED, *COMPOUND)),
    Peer("pref_voting", counts("irv", "schulze", "ranked_pairs", *STV)),
    Peer("votekit", counts("irv", "schulze", "ranked_pairs", *STV)),
    Peer("pyrankvote", counts("irv", *STV)),
]


def true_power(question: dict) -> Sequence[Fraction | None]:
    """The true index of every member; of three members of the largest games for Shapley-Shubik."""
    if question["name"].startswith("Council"):
        return truth.council(question["rule"])[question["ask"]]
    if question["name"].startswith("United"):
        return truth.federal()[question["ask"]]
    index = truth.banzhaf if question["ask"] == "banzhaf" else truth.shapley_shubik
    return index(question["rule"]["quota"], question["rule"]["weights"])


def progress(words: str) -> None:
    """A line for whoever waits."""
    print(words, file=sys.stderr, flush=True)


class Comparison:
    """Asks, judges and keeps what was found."""

    def __init__(self, program: str, limit: float) -> None:
        self.program, self.limit = program, limit
        self.wrong: list[str] = []
        self.changed: dict[str, list[str]] = {}
        self.notes: list[str] = []
        self.gone: dict[tuple[str, str, str], str] = {}

    def ask(self, peer: Peer, question: dict) -> dict | None:
        """A peer's answer; nothing where it has no way to be asked. After running out of time it is asked nothing larger."""
        if (question["kind"], question["ask"]) not in peer.can:
            return None
        family = (peer.package, question["kind"], question["ask"])
        if family in self.gone:
            return {"error": f"not asked: {self.gone[family]} before"}
        request = {"question": question, "limit": self.limit}
        said = run([sys.executable, peer.adapter], request, PATIENCE * self.limit)
        if said.get("error") in ("too long", "MemoryError") and question["kind"] == "weighted":
            self.gone[family] = "too long" if said["error"] == "too long" else "out of memory"
        progress(f"{peer.package}: {question['name']}, {question['ask']}: {said.get('error', 'answered')}")
        return said

    def power_row(self, question: dict) -> list[str]:
        """One question about power: coprod's times, and what every peer says."""
        true = true_power(question)
        said = run([self.program], question, PATIENCE * self.limit)
        if "error" in said:
            self.wrong.append(f"{question['name']}, {question['ask']}: {said['error']}")
            return [question["name"], said["error"]]
        own = []
        for numbers, answer in said.items():
            if not coprod_right(answer, true):
                self.wrong.append(f"{question['name']}, {question['ask']}, {numbers}")
            exact = answer["values"][0]["exact"] is not None
            own.append((exact, answer["seconds"], answer["json_seconds"]))
        exact_time = seconds(own[0][1]) if own[0][0] else ""
        decimal_time = "" if own[1][0] else seconds(own[1][1])
        mine = own[0][1] if own[0][0] else own[1][1]
        text = own[0][2] if own[0][0] else own[1][2]
        cells = [self.power_cell(peer, question, true, mine) for peer in PEERS[:4]]
        return [question["name"], exact_time, decimal_time, seconds(text), *cells]

    def power_cell(self, peer: Peer, question: dict, true: Sequence[Fraction | None], mine: float) -> str:
        """What one peer says to a question about power."""
        said = self.ask(peer, question)
        if said is None:
            return ""
        if "error" in said:
            if said["error"].startswith(("too long", "not asked", "MemoryError")):
                return said["error"].replace("MemoryError", "out of memory")
            self.notes.append(f"{peer.package}, {question['name']}, {question['ask']}: {said['error']}")
            return f"fails: {said['error'].split(':')[0]}"
        if said["changed"] is not None:
            self.changed.setdefault(peer.package, []).append(question["name"])
        taken = said["count_seconds"]
        try:
            off = furthest(said["values"], true)
        except (ValueError, OverflowError):
            off = float("nan")
        if off <= NEAR:
            return f"right, {seconds(taken)}, {taken / mine:,.3g} times"
        example = next(place for place, exact in enumerate(true) if exact is not None)
        worst = max(
            (place for place, exact in enumerate(true) if exact is not None),
            key=lambda place: abs(said["values"][place] - float(true[place] or 0)),
            default=example,
        )
        told, exact = said["values"][worst], float(true[worst] or 0)
        self.notes.append(
            f"{peer.package}, {question['name']}, {question['ask']}: {told:.6g} for {exact:.6g}, member {worst + 1}"
        )
        return f"**wrong**, {seconds(taken)}"

    def ballots_row(self, question: dict) -> list[str]:
        """One count of many ballots."""
        true = truth_ballots.winners(question)
        said = run([self.program], question, PATIENCE * self.limit)
        if said.get("outcomes") != [true]:
            self.wrong.append(f"{question['name']}, {question['ask']}: {said.get('outcomes', said.get('error'))} for {true}")
        own = (said.get("build_seconds", 0.0), said.get("count_seconds", 0.0))
        cells = [self.ballots_cell(peer, question, true, own) for peer in PEERS[4:]]
        return [question["name"], question["ask"].replace("_", " "), seconds(own[0]), seconds(own[1]), *cells]

    def ballots_cell(self, peer: Peer, question: dict, true: list[int], own: tuple[float, float]) -> str:
        """What one peer says to a count: reading its ballots in and counting them, with the ratios."""
        said = self.ask(peer, question)
        if said is None:
            return ""
        if "error" in said:
            return said["error"] if said["error"].startswith("too long") else f"fails: {said['error'].split(':')[0]}"
        build, count = said["build_seconds"], said["count_seconds"]
        whole = (build + count) / max(sum(own), 1e-9)
        words = f"{seconds(build)} and {seconds(count)}, {count / max(own[1], 1e-9):,.3g} times; {whole:,.3g} times in all"
        if (peer.package, question["ask"]) in OWN_RULE:
            return f"another rule, {'the same' if said['values'] == true else 'other'} winners, {words}"
        return f"{'right' if said['values'] == true else '**wrong**'}, {words}"

    def tie_rows(self) -> list[list[str]]:
        """What everybody says to ties, all answers of several processes together."""
        asked = ties()
        rows = []
        heard: dict[str, list[list]] = {}
        for peer in PEERS[4:]:
            mine = [question for question in asked if ("ballots", question["ask"]) in peer.can]
            if peer.package == "pref_voting":
                mine += [{**question, "by": "irv_put"} for question in asked if question["ask"] == "irv"]
            for hash_seed in HASH_SEEDS:
                said = run(
                    [sys.executable, peer.adapter],
                    {"ties": mine, "times": TIMES},
                    PATIENCE * self.limit,
                    PYTHONHASHSEED=hash_seed,
                )
                for question, answers in zip(mine, said["said"], strict=True):
                    key = f"{peer.package} {question['name']} {question['ask']} {question.get('by')}"
                    heard.setdefault(key, []).extend(answers)
            progress(f"{peer.package}: ties")
        for question in asked:
            said = run([self.program], question, PATIENCE * self.limit)
            if said.get("outcomes") != OUTCOMES[question["name"]]:
                self.wrong.append(f"{question['name']}, {question['ask']}: {said.get('outcomes', said.get('error'))}")
            cells = []
            for peer in PEERS[4:]:
                answers = [
                    (by, heard.get(f"{peer.package} {question['name']} {question['ask']} {by}", [])) for by in (None, "irv_put")
                ]
                cells.append(
                    "; ".join(f"{'`instant_runoff_put`: ' if by else ''}{told(found)}" for by, found in answers if found)
                )
            own = " or ".join(letters(outcome) for outcome in said.get("outcomes", []))
            rows.append([question["name"], question["ask"].replace("_", " "), f"all outcomes: {own}", *cells])
        return rows


def main() -> int:
    """Runs everything and prints Markdown; the status is 1 where coprod is not right."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--coprod", required=True, help="the built example")
    options.add_argument("--limit", type=float, default=30, help="seconds of processor time for one answer")
    options.add_argument("--only", default="", help="questions whose names contain this")
    options.add_argument("--parts", nargs="*", choices=PARTS, default=PARTS, help="what to compare")
    chosen = options.parse_args()
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", NUMBA_NUM_THREADS="1", PYTHONHASHSEED="0")
    comparison = Comparison(chosen.coprod, chosen.limit)
    print(f"- The load of the machine as the run began: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.")
    print(f"- Seed {SEED}; at most {chosen.limit:.0f} s of processor time and 8 GiB for an answer.")
    if "costs" in chosen.parts:
        nothing = {"ties": [], "times": 0}
        said = {peer.package: run([sys.executable, peer.adapter], nothing, PATIENCE * chosen.limit) for peer in PEERS}
        print(f"\n{costs({package: answer['import_seconds'] for package, answer in said.items()})}")
    asked = [question for question in power() if chosen.only in question["name"]]
    for index in [index for index in INDICES if index in chosen.parts]:
        head = ["members; quota", "coprod, fractions", "coprod, decimals", "coprod, JSON", *(peer.package for peer in PEERS[:4])]
        rows = [comparison.power_row(question) for question in asked if question["ask"] == index]
        print(f"\n### {index.replace('_', '-').title()}\n\n{table(head, rows)}", flush=True)
    if comparison.notes:
        print("\n### Wrong answers and failures\n\n" + "\n".join(f"- {note}" for note in comparison.notes))
    if comparison.changed:
        print("\n### The caller's weights\n")
    for package, names in comparison.changed.items():
        print(f"- {package} changed them in {len(names)} answers: {'; '.join(dict.fromkeys(names))}")
    if "ballots" in chosen.parts:
        rows = [comparison.ballots_row(question) for question in many_ballots() if chosen.only in question["name"]]
        head = ["", "method", "coprod, reading", "coprod, counting", *(peer.package for peer in PEERS[4:])]
        print(f"\n### Many ballots\n\n{table(head, rows)}", flush=True)
    if "ties" in chosen.parts:
        head = ["", "method", "coprod", *(peer.package for peer in PEERS[4:])]
        print(f"\n### Ties\n\n{table(head, comparison.tie_rows())}\n")
    for words in comparison.wrong:
        print(f"- coprod is not right: {words}")
    print(f"\nAnswers of coprod that are not right: {len(comparison.wrong)}.")
    return 1 if comparison.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

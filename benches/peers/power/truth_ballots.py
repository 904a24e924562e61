"""Who wins by ranked ballots, counted in the slow and obvious way by a program of its own.

A tie raises `Tied`: the large questions have none, so that the winners are beyond doubt, and the small ones that tie are judged
by the outcomes that are listed with them in `compare.py`.
"""

from collections.abc import Mapping
from itertools import combinations, permutations, product

import numpy as np

# The Scottish rules keep five decimal places.
PLACES = 100_000
# Counts by Meek's method must differ by so much to decide anything here, far more than the rounding of the sums.
APART = 1e-6


class Tied(Exception):
    """Two options tie where it matters."""


def least(votes: Mapping[int, float], apart: float = 0) -> int:
    """The option with the fewest votes."""
    first, second, *_ = [*sorted(votes.values()), float("inf")]
    if second - first <= apart:
        raise Tied(votes)
    return min(votes, key=lambda option: votes[option])


def pairwise(orders: list[list[int]], options: int) -> np.ndarray:
    """How many ballots put one option above another."""
    place = np.argsort(np.asarray(orders), axis=1)
    above = np.zeros((options, options), dtype=np.int64)
    for one, other in combinations(range(options), 2):
        above[one, other] = int((place[:, one] < place[:, other]).sum())
        above[other, one] = len(orders) - above[one, other]
    return above


def irv(orders: list[list[int]], options: int) -> list[int]:
    """Instant run-off: whoever has the fewest ballots goes out until one option is left."""
    left = set(range(options))
    while len(left) > 1:
        votes = dict.fromkeys(left, 0)
        for order in orders:
            votes[next(option for option in order if option in left)] += 1
        left.remove(least(votes))
    return sorted(left)


def schulze(orders: list[list[int]], options: int) -> list[int]:
    """Strength of a path: its weakest comparison. The winner's paths to all others are stronger than those back."""
    above = pairwise(orders, options)
    path = np.where(above > above.T, above, 0)
    for through in range(options):
        for one in range(options):
            for other in range(options):
                path[one, other] = max(path[one, other], min(path[one, through], path[through, other]))
    winners = [one for one in range(options) if all(path[one, other] >= path[other, one] for other in range(options))]
    if len(winners) > 1:
        raise Tied(winners)
    return winners


def ranked_pairs(orders: list[list[int]], options: int) -> list[int]:
    """Comparisons are locked in, strongest first, unless they close a circle; equally strong ones in every order."""
    above = pairwise(orders, options)
    won: dict[int, list[tuple[int, int]]] = {}
    for one, other in permutations(range(options), 2):
        if 2 * above[one, other] > len(orders):
            won.setdefault(int(above[one, other]), []).append((one, other))
    strongest_first = [permutations(won[strength]) for strength in sorted(won, reverse=True)]
    found = {top for way in product(*strongest_first) for top in locked_in([pair for alike in way for pair in alike], options)}
    if len(found) > 1:
        raise Tied(found)
    return sorted(found)


def locked_in(pairs: list[tuple[int, int]], options: int) -> list[int]:
    """The options that no other beats, once these comparisons are locked in one after another."""
    beats: dict[int, set[int]] = {option: set() for option in range(options)}
    for one, other in pairs:
        if one not in reached(beats, other):
            beats[one].add(other)
    return [option for option in range(options) if not any(option in below for below in beats.values())]


def reached(beats: dict[int, set[int]], start: int) -> set[int]:
    """The options to which a chain of locked comparisons leads."""
    found, further = set(), {start}
    while further:
        found |= further
        further = {below for option in further for below in beats[option]} - found
    return found


def condorcet_winner(orders: list[list[int]], options: int) -> bool:
    """Whether one option beats all others, so that it must win by any method that compares."""
    above = pairwise(orders, options)
    return any(all(above[one, other] > above[other, one] for other in range(options) if other != one) for one in range(options))


def scottish_stv(orders: list[list[int]], options: int, seats: int) -> list[int]:
    """The rules for Scottish local elections, in whole hundred-thousandths of a vote.

    A surplus moves with all of the option's papers: each at its value times the surplus, divided by the option's votes and cut to
    five places. Of several surpluses the largest moves first.
    """
    quota = (len(orders) // (seats + 1) + 1) * PLACES
    papers: dict[int, list[tuple[int, list[int]]]] = {option: [] for option in range(options)}
    for order in orders:
        papers[order[0]].append((PLACES, order))
    hopeful = set(range(options))
    chosen: list[int] = []
    waiting: list[int] = []
    while len(chosen) < seats and len(hopeful) > seats - len(chosen):
        votes = {option: sum(value for value, _ in papers[option]) for option in [*hopeful, *waiting]}
        over = sorted((option for option in hopeful if votes[option] >= quota), key=lambda option: -votes[option])
        chosen += over
        waiting += over
        hopeful -= set(over)
        if waiting:
            moving = max(waiting, key=votes.__getitem__)
            if [votes[option] for option in waiting].count(votes[moving]) > 1:
                raise Tied(votes)
            waiting.remove(moving)
            surplus = votes[moving] - quota
            leaving = [(value * surplus // votes[moving], order) for value, order in papers.pop(moving)]
        else:
            moving = least({option: votes[option] for option in hopeful})
            hopeful.remove(moving)
            leaving = papers.pop(moving)
        for value, order in leaving:
            to = next((option for option in order if option in hopeful), None)
            if to is not None:
                papers[to].append((value, order))
    return sorted([*chosen, *hopeful][:seats] if len(chosen) < seats else chosen[:seats])


def meek_stv(orders: list[list[int]], options: int, seats: int) -> list[int]:
    """Meek's method in floating point: what each chosen option keeps is lowered until all surpluses are next to nothing."""
    keep = dict.fromkeys(range(options), 1.0)
    hopeful = set(range(options))
    chosen: list[int] = []
    while len(chosen) < seats and len(hopeful) + len(chosen) > seats:
        votes, quota = meek_votes(orders, keep, seats)
        surplus = sum((votes[option] - quota for option in chosen), 0.0)
        over = [option for option in hopeful if votes[option] > quota + APART]
        chosen += over
        hopeful -= set(over)
        if not over and surplus < APART / 1000:
            out = least({option: votes[option] for option in hopeful}, APART)
            hopeful.remove(out)
            keep[out] = 0.0
        for option in chosen:
            keep[option] *= quota / votes[option]
    return sorted(chosen if len(chosen) >= seats else [*chosen, *hopeful])


def meek_votes(orders: list[list[int]], keep: dict[int, float], seats: int) -> tuple[dict[int, float], float]:
    """What every option keeps of every ballot, and the quota of what is kept at all."""
    votes = dict.fromkeys(keep, 0.0)
    for order in orders:
        value = 1.0
        for option in order:
            kept = value * keep[option]
            votes[option] += kept
            value -= kept
            if value <= 0:
                break
    return votes, sum(votes.values()) / (seats + 1)


def winners(question: dict) -> list[int]:
    """The winners of a question without ties."""
    orders, options, seats = question["orders"], question["options"], question["seats"]
    single = {"irv": irv, "schulze": schulze, "ranked_pairs": ranked_pairs}
    several = {"scottish_stv": scottish_stv, "meek_stv": meek_stv}
    method = question["ask"]
    return single[method](orders, options) if method in single else several[method](orders, options, seats)

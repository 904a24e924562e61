"""Exact power by a program of its own: it shares no code and no way of counting with coprod or a peer.

Coalitions are counted by one product of polynomials held in a single large integer, so that adding two polynomials is adding two
numbers. A member's swings follow from sums over blocks of the counts.
"""

from fractions import Fraction
from itertools import accumulate
from math import comb, factorial

import numpy as np

# Beyond this many members the Shapley-Shubik index is summed in floating point: see `shapley_by_chance`.
MOST_EXACT = 200
WORD = 8


def unpacked(number: int, width: int, length: int) -> list[int]:
    """The coefficients of a polynomial that was held as one number, each in so many bytes."""
    held = number.to_bytes(width * length, "little")
    return [int.from_bytes(held[place : place + width], "little") for place in range(0, width * length, width)]


def product(quota: int, weights: list[int], stride: int, step: int, width: int) -> int:
    """All coalitions below the quota: a member moves them by its weight times the stride and by one step."""
    bits = WORD * width
    mask = (1 << (bits * quota * stride)) - 1
    counted = 1
    for weight in weights:
        counted += (counted << (bits * (weight * stride + step))) & mask
    return counted


def banzhaf(quota: int, weights: list[int]) -> list[Fraction]:
    """Each member's swings as a share of everybody's.

    Without a member of weight w, C'[x] = C[x] - C'[x - w]; so the swings, C' added up from quota - w to quota - 1, are the blocks
    of w counts below the quota, added and taken off in turn.
    """
    width = len(weights) // WORD + 1
    below = [0, *accumulate(unpacked(product(quota, weights, 1, 0, width), width, quota))]
    swings = {weight: block_sum(below, quota, weight) for weight in set(weights)}
    whole = sum(swings[weight] for weight in weights)
    return [Fraction(swings[weight], whole) for weight in weights]


def block_sum(below: list[int], quota: int, weight: int) -> int:
    """Swings from the sums of counts below each weight."""
    if weight == 0:
        return 0
    ends = range(quota, 0, -weight)
    return sum((-1) ** turn * (below[end] - below[max(end - weight, 0)]) for turn, end in enumerate(ends))


def shapley_shubik(quota: int, weights: list[int]) -> list[Fraction] | list[Fraction | None]:
    """As for Banzhaf, with coalitions counted by size too; each size has its share of the orders in which members may come."""
    members = len(weights)
    if members > MOST_EXACT:
        return shapley_by_chance(quota, weights)
    width, stride = members // WORD + 1, members + 1
    counts = unpacked(product(quota, weights, stride, 1, width), width, quota * stride)
    below = [[0, *accumulate(counts[size::stride])] for size in range(members)]
    share = [factorial(size) * factorial(members - 1 - size) for size in range(members)]
    index = {}
    for weight in set(weights):
        found = 0
        for turn, end in enumerate(range(quota, 0, -weight) if weight else []):
            sums = (below[size - turn] for size in range(turn, members))
            found += (-1) ** turn * sum(
                part * (of_size[end] - of_size[max(end - weight, 0)]) for part, of_size in zip(share[turn:], sums, strict=True)
            )
        index[weight] = Fraction(found, factorial(members))
    return [index[weight] for weight in weights]


def shapley_by_chance(quota: int, weights: list[int]) -> list[Fraction | None]:
    """The index of the lightest, the middle and the heaviest member; the others are not worked out.

    The chance that a member swings when everybody else says yes with chance p, averaged over p from 0 to 1, is the index: a
    polynomial in p of a degree below the number of members, which Gauss's rule with half as many nodes adds up exactly. Only
    positive numbers are added and multiplied, three roundings for each member and node: the result is wrong in the twelfth figure
    at most.
    """
    ordered = sorted(range(len(weights)), key=weights.__getitem__)
    sample = [ordered[0], ordered[len(ordered) // 2], ordered[-1]]
    rest = [weight for place, weight in enumerate(weights) if place not in sample]
    nodes, shares = np.polynomial.legendre.leggauss((len(weights) + 1) // 2)
    found = dict.fromkeys(sample, 0.0)
    for node, share in zip((nodes + 1) / 2, shares / 2, strict=True):
        if share * min(node, 1 - node) == 0:
            continue
        chances = with_members(np.eye(1, quota)[0], rest, node)
        for place in sample:
            others = with_members(chances, [weights[other] for other in sample if other != place], node)
            found[place] += share * others[max(quota - weights[place], 0) :].sum()
    return [Fraction(found[place]) if place in found else None for place in range(len(weights))]


def with_members(chances: np.ndarray, weights: list[int], chance: float) -> np.ndarray:
    """The chance of each weight of yes below the quota, with more members who each say yes with this chance."""
    for weight in weights:
        more = (1 - chance) * chances
        more[weight:] += chance * chances[: len(chances) - weight]
        chances = more
    return chances


def council(rule: dict) -> dict[str, list[Fraction]]:
    """Both indices of the Council of the EU, by looking at all 2^27 coalitions: 2^13 of some members with 2^14 of the others."""
    both, blocking = rule["any"][0]["all"], rule["any"][1]["quota"]
    states, bar, people = both[0]["quota"], both[1]["quota"], both[1]["weights"]
    first, second = people[:13], people[13:]
    sums, sizes = all_sums(second), all_sums([1] * len(second))
    winning = np.zeros(28, dtype=np.int64)
    having = np.zeros((27, 28), dtype=np.int64)
    for own, size, chosen in zip(all_sums(first), all_sums([1] * len(first)), range(1 << len(first)), strict=True):
        wins = ((sizes + size >= states) & (sums + own >= bar)) | (sizes + size >= blocking)
        by_size = np.bincount(sizes + size, wins, 28).astype(np.int64)
        winning += by_size
        for member in range(13):
            if chosen >> member & 1:
                having[member] += by_size
        for member in range(len(second)):
            has = wins & (np.arange(len(sums)) >> member & 1 == 1)
            having[13 + member] += np.bincount(sizes + size, has, 28).astype(np.int64)
    return by_size_of_coalition(27, [int(count) for count in winning], [[int(count) for count in row] for row in having])


def all_sums(weights: list[int]) -> np.ndarray:
    """The weight of every coalition, numbered by its members' bits."""
    sums = np.zeros(1, dtype=np.int64)
    for weight in weights:
        sums = np.concatenate([sums, sums + weight])
    return sums


def by_size_of_coalition(members: int, winning: list[int], having: list[list[int]]) -> dict[str, list[Fraction]]:
    """Both indices from how many coalitions of each size win, and how many of these each member is in.

    Of the winning coalitions of a size with a member, those that still win without are the winning ones of one less without it.
    """
    critical = [[0] + [own[size] - (winning[size - 1] - own[size - 1]) for size in range(1, members + 1)] for own in having]
    swings = [sum(row) for row in critical]
    share = [0] + [factorial(size - 1) * factorial(members - size) for size in range(1, members + 1)]
    orders = [sum(part * count for part, count in zip(share, row, strict=True)) for row in critical]
    return {
        "banzhaf": [Fraction(count, sum(swings)) for count in swings],
        "shapley_shubik": [Fraction(count, factorial(members)) for count in orders],
    }


def federal() -> dict[str, list[Fraction]]:
    """Both indices of the United States rule, by adding up over how many of each office say yes."""
    winning, having = [0] * 538, [[0] * 538 for _ in range(4)]
    for house in range(436):
        for senate in range(101):
            ways = comb(435, house) * comb(100, senate)
            for vice in (0, 1):
                for president in (0, 1):
                    says = senate >= 51 or (senate == 50 and vice)
                    if not ((house >= 218 and says and president) or (house >= 290 and senate >= 67)):
                        continue
                    size = house + senate + vice + president
                    winning[size] += ways
                    having[0][size] += ways * house // 435
                    having[1][size] += ways * senate // 100
                    having[2][size] += ways * vice
                    having[3][size] += ways * president
    offices = [0] * 435 + [1] * 100 + [2, 3]
    return by_size_of_coalition(537, winning, [having[office] for office in offices])

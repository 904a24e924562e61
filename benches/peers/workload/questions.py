"""What coprod and its peers are asked: who does which task, from a fixed seed."""

from random import Random
from typing import TypedDict

SEED = 20_261_123
# People, tasks, per cent of the people who are able, the shortest piece of work in quarters of an hour, how many groups.
SIZES = [
    (8, 30, (100, 100), 1, 5),
    (12, 40, (50, 50), 4, 5),
    (12, 40, (20, 30), 4, 5),
    (12, 40, (50, 50), 1, 5),
    (12, 40, (20, 30), 1, 5),
    (50, 500, (50, 50), 1, 2),
    (50, 500, (20, 30), 1, 2),
    (200, 5_000, (50, 50), 1, 1),
    (200, 5_000, (20, 30), 1, 1),
    (1_000, 20_000, (50, 50), 1, 1),
    (1_000, 20_000, (20, 30), 1, 1),
]
LONGEST = 48


class Question(TypedDict):
    """A group: hours that each person agreed to give, and tasks in quarters of an hour, each of a kind that only some can do."""

    capacities: list[int]
    quarters: list[int]
    kinds: list[int]
    able: list[list[int]]


def group(random: Random, people: int, tasks: int, share: tuple[int, int], shortest: int) -> Question:
    """A random group; somebody is able for every kind of task."""
    able = []
    for _ in range(min(tasks, 100)):
        chance = random.randint(*share)
        able.append([person for person in range(people) if random.randrange(100) < chance] or [random.randrange(people)])
    return {
        "capacities": [random.randrange(10, 40) for _ in range(people)],
        "quarters": [shortest * random.randint(1, LONGEST // shortest) for _ in range(tasks)],
        "kinds": [task % len(able) for task in range(tasks)],
        "able": able,
    }


def families() -> list[tuple[str, list[Question]]]:
    """All groups, the smallest first, with the name of their family."""
    found = []
    for people, tasks, share, shortest, groups in SIZES:
        random = Random(f"{SEED} {people} {tasks} {share} {shortest}")
        able = f"{share[0]} %" if share[0] == share[1] else f"{share[0]} to {share[1]} %"
        hours = "whole hours" if shortest == 4 else "quarters of an hour"
        name = f"{people} x {tasks}, {able} able, {hours}"
        found.append((name, [group(random, people, tasks, share, shortest) for _ in range(groups)]))
    return found

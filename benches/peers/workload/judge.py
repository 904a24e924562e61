"""Whether an answer is a split at all, and how good it is, in exact fractions; and what no split can be better than."""

from fractions import Fraction

from questions import Question


def ratios(question: Question, holders: list[int | None]) -> list[Fraction] | str:
    """The ratios of hours to hours agreed, the largest first; in words what is wrong with an answer that is no split."""
    loads = [0] * len(question["capacities"])
    left = 0
    for task, holder in enumerate(holders):
        if holder is None:
            left += 1
        elif holder not in question["able"][question["kinds"][task]]:
            return "gives a task to somebody who is not able"
        else:
            loads[holder] += question["quarters"][task]
    if left:
        return f"leaves {left} tasks"
    return sorted(
        (Fraction(load, 4 * capacity) for load, capacity in zip(loads, question["capacities"], strict=True)), reverse=True
    )


def relaxed(question: Question) -> float:
    """The least largest ratio if tasks could be split at will: no split is better. By HiGHS, over kinds of tasks and people."""
    import numpy as np
    from scipy.optimize import linprog
    from scipy.sparse import coo_array

    kinds, people = len(question["able"]), len(question["capacities"])
    hours = [0.0] * kinds
    for quarters, kind in zip(question["quarters"], question["kinds"], strict=True):
        hours[kind] += quarters / 4
    pairs = [(kind, person) for kind, able in enumerate(question["able"]) for person in able]
    count = len(pairs)
    each = coo_array((np.ones(count), ([kind for kind, _ in pairs], range(count))), shape=(kinds, count + 1))
    rows = [person for _, person in pairs] + list(range(people))
    columns = [*range(count), *[count] * people]
    values = np.concatenate([np.ones(count), -np.array(question["capacities"], dtype=float)])
    most = coo_array((values, (rows, columns)), shape=(people, count + 1))
    cost = np.zeros(count + 1)
    cost[count] = 1
    found = linprog(cost, A_ub=most.tocsr(), b_ub=np.zeros(people), A_eq=each.tocsr(), b_eq=hours, method="highs")
    return float(found.fun)

"""HiGHS through scipy: the same as a mixed integer programme."""

from measure import Answer, Found, report
from questions import Question


def load() -> Answer:
    """Imports the solver."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    def answer(question: Question, limit: float) -> Found:
        tasks, people = len(question["quarters"]), len(question["capacities"])
        pairs = [(task, person) for task, kind in enumerate(question["kinds"]) for person in question["able"][kind]]
        task_of = np.array([task for task, _ in pairs])
        person_of = np.array([person for _, person in pairs])
        hours = np.array(question["quarters"], dtype=float)[task_of] / np.array(question["capacities"], dtype=float)[person_of]
        count = len(pairs)
        each = coo_array((np.ones(count), (task_of, np.arange(count))), shape=(tasks, count + 1))
        rows = np.concatenate([person_of, np.arange(people)])
        columns = np.concatenate([np.arange(count), np.full(people, count)])
        most = coo_array((np.concatenate([hours, -np.ones(people)]), (rows, columns)), shape=(people, count + 1))
        cost = np.zeros(count + 1)
        cost[count] = 1
        found = milp(
            cost,
            integrality=np.concatenate([np.ones(count), [0]]),
            bounds=Bounds(np.zeros(count + 1), np.concatenate([np.ones(count), [np.inf]])),
            constraints=[LinearConstraint(each.tocsr(), 1, 1), LinearConstraint(most.tocsr(), -np.inf, 0)],
            options={"time_limit": limit, "mip_rel_gap": 0},
        )
        if found.x is None:
            return None, False
        holders: list[int | None] = [None] * tasks
        for place in np.flatnonzero(found.x[:count] > 0.5):
            holders[task_of[place]] = int(person_of[place])
        return holders, found.status == 0

    return answer


if __name__ == "__main__":
    report(load)

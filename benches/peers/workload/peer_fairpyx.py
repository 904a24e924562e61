"""fairpyx: its algorithm for chores, `hffd`, which gives out what fits under a threshold for each person.

The thresholds are the capacities times one number, the least one found by halving at which nothing is left over. It does not know
who is able, so that a task costs without end whoever is not.
"""

from measure import Answer, Found, report
from questions import Question

HALVINGS = 20
# Quarters of an hour over hours agreed; where something is left over at that, no threshold is found.
MOST = 1_000


def load() -> Answer:
    """Imports the package."""
    import fairpyx
    from fairpyx.algorithms import hffd

    def answer(question: Question, limit: float) -> Found:
        tasks, people = range(len(question["quarters"])), range(len(question["capacities"]))
        able = [set(able) for able in question["able"]]
        costs = {
            person: {
                task: question["quarters"][task] if person in able[question["kinds"][task]] else float("inf") for task in tasks
            }
            for person in people
        }
        instance = fairpyx.Instance(valuations=costs)
        order = sorted(tasks, key=lambda task: -question["quarters"][task])

        def given(factor: float) -> list[int | None]:
            thresholds = {person: factor * capacity for person, capacity in enumerate(question["capacities"])}
            bundles = fairpyx.divide(hffd, instance=instance, thresholds=thresholds, universal_order=order)
            holders: list[int | None] = [None] * len(tasks)
            for person, bundle in bundles.items():
                for task in bundle:
                    holders[task] = person
            return holders

        low, high = sum(question["quarters"]) / sum(question["capacities"]), 4.0
        while None in (best := given(high)) and high < MOST:
            low, high = high, 2 * high
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            holders = given(middle)
            if None in holders:
                low = middle
            else:
                best, high = holders, middle
        return best, False

    return answer


if __name__ == "__main__":
    report(load)

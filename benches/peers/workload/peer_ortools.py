"""OR-tools CP-SAT: one variable for each task and person who is able, the largest ratio made as small as can be."""

from measure import Answer, Found, report
from questions import Question

# Ratios are whole numbers for it: millionths of a quarter of an hour over an hour.
PARTS = 1_000_000


def load() -> Answer:
    """Imports the solver."""
    from ortools.sat.python import cp_model

    def answer(question: Question, limit: float) -> Found:
        model = cp_model.CpModel()
        loads: list[list] = [[] for _ in question["capacities"]]
        chosen = []
        for quarters, kind in zip(question["quarters"], question["kinds"], strict=True):
            row = [(person, model.new_bool_var("")) for person in question["able"][kind]]
            model.add_exactly_one(variable for _, variable in row)
            for person, variable in row:
                loads[person].append((variable, quarters))
            chosen.append(row)
        largest = model.new_int_var(0, PARTS * sum(question["quarters"]), "")
        for load, capacity in zip(loads, question["capacities"], strict=True):
            work = cp_model.LinearExpr.weighted_sum(
                [variable for variable, _ in load], [PARTS * quarters for _, quarters in load]
            )
            model.add(work <= capacity * largest)
        model.minimize(largest)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.max_time_in_seconds = limit
        status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None, False
        holders = [next(person for person, variable in row if solver.boolean_value(variable)) for row in chosen]
        return holders, status == cp_model.OPTIMAL

    return answer


if __name__ == "__main__":
    report(load)

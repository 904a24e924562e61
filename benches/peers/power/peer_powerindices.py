"""Asks powerindices for one index of a weighted vote; its Banzhaf index is made a share of the whole."""

from measure import Methods, report


def load() -> Methods:
    """Imports the package, and gives the functions that ask it."""
    from powerindices import compute_pbi, compute_ssi

    def answer(rule: dict, question: dict) -> list[float]:
        if question["ask"] == "shapley_shubik":
            return [float(value) for value in compute_ssi(rule["quota"], rule["weights"])]
        values = [float(value) for value in compute_pbi(rule["quota"], rule["weights"])]
        return [value / sum(values) for value in values]

    return lambda question: question["rule"], answer


report(load)

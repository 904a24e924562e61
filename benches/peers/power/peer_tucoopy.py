"""Asks tucoopy for one index of a weighted vote."""

from measure import Methods, report


def load() -> Methods:
    """Imports the package, and gives the functions that ask it."""
    from tucoopy.power import banzhaf_index_weighted_voting, shapley_shubik_index_weighted_voting

    def answer(rule: dict, question: dict) -> list[float]:
        banzhaf = question["ask"] == "banzhaf"
        index = banzhaf_index_weighted_voting if banzhaf else shapley_shubik_index_weighted_voting
        return index(rule["weights"], rule["quota"])

    return lambda question: question["rule"], answer


report(load)

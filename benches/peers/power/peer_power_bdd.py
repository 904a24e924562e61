"""Asks power_bdd for one index of a weighted vote or of a tree of them; its Banzhaf index is made a share of the whole."""

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from measure import Methods, report

if TYPE_CHECKING:
    from power_bdd.bdd import BDD


def load() -> Methods:
    """Imports the package, and gives the functions that ask it."""
    from power_bdd.bdd import BDD, WeightedGame

    def tree(rule: dict) -> "BDD":
        if "quota" in rule:
            return BDD(WeightedGame(rule["quota"], rule["weights"]))
        join, parts = (and_, rule["all"]) if "all" in rule else (or_, rule["any"])
        return reduce(join, (tree(part) for part in parts))

    def answer(rule: dict, question: dict) -> list[float]:
        game = tree(rule)
        if question["ask"] == "shapley_shubik":
            return game.calc_shapley()
        values = game.calc_banzhaf()
        return [value / sum(values) for value in values]

    return lambda question: question["rule"], answer


report(load)

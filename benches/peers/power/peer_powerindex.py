"""Asks powerindex for one index of a weighted vote, or for all at once by its `calc`."""

from measure import Methods, report


def load() -> Methods:
    """Imports the package, and gives the functions that ask it."""
    from powerindex import Game

    def prepare(question: dict) -> Game:
        return Game(question["rule"]["quota"], weights=question["rule"]["weights"])

    def answer(game: Game, question: dict) -> list[float]:
        if question["kind"] == "all at once":
            game.calc()
        elif question["ask"] == "banzhaf":
            game.calc_banzhaf()
        else:
            game.calc_shapley_shubik()
        return list(game.banzhaf if question["ask"] == "banzhaf" else game.shapley_shubik)

    return prepare, answer


report(load)

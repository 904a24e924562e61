"""Asks pyrankvote; its single transferable vote is a rule of its own, asked for its time and for ties only."""

from measure import Methods, report


def load() -> Methods:
    """Imports the package, and gives the functions that ask it."""
    from pyrankvote import Ballot, Candidate, instant_runoff_voting, single_transferable_vote

    def prepare(question: dict) -> tuple[list[Candidate], list[Ballot]]:
        options = [Candidate(str(option)) for option in range(question["options"])]
        cast = zip(question["orders"], question["counts"], strict=True)
        return options, [Ballot([options[place] for place in order]) for order, count in cast for _ in range(count)]

    def answer(prepared: tuple[list[Candidate], list[Ballot]], question: dict) -> list[int]:
        options, ballots = prepared
        if question["ask"] == "irv":
            held = instant_runoff_voting(options, ballots)
        else:
            held = single_transferable_vote(options, ballots, question["seats"])
        return sorted(int(chosen.name) for chosen in held.get_winners())

    return prepare, answer


report(load)

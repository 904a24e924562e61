"""Asks VoteKit; its single transferable vote is a rule of its own, asked for its time and for ties only."""

import logging
import warnings
from typing import TYPE_CHECKING

from measure import Methods, report

if TYPE_CHECKING:
    from votekit.pref_profile import RankProfile


def load() -> Methods:
    """Imports the package, and gives the functions that ask it."""
    warnings.filterwarnings("ignore")
    logging.disable()
    from votekit.ballot import RankBallot
    from votekit.elections import IRV, STV, RankedPairs, Schulze
    from votekit.pref_profile import RankProfile

    single = {"irv": IRV, "schulze": Schulze, "ranked_pairs": RankedPairs}

    def prepare(question: dict) -> "RankProfile":
        places = [frozenset({str(option)}) for option in range(question["options"])]
        cast = zip(question["orders"], question["counts"], strict=True)
        ballots = [RankBallot(ranking=[places[option] for option in order], weight=count) for order, count in cast]
        return RankProfile(ballots=ballots, candidates=[str(option) for option in range(question["options"])])

    def answer(profile: "RankProfile", question: dict) -> list[int]:
        method = question["ask"]
        held = single[method](profile) if method in single else STV(profile, n_seats=question["seats"])
        return sorted(int(option) for place in held.get_elected() for option in place)

    return prepare, answer


report(load)

"""Asks pref_voting, which has every method compared here; Schulze's is its `beat_path`."""

from typing import TYPE_CHECKING

from measure import Methods, report

if TYPE_CHECKING:
    from pref_voting.profiles import Profile


def load() -> Methods:
    """Imports the package, and gives the functions that ask it."""
    from pref_voting.iterative_methods import instant_runoff, instant_runoff_put
    from pref_voting.margin_based_methods import beat_path, ranked_pairs
    from pref_voting.profiles import Profile
    from pref_voting.proportional_methods import stv_meek, stv_scottish

    single = {"irv": instant_runoff, "irv_put": instant_runoff_put, "schulze": beat_path, "ranked_pairs": ranked_pairs}
    several = {"scottish_stv": stv_scottish, "meek_stv": stv_meek}

    def prepare(question: dict) -> "Profile":
        return Profile(question["orders"], question["counts"])

    def answer(profile: "Profile", question: dict) -> list[int]:
        method = question.get("by") or question["ask"]
        chosen = single[method](profile) if method in single else several[method](profile, num_seats=question["seats"])
        return sorted(int(option) for option in chosen)

    return prepare, answer


report(load)

"""What coprod and its peers are asked: weighted votes, two compound rules, and ranked ballots, from a fixed seed."""

import json
from pathlib import Path
from random import Random

SEED = 20_261_122
INDICES = ["banzhaf", "shapley_shubik"]
VECTORS = Path(__file__).resolve().parents[3] / "tests" / "vectors" / "power"

# Small rules at the edges: whoever passes alone, one member only, vetoes, a weight of nothing.
SMALL = {
    "3: one can pass alone": (3, [3, 2, 1]),
    "2: each can pass alone": (2, [4, 3]),
    "1: one member": (4, [5]),
    "3: one has a veto": (5, [4, 2, 1]),
    "3: all have a veto": (7, [4, 2, 1]),
    "4: one has no weight": (3, [2, 1, 1, 0]),
}
SIZES = [(10, 99), (20, 99), (50, 99), (70, 99), (100, 99), (200, 99), (500, 99), (1000, 99), (1000, 399)]


def weighted(name: str, quota: int, weights: list[int]) -> list[dict]:
    """A weighted vote: one question for each index."""
    ids = [f"m{number}" for number in range(len(weights))]
    rule = {"votes": {"at_least": quota, "weights": dict(zip(ids, weights, strict=True))}}
    shared = {"kind": "weighted", "rule": {"quota": quota, "weights": weights}, "request": {"members": ids, "rule": rule}}
    return [{**shared, "name": name, "ask": index} for index in INDICES]


def chambers(name: str, vector: str, rule: dict) -> list[dict]:
    """A compound rule as a tree of weighted votes; what coprod is asked is the request of a shared vector."""
    request = json.loads((VECTORS / vector).read_text())["request"]
    return [{"kind": "compound", "name": name, "ask": index, "rule": rule, "request": request} for index in INDICES]


def council() -> list[dict]:
    """The Council of the European Union: 15 of 27 with 65 % of the population, or 24."""
    name = "measure_eu27_lisbon.json"
    votes = json.loads((VECTORS / name).read_text())["request"]["rule"]["any"][0]["all"][1]["votes"]
    people, one = list(votes["weights"].values()), [1] * 27
    both = [{"quota": 15, "weights": one}, {"quota": votes["at_least"], "weights": people}]
    return chambers("Council of the EU, 27", name, {"any": [{"all": both}, {"quota": 24, "weights": one}]})


def federal() -> list[dict]:
    """The legislative rule of the United States, its members in the order of the vector."""
    house, senate, vice, president = [[int(place in span) for place in range(537)] for span in places()]
    halves = [{"quota": 50, "weights": senate}, {"quota": 1, "weights": vice}]
    senate_says = {"any": [{"quota": 51, "weights": senate}, {"all": halves}]}
    signed = {"all": [{"quota": 218, "weights": house}, senate_says, {"quota": 1, "weights": president}]}
    overridden = {"all": [{"quota": 290, "weights": house}, {"quota": 67, "weights": senate}]}
    return chambers("United States, 537", "measure_us_federal_537.json", {"any": [signed, overridden]})


def places() -> list[range]:
    """Where the members of each office stand in the vector."""
    ids = [member["id"] for member in json.loads((VECTORS / "measure_us_federal_537.json").read_text())["request"]["members"]]
    house = sum(id.startswith("r") for id in ids)
    vice, president = ids.index("vice_president"), ids.index("president")
    senate = sorted(set(range(len(ids))) - set(range(house)) - {vice, president})
    return [range(house), range(senate[0], senate[-1] + 1), range(vice, vice + 1), range(president, president + 1)]


def power() -> list[dict]:
    """All questions about power."""
    asked = [question for name, (quota, weights) in SMALL.items() for question in weighted(name, quota, weights)]
    first, *_ = SMALL.items()
    asked += [{**question, "kind": "all at once"} for question in weighted(f"{first[0]}, all indices at once", *first[1])]
    for members, heaviest in SIZES:
        random = Random(f"{SEED} {members} {heaviest}")
        weights = [random.randint(1, heaviest) for _ in range(members)]
        quota = sum(weights) // 2 + 1
        asked += weighted(f"{members:,}; quota {quota:,}", quota, weights)
    return asked + council() + federal()


def orders(count: int, options: int, lean: int, camps: int = 1) -> list[list[int]]:
    """Orders by chance in which options with small numbers tend to stand in front; each camp starts at an option of its own."""
    random = Random(f"{SEED} {count} {options} {lean} {camps}")
    found = []
    for _ in range(count):
        start = random.randrange(camps) * options // camps
        marks = [random.random() * 1000 + lean * ((option - start) % options) for option in range(options)]
        found.append(sorted(range(options), key=marks.__getitem__))
    return found


def ballots(name: str, method: str, cast: list[list[int]], counts: list[int] | None = None, seats: int = 1) -> dict:
    """Ranked ballots of complete orders, and how they are to be counted."""
    counts = counts or [1] * len(cast)
    return {
        "kind": "ballots",
        "name": name,
        "ask": method,
        "orders": cast,
        "counts": counts,
        "options": len(cast[0]),
        "seats": seats,
    }


def many_ballots() -> list[dict]:
    """Counts of many ballots: by three camps, so that no option beats all others, and by one for several seats."""
    large, middle, lean = orders(100_000, 30, 10, 3), orders(10_000, 10, 8, 3), orders(10_000, 10, 40)
    return [
        ballots("100,000 ballots, 30 options", "irv", large),
        ballots("100,000 ballots, 30 options", "schulze", large),
        ballots("10,000 ballots, 10 options", "irv", middle),
        ballots("10,000 ballots, 10 options", "schulze", middle),
        ballots("10,000 ballots, 10 options", "ranked_pairs", middle),
        ballots("10,000 ballots, 10 options, 3 seats", "scottish_stv", lean, seats=3),
        ballots("10,000 ballots, 10 options, 3 seats", "meek_stv", lean, seats=3),
    ]


def ties() -> list[dict]:
    """Small profiles that tie: three in a circle, two options that tie for last, and two that tie for the last seat."""
    circle, circle_counts = [[0, 1, 2], [1, 2, 0], [2, 0, 1]], [1, 1, 1]
    last, last_counts = [[0, 1, 2], [1, 2, 0], [2, 1, 0]], [5, 3, 3]
    seat, seat_counts = [[0, 1, 2], [0, 2, 1], [1, 2, 0], [2, 1, 0]], [2, 2, 2, 2]
    asked = [ballots("three in a circle", method, circle, circle_counts) for method in ("irv", "schulze", "ranked_pairs")]
    asked.append(ballots("two tie for last", "irv", last, last_counts))
    return asked + [ballots("two tie for the last seat", method, seat, seat_counts, 2) for method in ("scottish_stv", "meek_stv")]

"""The fixed households that every calculator is asked about: a thousand, drawn from a seed.

Single, aged 30, in England, tax years 2025-26 and 2026-27. Money is in whole pence. A month's wage and a fee are multiples of
13p, so that a week's share (12/52 of it) is a whole number of pence too and no conversion of ours rounds.
"""

import random

SEED = 20260415
COUNT = 1000
STEP = 13

# Around these weekly or monthly figures a rule changes: each is tried just below, at (or next to) it, and just above.
EDGES_WEEKLY = [151_00, 154_04, 196_00, 204_00]
EDGES_MONTHLY = [411_00, 427_00, 684_00, 710_00, 1047_50, 1048_00, 4189_00, 5000_00]


def on_grid(monthly_pence: float) -> int:
    """The multiple of 13p nearest to a month's wage."""
    return round(monthly_pence / STEP) * STEP


def wage(draw: random.Random) -> int:
    """A month's wage: nothing, part-time, full-time up to 60,000 a year, or next to an edge."""
    kind = draw.random()
    if kind < 0.15:
        return 0
    if kind < 0.60:
        return on_grid(draw.uniform(0, 1500_00))
    if kind < 0.80:
        return on_grid(draw.uniform(1500_00, 5000_00))
    edge = draw.choice([weekly * 52 / 12 for weekly in EDGES_WEEKLY] + EDGES_MONTHLY)
    return max(0, on_grid(edge) + draw.choice([-1, 0, 1]) * STEP)


def households(count: int = COUNT, seed: int = SEED) -> list[dict]:
    """The households, each with a fee of 13 to 390 pounds."""
    draw = random.Random(seed)
    found = []
    for number in range(count):
        year = draw.choice([2025, 2026])
        capability = draw.choices(["none", "protected", "new"], [70, 20, 10 if year == 2026 else 0])[0]
        found.append(
            {
                "id": number,
                "year": year,
                "wage": wage(draw),
                "fee": on_grid(draw.uniform(13_00, 390_00)),
                "carer": draw.random() < 0.3,
                "limited_capability": capability,
                "rent": draw.choice([0, 0, 0, draw.randrange(250_00, 500_00, 100)]),
            }
        )
    return found


def evaluations(household: dict) -> list[dict]:
    """The three years a peer is asked about: without the fee, with it once, and with it in every month."""
    yearly = 12 * household["wage"]
    shared = {key: household[key] for key in ("year", "carer", "limited_capability", "rent")}
    return [{**shared, "wages": wages} for wages in (yearly, yearly + household["fee"], yearly + 12 * household["fee"])]

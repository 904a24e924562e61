"""Where each peer departs from the law, named, and the fewest departures that make the exact model give its figure."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from exact import PROJECTED, Model


@dataclass(frozen=True)
class Departure:
    """One departure: how it changes the model, and its explanation."""

    said: str
    change: Callable[[Model], Model]


def with_rates(year: int, **amounts: str) -> Callable[[Model], Model]:
    """A change of some of a year's amounts, in pounds."""
    pence = {name: Fraction(amount) * 100 for name, amount in amounts.items()}
    return lambda model: replace(model, rates={**model.rates, year: replace(model.rates[year], **pence)})


def switch(name: str) -> Callable[[Model], Model]:
    """A change that turns one switch on."""
    return lambda model: replace(model, **{name: True})


def projected(*names: str) -> Callable[[Model], Model]:
    """A change of some 2026-27 amounts to the projected ones."""
    return with_rates(2026, **{name: str(getattr(PROJECTED, name) / 100) for name in names})


BY_YEAR = Departure(
    "works by the year, a month being a twelfth of it: no monthly limits (1,048, 4,189), no tax code, no whole pounds or pennies",
    switch("by_year"),
)
FRACTIONS = Departure(
    "keeps fractions of a penny to the end, where coprod rounds each step by the reading of the law that it states",
    switch("fractions"),
)
LOST = Departure(
    "sets a year's average against the weekly limit, so that one fee costs a year's Carer's Allowance, and the tax on it",
    switch("year_of_allowance_lost"),
)
UK = (
    FRACTIONS,
    BY_YEAR,
    LOST,
    Departure(
        "takes 52 weeks at 241.73 and 966.73 as the National Insurance limits of a year: 12,569.96 and 50,269.96",
        switch("weekly_insurance_limits"),
    ),
)
COMPILED = (
    FRACTIONS,
    BY_YEAR,
    Departure(
        "carries projected Universal Credit amounts for 2026-27: its own file says so",
        projected("standard", "protected", "carer", "allowance_with_rent", "allowance_without_rent"),
    ),
    Departure(
        "knows one health element for 2026-27, and so pays a new claimant the projected full amount of 437.66 in place of 217.26",
        projected("new_claimant"),
    ),
    Departure(
        "carries Carer's Allowance of 2024-25 (81.90, limit 151) in 2025-26",
        with_rates(2025, carers_allowance="81.90", carers_limit="151"),
    ),
    Departure(
        "carries a projected Carer's Allowance (83.55, limit 154.04) in 2026-27, where the law has 86.45 and 204",
        projected("carers_allowance", "carers_limit"),
    ),
    Departure("does not count Carer's Allowance as income for Universal Credit", switch("allowance_not_counted")),
    Departure("does not tax Carer's Allowance", switch("allowance_not_taxed")),
    Departure("pays the carer element beside the health element for one person", switch("both_elements")),
)


def reasons(
    rows: list[dict], found: list[float], quantity: str, departures: tuple[Departure, ...], slack: float
) -> list[str] | None:
    """The fewest departures under which the exact model gives the peer's figure, within `slack` pence; `None` where none do."""
    for size in range(len(departures) + 1):
        for chosen in itertools.combinations(departures, size):
            model = Model()
            for departure in chosen:
                model = departure.change(model)
            if abs(float(model.figures(rows)[quantity]) - found) <= slack:
                return [departure.said for departure in chosen]
    return None

"""A small exact model of one household's year, with the peers' departures as switches.

It says why an answer differs: a departure (or the fewest together) that makes this model give the peer's figure is the reason.
It is independent of coprod and of the peers, and holds only what the households of this comparison need.
Money is in pence, as fractions.
"""

from dataclasses import dataclass, field
from fractions import Fraction

WEEKS, MONTHS = 52, 12


@dataclass(frozen=True)
class Rates:
    """A tax year's amounts: of a month for Universal Credit, of a week for Carer's Allowance, of the year for the rest."""

    standard: Fraction
    protected: Fraction
    new_claimant: Fraction
    carer: Fraction
    allowance_with_rent: Fraction
    allowance_without_rent: Fraction
    carers_allowance: Fraction
    carers_limit: Fraction
    lower_limit: Fraction = Fraction(12_570_00)
    upper_limit: Fraction = Fraction(50_270_00)
    personal_allowance: Fraction = Fraction(12_570_00)
    basic_band: Fraction = Fraction(37_700_00)


def rates(*pounds: str) -> Rates:
    """Rates from amounts in pounds."""
    return Rates(*(Fraction(amount) * 100 for amount in pounds))


# SI 2025/295, SI 2025/352; SI 2026/148, SI 2026/218 and the Universal Credit Act 2025 for the two health elements.
LAW = {
    2025: rates("400.14", "423.27", "423.27", "201.68", "411", "684", "83.30", "196"),
    2026: rates("424.90", "429.80", "217.26", "209.34", "427", "710", "86.45", "204"),
}
# What policyengine-uk-compiled 0.66.0 ships for 2026-27: its own file calls the amounts projected.
PROJECTED = rates("413.75", "437.66", "437.66", "208.54", "425", "707", "83.55", "154.04")


@dataclass(frozen=True)
class Model:
    """The rules in force, and the departures switched on."""

    rates: dict[int, Rates] = field(default_factory=lambda: dict(LAW))
    weekly_insurance_limits: bool = False
    whole_pension_deducted: bool = False
    tax_left_in_test: bool = False
    allowance_not_taxed: bool = False
    allowance_not_counted: bool = False
    both_elements: bool = False
    tax_of_allowance_off_earnings: bool = False

    def tax(self, income: Fraction, year: int) -> Fraction:
        """Income tax of a year on income, rest of the United Kingdom, below the taper of the personal allowance."""
        known = self.rates[year]
        taxed = max(Fraction(0), income - known.personal_allowance)
        return taxed / 5 + max(Fraction(0), taxed - known.basic_band) / 5

    def insurance(self, wages: Fraction, year: int) -> Fraction:
        """Class 1 contributions of a year on an annual basis."""
        known = self.rates[year]
        lower, upper = known.lower_limit, known.upper_limit
        if self.weekly_insurance_limits:
            lower, upper = (Fraction(int(limit / WEEKS + Fraction(1, 2)) * WEEKS) for limit in (lower, upper))
        main = max(Fraction(0), min(wages, upper) - lower)
        return main * Fraction(8, 100) + max(Fraction(0), wages - upper) * Fraction(2, 100)

    def year(self, row: dict) -> dict[str, Fraction]:
        """A year's tax and insurance, a week's Carer's Allowance and a month's Universal Credit."""
        year, wages, pension = row["year"], Fraction(row["wages"]), Fraction(row.get("pension", 0))
        known = self.rates[year]
        insurance = self.insurance(wages, year)
        tested = wages - insurance - (pension if self.whole_pension_deducted else pension / 2)
        if not self.tax_left_in_test:
            tested -= self.tax(wages - pension, year)
        entitled = row["carer"] and int(tested / WEEKS) <= known.carers_limit
        allowance = known.carers_allowance if entitled else Fraction(0)
        on_wages = self.tax(wages - pension, year)
        tax = on_wages if self.allowance_not_taxed else self.tax(wages - pension + allowance * WEEKS, year)
        off_earnings = tax if self.tax_of_allowance_off_earnings else on_wages
        elements = known.standard + row["rent"]
        capability = row["limited_capability"]
        if capability != "none":
            elements += known.protected if capability == "protected" else known.new_claimant
        if row["carer"] and (capability == "none" or self.both_elements):
            elements += known.carer
        work_allowance = Fraction(0)
        if capability != "none":
            work_allowance = known.allowance_with_rent if row["rent"] else known.allowance_without_rent
        earned = max(Fraction(0), (wages - off_earnings - insurance - pension) / MONTHS - work_allowance)
        unearned = Fraction(0) if self.allowance_not_counted else allowance * WEEKS / MONTHS
        credit = max(Fraction(0), elements - earned * Fraction(55, 100) - unearned)
        return {"tax": tax, "insurance": insurance, "allowance": allowance, "credit": credit}


QUANTITIES = ["tax on the fee", "insurance on the fee", "allowance before", "allowance after", "credit before", "credit after"]


def six(years: list[dict]) -> dict:
    """The six compared figures, from the years without the fee, with it once and with it every month."""
    without, once, monthly = years
    return dict(
        zip(
            QUANTITIES,
            [
                once["tax"] - without["tax"],
                once["insurance"] - without["insurance"],
                without["allowance"],
                monthly["allowance"],
                without["credit"],
                monthly["credit"],
            ],
            strict=True,
        )
    )

"""A small exact model of one household's year, with the peers' departures as switches.

It says why an answer differs: a departure (or the fewest together) that makes this model give the peer's figure is the reason.
It is independent of coprod and of the peers, and holds only what the households of this comparison need.
Money is in pence, as fractions.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction

WEEKS, MONTHS = 52, 12

# 1257L: a month's share of 2,579 and of twice 5,000 pounds, each rounded up to the penny.
FREE_PAY = Fraction(214_92 + 2 * 416_67)


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


def half_up(pence: Fraction) -> Fraction:
    """The nearest penny, exactly half of one up."""
    return Fraction((pence + Fraction(1, 2)) // 1)


def half_down(pence: Fraction) -> int:
    """The nearest penny, exactly half of one down: class 1 contributions, SI 2001/1004 reg 12(1)."""
    return -((Fraction(1, 2) - pence) // 1)


@dataclass(frozen=True)
class Model:
    """The rules in force, and the departures switched on. With none it goes by the payroll's month, as the law does."""

    rates: dict[int, Rates] = field(default_factory=lambda: dict(LAW))
    fractions: bool = False
    by_year: bool = False
    weekly_insurance_limits: bool = False
    whole_pension_deducted: bool = False
    year_of_allowance_lost: bool = False
    allowance_not_taxed: bool = False
    allowance_not_counted: bool = False
    both_elements: bool = False

    def tax(self, income: Fraction, year: int) -> Fraction:
        """Income tax of a year on income, rest of the United Kingdom, below the taper of the personal allowance."""
        known = self.rates[year]
        taxed = max(Fraction(0), income - known.personal_allowance)
        basic, higher = min(taxed, known.basic_band) / 5, max(Fraction(0), taxed - known.basic_band) * 2 / 5
        return basic + higher if self.fractions else Fraction(basic // 1 + higher // 1)

    def tax_of_month(self, pay: Fraction, year: int) -> Fraction:
        """Tax withheld from a month's pay under 1257L M1, by the tax office's tables: whole pounds taxed, pennies cut off."""
        taxed = max(Fraction(0), pay - FREE_PAY) // 100 * 100
        return Fraction((taxed / 5 + max(Fraction(0), taxed - self.rates[year].basic_band / MONTHS) / 5) // 1)

    def insurance(self, wages: Fraction, year: int) -> Fraction:
        """Class 1 contributions of a year on an annual basis."""
        known = self.rates[year]
        lower, upper = known.lower_limit, known.upper_limit
        if self.weekly_insurance_limits:
            lower, upper = (Fraction(int(limit / WEEKS + Fraction(1, 2)) * WEEKS) for limit in (lower, upper))
        return contributions(wages, lower, upper)

    def insurance_of_month(self, pay: Fraction) -> Fraction:
        """Class 1 contributions of a month by its own limits."""
        return Fraction(half_down(contributions(pay, Fraction(1_048_00), Fraction(4_189_00))))

    def entitled(self, row: dict) -> bool:
        """Whether Carer's Allowance is due on the week's share of the year's net earnings."""
        year, wages, pension = row["year"], Fraction(row["wages"]), Fraction(row.get("pension", 0))
        deducted = pension if self.whole_pension_deducted else pension / 2
        net = wages - self.tax(wages - pension, year) - self.insurance(wages, year) - deducted
        return row["carer"] and net // WEEKS <= self.rates[year].carers_limit

    def allowance(self, row: dict) -> Fraction:
        """Carer's Allowance of a week."""
        return self.rates[row["year"]].carers_allowance if self.entitled(row) else Fraction(0)

    def maximum(self, row: dict) -> Fraction:
        """Universal Credit of a month before anything is taken off."""
        known, capability = self.rates[row["year"]], row["limited_capability"]
        elements = known.standard + row["rent"]
        if capability != "none":
            elements += known.protected if capability == "protected" else known.new_claimant
        if row["carer"] and (capability == "none" or self.both_elements):
            elements += known.carer
        return elements

    def net_of_month(self, pay: Fraction, year: int) -> Fraction:
        """A month's pay without tax and insurance, by the payroll's month."""
        return pay - self.tax_of_month(pay, year) - self.insurance_of_month(pay)

    def credit(self, row: dict) -> Fraction:
        """Universal Credit of a month: the tapered part and each income rounded before they are deducted."""
        year, wages = row["year"], Fraction(row["wages"])
        known, capability = self.rates[year], row["limited_capability"]
        free = Fraction(0)
        if capability != "none":
            free = known.allowance_with_rent if row["rent"] else known.allowance_without_rent
        month = wages / MONTHS
        if self.by_year:
            net = month - (replace(self, fractions=True).tax(wages, year) + self.insurance(wages, year)) / MONTHS
        else:
            net = self.net_of_month(month, year)
        unearned = Fraction(0) if self.allowance_not_counted else self.allowance(row) * WEEKS / MONTHS
        taper = max(Fraction(0), net - free) * Fraction(55, 100)
        if not self.fractions:
            taper, unearned = half_up(taper), half_up(unearned)
        return max(Fraction(0), self.maximum(row) - taper - unearned)

    def figures(self, rows: list[dict]) -> dict[str, Fraction]:
        """The six compared figures, from the years without the fee, with it once and with it in every month."""
        without, once, monthly = rows
        year = without["year"]
        before = self.allowance(without) * WEEKS
        after = self.allowance(once) * WEEKS if self.year_of_allowance_lost else before
        if self.allowance_not_taxed:
            before = after = Fraction(0)
        wages, more = Fraction(without["wages"]), Fraction(monthly["wages"])
        if self.by_year:
            insurance = (self.insurance(more, year) - self.insurance(wages, year)) / MONTHS
        else:
            insurance = self.insurance_of_month(more / MONTHS) - self.insurance_of_month(wages / MONTHS)
        values = [
            self.tax(once["wages"] + after, year) - self.tax(wages + before, year),
            insurance,
            self.allowance(without),
            self.allowance(monthly),
            self.credit(without),
            self.credit(monthly),
        ]
        return dict(zip(QUANTITIES, values, strict=True))


QUANTITIES = [
    "tax of the year on the fee",
    "insurance of the month on the fee",
    "allowance before",
    "allowance after",
    "credit before",
    "credit after",
]


def contributions(pay: Fraction, lower: Fraction, upper: Fraction) -> Fraction:
    """Class 1 contributions on pay between and above two limits."""
    return max(Fraction(0), min(pay, upper) - lower) * Fraction(8, 100) + max(Fraction(0), pay - upper) * Fraction(2, 100)

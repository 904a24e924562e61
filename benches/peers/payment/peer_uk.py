"""Asks policyengine-uk, in pounds a year: tax, National Insurance, Carer's Allowance and Universal Credit.

Rows come on standard input.
"""

import warnings

from measure import Compute, report

ASKED = ["income_tax", "national_insurance", "carers_allowance", "universal_credit"]


def load() -> Compute:
    """Imports the package, and gives the function that asks it."""
    warnings.filterwarnings("ignore")
    import numpy as np
    import pandas as pd
    from policyengine_uk import Simulation
    from policyengine_uk.data import UKMultiYearDataset, UKSingleYearDataset

    def compute(rows: list[dict], year: int) -> list[list[float]]:
        """One simulation over a table of households, each its own person and benefit unit.

        Take-up and the random deductions of survey data are switched off; rent is social, so that no local limit applies.
        """
        ids = np.arange(len(rows))
        person = pd.DataFrame(
            {
                "person_id": ids,
                "person_benunit_id": ids,
                "person_household_id": ids,
                "age": 30.0,
                "employment_income": [row["wages"] / 100 for row in rows],
                "employee_pension_contributions": [row.get("pension", 0) / 100 for row in rows],
                "care_hours": [35.0 if row["carer"] else 0.0 for row in rows],
                "uc_limited_capability_for_WRA": [row["limited_capability"] != "none" for row in rows],
            }
        )
        benunit = pd.DataFrame(
            {
                "benunit_id": ids,
                "would_claim_uc": True,
                "uc_deduction_random_draw": 1.0,
                "uc_receives_new_claimant_health_element": [row["limited_capability"] == "new" for row in rows],
            }
        )
        household = pd.DataFrame(
            {
                "household_id": ids,
                "household_weight": 1.0,
                "region": "NORTH_WEST",
                "tenure_type": ["RENT_FROM_COUNCIL" if row["rent"] else "OWNED_OUTRIGHT" for row in rows],
                "rent": [12 * row["rent"] / 100 for row in rows],
            }
        )
        single = UKSingleYearDataset(person=person, benunit=benunit, household=household, fiscal_year=year)
        simulation = Simulation(dataset=UKMultiYearDataset(datasets=[single]))
        columns = [np.asarray(simulation.calculate(name, year), dtype=float) for name in ASKED]
        return np.column_stack(columns).tolist()

    return compute


report(load)

"""Asks policyengine-uk-compiled, in pounds a year: tax, National Insurance, Carer's Allowance and Universal Credit.

Rows come on standard input.
"""

import contextlib
import io

from measure import Compute, report


def load() -> Compute:
    """Imports the package, which prints a notice as it loads, and gives the function that asks it."""
    import pandas as pd

    with contextlib.redirect_stdout(io.StringIO()):
        from policyengine_uk_compiled import Simulation
        from policyengine_uk_compiled.engine import BENUNIT_DEFAULTS, HOUSEHOLD_DEFAULTS, PERSON_DEFAULTS

    def compute(rows: list[dict], year: int) -> list[list[float]]:
        """One call over a table of households, each its own person and benefit unit, all claiming what they can."""
        people, units, homes = [], [], []
        for number, row in enumerate(rows):
            rent = row["rent"] / 100
            ids = {"benunit_id": number, "household_id": number}
            people.append(
                {
                    **PERSON_DEFAULTS,
                    **ids,
                    "person_id": number,
                    "employment_income": row["wages"] / 100,
                    "employee_pension_contributions": row.get("pension", 0) / 100,
                    "is_carer": row["carer"],
                    "is_self_identified_carer": row["carer"],
                    "has_lcwra": row["limited_capability"] != "none",
                }
            )
            units.append({**BENUNIT_DEFAULTS, **ids, "person_ids": str(number), "rent_monthly": rent})
            homes.append(
                {
                    **HOUSEHOLD_DEFAULTS,
                    "household_id": number,
                    "benunit_ids": str(number),
                    "person_ids": str(number),
                    "region": "North West",
                    "rent_annual": 12 * rent,
                    "num_bedrooms": 1,
                }
            )
        simulation = Simulation(
            year=year, persons=pd.DataFrame(people), benunits=pd.DataFrame(units), households=pd.DataFrame(homes)
        )
        found = simulation.run_microdata(timeout=600)
        columns = [
            found.persons["income_tax"],
            found.persons["employee_ni"],
            found.benunits["carers_allowance"],
            found.benunits["universal_credit"],
        ]
        return pd.concat(columns, axis=1).to_numpy(dtype=float).tolist()

    return compute


report(load)

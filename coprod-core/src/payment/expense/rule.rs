//! The rules by which expenses count, in plain words, with their source.

use serde::Serialize;

use crate::parameters::Fact;

/// Where a rule or an amount is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleSource {
    /// The law, policy or publication.
    pub title: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

impl From<Fact> for RuleSource {
    fn from(fact: Fact) -> Self {
        let source = fact.source();
        Self { title: source.title.to_owned(), reference: Some(source.reference.to_owned()) }
    }
}

/// A law or guidance by its title and address.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct Writing {
    pub(in crate::payment) title: &'static str,
    pub(in crate::payment) reference: &'static str,
}

impl From<Writing> for RuleSource {
    fn from(writing: Writing) -> Self {
        Self { title: writing.title.to_owned(), reference: Some(writing.reference.to_owned()) }
    }
}

/// A rule and its source.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct ExpenseRule {
    pub(in crate::payment) text: &'static str,
    pub(in crate::payment) source: Writing,
}

const EXEMPTION: Writing = Writing {
    title: "Exemption for paid or reimbursed expenses, Income Tax (Earnings and Pensions) Act 2003 s. 289A",
    reference: "https://www.legislation.gov.uk/ukpga/2003/1/section/289A",
};

const MILEAGE: Writing = Writing {
    title: "Mileage allowance payments, Income Tax (Earnings and Pensions) Act 2003 ss. 229 to 236",
    reference: "https://www.legislation.gov.uk/ukpga/2003/1/section/229",
};

/// What was spent is repaid against proof.
pub(super) const REPAID: ExpenseRule =
    ExpenseRule { text: "what was spent for the work and is repaid against a receipt is not pay", source: EXEMPTION };

/// Care is repaid against proof.
pub(super) const CARE: ExpenseRule = ExpenseRule {
    text: "what was spent on care and is repaid against a receipt is not pay for somebody who is not employed; for an employee \
           it can be taxable, because care is not a cost of doing the work itself",
    source: Writing {
        title: "Deductions for expenses: the general rule, Income Tax (Earnings and Pensions) Act 2003 s. 336",
        reference: "https://www.legislation.gov.uk/ukpga/2003/1/section/336",
    },
};

/// The organisation pays somebody else.
pub(super) const PAID_DIRECT: ExpenseRule =
    ExpenseRule { text: "the organisation pays for it, so that the person receives no money", source: EXEMPTION };

/// Nothing shows that it was spent.
pub(super) const UNPROVED: ExpenseRule = ExpenseRule {
    text: "without a receipt or another record nothing shows that it was spent, so that it may count as income",
    source: EXEMPTION,
};

/// It is paid whatever was spent.
pub(super) const ROUND_SUM: ExpenseRule = ExpenseRule {
    text: "a round sum is paid whatever was spent, so that it may count as income",
    source: Writing {
        title: "Round sum expense allowances, HMRC Employment Income Manual EIM05100",
        reference: "https://www.gov.uk/hmrc-internal-manuals/employment-income-manual/eim05100",
    },
};

/// Miles at the approved rate.
pub(super) const APPROVED_MILES: ExpenseRule = ExpenseRule {
    text: "miles by one's own vehicle for the work are free of tax up to the approved rate; the ordinary way to a permanent place of \
           work is no journey for the work",
    source: MILEAGE,
};

/// Miles at the organisation's own rate.
pub(super) const OWN_MILES: ExpenseRule = ExpenseRule {
    text: "miles by one's own vehicle for the work are free of tax up to the approved rates, and what is paid above them is taxable",
    source: MILEAGE,
};

/// Passengers at the approved rate.
pub(super) const PASSENGERS: ExpenseRule = ExpenseRule {
    text: "a payment for each passenger who travels to the same work is free of tax up to the approved rate",
    source: MILEAGE,
};

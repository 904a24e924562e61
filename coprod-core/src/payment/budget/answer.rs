//! What a budget says.

use serde::{Deserialize, Serialize};

use super::{NOTHING, csv};
use crate::error::{PaymentError, Pointer};
use crate::payment::Engagement;
use crate::unit::{Id, Money, MoneyOrRange, Ratio};

/// A cost besides what people are paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetCost {
    /// Which section it belongs to.
    pub section: BudgetSection,
    /// What it is for, up to 200 letters.
    pub text: String,
    /// How many, such as hours of staff or hires of a room.
    #[serde(default = "one")]
    pub quantity: Ratio,
    /// What one costs.
    pub unit_cost: Money,
}

const fn one() -> Ratio {
    Ratio::ONE
}

/// A section of a budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BudgetSection {
    /// Fees, with pay for preparing and travelling.
    Fees,
    /// What people are paid back.
    Expenses,
    /// What is paid to others for people: interpreters, replacement care, tickets bought for them.
    PaidForPeople,
    /// What an employer pays on top of fees.
    EmployerCosts,
    /// The time of staff who organise and support.
    StaffTime,
    /// Rooms, food, materials, technology.
    Activities,
    /// Finding people, learning, supervision, advice.
    RecruitmentAndSupport,
    /// Anything else.
    Other,
}

impl BudgetSection {
    /// Every section, in the order of a budget.
    pub(super) const ALL: [Self; 8] = [
        Self::Fees,
        Self::Expenses,
        Self::PaidForPeople,
        Self::EmployerCosts,
        Self::StaffTime,
        Self::Activities,
        Self::RecruitmentAndSupport,
        Self::Other,
    ];

    /// The words for people to read.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Fees => "fees",
            Self::Expenses => "expenses",
            Self::PaidForPeople => "paid for people",
            Self::EmployerCosts => "employer costs",
            Self::StaffTime => "staff time",
            Self::Activities => "activities",
            Self::RecruitmentAndSupport => "recruitment and support",
            Self::Other => "other",
        }
    }
}

/// What involvement costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetAnswer {
    /// Every amount.
    pub lines: Vec<BudgetLine>,
    /// The sum of each section that has a line.
    pub sections: Vec<BudgetSectionTotal>,
    /// The sum of what is known. A range where an employer's cost depends on something unknown.
    pub total: MoneyOrRange,
    /// What is not in the total because nobody has said it.
    pub unknown: Vec<String>,
    /// What to beware of.
    pub warnings: Vec<String>,
    /// What such a budget leaves out.
    pub not_modelled: Vec<&'static str>,
    /// The lines as a table with commas: section, person, text, low, high.
    pub csv: String,
}

/// One amount of a budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetLine {
    /// Its section.
    pub section: BudgetSection,
    /// Who is paid, where it is one person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Id>,
    /// What it is for.
    pub text: String,
    /// The amount.
    pub amount: MoneyOrRange,
    /// Where it stands in the request: a JSON pointer.
    pub at: String,
}

/// The sum of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetSectionTotal {
    /// The section.
    pub section: BudgetSection,
    /// Its sum.
    pub total: MoneyOrRange,
}

/// A budget while it is written.
#[derive(Default)]
pub(super) struct Sheet {
    lines: Vec<BudgetLine>,
    unknown: Vec<String>,
    warnings: Vec<String>,
}

impl Sheet {
    pub(super) fn line(&mut self, section: BudgetSection, at: &Pointer, person: Option<&Id>, text: String, amount: MoneyOrRange) {
        self.lines.push(BudgetLine { section, person: person.cloned(), text, amount, at: at.to_string() });
    }

    pub(super) fn unknown(&mut self, section: BudgetSection, at: &Pointer, work: &Engagement, why: &str) {
        let what = work.activity.as_deref().unwrap_or("the work");
        self.unknown.push(format!("{} for {what} on {} ({at}): {why}", section.words(), work.date.in_words()));
    }

    pub(super) fn warn(&mut self, text: &str) {
        if self.warnings.iter().all(|known| known != text) {
            self.warnings.push(text.to_owned());
        }
    }

    pub(super) fn answer(self) -> Result<BudgetAnswer, PaymentError> {
        let mut sections = Vec::new();
        for section in BudgetSection::ALL {
            let of = || self.lines.iter().filter(|line| line.section == section).map(|line| line.amount);
            if of().next().is_some() {
                sections.push(BudgetSectionTotal { section, total: sum(of())? });
            }
        }
        let total = sum(self.lines.iter().map(|line| line.amount))?;
        Ok(BudgetAnswer {
            csv: csv::table(&self.lines, total),
            lines: self.lines,
            sections,
            total,
            unknown: self.unknown,
            warnings: self.warnings,
            not_modelled: NOT_MODELLED.to_vec(),
        })
    }
}

const NOT_MODELLED: &[&str] = &[
    "the employment allowance, which can cancel an employer's National Insurance",
    "the rate of nought for workers under 21 and for apprentices under 25",
    "other pay from the same payer in the month, which uses up the employer's threshold",
    "an employer's pension contributions and the apprenticeship levy",
    "value added tax and overheads",
];

fn sum(amounts: impl Iterator<Item = MoneyOrRange>) -> Result<MoneyOrRange, PaymentError> {
    let (mut low, mut high) = (NOTHING, NOTHING);
    for amount in amounts {
        low = low.plus(amount.low())?;
        high = high.plus(amount.high())?;
    }
    Ok(MoneyOrRange::new(low, high))
}

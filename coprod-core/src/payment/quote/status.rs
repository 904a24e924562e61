//! Employment status: a question with the facts that matter for it, never a verdict.

use serde::{Deserialize, Serialize};

use crate::payment::RuleSource;
use crate::payment::expense::Writing;
use crate::unit::Known;

/// How the work is arranged, as far as that is known: what employment status hangs on. What is not stated, or `"unknown"`, is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkArrangement {
    /// Whether the person must do the work personally and cannot send somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal_service: Option<Known<bool>>,
    /// Whether the organisation decides how the work is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directed: Option<Known<bool>>,
    /// Whether the organisation sets the hours and the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_set_by_organisation: Option<Known<bool>>,
    /// Whether the work comes again and again, and not once or now and then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regular: Option<Known<bool>>,
    /// Whether the organisation must offer work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub must_be_offered: Option<Known<bool>>,
    /// Whether the person must take work that is offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub must_be_accepted: Option<Known<bool>>,
    /// Whether the person holds an office, such as a seat on a board, that would go on with somebody else in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office_holder: Option<Known<bool>>,
    /// Whether the person offers such work as a business of their own, at their own risk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_business: Option<Known<bool>>,
    /// Whether the fee was agreed before the work, so that the person can ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee_agreed_before: Option<Known<bool>>,
}

/// That employment status has to be checked, and on what it hangs. It is never decided here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckStatus {
    /// What has to be checked.
    pub statement: &'static str,
    /// What hangs on it.
    pub why: &'static str,
    /// The facts that matter, and what is known of them.
    pub facts: Vec<StatusFact>,
    /// Where to check.
    pub where_to_check: Vec<RuleSource>,
}

/// One fact on which employment status hangs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatusFact {
    /// The field of the engagement's `arrangement` that states it.
    pub field: &'static str,
    /// The question.
    pub question: &'static str,
    /// What is known.
    pub answer: StatusAnswer,
    /// How it matters; no single fact decides.
    pub matters: &'static str,
}

/// What is known of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum StatusAnswer {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// It is not known.
    Unknown,
}

const STATEMENT: &str = "check status: whether the person is an employee, a worker, an office holder, self-employed or a volunteer is a \
                         question of law, and this answer does not decide it";

const WHY: &str = "the minimum wage and paid holiday bind for workers and employees; a payroll is needed for employees and office holders; \
                   whoever is self-employed sees to their own tax; benefits treat earnings of each kind by their own rules";

/// Guidance and tools of public bodies.
const WHERE: [Writing; 4] = [
    Writing { title: "GOV.UK: employment status", reference: "https://www.gov.uk/employment-status" },
    Writing {
        title: "HMRC: check employment status for tax",
        reference: "https://www.gov.uk/guidance/check-employment-status-for-tax",
    },
    Writing {
        title: "Acas: employment status, and its helpline",
        reference: "https://www.acas.org.uk/checking-your-employment-rights",
    },
    Writing { title: "Labour Relations Agency, for Northern Ireland", reference: "https://www.lra.org.uk/" },
];

/// The facts that matter, with what is known of them.
pub(super) fn check(arrangement: Option<&WorkArrangement>) -> CheckStatus {
    let none = WorkArrangement::default();
    let known = arrangement.unwrap_or(&none);
    let facts = [
        (
            known.personal_service,
            "personal_service",
            "must the person do the work personally?",
            "a right to send somebody else speaks against employment",
        ),
        (
            known.directed,
            "directed",
            "does the organisation decide how the work is done?",
            "control by the organisation speaks for employment",
        ),
        (
            known.hours_set_by_organisation,
            "hours_set_by_organisation",
            "does the organisation set the hours and the place?",
            "control over hours and place speaks for employment; everybody who comes to a meeting comes at its time",
        ),
        (
            known.regular,
            "regular",
            "does the work come again and again?",
            "regular work speaks for employment, and a single occasion against it",
        ),
        (
            known.must_be_offered,
            "must_be_offered",
            "must the organisation offer work?",
            "without duties on both sides there is hardly an employment; the time of each piece of work may still be one",
        ),
        (
            known.must_be_accepted,
            "must_be_accepted",
            "must the person take work that is offered?",
            "freedom to say no to each piece of work speaks against employment",
        ),
        (
            known.office_holder,
            "office_holder",
            "does the person hold an office, such as a seat on a board?",
            "fees of an office are taxed through a payroll whether or not there is an employment: Income Tax (Earnings and Pensions) Act \
             2003 s. 5",
        ),
        (
            known.own_business,
            "own_business",
            "does the person offer such work as a business of their own?",
            "a business of one's own, at one's own risk, speaks for self-employment",
        ),
        (
            known.fee_agreed_before,
            "fee_agreed_before",
            "was the fee agreed before the work?",
            "a fee that the person can ask for speaks for a contract; a volunteer has a claim to expenses only",
        ),
    ];
    let facts = facts.map(|(known, field, question, matters)| StatusFact { field, question, answer: answer(known), matters });
    CheckStatus { statement: STATEMENT, why: WHY, facts: facts.into(), where_to_check: WHERE.map(RuleSource::from).into() }
}

fn answer(known: Option<Known<bool>>) -> StatusAnswer {
    match known {
        Some(Known::Is(true)) => StatusAnswer::Yes,
        Some(Known::Is(false)) => StatusAnswer::No,
        Some(Known::Unknown) | None => StatusAnswer::Unknown,
    }
}

//! One project through all areas: is it what it says it is, and do power, work and pay go together?

mod alarm;
mod answer;
mod balance;
mod budget;
mod claim;
mod findings;
mod game;
mod keep;
mod pay;
mod power;
mod project;
mod report;
mod steps;
mod watch;
mod work;

pub use alarm::{Alarm, AlarmCode, Severity};
pub use answer::{
    ExampleAnswer, ExampleRequest, OpenQuestion, QuestionReview, QuestionsAnswer, QuestionsRequest, ReviewAnswer, ReviewRequest,
};
pub use balance::{Balance, BalanceRow, HourlyRange, PowerRange};
pub use budget::{BudgetRequest, budget};
pub use claim::ClaimCheck;
pub use keep::{KeptOutlook, KeptReview};
pub use pay::PayReview;
pub use power::{BlocStanding, DecisionPower, MemberStanding};
pub use project::{
    BuiltInQuestion, MOST_PROJECT_ENTRIES, MOST_PROJECT_PEOPLE, Outcome, PersonPayments, Project, ProjectQuestion, QUESTIONS,
    QuestionTheme, Session, Suggestion,
};
pub use report::{ReportAnswer, ReportFormat, ReportRequest, report};
pub use work::WorkReview;

use crate::error::{ErrorReport, Pointer, UnitError};
use crate::participation::{LevelAnswer, LevelRequest, level};
use crate::unit::from_json;
use findings::Findings;

/// The built-in project: a service-user group, coordinated by a member of staff, makes a brochure. The people in it are roles.
const BROCHURE: &str = include_str!("brochure.json");

/// Reviews a project.
///
/// # Errors
/// What is wrong with the project or a part of it, with a pointer into the request.
pub fn review(request: &ReviewRequest) -> Result<ReviewAnswer, ErrorReport> {
    let project = &request.project;
    let root = Pointer::root();
    in_project(|| {
        project.check(&root)?;
        let levels = levels(project)?;
        let (power, unmeasured) = levels.as_ref().map(|levels| power::power(project, levels)).transpose()?.unwrap_or_default();
        let work = work::work(project)?;
        let offers = pay::pay(project, &root)?;
        let kept = keep::kept(project, &root)?;
        let balance = balance::balance(project, &power, &work, &offers)?;
        let findings = Findings { project, power, unmeasured, levels, work, offers, kept };
        let alarms = watch::alarms(&findings)?;
        let claim = claim::check(project, findings.levels.as_ref());
        let questions = answer::questions(project);
        let next_steps = steps::next_steps(&findings, &alarms, &questions);
        let unknown = steps::unknown(&findings);
        let Findings { power, levels, work, offers, kept, .. } = findings;
        Ok(ReviewAnswer {
            title: project.title.clone(),
            as_at: project.as_at,
            power,
            levels,
            work,
            pay: offers,
            kept,
            balance,
            alarms,
            claim,
            questions,
            unknown,
            next_steps,
        })
    })
}

/// The areas point into the project, which stands at `/project` in the request.
fn in_project<T>(work: impl FnOnce() -> Result<T, ErrorReport>) -> Result<T, ErrorReport> {
    work().map_err(|report| ErrorReport { path: format!("/project{}", report.path), ..report })
}

/// The frameworks whose names for the levels a review gives: the oldest ladder, and those most used in the United Kingdom.
const FRAMEWORKS: [&str; 4] = ["arnstein", "tlap_ncag", "iap2", "nihr"];

fn levels(project: &Project) -> Result<Option<LevelAnswer>, ErrorReport> {
    if project.constituencies.is_empty() {
        return Ok(None);
    }
    let request = LevelRequest {
        constituencies: project.constituencies.clone(),
        people: project.people.clone(),
        as_at: project.as_at,
        rules: project.rules.clone(),
        stages: project.stages.clone(),
        decisions: project.decisions.clone(),
        definitions: Vec::new(),
        frameworks: FRAMEWORKS.iter().map(|id| id.parse()).collect::<Result<_, UnitError>>().map_err(ErrorReport::from)?,
    };
    Ok(Some(level(&request)?))
}

/// The built-in project.
///
/// # Errors
/// Never; a fault in the built-in file would be `internal`.
pub fn example(_: &ExampleRequest) -> Result<ExampleAnswer, ErrorReport> {
    let project = from_json(BROCHURE).map_err(ErrorReport::internal)?;
    Ok(ExampleAnswer { project })
}

/// The built-in questions.
///
/// # Errors
/// Never.
pub fn questions(_: &QuestionsRequest) -> Result<QuestionsAnswer, ErrorReport> {
    Ok(QuestionsAnswer { questions: QUESTIONS.to_vec() })
}

#[cfg(test)]
mod tests;

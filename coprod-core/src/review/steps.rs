//! What to do next, and what nobody has said.

use super::alarm::{Alarm, Severity};
use super::answer::QuestionReview;
use super::findings::Findings;

/// At most this many next steps are named: more than a group can take on is no help.
const MOST_STEPS: usize = 8;

/// First what is serious, then the questions that would tell most, then what is open.
pub(super) fn next_steps(findings: &Findings<'_>, alarms: &[Alarm], questions: &QuestionReview) -> Vec<String> {
    let mut steps: Vec<String> = Vec::new();
    let mut add = |step: String| {
        if !steps.contains(&step) {
            steps.push(step);
        }
    };
    for alarm in alarms.iter().filter(|alarm| alarm.severity == Severity::Serious) {
        add(format!("{}: {}", alarm.code.topic(), alarm.remedy));
    }
    let stages = findings.levels.iter().flat_map(|levels| &levels.stages);
    for question in stages.flat_map(|stage| &stage.decisions).filter_map(|decision| decision.narrows_most.as_ref()) {
        add(format!("find out: {}", question.question));
    }
    if let Some(first) = questions.open.first() {
        add(format!("talk about the open questions, first: {}", first.text));
    }
    for alarm in alarms.iter().filter(|alarm| alarm.severity == Severity::Warning) {
        add(format!("{}: {}", alarm.code.topic(), alarm.remedy));
    }
    steps.truncate(MOST_STEPS);
    steps
}

/// Which parts of the project are left out.
pub(super) fn unknown(findings: &Findings<'_>) -> Vec<String> {
    let project = findings.project;
    let left_out = [
        (project.as_at.is_none(), "the day that the review looks at"),
        (project.constituencies.is_empty(), "who has lived experience and who works in the service"),
        (project.decisions.is_empty() && findings.power.is_empty(), "how anything is decided"),
        (project.tasks.is_empty(), "what there is to do"),
        (project.sessions.is_empty(), "which sessions there were, and what it cost people to come"),
        (project.engagements.is_empty(), "what anybody is offered"),
        (project.feedback.is_empty(), "what became of suggestions"),
        (project.questions.is_empty(), "which questions the group has asked itself"),
        (project.claim.is_none(), "what the project says that it is"),
    ];
    let too_much = findings.unmeasured.iter().map(|title| {
        format!("the power over \"{title}\": too much to work out beside the other decisions; ask about it by itself")
    });
    left_out.into_iter().filter(|(missing, _)| *missing).map(|(_, what)| what.to_owned()).chain(too_much).collect()
}

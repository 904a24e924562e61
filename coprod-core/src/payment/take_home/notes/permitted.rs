//! By how much, and in which weeks, the work is more than Employment and Support Allowance permits.

use super::Notes;
use crate::payment::TraceStep;
use crate::payment::take_home::answer::TakeHomeWarningCode as Code;

/// So many weeks are told one by one.
const MOST_WEEKS: usize = 5;

impl Notes {
    /// Says of every week of the trace in which the payments go beyond a limit of permitted work, which limit it is and by how much.
    /// The trace is that of the lowest case; `range` says that there are others.
    pub(in crate::payment::take_home) fn permitted_work(&mut self, trace: &[TraceStep], range: bool) {
        let excess = |step: &&TraceStep| step.rule == "esa.over" && step.value != "0.00";
        let before = |week: &TraceStep| trace.iter().filter(excess).any(|step| !step.with_payments && step.from == week.from);
        let weeks: Vec<&TraceStep> =
            trace.iter().filter(excess).filter(|step| step.with_payments).filter(|step| !before(step)).collect();
        let told: Vec<String> = weeks.iter().filter_map(|step| in_words(step, trace)).take(MOST_WEEKS).collect();
        if told.is_empty() {
            return;
        }
        let case = if range { "on the answers with which least is kept: " } else { "" };
        let more = match weeks.len().saturating_sub(MOST_WEEKS) {
            0 => String::new(),
            1 => "; and one more week".to_owned(),
            count => format!("; and {count} more weeks"),
        };
        self.warn(Code::Cliff, format!("{case}more work than is permitted: {}{more}", told.join("; ")));
    }
}

fn in_words(over: &TraceStep, trace: &[TraceStep]) -> Option<String> {
    let [earnings, limit] = over.of.as_slice() else { return None };
    let step = |number: u32| trace.iter().find(|step| step.step == number);
    let (earnings, limit) = (step(*earnings)?, step(*limit)?);
    let why = match limit.rule {
        "esa.higher_limit" => "the higher limit",
        "esa.supervised_limit" => "the limit for supervised work",
        _ => "the limit that holds where there are too many hours for the higher one",
    };
    let (week, earnings, limit, over) = (over.from?.in_words(), &earnings.value, &limit.value, &over.value);
    Some(format!("in the week from {week} earnings of {earnings} are {over} above {why}, {limit}"))
}

#[cfg(test)]
mod tests;

//! Which open question would narrow a level most: the one whose worse answer leaves the shortest range.

use super::answer::LevelQuestion;
use super::case::{Answered, Case};
use super::evidence::Statement;
use super::scale::LevelRange;

/// The level of several decisions together, given one more answer; everything is possible where there is none.
pub(super) fn together(cases: &[&Case<'_>], answered: Option<&Answered>) -> LevelRange {
    cases.iter().map(|case| case.level(answered).level).reduce(LevelRange::lower).unwrap_or(LevelRange::ALL)
}

/// The question that narrows the range of these decisions most.
pub(super) fn narrows_most(cases: &[&Case<'_>]) -> Option<LevelQuestion> {
    let now = together(cases, None);
    let best = questions(cases)
        .into_iter()
        .map(|(statement, question, ask)| {
            let (if_yes, if_no) = (together(cases, Some(&ask(true))), together(cases, Some(&ask(false))));
            LevelQuestion { statement, question, if_yes: Some(if_yes), if_no: Some(if_no) }
        })
        .filter(|question| question.if_yes != Some(now) || question.if_no != Some(now))
        // The first of those that narrow alike stays.
        .min_by_key(widths);
    let settles = best.as_ref().is_some_and(|best| widths(best).0 < now.width());
    if !settles && now.width() > 0 {
        if let Some(case) = cases.iter().find(|case| case.level(None).by_rule.is_none()) {
            let question = match case.gathered.decision {
                Some(decision) => format!("by which rule is this decided: {}?", decision.label()),
                None => of_stage(),
            };
            return Some(rule_question(question));
        }
        if cases.is_empty() {
            return Some(rule_question(of_stage()));
        }
    }
    best
}

/// What finding the question costs: each may be answered twice for each decision, in every way of counting it.
pub(super) fn work_of_asking(cases: &[&Case<'_>]) -> usize {
    const ONE_INFERENCE: usize = 100;
    let questions = Statement::ALL.len() + cases.iter().map(|case| case.switches.len()).sum::<usize>();
    let ways: usize = cases.iter().map(|case| 1 + case.tries.len()).sum();
    questions.saturating_mul(2 * ONE_INFERENCE).saturating_mul(ways)
}

fn of_stage() -> String {
    "which decisions are made in this stage, and by which rule?".to_owned()
}

fn rule_question(question: String) -> LevelQuestion {
    LevelQuestion { statement: None, question, if_yes: None, if_no: None }
}

/// The width that the worse answer leaves, then that of the better one.
fn widths(question: &LevelQuestion) -> (u8, u8) {
    let (yes, no) = (question.if_yes.map_or(0, LevelRange::width), question.if_no.map_or(0, LevelRange::width));
    (yes.max(no), yes.min(no))
}

type Ask = Box<dyn Fn(bool) -> Answered>;

/// What is open, each question once: statements in their order, then sides and sign-offs.
fn questions(cases: &[&Case<'_>]) -> Vec<(Option<Statement>, String, Ask)> {
    let mut questions: Vec<(Option<Statement>, String, Ask)> = Vec::new();
    let open: Vec<Vec<Statement>> = cases.iter().map(|case| case.open_statements()).collect();
    for statement in Statement::ALL.iter().copied().filter(|statement| open.iter().any(|open| open.contains(statement))) {
        let ask: Ask = Box::new(move |yes| Answered::Statement(statement, yes));
        questions.push((Some(statement), statement.question().to_owned(), ask));
    }
    let mut keys: Vec<&str> = Vec::new();
    for switch in cases.iter().flat_map(|case| &case.switches) {
        if keys.contains(&switch.key.as_str()) {
            continue;
        }
        keys.push(&switch.key);
        let key = switch.key.clone();
        let ask: Ask = Box::new(move |yes| Answered::Switch(key.clone(), yes));
        questions.push((None, switch.question.clone(), ask));
    }
    questions
}

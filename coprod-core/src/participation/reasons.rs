//! Says in plain English how the level of a decision comes about, and what it rests on.

use super::answer::LevelCode;
use super::case::{Case, Counted, Try};
use super::evidence::{Holds, Statement};
use super::infer::{Basis, infer};
use super::powers::Powers;
use super::scale::LevelRange;
use crate::group::labels;
use crate::unit::Id;

/// How the level comes about.
pub(super) fn because(case: &Case<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let level = case.level(None);
    if !case.has_rule() {
        lines.push(if case.gathered.host_decides {
            "the host decides by itself, so that only the evidence counts".to_owned()
        } else {
            "no rule is known, so that the evidence sets the low end and nothing sets the high one".to_owned()
        });
        lines.extend(voice_line(case.gathered.findings.voice(), case));
        return lines;
    }
    if let Some(rule) = &case.rule {
        lines.extend(rule.added.iter().map(|added| format!("beside the group's rule: {}", added.words)));
    }
    lines.extend(
        case.gathered.limits.iter().map(|limit| format!("declared before the work, and so no part of the rule: {limit}")),
    );
    lines.extend(counted_lines(case));
    for statement in case.gathered.findings.disputed() {
        lines.push(format!("raters disagree, so that this is not known: {}", statement.question()));
    }
    if let Some(by_rule) = level.by_rule.filter(|by_rule| *by_rule != level.level) {
        lines.push(format!("if the rule stood it would be {}", by_rule.in_words()));
    }
    lines
}

fn alone(case: &Case<'_>, each: &Try) -> Option<LevelRange> {
    let counted = each.counted.as_ref()?;
    Some(infer(Basis::Rule(&counted.lived), each.ground, &case.gathered.findings).level)
}

/// What the rule lets the sides do. Of several ways of counting, the one that gives the low end and the one that gives the high end,
/// after what holds in both.
fn counted_lines(case: &Case<'_>) -> Vec<String> {
    let of = |each: &Try| match &each.counted {
        None => vec!["the rule can never pass for those who were members, so that it says nothing".to_owned()],
        Some(counted) => rule_lines(case, each, counted),
    };
    let lowest = case.tries.iter().min_by_key(|each| alone(case, each).map_or(0, |level| level.low));
    let highest = case.tries.iter().max_by_key(|each| alone(case, each).map_or(6, |level| level.high));
    let Some((lowest, highest)) = lowest.zip(highest) else { return Vec::new() };
    let (low, high) = (of(lowest), of(highest));
    let mut lines: Vec<String> = low.iter().filter(|line| high.contains(line)).cloned().collect();
    for (each, own, other) in [(lowest, &low, &high), (highest, &high, &low)] {
        let only: Vec<&str> = own.iter().filter(|line| !other.contains(line)).map(String::as_str).collect();
        if !only.is_empty() {
            lines.push(format!("{}: {}", way(case, each), only.join("; ")));
        }
    }
    lines
}

/// The open facts of one way of counting, as its condition.
fn way(case: &Case<'_>, each: &Try) -> String {
    let answers = case.switches.iter().zip(&each.answers);
    let said: Vec<String> =
        answers.map(|(switch, yes)| format!("\"{}\" is {}", switch.question, if *yes { "yes" } else { "no" })).collect();
    format!("if the answer to {}", said.join(" and to "))
}

fn rule_lines(case: &Case<'_>, each: &Try, counted: &Counted) -> Vec<String> {
    let mut lines = Vec::new();
    let findings = &case.gathered.findings;
    let powers = &counted.lived;
    if each.sides.lived.is_empty() {
        lines.push("nobody with lived experience was a member".to_owned());
    } else {
        let (lived, host) = (names(case, &each.sides.lived), names(case, &each.sides.host));
        lines.push(format!("the lived side was {lived}; the host side was {host}"));
    }
    lines.extend(power_lines(powers));
    let voice = findings.with_seats(powers.seat_only, powers.votes).voice();
    let decided_by_voice =
        !powers.decides_if_all_attend && !powers.blocks_somehow && !powers.matters && !powers.host_needs_others_somehow;
    if decided_by_voice {
        lines.extend(voice_line(voice, case));
    }
    lines.extend(ground_lines(case, each, voice));
    if powers.decides_if_all_attend {
        lines.extend(control_line(case));
    }
    lines
}

fn power_lines(powers: &Powers) -> Vec<String> {
    let mut lines = Vec::new();
    lines.push(
        match (powers.decides, powers.decides_if_all_attend) {
            (true, _) => "together the lived side can decide, whatever the others do",
            (false, true) => "together the lived side can decide if everybody attends, and not if others stay away",
            (false, false) => "the lived side cannot decide alone",
        }
        .to_owned(),
    );
    lines.push(
        match (powers.blocks, powers.blocks_somehow) {
            (true, _) => "together the lived side can block by voting",
            (false, true) => "the lived side can block only by staying away or if everybody attends",
            (false, false) => "the lived side cannot block",
        }
        .to_owned(),
    );
    if !powers.blocks && powers.host_needs_others {
        lines.push("the host side alone cannot pass anything: only with independent third parties".to_owned());
    }
    if powers.decides_if_all_attend && !powers.blocks_somehow && !powers.host_needs_others_somehow {
        lines.push("each could decide against the other, so that it depends on who moves first".to_owned());
    }
    if !powers.decides_if_all_attend && !powers.blocks_somehow {
        lines.push(if powers.matters { "its votes can matter" } else { "its votes can never matter" }.to_owned());
    }
    lines
}

fn voice_line(voice: LevelRange, case: &Case<'_>) -> Vec<String> {
    let given = |statement: &Statement| case.gathered.findings.holds(*statement) != Holds::Unknown;
    let from = if [Statement::Told, Statement::AskedBefore, Statement::ReplyOwed].iter().any(given) {
        "the evidence"
    } else {
        "what is known"
    };
    vec![format!("{from} about being told, asked and answered supports {}", voice.in_words())]
}

fn ground_lines(case: &Case<'_>, each: &Try, voice: LevelRange) -> Vec<String> {
    let findings = &case.gathered.findings;
    let mut lines = Vec::new();
    let evidence_level = LevelRange { low: voice.low, high: voice.low }.in_words();
    let late = each.ground.late_sign_off;
    if late {
        lines.push(
            "a sign-off that was not declared in time can stop the decision, so that it is at most P3 (involved)".to_owned(),
        );
    }
    match findings.holds(Statement::NoPowerOutsideRule) {
        Holds::Yes => {}
        Holds::No if late => {}
        Holds::No if each.ground.power_named => lines.push(
            "somebody outside the rule can stop the decision or make it, so that it is at most P3 (involved)".to_owned(),
        ),
        Holds::No => lines.push(format!(
            "somebody outside the rule can stop the decision or make it, so that it is at most P3 (involved), and who is not named, so that the low end is at most {evidence_level}"
        )),
        Holds::Unknown => lines.push(format!(
            "whether somebody {}outside the rule can stop the decision or make it is not known, so that the low end is at most {evidence_level}",
            if late { "else " } else { "" }
        )),
    }
    match findings.holds(Statement::RuleChangeNeedsLived) {
        Holds::Yes => {}
        Holds::No => lines.push("the rule can be changed without the lived side, so that it is at most P3 (involved)".to_owned()),
        Holds::Unknown => {
            lines.push("whether the rule can be changed without the lived side is not known, so that the low end is at most P3 (involved)".to_owned());
        }
    }
    match findings.holds(Statement::DeadlockChangesNothing) {
        _ if case.fallback_named => {}
        Holds::Yes => {}
        Holds::No => lines
            .push("failing to decide changes something, and what is not named, so that it is at most P3 (involved)".to_owned()),
        Holds::Unknown => {
            lines.push(format!(
                "whether failing to decide changes anything is not known, so that the low end is at most {evidence_level}"
            ));
        }
    }
    lines
}

fn control_line(case: &Case<'_>) -> Option<String> {
    let controls = [
        (Statement::LivedControlRules, "the rules"),
        (Statement::LivedControlAgenda, "the agenda"),
        (Statement::LivedControlResources, "the resources"),
    ];
    let which = |holds: Holds| -> Vec<&str> {
        controls
            .iter()
            .filter(|(statement, _)| case.gathered.findings.holds(*statement) == holds)
            .map(|(_, words)| *words)
            .collect()
    };
    let (denied, unknown) = (which(Holds::No), which(Holds::Unknown));
    if !denied.is_empty() {
        return Some(format!("the lived side does not control {}, so that it is not P6 (lived-led)", denied.join(" and ")));
    }
    if unknown.is_empty() {
        return Some("the lived side controls the rules, the agenda and the resources".to_owned());
    }
    Some(format!(
        "whether the lived side controls {} is not known, which parts P5 (delegated) from P6 (lived-led)",
        unknown.join(", ")
    ))
}

fn names(case: &Case<'_>, members: &[usize]) -> String {
    let Some(rule) = &case.rule else { return String::new() };
    let ids: Vec<Id> = members.iter().filter_map(|member| rule.members.get(*member)).map(|member| member.id.clone()).collect();
    labels(case.gathered.people, &ids)
}

/// What the level rests on that nobody has stated.
pub(super) fn assumes(case: &Case<'_>, gone: &[Id]) -> Vec<String> {
    let mut lines = Vec::new();
    if case.gathered.date.is_none() {
        lines.push("the decision has no date: everybody who has not left counts as a member".to_owned());
    }
    let by_seat = case.tries.iter().any(|each| {
        let Some(counted) = &each.counted else { return false };
        let unseated = Powers { votes: false, seat_only: false, ..counted.lived };
        let level = |powers: &Powers| infer(Basis::Rule(powers), each.ground, &case.gathered.findings);
        level(&counted.lived) != level(&unseated)
    });
    if by_seat {
        lines.push("having a vote counts as being asked before the decision, and a seat without a vote as being told, unless evidence says no".to_owned());
    }
    if !case.switches.is_empty() {
        lines.push("what is not stated is counted each way, and the range spans the results".to_owned());
    }
    if !gone.is_empty() {
        let names = labels(case.gathered.people, gone);
        lines.push(format!("not members on that day, so that their powers beside the rule do not count: {names}"));
    }
    lines
}

/// What is worth knowing beside the level, as far as it holds in every way of counting.
pub(super) fn codes(case: &Case<'_>) -> Vec<LevelCode> {
    if !case.has_rule() {
        return vec![if case.gathered.host_decides { LevelCode::HostDecides } else { LevelCode::NoRuleKnown }];
    }
    let never = case.tries.iter().all(|each| each.counted.is_none());
    let in_every_way = |holds: &dyn Fn(&Try, &Counted) -> bool| {
        case.tries.iter().all(|each| each.counted.as_ref().is_some_and(|counted| holds(each, counted)))
    };
    let checks: [(LevelCode, bool); 8] = [
        (LevelCode::RuleNeverPasses, never),
        (LevelCode::NoLivedMember, case.tries.iter().all(|each| each.sides.lived.is_empty())),
        (
            LevelCode::LivedVotesNeverMatter,
            in_every_way(&|each, counted| {
                !each.sides.lived.is_empty() && !counted.lived.matters && !counted.lived.blocks_somehow
            }),
        ),
        (
            LevelCode::EitherSideAlone,
            in_every_way(&|_, counted| counted.lived.decides && !counted.lived.blocks && !counted.lived.host_needs_others),
        ),
        (
            LevelCode::OutvotedOnlyWithThirdParties,
            in_every_way(&|_, counted| !counted.lived.blocks && counted.lived.host_needs_others),
        ),
        (LevelCode::NeedsEveryLivedMember, in_every_way(&|_, counted| counted.lived.needs_all)),
        (LevelCode::OneSidedVeto, in_every_way(&|_, counted| counted.balance.one_sided_veto)),
        (LevelCode::LateSignOff, case.tries.iter().all(|each| each.ground.late_sign_off)),
    ];
    checks.into_iter().filter(|(_, holds)| *holds).map(|(code, _)| code).collect()
}

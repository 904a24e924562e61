//! A rule as one sentence, with brackets around its parts.

use std::collections::BTreeSet;
use std::iter::Peekable;

use crate::power::rule::{Rule, Rules, explain};

/// What a rule says in another line of the same part.
const UNLESS: &str = "unless this holds as well:";

/// How a rule says that it uses another.
const CALLED: &str = "the rule called ";

/// The rule in words: parts of a part in brackets, and the rules that it uses by name after it.
pub(super) fn requirement(rule: &Rule, rules: &Rules) -> String {
    let mut sentences = vec![sentence(rule)];
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut left = called(rule);
    while let Some(name) = left.pop() {
        let Some(used) = rules.get(name.as_str()).filter(|_| known.insert(name.clone())) else { continue };
        sentences.push(format!("{CALLED}{name} is: ({})", sentence(used)));
        left.extend(called(used));
    }
    sentences.join("; ")
}

/// The names of the rules that this one uses, the last first.
fn called(rule: &Rule) -> Vec<String> {
    explain(rule).iter().rev().filter_map(|line| line.trim_start().strip_prefix(CALLED)).map(ToOwned::to_owned).collect()
}

fn sentence(rule: &Rule) -> String {
    let lines = explain(rule);
    // Each level is two spaces further in.
    let deep = |line: &str| line.len().saturating_sub(line.trim_start().len()) / 2;
    parts(&mut lines.iter().map(|line| (deep(line), line.trim_start())).peekable(), 0).join(", ")
}

/// The parts at this depth, each with its own parts in brackets. It calls itself once for each level of the rule, of which there are few.
fn parts<'a>(lines: &mut Peekable<impl Iterator<Item = (usize, &'a str)>>, depth: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    while let Some((_, line)) = lines.next_if(|(own, _)| *own >= depth) {
        let within: Vec<String> = parts(&mut *lines, depth + 1).iter().map(|part| format!("({part})")).collect();
        let part = if within.is_empty() { line.to_owned() } else { format!("{line} {}", within.join(", ")) };
        match found.last_mut().filter(|_| line == UNLESS) {
            Some(last) => *last = format!("{last}, {part}"),
            None => found.push(part),
        }
    }
    found
}

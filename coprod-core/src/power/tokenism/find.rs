//! Finds whose votes can matter, with a coalition that shows it, and whose cannot, with certificates.

use std::collections::{BTreeMap, BTreeSet};

use super::certificate::TokenismCertificate;
use super::prove::{by_diagram, by_parts, no_vote};
use super::search::{Found, Steps, search};
use super::sheet::Sheet;
use crate::power::rule::{Compiled, State};
use crate::unit::Id;

/// Finding and proving takes so many steps at most, of one part looked at in one state each: about a second.
pub const MOST_TOKENISM_STEPS: u64 = 60_000_000;

/// What one search may take of them.
pub(super) const MOST_SEARCH_STEPS: u64 = 4_000_000;

/// Whether votes can matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// In this coalition the vote decides: it passes, and fails without.
    Matters(Vec<usize>),
    /// It never does.
    Never,
    /// That would take more work than is allowed.
    Unknown,
}

/// Members who are alike, and what was found about the first of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) members: Vec<usize>,
    pub(super) verdict: Verdict,
}

/// What was found about a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Findings {
    pub(super) kinds: Vec<Kind>,
    pub(super) certificates: Vec<TokenismCertificate>,
    /// Member by member: the number of the certificate.
    pub(super) certified: Vec<Option<usize>>,
    numbers: BTreeMap<Id, usize>,
}

/// Work for one search out of what is left for all.
pub(super) fn part_of(steps: &mut Steps) -> Steps {
    let part = steps.0.min(MOST_SEARCH_STEPS);
    steps.0 -= part;
    Steps(part)
}

/// Whether the vote of `member` can matter.
pub(super) fn verdict(sheet: &Sheet, kinds: &[Vec<usize>], member: usize, steps: &mut Steps) -> Verdict {
    if sheet.points(member).is_empty() {
        return Verdict::Never;
    }
    let others = |kind: &Vec<usize>| kind.iter().copied().filter(|other| *other != member).collect::<Vec<usize>>();
    let mut groups: Vec<Vec<usize>> = kinds.iter().map(others).filter(|group| !group.is_empty()).collect();
    sheet.sort(&mut groups);
    let mut own = part_of(steps);
    let found = search(sheet, &[member], &groups, &mut own);
    steps.0 += own.0;
    match found {
        Found::Never(..) => Verdict::Never,
        Found::TooMuch => Verdict::Unknown,
        Found::Decides(counts) => {
            let with = groups.iter().zip(counts).flat_map(|(group, count)| group.iter().copied().take(count));
            let mut with: Vec<usize> = with.chain([member]).collect();
            with.sort_unstable();
            Verdict::Matters(with)
        }
    }
}

impl Findings {
    /// Looks at every kind of member, and proves what can be proved.
    pub(super) fn of(rule: &Compiled, sheet: &Sheet, steps: &mut Steps) -> Self {
        let (groups, silent) = sheet.kinds();
        let mut kinds = Vec::with_capacity(groups.len() + 1);
        for (done, members) in groups.iter().enumerate() {
            let first = members.first().copied().unwrap_or(0);
            let verdict = match verdict(sheet, &groups, first, steps) {
                Verdict::Matters(with) => {
                    // What makes a coalition short must not cost the others theirs.
                    let mut own = Steps(steps.0 / (groups.len() - done).max(1) as u64);
                    steps.0 -= own.0;
                    let with = smaller(rule, with, first, &mut own);
                    steps.0 += own.0;
                    Verdict::Matters(with)
                }
                // An argument part by part can be short where a search is long.
                Verdict::Unknown if by_parts(rule, sheet, members, steps).is_some() => Verdict::Never,
                other => other,
            };
            kinds.push(Kind { members: members.clone(), verdict });
        }
        let idle: Vec<&Kind> = kinds.iter().filter(|kind| kind.verdict == Verdict::Never).collect();
        let mut found = Self {
            certificates: Vec::new(),
            certified: vec![None; rule.len()],
            kinds: Vec::new(),
            numbers: rule.ids().iter().cloned().zip(0..).collect(),
        };
        if !silent.is_empty() {
            found.add(&silent, no_vote(rule, &silent));
        }
        found.prove(rule, sheet, &idle, steps);
        if !silent.is_empty() {
            kinds.push(Kind { members: silent, verdict: Verdict::Never });
        }
        found.kinds = kinds;
        found
    }

    fn add(&mut self, members: &[usize], certificate: TokenismCertificate) {
        for member in members {
            if let Some(own) = self.certified.get_mut(*member) {
                *own = Some(self.certificates.len());
            }
        }
        self.certificates.push(certificate);
    }

    /// All of them at once part by part, if that will do: the shortest. Otherwise those for whom it will, and a diagram for the rest.
    fn prove(&mut self, rule: &Compiled, sheet: &Sheet, idle: &[&Kind], steps: &mut Steps) {
        let together = |kinds: &[&Kind]| -> Vec<usize> {
            let mut members: Vec<usize> = kinds.iter().flat_map(|kind| kind.members.iter().copied()).collect();
            members.sort_unstable();
            members
        };
        let everybody = together(idle);
        if everybody.is_empty() {
            return;
        }
        if let Some(certificate) = by_parts(rule, sheet, &everybody, steps) {
            return self.add(&everybody, certificate);
        }
        let mut rest: Vec<&Kind> = Vec::new();
        for kind in idle {
            match by_parts(rule, sheet, &kind.members, steps) {
                Some(certificate) => self.add(&kind.members, certificate),
                None => rest.push(kind),
            }
        }
        let others = together(&rest);
        let mut own = part_of(steps);
        let joint = if others.is_empty() { None } else { by_diagram(rule, sheet, &others, &mut own) };
        steps.0 += own.0;
        if let Some(certificate) = joint {
            return self.add(&others, certificate);
        }
        for kind in rest {
            let mut own = part_of(steps);
            if let Some(certificate) = by_diagram(rule, sheet, &kind.members, &mut own) {
                self.add(&kind.members, certificate);
            }
            steps.0 += own.0;
        }
    }

    /// The number of a member.
    pub(super) fn number(&self, id: &Id) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// What was found about a member; a coalition is that of the kind, with this member in the place of the first.
    pub(super) fn verdict(&self, member: usize) -> Verdict {
        let kind = self.kinds.iter().find(|kind| kind.members.contains(&member));
        match kind.map(|kind| (&kind.verdict, kind.members.first())) {
            Some((Verdict::Matters(with), Some(first))) if !with.contains(&member) => {
                let mut with: Vec<usize> = with.iter().map(|other| if other == first { member } else { *other }).collect();
                with.sort_unstable();
                Verdict::Matters(with)
            }
            Some((verdict, _)) => verdict.clone(),
            None => Verdict::Unknown,
        }
    }
}

/// Whether it passes if exactly these say yes and everybody else objects.
pub(super) fn passes_with(rule: &Compiled, yes: &[usize]) -> bool {
    let yes: BTreeSet<usize> = yes.iter().copied().collect();
    let states: Vec<State> =
        (0..rule.len()).map(|member| if yes.contains(&member) { State::Yes } else { State::Object }).collect();
    rule.passes(&states)
}

/// The same coalition without all those who can be left out one after another, so that it is quickly read; as far as the steps go.
fn smaller(rule: &Compiled, mut with: Vec<usize>, member: usize, steps: &mut Steps) -> Vec<usize> {
    for other in with.clone().into_iter().filter(|other| *other != member) {
        if !steps.spend(8 * rule.len()) {
            break;
        }
        let less: Vec<usize> = with.iter().copied().filter(|own| *own != other).collect();
        if passes_with(rule, &less) {
            with = less;
        }
    }
    with
}

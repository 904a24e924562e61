//! Changes tried on behalf of one member: the smallest of each family that gives the member weight.

use super::super::find::{Verdict, passes_with, verdict};
use super::super::search::Steps;
use super::super::sheet::Sheet;
use super::Asked;
use super::family::TokenismFamily;
use crate::error::Pointer;
use crate::power::rule::{Compiled, Rule, Rules};
use crate::unit::Id;

/// Looking for changes takes so many steps at most, of one part looked at in one state each: about half a second.
pub const MOST_CHANGE_STEPS: u64 = 30_000_000;

/// What one trial may take.
pub(super) const MOST_TRIAL_STEPS: u64 = 400_000;

/// A change that was found and tried.
pub(super) struct Change {
    pub(super) part: Option<usize>,
    pub(super) amount: Option<u64>,
    pub(super) statement: String,
    pub(super) rule: Rule,
    pub(super) compiled: Compiled,
    pub(super) by_vote: bool,
    /// Who says yes in a case in which the member decides, the member among them.
    pub(super) with: Vec<usize>,
}

impl Change {
    /// A change after which the member's vote can matter, of the rule as a whole.
    pub(super) fn by(rule: Rule, tried: Tried, statement: String) -> Self {
        Self { part: None, amount: None, statement, rule, by_vote: true, with: tried.with, compiled: tried.compiled }
    }

    /// The same, of one part.
    pub(super) fn in_part(self, part: usize) -> Self {
        Self { part: Some(part), ..self }
    }

    /// The same, by so many votes.
    pub(super) fn of_votes(self, amount: u64) -> Self {
        Self { amount: Some(amount), ..self }
    }

    /// A change after which the member's presence can matter, and the vote as little as before.
    pub(super) fn by_presence(self) -> Self {
        Self { by_vote: false, ..self }
    }
}

/// Changes tried on behalf of one member.
pub(super) struct Trial<'a, 'b> {
    pub(super) asked: &'a Asked<'a>,
    pub(super) member: usize,
    pub(super) constituency: Option<&'a Id>,
    pub(super) steps: &'b mut Steps,
    pub(super) without: Vec<String>,
}

/// A changed rule, checked, and a coalition in which the member decides.
pub(super) struct Tried {
    pub(super) compiled: Compiled,
    pub(super) with: Vec<usize>,
}

/// Whether the member matters after a change.
pub(super) enum Outcome {
    Matters(Tried),
    Never,
    Unknown,
}

impl Trial<'_, '_> {
    /// The smallest change of a family; otherwise `without` says why there is none.
    pub(super) fn smallest(&mut self, family: TokenismFamily) -> Option<Change> {
        if self.constituency.is_none() && matches!(family, TokenismFamily::ConstituencyVote | TokenismFamily::ConstituencyQuorum)
        {
            self.without.push(format!("{}: the members have no constituencies", family.words()));
            return None;
        }
        let mut told = true;
        let found = match family {
            TokenismFamily::MoreVotes => self.votes(true, &mut told),
            TokenismFamily::Joins => self.votes(false, &mut told),
            TokenismFamily::BarLowered => self.bars(true, &mut told),
            TokenismFamily::BarRaised => self.bars(false, &mut told),
            TokenismFamily::ConstituencyVote => self.constituency_vote(&mut told),
            TokenismFamily::MustAgree => self.must_agree(&mut told),
            TokenismFamily::ConstituencyQuorum => self.constituency_quorum(&mut told),
        };
        if !told {
            // A smaller one may be among those that could not be tried.
            self.without.push(format!("{}: trying all of them would take too long", family.words()));
            return None;
        }
        if found.is_none() {
            self.without.push(format!("{}: nothing of that sort does", family.words()));
        }
        found
    }

    pub(super) fn id(&self) -> Option<&Id> {
        self.asked.compiled.ids().get(self.member)
    }

    pub(super) fn name(&self) -> &str {
        self.id().map_or("", Id::as_str)
    }

    pub(super) fn attempt(&mut self, rule: &Rule) -> Outcome {
        let none = Rules::default();
        let Ok(compiled) = Compiled::new(rule, &Pointer::root(), self.asked.roster, &none) else { return Outcome::Never };
        let sheet = Sheet::of(&compiled);
        if !self.steps.spend(compiled.len() + sheet.parts.iter().map(|part| part.points.len()).sum::<usize>()) {
            return Outcome::Unknown;
        }
        let (kinds, _) = sheet.kinds();
        let mut own = Steps(self.steps.0.min(MOST_TRIAL_STEPS));
        self.steps.0 -= own.0;
        let verdict = verdict(&sheet, &kinds, self.member, &mut own);
        self.steps.0 += own.0;
        match verdict {
            Verdict::Matters(with) => Outcome::Matters(Tried { compiled, with }),
            Verdict::Never => Outcome::Never,
            Verdict::Unknown => Outcome::Unknown,
        }
    }
}

/// The case in which the member decides, voted through under the changed rule.
pub(super) fn holds(change: &Change, member: usize) -> bool {
    let without: Vec<usize> = change.with.iter().copied().filter(|other| *other != member).collect();
    !change.by_vote || (passes_with(&change.compiled, &change.with) && !passes_with(&change.compiled, &without))
}

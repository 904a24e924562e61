//! What would be enough for a part of the rule, in whole numbers, with the votes as they are.

use serde::Serialize;

use super::super::rule::{Bar, Base, Leaf, State, Tally, enough, heads_counted, least_enough, tally};
use super::words;
use crate::group::Roster;
use crate::unit::{Count, Id};

/// What the bar of a part counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PartCounts {
    /// Votes that say yes, or their weight.
    Yes,
    /// Those present who do not object.
    WithoutObjection,
    /// Those who must say yes and do.
    SignOffs,
    /// Members who are there, whatever they do.
    Present,
    /// Members who say yes or no.
    Voting,
    /// Parts of the rule that pass.
    Parts,
}

/// The bar of one part in whole numbers. The part passes if `reached` is at least `enough`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartBar {
    /// What is counted.
    pub counts: PartCounts,
    /// Whether weight is counted and not heads.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_weight: bool,
    /// What the share is a share of; absent where the bar is a whole number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// Of how many: the base as it is now, a second vote that was used included.
    pub of: Count,
    /// The least number that is enough of so many. Null where no number is, because there is nothing to take a share of.
    pub enough: Option<Count>,
    /// The number there is, a second vote that was used included.
    pub reached: Count,
    /// How many are missing: 0 if the part passes.
    pub missing: Count,
    /// How many there are beyond what is enough.
    pub to_spare: Count,
    /// Who has a second vote here at a tie, and what it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_vote: Option<SecondVote>,
    /// The same as a plain sentence.
    pub says: String,
}

/// A casting vote: a second vote when yes and no are exactly equal and above zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecondVote {
    /// Who has it.
    pub member: Id,
    /// Whether it was used.
    pub used: bool,
    /// Whether this part passes if exactly half of the votes cast say yes, with the holder's own vote as it is. Null where there can be no
    /// tie or no second vote: the holder did not vote, or the votes cast are an odd number.
    pub passes_a_tie: Option<bool>,
}

/// The bar of a leaf.
pub(super) fn of_leaf(leaf: &Leaf, roster: &Roster, states: &[State]) -> PartBar {
    let did = |member: &usize| states.get(*member).copied().unwrap_or(State::Absent);
    match leaf {
        Leaf::Votes { voters, bar, casting } => of_votes(voters, *bar, *casting, roster, states),
        Leaf::SignOff(holders) => {
            let signed = holders.iter().filter(|holder| did(holder) == State::Yes).count();
            let numbers = Numbers::heads(holders.len(), Some(holders.len()), signed);
            let must = if holders.len() == 1 {
                "1 member must say yes".to_owned()
            } else {
                format!("all {} must say yes", holders.len())
            };
            let says = format!("{must}; {}", numbers.outcome("does", "do"));
            numbers.bar(PartCounts::SignOffs, says)
        }
        Leaf::Consent(among) => {
            let present = heads_counted(false, among, states);
            let objecting = among.iter().filter(|member| did(member) == State::Object).count();
            let numbers = Numbers::heads(present, (present > 0).then_some(present), present.saturating_sub(objecting));
            let says = match (present, objecting) {
                (0, _) => "somebody must be present, and nobody is".to_owned(),
                (_, 0) => format!("nobody of the {present} present may object, and nobody does"),
                (_, 1) => format!("nobody of the {present} present may object, and 1 does"),
                _ => format!("nobody of the {present} present may object, and {objecting} do"),
            };
            numbers.bar(PartCounts::WithoutObjection, says)
        }
    }
}

/// The bar of parts of which so many must pass.
pub(super) fn of_parts(count: usize, passing: usize, all: usize) -> PartBar {
    let numbers = Numbers::heads(all, Some(count), passing);
    let says = format!("at least {count} of {all} parts must pass; {}", numbers.outcome("does", "do"));
    numbers.bar(PartCounts::Parts, says)
}

/// The bar of a quorum.
pub(super) fn of_quorum(cast: bool, heads: usize, counted: usize, all: usize) -> PartBar {
    let numbers = Numbers::heads(all, Some(heads), counted);
    let (counts, must, one, many) = match cast {
        true => (PartCounts::Voting, "vote yes or no", "did", "did"),
        false => (PartCounts::Present, "be present", "is", "are"),
    };
    let says = format!("at least {heads} of {all} members must {must}; {}", numbers.outcome(one, many));
    numbers.bar(counts, says)
}

fn of_votes(voters: &[(usize, u64)], bar: Bar, casting: Option<usize>, roster: &Roster, states: &[State]) -> PartBar {
    let Tally { yes, base, casting_used } = tally(voters, bar, casting, states);
    let by_weight = voters.iter().any(|(_, weight)| *weight > 1);
    let numbers = Numbers { of: base, enough: least_enough(bar, base), reached: yes };
    let second = casting.and_then(|holder| {
        let member = roster.ids().get(holder)?.clone();
        Some(SecondVote {
            member,
            used: casting_used,
            passes_a_tie: passes_a_tie(voters, bar, holder, base, casting_used, states),
        })
    });
    let weigh = if by_weight { "by weight, " } else { "" };
    let mut says = match (bar, numbers.enough) {
        (Bar::Share { of, .. }, None) => format!("{}, and no number is enough of none", words::nothing(of)),
        (Bar::Share { of, .. }, Some(enough)) => {
            format!("{weigh}at least {enough} of the {base} {} must be yes; {}", words::base(of), numbers.outcome("is", "are"))
        }
        (Bar::Count(count), _) => format!("{weigh}at least {count} of {base} must be yes; {}", numbers.outcome("is", "are")),
    };
    match second.as_ref().map(|second| (&second.member, second.used, second.passes_a_tie)) {
        Some((member, true, _)) => says.push_str(&format!("; the second vote of {member} is counted")),
        Some((member, false, Some(passes))) => {
            let does = if passes { "would make it pass" } else { "would not make it pass" };
            says.push_str(&format!("; at a tie the second vote of {member}, as they voted, {does}"));
        }
        _ => {}
    }
    PartBar {
        by_weight,
        base: match bar {
            Bar::Share { of, .. } => Some(of),
            Bar::Count(_) => None,
        },
        second_vote: second,
        ..numbers.bar(PartCounts::Yes, says)
    }
}

/// Whether a tie among the votes cast passes, with the second vote as its holder voted.
fn passes_a_tie(voters: &[(usize, u64)], bar: Bar, holder: usize, base: u64, used: bool, states: &[State]) -> Option<bool> {
    let did = |member: usize| states.get(member).copied().unwrap_or(State::Absent);
    let cast: u64 = voters.iter().filter(|(member, _)| did(*member).is_cast()).map(|(_, weight)| weight).sum();
    let second = did(holder);
    if !second.is_cast() || cast < 2 || cast % 2 == 1 {
        return None;
    }
    let more = u64::from(matches!(bar, Bar::Share { of: Base::Cast, .. }) && !used);
    Some(enough(bar, Tally { yes: cast / 2 + u64::from(second == State::Yes), base: base + more, casting_used: true }))
}

/// What there is and what would do.
struct Numbers {
    of: u64,
    enough: Option<u64>,
    reached: u64,
}

impl Numbers {
    fn heads(of: usize, enough: Option<usize>, reached: usize) -> Self {
        Self { of: of as u64, enough: enough.map(|enough| enough as u64), reached: reached as u64 }
    }

    fn missing(&self) -> u64 {
        self.enough.unwrap_or(1).saturating_sub(self.reached)
    }

    fn to_spare(&self) -> u64 {
        self.enough.map_or(0, |enough| self.reached.saturating_sub(enough))
    }

    fn outcome(&self, one: &str, many: &str) -> String {
        let does = if self.reached == 1 { one } else { many };
        let rest = match (self.missing(), self.to_spare()) {
            (0, 0) => "exactly enough".to_owned(),
            (0, spare) => format!("{spare} to spare"),
            (missing, _) => format!("{missing} missing"),
        };
        format!("{} {does}, {rest}", self.reached)
    }

    fn bar(&self, counts: PartCounts, says: String) -> PartBar {
        PartBar {
            counts,
            by_weight: false,
            base: None,
            of: Count::from(self.of),
            enough: self.enough.map(Count::from),
            reached: Count::from(self.reached),
            missing: Count::from(self.missing()),
            to_spare: Count::from(self.to_spare()),
            second_vote: None,
            says,
        }
    }
}

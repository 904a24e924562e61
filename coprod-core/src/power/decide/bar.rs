//! What would be enough for a part of the rule, in whole numbers, with the votes as they are.

use serde::Serialize;

use super::super::rule::{Bar, Base, Leaf, State, least_enough_with, tally, tie_passes};
use super::meeting::Meeting;
use super::words;
use crate::unit::{Count, Id};

/// What the bar of a part counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PartCounts {
    /// Votes that say yes, or their weight.
    Yes,
    /// Those present, or whose vote somebody present carries, who do not object.
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

/// The bar of one part in whole numbers. The part passes if `reached` is at least `enough`: of the same votes cast, and with the holder of a
/// second vote voting as they did. The second vote itself is not counted in any of the numbers; what it does at a tie is in `enough`. Votes
/// handed over count for those whose they are.
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
    /// Of how many: the base as it is now.
    pub of: Count,
    /// The least number that is enough of so many. Null where no number is, because there is nothing to take a share of.
    pub enough: Option<Count>,
    /// The number there is.
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
    /// What would be `enough` of the same votes cast if the holder said yes. Null where the holder did not vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enough_if_yes: Option<Count>,
    /// What would be `enough` of the same votes cast if the holder said no. Null where the holder did not vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enough_if_no: Option<Count>,
}

/// The bar of a leaf.
pub(super) fn of_leaf(leaf: &Leaf, meeting: &Meeting<'_>) -> PartBar {
    let did = |member: &usize| meeting.did(*member);
    match leaf {
        Leaf::Votes { voters, bar, casting } => of_votes(voters, *bar, *casting, meeting),
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
            let present = among.iter().filter(|member| did(member).is_present()).count();
            let there = if meeting.any_carried(among) { "present or carried" } else { "present" };
            let objecting = among.iter().filter(|member| did(member) == State::Object).count();
            let numbers = Numbers::heads(present, (present > 0).then_some(present), present.saturating_sub(objecting));
            let says = match (present, objecting) {
                (0, _) => "somebody must be present, and nobody is".to_owned(),
                (_, 0) => format!("nobody of the {present} {there} may object, and nobody does"),
                (_, 1) => format!("nobody of the {present} {there} may object, and 1 does"),
                _ => format!("nobody of the {present} {there} may object, and {objecting} do"),
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
    let members = if all == 1 { "member" } else { "members" };
    let says = format!("at least {heads} of {all} {members} must {must}; {}", numbers.outcome(one, many));
    numbers.bar(counts, says)
}

fn of_votes(voters: &[(usize, u64)], bar: Bar, casting: Option<usize>, meeting: &Meeting<'_>) -> PartBar {
    // Plain votes: a second vote is no vote that somebody could change, and it is there only at a tie.
    let plain = tally(voters, bar, None, &meeting.did);
    let by_weight = voters.iter().any(|(_, weight)| *weight > 1);
    let cast: u64 = voters.iter().filter(|(member, _)| meeting.did(*member).is_cast()).map(|(_, weight)| weight).sum();
    let holder = meeting.second(casting);
    let second_did = holder.map_or(State::Absent, |holder| meeting.did(holder));
    let enough_if = |second: State| least_enough_with(bar, cast, plain.base, second);
    let numbers = Numbers { of: plain.base, enough: enough_if(second_did), reached: plain.yes };
    let can_tie = cast >= 2 && cast.is_multiple_of(2);
    let if_voting = |second: State| second_did.is_cast().then(|| enough_if(second)).flatten().map(Count::from);
    let second = holder.and_then(|holder| {
        Some(SecondVote {
            member: meeting.roster.ids().get(holder)?.clone(),
            used: meeting.tally(voters, bar, casting).casting_used,
            passes_a_tie: (second_did.is_cast() && can_tie).then(|| tie_passes(bar, cast, plain.base, second_did)),
            enough_if_yes: if_voting(State::Yes),
            enough_if_no: if_voting(State::No),
        })
    });
    let carried = voters.iter().any(|(member, weight)| *weight > 0 && meeting.any_carried(&[*member]));
    let weigh = if by_weight { "by weight, " } else { "" };
    let mut says = match (bar, numbers.enough) {
        (Bar::Share { of, .. }, None) => format!("{}, and no number is enough of none", words::nothing(of)),
        (Bar::Share { of, share, strict }, Some(enough)) => {
            let needed = match words::is_all(share, strict) {
                true if enough == 1 && plain.base == 1 => "the 1".to_owned(),
                true if enough == plain.base => format!("all {enough}"),
                _ => format!("at least {enough} of the {}", plain.base),
            };
            let base = words::base(of, plain.base, carried);
            format!("{weigh}{needed} {base} must be yes; {}", numbers.outcome("is", "are"))
        }
        (Bar::Count(count), enough) => {
            let enough = enough.unwrap_or(count);
            format!("{weigh}at least {enough} of {} must be yes; {}", plain.base, numbers.outcome("is", "are"))
        }
    };
    if let Some(second) = &second {
        says.push_str(&second_words(second, second_did));
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

/// What the second vote does, and what would be enough if its holder voted the other way.
fn second_words(second: &SecondVote, did: State) -> String {
    let SecondVote { member, used, passes_a_tie, enough_if_yes, enough_if_no } = second;
    let Some(passes) = passes_a_tie else { return String::new() };
    let says_yes = did == State::Yes;
    let mut words = match (used, passes) {
        (true, _) => format!("; at this tie the second vote of {member} says {}", if says_yes { "yes" } else { "no" }),
        (false, true) => format!("; at a tie the second vote of {member}, as they voted, would make it pass"),
        (false, false) => format!("; at a tie the second vote of {member}, as they voted, would not make it pass"),
    };
    let (other, otherwise) = if says_yes { ("no", enough_if_no) } else { ("yes", enough_if_yes) };
    if enough_if_yes != enough_if_no
        && let Some(number) = otherwise
    {
        words.push_str(&format!("; if {member} said {other}, {number} would be enough"));
    }
    words
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

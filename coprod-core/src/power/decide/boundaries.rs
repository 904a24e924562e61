//! How many are enough under a rule, before anybody votes: for each number of votes that may come together, the least number of yes.

use serde::Serialize;

use super::super::rule::{Bar, Base, Compiled, Leaf, Node, State, least_enough, least_enough_with};
use super::bar::PartCounts;
use super::words;
use crate::error::{Pointer, PowerError};
use crate::group::Roster;
use crate::unit::{Count, Id};

/// The boundaries of one rule have so many lines in all at most.
pub const MOST_BOUNDARY_ROWS: usize = 20_000;

/// How many are enough for one part of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartBoundaries {
    /// Which part: its place, from 0, among the `parts` that `power.decide` lists for this rule.
    pub part: usize,
    /// What is counted.
    pub counts: PartCounts,
    /// Whether weight is counted and not heads.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_weight: bool,
    /// What the share is a share of; absent where the bar is a whole number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// The part in words, with what is enough of everybody.
    pub says: String,
    /// For each number that there may be, from 1 to all, how many are enough: every one up to 1000; only all beyond it.
    pub rows: Vec<BoundaryRow>,
    /// Who has a second vote here at a tie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_vote: Option<Id>,
}

/// How many are enough of one number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BoundaryRow {
    /// Of so many: votes cast, members present, members, parts.
    pub of: Count,
    /// So many are enough, and one less is not, where no second vote is used: it is used only if yes and no are equal and its holder votes.
    pub enough: Count,
    /// So many are enough if exactly as many say no and the holder of a second vote says yes, where that is fewer than `enough`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_second_vote: Option<Count>,
    /// So many are needed if the holder of a second vote says no, where that is more than `enough`: with half of the votes cast saying yes it
    /// would be a tie, and the second vote one more no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against_second_vote: Option<Count>,
}

/// Weights beyond this sum get one line, and not one for each number up to them.
const MOST_ROWS_A_PART: u64 = 1_000;

/// The boundaries of every part with a bar.
///
/// # Errors
/// `too_much_work` for more than [`MOST_BOUNDARY_ROWS`] lines.
pub(in crate::power) fn boundaries(rule: &Compiled, roster: &Roster) -> Result<Vec<PartBoundaries>, PowerError> {
    let mut list = List { roster, part: 0, rows: 0, parts: Vec::new() };
    list.node(rule.root());
    if list.rows > MOST_BOUNDARY_ROWS {
        return Err(PowerError::TooMuchWork { path: Pointer::root().key("boundaries") });
    }
    Ok(list.parts)
}

struct List<'a> {
    roster: &'a Roster,
    part: usize,
    rows: usize,
    parts: Vec<PartBoundaries>,
}

impl List<'_> {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Leaf(Leaf::Votes { voters, bar, casting }) => self.votes(voters, *bar, *casting),
            Node::Leaf(Leaf::SignOff(holders)) => {
                let says = format!("{} must say yes", words::names(self.roster, holders));
                self.one(PartCounts::SignOffs, holders.len(), holders.len(), says);
            }
            Node::Leaf(Leaf::Consent(among)) => {
                let says = format!("{}nobody may object", words::among(self.roster, among));
                self.one(PartCounts::WithoutObjection, among.len(), among.len(), says);
            }
            Node::AtLeast { count, of } => {
                self.one(PartCounts::Parts, *count, of.len(), format!("at least {count} of {} parts must pass", of.len()));
                of.iter().for_each(|part| self.node(part));
            }
            Node::Quorum { cast, among, heads, then } => {
                // The quorum as a whole is a line of its own.
                self.part += 1;
                let (counts, must) =
                    if *cast { (PartCounts::Voting, "vote yes or no") } else { (PartCounts::Present, "be present") };
                let opening = words::among(self.roster, among);
                let members = if among.len() == 1 { "member" } else { "members" };
                let says = format!("{opening}at least {heads} of {} {members} must {must}", among.len());
                self.one(counts, *heads, among.len(), says);
                self.node(then);
            }
        }
    }

    fn one(&mut self, counts: PartCounts, enough: usize, of: usize, says: String) {
        let row =
            BoundaryRow { of: Count::from(of), enough: Count::from(enough), with_second_vote: None, against_second_vote: None };
        self.push(PartBoundaries { part: 0, counts, by_weight: false, base: None, says, rows: vec![row], second_vote: None });
    }

    fn push(&mut self, part: PartBoundaries) {
        self.rows += part.rows.len();
        self.parts.push(PartBoundaries { part: self.part, ..part });
        self.part += 1;
    }

    fn votes(&mut self, voters: &[(usize, u64)], bar: Bar, casting: Option<usize>) {
        if self.rows > MOST_BOUNDARY_ROWS {
            return;
        }
        let total: u64 = voters.iter().map(|(_, weight)| weight).sum();
        let by_weight = voters.iter().any(|(_, weight)| *weight > 1);
        let base = match bar {
            Bar::Share { of, .. } => Some(of),
            Bar::Count(_) => None,
        };
        let from = match base {
            Some(Base::Members) | None => total,
            Some(_) if total > MOST_ROWS_A_PART => total,
            Some(_) => 1,
        };
        let own = voters.iter().find(|(member, _)| Some(*member) == casting).map(|(_, weight)| *weight);
        let row = |of: u64| {
            let least = least_enough(bar, of)?;
            // The holder is among those who say yes, or among the as many who say no.
            let with = own.and_then(|own| {
                let tie = if base == Some(Base::Cast) { of / 2 } else { least.checked_sub(1)? };
                let votes = tie.checked_mul(2)?;
                let fits = tie >= own && (votes == of || (votes < of && base != Some(Base::Cast)));
                (fits && least_enough_with(bar, 2 * tie, of, State::Yes)? < least).then_some(tie)
            });
            let against = own.and_then(|own| {
                let needed = least_enough_with(bar, of, of, State::No)?;
                (base == Some(Base::Cast) && of / 2 >= own && needed > least).then_some(needed)
            });
            Some(BoundaryRow {
                of: Count::from(of),
                enough: Count::from(least),
                with_second_vote: with.map(Count::from),
                against_second_vote: against.map(Count::from),
            })
        };
        let heard: Vec<usize> = voters.iter().filter(|(_, weight)| *weight > 0).map(|(member, _)| *member).collect();
        let opening = words::among(self.roster, &heard);
        let weigh = if by_weight { "by weight, " } else { "" };
        let of_all = least_enough(bar, total).unwrap_or(total);
        let mut says = match bar {
            Bar::Count(count) => format!("{opening}{weigh}at least {count} of {total} must be yes"),
            Bar::Share { of, share, strict } => {
                let (all, share) = (words::is_all(share, strict), words::share(share, strict));
                let base = words::the_base(of);
                let least = if all { "" } else { "at least " };
                format!("{opening}{weigh}yes must be {share} of {base}: {least}{of_all} of {total}")
            }
        };
        let second = casting.and_then(|holder| self.roster.ids().get(holder).cloned());
        if let Some(holder) = &second {
            says.push_str(&format!("; at a tie {holder} has a second vote"));
        }
        self.push(PartBoundaries {
            part: 0,
            counts: PartCounts::Yes,
            by_weight,
            base,
            says,
            rows: (from..=total).filter_map(row).collect(),
            second_vote: second,
        });
    }
}

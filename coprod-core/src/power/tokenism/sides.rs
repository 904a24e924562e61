//! Each constituency's seats against its power, who can outvote it, and whether it can block at all.

use serde::Serialize;

use super::words::several;
use crate::group::Roster;
use crate::power::bloc::{Blocs, Say};
use crate::power::measure::{IndexValue, MeasureAnswer};
use crate::power::roles::{Role, classes};
use crate::power::rule::{Compiled, State};
use crate::unit::{Exact, Id};

/// To find the fewest who can block by staying away, so many groups are tried.
const MOST_GROUPS_TRIED: usize = 20_000;

/// A constituency's seats against its power.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismSide {
    /// The constituency.
    pub id: Id,
    /// How many members it has.
    pub seats: usize,
    /// Its share of all members.
    pub share_of_seats: Exact,
    /// The Shapley-Shubik indices of its members added up: its share of power if each member votes alone. Null where the rule always or
    /// never passes, or where that would take too long.
    pub power_if_each_votes_alone: Option<IndexValue>,
    /// Its Shapley-Shubik index in the game between the constituencies: its share of power if each side votes as one. Null as above.
    pub power_if_each_side_votes_as_one: Option<IndexValue>,
    /// The other constituencies each of which can decide alone, if everybody attends, whatever this one votes.
    pub outvoted_by: Vec<Id>,
    /// Whether all of it together can block by how it votes if everybody attends: by objecting, by abstaining, or some by one and some by the
    /// other.
    pub can_block_by_voting: bool,
    /// Whether all of it together can block by staying away.
    pub can_block_by_staying_away: bool,
    /// The fewest of its members who can block by staying away; null where all of them cannot, or where that would take too long.
    pub fewest_to_block_by_staying_away: Option<usize>,
    /// The same in a sentence or two.
    pub statement: String,
}

/// The constituencies' lines; nothing where what they can do would take too long.
pub(super) fn sides(
    rule: &Compiled,
    roster: &Roster,
    roles: &[Role],
    measured: Option<&MeasureAnswer>,
    blocs: &mut Blocs<'_>,
) -> Option<Vec<TokenismSide>> {
    let say = |(index, seats): (usize, &[usize])| -> Option<Say> {
        match measured.and_then(|measured| measured.constituencies.get(index)) {
            Some(line) => Some(line.say),
            None => blocs.say(seats).ok(),
        }
    };
    let lists = roster.constituencies().iter().enumerate().map(|(index, (_, seats))| (index, seats.as_slice()));
    let says = lists.map(say).collect::<Option<Vec<Say>>>()?;
    let mut lines = Vec::with_capacity(says.len());
    for (index, ((id, seats), say)) in roster.constituencies().iter().zip(&says).enumerate() {
        let power = measured.and_then(|measured| measured.constituencies.get(index));
        let share_of_seats = Exact::new(seats.len(), rule.len()).unwrap_or_else(Exact::zero);
        let others = roster.constituencies().iter().zip(&says).filter(|((other, _), _)| other != id);
        let outvoted_by = others.filter(|(_, say)| say.can_decide_if_all_attend).map(|((other, _), _)| other.clone()).collect();
        let away = say.can_block_by_staying_away;
        let mut line = TokenismSide {
            id: id.clone(),
            seats: seats.len(),
            share_of_seats,
            power_if_each_votes_alone: power
                .and_then(|line| line.if_each_votes_alone.as_ref())
                .map(|sums| sums.shapley_shubik.clone()),
            power_if_each_side_votes_as_one: power
                .and_then(|line| line.if_each_constituency_votes_as_one.as_ref())
                .map(|sums| sums.shapley_shubik.clone()),
            outvoted_by,
            can_block_by_voting: say.can_block_by_voting_if_all_attend,
            can_block_by_staying_away: away,
            fewest_to_block_by_staying_away: if away { fewest(seats, roles, blocs) } else { None },
            statement: String::new(),
        };
        let vote = |member: usize| if seats.contains(&member) { State::Object } else { State::Yes };
        let states: Vec<State> = (0..rule.len()).map(vote).collect();
        line.statement = statement(&line, rule.len(), !rule.passes(&states));
        lines.push(line);
    }
    Some(lines)
}

/// Fractions of more signs than this are told in per cent.
const MOST_SIGNS: usize = 12;

/// An index as a reader takes it: all, none, the fraction, or about so many per cent.
pub(super) fn in_words(index: &IndexValue) -> String {
    let per_cent = || format!("about {:.1} per cent", 100.0 * index.value);
    let Some(exact) = &index.exact else { return per_cent() };
    if exact.is_zero() {
        return "none".to_owned();
    }
    if *exact == Exact::one() {
        return "all".to_owned();
    }
    let fraction = exact.to_string();
    if fraction.len() > MOST_SIGNS { per_cent() } else { fraction }
}

/// `by_no` says whether it fails where all of them object and everybody else says yes; otherwise they block by abstaining, or by abstaining
/// and objecting together.
fn statement(side: &TokenismSide, members: usize, by_no: bool) -> String {
    let TokenismSide { id, seats, share_of_seats, .. } = side;
    let mut text = format!("{id} has {seats} of {members} seats ({share_of_seats})");
    if let (Some(alone), Some(as_one)) = (&side.power_if_each_votes_alone, &side.power_if_each_side_votes_as_one) {
        text.push_str(&format!(
            ", {} of the power if each member votes alone and {} if each side votes as one",
            in_words(alone),
            in_words(as_one)
        ));
    }
    if !side.outvoted_by.is_empty() {
        text.push_str(&format!("; {} can decide alone, whatever {id} votes", several(&side.outvoted_by)));
    }
    text.push_str(match (side.can_block_by_voting, side.can_block_by_staying_away) {
        (true, true) if by_no => "; it can block by voting, and by staying away",
        (true, false) if by_no => "; it can block by voting",
        (true, true) => "; it can block when all attend, by abstaining and not by objecting alone, and by staying away",
        (true, false) => "; it can block when all attend, by abstaining and not by objecting alone",
        (false, true) => "; it can block only by staying away",
        (false, false) => "; it can never block",
    });
    text
}

/// The fewest of these who block by staying away. With more of them away it fails all the more, as being away is one of the things that
/// the others may do.
fn fewest(seats: &[usize], roles: &[Role], blocs: &mut Blocs<'_>) -> Option<usize> {
    let kinds = classes(seats.iter().copied(), |member| roles.get(member));
    let mut tried = 0;
    for size in 0..=seats.len() {
        if any_of(size, &kinds, &mut Vec::new(), blocs, &mut tried)? {
            return Some(size);
        }
    }
    None
}

fn any_of(more: usize, kinds: &[Vec<usize>], chosen: &mut Vec<usize>, blocs: &mut Blocs<'_>, tried: &mut usize) -> Option<bool> {
    *tried += 1;
    if *tried > MOST_GROUPS_TRIED {
        return None;
    }
    let Some((kind, rest)) = kinds.split_first() else {
        return if more == 0 { blocs.can_block_by_staying_away(chosen).ok() } else { Some(false) };
    };
    let later: usize = rest.iter().map(Vec::len).sum();
    for taken in more.saturating_sub(later)..=kind.len().min(more) {
        let before = chosen.len();
        chosen.extend(kind.iter().take(taken));
        let found = any_of(more - taken, rest, chosen, blocs, tried)?;
        chosen.truncate(before);
        if found {
            return Some(true);
        }
    }
    Some(false)
}

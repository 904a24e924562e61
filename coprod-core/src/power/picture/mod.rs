//! Pictures of power: seats against power for one rule, and rules side by side on one scale.
//!
//! A constituency's share of the seats says who is there; its share of the power says whose votes can make a difference. The two are
//! often far apart, and a picture shows how far.

mod compared;
mod found;
mod share;
mod single;

pub use compared::{ComparePictureRequest, compare_picture};
pub use single::{PowerPictureRequest, picture};

use serde::{Deserialize, Serialize};

use self::found::{Found, Member, Side};
use self::share::Share;
use super::measure::PowerIndex;
use crate::group::{Roster, listed};
use crate::picture::{Key, Line, Look, Mark, Panel, Row, Scale, Shape};
use crate::unit::Exact;

/// So many constituencies are drawn for one rule at most; all are in the table and in the sentences.
pub const MOST_CONSTITUENCIES_DRAWN: usize = 24;

/// So many members, or kinds of members who are alike, are drawn for one rule at most.
pub const MOST_MEMBERS_DRAWN: usize = 24;

/// The two indices that are shares of one whole, so that they add up for a constituency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ShareIndex {
    /// The chance that the member is the one whose yes makes it pass, when all come round to yes one after another in random order.
    #[default]
    ShapleyShubik,
    /// The member's swings as a share of everybody's: how often a vote makes the difference when all others toss a coin.
    Banzhaf,
}

impl ShareIndex {
    const fn index(self) -> PowerIndex {
        match self {
            Self::ShapleyShubik => PowerIndex::ShapleyShubik,
            Self::Banzhaf => PowerIndex::Banzhaf,
        }
    }

    /// What power is here.
    const fn words(self) -> &'static str {
        match self {
            Self::ShapleyShubik => {
                "Power is the Shapley-Shubik index: the chance that a vote is the one that makes it pass, when all come round to yes one after \
                 another in random order. Everybody attends and says yes or objects."
            }
            Self::Banzhaf => {
                "Power is the Banzhaf index: how often a vote makes the difference when all others toss a coin, as a share of everybody's. \
                 Everybody attends and says yes or objects."
            }
        }
    }
}

const SEATS: Look = Look::Hollow;
const ALONE: Look = Look::Solid;
const AS_ONE: Look = Look::Striped;

/// What the marks mean, where there are any; `members` is whether members are drawn.
fn legend(found: &[&Found], members: bool) -> Vec<Key> {
    let sides = found.iter().any(|found| !found.sides.is_empty());
    let powers = sides && found.iter().any(|found| found.without.is_none());
    let keys = [
        (sides, Some((SEATS, Shape::Bar)), "share of the seats"),
        (powers, Some((ALONE, Shape::Bar)), "power if each member votes alone"),
        (powers, Some((AS_ONE, Shape::Bar)), "power if each constituency votes as one"),
        (members, Some((ALONE, Shape::Dot)), "power of one member"),
        (members, None, "an equal share for every member"),
    ];
    keys.into_iter().filter(|(there, ..)| *there).map(|(_, mark, words)| Key { mark, words: words.to_owned() }).collect()
}

/// The constituencies' panel, on a scale of all there is.
fn sides_panel(title: String, found: &Found, most: usize) -> Panel {
    let mark = |look: Look, share: Option<&Share>| Mark {
        look,
        shape: Shape::Bar,
        at: share.map(|share| share.on(&Exact::one())),
        words: share.map_or_else(|| "not known".to_owned(), Share::percent),
    };
    let row = |side: &Side| {
        let mut marks = vec![mark(SEATS, Some(&side.share))];
        if found.without.is_none() {
            marks.push(mark(ALONE, side.alone.as_ref()));
            marks.push(mark(AS_ONE, side.as_one.as_ref()));
        }
        Row { name: side.id.to_string(), aside: found::seats(side.seats), marks }
    };
    Panel {
        title,
        notes: found.without.iter().cloned().chain(found.chance()).collect(),
        scale: scale(&Exact::one(), 4),
        rows: found.sides.iter().take(most).map(row).collect(),
        line: None,
    }
}

/// The members' panel; nothing where their power is not known. `full` is the end of the scale.
fn members_panel(title: String, found: &Found, members: &[Member], full: &Exact, most: usize) -> Panel {
    let row = |member: &Member| Row {
        name: member.name(),
        aside: String::new(),
        marks: vec![Mark { look: ALONE, shape: Shape::Dot, at: Some(member.power.on(full)), words: member.power.percent() }],
    };
    Panel {
        title,
        notes: if found.sides.is_empty() { found.chance().into_iter().collect() } else { Vec::new() },
        scale: scale(full, 2),
        rows: members.iter().take(most).map(row).collect(),
        line: found.equal().map(|equal| Line(equal.on(full))),
    }
}

/// The end of a scale that holds these shares: a round part of the whole.
fn end_for<'a>(members: impl Iterator<Item = &'a Member>) -> Exact {
    let largest = members.map(|member| member.power.exact()).max().cloned().unwrap_or_else(Exact::zero);
    let rounds = [100_u32, 50, 20, 10, 5, 4, 2].into_iter().filter_map(|part| Exact::new(1, part));
    rounds.into_iter().find(|round| largest <= *round).unwrap_or_else(Exact::one)
}

/// A scale of shares from 0 to `full` in so many steps.
fn scale(full: &Exact, steps: u32) -> Scale {
    let step = |step: u32| Exact::new(step, steps).map(|part| Share::exactly(full.times(&part)).percent());
    Scale((0..=steps).filter_map(step).collect())
}

/// The note that not all could be drawn.
fn cut_note(drawn: usize, all: usize, what: &str) -> Option<String> {
    (all > drawn).then(|| format!("Drawn are the first {drawn} of {all} {what}; the table has all of them."))
}

/// Who is there.
fn group_sentence(roster: &Roster) -> String {
    let members = if roster.len() == 1 { "1 member".to_owned() } else { format!("{} members", roster.len()) };
    match roster.constituencies().len() {
        0 => format!("{members}, without constituencies."),
        1 => format!("{members} in 1 constituency."),
        sides => format!("{members} in {sides} constituencies."),
    }
}

/// The members' power, those with the same power together.
fn members_sentence(found: &Found, kinds: &[Member]) -> impl Iterator<Item = String> {
    let mut alike: Vec<(&Share, Vec<&Member>)> = Vec::new();
    for kind in kinds {
        match alike.iter_mut().find(|(power, _)| **power == kind.power) {
            Some((_, members)) => members.push(kind),
            None => alike.push((&kind.power, vec![kind])),
        }
    }
    let told = |(power, members): &(&Share, Vec<&Member>)| {
        let power = if power.exact().is_zero() { "none".to_owned() } else { power.told() };
        let count: usize = members.iter().map(|member| member.others + 1).sum();
        let names: Vec<String> = members.iter().map(|member| member.id.to_string()).collect();
        match count {
            1 => format!("{} {power}", listed(&names)),
            _ if count == found.count => format!("{power} for each of them"),
            _ if found.count <= MOST_MEMBERS_NAMED => format!("{power} for each of {}", listed(&names)),
            _ => format!("{power} for each of {count} members"),
        }
    };
    let more = alike.len().saturating_sub(MOST_POWERS_TOLD);
    let mut parts: Vec<String> = alike.iter().take(MOST_POWERS_TOLD).map(told).collect();
    if more > 0 {
        parts.push(format!("{more} more shares, which the table has"));
    }
    (!parts.is_empty()).then(|| format!("Each member's power: {}.", parts.join("; "))).into_iter()
}

/// In groups of up to so many members, those who have the same power are named in the sentence.
const MOST_MEMBERS_NAMED: usize = 12;

/// So many different powers of members are told in a sentence; all are in the table.
const MOST_POWERS_TOLD: usize = 8;

#[cfg(test)]
mod tests;

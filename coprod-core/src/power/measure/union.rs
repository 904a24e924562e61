//! Members who have agreed to vote together: the indices for such unions.
//!
//! A member's line in each of them comes from a game of its own kind, in which the other unions are one voter each and the members of
//! the own union stand apart. There a swing is counted by how many unions and how many fellow members came before.

#[cfg(feature = "counting")]
use std::collections::BTreeMap;
use std::fmt;

#[cfg(feature = "counting")]
use num_bigint::BigUint;
use serde::de::value::{SeqAccessDeserializer, StrDeserializer};
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::super::game::Game;
#[cfg(feature = "counting")]
use super::super::game::{Wanted, Ways, swings_in_union};
use super::super::rule::Compiled;
#[cfg(feature = "counting")]
use super::answer::IndexValue;
use super::answer::UnionPower;
#[cfg(feature = "counting")]
use super::index::{Indices, common_multiple, first_comers};
use crate::error::{ErrorCode, ErrorReport, InputIssue, Pointer, PowerError};
use crate::group::Roster;
use crate::unit::{Exact, Id};

/// Who has agreed to vote together: each constituency (the word `constituencies`), or these lists of member ids. A member in no list is a
/// union of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unions {
    /// Each constituency is a union.
    Constituencies,
    /// Each list of member ids is one.
    Lists(Vec<Vec<Id>>),
}

/// Counting for all unions together may take so long: about two seconds.
#[cfg(feature = "counting")]
const MOST_NANOSECONDS: u64 = 2_000_000_000;

const CONSTITUENCIES: &str = "constituencies";

impl Serialize for Unions {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Constituencies => to.serialize_str(CONSTITUENCIES),
            Self::Lists(lists) => lists.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Unions {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct WordOrLists;

        impl<'de> Visitor<'de> for WordOrLists {
            type Value = Unions;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the word \"constituencies\", or lists of member ids")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Unions, E> {
                if text == CONSTITUENCIES {
                    return Ok(Unions::Constituencies);
                }
                let found: Id = Id::deserialize(StrDeserializer::<E>::new(text))?;
                let message = format!("\"{found}\" does not say who votes together");
                let help = "write \"constituencies\", or lists of member ids";
                Err(E::custom(InputIssue::new(ErrorCode::UnknownValue, message, help)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Unions, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(Unions::Lists)
            }
        }

        from.deserialize_any(WordOrLists)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Unions {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Unions".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let lists = generator.subschema_for::<Vec<Vec<Id>>>();
        schemars::json_schema!({
            "anyOf": [{"type": "string", "const": CONSTITUENCIES, "description": "Each constituency is a union."}, lists],
            "description": "Who has agreed to vote together: each constituency, or these lists of member ids. A member in no list is a \
                            union of one."
        })
    }
}

impl Unions {
    /// The member numbers of each union; those in none are unions of one, at the end.
    ///
    /// # Errors
    /// `no_constituencies`, `empty_rule` for an empty list, `unknown_member`, `duplicate_id` for somebody named twice.
    pub(super) fn resolved(&self, roster: &Roster, path: &Pointer) -> Result<Vec<Vec<usize>>, PowerError> {
        let Self::Lists(lists) = self else {
            if roster.constituencies().is_empty() {
                return Err(PowerError::NoConstituencies { path: path.clone() });
            }
            return Ok(roster.constituencies().iter().map(|(_, seats)| seats.clone()).collect());
        };
        let mut free = vec![true; roster.len()];
        let mut unions = Vec::with_capacity(lists.len());
        for (number, ids) in lists.iter().enumerate() {
            let at = path.index(number);
            if ids.is_empty() {
                return Err(PowerError::EmptyRule { path: at, what: "this list" });
            }
            let mut union = Vec::with_capacity(ids.len());
            for (place, id) in ids.iter().enumerate() {
                let path = at.index(place);
                let known = roster.number(id.as_str());
                let Some((member, free)) = known.and_then(|member| free.get_mut(member).map(|free| (member, free))) else {
                    return Err(PowerError::UnknownMember { path, id: id.to_string() });
                };
                if !std::mem::replace(free, false) {
                    return Err(PowerError::DuplicateId { path, id: id.to_string() });
                }
                union.push(member);
            }
            union.sort_unstable();
            unions.push(union);
        }
        unions.extend(free.iter().enumerate().filter(|(_, free)| **free).map(|(member, _)| vec![member]));
        Ok(unions)
    }
}

/// The indices for unions, by member, and the unions' own.
#[cfg(feature = "counting")]
#[derive(Debug)]
pub(super) struct Together {
    owen: Vec<Exact>,
    banzhaf_owen: Vec<Exact>,
    symmetric: Vec<Exact>,
    unions: Vec<Vec<usize>>,
    shapley: Vec<Exact>,
    banzhaf: Vec<Exact>,
    constant: bool,
}

#[cfg(feature = "counting")]
impl Together {
    pub(super) fn owen(&self) -> &[Exact] {
        &self.owen
    }

    pub(super) fn banzhaf_owen(&self) -> &[Exact] {
        &self.banzhaf_owen
    }

    pub(super) fn symmetric(&self) -> &[Exact] {
        &self.symmetric
    }

    /// The indices under these unions, which share out all members.
    ///
    /// # Errors
    /// `no_exact_answer` if counting would take too long; an internal error if the unions' powers do not add up.
    pub(super) fn of(game: &Game, members: usize, unions: &[Vec<usize>]) -> Result<Self, ErrorReport> {
        let between = game.between(unions);
        let counted = Ways::new(&between, None).count(Wanted { by_size: true, ..Wanted::default() })?;
        let own = Indices::of(&counted.tallies).map_err(ErrorReport::internal)?;
        let nothing = vec![Exact::zero(); members];
        let mut together = Self {
            owen: nothing.clone(),
            banzhaf_owen: nothing.clone(),
            symmetric: nothing,
            unions: unions.to_vec(),
            shapley: spread(&between, &own.shapley_shubik, unions.len()),
            banzhaf: spread(&between, &own.banzhaf_absolute, unions.len()),
            constant: counted.tallies.constant(),
        };
        let kind_of = game.kind_of(members);
        let mut left = MOST_NANOSECONDS;
        let mut known: BTreeMap<Vec<Option<usize>>, Vec<[Exact; 3]>> = BTreeMap::new();
        for (number, union) in unions.iter().enumerate() {
            // Unions of the same kinds of members are alike.
            let mut ordered: Vec<(Option<usize>, usize)> =
                union.iter().map(|member| (kind_of.get(*member).copied().flatten(), *member)).collect();
            ordered.sort_unstable();
            let kinds: Vec<Option<usize>> = ordered.iter().map(|(kind, _)| *kind).collect();
            let ordered: Vec<usize> = ordered.into_iter().map(|(_, member)| member).collect();
            let values = match known.get(&kinds) {
                Some(values) => values.clone(),
                None => values_in(game, unions, number, &ordered, &mut left)?,
            };
            for (member, [owen, banzhaf_owen, symmetric]) in ordered.iter().zip(&values) {
                put(&mut together.owen, *member, owen);
                put(&mut together.banzhaf_owen, *member, banzhaf_owen);
                put(&mut together.symmetric, *member, symmetric);
            }
            known.insert(kinds, values);
        }
        if together.constant
            || (together.add_up(&together.owen, &together.shapley) && together.add_up(&together.symmetric, &together.banzhaf))
        {
            Ok(together)
        } else {
            Err(ErrorReport::internal("the members' powers add up to those of their unions"))
        }
    }

    /// Whether the values of each union's members add up to its own.
    fn add_up(&self, values: &[Exact], own: &[Exact]) -> bool {
        let sum = |union: &Vec<usize>| Exact::sum(union.iter().filter_map(|member| values.get(*member)));
        self.unions.iter().zip(own).all(|(union, own)| sum(union) == *own)
    }

    /// The unions' lines.
    pub(super) fn lines(&self, rule: &Compiled) -> Vec<UnionPower> {
        let ids = |union: &Vec<usize>| union.iter().filter_map(|member| rule.ids().get(*member)).cloned().collect();
        let value = |values: &[Exact], at: usize| {
            if self.constant { None } else { values.get(at).cloned().map(IndexValue::exactly) }
        };
        let line = |(at, union): (usize, &Vec<usize>)| UnionPower {
            members: ids(union),
            shapley_shubik: value(&self.shapley, at),
            banzhaf_absolute: value(&self.banzhaf, at),
        };
        self.unions.iter().enumerate().map(line).collect()
    }
}

/// The small build counts no unions: there is no such value.
#[cfg(not(feature = "counting"))]
#[derive(Debug)]
pub(super) enum Together {}

#[cfg(not(feature = "counting"))]
impl Together {
    pub(super) fn owen(&self) -> &[Exact] {
        match *self {}
    }

    pub(super) fn banzhaf_owen(&self) -> &[Exact] {
        match *self {}
    }

    pub(super) fn symmetric(&self) -> &[Exact] {
        match *self {}
    }

    pub(super) fn lines(&self, _: &Compiled) -> Vec<UnionPower> {
        match *self {}
    }

    pub(super) fn of(game: &Game, _: usize, _: &[Vec<usize>]) -> Result<Self, ErrorReport> {
        Err(PowerError::NoExactAnswer {
            path: Pointer::root().key("unions"),
            voters: game.voters(),
            kinds: game.kinds.len(),
            possible: "use the whole library for unions: this small build counts none".to_owned(),
        }
        .into())
    }
}

/// The Owen, Banzhaf-Owen and symmetric coalitional Banzhaf indices of the members of one union, in its order.
#[cfg(feature = "counting")]
fn values_in(
    game: &Game,
    unions: &[Vec<usize>],
    number: usize,
    union: &[usize],
    left: &mut u64,
) -> Result<Vec<[Exact; 3]>, PowerError> {
    let mut voters: Vec<Vec<usize>> = union.iter().map(|member| vec![*member]).collect();
    voters.extend(unions.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, other)| other.clone()));
    let apart = game.between(&voters);
    let swings = swings_in_union(&apart, union.len(), left).ok_or_else(|| refused(&apart))?;
    // Unions and fellows without a vote change nothing: only those of the game are counted.
    let (own, others) = swings.voters;
    let (common, inside_chances) = chances(own);
    let (common_between, outside_chances) = chances(others + 1);
    let inside = |count: usize| inside_chances.get(count).cloned().unwrap_or_default();
    // With the own union, it is one union more.
    let outside = |count: usize| outside_chances.get(count + 1).cloned().unwrap_or_default();
    let one = BigUint::from(1_u8);
    let mut values = vec![std::array::from_fn(|_| Exact::zero()); union.len()];
    for (alike, counts) in swings.members {
        let value = |weigh: &dyn Fn(usize, usize) -> BigUint, whole: BigUint| {
            let counted = counts.iter().enumerate().filter(|(_, count)| **count != BigUint::ZERO);
            // So many of the own union, the member among them, and so many other unions.
            let sum: BigUint = counted.map(|(at, count)| count * weigh(at % (own + 1), at / (own + 1))).sum();
            Exact::new(sum, whole).unwrap_or_else(Exact::zero)
        };
        let found = [
            value(&|fellows, unions| inside(fellows) * outside(unions), &common * &common_between),
            value(&|_, _| one.clone(), &one << (own.saturating_sub(1) + others)),
            value(&|fellows, _| inside(fellows), &common << others),
        ];
        for voter in alike {
            if let Some(own) = values.get_mut(voter) {
                *own = found.clone();
            }
        }
    }
    Ok(values)
}

/// The values by kind as values by voter.
pub(super) fn spread(game: &Game, values: &[Exact], voters: usize) -> Vec<Exact> {
    let mut all = vec![Exact::zero(); voters];
    for (kind, value) in game.kinds.iter().zip(values) {
        kind.iter().for_each(|voter| put(&mut all, *voter, value));
    }
    all
}

#[cfg(feature = "counting")]
fn chances(voters: usize) -> (BigUint, Vec<BigUint>) {
    let common = common_multiple(voters);
    let chances = first_comers(&common, voters);
    (common, chances)
}

fn put(list: &mut [Exact], at: usize, value: &Exact) {
    if let Some(own) = list.get_mut(at) {
        *own = value.clone();
    }
}

#[cfg(feature = "counting")]
fn refused(game: &Game) -> PowerError {
    PowerError::NoExactAnswer {
        path: Pointer::root().key("unions"),
        voters: game.voters(),
        kinds: game.kinds.len(),
        possible: "ask for larger or for equal unions, so that fewer voters of fewer kinds are left, or for none".to_owned(),
    }
}

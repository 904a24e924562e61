//! Checks a game, and gives it the form that is worked with.

use super::super::check::Names;
use super::super::request::{MOST_RANGE_PARTIES, MOST_SHAPLEY_PARTIES, MOST_SHARE_PARTS, UnknownWorth};
use super::{ShareGame, SharePart, StepsGame, Table, WorthOfGroups};
use crate::error::{Pointer, ShareError};
use crate::unit::{Id, IdMap, Money};

/// At most this many groups are named in an error.
const MOST_GROUPS_NAMED: usize = 20;

/// A game that has been checked, in pence, its parties by their place.
#[derive(Debug)]
pub(in super::super) enum Form {
    /// Every group's worth.
    Table(Table),
    /// The worth of some groups.
    Partly { known: Vec<Option<i64>>, taking: UnknownWorth },
    /// The largest of these.
    Airport(Vec<i64>),
    /// What the others' claims leave of the amount.
    Bankruptcy { claims: Vec<i64>, estate: i64 },
    /// The step that the sum of sizes reaches.
    Steps { sizes: Vec<u64>, steps: Vec<(u64, i64)> },
    /// The sum of those that a group has enough members for.
    Parts(Vec<Part>),
}

/// One part of what a group has.
#[derive(Debug)]
pub(in super::super) struct Part {
    pub(in super::super) pence: i64,
    pub(in super::super) members: Vec<usize>,
    pub(in super::super) at_least: usize,
}

impl Form {
    /// Reads a game at `/game`. `claims` are the parties' claims, for a game that goes by them.
    pub(in super::super) fn read(
        game: &ShareGame,
        names: &Names,
        amount: Option<Money>,
        unknown: Option<UnknownWorth>,
        claims: impl FnOnce(Money) -> Result<Vec<i64>, ShareError>,
    ) -> Result<Self, ShareError> {
        let path = Pointer::root().key("game");
        match game {
            ShareGame::Worth(groups) => by_group(groups, names, amount, unknown, &path.key("worth")),
            ShareGame::Airport(costs) => {
                let path = path.key("airport");
                let costs = each(costs, names, &path, "what it would need alone")?;
                costs
                    .into_iter()
                    .map(|(id, cost)| not_negative(cost, &path.key(id.as_str())))
                    .collect::<Result<_, _>>()
                    .map(Self::Airport)
            }
            ShareGame::Bankruptcy(_) => {
                let amount = amount.ok_or_else(|| ShareError::MissingField {
                    path: Pointer::root().key("amount"),
                    field: "amount".to_owned(),
                    why: "nothing else says how much there is to share".to_owned(),
                })?;
                Ok(Self::Bankruptcy { claims: claims(amount)?, estate: amount.pence() })
            }
            ShareGame::Steps(game) => by_steps(game, names, &path.key("steps")),
            ShareGame::Parts(parts) => by_parts(parts, names, &path.key("parts")),
        }
    }

    /// What all have together, in pence; nothing if it is not stated.
    pub(in super::super) fn of_all(&self) -> Option<i64> {
        match self {
            Self::Table(table) => table.worths.last().copied(),
            Self::Partly { known, .. } => known.last().copied().flatten(),
            Self::Airport(costs) => costs.iter().copied().max(),
            Self::Bankruptcy { estate, .. } => Some(*estate),
            Self::Steps { sizes, steps } => Some(step(steps, sizes.iter().sum())),
            // The sum of all amounts is within the bounds of money.
            Self::Parts(parts) => Some(parts.iter().map(|part| part.pence).sum()),
        }
    }
}

/// What a group of this size has.
pub(in super::super) fn step(steps: &[(u64, i64)], size: u64) -> i64 {
    steps.iter().take_while(|(from, _)| *from <= size).last().map_or(0, |(_, amount)| *amount)
}

/// One value for each party, in their order, with its id.
fn each<'a, V: Copy>(map: &'a IdMap<V>, names: &Names<'a>, path: &Pointer, what: &str) -> Result<Vec<(&'a Id, V)>, ShareError> {
    for id in map.keys() {
        names.place(id.as_str(), || path.key(id.as_str()))?;
    }
    let value = |id: &&'a Id| {
        map.get(*id).map(|value| (*id, *value)).ok_or_else(|| ShareError::MissingField {
            path: path.clone(),
            field: id.to_string(),
            why: format!("every party needs {what}"),
        })
    };
    names.ids().iter().map(value).collect()
}

fn not_negative(amount: Money, path: &Pointer) -> Result<i64, ShareError> {
    match amount.pence() {
        below if below < 0 => Err(ShareError::NegativeAmount { path: path.clone(), amount: amount.to_string() }),
        pence => Ok(pence),
    }
}

fn by_group(
    groups: &WorthOfGroups,
    names: &Names,
    amount: Option<Money>,
    unknown: Option<UnknownWorth>,
    path: &Pointer,
) -> Result<Form, ShareError> {
    let count = names.ids().len();
    let limit = if unknown.is_some() { MOST_RANGE_PARTIES } else { MOST_SHAPLEY_PARTIES };
    if count > MOST_SHAPLEY_PARTIES {
        return Err(ShareError::GroupTooLarge {
            path: Pointer::root().key("parties"),
            what: "a game stated group by group".to_owned(),
            count,
            limit: MOST_SHAPLEY_PARTIES,
        });
    }
    if let Some((place, id)) = names.ids().iter().enumerate().find(|(_, id)| id.as_str().contains('+')) {
        return Err(ShareError::InvalidId { path: Pointer::root().key("parties").index(place).key("id"), id: id.to_string() });
    }
    // At most 2^20 groups.
    let mut known: Vec<Option<i64>> = vec![None; 1 << count];
    for (key, worth) in groups.groups() {
        let mut mask = 0_usize;
        for id in key.split('+') {
            let bit = 1_usize << names.place(id, || path.key(key))?;
            if mask & bit != 0 {
                return Err(ShareError::DuplicateId { path: path.key(key), id: id.to_owned() });
            }
            mask |= bit;
        }
        if let Some(slot) = known.get_mut(mask)
            && slot.replace(worth.pence()).is_some()
        {
            return Err(ShareError::DuplicateId { path: path.key(key), id: key.to_owned() });
        }
    }
    if let Some(nobody) = known.first_mut() {
        *nobody = Some(0);
    }
    if let Some(all @ None) = known.last_mut() {
        *all = amount.map(Money::pence);
    }
    let missing = known.iter().filter(|worth| worth.is_none()).count();
    match unknown {
        _ if missing == 0 => Ok(Form::Table(Table { parties: count, worths: known.into_iter().flatten().collect() })),
        Some(_) if count > limit => Err(ShareError::GroupTooLarge {
            path: Pointer::root().key("unknown_worth"),
            what: "a game of which some groups are not stated".to_owned(),
            count,
            limit,
        }),
        Some(taking) => {
            let needed = |mask: usize| {
                let last = mask + 1 == known.len();
                last || (taking == UnknownWorth::Superadditive && mask.is_power_of_two())
            };
            refuse_missing(&known, names, path, needed)?;
            Ok(Form::Partly { known, taking })
        }
        None => {
            refuse_missing(&known, names, path, |_| true)?;
            Err(ShareError::Internal { path: path.clone(), what: "a missing group is not found".to_owned() })
        }
    }
}

/// An error that names the groups that are needed and missing, the smallest first.
fn refuse_missing(
    known: &[Option<i64>],
    names: &Names,
    path: &Pointer,
    needed: impl Fn(usize) -> bool,
) -> Result<(), ShareError> {
    let missing = |mask: usize| known.get(mask).is_some_and(Option::is_none) && needed(mask);
    let count = (0..known.len()).filter(|mask| missing(*mask)).count();
    if count == 0 {
        return Ok(());
    }
    let named = (1..=names.ids().len())
        .flat_map(|size| (0..known.len()).filter(move |mask| mask.count_ones() as usize == size))
        .filter(|mask| missing(*mask))
        .take(MOST_GROUPS_NAMED);
    let mut list: Vec<String> = named.map(|mask| names.group(mask)).collect();
    if count > list.len() {
        list.push(format!("and {} more", count - list.len()));
    }
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    Err(ShareError::CoalitionsMissing { path: path.clone(), count, list: list.join(", ") })
}

fn by_steps(game: &StepsGame, names: &Names, path: &Pointer) -> Result<Form, ShareError> {
    let sizes = each(&game.sizes, names, &path.key("sizes"), "a size")?;
    let list = path.key("steps");
    if game.steps.is_empty() || game.steps.len() > MOST_SHARE_PARTS {
        return Err(ShareError::OutOfRange {
            path: list,
            found: format!("a game of {} steps", game.steps.len()),
            bounds: format!("of 1 to {MOST_SHARE_PARTS} steps"),
        });
    }
    let mut before = (0, 0);
    for (place, step) in game.steps.iter().enumerate() {
        let (from, pence) = (u64::from(step.from), step.amount.pence());
        if from <= before.0 {
            return Err(ShareError::OutOfRange {
                path: list.index(place).key("from"),
                found: format!("a step from {from}"),
                bounds: format!("above {}: the steps are in rising order", before.0),
            });
        }
        if pence < before.1 {
            return Err(ShareError::OutOfRange {
                path: list.index(place).key("amount"),
                found: format!("an amount of {}", step.amount),
                bounds: "not below 0 and not below the step before".to_owned(),
            });
        }
        before = (from, pence);
    }
    let steps = game.steps.iter().map(|step| (u64::from(step.from), step.amount.pence())).collect();
    Ok(Form::Steps { sizes: sizes.into_iter().map(|(_, size)| u64::from(size)).collect(), steps })
}

fn by_parts(parts: &[SharePart], names: &Names, path: &Pointer) -> Result<Form, ShareError> {
    if parts.is_empty() || parts.len() > MOST_SHARE_PARTS {
        return Err(ShareError::OutOfRange {
            path: path.clone(),
            found: format!("a game of {} parts", parts.len()),
            bounds: format!("of 1 to {MOST_SHARE_PARTS} parts"),
        });
    }
    let mut total = 0_u64;
    let mut read = Vec::with_capacity(parts.len());
    for (place, part) in parts.iter().enumerate() {
        let path = path.index(place);
        total = total.saturating_add(part.amount.pence().unsigned_abs());
        if total > Money::MOST_PENCE.unsigned_abs() {
            return Err(ShareError::OutOfRange {
                path: path.key("amount"),
                found: "the sum of the parts".to_owned(),
                bounds: "of at most ten thousand million pounds".to_owned(),
            });
        }
        if part.members.is_empty() {
            return Err(ShareError::EmptyGroup { path: path.key("members") });
        }
        let mut members = Vec::with_capacity(part.members.len());
        for (entry, id) in part.members.iter().enumerate() {
            let here = || path.key("members").index(entry);
            members.push(names.place(id.as_str(), here)?);
        }
        members.sort_unstable();
        if let Some([twice, _]) = members.windows(2).find(|pair| matches!(pair, [one, other] if one == other)) {
            let id = names.ids().get(*twice).map(ToString::to_string).unwrap_or_default();
            return Err(ShareError::DuplicateId { path: path.key("members"), id });
        }
        let at_least = part.at_least.map_or(members.len(), |least| least as usize);
        if at_least == 0 || at_least > members.len() {
            return Err(ShareError::OutOfRange {
                path: path.key("at_least"),
                found: format!("at least {at_least} of {}", members.len()),
                bounds: format!("from 1 to {}", members.len()),
            });
        }
        read.push(Part { pence: part.amount.pence(), members, at_least });
    }
    Ok(Form::Parts(read))
}

impl Form {
    /// What a party has by itself, and what it adds to all the others, in pence.
    pub(in super::super) fn alone_and_added(&self, party: usize) -> Option<(i64, i64)> {
        match self {
            Self::Table(table) => {
                let own = 1_usize << party;
                Some((table.of(own), table.of(table.all()) - table.of(table.all() & !own)))
            }
            Self::Partly { .. } => None,
            Self::Airport(costs) => {
                let own = *costs.get(party)?;
                let others = costs.iter().enumerate().filter(|(place, _)| *place != party).map(|(_, cost)| *cost).max();
                Some((own, (own - others.unwrap_or(0)).max(0)))
            }
            Self::Bankruptcy { claims, estate } => {
                let own = *claims.get(party)?;
                let others: i64 = claims.iter().sum::<i64>() - own;
                Some(((estate - others).max(0), own.min(*estate)))
            }
            Self::Steps { sizes, steps } => {
                let (own, all) = (*sizes.get(party)?, sizes.iter().sum::<u64>());
                Some((step(steps, own), step(steps, all) - step(steps, all - own)))
            }
            Self::Parts(parts) => {
                let with = |part: &&Part| part.members.binary_search(&party).is_ok();
                let sum =
                    |is: &dyn Fn(&Part) -> bool| parts.iter().filter(with).filter(|part| is(part)).map(|part| part.pence).sum();
                Some((sum(&|part| part.at_least == 1), sum(&|part| part.at_least == part.members.len())))
            }
        }
    }

    /// Refuses a game of which some groups are not stated.
    pub(in super::super) fn refuse_partly(&self, names: &Names) -> Result<(), ShareError> {
        match self {
            Self::Partly { known, .. } => refuse_missing(known, names, &Pointer::root().key("game").key("worth"), |_| true),
            _ => Ok(()),
        }
    }
}

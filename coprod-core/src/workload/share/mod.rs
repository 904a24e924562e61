#![doc = include_str!("share.md")]

mod answer;
mod check;
mod claims;
mod core;
mod fraction;
mod game;
mod nucleolus;
mod request;
mod rules;
mod shapley;
mod simplex;
mod words;

#[cfg(test)]
mod tests;

pub use answer::{CoreFit, PartyShare, ShareAnswer, ShareCell, ShareCore, ShareResult, ShareRow, ShareSampled, WeightedGroup};
pub use game::{BankruptcyGame, ShareGame, SharePart, ShareStep, StepsGame, WorthOfGroups};
pub use request::{
    AboveClaims, MOST_CORE_PARTIES, MOST_NUCLEOLUS_PARTIES, MOST_PARTIES, MOST_RANGE_PARTIES, MOST_SHAPLEY_PARTIES,
    MOST_SHARE_CELLS, MOST_SHARE_PARTS, MOST_SHARE_SAMPLE_STEPS, MOST_SHARE_SAMPLES, MOST_SHARE_STEPS, MOST_SIZED_PARTIES,
    ShareOf, ShareParty, ShareRequest, ShareRule, ShareSample, UnknownWorth,
};

use self::check::Sharing;
use self::core::worst_off;
use self::fraction::{Fraction, in_pence, in_pounds, pence, plain};
use self::game::Table;
use self::rules::{Ruled, Shares, full_table, ruled, sample_confidence};
use crate::error::{Pointer, ShareError};
use crate::unit::{Id, IdMap, Money};

/// Shares an amount, by each rule that is asked for.
///
/// # Errors
/// Those of the request: nobody there, or more than [`MOST_PARTIES`]; an id twice or unknown; what a rule goes by missing, below zero or all zero;
/// `estate_above_claims` with the surplus; `game_needed`; `coalitions_missing` with a list; `worth_contradicts`; `amount_differs`;
/// `no_imputation`; and, before the work, `group_too_large` and `too_much_work` with what would be possible.
pub fn share(request: &ShareRequest) -> Result<ShareAnswer, ShareError> {
    let root = Pointer::root();
    let sharing = Sharing::new(request)?;
    if let Some(asked) = request.sample {
        sample_confidence(asked, sharing.count())?;
    }
    let proposed = request.proposed.as_ref().map(|proposed| proposal(&sharing, proposed)).transpose()?;
    let groups = groups(&sharing)?;
    let list = root.key("rules");
    let mut results = Vec::with_capacity(request.rules.len());
    for (place, rule) in request.rules.iter().enumerate() {
        let ruled = ruled(*rule, &sharing, &list.index(place))?;
        results.push(result(*rule, &sharing, ruled, groups.as_ref())?);
    }
    Ok(ShareAnswer {
        amount: sharing.amount,
        of: request.of,
        side_by_side: side_by_side(&sharing, &results),
        core: groups.as_ref().map(|table| core_of(&sharing, table)).transpose()?.flatten(),
        proposed: proposed.zip(groups.as_ref()).map(|(shares, table)| fit(&sharing, table, &shares)),
        assumes: assumes(&sharing, &results),
        results,
    })
}

/// Every group's worth, costs below zero, where divisions are compared with it.
fn groups(sharing: &Sharing) -> Result<Option<Table>, ShareError> {
    let Some(game) = &sharing.game else { return Ok(None) };
    let needed = sharing.request.proposed.is_some();
    if !needed && (sharing.count() > MOST_CORE_PARTIES || game.refuse_partly(&sharing.names).is_err()) {
        return Ok(None);
    }
    let table = full_table(game, sharing, MOST_CORE_PARTIES, "comparing a division with what every group would have alone")?;
    Ok(Some(if sharing.request.of == ShareOf::Cost { table.negated() } else { table }))
}

/// A division that somebody proposes, in the order of the parties.
fn proposal(sharing: &Sharing, proposed: &IdMap<Money>) -> Result<Vec<Fraction>, ShareError> {
    let path = Pointer::root().key("proposed");
    if sharing.game.is_none() {
        return Err(ShareError::GameNeeded { path, rule: "proposed".to_owned() });
    }
    for id in proposed.keys() {
        sharing.names.place(id.as_str(), || path.key(id.as_str()))?;
    }
    let amount = |id: &&Id| {
        proposed.get(*id).map(|amount| amount.pence()).ok_or_else(|| ShareError::MissingField {
            path: path.clone(),
            field: id.to_string(),
            why: "a division says what everybody has, 0.00 for nothing".to_owned(),
        })
    };
    let amounts: Vec<i64> = sharing.names.ids().iter().map(amount).collect::<Result<_, _>>()?;
    // At most a thousand amounts of at most 10^12.
    let sum: i64 = amounts.iter().sum();
    if sum != sharing.amount.pence() {
        let sign = if sum < 0 { "-" } else { "" };
        return Err(ShareError::AmountDiffers {
            path,
            amount: sharing.amount.to_string(),
            other: format!("{sign}{}", fraction::pounds_and_pence(sum.unsigned_abs())),
            what: "what the proposed division comes to".to_owned(),
        });
    }
    Ok(amounts.into_iter().map(pence).collect())
}

fn result(rule: ShareRule, sharing: &Sharing, ruled: Ruled, groups: Option<&Table>) -> Result<ShareResult, ShareError> {
    let ids = sharing.names.ids();
    let blank = |id: &&Id, because: String| PartyShare {
        id: (*id).clone(),
        amount: None,
        exact: None,
        low: None,
        high: None,
        seen: None,
        error: None,
        because,
    };
    let of = sharing.request.of;
    let parties = ids.iter().zip(ruled.because).map(|(id, because)| blank(id, because));
    let mut made = ShareResult { rule, meaning: rule.meaning(of).to_owned(), shares: Vec::new(), sampled: None, core: None };
    match ruled.shares {
        Shares::Exact(exact) => {
            let amounts = in_pence(&exact, ids, sharing.amount)?;
            let filled = |((party, amount), exact): ((PartyShare, Money), &Fraction)| PartyShare {
                amount: Some(amount),
                exact: Some(in_pounds(exact)),
                ..party
            };
            made.shares = parties.zip(amounts).zip(&exact).map(filled).collect();
            made.core = groups.map(|table| fit(sharing, table, &exact));
        }
        Shares::Ranges(ranges) => {
            let filled = |(party, (low, high)): (PartyShare, (Fraction, Fraction))| PartyShare {
                low: Some(in_pounds(&low)),
                high: Some(in_pounds(&high)),
                ..party
            };
            made.shares = parties.zip(ranges).map(filled).collect();
        }
        Shares::Drawn(drawn, asked, confidence) => {
            let means: Vec<Fraction> = drawn.iter().map(|party| party.mean.clone()).collect();
            let amounts = in_pence(&means, ids, sharing.amount)?;
            let filled = |((party, amount), drawn): ((PartyShare, Money), &shapley::Drawn)| PartyShare {
                amount: Some(amount),
                seen: Some(in_pounds(&drawn.mean)),
                error: Some(drawn.error),
                ..party
            };
            made.shares = parties.zip(amounts).zip(&drawn).map(filled).collect();
            made.sampled = Some(ShareSampled {
                samples: asked.samples,
                seed: asked.seed,
                confidence,
                statement: format!(
                    "estimated from {} random orders drawn from the seed {}: with a chance of at least {confidence} every share is within \
                     its error, and another seed gives other numbers",
                    asked.samples, asked.seed
                ),
            });
        }
    }
    Ok(made)
}

/// Whether some group would do better alone than with these shares; costs are below zero in the table only.
fn fit(sharing: &Sharing, table: &Table, shares: &[Fraction]) -> CoreFit {
    let sign = pence(if sharing.request.of == ShareOf::Cost { -1 } else { 1 });
    let signed: Vec<Fraction> = shares.iter().map(|share| share * &sign).collect();
    let worst = worst_off(table, &signed);
    CoreFit {
        in_core: worst.is_none(),
        group: worst.as_ref().map(|against| sharing.names.members(against.group)).unwrap_or_default(),
        together: worst.as_ref().map(|against| in_pounds(&(&against.has * &sign))),
        alone: worst.as_ref().map(|against| in_pounds(&(&against.alone * &sign))),
        because: words::core_fit(sharing, worst.as_ref()),
    }
}

fn core_of(sharing: &Sharing, table: &Table) -> Result<Option<ShareCore>, ShareError> {
    if sharing.count() > MOST_NUCLEOLUS_PARTIES {
        return Ok(None);
    }
    let internal =
        || ShareError::Internal { path: Pointer::root().key("game"), what: "a linear program has no answer".to_owned() };
    let why = nucleolus::why_empty(table).ok_or_else(internal)?;
    let sign = pence(if sharing.request.of == ShareOf::Cost { -1 } else { 1 });
    let because = words::core(sharing, why.as_ref());
    let weighted =
        |(group, weight): &(usize, Fraction)| WeightedGroup { members: sharing.names.members(*group), weight: plain(weight) };
    Ok(Some(ShareCore {
        empty: why.is_some(),
        groups: why.as_ref().map(|why| why.groups.iter().map(weighted).collect()).unwrap_or_default(),
        alone: why.as_ref().map(|why| in_pounds(&(&why.worth * &sign))),
        because,
    }))
}

fn side_by_side(sharing: &Sharing, results: &[ShareResult]) -> Vec<ShareRow> {
    if results.len() < 2 {
        return Vec::new();
    }
    let row = |(party, id): (usize, &&Id)| {
        let cell = |result: &ShareResult| ShareCell {
            rule: result.rule,
            amount: result.shares.get(party).and_then(|share| share.amount),
        };
        let amounts: Vec<ShareCell> = results.iter().map(cell).collect();
        let known = || amounts.iter().filter_map(|cell| cell.amount);
        ShareRow { id: (*id).clone(), least: known().min(), most: known().max(), amounts }
    };
    sharing.names.ids().iter().enumerate().map(row).collect()
}

/// What the answer takes for granted.
fn assumes(sharing: &Sharing, results: &[ShareResult]) -> Vec<String> {
    let mut said = Vec::new();
    if results.iter().flat_map(|result| &result.shares).any(|share| share.amount.is_some()) {
        said.push(format!(
            "shares in pence sum to {} exactly: each is rounded down, and those with the largest remainders get a penny more; of equal \
             remainders, those first whose ids come first",
            sharing.amount
        ));
    }
    if results.iter().flat_map(|result| &result.shares).any(|share| share.low.is_some())
        && let Some(taking) = sharing.request.unknown_worth
    {
        let wide = match taking {
            UnknownWorth::Monotone => "every end can be reached",
            UnknownWorth::Superadditive => "the ranges may be wider than what can be",
        };
        said.push(format!(
            "of groups whose worth is not stated only this: {}; {wide}",
            words::granted(taking, sharing.request.of)
        ));
    }
    if results.iter().any(|result| result.rule.by_claims()) {
        said.push("claims are taken as they are stated: whether they are due is for the group to agree".to_owned());
    }
    if sharing.game.is_some() {
        said.push("what groups would have or pay alone is taken as it is stated".to_owned());
    }
    said
}

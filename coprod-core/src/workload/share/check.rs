//! Checks who shares how much, and by what.

use std::collections::BTreeMap;

use super::fraction::{Fraction, pence, pounds_and_pence};
use super::game::Form;
use super::request::{AboveClaims, MOST_PARTIES, ShareParty, ShareRequest};
use crate::error::{Pointer, ShareError};
use crate::group::listed;
use crate::unit::{Id, Money};

/// Those who share, by their place.
#[derive(Debug)]
pub(super) struct Names<'a> {
    ids: Vec<&'a Id>,
    labels: Vec<&'a str>,
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    fn new(parties: &'a [ShareParty]) -> Result<Self, ShareError> {
        let path = Pointer::root().key("parties");
        if parties.is_empty() {
            return Err(ShareError::EmptyGroup { path });
        }
        if parties.len() > MOST_PARTIES {
            let what = "sharing".to_owned();
            return Err(ShareError::GroupTooLarge { path, what, count: parties.len(), limit: MOST_PARTIES });
        }
        let mut places = BTreeMap::new();
        for (place, party) in parties.iter().enumerate() {
            if places.insert(party.id.as_str(), place).is_some() {
                return Err(ShareError::DuplicateId { path: path.index(place).key("id"), id: party.id.to_string() });
            }
        }
        let label = |party: &'a ShareParty| party.name.as_deref().unwrap_or(party.id.as_str());
        Ok(Self { ids: parties.iter().map(|party| &party.id).collect(), labels: parties.iter().map(label).collect(), places })
    }

    pub(super) fn ids(&self) -> &[&'a Id] {
        &self.ids
    }

    /// What people call it.
    pub(super) fn label(&self, party: usize) -> &'a str {
        self.labels.get(party).copied().unwrap_or_default()
    }

    /// The place of the party with this id.
    pub(super) fn place(&self, id: &str, path: impl FnOnce() -> Pointer) -> Result<usize, ShareError> {
        self.places.get(id).copied().ok_or_else(|| ShareError::UnknownMember { path: path(), id: id.chars().take(64).collect() })
    }

    /// The members of a group given by its bits.
    pub(super) fn members(&self, group: usize) -> Vec<Id> {
        let inside = self.ids.iter().enumerate().filter(|(place, _)| group >> place & 1 == 1);
        inside.map(|(_, id)| (*id).clone()).collect()
    }

    /// A group as it is written in a request.
    pub(super) fn group(&self, group: usize) -> String {
        self.members(group).iter().map(Id::as_str).collect::<Vec<_>>().join("+")
    }

    /// A group in words.
    pub(super) fn in_words(&self, group: usize) -> String {
        let inside = self.labels.iter().enumerate().filter(|(place, _)| group >> place & 1 == 1);
        listed(&inside.map(|(_, label)| *label).collect::<Vec<_>>())
    }
}

/// What is shared, checked as far as all rules need.
#[derive(Debug)]
pub(super) struct Sharing<'a> {
    pub(super) request: &'a ShareRequest,
    pub(super) names: Names<'a>,
    pub(super) amount: Money,
    pub(super) game: Option<Form>,
}

/// Claims, and what is left of the amount when all have theirs.
#[derive(Debug)]
pub(super) struct Claims {
    pub(super) pence: Vec<i64>,
    /// What is shared by the rule: at most the sum of all claims.
    pub(super) shared: Fraction,
    /// An equal part of the rest, for all who claim anything.
    pub(super) beyond: Fraction,
}

impl<'a> Sharing<'a> {
    pub(super) fn new(request: &'a ShareRequest) -> Result<Self, ShareError> {
        let root = Pointer::root();
        let names = Names::new(&request.parties)?;
        for (place, rule) in request.rules.iter().enumerate() {
            if request.rules.iter().take(place).any(|before| before == rule) {
                return Err(ShareError::DuplicateId { path: root.key("rules").index(place), id: rule.key().to_owned() });
            }
        }
        if request.rules.is_empty() && request.proposed.is_none() {
            let why = "nothing says how to share".to_owned();
            return Err(ShareError::MissingField { path: root.key("rules"), field: "rules".to_owned(), why });
        }
        if let Some(below) = request.amount.filter(|amount| amount.pence() < 0) {
            return Err(ShareError::NegativeAmount { path: root.key("amount"), amount: below.to_string() });
        }
        let for_game = |amount: Money| {
            let (claims, total) = claimed(&request.parties)?;
            match u64::try_from(amount.pence()).ok().and_then(|amount| amount.checked_sub(total)) {
                None | Some(0) => Ok(claims),
                Some(surplus) => Err(above_claims(surplus, total)),
            }
        };
        let game = request.game.as_ref().map(|game| Form::read(game, &names, request.amount, request.unknown_worth, for_game));
        let game = game.transpose()?;
        let of_all = game.as_ref().and_then(Form::of_all);
        let of_all = of_all.map(Money::from_pence).transpose().map_err(|error| ShareError::OutOfRange {
            path: root.key("game"),
            found: error.to_string(),
            bounds: "within the bounds of money".to_owned(),
        })?;
        let amount = match (request.amount, of_all) {
            (Some(amount), Some(all)) if amount != all => {
                return Err(ShareError::AmountDiffers {
                    path: root.key("amount"),
                    amount: amount.to_string(),
                    other: all.to_string(),
                    what: "what the game says of all together".to_owned(),
                });
            }
            (Some(amount), _) | (None, Some(amount)) => amount,
            (None, None) => {
                let why = "nothing else says how much there is to share".to_owned();
                return Err(ShareError::MissingField { path: root.key("amount"), field: "amount".to_owned(), why });
            }
        };
        if amount.pence() < 0 {
            return Err(ShareError::NegativeAmount { path: root.key("game"), amount: amount.to_string() });
        }
        Ok(Self { request, names, amount, game })
    }

    /// How many share.
    pub(super) fn count(&self) -> usize {
        self.names.ids.len()
    }

    /// The amount in pence.
    pub(super) fn whole(&self) -> Fraction {
        pence(self.amount.pence())
    }

    /// Everybody's claim.
    pub(super) fn claims(&self) -> Result<Claims, ShareError> {
        let (claims, total) = claimed(&self.request.parties)?;
        let amount = self.amount.pence().unsigned_abs();
        let Some(surplus) = amount.checked_sub(total).filter(|surplus| *surplus > 0) else {
            return Ok(Claims { pence: claims, shared: self.whole(), beyond: pence(0) });
        };
        match self.request.above_claims {
            None | Some(AboveClaims::Refuse) => Err(above_claims(surplus, total)),
            Some(AboveClaims::Equal) => {
                let claiming = claims.iter().filter(|claim| **claim > 0).count();
                if claiming == 0 {
                    return Err(nothing("claim"));
                }
                let beyond = pence(surplus) / num_bigint::BigInt::from(claiming);
                Ok(Claims { pence: claims, shared: pence(total), beyond })
            }
        }
    }

    /// Everybody's weight.
    pub(super) fn weights(&self) -> Result<Vec<Fraction>, ShareError> {
        let weight = |(place, party): (usize, &ShareParty)| {
            let here = Pointer::root().key("parties").index(place).key("weight");
            let weight = party.weight.ok_or_else(|| missing(&here, "weight", party, "0 for none"))?;
            if weight.is_negative() {
                return Err(ShareError::NegativeWeight { path: here, weight: weight.to_string() });
            }
            Ok(Fraction::new(weight.numer().into(), weight.denom().into()))
        };
        some_above_zero(self.request.parties.iter().enumerate().map(weight).collect::<Result<_, _>>()?, "weight")
    }

    /// Everybody's hours, in seconds.
    pub(super) fn seconds(&self) -> Result<Vec<Fraction>, ShareError> {
        let hours = |(place, party): (usize, &ShareParty)| {
            let here = Pointer::root().key("parties").index(place).key("hours");
            let hours = party.hours.ok_or_else(|| missing(&here, "hours", party, "0 for none"))?;
            Ok(pence(hours.seconds()))
        };
        some_above_zero(self.request.parties.iter().enumerate().map(hours).collect::<Result<_, _>>()?, "number of hours")
    }
}

fn missing(path: &Pointer, field: &str, party: &ShareParty, none: &str) -> ShareError {
    let why = format!("the rule goes by it, and \"{}\" has none; {none}", party.id);
    ShareError::MissingField { path: path.clone(), field: field.to_owned(), why }
}

fn nothing(what: &str) -> ShareError {
    ShareError::NothingToGoBy { path: Pointer::root().key("parties"), what: what.to_owned() }
}

fn some_above_zero(parts: Vec<Fraction>, what: &str) -> Result<Vec<Fraction>, ShareError> {
    if parts.iter().all(|part| *part == pence(0)) { Err(nothing(what)) } else { Ok(parts) }
}

/// Every claim and their sum, in pence.
fn claimed(parties: &[ShareParty]) -> Result<(Vec<i64>, u64), ShareError> {
    let claim = |(place, party): (usize, &ShareParty)| {
        let here = Pointer::root().key("parties").index(place).key("claim");
        let claim = party.claim.ok_or_else(|| missing(&here, "claim", party, "0.00 for nothing"))?;
        if claim.pence() < 0 {
            return Err(ShareError::NegativeAmount { path: here, amount: claim.to_string() });
        }
        Ok(claim.pence())
    };
    let claims: Vec<i64> = parties.iter().enumerate().map(claim).collect::<Result<_, _>>()?;
    // At most a thousand amounts of at most 10^12.
    let total = claims.iter().map(|claim| claim.unsigned_abs()).sum();
    Ok((claims, total))
}

fn above_claims(surplus: u64, claims: u64) -> ShareError {
    ShareError::EstateAboveClaims {
        path: Pointer::root().key("amount"),
        surplus: pounds_and_pence(surplus),
        claims: pounds_and_pence(claims),
    }
}

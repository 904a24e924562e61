//! Each rule's shares.

use super::check::{Claims, Sharing};
use super::claims::{equal_awards, equal_losses, fractions, piniles, proportional, talmud};
use super::core::least_content;
use super::fraction::{Fraction, pence, pounds_and_pence};
use super::game::{Form, Table, table};
use super::nucleolus::nucleolus;
use super::request::{
    MOST_NUCLEOLUS_PARTIES, MOST_SHAPLEY_PARTIES, MOST_SHARE_CELLS, MOST_SHARE_SAMPLE_STEPS, MOST_SHARE_SAMPLES,
    MOST_SHARE_STEPS, MOST_SIZED_PARTIES, ShareOf, ShareRule, ShareSample, UnknownWorth,
};
use super::shapley::{self, Drawn, Ranges, Sized};
use super::words;
use crate::error::{Pointer, ShareError};
use crate::unit::Ratio;

/// What a rule says, before rounding.
#[derive(Debug)]
pub(super) enum Shares {
    Exact(Vec<Fraction>),
    Ranges(Ranges),
    Drawn(Vec<Drawn>, ShareSample, Ratio),
}

/// A rule's shares, each with its reason.
pub(super) struct Ruled {
    pub(super) shares: Shares,
    pub(super) because: Vec<String>,
}

/// The shares under one rule; `path` is where it stands.
pub(super) fn ruled(rule: ShareRule, sharing: &Sharing, path: &Pointer) -> Result<Ruled, ShareError> {
    let whole = sharing.whole();
    let exact = |shares: Vec<Fraction>, because: Vec<String>| Ok(Ruled { shares: Shares::Exact(shares), because });
    match rule {
        ShareRule::Equal => {
            let shares = proportional(&vec![pence(1); sharing.count()], &whole);
            exact(shares, words::equal(sharing))
        }
        ShareRule::ByWeight => {
            let weights = sharing.weights()?;
            exact(proportional(&weights, &whole), words::by_weight(sharing, &weights))
        }
        ShareRule::ByHours => {
            let seconds = sharing.seconds()?;
            exact(proportional(&seconds, &whole), words::by_hours(sharing, &seconds))
        }
        ShareRule::ByClaim | ShareRule::Cea | ShareRule::Cel | ShareRule::Talmud | ShareRule::Piniles => {
            let claims = sharing.claims()?;
            let parts = fractions(&claims.pence);
            let (shares, level) = match rule {
                ShareRule::Cea => equal_awards(&parts, &claims.shared),
                ShareRule::Cel => equal_losses(&parts, &claims.shared),
                ShareRule::Talmud => (talmud(&parts, &claims.shared), None),
                ShareRule::Piniles => (piniles(&parts, &claims.shared), None),
                _ => (proportional(&parts, &claims.shared), None),
            };
            let because = words::by_claims(rule, sharing, &claims, &shares, level.as_ref());
            exact(with_rest(shares, &claims), because)
        }
        ShareRule::RandomArrival => {
            let claims = sharing.claims()?;
            if claims.beyond > pence(0) {
                let shares = fractions(&claims.pence);
                let because = words::by_claims(rule, sharing, &claims, &shares, None);
                return exact(with_rest(shares, &claims), because);
            }
            let form = Form::Bankruptcy { claims: claims.pence.clone(), estate: sharing.amount.pence() };
            let shares = valued(&form, sharing, path)?;
            let because = match &shares {
                Shares::Exact(exact) => words::by_claims(rule, sharing, &claims, exact, None),
                _ => words::drawn(sharing),
            };
            Ok(Ruled { shares, because })
        }
        ShareRule::Shapley => {
            let form = game(rule, sharing, path)?;
            let shares = valued(form, sharing, path)?;
            let because = words::shapley(sharing, form, &shares);
            Ok(Ruled { shares, because })
        }
        ShareRule::Nucleolus => {
            let table = full_table(game(rule, sharing, path)?, sharing, MOST_NUCLEOLUS_PARTIES, "the nucleolus")?;
            let table = if sharing.request.of == ShareOf::Cost { table.negated() } else { table };
            let alone: i64 = (0..table.parties).map(|party| table.of(1 << party)).sum();
            if alone > table.of(table.all()) {
                let alone = pounds_and_pence(alone.unsigned_abs());
                return Err(ShareError::NoImputation { path: path.clone(), alone, amount: sharing.amount.to_string() });
            }
            let wrong = || ShareError::Internal { path: path.clone(), what: "a linear program has no answer".to_owned() };
            let shares = nucleolus(&table).ok_or_else(wrong)?;
            let least: Vec<_> =
                (0..sharing.count()).map(|party| least_content(&table, &shares, |group| group >> party & 1 == 1)).collect();
            let because = words::nucleolus(sharing, &least);
            let sign = pence(if sharing.request.of == ShareOf::Cost { -1 } else { 1 });
            exact(shares.into_iter().map(|share| share * &sign).collect(), because)
        }
    }
}

/// An equal part of what is beyond all claims, for those who claim anything.
fn with_rest(shares: Vec<Fraction>, claims: &Claims) -> Vec<Fraction> {
    let more = |(share, claim): (Fraction, &i64)| if *claim > 0 { share + &claims.beyond } else { share };
    shares.into_iter().zip(&claims.pence).map(more).collect()
}

/// The game that a rule goes by.
fn game<'a>(rule: ShareRule, sharing: &'a Sharing, path: &Pointer) -> Result<&'a Form, ShareError> {
    sharing.game.as_ref().ok_or_else(|| ShareError::GameNeeded { path: path.clone(), rule: rule.key().to_owned() })
}

/// Every group's worth, for at most `limit` parties.
pub(super) fn full_table(form: &Form, sharing: &Sharing, limit: usize, what: &str) -> Result<Table, ShareError> {
    form.refuse_partly(&sharing.names)?;
    let (count, root) = (sharing.count(), Pointer::root());
    if count > limit {
        return Err(ShareError::GroupTooLarge { path: root.key("parties"), what: what.to_owned(), count, limit });
    }
    table(form, count).ok_or_else(|| ShareError::Internal { path: root, what: "a game has no table".to_owned() })
}

/// The Shapley value of a game, in the way that suits it.
fn valued(form: &Form, sharing: &Sharing, path: &Pointer) -> Result<Shares, ShareError> {
    let count = sharing.count();
    match form {
        Form::Table(table) => return Ok(Shares::Exact(shapley::from_table(table))),
        Form::Airport(costs) => return Ok(Shares::Exact(shapley::airport(costs))),
        Form::Parts(parts) => return Ok(Shares::Exact(shapley::parts(parts, count))),
        Form::Partly { known, taking } => return ranged(sharing, known, *taking).map(Shares::Ranges),
        Form::Bankruptcy { .. } | Form::Steps { .. } => {}
    }
    if count <= MOST_SHAPLEY_PARTIES
        && let Some(table) = table(form, count)
    {
        return Ok(Shares::Exact(shapley::from_table(&table)));
    }
    let game = Sized::of(form)
        .ok_or_else(|| ShareError::Internal { path: path.clone(), what: "a game by sizes has none".to_owned() })?;
    if count <= MOST_SIZED_PARTIES && shapley::cells(&game) <= MOST_SHARE_CELLS && shapley::steps(&game) <= MOST_SHARE_STEPS {
        return Ok(Shares::Exact(shapley::sized(&game)));
    }
    let Some(asked) = sharing.request.sample else {
        return Err(ShareError::TooMuchWork {
            path: path.clone(),
            what: format!("an exact mean over all orders of these {count} parties"),
            possible: format!(
                "set \"sample\" for an estimate with its error; exact for up to {MOST_SHAPLEY_PARTIES} parties, and for up to \
                 {MOST_SIZED_PARTIES} where amounts are whole multiples of a larger unit, such as whole pounds, or many are alike"
            ),
        });
    };
    let confidence = sample_confidence(asked, count)?;
    Ok(Shares::Drawn(shapley::drawn(&game, asked, confidence), asked, confidence))
}

/// The ends of what the Shapley value can be.
fn ranged(sharing: &Sharing, known: &[Option<i64>], taking: UnknownWorth) -> Result<Ranges, ShareError> {
    let count = sharing.count();
    let costs = sharing.request.of == ShareOf::Cost && taking == UnknownWorth::Superadditive;
    let negated: Vec<Option<i64>>;
    let worths = if costs {
        negated = known.iter().map(|worth| worth.map(|worth| -worth)).collect();
        &negated
    } else {
        known
    };
    let ranges = shapley::ranges(worths, count, taking).map_err(|group| ShareError::WorthContradicts {
        path: Pointer::root().key("game").key("worth"),
        group: sharing.names.group(group),
        what: words::granted(taking, sharing.request.of).to_owned(),
    })?;
    Ok(if costs { ranges.into_iter().map(|(low, high)| (-high, -low)).collect() } else { ranges })
}

/// The confidence of a sample that may be drawn.
pub(super) fn sample_confidence(asked: ShareSample, count: usize) -> Result<Ratio, ShareError> {
    let path = Pointer::root().key("sample");
    let internal = |error: crate::error::UnitError| ShareError::Internal { path: path.clone(), what: error.to_string() };
    let confidence = asked.confidence.map_or_else(|| Ratio::new(99, 100), Ok).map_err(internal)?;
    if confidence.numer() <= 0 || confidence.numer() >= confidence.denom() {
        return Err(ShareError::OutOfRange {
            path: path.key("confidence"),
            found: format!("a confidence of {confidence}"),
            bounds: "above 0 and below 1".to_owned(),
        });
    }
    let most = u64::from(MOST_SHARE_SAMPLES).min(MOST_SHARE_SAMPLE_STEPS / (count as u64).max(1));
    if asked.samples == 0 || u64::from(asked.samples) > most {
        return Err(ShareError::OutOfRange {
            path: path.key("samples"),
            found: format!("{} random orders of {count} parties", asked.samples),
            bounds: format!("from 1 to {most}"),
        });
    }
    Ok(confidence)
}

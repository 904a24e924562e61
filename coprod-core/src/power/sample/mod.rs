//! Power estimated from random coalitions and orders, for those who ask for it: any rule, with a stated confidence.
//!
//! Each sample is one coalition, for which everybody tosses a coin, and one order in which everybody comes round to yes. What it says
//! of a member is worked out exactly. How far what was seen may be from the truth follows from Hoeffding's inequality in its sharp form:
//! a mean of `n` independent numbers from 0 to 1 is as far from its expectation as `(seen, true)` to one side with a chance of at most
//! `exp(-n KL(seen, true))`, where `KL(a, b) = a ln(a/b) + (1-a) ln((1-a)/(1-b))` (Hoeffding 1963, theorem 1). The doubt that the caller allows is
//! shared out evenly among all numbers of the answer and both sides, so that all of them hold together with the confidence stated.

mod bound;
mod draws;

use serde::{Deserialize, Serialize};

use self::draws::{Seen, steps};
use super::game::Game;
use super::measure::MOST_MEMBERS_MEASURED;
use super::rule::{Compiled, Rule, Rules};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::{Member, Roster};
use crate::unit::{Exact, Id, Ratio};

/// The most samples of one request.
pub const MOST_SAMPLES: u32 = 1_000_000;

/// The most steps of one request: looks at one member's weight in one sum, or at one bar. About five seconds.
pub const MOST_SAMPLE_STEPS: u64 = 1 << 31;

/// A rule whose power is to be estimated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SampleRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// How many coalitions and orders to look at: 1 to 1000000. Four times as many halve the errors.
    pub samples: u32,
    /// What the samples are drawn from: the same seed draws the same.
    #[serde(default)]
    pub seed: u32,
    /// The chance with which all numbers of the answer are to be within their errors together: above 0 and below 1. `"0.99"` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Ratio>,
}

/// Power as it was seen in samples.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SampleAnswer {
    /// Each member's power, in the order of the request.
    pub members: Vec<SampledPower>,
    /// Each constituency's power, in order of first appearance; empty where members have none.
    pub constituencies: Vec<SampledConstituency>,
    /// Coleman's power of the group to act: the share of coalitions that pass.
    pub coleman_act: SampledNumber,
    /// How many coalitions and orders were looked at.
    pub samples: u32,
    /// What they were drawn from.
    pub seed: u32,
    /// The chance with which all numbers are within their errors together.
    pub confidence: Ratio,
    /// What this is, in a sentence.
    pub statement: String,
}

/// A number estimated from samples.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SampledNumber {
    /// What was seen, as an exact fraction of the samples.
    pub seen: Exact,
    /// The nearest floating-point number to it.
    pub value: f64,
    /// How far the truth is from it at most, with the confidence stated; rounded up.
    pub error: f64,
}

/// One member's power as it was seen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SampledPower {
    /// The member.
    pub id: Id,
    /// The chance that the member is critical when everybody else tosses a coin. Members who are alike were looked at together.
    pub banzhaf_absolute: SampledNumber,
    /// The chance that the member is the one who makes it pass when all say yes one after another in random order.
    pub shapley_shubik: SampledNumber,
    /// Whether the member's vote made a difference in any sample: if it did, it can matter. If it did not, it may still.
    pub seen_to_matter: bool,
    /// Whether nothing passes without the member: exact.
    pub veto: bool,
    /// Whether the member alone decides: exact.
    pub dictator: bool,
}

/// One constituency's power as it was seen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SampledConstituency {
    /// The constituency.
    pub id: Id,
    /// How many members it has.
    pub seats: usize,
    /// Its share of all members.
    pub share: Exact,
    /// The chance that one of its members makes it pass when all say yes one after another in random order.
    pub shapley_shubik: SampledNumber,
}

/// Estimates power.
///
/// # Errors
/// Those of checking the members and the rule; `out_of_range` for a number of samples or a confidence out of its range;
/// `too_much_work` for more than [`MOST_SAMPLE_STEPS`], with how many samples would be possible.
pub fn sample(request: &SampleRequest) -> Result<SampleAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_MEASURED)?;
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    let confidence = match request.confidence {
        Some(given) => given,
        None => Ratio::new(99, 100).map_err(ErrorReport::internal)?,
    };
    if confidence.numer() <= 0 || confidence.numer() >= confidence.denom() {
        let detail = format!("a confidence of {confidence} is not above 0 and below 1");
        return Err(PowerError::OutOfRange { path: root.key("confidence"), detail }.into());
    }
    let game = Game::of(&rule);
    let most = u64::from(MOST_SAMPLES).min(MOST_SAMPLE_STEPS / steps(&game));
    if request.samples == 0 || u64::from(request.samples) > most {
        let detail = format!("{} samples of this group and rule are outside 1 to {most}", request.samples);
        return Err(PowerError::OutOfRange { path: root.key("samples"), detail }.into());
    }
    let seen = Seen::of(&game, request.samples, u64::from(request.seed));
    Ok(answered(&rule, &roster, &game, &seen, Asked { samples: request.samples, seed: request.seed, confidence }))
}

struct Asked {
    samples: u32,
    seed: u32,
    confidence: Ratio,
}

fn answered(rule: &Compiled, roster: &Roster, game: &Game, seen: &Seen, asked: Asked) -> SampleAnswer {
    // Two numbers a kind, one a constituency, and the chance to pass.
    let numbers = 2 * game.kinds.len() + roster.constituencies().len() + 1;
    let limit = bound::Limit::new(asked.samples, asked.confidence, numbers);
    let never = || limit.certain(0);
    let member = |(id, kind): (&Id, Option<usize>)| {
        let of = |counts: &[u64]| {
            let kind = kind?;
            Some(limit.of(*counts.get(kind)?, game.kinds.get(kind)?.len()))
        };
        SampledPower {
            id: id.clone(),
            banzhaf_absolute: of(&seen.swings).unwrap_or_else(never),
            shapley_shubik: kind
                .and_then(|kind| Some(limit.shared(*seen.pivots.get(kind)?, game.kinds.get(kind)?.len())))
                .unwrap_or_else(never),
            seen_to_matter: kind.is_some_and(|kind| {
                [&seen.swings, &seen.pivots].iter().any(|counts| counts.get(kind).is_some_and(|count| *count > 0))
            }),
            veto: kind.is_some_and(|kind| seen.is_veto(game, kind)),
            dictator: kind.is_some_and(|kind| seen.is_dictator(game, kind)),
        }
    };
    let constituency = |(id, seats): &(Id, Vec<usize>)| {
        let pivots = seats.iter().filter_map(|seat| seen.pivots_of_members.get(*seat)).sum();
        SampledConstituency {
            id: id.clone(),
            seats: seats.len(),
            share: Exact::new(seats.len(), rule.len()).unwrap_or_else(Exact::zero),
            shapley_shubik: limit.of(pivots, 1),
        }
    };
    SampleAnswer {
        members: rule.ids().iter().zip(game.kind_of(rule.len())).map(member).collect(),
        constituencies: roster.constituencies().iter().map(constituency).collect(),
        coleman_act: limit.of(seen.passed, 1),
        samples: asked.samples,
        seed: asked.seed,
        confidence: asked.confidence,
        statement: format!(
            "estimated from {} random coalitions and as many random orders drawn from the seed {}: with a chance of at least {} every number \
             is within its error, and another seed gives other numbers",
            asked.samples, asked.seed, asked.confidence
        ),
    }
}

#[cfg(test)]
mod tests;

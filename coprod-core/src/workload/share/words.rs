//! Reasons in plain English.

use num_traits::Zero;

use super::check::{Claims, Sharing};
use super::claims::{halved, sum};
use super::core::Against;
use super::fraction::{Fraction, money_said, pence, plain, said};
use super::game::Form;
use super::nucleolus::Balanced;
use super::request::{ShareOf, ShareRule, UnknownWorth};
use super::rules::Shares;
use crate::unit::Hours;

impl ShareRule {
    /// The rule as it stands in a request.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::ByWeight => "by_weight",
            Self::ByHours => "by_hours",
            Self::ByClaim => "by_claim",
            Self::Cea => "cea",
            Self::Cel => "cel",
            Self::Talmud => "talmud",
            Self::RandomArrival => "random_arrival",
            Self::Piniles => "piniles",
            Self::Shapley => "shapley",
            Self::Nucleolus => "nucleolus",
        }
    }

    /// Whether the rule goes by claims.
    pub(super) const fn by_claims(self) -> bool {
        matches!(self, Self::ByClaim | Self::Cea | Self::Cel | Self::Talmud | Self::RandomArrival | Self::Piniles)
    }

    /// The rule in a sentence.
    pub(super) const fn meaning(self, of: ShareOf) -> &'static str {
        match (self, of) {
            (Self::Equal, _) => "The same for everybody.",
            (Self::ByWeight, _) => "In proportion to the weights stated.",
            (Self::ByHours, _) => "In proportion to the hours worked.",
            (Self::ByClaim, _) => "The same part of every claim.",
            (Self::Cea, _) => "Equal awards: the same for everybody, but nobody more than their claim.",
            (Self::Cel, _) => "Equal losses: everybody is the same amount below their claim, but nobody below 0.",
            (Self::Talmud, _) => {
                "The rule of the Talmud: equal awards up to half of each claim; what is beyond half of all claims, so that everybody is the \
                 same amount below their claim, but nobody below half of it."
            }
            (Self::RandomArrival, _) => {
                "Random arrival: the mean over all orders in which everybody takes their claim while there is something left."
            }
            (Self::Piniles, _) => "Piniles' rule: equal awards up to half of each claim, then once more up to the other half.",
            (Self::Shapley, ShareOf::Cost) => {
                "The Shapley value: the mean, over all orders in which they could join, of the cost that each adds."
            }
            (Self::Shapley, _) => "The Shapley value: the mean, over all orders in which they could join, of what each adds.",
            (Self::Nucleolus, ShareOf::Cost) => {
                "The nucleolus: the group that saves least against going alone saves as much as possible, then the next, and so on."
            }
            (Self::Nucleolus, _) => {
                "The nucleolus: the group that has least beyond what it would have alone has as much as possible, then the next, and so on."
            }
        }
    }
}

/// What may be taken for granted, in words that follow "if".
pub(super) const fn granted(taking: UnknownWorth, of: ShareOf) -> &'static str {
    match (taking, of) {
        (UnknownWorth::Monotone, ShareOf::Cost) => "no group pays less than a smaller group within it",
        (UnknownWorth::Monotone, _) => "no group has less than a smaller group within it",
        (UnknownWorth::Superadditive, ShareOf::Cost) => "two groups never pay more together than each by itself",
        (UnknownWorth::Superadditive, _) => "two groups never have less together than each by itself",
    }
}

const fn gets(of: ShareOf) -> &'static str {
    if matches!(of, ShareOf::Cost) { "pays" } else { "gets" }
}

const fn have(of: ShareOf) -> &'static str {
    if matches!(of, ShareOf::Cost) { "pay" } else { "have" }
}

/// A sentence for each party, from what its place is.
fn each(sharing: &Sharing, say: impl Fn(usize, &str, &str) -> String) -> Vec<String> {
    let gets = gets(sharing.request.of);
    (0..sharing.count()).map(|party| say(party, sharing.names.label(party), gets)).collect()
}

pub(super) fn equal(sharing: &Sharing) -> Vec<String> {
    let count = sharing.count();
    each(sharing, |_, name, gets| match count {
        1 => format!("{name} {gets} all of it."),
        _ => format!("{name} {gets} one of {count} equal parts."),
    })
}

pub(super) fn by_weight(sharing: &Sharing, weights: &[Fraction]) -> Vec<String> {
    let all = sum(weights);
    each(sharing, |party, name, gets| match weights.get(party) {
        Some(weight) if !weight.is_zero() => {
            format!("{name} {gets} {} of the amount: weight {weight} of {all} in all.", plain(&(weight / &all)))
        }
        _ => format!("{name} has weight 0 and {gets} nothing."),
    })
}

pub(super) fn by_hours(sharing: &Sharing, seconds: &[Fraction]) -> Vec<String> {
    let all = sum(seconds);
    let in_all = plain(&(&all / pence(3600)));
    each(sharing, |party, name, gets| {
        let own = seconds.get(party).cloned().unwrap_or_else(Fraction::zero);
        let hours = sharing.request.parties.get(party).and_then(|party| party.hours).map_or_else(String::new, Hours::in_words);
        format!("{name} {gets} {} of the amount for {hours} of {in_all} worked in all.", plain(&(own / &all)))
    })
}

/// What a rule for claims does for each, before anything beyond all claims.
pub(super) fn by_claims(
    rule: ShareRule,
    sharing: &Sharing,
    claims: &Claims,
    shares: &[Fraction],
    level: Option<&Fraction>,
) -> Vec<String> {
    let own: Vec<Fraction> = claims.pence.iter().map(|claim| pence(*claim)).collect();
    let halves = halved(&own);
    let all = sum(&own);
    let first_half = claims.shared <= sum(&halves);
    let covered = claims.shared == all;
    each(sharing, |party, name, gets| {
        let (Some(claim), Some(half), Some(share)) = (own.get(party), halves.get(party), shares.get(party)) else {
            return String::new();
        };
        let of_claim = format!("its claim of {}", said(claim));
        if claim.is_zero() {
            return format!("{name} claims nothing and {gets} nothing.");
        }
        if covered {
            let more = if claims.beyond.is_zero() {
                String::new()
            } else {
                format!(", and {} as an equal part of what is left over", said(&claims.beyond))
            };
            return format!("{name} {gets} all of {of_claim}, as the amount covers all claims{more}.");
        }
        let lost = claim - share;
        match rule {
            ShareRule::Cea => match level {
                Some(level) if claim > level => {
                    format!("{name} {gets} {} of {of_claim}, as everybody does who claims more than that.", said(share))
                }
                Some(level) => {
                    format!("{name} {gets} all of {of_claim}, which is not above the {} that others get.", said(level))
                }
                None => format!("{name} {gets} all of {of_claim}."),
            },
            ShareRule::Cel => match level {
                Some(level) if claim > level => {
                    format!("{name} {gets} {of_claim} less {}, the same for everybody who claims more than that.", said(level))
                }
                Some(level) => {
                    format!("{name} {gets} nothing: {of_claim} is not above the {} that others go without.", said(level))
                }
                None => format!("{name} {gets} nothing of {of_claim}."),
            },
            ShareRule::Talmud if first_half && share == half => {
                format!("{name} {gets} half of {of_claim}: there is at most half of all claims, and equal awards end there.")
            }
            ShareRule::Talmud if first_half => format!(
                "{name} {gets} {} of {of_claim}, as everybody does whose half claim is more: there is at most half of all claims.",
                said(share)
            ),
            ShareRule::Talmud if lost == *half => {
                format!("{name} {gets} half of {of_claim}: there is more than half of all claims, and nobody goes below that.")
            }
            ShareRule::Talmud => format!(
                "{name} {gets} {of_claim} less {}, the same for everybody whose half claim is more: there is more than half of all claims.",
                said(&lost)
            ),
            ShareRule::Piniles if first_half => {
                format!("{name} {gets} {} of {of_claim}: equal awards, up to half of each claim.", said(share))
            }
            ShareRule::Piniles => format!(
                "{name} {gets} half of {of_claim}, and {} of the rest: equal awards, up to the other half.",
                said(&(share - half))
            ),
            ShareRule::RandomArrival => format!(
                "{name} {gets} {} on average over all orders in which everybody takes their claim while there is something left; it claims {}.",
                said(share),
                said(claim)
            ),
            _ => format!("{name} {gets} {} of {of_claim}, the same part as everybody.", plain(&(share / claim))),
        }
    })
}

pub(super) fn drawn(sharing: &Sharing) -> Vec<String> {
    each(sharing, |_, name, gets| format!("{name} {gets} what it was seen to add in random orders, on average."))
}

pub(super) fn shapley(sharing: &Sharing, form: &Form, shares: &Shares) -> Vec<String> {
    let of = sharing.request.of;
    each(sharing, |party, name, gets| {
        let ends = form.alone_and_added(party);
        let alone = ends.map_or_else(String::new, |(alone, added)| {
            let (alone, added) = (said(&pence(alone)), said(&pence(added)));
            format!("Alone, {name} would {} {alone}; joining all the others it adds {added}. ", have(of))
        });
        let mean = match shares {
            Shares::Exact(shares) => {
                let share = shares.get(party).map_or_else(String::new, said);
                format!("Over all orders of joining, it adds {share} on average, and {gets} that.")
            }
            Shares::Drawn(..) => format!("It {gets} what it was seen to add in random orders, on average."),
            Shares::Ranges(ranges) => {
                let (low, high) = ranges.get(party).map_or_else(Default::default, |(low, high)| (said(low), said(high)));
                format!(
                    "Over all orders of joining, {name} adds from {low} to {high} on average, depending on the groups not stated."
                )
            }
        };
        format!("{alone}{mean}")
    })
}

/// `least`: for each party the group with it that has least beyond its worth; costs are negative.
pub(super) fn nucleolus(sharing: &Sharing, least: &[Option<Against>]) -> Vec<String> {
    let cost = sharing.request.of == ShareOf::Cost;
    each(sharing, |party, name, gets| match least.get(party) {
        Some(Some(against)) => {
            let beyond = &against.has - &against.alone;
            let group = sharing.names.in_words(against.group);
            let (sign, what) = match (beyond < pence(0), cost) {
                (false, false) => (1, "more than alone"),
                (true, false) => (-1, "less than alone"),
                (false, true) => (1, "less than alone"),
                (true, true) => (-1, "more than alone"),
            };
            let amount = said(&(beyond * pence(sign)));
            format!(
                "Of all groups with {name}, {group} {gets} the least beyond going alone: {amount} {what}. No other division does better \
                 for the group that does least well."
            )
        }
        _ => format!("{name} {gets} all of it."),
    })
}

/// Whether a division is in the core; costs are negative in `worst`.
pub(super) fn core_fit(sharing: &Sharing, worst: Option<&Against>) -> String {
    let of = sharing.request.of;
    let Some(against) = worst else { return "No group would do better alone.".to_owned() };
    let sign = pence(if of == ShareOf::Cost { -1 } else { 1 });
    let have = if of == ShareOf::Cost { "pay" } else { "get" };
    format!(
        "Alone, {} would do better: here {} {} {}, alone it would be {}.",
        sharing.names.in_words(against.group),
        if against.group.is_power_of_two() { "they" } else { "they together" },
        have,
        said(&(&against.has * &sign)),
        said(&(&against.alone * &sign)),
    )
}

/// Whether any division is; costs are negative in `why`.
pub(super) fn core(sharing: &Sharing, why: Option<&Balanced>) -> String {
    let of = sharing.request.of;
    let Some(why) = why else { return "There are divisions in which no group would do better alone.".to_owned() };
    let sign = pence(if of == ShareOf::Cost { -1 } else { 1 });
    let groups: Vec<String> =
        why.groups.iter().map(|(group, weight)| format!("{} x {}", plain(weight), sharing.names.group(*group))).collect();
    format!(
        "In every division some group would do better alone: {}, in which every party counts once, would {} {} alone, and there is {} to share.",
        groups.join(" + "),
        have(of),
        said(&(&why.worth * &sign)),
        money_said(sharing.amount)
    )
}

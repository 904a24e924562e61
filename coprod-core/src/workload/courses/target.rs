//! Targets against a baseline, comparisons by a rate, and aims with or without an indicator.

use serde::{Deserialize, Serialize};

use super::words::{count, many};
use crate::error::{Pointer, WorkloadError};
use crate::unit::{Date, Ratio};

/// So many targets, comparisons and aims at most.
pub const MOST_TARGETS: usize = 100;

/// People, courses or learners counted, at most.
const MOST_COUNTED: u32 = 1_000_000_000;

/// "20 % more by October 2019".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseTarget {
    /// What is counted, in any words: `staff who teach with us`.
    pub what: String,
    /// How many there were when the target was set, at least 1. Without it nobody can say whether the target is met, and it is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<u32>,
    /// The day on which the baseline was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_on: Option<Date>,
    /// By which part it is to grow, above 0: `"1/5"` or `"0.2"` for 20 % more. At most 100.
    pub increase: Ratio,
    /// The day by which.
    pub by: Date,
    /// How many there are now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<u32>,
    /// The day on which `now` was counted: says whether there is time left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now_on: Option<Date>,
}

/// So many of so many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseRate {
    /// Whose: `us`, the name of another college.
    pub name: String,
    /// How many: people who teach.
    pub count: u32,
    /// Of how many: people employed. A count alone compares nothing, and is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u32>,
}

/// "Fewer staff teach with us, relatively speaking, than elsewhere."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CourseComparison {
    /// What is compared, in any words: `staff who teach, of staff employed`.
    pub what: String,
    /// Our own rate.
    pub ours: CourseRate,
    /// Those whom it is compared with, at least one and at most 100.
    #[serde(default)]
    pub others: Vec<CourseRate>,
}

/// An aim, and what would show that it is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatedAim {
    /// The aim, in any words: `transform the culture`.
    pub aim: String,
    /// What would show it: a count, a rate, what people say when asked the same question twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
}

/// Targets, comparisons and aims of a college.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TargetsRequest {
    /// Targets with a date, at most 100.
    #[serde(default)]
    pub targets: Vec<CourseTarget>,
    /// Comparisons with others, at most 100.
    #[serde(default)]
    pub comparisons: Vec<CourseComparison>,
    /// Aims, at most 100.
    #[serde(default)]
    pub aims: Vec<StatedAim>,
}

/// Where a target stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TargetState {
    /// There are as many now, counted by the day.
    Met,
    /// There are as many now, counted after the day, so it may have been met too late; or it is not said when they were counted.
    MetDayUnclear,
    /// There are fewer, counted before the day has passed.
    Open,
    /// There are fewer, counted on the day or after it.
    Missed,
    /// There are fewer; it is not said when they were counted.
    NotMetDayUnclear,
    /// It is not said how many there are now.
    NotCounted,
}

/// A target in whole people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TargetTold {
    /// What is counted.
    pub what: String,
    /// The smallest whole number that is at least the baseline and its increase.
    pub target: u32,
    /// How many more than at the baseline.
    pub more: u32,
    /// The day by which.
    pub by: Date,
    /// Where it stands.
    pub state: TargetState,
    /// How many are lacking now; null if it is not said how many there are.
    pub lacking: Option<u32>,
    /// The same in words.
    pub words: String,
}

/// How two rates compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RatesCompared {
    /// Ours is lower.
    Lower,
    /// They are the same.
    Same,
    /// Ours is higher.
    Higher,
}

/// Our rate against another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateAgainst {
    /// Whose.
    pub name: String,
    /// Their rate.
    pub rate: Ratio,
    /// Ours against it.
    pub ours: RatesCompared,
    /// How many more of ours would make our rate at least theirs; 0 if it is.
    pub lacking: u32,
    /// The same in words.
    pub words: String,
}

/// A comparison by rates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ComparisonTold {
    /// What is compared.
    pub what: String,
    /// Our rate.
    pub ours: Ratio,
    /// Each of the others, in the order of the request.
    pub others: Vec<RateAgainst>,
    /// The same in words.
    pub words: String,
}

/// An aim, and whether anything would show that it is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AimTold {
    /// The aim.
    pub aim: String,
    /// Whether it has an indicator.
    pub has_indicator: bool,
    /// The same in words.
    pub words: String,
}

/// What can be said of targets, comparisons and aims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TargetsAnswer {
    /// Each target.
    pub targets: Vec<TargetTold>,
    /// Each comparison.
    pub comparisons: Vec<ComparisonTold>,
    /// Each aim.
    pub aims: Vec<AimTold>,
}

/// Targets in whole people, comparisons by rates, and aims without an indicator.
///
/// ```
/// use coprod_core::workload::courses::{TargetsRequest, targets};
///
/// let request: TargetsRequest = serde_json::from_str(
///     r#"{"targets": [{"what": "staff tutors", "baseline": 11, "increase": "1/5", "by": "2019-10-31"}]}"#,
/// )?;
/// assert_eq!(targets(&request)?.targets[0].target, 14); // 13.2, and there is no fifth of a person
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// `no_baseline` for a target without one, or with one of 0; `rate_needed` for a count without what it is of; `comparator_needed` without anybody to compare
/// with; `division_by_zero` for a rate of none; `out_of_range` for an increase that is not above 0 or above 100, for counts above 10^9, and for more
/// people counted than there are; `dates_reversed` for a target before its baseline; `too_many` above [`MOST_TARGETS`].
pub fn targets(request: &TargetsRequest) -> Result<TargetsAnswer, WorkloadError> {
    let root = Pointer::root();
    for (key, count) in
        [("targets", request.targets.len()), ("comparisons", request.comparisons.len()), ("aims", request.aims.len())]
    {
        if count > MOST_TARGETS {
            return Err(WorkloadError::TooMany { path: root.key(key), what: "entries", count, limit: MOST_TARGETS });
        }
    }
    let each = |key: &str, number: usize| Pointer::root().key(key).index(number);
    let all = request.targets.iter().enumerate();
    let targets = all.map(|(number, target)| told(target, &each("targets", number))).collect::<Result<_, _>>()?;
    let all = request.comparisons.iter().enumerate();
    let comparisons = all.map(|(number, one)| compared(one, &each("comparisons", number))).collect::<Result<_, _>>()?;
    Ok(TargetsAnswer { targets, comparisons, aims: request.aims.iter().map(aim).collect() })
}

fn counted(path: Pointer, number: u32) -> Result<i64, WorkloadError> {
    if number > MOST_COUNTED {
        return Err(WorkloadError::OutOfRange { path, found: number.to_string(), bounds: "of at most 1000000000".to_owned() });
    }
    Ok(i64::from(number))
}

fn told(target: &CourseTarget, path: &Pointer) -> Result<TargetTold, WorkloadError> {
    let what = &target.what;
    let Some(baseline) = target.baseline.filter(|baseline| *baseline > 0) else {
        let why = if target.baseline.is_some() { "a part of 0 is 0" } else { "there is none" };
        return Err(WorkloadError::NoBaseline { path: path.key("baseline"), what: what.clone(), why });
    };
    let baseline = counted(path.key("baseline"), baseline)?;
    let increase = target.increase;
    let out = || WorkloadError::OutOfRange {
        path: path.key("increase"),
        found: increase.to_string(),
        bounds: "above 0 and up to 100, as a part: 1/5 for 20 % more".to_owned(),
    };
    if increase <= Ratio::ZERO || increase > Ratio::from(100) {
        return Err(out());
    }
    if let Some(day) = target.counted_on.filter(|day| *day >= target.by) {
        let detail = format!("the target is for {}, and its baseline was counted on {}", target.by.in_words(), day.in_words());
        return Err(WorkloadError::DatesReversed { path: path.key("by"), detail });
    }
    let now = target.now.map(|now| counted(path.key("now"), now)).transpose()?;
    // The baseline is at most 10^9 and the increase at most 100, so only a long denominator could be too much.
    let more = Ratio::new(baseline, 1).and_then(|baseline| baseline.times(increase)).map_err(|_| out())?;
    let more = more.numer().div_euclid(more.denom()) + i64::from(more.whole().is_none());
    let goal = baseline + more;
    let lacking = now.map(|now| (goal - now).max(0));
    let state = match (lacking, target.now_on) {
        (None, _) => TargetState::NotCounted,
        (Some(0), Some(day)) if day <= target.by => TargetState::Met,
        (Some(0), _) => TargetState::MetDayUnclear,
        (Some(_), Some(day)) if day < target.by => TargetState::Open,
        (Some(_), Some(_)) => TargetState::Missed,
        (Some(_), None) => TargetState::NotMetDayUnclear,
    };
    let by = target.by.in_words();
    let part = part_in_words(increase);
    let then = format!("{what}: {part} more than {baseline} is {goal}, {more} more, by {by}");
    let lacks = lacking.unwrap_or(0);
    let stands = match state {
        TargetState::NotCounted => "how many there are now is not said".to_owned(),
        TargetState::Met => "met".to_owned(),
        TargetState::MetDayUnclear => "there are as many now, but it is not shown that there were by the day".to_owned(),
        TargetState::Open => format!("{lacks} lacking so far"),
        TargetState::Missed => format!("missed by {lacks}"),
        TargetState::NotMetDayUnclear => format!("{lacks} lacking; when they were counted is not said"),
    };
    Ok(TargetTold {
        what: what.clone(),
        target: count(goal),
        more: count(more),
        by: target.by,
        state,
        lacking: lacking.map(count),
        words: format!("{then}: {stands}"),
    })
}

/// "20 %" where that is a whole number, else the fraction.
fn part_in_words(part: Ratio) -> String {
    let percent = part.times(Ratio::from(100)).ok().and_then(Ratio::whole);
    percent.map_or_else(|| format!("{part}"), |percent| format!("{percent} %"))
}

/// The count, what it is of, and the rate.
fn rate(rate: &CourseRate, path: &Pointer) -> Result<(i64, i64, Ratio), WorkloadError> {
    let Some(of) = rate.of else {
        return Err(WorkloadError::RateNeeded { path: path.clone(), name: rate.name.clone(), count: rate.count });
    };
    if of == 0 {
        return Err(WorkloadError::DivisionByZero { path: path.key("of"), name: rate.name.clone() });
    }
    let (all, some) = (counted(path.key("of"), of)?, counted(path.key("count"), rate.count)?);
    if some > all {
        return Err(WorkloadError::OutOfRange {
            path: path.key("count"),
            found: some.to_string(),
            bounds: format!("of at most {all}, of how many it is said to be"),
        });
    }
    let ratio =
        Ratio::new(some, all).map_err(|_| WorkloadError::DivisionByZero { path: path.key("of"), name: rate.name.clone() })?;
    Ok((some, all, ratio))
}

fn compared(comparison: &CourseComparison, path: &Pointer) -> Result<ComparisonTold, WorkloadError> {
    let (some, all, ours) = rate(&comparison.ours, &path.key("ours"))?;
    if comparison.others.is_empty() {
        return Err(WorkloadError::ComparatorNeeded { path: path.key("others"), what: comparison.what.clone() });
    }
    if comparison.others.len() > MOST_TARGETS {
        let (count, limit) = (comparison.others.len(), MOST_TARGETS);
        return Err(WorkloadError::TooMany { path: path.key("others"), what: "others", count, limit });
    }
    let mut others = Vec::new();
    for (number, other) in comparison.others.iter().enumerate() {
        let (their_some, their_all, theirs) = rate(other, &path.key("others").index(number))?;
        // All are at most 10^9, so the products fit.
        let wanted = (their_some * all + their_all - 1) / their_all;
        let lacking = (wanted - some).max(0);
        let (how, than) = match ours.cmp(&theirs) {
            std::cmp::Ordering::Less => (RatesCompared::Lower, "a lower rate than"),
            std::cmp::Ordering::Equal => (RatesCompared::Same, "the same rate as"),
            std::cmp::Ordering::Greater => (RatesCompared::Higher, "a higher rate than"),
        };
        let more = if lacking == 0 { String::new() } else { format!("; {lacking} more would make it at least theirs") };
        let words = format!("{some} of {all} is {than} {their_some} of {their_all} ({}){more}", other.name);
        others.push(RateAgainst { name: other.name.clone(), rate: theirs, ours: how, lacking: count(lacking), words });
    }
    let lower = others.iter().filter(|other| other.ours == RatesCompared::Lower).count();
    let words = format!(
        "{}: {} has {some} of {all}, a lower rate than {lower} of {}",
        comparison.what,
        comparison.ours.name,
        many(count(others.len()), "other")
    );
    Ok(ComparisonTold { what: comparison.what.clone(), ours, others, words })
}

fn aim(stated: &StatedAim) -> AimTold {
    let indicator = stated.indicator.as_deref().map(str::trim).filter(|indicator| !indicator.is_empty());
    let words = match indicator {
        None => format!(
            "\"{}\" has no indicator: nothing says what would show that it is reached, so nobody can claim that it is, or is not",
            stated.aim
        ),
        Some(indicator) => format!("\"{}\" would show in: {indicator}", stated.aim),
    };
    AimTold { aim: stated.aim.clone(), has_indicator: indicator.is_some(), words }
}

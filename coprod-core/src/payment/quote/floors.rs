//! Whether pay reaches the wage floors.
//!
//! What is compared is the fee, without pay for travelling, over the hours of activity and preparation, exactly: the law counts
//! preparation that is asked for as work, and ordinary travel between home and the place of work not. (National Minimum Wage
//! Regulations 2015, <https://www.legislation.gov.uk/uksi/2015/621>.)

use super::{FloorName, FloorOutcome, Notes, Pay, QuoteWarningCode, WageFloor};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{
    Dated, Fact, Key, MINIMUM_WAGE_AGE_18_TO_20, MINIMUM_WAGE_AGE_21_TO_22, MINIMUM_WAGE_AGE_23_TO_24,
    MINIMUM_WAGE_AGE_25_AND_OVER, MINIMUM_WAGE_LIVING_WAGE_AGE, MINIMUM_WAGE_UNDER_18, REAL_LIVING_WAGE_LONDON,
    REAL_LIVING_WAGE_UK, Reach,
};
use crate::payment::Engagement;
use crate::unit::{Hours, Money, Ratio};

const HOURS_QUESTION: &str = "how many hours does it take, preparation included?";
const AGE_QUESTION: &str = "how old is the person at the start of the pay period?";

/// The floors where no fee may be offered.
pub(super) fn none() -> Vec<WageFloor> {
    [FloorName::MinimumWage, FloorName::RealLivingWageUk, FloorName::RealLivingWageLondon]
        .map(|floor| Floor { floor, name: words(floor).to_owned() }.not_applicable("no fee is offered before advice"))
        .into()
}

/// All floors.
pub(super) fn all(
    work: &Engagement,
    at: &Pointer,
    pay: &Pay,
    reach: Reach,
    notes: &mut Notes,
) -> Result<Vec<WageFloor>, PaymentError> {
    let minimum = minimum_wage(work, at, pay, reach, notes)?;
    let uk = real_living_wage(work, at, pay, reach, notes, FloorName::RealLivingWageUk)?;
    let london = real_living_wage(work, at, pay, reach, notes, FloorName::RealLivingWageLondon)?;
    Ok(vec![minimum, uk, london])
}

/// The minimum wage on the first day of the pay period, for the age at that time.
fn minimum_wage(work: &Engagement, at: &Pointer, pay: &Pay, reach: Reach, notes: &mut Notes) -> Result<WageFloor, PaymentError> {
    let (on, on_at) = match work.pay_period_start {
        Some(start) => (start, at.key("pay_period_start")),
        None => (work.date, at.key("date")),
    };
    let mut floor = Floor { floor: FloorName::MinimumWage, name: words(FloorName::MinimumWage).to_owned() };
    if let Some(age) = work.age.filter(|age| *age < 16) {
        let text =
            format!("the person is {age}: work of children needs its own permission, and a grown-up who is responsible for them");
        notes.warn(QuoteWarningCode::Child, text);
        return Ok(floor.not_applicable("the minimum wage starts at the end of compulsory schooling"));
    }
    // Without an age the highest rate decides: whoever reaches that reaches every other.
    let Dated { value, fact } = band(work.age).at(on, reach, &on_at)?;
    notes.fact(Some(&fact));
    let from_age = MINIMUM_WAGE_LIVING_WAGE_AGE.at(on, reach, &on_at)?.value;
    if work.age.is_none_or(|age| u32::from(age) >= from_age) {
        "National Living Wage".clone_into(&mut floor.name);
    }
    let mut checked = floor.compare(pay, value, &fact, notes)?;
    if work.age == Some(16) {
        checked.reason.push_str("; it binds from the end of compulsory schooling, which can be months after the 16th birthday");
    }
    Ok(match (checked.outcome, work.age) {
        (FloorOutcome::Failed, None) => {
            notes.ask("age", AGE_QUESTION);
            WageFloor {
                outcome: FloorOutcome::Unknown,
                reason: format!("{}; for younger people the rate is lower, and the age is not stated", checked.reason),
                ..checked
            }
        }
        (FloorOutcome::Passed, None) => WageFloor { reason: format!("{}, whatever the age", checked.reason), ..checked },
        _ => checked,
    })
}

/// The rate for an age in whole years. The bands are those of 2020 to 2021; where two have become one, both carry its rate.
fn band(age: Option<u8>) -> Key<Money> {
    match age {
        Some(0..=17) => MINIMUM_WAGE_UNDER_18,
        Some(18..=20) => MINIMUM_WAGE_AGE_18_TO_20,
        Some(21..=22) => MINIMUM_WAGE_AGE_21_TO_22,
        Some(23..=24) => MINIMUM_WAGE_AGE_23_TO_24,
        Some(25..) | None => MINIMUM_WAGE_AGE_25_AND_OVER,
    }
}

/// The voluntary rate on the day of the work. Being voluntary, it does not stop a quote where it is not known.
fn real_living_wage(
    work: &Engagement,
    at: &Pointer,
    pay: &Pay,
    reach: Reach,
    notes: &mut Notes,
    name: FloorName,
) -> Result<WageFloor, PaymentError> {
    let floor = Floor { floor: name, name: words(name).to_owned() };
    let in_london = name == FloorName::RealLivingWageLondon;
    if in_london && work.london == Some(false) {
        return Ok(floor.not_applicable("the work is not in London"));
    }
    if work.age.is_some_and(|age| age < 18) {
        return Ok(floor.not_applicable("it is worked out for people of 18 and over"));
    }
    let key = if in_london { REAL_LIVING_WAGE_LONDON } else { REAL_LIVING_WAGE_UK };
    let Dated { value, fact } = match key.at(work.date, reach, &at.key("date")) {
        Ok(dated) => dated,
        Err(error) => return Ok(floor.unknown(error.to_string())),
    };
    notes.fact(Some(&fact));
    let checked = floor.compare(pay, value, &fact, notes)?;
    let open = [(work.age.is_none(), "age"), (in_london && work.london.is_none(), "london")];
    if checked.outcome != FloorOutcome::Failed || open.iter().all(|(open, _)| !open) {
        return Ok(checked);
    }
    let mut missing = Vec::new();
    for (_, field) in open.into_iter().filter(|(open, _)| *open) {
        notes.ask(field, if field == "age" { AGE_QUESTION } else { "is the work done in London?" });
        missing.push(if field == "age" { "the age" } else { "whether the work is in London" });
    }
    let reason = format!("{}; not stated: {}", checked.reason, missing.join(", "));
    Ok(WageFloor { outcome: FloorOutcome::Unknown, reason, ..checked })
}

struct Floor {
    floor: FloorName,
    name: String,
}

impl Floor {
    fn bare(self, outcome: FloorOutcome, reason: impl Into<String>) -> WageFloor {
        let Self { floor, name } = self;
        WageFloor { floor, name, outcome, reason: reason.into(), per_hour: None, rate: None, fee_needed: None, fact: None }
    }

    fn not_applicable(self, reason: &str) -> WageFloor {
        self.bare(FloorOutcome::NotApplicable, reason)
    }

    fn unknown(self, reason: String) -> WageFloor {
        self.bare(FloorOutcome::Unknown, reason)
    }

    fn compare(self, pay: &Pay, rate: Money, fact: &Fact, notes: &mut Notes) -> Result<WageFloor, PaymentError> {
        let pounds = Ratio::new(rate.pence(), 100)?;
        let Some(hourly) = pay.per_hour()? else {
            if pay.called_off {
                return Ok(self.not_applicable("the work was called off, and no time is stated as done"));
            }
            notes.ask("hours", HOURS_QUESTION);
            let why = if pay.working.is_some() { "no time is stated as work" } else { "the hours are not stated" };
            let mut floor = self.unknown(why.to_owned());
            (floor.rate, floor.fact) = (Some(rate), Some(*fact));
            return Ok(floor);
        };
        let passed = hourly.exact >= pounds;
        let name = self.name.clone();
        let how = if passed { "reaches" } else { "is below" };
        let reason = format!("{} an hour {how} the rate of {rate}", shown(hourly.exact, hourly.rounded));
        if passed && pay.per_hour_with_travel()?.is_some_and(|all| all.exact < pounds) {
            let text = format!("the fee reaches the {name} for the work itself, and is below it once travelling is counted");
            notes.warn(QuoteWarningCode::TravelBringsBelowFloor, text);
        }
        let fee_needed = if passed { None } else { Some(pay.travel_pay.plus(least_fee(rate, hourly.hours)?)?) };
        let outcome = if passed { FloorOutcome::Passed } else { FloorOutcome::Failed };
        let mut floor = self.bare(outcome, reason);
        (floor.per_hour, floor.rate, floor.fee_needed, floor.fact) = (Some(hourly.exact), Some(rate), fee_needed, Some(*fact));
        Ok(floor)
    }
}

/// The least whole number of pence that is no less than `rate` for each of the hours.
fn least_fee(rate: Money, hours: Hours) -> Result<Money, PaymentError> {
    // At most 10^12 pence and a week of seconds: far inside 128 bits.
    let product = i128::from(rate.pence()) * i128::from(hours.seconds());
    let pence = (product + 3599) / 3600;
    let pence = i64::try_from(pence).unwrap_or(i64::MAX);
    Ok(Money::from_pence(pence)?)
}

/// The exact pay where pence show it, else the rounded pay marked as such.
fn shown(exact: Ratio, rounded: Money) -> String {
    let is_exact = Ratio::new(rounded.pence(), 100).is_ok_and(|shown| shown == exact);
    if is_exact { rounded.to_string() } else { format!("about {rounded}") }
}

const fn words(floor: FloorName) -> &'static str {
    match floor {
        FloorName::MinimumWage => "National Minimum Wage",
        FloorName::RealLivingWageUk => "real Living Wage outside London",
        FloorName::RealLivingWageLondon => "real Living Wage in London",
    }
}

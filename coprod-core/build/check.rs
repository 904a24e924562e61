//! Reads the data files and says what is wrong with them. Shared by the build, which refuses bad data, and by the tests, which
//! show that it does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;

/// Every unit that a series may have.
pub(crate) const UNITS: &[&str] = &[
    "gbp",
    "gbp_per_hour",
    "gbp_per_session",
    "gbp_per_week",
    "gbp_per_month",
    "gbp_per_year",
    "gbp_per_mile",
    "aud_per_hour",
    "fraction",
    "hours_per_week",
    "years",
    "rule",
    "rounding",
    "list",
];
/// Every standing that a value may have.
pub(crate) const STATUSES: &[&str] = &["law", "policy", "announced", "derived", "unconfirmed"];
/// How sure a value may be.
pub(crate) const CONFIDENCES: &[&str] = &["high", "medium", "low"];

/// The list of all data files.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    files: Vec<String>,
}

/// One data file: facts on one subject, and perhaps a rate card made of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) about: String,
    pub(crate) card: Option<Card>,
    pub(crate) series: Pairs<Series>,
}

/// One fact over time.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Series {
    pub(crate) about: String,
    pub(crate) unit: String,
    pub(crate) known_until: String,
    pub(crate) values: Vec<Period>,
}

/// A value and the time for which it holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Period {
    pub(crate) from: String,
    pub(crate) until: Option<String>,
    pub(crate) value: Value,
    #[serde(default)]
    pub(crate) candidates: Vec<String>,
    pub(crate) status: String,
    pub(crate) confidence: String,
    pub(crate) source: Source,
    pub(crate) note: Option<String>,
}

/// Where a value comes from; `seen_in` names the place where it was read if that is another.
#[derive(Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) title: String,
    pub(crate) reference: String,
    pub(crate) retrieved: String,
    pub(crate) seen_in: Option<String>,
}

/// A published schedule of fees, its amounts being series.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Card {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) activities: Vec<Activity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Activity {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) rate: Rate,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Rate {
    Hourly(String),
    Session(String),
    ByLength(Vec<Tier>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tier {
    pub(crate) below: Option<u32>,
    pub(crate) up_to: Option<u32>,
    pub(crate) amount: String,
}

/// A JSON object in its own order, in which no key stands twice.
pub(crate) struct Pairs<T>(pub(crate) Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct InOrder<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
            type Value = Vec<(String, T)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs: Vec<(String, T)> = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    if pairs.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom(format!("the key {key} stands twice")));
                    }
                    pairs.push((key, map.next_value()?));
                }
                Ok(pairs)
            }
        }

        from.deserialize_map(InOrder(PhantomData)).map(Pairs)
    }
}

/// Reads `files` (path in the data folder, text), which `index` must list, and checks them all.
///
/// # Errors
/// Everything that is wrong, one line each.
pub(crate) fn check(index: &str, files: &BTreeMap<String, String>) -> Result<Vec<(String, File)>, Vec<String>> {
    let mut wrong = Vec::new();
    let listed = match serde_json::from_str::<Index>(index) {
        Ok(index) => index.files,
        Err(error) => return Err(vec![format!("index.json: {error}")]),
    };
    for path in files.keys().filter(|path| !listed.contains(path)) {
        wrong.push(format!("{path}: not listed in index.json"));
    }
    let mut read = Vec::new();
    for path in &listed {
        match files.get(path).map(|text| serde_json::from_str::<File>(text)) {
            None => wrong.push(format!("{path}: listed in index.json, but not there")),
            Some(Err(error)) => wrong.push(format!("{path}: {error}")),
            Some(Ok(file)) => read.push((path.clone(), file)),
        }
    }
    let mut ids = BTreeSet::new();
    for (path, file) in &read {
        if file.about.is_empty() {
            wrong.push(format!("{path}: says nothing about itself"));
        }
        for (id, series) in &file.series.0 {
            let mut say = |text: String| wrong.push(format!("{path}: {id}: {text}"));
            if !ids.insert(id.clone()) {
                say("the id is used twice".to_owned());
            }
            if !id.contains('.') || !id.split('.').all(is_name) {
                say("an id is words in small letters with dots between them".to_owned());
            }
            check_series(series, &mut say);
        }
    }
    for (path, file) in &read {
        if let Some(card) = &file.card {
            check_card(card, file, &mut |text| wrong.push(format!("{path}: card {}: {text}", card.id)));
        }
    }
    if wrong.is_empty() { Ok(read) } else { Err(wrong) }
}

fn check_series(series: &Series, say: &mut impl FnMut(String)) {
    if series.about.is_empty() {
        say("says nothing about itself".to_owned());
    }
    if !UNITS.contains(&series.unit.as_str()) {
        say(format!("{} is not a unit", series.unit));
    }
    let Some(known_until) = day(&series.known_until) else {
        return say(format!("{} is not a date", series.known_until));
    };
    if series.values.is_empty() {
        say("has no values".to_owned());
    }
    let mut last: Option<u32> = None;
    for period in &series.values {
        let at = &period.from;
        let Some(from) = day(at) else {
            say(format!("{at} is not a date"));
            continue;
        };
        if last.is_some_and(|last| from <= last) {
            say(format!("{at} is not after the end of the value before"));
        }
        last = Some(from);
        if let Some(until) = &period.until {
            match day(until) {
                Some(end) if end >= from => last = Some(end),
                Some(_) => say(format!("{at} ends before it starts")),
                None => say(format!("{until} is not a date")),
            }
        }
        if from > known_until {
            say(format!("{at} is after known_until"));
        }
        check_period(period, &series.unit, &mut |text| say(format!("{at}: {text}")));
    }
}

fn check_period(period: &Period, unit: &str, say: &mut impl FnMut(String)) {
    if !STATUSES.contains(&period.status.as_str()) {
        say(format!("{} is not a status", period.status));
    }
    if !CONFIDENCES.contains(&period.confidence.as_str()) {
        say(format!("{} is not a confidence", period.confidence));
    }
    if period.source.title.trim().is_empty() || !period.source.reference.starts_with("https://") {
        say("has no source with a title and an https reference".to_owned());
    }
    if day(&period.source.retrieved).is_none() {
        say("does not say when the source was looked at".to_owned());
    }
    let noted = period.note.as_deref().is_some_and(|note| !note.is_empty());
    if period.status == "unconfirmed" && !noted {
        say("is unconfirmed and does not say why".to_owned());
    }
    if period.value.is_null() {
        if !noted {
            say("has no value and does not say why".to_owned());
        }
    } else if !fits(&period.value, unit) {
        say(format!("{} is not a value in {unit}", period.value));
    }
    if !period.candidates.iter().all(|candidate| pence(candidate).is_some()) {
        say("has a candidate that is not money".to_owned());
    }
}

fn fits(value: &Value, unit: &str) -> bool {
    let money = |value: &Value| value.as_str().and_then(pence).is_some();
    match unit {
        "fraction" => value.as_str().and_then(fraction).is_some(),
        "hours_per_week" | "years" => value.as_u64().is_some_and(|whole| whole < 1000),
        "rule" => value.as_str().is_some_and(|text| !text.is_empty()),
        "list" => {
            value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(|item| item.as_str().is_some_and(is_name)))
        }
        "rounding" => {
            let part = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
            !part("text").is_empty()
                && pence(part("to")).is_some_and(|to| to > 0)
                && ["half_up", "half_down", "up", "down"].contains(&part("way"))
        }
        _ => match value {
            Value::Object(amounts) => !amounts.is_empty() && amounts.iter().all(|(name, amount)| is_name(name) && money(amount)),
            single => money(single),
        },
    }
}

fn check_card(card: &Card, file: &File, say: &mut impl FnMut(String)) {
    let unit = |id: &str| file.series.0.iter().find(|(known, _)| known == id).map(|(_, series)| series.unit.as_str());
    if !is_name(&card.id) || card.name.is_empty() || card.activities.is_empty() {
        say("needs an id, a name and activities".to_owned());
    }
    for activity in &card.activities {
        if !is_name(&activity.id) || activity.name.is_empty() {
            say(format!("the activity \"{}\" needs an id and a name", activity.id));
        }
        let amounts: Vec<(&String, &str)> = match &activity.rate {
            Rate::Hourly(amount) => vec![(amount, "gbp_per_hour")],
            Rate::Session(amount) => vec![(amount, "gbp_per_session")],
            Rate::ByLength(tiers) => tiers.iter().map(|tier| (&tier.amount, "gbp_per_session")).collect(),
        };
        for (amount, expected) in amounts {
            if unit(amount) != Some(expected) {
                say(format!("{amount} is not a series of this file in {expected}"));
            }
        }
    }
}

/// A name in small letters, digits and low lines.
fn is_name(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// A calendar date as the number 20260615.
pub(crate) fn day(text: &str) -> Option<u32> {
    let shaped = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(place, byte)| if place == 4 || place == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    let mut parts = text.split('-').filter(|_| shaped).map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let real = (1900..2200).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day);
    real.then_some(year * 10_000 + month * 100 + day)
}

/// Money in pence (or cents), from text with two decimals.
pub(crate) fn pence(text: &str) -> Option<i64> {
    let (pounds, pence) = text.split_once('.')?;
    let digits = |part: &str| !part.is_empty() && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(pounds) && digits(pence) && pence.len() == 2).then(|| format!("{pounds}{pence}").parse().ok())?
}

/// A fraction from decimal text between 0 and 1, as numerator and denominator.
pub(crate) fn fraction(text: &str) -> Option<(i64, i64)> {
    let (whole, decimals) = text.split_once('.')?;
    let digits = !decimals.is_empty() && decimals.len() <= 9 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    let numer = decimals.parse().ok().filter(|_| digits && whole == "0")?;
    Some((numer, 10_i64.pow(u32::try_from(decimals.len()).ok()?)))
}

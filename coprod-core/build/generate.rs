//! Writes the checked data as Rust constants, each text and source once.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use crate::check::{self, File, Period, Rate, Series, Source};

/// The Rust source of all tables.
pub(crate) fn generate(files: &[(String, File)]) -> Result<String, String> {
    let mut out = String::new();
    let mut sources: BTreeMap<&Source, usize> = BTreeMap::new();
    for (_, file) in files {
        for (_, series) in &file.series.0 {
            for period in &series.values {
                let next = sources.len();
                sources.entry(&period.source).or_insert(next);
            }
        }
    }
    let mut ids = Vec::new();
    for (source, number) in &sources {
        let retrieved = check::day(&source.retrieved).unwrap_or_default();
        let Source { title, reference, seen_in, .. } = source;
        line(
            &mut out,
            format_args!(
                "static SOURCE_{number}: Source = Source {{ title: {title:?}, reference: {reference:?}, retrieved: {retrieved}, seen_in: {seen_in:?} }};"
            ),
        )?;
    }
    for (path, file) in files {
        for (id, series) in &file.series.0 {
            write_series(&mut out, path, id, series, &sources)?;
            ids.push(constant(id));
        }
    }
    line(&mut out, format_args!("/// Every series there is.\npub static ALL: &[&Series] = &["))?;
    for id in ids {
        line(&mut out, format_args!("    {id}.series(),"))?;
    }
    line(&mut out, format_args!("];"))?;
    write_cards(&mut out, files)?;
    Ok(out)
}

fn write_series(
    out: &mut String,
    path: &str,
    id: &str,
    series: &Series,
    sources: &BTreeMap<&Source, usize>,
) -> Result<(), String> {
    let (name, about, until) = (constant(id), &series.about, check::day(&series.known_until).unwrap_or_default());
    let jurisdiction = path.split('/').next().unwrap_or_default();
    let kind = match series.unit.as_str() {
        "fraction" => "Ratio",
        "hours_per_week" | "years" => "u32",
        "rule" => "&'static str",
        "rounding" => "Rounding",
        "list" => "&'static [&'static str]",
        "aud_per_hour" => "Foreign",
        _ if series.values.iter().any(|period| period.value.is_object()) => "Amounts",
        _ => "Money",
    };
    let unit = camel(&series.unit);
    line(
        out,
        format_args!(
            "static {name}_SERIES: Series = Series {{ id: {id:?}, about: {about:?}, place: {jurisdiction:?}, unit: Unit::{unit}, known_until: {until}, periods: &["
        ),
    )?;
    for period in &series.values {
        write_period(out, period, &series.unit, sources)?;
    }
    line(out, format_args!("] }};\n/// {about}\npub const {name}: Key<{kind}> = Key::new(&{name}_SERIES);"))
}

fn write_period(out: &mut String, period: &Period, unit: &str, sources: &BTreeMap<&Source, usize>) -> Result<(), String> {
    let day = |text: &str| check::day(text).unwrap_or_default();
    let (from, until) = (day(&period.from), period.until.as_deref().map_or(0, day));
    let value = raw(period, unit).ok_or_else(|| format!("{} cannot be written", period.value))?;
    let (status, confidence) = (camel(&period.status), camel(&period.confidence));
    let source = sources.get(&period.source).ok_or("a source was lost")?;
    let note = period.note.as_deref().unwrap_or_default();
    line(
        out,
        format_args!(
            "    Period {{ from: {from}, until: {until}, value: {value}, status: FactStatus::{status}, confidence: FactConfidence::{confidence}, source: &SOURCE_{source}, note: {note:?} }},"
        ),
    )
}

fn raw(period: &Period, unit: &str) -> Option<String> {
    let money = |value: &Value| value.as_str().and_then(check::pence);
    Some(match (&period.value, unit) {
        (Value::Null, _) => {
            let candidates: Vec<i64> = period.candidates.iter().filter_map(|candidate| check::pence(candidate)).collect();
            format!("Raw::Unknown(&{candidates:?})")
        }
        (value, "fraction") => {
            let (numer, denom) = check::fraction(value.as_str()?)?;
            format!("Raw::Fraction({numer}, {denom})")
        }
        (value, "hours_per_week" | "years") => format!("Raw::Whole({})", value.as_u64()?),
        (value, "rule") => format!("Raw::Text({:?})", value.as_str()?),
        (value, "list") => {
            let names: Vec<&str> = value.as_array()?.iter().filter_map(Value::as_str).collect();
            format!("Raw::Names(&{names:?})")
        }
        (value, "rounding") => {
            let part = |key: &str| value.get(key).and_then(Value::as_str);
            let (text, to, way) = (part("text")?, check::pence(part("to")?)?, camel(part("way")?));
            format!("Raw::Rounding(Rounding {{ text: {text:?}, to_pence: {to}, way: RoundingWay::{way} }})")
        }
        (Value::Object(amounts), _) => {
            let amounts: Vec<(&String, i64)> = amounts.iter().filter_map(|(name, amount)| Some((name, money(amount)?))).collect();
            format!("Raw::Amounts(&{amounts:?})")
        }
        (value, _) => format!("Raw::Money({})", money(value)?),
    })
}

fn write_cards(out: &mut String, files: &[(String, File)]) -> Result<(), String> {
    line(out, format_args!("/// Every published rate card there is.\npub(crate) static CARDS: &[CardRow] = &["))?;
    for card in files.iter().filter_map(|(_, file)| file.card.as_ref()) {
        line(out, format_args!("    CardRow {{ id: {:?}, name: {:?}, activities: &[", card.id, card.name))?;
        for activity in &card.activities {
            let rate = match &activity.rate {
                Rate::Hourly(amount) => format!("RateRow::Hourly({})", constant(amount)),
                Rate::Session(amount) => format!("RateRow::Session({})", constant(amount)),
                Rate::ByLength(tiers) => {
                    let tier = |tier: &check::Tier| {
                        format!(
                            "TierRow {{ below: {:?}, up_to: {:?}, amount: {} }}",
                            tier.below,
                            tier.up_to,
                            constant(&tier.amount)
                        )
                    };
                    format!("RateRow::ByLength(&[{}])", tiers.iter().map(tier).collect::<Vec<_>>().join(", "))
                }
            };
            line(out, format_args!("        ActivityRow {{ id: {:?}, name: {:?}, rate: {rate} }},", activity.id, activity.name))?;
        }
        line(out, format_args!("    ] }},"))?;
    }
    line(out, format_args!("];"))
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) -> Result<(), String> {
    writeln!(out, "{text}").map_err(|error| error.to_string())
}

/// `minimum_wage.under_18` as `MINIMUM_WAGE_UNDER_18`.
fn constant(id: &str) -> String {
    id.replace('.', "_").to_uppercase()
}

/// `half_up` as `HalfUp`.
fn camel(text: &str) -> String {
    text.split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
        })
        .collect()
}

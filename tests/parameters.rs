//! The legal and policy figures: their data files are whole, the checks of the files can fail, and look-ups give what the law says.

#[allow(dead_code, reason = "the build uses the parts that the tests do not")]
#[path = "../coprod-core/build/check.rs"]
mod check;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use coprod_core::error::{ErrorCode, ParameterError, Pointer};
use coprod_core::parameters::{self, CitedRule, CurrencyState, FactStatus, LawOf, ParametersRequest, Reach, StaleFactsRequest};
use coprod_core::unit::Date;
use serde_json::{Value, json};

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn data() -> (String, BTreeMap<String, String>) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../coprod-core/data");
    let mut files = BTreeMap::new();
    for entry in entries(&data).into_iter().filter(|path| !path.ends_with("index.json")) {
        for file in if entry.is_dir() { entries(&entry) } else { vec![entry] } {
            let path = file.strip_prefix(&data).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(path, fs::read_to_string(file).unwrap());
        }
    }
    (fs::read_to_string(data.join("index.json")).unwrap(), files)
}

#[test]
fn the_data_files_are_whole() {
    let (index, files) = data();
    let read = check::check(&index, &files).unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")));
    let series: Vec<_> = read.iter().flat_map(|(_, file)| &file.series.0).collect();
    let values: usize = series.iter().map(|(_, series)| series.values.len()).sum();
    // A figure lost or doubled by accident shows here; a new year's rates change the numbers on purpose.
    assert_eq!((read.len(), series.len(), values), (35, 298, 615));
    assert_eq!(parameters::ALL.len(), series.len());
    assert_eq!(parameters::ALL.iter().map(|series| series.len()).sum::<usize>(), values);
}

fn example() -> Value {
    let value = |from: &str, amount: &str| {
        json!({
            "from": from, "value": amount, "status": "law", "confidence": "high",
            "source": {"title": "An Act", "reference": "https://example.org/act", "retrieved": "2026-01-01"}
        })
    };
    let values = [value("2024-04-01", "1.00"), value("2025-04-01", "2.00")];
    json!({
        "about": "An example.",
        "card": {"id": "card", "name": "A card", "activities": [{"id": "talk", "name": "A talk", "rate": {"session": "fee.talk"}}]},
        "series": {"fee.talk": {"about": "A fee.", "unit": "gbp_per_session", "known_until": "2026-03-31", "values": values}}
    })
}

fn checked(files: &[(&str, String)], listed: &[&str]) -> Result<(), String> {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.clone())).collect();
    check::check(&json!({"files": listed}).to_string(), &files).map(drop).map_err(|wrong| wrong.join("\n"))
}

fn broken(what: &str, change: impl Fn(&mut Value)) {
    let mut file = example();
    change(&mut file);
    let said = checked(&[("uk/fee.json", file.to_string())], &["uk/fee.json"]).expect_err("broken data passed");
    assert!(said.contains(what), "\"{what}\" was expected in: {said}");
}

#[test]
fn broken_data_is_caught() {
    assert_eq!(checked(&[("uk/fee.json", example().to_string())], &["uk/fee.json"]), Ok(()));
    let values = |file: &mut Value| file["series"]["fee.talk"]["values"].take();
    let set = |file: &mut Value, values: Value| file["series"]["fee.talk"]["values"] = values;
    let first = |file: &mut Value, key: &str, value: Value| file["series"]["fee.talk"]["values"][0][key] = value;

    broken("missing field `source`", |file| {
        drop(file["series"]["fee.talk"]["values"][0].as_object_mut().unwrap().remove("source"));
    });
    broken("no source", |file| file["series"]["fee.talk"]["values"][0]["source"]["title"] = json!(" "));
    broken("no source", |file| file["series"]["fee.talk"]["values"][0]["source"]["reference"] = json!("by heart"));
    broken("when the source was looked at", |file| {
        file["series"]["fee.talk"]["values"][0]["source"]["retrieved"] = json!("2026-02-30");
    });
    broken("not after the end", |file| {
        let mut list = values(file);
        list.as_array_mut().unwrap().reverse();
        set(file, list);
    });
    broken("not after the end", |file| first(file, "from", json!("2025-04-01")));
    broken("not after the end", |file| first(file, "until", json!("2025-04-01")));
    broken("ends before it starts", |file| first(file, "until", json!("2024-03-31")));
    broken("not a date", |file| first(file, "from", json!("2024-02-30")));
    broken("after known_until", |file| file["series"]["fee.talk"]["known_until"] = json!("2025-03-31"));
    broken("not a date", |file| file["series"]["fee.talk"]["known_until"] = json!("soon"));
    broken("not a status", |file| first(file, "status", json!("certain")));
    broken("not a confidence", |file| first(file, "confidence", json!("very high")));
    broken("not a unit", |file| file["series"]["fee.talk"]["unit"] = json!("gbp_per_year_or_so"));
    broken("not a value in", |file| first(file, "value", json!(1)));
    broken("not a value in", |file| first(file, "value", json!("1.005")));
    broken("does not say why", |file| first(file, "value", json!(null)));
    broken("does not say why", |file| first(file, "status", json!("unconfirmed")));
    broken("has no values", |file| set(file, json!([])));
    broken("unknown field", |file| first(file, "vaule", json!("1.00")));
    broken("an id is words", |file| {
        let series = file["series"]["fee.talk"].take();
        file["series"] = json!({"Fee": series});
    });
    broken("not a series of this file", |file| file["card"]["activities"][0]["rate"] = json!({"session": "fee.walk"}));
    broken("not a series of this file", |file| file["card"]["activities"][0]["rate"] = json!({"hourly": "fee.talk"}));
}

#[test]
fn an_unlisted_a_missing_and_a_doubled_file_are_caught() {
    let file = example().to_string();
    let two = [("uk/fee.json", file.clone()), ("uk/more.json", file.clone())];
    assert!(checked(&two, &["uk/fee.json"]).unwrap_err().contains("uk/more.json: not listed"));
    assert!(checked(&two, &["uk/fee.json", "uk/more.json"]).unwrap_err().contains("used twice"));
    assert!(checked(&two[..1], &["uk/fee.json", "uk/gone.json"]).unwrap_err().contains("not there"));
    let twice = file.replacen(
        "\"fee.talk\":",
        "\"fee.talk\": {\"about\":\"\",\"unit\":\"\",\"known_until\":\"\",\"values\":[]}, \"fee.talk\":",
        1,
    );
    assert!(checked(&[("uk/fee.json", twice)], &["uk/fee.json"]).unwrap_err().contains("stands twice"));
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn a_figure_is_known_for_its_time_and_no_longer() {
    let rate = parameters::MINIMUM_WAGE_AGE_25_AND_OVER;
    let at = Pointer::root().key("date");
    let known = rate.at(day("2027-03-31"), Reach::Known, &at).unwrap();
    assert_eq!((known.value.to_string(), known.fact.assumed()), ("12.71".to_owned(), false));
    assert_eq!((known.fact.from(), known.fact.until()), (day("2026-04-01"), day("2027-03-31")));
    assert_eq!(rate.at(day("2026-03-31"), Reach::Known, &at).unwrap().value.to_string(), "12.21");

    let beyond = rate.at(day("2027-04-01"), Reach::Known, &at).unwrap_err();
    assert_eq!((beyond.code(), beyond.path().as_str()), (ErrorCode::BeyondKnownPeriod, "/date"));
    let assumed = rate.at(day("2027-04-01"), Reach::AssumeLatest, &at).unwrap();
    assert_eq!((assumed.value.to_string(), assumed.fact.assumed()), ("12.71".to_owned(), true));
    let before = rate.at(day("2020-03-31"), Reach::AssumeLatest, &at).unwrap_err();
    assert_eq!(before.code(), ErrorCode::BeforeFirstKnown);
}

#[test]
fn a_value_that_could_not_be_found_is_an_error_and_never_zero() {
    let limit = parameters::SCHOOL_MEALS_NORTHERN_IRELAND_EARNINGS_LIMIT;
    let found = limit.at(day("2025-05-31"), Reach::Known, &Pointer::root()).unwrap();
    assert_eq!(found.value.to_string(), "15000.00");
    let missing = limit.at(day("2025-06-01"), Reach::Known, &Pointer::root());
    assert!(matches!(missing, Err(ParameterError::ParameterUnknown { .. })), "{missing:?}");
}

#[test]
fn figures_have_the_type_of_their_unit() {
    let at = Pointer::root();
    let taper = parameters::UNIVERSAL_CREDIT_TAPER.at(day("2026-06-15"), Reach::Known, &at).unwrap();
    assert_eq!((taper.value.to_string(), taper.fact.status()), ("11/20".to_owned(), FactStatus::Law));
    let loans = parameters::STUDENT_LOAN_THRESHOLDS.at(day("2026-06-15"), Reach::Known, &at).unwrap();
    assert_eq!(loans.value.get("plan_2").unwrap().to_string(), "29385.00");
    let before = parameters::STUDENT_LOAN_THRESHOLDS.at(day("2025-06-15"), Reach::Known, &at).unwrap();
    assert_eq!((before.value.get("plan_4").unwrap().to_string(), before.value.get("plan_5")), ("32745.00".to_owned(), None));
    let rounding = parameters::NATIONAL_INSURANCE_ROUNDING.at(day("2026-06-15"), Reach::Known, &at).unwrap();
    assert_eq!(rounding.value.to_pence, 1);
}

#[test]
fn every_listed_value_has_a_source_and_a_doubtful_one_says_why() {
    let all = parameters::list(&ParametersRequest::default()).unwrap().facts;
    assert_eq!(all.len(), 615);
    for fact in &all {
        assert!(fact.source.reference.starts_with("https://"), "{}", fact.id);
        assert!(fact.from <= fact.until, "{}", fact.id);
        assert!(fact.status != FactStatus::Unconfirmed || fact.note.is_some(), "{}", fact.id);
    }
}

#[test]
fn every_cited_rule_has_a_place_in_both_laws() {
    for rule in CitedRule::ALL {
        let [british, northern] = [LawOf::GreatBritain, LawOf::NorthernIreland].map(|law| {
            let places: Vec<_> = rule.citations(law).collect();
            assert_eq!((places.len(), places.is_empty()), (rule.keys(law).len(), false), "{rule:?}");
            assert!(places.iter().all(|place| place.reference.starts_with("https://www.legislation.gov.uk/")), "{rule:?}");
            places
        });
        for (key, place) in rule.keys(LawOf::NorthernIreland).iter().zip(&northern) {
            match key.series().id().split('.').nth(1) {
                // The same Act holds in the whole Kingdom, or the rule in Scotland only, whoever asks.
                Some("uk" | "scotland") => assert!(british.contains(place), "{rule:?}"),
                _ => assert!(place.text.contains("Northern Ireland") && !british.contains(place), "{rule:?}"),
            }
        }
        assert!(british.iter().all(|place| !place.text.contains("Northern Ireland")), "{rule:?}");
    }
    let deduction = CitedRule::UniversalCreditDeduction.in_words(LawOf::NorthernIreland);
    assert_eq!(deduction, "Universal Credit Regulations (Northern Ireland) 2016, regulation 23");
    let permitted = CitedRule::EmploymentAndSupportAllowancePermittedWork.in_words(LawOf::GreatBritain);
    let [new_style, legacy] = ["2013, regulation 39 (new-style)", "2008, regulation 45 (legacy)"]
        .map(|place| format!("Employment and Support Allowance Regulations {place}"));
    assert_eq!(permitted, format!("{new_style}; {legacy}"));
}

#[test]
fn every_citation_in_the_data_belongs_to_a_rule() {
    let cited: Vec<&str> = CitedRule::ALL
        .iter()
        .flat_map(|rule| [LawOf::GreatBritain, LawOf::NorthernIreland].map(|law| rule.keys(law)))
        .flatten()
        .map(|key| key.series().id())
        .collect();
    for series in parameters::ALL.iter().filter(|series| series.id().starts_with("citation.")) {
        assert!(cited.contains(&series.id()), "{}", series.id());
    }
}

#[test]
fn what_is_past_is_told_from_what_ended_and_from_what_was_never_found() {
    let stale = |on: &str| parameters::stale(&StaleFactsRequest { as_at: day(on), within_days: None, prefix: None }).unwrap();
    let today = stale("2026-11-22");
    assert_eq!(today.facts.len(), parameters::ALL.len());
    assert!(today.facts.windows(2).all(|pair| (pair[0].known_until, pair[0].id) < (pair[1].known_until, pair[1].id)));
    assert_eq!(today.next, Some(day("2027-03-31")));
    // Look these up again; a figure that is renewed leaves the list, one that goes stale unnoticed breaks the test of its year.
    assert_eq!(
        today.past,
        [
            "health_consumers_nsw.consult",
            "health_consumers_nsw.control",
            "health_consumers_nsw.partner",
            "coproduction_collective_card.hour",
            "school_meals.scotland.earnings_limit_monthly",
            "school_meals.scotland.rule",
            "real_living_wage.london",
            "real_living_wage.uk",
        ]
    );
    let state = |id: &str| today.facts.iter().find(|fact| fact.id == id).map(|fact| fact.state);
    assert_eq!(state("income_support.disregard_single"), Some(CurrencyState::Ended));
    assert_eq!(state("school_meals.england.earnings_limit"), Some(CurrencyState::Ended));
    assert_eq!(state("school_meals.northern_ireland.earnings_limit"), Some(CurrencyState::Unknown));
    assert_eq!(state("universal_credit.taper"), Some(CurrencyState::Known));
    assert!(today.unconfirmed.contains(&"universal_credit.rounding"));
    assert!(stale("2100-01-01").facts.iter().all(|fact| fact.state == CurrencyState::Past));
}

#[test]
fn no_figure_of_these_subjects_is_missing_in_any_of_the_five_tax_years() {
    let subjects = [
        "income_tax.",
        "national_insurance.",
        "student_loan.",
        "universal_credit.",
        "benefit_cap.",
        "carers_allowance.",
        "minimum_wage.",
    ];
    let known_gaps = [
        "income_tax.scotland.sixth_rate",
        "income_tax.scotland.sixth_threshold",
        "universal_credit.work_related_activity_element.new_claimants",
    ];
    for on in ["2022-04-11", "2022-07-05", "2023-04-10", "2024-04-08", "2025-04-07", "2026-04-06", "2027-03-31"] {
        let listed = parameters::stale(&StaleFactsRequest { as_at: day(on), within_days: None, prefix: None }).unwrap().facts;
        for fact in listed.iter().filter(|fact| subjects.iter().any(|subject| fact.id.starts_with(subject))) {
            assert!(fact.state == CurrencyState::Known || known_gaps.contains(&fact.id), "{} on {on}: {:?}", fact.id, fact.state);
        }
    }
}

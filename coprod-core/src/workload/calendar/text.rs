//! Entries written as iCalendar (RFC 5545).

use ics::components::{Component, Parameter, Property};
use ics::escape_text;

use super::answer::WorkCalendar;
use super::entry::{Entry, Kind};
use super::request::{CalendarClock, CalendarRequest};
use crate::unit::Date;

/// The most octets of a line, its end not counted (RFC 5545, section 3.1).
const LINE: usize = 75;

/// What makes the calendars.
const PRODUCT: &str = "-//coprod//workload calendar//EN";

/// Seconds of a day.
pub(super) const DAY: i64 = 24 * 3600;

/// Whether a day is before the first, 31 March 2002, for which the clock of the United Kingdom is written.
pub(super) fn before_london(date: Date) -> bool {
    date.calendar() < (2002, 3, 31)
}

/// A calendar with these entries, and with those that are cancelled.
pub(super) fn calendar(request: &CalendarRequest, name: &str, entries: &[Entry], gone: &[Entry]) -> WorkCalendar {
    let mut calendar = Component::new("VCALENDAR");
    calendar.add_property(Property::new("VERSION", "2.0"));
    calendar.add_property(Property::new("PRODID", PRODUCT));
    for key in ["NAME", "X-WR-CALNAME"] {
        calendar.add_property(Property::new(key, escape_text(name.to_owned())));
    }
    let all = entries.iter().map(|entry| (entry, false)).chain(gone.iter().map(|entry| (entry, true)));
    let mut all: Vec<(&Entry, bool)> = all.collect();
    all.sort_by_key(|(entry, _)| entry.kind.order());
    let timed = |entry: &Entry| matches!(entry.kind, Kind::Session { start: Some(_), .. });
    if request.clock == CalendarClock::EuropeLondon && all.iter().any(|(entry, _)| timed(entry)) {
        calendar.add_component(london());
    }
    for (entry, cancelled) in all {
        calendar.add_component(component(request, entry, cancelled));
    }
    let count = |entries: &[Entry]| u32::try_from(entries.len()).unwrap_or(u32::MAX);
    WorkCalendar { ics: folded(&calendar.to_string()), entries: count(entries), cancelled: count(gone) }
}

fn component(request: &CalendarRequest, entry: &Entry, cancelled: bool) -> Component<'static> {
    let is_to_do = matches!(entry.kind, Kind::ToDo(_));
    let mut part = Component::new(if is_to_do { "VTODO" } else { "VEVENT" });
    let mut add = |property: Property<'static>| part.add_property(property);
    add(Property::new("UID", entry.uid.clone()));
    add(Property::new("DTSTAMP", format!("{}T000000Z", digits(request.made_on))));
    add(Property::new("SEQUENCE", request.revision.to_string()));
    match entry.kind {
        Kind::Session { date, start: Some(start), seconds } => {
            add(moment("DTSTART", request.clock, date, i64::from(start.seconds())));
            add(moment("DTEND", request.clock, date, i64::from(start.seconds()) + seconds));
        }
        Kind::Session { date, start: None, .. } | Kind::DueDay(date) => {
            add(day("DTSTART", date));
            // Without an end, which the last day there is has not, an event lasts the day.
            if let Ok(next) = date.plus_days(1) {
                add(day("DTEND", next));
            }
        }
        Kind::ToDo(Some(date)) => add(day("DUE", date)),
        Kind::ToDo(None) => {}
    }
    add(Property::new("SUMMARY", escape_text(entry.summary.clone())));
    add(Property::new("DESCRIPTION", escape_text(entry.description.clone())));
    let status = match (cancelled, is_to_do, entry.done) {
        (true, ..) => "CANCELLED",
        (false, true, true) => "COMPLETED",
        (false, true, false) => "NEEDS-ACTION",
        (false, false, _) => "CONFIRMED",
    };
    add(Property::new("STATUS", status));
    if matches!(entry.kind, Kind::DueDay(_)) {
        add(Property::new("TRANSP", "TRANSPARENT"));
    }
    part
}

/// `20260615`.
fn digits(date: Date) -> String {
    date.to_string().replace('-', "")
}

fn day(key: &'static str, date: Date) -> Property<'static> {
    let mut property = Property::new(key, digits(date));
    property.add(Parameter::new("VALUE", "DATE"));
    property
}

/// So many seconds after the midnight that begins `date`, by the clock.
fn moment(key: &'static str, clock: CalendarClock, date: Date, seconds: i64) -> Property<'static> {
    let (days, seconds) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let date = i32::try_from(days).ok().and_then(|days| date.plus_days(days).ok()).unwrap_or(date);
    let end = if clock == CalendarClock::Utc { "Z" } else { "" };
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut property = Property::new(key, format!("{}T{hours:02}{minutes:02}{seconds:02}{end}", digits(date)));
    if clock == CalendarClock::EuropeLondon {
        property.add(Parameter::new("TZID", LONDON));
    }
    property
}

const LONDON: &str = "Europe/London";

/// The clock of the United Kingdom: an hour ahead from 1:00 on the last Sunday in March to 1:00 Greenwich time on the last in October (the
/// Summer Time Order 2002, SI 2002/262).
fn london() -> Component<'static> {
    let part = |name: &'static str,
                short: &'static str,
                start: &'static str,
                (from, to): (&'static str, &'static str),
                month: &'static str| {
        let mut part = Component::new(name);
        let rule = format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU");
        let said = [("TZNAME", short), ("DTSTART", start), ("TZOFFSETFROM", from), ("TZOFFSETTO", to)];
        said.into_iter().for_each(|(key, value)| part.add_property(Property::new(key, value)));
        part.add_property(Property::new("RRULE", rule));
        part
    };
    let mut zone = Component::new("VTIMEZONE");
    zone.add_property(Property::new("TZID", LONDON));
    zone.add_component(part("DAYLIGHT", "BST", "20020331T010000", ("+0000", "+0100"), "3"));
    zone.add_component(part("STANDARD", "GMT", "20021027T020000", ("+0100", "+0000"), "10"));
    zone
}

/// The text with lines of at most 75 octets: `ics` counts the space that begins a line as nothing, and so breaks at 76.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / LINE * 3);
    // A line break within a text is written `\n`, so that these are breaks of lines alone.
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut room = LINE;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                folded.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= letter.len_utf8();
            folded.push(letter);
        }
        folded.push_str("\r\n");
    }
    folded
}

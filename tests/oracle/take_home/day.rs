//! Days counted one by one from 1 January 1970, and the periods that tax and benefits are reckoned in.

use std::fmt;

/// Days since 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

fn leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days a month has.
pub fn length(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day of the month that it was said in the calendar.
pub fn day(year: i64, month: i64, of_month: i64) -> Day {
    assert!((1..=length(year, month)).contains(&of_month), "{year}-{month}-{of_month}");
    let years: i64 = (1970..year).map(|year| 365 + i64::from(leap(year))).sum();
    let months: i64 = (1..month).map(|month| length(year, month)).sum();
    Day(years + months + of_month - 1)
}

impl Day {
    /// Year, month and day of the month.
    pub fn date(self) -> (i64, i64, i64) {
        let (mut left, mut year, mut month) = (self.0, 1970, 1);
        while left >= 365 + i64::from(leap(year)) {
            left -= 365 + i64::from(leap(year));
            year += 1;
        }
        while left >= length(year, month) {
            left -= length(year, month);
            month += 1;
        }
        (year, month, left + 1)
    }

    pub fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// The Monday on or before it; 1 January 1970 was a Thursday.
    pub fn monday(self) -> Self {
        let mut monday = self;
        while (monday.0 + 3) % 7 != 0 {
            monday = monday.plus(-1);
        }
        monday
    }

    /// The Sunday on or before it.
    pub fn sunday(self) -> Self {
        let mut sunday = self;
        while (sunday.0 + 4) % 7 != 0 {
            sunday = sunday.plus(-1);
        }
        sunday
    }

    /// The year in which its tax year starts, on 6 April.
    pub fn tax_year(self) -> i64 {
        let year = self.date().0;
        if self < day(year, 4, 6) { year - 1 } else { year }
    }

    /// Its income tax month: the first is 6 April to 5 May.
    pub fn tax_month(self) -> i64 {
        let year = self.tax_year();
        (1..=12).rfind(|month| start_of_tax_month(year, *month) <= self).unwrap()
    }

    /// Its income tax week: the first is 6 to 12 April.
    pub fn tax_week(self) -> i64 {
        let first = day(self.tax_year(), 4, 6);
        (1..=53).rfind(|week| first.plus(7 * (week - 1)) <= self).unwrap()
    }
}

fn start_of_tax_month(year: i64, month: i64) -> Day {
    if month <= 9 { day(year, month + 3, 6) } else { day(year + 1, month - 9, 6) }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, of_month) = self.date();
        write!(f, "{year:04}-{month:02}-{of_month:02}")
    }
}

/// Where an assessment period of Universal Credit starts in a month: on the first day of the award as far as the month has it; an award
/// from the 29th or 30th has the 27th of February, in a leap year the 28th. Source: Universal Credit Regulations 2013, regulation 21.
fn starts(year: i64, month: i64, first_day: i64) -> Day {
    let of_month = match (first_day, month) {
        (29 | 30, 2) => {
            if leap(year) {
                28
            } else {
                27
            }
        }
        (31, _) => length(year, month),
        _ => first_day,
    };
    day(year, month, of_month)
}

/// The first and last day of the assessment period that `on` is in, found by walking on a month at a time.
pub fn assessment_period(on: Day, first_day: i64) -> (Day, Day) {
    let (mut year, mut month, _) = on.plus(-70).date();
    let mut first = starts(year, month, first_day);
    loop {
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let next = starts(year, month, first_day);
        if first <= on && on < next {
            return (first, next.plus(-1));
        }
        first = next;
    }
}

#[test]
fn the_calendar_is_the_usual_one() {
    assert_eq!(day(2026, 6, 15).monday(), day(2026, 6, 15));
    assert_eq!(day(2026, 6, 15).sunday(), day(2026, 6, 14));
    assert_eq!(day(2024, 2, 29).plus(1).to_string(), "2024-03-01");
    assert_eq!(day(2026, 4, 5).tax_year(), 2025);
    assert_eq!((day(2026, 4, 5).tax_month(), day(2026, 4, 6).tax_month(), day(2027, 1, 5).tax_month()), (12, 1, 9));
    assert_eq!((day(2026, 4, 5).tax_week(), day(2026, 4, 13).tax_week()), (53, 2));
    let period = assessment_period(day(2026, 2, 27), 30);
    assert_eq!((period.0.to_string().as_str(), period.1.to_string().as_str()), ("2026-02-27", "2026-03-29"));
}

//! Hours against what was agreed, for each person and each constituency.

use super::told::{hours_scale, on, people, percent, round_up, told};
use super::{MOST_WORK_SIDES_DRAWN, MOST_WORKERS_DRAWN, WorkShown};
use crate::error::ErrorReport;
use crate::group::Person;
use crate::picture::sheet::{BAR, LINE, MARGIN, TEXT, WIDTH, heading, label, sheet};
use crate::picture::{Anchor, Canvas, Key, Label, Look, Picture, PictureTable, Shape, description, width};
use crate::unit::{Hours, Ratio};
use crate::workload::alternatives::{Table, set_out};
use crate::workload::board::hours;
use crate::workload::report::Report;
use crate::workload::rota::texts;
use crate::workload::sides::sides;
use crate::workload::{BrokenLimit, WorkLoad, WorkSide};

/// Ordinary hours, and hidden ones.
const WORK: Look = Look::Solid;
const HIDDEN: Look = Look::Striped;

/// Where bars start and how long the full scale is; where the figures stand.
const LEFT: u32 = 20;
const FULL: u32 = 224;
const FIGURES: u32 = 260;

/// So many broken limits are told below the picture; all are in the answer of `workload.alternatives`.
const MOST_BREAKS_TOLD: usize = 6;

/// One line of the picture, and one row of the table.
struct Line {
    name: String,
    side: String,
    seconds: u64,
    hidden: u64,
    capacity: Hours,
    of_capacity: Option<Ratio>,
    cap: Option<Hours>,
}

pub(super) fn picture(shown: &WorkShown) -> Result<Picture, ErrorReport> {
    let (board, holders) = set_out((&shown.people, &shown.tasks), &shown.assignments, shown.from)?;
    texts(&shown.people, &shown.tasks)?;
    let breaks = Table::new(&board, &holders).breaks();
    let report = Report::new(&board, &holders)?;
    let loads = report.people(&shown.people)?;
    let by_side = sides(&report, &shown.people)?;
    let lines: Vec<Line> = shown.people.iter().zip(&loads).map(|(person, load)| of_person(person, load)).collect();
    let side_lines: Vec<Line> = by_side.iter().map(of_side).collect();
    Ok(drawn(&lines, &side_lines, &breaks))
}

fn of_person(person: &Person, load: &WorkLoad) -> Line {
    Line {
        name: person.label().to_owned(),
        side: person.constituency.as_ref().map_or(String::new(), ToString::to_string),
        seconds: load.hours.seconds().unsigned_abs(),
        hidden: load.hidden_hours.map_or(0, |hours| hours.seconds().unsigned_abs()),
        capacity: load.capacity,
        of_capacity: load.of_capacity,
        cap: person.hard_cap,
    }
}

fn of_side(side: &WorkSide) -> Line {
    let hidden = side.hidden.iter().map(|hidden| hidden.hours.seconds().unsigned_abs()).sum();
    let count = usize::try_from(side.people).unwrap_or(usize::MAX);
    Line {
        name: side.constituency.as_ref().map_or("No constituency".to_owned(), ToString::to_string),
        side: people(count),
        seconds: side.hours.seconds().unsigned_abs(),
        hidden,
        capacity: side.capacity,
        of_capacity: side.of_capacity,
        cap: None,
    }
}

impl Line {
    /// "Ana (lived)".
    fn named(&self) -> String {
        if self.side.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, self.side) }
    }

    /// "Ana (lived): 6 of 10 agreed hours, 3/5 (60 %), 2 of them hidden work; at most 12."
    fn sentence(&self) -> String {
        let part = self.of_capacity.map_or_else(String::new, |part| format!(", {}", told(part)));
        let hidden = if self.hidden > 0 { format!(", {} of them hidden work", hours(self.hidden)) } else { String::new() };
        let cap = self.cap.map_or_else(String::new, |cap| format!("; at most {cap}"));
        format!("{}: {} of {} agreed hours{part}{hidden}{cap}.", self.named(), hours(self.seconds), self.capacity)
    }

    fn row(&self) -> Vec<String> {
        vec![
            self.name.clone(),
            if self.side.is_empty() { "-".to_owned() } else { self.side.clone() },
            hours(self.seconds).to_string(),
            hours(self.hidden).to_string(),
            self.capacity.to_string(),
            self.of_capacity.map_or_else(|| "-".to_owned(), told),
            self.cap.map_or_else(|| "-".to_owned(), |cap| cap.to_string()),
        ]
    }

    /// The largest of what is marked on the scale. A hard cap far beyond all else is told and not marked.
    fn reach(&self) -> u64 {
        let agreed = self.capacity.seconds().unsigned_abs().max(self.seconds);
        let cap = self.cap.map_or(0, |cap| cap.seconds().unsigned_abs());
        if cap <= agreed.saturating_mul(2) { agreed.max(cap) } else { agreed }
    }

    fn drawn(&self, canvas: &mut Canvas, end: u64) {
        let top = canvas.room(2 * LINE + 6);
        label(canvas, &self.named(), (MARGIN, top + 15), FIGURES - MARGIN - 8);
        let part = self.of_capacity.map_or_else(String::new, |part| format!(", {}", percent(part)));
        let figures = format!("{} of {} h{part}", hours(self.seconds), self.capacity);
        label(canvas, &figures, (FIGURES, top + 15), WIDTH - FIGURES - 8);
        let hidden = (self.hidden > 0).then(|| format!("{} hidden", hours(self.hidden)));
        let cap = self.cap.map(|cap| format!("at most {cap}"));
        let more = hidden.into_iter().chain(cap).collect::<Vec<_>>().join(", ");
        label(canvas, &more, (FIGURES, top + LINE + 13), WIDTH - FIGURES - 8);
        let bar = top + LINE + 2;
        let place = |seconds: u64| FULL * on(seconds, end) / 1000;
        let (ordinary, all) = (place(self.seconds.saturating_sub(self.hidden)), place(self.seconds));
        // What is more than nothing is seen.
        let seen = |length: u32, seconds: u64| if seconds > 0 { length.max(2) } else { 0 };
        let ordinary = seen(ordinary, self.seconds.saturating_sub(self.hidden));
        canvas.bar((LEFT, bar), (ordinary, BAR), WORK);
        canvas.bar((LEFT + ordinary, bar), (seen(all.saturating_sub(ordinary), self.hidden), BAR), HIDDEN);
        let agreed = LEFT + place(self.capacity.seconds().unsigned_abs());
        canvas.halo((agreed, bar - 4), bar + BAR + 4);
        canvas.line((agreed, bar - 4), (agreed, bar + BAR + 4));
        if let Some(cap) = self.cap.map(|cap| cap.seconds().unsigned_abs()).filter(|cap| *cap <= end.saturating_mul(3600)) {
            canvas.halo((LEFT + place(cap), bar - 3), bar + BAR + 3);
            canvas.stop((LEFT + place(cap), bar - 2), BAR + 4);
        }
    }
}

fn panel(canvas: &mut Canvas, title: &str, lines: &[&Line]) {
    if lines.is_empty() {
        return;
    }
    canvas.room(12);
    heading(canvas, title);
    let most = lines.iter().map(|line| line.reach()).max().unwrap_or_default();
    let end = round_up(most.div_ceil(3600));
    lines.iter().for_each(|line| line.drawn(canvas, end));
    let top = canvas.room(LINE + 8);
    canvas.grid(&[((LEFT, top), (LEFT + FULL, top))]);
    for (step, words) in (0_u32..).zip(&hours_scale(end).0) {
        let x = LEFT + FULL * step / 2;
        canvas.grid(&[((x, top), (x, top + 5))]);
        let half = width(words, TEXT) / 2;
        let at = (x.max(half + 4), top + LINE);
        canvas.label(Label { text: words, at, size: TEXT, bold: false, anchor: Anchor::Middle, most: FULL / 2 });
    }
}

/// So many of `lines`: all in their order if they are few, those with the largest part of what they agreed first otherwise.
fn first(lines: &[Line], most: usize) -> Vec<&Line> {
    let mut all: Vec<&Line> = lines.iter().collect();
    if all.len() > most {
        all.sort_by(|one, other| other.of_capacity.cmp(&one.of_capacity).then(other.seconds.cmp(&one.seconds)));
        all.truncate(most);
    }
    all
}

fn drawn(lines: &[Line], sides: &[Line], breaks: &[BrokenLimit]) -> Picture {
    let title = "Hours of work against hours agreed".to_owned();
    let seconds: u64 = lines.iter().map(|line| line.seconds).sum();
    let hidden: u64 = lines.iter().map(|line| line.hidden).sum();
    let capacity: u64 = lines.iter().map(|line| line.capacity.seconds().unsigned_abs()).sum();
    let told_hidden = if hidden > 0 { format!(", {} of them hidden work", hours(hidden)) } else { String::new() };
    let agreed = sum_in_words(capacity);
    let mut text = vec![format!("{}: {} of work{told_hidden}; {agreed} agreed.", people(lines.len()), hours(seconds).in_words())];
    text.extend(sides.iter().map(Line::sentence));
    let (few, few_sides) = (first(lines, MOST_WORKERS_DRAWN), first(sides, MOST_WORK_SIDES_DRAWN));
    text.extend(few.iter().map(|line| line.sentence()));
    let more = |drawn: usize, all: usize, what: &str| {
        let left = all.saturating_sub(drawn);
        let verb = if left == 1 { "is" } else { "are" };
        (left > 0).then(|| {
            format!(
                "Drawn are the {drawn} {what} with the largest part of what they agreed, and {left} more {verb} in the table."
            )
        })
    };
    let cut = [more(few_sides.len(), sides.len(), "constituencies"), more(few.len(), lines.len(), "people")];
    let mut notes: Vec<String> = cut.into_iter().flatten().collect();
    notes.extend(breaks.iter().take(MOST_BREAKS_TOLD).map(|broken| format!("Not as agreed: {}.", broken.words)));
    if breaks.len() > MOST_BREAKS_TOLD {
        notes.push(format!("{} more limits are broken.", breaks.len() - MOST_BREAKS_TOLD));
    }
    if lines.iter().any(|line| line.of_capacity.is_some_and(|part| part != plain_part(line))) {
        notes.push("Percentages count burdens that people agreed; bars show hours.".to_owned());
    }
    text.extend(notes.iter().cloned());
    let keys = [
        (true, Some((WORK, Shape::Bar)), "hours"),
        (hidden > 0, Some((HIDDEN, Shape::Bar)), "of these, hidden work: notes, chasing, help"),
        (true, None, "agreed"),
        (few.iter().any(|line| line.cap.is_some()), Some((Look::Hollow, Shape::Stop)), "the most that may be given"),
    ];
    let legend: Vec<Key> =
        keys.into_iter().filter(|(there, ..)| *there).map(|(_, mark, words)| Key { mark, words: words.to_owned() }).collect();
    let svg = sheet(&title, &legend, &notes, &description(&text), |canvas| {
        panel(canvas, "Each constituency", &few_sides);
        panel(canvas, "Each person", &few);
    });
    let heads = ["Who", "Constituency", "Hours", "Of these hidden", "Agreed hours", "Part of what was agreed", "At most"];
    let rows = sides.iter().chain(lines).map(Line::row).collect();
    Picture { svg, text, table: PictureTable { caption: title, heads: heads.map(str::to_owned).to_vec(), rows } }
}

/// Hours over what was agreed, burdens not counted.
fn plain_part(line: &Line) -> Ratio {
    let whole = |seconds: u64| i64::try_from(seconds).unwrap_or(i64::MAX);
    Ratio::new(whole(line.seconds), line.capacity.seconds()).unwrap_or(Ratio::ZERO)
}

/// A sum that may be beyond what one person can agree to.
fn sum_in_words(seconds: u64) -> String {
    Hours::of_seconds(seconds).map_or_else(|| format!("over {} hours", seconds / 3600), Hours::in_words)
}

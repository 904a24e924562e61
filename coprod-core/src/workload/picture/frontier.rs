//! The frontier of hand-overs: how even the work can be for each number of tasks that those who stay hand over.

use std::collections::BTreeMap;

use super::told::{briefly, counted, part_on, percent, round_up, told};
use crate::error::ErrorReport;
use crate::group::{label, listed_briefly};
use crate::picture::{Chart, Key, Line, Look, Mark, Panel, Picture, PictureTable, Row, Scale, Shape, description};
use crate::unit::{Id, Ratio};
use crate::workload::rota::texts;
use crate::workload::{Assignment, HandedOver, HandoverPlan, ReplanRequest, SessionTakenOn, Task, replan};

const LARGEST: Look = Look::Solid;
const SMALLEST: Look = Look::Hollow;

/// So many parts of each plan are in the table, the largest first.
const MOST_PARTS_TOLD: usize = 12;

/// So many tasks of each plan are named with who gets them, and so many things to look at.
const MOST_TASKS_TOLD: usize = 12;
const MOST_HEEDED: usize = 6;

pub(super) fn picture(request: &ReplanRequest) -> Result<Picture, ErrorReport> {
    let answer = replan(request)?;
    texts(&request.people, &request.tasks)?;
    let names: Vec<&str> = answer.left.iter().chain(&answer.left_too).map(|id| label(&request.people, id)).collect();
    let (title, first) = opening(&names, answer.tasks.len());
    let left = if let [only] = names.as_slice() { (*only).to_owned() } else { "those who leave".to_owned() };
    let titles: BTreeMap<&Id, &str> = request.tasks.iter().map(|task| (&task.id, Task::label(task))).collect();
    let plans: Vec<Plan> = answer.frontier.iter().map(|plan| Plan::new(plan, request, &titles, &left)).collect();
    let mut text = vec![first];
    text.extend(plans.iter().flat_map(Plan::sentences));
    let mut notes: Vec<String> = plans.iter().flat_map(Plan::more).collect();
    let closing = if answer.complete {
        "More hand-overs gain nothing. Nobody hands over or takes anything without saying yes."
    } else {
        "Whether more hand-overs gain anything is not proved. Nobody hands over or takes anything without saying yes."
    };
    notes.push(closing.to_owned());
    text.push(closing.to_owned());
    let parts = plans.iter().filter_map(|plan| plan.largest);
    let most = parts.max().map_or(0, |part| part.numer().unsigned_abs().div_ceil(part.denom().unsigned_abs().max(1)));
    // In percent of what was agreed.
    let end = round_up(most.max(1)).saturating_mul(100);
    let panel = Panel {
        title: String::new(),
        notes: Vec::new(),
        scale: Scale(vec!["0 %".to_owned(), format!("{} %", end / 2), format!("{end} %")]),
        rows: plans.iter().map(|plan| plan.drawn(end)).collect(),
        line: Some(Line(part_on(Ratio::ONE, end))),
    };
    let key = |mark, words: &str| Key { mark, words: words.to_owned() };
    let legend = vec![
        key(Some((LARGEST, Shape::Bar)), "the largest part of what anybody agreed to give"),
        key(Some((SMALLEST, Shape::Bar)), "the smallest part"),
        key(None, "all that was agreed"),
    ];
    let chart = Chart { title: title.clone(), legend, panels: vec![panel], notes };
    let heads = [
        "Hand-overs",
        "Largest part",
        "Smallest part",
        "All parts, the largest first",
        "Empty places",
        "Dates to move",
        "Who gets what",
        "Proved best",
    ];
    let rows = plans.iter().map(Plan::row).collect();
    let table = PictureTable { caption: title, heads: heads.map(str::to_owned).to_vec(), rows };
    Ok(Picture { svg: chart.drawn(&description(&text)), text, table })
}

/// The title, and what it begins with, when these people leave so many unfinished tasks.
fn opening(names: &[&str], tasks: usize) -> (String, String) {
    let tasks = counted(tasks, "unfinished task", "unfinished tasks");
    match names {
        [] => ("Hand-overs when things change".to_owned(), "Nobody leaves.".to_owned()),
        [only] => (format!("Hand-overs when {only} leaves"), format!("{only} leaves {tasks}.")),
        several => {
            let listed = listed_briefly(several);
            (format!("Hand-overs when {} people leave", several.len()), format!("{listed} leave {tasks}."))
        }
    }
}

/// One plan, ready to be drawn and told.
struct Plan {
    name: String,
    largest: Option<Ratio>,
    smallest: Option<Ratio>,
    parts: String,
    empty: u32,
    /// Who gets what from whom, in words.
    changes: Vec<String>,
    /// How many dates cannot be kept.
    dates: usize,
    /// What else there is to look at.
    heed: Vec<String>,
    proved: bool,
}

impl Plan {
    fn new(plan: &HandoverPlan, request: &ReplanRequest, titles: &BTreeMap<&Id, &str>, left: &str) -> Self {
        let name = |id: &Id| label(&request.people, id).to_owned();
        let title = |task: &Id| titles.get(task).copied().unwrap_or_default().to_owned();
        // "Ana takes over", "Ana and Bo take over".
        let they = |people: &[Id], one: &str, many: &str| {
            let names: Vec<String> = people.iter().map(name).collect();
            format!("{} {}", listed_briefly(&names), if names.len() == 1 { one } else { many })
        };
        let takes =
            |taken: &Assignment| format!("{} {} from {left}", they(&taken.people, "takes over", "take over"), title(&taken.task));
        let moved = |moved: &HandedOver| format!("{} hands {} to {}", name(&moved.from), title(&moved.task), name(&moved.to));
        let joins = |joined: &Assignment| format!("{} {}", they(&joined.people, "joins", "join"), title(&joined.task));
        let stands_in = |taken: &SessionTakenOn| {
            let stand = they(&taken.people, "stands", "stand");
            let (for_whom, day) = (name(&taken.instead_of), taken.date.in_words());
            format!("{stand} in for {for_whom} in {} on {day}", title(&taken.task))
        };
        let all = plan.takes_over.iter().map(takes).chain(plan.moves.iter().map(moved));
        let all = all.chain(plan.joins.iter().map(joins)).chain(plan.stand_ins.iter().map(stands_in));
        let changes = briefly(all, MOST_TASKS_TOLD, " changes");
        let heed =
            plan.dates_to_move.iter().map(|date| &date.words).chain(plan.unmet_support.iter().map(|support| &support.reason));
        let heed = briefly(heed.cloned(), MOST_HEEDED, " things to look at");
        let parts = briefly(plan.vector.iter().map(|part| told(*part)), MOST_PARTS_TOLD, "");
        Self {
            name: if plan.handovers == 1 { "1 hand-over".to_owned() } else { format!("{} hand-overs", plan.handovers) },
            largest: plan.vector.first().copied(),
            smallest: plan.vector.last().copied(),
            parts: if parts.is_empty() { "-".to_owned() } else { parts.join(", ") },
            empty: plan.unfilled.iter().map(|need| need.missing).sum(),
            changes,
            dates: plan.dates_to_move.len(),
            heed,
            proved: plan.optimal,
        }
    }

    /// "With 1 hand-over, Ana takes over Notes from Eve; Bo hands Draft to Cy.", and what else there is to look at.
    fn more(&self) -> Vec<String> {
        let said = |words: &[String]| (!words.is_empty()).then(|| format!("With {}, {}.", self.name, words.join("; ")));
        said(&self.changes).into_iter().chain(said(&self.heed)).collect()
    }

    fn sentences(&self) -> Vec<String> {
        let parts = match (self.largest, self.smallest) {
            (Some(largest), Some(smallest)) => {
                format!("the largest part of what anybody agreed to give is {}, the smallest {}", told(largest), told(smallest))
            }
            _ => "nobody who stays agreed to give hours".to_owned(),
        };
        let empty = match self.empty {
            0 => "no place is empty".to_owned(),
            1 => "1 place is empty".to_owned(),
            more => format!("{more} places are empty"),
        };
        let proved = if self.proved { "" } else { "; that this is the best is not proved" };
        let first = format!("With {}: {parts}; {empty}{proved}.", self.name);
        std::iter::once(first).chain(self.more()).collect()
    }

    fn drawn(&self, end: u64) -> Row {
        let mark = |look: Look, part: Option<Ratio>| Mark {
            look,
            shape: Shape::Bar,
            at: part.map(|part| part_on(part, end)),
            words: part.map_or_else(|| "nobody".to_owned(), percent),
        };
        let aside = if self.empty == 0 { "all filled".to_owned() } else { format!("{} empty", self.empty) };
        Row { name: self.name.clone(), aside, marks: vec![mark(LARGEST, self.largest), mark(SMALLEST, self.smallest)] }
    }

    fn row(&self) -> Vec<String> {
        let part = |part: Option<Ratio>| part.map_or_else(|| "-".to_owned(), told);
        let changes = if self.changes.is_empty() { "-".to_owned() } else { self.changes.join("; ") };
        let proved = if self.proved { "yes" } else { "no" };
        vec![
            self.name.clone(),
            part(self.largest),
            part(self.smallest),
            self.parts.clone(),
            self.empty.to_string(),
            self.dates.to_string(),
            changes,
            proved.to_owned(),
        ]
    }
}

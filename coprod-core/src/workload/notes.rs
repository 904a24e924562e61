//! Facts about a split that a group does well to look at.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::report::Report;
use super::{Task, TaskMode, WorkKind, WorkNote, WorkNoteCode, WorkSchedule, WorkSide};
use crate::group::{Person, listed};
use crate::unit::Id;

/// Names in one note.
const MOST_NAMED: usize = 8;

/// All that there is to note.
pub(super) fn notes(report: &Report, people: &[Person], sides: &[WorkSide], schedule: Option<&WorkSchedule>) -> Vec<WorkNote> {
    let mut notes = Vec::new();
    notes.extend(wholes(report));
    notes.extend(meetings(report));
    notes.extend(idle(report, people, sides));
    notes.extend(hidden(sides));
    notes.extend(waiting(report));
    notes.extend(schedule.and_then(late));
    notes.extend(unused(report, people));
    notes
}

fn note(code: WorkNoteCode, tasks: Vec<Id>, people: Vec<Id>, words: String) -> WorkNote {
    WorkNote { code, tasks, people, words }
}

/// Names as a sentence lists them, cut short where there are many.
fn names<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<&str> = names.collect();
    let more = all.len().saturating_sub(MOST_NAMED);
    let mut shown: Vec<String> = all.into_iter().take(MOST_NAMED).map(str::to_owned).collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    listed(&shown)
}

fn open<'a>(report: &'a Report) -> impl Iterator<Item = (usize, &'a Task)> {
    report.board.tasks.iter().enumerate().filter(|(_, task)| !task.done)
}

/// Wholes whose parts have several owners, with nobody to edit them into one.
fn wholes(report: &Report) -> Vec<WorkNote> {
    let mut wholes: BTreeMap<&Id, (Vec<&Task>, BTreeSet<usize>)> = BTreeMap::new();
    for (number, task) in report.board.tasks.iter().enumerate() {
        let Some(whole) = task.part_of.as_ref().filter(|_| task.work.is_ordinary()) else { continue };
        let (parts, owners) = wholes.entry(whole).or_default();
        parts.push(task);
        owners.extend(report.by_task.get(number).into_iter().flatten());
    }
    for (number, person, _) in &report.board.finished {
        let task = report.board.tasks.get(*number).filter(|task| task.work.is_ordinary());
        if let Some((_, owners)) = task.and_then(|task| wholes.get_mut(task.part_of.as_ref()?)) {
            owners.insert(*person);
        }
    }
    // An editing task that is no part of anything edits everything.
    let editing = report.board.tasks.iter().filter(|task| task.work == WorkKind::Editing);
    let of: BTreeSet<Option<&Id>> = editing.map(|task| task.part_of.as_ref()).collect();
    let edited = |whole: &Id| of.contains(&None) || of.contains(&Some(whole));
    let split = wholes.into_iter().filter(|(whole, (parts, owners))| parts.len() > 1 && owners.len() > 1 && !edited(whole));
    split
        .map(|(whole, (parts, owners))| {
            let words =
                format!("{} parts of {whole} have {} owners, and no task is to edit them into one", parts.len(), owners.len());
            let people = owners.iter().filter_map(|person| report.board.cast.id(*person)).collect();
            note(WorkNoteCode::NoEditing, parts.iter().map(|task| task.id.clone()).collect(), people, words)
        })
        .collect()
}

fn meetings(report: &Report) -> Option<WorkNote> {
    if report.board.tasks.iter().any(|task| task.work == WorkKind::Facilitating) {
        return None;
    }
    let meets = |task: &Task| task.mode == TaskMode::Together && task.share.is_empty() || !task.sessions.is_empty();
    let met: Vec<&Task> = open(report).map(|(_, task)| task).filter(|task| meets(task)).collect();
    if met.is_empty() {
        return None;
    }
    let words = format!("people meet for {}, and no task is to facilitate", names(met.iter().map(|task| task.label())));
    Some(note(WorkNoteCode::NoFacilitating, met.iter().map(|task| task.id.clone()).collect(), Vec::new(), words))
}

fn idle(report: &Report, people: &[Person], sides: &[WorkSide]) -> Vec<WorkNote> {
    let busy = sides.iter().any(|side| side.hours.seconds() > 0);
    // Whoever has a task of no hours is not idle.
    let having: BTreeSet<Id> = report.by_task.iter().flatten().filter_map(|person| report.board.cast.id(*person)).collect();
    let idle = sides.iter().filter(|side| busy && side.hours.seconds() == 0 && side.capacity.seconds() > 0);
    idle.filter_map(|side| {
        let constituency = side.constituency.as_ref()?;
        // Whoever has a task of no hours is not idle.
        let theirs = people.iter().filter(|worker| worker.constituency.as_ref() == Some(constituency));
        let mut ids: Vec<Id> = theirs.map(|worker| worker.id.clone()).collect();
        ids.sort();
        if ids.iter().any(|id| having.contains(id)) {
            return None;
        }
        let words = format!(
            "nobody of the constituency \"{constituency}\" has anything, though they agreed to give {} in all",
            side.capacity.in_words()
        );
        Some(note(WorkNoteCode::SideIdle, Vec::new(), ids, words))
    })
    .collect()
}

fn hidden(sides: &[WorkSide]) -> Option<WorkNote> {
    let with: Vec<&WorkSide> = sides.iter().filter(|side| !side.hidden.is_empty()).collect();
    let working = sides.iter().filter(|side| side.hours.seconds() > 0).count();
    let [side] = with.as_slice() else { return None };
    let constituency = side.constituency.as_ref().filter(|_| working > 1)?;
    let kinds: Vec<String> =
        side.hidden.iter().map(|hidden| format!("{} ({})", hidden.work.in_words(), hidden.hours.in_words())).collect();
    let words = format!("all work that is easily overlooked is with the constituency \"{constituency}\": {}", listed(&kinds));
    Some(note(WorkNoteCode::HiddenOnOneSide, Vec::new(), Vec::new(), words))
}

fn waiting(report: &Report) -> Vec<WorkNote> {
    let nobody = |number: usize| {
        let empty = report.by_task.get(number).is_none_or(Vec::is_empty);
        report.board.tasks.get(number).filter(|task| empty && !task.done)
    };
    open(report)
        .filter_map(|(number, task)| {
            let before = report.board.order.before.get(number)?;
            let missing: Vec<&Task> = before.iter().filter_map(|before| nobody(*before)).collect();
            if missing.is_empty() {
                return None;
            }
            let words =
                format!("{} waits for {}, which nobody has", task.label(), names(missing.iter().map(|task| task.label())));
            let tasks = [task].into_iter().chain(missing).map(|task| task.id.clone()).collect();
            Some(note(WorkNoteCode::WaitsForNobody, tasks, Vec::new(), words))
        })
        .collect()
}

fn late(schedule: &WorkSchedule) -> Option<WorkNote> {
    if schedule.found {
        return None;
    }
    let tasks: BTreeSet<&Id> = schedule.late.iter().map(|late| &late.task).collect();
    let people: BTreeSet<&Id> = schedule.late.iter().map(|late| &late.person).collect();
    let words = "no order of work was found in which everything is done in time: see \"schedule\"".to_owned();
    Some(note(WorkNoteCode::NoSchedule, tasks.into_iter().cloned().collect(), people.into_iter().cloned().collect(), words))
}

fn unused(report: &Report, people: &[Person]) -> Vec<WorkNote> {
    let known = Known::new(people, report.board.tasks);
    let mut unused: BTreeMap<&Id, Vec<&Person>> = BTreeMap::new();
    for worker in people {
        for word in worker.burdens.keys().filter(|word| !known.is_burden(word)) {
            unused.entry(word).or_default().push(worker);
        }
    }
    unused
        .into_iter()
        .map(|(word, mut people)| {
            people.sort_by_key(|worker| &worker.id);
            let words = format!(
                "a factor for the burden \"{word}\" is named by {}, and no task is marked with it",
                names(people.iter().map(|worker| worker.label()))
            );
            note(WorkNoteCode::BurdenUnused, Vec::new(), people.iter().map(|worker| worker.id.clone()).collect(), words)
        })
        .collect()
}

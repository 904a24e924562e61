//! Who does what, and who takes over.

use super::super::document::{BarRow, Bars, Block, Table};
use super::{clean, thousandths};
use crate::review::{Project, ReviewAnswer};
use crate::unit::{Id, Ratio};
use crate::workload::{ReplanAnswer, SplitAnswer};

pub(super) fn section(project: &Project, answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, "Who does what".to_owned()));
    for takeover in &answer.work.takeovers {
        take_over(project, takeover, blocks);
    }
    let missing: Vec<String> = answer.work.unmet_support.iter().map(|support| clean(&support.reason)).collect();
    if !missing.is_empty() {
        blocks.push(Block::Heading(3, "Support that is missing".to_owned()));
        blocks.push(Block::List(missing));
    }
    match &answer.work.split {
        Some(split) => shares(project, split, blocks),
        None => {
            blocks.push(Block::Text("Not known: there are no tasks, or nobody said how many hours they can give.".to_owned()))
        }
    }
}

fn title(project: &Project, id: &Id) -> String {
    clean(project.tasks.iter().find(|task| task.id == *id).map_or(id.as_str(), |task| task.label()))
}

fn names(project: &Project, ids: &[Id]) -> String {
    ids.iter().map(|id| clean(project.label(id))).collect::<Vec<_>>().join(", ")
}

fn take_over(project: &Project, plan: &ReplanAnswer, blocks: &mut Vec<Block>) {
    let Some(leaver) = plan.left.as_ref().map(|left| clean(project.label(left))) else { return };
    blocks.push(Block::Heading(3, format!("{leaver} has left: who takes over")));
    let Some(first) = plan.frontier.first() else { return };
    let mut table = Table::new(format!("Tasks of {leaver}"), &["Task", "Goes to", "Due"]);
    for left in &plan.tasks {
        let to = first.takes_over.iter().find(|assignment| assignment.task == left.task);
        let to = to.map_or_else(|| "nobody who can".to_owned(), |assignment| names(project, &assignment.people));
        table.row([title(project, &left.task), to, left.due.map(|due| due.in_words()).unwrap_or_default()]);
    }
    blocks.push(Block::Table(table));
    let mut points: Vec<String> = first.consents.iter().map(|consent| clean(&consent.question)).collect();
    points.extend(first.dates_to_move.iter().map(|date| clean(&date.words)));
    for better in plan.frontier.iter().skip(1) {
        points.extend(
            gain(&first.vector, &better.vector)
                .map(|gain| format!("with {} between those who stay, {gain}", handovers(better.handovers))),
        );
    }
    blocks.push(Block::List(points));
}

fn handovers(count: u32) -> String {
    if count == 1 { "one hand-over".to_owned() } else { format!("{count} hand-overs") }
}

/// What the first difference between two lists of parts, the largest first, means.
fn gain(now: &[Ratio], then: &[Ratio]) -> Option<String> {
    let (place, (now, then)) = now.iter().zip(then).enumerate().find(|(_, (now, then))| now != then)?;
    let who = match place {
        0 => "the fullest person".to_owned(),
        1 => "the second fullest person".to_owned(),
        2 => "the third fullest person".to_owned(),
        _ => format!("the person in place {} from the fullest", place + 1),
    };
    Some(format!("{who} would have {then} of what they agreed to give instead of {now}"))
}

fn shares(project: &Project, split: &SplitAnswer, blocks: &mut Vec<Block>) {
    let mut table = Table::new("Hours against what each agreed to give", &["Person", "Hours", "Agreed", "Part", "Tasks"]);
    for load in &split.people {
        let tasks: Vec<String> = load.tasks.iter().map(|held| title(project, &held.task)).collect();
        table.row([
            clean(project.label(&load.id)),
            load.hours.to_string(),
            load.capacity.to_string(),
            load.of_capacity.map_or_else(|| "-".to_owned(), |part| part.to_string()),
            if tasks.is_empty() { "none".to_owned() } else { tasks.join("; ") },
        ]);
    }
    blocks.push(Block::Table(table));
    let most = split.people.iter().flat_map(|load| [load.hours, load.capacity]).max().unwrap_or_default().seconds().max(1);
    let length = |seconds: i64| Ratio::new(seconds, most).map_or(0, thousandths);
    let rows = split.people.iter().map(|load| {
        let bars = vec![
            (length(load.hours.seconds()), format!("{} h", load.hours)),
            (length(load.capacity.seconds()), format!("{} h", load.capacity)),
        ];
        BarRow { name: clean(project.label(&load.id)), bars }
    });
    let legend = vec!["hours of tasks".to_owned(), "agreed to give".to_owned()];
    blocks.push(Block::Bars(Bars { title: "Hours against what each agreed to give".to_owned(), legend, rows: rows.collect() }));
    blocks.push(Block::Text(if split.optimal {
        "No other split that fills as much is fairer for what each agreed to give: this is proved.".to_owned()
    } else {
        format!(
            "This is the best split found; nobody's part can be proved to go below {}.",
            split.bound.map_or_else(|| "0".to_owned(), |bound| bound.to_string())
        )
    }));
    if !split.unfilled.is_empty() {
        let points = split
            .unfilled
            .iter()
            .map(|need| clean(&format!("{}: {}; {}", title(project, &need.task), need.reason, need.smallest_change)));
        blocks.push(Block::Heading(3, "Tasks that nobody can take".to_owned()));
        blocks.push(Block::List(points.collect()));
    }
}

//! Puts a review into words, section by section. Every number comes from the answer.

mod pay;
mod power;
mod work;

use super::document::{BarRow, Bars, Block, Table};
use crate::error::turns_text;
use crate::participation::{FrameworkRung, LevelAnswer, LevelRange, StageLevel};
use crate::review::{BalanceRow, BlocStanding, Project, ReviewAnswer, Severity};
use crate::unit::Ratio;

pub(super) fn blocks(project: &Project, answer: &ReviewAnswer) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(1, clean(&project.title))];
    opening(project, answer, &mut blocks);
    balance(answer, &mut blocks);
    power::section(project, answer, &mut blocks);
    levels(answer, &mut blocks);
    work::section(project, answer, &mut blocks);
    pay::section(project, answer, &mut blocks);
    alarms(answer, &mut blocks);
    questions(answer, &mut blocks);
    closing(answer, &mut blocks);
    blocks.into_iter().map(with_capitals).collect()
}

/// Points of a list start like sentences.
fn with_capitals(block: Block) -> Block {
    match block {
        Block::List(points) => Block::List(points.iter().map(|point| capital(point)).collect()),
        other => other,
    }
}

fn opening(project: &Project, answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    let day = project.as_at.map(|day| format!(" as at {}", day.in_words())).unwrap_or_default();
    blocks.push(Block::Text(format!("A review of power, participation, work and pay{day}.")));
    if let Some(claim) = &answer.claim {
        blocks.push(Block::Text(format!("The project says that it is {}: {}", clean(&claim.claimed), claim.because)));
    }
    let serious = answer.alarms.iter().filter(|alarm| alarm.severity == Severity::Serious).count();
    blocks.push(Block::Text(format!(
        "{serious} serious matters and {} others stand under \"What to put right\"; {} of {} questions have no answer yet.",
        answer.alarms.len() - serious,
        answer.questions.open.len(),
        answer.questions.asked
    )));
}

fn balance(answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, "Power, work and pay of each side".to_owned()));
    let heads = ["Side", "People", "Power as one bloc", "Hours of work", "Fees", "Pay for an hour", "Unpaid hours"];
    let mut table = Table::new("Power, work and pay in one table", &heads);
    for row in &answer.balance.sides {
        table.row(balance_cells(row));
    }
    blocks.push(Block::Table(table));
    let key = answer.power.iter().filter(|decision| decision.key);
    let rows: Vec<BarRow> = key
        .map(|decision| BarRow { name: clean(&decision.title), bars: decision.sides.iter().filter_map(bar).collect() })
        .collect();
    let legend: Vec<String> = answer.balance.sides.iter().map(|side| clean(&side.name)).collect();
    if rows.iter().any(|row| row.bars.len() == legend.len()) {
        blocks.push(Block::Bars(Bars {
            title: "Power of each side, as one bloc, over each key decision".to_owned(),
            legend,
            rows,
        }));
    }
    blocks.push(Block::Text(
        "Power is 1 for a side that decides alone, 0 for a side without which the others decide, and 1/2 where neither decides without the \
         other; there is one figure for each key decision, in the order in which they stand below. A fraction of hours or fees is of everybody's."
            .to_owned(),
    ));
    blocks.push(Block::List(answer.balance.notes.iter().map(|note| clean(note)).collect()));
}

/// The fees of a row, and what of them is not known.
fn fees(row: &BalanceRow) -> String {
    match (row.fees, row.fees_unknown) {
        (None, _) => "not known".to_owned(),
        (Some(fees), 0) => format!("£{fees}{}", of_all(row.fees_share)),
        (Some(fees), unknown) => format!("at least £{fees}: {unknown} not known"),
    }
}

fn of_all(share: Option<Ratio>) -> String {
    share.map(|share| format!(" ({share}, about {} %)", (thousandths(share) + 5) / 10)).unwrap_or_default()
}

fn balance_cells(row: &BalanceRow) -> Vec<String> {
    let unknown = || "not known".to_owned();
    let range = |low: String, high: String| if low == high { low } else { format!("{low} to {high}") };
    vec![
        clean(&row.name),
        row.seats.to_string(),
        row.power.as_ref().map_or_else(unknown, |power| power.each.iter().map(Ratio::to_string).collect::<Vec<_>>().join("; ")),
        row.hours.map_or_else(unknown, |hours| format!("{hours}{}", of_all(row.hours_share))),
        fees(row),
        row.per_hour.map_or_else(unknown, |pay| range(format!("£{}", pay.low), format!("£{}", pay.high))),
        row.unpaid.map_or_else(unknown, |hours| format!("{hours}{}", of_all(row.unpaid_share))),
    ]
}

fn bar(side: &BlocStanding) -> Option<(u32, String)> {
    side.share.map(|share| (thousandths(share), share.to_string()))
}

/// A ratio as thousandths, for the length of a bar only.
fn thousandths(ratio: Ratio) -> u32 {
    let whole = i128::from(ratio.numer()) * 1000 / i128::from(ratio.denom());
    u32::try_from(whole.clamp(0, 1000)).unwrap_or(0)
}

fn levels(answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, "Which level of participation each stage supports".to_owned()));
    let Some(levels) = &answer.levels else {
        blocks.push(Block::Text("Not known: the project names no constituencies.".to_owned()));
        return;
    };
    let mut table =
        Table::new("Levels, from P0 (excluded) to P6 (lived-led)", &["Stage", "Level", "If every rule stands", "Key decisions"]);
    for stage in &levels.stages {
        let by_rule = stage.by_rule.map_or_else(|| "not known".to_owned(), LevelRange::in_words);
        let key = stage.decisions.iter().filter(|decision| decision.key).count();
        let level = LevelRange { low: stage.low, high: stage.high };
        let level = if level == LevelRange::ALL { "not known".to_owned() } else { level.in_words() };
        table.row([stage.stage.to_string(), level, by_rule, key.to_string()]);
    }
    blocks.push(Block::Table(table));
    for decision in levels.stages.iter().flat_map(|stage| &stage.decisions) {
        let level = LevelRange { low: decision.low, high: decision.high };
        let mut points: Vec<String> = decision.because.iter().map(|reason| clean(reason)).collect();
        points.extend(decision.assumes.iter().map(|assumption| format!("this supposes: {}", clean(assumption))));
        points.extend(
            decision.narrows_most.iter().map(|question| format!("to know more, ask first: {}", clean(&question.question))),
        );
        blocks.push(Block::Heading(3, format!("{}: {}", clean(&decision.title), level.in_words())));
        blocks.push(Block::List(points));
    }
    frameworks(levels, blocks);
    let verdicts = levels.definitions.iter().map(|found| {
        clean(&format!("{}: {}, because {}", found.definition.words(), found.verdict.words(), found.because.join("; ")))
    });
    blocks.push(Block::Heading(3, "Definitions of co-production".to_owned()));
    blocks.push(Block::List(verdicts.collect()));
}

/// One row for each framework, one column for each stage of which something is known.
fn frameworks(levels: &LevelAnswer, blocks: &mut Vec<Block>) {
    let known: Vec<&StageLevel> =
        levels.stages.iter().filter(|stage| LevelRange { low: stage.low, high: stage.high } != LevelRange::ALL).collect();
    let Some(first) = known.first() else { return };
    let stages: Vec<String> = known.iter().map(|stage| stage.stage.to_string()).collect();
    let heads: Vec<&str> = ["Framework"].into_iter().chain(stages.iter().map(String::as_str)).collect();
    let mut table = Table::new("What published frameworks call these levels", &heads);
    for (number, framework) in first.rungs.iter().enumerate() {
        let rungs = known.iter().map(|stage| stage.rungs.get(number).map(rung).unwrap_or_default());
        table.row([clean(&framework.name)].into_iter().chain(rungs));
    }
    blocks.push(Block::Table(table));
}

fn rung(rung: &FrameworkRung) -> String {
    let level = rung.rung.clone().unwrap_or_else(|| match rung.possible.as_slice() {
        [] => rung.why.clone().unwrap_or_default(),
        possible => possible.join(" or "),
    });
    clean(&level)
}

fn alarms(answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, "What to put right".to_owned()));
    if answer.alarms.is_empty() {
        blocks.push(Block::Text("Nothing that this review looks for.".to_owned()));
    }
    for (severity, heading) in
        [(Severity::Serious, "Serious"), (Severity::Warning, "To watch"), (Severity::Note, "Worth knowing")]
    {
        let here: Vec<String> = answer
            .alarms
            .iter()
            .filter(|alarm| alarm.severity == severity)
            .map(|alarm| {
                clean(&format!(
                    "{}. What could be done: {}.",
                    capital(alarm.statement.trim_end_matches('.')),
                    alarm.remedy.trim_end_matches('.')
                ))
            })
            .collect();
        if !here.is_empty() {
            blocks.push(Block::Heading(3, heading.to_owned()));
            blocks.push(Block::List(here));
        }
    }
}

fn questions(answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, "Questions that nobody has answered".to_owned()));
    if answer.questions.open.is_empty() {
        blocks.push(Block::Text("None: every question has an answer.".to_owned()));
    } else {
        blocks.push(Block::List(answer.questions.open.iter().map(|question| clean(&question.text)).collect()));
    }
}

fn closing(answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, "What to do next".to_owned()));
    blocks.push(Block::List(answer.next_steps.iter().map(|step| clean(step)).collect()));
    blocks.push(Block::Heading(2, "What this is".to_owned()));
    blocks.push(Block::Text(
        "Every number here is worked out from the project file by exact rules; what is not in the file is not known. It is an estimate \
         for a group to talk about, and not advice on law, tax or benefits."
            .to_owned(),
    ));
}

/// With a capital, as a sentence starts.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Text from the project file without control characters and those that turn the text after them round, so that it can play no tricks
/// in a terminal. What joins letters stays: some scripts need it.
pub(super) fn clean(text: &str) -> String {
    let bad = |letter: char| letter.is_control() || turns_text(letter) || matches!(letter, '\u{2028}' | '\u{2029}');
    text.chars().map(|letter| if bad(letter) { ' ' } else { letter }).collect()
}

//! Ways in words: figures side by side, questions, and no judgement.

use std::collections::BTreeSet;

use super::way::Way;
use super::{CoordinationEach, LeastOf, WayAnswer, WayFigures, WayMeasure, WaysAnswer, WaysRequest};
use crate::error::WorkloadError;
use crate::group::{label, labels, listed};
use crate::unit::{Hours, Id, Ratio};
use crate::workload::{LoadChange, Task, WorkKind};

/// The whole answer.
pub(super) fn answer(request: &WaysRequest, ways: &[Way], mut found: Vec<WayAnswer>) -> Result<WaysAnswer, WorkloadError> {
    for (way, answer) in ways.iter().zip(&mut found) {
        answer.words = sentences(request, way, answer);
    }
    let least = least(request, ways, &found)?;
    let complete = found.iter().all(|way| way.optimal);
    let method = if complete {
        "each way split by the search of a split, once with everybody and once without each person; every split is proved to be the best"
    } else {
        "each way split by the search of a split, once with everybody and once without each person; where \"optimal\" is false, the best found within the limit of steps"
    };
    let mut words: Vec<String> = least.iter().map(|least| least.words.clone()).collect();
    words.extend(changes(request, ways, &found));
    Ok(WaysAnswer {
        questions: questions(request, ways),
        least,
        words,
        assumes: assumes(request),
        complete,
        method: method.to_owned(),
        options: found,
    })
}

/// `16 hours`, or `16 to 20 hours`.
fn range(low: Hours, high: Hours) -> String {
    if low == high { low.in_words() } else { format!("{low} to {}", high.in_words()) }
}

fn ratios(low: Option<Ratio>, high: Option<Ratio>) -> String {
    let text = |ratio: Option<Ratio>| ratio.map_or_else(|| "none".to_owned(), |ratio| ratio.to_string());
    if low == high { text(low) } else { format!("{} to {}", text(low), text(high)) }
}

fn sentences(request: &WaysRequest, way: &Way, answer: &WayAnswer) -> Vec<String> {
    let low = &answer.figures;
    let high = answer.at_most.as_ref().unwrap_or(low);
    let mut said = Vec::new();
    let counted = if way.costs.is_empty() || answer.not_counted.len() == way.costs.len() {
        "coordination is not counted, as no hours of it are told".to_owned()
    } else {
        let rest = if answer.not_counted.is_empty() { "" } else { ", as far as it is told" };
        format!("of these {} of coordination{rest}", range(low.coordination_hours, high.coordination_hours))
    };
    said.push(format!("{}: {} in all; {counted}", way.label(), range(low.hours, high.hours)));
    said.push(format!("the largest ratio is {}", ratios(low.vector.first().copied(), high.vector.first().copied())));
    if low.unfilled > 0 || high.unfilled > 0 {
        let places = if low.unfilled == high.unfilled {
            low.unfilled.to_string()
        } else {
            format!("{} to {}", low.unfilled, high.unfilled)
        };
        said.push(format!("{places} {} unfilled", if places == "1" { "place stays" } else { "places stay" }));
    }
    said.extend(answer.late.iter().map(|late| late.words.clone()));
    if let Some(plain) = &answer.without_quality {
        said.push(format!(
            "without the hours for quality it would be {} in all, and the largest ratio {}",
            plain.hours.in_words(),
            ratios(plain.vector.first().copied(), plain.vector.first().copied())
        ));
    }
    if let Some(out) = answer.worst_drop_out.as_ref().and_then(|id| answer.drop_outs.iter().find(|out| out.person == *id)) {
        let name = label(&request.people, &out.person);
        let undone = if out.undone.is_empty() {
            "nothing stays undone".to_owned()
        } else {
            format!("{} of {} would stay undone", out.undone_hours.in_words(), titles(request, &out.undone))
        };
        let worst = out.largest_ratio.map_or_else(String::new, |ratio| format!(", and the largest ratio would be {ratio}"));
        said.push(format!(
            "the drop-out that tells most is that of {name}: {} would fall to others, {undone}{worst}",
            out.hours.in_words()
        ));
    }
    let wish: Vec<&Id> = request.people.iter().filter(|worker| !worker.prefers.is_empty()).map(|worker| &worker.id).collect();
    if !wish.is_empty() {
        let met = answer.people.iter().filter(|load| !load.preferred.is_empty()).count();
        said.push(format!("{met} of {} who prefer something have something that they prefer", wish.len()));
    }
    said
}

fn titles(request: &WaysRequest, ids: &[Id]) -> String {
    let name = |title: &Option<String>, id: &Id| title.clone().unwrap_or_else(|| id.to_string());
    let coordination = |id: &Id| {
        request.coordination.iter().find_map(|cost| {
            let part = id.as_str().strip_prefix(cost.id.as_str())?;
            let part = part.strip_prefix(':').map(|part| request.tasks.iter().find(|task| task.id.as_str() == part));
            match part {
                None => (*id == cost.id).then(|| name(&cost.title, &cost.id)),
                Some(task) => Some(format!("{} ({})", name(&cost.title, &cost.id), task?.label())),
            }
        })
    };
    let task = |id: &Id| request.tasks.iter().find(|task| task.id == *id).map(|task| task.label().to_owned());
    listed(&ids.iter().map(|id| task(id).or_else(|| coordination(id)).unwrap_or_else(|| id.to_string())).collect::<Vec<_>>())
}

/// Who has more and who has less in each way than in the first.
fn changes(request: &WaysRequest, ways: &[Way], found: &[WayAnswer]) -> Vec<String> {
    let Some(first) = ways.first() else { return Vec::new() };
    let mut said = Vec::new();
    for (way, answer) in ways.iter().zip(found).skip(1) {
        let Some(change) = answer.against.iter().find(|change| change.option == first.asked.id) else { continue };
        let names =
            |changes: &[LoadChange]| labels(&request.people, &changes.iter().map(|change| change.id.clone()).collect::<Vec<_>>());
        let mut parts = Vec::new();
        if !change.more.is_empty() {
            let have = if change.more.len() == 1 { "has" } else { "have" };
            parts.push(format!("{} {have} more", names(&change.more)));
        }
        if !change.less.is_empty() {
            let have = if change.less.len() == 1 { "has" } else { "have" };
            parts.push(format!("{} {have} less", names(&change.less)));
        }
        let parts = if parts.is_empty() { "everybody has as much".to_owned() } else { parts.join(", and ") };
        said.push(format!("with \"{}\" against \"{}\": {parts}", way.label(), first.label()));
    }
    said
}

/// A figure of a way as a range of ratios.
type Figure = fn(&WayAnswer, &WayFigures) -> Option<Ratio>;

fn least(request: &WaysRequest, ways: &[Way], found: &[WayAnswer]) -> Result<Vec<LeastOf>, WorkloadError> {
    let whole = |count: usize| Ratio::from(i32::try_from(count).unwrap_or(i32::MAX));
    let mut all = Vec::new();
    let measures: [(WayMeasure, &str, Figure); 5] = [
        (WayMeasure::Hours, "the fewest hours in all", |_, figures| Some(figures.hours.ratio())),
        (WayMeasure::LargestRatio, "the smallest largest ratio", |_, figures| figures.vector.first().copied()),
        (WayMeasure::Unfilled, "the fewest places that nobody fills", |_, figures| {
            Some(Ratio::from(i32::try_from(figures.unfilled).unwrap_or(i32::MAX)))
        }),
        (WayMeasure::CoordinationHours, "the fewest hours of coordination", |_, figures| {
            Some(figures.coordination_hours.ratio())
        }),
        (WayMeasure::HiddenHours, "the fewest hours of work that is easily overlooked", |_, figures| {
            Some(figures.hidden_hours.ratio())
        }),
    ];
    for (measure, words, figure) in measures {
        let of = |way: &WayAnswer| {
            let low = figure(way, &way.figures)?;
            let high = way.at_most.as_ref().map_or(Some(low), |most| figure(way, most))?;
            Some((low.min(high), low.max(high)))
        };
        all.extend(best(measure, words, ways, found.iter().map(of).collect()));
    }
    let fixed = |measure, words, of: &dyn Fn(&WayAnswer) -> Option<Ratio>| {
        // Worked out with the least of coordination: sure only where no range is told.
        let told = best(measure, words, ways, found.iter().map(|way| of(way).map(|value| (value, value))).collect());
        let ranges = found.iter().any(|way| way.at_most.is_some());
        told.map(|told| LeastOf { sure: told.sure && !ranges, ..told })
    };
    all.extend(fixed(WayMeasure::DropOutUndone, "the fewest hours undone after the worst drop-out", &|way| {
        Some(way.drop_outs.iter().map(|out| out.undone_hours).max().unwrap_or_default().ratio())
    }));
    all.extend(fixed(WayMeasure::DropOutRatio, "the smallest largest ratio after any drop-out", &|way| {
        way.drop_outs.iter().filter_map(|out| out.largest_ratio).max()
    }));
    let wish: BTreeSet<&Id> =
        request.people.iter().filter(|worker| !worker.prefers.is_empty()).map(|worker| &worker.id).collect();
    if !wish.is_empty() {
        all.extend(fixed(WayMeasure::NothingPreferred, "the fewest people without anything that they prefer", &|way| {
            Some(whole(way.people.iter().filter(|load| wish.contains(&load.person) && load.preferred.is_empty()).count()))
        }));
    }
    Ok(all)
}

/// The ways whose figure is, or may be, the least.
fn best(measure: WayMeasure, what: &str, ways: &[Way], values: Vec<Option<(Ratio, Ratio)>>) -> Option<LeastOf> {
    let values: Vec<(Ratio, Ratio)> = values.into_iter().collect::<Option<_>>()?;
    let bar = values.iter().map(|(_, high)| *high).min()?;
    let first: Vec<(&Way, &(Ratio, Ratio))> = ways.iter().zip(&values).filter(|(_, (low, _))| *low <= bar).collect();
    let sure = first.len() == 1 || first.iter().all(|(_, value)| **value == (bar, bar));
    let names: Vec<String> = first.iter().map(|(way, _)| format!("\"{}\"", way.label())).collect();
    let words = match (sure, names.len()) {
        (true, count) if count == ways.len() => format!("no way differs in this: {what}"),
        (true, 1) => format!("{} has {what}", listed(&names)),
        (true, _) => format!("{} have {what}", listed(&names)),
        (false, _) => format!("{} may have {what}: it depends on the hours of coordination", listed(&names)),
    };
    Some(LeastOf { measure, options: first.iter().map(|(way, _)| way.asked.id.clone()).collect(), sure, words })
}

/// What nobody has told.
fn questions(request: &WaysRequest, ways: &[Way]) -> Vec<String> {
    let mut asked: Vec<String> = Vec::new();
    let mut ask = |question: String| {
        if !asked.contains(&question) {
            asked.push(question);
        }
    };
    for way in ways {
        for cost in way.not_counted() {
            let title = cost.title.as_deref().unwrap_or(cost.id.as_str());
            ask(format!("how many hours does \"{title}\" take each time? until they are told it is not counted"));
        }
        let open = |task: &&Task| !task.done && !way.asked.without.contains(&task.id);
        let does = |kind: WorkKind| {
            request.tasks.iter().filter(open).any(|task| task.work == kind)
                || way.costs.iter().any(|cost| cost.work == kind && way.comes_for(cost))
        };
        let agrees = |cost: &&&super::CoordinationCost| {
            matches!(cost.each, CoordinationEach::PersonAndPartTogether | CoordinationEach::Person)
        };
        if !way.together.is_empty() && way.costs.iter().find(agrees).is_none() {
            ask("how many hours does it take each person to agree on a part that is done together? until they are told, agreeing is not counted".to_owned());
        }
        if !way.together.is_empty() && !does(WorkKind::Facilitating) {
            ask("who facilitates when people work together, and for how many hours? until it is told, it is not counted"
                .to_owned());
        }
        if way.parts.len() > way.together.len() + 1 && !does(WorkKind::Editing) {
            ask("how many hours does it take to make parts by several owners read as one? until they are told, editing is not counted".to_owned());
        }
    }
    if request.tasks.iter().all(|task| task.done || task.quality_hours.is_none()) {
        ask("does the final product have to be of professional quality? no hours for it are told".to_owned());
    }
    asked
}

/// What the answer supposes.
fn assumes(request: &WaysRequest) -> Vec<String> {
    let mut all = vec![
        "a part done together takes each of those who do it all its hours".to_owned(),
        "a part with an owner takes whoever has it all its hours".to_owned(),
        "what is done together goes on without somebody who drops out, as long as the others meet what it asks for".to_owned(),
        "whoever drops out has done nothing of what is unfinished".to_owned(),
    ];
    if request.coordination.iter().any(|cost| cost.or_up_to.is_some()) {
        all.push("drop-outs, and who has more or less, are worked out with the least hours of coordination".to_owned());
    }
    all
}

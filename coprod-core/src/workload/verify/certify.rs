//! Which guarantees hold of a split, each with what shows it.

use super::answer::{EnvyWitness, FairerShift, GuaranteeState, SplitBound, SplitCertificate, SplitGuarantee, SplitGuaranteeName};
use super::bound::{self, Bound};
use super::crowd::Crowd;
use super::part::Part;
use super::read::Problems;
use super::view::{Spot, View};
use super::{SearchProof, envy, shift, whole};
use crate::group::listed;
use crate::unit::{Id, Ratio};
use crate::workload::board::hours;

/// People of whom envy is told one by one.
pub const MOST_ENVY_TOLD: usize = 24;

/// People named in one sentence.
const MOST_NAMED: usize = 12;

/// What is found out about a split, before it is told.
struct Findings {
    largest: Option<Part>,
    bound: Option<Bound>,
    shift: Option<shift::Shift>,
    /// A whole task that would make it fairer.
    whole: Option<whole::Move>,
    proved: SearchProof,
}

/// Certifies the split in `view`. `tight` are people of whom it is said that their work shows the bound.
pub(super) fn certify(view: &View, tight: Option<Crowd>, proved: SearchProof, problems: &Problems) -> SplitCertificate {
    let largest = view.vector().first().copied();
    let candidates = tight.into_iter().chain(shift::round_the_largest(view));
    let bound = candidates.filter_map(|people| bound::of(view, people)).max_by(|one, other| one.part.cmp(&other.part));
    let bound = bound.filter(|bound| bound.part.cost > 0);
    let shift = if view.plain { shift::fairer(view) } else { None };
    let whole = if shift.is_some() || !view.plain { whole::fairer(view) } else { None };
    let found = Findings { largest, bound, shift, whole, proved };
    let envy = envy_told(view);
    let guarantees = vec![
        within_limits(problems),
        filled(view, proved),
        within_agreed(view),
        least_largest(view, &found),
        leximin(view, &found),
        wef1(view, &envy),
    ];
    let Findings { bound, shift, .. } = found;
    let gap = bound.as_ref().and_then(|bound| gap(largest?, bound.part));
    let fairer_if_cut = shift.and_then(|shift| {
        Some(FairerShift { from: id(view, shift.from)?, to: id(view, shift.to)?, hours: hours(shift.seconds) })
    });
    let bound = bound.and_then(|bound| told(view, &bound));
    let tight = bound.as_ref().map(|bound| bound.people.clone()).unwrap_or_default();
    let envy = envy.into_iter().take(MOST_ENVY_TOLD).collect();
    SplitCertificate { guarantees, bound, gap, fairer_if_cut, envy, tight }
}

fn id(view: &View, person: usize) -> Option<Id> {
    view.request.people.get(person).map(|person| person.id.clone())
}

fn name<'a>(view: &'a View, person: usize) -> &'a str {
    view.request.people.get(person).map_or("somebody", crate::group::Person::label)
}

fn gap(largest: Part, bound: Part) -> Option<Ratio> {
    let (largest, bound) = (largest.ratio()?, bound.ratio()?);
    largest.divided_by(bound).ok()?.minus(Ratio::ONE).ok()
}

fn told(view: &View, bound: &Bound) -> Option<SplitBound> {
    let ratio = bound.part.ratio()?;
    let people: Vec<usize> = bound.people.iter().collect();
    let hours = hours(bound.seconds);
    if bound.seconds == 0 {
        let why = format!("what is settled or finished already makes {ratio} of what {} agreed to give", names(view, &people));
        return Some(SplitBound { ratio, people: people.iter().filter_map(|person| id(view, *person)).collect(), hours, why });
    }
    let who = if people.len() == view.workers.len() {
        "everybody together has".to_owned()
    } else {
        format!("only {} can do", names(view, &people))
    };
    let why = format!(
        "{who} {} of the open tasks, and however these are given out among them, somebody has at least {ratio} of what they agreed to give",
        hours.in_words()
    );
    Some(SplitBound { ratio, people: people.iter().filter_map(|person| id(view, *person)).collect(), hours, why })
}

fn names(view: &View, people: &[usize]) -> String {
    let mut names: Vec<String> = people.iter().take(MOST_NAMED).map(|person| name(view, *person).to_owned()).collect();
    if people.len() > MOST_NAMED {
        names.push(format!("{} others", people.len() - MOST_NAMED));
    }
    listed(&names)
}

fn guarantee(name: SplitGuaranteeName, state: GuaranteeState, why: impl Into<String>) -> SplitGuarantee {
    SplitGuarantee { name, state, why: why.into() }
}

fn within_limits(problems: &Problems) -> SplitGuarantee {
    let name = SplitGuaranteeName::WithinLimits;
    match problems.first() {
        None => guarantee(
            name,
            GuaranteeState::Holds,
            "everybody may have what they have, and nobody has more than they can be given",
        ),
        Some(first) if problems.len() == 1 => guarantee(name, GuaranteeState::Fails, first.what.clone()),
        Some(first) => guarantee(name, GuaranteeState::Fails, format!("{}, and {} more", first.what, problems.len() - 1)),
    }
}

fn filled(view: &View, proved: SearchProof) -> SplitGuarantee {
    let promise = SplitGuaranteeName::Filled;
    let empty: Vec<&Spot> = view.spots.iter().filter(|spot| spot.holder.is_none()).collect();
    let Some(first) = empty.first() else {
        return guarantee(promise, GuaranteeState::Holds, "every place is filled");
    };
    let title = |spot: &Spot| view.request.tasks.get(spot.task).map_or("a task", crate::workload::Task::label).to_owned();
    if let Some((spot, person)) = whole::could_fill(view) {
        let why = format!("{} could take a place of {} that nobody has", name(view, person), title(spot));
        return guarantee(promise, GuaranteeState::Fails, why);
    }
    let places = if empty.len() == 1 { "1 place is".to_owned() } else { format!("{} places are", empty.len()) };
    if proved.filled {
        let why = format!("{places} empty, the first of {}, and the search shows that no more can be filled", title(first));
        return guarantee(promise, GuaranteeState::HoldsBySearch, why);
    }
    let why = format!("{places} empty, the first of {}; nobody could simply take one as things are", title(first));
    guarantee(promise, GuaranteeState::NotShown, why)
}

fn within_agreed(view: &View) -> SplitGuarantee {
    let over: Vec<usize> = (0..view.workers.len())
        .filter(|person| view.workers.get(*person).is_some_and(|worker| worker.load > worker.capacity))
        .collect();
    let name = SplitGuaranteeName::WithinAgreed;
    if over.is_empty() {
        return guarantee(name, GuaranteeState::Holds, "nobody has more hours than they agreed to give");
    }
    guarantee(name, GuaranteeState::Fails, format!("more hours than agreed: {}", names(view, &over)))
}

fn least_largest(view: &View, found: &Findings) -> SplitGuarantee {
    let name = SplitGuaranteeName::LeastLargest;
    let Some(largest) = found.largest else {
        return guarantee(name, GuaranteeState::Holds, "nobody agreed to give hours");
    };
    if largest.cost == 0 {
        return guarantee(name, GuaranteeState::Holds, "nobody has anything that costs them hours");
    }
    if view.plain && found.shift.is_none() {
        return guarantee(name, GuaranteeState::Holds, "it is the fairest of all");
    }
    if let Some(bound) = &found.bound
        && bound.part == largest
    {
        return guarantee(name, GuaranteeState::Holds, "the largest ratio is the bound, below which nobody can go");
    }
    if found.proved.vector {
        return guarantee(name, GuaranteeState::HoldsBySearch, "the search tried every split that could have a smaller one");
    }
    if let Some(step) = found.whole.as_ref().filter(|step| step.lowers_the_largest) {
        return guarantee(name, GuaranteeState::Fails, step.in_words(view));
    }
    let why = match found.bound.as_ref().and_then(|bound| Some((bound.part.ratio()?, gap(largest, bound.part)?))) {
        Some((bound, gap)) => {
            let percent = gap.approximately() * 100.0;
            format!("it is at most {percent:.2} % above the bound of {bound}; a better split would have to be found by search")
        }
        None => "no bound is known; a better split would have to be found by search".to_owned(),
    };
    guarantee(name, GuaranteeState::NotShown, why)
}

fn leximin(view: &View, found: &Findings) -> SplitGuarantee {
    let name = SplitGuaranteeName::Leximin;
    if found.largest.is_none() {
        return guarantee(name, GuaranteeState::Holds, "nobody agreed to give hours");
    }
    if view.plain && found.shift.is_none() {
        let why = "no piece of work, however small, could be passed on from person to person so that the split became fairer";
        return guarantee(name, GuaranteeState::Holds, why);
    }
    if found.proved.vector {
        return guarantee(name, GuaranteeState::HoldsBySearch, "the search tried every split that could be fairer");
    }
    if let Some(step) = &found.whole {
        return guarantee(name, GuaranteeState::Fails, step.in_words(view));
    }
    let why = if view.plain {
        "pieces of tasks could be passed on so that the split became fairer; whether whole tasks can, only a search shows"
    } else {
        "hours cost people differently by task, or need help of others, so that only a search shows it"
    };
    guarantee(name, GuaranteeState::NotShown, why)
}

fn envy_told(view: &View) -> Vec<EnvyWitness> {
    let told = envy::worst(view).into_iter().filter_map(|pair| {
        Some(EnvyWitness {
            id: id(view, pair.person)?,
            without: view.request.tasks.get(pair.task)?.id.clone(),
            has: pair.without_largest.ratio()?,
            other: id(view, pair.other)?,
            others: pair.others.ratio()?,
            envies: !pair.holds(),
        })
    });
    let mut told: Vec<EnvyWitness> = told.collect();
    told.sort_by_key(|witness| !witness.envies);
    told
}

fn wef1(view: &View, envy: &[EnvyWitness]) -> SplitGuarantee {
    let name = SplitGuaranteeName::Wef1;
    let envious: Vec<&EnvyWitness> = envy.iter().filter(|witness| witness.envies).collect();
    let Some(first) = envious.first() else {
        return guarantee(
            name,
            GuaranteeState::Holds,
            "nobody, their largest task put aside, has more of what they agreed to give than anybody else",
        );
    };
    let person = |id: &Id| crate::group::label(&view.request.people, id).to_owned();
    let more = if envious.len() == 1 { String::new() } else { format!("; {} people in all", envious.len()) };
    let why = format!(
        "without {}, {} still has {} of what they agreed to give, and {} has {} by the same measure{more}",
        view.request.tasks.iter().find(|task| task.id == first.without).map_or("a task", crate::workload::Task::label),
        person(&first.id),
        first.has,
        person(&first.other),
        first.others
    );
    guarantee(name, GuaranteeState::Fails, why)
}

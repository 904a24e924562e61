//! What each constituency would choose by itself, and whether they want different things.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::SideTally;
use super::check::Options;
use super::count::count;
use super::counted::Ties;
use super::explore::Work;
use super::form::{Cast, encode, first_votes};
use super::method::TallyMethod;
use super::names::votes;
use super::number::VoteNumber;
use super::request::TallyRequest;
use crate::error::{Pointer, TallyError};
use crate::group::listed;
use crate::unit::{Count, Id};

/// The ballots may come from so many constituencies.
pub const MOST_CONSTITUENCIES: usize = 20;

/// The sides, whether they differ, and both in words.
pub(super) struct Sides {
    pub(super) sides: Vec<SideTally>,
    pub(super) differ: Option<bool>,
    pub(super) because: Vec<String>,
    /// How many votes belong to no constituency, where others do.
    pub(super) without: u64,
}

/// Looks at each constituency by itself.
pub(super) fn sides(request: &TallyRequest, cast: &Cast<'_>, options: &Options<'_>, ties: &Ties) -> Result<Sides, TallyError> {
    let mut by: BTreeMap<&Id, Vec<(usize, &super::ballot::Ballot, u64)>> = BTreeMap::new();
    let mut without = 0;
    for (number, ballot, count) in cast {
        match &ballot.constituency {
            Some(constituency) => by.entry(constituency).or_default().push((*number, ballot, *count)),
            None => without += count,
        }
    }
    if by.len() > MOST_CONSTITUENCIES {
        let path = Pointer::root().key("ballots");
        return Err(TallyError::TooMany { path, what: "constituencies".to_owned(), count: by.len(), limit: MOST_CONSTITUENCIES });
    }
    // A lot would let sides that are tied look as if they wanted something else.
    let mut work = Work::beside();
    let open = Ties { lot: None, ..ties.clone() };
    let mut found =
        Sides { sides: Vec::new(), differ: None, because: Vec::new(), without: if by.is_empty() { 0 } else { without } };
    let mut outcomes: Vec<Option<BTreeSet<Vec<usize>>>> = Vec::new();
    for (constituency, cast) in by {
        let own = encode(&cast, &request.method, options)?;
        let counted = count(&own.form, own.votes, &request.method, &open, &options.names, &mut work);
        let possible: Option<BTreeSet<Vec<usize>>> =
            counted.ok().map(|counted| counted.outcomes.into_iter().map(|outcome| outcome.chosen).collect());
        let first = |option: usize| Some((options.id(option)?, VoteNumber::from(first_votes(&own.firsts, option))));
        let shown = !matches!(request.method, TallyMethod::Criteria(_));
        found.because.push(words(constituency, own.votes, possible.as_ref(), options));
        found.sides.push(SideTally {
            constituency: constituency.clone(),
            votes: Count::from(own.votes),
            first: (0..options.len()).filter(|_| shown).filter_map(first).collect(),
            outcomes: possible.as_ref().map(|possible| possible.iter().map(|chosen| options.list(chosen)).collect()),
        });
        outcomes.push(possible);
    }
    found.differ = differ(&outcomes);
    let verdict = match (outcomes.len(), found.differ) {
        (0 | 1, _) => None,
        (_, Some(true)) => Some("they want different things"),
        (_, Some(false)) => Some("they want the same"),
        (_, None) => Some("ties leave open whether they want the same"),
    };
    found.because.extend(verdict.map(str::to_owned));
    Ok(found)
}

/// Whether two of them have no outcome in common (true), or all have the same one (false).
fn differ(outcomes: &[Option<BTreeSet<Vec<usize>>>]) -> Option<bool> {
    if outcomes.len() < 2 {
        return None;
    }
    let known: Vec<&BTreeSet<Vec<usize>>> = outcomes.iter().flatten().collect();
    let apart = known.iter().enumerate().any(|(at, a)| known.iter().skip(at + 1).any(|b| a.is_disjoint(b)));
    let same = known.len() == outcomes.len()
        && known.iter().all(|own| own.len() == 1)
        && known.windows(2).all(|two| two.first() == two.last());
    match (apart, same) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}

fn words(constituency: &Id, cast: u64, possible: Option<&BTreeSet<Vec<usize>>>, options: &Options<'_>) -> String {
    let start = format!("\"{constituency}\" by itself ({})", votes(cast));
    let Some(possible) = possible else { return format!("{start}: too many ties to follow, or nothing that can be counted") };
    let each: Vec<String> = possible.iter().map(|chosen| options.names.list(chosen)).collect();
    match each.as_slice() {
        [one] => format!("{start} would choose {one}"),
        _ if each.len() <= 5 => format!("{start} is tied between {}", listed(&each)),
        _ => format!("{start} is tied between {} outcomes", each.len()),
    }
}

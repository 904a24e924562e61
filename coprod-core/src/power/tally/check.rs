//! Checks a request, and turns its ids into numbers.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::ToPrimitive;

use super::ballot::Ballot;
use super::counted::Ties;
use super::method::TallyMethod;
use super::names::Names;
use super::ranked::MOST_VOTES;
use super::request::{MOST_BALLOTS, TallyRequest};
use crate::error::{Pointer, TallyError, visible};
use crate::unit::{Id, IdMap, Ratio};

/// There are so many grades or criteria at most.
pub const MOST_GRADES: usize = 20;

/// The name of an option, a grade or a criterion has so many letters at most.
pub const MOST_NAME_LETTERS: usize = 100;

/// The options of a request, numbered in the order of their ids.
pub(super) struct Options<'a> {
    pub(super) ids: Vec<&'a Id>,
    numbers: BTreeMap<&'a str, usize>,
    pub(super) names: Names,
}

impl<'a> Options<'a> {
    pub(super) fn new(request: &'a TallyRequest) -> Result<Self, TallyError> {
        Self::of(&request.options, &request.names)
    }

    pub(super) fn of(options: &'a [Id], names: &IdMap<String>) -> Result<Self, TallyError> {
        let path = Pointer::root().key("options");
        super::ranked::RankedBallots::new(options.len())?;
        let mut ids: Vec<&Id> = options.iter().collect();
        ids.sort();
        if let Some(twice) = ids.windows(2).find(|two| two.first() == two.last()).and_then(<[&Id]>::first) {
            let at = options.iter().rposition(|id| id == *twice).unwrap_or(0);
            return Err(TallyError::DuplicateId { path: path.index(at), id: twice.to_string() });
        }
        let numbers: BTreeMap<&str, usize> = ids.iter().enumerate().map(|(number, id)| (id.as_str(), number)).collect();
        for (id, name) in names.iter() {
            let path = Pointer::root().key("names").key(id.as_str());
            if !numbers.contains_key(id.as_str()) {
                return Err(TallyError::UnknownOption { path, id: id.to_string() });
            }
            short_name(name, path)?;
        }
        let name = |id: &&Id| visible(names.get(*id).map_or(id.as_str(), String::as_str));
        let names = Names::new(ids.iter().map(name).collect());
        Ok(Self { ids, numbers, names })
    }

    pub(super) fn number(&self, id: &Id, path: impl FnOnce() -> Pointer) -> Result<usize, TallyError> {
        let number = self.numbers.get(id.as_str()).copied();
        number.ok_or_else(|| TallyError::UnknownOption { path: path(), id: id.to_string() })
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn id(&self, number: usize) -> Option<Id> {
        self.ids.get(number).map(|id| (*id).clone())
    }

    pub(super) fn list(&self, numbers: &[usize]) -> Vec<Id> {
        numbers.iter().filter_map(|number| self.id(*number)).collect()
    }
}

fn short_name(name: &str, path: Pointer) -> Result<(), TallyError> {
    if name.trim().is_empty() || name.chars().count() > MOST_NAME_LETTERS {
        let detail = "this name is empty or long".to_owned();
        let hint = format!("use 1 to {MOST_NAME_LETTERS} letters");
        return Err(TallyError::OutOfRange { path, detail, hint });
    }
    Ok(())
}

/// How many voters cast each ballot.
pub(super) fn counts(ballots: &[Ballot]) -> Result<Vec<u64>, TallyError> {
    let root = Pointer::root().key("ballots");
    if ballots.is_empty() {
        return Err(TallyError::NoBallots { path: root });
    }
    if ballots.len() > MOST_BALLOTS {
        return Err(TallyError::TooMany { path: root, what: "ballots".to_owned(), count: ballots.len(), limit: MOST_BALLOTS });
    }
    let mut voters = BTreeSet::new();
    let mut total = 0_u64;
    let mut counts = Vec::with_capacity(ballots.len());
    for (at, ballot) in ballots.iter().enumerate() {
        let path = || root.index(at).key("count");
        let bad = |detail: String, hint: String| TallyError::OutOfRange { path: path(), detail, hint };
        let count = match &ballot.count {
            None => Some(1),
            Some(count) => count.number().to_u64().filter(|count| *count > 0 && *count <= MOST_VOTES),
        };
        let count =
            count.ok_or_else(|| bad("a ballot is cast by no voter, or by too many".to_owned(), "count from 1 up".to_owned()))?;
        total = total.checked_add(count).filter(|total| *total <= MOST_VOTES).ok_or_else(|| {
            bad(format!("there are more than {MOST_VOTES} votes in all"), "divide all counts by the same number".to_owned())
        })?;
        if let Some(voter) = &ballot.voter {
            if !voters.insert(voter) {
                return Err(TallyError::DuplicateId { path: root.index(at).key("voter"), id: voter.to_string() });
            }
            if count > 1 {
                return Err(bad(format!("one voter casts {count} ballots"), "leave out \"count\" or \"voter\"".to_owned()));
            }
        }
        counts.push(count);
    }
    Ok(counts)
}

/// The caller's rules for ties, with options by number.
pub(super) fn ties(request: &TallyRequest, options: &Options<'_>) -> Result<Ties, TallyError> {
    let (rules, path) = (&request.ties, Pointer::root().key("ties"));
    let unfit = |rule: &str| TallyError::TieRuleUnfit {
        path: path.key(rule),
        rule: rule.to_owned(),
        method: request.method.key().to_owned(),
    };
    let irv = matches!(request.method, TallyMethod::Irv(_));
    if rules.eliminate_all && !irv {
        return Err(unfit("eliminate_all"));
    }
    if rules.earlier_rounds && !irv && !matches!(request.method, TallyMethod::ScottishStv(_)) {
        return Err(unfit("earlier_rounds"));
    }
    let lot = rules.lot.as_ref().map(|lot| {
        let mut places = vec![None; options.len()];
        for (place, id) in lot.iter().enumerate() {
            let path = || path.key("lot").index(place);
            let number = options.number(id, path)?;
            if places.get_mut(number).is_some_and(|seen| seen.replace(place).is_some()) {
                return Err(TallyError::DuplicateId { path: path(), id: id.to_string() });
            }
        }
        let missing = |number: usize| TallyError::LotIncomplete {
            path: path.key("lot"),
            id: options.ids.get(number).map(ToString::to_string).unwrap_or_default(),
        };
        places.iter().enumerate().map(|(number, place)| place.ok_or_else(|| missing(number))).collect()
    });
    Ok(Ties { earlier_rounds: rules.earlier_rounds, eliminate_all: rules.eliminate_all, lot: lot.transpose()? })
}

/// What the method is set to.
pub(super) fn method(method: &TallyMethod, options: usize) -> Result<(), TallyError> {
    let path = Pointer::root().key("method").key(method.key());
    let out = |path: Pointer, detail: &str, hint: String| TallyError::OutOfRange { path, detail: detail.to_owned(), hint };
    let range = |least: Ratio, most: Ratio| {
        let hint = "give \"most\" above \"least\"".to_owned();
        if least < most { Ok(()) } else { Err(out(path.key("most"), "the highest is not above the lowest", hint)) }
    };
    let listed = |path: Pointer, count: usize, least: usize| {
        let hint = format!("list {least} to {MOST_GRADES}");
        if (least..=MOST_GRADES).contains(&count) {
            Ok(())
        } else {
            Err(out(path, "there are too few or too many of these", hint))
        }
    };
    match method {
        TallyMethod::Score(set) => range(set.least, set.most),
        TallyMethod::Star(set) => range(set.least, set.most),
        TallyMethod::ScottishStv(set) | TallyMethod::MeekStv(set) => {
            let seats = set.seats as usize;
            let fits = (1..=options).contains(&seats);
            if fits { Ok(()) } else { Err(TallyError::SeatsOutOfRange { path: path.key("seats"), seats, options }) }
        }
        TallyMethod::MajorityJudgement(set) => {
            listed(path.key("grades"), set.grades.len(), 2)?;
            let mut seen = BTreeSet::new();
            for (at, grade) in set.grades.iter().enumerate() {
                short_name(grade, path.key("grades").index(at))?;
                if !seen.insert(grade) {
                    return Err(TallyError::DuplicateId { path: path.key("grades").index(at), id: grade.clone() });
                }
            }
            Ok(())
        }
        TallyMethod::Criteria(set) => {
            range(set.least, set.most)?;
            listed(path.key("criteria"), set.criteria.len(), 1)?;
            let mut seen = BTreeSet::new();
            for (at, criterion) in set.criteria.iter().enumerate() {
                let path = path.key("criteria").index(at);
                if !seen.insert(&criterion.id) {
                    return Err(TallyError::DuplicateId { path: path.key("id"), id: criterion.id.to_string() });
                }
                if criterion.weight <= Ratio::ZERO {
                    return Err(out(path.key("weight"), "a weight is not above zero", "give a weight above zero".to_owned()));
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

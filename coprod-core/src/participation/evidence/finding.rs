//! What the evidence for one decision comes to, statement by statement.

use std::collections::{BTreeMap, BTreeSet};

use super::super::scale::LevelRange;
use super::{Evidence, Holds, Statement};
use crate::error::{ParticipationError, Pointer};
use crate::unit::Id;

/// The statements about being heard, from P1 up.
const VOICE: [Statement; 3] = [Statement::Told, Statement::AskedBefore, Statement::ReplyOwed];

/// A piece of evidence and where it stands in the request.
pub(crate) type Placed<'a> = (&'a Evidence, Pointer);

/// What is known, statement by statement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Findings {
    known: BTreeMap<Statement, Holds>,
    disputed: Vec<Statement>,
}

impl Findings {
    /// Gathers evidence. What is said of the decision itself (`own`) goes before what is said of its stage (`shared`).
    ///
    /// # Errors
    /// `contradictory_evidence` where a statement holds and does not hold without two raters to disagree, and where one holds
    /// although one below it does not: whoever is asked is told.
    pub(crate) fn gather(own: &[Placed<'_>], shared: &[Placed<'_>]) -> Result<Self, ParticipationError> {
        let mut findings = Self::default();
        let mut places = BTreeMap::new();
        for statement in Statement::ALL {
            let mut items: Vec<&Placed<'_>> = own.iter().filter(|(item, _)| item.statement == *statement).collect();
            if items.is_empty() {
                items.extend(shared.iter().filter(|(item, _)| item.statement == *statement));
            }
            if let Some((holds, at)) = findings.settle(*statement, &items)? {
                findings.known.insert(*statement, holds);
                places.insert(*statement, at);
            }
        }
        let denied = VOICE.iter().find(|statement| findings.holds(**statement) == Holds::No);
        let above = VOICE.iter().rev().find(|statement| findings.holds(**statement) == Holds::Yes);
        match (denied, above) {
            (Some(denied), Some(above)) if denied < above => {
                let path = places.remove(above).unwrap_or_default();
                let (holds, denied) = (above.question().to_owned(), denied.question().to_owned());
                Err(ParticipationError::ContradictoryEvidence { path, holds, denied })
            }
            _ => Ok(findings),
        }
    }

    fn settle(&mut self, statement: Statement, items: &[&Placed<'_>]) -> Result<Option<(Holds, Pointer)>, ParticipationError> {
        let first = |holds: Holds| items.iter().find(|(item, _)| item.holds == holds);
        let (yes, no) = (first(Holds::Yes), first(Holds::No));
        match (yes, no) {
            (Some(_), Some(_)) => {
                let rated = items.iter().all(|(item, _)| item.rater.is_some());
                let who = |holds: Holds| -> BTreeSet<Option<&Id>> {
                    items.iter().filter(|(item, _)| item.holds == holds).map(|(item, _)| item.rater.as_ref()).collect()
                };
                let twice = !who(Holds::Yes).is_disjoint(&who(Holds::No));
                if !rated || twice {
                    let path = items.last().map(|(_, at)| at.clone()).unwrap_or_default();
                    let question = statement.question().to_owned();
                    return Err(ParticipationError::ContradictoryEvidence { path, holds: question.clone(), denied: question });
                }
                self.disputed.push(statement);
                Ok(None)
            }
            (Some((_, at)), None) => Ok(Some((Holds::Yes, at.clone()))),
            (None, Some((_, at))) => Ok(Some((Holds::No, at.clone()))),
            (None, None) => Ok(None),
        }
    }

    /// Whether a statement holds.
    pub(crate) fn holds(&self, statement: Statement) -> Holds {
        self.known.get(&statement).copied().unwrap_or_default()
    }

    /// The statements on which raters disagree.
    pub(crate) fn disputed(&self) -> &[Statement] {
        &self.disputed
    }

    /// The same with one more answer.
    pub(crate) fn with(&self, statement: Statement, holds: Holds) -> Self {
        let mut more = self.clone();
        more.known.insert(statement, holds);
        more
    }

    /// The same with what having a vote (`asked`) or a seat without one (`told`) says by itself, unless evidence says no.
    pub(crate) fn with_seats(&self, told: bool, asked: bool) -> Self {
        let mut more = self.clone();
        for (seat, statement) in [(told || asked, Statement::Told), (asked, Statement::AskedBefore)] {
            let denied = VOICE.iter().any(|below| *below <= statement && self.holds(*below) == Holds::No);
            if seat && !denied {
                more.known.insert(statement, Holds::Yes);
            }
        }
        more
    }

    /// The level that being heard supports, from P0 to P3: a yes proves it and what is below, a no excludes it and what is above.
    pub(crate) fn voice(&self) -> LevelRange {
        let rungs = || VOICE.iter().zip(1_u8..);
        let low = rungs().filter(|(statement, _)| self.holds(**statement) == Holds::Yes).map(|(_, level)| level).max();
        let high = rungs().find(|(statement, _)| self.holds(**statement) == Holds::No).map(|(_, level)| level - 1);
        LevelRange { low: low.unwrap_or(0), high: high.unwrap_or(3) }
    }

    /// The statements that are still open: neither answered nor settled by another answer.
    pub(crate) fn open(&self) -> Vec<Statement> {
        let voice = self.voice();
        let settled = |statement: Statement| {
            VOICE.iter().zip(1_u8..).any(|(known, level)| *known == statement && (level <= voice.low || level > voice.high))
        };
        Statement::ALL
            .iter()
            .copied()
            .filter(|statement| self.holds(*statement) == Holds::Unknown && !settled(*statement))
            .collect()
    }
}

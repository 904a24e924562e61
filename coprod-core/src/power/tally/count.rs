//! Counts ballots that are in the method's form.

use super::condorcet::{copeland, minimax, ranked_pairs, schulze};
use super::counted::{Counted, Ties};
use super::explore::Work;
use super::form::Form;
use super::irv::irv;
use super::method::TallyMethod;
use super::names::{Names, votes};
use super::pairwise::Pairwise;
use super::positional::{borda, highest, plurality};
use super::ranked::RankedBallots;
use super::rated::{criteria, judgement, score, star};
use super::stv::{meek, scottish};
use crate::error::{Pointer, TallyError};

/// Counts ranked ballots, with options as numbers: the way in for programs with many ballots. Options are called by their numbers in
/// sentences.
///
/// # Errors
/// `ballot_unfit` for a method that does not count ranked ballots; `seats_out_of_range`; `no_ballots`; `equal_ranks` where the method
/// needs options one after another; `lot_incomplete` for a lot of the wrong length; `too_many_ties` and `too_much_work` beyond the
/// stated limits.
pub fn count_ranked(ballots: &RankedBallots, method: &TallyMethod, ties: &Ties) -> Result<Counted, TallyError> {
    let path = || Pointer::root().key("ballots");
    if ballots.votes() == 0 {
        return Err(TallyError::NoBallots { path: path() });
    }
    let (seats, options) = (method.seats(), ballots.options());
    if !(1..=options).contains(&seats) {
        let path = Pointer::root().key("method").key(method.key()).key("seats");
        return Err(TallyError::SeatsOutOfRange { path, seats, options });
    }
    if ties.lot.as_ref().is_some_and(|lot| lot.len() != options) {
        return Err(TallyError::LotIncomplete { path: Pointer::root().key("ties").key("lot"), id: "every option".to_owned() });
    }
    ranked(ballots, method, ties, &Names::numbers(options), &mut Work::new())
}

/// Counts ranked ballots.
pub(super) fn ranked(
    ballots: &RankedBallots,
    method: &TallyMethod,
    ties: &Ties,
    names: &Names,
    work: &mut Work,
) -> Result<Counted, TallyError> {
    const UNNAMED_LAST: &str = "options that a ballot does not name stand behind all that it does, equal to one another";
    let compared = |mut counted: Counted| {
        counted.assumes.push(UNNAMED_LAST.to_owned());
        counted
    };
    match method {
        TallyMethod::Plurality(_) => plurality(ballots, ties, names),
        TallyMethod::Borda(set) => Ok(borda(ballots, set.unranked, ties, names)),
        TallyMethod::Copeland(set) => Ok(compared(copeland(Pairwise::of(ballots), set.points, ties, names))),
        TallyMethod::Minimax(set) => Ok(compared(minimax(Pairwise::of(ballots), set.strength, ties, names))),
        TallyMethod::Schulze(set) => Ok(compared(schulze(Pairwise::of(ballots), set.strength, ties, names))),
        TallyMethod::RankedPairs(set) => ranked_pairs(Pairwise::of(ballots), set.strength, ties, names, work).map(compared),
        TallyMethod::Irv(_) | TallyMethod::ScottishStv(_) | TallyMethod::MeekStv(_) => {
            let (strict, cut) = ballots.one_after_another(method.key())?;
            let ballots = strict.as_ref().unwrap_or(ballots);
            let mut counted = match method {
                TallyMethod::ScottishStv(set) => scottish(ballots, set.seats as usize, ties, names, work)?,
                TallyMethod::MeekStv(set) => meek(ballots, set.seats as usize, ties, names, work)?,
                _ => irv(ballots, ties, names, work)?,
            };
            counted.assumes.push("a ballot that names no option that is left counts for none".to_owned());
            if cut > 0 {
                let words = "put all options that are left at one last place, which was taken as not naming them";
                counted.assumes.push(format!("{} {words}", votes(cut)));
            }
            Ok(counted)
        }
        _ => Err(TallyError::BallotUnfit {
            path: Pointer::root().key("ballots"),
            needs: "the form that the method counts".to_owned(),
        }),
    }
}

/// Counts ballots in the method's form.
pub(super) fn count(
    form: &Form,
    all: u64,
    method: &TallyMethod,
    ties: &Ties,
    names: &Names,
    work: &mut Work,
) -> Result<Counted, TallyError> {
    match (form, method) {
        (Form::Ranked(ballots), _) => ranked(ballots, method, ties, names, work),
        (Form::Approvals(sums), _) => {
            let total =
                |(option, sum): (usize, &u64)| super::counted::Total { option, total: (*sum).into(), words: String::new() };
            let totals = sums.iter().enumerate().map(total).collect();
            Ok(highest(totals, sums.iter().map(|sum| u128::from(*sum)), "approval", ties, names))
        }
        (Form::Scored(scores, _), TallyMethod::Score(set)) => Ok(score(scores, set.least, set.unrated, all, ties, names)),
        (Form::Scored(scores, order), TallyMethod::Star(set)) => {
            Ok(star(scores, Pairwise::of(order), set.least, all, ties, names))
        }
        (Form::Graded(counts), TallyMethod::MajorityJudgement(set)) => Ok(judgement(counts, &set.grades, ties, names)),
        (Form::Rated(by), _) => {
            let mut counted = criteria(names.len(), by, ties, names)?;
            counted.assumes.push("who does not rate an option by a criterion is left out of that mean".to_owned());
            Ok(counted)
        }
        _ => Err(TallyError::BallotUnfit {
            path: Pointer::root().key("ballots"),
            needs: "the form that the method counts".to_owned(),
        }),
    }
}

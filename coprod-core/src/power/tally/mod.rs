#![doc = include_str!("tally.md")]

mod answer;
mod ballot;
mod check;
mod condorcet;
mod count;
mod counted;
mod explore;
mod form;
mod format;
mod irv;
mod method;
mod names;
mod number;
mod pairwise;
mod positional;
mod ranked;
mod rated;
mod request;
mod side;
mod stv;

pub use answer::{
    LockedPair, OptionTotal, PairwiseRow, SideTally, TallyAnswer, TallyOutcome, TallyRound, TieStated, ValueTransfer,
};
pub use ballot::{Ballot, RankPlace};
pub use check::{MOST_GRADES, MOST_NAME_LETTERS};
pub use condorcet::{CopelandPoints, MOST_LOCKINGS, strongest_paths, undefeated};
pub use count::count_ranked;
pub use counted::{Counted, Possible, Round, Tie, TieBreak, TieFor, Ties, Total, ValueChange};
pub use explore::{MOST_PREFERENCES_LOOKED_AT, MOST_TIE_STATES};
pub use format::{
    BallotFormat, BallotsReadAnswer, BallotsReadRequest, BallotsWriteAnswer, BallotsWriteRequest, MOST_FILE_BYTES, ballots_read,
    ballots_write,
};
pub use method::{
    BordaSettings, CopelandSettings, CriteriaSettings, Criterion, GradeSettings, MinimaxSettings, NoSettings, ScoreSettings,
    SeatSettings, StarSettings, StrengthSettings, TallyMethod,
};
pub use number::VoteNumber;
pub use pairwise::{DefeatStrength, Pairwise};
pub use positional::BordaUnranked;
pub use ranked::{MOST_OPTIONS, MOST_VOTES, RankedBallots};
pub use rated::Unrated;
pub use request::{MOST_BALLOTS, TallyRequest, TieRules};
pub use side::MOST_CONSTITUENCIES;

use self::check::Options;
use self::explore::Work;
use self::names::votes;
use crate::error::ErrorReport;
use crate::unit::{Count, IdMap};

/// Counts ballots.
///
/// # Errors
/// For options, ballots or settings that cannot be, each with its place: `unknown_option`, `duplicate_id`, `no_ballots`,
/// `ballot_unfit`, `equal_ranks`, `out_of_range`, `seats_out_of_range`, `unknown_grade`, `not_rated`, `tie_rule_unfit`,
/// `lot_incomplete`, `too_many`. `too_many_ties` if ties that no rule breaks could go more than [`MOST_TIE_STATES`] ways (under ranked
/// pairs [`MOST_LOCKINGS`]); `too_much_work` beyond [`MOST_PREFERENCES_LOOKED_AT`].
pub fn tally(request: &TallyRequest) -> Result<TallyAnswer, ErrorReport> {
    let options = Options::new(request)?;
    let counts = check::counts(&request.ballots)?;
    check::method(&request.method, options.len())?;
    let ties = check::ties(request, &options)?;
    let cast: Vec<(usize, &Ballot, u64)> =
        request.ballots.iter().zip(counts).enumerate().map(|(number, (ballot, count))| (number, ballot, count)).collect();
    let all = form::encode(&cast, &request.method, &options)?;
    let counted = count::count(&all.form, all.votes, &request.method, &ties, &options.names, &mut Work::new())?;
    if counted.outcomes.is_empty() || counted.outcomes.iter().any(|outcome| outcome.chosen.len() != request.method.seats()) {
        return Err(ErrorReport::internal("a count does not choose as many options as it was asked for"));
    }
    let sides = side::sides(request, &cast, &options, &ties)?;
    Ok(answer(counted, sides, &options, request, all.votes))
}

fn answer(counted: Counted, sides: side::Sides, options: &Options<'_>, request: &TallyRequest, votes_cast: u64) -> TallyAnswer {
    let chosen_in = |option: &usize| counted.outcomes.iter().filter(|outcome| outcome.chosen.contains(option)).count();
    let all: Vec<(usize, usize)> = (0..options.len()).map(|option| (option, chosen_in(&option))).collect();
    let chosen = |fits: &dyn Fn(usize) -> bool| {
        all.iter().filter(|(_, times)| fits(*times)).filter_map(|(option, _)| options.id(*option)).collect()
    };
    let tie = |tie: &Tie| TieStated {
        round: tie.round,
        tied_for: tie.tied_for,
        tied: options.list(&tie.tied),
        broken_by: tie.broken_by,
        fell_on: options.list(&tie.fell_on),
    };
    let outcome =
        |outcome: &Possible| TallyOutcome { chosen: options.list(&outcome.chosen), ways: outcome.ways.iter().map(tie).collect() };
    let mut because = counted.because.clone();
    if because.is_empty() {
        because = counted.rounds.iter().map(|round| round.because.join("; ")).collect();
    }
    if counted.outcomes.len() > 1 {
        because.push(format!("no rule breaks a tie, so that {} outcomes are possible", counted.outcomes.len()));
    }
    let mut assumes = counted.assumes.clone();
    if sides.without > 0 {
        assumes.push(format!("{} of no constituency count in the whole and for no side", votes(sides.without)));
    }
    let table = |number: &dyn Fn(usize, usize) -> u64| -> Vec<PairwiseRow> {
        let row = |a: usize| {
            let cell = |b: usize| Some((options.id(b)?, Count::from(number(a, b))));
            let others = (0..options.len()).filter(|b| *b != a);
            Some(PairwiseRow { option: options.id(a)?, over: others.filter_map(cell).collect() })
        };
        (0..options.len()).filter_map(row).collect()
    };
    let path = |a: usize, b: usize| counted.paths.get(a * options.len() + b).copied().unwrap_or(0);
    TallyAnswer {
        winners: chosen(&|times| times == counted.outcomes.len()),
        tied: chosen(&|times| times > 0 && times < counted.outcomes.len()),
        decided: counted.outcomes.len() == 1,
        outcomes: counted.outcomes.iter().map(outcome).collect(),
        method: request.method.words(),
        because,
        votes: Count::from(votes_cast),
        totals: counted.totals.iter().filter_map(|total| option_total(total, options)).collect(),
        rounds: counted.rounds.iter().map(|round| tally_round(round, options)).collect(),
        pairwise: counted.pairwise.as_ref().map(|pairs| table(&|a, b| pairs.over(a, b))).unwrap_or_default(),
        paths: if counted.paths.is_empty() { Vec::new() } else { table(&path) },
        locked: counted
            .locked
            .iter()
            .filter_map(|(a, b)| Some(LockedPair { above: options.id(*a)?, below: options.id(*b)? }))
            .collect(),
        ties: counted.ties.iter().map(tie).collect(),
        sides: sides.sides,
        sides_differ: sides.differ,
        sides_because: sides.because,
        assumes,
    }
}

fn option_total(total: &Total, options: &Options<'_>) -> Option<OptionTotal> {
    Some(OptionTotal { option: options.id(total.option)?, total: total.total.clone(), words: total.words.clone() })
}

fn by_id(amounts: &[(usize, VoteNumber)], options: &Options<'_>) -> IdMap<VoteNumber> {
    amounts.iter().filter_map(|(option, amount)| Some((options.id(*option)?, amount.clone()))).collect::<IdMap<VoteNumber>>()
}

fn tally_round(round: &Round, options: &Options<'_>) -> TallyRound {
    let transfer = |change: &ValueChange| ValueTransfer {
        before: change.before.clone(),
        after: change.after.clone(),
        papers: Count::from(change.papers),
    };
    TallyRound {
        votes: by_id(&round.votes, options),
        not_transferable: round.not_transferable.clone(),
        lost_to_rounding: round.lost_to_rounding.clone(),
        quota: round.quota.clone(),
        keep_factors: by_id(&round.keep_factors, options),
        transfers: round.transfers.iter().map(transfer).collect(),
        chosen: options.list(&round.chosen),
        out: options.list(&round.out),
        because: round.because.clone(),
        one_of_several: round.one_of_several,
    }
}

#[cfg(test)]
mod tests;

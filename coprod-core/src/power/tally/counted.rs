//! What comes of a count, with options as numbers.

use super::number::VoteNumber;
use super::pairwise::Pairwise;

/// How a tie was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TieBreak {
    /// By the order drawn by lot that the request gives.
    Lot,
    /// By the votes at the end of the latest earlier round in which they were not equal.
    EarlierRounds,
    /// All that tied went out together.
    EliminateAll,
}

/// What the options were tied for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TieFor {
    /// Being chosen.
    First,
    /// Going out, with the fewest votes.
    Last,
    /// Whose surplus is transferred first.
    Surplus,
    /// A place among the two in the run-off.
    RunOff,
}

/// A tie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// In which round, from 1 up.
    pub round: usize,
    /// What it was for.
    pub tied_for: TieFor,
    /// The options that tied.
    pub tied: Vec<usize>,
    /// How it was broken; not at all where absent: every way was followed.
    pub broken_by: Option<TieBreak>,
    /// The options it fell on, of those that tied; with a tie that was not broken, the way shown.
    pub fell_on: Vec<usize>,
}

/// One outcome that is possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Possible {
    /// The options that are chosen, by number.
    pub chosen: Vec<usize>,
    /// The ways that the ties that were not broken went, of one way that leads here.
    pub ways: Vec<Tie>,
}

/// How the papers of one value moved on from an option with more votes than it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueChange {
    /// What each was worth when it came.
    pub before: VoteNumber,
    /// What each is worth after.
    pub after: VoteNumber,
    /// How many of them there are.
    pub papers: u64,
}

/// One round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Round {
    /// The votes of each option that is not out.
    pub votes: Vec<(usize, VoteNumber)>,
    /// Votes that no option has any more.
    pub not_transferable: Option<VoteNumber>,
    /// Votes lost because values are cut to so many places.
    pub lost_to_rounding: Option<VoteNumber>,
    /// The votes with which an option is chosen.
    pub quota: Option<VoteNumber>,
    /// What part of each vote that reaches it a chosen option keeps.
    pub keep_factors: Vec<(usize, VoteNumber)>,
    /// The transfer values of this round.
    pub transfers: Vec<ValueChange>,
    /// Chosen in this round.
    pub chosen: Vec<usize>,
    /// Out after this round.
    pub out: Vec<usize>,
    /// What happened, and why.
    pub because: Vec<String>,
    /// Whether a tie in it or before it could have gone another way.
    pub one_of_several: bool,
}

/// What an option got in all, by the method's own measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The option.
    pub option: usize,
    /// How much.
    pub total: VoteNumber,
    /// More about it, in words; empty where there is nothing more.
    pub words: String,
}

/// What came of a count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// Every outcome that is possible; one where nothing is tied.
    pub outcomes: Vec<Possible>,
    /// The rounds, where the method counts in rounds.
    pub rounds: Vec<Round>,
    /// What each option got in all, where the method adds up.
    pub totals: Vec<Total>,
    /// How many voters rank one option above another, where the method compares them.
    pub pairwise: Option<Pairwise>,
    /// The strength of the strongest path from each option to each other, where the method looks for paths; by rows.
    pub paths: Vec<u64>,
    /// The defeats that stand, where the method locks them in one after another.
    pub locked: Vec<(usize, usize)>,
    /// Every tie, as it was broken or not.
    pub ties: Vec<Tie>,
    /// Why, in plain sentences.
    pub because: Vec<String>,
    /// What was assumed.
    pub assumes: Vec<String>,
}

/// The caller's rules for ties.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ties {
    /// The option with fewer votes in the latest earlier round in which they differ goes out.
    pub earlier_rounds: bool,
    /// All that tie for last go out together.
    pub eliminate_all: bool,
    /// The place of each option in an order drawn by lot: the one in front wins, the one behind goes out.
    pub lot: Option<Vec<usize>>,
}

impl Ties {
    fn place(&self, option: usize) -> Option<usize> {
        self.lot.as_ref()?.get(option).copied()
    }

    /// The option in front, if there is a lot.
    pub(super) fn in_front(&self, tied: &[usize]) -> Option<usize> {
        self.lot.as_ref()?;
        tied.iter().copied().min_by_key(|option| self.place(*option))
    }

    /// The option behind, if there is a lot.
    pub(super) fn behind(&self, tied: &[usize]) -> Option<usize> {
        self.lot.as_ref()?;
        tied.iter().copied().max_by_key(|option| self.place(*option))
    }
}

/// One option of those that are equally good, by a lot or else each of them.
pub(super) fn one_of(best: &[usize], ties: &Ties) -> (Vec<Possible>, Vec<Tie>) {
    let tie =
        |option, broken_by| Tie { round: 1, tied_for: TieFor::First, tied: best.to_vec(), broken_by, fell_on: vec![option] };
    match (best, ties.in_front(best)) {
        ([option], _) => (vec![Possible { chosen: vec![*option], ways: Vec::new() }], Vec::new()),
        (_, Some(option)) => (vec![Possible { chosen: vec![option], ways: Vec::new() }], vec![tie(option, Some(TieBreak::Lot))]),
        _ => {
            let possible = |option: &usize| Possible { chosen: vec![*option], ways: vec![tie(*option, None)] };
            let open = best.first().map(|first| Tie { fell_on: Vec::new(), ..tie(*first, None) });
            (best.iter().map(possible).collect(), open.into_iter().collect())
        }
    }
}

/// The options with the most of something, in their order.
pub(super) fn with_most<N: Ord>(amounts: impl IntoIterator<Item = (usize, N)>) -> Vec<usize> {
    let mut most: Option<N> = None;
    let mut best = Vec::new();
    for (option, amount) in amounts {
        match most.as_ref().map(|most| amount.cmp(most)) {
            Some(std::cmp::Ordering::Less) => {}
            Some(std::cmp::Ordering::Equal) => best.push(option),
            None | Some(std::cmp::Ordering::Greater) => {
                most = Some(amount);
                best = vec![option];
            }
        }
    }
    best
}

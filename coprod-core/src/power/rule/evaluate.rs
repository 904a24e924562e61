//! Whether a rule passes, given what each member did.

use serde::{Deserialize, Serialize};

use super::compiled::{Bar, Base, Compiled, Leaf, Node};

/// What a member did. Present is anything but absent; cast is yes or no, and an objection counts as no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "VoteState"))]
pub enum State {
    /// Said yes.
    Yes,
    /// Said no.
    No,
    /// Said no with an objection, which stops a decision by consent.
    Object,
    /// Was there and took no side.
    Abstain,
    /// Was not there.
    Absent,
}

impl State {
    /// Whether the member was there.
    #[must_use]
    pub const fn is_present(self) -> bool {
        !matches!(self, Self::Absent)
    }

    /// Whether the member took a side.
    #[must_use]
    pub const fn is_cast(self) -> bool {
        matches!(self, Self::Yes | Self::No | Self::Object)
    }
}

/// What the votes of one leaf add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Weight of yes, with a casting vote if there was one.
    pub yes: u64,
    /// What the bar is a share of; for a bar in whole votes, the weight of all voters.
    pub base: u64,
    /// Whether a casting vote was used.
    pub casting_used: bool,
}

impl Compiled {
    /// Whether the rule passes when member `i` did `states[i]`. A member without a state counts as absent.
    #[must_use]
    pub fn passes(&self, states: &[State]) -> bool {
        self.root.passes(states)
    }
}

fn state(states: &[State], member: usize) -> State {
    states.get(member).copied().unwrap_or(State::Absent)
}

impl Node {
    /// Whether this part passes.
    #[must_use]
    pub fn passes(&self, states: &[State]) -> bool {
        match self {
            Self::Leaf(leaf) => leaf.passes(states),
            Self::AtLeast { count, of } => enough_pass(*count, of, states),
            Self::Quorum { cast, among, heads, then } => heads_counted(*cast, among, states) >= *heads && then.passes(states),
        }
    }
}

/// Whether so many parts pass. Looks at no more of them than it must.
fn enough_pass(count: usize, of: &[Node], states: &[State]) -> bool {
    let (mut needed, mut spare) = (count, of.len().checked_sub(count));
    for part in of {
        if needed == 0 || spare.is_none() {
            break;
        }
        if part.passes(states) {
            needed -= 1;
        } else {
            spare = spare.and_then(|spare| spare.checked_sub(1));
        }
    }
    needed == 0
}

/// How many of `among` are present, or have cast a vote.
#[must_use]
pub fn heads_counted(cast: bool, among: &[usize], states: &[State]) -> usize {
    among
        .iter()
        .map(|member| state(states, *member))
        .filter(|state| if cast { state.is_cast() } else { state.is_present() })
        .count()
}

impl Leaf {
    /// Whether this condition holds.
    #[must_use]
    pub fn passes(&self, states: &[State]) -> bool {
        match self {
            Self::SignOff(holders) => holders.iter().all(|member| state(states, *member) == State::Yes),
            Self::Consent(among) => {
                among.iter().any(|member| state(states, *member).is_present())
                    && among.iter().all(|member| state(states, *member) != State::Object)
            }
            Self::Votes { voters, bar, casting } => {
                let tally = tally(voters, *bar, *casting, states);
                enough(*bar, tally)
            }
        }
    }
}

/// Adds up the votes of one leaf. With weights every base counts weight; without, each voter weighs one.
#[must_use]
pub fn tally(voters: &[(usize, u64)], bar: Bar, casting: Option<usize>, states: &[State]) -> Tally {
    // All weights together are at most 2^53, so that no sum overflows, with the casting vote or without.
    let (mut yes, mut no, mut abstaining, mut absent) = (0_u64, 0_u64, 0_u64, 0_u64);
    for (member, weight) in voters {
        match state(states, *member) {
            State::Yes => yes += weight,
            State::No | State::Object => no += weight,
            State::Abstain => abstaining += weight,
            State::Absent => absent += weight,
        }
    }
    let cast = yes + no;
    let second = casting.map_or(State::Absent, |member| state(states, member));
    let casting_used = yes == no && yes > 0 && second.is_cast();
    if casting_used && second == State::Yes {
        yes += 1;
    }
    let base = match bar {
        Bar::Share { of: Base::Cast, .. } => cast + u64::from(casting_used),
        Bar::Share { of: Base::Present, .. } => cast + abstaining,
        Bar::Share { of: Base::MembersLessAbstainers, .. } => cast + absent,
        Bar::Share { of: Base::Members, .. } | Bar::Count(_) => cast + abstaining + absent,
    };
    Tally { yes, base, casting_used }
}

/// Whether so many votes are enough. An empty base never is.
#[must_use]
pub fn enough(bar: Bar, tally: Tally) -> bool {
    match bar {
        Bar::Count(count) => tally.yes >= count,
        Bar::Share { share, strict, .. } => {
            let votes = i128::from(tally.yes) * i128::from(share.denom());
            let needed = i128::from(tally.base) * i128::from(share.numer());
            tally.base > 0 && (votes > needed || (!strict && votes == needed))
        }
    }
}

/// The least number of votes that is enough of so many: nothing where no number is, as of none. For a bar in whole votes it is the bar.
#[cfg(feature = "counting")]
#[must_use]
pub fn least_enough(bar: Bar, base: u64) -> Option<u64> {
    let least = match bar {
        Bar::Count(count) => count,
        Bar::Share { share, strict, .. } => {
            let (numer, denom) = (i128::from(share.numer()), i128::from(share.denom()));
            // A base is at most 2^53 + 1, so that the product fits.
            let votes = i128::from(base) * numer;
            let whole = votes / denom;
            u64::try_from(if strict || votes % denom != 0 { whole + 1 } else { whole }).ok()?
        }
    };
    (base > 0 && least <= base).then_some(least)
}

/// The least number of yes that is enough of so many, where `cast` of the votes are yes or no and the holder of a second vote did
/// `second`. The second vote itself is counted neither among the yes nor in `base`. More yes among the same votes cast never makes such a
/// bar fail, since a second vote moves a tie to less than the next yes would.
#[cfg(feature = "counting")]
#[must_use]
pub fn least_enough_with(bar: Bar, cast: u64, base: u64, second: State) -> Option<u64> {
    let least = least_enough(bar, base);
    if !second.is_cast() || cast < 2 || cast % 2 == 1 {
        return least;
    }
    let tie = cast / 2;
    match (tie_passes(bar, cast, base, second), least) {
        (true, Some(least)) => Some(least.min(tie)),
        (true, None) => Some(tie),
        (false, least) => least.map(|least| if least <= tie { tie + 1 } else { least }),
    }
}

/// Whether it is enough that half of `cast` votes, an even number above zero, say yes, and the holder of a second vote did `second`.
#[cfg(feature = "counting")]
#[must_use]
pub fn tie_passes(bar: Bar, cast: u64, base: u64, second: State) -> bool {
    let more = u64::from(matches!(bar, Bar::Share { of: Base::Cast, .. }));
    enough(bar, Tally { yes: cast / 2 + u64::from(second == State::Yes), base: base + more, casting_used: true })
}

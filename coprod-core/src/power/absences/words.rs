//! The same in sentences.

use super::{AbsenceWay, AwayMembers, ConstituencyAbsences, ConstituencyWithout};
use crate::group::{listed, listed_briefly};
use crate::unit::{Count, Exact, Id};

pub(super) const ASSUMES: [&str; 3] = [
    "those who are away have no part in the decision: they vote neither by post nor by somebody else",
    "everybody else comes, and says yes or objects by the toss of a coin: this weighs votes, and foretells none",
    "on average every choice of members who are away is as likely as the other",
];

/// One way.
pub(super) fn way(away: &[AwayMembers], passes: &Exact, constituencies: &[ConstituencyWithout]) -> String {
    let who = if away.is_empty() { "if everybody comes".to_owned() } else { format!("without {}", names(away)) };
    let sides = constituencies.iter().map(|side| {
        let can = match (side.say.can_decide_if_all_attend, side.say.can_block_by_voting_if_all_attend) {
            (true, true) => "can decide and block",
            (true, false) => "can decide but not block",
            (false, true) => "can block but not decide",
            (false, false) if side.say.votes_can_matter => "can neither decide nor block",
            (false, false) => "have no vote that can matter",
        };
        format!("; those of {} who come {can}", side.id)
    });
    let passes = if passes.is_zero() {
        "nothing can pass".to_owned()
    } else {
        format!("it passes in {} of all ways to vote", share(passes))
    };
    format!("{who}, {passes}{}", sides.collect::<String>())
}

/// All ways together.
pub(super) fn all(
    before: &AbsenceWay,
    ways: &[AbsenceWay],
    (worst, best): (usize, usize),
    typical: &Exact,
    (nothing, of): (&Count, &Count),
    constituencies: &[ConstituencyAbsences],
) -> Vec<String> {
    let mut says = vec![before.says.clone()];
    let named: &[(&str, usize)] = if worst == best { &[("", worst)] } else { &[("at worst, ", worst), ("at best, ", best)] };
    says.extend(named.iter().filter_map(|(name, at)| Some(format!("{name}{}", ways.get(*at)?.says))));
    if ways.len() > 1 {
        says.push(format!("on average it passes in {} of all ways to vote", share(typical)));
    }
    if *nothing != Count::from(0_u32) {
        says.push(format!("nothing can pass in {nothing} of {of} ways to be away"));
    }
    for (now, side) in before.constituencies.iter().zip(constituencies) {
        let parts = [
            (now.say.can_decide_if_all_attend, &side.can_decide, "decide"),
            (now.say.can_block_by_voting_if_all_attend, &side.can_block, "block"),
        ];
        for (could, can, what) in parts {
            if could && can != of {
                says.push(format!("{} can {what} if everybody comes, and still in {can} of {of} ways to be away", side.id));
            } else if !could && *can != Count::from(0_u32) {
                says.push(format!("{} cannot {what} if everybody comes, and can in {can} of {of} ways to be away", side.id));
            }
        }
    }
    says
}

fn share(exact: &Exact) -> String {
    let per_mille = exact.thousandths();
    format!("{exact} ({}.{} %)", per_mille / 10, per_mille % 10)
}

fn names(away: &[AwayMembers]) -> String {
    let each = away.iter().map(|away| {
        let names = listed_briefly(&away.of.iter().map(Id::as_str).collect::<Vec<_>>());
        if away.count == away.of.len() { names } else { format!("{} of {names}", away.count) }
    });
    listed(&each.collect::<Vec<_>>())
}

//! The smallest coalitions that can pass a decision, and the largest that cannot.
//!
//! Everybody attends and says yes or objects. A winning coalition is *minimal* if it fails without any one of its members; a losing one
//! is *maximal* if it passes with any one more. What is left out of a maximal losing coalition is a smallest group that can block.

mod list;

pub use list::{CoalitionList, CoalitionPattern};

use serde::{Deserialize, Serialize};

use super::game::{Game, MOST_VOTERS, Patterns};
use super::measure::MOST_MEMBERS_MEASURED;
use super::rule::{Compiled, Rule, Rules};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::{Member, Roster};
use crate::unit::Id;

/// So many coalitions, and so many patterns, may be listed each way.
pub const MOST_COALITIONS_LISTED: u32 = 10_000;

/// So many are listed where the request does not say.
const LISTED: u32 = 100;

/// A rule whose smallest winning and largest losing coalitions are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MinimalCoalitionsRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// How many coalitions and patterns to list at most: up to 10000; 100 where absent. All are counted in any case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
}

/// The smallest coalitions that can pass a decision, and the largest that cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MinimalCoalitionsAnswer {
    /// Members who are alike under this rule: it makes no difference which of them says yes, only how many do.
    pub kinds: Vec<Vec<Id>>,
    /// Members whose vote no part of the rule asks in a way that could count. No minimal winning coalition has them, every maximal
    /// losing one does.
    pub without_a_vote: Vec<Id>,
    /// Winning coalitions that fail without any one of their members.
    pub minimal_winning: CoalitionList,
    /// Losing coalitions that pass with any one more member.
    pub maximal_losing: CoalitionList,
}

/// Finds the minimal winning and the maximal losing coalitions.
///
/// # Errors
/// Those of checking the members and the rule; `out_of_range` for a limit beyond [`MOST_COALITIONS_LISTED`]; `no_exact_answer` if more
/// members have a vote than fit a table ([`MOST_VOTERS`]) and what can be voted does not come down to a small enough diagram.
pub fn minimal_coalitions(request: &MinimalCoalitionsRequest) -> Result<MinimalCoalitionsAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_MEASURED)?;
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    let most = request.most.unwrap_or(LISTED);
    if most > MOST_COALITIONS_LISTED {
        let detail = format!("{most} coalitions are asked for, and at most {MOST_COALITIONS_LISTED} are listed");
        return Err(PowerError::OutOfRange { path: root.key("most"), detail }.into());
    }
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let game = Game::of(&rule);
    let found = |game: &Game| Patterns::minimal(game, most).ok_or_else(|| too_large(game, &root.key("rule")));
    // Who can pass without some members can stop them: the largest losing coalitions are what the smallest that can block leave out.
    let (winning, blocking) = (found(&game)?, found(&game.dual())?);
    let named = |members: &[usize]| -> Vec<Id> { members.iter().filter_map(|member| rule.ids().get(*member)).cloned().collect() };
    let silent = game.silent_members(rule.len());
    Ok(MinimalCoalitionsAnswer {
        kinds: game.kinds.iter().map(|kind| named(kind)).collect(),
        without_a_vote: named(&silent),
        minimal_winning: list::listed(&game, &winning, most, &[], &named),
        maximal_losing: list::listed(&game, &list::left_out(&game, blocking), most, &silent, &named),
    })
}

fn too_large(game: &Game, path: &Pointer) -> PowerError {
    PowerError::NoExactAnswer {
        path: path.clone(),
        voters: game.voters(),
        kinds: game.kinds.len(),
        possible: format!(
            "ask about at most {MOST_VOTERS} members who have a vote, or give members who are alike the same weight: they are taken \
             together"
        ),
    }
}

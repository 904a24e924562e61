#![doc = include_str!("absences.md")]

mod answer;
mod ways;
mod words;

pub use answer::{AbsenceWay, AbsencesAnswer, AwayMembers, ConstituencyAbsences, ConstituencyWithout, MemberWithout};

use serde::{Deserialize, Serialize};

use self::ways::Ways;
use super::attendance::{MOST_ATTENDANCE_STEPS, without};
use super::bloc::say_without;
use super::measure::{IndexValue, MOST_MEMBERS_MEASURED};
use super::roles::{Role, roles};
use super::rule::{Compiled, Rule, Rules, Who, who};
use super::work::MOST_VOTES_LOOKED_AT;
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::{Member, Roster};
use crate::unit::{Count, Exact};

/// The most ways of being away that one request may look at, members who are alike taken together.
pub const MOST_ABSENCE_WAYS: usize = 200;

/// A rule, and how many members cannot come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AbsencesRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// How many cannot come, and of whom.
    pub away: Away,
}

/// How many members cannot come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Away {
    /// How many: at least 1, and fewer than all members.
    pub count: u32,
    /// Of whom: a constituency, or member ids; anybody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among: Option<Who>,
}

/// What becomes of a group when so many of these members cannot come: every way in which that can happen.
///
/// # Errors
/// Those of checking the members and the rule; `out_of_range` for nobody away or more than there are, and for more than
/// [`MOST_ABSENCE_WAYS`], with how many would be possible; `no_exact_answer` beyond [`MOST_ATTENDANCE_STEPS`]; `too_much_work` if what
/// the constituencies can do takes more than [`MOST_VOTES_LOOKED_AT`].
pub fn absences(request: &AbsencesRequest) -> Result<AbsencesAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_MEASURED)?;
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    let at = root.key("away");
    let among = who(&roster, request.away.among.as_ref(), &at.key("among"))?;
    let count = usize::try_from(request.away.count).unwrap_or(usize::MAX);
    let most = among.len().min(roster.len() - 1);
    if count == 0 || count > most {
        let detail = format!("{count} members away are outside 1 to {most}: somebody has to be there");
        return Err(PowerError::OutOfRange { path: at.key("count"), detail }.into());
    }
    let roles = roles(&rule);
    let ways = Ways::of(&roster, &roles, &among, count);
    let all = ways.patterns(MOST_ABSENCE_WAYS).ok_or_else(|| PowerError::OutOfRange {
        path: at.key("count"),
        detail: format!(
            "so many members of {} kinds can be away in more than {MOST_ABSENCE_WAYS} ways: name fewer of them in \"among\", or a smaller number",
            ways.kinds()
        ),
    })?;
    let mut asked =
        Asked { rule: &rule, roster: &roster, roles: &roles, steps: MOST_ATTENDANCE_STEPS, votes: MOST_VOTES_LOOKED_AT };
    let located = |error: ErrorReport| {
        if error.path.is_empty() { ErrorReport { path: root.key("rule").to_string(), ..error } } else { error }
    };
    let nobody = asked.way(Vec::new(), &[], Count::from(1_u32)).map_err(located)?;
    let mut lines = Vec::with_capacity(all.len());
    for pattern in &all {
        let away = ways.away(pattern);
        lines.push(asked.way(ways.named(&roster, pattern), &away, ways.number(pattern)).map_err(located)?);
    }
    answer::gathered(nobody, lines).ok_or_else(|| ErrorReport::internal("the ways to be away do not add up"))
}

/// What is asked, and the work that is left for it.
struct Asked<'a> {
    rule: &'a Compiled,
    roster: &'a Roster,
    roles: &'a [Role],
    steps: u64,
    votes: u64,
}

impl Asked<'_> {
    fn way(&mut self, named: Vec<AwayMembers>, away: &[usize], ways: Count) -> Result<AbsenceWay, ErrorReport> {
        let (passes, influences) = without(self.rule, away, &mut self.steps)?;
        let influence = |member: usize| influences.get(member).cloned().unwrap_or_else(Exact::zero);
        let mut constituencies = Vec::with_capacity(self.roster.constituencies().len());
        for (id, seats) in self.roster.constituencies() {
            let own: Vec<Exact> = seats.iter().map(|seat| influence(*seat)).collect();
            let can_matter = own.iter().any(|own| !own.is_zero());
            constituencies.push(ConstituencyWithout {
                id: id.clone(),
                present: seats.iter().filter(|seat| !away.contains(seat)).count(),
                say: say_without(self.rule, seats, away, self.roles, can_matter, &mut self.votes)?,
                influence: IndexValue::exactly(Exact::sum(&own)),
            });
        }
        let members = self.roster.ids().iter().enumerate();
        Ok(AbsenceWay {
            says: words::way(&named, &passes, &constituencies),
            away: named,
            ways,
            passes: IndexValue::exactly(passes),
            members: members
                .map(|(member, id)| MemberWithout {
                    id: id.clone(),
                    away: away.contains(&member),
                    influence: IndexValue::exactly(influence(member)),
                })
                .collect(),
            constituencies,
        })
    }
}

#[cfg(test)]
mod tests;

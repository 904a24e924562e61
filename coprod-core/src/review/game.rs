//! The rules of a project measured, each different one once, and all within one amount of work.

use std::rc::Rc;

use super::project::Project;
use crate::error::{ErrorCode, ErrorReport, Pointer};
use crate::group::{Member, Roster, Side};
use crate::power::bloc::{Blocs, Say};
use crate::power::rule::{Compiled, Node, Rule, Rules};
use crate::power::{MOST_VOTES_LOOKED_AT, MeasureAnswer, PowerIndex, measure_compiled};
use crate::unit::{Exact, Id};

/// The outcomes of all rules of a project together, times the parts of each: some eight rules of the largest group, or thousands of
/// ten people's.
const MOST_OUTCOMES: u64 = 1 << 28;

/// Every side; nothing for those whose side is not stated.
pub(super) const SIDES: [Option<Side>; 4] = [Some(Side::Lived), Some(Side::Host), Some(Side::Independent), None];

/// Some members of a project, by what they have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BlocName {
    /// Everybody in this constituency.
    Constituency(Id),
    /// Everybody on this side; nothing for those whose side is not stated.
    Side(Option<Side>),
}

/// The numbers of the members of a bloc.
pub(super) fn seats(project: &Project, members: &[Member], name: &BlocName) -> Vec<usize> {
    let inside = |member: &Member| {
        let of = project.constituencies.iter().find(|known| Some(&known.id) == member.constituency.as_ref());
        of.is_some_and(|known| match name {
            BlocName::Constituency(id) => known.id == *id,
            BlocName::Side(side) => known.known_side() == *side,
        })
    };
    members.iter().enumerate().filter(|(_, member)| inside(member)).map(|(number, _)| number).collect()
}

/// A rule measured for its members.
#[derive(Debug)]
pub(super) struct Game {
    members: Vec<Member>,
    rule: Option<Rule>,
    /// Nothing where the rule can never pass.
    pub(super) answer: Option<MeasureAnswer>,
    says: Vec<NamedSay>,
}

/// What a bloc can do.
type NamedSay = (BlocName, Say);

impl Game {
    /// What a bloc can do.
    pub(super) fn say(&self, name: &BlocName) -> Option<Say> {
        self.says.iter().find(|(known, _)| known == name).map(|(_, say)| *say)
    }

    /// A member's share of power.
    pub(super) fn share(&self, number: usize) -> Option<Exact> {
        self.answer.as_ref()?.members.get(number)?.shapley_shubik.as_ref().and_then(|index| index.exact.clone())
    }
}

/// Every different game of a project.
pub(super) struct Games<'a> {
    project: &'a Project,
    blocs: Vec<BlocName>,
    played: Vec<Rc<Game>>,
    left: u64,
}

impl<'a> Games<'a> {
    pub(super) fn new(project: &'a Project) -> Self {
        let sides = SIDES.map(BlocName::Side);
        let constituencies = project.constituencies.iter().map(|known| BlocName::Constituency(known.id.clone()));
        Self { project, blocs: constituencies.chain(sides).collect(), played: Vec::new(), left: MOST_OUTCOMES }
    }

    /// The rule measured; nothing if that would take more work than is left.
    pub(super) fn play(&mut self, members: &[Member], rule: Option<&Rule>) -> Result<Option<Rc<Game>>, ErrorReport> {
        if let Some(known) = self.played.iter().find(|game| game.members == members && game.rule.as_ref() == rule) {
            return Ok(Some(Rc::clone(known)));
        }
        let (answer, says) = match rule {
            None => (None, Vec::new()),
            Some(rule) => match self.measured(members, rule) {
                Ok(Some((answer, says))) => (Some(answer), says),
                Ok(None) => return Ok(None),
                Err(error) if error.code == ErrorCode::TooMuchWork => return Ok(None),
                Err(error) => return Err(error),
            },
        };
        let game = Rc::new(Game { members: members.to_vec(), rule: rule.cloned(), answer, says });
        self.played.push(Rc::clone(&game));
        Ok(Some(game))
    }

    fn measured(&mut self, members: &[Member], rule: &Rule) -> Result<Option<(MeasureAnswer, Vec<NamedSay>)>, ErrorReport> {
        let root = Pointer::root();
        let roster = Roster::new(members, &root.key("people"), members.len())?;
        let compiled = Compiled::new(rule, &root.key("decisions"), &roster, &Rules::default())?;
        let outcomes = u32::try_from(members.len()).ok().and_then(|bits| 1_u64.checked_shl(bits)).unwrap_or(u64::MAX);
        let Some(left) = self.left.checked_sub(outcomes.saturating_mul(parts(compiled.root()))) else { return Ok(None) };
        self.left = left;
        let answer = measure_compiled(&compiled, &roster, Some(&[PowerIndex::ShapleyShubik]))?;
        let mut questions = Blocs::new(&compiled, MOST_VOTES_LOOKED_AT);
        let mut says = Vec::new();
        for name in &self.blocs {
            let seats = seats(self.project, members, name);
            says.push((name.clone(), questions.say(&seats)?));
        }
        Ok(Some((answer, says)))
    }
}

fn parts(node: &Node) -> u64 {
    match node {
        Node::Leaf(_) => 1,
        Node::AtLeast { of, .. } => of.iter().map(parts).sum(),
        Node::Quorum { then, .. } => 1 + parts(then),
    }
}

//! Everything that has been worked out of a project, and how to name what it is about.

use super::keep::KeptReview;
use super::pay::PayReview;
use super::power::DecisionPower;
use super::project::Project;
use super::work::WorkReview;
use crate::error::Pointer;
use crate::group::{Person, Side, labels};
use crate::participation::{Holds, LevelAnswer, SignOff};
use crate::unit::Id;

/// The four areas of one project.
pub(super) struct Findings<'a> {
    pub(super) project: &'a Project,
    pub(super) power: Vec<DecisionPower>,
    /// Decisions whose power would take too much work beside the others.
    pub(super) unmeasured: Vec<String>,
    pub(super) levels: Option<LevelAnswer>,
    pub(super) work: WorkReview,
    pub(super) offers: Vec<PayReview>,
    pub(super) kept: Vec<KeptReview>,
}

impl Findings<'_> {
    /// The name of a person.
    pub(super) fn name(&self, id: &Id) -> String {
        self.project.label(id).to_owned()
    }

    /// The names of people, as a sentence lists them.
    pub(super) fn names(&self, ids: &[Id]) -> String {
        labels(&self.project.people, ids)
    }

    /// Where a person stands in the project's list.
    pub(super) fn number(&self, id: &Id) -> usize {
        self.project.people.iter().position(|person| person.id == *id).unwrap_or(0)
    }

    /// The side of a person, if it is known.
    pub(super) fn side_of(&self, id: &Id) -> Option<Side> {
        self.project.person(id.as_str()).and_then(|person| self.project.side_of(person))
    }

    /// The people of one side, those who left among them.
    pub(super) fn people_of(&self, side: Side) -> impl Iterator<Item = &Person> {
        self.project.people.iter().filter(move |person| self.project.side_of(person) == Some(side))
    }

    /// Where a decision stands in the project; without an id, where its stage does.
    pub(super) fn decision_pointer(&self, decision: &DecisionPower) -> Pointer {
        let number = |id: &Id| self.project.decisions.iter().position(|known| known.id == *id);
        match decision.decision.as_ref().and_then(number) {
            Some(number) => Pointer::root().key("decisions").index(number).key("how"),
            None => Pointer::root().key("stages").key(decision.stage.to_string()),
        }
    }

    /// The sign-offs that nobody declared before the work began, and that nothing has put right since.
    pub(super) fn late_sign_offs(&self, decision: &DecisionPower) -> Vec<&SignOff> {
        let own = self.project.decisions.iter().find(|known| Some(&known.id) == decision.decision.as_ref());
        let (began, taken) = own.map_or((None, None), |own| (own.began, own.date));
        let of_stage = self.project.stages.of(decision.stage).map(|how| how.sign_offs.as_slice()).unwrap_or_default();
        let of_own = own.map(|own| own.how.sign_offs.as_slice()).unwrap_or_default();
        let late = |sign_off: &&SignOff| {
            sign_off.declared_before_work == Holds::No
                && sign_off.in_time(began, taken) != Holds::Yes
                && sign_off.limited_to.is_none()
        };
        of_stage.iter().chain(of_own).filter(late).collect()
    }
}

//! What follows for each kind of member from all the ways in which a group can meet.

use std::rc::Rc;

use num_bigint::{BigInt, BigUint};
use num_traits::Zero;

use super::super::roles::{Role, classes, roles};
use super::super::rule::{Compiled, Node};
use super::chance::{Parts, Presence};
use super::fraction::Fraction;
use super::layer::Acts;
use super::plan::{ABSENT, ABSTAIN, NO, Plan, YES};
use super::points;
use super::walk::{Kind, Lasts, Walk};
use super::work::MOST_ATTENDANCE_STEPS;
use crate::error::{Pointer, PowerError};
use crate::unit::Ratio;

/// The Shapley-Shubik index is worked out for up to so many members who may come: for more, its integral takes seconds.
pub(super) const MOST_COMERS_TURNING: usize = 300;

/// What follows for a group.
pub(super) struct Outlook {
    /// The chance that it passes.
    pub(super) passes: Fraction,
    /// By kind: the members and what follows for each of them. Members whom the rule asks nothing are of no kind.
    pub(super) kinds: Vec<(Vec<usize>, KindOutlook)>,
    /// The chance that those who come cannot turn the outcome, where the Shapley-Shubik index is known.
    pub(super) unallocated: Option<Fraction>,
    /// The chance that it passes if those who take part remotely do not count, where there are any.
    pub(super) passes_in_person: Option<Fraction>,
    /// Everybody's influence added up.
    pub(super) all_influence: Fraction,
}

/// What follows for one member.
pub(super) struct KindOutlook {
    pub(super) swing: Fraction,
    /// The chance of being there and to swing: of the same whole for everybody.
    pub(super) influence: Fraction,
    pub(super) influence_in_person: Option<Fraction>,
    pub(super) shapley_shubik: Option<Fraction>,
    pub(super) attend_yes: Fraction,
    pub(super) perverse: Fraction,
    pub(super) backfires: Fraction,
    pub(super) helps: Fraction,
    pub(super) hurts: Fraction,
    /// The whole that the chances in `lasts` are parts of, as the group is.
    pub(super) others: Rc<BigUint>,
    /// Everything that the others can do, by what follows.
    pub(super) lasts: Lasts,
}

/// The members whom a rule asks something, by kind.
pub(super) fn kinds_of(roles: &[Role], tell_apart: impl Fn(usize) -> Presence) -> Vec<Vec<usize>> {
    let asked = (0..roles.len()).filter(|member| roles.get(*member).is_some_and(|role| role.len() > 0));
    classes(asked, |member| (roles.get(member), tell_apart(member)))
}

/// The plan of a rule for kinds who act so.
pub(super) fn planned(rule: &Compiled, kinds: &[Vec<usize>], acts: impl Fn(usize) -> Vec<Parts>) -> (Plan, Vec<Kind>) {
    let first = |members: &Vec<usize>| members.first().copied();
    let plan = Plan::of(rule, &kinds.iter().filter_map(first).collect::<Vec<_>>());
    let kind = |members: &Vec<usize>| {
        let parts = first(members).map(&acts).unwrap_or_default();
        Kind { members: members.clone(), acts: Acts { parts } }
    };
    (plan, kinds.iter().map(kind).collect())
}

/// The suppositions under which a walk goes.
struct Suppositions {
    in_person: bool,
    /// The Shapley-Shubik index takes so many steps from 0 to 1, if it is worked out.
    turning: Option<usize>,
}

impl Suppositions {
    fn count(&self) -> usize {
        1 + usize::from(self.in_person) + self.turning.map_or(0, |last| last + 1)
    }

    fn first_turning(&self) -> usize {
        1 + usize::from(self.in_person)
    }

    fn parts(&self, presence: Presence) -> Vec<Parts> {
        let mut parts = vec![presence.usual(false)];
        parts.extend(self.in_person.then(|| presence.usual(true)));
        if let Some(last) = self.turning {
            parts.extend((0..=last).map(|step| presence.turning(step, last)));
        }
        parts
    }
}

impl Outlook {
    /// Works it out, with the Shapley-Shubik index if asked for and if there is work enough; takes the work off what is `left`.
    ///
    /// # Errors
    /// `too_much_work` before it starts, if what is left is not enough even without that index.
    pub(super) fn of(
        rule: &Compiled,
        presences: &[Presence],
        shapley_shubik: bool,
        left: &mut u64,
    ) -> Result<Self, OutlookError> {
        let presence = |member: usize| presences.get(member).copied().unwrap_or(Presence::AWAY);
        let roles = roles(rule);
        let kinds = kinds_of(&roles, presence);
        fits(rule, kinds.len())?;
        let in_person = presences.iter().any(|presence| !is_never(presence.remotely) && !is_never(presence.present));
        // Of what is polynomial in the chance of saying yes, the degree is below the number of those who may come.
        let comers = kinds.iter().flatten().filter(|member| !is_never(presence(**member).present)).count();
        let turning = shapley_shubik.then(|| comers.saturating_sub(1).max(1)).filter(|last| *last < MOST_COMERS_TURNING);
        for turning in [turning, None] {
            let suppositions = Suppositions { in_person, turning };
            let (plan, acting) = planned(rule, &kinds, |member| suppositions.parts(presence(member)));
            let walk = Walk { plan: &plan, kinds: &acting, suppositions: suppositions.count() };
            // Something is left for what else is asked.
            let spared = if turning.is_some() { *left / 4 } else { 0 };
            let cost = walk.cost_of_lasts(*left).saturating_add(spared);
            if let Some(rest) = left.checked_sub(cost) {
                *left = rest + spared;
                return Self::from(&walk, &suppositions).map_err(OutlookError::Broken);
            }
        }
        Err(OutlookError::TooMuch(too_much(rule, presences, kinds.len())))
    }

    fn from(walk: &Walk<'_>, suppositions: &Suppositions) -> Result<Self, &'static str> {
        let lasts = walk.lasts();
        let wholes: Vec<Rc<BigUint>> = (0..suppositions.count()).map(|at| Rc::new(walk.whole(at))).collect();
        let whole = |at: usize| wholes.get(at).map(Rc::clone).unwrap_or_default();
        if walk.kinds.is_empty() {
            let passes = BigUint::from(u8::from(walk.plan.passes(&vec![0; walk.plan.sums()])));
            return Ok(Self {
                passes: Fraction::of(passes.clone(), &whole(0)),
                kinds: Vec::new(),
                unallocated: suppositions.turning.map(|_| Fraction::of(1, &whole(0))),
                passes_in_person: suppositions.in_person.then(|| Fraction::of(passes, &whole(0))),
                all_influence: Fraction::zero(),
            });
        }
        // All kinds must agree on the chance that it passes: so many parts of the whole.
        let passing = |at: usize| -> Result<BigUint, &'static str> {
            let mut each = walk.kinds.iter().zip(&lasts).filter_map(|(kind, lasts)| {
                let (parts, _) = kind.acts.parts.get(at)?;
                let acts = parts.iter().enumerate();
                Some(acts.map(|(act, part)| part * lasts.of(at, |passes| passes.get(act) == Some(&true))).sum::<BigUint>())
            });
            let first = each.next().unwrap_or_default();
            if each.all(|other| other == first) { Ok(first) } else { Err("all members see the same chance to pass") }
        };
        let passes = Fraction::of(passing(0)?, &whole(0));
        let passes_in_person = if suppositions.in_person { Some(Fraction::of(passing(1)?, &whole(1))) } else { None };
        let first = suppositions.first_turning();
        // All who come saying yes, less all who come saying no.
        let turned = match suppositions.turning {
            Some(last) => BigInt::from(passing(first + last)?) - BigInt::from(passing(first)?),
            None => BigInt::zero(),
        };
        let weights = suppositions.turning.map(points::weights);
        // All steps are parts of the same whole, and so are the indices of all members.
        let turned_whole = weights.as_ref().map(|weights| Rc::new(whole(first).as_ref() * weights.whole.magnitude()));
        let mut kinds = Vec::with_capacity(lasts.len());
        for (kind, lasts) in walk.kinds.iter().zip(lasts) {
            let own = |at: usize| kind.acts.parts.get(at);
            let others = Rc::new(match own(0) {
                Some((_, own)) if !own.is_zero() => whole(0).as_ref() / own,
                _ => BigUint::ZERO,
            });
            // The parts of being there, in whatever way.
            let there =
                |at: usize| own(at).map_or_else(BigInt::default, |(parts, _)| parts.iter().take(ABSENT).sum::<BigUint>().into());
            let swing =
                |at: usize| BigInt::from(lasts.of(at, |passes| passes[YES])) - BigInt::from(lasts.of(at, |passes| passes[NO]));
            let chance = |like: fn(&[bool; 4]) -> bool| Fraction::of(lasts.of(0, like), &others);
            let shapley_shubik = weights.as_ref().zip(turned_whole.as_ref()).map(|(weights, turned_whole)| {
                let swings = weights.parts.iter().enumerate().map(|(step, weight)| swing(first + step) * weight);
                Fraction::of(there(first) * swings.sum::<BigInt>(), turned_whole)
            });
            let outlook = KindOutlook {
                swing: Fraction::of(swing(0), &others),
                influence: Fraction::of(there(0) * swing(0), &whole(0)),
                influence_in_person: suppositions.in_person.then(|| Fraction::of(there(1) * swing(1), &whole(1))),
                shapley_shubik,
                attend_yes: chance(|passes| passes[YES] && !passes[ABSENT]),
                perverse: chance(|passes| passes[NO] && !passes[ABSENT]),
                backfires: chance(|passes| !passes[YES] && passes[ABSENT]),
                helps: chance(|passes| passes[ABSTAIN] && !passes[NO] || passes[YES] && !passes[ABSTAIN]),
                hurts: chance(|passes| !passes[ABSTAIN] && passes[NO] || !passes[YES] && passes[ABSTAIN]),
                others,
                lasts,
            };
            if outlook.helps.part() - outlook.hurts.part() != *outlook.swing.part() {
                return Err("what helps less what hurts is the swing");
            }
            kinds.push((kind.members.clone(), outlook));
        }
        let everybody = |of: fn(&KindOutlook) -> Option<&Fraction>| -> BigInt {
            kinds.iter().filter_map(|(members, outlook)| Some(of(outlook)?.part() * members.len())).sum()
        };
        let unallocated = match (&weights, &turned_whole) {
            (Some(weights), Some(turned_whole)) => {
                let turned = turned * &weights.whole;
                if everybody(|outlook| outlook.shapley_shubik.as_ref()) != turned {
                    return Err("the Shapley-Shubik indices sum to the chance that votes can turn the outcome");
                }
                Some(Fraction::of(BigInt::from(turned_whole.as_ref().clone()) - turned, turned_whole))
            }
            _ => None,
        };
        let all_influence = Fraction::of(everybody(|outlook| Some(&outlook.influence)), &whole(0));
        Ok(Self { passes, kinds, unallocated, passes_in_person, all_influence })
    }
}

fn is_never(chance: Ratio) -> bool {
    chance == Ratio::ZERO
}

/// Why there is no outlook.
pub(super) enum OutlookError {
    TooMuch(PowerError),
    Broken(&'static str),
}

impl From<PowerError> for OutlookError {
    fn from(error: PowerError) -> Self {
        Self::TooMuch(error)
    }
}

/// Tables of what everybody brings may have so many entries.
const MOST_AMOUNTS: usize = 1 << 20;

fn parts(node: &Node) -> usize {
    match node {
        Node::Leaf(_) => 1,
        Node::AtLeast { of, .. } => 1 + of.iter().map(parts).sum::<usize>(),
        Node::Quorum { then, .. } => 1 + parts(then),
    }
}

/// Whether what all kinds bring to all parts of a rule can be listed.
pub(super) fn fits(rule: &Compiled, kinds: usize) -> Result<(), PowerError> {
    // A part has at most eight sums.
    if parts(rule.root()).saturating_mul(8).saturating_mul(kinds) > MOST_AMOUNTS {
        return Err(PowerError::NoExactAnswer {
            path: Pointer::root(),
            voters: rule.len(),
            kinds,
            possible: "write a simpler rule, or give members who are alike the same chances".to_owned(),
        });
    }
    Ok(())
}

/// The refusal, with how many of these members would be possible.
fn too_much(rule: &Compiled, presences: &[Presence], kinds: usize) -> PowerError {
    let roles = roles(rule);
    let affordable = |members: usize| {
        let some = |member: usize| if member < members { presences.get(member).copied() } else { None };
        let kinds: Vec<Vec<usize>> = kinds_of(&roles, |member| some(member).unwrap_or(Presence::AWAY))
            .into_iter()
            .filter(|kind| kind.first().is_some_and(|first| *first < members))
            .map(|kind| kind.into_iter().filter(|member| *member < members).collect())
            .collect();
        let (plan, kinds) = planned(rule, &kinds, |member| vec![some(member).unwrap_or(Presence::AWAY).usual(false)]);
        Walk { plan: &plan, kinds: &kinds, suppositions: 1 }.cost_of_lasts(MOST_ATTENDANCE_STEPS) <= MOST_ATTENDANCE_STEPS
    };
    let (mut possible, mut too_many) = (0, rule.len());
    while possible + 1 < too_many {
        let middle = usize::midpoint(possible, too_many);
        if affordable(middle) { possible = middle } else { too_many = middle }
    }
    PowerError::NoExactAnswer {
        path: Pointer::root(),
        voters: rule.len(),
        kinds,
        possible: format!(
            "give members who are alike the same chances and the same weight, or ask about fewer members: the first {possible} of these \
             would be possible"
        ),
    }
}

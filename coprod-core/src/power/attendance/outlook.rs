//! What follows for each kind of member from all the ways in which a group can meet.

use num_bigint::{BigInt, BigUint};
use num_traits::Zero;

use super::super::roles::{Role, classes, roles};
use super::super::rule::{Compiled, Node};
use super::chance::{Parts, Presence};
use super::layer::Acts;
use super::plan::{ABSENT, ABSTAIN, NO, Plan, YES};
use super::points;
use super::walk::{Kind, Lasts, Walk};
use super::work::MOST_ATTENDANCE_STEPS;
use crate::error::{Pointer, PowerError};
use crate::unit::{Exact, Ratio};

/// The Shapley-Shubik index is worked out for up to so many members who may come: for more, its integral takes seconds.
pub(super) const MOST_COMERS_TURNING: usize = 300;

/// What follows for a group.
pub(super) struct Outlook {
    /// The chance that it passes.
    pub(super) passes: Exact,
    /// By kind: the members and what follows for each of them. Members whom the rule asks nothing are of no kind.
    pub(super) kinds: Vec<(Vec<usize>, KindOutlook)>,
    /// The chance that those who come cannot turn the outcome, where the Shapley-Shubik index is known.
    pub(super) unallocated: Option<Exact>,
    /// The chance that it passes if those who take part remotely do not count, where there are any.
    pub(super) passes_in_person: Option<Exact>,
}

/// What follows for one member.
pub(super) struct KindOutlook {
    pub(super) swing: Exact,
    pub(super) swing_in_person: Option<Exact>,
    pub(super) shapley_shubik: Option<Exact>,
    pub(super) attend_yes: Exact,
    pub(super) perverse: Exact,
    pub(super) backfires: Exact,
    pub(super) helps: Exact,
    pub(super) hurts: Exact,
    /// The whole that the chances in `lasts` are parts of, as the group is.
    pub(super) others: BigUint,
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
                return Self::from(&walk, &suppositions, presence).map_err(OutlookError::Broken);
            }
        }
        Err(OutlookError::TooMuch(too_much(rule, presences, kinds.len())))
    }

    fn from(walk: &Walk<'_>, suppositions: &Suppositions, presence: impl Fn(usize) -> Presence) -> Result<Self, &'static str> {
        let lasts = walk.lasts();
        let wholes: Vec<BigUint> = (0..suppositions.count()).map(|at| walk.whole(at)).collect();
        let whole = |at: usize| wholes.get(at).cloned().unwrap_or_default();
        if walk.kinds.is_empty() {
            let passes = if walk.plan.passes(&vec![0; walk.plan.sums()]) { Exact::one() } else { Exact::zero() };
            let unallocated = suppositions.turning.map(|_| Exact::one());
            let passes_in_person = suppositions.in_person.then(|| passes.clone());
            return Ok(Self { passes, kinds: Vec::new(), unallocated, passes_in_person });
        }
        // All kinds must agree on the chance that it passes.
        let passing = |at: usize| {
            let each = walk.kinds.iter().zip(&lasts).filter_map(|(kind, lasts)| {
                let (parts, _) = kind.acts.parts.get(at)?;
                let acts = parts.iter().enumerate();
                let sum: BigUint = acts.map(|(act, part)| part * lasts.of(at, |passes| passes.get(act) == Some(&true))).sum();
                Exact::new(sum, whole(at))
            });
            let mut each = each.collect::<Vec<_>>();
            let first = each.pop().unwrap_or_else(Exact::zero);
            if each.iter().all(|other| *other == first) { Ok(first) } else { Err("all members see the same chance to pass") }
        };
        let passes = passing(0)?;
        let passes_in_person = if suppositions.in_person { Some(passing(1)?) } else { None };
        let first = suppositions.first_turning();
        let turned = match suppositions.turning {
            Some(last) => Some(passing(first + last)?.minus(&passing(first)?)),
            None => None,
        };
        let weights = suppositions.turning.map(points::weights);
        let mut kinds = Vec::with_capacity(lasts.len());
        for (kind, lasts) in walk.kinds.iter().zip(lasts) {
            let others = |at: usize| {
                let own = kind.acts.parts.get(at).map_or_else(BigUint::default, |(_, whole)| whole.clone());
                if own.is_zero() { own } else { whole(at) / own }
            };
            let chance =
                |at: usize, like: fn(&[bool; 4]) -> bool| Exact::new(lasts.of(at, like), others(at)).unwrap_or_else(Exact::zero);
            let swing = |at: usize| chance(at, |passes| passes[YES]).minus(&chance(at, |passes| passes[NO]));
            let shapley_shubik = weights.as_ref().and_then(|weights| {
                let swings = weights.parts.iter().enumerate().map(|(step, weight)| {
                    let (up, down) = (lasts.of(first + step, |passes| passes[YES]), lasts.of(first + step, |passes| passes[NO]));
                    (BigInt::from(up) - BigInt::from(down)) * weight
                });
                let there = kind.members.first().map_or_else(Exact::zero, |member| presence(*member).there(false));
                // All steps are parts of the same whole.
                let swings = Exact::new(swings.sum::<BigInt>(), BigInt::from(others(first)) * &weights.whole)?;
                Some(swings.times(&there))
            });
            let outlook = KindOutlook {
                swing: swing(0),
                swing_in_person: suppositions.in_person.then(|| swing(1)),
                shapley_shubik,
                attend_yes: chance(0, |passes| passes[YES] && !passes[ABSENT]),
                perverse: chance(0, |passes| passes[NO] && !passes[ABSENT]),
                backfires: chance(0, |passes| !passes[YES] && passes[ABSENT]),
                helps: chance(0, |passes| passes[ABSTAIN] && !passes[NO] || passes[YES] && !passes[ABSTAIN]),
                hurts: chance(0, |passes| !passes[ABSTAIN] && passes[NO] || !passes[YES] && passes[ABSTAIN]),
                others: others(0),
                lasts,
            };
            if outlook.helps.minus(&outlook.hurts) != outlook.swing {
                return Err("what helps less what hurts is the swing");
            }
            kinds.push((kind.members.clone(), outlook));
        }
        if let Some(turned) = &turned {
            let each = kinds
                .iter()
                .filter_map(|(members, outlook)| Some(outlook.shapley_shubik.as_ref()?.times(&Exact::new(members.len(), 1)?)));
            if Exact::sum(&each.collect::<Vec<_>>()) != *turned {
                return Err("the Shapley-Shubik indices sum to the chance that votes can turn the outcome");
            }
        }
        let unallocated = turned.map(|turned| Exact::one().minus(&turned));
        Ok(Self { passes, kinds, unallocated, passes_in_person })
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

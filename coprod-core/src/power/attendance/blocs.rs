//! The chance that those of a constituency who come can decide alone, or block.
//!
//! Objecting harms a rule most and saying yes helps it most, but for the exceptions that roles know: where a quorum counts votes cast,
//! and at ties with a second vote, abstaining can do more. Without these one walk through all ways to meet is enough; with them
//! every way to meet is looked at, with everything worth trying in it.

use std::rc::Rc;

use num_bigint::{BigInt, BigUint};

use super::super::roles::{Role, classes, roles};
use super::super::rule::Compiled;
use super::chance::{Presence, parts};
use super::fraction::Fraction;
use super::outlook::{fits, planned};
use super::plan::{ABSENT, ABSTAIN, NO, Plan, YES};
use super::walk::{Kind, Walk};
use super::work::choices;

/// The chances to decide and to block.
pub(super) struct BlocChances {
    pub(super) can_decide: Fraction,
    pub(super) can_block: Fraction,
}

/// The chances of these members; nothing where that takes more work than is `left`.
pub(super) fn chances(rule: &Compiled, presences: &[Presence], bloc: &[usize], left: &mut u64) -> Option<BlocChances> {
    let presence = |member: usize| presences.get(member).copied().unwrap_or(Presence::AWAY);
    let inside = |member: usize| bloc.binary_search(&member).is_ok();
    let roles = roles(rule);
    let asked = (0..roles.len()).filter(|member| roles.get(*member).is_some_and(|role| role.len() > 0));
    let kinds = classes(asked, |member| (roles.get(member), presence(member).present, inside(member)));
    fits(rule, kinds.len()).ok()?;
    let does = |member: usize, ours: usize, theirs: usize| {
        let acts = if inside(member) { ours } else { theirs };
        presence(member).doing(acts)
    };
    let (plan, acting) = planned(rule, &kinds, |member| vec![does(member, YES, NO), does(member, NO, YES)]);
    if roles.iter().any(|role| role.harms_by_abstaining || role.helps_by_abstaining) {
        return Meetings::of(&plan, &acting, &roles, presence, inside).chances(left);
    }
    let walk = Walk { plan: &plan, kinds: &acting, suppositions: 2 };
    *left = left.checked_sub(walk.cost_of_passes(*left))?;
    let passes = walk.passes();
    let [decides, stopped] = [0, 1].map(|at| (passes.get(at).cloned().unwrap_or_default(), Rc::new(walk.whole(at))));
    let blocks = BigInt::from(stopped.1.as_ref().clone()) - BigInt::from(stopped.0);
    Some(BlocChances { can_decide: Fraction::of(decides.0, &decides.1), can_block: Fraction::of(blocks, &stopped.1) })
}

/// What members of one kind can do to harm or to help, if they come.
struct Part {
    size: usize,
    inside: bool,
    harm: Vec<usize>,
    help: Vec<usize>,
    /// The chance of being there, as a part of a whole.
    there: (BigUint, BigUint),
}

struct Meetings<'a> {
    plan: &'a Plan,
    parts: Vec<Part>,
}

impl<'a> Meetings<'a> {
    fn of(
        plan: &'a Plan,
        kinds: &[Kind],
        roles: &[Role],
        presence: impl Fn(usize) -> Presence,
        inside: impl Fn(usize) -> bool,
    ) -> Self {
        let part = |kind: &Kind| {
            let first = kind.members.first().copied()?;
            let role = roles.get(first)?;
            let mut harm = vec![NO];
            harm.extend(role.harms_by_abstaining.then_some(ABSTAIN));
            let mut help = vec![YES];
            help.extend(role.helps_by_abstaining.then_some(ABSTAIN));
            Some(Part { size: kind.members.len(), inside: inside(first), harm, help, there: parts(presence(first).present) })
        };
        Self { plan, parts: kinds.iter().filter_map(part).collect() }
    }

    fn chances(&self, left: &mut u64) -> Option<BlocChances> {
        let looks = self.parts.iter().map(|part| {
            let most = part.harm.len().max(part.help.len()) as u64 + 1;
            choices(part.size as u64, most)
        });
        let each = 24 + 6 * self.plan.sums() as u64;
        let cost = looks.fold(each, u64::saturating_mul).saturating_mul(2);
        *left = left.checked_sub(cost)?;
        let mut sums = [BigUint::ZERO, BigUint::ZERO];
        self.meet(&mut Vec::new(), BigUint::from(1_u8), &mut sums);
        let whole: BigUint =
            self.parts.iter().map(|part| part.there.1.pow(u32::try_from(part.size).unwrap_or(u32::MAX))).product();
        let whole = Rc::new(whole);
        let [can_decide, can_block] = sums.map(|sum| Fraction::of(sum, &whole));
        Some(BlocChances { can_decide, can_block })
    }

    /// So many of the first kinds have come.
    fn meet(&self, came: &mut Vec<usize>, chance: BigUint, sums: &mut [BigUint; 2]) {
        let Some(part) = self.parts.get(came.len()) else {
            let [decides, blocks] = sums;
            if self.decides(came) {
                *decides += &chance;
            }
            if self.blocks(came) {
                *blocks += &chance;
            }
            return;
        };
        let (there, whole) = &part.there;
        let away = whole - there;
        let mut ways = BigUint::from(1_u8);
        for count in 0..=part.size {
            let absent = part.size - count;
            let power = |of: &BigUint, to: usize| of.pow(u32::try_from(to).unwrap_or(u32::MAX));
            let here = &ways * power(there, count) * power(&away, absent);
            if here != BigUint::ZERO {
                came.push(count);
                self.meet(came, &chance * here, sums);
                came.pop();
            }
            ways = ways * absent / (count + 1);
        }
    }

    fn decides(&self, came: &[usize]) -> bool {
        let mut sums = vec![0; self.plan.sums()];
        self.nobody_else(came, &mut sums);
        let all = |part: &Part| if part.inside { vec![YES] } else { part.harm.clone() };
        !self.any(came, &all, &mut sums, &|meetings, sums| !meetings.plan.passes(sums))
    }

    fn blocks(&self, came: &[usize]) -> bool {
        let mut sums = vec![0; self.plan.sums()];
        self.nobody_else(came, &mut sums);
        let ours = |part: &Part| if part.inside { part.harm.clone() } else { Vec::new() };
        let theirs = |part: &Part| if part.inside { Vec::new() } else { part.help.clone() };
        self.any(came, &ours, &mut sums, &|meetings, sums| {
            !meetings.any(came, &theirs, &mut sums.to_vec(), &|meetings, sums| meetings.plan.passes(sums))
        })
    }

    /// Those who have not come.
    fn nobody_else(&self, came: &[usize], sums: &mut [i128]) {
        for (kind, (part, came)) in self.parts.iter().zip(came).enumerate() {
            self.add(kind, ABSENT, (part.size - came) as i128, sums);
        }
    }

    fn add(&self, kind: usize, act: usize, times: i128, sums: &mut [i128]) {
        let brings = self.plan.brings.get(kind).map(Vec::as_slice).unwrap_or_default();
        for (sum, brings) in sums.iter_mut().zip(brings) {
            *sum += brings.get(act).copied().unwrap_or(0) * times;
        }
    }

    /// Whether `found` holds for any way in which those who came do what they can; those who can do nothing are left out.
    fn any(&self, came: &[usize], can: &dyn Fn(&Part) -> Vec<usize>, sums: &mut Vec<i128>, found: &Found<'_, 'a>) -> bool {
        self.from(0, came, can, sums, found)
    }

    fn from(
        &self,
        kind: usize,
        came: &[usize],
        can: &dyn Fn(&Part) -> Vec<usize>,
        sums: &mut Vec<i128>,
        found: &Found<'_, 'a>,
    ) -> bool {
        let (Some(part), Some(came_here)) = (self.parts.get(kind), came.get(kind)) else { return found(self, sums) };
        match can(part).as_slice() {
            [] => self.from(kind + 1, came, can, sums, found),
            [usual, other @ ..] => {
                let most = if other.is_empty() { 0 } else { *came_here };
                (0..=most).any(|others| {
                    let mut tried = sums.clone();
                    self.add(kind, *usual, (came_here - others) as i128, &mut tried);
                    if let Some(other) = other.first() {
                        self.add(kind, *other, others as i128, &mut tried);
                    }
                    self.from(kind + 1, came, can, &mut tried, found)
                })
            }
        }
    }
}

type Found<'f, 'a> = dyn Fn(&Meetings<'a>, &[i128]) -> bool + 'f;

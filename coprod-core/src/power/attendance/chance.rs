//! How likely each member is to do what, under each supposition, in whole parts of a whole.

use num_bigint::BigUint;
use num_integer::Integer;

use super::plan::{ABSENT, ABSTAIN, NO, YES};
use crate::unit::{Exact, Ratio};

/// How one member attends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Presence {
    /// The chance of being there, somehow.
    pub(super) present: Ratio,
    /// The chance of abstaining, for somebody who is there.
    pub(super) abstain: Ratio,
    /// The part of being there that is remote.
    pub(super) remotely: Ratio,
}

/// The parts of the four things to do, and the whole.
pub(super) type Parts = ([BigUint; 4], BigUint);

impl Presence {
    /// Somebody who is surely there, and takes a side.
    pub(super) const THERE: Self = Self { present: Ratio::ONE, abstain: Ratio::ZERO, remotely: Ratio::ZERO };

    /// Somebody who is surely not there.
    pub(super) const AWAY: Self = Self { present: Ratio::ZERO, abstain: Ratio::ZERO, remotely: Ratio::ZERO };

    /// The chance of being there; without those who are there remotely, if `in_person`.
    pub(super) fn there(self, in_person: bool) -> Exact {
        let present = Exact::from(self.present);
        if in_person { present.times(&Exact::one().minus(&Exact::from(self.remotely))) } else { present }
    }

    /// Comes or not, abstains or not, and otherwise says yes or no by the toss of a coin.
    pub(super) fn usual(self, in_person: bool) -> Parts {
        let (there, whole) = self.there_parts(in_person);
        let (abstain, all) = parts(self.abstain);
        let votes = &there * (&all - &abstain);
        let absent = (&whole - &there) * &all * 2_u8;
        lowest([votes.clone(), votes, there * abstain * 2_u8, absent], whole * all * 2_u8)
    }

    /// Comes or not, and then says yes with the chance `yes / of`, and no otherwise. Not in lowest terms: the whole is the same
    /// whatever `yes`.
    pub(super) fn turning(self, yes: usize, of: usize) -> Parts {
        let (there, whole) = self.there_parts(false);
        let absent = (&whole - &there) * of;
        ([&there * yes, there * of.saturating_sub(yes), BigUint::ZERO, absent], whole * of)
    }

    /// Comes or not, and then does this.
    pub(super) fn doing(self, act: usize) -> Parts {
        let (there, whole) = self.there_parts(false);
        let mut list = [BigUint::ZERO, BigUint::ZERO, BigUint::ZERO, &whole - &there];
        if let Some(own) = list.get_mut(act) {
            *own += there;
        }
        (list, whole)
    }

    fn there_parts(self, in_person: bool) -> (BigUint, BigUint) {
        let (there, whole) = parts(self.present);
        if !in_person {
            return (there, whole);
        }
        let (remote, all) = parts(self.remotely);
        (there * (&all - remote), whole * all)
    }
}

const _: () = assert!(YES == 0 && NO == 1 && ABSTAIN == 2 && ABSENT == 3, "parts are listed in this order");

/// A chance from 0 to 1 as parts of a whole.
pub(super) fn parts(chance: Ratio) -> (BigUint, BigUint) {
    (BigUint::from(chance.numer().unsigned_abs()), BigUint::from(chance.denom().unsigned_abs()))
}

fn lowest(parts: [BigUint; 4], whole: BigUint) -> Parts {
    let common = parts.iter().fold(whole.clone(), |common, part| common.gcd(part));
    (parts.map(|part| part / &common), whole / common)
}

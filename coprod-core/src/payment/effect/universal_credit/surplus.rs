//! Surplus earnings: what is earned far above the point at which an award ends counts again in the next assessment periods.

use super::award::Award;
use super::terms::Terms;
use crate::parameters::CitedRule;
use crate::payment::ledger::{Amount, Ledger, Rule, Whole};

const BEFORE_EARNINGS: Rule =
    Rule::of(CitedRule::UniversalCreditSurplus, "universal_credit.surplus_room", "the award before earnings take anything off");
const TAPERED_AWAY: Rule =
    Rule::of(CitedRule::UniversalCreditSurplus, "universal_credit.surplus_tapered", "earnings that taper that away");
const THRESHOLD: Rule = Rule::of(
    CitedRule::UniversalCreditSurplus,
    "universal_credit.surplus_threshold",
    "how far above that point earnings are no surplus",
);
const FROM: Rule = Rule::of(
    CitedRule::UniversalCreditSurplus,
    "universal_credit.surplus_from",
    "earnings from which there is a surplus: the point at which the award ends, and the threshold",
);
const SURPLUS: Rule = Rule::of(
    CitedRule::UniversalCreditSurplus,
    "universal_credit.surplus",
    "surplus earnings, which count in the next assessment period if the person claims again at once",
);

/// The law lets a surplus count for five claims after the award has ended, that is for as many months.
const MOST_PERIODS: u8 = 5;

/// What is carried from one assessment period into the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Carried {
    pub(super) surplus: Amount,
    /// How many assessment periods in a row there has been no award.
    ended: u8,
    /// Whether the award ended with a surplus: by regulation 54A(1)(c) no later month makes one where its last month made none.
    made: bool,
}

impl Carried {
    /// Nothing.
    pub(super) const NOTHING: Self = Self { surplus: Amount::NONE, ended: 0, made: false };

    /// This, where a surplus from before the first assessment period, and so from one period at least, comes to it.
    pub(super) const fn with_brought(self) -> Self {
        Self { ended: if self.ended == 0 { 1 } else { self.ended }, made: true, ..self }
    }

    /// Whether anything is carried.
    pub(super) const fn is_some(self) -> bool {
        self.surplus.pence > 0
    }

    /// Whether the award has ended.
    pub(super) const fn has_ended(self) -> bool {
        self.ended > 0
    }

    /// What is carried on from a period in which `earned` was earned, this surplus with it, and `award` was made.
    pub(super) fn on<L: Ledger>(self, terms: &Terms<'_>, award: &Award, earned: Amount, ledger: &mut L) -> Self {
        if award.uncapped.pence > 0 || terms.too_much {
            return Self::NOTHING;
        }
        let ended = self.ended.saturating_add(1);
        let later = self.ended > 0;
        // Below the threshold there is no surplus, wherever the award ends.
        if ended > MOST_PERIODS || (later && !self.made) || earned.pence <= terms.uc.surplus_threshold {
            return Self { surplus: Amount::NONE, ended, made: later && self.made };
        }
        let taper = &terms.rates.taper;
        let room = ledger.left(&BEFORE_EARNINGS, terms.maximum, award.unearned);
        let tapered = ledger.fraction(&TAPERED_AWAY, room, taper.denom, taper.numer, Whole::HalfUp);
        let threshold = ledger.given(&THRESHOLD, terms.uc.surplus_threshold);
        let from = ledger.sum(&FROM, &[tapered, terms.allowance, threshold]);
        let surplus = ledger.left(&SURPLUS, earned, from);
        Self { surplus, ended, made: self.made || surplus.pence > 0 }
    }
}

//! Warnings near the limits of help that comes with Universal Credit.

use super::Notes;
use crate::error::Pointer;
use crate::parameters::{
    HEALTH_COSTS_ENGLAND_EARNINGS_LIMIT, HEALTH_COSTS_ENGLAND_EARNINGS_LIMIT_CHILD_OR_LIMITED_CAPABILITY, Key, Reach,
    SCHOOL_MEALS_ENGLAND_EARNINGS_LIMIT_MONTHLY, SCHOOL_MEALS_SCOTLAND_EARNINGS_LIMIT_MONTHLY,
    SCHOOL_MEALS_WALES_EARNINGS_LIMIT_MONTHLY,
};
use crate::payment::person::{Nation, PassportedHelp, WorkAllowance};
use crate::payment::take_home::answer::TakeHomeWarningCode as Code;
use crate::payment::take_home::explore::EffectRow;
use crate::payment::take_home::sheet::{Sheet, pence, unknown, value};
use crate::unit::Money;

impl Notes {
    pub(super) fn passported(&mut self, sheet: &Sheet, rows: &[EffectRow]) {
        let person = &sheet.person;
        let has = |help| person.passported_help.contains(&help);
        let Some(credit) = &person.universal_credit else {
            if !person.passported_help.is_empty() && rows.iter().any(|row| row.change.low() < 0) {
                self.warn(
                    Code::PassportedHelp,
                    "help that comes with a benefit or a low income can change with the benefit: ask before the work starts",
                );
            }
            return;
        };
        let nation = value(&person.nation);
        if has(PassportedHelp::HealthCosts) && matches!(nation, None | Some(Nation::England)) {
            let higher = value(&credit.children).is_some_and(|children| children > 0)
                || matches!(value(&credit.work_allowance), Some(WorkAllowance::WithHousing | WorkAllowance::WithoutHousing))
                || value(&credit.work_capability).is_some_and(|capability| capability != crate::payment::WorkCapability::Full);
            let key = if higher {
                HEALTH_COSTS_ENGLAND_EARNINGS_LIMIT_CHILD_OR_LIMITED_CAPABILITY
            } else {
                HEALTH_COSTS_ENGLAND_EARNINGS_LIMIT
            };
            self.near(sheet, key, "free prescriptions and help with health costs");
        }
        if has(PassportedHelp::FreeSchoolMeals) {
            let limits = [
                (Nation::England, SCHOOL_MEALS_ENGLAND_EARNINGS_LIMIT_MONTHLY),
                (Nation::Wales, SCHOOL_MEALS_WALES_EARNINGS_LIMIT_MONTHLY),
                (Nation::Scotland, SCHOOL_MEALS_SCOTLAND_EARNINGS_LIMIT_MONTHLY),
            ];
            match limits.into_iter().find(|(where_, _)| nation.is_none_or(|nation| nation == *where_)) {
                Some((_, key)) => self.near(sheet, key, "free school meals"),
                None => self
                    .warn(Code::PassportedHelp, "free school meals have a yearly limit of earnings: ask the Education Authority"),
            }
        }
        if has(PassportedHelp::HealthyStart) || has(PassportedHelp::WarmHome) {
            self.warn(
                Code::PassportedHelp,
                "Healthy Start, Best Start Foods, the Warm Home Discount and cold weather payments look at earnings or at the award: ask \
                 who gives them",
            );
        }
    }

    fn near(&mut self, sheet: &Sheet, key: Key<Money>, help: &str) {
        let Some(credit) = &sheet.person.universal_credit else { return };
        let Some(on) = sheet.pays.first().map(|pay| pay.payment.paid_on) else { return };
        let Ok(limit) = key.at(on, Reach::AssumeLatest, &Pointer::root()) else { return };
        let other = pence(&credit.other_net_earnings) + pence(&credit.partner_net_earnings);
        let open = unknown(&credit.other_net_earnings) || unknown(&credit.partner_net_earnings);
        if open || other + sheet.gross() > limit.value.pence() {
            self.warn(
                Code::PassportedHelp,
                format!(
                    "{help}: they end, at least for a time, where net earnings of an assessment period are above {}",
                    limit.value
                ),
            );
        }
    }
}

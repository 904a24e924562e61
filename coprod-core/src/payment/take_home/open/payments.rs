//! Questions about how the fees are paid.

use super::{Open, is, missing, points};
use crate::error::PaymentError;
use crate::payment::person::Nation;
use crate::payment::take_home::sheet::{Pay, Sheet, unknown, value};
use crate::payment::{HowPaid, Payment};
use crate::unit::Money;

/// A sum of what a payer pays besides.
struct PaySum {
    field: &'static str,
    text: &'static str,
    asked: fn(&Payment) -> bool,
    set: fn(&mut Payment, Money),
    yearly: bool,
}

impl Open<'_> {
    pub(super) fn payments(&mut self) -> Result<(), PaymentError> {
        let mut employers: Vec<u32> = self.sheet.pays.iter().map(|pay| pay.employer).collect();
        employers.sort_unstable();
        employers.dedup();
        for employer in employers {
            self.payer(employer);
        }
        if self.sheet.pays.iter().any(|pay| pay.how() == Some(HowPaid::Voucher)) && self.request.person.receives_benefits() {
            let answers = [(true, "the voucher counts as earnings".to_owned()), (false, "it does not".to_owned())];
            let text = "will the benefit offices count the voucher? It is not settled, and it is always to be declared";
            self.ask(None, text, answers, |sheet, counts| sheet.vouchers_count = *counts);
        }
        Ok(())
    }

    /// What is not known of the payments of one payer: one answer for all of them.
    fn payer(&mut self, employer: u32) {
        let first = |wanted: &dyn Fn(&Pay) -> bool| self.sheet.pays.iter().find(|pay| pay.employer == employer && wanted(pay));
        let how = first(&|pay| missing(&pay.payment.how_paid)).map(Pay::at);
        let code = first(&|pay| may_be_payroll(pay) && missing(&pay.payment.tax_code)).map(Pay::at);
        let same = first(&|pay| may_be_payroll(pay) && missing(&pay.payment.same_employer)).map(Pay::at);
        if let Some(at) = how {
            let answers =
                [(HowPaid::Paye, "through a payroll".to_owned()), (HowPaid::Gross, "in full, without a payroll".to_owned())];
            let open = self.open(employer, |payment| missing(&payment.how_paid));
            self.ask(Some(at.key("how_paid")), "how is the fee paid?", answers, move |sheet, how| {
                each(sheet, &open, |payment| payment.how_paid = is(*how));
            });
        }
        if let Some(at) = code {
            let prefix = if value(&self.request.person.nation) == Some(Nation::Scotland) { "S" } else { "" };
            let codes = ["1257L", "BR", "0T"].map(|code| format!("{prefix}{code}"));
            let answers = codes.map(|code| (code.clone(), code));
            let open: Vec<usize> = self.open(employer, |payment| missing(&payment.tax_code));
            self.ask(Some(at.key("tax_code")), "which tax code does the payroll use?", answers, move |sheet, code: &String| {
                for place in &open {
                    if let Some(pay) = sheet.pays.get_mut(*place) {
                        pay.payment.tax_code = is(code.clone());
                        pay.read_code();
                    }
                }
            });
        }
        if let Some(at) = same
            && self.sheet.wages_go_on()
        {
            let open: Vec<usize> = self.open(employer, |payment| missing(&payment.same_employer));
            self.yes_or_no(at.key("same_employer"), "does the payer also employ the person?", move |sheet, same| {
                each(sheet, &open, |payment| payment.same_employer = is(same));
            });
        }
        self.pay_so_far(employer);
    }

    /// What else the payer has paid.
    fn pay_so_far(&mut self, employer: u32) {
        let amounts: [PaySum; 2] = [
            PaySum {
                field: "other_pay_this_period",
                text: "what else does the payer pay in that pay period?",
                asked: |payment| unknown(&payment.other_pay_this_period),
                set: |payment, amount| payment.other_pay_this_period = is(amount),
                yearly: false,
            },
            PaySum {
                field: "pay_to_date",
                text: "what has the payer paid so far in the tax year?",
                asked: |payment| unknown(&payment.pay_to_date),
                set: |payment, amount| payment.pay_to_date = is(amount),
                yearly: true,
            },
        ];
        for PaySum { field, text, asked, set, yearly } in amounts {
            let open = self.open(employer, asked);
            let Some(at) = open.first().and_then(|place| self.sheet.pays.get(*place)).map(Pay::at) else { continue };
            let points = if yearly {
                points::of_a_year(self.sheet)
            } else {
                points::up_to(self.sheet, 500_000, &[24_200, 96_700, 104_800, 418_900])
            };
            self.ask_money(at.key(field), text, points, move |sheet, amount| {
                each(sheet, &open, |payment| set(payment, amount));
            });
        }
    }

    /// The places of the payer's payments of which something is not known.
    fn open(&self, employer: u32, wanted: impl Fn(&Payment) -> bool) -> Vec<usize> {
        let all = self.sheet.pays.iter().enumerate();
        all.filter(|(_, pay)| pay.employer == employer && wanted(&pay.payment)).map(|(place, _)| place).collect()
    }
}

fn may_be_payroll(pay: &Pay) -> bool {
    pay.how().is_none_or(|how| how == HowPaid::Paye)
}

fn each(sheet: &mut Sheet, places: &[usize], mut set: impl FnMut(&mut Payment)) {
    for place in places {
        if let Some(pay) = sheet.pays.get_mut(*place) {
            set(&mut pay.payment);
        }
    }
}

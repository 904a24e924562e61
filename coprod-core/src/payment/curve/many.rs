//! Every case of a person and a payment whose fee is varied.

use super::answer::CurveQuestion;
use super::draw::range;
use super::pieces::{Piece, is_step, pieces, step};
use super::scene::Scene;
use crate::error::{PaymentError, Pointer};
use crate::payment::card::not_negative;
use crate::payment::take_home::{Cases, OpenQuestion, TakeHomeRequest};
use crate::payment::{KeptMoney, PaidPerson, Payment};
use crate::unit::Money;

/// So many cases are drawn at most.
pub(in crate::payment) const MOST_CURVE_CASES: usize = 64;

/// From which fee to which, in pence.
#[derive(Debug, Clone, Copy)]
pub(in crate::payment) struct Span {
    pub(in crate::payment) from: i64,
    pub(in crate::payment) until: i64,
}

impl Span {
    /// The fees to look at, for a payment.
    pub(in crate::payment) fn of(
        payment: &Payment,
        from: Option<Money>,
        until: Money,
        most: Money,
    ) -> Result<Self, PaymentError> {
        let least = payment.pension_contribution.unwrap_or_default();
        let from_at = Pointer::root().key("from");
        let until_at = Pointer::root().key("until");
        let fee_at = Pointer::root().key("payment").key("fee");
        not_negative(payment.fee, &fee_at)?;
        let from = from.map_or(Ok(least), |from| not_negative(from, &from_at).map(|()| from))?;
        not_negative(until, &until_at)?;
        if from < least {
            return Err(PaymentError::OutOfRange {
                path: from_at,
                detail: format!("{from} is less than the pension contribution of {least}"),
                bounds: "a lowest fee that the contribution can be paid from",
            });
        }
        if until > most {
            return Err(PaymentError::OutOfRange {
                path: until_at,
                detail: format!("{until} is further than a curve goes"),
                bounds: "a highest fee of at most 20000.00",
            });
        }
        if until < from {
            return Err(PaymentError::OutOfRange {
                path: until_at,
                detail: format!("{until} is below the lowest fee of {from}"),
                bounds: "a highest fee that is not below the lowest",
            });
        }
        Ok(Self { from: from.pence(), until: until.pence() })
    }
}

/// The cases.
pub(in crate::payment) struct Many {
    cases: Cases,
    fee: i64,
}

impl Many {
    /// The cases of a person and a payment, for any fee of `span`.
    pub(in crate::payment) fn of(
        person: &PaidPerson,
        payment: &Payment,
        span: Span,
        assume_latest: bool,
    ) -> Result<Self, PaymentError> {
        // Some facts matter only with a high fee.
        let payment = Payment { fee: Money::from_pence(span.until)?, ..payment.clone() };
        let request = TakeHomeRequest { person: person.clone(), payments: vec![payment], assume_latest };
        let cases = Cases::of(&request, MOST_CURVE_CASES).map_err(|error| error.moved("/payments/0", "/payment"))?;
        Ok(Self { cases, fee: span.until })
    }

    /// Each case with the pieces of its curve.
    pub(in crate::payment) fn drawn(&self, span: Span) -> Result<Vec<Drawn<'_>>, PaymentError> {
        let mut all = Vec::with_capacity(self.cases.count());
        for case in self.cases.each() {
            let (case, pays) = case?;
            if let Some(pay) = pays.into_iter().next() {
                let mut scene = Scene::new(case, pay, self.fee, &self.cases.shelf);
                let pieces = pieces(&mut scene, span.from, span.until)?;
                all.push(Drawn { scene, pieces });
            }
        }
        Ok(all)
    }

    /// What is not known.
    pub(in crate::payment) fn questions(&self) -> Vec<CurveQuestion> {
        let shown = |open: &OpenQuestion| CurveQuestion {
            path: open
                .path
                .as_ref()
                .map(|path| path.within("/payments/0", "/payment").unwrap_or_else(|| path.clone()).to_string()),
            question: open.text.clone(),
        };
        self.cases.questions.iter().map(shown).collect()
    }
}

/// One case and the pieces of its curve.
pub(in crate::payment) struct Drawn<'a> {
    pub(in crate::payment) scene: Scene<'a>,
    pub(in crate::payment) pieces: Vec<Piece>,
}

impl Drawn<'_> {
    /// No more pence than these are kept in the end of any fee.
    pub(in crate::payment) fn at_most(&mut self) -> Result<i64, PaymentError> {
        let mut most = i64::MIN;
        for piece in &self.pieces {
            let slack = piece.slack[1].div_euclid(1000) + 1;
            for fee in [piece.from, piece.until] {
                most = most.max(self.scene.kept(fee)?[1] + slack);
            }
        }
        Ok(most)
    }

    /// The highest fee below the first cliff from `fee` on beyond which less than `target` pence are kept in the end.
    pub(in crate::payment) fn cliff_below(&mut self, fee: i64, target: i64) -> Result<Option<i64>, PaymentError> {
        for pair in self.pieces.windows(2) {
            if let [one, next] = pair
                && one.until >= fee
                && is_step(&step(&one.signs, &next.signs, one.until)?, &one.signs, &next.signs)
                && self.scene.kept(next.from)?[1] < target
            {
                return Ok(Some(one.until));
            }
        }
        Ok(None)
    }
}

/// What is kept of a fee, over all cases.
pub(in crate::payment) fn kept(all: &mut [Drawn<'_>], fee: i64) -> Result<KeptMoney, PaymentError> {
    let mut found: Vec<[i64; 2]> = Vec::with_capacity(all.len());
    for drawn in all {
        found.push(drawn.scene.kept(fee)?);
    }
    Ok(KeptMoney { in_period: range(found.iter().map(|[now, _]| *now))?, eventual: range(found.iter().map(|[_, then]| *then))? })
}

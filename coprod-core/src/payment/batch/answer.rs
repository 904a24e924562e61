//! What comes out: a column for each figure.

use crate::payment::effect::Outcome;

/// How a row ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum BatchCode {
    /// It was worked out.
    #[default]
    Done = 0,
    /// An amount is below zero.
    NegativeAmount = 1,
    /// An amount is over ten million pounds.
    AmountTooLarge = 2,
    /// A day is not one for which every figure of the law is known.
    DateNotKnown = 3,
    /// The first day of the assessment period is not a day of a month.
    FirstDayWrong = 4,
    /// Two circumstances cannot be together.
    Contradiction = 5,
    /// An age over 120, or hours over 168 a week.
    OutOfRange = 6,
    /// A circumstance is not known: asked one by one, the answer is a range.
    NotKnown = 7,
}

impl BatchCode {
    /// Every code, in the order of their numbers from 0.
    pub const ALL: [Self; 8] = [
        Self::Done,
        Self::NegativeAmount,
        Self::AmountTooLarge,
        Self::DateNotKnown,
        Self::FirstDayWrong,
        Self::Contradiction,
        Self::OutOfRange,
        Self::NotKnown,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::NegativeAmount => "negative_amount",
            Self::AmountTooLarge => "amount_too_large",
            Self::DateNotKnown => "date_not_known",
            Self::FirstDayWrong => "first_day_wrong",
            Self::Contradiction => "contradiction",
            Self::OutOfRange => "out_of_range",
            Self::NotKnown => "not_known",
        }
    }
}

macro_rules! figures {
    ($($(#[$doc:meta])* $field:ident = $of:ident,)*) => {
        /// One column for each figure, in pence; 0 in a row whose code is not [`BatchCode::Done`].
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct BatchAnswer {
            $($(#[$doc])* pub $field: Vec<i64>,)*
            /// How each row ended.
            pub code: Vec<BatchCode>,
        }

        impl BatchAnswer {
            /// Makes room for so many rows; what stands there is written over.
            pub(super) fn resize(&mut self, rows: usize) {
                $(self.$field.resize(rows, 0);)*
                self.code.resize(rows, BatchCode::Done);
            }

            pub(super) fn part(&mut self) -> Part<'_> {
                Part { $($field: &mut self.$field,)* code: &mut self.code }
            }
        }

        /// Some rows of an answer while it is written.
        pub(super) struct Part<'a> {
            $(pub(super) $field: &'a mut [i64],)*
            pub(super) code: &'a mut [BatchCode],
        }

        impl Part<'_> {
            /// The first `rows` rows, and the rest.
            pub(super) fn split(self, rows: usize) -> (Self, Self) {
                let rows = rows.min(self.code.len());
                $(let $field = self.$field.split_at_mut(rows);)*
                let code = self.code.split_at_mut(rows);
                (Self { $($field: $field.0,)* code: code.0 }, Self { $($field: $field.1,)* code: code.1 })
            }

            /// Writes the figures of its first rows: a column after the other, as memory likes it.
            pub(super) fn write(&mut self, outcomes: &[Outcome]) {
                $(
                    for (cell, outcome) in self.$field.iter_mut().zip(outcomes) {
                        *cell = outcome.$of;
                    }
                )*
            }
        }
    };
}

figures! {
    /// Income tax withheld when paid.
    tax = tax_withheld,
    /// Income tax due for the year in the end.
    tax_due = tax_due,
    /// Class 1 National Insurance withheld.
    national_insurance = insurance,
    /// Class 2 and class 4 National Insurance due after the year.
    national_insurance_later = insurance_later,
    /// Student loan repayments withheld.
    student_loan = student_loan,
    /// The change in benefits in the periods that the payment reaches; below zero for a loss.
    benefits = benefits,
    /// The change in benefits when tax is settled.
    benefits_later = benefits_later,
    /// What is kept when the periods of the payment have passed.
    kept = kept,
    /// What is kept when tax is settled too.
    kept_eventually = kept_eventually,
}

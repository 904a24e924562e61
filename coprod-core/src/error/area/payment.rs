//! What can be wrong with an offer and its rate card.

use super::{UnitError, area_error};
use crate::error::{ErrorCode, ErrorReport, Pointer};

area_error! {
    /// What can be wrong with a payment.
    PaymentError {
        /// Nothing to pay by.
        NoRate {} "nothing says what the work is paid by" "give \"fee\" in the engagement, \"card_id\" for a published rate card or \"card\" for your own";
        /// More than one thing to pay by.
        TwoRates {} "the work is paid by two things at once" "keep one of \"card\", \"card_id\" and the engagement's own \"card_id\" and \"fee\"";
        /// No such card.
        UnknownCard { id: String, known: String } "no rate card is called \"{id}\"" "use one of: {known}; or give your own as \"card\"";
        /// A published card has that name.
        CardIdTaken { id: String } "\"{id}\" is the name of a published rate card" "give your own card another id";
        /// No such activity.
        UnknownActivity { activity: String, known: String } "the rate card has no activity \"{activity}\"" "use one of: {known}";
        /// Which one?
        ActivityNeeded { known: String } "the rate card pays for several activities" "say which: {known}";
        /// The rate depends on them.
        HoursNeeded {} "this rate depends on the hours, and they are not stated" "give the hours of the meeting or task";
        /// Not on that day.
        CardNotInForce { id: String, date: String, from: String, until: String } "the rate card \"{id}\" does not hold on {date}: it holds from {from} until {until}" "give the card that holds on that day";
        /// Longer than every step.
        NoStep { hours: String } "no step of the rate is for {hours} hours" "add a last step without \"below\" and \"up_to\", or split the work";
        /// Two limits.
        StepUnclear { first: &'static str, second: &'static str } "a step has two limits" "keep one of \"{first}\" and \"{second}\"";
        /// Out of order.
        StepsUnordered {} "this step can never be reached: one before it takes all its hours" "put the steps in order, the longest last";
        /// Out of order.
        VersionsUnordered { first: String, second: String } "the version from {second} stands after that from {first}" "put the versions in order, the oldest first, each from a day of its own";
        /// Said twice.
        CardUnclear { first: &'static str, second: &'static str } "the rate card says the same thing twice, as \"{first}\" and as \"{second}\"" "keep one of the two";
        /// No rule for it.
        NoCancellationRule {} "nothing says what is paid for work that was called off" "give \"share\" in \"cancelled\", or \"cancellation\" for the activity in your own rate card";
        /// Neither or both.
        NoticeUnclear {} "what is paid for work that was called off depends on the notice, and it is not given once" "give one of \"notice_days\" and \"notice_hours\"";
        /// Nothing in it.
        EmptyCard { what: &'static str } "the rate card has no {what}" "give at least one";
        /// Too many.
        TooMany { what: &'static str, count: usize, limit: usize } "there are {count} {what}, and {limit} is the most" "give fewer, or split the request";
        /// Below zero.
        NegativeAmount { amount: String } "{amount} is below zero" "give an amount from 0.00 up";
        /// Neither or both.
        ExpenseUnclear { kind: &'static str } "the expense for {kind} needs either an amount or, for one's own vehicle, miles" "give one of \"amount\" and \"miles\"";
        /// Paid by what it cost.
        MilesNotForKind { kind: &'static str } "miles are for one's own vehicle, and this is {kind}" "give \"amount\" instead, or the kind \"car\", \"van\", \"motorcycle\" or \"bicycle\"";
        /// Only in a car.
        PassengersNotForKind { kind: &'static str } "passengers are for a car or van, and this is {kind}" "leave \"passengers\" out";
        /// A rate for none.
        MilesNeeded {} "a rate for miles or passengers is given, and no miles" "give \"miles\"";
        /// Nobody to pay.
        MilesPaidDirect {} "miles by one's own vehicle cannot be paid to somebody else" "leave \"paid_direct\" out";
        /// Two things that cannot both be so.
        ContradictoryFacts { first: String, second: String } "two facts cannot both be so: {first}, and {second}" "mend one of the two";
        /// One id twice.
        DuplicateId { id: String } "the id \"{id}\" is used twice" "give each its own id";
        /// Nothing to ask about.
        NoPayments {} "there is no payment to work out" "give at least one";
        /// A tax code that is none.
        UnreadableTaxCode { found: String } "\"{found}\" is not a tax code" "write it as a payslip does, such as \"1257L\", \"BR\", \"0T M1\", \"K475\" or \"S1257L\", or \"unknown\"";
        /// No longer paid.
        BenefitEnded { name: &'static str, ended: String } "{name} ended on {ended}, and is not worked out" "leave it out, and name the benefit that took its place, such as Universal Credit";
        /// More than can be tried.
        TooManyUnknowns { count: usize, named: String } "too much is not known to try every combination: {count} questions are open" "answer some of these first: {named}";
        /// Nobody may be paid yet.
        DoNotPayBeforeAdvice {} "the person may not work, or only in part, so no fee is worked out" "do not pay a fee before advice has been taken; expenses that a receipt shows can be paid back";
        /// Larger than allowed.
        TooMuchWork { detail: String } "{detail}" "ask about a shorter stretch of fees";
        /// Columns of one batch.
        ColumnsDiffer { column: &'static str, length: usize, other: &'static str, rows: usize } "the column {column} has {length} rows, and {other} has {rows}" "give every column as many rows, or one value for all";
        /// No such column.
        UnknownColumn { column: String, known: String } "a batch has no column \"{column}\"" "use some of: {known}";
        /// A cell that its column cannot hold.
        CellWrong { column: &'static str, row: usize, found: &'static str, expected: &'static str } "the column {column} cannot hold what stands in row {row}: it is given {found}" "give {expected}";
        /// Ends before it starts.
        DatesReversed { first: String, second: String } "{second} is before {first}" "swap the two dates or mend one";
        /// A value out of range.
        OutOfRange { detail: String, bounds: &'static str } "{detail}" "give {bounds}";
        /// Too early.
        BeforeFirstKnown { id: &'static str, date: String, first: String } "{id} is not known on {date}: its first known value is from {first}" "give a date from {first} on";
        /// Too late.
        BeyondKnownPeriod { id: &'static str, date: String, last: String } "{id} is not known on {date}: it is known until {last}" "give a date until {last}, or say \"assume_latest\": true to take the latest value as holding on";
        /// No value for that time.
        ParameterUnknown { id: &'static str, date: String } "no value of {id} could be found for {date}" "give a date for which it is known";
    }
}

impl PaymentError {
    /// The same error; what points into `from` points into `to` instead.
    #[must_use]
    pub(crate) fn moved(self, from: &str, to: &str) -> Self {
        let moved = self.path().within(from, to);
        match moved {
            Some(path) => self.with_path(path),
            None => self,
        }
    }

    /// The same error; what points at the request as a whole, such as a sum that is too large, points at `at` instead.
    #[must_use]
    pub(crate) fn at_least_at(self, at: &Pointer) -> Self {
        match self {
            Self::OutOfRange { path, detail, bounds } if path == Pointer::root() => {
                Self::OutOfRange { path: at.clone(), detail, bounds }
            }
            other => other,
        }
    }
}

impl From<UnitError> for PaymentError {
    fn from(error: UnitError) -> Self {
        Self::OutOfRange { path: error.path().clone(), detail: error.to_string(), bounds: "smaller amounts" }
    }
}

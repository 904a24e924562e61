//! One error enum per area, all made by one macro so that each variant states its code, message and help in one place.

use super::{ErrorCode, ErrorReport, Pointer};
use crate::error::text::InputIssue;

macro_rules! area_error {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])* $variant:ident { $($field:ident: $kind:ty),* $(,)? } $message:literal $help:literal;)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[non_exhaustive]
        #[allow(missing_docs, reason = "a variant's fields are the words of its message")]
        pub enum $name {
            $($(#[$doc])* #[error($message)] $variant { path: Pointer, $($field: $kind),* },)*
        }

        impl $name {
            /// The stable name of this kind of error.
            #[must_use]
            pub const fn code(&self) -> ErrorCode {
                match self { $(Self::$variant { .. } => ErrorCode::$variant),* }
            }

            /// Where in the request it is.
            #[must_use]
            pub const fn path(&self) -> &Pointer {
                match self { $(Self::$variant { path, .. } => path),* }
            }

            /// What to do about it.
            #[must_use]
            #[allow(unused_variables, reason = "not every help repeats every field")]
            pub fn help(&self) -> String {
                match self { $(Self::$variant { path, $($field),* } => format!($help)),* }
            }
        }

        impl From<$name> for ErrorReport {
            fn from(error: $name) -> Self {
                Self::new(error.code(), error.path(), error.to_string(), error.help())
            }
        }
    };
}

area_error! {
    /// What can be wrong with one value or one sum.
    UnitError {
        /// Fractional JSON number.
        FloatNotExact { found: String } "{found} is a fractional number, which a computer cannot hold exactly" "write it as text, such as \"7.5\" or \"2/3\"";
        /// Not a number.
        InvalidNumber { found: String } "\"{found}\" is not a number" "write a whole number, a decimal such as \"7.5\" or a fraction such as \"2/3\"";
        /// Outside its bounds.
        OutOfRange { found: String, bounds: String } "{found} is out of range" "give a value {bounds}";
        /// Not money.
        InvalidMoney { found: String } "{found} is not an amount of money" "write pounds and pence as text, such as \"150.00\"";
        /// Not a date.
        InvalidDate { found: String } "\"{found}\" is not a calendar date" "write year, month and day, such as \"2026-06-15\", between 1900 and 2199";
        /// Not an id.
        InvalidId { found: String } "\"{found}\" cannot be an id" "use 1 to 64 characters without spaces or control characters";
        /// Division by zero.
        DivisionByZero {} "a division by zero has no answer" "check the amounts that are zero";
    }
}

impl From<UnitError> for InputIssue {
    fn from(error: UnitError) -> Self {
        Self::new(error.code(), error.to_string(), error.help())
    }
}

area_error! {
    /// What can be wrong with a group of people.
    GroupError {
        /// Nobody there.
        EmptyGroup { what: &'static str } "there are no {what}" "list at least one";
        /// Too many.
        GroupTooLarge { what: &'static str, count: usize, limit: usize } "there are {count} {what}, and {limit} is the most" "ask about a smaller group";
        /// One id twice.
        DuplicateId { id: String } "the id \"{id}\" is used twice" "give each its own id";
        /// Nobody of that name.
        UnknownMember { id: String } "no member has the id \"{id}\"" "use the id of a listed member";
        /// No such constituency.
        UnknownConstituency { id: String } "no constituency has the id \"{id}\"" "use the id of a listed constituency";
        /// Belongs nowhere.
        NoConstituency { id: String } "\"{id}\" belongs to no constituency" "name the constituency of every person, or of none";
        /// Ends before it starts.
        DatesReversed { first: String, second: String } "{second} is before {first}" "swap the two dates or mend one";
    }
}

area_error! {
    /// What can be wrong with a rule or the votes under it.
    PowerError {
        /// One id twice.
        DuplicateId { id: String } "\"{id}\" stands here twice" "name each once";
        /// Nobody of that name.
        UnknownMember { id: String } "no member has the id \"{id}\"" "use the id of a listed member";
        /// No such constituency.
        UnknownConstituency { id: String } "no member belongs to the constituency \"{id}\"" "use the id of a member's constituency, or a list of member ids";
        /// Nothing where something must be.
        EmptyRule {} "this list is empty" "name at least one";
        /// Two bars, or none.
        BarUnclear {} "the bar must be given exactly once" "give \"more_than\" or \"at_least\", not both";
        /// A share of nothing.
        BarNeedsBase { bar: String } "{bar} is not a whole number of votes" "say what it is a share of with \"of\", or give a whole number";
        /// Can never pass.
        QuotaOverTotal { bar: String, total: String } "{bar} are asked for, and there are only {total}, so this could never pass" "ask for no more than there is";
        /// Passes by itself.
        QuotaZero {} "this asks for nothing, so that it would pass without anybody" "ask for more than zero";
        /// Below zero.
        NegativeWeight { id: String, weight: String } "the weight of \"{id}\" is {weight}, which is below zero" "give a whole number from 0 up";
        /// Not whole.
        WeightNotWhole { weight: String } "{weight} is not a whole number" "multiply all weights and the bar so that they are whole";
        /// Too much.
        WeightsTooLarge {} "the weights add up to more than 9007199254740992" "divide all weights and the bar by the same number";
        /// Others than the voters.
        WeightsIncomplete {} "the weights do not name exactly the voters in \"among\"" "name every voter once, with 0 for a seat without a vote, or leave \"among\" out";
        /// No votes at all.
        NoVotes {} "nobody here has a vote" "give at least one weight above zero";
        /// Has no first vote.
        CastingVoteWithoutVote { id: String } "\"{id}\" has no vote here, so there is no second one" "give the casting vote to a voter of this part";
        /// Nobody has one.
        NoConstituencies {} "the members have no constituencies" "give every member a constituency";
        /// Out of its range.
        CountOutOfRange { count: usize, parts: usize } "{count} of {parts} parts are asked for" "ask for at least 1 and at most all of the parts";
        /// Two quorums, or none.
        QuorumUnclear {} "the quorum must be given exactly once" "give one of \"present\", \"cast\", \"present_count\" and \"cast_count\"";
        /// No such rule.
        UnknownRule { name: String } "no rule is called \"{name}\"" "define it in \"rules\" or write it out here";
        /// Uses itself.
        CyclicRule { cycle: String } "the rule uses itself: {cycle}" "break the circle";
        /// Too many parts.
        RuleTooLarge { limit: usize } "the rule has more than {limit} parts once it is written out" "write a simpler rule";
        /// Too deep.
        TooDeep { limit: usize } "the rule is nested more than {limit} deep" "write a flatter rule";
        /// A value in the request.
        OutOfRange { detail: String } "{detail}" "give a value in range";
        /// Too many for a table.
        GroupTooLarge { count: usize, limit: usize } "{count} members have a vote, and {limit} is the most for an exact answer" "ask about a smaller group";
        /// More than the stated work.
        TooMuchWork {} "this would take more work than one request may" "ask about fewer members, give members who are alike the same weight, or leave out quorums and casting votes";
    }
}

impl From<UnitError> for PowerError {
    fn from(error: UnitError) -> Self {
        Self::OutOfRange { path: error.path().clone(), detail: error.to_string() }
    }
}

area_error! {
    /// What can be wrong with people, tasks and who has what.
    WorkloadError {
        /// Nobody there.
        EmptyGroup {} "there are no people" "list at least one";
        /// Too many people.
        GroupTooLarge { count: usize, limit: usize } "there are {count} people, and {limit} is the most" "split the work in smaller groups";
        /// Too many tasks.
        TooManyTasks { count: usize, limit: usize } "there are {count} tasks, and {limit} is the most" "put small tasks together, or leave out finished ones";
        /// Too many places.
        TooManyPlaces { limit: usize } "the tasks ask for more than {limit} people in all" "ask for fewer people per task";
        /// One id twice.
        DuplicateId { id: String } "\"{id}\" stands here twice" "name each once";
        /// Nobody of that name.
        UnknownMember { id: String } "no person has the id \"{id}\"" "use the id of a listed person";
        /// No such task.
        UnknownTask { id: String } "no task has the id \"{id}\"" "use the id of a listed task";
        /// Neither task nor skill.
        UnknownPreference { id: String } "\"{id}\" is neither a task nor a skill that somebody has or a task asks for" "use the id of a listed task, or a skill";
        /// Too many preferences.
        TooManyPreferences { count: usize, limit: usize } "there are {count} preferences, and {limit} is the most" "keep the first ones";
        /// No capacity.
        CapacityUnknown { id: String } "how much \"{id}\" has agreed to give is not known" "add \"capacity\" in hours, 0 for none, or leave the person out";
        /// Nobody asked for.
        NobodyNeeded {} "this asks for nobody" "give a count of at least 1, or leave the need out";
        /// Not the whole.
        SharesNotWhole { sum: String } "the shares sum to {sum}, or one of them is not above 0" "make them sum to 1, each above 0";
        /// Not whole seconds.
        ShareTooFine { id: String } "the part of \"{id}\" is not a whole number of seconds" "change the hours or the share a little";
        /// Shared but owned.
        ShareNotTogether {} "the hours are shared, but the task is not done together" "set \"mode\" to \"together\", or leave \"share\" out";
        /// Others than needed.
        SharersUnfit {} "the people who share the task are not exactly those that its needs ask for" "name as many people as are needed, each able to fill a place, or leave the needs out";
        /// Cannot do it.
        NotEligible { id: String, task: String } "\"{id}\" cannot have the task \"{task}\": no place of it is theirs to fill" "give it to somebody who meets a need of it and has hours to give, or change the need";
        /// More than needed.
        TooManyAssigned { task: String, places: usize } "more people have the task \"{task}\" than it asks for, which is {places}" "take somebody out, or raise the count of a need";
        /// Above the cap.
        OverHardCap { id: String, hours: String, cap: String } "\"{id}\" would have {hours} hours, and {cap} is the most they can be given" "take a task from them, or ask whether they can give more";
        /// A value in the request.
        OutOfRange { found: String, bounds: String } "{found} is out of range" "give a value {bounds}";
        /// A check of our own failed.
        Internal { what: String } "an internal check failed: {what}" "this is a fault in coprod, not in the request: please report it with the request";
    }
}

area_error! {
    /// Why a legal or policy figure cannot be given for a date.
    ParameterError {
        /// Too early.
        BeforeFirstKnown { id: &'static str, date: String, first: String } "{id} is not known on {date}: its first known value is from {first}" "give a date from {first} on";
        /// Too late.
        BeyondKnownPeriod { id: &'static str, date: String, last: String } "{id} is not known on {date}: it is known until {last}" "give a date until {last}, or say \"assume_latest\": true to take the latest value as holding on";
        /// No value for that time.
        ParameterUnknown { id: &'static str, date: String } "no value of {id} could be found for {date}" "give a date for which it is known";
    }
}

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
        StepUnclear {} "a step has two limits" "keep one of \"below\" and \"up_to\"";
        /// Out of order.
        StepsUnordered {} "this step can never be reached: one before it takes all its hours" "put the steps in order, the longest last";
        /// Nothing in it.
        EmptyCard { what: &'static str } "the rate card has no {what}" "give at least one";
        /// Too many.
        TooMany { what: &'static str, count: usize, limit: usize } "there are {count} {what}, and {limit} is the most" "give fewer, or split the request";
        /// Below zero.
        NegativeAmount { amount: String } "{amount} is below zero" "give an amount from 0.00 up";
        /// Neither or both.
        ExpenseUnclear { kind: &'static str } "the expense for {kind} needs either an amount or, for one's own vehicle, miles" "give one of \"amount\" and \"miles\"";
        /// Paid by what it cost.
        MilesNotForKind { kind: &'static str } "miles are for one's own vehicle, and this is {kind}" "give \"amount\" instead, or the kind \"car\", \"motorcycle\" or \"bicycle\"";
        /// Only in a car.
        PassengersNotForKind { kind: &'static str } "passengers are for a car, and this is {kind}" "leave \"passengers\" out";
        /// A rate for none.
        MilesNeeded {} "a rate for miles or passengers is given, and no miles" "give \"miles\"";
        /// Nobody to pay.
        MilesPaidDirect {} "miles by one's own vehicle cannot be paid to somebody else" "leave \"paid_direct\" out";
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

impl From<UnitError> for PaymentError {
    fn from(error: UnitError) -> Self {
        Self::OutOfRange { path: error.path().clone(), detail: error.to_string(), bounds: "smaller amounts" }
    }
}

area_error! {
    /// What can be wrong with decisions and what is said about them.
    ParticipationError {
        /// Nobody or nothing there.
        EmptyGroup { what: &'static str } "there are no {what}" "list at least one";
        /// Too many.
        GroupTooLarge { what: &'static str, count: usize, limit: usize } "there are {count} {what}, and {limit} is the most" "ask about fewer at a time";
        /// One id twice.
        DuplicateId { id: String } "the id \"{id}\" is used twice" "give each its own id";
        /// Nobody of that name.
        UnknownMember { id: String } "no person has the id \"{id}\"" "use the id of a listed person";
        /// No such constituency.
        UnknownConstituency { id: String } "no constituency has the id \"{id}\"" "use the id of a listed constituency";
        /// Belongs nowhere.
        NoConstituency { id: String } "\"{id}\" belongs to no constituency" "name the constituency of every person";
        /// No such framework.
        UnknownFramework { id: String, known: String } "no framework has the id \"{id}\"" "use one of: {known}";
        /// Both ways of deciding.
        RuleUnclear {} "the host decides, and a rule or a fallback is given as well" "leave out \"host_decides\", or the rule and the fallback";
        /// Yes and no.
        ContradictoryEvidence { holds: String, denied: String } "the answer to \"{holds}\" is yes and the answer to \"{denied}\" is no, which cannot both be" "mend one of them, or say who gave each answer";
        /// More than the stated work.
        TooMuchWork {} "this would take more work than one request may" "ask about fewer decisions or members at a time";
    }
}

area_error! {
    /// What can be wrong with a project as a whole.
    ReviewError {
        /// Another version of the form.
        UnknownVersion { version: u32 } "version {version} of the project file is not known" "write \"coprod\": 1";
        /// Nobody there.
        EmptyGroup {} "there are no people" "list at least one person";
        /// Too many.
        TooMany { what: &'static str, count: usize, limit: usize } "there are {count} {what}, and {limit} is the most" "review a smaller part of the project";
        /// One id twice.
        DuplicateId { id: String } "the id \"{id}\" is used twice" "give each its own id";
        /// Belongs nowhere.
        NoConstituency { id: String } "\"{id}\" belongs to no constituency" "name the constituency of every person";
        /// No such constituency.
        UnknownConstituency { id: String } "no constituency has the id \"{id}\"" "use the id of a listed constituency, or add it to the list";
        /// Nobody of that name.
        UnknownMember { id: String } "no person has the id \"{id}\"" "use the id of a listed person";
        /// Ends before it starts.
        DatesReversed { first: String, second: String } "{second} is before {first}" "swap the two dates or mend one";
        /// Nobody's work.
        PersonNeeded {} "nobody is named for this work" "add \"person\": the id of the person whose work it is";
        /// Not a built-in question.
        UnknownQuestion { id: String } "\"{id}\" is not one of the built-in questions" "use the id of a built-in question, or add \"text\" for one of your own";
    }
}

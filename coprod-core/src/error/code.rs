//! The stable names of everything that can be wrong.

use std::fmt;

use serde::Serialize;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $text:literal;)*) => {
        /// The stable name of one kind of error. Programs match on it; it never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[$doc])* #[serde(rename = $text)] $variant,)*
        }

        impl ErrorCode {
            /// Every code there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code as programs see it: `snake_case` text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// The code with this text, if there is one.
            #[must_use]
            pub fn from_text(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

codes! {
    // The request as a whole.
    /// The request is longer than the stated limit.
    RequestTooLarge "request_too_large";
    /// The text is not JSON.
    InvalidJson "invalid_json";
    /// Lists and objects are nested deeper than the stated limit.
    TooDeep "too_deep";
    /// No endpoint has this name.
    UnknownEndpoint "unknown_endpoint";
    /// An object has a field that the endpoint does not know.
    UnknownField "unknown_field";
    /// A field that must be there is missing.
    MissingField "missing_field";
    /// A key stands twice in one object.
    DuplicateKey "duplicate_key";
    /// A value has the wrong JSON type.
    WrongType "wrong_type";
    /// A word is not one of those allowed here.
    UnknownValue "unknown_value";
    /// An object that must have exactly one key has none, several or an unknown one.
    NotOneKey "not_one_key";
    /// The answer contradicts itself: a fault of the library, never of the request.
    Internal "internal";

    // Values.
    /// A fractional JSON number stands where an exact value is needed.
    FloatNotExact "float_not_exact";
    /// Text is not a number of the form asked for.
    InvalidNumber "invalid_number";
    /// A number is outside the stated bounds.
    OutOfRange "out_of_range";
    /// Money is not pounds and pence as text.
    InvalidMoney "invalid_money";
    /// Text is not a calendar date.
    InvalidDate "invalid_date";
    /// Text is not a time of day.
    InvalidTime "invalid_time";
    /// Text cannot be an id.
    InvalidId "invalid_id";
    /// Text has letters that cannot be shown, or too many.
    InvalidText "invalid_text";
    /// A division by zero was asked for.
    DivisionByZero "division_by_zero";

    // Groups of people.
    /// A list that needs at least one entry is empty.
    EmptyGroup "empty_group";
    /// A group has more members than the endpoint works for.
    GroupTooLarge "group_too_large";
    /// Two things share one id.
    DuplicateId "duplicate_id";
    /// No member has this id.
    UnknownMember "unknown_member";
    /// No constituency has this id.
    UnknownConstituency "unknown_constituency";
    /// A person belongs to no constituency.
    NoConstituency "no_constituency";
    /// One date must not be before another, and is.
    DatesReversed "dates_reversed";

    // Power.
    /// A rule has a part that needs at least one entry and has none.
    EmptyRule "empty_rule";
    /// A bar is not given exactly once.
    BarUnclear "bar_unclear";
    /// A bar in whole votes is not a whole number.
    BarNeedsBase "bar_needs_base";
    /// More is asked for than there is.
    QuotaOverTotal "quota_over_total";
    /// Nothing, or less, is asked for, so that nobody need agree.
    QuotaZero "quota_zero";
    /// A weight is below zero.
    NegativeWeight "negative_weight";
    /// A weight is not a whole number.
    WeightNotWhole "weight_not_whole";
    /// The weights add up to more than 2^53.
    WeightsTooLarge "weights_too_large";
    /// The weights do not name exactly the voters.
    WeightsIncomplete "weights_incomplete";
    /// Nobody here has a vote.
    NoVotes "no_votes";
    /// The holder of a casting vote has no vote of their own.
    CastingVoteWithoutVote "casting_vote_without_vote";
    /// A rule needs constituencies, and the members have none.
    NoConstituencies "no_constituencies";
    /// More parts must pass than there are, or none.
    CountOutOfRange "count_out_of_range";
    /// A quorum is not given exactly once.
    QuorumUnclear "quorum_unclear";
    /// No rule has this name.
    UnknownRule "unknown_rule";
    /// A rule uses itself.
    CyclicRule "cyclic_rule";
    /// Votes are handed over in a circle.
    CyclicDelegation "cyclic_delegation";
    /// A vote is handed over and used as well.
    VoteHandedOver "vote_handed_over";
    /// A rule has more parts than the stated limit.
    RuleTooLarge "rule_too_large";
    /// The group and its rule are too large, or of too many kinds, for an exact answer.
    NoExactAnswer "no_exact_answer";
    /// The answer would take more work than is allowed.
    TooMuchWork "too_much_work";

    // Choosing between options.
    /// A ballot or a setting names an option that is not there.
    UnknownOption "unknown_option";
    /// There is nothing to count.
    NoBallots "no_ballots";
    /// A ballot does not say what the method counts.
    BallotUnfit "ballot_unfit";
    /// A ballot ranks options equally where the method needs them one after another.
    EqualRanks "equal_ranks";
    /// More options are to be chosen than there are, or none.
    SeatsOutOfRange "seats_out_of_range";
    /// A rule for ties means nothing under the method.
    TieRuleUnfit "tie_rule_unfit";
    /// An order drawn by lot does not name every option once.
    LotIncomplete "lot_incomplete";
    /// Ties could go more ways than the endpoint follows.
    TooManyTies "too_many_ties";
    /// A grade is not one of those agreed.
    UnknownGrade "unknown_grade";
    /// Nobody rated an option by a criterion.
    NotRated "not_rated";
    /// A line of a file of ballots cannot be read.
    BadLine "bad_line";
    /// Ballots cannot be written in a format.
    FormatUnfit "format_unfit";

    // Work.
    /// There are more tasks than the endpoint works for.
    TooManyTasks "too_many_tasks";
    /// The tasks ask for more people in all than the endpoint works for.
    TooManyPlaces "too_many_places";
    /// No task has this id.
    UnknownTask "unknown_task";
    /// A preference is neither a task nor a skill.
    UnknownPreference "unknown_preference";
    /// A person has more preferences than the stated limit.
    TooManyPreferences "too_many_preferences";
    /// A person's capacity is needed and not known.
    CapacityUnknown "capacity_unknown";
    /// A need asks for nobody.
    NobodyNeeded "nobody_needed";
    /// A name that no part of a whole has.
    UnknownPart "unknown_part";
    /// Which parts are done together is not told.
    PartsUntold "parts_untold";
    /// Two ways that are to be compared differ in nothing.
    NothingDiffers "nothing_differs";
    /// The parts of a whole do not sum to it.
    SharesNotWhole "shares_not_whole";
    /// A part of the hours is not a whole number of seconds.
    ShareTooFine "share_too_fine";
    /// Hours are shared in a task that is not done together.
    ShareNotTogether "share_not_together";
    /// The people who share a task are not those that it needs.
    SharersUnfit "sharers_unfit";
    /// A person is given a task whose needs they do not meet.
    NotEligible "not_eligible";
    /// A task is given to more people than it needs.
    TooManyAssigned "too_many_assigned";
    /// What is settled gives a person more than their hard cap.
    OverHardCap "over_hard_cap";
    /// What is settled asks for more hours by a day than a person has days for.
    OverDays "over_days";
    /// What is settled has a session on a day on which a person is away.
    AwayThen "away_then";
    /// What is settled gives a person what they must not be given.
    Avoided "avoided";
    /// Something is named that is neither a task, nor a skill, nor a word that a task is marked with.
    UnknownWork "unknown_work";
    /// Tasks come after one another in a circle.
    CyclicOrder "cyclic_order";
    /// A task is said to be somebody's who does not have it, or to have an empty place that it has not.
    NotTheirs "not_theirs";
    /// A change changes nothing.
    NothingChanges "nothing_changes";
    /// A change is of a task that is finished.
    TaskFinished "task_finished";
    /// A task has no session on the day that is named.
    NoSession "no_session";
    /// Support is asked for in a way that has no meaning.
    SupportUnclear "support_unclear";
    /// A quota asks for at least more than it allows at most.
    QuotaReversed "quota_reversed";
    /// A person's value of a feature that has quotas is not given.
    FeatureUnknown "feature_unknown";
    /// The quotas of a feature do not name a value that somebody has.
    NoQuota "no_quota";
    /// No course is offered.
    NothingOffered "nothing_offered";
    /// A tutor is of a side that no course needs.
    UnknownSide "unknown_side";
    /// A topic that is avoided is taught by nobody and asked for by no course.
    UnknownTopic "unknown_topic";
    /// It is not known how many hours a tutor is released for.
    ReleaseUnknown "release_unknown";
    /// A target has nothing that it can be measured from.
    NoBaseline "no_baseline";
    /// A comparison has a count, and not what it is of.
    RateNeeded "rate_needed";
    /// A comparison names nobody to compare with.
    ComparatorNeeded "comparator_needed";
    /// How many learners a course reaches is needed and not known.
    LearnersUnknown "learners_unknown";

    // Sharing an amount.
    /// There is more to share than all claims together.
    EstateAboveClaims "estate_above_claims";
    /// Everything that a rule goes by is zero.
    NothingToGoBy "nothing_to_go_by";
    /// A rule goes by what groups would have alone, and that is not stated.
    GameNeeded "game_needed";
    /// It is not stated what some groups would have alone.
    CoalitionsMissing "coalitions_missing";
    /// What is stated of groups contradicts what is to be taken for granted.
    WorthContradicts "worth_contradicts";
    /// Two amounts must be the same, and are not.
    AmountDiffers "amount_differs";
    /// In every division somebody does worse than alone.
    NoImputation "no_imputation";

    // Figures over time.
    /// A date is before the first known value of a figure.
    BeforeFirstKnown "before_first_known";
    /// A date is after the last day for which a figure is known.
    BeyondKnownPeriod "beyond_known_period";
    /// No value of a figure could be found for a date.
    ParameterUnknown "parameter_unknown";

    // Payment.
    /// Nothing says what work is paid by.
    NoRate "no_rate";
    /// Work is paid by two things at once.
    TwoRates "two_rates";
    /// No rate card has this id.
    UnknownCard "unknown_card";
    /// An organisation's own rate card has the id of a published one.
    CardIdTaken "card_id_taken";
    /// A rate card has no such activity.
    UnknownActivity "unknown_activity";
    /// A rate card pays for several activities, and none is named.
    ActivityNeeded "activity_needed";
    /// A rate depends on hours that are not stated.
    HoursNeeded "hours_needed";
    /// A rate card does not hold on a date.
    CardNotInForce "card_not_in_force";
    /// Columns of one batch are of different length.
    ColumnsDiffer "columns_differ";
    /// A batch has no column of that name.
    UnknownColumn "unknown_column";
    /// A column of a batch cannot hold a value.
    CellWrong "cell_wrong";
    /// No step of a rate by length is for so many hours.
    NoStep "no_step";
    /// A step of a rate by length has two limits.
    StepUnclear "step_unclear";
    /// A step of a rate by length can never be reached.
    StepsUnordered "steps_unordered";
    /// The versions of a rate card are not in the order of their days.
    VersionsUnordered "versions_unordered";
    /// A rate card says one thing in two ways.
    CardUnclear "card_unclear";
    /// Nothing says what is paid for work that was called off.
    NoCancellationRule "no_cancellation_rule";
    /// The notice with which work was called off is needed, and not given once.
    NoticeUnclear "notice_unclear";
    /// A rate card has nothing in it.
    EmptyCard "empty_card";
    /// There are more entries than the stated limit.
    TooMany "too_many";
    /// An amount is below zero.
    NegativeAmount "negative_amount";
    /// An expense has no amount, or an amount and miles.
    ExpenseUnclear "expense_unclear";
    /// Miles stand with something that is not one's own vehicle.
    MilesNotForKind "miles_not_for_kind";
    /// Passengers stand with something that is not a car or van.
    PassengersNotForKind "passengers_not_for_kind";
    /// A rate for miles stands without miles.
    MilesNeeded "miles_needed";
    /// There is no payment to work out.
    NoPayments "no_payments";
    /// Text is not a tax code.
    UnreadableTaxCode "unreadable_tax_code";
    /// A benefit is no longer paid.
    BenefitEnded "benefit_ended";
    /// Too much is not known to try every combination.
    TooManyUnknowns "too_many_unknowns";
    /// The person may not work, or only in part: no fee before advice.
    DoNotPayBeforeAdvice "do_not_pay_before_advice";
    /// Miles by one's own vehicle are to be paid to somebody else.
    MilesPaidDirect "miles_paid_direct";
    /// Two facts about a payment, or about the person who is paid, cannot both be so.
    ContradictoryFacts "contradictory_facts";

    // Participation.
    /// No framework has this id.
    UnknownFramework "unknown_framework";
    /// A decision has a rule and is said to be made without one.
    RuleUnclear "rule_unclear";
    /// Two pieces of evidence cannot both be so.
    ContradictoryEvidence "contradictory_evidence";

    // A project as a whole.
    /// The version of the project file is not known.
    UnknownVersion "unknown_version";
    /// A piece of work names nobody.
    PersonNeeded "person_needed";
    /// A question is neither built in nor written out.
    UnknownQuestion "unknown_question";
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

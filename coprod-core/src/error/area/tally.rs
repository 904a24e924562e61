//! What can be wrong with ballots, or with the way in which they are to be counted.

use super::{UnitError, area_error};
use crate::error::{ErrorCode, ErrorReport, Pointer};

area_error! {
    /// What can be wrong with ballots, or with the way in which they are to be counted.
    TallyError {
        /// Nothing to choose from, or too much.
        OutOfRange { detail: String, hint: String } "{detail}" "{hint}";
        /// More than the stated limit.
        TooMany { what: String, count: usize, limit: usize } "there are {count} {what}, and {limit} is the most" "give fewer {what}";
        /// One thing twice.
        DuplicateId { id: String } "\"{id}\" stands here twice" "name each once";
        /// No such option.
        UnknownOption { id: String } "\"{id}\" is not one of the options" "use the id of a listed option";
        /// Nothing to count.
        NoBallots {} "there are no ballots to count" "give at least one ballot";
        /// Says something else.
        BallotUnfit { needs: String } "this ballot does not say what the method counts" "give the ballot {needs}, or use another method";
        /// Two at one place.
        EqualRanks { method: String } "this ballot ranks options equally, and {method} needs one after another" "rank them one after another, leave out those that are all last, or use a method that takes equal ranks (borda, copeland, minimax, schulze, ranked_pairs)";
        /// Too many, or none.
        SeatsOutOfRange { seats: usize, options: usize } "{seats} of {options} options are to be chosen" "choose at least one and at most all of the options";
        /// Means nothing here.
        TieRuleUnfit { rule: String, method: String } "\"{rule}\" is no rule for ties under {method}" "leave it out, or give \"lot\"";
        /// Names some only.
        LotIncomplete { id: String } "the order drawn by lot does not name \"{id}\"" "name every option once";
        /// More ways than are followed.
        TooManyTies { limit: usize } "the ties could go in more than {limit} ways, which is the most that are followed" "draw lots beforehand and give the order as \"lot\" in \"ties\"; then there is one way";
        /// More than the stated work.
        TooMuchWork { limit: String } "counting would look at ballots more than {limit} times" "give fewer ballots or options, write ballots that are alike once with a \"count\", or give the order of a lot in \"ties\"";
        /// Not agreed.
        UnknownGrade { grade: String } "\"{grade}\" is not one of the grades" "use a grade of the method's list";
        /// Not rated by anybody.
        NotRated { option: String, criterion: String } "nobody rated \"{option}\" by \"{criterion}\"" "have at least one person rate every option by every criterion, or leave one of them out";
        /// Cannot be read.
        BadLine { line: usize, detail: String } "line {line}: {detail}" "mend the line, or check that the format is the one named";
        /// Says too much.
        FormatUnfit { detail: String } "{detail}" "use another format, or leave it out";
    }
}

impl From<UnitError> for TallyError {
    fn from(error: UnitError) -> Self {
        Self::OutOfRange { path: error.path().clone(), detail: error.to_string(), hint: "give a value in range".to_owned() }
    }
}

//! What can be wrong with an amount that is to be shared.

use super::area_error;
use crate::error::{ErrorCode, ErrorReport, Pointer};

area_error! {
    /// What can be wrong with an amount, those who share it, and what they claim or bring.
    ShareError {
        /// Nobody there.
        EmptyGroup {} "there is nobody to share between" "list at least one";
        /// Too many.
        GroupTooLarge { what: String, count: usize, limit: usize } "{what} works for at most {limit}, and here are {count}" "put small ones together, or use another rule";
        /// One thing twice.
        DuplicateId { id: String } "\"{id}\" stands here twice" "name each once";
        /// Nobody of that name.
        UnknownMember { id: String } "none of those who share has the id \"{id}\"" "use the id of a listed party";
        /// An id that reads as a group.
        InvalidId { id: String } "the id \"{id}\" has a \"+\", which stands between the members of a group in a game" "use ids without \"+\", such as \"a\" and \"b\" for the group \"a+b\"";
        /// Something is needed.
        MissingField { field: String, why: String } "\"{field}\" is missing: {why}" "add \"{field}\"";
        /// Below zero.
        NegativeAmount { amount: String } "the amount {amount} is below zero" "give 0 or more; to share what has to be paid, set \"of\" to \"cost\"";
        /// Below zero.
        NegativeWeight { weight: String } "the weight {weight} is below zero" "give 0 or more";
        /// More than is claimed.
        EstateAboveClaims { surplus: String, claims: String } "all claims together are {claims}, and {surplus} would be left over" "share only {claims}, change the claims, or set \"above_claims\" to \"equal\" to share the rest equally between all who claim anything";
        /// All zero.
        NothingToGoBy { what: String } "every {what} is 0, so nothing says how to share" "give at least one {what} above 0, or use another rule";
        /// No game.
        GameNeeded { rule: String } "the rule \"{rule}\" goes by what each group would have or pay alone, and that is not stated" "add \"game\"";
        /// Groups of which nothing is known.
        CoalitionsMissing { count: u32, list: String } "the worth of {count} groups is missing: {list}" "state what each of them would have or pay by itself; or say in \"unknown_worth\" what may be taken for granted of them, for ranges in place of shares";
        /// What is stated cannot be so.
        WorthContradicts { group: String, what: String } "what is stated for {group} cannot be so if {what}" "correct the worth, or leave \"unknown_worth\" out and state every group";
        /// Two amounts that should be one.
        AmountDiffers { amount: String, other: String, what: String } "the amount to share is {amount}, and {what} is {other}" "make them the same";
        /// Somebody always does worse than alone.
        NoImputation { alone: String, amount: String } "each by itself comes to {alone} together, and the amount to share is {amount}: somebody does worse than alone in every division" "share separately, or ask for \"shapley\", which is there for every game";
        /// A value in the request.
        OutOfRange { found: String, bounds: String } "{found} is out of range" "give a value {bounds}";
        /// Too much to work out.
        TooMuchWork { what: String, possible: String } "{what} would take too much work" "{possible}";
        /// A check of our own failed.
        Internal { what: String } "an internal check failed: {what}" "this is a fault in coprod, not in the request: please report it with the request";
    }
}

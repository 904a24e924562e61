//! What can be wrong with tasks and those who may do them.

use super::area_error;
use crate::error::{ErrorCode, ErrorReport, Pointer};

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
        /// More by a day than there are days for.
        OverDays { id: String, hours: String, day: String, room: String } "\"{id}\" would have {hours} hours to do by {day}, and has days for {room} of them" "take a task from them, move a date, or ask whether they can come on more days";
        /// Not there.
        AwayThen { id: String, task: String, day: String } "\"{id}\" is away on {day}, when \"{task}\" has a session" "give it to somebody who can come, or move the session";
        /// Not to be given.
        Avoided { id: String, task: String, word: String } "\"{id}\" must not be given \"{task}\", as they avoid \"{word}\"" "give it to somebody else, or ask them again";
        /// Nothing of that name.
        UnknownWork { id: String } "\"{id}\" is neither a task, nor a skill that somebody has or a task asks for, nor a burden of a task" "use the id of a listed task, a skill, or a word of a task's \"burdens\"";
        /// Comes back to where it was.
        CyclicOrder { cycle: String } "these tasks come after one another in a circle: {cycle}" "let one of them begin without the other";
        /// A day before another.
        DatesReversed { detail: String } "{detail}" "mend one of the dates";
        /// Has it not.
        NotTheirs { id: String, task: String } "\"{task}\" is not with \"{id}\", or has no place left" "name somebody who has it; in a move, leave \"from\" out only to fill an empty place";
        /// No change at all.
        NothingChanges {} "nothing changes here" "say who leaves, which task grows, which session is missed, or who returns";
        /// A change of what is finished.
        TaskFinished { id: String } "the task \"{id}\" is finished" "leave it out here, or take \"done\" from the task";
        /// No session on that day.
        NoSession { task: String, day: String } "\"{task}\" has no session on {day}" "use the day of one of its sessions";
        /// Whose help, beside what?
        SupportUnclear { detail: &'static str } "{detail}" "name one other person, and a task or a skill or neither";
        /// The first day is needed.
        MissingField { id: String } "how many hours \"{id}\" can do on a day is known, but not which day is the first" "add \"from\", the first day on which the work can be done";
        /// More than the stated number.
        TooMany { what: &'static str, count: usize, limit: usize } "there are {count} {what} here, and {limit} is the most" "give fewer";
        /// Facts that cannot both be so.
        ContradictoryFacts { words: String } "{words}" "say one of the two, or name everybody whom it concerns";
        /// Quota upside down.
        QuotaReversed { least: u32, most: u32 } "at least {least} and at most {most} cannot both hold" "lower \"at_least\" or raise \"at_most\"";
        /// A person's feature is not known.
        FeatureUnknown { id: String, feature: String } "\"{id}\" has no value for \"{feature}\", which has quotas" "add the value, or a value for those of whom it is not known";
        /// A value that no quota names.
        NoQuota { feature: String, value: String } "the quotas of \"{feature}\" do not name \"{value}\"" "add it to the quotas, as an empty object if any number will do, or correct the value";
        /// No courses.
        NothingOffered {} "there are no courses" "list at least one course that could be offered";
        /// A side that nothing needs.
        UnknownSide { side: String, sides: String } "no course needs anybody of the side \"{side}\"" "use one of {sides}, or name the side in the needs of a course";
        /// Neither course nor topic.
        UnknownTopic { id: String } "\"{id}\" is neither a course, nor a topic that somebody teaches or a course asks for" "use the id of a listed course, or a topic";
        /// No hours.
        ReleaseUnknown { id: String } "how many hours \"{id}\" can give is not known" "add \"hours\" or \"days\", 0 for none, or leave the tutor out";
        /// Nothing to measure from.
        NoBaseline { what: String, why: &'static str } "the target for \"{what}\" needs a baseline of at least 1: {why}" "count how many there were when the target was set, and give it as \"baseline\"; where there were none, say how many are wanted instead";
        /// A count alone.
        RateNeeded { name: String, count: u32 } "\"{name}\" has {count}, and not of how many: a count alone compares nothing between places of different size" "add \"of\": how many there are in all, counted in the same way for everybody";
        /// Nobody to compare with.
        ComparatorNeeded { what: String } "\"{what}\" is compared with nobody" "add \"others\", each with its count and of how many";
        /// Of none.
        DivisionByZero { name: String } "\"{name}\" is so many of 0" "give the number that it is of, above 0, or leave it out of the comparison";
        /// Not known whom it reaches.
        LearnersUnknown { id: String } "how many learners \"{id}\" reaches is not known" "add \"learners\" to every course, or leave \"aim\" out to count courses";
        /// Not one of the parts.
        UnknownPart { id: String, whole: String } "\"{id}\" names no part of {whole}" "use the id of an unfinished ordinary task whose \"part_of\" is the whole";
        /// Which parts are done together?
        PartsUntold { id: String } "which parts are done together in \"{id}\" is not told, or it is all or none of them" "list their ids in \"together\"";
        /// Nothing to compare.
        NothingDiffers { one: String, other: String } "\"{one}\" differs in nothing from \"{other}\"" "leave one of them out, or say what is done in another way there";
        /// No such way to organise the work.
        UnknownOption { id: String } "no option has the id \"{id}\"" "use the id of a listed option";
        /// A value in the request.
        OutOfRange { found: String, bounds: String } "{found} is out of range" "give a value {bounds}";
        /// Letters that cannot be shown, or too many.
        InvalidText { detail: String } "{detail}" "write it in letters that can be seen; new lines are allowed";
        /// A check of our own failed.
        Internal { what: String } "an internal check failed: {what}" "this is a fault in coprod, not in the request: please report it with the request";
    }
}

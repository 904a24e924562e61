//! The endpoint table: one line each.

use super::endpoint::Endpoint;
use super::limit::most_request_bytes;
use super::read::read;
use crate::error::{ErrorCode, ErrorReport, Pointer};
#[cfg(feature = "participation")]
use crate::participation;
#[cfg(any(feature = "counting", feature = "workload"))]
use crate::picture;
#[cfg(feature = "review")]
use crate::review;
use crate::unit::to_json;
#[cfg(feature = "workload")]
use crate::workload;
use crate::{parameters, payment, power};

macro_rules! endpoints {
    ($($(#[cfg($area:meta)])? $(#[doc = $doc:literal])+ $name:literal => $function:path: $request:ty => $answer:ty;)*) => {
        /// Every endpoint there is.
        pub const ENDPOINTS: &[Endpoint] = &[$($(#[cfg($area)])? Endpoint {
            name: $name,
            doc: concat!($($doc, "\n"),+).trim_ascii(),
            #[cfg(feature = "schema")]
            types: |generator| (generator.subschema_for::<$request>(), generator.subschema_for::<$answer>()),
        }),*];

        // Apart from the table, so that the browser build leaves out the table's words.
        const NAMES: &[&str] = &[$($(#[cfg($area)])? $name),*];

        fn answer(name: &str, request: &str) -> Result<String, ErrorReport> {
            match name {
                $($(#[cfg($area)])? $name => {
                    let request: $request = read(request, most_request_bytes(name))?;
                    let answer: $answer = $function(&request)?;
                    write(&answer)
                })*
                _ => Err(unknown(name)),
            }
        }
    };
}

endpoints! {
    /// What an engagement is paid, line by line, what that is by the hour with preparation and travelling, and whether it reaches the
    /// wage floors.
    "payment.quote" => payment::quote: payment::QuoteRequest => payment::QuoteAnswer;
    /// What somebody keeps of their payments, in the period and in the end: tax, National Insurance, each benefit, step by step, with
    /// what to tell whom; a range where something is not known, with the question that narrows it most. An estimate, not advice.
    "payment.take_home" => payment::take_home: payment::TakeHomeRequest => payment::TakeHomeAnswer;
    /// What somebody keeps of a payment as a function of its fee, exact to the penny: every kink and cliff with the rules behind it.
    "payment.curve" => payment::curve::curve: payment::curve::CurveRequest => payment::curve::CurveAnswer;
    /// The least fee of which so much is kept in the end, or that no fee does and why.
    "payment.break_even" => payment::break_even::break_even: payment::break_even::BreakEvenRequest => payment::break_even::BreakEvenAnswer;
    /// An offer's options side by side: all, in part, declined, on other days, for other hours, expenses only, as a voucher. The order is as
    /// asked for, and none is recommended.
    "payment.options" => payment::options::options: payment::options::OptionsRequest => payment::options::OptionsAnswer;
    /// What is kept if work on several days is paid at once, or in payments that follow the work: what follows from each, and no advice.
    "payment.plan" => payment::plan::plan: payment::plan::PlanRequest => payment::plan::PlanAnswer;
    /// The facts about payments for each office, as a journal note or a letter, filled from the working; what is not known is left open.
    "payment.letter" => payment::letter: payment::TakeHomeRequest => payment::LetterAnswer;
    /// The published rate cards, with the standing and source of every rate.
    "payment.cards" => payment::cards: payment::CardsRequest => payment::CardsAnswer;
    /// The legal and policy figures with their sources and the time for which each is known.
    "payment.parameters" => parameters::list: parameters::ParametersRequest => parameters::ParametersAnswer;
    /// How long each legal or policy figure is known: what goes stale when, what is past, and what was never confirmed.
    "payment.stale_facts" => parameters::stale: parameters::StaleFactsRequest => parameters::StaleFactsAnswer;
    /// Whether users and staff are paid alike for like work, by the hour, gross and kept, with preparation and unpaid hours counted.
    "payment.parity" => payment::parity::parity: payment::parity::ParityRequest => payment::parity::ParityAnswer;
    #[cfg(feature = "review")]
    /// What involvement in a project costs, section by section, with an employer's costs; as a table with commas too.
    "payment.budget" => review::budget: review::BudgetRequest => payment::budget::BudgetAnswer;
    #[cfg(feature = "participation")]
    /// The scale of participation, published frameworks and what each calls a level, and the statements that evidence is given for.
    "participation.frameworks" => participation::frameworks: participation::FrameworksRequest => participation::FrameworksAnswer;
    #[cfg(feature = "participation")]
    /// Which level of participation the rules and the evidence support, decision by decision and stage by stage: a range from P0
    /// (excluded) to P6 (lived-led) with its reasons, the question that would narrow it most, and the definitions of co-production
    /// that it supports or contradicts. Unusual rules for large groups, such as a quorum of weighted votes, may be refused with
    /// `too_much_work` before the work is done.
    "participation.level" => participation::level: participation::LevelRequest => participation::LevelAnswer;
    /// What a rule says: in plain English, and with every shorthand written out.
    "power.explain" => power::explain_rule: power::ExplainRequest => power::ExplainAnswer;
    /// Whether a vote passed, why, who stands in the way, and the fewest changed votes that would turn it.
    "power.decide" => power::decide: power::DecideRequest => power::DecideAnswer;
    /// Each member's and each constituency's power under a rule, exact: indices, vetoes, dummies, and what each constituency can decide
    /// and block; indices for members who vote together; power when people come as often as stated. For up to 1000 members, as far as their rule allows: any rule for 27 voters.
    "power.measure" => power::measure: power::MeasureRequest => power::MeasureAnswer;
    #[cfg(feature = "counting")]
    /// What becomes of a group when so many members cannot come: every way in which that can happen, with how often anything passes then,
    /// what each vote weighs, and what each constituency can still decide and block.
    "power.absences" => power::absences::absences: power::absences::AbsencesRequest => power::absences::AbsencesAnswer;
    #[cfg(feature = "counting")]
    /// Each member's and each constituency's power estimated from random coalitions and orders, with an error for a stated confidence: for
    /// rules and groups that cannot be counted exactly.
    "power.sample" => power::sample::sample: power::sample::SampleRequest => power::sample::SampleAnswer;
    #[cfg(feature = "counting")]
    /// The smallest coalitions that can pass a decision and the largest that cannot: as patterns over members who are alike, one by one
    /// up to a limit, and counted exactly beyond it.
    "power.minimal_coalitions" => power::minimal_coalitions: power::MinimalCoalitionsRequest => power::MinimalCoalitionsAnswer;
    #[cfg(feature = "counting")]
    /// Rules side by side for one group: each member's and each constituency's power, the chance to pass and the risk of deadlock under
    /// each, and what changes against the first: who gains and who loses, exactly and in words.
    "power.compare" => power::compare::compare: power::compare::CompareRequest => power::compare::CompareAnswer;
    #[cfg(feature = "counting")]
    /// Seats against power under a rule, by constituency and by member, as a picture (SVG), in sentences and as a table.
    "power.picture" => power::picture: power::PowerPictureRequest => picture::Picture;
    #[cfg(feature = "counting")]
    /// Seats against power under several rules for one group, a panel each on one scale: as a picture (SVG), in sentences and as a table.
    "power.compare_picture" => power::compare_picture: power::ComparePictureRequest => picture::Picture;
    #[cfg(feature = "counting")]
    /// What one member more or fewer, the next bar that changes anything, or a vote more or less of weight would change under a rule, and how
    /// far each bar can move before anything changes.
    "power.sensitivity" => power::sensitivity::sensitivity: power::sensitivity::SensitivityRequest => power::sensitivity::SensitivityAnswer;
    #[cfg(feature = "counting")]
    /// A rule whose shares of power come as near as possible to those asked for, for members or constituencies: by weights and a bar, by the
    /// bar alone, or by bars for constituencies and overall; with the gap that is left, and whether a better one exists.
    "power.design" => power::design::design: power::design::DesignRequest => power::design::DesignAnswer;
    #[cfg(feature = "counting")]
    /// A decision to be stored: the whole question, how it ended and why, what members want to have on record, and a checksum.
    "power.record" => power::record::record: power::record::RecordRequest => power::record::DecisionRecord;
    #[cfg(feature = "counting")]
    /// Whether a stored decision still agrees: decides again, and says what does not agree and where; finds a record that was changed.
    "power.record_check" => power::record::record_check: power::record::RecordCheckRequest => power::record::RecordCheckAnswer;
    #[cfg(feature = "counting")]
    /// A vote in the form of Popolo, read into what `power.decide` takes, with all that could not be taken over.
    "power.popolo_read" => power::popolo::popolo_read: power::popolo::PopoloReadRequest => power::popolo::PopoloReadAnswer;
    #[cfg(feature = "counting")]
    /// A decision written in the form of Popolo: a motion with its vote event.
    "power.popolo_write" => power::popolo::popolo_write: power::popolo::PopoloWriteRequest => power::popolo::PopoloWriteAnswer;
    #[cfg(feature = "counting")]
    /// Whose votes can never matter under a rule, each with a certificate that others can check; members without whom nothing passes,
    /// declared or not; and each side's seats against its power. What would take too long is left out and named.
    "power.tokenism" => power::tokenism::tokenism: power::tokenism::TokenismRequest => power::tokenism::TokenismAnswer;
    #[cfg(feature = "counting")]
    /// Checks a certificate that votes can never matter, by code that shares nothing with what finds it: whether it holds, and at which
    /// step it does not.
    "power.tokenism_check" => power::tokenism::tokenism_check: power::tokenism::TokenismCheckRequest => power::tokenism::TokenismCheckAnswer;
    #[cfg(feature = "tally")]
    /// Which options a group chooses by its ballots, by one of fourteen methods, round by round: every possible outcome where votes tie,
    /// and whether the constituencies want different things.
    "power.tally" => power::tally::tally: power::tally::TallyRequest => power::tally::TallyAnswer;
    #[cfg(feature = "tally")]
    /// A file of ballots in the form of PrefLib, ABIF or BLT, read into what `power.tally` takes.
    "power.ballots_read" => power::tally::ballots_read: power::tally::BallotsReadRequest => power::tally::BallotsReadAnswer;
    #[cfg(feature = "tally")]
    /// Ballots written as a file in the form of PrefLib, ABIF or BLT.
    "power.ballots_write" => power::tally::ballots_write: power::tally::BallotsWriteRequest => power::tally::BallotsWriteAnswer;
    #[cfg(feature = "workload")]
    /// Who does what: as many places filled as possible, then the fairest split for what each person has agreed to give.
    "workload.split" => workload::split: workload::SplitRequest => workload::SplitAnswer;
    #[cfg(feature = "workload")]
    /// Who could have a task instead, ranked by how fair it would be then, and what a change by hand would do to whom.
    "workload.alternatives" => workload::alternatives: workload::AlternativesRequest => workload::AlternativesAnswer;
    #[cfg(feature = "workload")]
    /// Checks a split, its own or another's, by code that shares nothing with the search: what each person has, whether it keeps all limits,
    /// and which guarantees hold.
    "workload.verify" => workload::verify: workload::VerifyRequest => workload::VerifyAnswer;
    #[cfg(feature = "workload")]
    /// Who goes on with what when somebody leaves or returns, a task grows or a session is missed, for 0, 1, 2 and more voluntary hand-overs
    /// between those who stay.
    "workload.replan" => workload::replan: workload::ReplanRequest => workload::ReplanAnswer;
    #[cfg(feature = "workload")]
    /// Who has what and when as calendars (iCalendar), for the group and for each person, with what they no longer have cancelled; and the rota as
    /// a table with commas.
    "workload.calendar" => workload::calendar: workload::CalendarRequest => workload::CalendarAnswer;
    #[cfg(feature = "workload")]
    /// The most courses that can run when each needs a pair of tutors: who teaches what, which side is short by how much, why no more can
    /// run, and what one more released day buys.
    "workload.courses" => workload::courses::courses: workload::courses::CoursesRequest => workload::courses::CoursesAnswer;
    #[cfg(feature = "workload")]
    /// Targets in whole people against a baseline, comparisons by rates, and aims that nothing would show to be reached.
    "workload.targets" => workload::courses::targets: workload::courses::TargetsRequest => workload::courses::TargetsAnswer;
    #[cfg(feature = "workload")]
    /// A piece of work done together, in owned sections or mixed: hours with coordination, what each person has, what stays unfilled, what a drop-out
    /// would mean, and who has more or less in which way.
    "workload.compare" => workload::compare: workload::WaysRequest => workload::WaysAnswer;
    #[cfg(feature = "workload")]
    /// What each single absence would do to a split: which needs it leaves unfilled, which deadlines it breaks, who could take over, and how many
    /// days there are to spare.
    "workload.resilience" => workload::resilience: workload::ResilienceRequest => workload::ResilienceAnswer;
    #[cfg(feature = "workload")]
    /// Hours against what was agreed, a frontier of hand-overs, or a rota: as a picture (SVG), in sentences and as a table.
    "workload.picture" => workload::picture: workload::WorkPictureRequest => picture::Picture;
    #[cfg(feature = "workload")]
    /// What each organisation or person gets of a revenue or surplus, or pays of a cost: equal, by weight, hours or claims, by the Shapley value or the
    /// nucleolus; several rules side by side, in pence that sum exactly, each share with its reason; and whether a group would do better alone.
    "workload.share" => workload::share::share: workload::share::ShareRequest => workload::share::ShareAnswer;
    #[cfg(feature = "workload")]
    /// A panel from volunteers under quotas: the fairest chances there are, exact and with a certificate, people in no panel, a draw that
    /// anybody can repeat; or the smallest changes of quotas that no panel keeps.
    "workload.select" => workload::select::select: workload::select::SelectRequest => workload::select::SelectAnswer;
    #[cfg(feature = "workload")]
    /// Checks a selection by code that shares nothing with what makes it: people, panels, chances, what is proved, and the draw.
    "workload.select_check" => workload::select::select_check: workload::select::SelectCheckRequest => workload::select::SelectCheckAnswer;
    #[cfg(feature = "workload")]
    /// Replacements for those who drop out of a panel, drawn again among those who remain.
    "workload.select_replace" => workload::select::select_replace: workload::select::ReplaceRequest => workload::select::ReplaceAnswer;
    #[cfg(feature = "review")]
    /// One project through all areas: who can decide and block, which levels the evidence supports, who does what, what each person is
    /// offered, and what to put right.
    "review" => review::review: review::ReviewRequest => review::ReviewAnswer;
    #[cfg(feature = "review")]
    /// The same as a report to read: plain text, Markdown, or one HTML page with charts.
    "review.report" => review::report: review::ReportRequest => review::ReportAnswer;
    #[cfg(feature = "review")]
    /// The built-in project, as an example of a project file.
    "review.example" => review::example: review::ExampleRequest => review::ExampleAnswer;
    #[cfg(feature = "review")]
    /// The questions that a group does well to ask itself before it starts.
    "review.questions" => review::questions: review::QuestionsRequest => review::QuestionsAnswer;
}

/// Answers a JSON request to the endpoint `name` with JSON.
///
/// # Errors
/// An [`ErrorReport`] that says what was wrong, where and what to do about it; nothing is half done.
pub fn call(name: &str, request: &str) -> Result<String, ErrorReport> {
    // The core does not panic; should it all the same, the caller gets an error and not an abort.
    std::panic::catch_unwind(|| answer(name, request))
        .unwrap_or_else(|_| Err(ErrorReport::internal("a calculation stopped half-way")))
}

fn write(answer: &impl serde::Serialize) -> Result<String, ErrorReport> {
    to_json(answer).map_err(ErrorReport::internal)
}

/// The error as JSON text: `{"code", "message", "path", "help"}`.
#[must_use]
pub fn error_text(report: &ErrorReport) -> String {
    to_json(report).unwrap_or_default()
}

fn unknown(name: &str) -> ErrorReport {
    let short: String = name.chars().take(40).collect();
    ErrorReport::new(
        ErrorCode::UnknownEndpoint,
        &Pointer::root(),
        format!("there is no endpoint \"{short}\""),
        format!("use one of: {}", NAMES.join(", ")),
    )
}

// Generated from the schemas of the core: change those and run `coprod-wasm/build --generate`.
import type { AbsencesAnswer, AbsencesRequest, AlternativesAnswer, AlternativesRequest, BallotsReadAnswer, BallotsReadRequest, BallotsWriteAnswer, BallotsWriteRequest, BreakEvenAnswer, BreakEvenRequest, BudgetAnswer, BudgetRequest, CalendarAnswer, CalendarRequest, CardsAnswer, CardsRequest, CompareAnswer, ComparePictureRequest, CompareRequest, CoursesAnswer, CoursesRequest, CurveAnswer, CurveRequest, DecideAnswer, DecideRequest, DecisionRecord, DesignAnswer, DesignRequest, ExampleAnswer, ExampleRequest, ExplainAnswer, ExplainRequest, FrameworksAnswer, FrameworksRequest, LetterAnswer, LevelAnswer, LevelRequest, MeasureAnswer, MeasureRequest, MinimalCoalitionsAnswer, MinimalCoalitionsRequest, OptionsAnswer, OptionsRequest, ParametersAnswer, ParametersRequest, ParityAnswer, ParityRequest, Picture, PlanAnswer, PlanRequest, PopoloReadAnswer, PopoloReadRequest, PopoloWriteAnswer, PopoloWriteRequest, PowerPictureRequest, QuestionsAnswer, QuestionsRequest, QuoteAnswer, QuoteRequest, RecordCheckAnswer, RecordCheckRequest, RecordRequest, ReplaceAnswer, ReplaceRequest, ReplanAnswer, ReplanRequest, ReportAnswer, ReportRequest, ResilienceAnswer, ResilienceRequest, ReviewAnswer, ReviewRequest, SampleAnswer, SampleRequest, SelectAnswer, SelectCheckAnswer, SelectCheckRequest, SelectRequest, SensitivityAnswer, SensitivityRequest, ShareAnswer, ShareRequest, SplitAnswer, SplitRequest, StaleFactsAnswer, StaleFactsRequest, TakeHomeAnswer, TakeHomeRequest, TallyAnswer, TallyRequest, TargetsAnswer, TargetsRequest, TokenismAnswer, TokenismCheckAnswer, TokenismCheckRequest, TokenismRequest, VerifyAnswer, VerifyRequest, WaysAnswer, WaysRequest, WorkPictureRequest } from './types.js';

/** The endpoints of the area `payment`. Each throws `CoprodError`. */
export const payment: {
  /**
   * What an engagement is paid, line by line, what that is by the hour with preparation and travelling, and whether it reaches the
   * wage floors.
   */
  quote(request: QuoteRequest): QuoteAnswer;
  /**
   * What somebody keeps of their payments, in the period and in the end: tax, National Insurance, each benefit, step by step, with
   * what to tell whom; a range where something is not known, with the question that narrows it most. An estimate, not advice.
   */
  takeHome(request: TakeHomeRequest): TakeHomeAnswer;
  /** What somebody keeps of a payment as a function of its fee, exact to the penny: every kink and cliff with the rules behind it. */
  curve(request: CurveRequest): CurveAnswer;
  /** The least fee of which so much is kept in the end, or that no fee does and why. */
  breakEven(request: BreakEvenRequest): BreakEvenAnswer;
  /**
   * An offer's options side by side: all, in part, declined, on other days, for other hours, expenses only, as a voucher. The order is as
   * asked for, and none is recommended.
   */
  options(request: OptionsRequest): OptionsAnswer;
  /** What is kept if work on several days is paid at once, or in payments that follow the work: what follows from each, and no advice. */
  plan(request: PlanRequest): PlanAnswer;
  /** The facts about payments for each office, as a journal note or a letter, filled from the working; what is not known is left open. */
  letter(request: TakeHomeRequest): LetterAnswer;
  /** The published rate cards, with the standing and source of every rate. */
  cards(request?: CardsRequest): CardsAnswer;
  /** The legal and policy figures with their sources and the time for which each is known. */
  parameters(request?: ParametersRequest): ParametersAnswer;
  /** How long each legal or policy figure is known: what goes stale when, what is past, and what was never confirmed. */
  staleFacts(request: StaleFactsRequest): StaleFactsAnswer;
  /** Whether users and staff are paid alike for like work, by the hour, gross and kept, with preparation and unpaid hours counted. */
  parity(request: ParityRequest): ParityAnswer;
  /** What involvement in a project costs, section by section, with an employer's costs; as a table with commas too. */
  budget(request: BudgetRequest): BudgetAnswer;
};

/** The endpoints of the area `participation`. Each throws `CoprodError`. */
export const participation: {
  /** The scale of participation, published frameworks and what each calls a level, and the statements that evidence is given for. */
  frameworks(request?: FrameworksRequest): FrameworksAnswer;
  /**
   * Which level of participation the rules and the evidence support, decision by decision and stage by stage: a range from P0
   * (excluded) to P6 (lived-led) with its reasons, the question that would narrow it most, and the definitions of co-production
   * that it supports or contradicts. Unusual rules for large groups, such as a quorum of weighted votes, may be refused with
   * `too_much_work` before the work is done.
   */
  level(request: LevelRequest): LevelAnswer;
};

/** The endpoints of the area `power`. Each throws `CoprodError`. */
export const power: {
  /** What a rule says: in plain English, and with every shorthand written out. */
  explain(request: ExplainRequest): ExplainAnswer;
  /** Whether a vote passed, why, who stands in the way, and the fewest changed votes that would turn it. */
  decide(request: DecideRequest): DecideAnswer;
  /**
   * Each member's and each constituency's power under a rule, exact: indices, vetoes, dummies, and what each constituency can decide
   * and block; indices for members who vote together; power when people come as often as stated. For up to 1000 members, as far as their rule allows: any rule for 27 voters.
   */
  measure(request: MeasureRequest): MeasureAnswer;
  /**
   * What becomes of a group when so many members cannot come: every way in which that can happen, with how often anything passes then,
   * what each vote weighs, and what each constituency can still decide and block.
   */
  absences(request: AbsencesRequest): AbsencesAnswer;
  /**
   * Each member's and each constituency's power estimated from random coalitions and orders, with an error for a stated confidence: for
   * rules and groups that cannot be counted exactly.
   */
  sample(request: SampleRequest): SampleAnswer;
  /**
   * The smallest coalitions that can pass a decision and the largest that cannot: as patterns over members who are alike, one by one
   * up to a limit, and counted exactly beyond it.
   */
  minimalCoalitions(request: MinimalCoalitionsRequest): MinimalCoalitionsAnswer;
  /**
   * Rules side by side for one group: each member's and each constituency's power, the chance to pass and the risk of deadlock under
   * each, and what changes against the first: who gains and who loses, exactly and in words.
   */
  compare(request: CompareRequest): CompareAnswer;
  /** Seats against power under a rule, by constituency and by member, as a picture (SVG), in sentences and as a table. */
  picture(request: PowerPictureRequest): Picture;
  /** Seats against power under several rules for one group, a panel each on one scale: as a picture (SVG), in sentences and as a table. */
  comparePicture(request: ComparePictureRequest): Picture;
  /**
   * What one member more or fewer, the next bar that changes anything, or a vote more or less of weight would change under a rule, and how
   * far each bar can move before anything changes.
   */
  sensitivity(request: SensitivityRequest): SensitivityAnswer;
  /**
   * A rule whose shares of power come as near as possible to those asked for, for members or constituencies: by weights and a bar, by the
   * bar alone, or by bars for constituencies and overall; with the gap that is left, and whether a better one exists.
   */
  design(request: DesignRequest): DesignAnswer;
  /** A decision to be stored: the whole question, how it ended and why, what members want to have on record, and a checksum. */
  record(request: RecordRequest): DecisionRecord;
  /** Whether a stored decision still agrees: decides again, and says what does not agree and where; finds a record that was changed. */
  recordCheck(request: RecordCheckRequest): RecordCheckAnswer;
  /** A vote in the form of Popolo, read into what `power.decide` takes, with all that could not be taken over. */
  popoloRead(request: PopoloReadRequest): PopoloReadAnswer;
  /** A decision written in the form of Popolo: a motion with its vote event. */
  popoloWrite(request?: PopoloWriteRequest): PopoloWriteAnswer;
  /**
   * Whose votes can never matter under a rule, each with a certificate that others can check; members without whom nothing passes,
   * declared or not; and each side's seats against its power. What would take too long is left out and named.
   */
  tokenism(request: TokenismRequest): TokenismAnswer;
  /**
   * Checks a certificate that votes can never matter, by code that shares nothing with what finds it: whether it holds, and at which
   * step it does not.
   */
  tokenismCheck(request: TokenismCheckRequest): TokenismCheckAnswer;
  /**
   * Which options a group chooses by its ballots, by one of fourteen methods, round by round: every possible outcome where votes tie,
   * and whether the constituencies want different things.
   */
  tally(request: TallyRequest): TallyAnswer;
  /** A file of ballots in the form of PrefLib, ABIF or BLT, read into what `power.tally` takes. */
  ballotsRead(request: BallotsReadRequest): BallotsReadAnswer;
  /** Ballots written as a file in the form of PrefLib, ABIF or BLT. */
  ballotsWrite(request: BallotsWriteRequest): BallotsWriteAnswer;
};

/** The endpoints of the area `workload`. Each throws `CoprodError`. */
export const workload: {
  /** Who does what: as many places filled as possible, then the fairest split for what each person has agreed to give. */
  split(request: SplitRequest): SplitAnswer;
  /** Who could have a task instead, ranked by how fair it would be then, and what a change by hand would do to whom. */
  alternatives(request: AlternativesRequest): AlternativesAnswer;
  /**
   * Checks a split, its own or another's, by code that shares nothing with the search: what each person has, whether it keeps all limits,
   * and which guarantees hold.
   */
  verify(request: VerifyRequest): VerifyAnswer;
  /**
   * Who goes on with what when somebody leaves or returns, a task grows or a session is missed, for 0, 1, 2 and more voluntary hand-overs
   * between those who stay.
   */
  replan(request: ReplanRequest): ReplanAnswer;
  /**
   * Who has what and when as calendars (iCalendar), for the group and for each person, with what they no longer have cancelled; and the rota as
   * a table with commas.
   */
  calendar(request: CalendarRequest): CalendarAnswer;
  /**
   * The most courses that can run when each needs a pair of tutors: who teaches what, which side is short by how much, why no more can
   * run, and what one more released day buys.
   */
  courses(request: CoursesRequest): CoursesAnswer;
  /** Targets in whole people against a baseline, comparisons by rates, and aims that nothing would show to be reached. */
  targets(request?: TargetsRequest): TargetsAnswer;
  /**
   * A piece of work done together, in owned sections or mixed: hours with coordination, what each person has, what stays unfilled, what a drop-out
   * would mean, and who has more or less in which way.
   */
  compare(request: WaysRequest): WaysAnswer;
  /**
   * What each single absence would do to a split: which needs it leaves unfilled, which deadlines it breaks, who could take over, and how many
   * days there are to spare.
   */
  resilience(request: ResilienceRequest): ResilienceAnswer;
  /** Hours against what was agreed, a frontier of hand-overs, or a rota: as a picture (SVG), in sentences and as a table. */
  picture(request: WorkPictureRequest): Picture;
  /**
   * What each organisation or person gets of a revenue or surplus, or pays of a cost: equal, by weight, hours or claims, by the Shapley value or the
   * nucleolus; several rules side by side, in pence that sum exactly, each share with its reason; and whether a group would do better alone.
   */
  share(request: ShareRequest): ShareAnswer;
  /**
   * A panel from volunteers under quotas: the fairest chances there are, exact and with a certificate, people in no panel, a draw that
   * anybody can repeat; or the smallest changes of quotas that no panel keeps.
   */
  select(request: SelectRequest): SelectAnswer;
  /** Checks a selection by code that shares nothing with what makes it: people, panels, chances, what is proved, and the draw. */
  selectCheck(request: SelectCheckRequest): SelectCheckAnswer;
  /** Replacements for those who drop out of a panel, drawn again among those who remain. */
  selectReplace(request: ReplaceRequest): ReplaceAnswer;
};

/** The endpoints of the area `review`. Each throws `CoprodError`. */
export const review: {
  /**
   * One project through all areas: who can decide and block, which levels the evidence supports, who does what, what each person is
   * offered, and what to put right.
   */
  (request: ReviewRequest): ReviewAnswer;
  /** The same as a report to read: plain text, Markdown, or one HTML page with charts. */
  report(request: ReportRequest): ReportAnswer;
  /** The built-in project, as an example of a project file. */
  example(request?: ExampleRequest): ExampleAnswer;
  /** The questions that a group does well to ask itself before it starts. */
  questions(request?: QuestionsRequest): QuestionsAnswer;
};

/** The names of all endpoints. */
export const endpoints: readonly [
  'payment.quote',
  'payment.take_home',
  'payment.curve',
  'payment.break_even',
  'payment.options',
  'payment.plan',
  'payment.letter',
  'payment.cards',
  'payment.parameters',
  'payment.stale_facts',
  'payment.parity',
  'payment.budget',
  'participation.frameworks',
  'participation.level',
  'power.explain',
  'power.decide',
  'power.measure',
  'power.absences',
  'power.sample',
  'power.minimal_coalitions',
  'power.compare',
  'power.picture',
  'power.compare_picture',
  'power.sensitivity',
  'power.design',
  'power.record',
  'power.record_check',
  'power.popolo_read',
  'power.popolo_write',
  'power.tokenism',
  'power.tokenism_check',
  'power.tally',
  'power.ballots_read',
  'power.ballots_write',
  'workload.split',
  'workload.alternatives',
  'workload.verify',
  'workload.replan',
  'workload.calendar',
  'workload.courses',
  'workload.targets',
  'workload.compare',
  'workload.resilience',
  'workload.picture',
  'workload.share',
  'workload.select',
  'workload.select_check',
  'workload.select_replace',
  'review',
  'review.report',
  'review.example',
  'review.questions',
];

// Generated from the schemas of the core: change those and run `coprod-wasm/build --generate`.
import type { CardsAnswer, CardsRequest, DecideAnswer, DecideRequest, ExampleAnswer, ExampleRequest, ExplainAnswer, ExplainRequest, FrameworksAnswer, FrameworksRequest, LevelAnswer, LevelRequest, MeasureAnswer, MeasureRequest, ParametersAnswer, ParametersRequest, QuestionsAnswer, QuestionsRequest, QuoteAnswer, QuoteRequest, ReplanAnswer, ReplanRequest, ReportAnswer, ReportRequest, ReviewAnswer, ReviewRequest, SplitAnswer, SplitRequest } from './types.js';

/** The endpoints of the area `payment`. Each throws `CoprodError`. */
export const payment: {
  /**
   * What an engagement is paid, line by line, what that is by the hour with preparation and travelling, and whether it reaches the
   * wage floors.
   */
  quote(request: QuoteRequest): QuoteAnswer;
  /** The published rate cards, with the standing and source of every rate. */
  cards(request?: CardsRequest): CardsAnswer;
  /** The legal and policy figures with their sources and the time for which each is known. */
  parameters(request?: ParametersRequest): ParametersAnswer;
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
   * and block. For up to 27 members who have a vote.
   */
  measure(request: MeasureRequest): MeasureAnswer;
};

/** The endpoints of the area `workload`. Each throws `CoprodError`. */
export const workload: {
  /** Who does what: as many places filled as possible, then the fairest split for what each person has agreed to give. */
  split(request: SplitRequest): SplitAnswer;
  /** Who takes over the tasks of somebody who leaves, for 0, 1, 2 and more voluntary hand-overs between those who stay. */
  replan(request: ReplanRequest): ReplanAnswer;
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
  'payment.cards',
  'payment.parameters',
  'participation.frameworks',
  'participation.level',
  'power.explain',
  'power.decide',
  'power.measure',
  'workload.split',
  'workload.replan',
  'review',
  'review.report',
  'review.example',
  'review.questions',
];

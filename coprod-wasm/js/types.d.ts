// Generated from the schemas of the core: change those and run `coprod-wasm/build --generate`.

/** What goes into each endpoint and comes out of it. */
export interface Endpoints {
  'payment.quote': { request: QuoteRequest; answer: QuoteAnswer };
  'payment.take_home': { request: TakeHomeRequest; answer: TakeHomeAnswer };
  'payment.curve': { request: CurveRequest; answer: CurveAnswer };
  'payment.break_even': { request: BreakEvenRequest; answer: BreakEvenAnswer };
  'payment.options': { request: OptionsRequest; answer: OptionsAnswer };
  'payment.plan': { request: PlanRequest; answer: PlanAnswer };
  'payment.letter': { request: TakeHomeRequest; answer: LetterAnswer };
  'payment.cards': { request: CardsRequest; answer: CardsAnswer };
  'payment.parameters': { request: ParametersRequest; answer: ParametersAnswer };
  'payment.stale_facts': { request: StaleFactsRequest; answer: StaleFactsAnswer };
  'payment.parity': { request: ParityRequest; answer: ParityAnswer };
  'payment.budget': { request: BudgetRequest; answer: BudgetAnswer };
  'participation.frameworks': { request: FrameworksRequest; answer: FrameworksAnswer };
  'participation.level': { request: LevelRequest; answer: LevelAnswer };
  'power.explain': { request: ExplainRequest; answer: ExplainAnswer };
  'power.decide': { request: DecideRequest; answer: DecideAnswer };
  'power.measure': { request: MeasureRequest; answer: MeasureAnswer };
  'power.absences': { request: AbsencesRequest; answer: AbsencesAnswer };
  'power.sample': { request: SampleRequest; answer: SampleAnswer };
  'power.minimal_coalitions': { request: MinimalCoalitionsRequest; answer: MinimalCoalitionsAnswer };
  'power.compare': { request: CompareRequest; answer: CompareAnswer };
  'power.picture': { request: PowerPictureRequest; answer: Picture };
  'power.compare_picture': { request: ComparePictureRequest; answer: Picture };
  'power.sensitivity': { request: SensitivityRequest; answer: SensitivityAnswer };
  'power.design': { request: DesignRequest; answer: DesignAnswer };
  'power.record': { request: RecordRequest; answer: DecisionRecord };
  'power.record_check': { request: RecordCheckRequest; answer: RecordCheckAnswer };
  'power.popolo_read': { request: PopoloReadRequest; answer: PopoloReadAnswer };
  'power.popolo_write': { request: PopoloWriteRequest; answer: PopoloWriteAnswer };
  'power.tokenism': { request: TokenismRequest; answer: TokenismAnswer };
  'power.tokenism_check': { request: TokenismCheckRequest; answer: TokenismCheckAnswer };
  'power.tally': { request: TallyRequest; answer: TallyAnswer };
  'power.ballots_read': { request: BallotsReadRequest; answer: BallotsReadAnswer };
  'power.ballots_write': { request: BallotsWriteRequest; answer: BallotsWriteAnswer };
  'workload.split': { request: SplitRequest; answer: SplitAnswer };
  'workload.alternatives': { request: AlternativesRequest; answer: AlternativesAnswer };
  'workload.verify': { request: VerifyRequest; answer: VerifyAnswer };
  'workload.replan': { request: ReplanRequest; answer: ReplanAnswer };
  'workload.calendar': { request: CalendarRequest; answer: CalendarAnswer };
  'workload.courses': { request: CoursesRequest; answer: CoursesAnswer };
  'workload.targets': { request: TargetsRequest; answer: TargetsAnswer };
  'workload.compare': { request: WaysRequest; answer: WaysAnswer };
  'workload.resilience': { request: ResilienceRequest; answer: ResilienceAnswer };
  'workload.picture': { request: WorkPictureRequest; answer: Picture };
  'workload.share': { request: ShareRequest; answer: ShareAnswer };
  'workload.select': { request: SelectRequest; answer: SelectAnswer };
  'workload.select_check': { request: SelectCheckRequest; answer: SelectCheckAnswer };
  'workload.select_replace': { request: ReplaceRequest; answer: ReplaceAnswer };
  'review': { request: ReviewRequest; answer: ReviewAnswer };
  'review.report': { request: ReportRequest; answer: ReportAnswer };
  'review.example': { request: ExampleRequest; answer: ExampleAnswer };
  'review.questions': { request: QuestionsRequest; answer: QuestionsAnswer };
}

/** A piece of work, and what it is paid by: exactly one of `card`, `card_id`, the engagement's own `card_id` and its `fee`. */
export interface QuoteRequest {
  /** The organisation's own rate card. */
  readonly card?: RateCard | null;
  /** The id of a published rate card, as `payment.cards` lists them. */
  readonly card_id?: Id | null;
  /** The work. */
  readonly engagement: Engagement;
  /** Whether the latest known rates are taken to hold on for dates beyond the time for which they are known. */
  readonly assume_latest?: boolean;
}

/**
 * An organisation's own rate card: what it pays for which activity, from when, and who has agreed it. Give either `activities`, for a
 * card that has had one set of rates, or `versions`, for rates that change from a date on.
 */
export interface RateCard {
  /** The short name by which an engagement refers to it; not that of a published card. */
  readonly id: Id;
  /** The name for people to read. */
  readonly name?: string | null;
  /** Whether it is agreed; taken as agreed, if not stated. Every quote by a draft says so. */
  readonly status?: CardStatus | null;
  /**
   * Where it is written down, such as "payment policy, version 3, of 4 March 2026": every line of a quote repeats it. At most 300
   * letters.
   */
  readonly source?: string | null;
  /** The first day on which it holds; always, if not stated. */
  readonly from?: Day | null;
  /** The last day on which it holds; until further notice, if not stated. */
  readonly until?: Day | null;
  /** What it pays for, by the name that an engagement's `activity` gives; from 1 to 200. */
  readonly activities?: Readonly<Record<string, CardActivity>>;
  /** In place of `activities`: the rates from each of several days on, oldest first; at most 50. A version holds until the next. */
  readonly versions?: readonly CardVersion[];
}

/** A short name: 1 to 64 characters without white space or control characters. */
export type Id = string;

/**
 * Whether a card is agreed.
 *
 * - `agreed`: Those who may decide it have agreed it.
 * - `draft`: It is proposed: a quote by it is a trial.
 */
export type CardStatus =
  | "agreed"
  | "draft";

/** A calendar date from 1900 to 2199, as text: "2026-06-15". */
export type Day = string;

/** What a card pays for one activity. */
export interface CardActivity {
  /** The name for people to read. */
  readonly name?: string | null;
  /** How the activity itself is paid. */
  readonly rate: CardRate;
  /** How preparing for it is paid; not on top, if not stated. */
  readonly preparation?: PreparationPay | null;
  /** How reading for it is paid; as preparation and together with it, if not stated. */
  readonly reading?: PreparationPay | null;
  /** What an hour of travelling is paid; nothing, if neither this nor `travel` is stated. */
  readonly travel_per_hour?: Money | null;
  /** How travelling is paid, where more than the rate has to be said; in place of `travel_per_hour`. */
  readonly travel?: CardTime | null;
  /** The least that is paid for one engagement, with preparation, reading and travelling. Not for work that was called off. */
  readonly minimum_fee?: Money | null;
  /** What is paid for work that was called off. */
  readonly cancellation?: CardCancellation | null;
}

/** How an activity is paid. */
export type CardRate =
  | {
      readonly hourly: CardHourly;
    }
  | {
      readonly session: Money;
    }
  | {
      readonly by_length: readonly CardTier[];
    };

/** Pay by the hour. */
export interface CardHourly {
  /** Pounds for an hour. */
  readonly rate: Money;
  /** The least number of hours that is paid. */
  readonly minimum_hours?: Hours | null;
  /** How part hours are paid; exactly, if not stated. */
  readonly part_hours?: PartHours | null;
}

/** Pounds sterling with exactly two decimals, as text: "150.00". */
export type Money = string;

/** Hours, exact to the second: text such as "7.5" or "1/3", or a whole number. Between 0 and 1000000. */
export type Hours = string | number;

/**
 * How part hours are paid.
 *
 * - `exact`: As they are.
 * - `quarter_hour`: Up to the next quarter of an hour.
 * - `half_hour`: Up to the next half hour.
 * - `full_hour`: Up to the next full hour.
 */
export type PartHours =
  | "exact"
  | "quarter_hour"
  | "half_hour"
  | "full_hour";

/** One step of a rate by length: for sessions `below` so many hours, or `up_to` and with so many; the last step may have neither. */
export interface CardTier {
  /** For sessions shorter than this. */
  readonly below?: Hours | null;
  /** For sessions no longer than this. */
  readonly up_to?: Hours | null;
  /** What such a session is paid. */
  readonly amount: Money;
  /** The name of the step, such as "half a day". */
  readonly name?: string | null;
}

/** How preparing, or reading, is paid. */
export type PreparationPay =
  | {
      readonly hourly: Money;
    }
  | {
      readonly amount: Money;
    }
  | {
      readonly timed: CardTime;
    };

/**
 * Pay for time beside the activity itself: preparing, reading or travelling. What is paid is what goes beyond `after`, rounded up by
 * `part_hours`, and no more than `most_hours`.
 */
export interface CardTime {
  /** Pounds for an hour. */
  readonly rate: Money;
  /** How part hours are paid; exactly, if not stated. */
  readonly part_hours?: PartHours | null;
  /** The time that is not paid, such as the first hour of a journey; none, if not stated. */
  readonly after?: Hours | null;
  /** The most hours that are paid; all, if not stated. */
  readonly most_hours?: Hours | null;
}

/** What is paid for work that was called off: the first step that the notice fits is paid, and nothing where none fits. */
export interface CardCancellation {
  /** Where the organisation calls it off; the shortest notice first, at most 200. */
  readonly by_organisation?: readonly CancellationStep[];
  /** Where the person does; the shortest notice first, at most 200. */
  readonly by_person?: readonly CancellationStep[];
}

/**
 * One step of what is paid for work that was called off. With one of `less_than_days` and `less_than_hours`; the last step may have
 * neither and then fits any notice.
 */
export interface CancellationStep {
  /** For notice of fewer days than this; a day is 24 hours. */
  readonly less_than_days?: number | null;
  /** For notice of fewer hours than this. */
  readonly less_than_hours?: Hours | null;
  /** The share of the fee that is paid, from 0 to 1. Preparing, reading and travelling already done are paid in full. */
  readonly share: Ratio;
}

/** An exact number: text such as "2/3", "0.8" or "7.5", or a whole number up to 2^53. Written as "2/3" or "7". */
export type Ratio = string | number;

/** The rates of a card from a day on. */
export interface CardVersion {
  /** The first day on which they hold. */
  readonly from: Day;
  /** Whether they are agreed; as the card, if not stated. */
  readonly status?: CardStatus | null;
  /** Where they are written down; as the card, if not stated. */
  readonly source?: string | null;
  /** What is paid for, whole: an activity that is left out is not paid for any more. From 1 to 200. */
  readonly activities: Readonly<Record<string, CardActivity>>;
}

/**
 * One piece of work on one day: what it is, how long it takes and what is offered for it. What is not stated is unknown, never
 * zero.
 */
export interface Engagement {
  /** A short name, to refer to it. */
  readonly id?: Id | null;
  /** Who does it. */
  readonly person?: Id | null;
  /** The day of the work. */
  readonly date: Day;
  /** What is done. With a rate card: one of its activities; it may be left out where the card has only one. */
  readonly activity?: string | null;
  /** Hours of the meeting or task itself, at most 24. */
  readonly hours?: Hours | null;
  /** Hours of preparing for it, reading included unless `reading_hours` states it apart. With all other hours at most 168, a week. */
  readonly preparation_hours?: Hours | null;
  /** Hours of reading for it, where they are stated apart. */
  readonly reading_hours?: Hours | null;
  /** Hours of travelling there and back. */
  readonly travel_hours?: Hours | null;
  /** The fee offered, before tax, where it does not come from a rate card: `"0.00"` for work that is not paid. */
  readonly fee?: Money | null;
  /** The rate card that it is paid by, where no `fee` is stated: the id of a published card, or of one of the organisation's own. */
  readonly card_id?: Id | null;
  /**
   * That the work was called off. `hours` are then those that were planned, and the hours of preparing, reading and travelling those
   * that were done.
   */
  readonly cancelled?: CalledOff | null;
  /** What the person is paid back, or what is paid for them; at most 100. */
  readonly expenses?: readonly Expense[];
  /** The person's age at the start of the pay period, in whole years up to 120. */
  readonly age?: number | null;
  /** Whether the work is done in London. */
  readonly london?: boolean | null;
  /**
   * The first day of the pay period, on which the minimum wage is looked up; the day of the work where it is not stated. At most
   * 31 days before the work.
   */
  readonly pay_period_start?: Day | null;
  /**
   * Miles by car or van already repaid to the person in this tax year, from 6 April: beyond 10,000 the rate is lower. None if not
   * stated.
   */
  readonly car_miles_this_year?: Ratio | null;
  /** How the work is arranged, as far as that is known: what employment status hangs on. */
  readonly arrangement?: WorkArrangement | null;
  /** Whether the person may work in the United Kingdom. Not asked if not stated. */
  readonly permission_to_work?: PermissionToWork | null;
}

/**
 * Work that was called off, and with how much notice. With one of `notice_days` and `notice_hours`, where the rate card decides what is
 * paid; or with `share`, where that was agreed.
 */
export interface CalledOff {
  /** Who called it off; the organisation, if not stated. */
  readonly by?: CalledOffBy | null;
  /** How many days before the work; a day is 24 hours. */
  readonly notice_days?: number | null;
  /** How many hours before the work. */
  readonly notice_hours?: Hours | null;
  /** The share of the fee that was agreed for this, from 0 to 1; the rate card's, if not stated. */
  readonly share?: Ratio | null;
}

/**
 * Who calls work off.
 *
 * - `organisation`: The organisation.
 * - `person`: The person who was to do it.
 */
export type CalledOffBy =
  | "organisation"
  | "person";

/**
 * Something that the person is paid back, or that the organisation pays for directly. With `amount`, or with `miles` for one's own
 * vehicle.
 */
export interface Expense {
  /** What it was for. */
  readonly kind: ExpenseKind;
  /** What it cost or, for a round sum, what is paid; not below zero. */
  readonly amount?: Money | null;
  /** Miles by one's own car, van, motorcycle or bicycle, up to 100,000. */
  readonly miles?: Ratio | null;
  /** What the organisation pays for a mile; the approved rate where it is not stated. */
  readonly per_mile?: Money | null;
  /** How many others travelled to the same work in the car or van. */
  readonly passengers?: number | null;
  /** Whether there is a receipt, or a record of the journey. */
  readonly receipted?: boolean | null;
  /** Whether the organisation books and pays it, so that the person never spends the money. */
  readonly paid_direct?: boolean;
  /** Whether it is a round sum that is paid whatever was spent, such as "10.00 for lunch". It can count as income. */
  readonly round_sum?: boolean;
}

/**
 * What an expense is for.
 *
 * - `car`: One's own car, by the mile.
 * - `van`: One's own van, by the mile: the same rates as a car, and miles by both are counted together.
 * - `motorcycle`: One's own motorcycle, by the mile.
 * - `bicycle`: One's own bicycle, by the mile.
 * - `train`: A train.
 * - `bus`: A bus, tram or underground train.
 * - `public_transport`: Public transport of any or several kinds.
 * - `taxi`: A taxi.
 * - `parking`: Parking.
 * - `childcare`: Care for a child.
 * - `replacement_care`: Care for an adult while the carer is away.
 * - `personal_assistant`: The person's own assistant or supporter.
 * - `interpreter`: An interpreter, a note-taker or another communicator.
 * - `access`: Other costs of access.
 * - `meal`: Food and drink.
 * - `accommodation`: A place to stay.
 * - `subsistence`: Food, drink and a place to stay, together.
 * - `phone_and_internet`: Telephone, mobile data and internet access.
 * - `equipment`: Equipment, such as a headset or the loan of a tablet.
 * - `materials`: Paper, printing, postage.
 * - `other`: Something else.
 */
export type ExpenseKind =
  | "car"
  | "van"
  | "motorcycle"
  | "bicycle"
  | "train"
  | "bus"
  | "public_transport"
  | "taxi"
  | "parking"
  | "childcare"
  | "replacement_care"
  | "personal_assistant"
  | "interpreter"
  | "access"
  | "meal"
  | "accommodation"
  | "subsistence"
  | "phone_and_internet"
  | "equipment"
  | "materials"
  | "other";

/** How the work is arranged, as far as that is known: what employment status hangs on. What is not stated, or `"unknown"`, is asked. */
export interface WorkArrangement {
  /** Whether the person must do the work personally and cannot send somebody else. */
  readonly personal_service?: boolean | "unknown" | null;
  /** Whether the organisation decides how the work is done. */
  readonly directed?: boolean | "unknown" | null;
  /** Whether the organisation sets the hours and the place. */
  readonly hours_set_by_organisation?: boolean | "unknown" | null;
  /** Whether the work comes again and again, and not once or now and then. */
  readonly regular?: boolean | "unknown" | null;
  /** Whether the organisation must offer work. */
  readonly must_be_offered?: boolean | "unknown" | null;
  /** Whether the person must take work that is offered. */
  readonly must_be_accepted?: boolean | "unknown" | null;
  /** Whether the person holds an office, such as a seat on a board, that would go on with somebody else in it. */
  readonly office_holder?: boolean | "unknown" | null;
  /** Whether the person offers such work as a business of their own, at their own risk. */
  readonly own_business?: boolean | "unknown" | null;
  /** Whether the fee was agreed before the work, so that the person can ask for it. */
  readonly fee_agreed_before?: boolean | "unknown" | null;
}

/**
 * Whether somebody may work in the United Kingdom.
 *
 * - `yes`: They may.
 * - `no`: They may not.
 * - `limited`: Only some work, or only so many hours, as with many visas.
 * - `unknown`: It has not been looked into.
 */
export type PermissionToWork =
  | "yes"
  | "no"
  | "limited"
  | "unknown";

/** What an engagement is paid, line by line, what that is by the hour, and whether it reaches the wage floors. */
export interface QuoteAnswer {
  /** The rate card that the fee comes from; absent where a fee was offered as such. */
  readonly card?: QuotedCard | null;
  /** What is paid. `cost` is the sum of all lines, `total` the sum of those paid to the person. */
  readonly lines: readonly QuoteLine[];
  /** The fee before tax; null where none may be offered before advice. */
  readonly fee?: Money | null;
  /** What the person is paid back. */
  readonly expenses: Money;
  /** How that counts. */
  readonly expenses_by_treatment: QuoteExpenses;
  /** What the organisation pays to others for the person. */
  readonly paid_direct: Money;
  /** What the person receives before tax: fee and expenses. */
  readonly total: Money;
  /** What it costs the organisation, before any contributions of an employer: total and paid direct. */
  readonly cost: Money;
  /**
   * The fee for each hour of work, preparation and reading included and travelling not; pay for travelling is left out. Absent where the
   * hours are not known.
   */
  readonly per_hour?: HourlyPay | null;
  /** The fee for each hour that the work takes out of the person's day, travelling included. */
  readonly per_hour_with_travel?: HourlyPay | null;
  /** The wage floors. By law the minimum binds for workers; whoever is not a worker can use it as a yardstick. */
  readonly floors: readonly WageFloor[];
  /**
   * That employment status has to be checked. Absent where no fee may be offered, and in the review of a project, which says it once
   * for all.
   */
  readonly status?: CheckStatus | null;
  /** What to beware of. */
  readonly warnings: readonly QuoteWarning[];
  /** What would have to be known to say more. */
  readonly questions: readonly QuoteQuestion[];
}

/** The card and activity that a fee comes from. */
export interface QuotedCard {
  /** The id of the card. */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** The activity. */
  readonly activity: string;
  /** Whether it is a published card, and not the organisation's own. */
  readonly published: boolean;
}

/** One amount of a quote. */
export interface QuoteLine {
  /** What it is part of. */
  readonly part: LinePart;
  /** What it is for, and how it was worked out. */
  readonly text: string;
  /** The amount. */
  readonly amount: Money;
  /** Where the amount comes from. */
  readonly basis: LineBasis;
  /** The rule by which it is paid or counts, in words. */
  readonly rule: string;
  /** Where that rule, or the amount, is written down. */
  readonly source?: RuleSource | null;
  /** The kind of expense; absent for a fee. */
  readonly kind?: ExpenseKind | null;
  /** How the expense counts; absent for a fee, which is always pay. */
  readonly treatment?: ExpenseTreatment | null;
  /** Up to what the expense can be free of tax, where there is a limit; what earlier round sums for meals have left of it. */
  readonly tax_free_limit?: Money | null;
  /** The part of the amount above that limit, which is taxable. */
  readonly above_limit?: Money | null;
  /** The figure that it rests on, with its standing and source, where it is a law or a published policy. */
  readonly fact?: UsedFact | null;
  /** The figures that only the limit rests on. */
  readonly limit_facts?: readonly UsedFact[];
}

/**
 * What an amount is part of.
 *
 * - `fee`: The fee for the activity.
 * - `preparation`: The fee for preparing.
 * - `reading`: The fee for reading, where it is paid apart from preparing.
 * - `travel`: The fee for time spent travelling.
 * - `minimum_fee`: What makes the fee up to the least that the rate card pays for one engagement.
 * - `expense`: An expense paid back.
 * - `mileage`: Miles paid back.
 * - `paid_direct`: Paid by the organisation to somebody else; not received by the person.
 */
export type LinePart =
  | "fee"
  | "preparation"
  | "reading"
  | "travel"
  | "minimum_fee"
  | "expense"
  | "mileage"
  | "paid_direct";

/**
 * Where an amount comes from.
 *
 * - `published`: A law or a published policy: see `fact`.
 * - `own_rate`: The organisation's own rate.
 * - `offer`: The fee that was offered.
 * - `claim`: What was claimed as spent.
 */
export type LineBasis =
  | "published"
  | "own_rate"
  | "offer"
  | "claim";

/** Where a rule or an amount is written down. */
export interface RuleSource {
  /** The law, policy or publication. */
  readonly title: string;
  /** Its address. */
  readonly reference?: string | null;
}

/**
 * How an expense counts.
 *
 * - `repaid`: What was spent is paid back: it is not income.
 * - `within_approved_rate`: Miles at no more than the approved rate: free of tax.
 * - `partly_taxable`: Miles above the approved rate: the part above it is taxable.
 * - `maybe_income`: It may count as income: nothing shows that it was spent, or it is paid whatever was spent.
 * - `not_received`: The person never receives the money.
 */
export type ExpenseTreatment =
  | "repaid"
  | "within_approved_rate"
  | "partly_taxable"
  | "maybe_income"
  | "not_received";

/** A figure that an answer rests on. */
export interface UsedFact {
  /** The id of the figure, as `payment.parameters` lists it. */
  readonly id: string;
  /** Its standing. */
  readonly status: FactStatus;
  /** How sure it is. */
  readonly confidence: FactConfidence;
  /** The first day on which it held. */
  readonly from: Day;
  /** The last day for which it is known. */
  readonly until: Day;
  /** Where it comes from. */
  readonly source: FactSource;
  /** What else there is to know. */
  readonly note?: string | null;
  /** Whether the date is beyond `until`, and the value was taken to hold on because the request asked for that. */
  readonly assumed_latest: boolean;
}

/**
 * The standing of a value.
 *
 * - `law`: It is law.
 * - `policy`: An organisation's policy, or a published recommendation.
 * - `announced`: Announced; the law or policy itself was not seen.
 * - `derived`: Worked out from other facts by a known rule.
 * - `unconfirmed`: No source that was seen says so: check it before relying on it.
 */
export type FactStatus =
  | "law"
  | "policy"
  | "announced"
  | "derived"
  | "unconfirmed";

/**
 * How sure a value is.
 *
 * - `high`: A source was seen.
 * - `medium`: Likely; parts were not checked.
 * - `low`: A guess between candidates.
 */
export type FactConfidence =
  | "high"
  | "medium"
  | "low";

/** Where a value comes from. */
export interface FactSource {
  /** The law, policy or publication. */
  readonly title: string;
  /** Its address. */
  readonly reference: string;
  /** When it was looked at. */
  readonly retrieved: Day;
  /** Where the value was read, if somewhere else. */
  readonly seen_in?: string | null;
}

/** How the expenses count. `tax_free`, `above_limit`, `unproved` and `round_sums` are together what the person is paid back. */
export interface QuoteExpenses {
  /** Paid back against receipts, and by the mile up to the approved rates: free of tax. */
  readonly tax_free: Money;
  /** The part of `tax_free` that is for care, which can be taxable if the person is an employee. */
  readonly for_care: Money;
  /** Paid by the mile above the approved rates: taxable. */
  readonly above_limit: Money;
  /** Paid back without a receipt: may count as income. */
  readonly unproved: Money;
  /** Round sums, paid whatever was spent: may count as income. */
  readonly round_sums: Money;
}

/** Pay by the hour. */
export interface HourlyPay {
  /** The hours counted. */
  readonly hours: Hours;
  /** Pounds for an hour, exactly. */
  readonly exact: Ratio;
  /** Pounds for an hour, to the nearest penny; for reading, not for comparing. */
  readonly rounded: Money;
}

/** One wage floor, and whether the pay reaches it. */
export interface WageFloor {
  /** Which floor. */
  readonly floor: FloorName;
  /** Its name on that date and for that age. */
  readonly name: string;
  /** Whether the pay reaches it. */
  readonly outcome: FloorOutcome;
  /** Why, in words. */
  readonly reason: string;
  /** The pay compared: pounds for an hour of work, preparation included, exactly and unrounded. */
  readonly per_hour?: Ratio | null;
  /** Pounds for an hour that the floor asks for. */
  readonly rate?: Money | null;
  /** The least fee that would reach the floor, where the pay does not. */
  readonly fee_needed?: Money | null;
  /** The standing and source of the rate. */
  readonly fact?: UsedFact | null;
}

/**
 * A wage floor.
 *
 * - `minimum_wage`: The National Minimum Wage, which from some age is called the National Living Wage.
 * - `real_living_wage_uk`: The voluntary rate of the Living Wage Foundation outside London.
 * - `real_living_wage_london`: The voluntary rate of the Living Wage Foundation in London.
 */
export type FloorName =
  | "minimum_wage"
  | "real_living_wage_uk"
  | "real_living_wage_london";

/**
 * Whether pay reaches a floor.
 *
 * - `passed`: It does.
 * - `failed`: It does not.
 * - `not_applicable`: The floor is not for this person or place.
 * - `unknown`: Something is not known: see `questions`.
 */
export type FloorOutcome =
  | "passed"
  | "failed"
  | "not_applicable"
  | "unknown";

/** That employment status has to be checked, and on what it hangs. It is never decided here. */
export interface CheckStatus {
  /** What has to be checked. */
  readonly statement: string;
  /** What hangs on it. */
  readonly why: string;
  /** The facts that matter, and what is known of them. */
  readonly facts: readonly StatusFact[];
  /** Where to check. */
  readonly where_to_check: readonly RuleSource[];
}

/** One fact on which employment status hangs. */
export interface StatusFact {
  /** The field of the engagement's `arrangement` that states it. */
  readonly field: string;
  /** The question. */
  readonly question: string;
  /** What is known. */
  readonly answer: StatusAnswer;
  /** How it matters; no single fact decides. */
  readonly matters: string;
}

/**
 * What is known of a fact.
 *
 * - `yes`: It is so.
 * - `no`: It is not so.
 * - `unknown`: It is not known.
 */
export type StatusAnswer =
  | "yes"
  | "no"
  | "unknown";

/** Something to beware of. */
export interface QuoteWarning {
  /** What kind it is. */
  readonly code: QuoteWarningCode;
  /** In words. */
  readonly text: string;
}

/**
 * The kinds of warning.
 *
 * - `do_not_pay_before_advice`: The person may not work, or only in part: no fee before advice.
 * - `permission_unknown`: Permission to work has not been looked into.
 * - `expense_left_out`: An expense was left out because nothing shows that it was spent.
 * - `unconfirmed_value`: No source that was seen confirms a figure.
 * - `announced_value`: A figure was announced, and its law not seen.
 * - `assumed_latest`: A figure is taken to hold on beyond the time for which it is known.
 * - `draft_card`: The rate card is a draft.
 * - `preparation_unpaid`: Preparation is not paid on top.
 * - `travel_brings_below_floor`: A floor is reached only while travelling is not counted.
 * - `no_receipt`: An expense without a receipt can count as income.
 * - `round_sum`: A round sum can count as income.
 * - `care_if_employed`: Repaid care can be taxable for an employee.
 * - `mileage_above_approved`: Miles are paid above the approved rate.
 * - `child`: The person is below the age at which the minimum wage starts.
 */
export type QuoteWarningCode =
  | "do_not_pay_before_advice"
  | "permission_unknown"
  | "expense_left_out"
  | "unconfirmed_value"
  | "announced_value"
  | "assumed_latest"
  | "draft_card"
  | "preparation_unpaid"
  | "travel_brings_below_floor"
  | "no_receipt"
  | "round_sum"
  | "care_if_employed"
  | "mileage_above_approved"
  | "child";

/** Something that would have to be known. */
export interface QuoteQuestion {
  /** The field of the engagement that answers it. */
  readonly field: string;
  /** The question. */
  readonly question: string;
}

/** A person and the payments to ask about. */
export interface TakeHomeRequest {
  /** Who is paid. */
  readonly person?: PaidPerson;
  /** What is paid, from 1 to 100 payments. */
  readonly payments: readonly Payment[];
  /** Whether the latest known figures are taken to hold on for dates beyond the time for which they are known. */
  readonly assume_latest?: boolean;
}

/**
 * A person who is offered a fee. A benefit that is absent is not received; any other fact that is absent is taken as `"unknown"`
 * where it matters, and the answer is then a range that names the question. Nobody is asked for more than their benefits need.
 */
export interface PaidPerson {
  /** Where the person lives: it decides the bands of income tax, the benefits and the law that is named. */
  readonly nation?: Nation | "unknown" | null;
  /** Age in whole years on the day of payment, up to 120. */
  readonly age?: number | "unknown" | null;
  /** Whether the person has reached State Pension age; worked out from `age` where that is certain. */
  readonly over_pension_age?: boolean | "unknown" | null;
  /** Whether the person may work in the United Kingdom. */
  readonly permission_to_work?: PermissionToWork | null;
  /** Wages, pensions and other fees, besides the payments asked about; none where it is absent. */
  readonly other_income?: OtherIncome | null;
  /** Universal Credit. */
  readonly universal_credit?: UniversalCredit | null;
  /** Carer's Allowance. */
  readonly carers_allowance?: CarerBenefit | null;
  /** Carer Support Payment, which takes the place of Carer's Allowance in Scotland. */
  readonly carer_support_payment?: CarerBenefit | null;
  /** Employment and Support Allowance. */
  readonly employment_and_support_allowance?: EmploymentSupport | null;
  /** Jobseeker's Allowance. */
  readonly jobseekers_allowance?: JobseekersAllowance | null;
  /** Income Support: historic, refused for work from April 2026 on. */
  readonly income_support?: boolean | null;
  /** Housing Benefit. */
  readonly housing_benefit?: HousingBenefit | null;
  /** Pension Credit. */
  readonly pension_credit?: PensionCredit | null;
  /** Whether the council reduces the person's council tax (in Northern Ireland: whether they get rate relief). */
  readonly council_tax_reduction?: boolean | null;
  /** Benefits for disability, whose amount does not depend on earnings. */
  readonly disability_benefits?: readonly DisabilityBenefit[];
  /** Help that comes with a benefit or a low income, which the person has now. */
  readonly passported_help?: readonly PassportedHelp[];
  /** Whether the person is in prison or otherwise detained. */
  readonly detained?: boolean | null;
  /** Whether a council charges the person for care, so that income can raise the charge. */
  readonly care_charges?: boolean | null;
  /** Whether the person is on sick leave from a job. */
  readonly sick_leave?: boolean | null;
}

/**
 * A nation of the United Kingdom.
 *
 * - `england`: England.
 * - `wales`: Wales.
 * - `scotland`: Scotland: its own bands of income tax, its own carer and disability benefits.
 * - `northern_ireland`: Northern Ireland: its own regulations.
 */
export type Nation =
  | "england"
  | "wales"
  | "scotland"
  | "northern_ireland";

/** Income besides the payments asked about, for the tax year (from 6 April) of each payment. What is absent is none. */
export interface OtherIncome {
  /** Wages of the whole tax year before tax, as now expected. */
  readonly wages?: Money | "unknown" | null;
  /** Whether those wages have ended, so that none are earned any more. */
  readonly wages_ended?: boolean | null;
  /**
   * Pensions and other taxable income of the tax year before tax. Carer's Allowance, Jobseeker's Allowance and new-style Employment
   * and Support Allowance that are stated as benefits are added by themselves.
   */
  readonly other_taxable?: Money | "unknown" | null;
  /** Other fees of the tax year that were paid gross: they use up the trading allowance first. */
  readonly other_gross_fees?: Money | "unknown" | null;
  /**
   * Profit of the tax year from a business of one's own, besides the fees. Whoever states it, `"0.00"` too, is self-employed, so that
   * fees paid gross are part of that profit and contributions can be due on them; whoever has no business leaves it out.
   */
  readonly self_employed_profit?: Money | "unknown" | null;
  /** Student loans that are being repaid. */
  readonly student_loans?: readonly StudentLoan[];
}

/**
 * The plan of a student loan.
 *
 * - `plan_1`: Plan 1.
 * - `plan_2`: Plan 2.
 * - `plan_4`: Plan 4, Scotland.
 * - `plan_5`: Plan 5.
 * - `postgraduate`: A postgraduate loan.
 */
export type StudentLoan =
  | "plan_1"
  | "plan_2"
  | "plan_4"
  | "plan_5"
  | "postgraduate";

/**
 * A Universal Credit award. Give `maximum_award` (the statement's "total before deductions") or the household (at least one of
 * `couple`, `partner_age`, `children` and `housing_costs`), from which it is worked out.
 */
export interface UniversalCredit {
  /** The day of the month on which an assessment period starts, from 1 to 31. */
  readonly first_day?: number | "unknown" | null;
  /** The award of a month before anything is taken off for income: standard allowance and all elements. */
  readonly maximum_award?: Money | "unknown" | null;
  /** Which work allowance the award has; worked out from the household where it is not stated. */
  readonly work_allowance?: WorkAllowance | "unknown" | null;
  /**
   * Net earnings of an assessment period without the payments asked about: the person's and, in a couple, the partner's unless
   * that is stated apart. Where it is absent, none; not known where wages go on.
   */
  readonly other_net_earnings?: Money | "unknown" | null;
  /** The partner's net earnings of an assessment period. */
  readonly partner_net_earnings?: Money | "unknown" | null;
  /**
   * Other income of a month that is taken off in full, such as a pension. Carer's Allowance and new-style benefits that are stated
   * as benefits are added by themselves. None where it is absent.
   */
  readonly unearned_income?: Money | "unknown" | null;
  /** Savings and other capital of the household. None that counts where it is absent. */
  readonly capital?: Money | "unknown" | null;
  /** Whether the benefit cap binds; where it is not stated, it is worked out where that is certain and asked where not. */
  readonly benefit_cap?: BenefitCap | "unknown" | null;
  /**
   * Other benefits of a month that count towards the benefit cap, such as Child Benefit; without Employment and Support Allowance and
   * Jobseeker's Allowance that are stated as benefits, which are added by themselves.
   */
  readonly other_capped_benefits?: Money | "unknown" | null;
  /** The minimum income floor of a month, where the person's statement shows one; none where it is absent. */
  readonly minimum_income_floor?: Money | "unknown" | null;
  /** Surplus earnings brought forward into the first assessment period; none where it is absent. */
  readonly surplus_brought_forward?: Money | "unknown" | null;
  /** The amount above which surplus earnings are carried forward, where the person knows it; else the one in the law, where known. */
  readonly surplus_threshold?: Money | "unknown" | null;
  /** Whether the claim is that of a couple. */
  readonly couple?: boolean | "unknown" | null;
  /** The partner's age. */
  readonly partner_age?: number | "unknown" | null;
  /**
   * Children or young people for whom the household is responsible, up to 20; none where it is absent and the award is worked out
   * from the household.
   */
  readonly children?: number | "unknown" | null;
  /** Child elements in the award, where they are fewer than the children. */
  readonly child_elements?: number | "unknown" | null;
  /** Whether the eldest child was born before 6 April 2017, which raises the first child element. */
  readonly eldest_born_before_2017?: boolean | "unknown" | null;
  /** Limited capability for work. */
  readonly work_capability?: WorkCapability | "unknown" | null;
  /** Whether the award has a carer element. */
  readonly carer_element?: boolean | "unknown" | null;
  /** The housing costs in the award of a month; none where it is absent. */
  readonly housing_costs?: Money | "unknown" | null;
  /** The childcare costs in the award of a month; none where it is absent. */
  readonly childcare_costs?: Money | "unknown" | null;
  /** The kind of tenancy. */
  readonly tenancy?: Tenancy | "unknown" | null;
}

/**
 * Which work allowance an award has.
 *
 * - `none`: None: no child, and no limited capability for work.
 * - `with_housing`: The lower one, of an award with housing costs or a household in temporary accommodation.
 * - `without_housing`: The higher one, of an award without housing costs.
 */
export type WorkAllowance =
  | "none"
  | "with_housing"
  | "without_housing";

/**
 * Whether the benefit cap binds an award.
 *
 * - `exempt`: It does not, for good: for instance because of a disability benefit, a carer element or limited capability.
 * - `grace_period`: It does not for now: the grace period after work.
 * - `single_outside_london`: The cap for a single person outside London.
 * - `single_london`: The cap for a single person in London.
 * - `couple_or_parent_outside_london`: The cap for couples and parents outside London.
 * - `couple_or_parent_london`: The cap for couples and parents in London.
 */
export type BenefitCap =
  | "exempt"
  | "grace_period"
  | "single_outside_london"
  | "single_london"
  | "couple_or_parent_outside_london"
  | "couple_or_parent_london";

/**
 * Limited capability for work.
 *
 * - `full`: Not limited.
 * - `limited`: Limited capability for work, without an element.
 * - `limited_with_element`: Limited capability for work with the element that closed to new claims in 2017.
 * - `limited_for_activity`: Limited capability for work-related activity, at the rate for those who had it before April 2026 or are protected.
 * - `limited_for_activity_new`: Limited capability for work-related activity, at the rate for new claims from April 2026.
 */
export type WorkCapability =
  | "full"
  | "limited"
  | "limited_with_element"
  | "limited_for_activity"
  | "limited_for_activity_new";

/**
 * The kind of tenancy.
 *
 * - `social`: From a council or housing association.
 * - `private`: From a private landlord.
 * - `temporary`: Temporary accommodation: housing costs are paid by Housing Benefit, and the lower work allowance holds.
 * - `exempt_supported`: Exempt supported accommodation: housing costs are paid by Housing Benefit, and the higher work allowance holds.
 * - `none`: The home is owned, or there are no housing costs.
 */
export type Tenancy =
  | "social"
  | "private"
  | "temporary"
  | "exempt_supported"
  | "none";

/** Carer's Allowance or Carer Support Payment. */
export interface CarerBenefit {
  /**
   * Net earnings of a week without the payments asked about, after tax, National Insurance, half of pension contributions and
   * allowable care costs. Where it is absent, none; not known where wages go on.
   */
  readonly other_net_weekly_earnings?: Money | "unknown" | null;
  /** How the earnings of the payments fall. */
  readonly pattern?: EarningsPattern | "unknown" | null;
  /**
   * What the person pays in a week for care of the cared-for person or of their children while they work; counted up to half of
   * the earnings.
   */
  readonly care_costs?: Money | "unknown" | null;
  /** Hours of care a week; at least 35 are needed. */
  readonly hours_of_care?: Hours | null;
}

/**
 * How earnings fall.
 *
 * - `weekly`: A payment for the week, as regular work is paid.
 * - `one_off`: One payment that is not for a period.
 * - `irregular`: Payments that vary, which may be averaged.
 */
export type EarningsPattern =
  | "weekly"
  | "one_off"
  | "irregular";

/** Employment and Support Allowance. */
export interface EmploymentSupport {
  /** New-style, or the legacy benefit. */
  readonly kind: EsaKind | "unknown";
  /** The group that the person is in. */
  readonly group?: EsaGroup | "unknown" | null;
  /** What is paid a week; worked out from the group where it is not stated. */
  readonly weekly_amount?: Money | "unknown" | null;
  /** Other net earnings of a week. Where it is absent, none; not known where wages go on. */
  readonly other_weekly_earnings?: Money | "unknown" | null;
  /** Other hours of work a week. None where it is absent. */
  readonly other_weekly_hours?: Hours | "unknown" | null;
  /** Whether the work is supervised by a body whose task that is, as part of treatment or support: then there is no limit of hours. */
  readonly supervised?: boolean | "unknown" | null;
}

/**
 * The kinds of Employment and Support Allowance.
 *
 * - `new_style`: New-style, by contributions.
 * - `legacy_contributory`: Legacy, by contributions.
 * - `legacy_income_related`: Legacy, by income.
 */
export type EsaKind =
  | "new_style"
  | "legacy_contributory"
  | "legacy_income_related";

/**
 * The groups of Employment and Support Allowance.
 *
 * - `assessment`: Before the assessment.
 * - `work_related_activity`: Work-related activity group.
 * - `support`: Support group.
 */
export type EsaGroup =
  | "assessment"
  | "work_related_activity"
  | "support";

/** Jobseeker's Allowance. */
export interface JobseekersAllowance {
  /** New-style, or the historic benefit by income. */
  readonly kind: JobseekersKind | "unknown";
  /** What is paid a week without earnings; worked out from the age where it is not stated. */
  readonly weekly_amount?: Money | "unknown" | null;
  /** Other net earnings of a week. Where it is absent, none; not known where wages go on. */
  readonly other_weekly_earnings?: Money | "unknown" | null;
  /** Other hours of work a week. None where it is absent. */
  readonly other_weekly_hours?: Hours | "unknown" | null;
}

/**
 * The kinds of Jobseeker's Allowance.
 *
 * - `new_style`: New-style, by contributions.
 * - `income_based`: By income: historic, refused for work from April 2026 on.
 */
export type JobseekersKind =
  | "new_style"
  | "income_based";

/** Housing Benefit. */
export interface HousingBenefit {
  /** What is paid a week now. */
  readonly weekly_amount: Money | "unknown";
  /**
   * Whether it is paid in full because of Universal Credit, income-related Employment and Support Allowance or the guarantee of
   * Pension Credit: then it falls only if that benefit ends.
   */
  readonly passported?: boolean | "unknown" | null;
  /** Whom the weekly disregard of earnings is for. */
  readonly household?: HousingBenefitHousehold | "unknown" | null;
  /** Whether the council has accepted the work as permitted work, so that earnings up to that limit are left out. */
  readonly permitted_work_accepted?: boolean | "unknown" | null;
  /** Other net earnings of a week. Where it is absent, none; not known where wages go on. */
  readonly other_weekly_earnings?: Money | "unknown" | null;
  /**
   * By how much a week's income, earnings left out, is below what the household needs to live on by law (a positive room means
   * that so much may be earned above the disregard before the benefit falls). None where it is absent.
   */
  readonly room?: Money | "unknown" | null;
}

/**
 * Whom the weekly disregard of earnings is for.
 *
 * - `single`: A single person.
 * - `couple`: A couple.
 * - `lone_parent`: A lone parent.
 * - `special`: Somebody with a disability, a carer, or in a special occupation.
 */
export type HousingBenefitHousehold =
  | "single"
  | "couple"
  | "lone_parent"
  | "special";

/** Pension Credit. */
export interface PensionCredit {
  /** What is paid a week now. */
  readonly weekly_amount: Money | "unknown";
  /** Whether it is that of a couple. */
  readonly couple?: boolean | "unknown" | null;
  /** Whether the higher disregard holds: a disability benefit, a carer, or a special occupation. */
  readonly higher_disregard?: boolean | "unknown" | null;
  /** Other net earnings of a week. Where it is absent, none; not known where wages go on. */
  readonly other_weekly_earnings?: Money | "unknown" | null;
}

/**
 * A benefit for disability.
 *
 * - `pip`: Personal Independence Payment.
 * - `dla`: Disability Living Allowance.
 * - `attendance_allowance`: Attendance Allowance.
 * - `adult_disability_payment`: Adult Disability Payment, in Scotland.
 * - `child_disability_payment`: Child Disability Payment, in Scotland.
 * - `pension_age_disability_payment`: Pension Age Disability Payment, in Scotland.
 * - `armed_forces_independence_payment`: Armed Forces Independence Payment.
 * - `industrial_injuries`: Industrial Injuries Disablement Benefit.
 */
export type DisabilityBenefit =
  | "pip"
  | "dla"
  | "attendance_allowance"
  | "adult_disability_payment"
  | "child_disability_payment"
  | "pension_age_disability_payment"
  | "armed_forces_independence_payment"
  | "industrial_injuries";

/**
 * Help that comes with a benefit or a low income.
 *
 * - `health_costs`: Free prescriptions and help with health costs on a low income.
 * - `free_school_meals`: Free school meals.
 * - `healthy_start`: Healthy Start, or Best Start Foods in Scotland.
 * - `legal_aid`: Legal aid.
 * - `social_tariff`: A social tariff for telephone, internet, water or energy.
 * - `warm_home`: Warm Home Discount or a cold weather payment.
 * - `other`: Other help.
 */
export type PassportedHelp =
  | "health_costs"
  | "free_school_meals"
  | "healthy_start"
  | "legal_aid"
  | "social_tariff"
  | "warm_home"
  | "other";

/** One payment: what is paid, how and when, and what for. */
export interface Payment {
  /** A short name, to refer to it. */
  readonly id?: Id | null;
  /** The fee before tax, from 0.00 up; what is declined is not part of it. */
  readonly fee: Money;
  /** How it is paid: what the rules take from it, and when, depends on it. */
  readonly how_paid?: HowPaid | "unknown" | null;
  /** The tax code that a payroll uses, such as `"1257L"`, `"BR"`, `"0T M1"` or `"S1257L"`. */
  readonly tax_code?: string | "unknown" | null;
  /** Whether the payer also employs the person, so that the wages of that job are on the same payroll. */
  readonly same_employer?: boolean | "unknown" | null;
  /** The payer: payments of one payer share the limits of National Insurance. Payments that name none are of one payer. */
  readonly employer?: Id | null;
  /** The payroll's period; a month where it is not stated. */
  readonly pay_period?: PayPeriod | null;
  /**
   * Other pay from the same payer in that pay period before tax, without the other payments of this request, which are counted by
   * themselves; where the payer also employs the person and nothing is stated, the period's part of the year's wages.
   */
  readonly other_pay_this_period?: Money | "unknown" | null;
  /**
   * Pay from the same payer in this tax year before this payment, without earlier payments of this request, which are counted by
   * themselves; where the payer also employs the person and nothing is stated, the part of the year's wages that has fallen due.
   */
  readonly pay_to_date?: Money | "unknown" | null;
  /** What the person pays into a pension from this fee before tax; none where it is absent. */
  readonly pension_contribution?: Money | null;
  /** The days of the work, at most 100. */
  readonly work_dates?: readonly Day[];
  /** The day on which the money arrives. */
  readonly paid_on: Day;
  /** The day on which the tax office receives the payroll's report; with a payroll the day of payment where it is not stated. */
  readonly reported_on?: Day | "unknown" | null;
  /** Hours of work in all, preparation not counted. */
  readonly hours?: Hours | "unknown" | null;
  /** Hours of preparing. */
  readonly preparation_hours?: Hours | null;
  /** Hours of travelling. */
  readonly travel_hours?: Hours | null;
  /** What kind of body consults the person. */
  readonly body?: Body | "unknown" | null;
  /** As what the person is consulted. */
  readonly consulted_as?: ConsultedAs | "unknown" | null;
  /** What was offered on top of the fee and declined, or asked to be given to a charity. */
  readonly declined?: Money | null;
  /** What the person is paid back, or what is paid for them; at most 100. */
  readonly expenses?: readonly Expense[];
  /**
   * Miles by car or van that the same payer has already repaid to the person in this tax year, from 6 April, before this payment:
   * beyond 10,000 the rate is lower. Where it is not stated, those of the earlier payments asked about together.
   */
  readonly car_miles_this_year?: Ratio | null;
}

/**
 * How a fee is paid.
 *
 * - `paye`: Through a payroll: tax and National Insurance are withheld, and the tax office is told.
 * - `gross`: In full, to somebody who sees to their tax themselves.
 * - `voucher`: As a voucher or gift card.
 */
export type HowPaid =
  | "paye"
  | "gross"
  | "voucher";

/**
 * The period of a payroll.
 *
 * - `week`: A week.
 * - `month`: A month.
 */
export type PayPeriod =
  | "week"
  | "month";

/**
 * The kind of body that consults.
 *
 * - `nhs`: A body of the health service.
 * - `council`: A council, or another body with a duty to provide social care.
 * - `social_housing`: A landlord of social housing, or a body with a duty to provide it.
 * - `research`: A university or another body that does research into such services or monitors them.
 * - `other_public`: A government department or another public body.
 * - `charity`: A charity or community group.
 * - `company`: A company.
 */
export type Body =
  | "nhs"
  | "council"
  | "social_housing"
  | "research"
  | "other_public"
  | "charity"
  | "company";

/**
 * As what somebody is consulted.
 *
 * - `service_user`: Somebody who uses the service, has used it or may need it.
 * - `carer`: Somebody who cares for such a person.
 * - `public`: A member of the public without a part in the service.
 * - `worker`: Somebody who does a job or a piece of work for the body.
 */
export type ConsultedAs =
  | "service_user"
  | "carer"
  | "public"
  | "worker";

/**
 * What somebody keeps of their payments, when, why, and what to tell whom. Where something is not known, a figure is a range between the
 * worst and the best case. It is an estimate and not advice.
 */
export interface TakeHomeAnswer {
  /** All fees before tax; null where none may be paid before advice. */
  readonly fee?: Money | null;
  /** Expenses that are paid back and do not count as pay. */
  readonly expenses: Money;
  /** The part of what is paid as expenses that counts as pay: round sums, what no receipt shows, miles above the approved rate. */
  readonly expenses_as_pay: Money;
  /** What the organisation pays to others for the person. */
  readonly paid_direct: Money;
  /** What the person keeps; null where no fee may be paid before advice. */
  readonly kept?: KeptMoney | null;
  /** Income tax withheld when the fees are paid. */
  readonly tax?: Money | MoneyRange | null;
  /** Income tax due on the fees in the end; below zero where the fees bring the tax of the year down. */
  readonly tax_due?: Money | MoneyRange | null;
  /** National Insurance withheld. */
  readonly national_insurance?: Money | MoneyRange | null;
  /** National Insurance of the self-employed, due after the tax year. */
  readonly national_insurance_later?: Money | MoneyRange | null;
  /** Student loan repayments withheld. */
  readonly student_loan?: Money | MoneyRange | null;
  /** Pension contributions withheld. */
  readonly pension?: Money | MoneyRange | null;
  /** What each benefit does, in each of its periods in which the payments count. */
  readonly benefits: readonly BenefitChange[];
  /** The fee for each hour, and what is kept of it; absent where the hours are not known. */
  readonly per_hour?: KeptPerHour | null;
  /** Which day brings or takes which money. */
  readonly cash_on: readonly CashOn[];
  /** What to beware of. */
  readonly warnings: readonly TakeHomeWarning[];
  /** What to take advice on before agreeing to anything. */
  readonly advice_needed: readonly string[];
  /** What was taken to be so because nothing was said. */
  readonly assumes: readonly string[];
  /** What is not known and makes a difference. */
  readonly questions: readonly TakeHomeQuestion[];
  /** The question whose answer leaves the shortest range of what is kept in the end, even at worst. */
  readonly narrows_most?: Narrowing | null;
  /** What can matter for this person and is not worked out here. */
  readonly not_modelled: readonly string[];
  /** What to tell whom, and by when. */
  readonly tell: readonly TellWhom[];
  /** Where advice is to be had. */
  readonly advice: readonly AdvicePlace[];
  /** What kind of answer this is. */
  readonly statement: string;
  /**
   * Every step of the working: of the exact answer, or of the case in which least is kept in the end, and of several such in the
   * period.
   */
  readonly trace: readonly TraceStep[];
  /** Every step of the case in which most is kept in the end, where the answer is a range. */
  readonly trace_highest?: readonly TraceStep[];
}

/** What somebody keeps of their payments. */
export interface KeptMoney {
  /** When the periods in which the payments count have passed. */
  readonly in_period: Money | MoneyRange;
  /** When tax is settled too. */
  readonly eventual: Money | MoneyRange;
}

/** Two amounts of money, between which another lies. */
export interface MoneyRange {
  /** The least it can be. */
  readonly low: Money;
  /** The most it can be. */
  readonly high: Money;
}

/** What a benefit is in a period, without the payments and with them. */
export interface BenefitChange {
  /** Which benefit. */
  readonly name: BenefitName;
  /** What it would be without the payments. */
  readonly before: Money | MoneyRange;
  /** What it is with them. */
  readonly after: Money | MoneyRange;
  /** The difference: below zero for a loss. */
  readonly change: Money | MoneyRange;
  /** The days it is for; where they depend on what is not known, all days that it may be for. */
  readonly period: BenefitPeriod;
  /** Whether it is the later period in which tax is settled. */
  readonly later?: boolean;
  /** Whom to tell, and by when. */
  readonly tell: TellWhom;
}

/**
 * A benefit whose amount can change.
 *
 * - `universal_credit`: Universal Credit.
 * - `carers_allowance`: Carer's Allowance.
 * - `carer_support_payment`: Carer Support Payment.
 * - `new_style_esa`: New-style Employment and Support Allowance.
 * - `legacy_esa`: Employment and Support Allowance from before Universal Credit.
 * - `new_style_jsa`: New-style Jobseeker's Allowance.
 * - `housing_benefit`: Housing Benefit.
 * - `pension_credit`: Pension Credit.
 */
export type BenefitName =
  | "universal_credit"
  | "carers_allowance"
  | "carer_support_payment"
  | "new_style_esa"
  | "legacy_esa"
  | "new_style_jsa"
  | "housing_benefit"
  | "pension_credit";

/** First and last day. */
export interface BenefitPeriod {
  /** The first day. */
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
}

/** Whom to tell what, and by when. */
export interface TellWhom {
  /** Whom. */
  readonly whom: string;
  /** What. */
  readonly what: string;
  /** By when. */
  readonly by: string;
  /** The last day, where it is known. */
  readonly by_date?: Day | null;
}

/** Pay by the hour of work and preparation. */
export interface KeptPerHour {
  /** The hours of all payments, preparation counted and travelling not. */
  readonly hours: Hours;
  /** Pounds of fee for an hour, to the nearest penny. */
  readonly gross: Money;
  /** Pounds kept in the end for an hour, to the nearest penny. */
  readonly kept: Money | MoneyRange;
}

/** Money that comes or goes on a day. */
export interface CashOn {
  /** The day. */
  readonly date: Day;
  /** What it is. */
  readonly what: string;
  /** How much more, or less, than without the payments. */
  readonly amount: Money | MoneyRange;
}

/** Something to beware of. */
export interface TakeHomeWarning {
  /** What kind it is. */
  readonly code: TakeHomeWarningCode;
  /** In words. */
  readonly text: string;
}

/**
 * The kinds of warning.
 *
 * - `do_not_pay_before_advice`: The person may not work, or only in part: no fee before advice.
 * - `permission_unknown`: Permission to work has not been looked into.
 * - `expense_left_out`: An expense was left out because nothing shows that it was spent.
 * - `expense_counts_as_pay`: An expense counts as pay, or may.
 * - `paid_in_advance`: A fee is paid before the work is done.
 * - `near_boundary`: The day that decides is near the end of a period.
 * - `unconfirmed`: No source that was seen confirms a figure or a reading of the law.
 * - `announced`: A figure was announced, and its law not seen.
 * - `assumed_latest`: A figure is taken to hold on beyond the time for which it is known.
 * - `cliff`: A benefit is lost for whole weeks, or an award may end.
 * - `passported_help`: Help that comes with a benefit or a low income may be lost.
 * - `disability_review`: Work may be looked at when a disability benefit is reviewed.
 * - `care_charges`: A charge for care may rise.
 * - `council_tax`: The council may reduce council tax by less.
 * - `declined`: Part of the fee was declined.
 * - `voucher`: Whether a voucher counts is not settled; it is always to be declared.
 * - `employment_status`: The payer is to check whether the person is employed.
 * - `sick_leave`: The person is on sick leave.
 * - `detained`: The person is detained.
 * - `child`: The person is below 16.
 * - `tax_later`: Tax is withheld that is only paid back later, or is due later.
 * - `timing`: Times of payment are not to be chosen for the sake of a benefit.
 */
export type TakeHomeWarningCode =
  | "do_not_pay_before_advice"
  | "permission_unknown"
  | "expense_left_out"
  | "expense_counts_as_pay"
  | "paid_in_advance"
  | "near_boundary"
  | "unconfirmed"
  | "announced"
  | "assumed_latest"
  | "cliff"
  | "passported_help"
  | "disability_review"
  | "care_charges"
  | "council_tax"
  | "declined"
  | "voucher"
  | "employment_status"
  | "sick_leave"
  | "detained"
  | "child"
  | "tax_later"
  | "timing";

/** Something that is not known and makes a difference. */
export interface TakeHomeQuestion {
  /** Where in the request the answer goes; absent where only an office can decide. */
  readonly path?: string | null;
  /** The question. */
  readonly question: string;
  /** What is kept by each answer that was tried; of a sum of money those at which something changes. */
  readonly answers: readonly QuestionAnswer[];
}

/** An answer to a question, and what is kept then. */
export interface QuestionAnswer {
  /** The answer. */
  readonly answer: string;
  /** What is kept then. */
  readonly kept: KeptMoney;
}

/** The question that narrows the answer most. */
export interface Narrowing {
  /** Which of the questions, from 0. */
  readonly question: number;
  /** How much the range of what is kept in the end still spans at worst. */
  readonly at_most: Money;
}

/** Where advice is to be had. */
export interface AdvicePlace {
  /** Who gives it. */
  readonly organisation: string;
  /** For whom. */
  readonly for_whom: string;
  /** How to find it. */
  readonly where: string;
}

/** One step of the working: what was done with which earlier steps, by which rule, and what came of it. */
export interface TraceStep {
  /** Its number, from 1. */
  readonly step: number;
  /** What it is about, such as `universal_credit`. */
  readonly subject: string;
  /** Whether the payments are counted; a benefit is worked out without them and with them. */
  readonly with_payments: boolean;
  /** The first day of the period that it is worked out for. */
  readonly from?: Day | null;
  /** The last day of that period. */
  readonly until?: Day | null;
  /** The stable id of the rule. */
  readonly rule: string;
  /** What was done, in plain English. */
  readonly text: string;
  /** What was done, as data: doing it again with the values of the steps `of` gives `value`. */
  readonly operation: TraceOperation;
  /** The steps it was done with, in order. */
  readonly of?: readonly number[];
  /** The rate, for `part`: as a fraction such as `"11/20"`. */
  readonly rate?: string | null;
  /** What came of it: pounds such as `"82.50"`, or a count such as `"2"`. */
  readonly value: string;
  /** What the value counts. */
  readonly unit: TraceUnit;
  /** How the value was made whole, for `part`. */
  readonly rounding?: TraceRounding | null;
  /** The law that the rule follows. */
  readonly source?: string | null;
  /** How sure the rule or figure is; absent for plain arithmetic and for what was told. */
  readonly status?: FactStatus | null;
  /** The figure of the law that it uses, with its source and time. */
  readonly fact?: UsedFact | null;
}

/**
 * What a step does.
 *
 * - `given`: A fact that was told.
 * - `figure`: A figure of the law.
 * - `sum`: The sum of all.
 * - `difference`: The first without the second.
 * - `left`: The first without the second, at least zero.
 * - `least`: The smaller one.
 * - `greatest`: The larger one.
 * - `part`: A part of it: times `rate`, rounded by `rounding`; of nothing where it is below zero.
 * - `whole_times`: How many whole times the second fits into the first; none where it is below zero.
 * - `times`: The first so many times as the second, a count, says.
 */
export type TraceOperation =
  | "given"
  | "figure"
  | "sum"
  | "difference"
  | "left"
  | "least"
  | "greatest"
  | "part"
  | "whole_times"
  | "times";

/**
 * What a value counts.
 *
 * - `gbp`: Pounds.
 * - `count`: A number of things, such as weeks.
 */
export type TraceUnit =
  | "gbp"
  | "count";

/**
 * How a part of an amount is made whole.
 *
 * - `half_up`: To the nearest penny; half a penny up.
 * - `half_down`: To the nearest penny; half a penny down.
 * - `down`: Part of a penny is dropped.
 * - `up`: To the next penny.
 * - `down_to_pound`: The pence are dropped.
 */
export type TraceRounding =
  | "half_up"
  | "half_down"
  | "down"
  | "up"
  | "down_to_pound";

/** A person, a payment, and from which fee to which to draw what is kept of it. */
export interface CurveRequest {
  /** Who is paid. */
  readonly person?: PaidPerson;
  /** The payment; its fee is varied, and all else stays as it is. */
  readonly payment: Payment;
  /** The lowest fee; nothing, or the pension contribution, where it is not stated. */
  readonly from?: Money | null;
  /** The highest fee, at most 20,000.00; 2,000.00 where it is not stated. */
  readonly until?: Money | null;
  /** Whether the latest known figures are taken to hold on for dates beyond the time for which they are known. */
  readonly assume_latest?: boolean;
}

/**
 * What is kept as a function of the fee: pieces between two fees each, and the breaks between them. Where something is not known, each
 * amount is a range between the worst and the best case. It is an estimate and not advice.
 */
export interface CurveAnswer {
  /** The lowest fee. */
  readonly from: Money;
  /** The highest fee. */
  readonly until: Money;
  /** The pieces, from the lowest fee up, without gaps. */
  readonly pieces: readonly CurvePiece[];
  /** Where one piece ends and another begins, one fewer than there are pieces. */
  readonly breaks: readonly CurveBreak[];
  /** What is not known and may make a difference; the ranges cover every way in which it may be. */
  readonly questions?: readonly CurveQuestion[];
  /** In how many ways, which the rules tell apart, that may be. */
  readonly cases: number;
  /** What kind of answer this is. */
  readonly statement: string;
}

/** A stretch of fees in which what is kept follows one straight line, but for rounding. */
export interface CurvePiece {
  /** Its lowest fee. */
  readonly from: Money;
  /** Its highest fee. */
  readonly until: Money;
  /** What is kept of the lowest fee, exact. */
  readonly kept_from: KeptMoney;
  /** What is kept of the highest fee, exact. */
  readonly kept_until: KeptMoney;
  /** What is kept of each further pound when the periods of the payment have passed. */
  readonly of_a_pound: CurveRate;
  /** What is kept of each further pound when tax is settled too. */
  readonly of_a_pound_eventually: CurveRate;
  /**
   * Between its ends what is kept is nowhere further from the straight line than this, because whole pounds and pennies are counted.
   * Where it is a range, the least is nowhere further below the line between the least at both ends, nor the most above its own.
   */
  readonly rounding: Money;
}

/** What is kept of each further pound, rounding left aside. */
export interface CurveRate {
  /** The least part of a pound. */
  readonly least: Ratio;
  /** The largest part of a pound: the same where everything is known. */
  readonly most: Ratio;
  /** In pounds, to the nearest penny. */
  readonly rounded: Money | MoneyRange;
}

/** A fee at which what is kept changes its course. */
export interface CurveBreak {
  /** The last fee before it; from one penny more on the next piece holds. */
  readonly after: Money;
  /** What kind it is, in the case in which it drops furthest. */
  readonly kind: CurveBreakKind;
  /** In how many of the cases it is there. */
  readonly cases: number;
  /** By how much what is kept changes with that one penny. */
  readonly change: KeptMoney;
  /** The rules that change there. */
  readonly because: readonly CurveCause[];
  /** What a drop costs. */
  readonly cliff?: CurveCliff | null;
}

/**
 * The kinds of break.
 *
 * - `cliff`: One penny more of a fee leaves less.
 * - `rise`: One penny more of a fee leaves much more.
 * - `kink`: From there on another part of each further pound is kept.
 * - `shift`: What is kept goes on as before, and is made up differently, such as where one benefit ends and another makes up for it.
 */
export type CurveBreakKind =
  | "cliff"
  | "rise"
  | "kink"
  | "shift";

/** A rule that changes what is kept. */
export interface CurveCause {
  /** The stable id of the rule. */
  readonly rule: string;
  /** What it works out, in plain English. */
  readonly text: string;
  /** What it is about, such as `universal_credit`. */
  readonly subject: string;
  /** The first day of the period that it is worked out for. */
  readonly from?: Day | null;
  /** The last day of that period. */
  readonly until?: Day | null;
  /** The law that it follows. */
  readonly source?: string | null;
  /** Whether the reading of that law is confirmed; absent for plain arithmetic. */
  readonly status?: FactStatus | null;
}

/** A drop, and what there is on both its sides. */
export interface CurveCliff {
  /** The highest fee below this cliff, on what was told. It is no advice to ask for it, or for less. */
  readonly highest_fee_below: Money;
  /** The same in words. */
  readonly text: string;
  /** What one penny more costs: of what is kept when the periods of the payment have passed. */
  readonly lost: Money | MoneyRange;
  /** What one penny more costs in the end. */
  readonly lost_eventually: Money | MoneyRange;
  /** The least higher fee of which as much is kept again in the end, in every case; null where no fee of this curve does. */
  readonly as_much_again_from?: Money | null;
}

/** Something that is not known. */
export interface CurveQuestion {
  /** Where in the request the answer goes; absent where only an office can decide. */
  readonly path?: string | null;
  /** The question. */
  readonly question: string;
}

/** A person, a payment, and how much is to be kept of it. */
export interface BreakEvenRequest {
  /** Who is paid. */
  readonly person?: PaidPerson;
  /** The payment; its fee is looked for, and all else stays as it is. */
  readonly payment: Payment;
  /** What is to be kept of it in the end. */
  readonly kept: Money;
  /** The highest fee to look at, at most 20,000.00; where nothing is said 2,000.00, and 20,000.00 if no fee up to that is enough. */
  readonly until?: Money | null;
  /** Whether the latest known figures are taken to hold on for dates beyond the time for which they are known. */
  readonly assume_latest?: boolean;
}

/**
 * The least fee of which so much is kept in the end, or that no fee does. A higher fee can leave less again: see `less_again_after`.
 * It is an estimate and not advice.
 */
export interface BreakEvenAnswer {
  /** What is to be kept. */
  readonly kept: Money;
  /** The highest fee that was looked at. */
  readonly until: Money;
  /** The least fee of which so much is kept in every case; null where no fee does. */
  readonly fee?: BreakEvenFee | null;
  /** The least fee of which so much is kept in the best case, where something is not known. */
  readonly at_best?: BreakEvenFee | null;
  /** Why there is no such fee; absent where there is one. */
  readonly reason?: string | null;
  /** The most that is kept in the end of any fee up to `until`, even in the worst case; absent where there is a fee. */
  readonly most?: BreakEvenFee | null;
  /** What is not known and may make a difference. */
  readonly questions?: readonly CurveQuestion[];
  /** What kind of answer this is. */
  readonly statement: string;
}

/** A fee, and what is kept of it. */
export interface BreakEvenFee {
  /** The fee. */
  readonly fee: Money;
  /** What is kept of it. */
  readonly kept: KeptMoney;
  /**
   * Where a higher fee leaves less than is wanted again, because it is beyond a cliff: the highest fee below that cliff, on what was
   * told.
   */
  readonly less_again_after?: Money | null;
}

/** A person and an offer, and what else might be agreed. */
export interface OptionsRequest {
  /** Who is paid. */
  readonly person?: PaidPerson;
  /** What is offered. */
  readonly offer: Payment;
  /** Other days on which the work might be done and paid, at most 20. */
  readonly other_work_dates?: readonly OtherWorkDates[];
  /** More or fewer hours that might be worked, at most 20. */
  readonly other_hours?: readonly OtherWorkHours[];
  /** Parts of the fee to be taken, the rest declined; at most 20. */
  readonly parts?: readonly Money[];
  /** Whether the latest known figures are taken to hold on for dates beyond the time for which they are known. */
  readonly assume_latest?: boolean;
}

/** Other days of the work. */
export interface OtherWorkDates {
  /** The days of the work. */
  readonly work_dates: readonly Day[];
  /** The day on which the money arrives then. */
  readonly paid_on: Day;
  /** The day on which the tax office receives the payroll's report; with a payroll the day of payment where it is not stated. */
  readonly reported_on?: Day | "unknown" | null;
}

/** Other hours of the work. */
export interface OtherWorkHours {
  /** The hours of the work. */
  readonly hours: Hours;
  /** The fee for them; at the offer's rate by the hour where it is not stated. */
  readonly fee?: Money | null;
}

/**
 * Options side by side, in the order asked for: none is recommended. Where something is not known, each figure is a range between the
 * worst and the best case. It is an estimate and not advice.
 */
export interface OptionsAnswer {
  /** The options. */
  readonly options: readonly PaymentOption[];
  /** Why no parts below cliffs are among them, where they could not be looked for. */
  readonly cliffs_not_sought?: string | null;
  /** What is not known and makes a difference if all of the offer is taken. */
  readonly questions?: readonly TakeHomeQuestion[];
  /** What kind of answer this is. */
  readonly statement: string;
}

/** One option. */
export interface PaymentOption {
  /** What kind it is. */
  readonly kind: OptionKind;
  /** In words. */
  readonly label: string;
  /** The fee before tax. */
  readonly fee: Money;
  /** What is declined of the offer. */
  readonly declined: Money;
  /** Expenses that are paid back and do not count as pay. */
  readonly expenses: Money;
  /** What the person keeps of the fee. */
  readonly kept: KeptMoney;
  /** Income tax withheld when the fee is paid. */
  readonly tax: Money | MoneyRange;
  /** Income tax due on the fee in the end. */
  readonly tax_due: Money | MoneyRange;
  /** National Insurance, now and later. */
  readonly national_insurance: Money | MoneyRange;
  /** How each benefit changes. */
  readonly benefits: readonly OptionBenefit[];
  /** The fee for each hour, and what is kept of it; absent where the hours are not known. */
  readonly per_hour?: KeptPerHour | null;
  /** What to beware of: of the first option all of it, of the others what is not said there. */
  readonly warnings: readonly TakeHomeWarning[];
  /** What to take advice on first, where the first option does not say it. */
  readonly advice_needed?: readonly string[];
}

/**
 * The kinds of option.
 *
 * - `all`: All of the offer.
 * - `part`: A part of the fee that was asked about, the rest declined.
 * - `below_cliff`: The highest fee below a cliff, the rest declined.
 * - `decline`: Nothing is paid.
 * - `expenses_only`: The fee is declined, and expenses are paid back.
 * - `other_work_dates`: The work is done and paid on other days.
 * - `other_hours`: More or fewer hours are worked.
 * - `voucher`: The fee comes as a voucher.
 */
export type OptionKind =
  | "all"
  | "part"
  | "below_cliff"
  | "decline"
  | "expenses_only"
  | "other_work_dates"
  | "other_hours"
  | "voucher";

/** How a benefit changes in a period. */
export interface OptionBenefit {
  /** Which benefit. */
  readonly name: BenefitName;
  /** The difference: below zero for a loss. */
  readonly change: Money | MoneyRange;
  /** The first day it is for. */
  readonly from: Day;
  /** The last day it is for. */
  readonly until: Day;
  /** Whether it is the later period in which tax is settled. */
  readonly later?: boolean;
}

/** A person, and an offer for work on several days. */
export interface PlanRequest {
  /** Who is paid. */
  readonly person?: PaidPerson;
  /** What is offered. */
  readonly offer: PlanOffer;
  /** Whether the latest known figures are taken to hold on for dates beyond the time for which they are known. */
  readonly assume_latest?: boolean;
}

/** An offer for work on one or more days. */
export interface PlanOffer {
  /** The whole fee before tax. */
  readonly fee: Money;
  /** The work, at most 12 days. */
  readonly work: readonly PlanWork[];
  /** How many days after the last day of work that it is for a payment arrives, at most 366; on that day where nothing is said. */
  readonly pay_after_days?: number | null;
  /** How it is paid. */
  readonly how_paid?: HowPaid | "unknown" | null;
  /** The tax code that a payroll uses. */
  readonly tax_code?: string | "unknown" | null;
  /** Whether the payer also employs the person. */
  readonly same_employer?: boolean | "unknown" | null;
  /** The payer. */
  readonly employer?: Id | null;
  /** The payroll's period; a month where it is not stated. */
  readonly pay_period?: PayPeriod | null;
  /** Other pay from the same payer in a pay period before tax. */
  readonly other_pay_this_period?: Money | "unknown" | null;
  /** Pay from the same payer in this tax year before these payments. */
  readonly pay_to_date?: Money | "unknown" | null;
  /** What kind of body consults the person. */
  readonly body?: Body | "unknown" | null;
  /** As what the person is consulted. */
  readonly consulted_as?: ConsultedAs | "unknown" | null;
}

/** One day of work. */
export interface PlanWork {
  /** The day. */
  readonly date: Day;
  /** The fee for it; its part of the whole fee by hours, or the same for each such day, where it is not stated. */
  readonly fee?: Money | null;
  /** The hours of that day. */
  readonly hours?: Hours | null;
}

/**
 * What is kept if the work is paid at once, and if payments follow it day by day or in groups of days. It shows what follows from each
 * and recommends none: payments are to follow the work. It is an estimate and not advice.
 */
export interface PlanAnswer {
  /** Whether several payments that follow the work leave more than one, in the worst case. */
  readonly possible: boolean;
  /** Why not. */
  readonly reason?: PlanReason | null;
  /** The same in words. */
  readonly because?: string | null;
  /** Everything in one payment after the last day. */
  readonly at_once: PaymentPlan;
  /** The fewest payments of which most is kept in the end, even in the worst case; absent where one payment does as well. */
  readonly fewest?: PaymentPlan | null;
  /** For each number of payments from two up, the ones of which most is kept. */
  readonly by_number?: readonly PaymentPlan[];
  /** What to beware of. */
  readonly warnings: readonly TakeHomeWarning[];
  /** What is not known and may make a difference. */
  readonly questions?: readonly CurveQuestion[];
  /** What kind of answer this is. */
  readonly statement: string;
}

/**
 * Why several payments leave no more than one.
 *
 * - `one_day`: The work is done on one day.
 * - `same_at_once`: All of it can be paid at once with the same result.
 */
export type PlanReason =
  | "one_day"
  | "same_at_once";

/** Payments that make up the whole fee, and what is kept of them. */
export interface PaymentPlan {
  /** The payments, in order. */
  readonly payments: readonly PlannedPayment[];
  /** What is kept of all of them. */
  readonly kept: KeptMoney;
}

/** One payment of a plan. */
export interface PlannedPayment {
  /** The days of the work it is for. */
  readonly work_dates: readonly Day[];
  /** The day on which the money arrives. */
  readonly paid_on: Day;
  /** The fee before tax. */
  readonly fee: Money;
  /** The hours of those days, where they are known. */
  readonly hours?: Hours | null;
}

/**
 * Letters and journal notes with the facts for each office, to be checked, completed and sent by the person. What is not known is left
 * open in them.
 */
export interface LetterAnswer {
  /** One for each office that pays a benefit which is told. */
  readonly letters: readonly BenefitLetter[];
  /** What to see to before anything is sent. */
  readonly notes: readonly string[];
}

/** One letter or journal note. */
export interface BenefitLetter {
  /** Which benefit it is about; absent for council tax reduction. */
  readonly benefit?: BenefitName | null;
  /** Whether it is a note for an online journal, or a letter. */
  readonly form: LetterForm;
  /** Whom it goes to. */
  readonly to: string;
  /** By when. */
  readonly by: string;
  /** The last day, where it is known. */
  readonly by_date?: Day | null;
  /** What it is about. */
  readonly subject: string;
  /** Its parts, in order. */
  readonly parts: readonly LetterPart[];
  /** What is left open, to be filled in before it is sent. */
  readonly blanks: readonly LetterBlank[];
  /** The whole of it as plain text. */
  readonly text: string;
}

/**
 * The form of a letter.
 *
 * - `journal_note`: A note for the online journal of Universal Credit.
 * - `letter`: A letter.
 */
export type LetterForm =
  | "journal_note"
  | "letter";

/** A part of a letter. */
export interface LetterPart {
  /** What it is about. */
  readonly heading: string;
  /** Its lines. */
  readonly lines: readonly string[];
}

/** Something that a letter leaves open. */
export interface LetterBlank {
  /** What goes there. */
  readonly what: string;
  /** Where in the request it would be told; absent for what is never asked, such as a name. */
  readonly path?: string | null;
}

/** Which rates of the published cards to list. */
export interface CardsRequest {
  /** Only the rates that hold on this date; without it every rate there has been. */
  readonly as_at?: Day | null;
}

/** The published rate cards. */
export interface CardsAnswer {
  /** One entry for each card. */
  readonly cards: readonly PublishedCard[];
}

/** A published rate card. */
export interface PublishedCard {
  /** The `card_id` to quote by it. */
  readonly id: string;
  /** The organisation. */
  readonly name: string;
  /** What it pays for. */
  readonly activities: readonly PublishedActivity[];
}

/** What a published card pays for one activity. */
export interface PublishedActivity {
  /** The `activity` to quote it. */
  readonly id: string;
  /** What it is. */
  readonly name: string;
  /** Its rates, oldest first; none where none is known for the date asked for. */
  readonly rates: readonly PublishedRate[];
}

/** One rate and the time for which it is known. */
export interface PublishedRate {
  /** Pounds. */
  readonly amount: Money;
  /** Whether it is for an hour; else for the session or task. */
  readonly per_hour: boolean;
  /** Only for sessions shorter than this. */
  readonly below?: Hours | null;
  /** Only for sessions no longer than this. */
  readonly up_to?: Hours | null;
  /** Its standing and source. */
  readonly fact: UsedFact;
}

/** Which figures to list. */
export interface ParametersRequest {
  /**
   * Only the values that hold on this date; without it every value there has been. A figure that is not known on the date is
   * left out.
   */
  readonly as_at?: Day | null;
  /** Only figures whose id starts like this, such as `minimum_wage`. */
  readonly prefix?: string | null;
}

/** The figures asked for. */
export interface ParametersAnswer {
  /** One entry for each value of each figure, oldest first. */
  readonly facts: readonly ListedFact[];
}

/** One value of a figure. */
export interface ListedFact {
  /** The id of the figure. */
  readonly id: string;
  /** What it is. */
  readonly about: string;
  /** Where it holds, such as `uk` or `scotland`; `cards` for fee schedules. */
  readonly place: string;
  /** The value; null where none is known, or none was in force. */
  readonly value?: FactValue | null;
  /** Where no value is known, what it may be. */
  readonly candidates?: readonly Money[];
  /** What it is counted in. */
  readonly unit: FactUnit;
  /** Its standing. */
  readonly status: FactStatus;
  /** How sure it is. */
  readonly confidence: FactConfidence;
  /** The first day on which it held. */
  readonly from: Day;
  /** The last day for which it is known. */
  readonly until: Day;
  /** Where it comes from. */
  readonly source: FactSource;
  /** What else there is to know. */
  readonly note?: string | null;
}

/** The value of a figure, under the kind of value that it is. */
export type FactValue =
  | {
      readonly money: Money;
    }
  | {
      readonly fraction: Ratio;
    }
  | {
      readonly whole: number;
    }
  | {
      readonly text: string;
    }
  | {
      readonly names: readonly string[];
    }
  | {
      readonly amounts: Readonly<Record<string, Money>>;
    }
  | {
      readonly rounding: RoundingRule;
    };

/** A rule of rounding. */
export interface RoundingRule {
  /** The rule in words. */
  readonly text: string;
  /** The result is a whole multiple of so many pence. */
  readonly to_pence: number;
  /** Which multiple. */
  readonly way: RoundingWay;
}

/**
 * Which multiple an amount is rounded to.
 *
 * - `half_up`: The nearest; the half upwards.
 * - `half_down`: The nearest; the half downwards.
 * - `up`: The next one up.
 * - `down`: The next one down.
 */
export type RoundingWay =
  | "half_up"
  | "half_down"
  | "up"
  | "down";

/**
 * What a figure is counted in. `gbp` is pounds sterling, `aud` Australian dollars.
 *
 * - `gbp`: Pounds.
 * - `gbp_per_hour`: Pounds an hour.
 * - `gbp_per_session`: Pounds for a meeting, day or task.
 * - `gbp_per_week`: Pounds a week.
 * - `gbp_per_month`: Pounds a month or assessment period.
 * - `gbp_per_year`: Pounds a tax year.
 * - `gbp_per_mile`: Pounds a mile.
 * - `aud_per_hour`: Australian dollars an hour.
 * - `fraction`: A part of one.
 * - `hours_per_week`: Hours a week.
 * - `years`: Years of age.
 * - `rule`: A rule in words.
 * - `rounding`: A way of rounding.
 * - `list`: Names.
 */
export type FactUnit =
  | "gbp"
  | "gbp_per_hour"
  | "gbp_per_session"
  | "gbp_per_week"
  | "gbp_per_month"
  | "gbp_per_year"
  | "gbp_per_mile"
  | "aud_per_hour"
  | "fraction"
  | "hours_per_week"
  | "years"
  | "rule"
  | "rounding"
  | "list";

/** The day for which to say what is stale. */
export interface StaleFactsRequest {
  /** The day, usually today: nothing here knows the date. */
  readonly as_at: Day;
  /**
   * Only figures that are known for no longer than so many days from that day, those already past among them. Without it every
   * figure, those that were abolished among them.
   */
  readonly within_days?: number | null;
  /** Only figures whose id starts like this, such as `minimum_wage`. */
  readonly prefix?: string | null;
}

/** What goes stale when. */
export interface StaleFactsAnswer {
  /** The day asked for. */
  readonly as_at: Day;
  /** One entry for each figure, the one that ends first in front. */
  readonly facts: readonly FactCurrency[];
  /** The ids of those that are past: they were known, and need looking up again. */
  readonly past: readonly string[];
  /** The ids of those for which no value was found for the day. */
  readonly unknown: readonly string[];
  /** The ids of those whose value for the day no source that was seen confirms. */
  readonly unconfirmed: readonly string[];
  /** The last day on which everything listed that is known today is still known. */
  readonly next?: Day | null;
}

/** How long a figure is known. */
export interface FactCurrency {
  /** The id of the figure. */
  readonly id: string;
  /** What it is. */
  readonly about: string;
  /** Where it holds, such as `uk` or `scotland`; `cards` for fee schedules. */
  readonly place: string;
  /** How it stands on the day. */
  readonly state: CurrencyState;
  /** The last day for which it is known. */
  readonly known_until: Day;
  /** Days from the day asked for to that day; below zero once it is past. */
  readonly days_left: number;
  /** The standing of the value of the day, or of the nearest there is. */
  readonly status: FactStatus;
  /** How sure that value is. */
  readonly confidence: FactConfidence;
  /** What else there is to know of it. */
  readonly note?: string | null;
}

/**
 * How a figure stands on a day.
 *
 * - `known`: Its value is known.
 * - `unknown`: No value was found for the day.
 * - `past`: The day is after the last for which it is known: look it up again.
 * - `ended`: It was abolished before the day; nothing is to be looked up.
 * - `not_yet`: It began after the day.
 */
export type CurrencyState =
  | "known"
  | "unknown"
  | "past"
  | "ended"
  | "not_yet";

/** Work to compare. */
export interface ParityRequest {
  /** The work of both sides; at most 1000 pieces. */
  readonly engagements: readonly ParityWork[];
  /** The organisation's own rate cards. */
  readonly cards?: readonly RateCard[];
  /** The same scope in periods one after the other, to see whether costs were saved on people with lived experience; at most 100. */
  readonly periods?: readonly ParityPeriod[];
  /** Whether the latest known rates are taken to hold on for dates beyond the time for which they are known. */
  readonly assume_latest?: boolean;
}

/** One piece of work on one side. */
export interface ParityWork {
  /** A short name, to refer to it. */
  readonly id?: Id | null;
  /** Whose work it is. */
  readonly side: ParitySide;
  /** What the work is like: only work with the same words here is compared; the engagement's activity where it is not stated. */
  readonly like?: string | null;
  /** The work and what is paid for it. */
  readonly engagement: Engagement;
  /** What an hour of this work is paid, where it is part of a salary, in place of a fee. */
  readonly hourly_pay?: Money | null;
  /**
   * Hours that the work takes and nobody pays: arranging access, administration, waiting. Preparation and travel stand in the
   * engagement.
   */
  readonly unpaid_hours?: Hours | null;
  /** What the person keeps in the end, as `payment.take_home` says; unknown where it is absent. */
  readonly kept?: Money | null;
}

/**
 * Whose work it is.
 *
 * - `users`: People with lived experience.
 * - `staff`: Staff.
 */
export type ParitySide =
  | "users"
  | "staff";

/** What one period cost and who worked how long in it. */
export interface ParityPeriod {
  /** The first day. */
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
  /** Pay of everybody. */
  readonly total_pay: Money;
  /** Hours of staff that were paid. */
  readonly staff_hours: Hours;
  /** Pay of people with lived experience. */
  readonly users_pay: Money;
  /** Hours of people with lived experience, paid or not. */
  readonly users_hours: Hours;
}

/** Whether users and staff are paid alike for like work. */
export interface ParityAnswer {
  /** Every piece of work, by the hour. */
  readonly work: readonly ParityRate[];
  /** One entry for each kind of like work. */
  readonly like: readonly ParityGroup[];
  /** Work of users whose pay does not reach a wage floor. */
  readonly below_floor: readonly ParityFloor[];
  /** What should be looked at. */
  readonly alarms: readonly ParityAlarm[];
  /** What would have to be known to say more. */
  readonly questions: readonly string[];
}

/** One piece of work by the hour. */
export interface ParityRate {
  /** Its name, where it has one. */
  readonly id?: Id | null;
  /** Where it stands in the request: a JSON pointer. */
  readonly at: string;
  /** Whose work it is. */
  readonly side: ParitySide;
  /** What it is like. */
  readonly like: string;
  /** Pay before tax; null where it is not known or none may be offered. */
  readonly gross?: Money | null;
  /** Pay before tax for each hour of work, preparation included. */
  readonly per_hour?: HourlyPay | null;
  /** Pay before tax for each hour that the work takes, travelling and unpaid hours included. */
  readonly per_hour_of_all?: HourlyPay | null;
  /** What is kept for each hour of work, preparation included. */
  readonly kept_per_hour?: HourlyPay | null;
  /** Hours that nobody pays. */
  readonly unpaid_hours: Hours;
}

/** Like work of both sides. */
export interface ParityGroup {
  /** What the work is like. */
  readonly like: string;
  /** Users. */
  readonly users: ParityRange;
  /** Staff. */
  readonly staff: ParityRange;
  /** What the comparison comes to. */
  readonly finding: ParityFinding;
  /** The same in words. */
  readonly text: string;
}

/** Pay by the hour on one side. */
export interface ParityRange {
  /** Pieces of work. */
  readonly count: number;
  /** How many of them have no known pay by the hour. */
  readonly unknown: number;
  /** The lowest pay before tax for an hour of work, preparation included. */
  readonly lowest?: HourlyPay | null;
  /** The highest. */
  readonly highest?: HourlyPay | null;
  /** Hours that nobody pays, in all. */
  readonly unpaid_hours: Hours;
}

/**
 * What a comparison comes to.
 *
 * - `no_less`: No user is paid less by the hour than any of the staff.
 * - `less`: Some user is paid less by the hour than some of the staff.
 * - `unknown`: Something is not known: see `questions`.
 * - `one_side`: Only one side does such work.
 */
export type ParityFinding =
  | "no_less"
  | "less"
  | "unknown"
  | "one_side";

/** A wage floor that is not reached. */
export interface ParityFloor {
  /** Where the work stands in the request: a JSON pointer. */
  readonly at: string;
  /** The floor. */
  readonly floor: WageFloor;
}

/** Something to look at. None of them says why it is so. */
export interface ParityAlarm {
  /** Its kind. */
  readonly code: ParityAlarmCode;
  /** In words, with the figures. */
  readonly text: string;
  /** Where the figures stand in the request: JSON pointers. */
  readonly at: readonly string[];
}

/**
 * The kinds of alarm.
 *
 * - `pay_gap`: A user is paid less by the hour than staff for like work.
 * - `unpaid_work`: Staff are paid for work that users do without pay.
 * - `unpaid_hours`: Users give hours that nobody pays.
 * - `cost_saving_pattern`: Total pay falls by at least a twentieth and paid hours of staff fall, while hours of users rise at lower pay by the hour.
 * - `budget_falls_as_hours_rise`: Total pay falls while hours of users rise.
 */
export type ParityAlarmCode =
  | "pay_gap"
  | "unpaid_work"
  | "unpaid_hours"
  | "cost_saving_pattern"
  | "budget_falls_as_hours_rise";

/** A project, and what its involvement costs besides. */
export interface BudgetRequest {
  /** The project: its engagements and rate cards are what is budgeted. */
  readonly project: Project;
  /** Costs besides what people are paid; at most 500. */
  readonly other_costs?: readonly BudgetCost[];
  /** Whether fees go through a payroll; where it is absent or `"unknown"`, an employer's cost is a range. */
  readonly payroll?: boolean | "unknown" | null;
}

/**
 * A project: its people, its rules, its work and its pay. Everything but the title and the people may be left out; what is left out is
 * reported as unknown.
 */
export interface Project {
  /** The version of this form: 1. */
  readonly coprod?: number;
  /** What the project is called. */
  readonly title: string;
  /** The day that the review looks at; people who left by then are no longer there. Without it, everybody who has a `left` date is gone. */
  readonly as_at?: Day | null;
  /** What the project says that it is, such as `co-production`. */
  readonly claim?: string | null;
  /** The kinds of people in the group. */
  readonly constituencies?: readonly Constituency[];
  /** The people: 1 to 24. */
  readonly people: readonly Person[];
  /** Rules by name, for `use` in the decisions' rules. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** How decisions are made in each stage. */
  readonly stages?: StagesHow;
  /** What is decided, and how, as far as it differs from its stage. */
  readonly decisions?: readonly Decision[];
  /** What there is to do, the most important first. */
  readonly tasks?: readonly Task[];
  /** Who has which task so far. */
  readonly assignments?: readonly Assignment[];
  /** Meetings held. */
  readonly sessions?: readonly Session[];
  /** Rate cards of the project's own. */
  readonly cards?: readonly RateCard[];
  /** What people are offered for which work. */
  readonly engagements?: readonly Engagement[];
  /**
   * What people are paid, with their circumstances, for those who chose to say: what they keep is worked out of it, and whether they
   * are worse off for it.
   */
  readonly payments?: readonly PersonPayments[];
  /** Suggestions, and what became of them. */
  readonly feedback?: readonly Suggestion[];
  /** The questions that the group asked itself. */
  readonly questions?: readonly ProjectQuestion[];
  /** Whether the latest known rates are taken to hold on for dates beyond the time for which they are known. */
  readonly assume_latest?: boolean;
}

/** A part of the group whose members share a kind of expertise. */
export interface Constituency {
  /** The short name used in rules. */
  readonly id: Id;
  /** The name for people to read; the id where absent. */
  readonly name?: string | null;
  /** What its members know the service by. */
  readonly expertise: Expertise;
  /**
   * Whose side it counts for. Needed only where `expertise` leaves it open (`both`, `third_party`); while it is not stated, each
   * side is tried and the answer spans the results.
   */
  readonly side?: Side | null;
}

/**
 * What the members of a constituency know the service by.
 *
 * - `experience`: They use the service, have used it, or care for somebody who does.
 * - `profession`: They work in the service.
 * - `both`: They do both.
 * - `third_party`: Neither: an independent chair, a funder, a researcher from elsewhere.
 */
export type Expertise =
  | "experience"
  | "profession"
  | "both"
  | "third_party";

/**
 * Whom a constituency counts for: one of the two sides whose power is compared, or neither.
 *
 * - `lived`: People with lived experience of the service.
 * - `host`: The organisation that runs the service, and those who work in it.
 * - `independent`: Neither: a third party that both sides take to be independent.
 */
export type Side =
  | "lived"
  | "host"
  | "independent";

/** Somebody who takes part. What is left out is unknown, never zero. Nobody has a rank: a title carries no power here. */
export interface Person {
  /** The short name used in rules, votes, tasks and payments. */
  readonly id: Id;
  /** The name for people to read; the id where absent. */
  readonly name?: string | null;
  /** The constituency that the person belongs to: the id of a listed one. Every person has one. */
  readonly constituency?: Id | null;
  /** The first day on which the person took part; from the start where absent. */
  readonly joined?: Day | null;
  /** The first day on which the person no longer took part. */
  readonly left?: Day | null;
  /** What the person can do: the words that tasks ask for as `skill`. */
  readonly skills?: readonly Id[];
  /** The roles that the person holds: the words that tasks ask for as `role`. A role gives no vote. */
  readonly roles?: readonly Id[];
  /** What the person has lived through and is willing to use here: the words that tasks ask for as `experience`. */
  readonly experience?: readonly Id[];
  /**
   * Hours that the person agreed to give in all. Deliberately different from person to person: it caps nothing and is what a fair part
   * is measured by. With 0 hours a person gets only tasks that cost them nothing. A split of tasks needs it of everybody.
   */
  readonly capacity?: Hours | null;
  /** Hours that the person must never be given more than; no such limit where absent. */
  readonly hard_cap?: Hours | null;
  /**
   * Tasks (by id) or skills that the person would like to have or use, the most wanted first; at most 15. Preferences decide only
   * between splits that are equally fair.
   */
  readonly prefers?: readonly Id[];
  /**
   * What an hour of work costs this person, against 1 for an hour: `"3/2"` counts two hours as three. Agreed by the person; 1 where
   * absent, never below 0.
   */
  readonly burden?: Ratio | null;
  /**
   * What an hour of a kind of work costs this person, by the words that tasks are marked with (`burdens`): `{"emotional": "3/2"}`.
   * Factors multiply, with one another and with `burden`. Agreed by the person; 1 for a word that is not named, never below 0.
   */
  readonly burdens?: Readonly<Record<string, Ratio>>;
  /** When the person cannot work or come. */
  readonly unavailable?: readonly DaysAway[];
  /**
   * Hours of work that the person can do on a day on which they are not away, 0 to 24. No limit by days where absent; with it,
   * whoever splits tasks that have a date says which day is the first.
   */
  readonly hours_a_day?: Hours | null;
  /** Whose help the person needs beside a task: it gives the helper hours too. */
  readonly support?: readonly SupportNeeded[];
  /** Tasks (by id), skills or words that tasks are marked with (`burdens`): none of these may be given to the person. It needs no reason. */
  readonly avoids?: readonly Id[];
  /** What a payment depends on, as far as the person chose to say. */
  readonly circumstances?: Circumstances;
}

/** Days on which somebody cannot work or come. */
export interface DaysAway {
  /** The first day. */
  readonly from: Day;
  /** The last day, never before the first; just the first where absent. */
  readonly to?: Day | null;
}

/** Help that somebody needs beside a task: of a mentor, an interpreter, a carer. */
export interface SupportNeeded {
  /** Beside this task. */
  readonly task?: Id | null;
  /** Beside each task that asks the person for this skill. Without `task` and `skill`, beside each task. */
  readonly skill?: Id | null;
  /** Who helps: the id of another person. */
  readonly by: Id;
  /** Hours that the helper works for each such task, and for one session of it with somebody who stands in there. */
  readonly hours: Hours;
}

/** What a payment to a person depends on, as far as they chose to say. */
export interface Circumstances {
  /** Age in whole years: wage floors depend on it. */
  readonly age?: number | null;
}

/**
 * A rule: an object with exactly one key. Leaves are `votes`, `consent`, `consensus` and `sign_off`; `all`, `any`, `at_least` and
 * `quorum` join rules; `use` names a rule defined elsewhere in the request; the rest are shorthands that expand into these.
 */
export type Rule =
  | {
      readonly votes: Votes;
    }
  | {
      readonly consent: Among;
    }
  | {
      readonly consensus: Consensus;
    }
  | {
      readonly sign_off: readonly Id[];
    }
  | {
      readonly all: readonly Rule[];
    }
  | {
      readonly any: readonly Rule[];
    }
  | {
      readonly at_least: AtLeast;
    }
  | {
      readonly quorum: Quorum;
    }
  | {
      readonly use: Id;
    }
  | {
      readonly majority: Share;
    }
  | {
      readonly two_thirds: Share;
    }
  | {
      readonly unanimity: Share;
    }
  | {
      readonly each_constituency: EachConstituency;
    }
  | {
      readonly veto: Veto;
    }
  | {
      readonly override: Override;
    }
  | {
      readonly advisory: Advisory;
    };

/**
 * Enough votes say yes. Exactly one of `more_than` and `at_least` is given: with `of`, a share of that base between 0 and 1; without
 * `of`, a whole number of votes (or of weight).
 */
export interface Votes {
  /** The votes must be more than this. */
  readonly more_than?: Ratio | null;
  /** The votes must be at least this. */
  readonly at_least?: Ratio | null;
  /** What the share is a share of. Left out, the bar is a whole number of votes. */
  readonly of?: VoteBase | null;
  /** Who votes here; everybody where absent. */
  readonly among?: Who | null;
  /** What each vote counts: whole numbers from 0 to 2^53. Names every voter of this leaf; 0 is a seat without a vote. */
  readonly weights?: Readonly<Record<string, Ratio>> | null;
  /** A voter who, if present, has a second vote (of one) when yes and no are exactly equal and above zero. */
  readonly casting_vote?: Id | null;
}

/**
 * What a share of the votes is a share of.
 *
 * - `cast`: The votes cast: yes and no. An objection counts as no.
 * - `present`: Everybody who is not absent.
 * - `members`: Everybody who has a seat, there or not.
 * - `members_less_abstainers`: Everybody who has a seat, less those who abstain. Some constitutions use it.
 */
export type VoteBase =
  | "cast"
  | "present"
  | "members"
  | "members_less_abstainers";

/** Some of the members: a constituency by its id, or a list of member ids. */
export type Who =
  | Id
  | readonly Id[];

/** Whom a leaf asks; everybody where absent. */
export interface Among {
  /** A constituency, or member ids. */
  readonly among?: Who | null;
}

/** Everybody who counts says yes. */
export interface Consensus {
  /** A constituency, or member ids; everybody where absent. */
  readonly among?: Who | null;
  /** Who counts: `present` where absent. */
  readonly of?: VoteBase | null;
}

/** So many of the parts must pass. */
export interface AtLeast {
  /** How many: from 1 to the number of parts. */
  readonly count: number;
  /** The parts. */
  readonly of: readonly Rule[];
}

/**
 * Enough members must be there, or vote, before the rule inside can pass. Exactly one of `present`, `cast`, `present_count` and
 * `cast_count` is given. Heads are counted, whatever votes weigh.
 */
export interface Quorum {
  /** At least this share of the members must be present: above 0, at most 1. */
  readonly present?: Ratio | null;
  /** At least this share of the members must vote yes or no: above 0, at most 1. */
  readonly cast?: Ratio | null;
  /** At least so many members must be present. */
  readonly present_count?: number | null;
  /** At least so many members must vote yes or no. */
  readonly cast_count?: number | null;
  /** A constituency, or member ids; everybody where absent. */
  readonly among?: Who | null;
  /** The rule that decides once enough are there. */
  readonly then: Rule;
}

/** Whose votes a shorthand counts, and against what. */
export interface Share {
  /** What the share is a share of. */
  readonly of?: VoteBase | null;
  /** A constituency, or member ids; everybody where absent. */
  readonly among?: Who | null;
  /** A voter who, if present, has a second vote when yes and no are exactly equal and above zero. */
  readonly casting_vote?: Id | null;
}

/** The same bar in each constituency separately: more than half of the votes cast, unless said otherwise. */
export interface EachConstituency {
  /** The votes must be more than this share. */
  readonly more_than?: Ratio | null;
  /** The votes must be at least this share. */
  readonly at_least?: Ratio | null;
  /** What the share is a share of; `cast` where absent. */
  readonly of?: VoteBase | null;
}

/** A rule that some members can stop. */
export interface Veto {
  /** The members who can stop it: each of them must say yes. */
  readonly by: readonly Id[];
  /** The rule that they can stop. */
  readonly then: Rule;
  /** If this passes as well, they cannot stop it. */
  readonly unless?: Rule | null;
}

/** A rule beside which some members can decide alone. */
export interface Override {
  /** The members who can decide alone, all of them together. */
  readonly by: readonly Id[];
  /** The rule that decides otherwise. */
  readonly then: Rule;
}

/** A majority of the deciders' votes cast; everybody else has a seat without a vote. */
export interface Advisory {
  /** Those whose votes count: a constituency, or member ids. */
  readonly deciders: Who;
}

/** How decisions are made in each stage. A stage that is left out is unknown. */
export interface StagesHow {
  /** Deciding what is needed, and what money goes to it. */
  readonly commission?: HowDecided | null;
  /** Working out what it should be. */
  readonly design?: HowDecided | null;
  /** Making it and running it. */
  readonly deliver?: HowDecided | null;
  /** Finding out what it did. */
  readonly assess?: HowDecided | null;
}

/**
 * How decisions are made: of a whole stage, or of one decision. What a decision leaves out is as its stage says; its own rule,
 * fallback and statements go before those of the stage; sign-offs and powers of both count.
 */
export interface HowDecided {
  /** The group's rule. Absent, it is not known. */
  readonly rule?: Rule | null;
  /** Whether the host organisation decides by itself, without a rule of the group: then only evidence counts. */
  readonly host_decides?: boolean;
  /** What decides if the group fails to. It counts as a second way to pass. */
  readonly fallback?: Rule | null;
  /** Who must authorise the decision besides the rule: at most 100. */
  readonly sign_offs?: readonly SignOff[];
  /** Members who hold the agenda, at most 100: without one of them saying yes the matter does not come up. */
  readonly agenda_held_by?: readonly Id[];
  /** Members each of whom can make the decision alone, whatever the group says: at most 100. */
  readonly can_impose?: readonly Id[];
  /**
   * Limits that were declared before the work began (law, budget, branding ...), in words, at most 100. They are no part of the rule and lower
   * no level.
   */
  readonly declared_limits?: readonly string[];
  /** What is known besides: at most 1,000 pieces. */
  readonly evidence?: readonly Evidence[];
}

/** Members who must authorise a decision besides the rule. */
export interface SignOff {
  /** The members, at most 100: each of them must say yes. */
  readonly by: readonly Id[];
  /** What they authorise, in words. */
  readonly what?: string | null;
  /**
   * The limits on which alone they may refuse (law, budget, branding ...), in words. Absent, they may refuse as they see fit. A
   * sign-off bound by limits that were declared before the work is no part of the rule.
   */
  readonly limited_to?: string | null;
  /** Whether everybody was told of it before the work began. */
  readonly declared_before_work?: Holds;
  /** Whether the lived side agreed to it. It then counts as declared from `agreed_on`. */
  readonly agreed_by_lived?: Holds;
  /** The day on which the lived side agreed. */
  readonly agreed_on?: Day | null;
  /** The day on which it was first used. */
  readonly first_used?: Day | null;
}

/**
 * Whether something holds. What nobody has said is unknown, never no.
 *
 * - `yes`: It does.
 * - `no`: It does not.
 * - `unknown`: Nobody has said, or people disagree.
 */
export type Holds =
  | "yes"
  | "no"
  | "unknown";

/** One piece of evidence about how a decision is made. */
export interface Evidence {
  /** What is stated. */
  readonly statement: Statement;
  /** Whether it holds. */
  readonly holds: Holds;
  /** Where this can be checked: minutes, terms of reference, a recording. */
  readonly source?: string | null;
  /** Who says so. Where two raters disagree the statement is unknown; without raters a yes beside a no is an error. */
  readonly rater?: Id | null;
}

/**
 * A statement about how a decision is made. "The lived side" is everybody in the group with lived experience together.
 *
 * - `told`: The lived side is told of the decision: P1.
 * - `asked_before`: The lived side is asked before the decision is made: P2. Having a vote counts as being asked.
 * - `reply_owed`: Whoever decides owes the lived side an answer with reasons: P3.
 * - `no_power_outside_rule`: Nobody outside the rule can stop the decision or make it. Powers that are named with the decision belong to the rule. Where it does not hold, name the power as a sign-off or a power to impose: one that is not named leaves only what evidence supports as the low end. Who holds the agenda names no such power.
 * - `rule_change_needs_lived`: The rule cannot be changed without the lived side.
 * - `deadlock_changes_nothing`: If the group fails to decide, things stay as they are. Where something else happens, name it as `fallback`.
 * - `lived_control_rules`: The lived side controls the rules.
 * - `lived_control_agenda`: The lived side controls the agenda.
 * - `lived_control_resources`: The lived side controls the money and other resources.
 * - `lived_do_tasks`: People with lived experience do some of the tasks.
 * - `host_do_tasks`: People of the host side do some of the tasks.
 */
export type Statement =
  | "told"
  | "asked_before"
  | "reply_owed"
  | "no_power_outside_rule"
  | "rule_change_needs_lived"
  | "deadlock_changes_nothing"
  | "lived_control_rules"
  | "lived_control_agenda"
  | "lived_control_resources"
  | "lived_do_tasks"
  | "host_do_tasks";

/** A decision of the group. */
export interface Decision {
  /** Its short name. */
  readonly id: Id;
  /** What it decides, for people to read; the id where absent. */
  readonly title?: string | null;
  /** The stage of the work to which it belongs. */
  readonly stage: Stage;
  /** The day on which it was taken. Who was a member then is counted; where absent, who is a member `as_at`. */
  readonly date?: Day | null;
  /** The day on which the work on it began, not after `date`. A sign-off first used later catches it under way. */
  readonly began?: Day | null;
  /** Whether both sides agreed that this is not one of the key decisions. All others are. */
  readonly minor_by_agreement?: boolean;
  /** How it is made, as far as that differs from what is said of its stage. */
  readonly how?: HowDecided;
}

/**
 * A stage of the work at which power can be shared. Source of the four: Bovaird & Loeffler's "Four Co's" (2012).
 *
 * - `commission`: Deciding what is needed, and what money goes to it.
 * - `design`: Working out what it should be.
 * - `deliver`: Making it and running it.
 * - `assess`: Finding out what it did.
 */
export type Stage =
  | "commission"
  | "design"
  | "deliver"
  | "assess";

/** A piece of work. */
export interface Task {
  /** The short name used in assignments. */
  readonly id: Id;
  /** The name for people to read; the id where absent. */
  readonly title?: string | null;
  /** Hours that the task takes each person who does it. */
  readonly hours: Hours;
  /** Hours on top for the quality that was agreed ("fit to print", "checked by a lawyer"): borne as the others are. None where absent. */
  readonly quality_hours?: Hours | null;
  /** What kind of work it is: ordinary, or one of those that are easily overlooked. Answers count these apart. */
  readonly work?: WorkKind;
  /** The whole that it is a part of, where several tasks make one: the brochure of which this is a section. Any word will do. */
  readonly part_of?: Id | null;
  /** What it weighs, in words that people name a factor for in their `burdens` or that they avoid: `travel`, `access`, `emotional`. At most 8. */
  readonly burdens?: readonly Id[];
  /**
   * Who is needed. Without needs, a task done by `one` is for any one person, and a task done `together` is for everybody who
   * has hours to give.
   */
  readonly needs?: readonly Need[];
  /** The first day on which it can be worked on. */
  readonly from?: Day | null;
  /** The day on which it must be finished; the day of the last session where absent. */
  readonly due?: Day | null;
  /** Days on which whoever does it must be there. Nobody has it who is away on one of them. At most 366. */
  readonly sessions?: readonly WorkSession[];
  /** The ids of tasks that are finished on an earlier day than any on which this one is worked on. */
  readonly after?: readonly Id[];
  /** Whether it is owned or done together. */
  readonly mode?: TaskMode;
  /**
   * For a task done `together`: the people who do it, and the part of the hours that each of them bears instead of all of them. The parts
   * sum to 1, and each is a whole number of seconds.
   */
  readonly share?: Readonly<Record<string, Ratio>>;
  /** Whether it is finished. A finished task is given to nobody; it counts for those who did it, where the request names them. */
  readonly done?: boolean;
}

/**
 * What kind of work a task is.
 *
 * - `ordinary`: What the group is there to do.
 * - `facilitating`: Running meetings, keeping to time and to the subject.
 * - `notes`: Writing down what was said and agreed, and sending it round.
 * - `chasing`: Reminding people, and asking for what is late.
 * - `editing`: Making parts by several hands read as one.
 * - `planning`: Work plans, dates, agendas.
 * - `administration`: Rooms, bookings, forms, payments.
 * - `supporting`: Being there for others: check-ins, mentoring, debriefs.
 * - `other_hidden`: Any other work that is easily overlooked.
 */
export type WorkKind =
  | "ordinary"
  | "facilitating"
  | "notes"
  | "chasing"
  | "editing"
  | "planning"
  | "administration"
  | "supporting"
  | "other_hidden";

/**
 * What a task asks of the people who do it. All conditions of one need are met by the same person, and nobody fills two places
 * of one task.
 */
export interface Need {
  /** A role that the person must hold. */
  readonly role?: Id | null;
  /** A skill that the person must have. */
  readonly skill?: Id | null;
  /** The constituency that the person must belong to. */
  readonly constituency?: Id | null;
  /** Something that the person must have lived through. */
  readonly experience?: Id | null;
  /** How many such people; 1 where absent, never 0. */
  readonly count?: number;
}

/** A day on which those who do a task must be there. */
export interface WorkSession {
  /** The day. */
  readonly date: Day;
  /** How many of the task's hours are worked on that day. Where absent they may be worked on any day. */
  readonly hours?: Hours | null;
  /** When it starts, by the clock of the place: `"09:30"`. Calendars show it; a split looks at whole days. Not said where absent. */
  readonly start?: ClockTime | null;
}

/** A time of day by a 24-hour clock, as text: "09:30". From 00:00 to 23:59. */
export type ClockTime = string;

/**
 * How a task is done.
 *
 * - `one`: Whoever has it owns it and bears all its hours; where several are needed, such as a pair of tutors, each bears them all.
 * - `together`: Those who have it do it together, and each bears all its hours unless `share` says otherwise.
 */
export type TaskMode =
  | "one"
  | "together";

/** Who has a task. */
export interface Assignment {
  /** The id of the task. */
  readonly task: Id;
  /** The ids of those who have it. */
  readonly people: readonly Id[];
}

/** A meeting of the group. */
export interface Session {
  /** When it was. */
  readonly date: Day;
  /** How long it took. */
  readonly hours: Hours;
  /** Who was there. */
  readonly attended?: readonly Id[];
  /** Who contributed from elsewhere, by telephone, video or beforehand. This counts as taking part. */
  readonly remote?: readonly Id[];
  /** Unpaid hours of getting there, arranging access and administration, for each person who said. */
  readonly unpaid?: Readonly<Record<string, Hours>>;
}

/**
 * What one person is paid, and what their tax and benefits depend on. It is personal: it belongs here only as far as the person chose
 * to say and agreed, and not in a copy of the project that others read.
 */
export interface PersonPayments {
  /** Who is paid; each person stands here once. */
  readonly person: Id;
  /**
   * Their circumstances, as `payment.take_home` asks for them. Where no age is told here, the one of the person's other circumstances
   * is taken.
   */
  readonly circumstances?: PaidPerson;
  /** What they are paid, from 1 to 100 payments. */
  readonly payments: readonly Payment[];
}

/** A suggestion, and what became of it. */
export interface Suggestion {
  /** Who made it. */
  readonly from: Id;
  /** When. */
  readonly date?: Day | null;
  /** What it was. */
  readonly about?: string | null;
  /** What became of it. */
  readonly outcome: Outcome;
  /** The reason that was given. */
  readonly reason?: string | null;
  /** For a refusal: whether the limit that it rests on had been declared before the work began. */
  readonly limit_declared?: boolean | null;
}

/**
 * What became of a suggestion.
 *
 * - `accepted`: It was taken up.
 * - `part_accepted`: Part of it was taken up.
 * - `refused`: It was turned down.
 * - `open`: Nothing has been decided.
 */
export type Outcome =
  | "accepted"
  | "part_accepted"
  | "refused"
  | "open";

/** A question of the project, and its answer if one has been found. */
export interface ProjectQuestion {
  /** One of the built-in questions (`review.questions` lists them), or a short name for a question of your own. */
  readonly id: Id;
  /** The question; needed for one of your own, and left out for a built-in one. */
  readonly text?: string | null;
  /** What the group answered; absent while nobody has. */
  readonly answer?: string | null;
  /** When it was answered. */
  readonly answered?: Day | null;
  /** Whether the question does not arise in this project. Such a question counts as settled. */
  readonly not_relevant?: boolean;
}

/** A cost besides what people are paid. */
export interface BudgetCost {
  /** Which section it belongs to. */
  readonly section: BudgetSection;
  /** What it is for, up to 200 letters. */
  readonly text: string;
  /** How many, such as hours of staff or hires of a room. */
  readonly quantity?: Ratio;
  /** What one costs. */
  readonly unit_cost: Money;
}

/**
 * A section of a budget.
 *
 * - `fees`: Fees, with pay for preparing and travelling.
 * - `expenses`: What people are paid back.
 * - `paid_for_people`: What is paid to others for people: interpreters, replacement care, tickets bought for them.
 * - `employer_costs`: What an employer pays on top of fees.
 * - `staff_time`: The time of staff who organise and support.
 * - `activities`: Rooms, food, materials, technology.
 * - `recruitment_and_support`: Finding people, learning, supervision, advice.
 * - `other`: Anything else.
 */
export type BudgetSection =
  | "fees"
  | "expenses"
  | "paid_for_people"
  | "employer_costs"
  | "staff_time"
  | "activities"
  | "recruitment_and_support"
  | "other";

/** What involvement costs. */
export interface BudgetAnswer {
  /** Every amount. */
  readonly lines: readonly BudgetLine[];
  /** The sum of each section that has a line. */
  readonly sections: readonly BudgetSectionTotal[];
  /** The sum of what is known. A range where an employer's cost depends on something unknown. */
  readonly total: Money | MoneyRange;
  /** What is not in the total because nobody has said it. */
  readonly unknown: readonly string[];
  /** What to beware of. */
  readonly warnings: readonly string[];
  /** What such a budget leaves out. */
  readonly not_modelled: readonly string[];
  /** The lines as a table with commas: section, person, text, low, high. */
  readonly csv: string;
}

/** One amount of a budget. */
export interface BudgetLine {
  /** Its section. */
  readonly section: BudgetSection;
  /** Who is paid, where it is one person. */
  readonly person?: Id | null;
  /** What it is for. */
  readonly text: string;
  /** The amount. */
  readonly amount: Money | MoneyRange;
  /** Where it stands in the request: a JSON pointer. */
  readonly at: string;
}

/** The sum of a section. */
export interface BudgetSectionTotal {
  /** The section. */
  readonly section: BudgetSection;
  /** Its sum. */
  readonly total: Money | MoneyRange;
}

/** Which frameworks to list. */
export interface FrameworksRequest {
  /** The ids of the frameworks wanted; all of them where empty. */
  readonly frameworks?: readonly Id[];
}

/** The scale, the frameworks and what is disputed about them. */
export interface FrameworksAnswer {
  /** The common scale from bottom to top. */
  readonly scale: readonly ScaleLevel[];
  /** The stages for which levels are inferred. */
  readonly stages: readonly Stage[];
  /** The statements that evidence can be given for, each with its question. */
  readonly statements: readonly StatementQuestion[];
  /** The frameworks, each level with its place on the common scale. */
  readonly frameworks: readonly Framework[];
  /** What a crosswalk between frameworks cannot settle. */
  readonly disputes: readonly string[];
  /** What was taken over without a check against its source. */
  readonly warnings: readonly string[];
}

/** One level of the scale. */
export interface ScaleLevel {
  /** The level: from 0 to 6. */
  readonly level: number;
  /** Its name. */
  readonly name: string;
  /** What it takes. */
  readonly meaning: string;
}

/** A statement and its question. */
export interface StatementQuestion {
  /** The statement. */
  readonly statement: Statement;
  /** What it is about. */
  readonly about: StatementAbout;
  /** What to ask. */
  readonly question: string;
}

/**
 * What a statement is about.
 *
 * - `voice`: Whether the lived side is heard: it decides the level where votes do not.
 * - `standing`: Whether the rule stands: without it no rule proves shared power.
 * - `control`: What the lived side controls: the step from P5 to P6.
 * - `tasks`: Who does the work: it never changes a level, and co-production needs both sides to take part by vote or task.
 */
export type StatementAbout =
  | "voice"
  | "standing"
  | "control"
  | "tasks";

/** A published framework of participation. */
export interface Framework {
  /** The short name used in requests. */
  readonly id: Id;
  /** Its title. */
  readonly name: string;
  /** Where it was published. */
  readonly citation: string;
  /** What its levels are to one another. */
  readonly order: FrameworkOrder;
  /** How far its levels were checked against the source. */
  readonly confidence: Confidence;
  /** What was checked and what was not. */
  readonly checked: string;
  /** What to know before using it. */
  readonly note: string;
  /** Its levels, in this project's own words. */
  readonly levels: readonly FrameworkLevel[];
}

/**
 * What the levels of a framework are to one another.
 *
 * - `ladder`: Rungs in an order.
 * - `bands`: A few wide bands in an order.
 * - `unordered`: Ways of taking part of which none is above another.
 * - `conditions`: Conditions, principles or standards: they gate or describe and give no level.
 * - `phases`: Phases of the work.
 * - `definition`: One definition that is met or not.
 */
export type FrameworkOrder =
  | "ladder"
  | "bands"
  | "unordered"
  | "conditions"
  | "phases"
  | "definition";

/**
 * How far a framework was checked.
 *
 * - `seen`: Its levels were seen quoted.
 * - `partly`: A part of it was seen quoted, and the rest is from memory.
 * - `unconfirmed`: Its levels are from memory.
 */
export type Confidence =
  | "seen"
  | "partly"
  | "unconfirmed";

/** One level of a framework. */
export interface FrameworkLevel {
  /** Its name. */
  readonly name: string;
  /** What it means. */
  readonly definition: string;
  /** Where it lies on the common scale; absent for what is not a level of power. */
  readonly power?: LevelRange | null;
  /** What tells it from its neighbours besides power. */
  readonly also_needs?: AlsoNeeds | null;
  /** What can be said against its place. */
  readonly contestable?: string | null;
}

/** A range of levels: what the evidence leaves possible. One level where both ends are the same. */
export interface LevelRange {
  /** The lowest level possible: from 0 to 6. */
  readonly low: number;
  /** The highest level possible: from `low` to 6. */
  readonly high: number;
}

/**
 * What a level turns on besides power.
 *
 * - `stages_covered`: Which stages of the work people take part in.
 * - `doing_together`: Whether people do the work together, or only decide together.
 * - `who_started`: Who started the work.
 * - `other_facts`: Facts that are not about power.
 */
export type AlsoNeeds =
  | "stages_covered"
  | "doing_together"
  | "who_started"
  | "other_facts";

/** The group, and how its decisions are made. */
export interface LevelRequest {
  /** The kinds of people in the group: 1 to 100. */
  readonly constituencies: readonly Constituency[];
  /**
   * The people: 1 to 60, each in one of the constituencies. Hours, pay and capacity change no level. Unusual rules for large groups
   * may be refused with `too_much_work`.
   */
  readonly people: readonly Person[];
  /** The day for which membership is counted where a decision has no date; where absent, everybody who has not left counts. */
  readonly as_at?: Day | null;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** How decisions are made in each stage. */
  readonly stages?: StagesHow;
  /** Single decisions: up to 200. A stage without any is taken as one decision. */
  readonly decisions?: readonly Decision[];
  /** The definitions of co-production to check the project against, at most 100; all of them where empty. */
  readonly definitions?: readonly DefinitionName[];
  /** The ids of the frameworks whose names for the levels are wanted, at most 100; all of them where empty. */
  readonly frameworks?: readonly Id[];
}

/**
 * A definition that a project may claim to meet.
 *
 * - `co_production`: Shared power (P4 at least) with both sides taking part, by vote or task, in every stage of which anything is said.
 * - `ladder_of_co_production`: The top rung of the ladder of co-production (National Co-production Advisory Group): the same in design and delivery.
 * - `fulfilling_lives`: Fulfilling Lives: the same, with equal influence, in commissioning, design and delivery.
 * - `nihr`: The guidance on co-producing a research project (National Institute for Health and Care Research): the same in all four stages.
 * - `equal_influence`: Equal influence in every stage of which anything is said: both sides can decide and block alike, no single member can block on one side only, and the rules stand.
 * - `strict_equality`: Co-production with equal influence and neither side in the lead, in every stage of which anything is said.
 */
export type DefinitionName =
  | "co_production"
  | "ladder_of_co_production"
  | "fulfilling_lives"
  | "nihr"
  | "equal_influence"
  | "strict_equality";

/** The levels of a project: a range for each stage, and no number for the whole. */
export interface LevelAnswer {
  /** The four stages in their order. */
  readonly stages: readonly StageLevel[];
  /** The definitions of co-production asked for, each supported, contradicted or open. */
  readonly definitions: readonly DefinitionVerdict[];
}

/** The level of one stage: at either end the lowest of its key decisions. */
export interface StageLevel {
  /** The stage. */
  readonly stage: Stage;
  /** The lowest level possible: from 0 to 6. */
  readonly low: number;
  /** The highest level possible: from 0 to 6. */
  readonly high: number;
  /** The range if every rule stands; null where a key decision has no rule that could pass, and where there is none. */
  readonly by_rule?: LevelRange | null;
  /** How many key decisions have which range, from the lowest up. */
  readonly counts: readonly LevelCount[];
  /** What each framework calls the range. */
  readonly rungs: readonly FrameworkRung[];
  /** How the range comes about. */
  readonly because: readonly string[];
  /** What it rests on that nobody has stated. */
  readonly assumes: readonly string[];
  /** The question that narrows the range most even if its answer is the less helpful one; null if none would. */
  readonly narrows_most?: LevelQuestion | null;
  /** The decisions, key or not. A stage of which only the stage itself is described has one without an id. */
  readonly decisions: readonly DecisionLevel[];
}

/** How many key decisions have one range of levels. */
export interface LevelCount {
  /** The lowest level possible: from 0 to 6. */
  readonly low: number;
  /** The highest level possible: from 0 to 6. */
  readonly high: number;
  /** How many decisions. */
  readonly decisions: number;
}

/** What one framework calls a range of levels. */
export interface FrameworkRung {
  /** The id of the framework. */
  readonly framework: string;
  /** Its title. */
  readonly name: string;
  /** The name of the rung; null while several are possible or power alone cannot tell. */
  readonly rung?: string | null;
  /** The rungs that the range leaves possible. */
  readonly possible: readonly string[];
  /** Why there is no one rung. */
  readonly why?: string | null;
  /** Given where the framework was not checked against its source. */
  readonly warning?: string | null;
}

/**
 * A question that nobody has answered, and what each answer would leave. What a vote or a seat answers by itself (whether people are
 * told or asked) is not asked, though evidence may say no to it and lower the range: `assumes` says where the range rests on it.
 */
export interface LevelQuestion {
  /** The statement asked about; null where the question is about a rule, a side or a sign-off. */
  readonly statement?: Statement | null;
  /** The question in plain English. */
  readonly question: string;
  /** What a yes would leave; null where the question has other answers than yes and no. */
  readonly if_yes?: LevelRange | null;
  /** What a no would leave. */
  readonly if_no?: LevelRange | null;
}

/** The level of one decision. */
export interface DecisionLevel {
  /** Its id; null where the stage as a whole is described. */
  readonly id?: Id | null;
  /** What it decides, for people to read. */
  readonly title: string;
  /** The day for which membership was counted; null for everybody who has not left. */
  readonly members_on?: Day | null;
  /** Whether it counts for its stage: all decisions do but those that both sides agreed are minor. */
  readonly key: boolean;
  /** The lowest level possible: from 0 to 6. */
  readonly low: number;
  /** The highest level possible: from 0 to 6. */
  readonly high: number;
  /** The range if the rule stands; null where no rule is known, or one that can never pass. */
  readonly by_rule?: LevelRange | null;
  /** How the range comes about. */
  readonly because: readonly string[];
  /** What it rests on that nobody has stated. */
  readonly assumes: readonly string[];
  /** The question that narrows the range most even if its answer is the less helpful one; null if none would. */
  readonly narrows_most?: LevelQuestion | null;
  /** What is worth knowing beside the level. A code stands here only if it holds in every way of counting. */
  readonly codes: readonly LevelCode[];
  /** Each lived-experience constituency by itself, as if all others were against it. */
  readonly lived: readonly ConstituencyLevel[];
  /**
   * Whether both sides have equal influence by the rule: the same five answers about deciding and blocking, and no member on one
   * side only who can block alone.
   */
  readonly equal_influence: Holds;
  /**
   * The rule with the powers that were added to it; null where no rule is known. Where it is not known whether a sign-off was
   * declared, it is shown with the sign-off.
   */
  readonly rule?: EffectiveRule | null;
}

/**
 * What is worth knowing beside the level.
 *
 * - `no_rule_known`: No rule is known.
 * - `rule_never_passes`: The rule can never pass for those who were members.
 * - `host_decides`: The host decides by itself.
 * - `no_lived_member`: Nobody of the lived side was a member.
 * - `lived_votes_never_matter`: The votes of the lived side can never matter.
 * - `either_side_alone`: Either side alone could decide.
 * - `outvoted_only_with_third_parties`: The lived side can be outvoted, but only if independent third parties vote against it.
 * - `needs_every_lived_member`: Every member of the lived side is needed to decide or to block.
 * - `one_sided_veto`: Single members can block alone, and on one side only.
 * - `late_sign_off`: A sign-off that was not declared in time caught the decision under way.
 */
export type LevelCode =
  | "no_rule_known"
  | "rule_never_passes"
  | "host_decides"
  | "no_lived_member"
  | "lived_votes_never_matter"
  | "either_side_alone"
  | "outvoted_only_with_third_parties"
  | "needs_every_lived_member"
  | "one_sided_veto"
  | "late_sign_off";

/** The level of one lived-experience constituency by itself. */
export interface ConstituencyLevel {
  /** The constituency. */
  readonly constituency: Id;
  /** How many members it had then. */
  readonly members: number;
  /** The lowest level possible: from 0 to 6. */
  readonly low: number;
  /** The highest level possible: from 0 to 6. */
  readonly high: number;
  /** The range if the rule stands. */
  readonly by_rule?: LevelRange | null;
}

/** The rule of a decision as it really is. */
export interface EffectiveRule {
  /** Who was a member on its date. */
  readonly members: readonly Member[];
  /** The group's own rule for them, written out; null if it can never pass for them. */
  readonly written?: Rule | null;
  /** The same with the powers added; null if it can never pass for them. */
  readonly effective?: Rule | null;
  /** The effective rule in plain English, one line a part. */
  readonly words: readonly string[];
  /** What was added to the group's own rule. */
  readonly added: readonly AddedPower[];
}

/** A member of a group. In JSON a plain id stands for a member without a constituency. */
export type Member = {
  /** The short name used in rules and votes. */
  readonly id: Id;
  /** The constituency that the member belongs to. Every member has one, or none has. */
  readonly constituency?: Id | null;
} | string;

/** A power beside the group's rule that was added to it. */
export interface AddedPower {
  /** What kind of power it is. */
  readonly kind: AddedKind;
  /** Who holds it; empty for a fallback. */
  readonly by: readonly Id[];
  /** What it does, in plain English. */
  readonly words: string;
}

/**
 * The kinds of power that a decision may name.
 *
 * - `sign_off`: Each of these must authorise it.
 * - `agenda`: One of these must bring it up.
 * - `impose`: Each of these can make it alone.
 * - `fallback`: What decides if the group fails to.
 */
export type AddedKind =
  | "sign_off"
  | "agenda"
  | "impose"
  | "fallback";

/** Whether a project meets a definition. */
export interface DefinitionVerdict {
  /** The definition. */
  readonly definition: DefinitionName;
  /** What the evidence says of it. */
  readonly verdict: Verdict;
  /** What fails, or is not known, stage by stage; what holds where all does. */
  readonly because: readonly string[];
}

/**
 * What the evidence says of a claim.
 *
 * - `supported`: Even the low end suffices.
 * - `contradicted`: Even the high end fails.
 * - `open`: It depends on what is not known.
 */
export type Verdict =
  | "supported"
  | "contradicted"
  | "open";

/** A rule to explain. */
export interface ExplainRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** Whether to list, for every part with a bar, how many are enough of each number of votes that may come together. */
  readonly boundaries?: boolean;
}

/** What a rule says. */
export interface ExplainAnswer {
  /** The rule in plain English, one line a part; the parts of a part are indented by two spaces. */
  readonly words: readonly string[];
  /** The rule with every shorthand and every name written out. */
  readonly expanded: Rule;
  /** The same in plain English. */
  readonly expanded_words: readonly string[];
  /** If asked for: how many are enough, part by part. */
  readonly boundaries?: readonly PartBoundaries[];
}

/** How many are enough for one part of a rule. */
export interface PartBoundaries {
  /** Which part: its place, from 0, among the `parts` that `power.decide` lists for this rule. */
  readonly part: number;
  /** What is counted. */
  readonly counts: PartCounts;
  /** Whether weight is counted and not heads. */
  readonly by_weight?: boolean;
  /** What the share is a share of; absent where the bar is a whole number. */
  readonly base?: VoteBase | null;
  /** The part in words, with what is enough of everybody. */
  readonly says: string;
  /** For each number that there may be, from 1 to all, how many are enough: every one up to 1000; only all beyond it. */
  readonly rows: readonly BoundaryRow[];
  /** Who has a second vote here at a tie. */
  readonly second_vote?: Id | null;
}

/**
 * What the bar of a part counts.
 *
 * - `yes`: Votes that say yes, or their weight.
 * - `without_objection`: Those present, or whose vote somebody present carries, who do not object.
 * - `sign_offs`: Those who must say yes and do.
 * - `present`: Members who are there, whatever they do.
 * - `voting`: Members who say yes or no.
 * - `parts`: Parts of the rule that pass.
 */
export type PartCounts =
  | "yes"
  | "without_objection"
  | "sign_offs"
  | "present"
  | "voting"
  | "parts";

/** How many are enough of one number. */
export interface BoundaryRow {
  /** Of so many: votes cast, members present, members, parts. */
  readonly of: Count;
  /** So many are enough, and one less is not, where no second vote is used: it is used only if yes and no are equal and its holder votes. */
  readonly enough: Count;
  /** So many are enough if exactly as many say no and the holder of a second vote says yes, where that is fewer than `enough`. */
  readonly with_second_vote?: Count | null;
  /**
   * So many are needed if the holder of a second vote says no, where that is more than `enough`: with half of the votes cast saying yes it
   * would be a tie, and the second vote one more no.
   */
  readonly against_second_vote?: Count | null;
}

/** A whole number: a JSON number up to 2^53, text beyond. */
export type Count = number | string;

/** A vote to be decided. */
export interface DecideRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** What each member did. Members who are not named were absent. */
  readonly votes: Readonly<Record<string, VoteState>>;
  /**
   * Votes handed over: whose, and to whom, who can hand them on. Whoever hands over is not there and has no vote of their own in
   * `votes`; the one who casts the vote says the same for all. If that one is absent, so is everybody whose vote they carry.
   */
  readonly delegates?: Readonly<Record<string, Id>>;
  /**
   * Whether those whose vote somebody present casts count as present: for quorums of members present, and for second votes at a tie.
   * They do not where absent; their votes count as votes either way.
   */
  readonly proxy_counts_present?: boolean;
}

/**
 * What a member did. Present is anything but absent; cast is yes or no, and an objection counts as no.
 *
 * - `yes`: Said yes.
 * - `no`: Said no.
 * - `object`: Said no with an objection, which stops a decision by consent.
 * - `abstain`: Was there and took no side.
 * - `absent`: Was not there.
 */
export type VoteState =
  | "yes"
  | "no"
  | "object"
  | "abstain"
  | "absent";

/** What came of a vote. */
export interface DecideAnswer {
  /** Whether it passed. */
  readonly passed: boolean;
  /** Why, in plain sentences with the exact numbers: the parts of the rule that decided it. */
  readonly because: readonly string[];
  /**
   * The members of whom each alone stands in the way: with this member's vote as it is, it would fail even if everybody else came
   * and said yes. Empty if it passed, and where it cannot pass at all, because too many have handed over their votes for a quorum: `because`
   * says so then.
   */
  readonly blocked_by: readonly Id[];
  /** The members of whom each could turn the outcome by changing their own vote alone. */
  readonly pivotal: readonly Id[];
  /** The fewest changed votes that would turn the outcome. Null if none would. */
  readonly would_change_if?: SmallestChange | null;
  /** Members whose votes are not in the request, and who were therefore taken to be absent. */
  readonly assumed_absent: readonly Id[];
  /** The votes that were handed over: who cast them, and which of them were lost because that one was absent. */
  readonly carried_votes: readonly CarriedVote[];
  /** Every part of the rule and whether it passed; the parts of a part follow it, one level deeper. */
  readonly parts: readonly PartOutcome[];
  /**
   * Who could have turned it, by themselves: anybody, those on one side of it, each constituency as a whole; with every smallest set of
   * changes.
   */
  readonly ways: readonly TurnWay[];
  /** If it failed: whether it is rejected or stuck, who stands in the way, and which branches of the rule are open. */
  readonly deadlock?: Deadlock | null;
}

/** A smallest set of changed votes that turns a decision. */
export interface SmallestChange {
  /** The votes to change. There may be other sets of the same size. */
  readonly changes: readonly VoteChange[];
  /** How many they are. */
  readonly count: number;
  /** No fewer changes than this could turn it: the same as `count` if `exact`. */
  readonly at_least: number;
  /** Whether it is proved that no fewer would do. */
  readonly exact: boolean;
  /** The same as a plain sentence. */
  readonly sentence: string;
}

/** A vote that would have to be another. */
export interface VoteChange {
  /** Whose vote. */
  readonly member: Id;
  /** What the member did. */
  readonly from: VoteState;
  /** What it would have to be. */
  readonly to: VoteState;
}

/** A vote that was handed over. */
export interface CarriedVote {
  /** Whose vote it is. */
  readonly member: Id;
  /** Who casts it in the end. */
  readonly carried_by: Id;
  /** Those through whose hands it went, in this order. */
  readonly through: readonly Id[];
  /** Whether the one who casts it is certainly absent, so that the vote is lost and the member counts as absent. */
  readonly lost: boolean;
  /** The same as a plain sentence. */
  readonly says: string;
}

/** Whether one part of the rule passed. */
export interface PartOutcome {
  /** How deep it stands in the rule: 0 for the whole. */
  readonly depth: number;
  /** Whether it passed. */
  readonly passed: boolean;
  /** The votes and what was needed, in a plain sentence. */
  readonly says: string;
  /** What would be enough here, in whole numbers, with the votes as they are. */
  readonly bar: PartBar;
}

/**
 * The bar of one part in whole numbers. The part passes if `reached` is at least `enough`: of the same votes cast, and with the holder of a
 * second vote voting as they did. The second vote itself is not counted in any of the numbers; what it does at a tie is in `enough`. Votes
 * handed over count for those whose they are.
 */
export interface PartBar {
  /** What is counted. */
  readonly counts: PartCounts;
  /** Whether weight is counted and not heads. */
  readonly by_weight?: boolean;
  /** What the share is a share of; absent where the bar is a whole number. */
  readonly base?: VoteBase | null;
  /** Of how many: the base as it is now. */
  readonly of: Count;
  /** The least number that is enough of so many. Null where no number is, because there is nothing to take a share of. */
  readonly enough?: Count | null;
  /** The number there is. */
  readonly reached: Count;
  /** How many are missing: 0 if the part passes. */
  readonly missing: Count;
  /** How many there are beyond what is enough. */
  readonly to_spare: Count;
  /** Who has a second vote here at a tie, and what it does. */
  readonly second_vote?: SecondVote | null;
  /** The same as a plain sentence. */
  readonly says: string;
}

/** A casting vote: a second vote when yes and no are exactly equal and above zero. */
export interface SecondVote {
  /** Who has it. */
  readonly member: Id;
  /** Whether it was used. */
  readonly used: boolean;
  /**
   * Whether this part passes if exactly half of the votes cast say yes, with the holder's own vote as it is. Null where there can be no
   * tie or no second vote: the holder did not vote, or the votes cast are an odd number.
   */
  readonly passes_a_tie?: boolean | null;
  /** What would be `enough` of the same votes cast if the holder said yes. Null where the holder did not vote. */
  readonly enough_if_yes?: Count | null;
  /** What would be `enough` of the same votes cast if the holder said no. Null where the holder did not vote. */
  readonly enough_if_no?: Count | null;
}

/** What it takes to turn the outcome if only some members change what they did, and all others stay as they are. */
export interface TurnWay {
  /** Which members change. */
  readonly who: WhoChanges;
  /** Which constituency, where it is one. */
  readonly constituency?: Id | null;
  /** Whether they could turn the outcome. Null where finding out would take more work than is allowed. */
  readonly possible?: boolean | null;
  /** How many of them must change at least, as far as is known. Null if they cannot turn it or that is not known. */
  readonly at_least?: number | null;
  /** How many changes the sets listed have: the fewest, if this is `at_least`. */
  readonly count?: number | null;
  /**
   * The smallest sets of changes as patterns, up to ten, in a fixed order; one set from which no change can be left out where the
   * fewest are not known.
   */
  readonly sets: readonly ChangePattern[];
  /** How many smallest sets there are. Null if not all of them are listed. */
  readonly set_count?: Count | null;
  /** The same as a plain sentence. */
  readonly sentence: string;
}

/**
 * Which members change their votes.
 *
 * - `everybody`: Anybody.
 * - `said_yes`: Only those who said yes.
 * - `said_no`: Only those who said no or objected.
 * - `took_no_side`: Only those who abstained or were absent.
 * - `constituency`: Only the members of one constituency.
 */
export type WhoChanges =
  | "everybody"
  | "said_yes"
  | "said_no"
  | "took_no_side"
  | "constituency";

/** Sets of changes that differ only in which of the members who are alike change. */
export interface ChangePattern {
  /** Who changes: so many of each of these. */
  readonly choices: readonly ChangeChoice[];
  /** How many sets these are. */
  readonly sets: Count;
}

/** Some of the members who did the same and count for the same. */
export interface ChangeChoice {
  /** Any of these. */
  readonly members: readonly Id[];
  /** How many of them. */
  readonly choose: number;
  /** What they did. */
  readonly from: VoteState;
  /** What it would have to be, and for how many of them. */
  readonly to: readonly StateCount[];
}

/** How many do one thing. */
export interface StateCount {
  /** What they do. */
  readonly state: VoteState;
  /** How many. */
  readonly count: number;
}

/** A failed decision, looked into. */
export interface Deadlock {
  /**
   * Whether it is rejected or stuck. The opposite motion is voted on under the same rule by the same people: all who said no or objected
   * say yes to it, all who said yes object to it, and the rest do as they did.
   */
  readonly kind: DeadlockKind;
  /** The same as a plain sentence. */
  readonly sentence: string;
  /** The smallest sets of people who stand in the way. */
  readonly stand_in_the_way: StandInTheWay;
  /** The parts of the rule of which one more would do, and the quorums that were missed, as far as they failed: up to twenty. */
  readonly branches: readonly OpenBranch[];
}

/**
 * What kind of failure it is.
 *
 * - `rejected`: The opposite would pass: the group decided against it.
 * - `stuck`: Neither it nor its opposite passes: the group decided nothing.
 */
export type DeadlockKind =
  | "rejected"
  | "stuck";

/** The smallest sets of members with whose votes, as they are, it would fail even if everybody else came and said yes. */
export interface StandInTheWay {
  /** How many members the sets listed have: the fewest, if this is `at_least`. */
  readonly count: number;
  /** No fewer than so many could stand in the way. */
  readonly at_least: number;
  /** The sets as patterns, up to ten, in a fixed order; one from which nobody can be left out where the fewest are not known. */
  readonly sets: readonly StandPattern[];
  /** How many smallest sets there are. Null if not all of them are listed. */
  readonly set_count?: Count | null;
}

/** Sets that differ only in which of the members who are alike they hold. */
export interface StandPattern {
  /** So many of each of these. */
  readonly choices: readonly StandChoice[];
  /** How many sets these are. */
  readonly sets: Count;
}

/** Some of the members who did the same and count for the same. */
export interface StandChoice {
  /** Any of these. */
  readonly members: readonly Id[];
  /** How many of them. */
  readonly choose: number;
  /** What they did. */
  readonly did: VoteState;
}

/** A part of the rule that failed and need not have. */
export interface OpenBranch {
  /** Which part: its place, from 0, in `parts`. */
  readonly part: number;
  /** What kind of branch it is. */
  readonly kind: BranchKind;
  /** Whether it is open: it could pass if only those who abstained or were absent change. Null where that is not known. */
  readonly open?: boolean | null;
  /** A smallest set of changes with which this part would pass: by those who took no side if it is open, else by anybody. */
  readonly changes: readonly VoteChange[];
  /** No fewer changes than this could do. */
  readonly at_least: number;
  /** Whether the whole would pass with these changes. */
  readonly then_passes: boolean;
  /** The same as a plain sentence. */
  readonly sentence: string;
}

/**
 * What kind of branch it is.
 *
 * - `choice`: One of several parts that need not all pass: a fallback, an override, what a veto gives way to.
 * - `quorum`: A quorum that was missed.
 */
export type BranchKind =
  | "choice"
  | "quorum";

/** A rule to measure power under. */
export interface MeasureRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /**
   * The indices to answer. Those left out are null in the answer. Where absent, all that can be worked out for this group;
   * `left_out` in the answer names the others.
   */
  readonly indices?: readonly PowerIndex[] | null;
  /** Members who have agreed to vote together, for the three indices for such unions: `"constituencies"`, or lists of member ids. */
  readonly unions?: "constituencies" | readonly (readonly Id[])[] | null;
  /** Exact fractions as far as they can be had, or decimals. */
  readonly numbers?: PowerNumbers;
  /**
   * How often people come, and who votes for whom, for power as the group really meets: `attendance` in the answer. The rest of the
   * answer is about everybody attending.
   */
  readonly attendance?: Attendance | null;
}

/**
 * A way to put a member's power into a number. All of them look at the coalitions that pass: the sets of members whose yes is enough
 * when everybody else objects. A member is *critical* in one that fails without the member: that is a *swing*. They answer
 * different questions, and where they disagree none of them is wrong.
 *
 * - `banzhaf`: The member's swings as a share of everybody's. For a group: how influence over open questions is shared out, if nobody knows beforehand who sides with whom. To be preferred for comparing members under one rule; not for comparing rules, as it is a share whatever there is to be shared (see `banzhaf_absolute`). Swings of the member / swings of all. Source: Banzhaf (1965), after Penrose (1946).
 * - `banzhaf_absolute`: The chance that the member's vote decides when everybody else tosses a coin. For a group: how often one vote will make the difference. To be preferred for comparing rules, or members of different groups, and for asking whether a vote is worth coming for. Swings / 2^(n - 1), for n members. Source: Penrose (1946); Dubey and Shapley (1979).
 * - `shapley_shubik`: The chance that the member is the one whose yes makes it pass, when all come round to yes one after another in random order. For a group: how the prize of a decision would be shared, if those who are needed last can ask for it. To be preferred where members bargain, or where one number for a side must be the sum of its members' numbers and all sum to 1. The sum over swings in coalitions of s members of (s - 1)! (n - s)! / n!. Source: Shapley and Shubik (1954).
 * - `deegan_packel`: The share that falls to the member if one minimal winning coalition is drawn, each as likely as any other, and divides its power equally. For a group: who is in the smallest alliances. To be preferred where a few allies form no larger a coalition than they must; it may give a heavier vote less than a lighter one. The mean over the minimal winning coalitions of 1 / s for their members. Source: Deegan and Packel (1978).
 * - `holler`: The public good index: how many of the minimal winning coalitions the member is in, as a share of everybody's. For a group: who is wanted for what all then enjoy, undivided. To be preferred where a decision serves everybody alike; it may give a heavier vote less than a lighter one. The member's minimal winning coalitions / those of all members added up. Source: Holler (1982).
 * - `johnston`: Coalitions with a critical member share their power equally among those who are critical. For a group: being the only one who can stop a coalition counts for more than being one of many. To be preferred where leaving an alliance is the threat. The mean over the winning coalitions with a critical member of 1 / (number of critical members), for these. Source: Johnston (1978).
 * - `coleman_prevent`: Of the decisions that would pass, the share that the member's change to no would stop. For a group: the strength of a veto, 1 for a full one. To be preferred for asking who can hold things up. Swings / winning coalitions. Source: Coleman (1971).
 * - `coleman_initiate`: Of the decisions that would fail, the share that the member's change to yes would make pass. For a group: the strength to get something done. To be preferred for asking whose support is worth winning. Swings / losing coalitions. Source: Coleman (1971).
 */
export type PowerIndex =
  | "banzhaf"
  | "banzhaf_absolute"
  | "shapley_shubik"
  | "deegan_packel"
  | "holler"
  | "johnston"
  | "coleman_prevent"
  | "coleman_initiate";

/**
 * What the indices are to be.
 *
 * - `fractions`: Exact fractions. Decimals, each with the most that it may be wrong, only for one weighted vote of so many members that not even the Shapley-Shubik index can be had as a fraction.
 * - `decimals`: Decimals, each with the most that it may be wrong, for one weighted vote: for a thousand members a hundred times as fast. Other rules are answered with fractions.
 */
export type PowerNumbers =
  | "fractions"
  | "decimals";

/**
 * How people attend: what is said of one member goes before what is said of a constituency, and that before what is said of everybody.
 * Members come independently of one another.
 */
export interface Attendance {
  /** What holds for everybody. */
  readonly everybody?: AttendanceChances;
  /** What holds for the members of a constituency, by its id. */
  readonly constituencies?: Readonly<Record<string, AttendanceChances>>;
  /** What holds for a member, by id. */
  readonly members?: Readonly<Record<string, AttendanceChances>>;
  /**
   * Votes handed over: whose, and to whom, who can hand them on. Whoever hands over does not come, and the one who casts the vote says
   * the same for all; if that one does not come, the votes that they carry are absent as well. Nothing but chances of 0 can be said
   * in `members` of somebody who hands over.
   */
  readonly delegates?: Readonly<Record<string, Id>>;
  /** Whether those whose vote somebody present casts count as present: for quorums of members present, and for second votes at a tie. */
  readonly proxy_counts_present?: boolean;
}

/** Chances of one member or of each of several; what is left out is as it is for more members at once. */
export interface AttendanceChances {
  /** The chance of being there, in the room or remotely: from 0, certainly absent, to 1, certainly there. 1 where nothing is said. */
  readonly present?: Ratio | null;
  /**
   * The chance of abstaining, for somebody who is there: from 0 to 1. 0 where nothing is said. Those who do not abstain say yes or no
   * by the toss of a coin.
   */
  readonly abstain?: Ratio | null;
  /**
   * The part of being there that is remote: from 0 to 1. 0 where nothing is said. Those who take part remotely are there; the answer
   * also says what would be if they were not counted.
   */
  readonly remotely?: Ratio | null;
}

/** Power under a rule when everybody attends and says yes or objects. */
export interface MeasureAnswer {
  /** Each member's power, in the order of the request. */
  readonly members: readonly MemberPower[];
  /** Each constituency's power, in order of first appearance; empty where members have none. */
  readonly constituencies: readonly ConstituencyPower[];
  /**
   * Each union's power as one voter: those asked for, then the members in none, each a union of their own. Empty where none were
   * asked for.
   */
  readonly unions: readonly UnionPower[];
  /** How many coalitions can pass a decision. Null where chances were worked out and no coalitions counted. */
  readonly winning?: Count | null;
  /** How many of these fail without any one of their members. Null if neither of the two indices made of them was asked for. */
  readonly minimal_winning?: Count | null;
  /**
   * Coleman's power of the group to act: the share of all coalitions that can pass a decision, so how easily anything passes at all.
   * Rules that need more consent have less of it. Winning coalitions / 2^n. Source: Coleman (1971). Null if the rule always or never passes.
   */
  readonly coleman_act?: IndexValue | null;
  /** Whether the rule always or never passes, so that nobody's vote matters and every index is null. */
  readonly constant: boolean;
  /** `exact`: every index is an exact fraction. `bounded`: every index is a decimal with the most that it may be wrong. */
  readonly method: string;
  /** How it was worked out, and why in this way. */
  readonly algorithm: string;
  /** Where no indices were asked for by name: those that would take too long for this group and rule. */
  readonly left_out: readonly PowerIndex[];
  /** Power when people come as often as stated. Null where that was not asked for. */
  readonly attendance?: AttendedPower | null;
}

/** One member's power. An index is null if it was not asked for or if the rule always or never passes. */
export interface MemberPower {
  /** The member. */
  readonly id: Id;
  /** The member's constituency. */
  readonly constituency?: Id | null;
  /** How many coalitions pass with the member and fail without. Null where chances were worked out and no coalitions counted. */
  readonly swings?: Count | null;
  /** The member's swings as a share of everybody's. Each of these indices is explained with its formula where indices are asked for. */
  readonly banzhaf?: IndexValue | null;
  /** The chance that the member is critical when everybody else tosses a coin. */
  readonly banzhaf_absolute?: IndexValue | null;
  /** The chance that the member is the one who makes it pass when all say yes one after another in random order. */
  readonly shapley_shubik?: IndexValue | null;
  /** Minimal winning coalitions are equally likely, and each shares its power equally. */
  readonly deegan_packel?: IndexValue | null;
  /** The public good index: the member's minimal winning coalitions as a share of everybody's. */
  readonly holler?: IndexValue | null;
  /** Coalitions with a critical member share their power equally among those who are critical. */
  readonly johnston?: IndexValue | null;
  /** The share of winning coalitions that the member can stop. */
  readonly coleman_prevent?: IndexValue | null;
  /** The share of losing coalitions that the member can make win. */
  readonly coleman_initiate?: IndexValue | null;
  /**
   * With unions: the chance that the member makes it pass when the unions come round to yes in random order, and the members of each
   * in random order one after another. For members who bargain with others as one and among themselves. It sums to 1, and over a
   * union to what the union has as one voter. Source: Owen (1977).
   */
  readonly owen?: IndexValue | null;
  /**
   * With unions: the chance that the member's vote decides when each of the other unions tosses one coin, and each fellow member of the
   * own one a coin of their own. It does not sum to anything in particular. Source: Owen (1981).
   */
  readonly banzhaf_owen?: IndexValue | null;
  /**
   * With unions: the chance that the member makes it pass when each of the other unions tosses a coin, and the members of the own
   * one come round to yes in random order. Over a union it sums to the absolute Banzhaf index of the union as one voter. Source:
   * Alonso-Meijide and Fiestras-Janeiro (2002).
   */
  readonly symmetric_coalitional_banzhaf?: IndexValue | null;
  /** Whether the member's vote never makes a difference. */
  readonly dummy: boolean;
  /** Whether nothing passes without the member. */
  readonly veto: boolean;
  /** Whether the member alone decides. */
  readonly dictator: boolean;
}

/** An index: the exact fraction and the nearest decimal, or a decimal with the most that it may be wrong. */
export interface IndexValue {
  /** The exact fraction; null where the group is too large for one. */
  readonly exact?: Exact | null;
  /** The nearest floating-point number to it, for pictures and for reading. */
  readonly value: number;
  /** How far the value is from the truth at most, proved; 0 beside an exact fraction. */
  readonly error: number;
}

/** An exact fraction in lowest terms, as text: "5/57", or "1" for a whole number. */
export type Exact = string;

/** One constituency's power. */
export interface ConstituencyPower {
  /** The constituency. */
  readonly id: Id;
  /** How many members it has. */
  readonly seats: number;
  /** Its share of all members. */
  readonly share: Exact;
  /** If everybody attends and all of these say yes, it passes whatever the others vote. */
  readonly can_decide_if_all_attend: boolean;
  /** The same, and the others cannot stop it by staying away either. */
  readonly can_decide_whatever: boolean;
  /** If everybody attends, these can vote so that it fails whatever the others vote. */
  readonly can_block_by_voting_if_all_attend: boolean;
  /** The same, whether the others attend or not. */
  readonly can_block_by_voting_whatever: boolean;
  /** If all of these stay away, it fails whatever the others do. */
  readonly can_block_by_staying_away: boolean;
  /** The fewest of these who can decide together if everybody attends; null if even all of them cannot. */
  readonly needs_to_decide?: number | null;
  /** The fewest of these who can block by voting together if everybody attends; null if even all of them cannot. */
  readonly needs_to_block?: number | null;
  /** Whether the vote of any of these can ever make a difference when everybody attends and says yes or objects. */
  readonly votes_can_matter: boolean;
  /**
   * The power of its members added up: their power if each votes alone. Null if the rule always or never passes, or if that would
   * take too long.
   */
  readonly if_each_votes_alone?: PowerSums | null;
  /**
   * Its power if each constituency votes as one: the game between the constituencies. Null if that always or never passes, or if
   * there are too many.
   */
  readonly if_each_constituency_votes_as_one?: PowerSums | null;
}

/** Power by the two indices that are shares of one whole. */
export interface PowerSums {
  /** By the Shapley-Shubik index. */
  readonly shapley_shubik: IndexValue;
  /** By the normalised Banzhaf index. */
  readonly banzhaf: IndexValue;
}

/** One union's power if it votes as one, among unions that do. */
export interface UnionPower {
  /** Its members. */
  readonly members: readonly Id[];
  /** Its Shapley-Shubik index: the Owen values of its members add up to it. Null if the rule always or never passes. */
  readonly shapley_shubik?: IndexValue | null;
  /**
   * Its absolute Banzhaf index: the symmetric coalitional Banzhaf values of its members add up to it. Null if the rule always or never
   * passes.
   */
  readonly banzhaf_absolute?: IndexValue | null;
}

/** Power when people come as often as stated, and not always. */
export interface AttendedPower {
  /** The chance that a decision passes. */
  readonly passes: IndexValue;
  /** The chance that each quorum in the rule is met, in the order in which they stand in the rule. */
  readonly quorums: readonly QuorumMet[];
  /** Each member's power, in the order of the request. */
  readonly members: readonly AttendedMember[];
  /** Each constituency's, in order of first appearance; empty where members have none. */
  readonly constituencies: readonly AttendedConstituency[];
  /**
   * The chance that those who come cannot turn the outcome by any votes. The members' Shapley-Shubik indices and this add up to 1. Null
   * where these indices are left out.
   */
  readonly unallocated?: IndexValue | null;
  /**
   * What happens now and then under this rule and would surprise people: somebody's no carries a decision, or somebody's yes stops
   * one. With a case of each in which it can be seen.
   */
  readonly paradoxes: readonly AttendanceParadox[];
  /** Votes that were handed over. */
  readonly carried_votes: readonly CarriedVote[];
  /** What would be if those who take part remotely did not count as present. Null where nobody does. */
  readonly if_remote_did_not_count?: WithoutRemote | null;
  /** What this takes for granted, in plain sentences. */
  readonly assumes: readonly string[];
  /** What would take too long for this group and rule, in plain words. */
  readonly left_out: readonly string[];
}

/** How often a quorum is met. */
export interface QuorumMet {
  /** The quorum, in words. */
  readonly says: string;
  /** The constituency that it counts; null where it counts everybody, or other members. */
  readonly constituency?: Id | null;
  /** The chance that it is met. */
  readonly met: IndexValue;
}

/** One member's power when people come as often as stated. */
export interface AttendedMember {
  /** The member. */
  readonly id: Id;
  /** The chance of being there. 0 for members who handed over their vote. */
  readonly presence: IndexValue;
  /** How much the member's vote, once there, changes the chance that it passes: the chance with a yes less the chance with a no. */
  readonly swing: IndexValue;
  /** The chance of being there and of one's vote making the difference: `presence` x `swing`. */
  readonly influence: IndexValue;
  /** The member's part of everybody's influence. Null if nobody has any. */
  readonly normalised?: IndexValue | null;
  /**
   * The Shapley-Shubik index among those who come, on average over who may come; those who come say yes or no. Null where
   * it would take too long.
   */
  readonly shapley_shubik?: IndexValue | null;
  /** The chance that coming to say yes makes it pass: it passes with the member's yes, and fails if the member stays away. */
  readonly attend_yes: IndexValue;
  /**
   * The chance that coming to say no makes it pass (the quorum paradox): it passes with the member's no, and fails if the member
   * stays away.
   */
  readonly perverse: IndexValue;
  /** The chance that coming to say yes makes it fail: it fails with the member's yes, and passes if the member stays away. */
  readonly backfires: IndexValue;
  /** The chance that one step up, from no to abstaining or from abstaining to yes, makes it pass. */
  readonly helps: IndexValue;
  /**
   * The chance that one step up, from no to abstaining or from abstaining to yes, makes it fail. 0 under most rules. `helps` less
   * `hurts` is `swing`.
   */
  readonly hurts: IndexValue;
}

/** One constituency's power when people come as often as stated. */
export interface AttendedConstituency {
  /** The constituency. */
  readonly id: Id;
  /** How many members it has. */
  readonly seats: number;
  /** How many of them are there on average. */
  readonly expected_presence: IndexValue;
  /** The influence of its members added up: their influence if each votes alone. */
  readonly influence: IndexValue;
  /**
   * The chance that those of its members who come can decide alone: if all of these say yes it passes, whatever the others who came
   * vote. Null where it would take too long.
   */
  readonly can_decide?: IndexValue | null;
  /**
   * The chance that those of its members who come, perhaps nobody, can vote so that it fails, whatever the others who came vote. Null
   * where it would take too long.
   */
  readonly can_block?: IndexValue | null;
}

/** Something that goes against what people expect of a vote. */
export interface AttendanceParadox {
  /** What it is. */
  readonly kind: ParadoxKind;
  /** Whom it concerns: members who are alike stand together. */
  readonly members: readonly Id[];
  /** The chance, for each of them, that the others do what makes it so. */
  readonly chance: IndexValue;
  /** The same in a plain sentence, for the first of them. */
  readonly says: string;
  /**
   * A case in which it can be seen, for the first of them: what each does of whom the rule asks something. With this it passes,
   * whatever those do who are not named.
   */
  readonly passes_with: Readonly<Record<string, VoteState>>;
  /** What the first of them does instead there, so that it fails. */
  readonly fails_if_instead: VoteState;
}

/**
 * What goes against expectations.
 *
 * - `no_carries`: A no carries it: without the one who says it, it would fail.
 * - `no_carries_over_abstaining`: A no carries it: were it an abstention, it would fail.
 * - `yes_stops`: A yes stops it: were it an abstention, it would pass.
 * - `coming_stops`: Coming to say yes stops it: without the one who says it, it would pass.
 */
export type ParadoxKind =
  | "no_carries"
  | "no_carries_over_abstaining"
  | "yes_stops"
  | "coming_stops";

/** What would be if those who take part remotely did not count as present. */
export interface WithoutRemote {
  /** The chance that a decision passes. */
  readonly passes: IndexValue;
  /** The chance that each quorum in the rule is met, in the same order as above. */
  readonly quorums: readonly IndexValue[];
  /** Each member's power, in the order of the request. */
  readonly members: readonly WithoutRemoteMember[];
}

/** One member's power if those who take part remotely did not count as present. */
export interface WithoutRemoteMember {
  /** The member. */
  readonly id: Id;
  /** The chance of being there in person. */
  readonly presence: IndexValue;
  /** The chance of being there in person and of one's vote making the difference. */
  readonly influence: IndexValue;
}

/** A rule, and how many members cannot come. */
export interface AbsencesRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** How many cannot come, and of whom. */
  readonly away: Away;
}

/** How many members cannot come. */
export interface Away {
  /** How many: at least 1, and fewer than all members. */
  readonly count: number;
  /** Of whom: a constituency, or member ids; anybody where absent. */
  readonly among?: Who | null;
}

/** What becomes of a group when so many cannot come. */
export interface AbsencesAnswer {
  /** If everybody comes. */
  readonly nobody_away: AbsenceWay;
  /** Every way in which so many can be away; ways that differ only by who of those who are alike it is are one. */
  readonly ways: readonly AbsenceWay[];
  /** The number in `ways`, from 0, of the first of those in which it passes least often. */
  readonly worst: number;
  /** The same for those in which it passes most often. */
  readonly best: number;
  /** The chance to pass on average over all ways, each as likely as the other. */
  readonly typical: IndexValue;
  /** In how many ways nothing can pass at all. */
  readonly nothing_passes: Count;
  /** Of so many ways in all. */
  readonly of: Count;
  /** What becomes of each constituency, over all ways. */
  readonly constituencies: readonly ConstituencyAbsences[];
  /** The same in sentences. */
  readonly says: readonly string[];
  /** What is taken for granted. */
  readonly assumes: readonly string[];
}

/** One way in which members are away. */
export interface AbsenceWay {
  /** Who is away. */
  readonly away: readonly AwayMembers[];
  /** How many ways this stands for: so many choices of members who are alike. */
  readonly ways: Count;
  /** The chance that it passes when everybody else comes and tosses a coin: the share of all ways to vote. */
  readonly passes: IndexValue;
  /** What each member has left. */
  readonly members: readonly MemberWithout[];
  /** What each constituency has left. */
  readonly constituencies: readonly ConstituencyWithout[];
  /** The same in a sentence. */
  readonly says: string;
}

/** So many of some members who are alike. */
export interface AwayMembers {
  /** How many of these. */
  readonly count: number;
  /** The members who are alike. */
  readonly of: readonly Id[];
}

/** One member's power when some are away. */
export interface MemberWithout {
  /** The member. */
  readonly id: Id;
  /** Whether this member is taken to be away here; of members who are alike the first are. */
  readonly away: boolean;
  /** The chance that the member's vote decides when all others who come toss a coin; 0 for somebody who is away. */
  readonly influence: IndexValue;
}

/** What a constituency can do when some are away. */
export interface ConstituencyWithout {
  /** The constituency. */
  readonly id: Id;
  /** How many of its members come. */
  readonly present: number;
  /** If everybody attends and all of these say yes, it passes whatever the others vote. */
  readonly can_decide_if_all_attend: boolean;
  /** The same, and the others cannot stop it by staying away either. */
  readonly can_decide_whatever: boolean;
  /** If everybody attends, these can vote so that it fails whatever the others vote. */
  readonly can_block_by_voting_if_all_attend: boolean;
  /** The same, whether the others attend or not. */
  readonly can_block_by_voting_whatever: boolean;
  /** If all of these stay away, it fails whatever the others do. */
  readonly can_block_by_staying_away: boolean;
  /** The fewest of these who can decide together if everybody attends; null if even all of them cannot. */
  readonly needs_to_decide?: number | null;
  /** The fewest of these who can block by voting together if everybody attends; null if even all of them cannot. */
  readonly needs_to_block?: number | null;
  /** Whether the vote of any of these can ever make a difference when everybody attends and says yes or objects. */
  readonly votes_can_matter: boolean;
  /** Its members' influence added up. */
  readonly influence: IndexValue;
}

/** What becomes of a constituency over all ways. */
export interface ConstituencyAbsences {
  /** The constituency. */
  readonly id: Id;
  /** In how many ways its members who come can decide, if all others come too. */
  readonly can_decide: Count;
  /** In how many ways they can block by voting, if all others come too. */
  readonly can_block: Count;
  /** In how many ways none of their votes can matter. */
  readonly votes_cannot_matter: Count;
}

/** A rule whose power is to be estimated. */
export interface SampleRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** How many coalitions and orders to look at: 1 to 1000000. Four times as many halve the errors. */
  readonly samples: number;
  /** What the samples are drawn from: the same seed draws the same. */
  readonly seed?: number;
  /** The chance with which all numbers of the answer are to be within their errors together: above 0 and below 1. `"0.99"` where absent. */
  readonly confidence?: Ratio | null;
}

/** Power as it was seen in samples. */
export interface SampleAnswer {
  /** Each member's power, in the order of the request. */
  readonly members: readonly SampledPower[];
  /** Each constituency's power, in order of first appearance; empty where members have none. */
  readonly constituencies: readonly SampledConstituency[];
  /** Coleman's power of the group to act: the share of coalitions that pass. */
  readonly coleman_act: SampledNumber;
  /** How many coalitions and orders were looked at. */
  readonly samples: number;
  /** What they were drawn from. */
  readonly seed: number;
  /** The chance with which all numbers are within their errors together. */
  readonly confidence: Ratio;
  /** What this is, in a sentence. */
  readonly statement: string;
}

/** One member's power as it was seen. */
export interface SampledPower {
  /** The member. */
  readonly id: Id;
  /** The chance that the member is critical when everybody else tosses a coin. Members who are alike were looked at together. */
  readonly banzhaf_absolute: SampledNumber;
  /** The chance that the member is the one who makes it pass when all say yes one after another in random order. */
  readonly shapley_shubik: SampledNumber;
  /** Whether the member's vote made a difference in any sample: if it did, it can matter. If it did not, it may still. */
  readonly seen_to_matter: boolean;
  /** Whether nothing passes without the member: exact. */
  readonly veto: boolean;
  /** Whether the member alone decides: exact. */
  readonly dictator: boolean;
}

/** A number estimated from samples. */
export interface SampledNumber {
  /** What was seen, as an exact fraction of the samples. */
  readonly seen: Exact;
  /** The nearest floating-point number to it. */
  readonly value: number;
  /** How far the truth is from it at most, with the confidence stated; rounded up. */
  readonly error: number;
}

/** One constituency's power as it was seen. */
export interface SampledConstituency {
  /** The constituency. */
  readonly id: Id;
  /** How many members it has. */
  readonly seats: number;
  /** Its share of all members. */
  readonly share: Exact;
  /** The chance that one of its members makes it pass when all say yes one after another in random order. */
  readonly shapley_shubik: SampledNumber;
}

/** A rule whose smallest winning and largest losing coalitions are asked for. */
export interface MinimalCoalitionsRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** How many coalitions and patterns to list at most: up to 10000; 100 where absent. All are counted in any case. */
  readonly most?: number | null;
}

/** The smallest coalitions that can pass a decision, and the largest that cannot. */
export interface MinimalCoalitionsAnswer {
  /** Members who are alike under this rule: it makes no difference which of them says yes, only how many do. */
  readonly kinds: readonly (readonly Id[])[];
  /**
   * Members whose vote no part of the rule asks in a way that could count. No minimal winning coalition has them, every maximal
   * losing one does.
   */
  readonly without_a_vote: readonly Id[];
  /** Winning coalitions that fail without any one of their members. */
  readonly minimal_winning: CoalitionList;
  /** Losing coalitions that pass with any one more member. */
  readonly maximal_losing: CoalitionList;
}

/** Coalitions of one sort: counted, as patterns, and one by one. */
export interface CoalitionList {
  /** How many coalitions there are. */
  readonly count: Count;
  /** How many patterns there are. */
  readonly pattern_count: Count;
  /** The patterns, up to the limit. */
  readonly patterns: readonly CoalitionPattern[];
  /** The coalitions one by one, up to the limit. */
  readonly coalitions: readonly (readonly Id[])[];
  /** Whether every coalition is listed. */
  readonly all_listed: boolean;
}

/** Coalitions that differ only in which of the members who are alike they hold. */
export interface CoalitionPattern {
  /** How many of each of the `kinds`, in their order. */
  readonly take: readonly number[];
  /** How many coalitions these are. */
  readonly coalitions: Count;
}

/** Rules to compare for one group. */
export interface CompareRequest {
  /** The members of the group: 1 to 1000. They are the same under every rule. */
  readonly members: readonly Member[];
  /** The rules by name: 1 to 12. They are answered in this order, and all others are set against the first. */
  readonly rules: Readonly<Record<string, Rule>>;
  /** Rules by name, for `use`. */
  readonly helpers?: Readonly<Record<string, Rule>>;
  /**
   * The indices to answer; `shapley_shubik`, `banzhaf` and `banzhaf_absolute` where absent. Who gains and who loses is told by the
   * first of them.
   */
  readonly indices?: readonly PowerIndex[] | null;
  /** Exact fractions as far as they can be had, or decimals, which are quicker for large groups. */
  readonly numbers?: PowerNumbers;
}

/** Rules side by side. */
export interface CompareAnswer {
  /** The rules in the order of the request. */
  readonly rules: readonly ComparedRule[];
  /** The index by which members gain or lose: the first asked for. */
  readonly judged_by: PowerIndex;
  /** What changes under each further rule, against the first. */
  readonly changes: readonly RuleChange[];
  /** What the figures mean and assume. */
  readonly means: readonly string[];
}

/** One rule of a comparison. Members, constituencies and indices as in `power.measure`. */
export interface ComparedRule {
  /** Its name in the request. */
  readonly name: Id;
  /** What it says in plain English, one line a part. */
  readonly rule: readonly string[];
  /** What it comes to, in sentences. */
  readonly words: readonly string[];
  /**
   * The share of all coalitions that can pass a decision: how easily anything passes at all (Coleman's power to act). Null if the rule
   * always or never passes.
   */
  readonly chance_to_pass?: IndexValue | null;
  /**
   * Whether a motion and its opposite can both fail, or both pass. Null if the rule always or never passes, and where
   * coalitions are too many to count.
   */
  readonly deadlock?: DeadlockRisk | null;
  /** Each constituency's share of the seats against its share of power. */
  readonly seats_against_power: readonly SeatsAgainstPower[];
  /** Each member's power, in the order of the request; the indices not asked for are null. */
  readonly members: readonly MemberPower[];
  /** Each constituency's say and power, in order of first appearance. */
  readonly constituencies: readonly ConstituencyPower[];
  /** How many coalitions can pass a decision. Null where chances were worked out and no coalitions counted. */
  readonly winning?: Count | null;
  /** Whether the rule always or never passes, so that every index is null. */
  readonly constant: boolean;
  /** `exact` or `bounded`. */
  readonly method: string;
  /** How it was worked out, and why in this way. */
  readonly algorithm: string;
  /** Of the indices asked for, those that would take too long for this group and rule. */
  readonly left_out: readonly PowerIndex[];
}

/**
 * Whether a motion and its opposite can both fail, or both pass, under one rule: whoever says yes to one says no to the other, and
 * everybody attends and says yes or objects.
 */
export interface DeadlockRisk {
  /**
   * The chance that neither a motion nor its opposite passes when each member tosses a coin: the share of all ways to vote in which
   * those who say yes cannot pass a decision and those who say no could not pass one either. What is there then stays.
   */
  readonly neither: Exact;
  /** The chance that both would pass, so that it matters who puts the question. */
  readonly both: Exact;
  /** Whether both can never pass: those who win never leave outside a group that wins as well. (A game with this is called proper.) */
  readonly proper: boolean;
  /** Whether one of them always passes: those who lose always leave outside a group that wins. (A game with this is called strong.) */
  readonly strong: boolean;
  /** The same when each constituency is of one mind. Null with fewer than two, or too many to count. */
  readonly between_constituencies?: SidesDeadlock | null;
}

/** What happens when constituencies disagree and each is of one mind. */
export interface SidesDeadlock {
  /** In how many ways they can disagree: 2^c - 2 for c constituencies. */
  readonly ways: Count;
  /** In how many of these neither those for it nor those against it can pass anything. */
  readonly neither: Count;
  /** In how many either could. */
  readonly both: Count;
  /** The share in which they stop each other. */
  readonly risk: Exact;
}

/** One constituency's share of the seats against its share of power by the Shapley-Shubik index, which sums to 1 over all. */
export interface SeatsAgainstPower {
  /** The constituency. */
  readonly constituency: Id;
  /** Its share of all members. */
  readonly seats: Exact;
  /** Its members' power added up. Null if that is not known. */
  readonly if_each_votes_alone?: IndexValue | null;
  /** That less its share of the seats. */
  readonly more_if_each_votes_alone?: IndexValue | null;
  /** Its power if each constituency votes as one. Null if that is not known. */
  readonly if_each_constituency_votes_as_one?: IndexValue | null;
  /** That less its share of the seats. */
  readonly more_if_each_constituency_votes_as_one?: IndexValue | null;
}

/** What changes under one rule, against the first. */
export interface RuleChange {
  /** The rule. */
  readonly rule: Id;
  /** The first rule. */
  readonly against: Id;
  /** How much the chance to pass grows; below zero where it falls. */
  readonly chance_to_pass?: IndexValue | null;
  /** How much the chance grows that neither a motion nor its opposite passes. */
  readonly neither?: Exact | null;
  /** How many ways to vote pass under this rule and not under the first. Null where they would take too long to count. */
  readonly passes_only_now?: Count | null;
  /** How many passed under the first rule and do not under this. */
  readonly passes_no_longer?: Count | null;
  /** Whether the two decide alike in every way in which all can vote. Null where that is not known. */
  readonly same_decisions?: boolean | null;
  /** Members whose power grows, by the first index. */
  readonly gain: readonly Id[];
  /** Members whose power falls. */
  readonly lose: readonly Id[];
  /** Each member's change; who is not there before or after has no difference. */
  readonly members: readonly MemberChange[];
  /** The change of each constituency that is there before and after. */
  readonly constituencies: readonly ConstituencyChange[];
  /** What changes, in sentences. */
  readonly words: readonly string[];
}

/** What changes for one member. */
export interface MemberChange {
  /** The member. */
  readonly id: Id;
  /** Index by index. */
  readonly indices: readonly IndexChange[];
  /** What the member becomes or is no longer. */
  readonly turns: readonly MemberTurn[];
}

/** How one index of a member changes. */
export interface IndexChange {
  /** The index. */
  readonly index: PowerIndex;
  /** What it was; null if it is not known or the member was not there. */
  readonly from?: IndexValue | null;
  /** What it becomes; null if it is not known or the member is no longer there. */
  readonly to?: IndexValue | null;
  /** What it becomes less what it was; null unless both are there. */
  readonly difference?: IndexValue | null;
}

/**
 * What a member becomes or is no longer.
 *
 * - `gains_a_vote_that_matters`: The member's vote can now make a difference.
 * - `becomes_powerless`: The member's vote never makes a difference any more.
 * - `gains_a_veto`: Nothing passes without the member now.
 * - `loses_the_veto`: It can pass without the member now.
 * - `becomes_dictator`: The member alone decides now.
 * - `no_longer_dictator`: The member alone no longer decides.
 */
export type MemberTurn =
  | "gains_a_vote_that_matters"
  | "becomes_powerless"
  | "gains_a_veto"
  | "loses_the_veto"
  | "becomes_dictator"
  | "no_longer_dictator";

/** What changes for one constituency. */
export interface ConstituencyChange {
  /** The constituency. */
  readonly id: Id;
  /** Which of the answers about its say become yes. */
  readonly gains: readonly SayAnswer[];
  /** Which become no. */
  readonly loses: readonly SayAnswer[];
  /** The fewest of its members who can decide together. */
  readonly needs_to_decide: NeedsChange;
  /** The fewest of its members who can block by voting together. */
  readonly needs_to_block: NeedsChange;
  /** How much its power grows by the Shapley-Shubik index if each member votes alone. */
  readonly if_each_votes_alone?: IndexValue | null;
  /** How much its power grows by the Shapley-Shubik index if each constituency votes as one. */
  readonly if_each_constituency_votes_as_one?: IndexValue | null;
}

/**
 * One of the answers about what a constituency can do, as in its line.
 *
 * - `can_decide_if_all_attend`: If everybody attends and all of these say yes, it passes.
 * - `can_decide_whatever`: The same, and the others cannot stop it by staying away either.
 * - `can_block_by_voting_if_all_attend`: If everybody attends, these can vote so that it fails.
 * - `can_block_by_voting_whatever`: The same, whether the others attend or not.
 * - `can_block_by_staying_away`: If all of these stay away, it fails.
 * - `votes_can_matter`: The vote of any of these can make a difference.
 */
export type SayAnswer =
  | "can_decide_if_all_attend"
  | "can_decide_whatever"
  | "can_block_by_voting_if_all_attend"
  | "can_block_by_voting_whatever"
  | "can_block_by_staying_away"
  | "votes_can_matter";

/** How many members it takes, before and after; null where even all of them cannot. */
export interface NeedsChange {
  /** Before. */
  readonly from?: number | null;
  /** After. */
  readonly to?: number | null;
}

/** A rule to draw seats against power under. */
export interface PowerPictureRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** The index that power is measured by; `shapley_shubik` where absent. */
  readonly index?: ShareIndex | null;
}

/**
 * The two indices that are shares of one whole, so that they add up for a constituency.
 *
 * - `shapley_shubik`: The chance that the member is the one whose yes makes it pass, when all come round to yes one after another in random order.
 * - `banzhaf`: The member's swings as a share of everybody's: how often a vote makes the difference when all others toss a coin.
 */
export type ShareIndex =
  | "shapley_shubik"
  | "banzhaf";

/** A picture, and what it shows in words. */
export interface Picture {
  /** The picture: a self-contained SVG document that scales to the width it is given, with a title and a description inside. */
  readonly svg: string;
  /** The same in sentences, for everybody who does not see the picture. */
  readonly text: readonly string[];
  /** The same as a table, with exact numbers where there are any. */
  readonly table: PictureTable;
}

/** A table that says what a picture shows. */
export interface PictureTable {
  /** What the table is about. */
  readonly caption: string;
  /** The heads of the columns. */
  readonly heads: readonly string[];
  /** The rows, each with as many cells as there are heads; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

/** Rules to draw side by side, for one group. */
export interface ComparePictureRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rules by name: 1 to 12. They are drawn in this order. */
  readonly rules: Readonly<Record<string, Rule>>;
  /** Rules by name, for `use`. */
  readonly helpers?: Readonly<Record<string, Rule>>;
  /** The index that power is measured by; `shapley_shubik` where absent. */
  readonly index?: ShareIndex | null;
}

/** A rule to vary. */
export interface SensitivityRequest {
  /** The members of the group: 1 to 60. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /**
   * The indices to answer; `shapley_shubik`, `banzhaf` and `banzhaf_absolute` where absent. Who gains and who loses is told by the
   * first of them.
   */
  readonly indices?: readonly PowerIndex[] | null;
  /** What to vary; all of it where absent. Less can be asked where all would take too long. */
  readonly vary?: readonly SensitivityPart[] | null;
}

/**
 * What is varied, by the name that it has in the answer.
 *
 * - `joins`: One member more.
 * - `leaves`: One member fewer.
 * - `bars`: The bars.
 * - `weights`: One vote of weight more or less.
 */
export type SensitivityPart =
  | "joins"
  | "leaves"
  | "bars"
  | "weights";

/** What small changes of a rule and its group would change. */
export interface SensitivityAnswer {
  /** The share of all ways to vote that pass a decision now. Null if the rule always or never passes. */
  readonly chance_to_pass?: IndexValue | null;
  /** One member more, constituency by constituency. */
  readonly joins: readonly WhatIf[];
  /** One member fewer, for each sort of members who are alike. Empty for a group of one. */
  readonly leaves: readonly WhatIf[];
  /** Each bar of the rule: how far it can move before anything changes, and what changes then. */
  readonly bars: readonly BarSensitivity[];
  /** One vote of weight more or less for a member of each sort, in each part with weights. */
  readonly weights: readonly WhatIf[];
  /** The rule with every shorthand and every name written out: what `part` points into. */
  readonly expanded: Rule;
  /** What was found, in sentences. */
  readonly words: readonly string[];
}

/** One change and what follows from it. */
export interface WhatIf {
  /** The change in words. */
  readonly what: string;
  /** How the member who comes or goes is treated in the parts of the rule. */
  readonly treated: readonly string[];
  /** Members for whom it would be the same. */
  readonly alike: readonly Id[];
  /** The members then; null if they are the same. */
  readonly members?: readonly Member[] | null;
  /** The rule then, for these members, with used rules written out; null if there is none. */
  readonly rule?: Rule | null;
  /** Why there is no rule then. */
  readonly impossible?: string | null;
  /** What changes; null if there is no rule then. */
  readonly change?: WhatIfChange | null;
}

/** What changes against the rule as it is. */
export interface WhatIfChange {
  /** The share of all ways to vote that pass a decision then. */
  readonly chance_to_pass?: IndexValue | null;
  /** How much that is more than now. */
  readonly more_chance_to_pass?: IndexValue | null;
  /** Members whose power grows, by the first index. */
  readonly gain: readonly Id[];
  /** Members whose power falls. */
  readonly lose: readonly Id[];
  /** Each member's change; who is not there before or after has no difference. */
  readonly members: readonly MemberChange[];
  /** The change of each constituency that is there before and after. */
  readonly constituencies: readonly ConstituencyChange[];
  /** The change in sentences. */
  readonly words: readonly string[];
}

/** How far one bar can move before anything changes when everybody attends and takes a side. */
export interface BarSensitivity {
  /** A JSON pointer into `expanded`: the part with this bar. */
  readonly part: string;
  /** The part in plain English. */
  readonly rule: string;
  /** The bar as it is, a share or a whole number of votes, and every bar with which nothing changes. */
  readonly bar: BarRange;
  /** The same as at least so many votes (or so much weight) when everybody votes; null for a share with a second vote at a tie, where votes are not all. */
  readonly votes?: VotesRange | null;
  /** All votes (or weight) of this part. */
  readonly of: Count;
  /** The next higher bar, at which something changes; null if there is none. */
  readonly up?: WhatIf | null;
  /** The next lower bar, at which something changes; null if there is none. */
  readonly down?: WhatIf | null;
  /** The same in a sentence. */
  readonly words: string;
}

/** A bar and all bars with the same outcome in every way in which everybody can vote. */
export interface BarRange {
  /** Whether the part asks for at least so much or for more: `now`, `from` and `to` are bars of this sort. */
  readonly asks: BarAsks;
  /** The bar as it is. */
  readonly now: Ratio;
  /** Where the range begins. */
  readonly from: Ratio;
  /** Whether a bar of just that is in the range; a share above it, however little above, is. */
  readonly from_included: boolean;
  /** Where the range ends. */
  readonly to: Ratio;
  /** Whether a bar of just that is in the range; a share below it, however little below, is. */
  readonly to_included: boolean;
}

/**
 * What a bar asks for.
 *
 * - `at_least`: So much or more.
 * - `more_than`: More than so much.
 */
export type BarAsks =
  | "at_least"
  | "more_than";

/** A bar in votes, and the range in which nothing changes. */
export interface VotesRange {
  /** As it is. */
  readonly now: Count;
  /** The lowest with the same outcome in every way to vote. */
  readonly from: Count;
  /** The highest. */
  readonly to: Count;
}

/** Shares of power to come near to. */
export interface DesignRequest {
  /** The members of the group: 1 to 40. */
  readonly members: readonly Member[];
  /** The shares of power aimed at: they add up to exactly 1. */
  readonly target: DesignTarget;
  /** The index by which power is measured: `shapley_shubik` (where absent) or `banzhaf`. */
  readonly index?: PowerIndex | null;
  /** Which rules are looked at. */
  readonly family: DesignFamily;
  /** What is to be small: the largest gap (where absent), or the sum of all gaps. */
  readonly nearest_by?: DesignMeasure;
  /** How many other rules to answer beside the best: up to 20; 3 where absent. */
  readonly runners_up?: number | null;
}

/** The shares of power aimed at. Whoever is not named has none. */
export type DesignTarget =
  | {
      /** A value for each id, in the order of the ids. A key that stands twice is refused: `duplicate_key`. */
      readonly members: Readonly<Record<string, Ratio>>;
    }
  | {
      /** A value for each id, in the order of the ids. A key that stands twice is refused: `duplicate_key`. */
      readonly constituencies: Readonly<Record<string, Ratio>>;
    };

/** Which rules are looked at. In all of them a motion and its opposite can never both pass. */
export type DesignFamily =
  | {
      readonly weights: DesignWeights;
    }
  | {
      /** A value for each id, in the order of the ids. A key that stands twice is refused: `duplicate_key`. */
      readonly quota: Readonly<Record<string, Ratio>>;
    }
  | {
      readonly structure: DesignStructure;
    };

/** Weights to choose from. */
export interface DesignWeights {
  /** The largest weight: 1 to 100; 10 where absent. */
  readonly most?: number | null;
}

/** Nothing is to be said. */
export type DesignStructure = Readonly<Record<string, never>>;

/**
 * What is to be small.
 *
 * - `largest`: The largest difference between a share aimed at and the share achieved.
 * - `sum`: The sum of all these differences, above and below alike.
 */
export type DesignMeasure =
  | "largest"
  | "sum";

/** A rule whose shares of power are near to those asked for. */
export interface DesignAnswer {
  /**
   * The nearest rule. Of several that are equally near, the one with the smaller gap by the other measure, then the one with the lower
   * weights and bars added up, then the one whose numbers are lower one after another.
   */
  readonly best: DesignedRule;
  /** The next nearest with other shares of power, in the same order. */
  readonly runners_up: readonly DesignedRule[];
  /** Whether a nearer rule exists in the family. */
  readonly claim: DesignClaim;
  /** Why, and what the family is. */
  readonly why: readonly string[];
  /** The index by which power is measured. */
  readonly index: PowerIndex;
  /** What was to be small. */
  readonly nearest_by: DesignMeasure;
  /** How many rules were tried. For up to six members those are left out whose weights in no order can be as near as the rules answered. */
  readonly tried: Count;
}

/** One rule of the family. */
export interface DesignedRule {
  /** The rule, as other requests take it. */
  readonly rule: Rule;
  /** The same in plain English. */
  readonly words: readonly string[];
  /** What was aimed at and what is achieved: for members in the order of the request, or for constituencies in order of first appearance. */
  readonly shares: readonly DesignedShare[];
  /** What is left between the two. */
  readonly gap: DesignGap;
}

/** A share of power aimed at and achieved. */
export interface DesignedShare {
  /** The member or constituency. */
  readonly id: Id;
  /** The share aimed at. */
  readonly target: Exact;
  /** The share achieved. */
  readonly achieved: Exact;
  /** How much more is achieved; below zero if it is less. */
  readonly more: Exact;
}

/** What is left between shares aimed at and shares achieved. */
export interface DesignGap {
  /** The largest difference, above or below. */
  readonly largest: Exact;
  /** All differences added up, above and below alike. */
  readonly sum: Exact;
}

/**
 * Whether a nearer rule exists in the family.
 *
 * - `optimal_in_the_family`: None does.
 * - `best_found`: The search went from rule to nearer rule and found none nearer than this; there may be one.
 */
export type DesignClaim =
  | "optimal_in_the_family"
  | "best_found";

/** A decision to be recorded. */
export interface RecordRequest {
  /** What was decided, in words. An empty text is no title. */
  readonly title?: string | null;
  /** The day of the vote. */
  readonly date?: Day | null;
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** What each member did. Members who are not named were absent. */
  readonly votes: Readonly<Record<string, VoteState>>;
  /** Votes handed over: whose, and to whom. */
  readonly delegates?: Readonly<Record<string, Id>>;
  /** Whether those whose vote somebody present casts count as present. */
  readonly proxy_counts_present?: boolean;
  /** What members want to have on record: at most 5000, with the objections added for those who objected and gave none. */
  readonly statements?: readonly RecordStatement[];
}

/** What a member wants to have on record. */
export interface RecordStatement {
  /** Who says it. */
  readonly member: Id;
  /** What kind of statement it is. */
  readonly kind: StatementKind;
  /** In the member's own words, at most 10000 letters; absent where they gave no reason, which an empty text is too. */
  readonly text?: string | null;
}

/**
 * What kind of statement it is.
 *
 * - `objection`: Why the member objected.
 * - `dissent`: Disagreement that did not stop it.
 * - `reason`: Why the member voted as they did.
 * - `condition`: Under what condition the member agrees.
 */
export type StatementKind =
  | "objection"
  | "dissent"
  | "reason"
  | "condition";

/** A decision as it is stored: the whole question, the answer, who wrote it, and a checksum. */
export interface DecisionRecord {
  /** The version of this format: 1. */
  readonly coprod_record: number;
  /** What wrote it, with its version. */
  readonly written_by: string;
  /** What was decided, in words. */
  readonly title?: string | null;
  /** The day of the vote. */
  readonly date?: Day | null;
  /** The whole question, as `power.decide` takes it. */
  readonly question: DecideRequest;
  /** What members wanted to have on record, and each objection. */
  readonly statements?: readonly RecordStatement[];
  /** What came of it. */
  readonly answer: RecordedAnswer;
  /** `sha256:` and 64 hexadecimal digits: of all the rest in its one form. It shows that something was changed, and not who wrote it. */
  readonly checksum: string;
}

/** What came of a vote, as a record keeps it. */
export interface RecordedAnswer {
  /** Whether it passed, was rejected or is stuck. */
  readonly outcome: RecordedOutcome;
  /** Why, in plain sentences. */
  readonly because: readonly string[];
  /** The members of whom each alone stood in the way. */
  readonly blocked_by?: readonly Id[];
  /** The members of whom each alone could have turned it. */
  readonly pivotal?: readonly Id[];
  /** The members who were taken to be absent. */
  readonly assumed_absent?: readonly Id[];
}

/**
 * How a decision ended.
 *
 * - `passed`: It passed.
 * - `rejected`: It failed, and its opposite would have passed.
 * - `stuck`: Neither it nor its opposite passed.
 */
export type RecordedOutcome =
  | "passed"
  | "rejected"
  | "stuck";

/** A record to be checked. */
export interface RecordCheckRequest {
  /** The record, as `power.record` wrote it. */
  readonly record: DecisionRecord;
}

/** Whether a record still says what the question in it leads to. */
export interface RecordCheckAnswer {
  /** Whether everything agrees. */
  readonly agrees: boolean;
  /** Whether the checksum is that of the content. If not, something in the record was changed after it was written. */
  readonly checksum_agrees: boolean;
  /** Whether deciding again comes to the same outcome. */
  readonly outcome_agrees: boolean;
  /** Whether deciding again gives the same reasons, and names the same members. */
  readonly reasons_agree: boolean;
  /** The checksum that the content has now. */
  readonly checksum_now: string;
  /** What does not agree, with its place in the request. */
  readonly differences: readonly RecordDifference[];
  /** What to know about it. */
  readonly notes: readonly string[];
}

/** Something in a record that does not agree with what its question leads to. */
export interface RecordDifference {
  /** A JSON pointer into the request. */
  readonly path: string;
  /** What the record says, as JSON. */
  readonly recorded: string;
  /** What it would say if it were written now, as JSON. */
  readonly now: string;
}

/** A Popolo document to be read. */
export interface PopoloReadRequest {
  /** A motion with its vote events, or one vote event. Properties that are not known here are read past and named in the answer. */
  readonly document: PopoloDocument;
  /** Which of several vote events, from 0. */
  readonly event?: number | null;
  /** The members of the group, with their constituencies; those who voted where absent. */
  readonly members?: readonly Member[];
  /** What options mean beyond those that Popolo lists; also instead of what they are taken for here. */
  readonly options?: readonly PopoloOption[];
  /** The rule, to decide by it. Popolo holds rules in words only. */
  readonly rule?: Rule | null;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** With a rule: whether those whose vote somebody present casts count as present, as for `power.decide`. */
  readonly proxy_counts_present?: boolean;
}

/** A Popolo motion with its vote events, or one vote event by itself. */
export interface PopoloDocument {
  /** The id of the motion or vote event. */
  readonly id?: string | null;
  /** The organisation whose members vote. */
  readonly organization_id?: string | null;
  /** An identifier that was issued for it. */
  readonly identifier?: string | null;
  /** What a motion says. */
  readonly text?: string | null;
  /** The day on which a motion was proposed. */
  readonly date?: string | null;
  /** In words, what a motion needs. */
  readonly requirement?: string | null;
  /** `pass` or `fail`. */
  readonly result?: string | null;
  /** A motion's votes. */
  readonly vote_events?: readonly PopoloVoteEvent[] | null;
  /** What a vote event decides. */
  readonly motion?: PopoloMotion | null;
  /** When a vote event begins. */
  readonly start_date?: string | null;
  /** When a vote event ends. */
  readonly end_date?: string | null;
  /** How many votes each option has. */
  readonly counts?: readonly PopoloCount[] | null;
  /** The result within groups of voters. */
  readonly group_results?: readonly PopoloGroupResult[] | null;
  /** The votes. */
  readonly votes?: readonly PopoloVote[] | null;
}

/** An event at which people's votes are recorded. */
export interface PopoloVoteEvent {
  /** Its id. */
  readonly id?: string | null;
  /** An identifier that was issued for it. */
  readonly identifier?: string | null;
  /** The organisation whose members vote. */
  readonly organization_id?: string | null;
  /** What it decides. */
  readonly motion?: PopoloMotion | null;
  /** When it begins. */
  readonly start_date?: string | null;
  /** When it ends. */
  readonly end_date?: string | null;
  /** `pass` or `fail`. */
  readonly result?: string | null;
  /** How many votes each option has. */
  readonly counts?: readonly PopoloCount[] | null;
  /** The result within groups of voters. */
  readonly group_results?: readonly PopoloGroupResult[] | null;
  /** The votes. */
  readonly votes?: readonly PopoloVote[] | null;
}

/** What is decided. Text alone is its id. */
export type PopoloMotion = {
  /** Its id. */
  readonly id?: string | null;
  /** What it says. */
  readonly text?: string | null;
  /** The day on which it was proposed. */
  readonly date?: string | null;
  /** In words, what it needs. */
  readonly requirement?: string | null;
  /** `pass` or `fail`. */
  readonly result?: string | null;
} | string;

/** How many votes an option has. */
export interface PopoloCount {
  /** The option. */
  readonly option?: string | null;
  /** How many. */
  readonly value?: PopoloNumber | null;
  /** Within which group; among all where absent. */
  readonly group_id?: string | null;
  /** The same with a name. */
  readonly group?: PopoloNamed | null;
}

/** An exact number, whole or with a decimal fraction: a JSON number, or the same as text. */
export type PopoloNumber = number | string;

/** A person or an organisation. Text alone is its id. */
export type PopoloNamed = {
  /** Its id. */
  readonly id?: string | null;
  /** Its name. */
  readonly name?: string | null;
} | string;

/** The result within a group of voters. */
export interface PopoloGroupResult {
  /** The group. */
  readonly group_id?: string | null;
  /** The same with a name. */
  readonly group?: PopoloNamed | null;
  /** The result. */
  readonly result?: string | null;
}

/** One voter's vote. */
export interface PopoloVote {
  /** Who votes. */
  readonly voter_id?: string | null;
  /** The same with a name. */
  readonly voter?: PopoloNamed | null;
  /** `yes`, `no`, `abstain`, `absent`, `not voting`, `paired`, or another word. */
  readonly option?: string | null;
  /** The group that the voter belongs to: a constituency. */
  readonly group_id?: string | null;
  /** The same with a name. */
  readonly group?: PopoloNamed | null;
  /** The name of `group_id` in earlier versions. */
  readonly party_id?: string | null;
  /** The same with a name. */
  readonly party?: PopoloNamed | null;
  /** The voter's role in the event. */
  readonly role?: string | null;
  /** What the vote weighs; 1 where absent. */
  readonly weight?: PopoloNumber | null;
  /** With whom the voter is paired. */
  readonly pair_id?: string | null;
  /** Not of Popolo: to whom the voter handed over the vote, if somebody else cast it. The option is the one that was cast. */
  readonly proxy_id?: string | null;
}

/** What an option means. */
export interface PopoloOption {
  /** The option, as the document has it; capital letters do not matter. */
  readonly option: string;
  /** What the voter did. */
  readonly means: VoteState;
}

/** What a Popolo document says. */
export interface PopoloReadAnswer {
  /** What was decided. */
  readonly title?: string | null;
  /** The day of the vote. */
  readonly date?: Day | null;
  /** The members of the group. */
  readonly members: readonly Member[];
  /** What each of them did, as far as it was taken over. */
  readonly votes: Readonly<Record<string, VoteState>>;
  /** Votes handed over: whose, and to whom. They have no vote of their own in `votes`. */
  readonly delegates?: Readonly<Record<string, Id>>;
  /**
   * What votes weigh, if any weighs other than 1: to be written into a rule. Where a weight is a fraction all are multiplied by the
   * least number that makes them whole, and that is noted.
   */
  readonly weights?: Readonly<Record<string, Count>>;
  /** The result that the document states. */
  readonly stated_result?: string | null;
  /** With a rule: whether it passes under it. Null if a vote was not taken over: without that vote it could end otherwise. */
  readonly passed?: boolean | null;
  /** With a rule: the question as `power.decide` takes it. Null if a vote was not taken over. */
  readonly question?: DecideRequest | null;
  /**
   * What was not taken over or was taken for something, and what does not agree; with its place in the request. At most 10,000, with how many
   * more there are.
   */
  readonly notes: readonly PopoloNote[];
}

/** Something that was not taken over, or was taken for something, or does not agree. */
export interface PopoloNote {
  /** A JSON pointer into the request. */
  readonly path: string;
  /** What became of it, in plain words. */
  readonly says: string;
}

/** A decision to be written: exactly one of `record` and `question`. */
export interface PopoloWriteRequest {
  /** A record, as `power.record` wrote it. */
  readonly record?: DecisionRecord | null;
  /** A decision, as `power.record` takes it. */
  readonly question?: RecordRequest | null;
  /** The id of the motion. */
  readonly id?: string | null;
  /** The id of the organisation whose members vote. */
  readonly organization_id?: string | null;
}

/** A decision in the form of Popolo. */
export interface PopoloWriteAnswer {
  /** The motion with its vote event. */
  readonly document: PopoloDocument;
  /** What Popolo has no place for, with its place in the request. */
  readonly notes: readonly PopoloNote[];
}

/** A rule to be looked through for tokenism. */
export interface TokenismRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** Members of whom the group has been told openly that nothing passes without them. */
  readonly declared_vetoes?: readonly Id[];
}

/** Whose votes can matter under a rule, who can stop everything, and which sides have a say. */
export interface TokenismAnswer {
  /** Member by member, in the order of the request. */
  readonly members: readonly TokenismMember[];
  /** What shows that votes can never matter; each can be given to `power.tokenism_check` as it stands. */
  readonly certificates: readonly TokenismCertificate[];
  /** For those whose votes never matter: the smallest changes of the rule that would give them weight, and what these do to the others. */
  readonly changes: readonly TokenismChanges[];
  /** Members without whom nothing passes, declared or not. */
  readonly vetoes: readonly TokenismVeto[];
  /** Members of whom a veto was declared and who have none. */
  readonly declared_without_veto: readonly Id[];
  /** The member who decides alone, if there is one. */
  readonly dictator?: Id | null;
  /** Each constituency's seats against its power, in order of first appearance; empty where members have none. */
  readonly constituencies: readonly TokenismSide[];
  /** What to look at, the most serious first. Empty where there is nothing. */
  readonly alarms: readonly TokenismAlarm[];
  /** What all this rests on. */
  readonly assumes: readonly string[];
  /** What would take too long to tell. */
  readonly not_told: readonly string[];
}

/** Whether one member's vote can matter. */
export interface TokenismMember {
  /** The member. */
  readonly id: Id;
  /** The member's constituency. */
  readonly constituency?: Id | null;
  /**
   * Whether the member's vote ever makes a difference when everybody attends and says yes or objects. Null where that would take too
   * long to tell.
   */
  readonly vote_can_matter?: boolean | null;
  /**
   * If it can: members with whom it does. If these say yes and everybody else objects, it passes; without this member's yes it fails.
   * Null where it cannot, or where it was counted and no such members were named.
   */
  readonly decides_in?: readonly Id[] | null;
  /**
   * If it cannot: the number of the certificate that shows it. Null where it can, or where it was counted and no certificate is short
   * enough.
   */
  readonly certificate?: number | null;
  /**
   * If it cannot: whether it ever makes a difference what the member does (to say yes or no, to object, to abstain or to stay away),
   * whatever each of the others does of these. Under a rule that asks for consent, that can be so where everybody attends and votes, as
   * a plain no is no objection. Null where the vote can matter, or where that is not known.
   */
  readonly if_some_stay_away?: TokenismAway | null;
  /** The same in a sentence. */
  readonly statement: string;
}

/**
 * Whether somebody whose vote never decides when everybody says yes or objects can make a difference otherwise: where some say no without
 * objecting, abstain or stay away.
 */
export interface TokenismAway {
  /**
   * Whether it makes a difference, ever, what the member does: to say yes or no, to object, to abstain or to stay away, whatever
   * each of the others does of these. Null where that would take too long.
   */
  readonly can_matter?: boolean | null;
  /** Why, in words. */
  readonly because: string;
  /** Where it can: a case in which it does. */
  readonly example?: TokenismExample | null;
}

/** A case in which it makes a difference what a member does. */
export interface TokenismExample {
  /** What each of the others does. */
  readonly others: Readonly<Record<string, VoteState>>;
  /** It passes if the member does this ... */
  readonly passes_with: VoteState;
  /** ... and fails if the member does this. */
  readonly fails_with: VoteState;
}

/** That the votes of some members, singly and together, never make a difference, and why. */
export interface TokenismCertificate {
  /** The members. */
  readonly members: readonly Id[];
  /** Why. */
  readonly proof: TokenismProof;
}

/** Why some members' votes never make a difference: one of three arguments. */
export type TokenismProof =
  | {
      readonly no_vote: NoVoteProof;
    }
  | {
      readonly parts: readonly PartProof[];
    }
  | {
      readonly diagram: DiagramProof;
    };

/** Nothing has to be said. */
export type NoVoteProof = Readonly<Record<string, never>>;

/** That the members of a certificate never lift one part over its bar: no total of the others is below the bar and near enough to it. */
export interface PartProof {
  /** The number of the part. */
  readonly part: number;
  /** Its bar, in points. */
  readonly bar: Count;
  /** What the others can reach. */
  readonly others: OthersReach;
}

/** What the others can reach in one part. */
export type OthersReach =
  | {
      readonly multiples_of: Count;
    }
  | {
      readonly totals: readonly Count[];
    };

/** A decision diagram of the rule that never asks the members of the certificate. */
export interface DiagramProof {
  /** Who is asked, group by group; the members of a group have equal points in every part, so that only their number counts. */
  readonly ask: readonly (readonly Id[])[];
  /** The points of the diagram. The first is where it starts, before anybody is asked. */
  readonly points: readonly DiagramPoint[];
}

/** A point of a diagram: what is known there, and where it goes on. */
export interface DiagramPoint {
  /** How many groups have been asked. */
  readonly after: number;
  /** What those who have said yes so far have, part by part; a part that is left out may stand anywhere. */
  readonly known?: readonly PartRange[];
  /** What follows. */
  readonly then: DiagramStep;
}

/** What those who have said yes so far have in one part, both ends included. */
export interface PartRange {
  /** The number of the part. */
  readonly part: number;
  /** At least so many points; 0 where absent. */
  readonly least?: Count | null;
  /** At most so many points; as many as there are where absent. */
  readonly most?: Count | null;
}

/** What follows on a point of a diagram. */
export type DiagramStep =
  | {
      readonly next: readonly number[];
    }
  | {
      readonly end: DiagramEnd;
    };

/**
 * The outcome where a diagram ends.
 *
 * - `passes`: It passes.
 * - `fails`: It fails.
 */
export type DiagramEnd =
  | "passes"
  | "fails";

/** Changes of the rule that give weight to members who are alike and whose votes never matter. */
export interface TokenismChanges {
  /** Members who have the same votes in every part, and the same constituency. */
  readonly members: readonly Id[];
  /** The one of them to whom the changes give weight. For any other of them the same changes do the same. */
  readonly given_to: Id;
  /**
   * The smallest change of each family in which there is one, by how much power moves in all, the least first; those of which that
   * is not known follow, and a quorum, which gives weight to the presence alone, comes last.
   */
  readonly changes: readonly TokenismChange[];
  /** The families without a change, and why. */
  readonly without: readonly string[];
}

/** A change of the rule after which the member's vote can matter. Tried: the case in `decides_in` was voted through under the changed rule. */
export interface TokenismChange {
  /** The family of the change. */
  readonly family: TokenismFamily;
  /** The number of the part that changes; null where something is added to the rule as a whole. */
  readonly part?: number | null;
  /** By how many votes. No smaller number in this family does, in any part. Null in families without an amount. */
  readonly amount?: Count | null;
  /** The change in a sentence. */
  readonly statement: string;
  /** The changed rule, written out. */
  readonly rule: Rule;
  /** Whether the member's vote can matter then. With a quorum it is only the member's presence that can. */
  readonly gives_a_vote_that_matters: boolean;
  /**
   * If these say yes and everybody else objects, it passes, and fails without the member's yes. With a quorum: with exactly these there,
   * all saying yes, it passes, and fails if the member stays away.
   */
  readonly decides_in: readonly Id[];
  /** What it does to everybody's power; null where measuring it would take too long. */
  readonly effect?: TokenismEffect | null;
}

/**
 * A family of changes to a rule.
 *
 * - `more_votes`: The member gets more votes in a part in which the member has a seat.
 * - `joins`: The member joins the voters of a part: with as few votes as will do, or among those who may object.
 * - `bar_lowered`: The bar of a part is lowered.
 * - `bar_raised`: The bar of a part is raised.
 * - `constituency_vote`: A majority of the member's constituency must agree as well.
 * - `must_agree`: The member must agree as well: a veto.
 * - `constituency_quorum`: At least half of the member's constituency must be there. This gives weight to the member's presence, not to the vote.
 */
export type TokenismFamily =
  | "more_votes"
  | "joins"
  | "bar_lowered"
  | "bar_raised"
  | "constituency_vote"
  | "must_agree"
  | "constituency_quorum";

/** What a change does to everybody's power. */
export interface TokenismEffect {
  /** How much power moves in all, by the Shapley-Shubik index: what those who gain gain together. */
  readonly moved: Exact;
  /** Whose share of power changes, members with the same change together; those who gain most come first. */
  readonly shares: readonly TokenismShift[];
  /** Others whose votes never mattered and now can. */
  readonly also_given_weight: readonly Id[];
  /** Members whose votes mattered and now never do. */
  readonly lose_all_weight: readonly Id[];
  /** Members without whom nothing passes any more, and who had no veto before. */
  readonly new_vetoes: readonly Id[];
  /** Members who had a veto and have none now. */
  readonly lost_vetoes: readonly Id[];
}

/** A share of power before and after a change. */
export interface TokenismShift {
  /** Members for each of whom this is so. */
  readonly members: readonly Id[];
  /** The Shapley-Shubik index before. */
  readonly before: Exact;
  /** The Shapley-Shubik index after. */
  readonly after: Exact;
}

/** A member without whom nothing passes. */
export interface TokenismVeto {
  /** The member. */
  readonly member: Id;
  /** Whether the request names the member in `declared_vetoes`. */
  readonly declared: boolean;
  /** What in the rule makes it so. */
  readonly made_by: VetoMaker;
  /** The number of the part of the rule that does so by itself; null where it takes several. */
  readonly part?: number | null;
  /** Whether it also fails if the member stays away, whatever the others do. Null where that would take too long. */
  readonly by_staying_away?: boolean | null;
  /** The same in a sentence. */
  readonly statement: string;
}

/**
 * What in a rule makes a veto.
 *
 * - `sign_off`: The rule says openly that the member must say yes: a sign-off or a veto.
 * - `unanimity`: A part asks that all say yes.
 * - `consent`: A part asks that nobody objects.
 * - `casting_vote`: The casting vote: the others' votes only come to a tie without the member.
 * - `votes`: The bar is out of reach without the member's votes.
 * - `several_parts`: Several parts of the rule together.
 */
export type VetoMaker =
  | "sign_off"
  | "unanimity"
  | "consent"
  | "casting_vote"
  | "votes"
  | "several_parts";

/** A constituency's seats against its power. */
export interface TokenismSide {
  /** The constituency. */
  readonly id: Id;
  /** How many members it has. */
  readonly seats: number;
  /** Its share of all members. */
  readonly share_of_seats: Exact;
  /**
   * The Shapley-Shubik indices of its members added up: its share of power if each member votes alone. Null where the rule always or
   * never passes, or where that would take too long.
   */
  readonly power_if_each_votes_alone?: IndexValue | null;
  /** Its Shapley-Shubik index in the game between the constituencies: its share of power if each side votes as one. Null as above. */
  readonly power_if_each_side_votes_as_one?: IndexValue | null;
  /** The other constituencies each of which can decide alone, if everybody attends, whatever this one votes. */
  readonly outvoted_by: readonly Id[];
  /**
   * Whether all of it together can block by how it votes if everybody attends: by objecting, by abstaining, or some by one and some by the
   * other.
   */
  readonly can_block_by_voting: boolean;
  /** Whether all of it together can block by staying away. */
  readonly can_block_by_staying_away: boolean;
  /** The fewest of its members who can block by staying away; null where all of them cannot, or where that would take too long. */
  readonly fewest_to_block_by_staying_away?: number | null;
  /** The same in a sentence or two. */
  readonly statement: string;
}

/** Something to look at, and perhaps to put right. */
export interface TokenismAlarm {
  /** The stable name of this kind of alarm. */
  readonly code: TokenismCode;
  /** How much it weighs. */
  readonly severity: TokenismSeverity;
  /** The fact. */
  readonly statement: string;
  /** Where in the request it shows: JSON pointers. */
  readonly evidence: readonly string[];
  /** What could be done. */
  readonly remedy: string;
}

/**
 * The kinds of alarm about a rule.
 *
 * - `one_member_decides`: One member decides alone.
 * - `undeclared_sign_off`: The rule names somebody who must say yes, and nobody has declared it.
 * - `undeclared_veto`: Nothing passes without somebody, though the rule does not say so and nobody has declared it.
 * - `can_be_outvoted`: A side can be outvoted by another alone.
 * - `can_never_block`: A side can never block, by voting or by staying away.
 * - `vote_never_matters`: Somebody's vote can never make a difference.
 * - `can_block_by_staying_away`: A side, or a member, who cannot block by voting can do so by staying away.
 * - `less_power_than_seats`: A side has a smaller share of the power than of the seats.
 */
export type TokenismCode =
  | "one_member_decides"
  | "undeclared_sign_off"
  | "undeclared_veto"
  | "can_be_outvoted"
  | "can_never_block"
  | "vote_never_matters"
  | "can_block_by_staying_away"
  | "less_power_than_seats";

/**
 * How much an alarm weighs.
 *
 * - `serious`: It takes a say from somebody, or hides who has it.
 * - `warning`: It may do so.
 * - `note`: Worth knowing.
 */
export type TokenismSeverity =
  | "serious"
  | "warning"
  | "note";

/** A certificate to be checked, and the rule that it is about. */
export interface TokenismCheckRequest {
  /** The members of the group: 1 to 1000. */
  readonly members: readonly Member[];
  /** The rule. */
  readonly rule: Rule;
  /** Rules by name, for `use`. */
  readonly rules?: Readonly<Record<string, Rule>>;
  /** The certificate. */
  readonly certificate: TokenismCertificate;
}

/** Whether a certificate holds. */
export interface TokenismCheckAnswer {
  /** Whether the certificate proves what it claims. If not, the claim may still be true. */
  readonly holds: boolean;
  /** What that means, in a sentence. */
  readonly statement: string;
  /** What was checked, step by step, up to the first step that failed. */
  readonly steps: readonly string[];
  /** The first step that failed. */
  readonly failed?: FailedStep | null;
}

/** A step of a certificate that is not true. */
export interface FailedStep {
  /** Where in the request it stands: a JSON pointer. */
  readonly at: string;
  /** What is wrong with it. */
  readonly why: string;
}

/** What options are chosen from, by which ballots, and how. */
export interface TallyRequest {
  /** The options: 1 to 200. Their order means nothing. */
  readonly options: readonly Id[];
  /** What options are called in sentences, at most 100 letters; the id where absent. */
  readonly names?: Readonly<Record<string, string>>;
  /** The ballots: 1 to 50000, each with a count of voters who cast it. */
  readonly ballots: readonly Ballot[];
  /** How they are counted. */
  readonly method: TallyMethod;
  /**
   * How ties are broken. Where none of these rules breaks a tie, every way in which it can go is followed, and all possible outcomes
   * are answered.
   */
  readonly ties?: TieRules;
}

/**
 * What one voter, or several alike, said. It has the form that the method counts: `ranking`, `approves`, `scores`, `grades` or
 * `ratings`; further forms may stand beside it. An empty list is a blank ballot, which counts as a vote for nothing.
 */
export interface Ballot {
  /** How many voters cast it: a whole number from 1 up, 1 where absent. */
  readonly count?: Count | null;
  /** The voters' constituency, such as people who use the service or people who work in it. */
  readonly constituency?: Id | null;
  /** Who cast it, where that is known: nobody votes twice. */
  readonly voter?: Id | null;
  /** The options, best first. Those that are not named stand behind all that are, equal to one another. */
  readonly ranking?: readonly RankPlace[] | null;
  /** The options that the voter approves of. */
  readonly approves?: readonly Id[] | null;
  /** A score for each option that the voter rates. */
  readonly scores?: Readonly<Record<string, Ratio>> | null;
  /** A grade in words for each option that the voter grades. */
  readonly grades?: Readonly<Record<string, string>> | null;
  /** For each option that the voter rates, a rating by each criterion. */
  readonly ratings?: Readonly<Record<string, Readonly<Record<string, Ratio>>>> | null;
}

/** One place of a ranking: an option, or several that share it. */
export type RankPlace =
  | Id
  | readonly Id[];

/**
 * How the ballots are counted: an object with exactly one key. Ranked ballots (`ranking`) are counted by `plurality`, `borda`, `irv`,
 * `copeland`, `minimax`, `schulze`, `ranked_pairs`, `scottish_stv` and `meek_stv`; `approves` by `approval`; `scores` by `score` and
 * `star`; `grades` by `majority_judgement`; `ratings` by `criteria`.
 */
export type TallyMethod =
  | {
      readonly plurality: NoSettings;
    }
  | {
      readonly approval: NoSettings;
    }
  | {
      readonly score: ScoreSettings;
    }
  | {
      readonly star: StarSettings;
    }
  | {
      readonly borda: BordaSettings;
    }
  | {
      readonly irv: NoSettings;
    }
  | {
      readonly copeland: CopelandSettings;
    }
  | {
      readonly minimax: MinimaxSettings;
    }
  | {
      readonly schulze: StrengthSettings;
    }
  | {
      readonly ranked_pairs: StrengthSettings;
    }
  | {
      readonly scottish_stv: SeatSettings;
    }
  | {
      readonly meek_stv: SeatSettings;
    }
  | {
      readonly majority_judgement: GradeSettings;
    }
  | {
      readonly criteria: CriteriaSettings;
    };

/** Nothing to set. */
export type NoSettings = Readonly<Record<string, never>>;

/** The scores that voters may give, and what no score means. */
export interface ScoreSettings {
  /** The lowest score. */
  readonly least: Ratio;
  /** The highest score, above the lowest. */
  readonly most: Ratio;
  /** What no score means: the lowest one where absent. */
  readonly unrated?: Unrated;
}

/**
 * What a voter says of an option that they do not rate.
 *
 * - `lowest`: The lowest score.
 * - `left_out`: Nothing: the means of the scores that are given are compared.
 */
export type Unrated =
  | "lowest"
  | "left_out";

/** The scores that voters may give. No score counts as the lowest one. */
export interface StarSettings {
  /** The lowest score. */
  readonly least: Ratio;
  /** The highest score, above the lowest. */
  readonly most: Ratio;
}

/** What an option that a ballot does not name gets. */
export interface BordaSettings {
  /** No points where absent. */
  readonly unranked?: BordaUnranked;
}

/**
 * What an option that a ballot does not name gets under Borda.
 *
 * - `zero`: No points.
 * - `average`: The average of the points of the places that are left.
 */
export type BordaUnranked =
  | "zero"
  | "average";

/** How comparisons are scored. */
export interface CopelandSettings {
  /** A tied comparison counts as half a win where absent. */
  readonly points?: CopelandPoints;
}

/**
 * How comparisons are scored.
 *
 * - `half`: 1 for a comparison won, 1/2 for a tied one, 0 for one lost.
 * - `net`: 1 for a comparison won, 0 for a tied one, -1 for one lost.
 */
export type CopelandPoints =
  | "half"
  | "net";

/** How bad a comparison is. */
export interface MinimaxSettings {
  /** By margins, which may be below zero, where absent. */
  readonly strength?: DefeatStrength;
}

/**
 * How strong a defeat is.
 *
 * - `winning_votes`: By how many voters are on the winning side.
 * - `margins`: By how many more voters are on the winning side than on the losing one.
 */
export type DefeatStrength =
  | "winning_votes"
  | "margins";

/** How strong a comparison is. */
export interface StrengthSettings {
  /** By the votes of the winning side where absent. */
  readonly strength?: DefeatStrength;
}

/** How many options are chosen. */
export interface SeatSettings {
  /** How many: from 1 to the number of options. */
  readonly seats: number;
}

/** The grades that voters may give. */
export interface GradeSettings {
  /** The grades in words, best first: 2 to 20. An option that a voter does not grade has the worst. */
  readonly grades: readonly string[];
}

/** The criteria that the group has agreed. */
export interface CriteriaSettings {
  /** The criteria with their weights: 1 to 20. */
  readonly criteria: readonly Criterion[];
  /** The lowest rating. */
  readonly least: Ratio;
  /** The highest rating, above the lowest. */
  readonly most: Ratio;
}

/** A criterion that the group has agreed. */
export interface Criterion {
  /** The short name that ballots use. */
  readonly id: Id;
  /** How much it counts beside the others: above zero. Weights need not sum to 1. */
  readonly weight: Ratio;
}

/** The caller's rules for ties. */
export interface TieRules {
  /**
   * Under `irv`: of the options that tie for last, the one with fewer votes at the end of the latest earlier round in which they
   * differ goes out. (Part of `scottish_stv` in any case.)
   */
  readonly earlier_rounds?: boolean;
  /** Under `irv`: all options that tie for last go out together, unless nobody would be left. */
  readonly eliminate_all?: boolean;
  /**
   * An order of all options that was drawn by lot before the count: of those that tie, the one in front wins, and the one behind goes
   * out. Used where the rules above leave a tie.
   */
  readonly lot?: readonly Id[] | null;
}

/** What came of a count. Options stand in the order of their ids everywhere: the order of the request decides nothing. */
export interface TallyAnswer {
  /** The options that are chosen in every possible outcome: with no tie left, the winner or winners. */
  readonly winners: readonly Id[];
  /** The options that are chosen in some possible outcomes and not in others, because of ties that no rule breaks. */
  readonly tied: readonly Id[];
  /** Whether there is one outcome. */
  readonly decided: boolean;
  /** Every outcome that is possible. */
  readonly outcomes: readonly TallyOutcome[];
  /** What the method is called, with what it is set to. */
  readonly method: string;
  /** Why, in plain sentences. */
  readonly because: readonly string[];
  /** How many votes were cast. */
  readonly votes: Count;
  /**
   * What each option got in all, where the method adds up: votes, approvals, points, scores, comparisons. Under minimax the worst
   * comparison, of which the lowest wins; under majority judgement how many grades the middle one is above the worst.
   */
  readonly totals: readonly OptionTotal[];
  /** The rounds, where the method counts in rounds. */
  readonly rounds: readonly TallyRound[];
  /** How many voters put the option above each other one, where the method compares them. */
  readonly pairwise: readonly PairwiseRow[];
  /** Under Schulze: how strong the strongest path from the option to each other one is. */
  readonly paths: readonly PairwiseRow[];
  /** Under ranked pairs: the comparisons that are locked in, in their order, in one way of taking those that are equally strong. */
  readonly locked: readonly LockedPair[];
  /** Every tie in the way through that is shown, and what broke it. */
  readonly ties: readonly TieStated[];
  /**
   * What each constituency would choose by itself, by the same method; without a lot, so that ties show. Empty where the ballots name
   * no constituency.
   */
  readonly sides: readonly SideTally[];
  /**
   * Whether the constituencies want different things: true if two of them have no outcome in common, false if all have the same
   * outcome and no other. Null where ties leave it open, or with fewer than two.
   */
  readonly sides_differ?: boolean | null;
  /** The same in words. */
  readonly sides_because: readonly string[];
  /** What was assumed. */
  readonly assumes: readonly string[];
}

/** One outcome that is possible. */
export interface TallyOutcome {
  /** The options that are chosen. */
  readonly chosen: readonly Id[];
  /** How the ties that no rule breaks would have to fall for it; one way of possibly several. */
  readonly ways: readonly TieStated[];
}

/** A tie. */
export interface TieStated {
  /** The round, from 1 up. */
  readonly round: number;
  /** What the options were tied for. */
  readonly tied_for: TieFor;
  /** The options that tied. */
  readonly tied: readonly Id[];
  /** What broke it. Null if nothing did, and every way was followed. */
  readonly broken_by?: TieBreak | null;
  /** The options it fell on. Where nothing broke it, those of the way that is shown; empty where all ways are shown at once. */
  readonly fell_on: readonly Id[];
}

/**
 * What the options were tied for.
 *
 * - `first`: Being chosen.
 * - `last`: Going out, with the fewest votes.
 * - `surplus`: Whose surplus is transferred first.
 * - `run_off`: A place among the two in the run-off.
 */
export type TieFor =
  | "first"
  | "last"
  | "surplus"
  | "run_off";

/**
 * How a tie was broken.
 *
 * - `lot`: By the order drawn by lot that the request gives.
 * - `earlier_rounds`: By the votes at the end of the latest earlier round in which they were not equal.
 * - `eliminate_all`: All that tied went out together.
 */
export type TieBreak =
  | "lot"
  | "earlier_rounds"
  | "eliminate_all";

/** What an option got in all. */
export interface OptionTotal {
  /** The option. */
  readonly option: Id;
  /** How much. */
  readonly total: VoteNumber;
  /** More about it, in words; empty where there is nothing more. */
  readonly words: string;
}

/** An exact number of votes or points, as text: "42", "26.4" or "7/3". */
export type VoteNumber = string;

/** One round. */
export interface TallyRound {
  /** The votes of each option that was not out before. */
  readonly votes: Readonly<Record<string, VoteNumber>>;
  /** Votes that no option has: their ballots name none that is left. Null where the method knows none. */
  readonly not_transferable?: VoteNumber | null;
  /** Votes lost because transfer values are cut to five decimal places, under the Scottish rules. */
  readonly lost_to_rounding?: VoteNumber | null;
  /** The votes with which an option is chosen. */
  readonly quota?: VoteNumber | null;
  /** Under Meek's method: what part of each vote that reaches it a chosen option keeps. */
  readonly keep_factors: Readonly<Record<string, VoteNumber>>;
  /** Under the Scottish rules: what the papers that moved from an option with a surplus were worth before and after. */
  readonly transfers: readonly ValueTransfer[];
  /** Chosen in this round. */
  readonly chosen: readonly Id[];
  /** Out in this round. (Under instant run-off and Meek's method its votes are still among those shown, and move before the next.) */
  readonly out: readonly Id[];
  /** What happened, and why. */
  readonly because: readonly string[];
  /** Whether a tie in it or before it could have gone another way, so that the round is one of several. */
  readonly one_of_several: boolean;
}

/** How the value of papers changed when a surplus moved. */
export interface ValueTransfer {
  /** What each was worth when the option received it. */
  readonly before: VoteNumber;
  /** What each is worth after: the transfer value. */
  readonly after: VoteNumber;
  /** How many papers there are, with those that name no further option. */
  readonly papers: Count;
}

/** A row of a table of options by options. */
export interface PairwiseRow {
  /** The option. */
  readonly option: Id;
  /** The number against each other option. */
  readonly over: Readonly<Record<string, Count>>;
}

/** A comparison that is locked in. */
export interface LockedPair {
  /** The option that stands above. */
  readonly above: Id;
  /** The option that stands below. */
  readonly below: Id;
}

/** What one constituency would choose by itself. */
export interface SideTally {
  /** The constituency. */
  readonly constituency: Id;
  /** How many votes it cast. */
  readonly votes: Count;
  /**
   * How many of these put each option first; a first place that several share counts for each in equal parts. With `approves`, how
   * many approve of it. Empty for ratings by criteria.
   */
  readonly first: Readonly<Record<string, VoteNumber>>;
  /** What it would choose: every possible outcome. Null if it has too many ties to follow, or says nothing that can be counted. */
  readonly outcomes?: readonly (readonly Id[])[] | null;
}

/** A file of ballots. */
export interface BallotsReadRequest {
  /** Its form. */
  readonly format: BallotFormat;
  /** The whole file as text. */
  readonly text: string;
}

/**
 * The form of a file of ballots.
 *
 * - `soc`: PrefLib: all options one after another on every ballot.
 * - `soi`: PrefLib: options one after another, not all of them on every ballot.
 * - `toc`: PrefLib: all options on every ballot, some of which may share a place.
 * - `toi`: PrefLib: options of which some may share a place, not all of them on every ballot.
 * - `abif`: The aggregated ballot information format: rankings, scores, or both.
 * - `blt`: The form of Hill, Wichmann and Woodall, as used by programs for the single transferable vote.
 */
export type BallotFormat =
  | "soc"
  | "soi"
  | "toc"
  | "toi"
  | "abif"
  | "blt";

/** What a file of ballots holds: `options`, `names` and `ballots` as `power.tally` takes them. */
export interface BallotsReadAnswer {
  /**
   * The options, in the order of the file. In PrefLib and BLT their ids are made of their names (white space becomes `_`), or are
   * numbers from 1 up if not all names would do.
   */
  readonly options: readonly Id[];
  /** The names of options whose ids are not their names. */
  readonly names: Readonly<Record<string, string>>;
  /** The ballots. */
  readonly ballots: readonly Ballot[];
  /** How many votes there are. */
  readonly votes: Count;
  /** The title of the file. */
  readonly title?: string | null;
  /** How many are to be chosen, where the file says it. */
  readonly seats?: number | null;
  /** Options that were withdrawn, and are left out everywhere. */
  readonly withdrawn: readonly string[];
}

/** Ballots to be written as a file. */
export interface BallotsWriteRequest {
  /** The form of the file. */
  readonly format: BallotFormat;
  /** The options: 1 to 200. */
  readonly options: readonly Id[];
  /** What options are called, at most 100 letters; the id where absent. */
  readonly names?: Readonly<Record<string, string>>;
  /** The ballots: 1 to 50000. Each has a `ranking`; under `abif` it may have `scores` beside it or instead. */
  readonly ballots: readonly Ballot[];
  /** A title for the file. */
  readonly title?: string | null;
  /** How many are to be chosen: needed for `blt`. */
  readonly seats?: number | null;
}

/** A file of ballots. */
export interface BallotsWriteAnswer {
  /** The whole file as text. Ballots that are alike are one line, the most common first. */
  readonly text: string;
  /** What the ballots say and the form cannot hold: for each such field the word for it. */
  readonly left_out: readonly string[];
}

/** Who is there, and what is there to do? */
export interface SplitRequest {
  /** The people, 1 to 1,000; each with a capacity. When they joined or left and what their pay depends on change nothing here. */
  readonly people: readonly Person[];
  /** The tasks, at most 20,000, the most important first: where not every place can be filled, earlier ones go before later ones. */
  readonly tasks?: readonly Task[];
  /** What is settled already. A person named here has the task, at the first of its needs that they meet and that leaves most places to others. */
  readonly keep?: readonly Assignment[];
  /** The first day on which the work can be done. Needed where somebody says how many hours they can do on a day and a task has a date. */
  readonly from?: Day | null;
  /**
   * What is aimed at: the fairest split, or that nobody envies anybody by more than one task. The two can clash; the answer's certificate
   * says which guarantee holds.
   */
  readonly aim?: SplitAim;
  /**
   * Decides between splits that are equal in everything else. Without it, people come in the order of their ids; with it, in an
   * order drawn from it, the same for the same seed.
   */
  readonly seed?: number | null;
}

/**
 * What a split aims at, once as many places are filled as can be.
 *
 * - `leximin`: The largest part of what anybody agreed to give as small as possible, then the second largest, and so on.
 * - `wef1`: Weighted envy-freeness up to one task: nobody, their largest task put aside, has more of what they agreed to give than anybody else. People take turns. Sure to be reached where everybody may do everything.
 */
export type SplitAim =
  | "leximin"
  | "wef1";

/** Who does what, and why. */
export interface SplitAnswer {
  /** Who has each task, in the order of the tasks; a task that nobody has is left out. */
  readonly assignments: readonly Assignment[];
  /** Each person's part, in the order of the people. */
  readonly people: readonly WorkLoad[];
  /** What could not be filled, with the reason and the smallest change that would fill it. */
  readonly unfilled: readonly UnfilledNeed[];
  /** Where there is too little of somebody, so that places stay empty however the work is split: as far as that is proved, at most 20. */
  readonly bottlenecks?: readonly WorkBottleneck[];
  /** Between which days unfinished tasks can be worked on, where the tasks before or after them leave less than their own dates. */
  readonly dates?: readonly TaskDates[];
  /** When the work can be done. Absent where nobody says how many hours they can do on a day, or nothing has a date. */
  readonly schedule?: WorkSchedule | null;
  /** The hours by constituency, in the order of their ids, those who belong to none last; empty if nobody belongs to one. */
  readonly sides?: readonly WorkSide[];
  /** What a group does well to look at. */
  readonly notes?: readonly WorkNote[];
  /**
   * The ratios of all who agreed to give hours, the largest first. No other split that fills the same places has a smaller first
   * ratio, nor an equal first and a smaller second one, and so on, if `optimal` is true.
   */
  readonly vector: readonly Ratio[];
  /** Whether it is proved that no split fills more or earlier places, and that none that fills these is fairer. If false, this is the best found. */
  readonly optimal: boolean;
  /**
   * Whether it is proved that no equally fair split gives people more of what they prefer: more first choices, then more second ones,
   * and so on.
   */
  readonly preferences_settled: boolean;
  /** A proved lower bound: no split that fills these places has a smaller largest ratio. Absent if nobody agreed to give hours. */
  readonly bound?: Ratio | null;
  /**
   * If not proved to be the best: the people whose own work makes the bound what it is. With any smaller largest ratio, what only they
   * can do is more than all of them can take. Empty where no such group is known.
   */
  readonly bound_by?: readonly Id[];
  /** How it was found, in words. */
  readonly method: string;
  /** Which guarantees hold, and what shows it; `workload.verify` checks it. */
  readonly certificate: SplitCertificate;
}

/** What one person has. */
export interface WorkLoad {
  /** The person. */
  readonly id: Id;
  /** Hours of all their tasks, and of the support that they give. */
  readonly hours: Hours;
  /** Of these, hours of work that is easily overlooked: of tasks that are not ordinary, and of support. Absent if there are none. */
  readonly hidden_hours?: Hours | null;
  /** Of these, hours of handing tasks over and of being handed them. Absent if there are none. */
  readonly handover_hours?: Hours | null;
  /** Hours that they agreed to give. */
  readonly capacity: Hours;
  /** Their hours, each times their burden factors, over their capacity. Absent if they agreed to give none. */
  readonly of_capacity?: Ratio | null;
  /** Their tasks, in the order of the tasks. */
  readonly tasks: readonly HeldTask[];
  /** Support that they give to others beside their tasks. */
  readonly support?: readonly SupportGiven[];
  /** All of this in a sentence. */
  readonly reason: string;
}

/** One task of one person. */
export interface HeldTask {
  /** The task. */
  readonly task: Id;
  /** Hours of it that this person bears. */
  readonly hours: Hours;
  /** Why this person has it. */
  readonly why: WhyHeld;
}

/**
 * Why a person has a task.
 *
 * - `settled`: It was settled before, or is finished.
 * - `done_so_far`: What they have done of it so far.
 * - `named`: The task names them: as one who shares it, or as one of everybody.
 * - `already_theirs`: They have it already, and keep it.
 * - `only_one_able`: Nobody else could take this place.
 * - `preferred`: They prefer it.
 * - `keeps_it_even`: It keeps the work even for what each agreed to give.
 */
export type WhyHeld =
  | "settled"
  | "done_so_far"
  | "named"
  | "already_theirs"
  | "only_one_able"
  | "preferred"
  | "keeps_it_even";

/** Support that somebody gives beside a task of somebody else. */
export interface SupportGiven {
  /** The task. */
  readonly task: Id;
  /** Who has the task and is helped. */
  readonly person: Id;
  /** Hours of help. */
  readonly hours: Hours;
}

/** Places of a task that nobody fills. */
export interface UnfilledNeed {
  /** The task. */
  readonly task: Id;
  /** Which of its needs, from 0; absent for a task without needs. */
  readonly need?: number | null;
  /** How many people are missing. */
  readonly missing: number;
  /** Why. */
  readonly reason: string;
  /** The smallest change that would fill one of them with everything else as it is; alternatives are joined by "or". */
  readonly smallest_change: string;
}

/** People on whom empty places depend, and how many places they can fill at most. */
export interface WorkBottleneck {
  /** The tasks that stay short of somebody for it. */
  readonly tasks: readonly Id[];
  /** The only people who can fill these places, in the order of the ids. */
  readonly people: readonly Id[];
  /** How many places only they can fill, filled ones too. */
  readonly places: number;
  /** How many of these they can fill at most, however the work is split. */
  readonly most: number;
  /** Hours that they have room for beside what else they have: below their hard caps and in their days. */
  readonly room: Hours;
  /** Hours that these places ask for. */
  readonly asked: Hours;
  /** All of this in words. */
  readonly words: string;
}

/**
 * Between which days a task can be worked on. Work is counted by whole days: a task that comes `after` others begins on the day after they
 * are finished, and takes at least a day.
 */
export interface TaskDates {
  /** The task. */
  readonly task: Id;
  /**
   * The first day: the latest of its own, the first day of the period, and the day after the earliest on which all tasks before it can be
   * finished.
   */
  readonly earliest?: Day | null;
  /**
   * The day by which it must be finished: the earliest of its own `due` (or last session) and the day before the latest on which a
   * task after it can begin.
   */
  readonly latest?: Day | null;
}

/** When the work can be done, shown day by day for those who say how many hours they can do on a day. */
export interface WorkSchedule {
  /** Whether everybody can do all that they have in time. If false, no such order of work was found. */
  readonly found: boolean;
  /** When each task with a date would be worked on, the soonest due first. */
  readonly tasks: readonly ScheduledTask[];
  /** What was not found time for. */
  readonly late?: readonly LateTask[];
}

/** When a task would be worked on. */
export interface ScheduledTask {
  /** The task. */
  readonly task: Id;
  /** The first day. */
  readonly begins: Day;
  /** The last day. */
  readonly ends: Day;
}

/** Work that was not found time for. */
export interface LateTask {
  /** The task. */
  readonly task: Id;
  /** Who has it, or helps with it. */
  readonly person: Id;
  /** Hours that are left over. */
  readonly hours: Hours;
  /** The same in words. */
  readonly words: string;
}

/** The hours of the people of one constituency. */
export interface WorkSide {
  /** The constituency; absent for people who belong to none. */
  readonly constituency?: Id | null;
  /** How many people. */
  readonly people: number;
  /** Hours of all their tasks, and of the support that they give. */
  readonly hours: Hours;
  /** Hours that they agreed to give. */
  readonly capacity: Hours;
  /** Their hours over their capacity, burdens not counted. Absent if they agreed to give none. */
  readonly of_capacity?: Ratio | null;
  /** Their hours over everybody's. Absent if nobody has any. */
  readonly of_all_hours?: Ratio | null;
  /** Hours of work that is easily overlooked, by its kind; support that people need is `supporting`. */
  readonly hidden: readonly HiddenHours[];
}

/** Hours of one kind of work that is easily overlooked. */
export interface HiddenHours {
  /** The kind. */
  readonly work: WorkKind;
  /** How many hours. */
  readonly hours: Hours;
}

/** Something about the split that a group does well to look at. A fact, not a judgement. */
export interface WorkNote {
  /** What it is. */
  readonly code: WorkNoteCode;
  /** The tasks that it is about. */
  readonly tasks?: readonly Id[];
  /** The people whom it is about. */
  readonly people?: readonly Id[];
  /** The fact in words. */
  readonly words: string;
}

/**
 * What a note is about.
 *
 * - `no_editing`: Parts of one whole have several owners, and no task is to make them read as one.
 * - `no_facilitating`: People meet, and no task is to run the meetings.
 * - `side_idle`: Nobody of one constituency has anything, though they agreed to give hours.
 * - `hidden_on_one_side`: All work that is easily overlooked is with one of several constituencies.
 * - `waits_for_nobody`: A task waits for one that nobody has.
 * - `no_schedule`: No schedule was found in which everything is in time.
 * - `burden_unused`: Somebody names a burden that no task is marked with.
 */
export type WorkNoteCode =
  | "no_editing"
  | "no_facilitating"
  | "side_idle"
  | "hidden_on_one_side"
  | "waits_for_nobody"
  | "no_schedule"
  | "burden_unused";

/** How good a split is, in a form that can be checked without searching for a better one. */
export interface SplitCertificate {
  /** Which guarantees hold, which do not, and why. */
  readonly guarantees: readonly SplitGuarantee[];
  /** A lower bound on the largest ratio of any split that fills these places, and the people who show it. Absent if there is none above 0. */
  readonly bound?: SplitBound | null;
  /** How far the largest ratio is above the bound, as a part of the bound: `"1/50"` is 2 %; `"0"` if nobody could do better. */
  readonly gap?: Ratio | null;
  /** Where tasks would have to be cut for the split to be fairer. Absent if not even that would make it fairer, which proves it the fairest. */
  readonly fairer_if_cut?: FairerShift | null;
  /** Envy, person by person: those who have something, in the order of the people; at most 24, those who envy first. */
  readonly envy: readonly EnvyWitness[];
  /** The people of `bound`, for a check of this certificate. */
  readonly tight: readonly Id[];
}

/** One guarantee. */
export interface SplitGuarantee {
  /** Which. */
  readonly name: SplitGuaranteeName;
  /** Whether it holds. */
  readonly state: GuaranteeState;
  /** Why, in a sentence. */
  readonly why: string;
}

/**
 * A guarantee that a split can have.
 *
 * - `within_limits`: Everybody may have what they have, and no limit is broken.
 * - `filled`: No other split fills more places, or earlier ones.
 * - `within_agreed`: Nobody has more than they agreed to give.
 * - `least_largest`: No split that fills these places has a smaller largest ratio.
 * - `leximin`: Nor an equal largest and a smaller second ratio, and so on: the fairest of all (leximin).
 * - `wef1`: Weighted envy-freeness up to one task: nobody, their largest task put aside, has more of what they agreed to give than anybody else.
 */
export type SplitGuaranteeName =
  | "within_limits"
  | "filled"
  | "within_agreed"
  | "least_largest"
  | "leximin"
  | "wef1";

/**
 * Whether a guarantee holds.
 *
 * - `holds`: Yes, and this check shows it.
 * - `holds_by_search`: Yes, by the search that found the split; whoever doubts it has to search again.
 * - `fails`: No, and this check shows it.
 * - `not_shown`: This check shows neither.
 */
export type GuaranteeState =
  | "holds"
  | "holds_by_search"
  | "fails"
  | "not_shown";

/** A lower bound on the largest ratio. */
export interface SplitBound {
  /** No split that fills these places has a smaller largest ratio. */
  readonly ratio: Ratio;
  /** The people who show it. */
  readonly people: readonly Id[];
  /** Hours of open tasks that only they can do. */
  readonly hours: Hours;
  /** Why, in a sentence. */
  readonly why: string;
}

/** A piece of work that would make a split fairer, if tasks could be cut and passed on. */
export interface FairerShift {
  /** Who would have less. */
  readonly from: Id;
  /** Who would have more. */
  readonly to: Id;
  /** How much. */
  readonly hours: Hours;
}

/** One person's envy, at its largest. */
export interface EnvyWitness {
  /** The person. */
  readonly id: Id;
  /** The task put aside: the one that costs them most. */
  readonly without: Id;
  /** What is left to them, over their capacity; their own burden left out of both sides. */
  readonly has: Ratio;
  /** Of everybody else, whoever has least by the measure of `id`; the earliest of several. */
  readonly other: Id;
  /** What that one has of tasks that `id` may do, over that one's capacity. */
  readonly others: Ratio;
  /** Whether `has` is above `others`: then there is envy of more than one task. */
  readonly envies: boolean;
}

/** Who has what, and what would it mean to change that by hand? */
export interface AlternativesRequest {
  /** The people, as for a split. */
  readonly people: readonly Person[];
  /** The tasks, as for a split. */
  readonly tasks?: readonly Task[];
  /** Who has what now: the `assignments` of a split, or your own. What they break is said, and no error. */
  readonly assignments?: readonly Assignment[];
  /** The first day on which the work can be done, as for a split. */
  readonly from?: Day | null;
  /**
   * The task to look at, with everybody who could have it instead, and with swaps. Without it, the best three choices for each task, without
   * swaps.
   */
  readonly task?: Id | null;
  /** Only what this person has. */
  readonly person?: Id | null;
  /** What to change by hand, all of it at once; at most 100. The answer says what it does. */
  readonly moves?: readonly WorkMove[];
}

/** A task that changes hands. */
export interface WorkMove {
  /** The task. */
  readonly task: Id;
  /** Who has it now; absent to fill a place that is empty. */
  readonly from?: Id | null;
  /** Who gets it; absent to leave the place empty. */
  readonly to?: Id | null;
}

/** What it would mean to change who has what by hand. */
export interface AlternativesAnswer {
  /** The ratios of all who agreed to give hours as things are, the largest first. */
  readonly vector: readonly Ratio[];
  /** What the assignments break as they are. */
  readonly breaks: readonly BrokenLimit[];
  /** For each place that is looked at, who could have it instead. */
  readonly choices: readonly WorkChoice[];
  /** What the `moves` asked about would do; absent without any. */
  readonly effect?: WorkEffect | null;
}

/** A limit that is not kept. */
export interface BrokenLimit {
  /** Whose. */
  readonly person: Id;
  /** Which. */
  readonly limit: BrokenLimitKind;
  /** The task that does not fit; absent where it is the sum that does not. */
  readonly task?: Id | null;
  /** By how much, where it is a matter of hours. */
  readonly hours?: Hours | null;
  /** The same in words. */
  readonly words: string;
}

/**
 * A kind of limit.
 *
 * - `hard_cap`: The most that the person can be given.
 * - `days`: What they can do by a day.
 * - `away`: They are away on the day of a session.
 * - `avoids`: They must not be given it.
 * - `too_few_days`: The days in which it can be done are too few for them.
 * - `no_support`: The help that they need with it is not there.
 * - `no_hours`: They have agreed to give no hours.
 * - `conditions`: They do not meet what the task asks for.
 */
export type BrokenLimitKind =
  | "hard_cap"
  | "days"
  | "away"
  | "avoids"
  | "too_few_days"
  | "no_support"
  | "no_hours"
  | "conditions";

/** Who could have a task instead of somebody, or where nobody has it. */
export interface WorkChoice {
  /** The task. */
  readonly task: Id;
  /** Who has it now; absent for an empty place. */
  readonly from?: Id | null;
  /**
   * Everybody else who meets the conditions, the best choice first: those that break nothing before those that do, then the one after
   * which the ratios, the largest first, are the least.
   */
  readonly options: readonly WorkOption[];
}

/** One way to pass a task on. */
export interface WorkOption {
  /** Who would have it. */
  readonly to: Id;
  /** The task that they would give in return, if any. */
  readonly in_return?: Id | null;
  /** What it would do. */
  readonly effect: WorkEffect;
}

/** What a change would do. */
export interface WorkEffect {
  /** Whether it is fairer than what there is: compared by the largest ratio, then the second largest, and so on. */
  readonly fairness: FairnessChange;
  /** Everybody whose hours or ratio change, in the order of the ids. */
  readonly people: readonly LoadChange[];
  /** The limits that it breaks for these people. */
  readonly breaks: readonly BrokenLimit[];
  /** All of this in words. */
  readonly words: string;
}

/**
 * How a change compares with what there is.
 *
 * - `fairer`: Fairer.
 * - `as_fair`: Neither fairer nor less fair.
 * - `less_fair`: Less fair.
 */
export type FairnessChange =
  | "fairer"
  | "as_fair"
  | "less_fair";

/** One person's part before and after. */
export interface LoadChange {
  /** The person. */
  readonly id: Id;
  /** Their hours now. */
  readonly hours_before: Hours;
  /** Their hours then. */
  readonly hours_after: Hours;
  /** Their ratio now; absent if they agreed to give no hours. */
  readonly before?: Ratio | null;
  /** Their ratio then; absent if they agreed to give no hours. */
  readonly after?: Ratio | null;
}

/** A split to be checked. */
export interface VerifyRequest {
  /** What was asked. */
  readonly request: SplitRequest;
  /** What was answered: the answer of `workload.split`, or one of your own with as much as `assignments`. */
  readonly answer: ClaimedSplit;
}

/** An answer to a request for a split, as far as it can be checked. Other fields are read past. */
export interface ClaimedSplit {
  /** Who has each task. Never left out. */
  readonly assignments?: readonly Assignment[] | null;
  /** What each person is said to have. */
  readonly people?: readonly ClaimedLoad[] | null;
  /** The ratios that are claimed, the largest first. */
  readonly vector?: readonly Ratio[] | null;
  /** The lower bound on the largest ratio that is claimed. */
  readonly bound?: Ratio | null;
  /** What is said to show the bound. */
  readonly certificate?: ClaimedCertificate | null;
}

/** What a person is said to have. Other fields are read past. */
export interface ClaimedLoad {
  /** The person. */
  readonly id?: Id | null;
  /** Hours of all their tasks. */
  readonly hours?: Hours | null;
  /** Their hours, times their burden, over their capacity. */
  readonly of_capacity?: Ratio | null;
  /** Whom they are said to help beside which task. Where help depends on the skill that a place asks for, this tells who fills which place. */
  readonly support?: readonly ClaimedSupport[] | null;
}

/** Help that a person is said to give. Other fields are read past. */
export interface ClaimedSupport {
  /** The task. */
  readonly task?: Id | null;
  /** Who has the task and is helped. */
  readonly person?: Id | null;
}

/** What is said to show how good a split is. Other fields are read past: the check works them out afresh. */
export interface ClaimedCertificate {
  /** People who, it is said, have more work that only they can do than fits below the bound. */
  readonly tight?: readonly Id[] | null;
}

/** What holds of a split. */
export interface VerifyAnswer {
  /**
   * Whether nothing is wrong with the answer: everybody may have what they have, no limit is broken, and all that it claims of hours,
   * ratios and its bound is so.
   */
  readonly sound: boolean;
  /** What is wrong with it. */
  readonly problems: readonly SplitProblem[];
  /** What each person has, worked out afresh, in the order of the people. */
  readonly people: readonly CheckedLoad[];
  /** The ratios of all who agreed to give hours, the largest first. */
  readonly vector: readonly Ratio[];
  /** How many places the unfinished tasks have. */
  readonly places: number;
  /** How many of them are filled. */
  readonly filled: number;
  /** What shows how good the split is, and which guarantees hold. */
  readonly certificate: SplitCertificate;
}

/** Something that is wrong with an answer. */
export interface SplitProblem {
  /** What kind of thing. */
  readonly kind: SplitProblemKind;
  /** Where in the request of this check, as a JSON pointer. */
  readonly path: string;
  /** What, in a sentence. */
  readonly what: string;
}

/**
 * What can be wrong with an answer.
 *
 * - `unknown`: It names a task or a person that the request does not have.
 * - `twice`: It names something twice.
 * - `not_theirs`: Somebody has a task, or a place of it, that is not theirs to fill.
 * - `too_many`: More people have a task than it asks for.
 * - `over_hard_cap`: Somebody has more than the most they can be given.
 * - `over_days`: Somebody has more to do by some day than fits in the days they have until then.
 * - `not_kept`: What was settled is not kept.
 * - `wrong_claim`: A number that is claimed is not so.
 */
export type SplitProblemKind =
  | "unknown"
  | "twice"
  | "not_theirs"
  | "too_many"
  | "over_hard_cap"
  | "over_days"
  | "not_kept"
  | "wrong_claim";

/** What a person has. */
export interface CheckedLoad {
  /** The person. */
  readonly id: Id;
  /** Hours of all their tasks, finished ones too. */
  readonly hours: Hours;
  /** Their hours, times their burden, over their capacity. Absent if they agreed to give none. */
  readonly of_capacity?: Ratio | null;
}

/** Who has what, and what changes? */
export interface ReplanRequest {
  /** The people, those who leave or return among them; each who stays with a capacity. */
  readonly people: readonly Person[];
  /** The tasks as they were agreed, finished ones too. */
  readonly tasks: readonly Task[];
  /** Who has what now: the `assignments` of a split, or your own. */
  readonly assignments: readonly Assignment[];
  /** What changes: one thing or several at once. */
  readonly change: WorkChange;
  /**
   * The first day of the new plan: days before it are past. Where absent, the day on which the first of those who leave is no longer there; without
   * either, days are not counted, and the answer says so.
   */
  readonly from?: Day | null;
  /** How far tasks are, and what handing them over takes, where that is known. A task that is not named is taken as not begun. */
  readonly now?: readonly TaskNow[];
  /** What handing over any one task takes, where `now` says nothing else of it. Nothing where absent. */
  readonly handover?: HandoverCost | null;
  /**
   * The most hand-overs to look at, 0 to 8; 8 if absent. With 0 the answer has only the plan that asks nobody to hand anything over.
   * Each number of hand-overs is a search of its own, so fewer of them answer sooner.
   */
  readonly most_handovers?: number | null;
}

/** What changes: `{"left": "ana"}`, or any of the lists. At least one thing, at most 100; no two that contradict each other. */
export interface WorkChange {
  /** The id of the person who leaves. */
  readonly left?: Id | null;
  /** The first day on which the person in `left` is no longer there. */
  readonly from?: Day | null;
  /** Others who leave as well. */
  readonly leavers?: readonly LeavingPerson[];
  /** Tasks that turn out to be more work, or to need more people (or fewer hours than thought). */
  readonly grown?: readonly GrownTask[];
  /** Sessions that somebody cannot come to. */
  readonly missed?: readonly MissedSession[];
  /** People who come back or join, and can take work. */
  readonly returned?: readonly ReturnedPerson[];
}

/** Somebody who leaves. */
export interface LeavingPerson {
  /** Who. */
  readonly person: Id;
  /** The first day on which they are no longer there. */
  readonly from?: Day | null;
}

/** A task whose size changes. Whoever has it is asked whether they do the rest of it, or hands it over. */
export interface GrownTask {
  /** The task, not finished. */
  readonly task: Id;
  /** Its `hours` from now on, those done so far among them. As they were where absent. */
  readonly hours?: Hours | null;
  /** How many people its need asks for from now on, no fewer than before. As it was where absent. */
  readonly count?: number | null;
  /** Which of its needs `count` is about, from 0; the first where absent. */
  readonly need?: number | null;
}

/** A session that somebody who has the task cannot come to. */
export interface MissedSession {
  /** Who cannot come. They are away on that day, from other sessions of new tasks too. */
  readonly person: Id;
  /** The task, which they have. */
  readonly task: Id;
  /** The day of the session. */
  readonly date: Day;
  /** The hours that somebody else takes on; those of the session where absent. */
  readonly hours?: Hours | null;
  /** Who takes it on. */
  readonly taken_on_by?: TakenOnBy;
}

/**
 * Who takes on what somebody would have done in a session.
 *
 * - `stand_in`: One person who comes instead, and could have the task.
 * - `group`: All who can come and could have the task, in equal parts: those who are in it already, or everybody where nobody else is.
 */
export type TakenOnBy =
  | "stand_in"
  | "group";

/** Somebody who comes back or joins. */
export interface ReturnedPerson {
  /** Who: one of the people, with a capacity. They can take tasks of those who leave, by hand-overs, and those that nobody has. */
  readonly person: Id;
  /** The first day on which they are there; the first day of the plan where absent. */
  readonly from?: Day | null;
}

/** How far a task is, and what handing it over takes. */
export interface TaskNow {
  /** The task, not finished. */
  readonly task: Id;
  /**
   * Hours done so far by each person who has it, those for quality among them; of all together where the task's hours are shared. They stay with those who did them; whoever takes
   * the task over bears the rest. None where absent.
   */
  readonly done_hours?: Hours;
  /** What handing over this task takes; as the request says for all where absent. */
  readonly handover?: HandoverCost | null;
}

/**
 * What handing over a place in a task takes. The hours count for caps, days and fairness as work does, and must be done before the
 * task is due. What was done in a missed session, and places that nobody had, are handed over by nobody and cost nothing here.
 */
export interface HandoverCost {
  /** Whoever gives it: somebody who stays bears these hours; for somebody who leaves the answer says whether they have the time. */
  readonly giver?: HandoverHours;
  /** Whoever takes it. */
  readonly receiver?: HandoverHours;
}

/** Hours of one side of a hand-over. */
export interface HandoverHours {
  /** Explaining, files, contacts: an hour costs what an hour of plain work costs the person. */
  readonly practical?: Hours;
  /** Saying goodbye, holding worries, winning trust: each hour weighed by the person's factor for the burden `emotional` too. */
  readonly emotional?: Hours;
}

/** Who can take over, with 0, 1, 2 ... voluntary hand-overs between those who stay. */
export interface ReplanAnswer {
  /** The person who leaves; the first of the request where several do, and absent where nobody does. */
  readonly left?: Id | null;
  /** Others who leave. */
  readonly left_too?: readonly Id[];
  /** The unfinished tasks of those who leave, in the order of the tasks. */
  readonly tasks: readonly LeftTask[];
  /**
   * The best plan for each number of hand-overs that gains something over fewer; for a number in between, the plan before it is the
   * best. Tasks of those who leave and sessions that somebody misses are not counted as hand-overs. Every hand-over has a receiver: no
   * plan leaves a place empty that somebody who stays has now, whatever else that would fill, but for a grown task for which there is no
   * room below their hard cap. Better is, in this order: fewer grown tasks without anybody, fewer dates of those who stay that must move, more places
   * filled, earlier ones filled, the fairer vector.
   */
  readonly frontier: readonly HandoverPlan[];
  /**
   * Whether it is proved that every plan is the best for its number of hand-overs, and that hand-overs beyond the last plan gain
   * nothing; hand-overs to nobody are no plans. False if the request asks for fewer hand-overs than would gain something.
   */
  readonly complete: boolean;
  /** What was taken as so because the request does not say it. */
  readonly assumes?: readonly string[];
  /** How it was found, in words. */
  readonly method: string;
}

/** An unfinished task of somebody who leaves. */
export interface LeftTask {
  /** The task. */
  readonly task: Id;
  /** Who leaves it, where several people leave. */
  readonly left_by?: Id | null;
  /** Hours that whoever takes it over will bear, those of the hand-over apart. */
  readonly hours: Hours;
  /** The day on which it must be finished, if there is one. */
  readonly due?: Day | null;
  /** What its date means, where both dates are known and there is something to heed. */
  readonly flag?: LeftTaskFlag | null;
  /** The flag in words. */
  readonly note?: string | null;
}

/**
 * What to heed about the date of a task that is left.
 *
 * - `due_before_leaving`: It is due before the person leaves, who may still finish it.
 * - `due_too_soon`: It takes more than 8 hours for each day from the leaving to the day on which it is due.
 */
export type LeftTaskFlag =
  | "due_before_leaving"
  | "due_too_soon";

/** A way to go on. */
export interface HandoverPlan {
  /** How many tasks go from somebody who stays to somebody else who stays. */
  readonly handovers: number;
  /** Who takes over the tasks of those who leave; a task that nobody can take is left out. */
  readonly takes_over: readonly Assignment[];
  /** The hand-overs between those who stay. */
  readonly moves: readonly HandedOver[];
  /** Who joins tasks that need more people, or that nobody had. */
  readonly joins?: readonly Assignment[];
  /** Who takes on what somebody would have done in a session that they miss. */
  readonly stand_ins?: readonly SessionTakenOn[];
  /** The work of each hand-over, where it takes any: between those who stay, and from those who leave. */
  readonly handing_over?: readonly HandoverWork[];
  /** What those who leave have to hand over, and whether they have the time before they leave. */
  readonly before_leaving?: readonly LeaverHandover[];
  /** What could not be filled. */
  readonly unfilled: readonly UnfilledNeed[];
  /** Support that somebody who leaves gave and nobody gives now. */
  readonly unmet_support?: readonly UnmetSupport[];
  /** Dates that cannot be kept by this plan, and to what they would have to move. */
  readonly dates_to_move?: readonly DateToMove[];
  /** The ratios of those who stay and agreed to give hours, the largest first. */
  readonly vector: readonly Ratio[];
  /** Who has each unfinished task then; those who only stand in for somebody in one session are not among them. */
  readonly assignments: readonly Assignment[];
  /** What each of those who stay has then, finished tasks and what is done so far included. */
  readonly people: readonly WorkLoad[];
  /** When the work can be done. Absent where nobody says how many hours they can do on a day, or nothing has a date, or no first day is known. */
  readonly schedule?: WorkSchedule | null;
  /** Whom to ask before any of it happens. Without all of these consents there is no such plan. */
  readonly consents: readonly WorkConsent[];
  /** Whether it is proved that no plan with so many hand-overs fills more or is fairer. */
  readonly optimal: boolean;
  /**
   * A proved lower bound of the largest ratio for any plan with so many hand-overs that fills these places. Absent if nobody
   * who stays agreed to give hours.
   */
  readonly bound?: Ratio | null;
}

/** A task that goes from one person who stays to another who stays. */
export interface HandedOver {
  /** The task. */
  readonly task: Id;
  /** Who gives it up. */
  readonly from: Id;
  /** Who takes it. Where several people of one task change at once, givers and receivers are paired in the order of their ids. */
  readonly to: Id;
}

/** A session in which somebody is missing. */
export interface SessionTakenOn {
  /** The task. */
  readonly task: Id;
  /** The day of the session. */
  readonly date: Day;
  /** Who cannot come. */
  readonly instead_of: Id;
  /** Who takes it on, in the order of the ids. */
  readonly people: readonly Id[];
  /** Hours that they take on in all. */
  readonly hours: Hours;
}

/** The work of handing over one place in a task. */
export interface HandoverWork {
  /** The task. */
  readonly task: Id;
  /** Who gives the place. */
  readonly from: Id;
  /** Who takes it. */
  readonly to: Id;
  /** Hours of whoever gives it; for somebody who leaves they are in nobody's ratio. */
  readonly giver_hours: Hours;
  /** Hours of whoever takes it. */
  readonly receiver_hours: Hours;
}

/** What somebody who leaves has to hand over. */
export interface LeaverHandover {
  /** Who leaves. */
  readonly person: Id;
  /** Hours that handing over takes them. */
  readonly hours: Hours;
  /** The last day on which they are there. */
  readonly by?: Day | null;
  /** Hours that they have from the first day of the plan to that day, where they say how many they can do on a day. Their own tasks are not counted. */
  readonly room?: Hours | null;
  /** Whether that is enough; unknown where dates are not known. */
  readonly in_time?: boolean | null;
  /** All of this in words. */
  readonly words: string;
}

/** Support beside a task that somebody gave who leaves. */
export interface UnmetSupport {
  /** The task. */
  readonly task: Id;
  /** Who has the task and needs support. */
  readonly person: Id;
  /** Who gave it and leaves. */
  readonly by: Id;
  /** Hours of it. */
  readonly hours: Hours;
  /** Who has room for it instead, the least loaded first; at most 5. Whether they are the right person is for those two to say. */
  readonly could_be_given_by: readonly Id[];
  /** All of this in words. */
  readonly reason: string;
}

/** A date that cannot be kept. */
export interface DateToMove {
  /** The task. */
  readonly task: Id;
  /** The date as it stands: the day on which the task is due, or of a session. */
  readonly date: Day;
  /** Why it cannot be kept. */
  readonly why: DateToMoveWhy;
  /** The earliest day that would do, with everything else as it is in this plan; absent where none is found. */
  readonly to?: Day | null;
  /** Who would do it by then. */
  readonly people?: readonly Id[];
  /** All of this in words. */
  readonly words: string;
}

/**
 * Why a date cannot be kept.
 *
 * - `past`: It is past on the first day of the plan.
 * - `order`: The tasks before it cannot be finished in time.
 * - `too_few_days`: Whoever has it has too few days, and so has everybody to whom it could go with so many hand-overs.
 * - `unfilled`: Nobody is given it, as nobody has the time by then.
 */
export type DateToMoveWhy =
  | "past"
  | "order"
  | "too_few_days"
  | "unfilled";

/** Somebody to ask. */
export interface WorkConsent {
  /** Whom to ask. */
  readonly person: Id;
  /** About which task. */
  readonly task: Id;
  /** What they are asked to do. */
  readonly kind: WorkConsentKind;
  /** The question in words. */
  readonly question: string;
}

/**
 * What a person is asked to consent to.
 *
 * - `take_over`: To take a task of a person who leaves.
 * - `take`: To take a task of somebody who stays.
 * - `give_up`: To give up a task.
 * - `do_more`: To go on with a task that is more work than it was.
 * - `join`: To join a task that needs more people, or that nobody had.
 * - `stand_in`: To take on what somebody would have done in a session, alone or with others.
 * - `let_stand_in`: To let others take on what they would have done in a session.
 */
export type WorkConsentKind =
  | "take_over"
  | "take"
  | "give_up"
  | "do_more"
  | "join"
  | "stand_in"
  | "let_stand_in";

/** Who has what, and which calendars are wanted? */
export interface CalendarRequest {
  /** The people, as for a split. */
  readonly people: readonly Person[];
  /** The tasks, as for a split. */
  readonly tasks?: readonly Task[];
  /** Who has what: the `assignments` of a split, or your own. What they break is said, and no error. */
  readonly assignments?: readonly Assignment[];
  /** The first day on which the work can be done, as for a split. */
  readonly from?: Day | null;
  /**
   * What sets these calendars apart from all others in the world, such as `brochure.example.org`. Keep it the same from one revision to the
   * next: programs know by it, and by the ids of tasks and people, which entries they have already.
   */
  readonly calendar: Id;
  /** The name for people to read; `calendar` where absent. At most 200 letters. */
  readonly title?: string | null;
  /** The day on which the calendars are made. It is written into every entry. */
  readonly made_on: Day;
  /** 0 for the first calendars of this name; a higher number for each later one, so that programs take it for newer. */
  readonly revision?: number;
  /** What the calendars sent out before were made from: what somebody no longer has is marked as cancelled. */
  readonly before?: CalendarBefore | null;
  /** Which calendars are wanted. */
  readonly calendars?: CalendarsWanted;
  /** Calendars and the rota only for these people; for everybody where empty. The calendar of the group has everybody. */
  readonly only?: readonly Id[];
  /** What a day on which something must be finished is. If it was something else in the calendars before, say so in `before`. */
  readonly due_days?: DueDayForm;
  /** By which clock the sessions start that say when. */
  readonly clock?: CalendarClock;
}

/** What the calendars sent out before were made from. */
export interface CalendarBefore {
  /** Who had what. Whoever has left since is still among the people of the request. */
  readonly assignments: readonly Assignment[];
  /** The tasks as they were; as they are now where absent. */
  readonly tasks?: readonly Task[] | null;
  /**
   * What a day on which something must be finished was; as it is now where absent. Where it is another now, the entries of the former form
   * are cancelled.
   */
  readonly due_days?: DueDayForm | null;
}

/**
 * What a day on which something must be finished is in a calendar.
 *
 * - `events`: An event of the whole day, which every calendar shows and which keeps nobody from being free.
 * - `to_dos`: A to-do with a day on which it is due, for programs that have a list of those. Tasks without any day are to-dos too.
 */
export type DueDayForm =
  | "events"
  | "to_dos";

/**
 * Which calendars are wanted.
 *
 * - `group_and_people`: One of everything for the group, and one for each person.
 * - `group`: One of everything for the group.
 * - `people`: One for each person.
 */
export type CalendarsWanted =
  | "group_and_people"
  | "group"
  | "people";

/**
 * By which clock sessions start.
 *
 * - `local`: The clock of wherever somebody reads the calendar: half past nine is half past nine everywhere.
 * - `utc`: Coordinated Universal Time, that of Greenwich without summer time.
 * - `europe_london`: The clock of the United Kingdom, with summer time from the last Sunday in March to the last in October (the Summer Time Order 2002, SI 2002/262): for sessions from 31 March 2002 on.
 */
export type CalendarClock =
  | "local"
  | "utc"
  | "europe_london";

/** Calendars and a rota as text, ready to be saved as files. */
export interface CalendarAnswer {
  /**
   * The calendar of the group, with everybody's work, as iCalendar (RFC 5545): save it with the ending `.ics`. Absent if it was not asked
   * for.
   */
  readonly group?: WorkCalendar | null;
  /** The calendar of each person who has anything or had something before, in the order of the people. */
  readonly people: readonly PersonCalendar[];
  /**
   * The rota as a table with commas (RFC 4180): save it with the ending `.csv`. A row for each person and session, and one for what is left
   * of each of their tasks beside sessions, with the day on which it is due. Hours have at most four places, which tells every
   * second apart; for each person they sum to what `workload.verify` counts, to that precision.
   */
  readonly rota: string;
  /** How many rows the rota has below its heads. */
  readonly rows: number;
  /** Tasks that somebody has and that have no day: they are in the rota, and in calendars as to-dos only. */
  readonly without_a_day?: readonly Id[];
  /** Unfinished tasks with a place that nobody fills. What nobody has is in no calendar. */
  readonly open?: readonly OpenTask[];
  /** The limits that the assignments break. */
  readonly breaks?: readonly BrokenLimit[];
  /** What the calendars take for granted, in words. */
  readonly assumes: readonly string[];
}

/** A calendar. */
export interface WorkCalendar {
  /** The text, lines ended by carriage return and line feed as the standard has it. */
  readonly ics: string;
  /** How many entries it has, cancelled ones not counted. */
  readonly entries: number;
  /** How many of those sent before it cancels. */
  readonly cancelled: number;
}

/** The calendar of one person. */
export interface PersonCalendar {
  /** The person. */
  readonly id: Id;
  /** Their calendar. */
  readonly calendar: WorkCalendar;
}

/** A task with places that nobody fills. */
export interface OpenTask {
  /** The task. */
  readonly task: Id;
  /** How many people are missing. */
  readonly missing: number;
}

/** Which courses can run? */
export interface CoursesRequest {
  /** Who can teach, at most 120. */
  readonly tutors: readonly CourseTutor[];
  /**
   * The courses that could be offered, at most 120, the most important first: between plans that are equal otherwise, earlier ones go
   * before later ones.
   */
  readonly courses: readonly Course[];
  /** What there is to be most of: `courses` if absent. */
  readonly aim?: CoursesAim;
  /** Hours in one released day, above 0 and at most 24; 7.5 if absent, and the answer says so. */
  readonly hours_in_a_day?: Hours | null;
  /**
   * Tutors who could come, at most 8: what each of them alone would buy. Without any, the answer says for each side what one more tutor would buy who
   * can teach every course and has as many hours as the middle one of the side.
   */
  readonly new_tutors?: readonly CourseTutor[];
  /** Lengths of courses to look at, in hours for each tutor, at most 12; those of the courses if absent. */
  readonly lengths?: readonly Hours[];
}

/** Somebody who can teach. */
export interface CourseTutor {
  /** The short name. */
  readonly id: Id;
  /** The name for people to read; the id where absent. */
  readonly name?: string | null;
  /** Which side of the pair: `peer` (expert by experience), `professional` (expert by profession), or another word that needs use. */
  readonly side: Id;
  /**
   * Hours for all courses of the period: those that an employer released a professional for, those that a peer agreed to give. Nobody is
   * planned for more. Give these or `days`.
   */
  readonly hours?: Hours | null;
  /** The same in days of `hours_in_a_day`: `3`, `"1/2"`. */
  readonly days?: Ratio | null;
  /** What they can teach: the words that courses ask for as `topics`. At most 200. */
  readonly topics?: readonly Id[];
  /** Courses (by id) or topics that they must not be given. It needs no reason. At most 200. */
  readonly avoids?: readonly Id[];
  /** When they are away. They are given no course with a session then. At most 200. */
  readonly unavailable?: readonly DaysAway[];
}

/** A course that could run. */
export interface Course {
  /** The short name. */
  readonly id: Id;
  /** The name for people to read; the id where absent. */
  readonly title?: string | null;
  /** Hours that it takes each of its tutors, above 0. With `preparation_hours`, those in front of learners. */
  readonly hours: Hours;
  /** Hours on top for each tutor: preparing it together, debriefing. None if absent. */
  readonly preparation_hours?: Hours | null;
  /** What each of its tutors must be able to teach. At most 200. */
  readonly topics?: readonly Id[];
  /** Who is needed. Without needs, the pair: one tutor of the side `peer` and one of the side `professional`. */
  readonly needs?: readonly CourseNeed[];
  /** When it meets. Nobody teaches it who is away then, or teaches another course at that time. At most 200. */
  readonly sessions?: readonly CourseSession[];
  /** How many learners it reaches, 1 to 100,000. Every course needs it if the aim is `learners`. */
  readonly learners?: number | null;
  /** Whether it goes before all that need not run. */
  readonly must_run?: boolean;
}

/** Tutors of one side that a course needs. */
export interface CourseNeed {
  /** Which side. */
  readonly side: Id;
  /** How many; 1 if absent. */
  readonly count?: number | null;
  /** What they must be able to teach beside the course's own topics. */
  readonly topics?: readonly Id[];
  /** Hours that it takes each of them in all, where that is not the course's `hours` and `preparation_hours`. */
  readonly hours?: Hours | null;
  /** Whether two may share each of these places, half of its hours each. */
  readonly may_split?: boolean;
}

/** A time at which a course meets. */
export interface CourseSession {
  /** The day. */
  readonly date: Day;
  /** Which part of the day, in any word: `morning`. Sessions on one day are at the same time unless both say different parts. */
  readonly part?: Id | null;
}

/**
 * What there is to be most of.
 *
 * - `courses`: Courses that run.
 * - `learners`: Learners that the courses that run reach together.
 */
export type CoursesAim =
  | "courses"
  | "learners";

/** The most courses that can run, and what would change that. */
export interface CoursesAnswer {
  /** The answer in a sentence. */
  readonly words: string;
  /** What there is to be most of. */
  readonly aim: CoursesAim;
  /** How many courses could be offered. */
  readonly offered: number;
  /** How many run. */
  readonly run: number;
  /** How many learners those reach, if that is known of all of them. */
  readonly learners?: number | null;
  /** What there is to be most of (courses, or learners) cannot be more than this. */
  readonly at_most: number;
  /** Whether no plan is better. */
  readonly proved: boolean;
  /** Whether it is proved that no plan as good runs an earlier course instead of a later one. */
  readonly order_settled: boolean;
  /** What becomes of each course, in the order of the request. */
  readonly courses: readonly CourseOutcome[];
  /** What each tutor gives, in the order of the request. */
  readonly tutors: readonly CourseTutorLoad[];
  /** Each side by itself, in the order of their names. */
  readonly sides: readonly CourseSide[];
  /** The sides each of which alone keeps the number of courses down to what runs; none where all run, or where no side alone does. */
  readonly short: readonly Id[];
  /** What keeps the number down, in a sentence. */
  readonly bottleneck: string;
  /** Why no more can run. */
  readonly proof: CourseProof;
  /** What one more released day would buy, for each tutor, in the order of the request; none where all courses run. */
  readonly one_more_day: readonly OneMoreDay[];
  /** What one more tutor would buy; none where all courses run. */
  readonly new_tutors: readonly NewTutor[];
  /** What it would buy if two tutors of a side could share a place; only for sides where some cannot, and none where all courses run. */
  readonly shared: readonly SharedPlaces[];
  /** How many courses can run, by how long they are, the shortest first. */
  readonly lengths: readonly CourseLength[];
  /** What the answer takes for granted. */
  readonly assumes: readonly string[];
}

/** What becomes of a course. */
export interface CourseOutcome {
  /** The course. */
  readonly id: Id;
  /** Whether it runs. */
  readonly runs: boolean;
  /** Who teaches it; empty if it does not run. */
  readonly team: readonly CourseTeacher[];
  /** For a course that does not run, its places one by one, as things stand when all others run as planned. */
  readonly lacks: readonly CourseLack[];
  /** The same in words. */
  readonly words: string;
}

/** Somebody who teaches a course. */
export interface CourseTeacher {
  /** The tutor. */
  readonly tutor: Id;
  /** Their side. */
  readonly side: Id;
  /** Their hours for the course. */
  readonly hours: Hours;
}

/** A place of a course that does not run, and why nobody fills it. */
export interface CourseLack {
  /** The side that the place is for. */
  readonly side: Id;
  /** What is lacking. */
  readonly lack: CourseLackKind;
  /** The hours of the place. */
  readonly hours: Hours;
  /** Who of those who could teach it has most hours left, if anybody could. */
  readonly nearest?: Id | null;
  /** The hours that they have left. */
  readonly left?: Hours | null;
  /** The same in words. */
  readonly words: string;
}

/**
 * What is lacking for a place.
 *
 * - `nobody_able`: Nobody of the side can teach it, whatever their hours.
 * - `too_long`: Whoever can has too few hours, even with nothing else to do.
 * - `no_hours_left`: Whoever can has too few hours left.
 * - `same_time`: Whoever has the hours teaches another course at the same time.
 * - `nothing`: Nothing: somebody could fill it, and another place is lacking.
 */
export type CourseLackKind =
  | "nobody_able"
  | "too_long"
  | "no_hours_left"
  | "same_time"
  | "nothing";

/** What a tutor gives. */
export interface CourseTutorLoad {
  /** The tutor. */
  readonly id: Id;
  /** Their side. */
  readonly side: Id;
  /** The hours that they can give. */
  readonly released: Hours;
  /** The hours that the plan asks of them. */
  readonly used: Hours;
  /** The hours left. */
  readonly left: Hours;
  /** The part of their hours that is used; null for nobody's hours. */
  readonly of_released?: Ratio | null;
  /** The courses that they teach. */
  readonly courses: readonly Id[];
  /** The same in words. */
  readonly words: string;
}

/** One side of the pair. */
export interface CourseSide {
  /** The side. */
  readonly side: Id;
  /** How many tutors it has. */
  readonly tutors: number;
  /** Their hours together. */
  readonly released: Hours;
  /** The hours that all courses together ask of the side. */
  readonly asked: Hours;
  /** By how many hours that is more than there are; 0 if it is not. */
  readonly hours_short: Hours;
  /** The hours that the plan uses. */
  readonly used: Hours;
  /** How many courses could run if only this side were scarce, found. */
  readonly alone: number;
  /** The same, proved: no more than this. */
  readonly alone_at_most: number;
  /** How many of all courses it cannot staff, whatever the other sides do. */
  readonly short_by: number;
  /** Why no more than `alone_at_most`. */
  readonly proof: CourseProof;
  /** The longest course that one of its tutors could teach with nothing else to do. */
  readonly longest: Hours;
  /** The longest course that one of its tutors could still teach beside the plan. */
  readonly longest_left: Hours;
  /** What more released days buy: every number of days that buys more than fewer do, the fewest first, up to 10 days. */
  readonly more_days: readonly MoreDays[];
  /** Whether it is proved that fewer days buy no more. */
  readonly more_days_proved: boolean;
  /** The same in words. */
  readonly words: string;
}

/** Why no more is possible, so that anybody can check it. */
export interface CourseProof {
  /** How it is proved. */
  readonly kind: CourseProofKind;
  /** No more than this. */
  readonly at_most: number;
  /** The side whose cap it is, if it is one side's. */
  readonly side?: Id | null;
  /** Points that are worth one course (or one learner). 1 where places are counted one by one. */
  readonly points_for_one?: number | null;
  /** What each place counts; places that count nothing are left out. */
  readonly places?: readonly CourseProofPlace[];
  /** What each tutor's hours hold; tutors whose hours hold nothing of these are left out. */
  readonly tutors?: readonly CourseProofTutor[];
  /** Points that courses are worth beyond those of their places. */
  readonly beyond?: string | null;
  /** The same in words. */
  readonly words: string;
}

/**
 * How a bound is proved.
 *
 * - `all_run`: All courses run: nothing to prove.
 * - `hours`: The courses that take a side least, one more than run, take more hours than all its tutors have together.
 * - `counting`: Each tutor's hours hold at most so many of these courses.
 * - `points`: Each place has points, each tutor's hours hold at most so many points, and a course needs so many.
 * - `side`: The cap of one side.
 * - `search`: By going through all that was left after bounds by points.
 * - `not_proved`: Not proved.
 */
export type CourseProofKind =
  | "all_run"
  | "hours"
  | "counting"
  | "points"
  | "side"
  | "search"
  | "not_proved";

/** What a place counts in a proof. */
export interface CourseProofPlace {
  /** The course. */
  readonly course: Id;
  /** The side that the place is for. */
  readonly side: Id;
  /** The points of whoever fills the place; of two who share it, half each. */
  readonly points: string;
}

/** What a tutor's hours hold in a proof. */
export interface CourseProofTutor {
  /** The tutor. */
  readonly tutor: Id;
  /** The most points of places that they can fill within their hours. */
  readonly most: string;
}

/** What more released days buy, for a side as a whole. */
export interface MoreDays {
  /** How many more days in all, the fewest for this. */
  readonly days: number;
  /** To whom, in a plan that reaches it. */
  readonly to: readonly DaysReleased[];
  /** What could run then. */
  readonly then: CoursesThen;
  /** The same in words. */
  readonly words: string;
}

/** Days released to somebody. */
export interface DaysReleased {
  /** The tutor. */
  readonly tutor: Id;
  /** How many more days. */
  readonly days: number;
}

/** What could run if something were different. */
export interface CoursesThen {
  /** The courses that could run then. */
  readonly courses: number;
  /** The learners whom they would reach, if that is known of all of them. */
  readonly learners?: number | null;
  /** How much more that is of what there is to be most of: courses, or learners. */
  readonly gained: number;
  /** Whether it is proved that no more is possible then. */
  readonly proved: boolean;
}

/** What one more released day buys, for one tutor. */
export interface OneMoreDay {
  /** The tutor. */
  readonly tutor: Id;
  /** What could run then. */
  readonly then: CoursesThen;
  /** The same in words. */
  readonly words: string;
}

/** What one more tutor would buy. */
export interface NewTutor {
  /** Who, if the request says; null for somebody who can teach every course and has as many hours as the middle one of the side. */
  readonly tutor?: Id | null;
  /** Their side. */
  readonly side: Id;
  /** Their hours. */
  readonly hours: Hours;
  /** The courses that they teach then, in a plan that reaches it. */
  readonly teaches: readonly Id[];
  /** What could run then. */
  readonly then: CoursesThen;
  /** The same in words. */
  readonly words: string;
}

/** What it would buy if two tutors of a side could share a place, half of its hours each. */
export interface SharedPlaces {
  /** The side. */
  readonly side: Id;
  /** The courses that two share then, in a plan that reaches it. */
  readonly shared: readonly Id[];
  /** What could run then. */
  readonly then: CoursesThen;
  /** The same in words. */
  readonly words: string;
}

/** How many courses can run, by how long they are. */
export interface CourseLength {
  /** The hours for each tutor, preparation included. */
  readonly hours: Hours;
  /** How many courses of this length there are. */
  readonly offered: number;
  /** How many of them run in the plan. */
  readonly run: number;
  /** How many of them could run if no others did. */
  readonly alone: number;
  /** How many of all courses could run if each took everybody these hours. */
  readonly if_all: number;
  /** The same for each side, if only it were scarce. */
  readonly sides: readonly CourseSideCount[];
  /** Whether it is proved that no number here could be greater. */
  readonly proved: boolean;
  /** The same in words. */
  readonly words: string;
}

/** How many courses a side could staff. */
export interface CourseSideCount {
  /** The side. */
  readonly side: Id;
  /** How many. */
  readonly courses: number;
}

/** Targets, comparisons and aims of a college. */
export interface TargetsRequest {
  /** Targets with a date, at most 100. */
  readonly targets?: readonly CourseTarget[];
  /** Comparisons with others, at most 100. */
  readonly comparisons?: readonly CourseComparison[];
  /** Aims, at most 100. */
  readonly aims?: readonly StatedAim[];
}

/** "20 % more by October 2019". */
export interface CourseTarget {
  /** What is counted, in any words: `staff who teach with us`. */
  readonly what: string;
  /** How many there were when the target was set, at least 1. Without it nobody can say whether the target is met, and it is refused. */
  readonly baseline?: number | null;
  /** The day on which the baseline was counted. */
  readonly counted_on?: Day | null;
  /** By which part it is to grow, above 0: `"1/5"` or `"0.2"` for 20 % more. At most 100. */
  readonly increase: Ratio;
  /** The day by which. */
  readonly by: Day;
  /** How many there are now. */
  readonly now?: number | null;
  /** The day on which `now` was counted: says whether there is time left. */
  readonly now_on?: Day | null;
}

/** "Fewer staff teach with us, relatively speaking, than elsewhere." */
export interface CourseComparison {
  /** What is compared, in any words: `staff who teach, of staff employed`. */
  readonly what: string;
  /** Our own rate. */
  readonly ours: CourseRate;
  /** Those whom it is compared with, at least one and at most 100. */
  readonly others?: readonly CourseRate[];
}

/** So many of so many. */
export interface CourseRate {
  /** Whose: `us`, the name of another college. */
  readonly name: string;
  /** How many: people who teach. */
  readonly count: number;
  /** Of how many: people employed. A count alone compares nothing, and is refused. */
  readonly of?: number | null;
}

/** An aim, and what would show that it is reached. */
export interface StatedAim {
  /** The aim, in any words: `transform the culture`. */
  readonly aim: string;
  /** What would show it: a count, a rate, what people say when asked the same question twice. */
  readonly indicator?: string | null;
}

/** What can be said of targets, comparisons and aims. */
export interface TargetsAnswer {
  /** Each target. */
  readonly targets: readonly TargetTold[];
  /** Each comparison. */
  readonly comparisons: readonly ComparisonTold[];
  /** Each aim. */
  readonly aims: readonly AimTold[];
}

/** A target in whole people. */
export interface TargetTold {
  /** What is counted. */
  readonly what: string;
  /** The smallest whole number that is at least the baseline and its increase. */
  readonly target: number;
  /** How many more than at the baseline. */
  readonly more: number;
  /** The day by which. */
  readonly by: Day;
  /** Where it stands. */
  readonly state: TargetState;
  /** How many are lacking now; null if it is not said how many there are. */
  readonly lacking?: number | null;
  /** The same in words. */
  readonly words: string;
}

/**
 * Where a target stands.
 *
 * - `met`: There are as many now, counted by the day.
 * - `met_day_unclear`: There are as many now, counted after the day, so it may have been met too late; or it is not said when they were counted.
 * - `open`: There are fewer, counted before the day has passed.
 * - `missed`: There are fewer, counted on the day or after it.
 * - `not_met_day_unclear`: There are fewer; it is not said when they were counted.
 * - `not_counted`: It is not said how many there are now.
 */
export type TargetState =
  | "met"
  | "met_day_unclear"
  | "open"
  | "missed"
  | "not_met_day_unclear"
  | "not_counted";

/** A comparison by rates. */
export interface ComparisonTold {
  /** What is compared. */
  readonly what: string;
  /** Our rate. */
  readonly ours: Ratio;
  /** Each of the others, in the order of the request. */
  readonly others: readonly RateAgainst[];
  /** The same in words. */
  readonly words: string;
}

/** Our rate against another one. */
export interface RateAgainst {
  /** Whose. */
  readonly name: string;
  /** Their rate. */
  readonly rate: Ratio;
  /** Ours against it. */
  readonly ours: RatesCompared;
  /** How many more of ours would make our rate at least theirs; 0 if it is. */
  readonly lacking: number;
  /** The same in words. */
  readonly words: string;
}

/**
 * How two rates compare.
 *
 * - `lower`: Ours is lower.
 * - `same`: They are the same.
 * - `higher`: Ours is higher.
 */
export type RatesCompared =
  | "lower"
  | "same"
  | "higher";

/** An aim, and whether anything would show that it is reached. */
export interface AimTold {
  /** The aim. */
  readonly aim: string;
  /** Whether it has an indicator. */
  readonly has_indicator: boolean;
  /** The same in words. */
  readonly words: string;
}

/** A piece of work in several parts, and the ways in which a group could organise it. */
export interface WaysRequest {
  /** The people, as for a split. */
  readonly people: readonly Person[];
  /**
   * The tasks, as for a split. The parts are the unfinished ordinary ones whose `part_of` is the `whole`; whatever else there is to do stays as it is
   * in each way.
   */
  readonly tasks: readonly Task[];
  /** What is settled already, as for a split. */
  readonly keep?: readonly Assignment[];
  /** The first day on which the work can be done, as for a split. */
  readonly from?: Day | null;
  /** As for a split. */
  readonly seed?: number | null;
  /** The word that the parts name in `part_of`. */
  readonly whole: Id;
  /** The ways to compare, 2 to 8. Where empty: `together` and `own_sections`, and `mixed` if some of the parts say `"mode": "together"` and others do not. */
  readonly options?: readonly WorkWay[];
  /** What it costs to work in these ways, as the group reckons it; at most 16 kinds. Nothing is counted that is not told here. */
  readonly coordination?: readonly CoordinationCost[];
}

/** A way to organise the parts: those named are done together, each of the others is owned from start to finish by whoever has it. */
export interface WorkWay {
  /** A short name: `together`, `own_sections`, `mixed`, or any other. */
  readonly id: Id;
  /** The name for people to read; the id where absent. */
  readonly title?: string | null;
  /** The ids of the parts that are done together. May be left out for `together` (all), `own_sections` (none) and `mixed` (those whose `mode` says so). */
  readonly together?: readonly Id[] | null;
  /** The ids of those who do these parts together, each bearing all hours; everybody who can have a place of the part where empty. */
  readonly people?: readonly Id[];
  /** Hours that a part done together takes each of these people, by part; the task's own where absent. */
  readonly hours?: Readonly<Record<string, Hours>>;
  /**
   * The ids of tasks that nobody has to do in this way, such as editing parts by several hands into one text. What comes after them then comes after what
   * they came after.
   */
  readonly without?: readonly Id[];
}

/** Work that there is only because of how other work is organised: agreeing, meeting, editing for flow. */
export interface CoordinationCost {
  /** A short name. The work for one part has this id, a colon and the id of the part. */
  readonly id: Id;
  /** The name for people to read; the id where absent. */
  readonly title?: string | null;
  /** What kind of work it is. */
  readonly work?: WorkKind;
  /** Hours each time. Absent if nobody knows: then it is asked, and not counted. */
  readonly hours?: Hours | null;
  /** The most hours each time, where `hours` is the least: the answer is then a range. */
  readonly or_up_to?: Hours | null;
  /** What it comes once for. */
  readonly each: CoordinationEach;
  /** Who can do it, where it is done by one person; anybody where empty. */
  readonly needs?: readonly Need[];
  /** The ids of the ways that it is needed in; all where empty. */
  readonly options?: readonly Id[];
}

/**
 * What a cost of coordination comes once for.
 *
 * - `person_and_part_together`: Each person who does a part together with others, for each such part: agreeing on it.
 * - `part_together`: Each part done together, by one person: facilitating.
 * - `part_owned`: Each part with an owner, by one person: reading it, bringing it into line.
 * - `person`: Each person who has agreed to give hours: a meeting of everybody.
 * - `once`: The whole, by one person: editing for flow.
 */
export type CoordinationEach =
  | "person_and_part_together"
  | "part_together"
  | "part_owned"
  | "person"
  | "once";

/** What each way comes to. Facts to talk about: which of them matters most is for the group to say. */
export interface WaysAnswer {
  /** Each way, in the order of the request. */
  readonly options: readonly WayAnswer[];
  /** Which way has the least of what, or the most of what is wanted. */
  readonly least: readonly LeastOf[];
  /** What nobody has told, and the answer depends on. */
  readonly questions: readonly string[];
  /** What there is to know in sentences. */
  readonly words: readonly string[];
  /** What the answer supposes. */
  readonly assumes: readonly string[];
  /** Whether every split in this answer is proved to be the best for its way. */
  readonly complete: boolean;
  /** How it was found, in words. */
  readonly method: string;
}

/** One way to organise the work, split as fairly as it can be. */
export interface WayAnswer {
  /** The way. */
  readonly id: Id;
  /** The parts done together. */
  readonly together: readonly Id[];
  /** The parts with an owner. */
  readonly owned: readonly Id[];
  /** Its figures, coordination counted as far as it is told, at the least where a range is. */
  readonly figures: WayFigures;
  /** The same with the most hours of coordination; only where a range is told. */
  readonly at_most?: WayFigures | null;
  /** The same without the hours for quality; only where a task that is done in this way has some. */
  readonly without_quality?: WayFigures | null;
  /** Each person's part, in the order of the people. */
  readonly people: readonly WayLoad[];
  /** Who has each task, coordination included. */
  readonly assignments: readonly Assignment[];
  /** What stays unfilled. A part done together is listed for those who cannot be there. */
  readonly unfilled: readonly UnfilledNeed[];
  /** What is found no time for. Only where somebody says how many hours they can do on a day. */
  readonly late: readonly LateTask[];
  /**
   * What it would mean if one person dropped out for the whole time and all was split anew, in the order of the people; those on whom nothing depends
   * left out.
   */
  readonly drop_outs: readonly DropOut[];
  /** The one whose dropping out leaves the most hours undone; of several, the largest ratio, then the most hours. */
  readonly worst_drop_out?: Id | null;
  /** Who has more and who has less than in each other way. */
  readonly against: readonly WayChange[];
  /** Kinds of coordination that belong to this way and whose hours nobody has told: they are not counted. */
  readonly not_counted: readonly Id[];
  /** Whether the split, and that after each drop-out, is proved to be the best. */
  readonly optimal: boolean;
  /** The figures in sentences. */
  readonly words: readonly string[];
}

/** The figures of a way. */
export interface WayFigures {
  /** Hours of everybody together, with support and coordination. */
  readonly hours: Hours;
  /** Of these, hours of coordination. */
  readonly coordination_hours: Hours;
  /** Of these, hours of work that is easily overlooked. */
  readonly hidden_hours: Hours;
  /** Places that nobody fills. A part done together counts one for each need that nobody of those there meets. */
  readonly unfilled: number;
  /** The ratios of all who agreed to give hours, the largest first. */
  readonly vector: readonly Ratio[];
}

/** One person's part in a way. */
export interface WayLoad {
  /** The person. */
  readonly person: Id;
  /** Their hours. */
  readonly hours: Hours;
  /** Of these, hours of coordination. */
  readonly coordination_hours: Hours;
  /** Their ratio. Absent if they agreed to give no hours. */
  readonly of_capacity?: Ratio | null;
  /** The tasks of theirs that they prefer, by themselves or for the skill that they ask for. */
  readonly preferred: readonly Id[];
}

/** What it would mean if somebody dropped out. */
export interface DropOut {
  /** The person. */
  readonly person: Id;
  /** Hours of theirs that somebody else would have to do. What is done together goes on without them. */
  readonly hours: Hours;
  /** Tasks that fewer people would do than now, or nobody who can. */
  readonly undone: readonly Id[];
  /** Hours of these places. */
  readonly undone_hours: Hours;
  /** The largest ratio of those who remain, after the best split without them. */
  readonly largest_ratio?: Ratio | null;
}

/** Who has more and who has less than in another way. */
export interface WayChange {
  /** The other way. */
  readonly option: Id;
  /** Those who have more hours than there (as many, but a larger ratio), in the order of the people. Before is there, after is here. */
  readonly more: readonly LoadChange[];
  /** Those who have fewer. */
  readonly less: readonly LoadChange[];
}

/** The ways that have the least of something. */
export interface LeastOf {
  /** Of what. */
  readonly measure: WayMeasure;
  /** The ways that have the least, or may have it where ranges overlap. */
  readonly options: readonly Id[];
  /** Whether that is sure, whatever the hours of coordination within the ranges told. */
  readonly sure: boolean;
  /** The same in words. */
  readonly words: string;
}

/**
 * What ways are compared by.
 *
 * - `hours`: Hours of everybody.
 * - `largest_ratio`: The largest ratio.
 * - `unfilled`: Places that nobody fills.
 * - `coordination_hours`: Hours of coordination.
 * - `hidden_hours`: Hours of work that is easily overlooked.
 * - `drop_out_undone`: Hours that stay undone after the worst drop-out.
 * - `drop_out_ratio`: The largest ratio after any drop-out.
 * - `nothing_preferred`: People who have nothing that they prefer, of those who prefer something.
 */
export type WayMeasure =
  | "hours"
  | "largest_ratio"
  | "unfilled"
  | "coordination_hours"
  | "hidden_hours"
  | "drop_out_undone"
  | "drop_out_ratio"
  | "nothing_preferred";

/** Who has what, and who could be away? */
export interface ResilienceRequest {
  /** The people, as for a split. */
  readonly people: readonly Person[];
  /** The tasks, as for a split. */
  readonly tasks?: readonly Task[];
  /** Who has what now: the `assignments` of a split, or your own. What nobody has stays so. */
  readonly assignments?: readonly Assignment[];
  /** The first day on which the work can be done, as for a split. */
  readonly from?: Day | null;
  /** When each person in turn is away. Absent for the whole time: as if they had not been there at all, but for what is finished. */
  readonly away?: AwayFrom | null;
  /** Look at each session as well: what if just that one is missed by each of those who should be there? */
  readonly sessions?: boolean;
  /** The ids of the people to look at, each in turn; everybody where empty. */
  readonly only?: readonly Id[];
}

/** From which day somebody is away, and for how long. */
export interface AwayFrom {
  /** The first day. */
  readonly from: Day;
  /** How many days, that one counted: 1 to 3,660. For good where absent. */
  readonly days?: number | null;
}

/** What each single absence would do. */
export interface ResilienceAnswer {
  /** How things stand with everybody there. */
  readonly now: WorkNow;
  /** One absence after the other: in the order of the people, of each the long one first and then one for each session. */
  readonly absences: readonly AbsenceEffect[];
  /** Tasks for which nobody can be missed, in the order of the tasks. */
  readonly single_points: readonly SinglePoint[];
  /** How many days each unfinished task has to spare, in the order of the tasks; those without both dates are left out. */
  readonly slack: readonly TaskSlack[];
  /** What there is to know in sentences. */
  readonly words: readonly string[];
  /** What the answer supposes. */
  readonly assumes: readonly string[];
  /** Whether it is proved of every plan in this answer that no other leaves less undone, nor is fairer with as much done. */
  readonly complete: boolean;
  /** How it was found, in words. */
  readonly method: string;
}

/** How things stand with everybody there. */
export interface WorkNow {
  /** Places that nobody fills, of unfinished tasks. */
  readonly unfilled: number;
  /** The ratios of all who agreed to give hours, the largest first. */
  readonly vector: readonly Ratio[];
  /** What is found no time for. Only where somebody says how many hours they can do on a day. */
  readonly late: readonly LateTask[];
  /** Those who have more hours than they agreed to give. */
  readonly above_agreed: readonly Id[];
}

/** What one absence would do. */
export interface AbsenceEffect {
  /** Who is away. */
  readonly person: Id;
  /** The first day; absent for the whole time. */
  readonly from?: Day | null;
  /** The last day; absent if they do not come back. */
  readonly to?: Day | null;
  /** Whether it is just the sessions of that day that they miss; the rest of their tasks stays theirs. */
  readonly sessions_only: boolean;
  /** What they could not do, in the order of the tasks. */
  readonly tasks: readonly TaskAtRisk[];
  /** The hours of all of these, which fall to others. */
  readonly hours: Hours;
  /** Help of theirs that others would be without. */
  readonly support_lost: readonly SupportGiven[];
  /** Sessions that they were to run: those of facilitating tasks. */
  readonly chairs: readonly ChairedSession[];
  /** Sessions at which everybody meets, and they would be missed: nobody stands in. */
  readonly missed_together: readonly Id[];
  /** The best if all others keep what they have and just this is taken over. Everything here is told against how things stand now. */
  readonly take_over: WorkWithout;
  /** The best if everything unfinished is split anew among the others; only where they are away for the whole time. */
  readonly again?: WorkWithout | null;
  /** What the absence breaks if all others keep what they have; nothing if this is empty. */
  readonly breaks: readonly AbsenceBreak[];
  /** All of this in a sentence or two. */
  readonly words: string;
}

/** A task, or help beside one, that somebody who is away could not do. */
export interface TaskAtRisk {
  /** The task. */
  readonly task: Id;
  /** Whose place it is, if it is not theirs: somebody who cannot do it without their help. */
  readonly place_of?: Id | null;
  /** Hours that fall to whoever takes it over. For a session whose hours are not told, none. */
  readonly hours: Hours;
  /** The day by which it must be finished, if there is one. */
  readonly latest?: Day | null;
  /** Days to spare from the first on which somebody else can finish it to the last; absent where either is not known. */
  readonly slack_days?: number | null;
  /**
   * Everybody else who meets its conditions, has agreed to give hours and can come: the one with the smallest ratio then first, those whose
   * limits leave no room last.
   */
  readonly could: readonly TakeOverChoice[];
}

/** Somebody who could take over a task. */
export interface TakeOverChoice {
  /** The person. */
  readonly person: Id;
  /** Their ratio if they took just this beside what they have. */
  readonly of_capacity?: Ratio | null;
  /** The limit that it would break, the strictest. */
  readonly above?: AboveLimit | null;
}

/**
 * A limit that somebody's part would be above.
 *
 * - `agreed`: The hours that they agreed to give: a fact to talk about, and no bar.
 * - `days`: What they, or whoever helps them with it, can do by a day.
 * - `hard_cap`: The most that they, or whoever helps them with it, must be given.
 */
export type AboveLimit =
  | "agreed"
  | "days"
  | "hard_cap";

/** A session that somebody was to run. */
export interface ChairedSession {
  /** The task. */
  readonly task: Id;
  /** The day. */
  readonly date: Day;
  /** Who runs it then, if all others keep what they have; absent if nobody does. */
  readonly then?: Id | null;
}

/** How the work goes on without somebody. */
export interface WorkWithout {
  /** Who takes over what the absent person could not do; when all is split anew, who has each unfinished task. */
  readonly takes_over: readonly Assignment[];
  /** Places that stay empty and are filled now. */
  readonly undone: number;
  /** Hours of these places. */
  readonly undone_hours: Hours;
  /** What stays unfilled, with the reason and the smallest change; when all is split anew, what nobody fills now is listed too. */
  readonly unfilled: readonly UnfilledNeed[];
  /** What is found no time for, and is now. */
  readonly late: readonly LateTask[];
  /** The ratios of those who remain and agreed to give hours, the largest first. */
  readonly vector: readonly Ratio[];
  /** Everybody else whose hours change, in the order of the ids. */
  readonly people: readonly LoadChange[];
  /** Those who have more hours than they agreed to give, and do not have so now. */
  readonly above_agreed: readonly Id[];
  /** Whether it is proved that nothing leaves less undone, nor is fairer with as much done. */
  readonly optimal: boolean;
}

/**
 * Something that an absence breaks.
 *
 * - `unfilled`: A need stays unfilled.
 * - `hard_cap`: One stays unfilled though somebody is able: they would have more than they must be given.
 * - `deadline`: Something is not in time: nobody who is able has days for it, or no order of work was found in which it is done by then.
 * - `above_agreed`: Somebody has more hours than they agreed to give, and does not have so now.
 * - `support`: Somebody is without the help that they need at a session.
 */
export type AbsenceBreak =
  | "unfilled"
  | "hard_cap"
  | "deadline"
  | "above_agreed"
  | "support";

/** A task that cannot be filled as it is without one person. */
export interface SinglePoint {
  /** The task. */
  readonly task: Id;
  /** The person without whom fewer of its places can be filled, whatever else anybody has. */
  readonly person: Id;
  /** Whether they have it now. */
  readonly has_it: boolean;
  /** The same in words. */
  readonly words: string;
}

/** The days that a task has to spare. */
export interface TaskSlack {
  /** The task. */
  readonly task: Id;
  /**
   * The soonest day on which it can be finished. For those who say how many hours they can do on a day, as a schedule has it; for others
   * the first day on which it can be worked on.
   */
  readonly finish: Day;
  /** The last day on which it must be finished. */
  readonly latest: Day;
  /** The days between the two. */
  readonly days: number;
}

/** Of what is a picture wanted? */
export interface WorkPictureRequest {
  /** What is drawn, and from what. */
  readonly of: WorkPictureOf;
}

/** What is drawn, and from what. */
export type WorkPictureOf =
  | {
      readonly hours: WorkShown;
    }
  | {
      readonly frontier: ReplanRequest;
    }
  | {
      readonly rota: RotaShown;
    };

/** Who has what. */
export interface WorkShown {
  /** The people, as for a split. */
  readonly people: readonly Person[];
  /** The tasks, as for a split. */
  readonly tasks?: readonly Task[];
  /** Who has what: the `assignments` of a split, or your own. What they break is said, and no error. */
  readonly assignments?: readonly Assignment[];
  /** The first day on which the work can be done, as for a split. */
  readonly from?: Day | null;
}

/** Who has what, and how its days are shown. */
export interface RotaShown {
  /** The people, as for a split. */
  readonly people: readonly Person[];
  /** The tasks, as for a split. */
  readonly tasks?: readonly Task[];
  /** Who has what: the `assignments` of a split, or your own. What they break is no error. */
  readonly assignments?: readonly Assignment[];
  /** The first day on which the work can be done, as for a split. */
  readonly from?: Day | null;
  /** Whether there is a column for each day or for each week; where absent, days if all of it falls in at most six weeks. */
  readonly by?: RotaColumn | null;
}

/**
 * What a column of a rota is.
 *
 * - `days`: A day.
 * - `weeks`: A week, from Monday.
 */
export type RotaColumn =
  | "days"
  | "weeks";

/** What is to be shared, between whom, and how? */
export interface ShareRequest {
  /** Those who share: organisations or people, 1 to 1000. */
  readonly parties: readonly ShareParty[];
  /** The amount to share, not below zero. May be absent where a game states what all have or pay together. */
  readonly amount?: Money | null;
  /** What the amount is: it decides whether a share is had or paid. */
  readonly of?: ShareOf;
  /** The rules, each once: the answer says what each would get under each. */
  readonly rules?: readonly ShareRule[];
  /** What groups of the parties would have, or pay, by themselves: for `shapley`, `nucleolus`, and to see whether a group does better alone. */
  readonly game?: ShareGame | null;
  /** What may be taken for granted of groups whose worth is not stated. `shapley` is then a range for each. */
  readonly unknown_worth?: UnknownWorth | null;
  /** What happens to what is left when everybody has all they claim. Absent: that is an error which says how much it is. */
  readonly above_claims?: AboveClaims | null;
  /** A division that somebody proposes, compared with what every group would have alone; needs a game. */
  readonly proposed?: Readonly<Record<string, Money>> | null;
  /** Random orders, used only for what would take too long exactly. Absent: that is an error. */
  readonly sample?: ShareSample | null;
}

/** One of those who share. */
export interface ShareParty {
  /** Its id. */
  readonly id: Id;
  /** What people call it; its id where absent. */
  readonly name?: string | null;
  /** What it claims, not below zero: what it is owed or has put in; of a cost, the most that it can be asked for. */
  readonly claim?: Money | null;
  /** Its weight, not below zero, for `by_weight`. */
  readonly weight?: Ratio | null;
  /** The hours it has worked, for `by_hours`. */
  readonly hours?: Hours | null;
}

/**
 * What an amount is.
 *
 * - `revenue`: Money that came in.
 * - `surplus`: Money that is left after costs.
 * - `cost`: Money that has to be paid.
 */
export type ShareOf =
  | "revenue"
  | "surplus"
  | "cost";

/**
 * A rule by which an amount is shared.
 *
 * - `equal`: The same for everybody.
 * - `by_weight`: In proportion to the weights stated.
 * - `by_hours`: In proportion to the hours worked.
 * - `by_claim`: The same part of every claim.
 * - `cea`: Constrained equal awards: the same for everybody, but nobody more than they claim.
 * - `cel`: Constrained equal losses: everybody goes without the same amount, but nobody without more than they claim.
 * - `talmud`: The rule of the Talmud: while there is less than half of all claims, equal awards up to half of each claim; beyond, equal losses down to half of each claim (Aumann and Maschler 1985).
 * - `random_arrival`: The mean over all orders in which the parties could come, each taking what it claims while there is something left (O'Neill 1982).
 * - `piniles`: Piniles' rule: equal awards up to half of each claim, twice (Thomson 2003).
 * - `shapley`: The Shapley value: the mean, over all orders in which the parties could join, of what each adds when it joins (Shapley 1953).
 * - `nucleolus`: The nucleolus: what the group that does least well has beyond what it would have alone is as much as possible, then the next group, and so on; nobody has less than alone (Schmeidler 1969).
 */
export type ShareRule =
  | "equal"
  | "by_weight"
  | "by_hours"
  | "by_claim"
  | "cea"
  | "cel"
  | "talmud"
  | "random_arrival"
  | "piniles"
  | "shapley"
  | "nucleolus";

/** What groups have or pay by themselves: stated group by group, or by a rule for all groups at once. */
export type ShareGame =
  | {
      /**
       * What each group has or pays by itself. A key is the ids of its members with `+` between them, in any order; a key that stands twice
       * is refused: `duplicate_key`.
       */
      readonly worth: Readonly<Record<string, Money>>;
    }
  | {
      /** A value for each id, in the order of the ids. A key that stands twice is refused: `duplicate_key`. */
      readonly airport: Readonly<Record<string, Money>>;
    }
  | {
      readonly bankruptcy: BankruptcyGame;
    }
  | {
      readonly steps: StepsGame;
    }
  | {
      readonly parts: readonly SharePart[];
    };

/** A game that goes by the parties' claims; there is nothing to set. */
export type BankruptcyGame = Readonly<Record<string, never>>;

/** Worth by size. */
export interface StepsGame {
  /** Each party's size, such as how many people it brings. */
  readonly sizes: Readonly<Record<string, number>>;
  /**
   * What groups of a size and more have or pay, up to the next step: 1 to 1000 steps, in rising order, none below the one before.
   * Smaller groups have nothing.
   */
  readonly steps: readonly ShareStep[];
}

/** What groups of a size and more have or pay. */
export interface ShareStep {
  /** The least size, 1 or more. */
  readonly from: number;
  /** What such a group has or pays in all. */
  readonly amount: Money;
}

/** One part of what groups have or pay. */
export interface SharePart {
  /** How much it is. */
  readonly amount: Money;
  /** Whom it needs. */
  readonly members: readonly Id[];
  /** How many of them are enough; all where absent. */
  readonly at_least?: number | null;
}

/**
 * What may be taken for granted of groups whose worth is not stated.
 *
 * - `monotone`: No group has, or pays, less than a smaller group within it.
 * - `superadditive`: Two groups without a common member never have less together than each by itself; of a cost, they never pay more together.
 */
export type UnknownWorth =
  | "monotone"
  | "superadditive";

/**
 * What happens to what is left when everybody has all they claim.
 *
 * - `refuse`: It is an error, which says by how much.
 * - `equal`: It is shared equally between all who claim anything.
 */
export type AboveClaims =
  | "refuse"
  | "equal";

/** Random orders, the same every time for a seed. */
export interface ShareSample {
  /** How many orders: 1 to 1000000. Four times as many halve the errors. */
  readonly samples: number;
  /** What the orders are drawn from. */
  readonly seed?: number;
  /** The chance with which all shares of a rule are to be within their errors together: above 0 and below 1. `"0.99"` where absent. */
  readonly confidence?: Ratio | null;
}

/** What everybody gets, or pays, under each rule, and why. */
export interface ShareAnswer {
  /** The amount that is shared. */
  readonly amount: Money;
  /** What it is. */
  readonly of: ShareOf;
  /** One result for each rule, in the order of the request. */
  readonly results: readonly ShareResult[];
  /** What each party would get under each rule, where there are several. */
  readonly side_by_side?: readonly ShareRow[];
  /** Whether there is a division in which no group would do better alone: for games of at most 10 parties. */
  readonly core?: ShareCore | null;
  /** Whether some group would do better alone than in the division proposed. */
  readonly proposed?: CoreFit | null;
  /** What all of this takes for granted, and how it is rounded. */
  readonly assumes: readonly string[];
}

/** One rule's shares. */
export interface ShareResult {
  /** The rule. */
  readonly rule: ShareRule;
  /** The rule in a sentence. */
  readonly meaning: string;
  /** Each party's share, in the order of the request. */
  readonly shares: readonly PartyShare[];
  /** Where the shares are what was seen in random orders, and not exact. */
  readonly sampled?: ShareSampled | null;
  /** Whether some group would do better alone: for exact shares in games of at most 16 parties. */
  readonly core?: CoreFit | null;
}

/** What one party gets or pays. */
export interface PartyShare {
  /** The party. */
  readonly id: Id;
  /** Its share in whole pence; the shares sum to the amount. Absent where the share is a range. */
  readonly amount?: Money | null;
  /** Its exact share in pounds, before rounding. */
  readonly exact?: Exact | null;
  /** Where some groups' worth is not stated: the least that its share can be, in pounds. */
  readonly low?: Exact | null;
  /** Where some groups' worth is not stated: the most that its share can be, in pounds. */
  readonly high?: Exact | null;
  /** What was seen in random orders, in pounds: an exact mean of the samples. */
  readonly seen?: Exact | null;
  /** How far the true share is from what was seen at most, in pounds, with the confidence stated; rounded up. */
  readonly error?: number | null;
  /** Why, in a sentence. */
  readonly because: string;
}

/** What random orders were looked at. */
export interface ShareSampled {
  /** How many. */
  readonly samples: number;
  /** What they were drawn from. */
  readonly seed: number;
  /** The chance with which all shares are within their errors together. */
  readonly confidence: Ratio;
  /** What this is, in a sentence. */
  readonly statement: string;
}

/** Whether any group would do better alone than in a division. */
export interface CoreFit {
  /** Whether no group would: the division is in the core. */
  readonly in_core: boolean;
  /** The group that would gain most by going alone. */
  readonly group?: readonly Id[];
  /** What that group has, or pays, in the division, in pounds. */
  readonly together?: Exact | null;
  /** What it would have, or pay, alone, in pounds. */
  readonly alone?: Exact | null;
  /** The same in a sentence. */
  readonly because: string;
}

/** What one party would get under each rule. */
export interface ShareRow {
  /** The party. */
  readonly id: Id;
  /** Its share under each rule, in the order of the request. */
  readonly amounts: readonly ShareCell[];
  /** The least of them. */
  readonly least?: Money | null;
  /** The most of them. */
  readonly most?: Money | null;
}

/** What one party would get under one rule. */
export interface ShareCell {
  /** The rule. */
  readonly rule: ShareRule;
  /** The share; absent where it is a range. */
  readonly amount?: Money | null;
}

/** Whether there is a division in which no group would do better alone. */
export interface ShareCore {
  /** Whether there is none. */
  readonly empty: boolean;
  /** If so, why: groups with weights of which every party's sum to one. Together they ask for more than there is. */
  readonly groups?: readonly WeightedGroup[];
  /** What these groups would have, or pay, alone, so weighted, in pounds. */
  readonly alone?: Exact | null;
  /** The same in a sentence. */
  readonly because: string;
}

/** A group and its weight. */
export interface WeightedGroup {
  /** Who is in it. */
  readonly members: readonly Id[];
  /** Its weight. */
  readonly weight: Exact;
}

/** Who is to be chosen from whom? */
export interface SelectRequest {
  /** Who offers to take part: 1 to 1,000 people. */
  readonly people: readonly Volunteer[];
  /** How many a panel has, those already on it included. */
  readonly size: number;
  /**
   * By feature and value, how many a panel has: `{"role": {"lived": {"at_least": 3, "at_most": 4}}}`. Every value that somebody has
   * is named.
   */
  readonly quotas?: Readonly<Record<string, Readonly<Record<string, PanelQuota>>>>;
  /** The most people of one household on a panel; 1 if absent. */
  readonly household_limit?: number | null;
  /** What is made as equal as possible: `leximin` if absent. */
  readonly aim?: SelectAim;
  /** Who is on the panel already, from an earlier wave: the quotas count them. */
  readonly chosen?: readonly Id[];
  /** Who cannot be chosen now: those who dropped out, say, or were asked in an earlier wave. */
  readonly left_out?: readonly Id[];
  /** How the panel is drawn; only chances are worked out if absent. */
  readonly draw?: SelectDraw | null;
  /** Whether counts below 3 are shown in `funnel`. People can be recognised from small counts, so they are hidden if this is absent. */
  readonly show_small_counts?: boolean;
}

/** Somebody who offers to take part. */
export interface Volunteer {
  /** The short name of the person. */
  readonly id: Id;
  /**
   * What the person is, by feature: `{"role": "lived", "age": "18-34"}`. Every feature that has quotas must be here, with a value
   * that the quotas name. Others change nothing.
   */
  readonly features?: Readonly<Record<string, Id>>;
  /** A name shared by those who live together, or are otherwise so close that not too many of them should be on one panel. */
  readonly household?: Id | null;
  /** A name shared by those who come only together, such as somebody and their supporter: all of them or none. */
  readonly together?: Id | null;
}

/** How many of one value a panel has. */
export interface PanelQuota {
  /** At least so many; 0 if absent. */
  readonly at_least?: number;
  /** At most so many; the whole panel if absent. */
  readonly at_most?: number | null;
}

/**
 * What is made as equal as the quotas allow.
 *
 * - `leximin`: The smallest chance is as large as it can be, then the next smallest, and so on.
 * - `maximin`: The smallest chance is as large as it can be, and no more: quicker for large pools.
 */
export type SelectAim =
  | "leximin"
  | "maximin";

/** How the panel is drawn. */
export interface SelectDraw {
  /**
   * A text that nobody could choose to suit themselves and that everybody can look up: the numbers of a public lottery of a named day,
   * say. The same text draws the same panel.
   */
  readonly seed?: string | null;
  /** In place of a seed: the number of the lot, from 0 to below `lots`, drawn with dice or balls in front of everybody. */
  readonly number?: number | null;
  /**
   * How many lots there are: each panel's chance becomes a whole number of them. 1024 if absent; a power of two is drawn by a seed
   * without any bias; 1000 suits three ten-sided dice. 1 to 1,048,576.
   */
  readonly lots?: number | null;
  /** Whether the answer lists the panel of every lot, to be published before the draw. */
  readonly list?: boolean;
}

/** Chances, panels and a draw; or what stands in the way. */
export interface SelectAnswer {
  /**
   * Whether any panel keeps the quotas. If not, `relaxations` has what would help, and there are no chances. Null where the search ran
   * out of steps before it knew.
   */
  readonly feasible?: boolean | null;
  /** Whether the chances are proved to be as asked for. */
  readonly proved: boolean;
  /**
   * Where they are not: how much could still be gained at most by the smallest chance that is not settled. Null too where it is not
   * known of everybody whether they can be chosen.
   */
  readonly gain_at_most?: SelectChance | null;
  /** What holds of the answer, in sentences. */
  readonly says: readonly string[];
  /** Each person's chance, in the order of the request. */
  readonly chances: readonly VolunteerChance[];
  /** Kinds of people who can be chosen. */
  readonly kinds: readonly PanelKind[];
  /** The panels, the likeliest first: draw one of them, then by lot who of each kind. */
  readonly panels: readonly PanelChance[];
  /** Who cannot be chosen, and why. */
  readonly not_selectable: readonly NotSelectable[];
  /** Why the chances cannot be raised: stage by stage, from the smallest chance on. */
  readonly certificate: readonly SelectStage[];
  /** Why some are in no panel. */
  readonly nowhere: readonly NowhereProof[];
  /** Where no panel keeps the quotas: the proof, by which even a panel of no weight would weigh -1 at most. */
  readonly no_panel: readonly PanelProofStep[];
  /** The panel drawn; null where no draw was asked for or none can be. */
  readonly draw?: PanelDrawn | null;
  /** From those who offered to those chosen, by feature and value; counts below 3 hidden unless asked for. */
  readonly funnel: readonly FunnelLine[];
  /** The smallest changes of the quotas that make panels possible, where none is. None is chosen for you. */
  readonly relaxations: readonly QuotaRelaxation[];
}

/** A chance: the exact fraction, and a decimal for reading. */
export interface SelectChance {
  /** The exact fraction. */
  readonly exact: Exact;
  /** The same rounded to six decimal places, as text: "0.625000". */
  readonly decimal: string;
}

/** One person's chance. */
export interface VolunteerChance {
  /** The person. */
  readonly id: Id;
  /** Their chance to be on the panel: 1 for those already on it, 0 for those who are left out or in no panel that keeps the quotas. */
  readonly chance: SelectChance;
}

/** People who are alike in all that matters here, and so have one chance. */
export interface PanelKind {
  /** Those who can be chosen one by one, or together: each list is one person, or people who come only together. In the order of their ids. */
  readonly people: readonly (readonly Id[])[];
  /** The chance of each of them. */
  readonly chance: SelectChance;
}

/** A panel, as so many of each kind, with its chance. */
export interface PanelChance {
  /** The chance that the panel is made up so. */
  readonly chance: SelectChance;
  /** How many lots of the draw it has; null without a draw. */
  readonly lots?: number | null;
  /** How many of each kind; kinds with none are left out. */
  readonly of: readonly KindCount[];
}

/** So many of one kind. */
export interface KindCount {
  /** The kind: its place in `kinds`, from 0. */
  readonly kind: number;
  /** How many of its entries are chosen, by lot. */
  readonly count: number;
}

/** Somebody who cannot be chosen. */
export interface NotSelectable {
  /** The person. */
  readonly id: Id;
  /** Why. */
  readonly why: string;
}

/** Why some chances cannot be larger: no panel weighs more than `most`, so the weighted chances cannot sum to more. */
export interface SelectStage {
  /** What one of each kind weighs; kinds of no weight are left out. */
  readonly weights: readonly KindWeight[];
  /** What no panel weighs more than. */
  readonly most: Exact;
  /** What follows for the smallest of the chances that no earlier stage settles: it is at most this. */
  readonly bound: SelectChance;
  /** What it is. */
  readonly reached: SelectChance;
  /** The kinds that this stage settles: those of some weight that no earlier one settled. */
  readonly settles: readonly number[];
  /** Why no panel weighs more; empty where the proof has too many steps to be written out. */
  readonly proof: readonly PanelProofStep[];
}

/** What one of a kind weighs. */
export interface KindWeight {
  /** The kind: its place in `kinds`, from 0. */
  readonly kind: number;
  /** The weight, not below zero. */
  readonly weight: Exact;
}

/**
 * One step of a proof that no panel weighs more than a bound, the steps in order: a step that splits is followed by the steps for at most
 * so many of the kind, then by those for more; a step that does not has prices that show it.
 */
export interface PanelProofStep {
  /** The kind whose count is split, and where. */
  readonly split?: KindSplit | null;
  /** The prices, those of zero left out. */
  readonly prices?: readonly CountPrice[];
}

/** Where a step of a proof splits: panels with at most so many of a kind, and panels with more. */
export interface KindSplit {
  /** Somebody of the kind. */
  readonly like: Id;
  /** At most so many entries of the kind, or more. */
  readonly at_most: number;
}

/** What one more in a count takes off the weight of a panel. */
export interface CountPrice {
  /** Which count: of a quota, of a household, or, with neither, of everybody. */
  readonly count: PanelCount;
  /** Its price; below zero where more are wanted. */
  readonly price: Exact;
}

/** A count that the selection must keep within its range: one of its keys says which. */
export interface PanelCount {
  /** The feature of a quota; with its value. Absent for the size of the panel and for households. */
  readonly feature?: Id | null;
  /** The value of the feature. */
  readonly value?: Id | null;
  /** The household whose members are counted. */
  readonly household?: Id | null;
}

/** Why a kind is in no panel. */
export interface NowhereProof {
  /** Those of the kind. */
  readonly people: readonly Id[];
  /** Why no panel has any of them: where each of them weighs 1 and everybody else nothing, no panel weighs more than 0. */
  readonly proof: readonly PanelProofStep[];
}

/** The panel drawn. */
export interface PanelDrawn {
  /** How many lots there are. */
  readonly lots: number;
  /** How the number of the lot came about, so that anybody can repeat it. */
  readonly method: string;
  /** The SHA-256 of the seed in hexadecimal digits; null where the number was given. */
  readonly digest?: string | null;
  /** The number of the lot drawn, from 0; null where only the list was asked for. */
  readonly number?: number | null;
  /** Who is on the panel, those chosen before included, in the order of the request. */
  readonly panel: readonly Id[];
  /** By how much anybody's share of the lots is off their exact chance at most. */
  readonly rounding: Exact;
  /** The panel of every lot, from lot 0; empty unless asked for. */
  readonly list?: readonly (readonly Id[])[];
}

/** Counts of one value, from those who offered to those who were chosen. */
export interface FunnelLine {
  /** The feature. */
  readonly feature: Id;
  /** The value. */
  readonly value: Id;
  /** How many offered; null where hidden. */
  readonly offered?: number | null;
  /** How many of them can be chosen at all; null where hidden. */
  readonly selectable?: number | null;
  /** How many are on the panel drawn; null where hidden or nothing was drawn. */
  readonly on_panel?: number | null;
}

/** Changes of quotas that make panels possible. */
export interface QuotaRelaxation {
  /** By how much the quotas change in all. */
  readonly steps: number;
  /** The changes. */
  readonly changes: readonly QuotaChange[];
  /** A panel that keeps the changed quotas, as an example. */
  readonly panel: readonly Id[];
}

/** One quota, changed. */
export interface QuotaChange {
  /** The feature. */
  readonly feature: Id;
  /** The value. */
  readonly value: Id;
  /** The new least number. */
  readonly at_least: number;
  /** The new greatest number. */
  readonly at_most: number;
  /** The change in words. */
  readonly words: string;
}

/** A selection and what was answered. */
export interface SelectCheckRequest {
  /** What was asked. */
  readonly request: SelectRequest;
  /** What was answered. */
  readonly answer: SelectAnswer;
}

/** Whether an answer holds. */
export interface SelectCheckAnswer {
  /** Whether all that was checked holds. */
  readonly holds: boolean;
  /** What is shown to be guaranteed, if so. */
  readonly guarantee: SelectGuarantee;
  /** What does not hold, the first of each part. */
  readonly faults: readonly SelectFault[];
  /** What was checked, and what was not. */
  readonly checked: readonly string[];
}

/**
 * What an answer is shown to guarantee.
 *
 * - `leximin`: All chances are as equal as they can be, from the smallest on.
 * - `maximin`: The smallest chance is as large as it can be.
 * - `chances_only`: The chances are as stated; that they are the best is not shown.
 * - `no_panel`: No panel keeps the quotas.
 * - `none`: None: something does not hold, or nothing was shown.
 */
export type SelectGuarantee =
  | "leximin"
  | "maximin"
  | "chances_only"
  | "no_panel"
  | "none";

/** Something that does not hold. */
export interface SelectFault {
  /** A JSON pointer into the request of the check. */
  readonly path: string;
  /** What does not hold. */
  readonly what: string;
}

/** Who drops out of which panel? */
export interface ReplaceRequest {
  /** What the panel was chosen by. Its `draw` decides the replacement too: a seed with the round written behind it. */
  readonly request: SelectRequest;
  /** Who was on the panel. */
  readonly panel: readonly Id[];
  /** Who of them drops out; those who come only together with them drop out as well. */
  readonly dropped: readonly Id[];
  /** Which round of replacements this is: 1 if absent. The seed of round 2 is the seed followed by `/2`. */
  readonly round?: number | null;
}

/** Who stays, and the chances of those who could come in. */
export interface ReplaceAnswer {
  /** Who stays on the panel. */
  readonly kept: readonly Id[];
  /** Who drops out, by name or together with somebody named. */
  readonly dropped: readonly Id[];
  /** The seed of this round; null where there is none. */
  readonly seed?: string | null;
  /** Who comes in, where a panel was drawn. */
  readonly replacements: readonly Id[];
  /** The selection that this is, to be asked and checked like any other: those who stay are `chosen`, those who drop out `left_out`. */
  readonly request: SelectRequest;
  /** The chances, panels and draw; where nobody can replace them under the quotas, the smallest changes that would help. */
  readonly answer: SelectAnswer;
}

/** A project to review. */
export interface ReviewRequest {
  /** The project. */
  readonly project: Project;
}

/** What a review finds. */
export interface ReviewAnswer {
  /** The project's title. */
  readonly title: string;
  /** The day that the review looks at. */
  readonly as_at?: Day | null;
  /** Who can decide and block each decision that has a rule. */
  readonly power: readonly DecisionPower[];
  /** The levels of participation; absent if the project names no constituencies. */
  readonly levels?: LevelAnswer | null;
  /** Who does what. */
  readonly work: WorkReview;
  /** What each person is offered. */
  readonly pay: readonly PayReview[];
  /** What people keep of what they are paid, for those who chose to say what it depends on. */
  readonly kept?: readonly KeptReview[];
  /** Power, work and pay side by side. */
  readonly balance: Balance;
  /** What to put right, the most serious first. */
  readonly alarms: readonly Alarm[];
  /** Whether the project is what it says it is; absent without a claim. */
  readonly claim?: ClaimCheck | null;
  /** The questions that the group asked itself, and those still open. */
  readonly questions: QuestionReview;
  /** What the project file leaves out, so that nothing can be said of it. */
  readonly unknown: readonly string[];
  /** What to do next, in order. */
  readonly next_steps: readonly string[];
}

/** Who can really decide and block one decision. */
export interface DecisionPower {
  /** The decision; null where a stage as a whole is described. */
  readonly decision?: Id | null;
  /** Its name for people to read. */
  readonly title: string;
  /** Its stage. */
  readonly stage: Stage;
  /** Whether it is a key decision; all are unless both sides agreed otherwise. */
  readonly key: boolean;
  /** The group's rule in plain English. */
  readonly rule: readonly string[];
  /** The powers beside the rule. */
  readonly added: readonly AddedPower[];
  /** Each member's power; empty where the host organisation decides by itself. */
  readonly members: readonly MemberStanding[];
  /** What each constituency can do together. */
  readonly constituencies: readonly BlocStanding[];
  /** What each side can do together. */
  readonly sides: readonly BlocStanding[];
}

/** One member's power over a decision. */
export interface MemberStanding {
  /** The member. */
  readonly id: Id;
  /** Share of power under the group's rule alone (Shapley-Shubik); null if that can never pass. */
  readonly share_by_rule?: Exact | null;
  /** Share of power with every power beside the rule (Shapley-Shubik); null if it can never pass. */
  readonly share?: Exact | null;
  /** Whether nothing passes without this member. */
  readonly veto: boolean;
  /** Whether this member decides alone. */
  readonly dictator: boolean;
  /** Whether this member's vote can never make a difference. */
  readonly never_matters: boolean;
}

/** What some members can do together. */
export interface BlocStanding {
  /** The id of a constituency; `lived`, `host`, `independent` or `not_stated` for a side. */
  readonly id: string;
  /** How many members it has. */
  readonly seats: number;
  /** What they can do under the group's rule alone; null if that can never pass. */
  readonly by_rule?: BlocSay | null;
  /** What they can do with every power beside the rule; null if it can never pass. */
  readonly say?: BlocSay | null;
  /** Their power as one bloc against all others: 1 if they decide alone, 0 if the others do, else 1/2. */
  readonly share?: Ratio | null;
}

/** The say of some members together, under one rule. */
export interface BlocSay {
  /** If everybody attends and all of these say yes, it passes whatever the others vote. */
  readonly can_decide_if_all_attend: boolean;
  /** The same, and the others cannot stop it by staying away either. */
  readonly can_decide_whatever: boolean;
  /** If everybody attends, these can vote so that it fails whatever the others vote. */
  readonly can_block_by_voting_if_all_attend: boolean;
  /** The same, whether the others attend or not. */
  readonly can_block_by_voting_whatever: boolean;
  /** If all of these stay away, it fails whatever the others do. */
  readonly can_block_by_staying_away: boolean;
  /** The fewest of these who can decide together if everybody attends; null if even all of them cannot. */
  readonly needs_to_decide?: number | null;
  /** The fewest of these who can block by voting together if everybody attends; null if even all of them cannot. */
  readonly needs_to_block?: number | null;
  /** Whether the vote of any of these can ever make a difference when everybody attends and says yes or objects. */
  readonly votes_can_matter: boolean;
}

/** The work of a project. */
export interface WorkReview {
  /**
   * Who takes over from each person who left unfinished tasks, with the choices. The first plan of each frontier, which asks
   * nobody who stays to hand anything over, is part of `split`.
   */
  readonly takeovers: readonly ReplanAnswer[];
  /** Who has what, with the tasks that nobody had shared out fairly; absent without tasks, or if nobody's hours are known. */
  readonly split?: SplitAnswer | null;
  /** Support beside tasks that people were to have from somebody who is no longer there, and nobody gives now. */
  readonly unmet_support?: readonly UnmetSupport[];
  /** People whose hours nobody has asked about: they keep what they have and are given no more. */
  readonly hours_unknown: readonly Id[];
  /** The largest part of what they agreed to give that anybody has; absent if nothing is known. */
  readonly fullest?: Ratio | null;
  /** What was taken as so because the project does not say it. */
  readonly assumes?: readonly string[];
}

/** What one person is offered for one piece of work. */
export interface PayReview {
  /** Who does the work. */
  readonly person: Id;
  /** Where it stands in the project: a JSON pointer. */
  readonly at: string;
  /** The day of the work. */
  readonly date: Day;
  /** What is done. */
  readonly activity?: string | null;
  /** Hours of work, preparation included; absent if not known. */
  readonly hours?: Hours | null;
  /** The offer worked out; absent if nobody has said what is offered. */
  readonly quote?: QuoteAnswer | null;
}

/** What one person keeps of what they are paid. */
export interface KeptReview {
  /** Who is paid. */
  readonly person: Id;
  /** Where it stands in the project: a JSON pointer. */
  readonly at: string;
  /** All fees before tax; absent where nothing is to be paid before advice. */
  readonly fee?: Money | null;
  /** What they keep of them; a range where circumstances are not known. Absent where nothing is to be paid before advice. */
  readonly kept?: KeptMoney | null;
  /** Whether they are worse off for it. */
  readonly outlook: KeptOutlook;
  /** What is not known and makes a difference, as questions to the person. */
  readonly questions?: readonly string[];
}

/**
 * Whether somebody is worse off for what they are paid than without it.
 *
 * - `no_worse`: They are not, on what is told.
 * - `short_for_a_time`: They can be until tax and benefits are settled, and are not in the end.
 * - `may_be_worse_off`: It depends on what is not known.
 * - `worse_off`: They are.
 * - `not_before_advice`: They may not work here, or not freely: nothing is to be paid before advice.
 */
export type KeptOutlook =
  | "no_worse"
  | "short_for_a_time"
  | "may_be_worse_off"
  | "worse_off"
  | "not_before_advice";

/** The balance sheet of a project. */
export interface Balance {
  /** One row for each side. */
  readonly sides: readonly BalanceRow[];
  /** One row for each constituency. */
  readonly constituencies: readonly BalanceRow[];
  /** What the numbers do not say. */
  readonly notes: readonly string[];
}

/** Power, work and pay of some of the people. */
export interface BalanceRow {
  /** `lived`, `host`, `independent` or `not_stated` for a side; the id of a constituency. */
  readonly id: string;
  /** The name for people to read. */
  readonly name: string;
  /** How many people are there on the day of the review. */
  readonly seats: number;
  /** Power over the key decisions of which it is known how they are made, with every power beside the rule: the least and the most. */
  readonly power?: PowerRange | null;
  /** Hours of tasks and sessions; absent if the tasks are not shared out. */
  readonly hours?: Hours | null;
  /** These hours as a part of everybody's. */
  readonly hours_share?: Ratio | null;
  /** Fees offered before tax, expenses apart, as far as they are known; absent if none is. */
  readonly fees?: Money | null;
  /** How many offers are not known: with any, `fees` is the least that it can be. */
  readonly fees_unknown: number;
  /** Fees as a part of everybody's; absent if any is not known, if a row has no offers, or if nobody is paid. */
  readonly fees_share?: Ratio | null;
  /** The least and the most that is offered for an hour of work, preparation included, in pounds. */
  readonly per_hour?: HourlyRange | null;
  /** Unpaid hours of travel, access and administration, as far as people said; absent if nobody did. */
  readonly unpaid?: Hours | null;
  /** These hours as a part of everybody's; absent if nobody of a row said, or if nobody has any. */
  readonly unpaid_share?: Ratio | null;
}

/** The least and the most power over several decisions. */
export interface PowerRange {
  /** As a bloc, at the least: 0, 1/2 or 1. */
  readonly low: Ratio;
  /** As a bloc, at the most: 0, 1/2 or 1. */
  readonly high: Ratio;
  /** The shares of its people added up (Shapley-Shubik), if each votes alone: at the least. Null if no decision is put to a vote. */
  readonly persons_low?: Exact | null;
  /** The same at the most. */
  readonly persons_high?: Exact | null;
  /** As a bloc over each of these decisions, in their order: 0, 1/2 or 1. */
  readonly each: readonly Ratio[];
}

/** The least and the most pay for an hour, in pounds to the penny. */
export interface HourlyRange {
  /** The least. */
  readonly low: Money;
  /** The most. */
  readonly high: Money;
}

/** Something to put right. */
export interface Alarm {
  /** The stable name of this kind of alarm. */
  readonly code: AlarmCode;
  /** How much it weighs. */
  readonly severity: Severity;
  /** The fact. */
  readonly statement: string;
  /** Where in the project it shows: JSON pointers. */
  readonly evidence: readonly string[];
  /** What could be done. */
  readonly remedy: string;
}

/**
 * The kinds of alarm.
 *
 * - `undeclared_sign_off`: A sign-off that nobody declared before the work began stops decisions.
 * - `can_be_outvoted`: A side can be outvoted by the other alone.
 * - `vote_never_matters`: Somebody's vote can never make a difference.
 * - `late_entry`: A key decision was taken before the first person with lived experience joined.
 * - `below_minimum_wage`: Pay for a piece of work is below the legal minimum for workers.
 * - `below_living_wage`: Pay for a piece of work is below the real Living Wage.
 * - `pay_gap`: A person with lived experience is paid less for an hour than a member of staff.
 * - `pay_unknown`: What somebody is offered, or staff are paid, is not known.
 * - `worse_off_for_pay`: Somebody is, or can be, worse off for what they are paid than without it.
 * - `more_than_agreed`: Somebody has more work than they agreed to give.
 * - `task_unfilled`: A task has nobody who can do it.
 * - `refused_on_undeclared_limit`: A suggestion was refused for a limit that had not been declared.
 * - `refused_more_often`: Suggestions of one side are refused more often.
 * - `burden_gap`: Taking part costs one side more unpaid time for each session.
 */
export type AlarmCode =
  | "undeclared_sign_off"
  | "can_be_outvoted"
  | "vote_never_matters"
  | "late_entry"
  | "below_minimum_wage"
  | "below_living_wage"
  | "pay_gap"
  | "pay_unknown"
  | "worse_off_for_pay"
  | "more_than_agreed"
  | "task_unfilled"
  | "refused_on_undeclared_limit"
  | "refused_more_often"
  | "burden_gap";

/**
 * How much an alarm weighs.
 *
 * - `serious`: It contradicts the claim, or takes from somebody what is due to them.
 * - `warning`: It may do so, or will if nothing changes.
 * - `note`: Worth knowing.
 */
export type Severity =
  | "serious"
  | "warning"
  | "note";

/** What the evidence says of the project's claim. */
export interface ClaimCheck {
  /** The claim as the project makes it. */
  readonly claimed: string;
  /** The definition that it was checked against; absent if the claim has none here. */
  readonly definition?: DefinitionName | null;
  /** What the evidence says. */
  readonly supported: Verdict;
  /** Why, in words. */
  readonly because: string;
}

/** The questions of a project. */
export interface QuestionReview {
  /** How many questions there are: the built-in ones and the project's own, less those that do not arise. */
  readonly asked: number;
  /** How many of them have an answer. */
  readonly answered: number;
  /** Those that nobody has answered. */
  readonly open: readonly OpenQuestion[];
}

/** A question that nobody has answered. */
export interface OpenQuestion {
  /** Its short name. */
  readonly id: string;
  /** What it is about; absent for one of the project's own. */
  readonly theme?: QuestionTheme | null;
  /** The question. */
  readonly text: string;
}

/**
 * What a question is about.
 *
 * - `people`: Who brings what.
 * - `power`: How things are decided.
 * - `work`: Who does what.
 * - `support`: What people need to take part well.
 * - `change`: What happens when plans change.
 */
export type QuestionTheme =
  | "people"
  | "power"
  | "work"
  | "support"
  | "change";

/** A project to report on. */
export interface ReportRequest {
  /** The project. */
  readonly project: Project;
  /** The form of the report. */
  readonly format?: ReportFormat;
}

/**
 * The form of a report.
 *
 * - `text`: Plain text for a terminal, up to 100 letters a line but for tables.
 * - `markdown`: Markdown with tables.
 * - `html`: One HTML page that needs nothing else, with charts and their text equivalents.
 */
export type ReportFormat =
  | "text"
  | "markdown"
  | "html";

/** A report. */
export interface ReportAnswer {
  /** The report itself. */
  readonly report: string;
}

/** Asks for the built-in project; nothing to say. */
export type ExampleRequest = Readonly<Record<string, never>>;

/** The built-in project. */
export interface ExampleAnswer {
  /**
   * A group of people who have been through childcare proceedings and a coordinator make a brochure. The people are roles, and every
   * figure is an example.
   */
  readonly project: Project;
}

/** Asks for the built-in questions; nothing to say. */
export type QuestionsRequest = Readonly<Record<string, never>>;

/** The built-in questions. */
export interface QuestionsAnswer {
  /** In the order in which they are best asked. */
  readonly questions: readonly BuiltInQuestion[];
}

/** A built-in question. */
export interface BuiltInQuestion {
  /** Its short name. */
  readonly id: string;
  /** What it is about. */
  readonly theme: QuestionTheme;
  /** The question. */
  readonly text: string;
}

/** What was wrong, where, and what to do about it. The same in every language. */
export interface ErrorReport {
  /** The stable name of this kind of error. */
  readonly code: ErrorCode;
  /** What was wrong, in lower case and without a full stop. */
  readonly message: string;
  /** A JSON pointer into the request; empty for the request as a whole. */
  readonly path: string;
  /** What to do about it. */
  readonly help: string;
}

/**
 * The stable name of one kind of error. Programs match on it; it never changes its meaning.
 *
 * - `request_too_large`: The request is longer than the stated limit.
 * - `invalid_json`: The text is not JSON.
 * - `too_deep`: Lists and objects are nested deeper than the stated limit.
 * - `unknown_endpoint`: No endpoint has this name.
 * - `unknown_field`: An object has a field that the endpoint does not know.
 * - `missing_field`: A field that must be there is missing.
 * - `duplicate_key`: A key stands twice in one object.
 * - `wrong_type`: A value has the wrong JSON type.
 * - `unknown_value`: A word is not one of those allowed here.
 * - `not_one_key`: An object that must have exactly one key has none, several or an unknown one.
 * - `internal`: The answer contradicts itself: a fault of the library, never of the request.
 * - `float_not_exact`: A fractional JSON number stands where an exact value is needed.
 * - `invalid_number`: Text is not a number of the form asked for.
 * - `out_of_range`: A number is outside the stated bounds.
 * - `invalid_money`: Money is not pounds and pence as text.
 * - `invalid_date`: Text is not a calendar date.
 * - `invalid_time`: Text is not a time of day.
 * - `invalid_id`: Text cannot be an id.
 * - `invalid_text`: Text has letters that cannot be shown, or too many.
 * - `division_by_zero`: A division by zero was asked for.
 * - `empty_group`: A list that needs at least one entry is empty.
 * - `group_too_large`: A group has more members than the endpoint works for.
 * - `duplicate_id`: Two things share one id.
 * - `unknown_member`: No member has this id.
 * - `unknown_constituency`: No constituency has this id.
 * - `no_constituency`: A person belongs to no constituency.
 * - `dates_reversed`: One date must not be before another, and is.
 * - `empty_rule`: A rule has a part that needs at least one entry and has none.
 * - `bar_unclear`: A bar is not given exactly once.
 * - `bar_needs_base`: A bar in whole votes is not a whole number.
 * - `quota_over_total`: More is asked for than there is.
 * - `quota_zero`: Nothing, or less, is asked for, so that nobody need agree.
 * - `negative_weight`: A weight is below zero.
 * - `weight_not_whole`: A weight is not a whole number.
 * - `weights_too_large`: The weights add up to more than 2^53.
 * - `weights_incomplete`: The weights do not name exactly the voters.
 * - `no_votes`: Nobody here has a vote.
 * - `casting_vote_without_vote`: The holder of a casting vote has no vote of their own.
 * - `no_constituencies`: A rule needs constituencies, and the members have none.
 * - `count_out_of_range`: More parts must pass than there are, or none.
 * - `quorum_unclear`: A quorum is not given exactly once.
 * - `unknown_rule`: No rule has this name.
 * - `cyclic_rule`: A rule uses itself.
 * - `cyclic_delegation`: Votes are handed over in a circle.
 * - `vote_handed_over`: A vote is handed over and used as well.
 * - `rule_too_large`: A rule has more parts than the stated limit.
 * - `no_exact_answer`: The group and its rule are too large, or of too many kinds, for an exact answer.
 * - `too_much_work`: The answer would take more work than is allowed.
 * - `unknown_option`: A ballot or a setting names an option that is not there.
 * - `no_ballots`: There is nothing to count.
 * - `ballot_unfit`: A ballot does not say what the method counts.
 * - `equal_ranks`: A ballot ranks options equally where the method needs them one after another.
 * - `seats_out_of_range`: More options are to be chosen than there are, or none.
 * - `tie_rule_unfit`: A rule for ties means nothing under the method.
 * - `lot_incomplete`: An order drawn by lot does not name every option once.
 * - `too_many_ties`: Ties could go more ways than the endpoint follows.
 * - `unknown_grade`: A grade is not one of those agreed.
 * - `not_rated`: Nobody rated an option by a criterion.
 * - `bad_line`: A line of a file of ballots cannot be read.
 * - `format_unfit`: Ballots cannot be written in a format.
 * - `too_many_tasks`: There are more tasks than the endpoint works for.
 * - `too_many_places`: The tasks ask for more people in all than the endpoint works for.
 * - `unknown_task`: No task has this id.
 * - `unknown_preference`: A preference is neither a task nor a skill.
 * - `too_many_preferences`: A person has more preferences than the stated limit.
 * - `capacity_unknown`: A person's capacity is needed and not known.
 * - `nobody_needed`: A need asks for nobody.
 * - `unknown_part`: A name that no part of a whole has.
 * - `parts_untold`: Which parts are done together is not told.
 * - `nothing_differs`: Two ways that are to be compared differ in nothing.
 * - `shares_not_whole`: The parts of a whole do not sum to it.
 * - `share_too_fine`: A part of the hours is not a whole number of seconds.
 * - `share_not_together`: Hours are shared in a task that is not done together.
 * - `sharers_unfit`: The people who share a task are not those that it needs.
 * - `not_eligible`: A person is given a task whose needs they do not meet.
 * - `too_many_assigned`: A task is given to more people than it needs.
 * - `over_hard_cap`: What is settled gives a person more than their hard cap.
 * - `over_days`: What is settled asks for more hours by a day than a person has days for.
 * - `away_then`: What is settled has a session on a day on which a person is away.
 * - `avoided`: What is settled gives a person what they must not be given.
 * - `unknown_work`: Something is named that is neither a task, nor a skill, nor a word that a task is marked with.
 * - `cyclic_order`: Tasks come after one another in a circle.
 * - `not_theirs`: A task is said to be somebody's who does not have it, or to have an empty place that it has not.
 * - `nothing_changes`: A change changes nothing.
 * - `task_finished`: A change is of a task that is finished.
 * - `no_session`: A task has no session on the day that is named.
 * - `support_unclear`: Support is asked for in a way that has no meaning.
 * - `quota_reversed`: A quota asks for at least more than it allows at most.
 * - `feature_unknown`: A person's value of a feature that has quotas is not given.
 * - `no_quota`: The quotas of a feature do not name a value that somebody has.
 * - `nothing_offered`: No course is offered.
 * - `unknown_side`: A tutor is of a side that no course needs.
 * - `unknown_topic`: A topic that is avoided is taught by nobody and asked for by no course.
 * - `release_unknown`: It is not known how many hours a tutor is released for.
 * - `no_baseline`: A target has nothing that it can be measured from.
 * - `rate_needed`: A comparison has a count, and not what it is of.
 * - `comparator_needed`: A comparison names nobody to compare with.
 * - `learners_unknown`: How many learners a course reaches is needed and not known.
 * - `estate_above_claims`: There is more to share than all claims together.
 * - `nothing_to_go_by`: Everything that a rule goes by is zero.
 * - `game_needed`: A rule goes by what groups would have alone, and that is not stated.
 * - `coalitions_missing`: It is not stated what some groups would have alone.
 * - `worth_contradicts`: What is stated of groups contradicts what is to be taken for granted.
 * - `amount_differs`: Two amounts must be the same, and are not.
 * - `no_imputation`: In every division somebody does worse than alone.
 * - `before_first_known`: A date is before the first known value of a figure.
 * - `beyond_known_period`: A date is after the last day for which a figure is known.
 * - `parameter_unknown`: No value of a figure could be found for a date.
 * - `no_rate`: Nothing says what work is paid by.
 * - `two_rates`: Work is paid by two things at once.
 * - `unknown_card`: No rate card has this id.
 * - `card_id_taken`: An organisation's own rate card has the id of a published one.
 * - `unknown_activity`: A rate card has no such activity.
 * - `activity_needed`: A rate card pays for several activities, and none is named.
 * - `hours_needed`: A rate depends on hours that are not stated.
 * - `card_not_in_force`: A rate card does not hold on a date.
 * - `columns_differ`: Columns of one batch are of different length.
 * - `unknown_column`: A batch has no column of that name.
 * - `cell_wrong`: A column of a batch cannot hold a value.
 * - `no_step`: No step of a rate by length is for so many hours.
 * - `step_unclear`: A step of a rate by length has two limits.
 * - `steps_unordered`: A step of a rate by length can never be reached.
 * - `versions_unordered`: The versions of a rate card are not in the order of their days.
 * - `card_unclear`: A rate card says one thing in two ways.
 * - `no_cancellation_rule`: Nothing says what is paid for work that was called off.
 * - `notice_unclear`: The notice with which work was called off is needed, and not given once.
 * - `empty_card`: A rate card has nothing in it.
 * - `too_many`: There are more entries than the stated limit.
 * - `negative_amount`: An amount is below zero.
 * - `expense_unclear`: An expense has no amount, or an amount and miles.
 * - `miles_not_for_kind`: Miles stand with something that is not one's own vehicle.
 * - `passengers_not_for_kind`: Passengers stand with something that is not a car or van.
 * - `miles_needed`: A rate for miles stands without miles.
 * - `no_payments`: There is no payment to work out.
 * - `unreadable_tax_code`: Text is not a tax code.
 * - `benefit_ended`: A benefit is no longer paid.
 * - `too_many_unknowns`: Too much is not known to try every combination.
 * - `do_not_pay_before_advice`: The person may not work, or only in part: no fee before advice.
 * - `miles_paid_direct`: Miles by one's own vehicle are to be paid to somebody else.
 * - `contradictory_facts`: Two facts about a payment, or about the person who is paid, cannot both be so.
 * - `unknown_framework`: No framework has this id.
 * - `rule_unclear`: A decision has a rule and is said to be made without one.
 * - `contradictory_evidence`: Two pieces of evidence cannot both be so.
 * - `unknown_version`: The version of the project file is not known.
 * - `person_needed`: A piece of work names nobody.
 * - `unknown_question`: A question is neither built in nor written out.
 */
export type ErrorCode =
  | "request_too_large"
  | "invalid_json"
  | "too_deep"
  | "unknown_endpoint"
  | "unknown_field"
  | "missing_field"
  | "duplicate_key"
  | "wrong_type"
  | "unknown_value"
  | "not_one_key"
  | "internal"
  | "float_not_exact"
  | "invalid_number"
  | "out_of_range"
  | "invalid_money"
  | "invalid_date"
  | "invalid_time"
  | "invalid_id"
  | "invalid_text"
  | "division_by_zero"
  | "empty_group"
  | "group_too_large"
  | "duplicate_id"
  | "unknown_member"
  | "unknown_constituency"
  | "no_constituency"
  | "dates_reversed"
  | "empty_rule"
  | "bar_unclear"
  | "bar_needs_base"
  | "quota_over_total"
  | "quota_zero"
  | "negative_weight"
  | "weight_not_whole"
  | "weights_too_large"
  | "weights_incomplete"
  | "no_votes"
  | "casting_vote_without_vote"
  | "no_constituencies"
  | "count_out_of_range"
  | "quorum_unclear"
  | "unknown_rule"
  | "cyclic_rule"
  | "cyclic_delegation"
  | "vote_handed_over"
  | "rule_too_large"
  | "no_exact_answer"
  | "too_much_work"
  | "unknown_option"
  | "no_ballots"
  | "ballot_unfit"
  | "equal_ranks"
  | "seats_out_of_range"
  | "tie_rule_unfit"
  | "lot_incomplete"
  | "too_many_ties"
  | "unknown_grade"
  | "not_rated"
  | "bad_line"
  | "format_unfit"
  | "too_many_tasks"
  | "too_many_places"
  | "unknown_task"
  | "unknown_preference"
  | "too_many_preferences"
  | "capacity_unknown"
  | "nobody_needed"
  | "unknown_part"
  | "parts_untold"
  | "nothing_differs"
  | "shares_not_whole"
  | "share_too_fine"
  | "share_not_together"
  | "sharers_unfit"
  | "not_eligible"
  | "too_many_assigned"
  | "over_hard_cap"
  | "over_days"
  | "away_then"
  | "avoided"
  | "unknown_work"
  | "cyclic_order"
  | "not_theirs"
  | "nothing_changes"
  | "task_finished"
  | "no_session"
  | "support_unclear"
  | "quota_reversed"
  | "feature_unknown"
  | "no_quota"
  | "nothing_offered"
  | "unknown_side"
  | "unknown_topic"
  | "release_unknown"
  | "no_baseline"
  | "rate_needed"
  | "comparator_needed"
  | "learners_unknown"
  | "estate_above_claims"
  | "nothing_to_go_by"
  | "game_needed"
  | "coalitions_missing"
  | "worth_contradicts"
  | "amount_differs"
  | "no_imputation"
  | "before_first_known"
  | "beyond_known_period"
  | "parameter_unknown"
  | "no_rate"
  | "two_rates"
  | "unknown_card"
  | "card_id_taken"
  | "unknown_activity"
  | "activity_needed"
  | "hours_needed"
  | "card_not_in_force"
  | "columns_differ"
  | "unknown_column"
  | "cell_wrong"
  | "no_step"
  | "step_unclear"
  | "steps_unordered"
  | "versions_unordered"
  | "card_unclear"
  | "no_cancellation_rule"
  | "notice_unclear"
  | "empty_card"
  | "too_many"
  | "negative_amount"
  | "expense_unclear"
  | "miles_not_for_kind"
  | "passengers_not_for_kind"
  | "miles_needed"
  | "no_payments"
  | "unreadable_tax_code"
  | "benefit_ended"
  | "too_many_unknowns"
  | "do_not_pay_before_advice"
  | "miles_paid_direct"
  | "contradictory_facts"
  | "unknown_framework"
  | "rule_unclear"
  | "contradictory_evidence"
  | "unknown_version"
  | "person_needed"
  | "unknown_question";

// Generated from the schemas of the core: change those and run `coprod-wasm/build --generate`.
import { call } from './engine.js';

export const payment = Object.freeze({
  quote: (request) => call('payment.quote', request),
  takeHome: (request) => call('payment.take_home', request),
  curve: (request) => call('payment.curve', request),
  breakEven: (request) => call('payment.break_even', request),
  options: (request) => call('payment.options', request),
  plan: (request) => call('payment.plan', request),
  letter: (request) => call('payment.letter', request),
  cards: (request) => call('payment.cards', request),
  parameters: (request) => call('payment.parameters', request),
  staleFacts: (request) => call('payment.stale_facts', request),
  parity: (request) => call('payment.parity', request),
  budget: (request) => call('payment.budget', request),
});

export const participation = Object.freeze({
  frameworks: (request) => call('participation.frameworks', request),
  level: (request) => call('participation.level', request),
});

export const power = Object.freeze({
  explain: (request) => call('power.explain', request),
  decide: (request) => call('power.decide', request),
  measure: (request) => call('power.measure', request),
  absences: (request) => call('power.absences', request),
  sample: (request) => call('power.sample', request),
  minimalCoalitions: (request) => call('power.minimal_coalitions', request),
  compare: (request) => call('power.compare', request),
  picture: (request) => call('power.picture', request),
  comparePicture: (request) => call('power.compare_picture', request),
  sensitivity: (request) => call('power.sensitivity', request),
  design: (request) => call('power.design', request),
  record: (request) => call('power.record', request),
  recordCheck: (request) => call('power.record_check', request),
  popoloRead: (request) => call('power.popolo_read', request),
  popoloWrite: (request) => call('power.popolo_write', request),
  tokenism: (request) => call('power.tokenism', request),
  tokenismCheck: (request) => call('power.tokenism_check', request),
  tally: (request) => call('power.tally', request),
  ballotsRead: (request) => call('power.ballots_read', request),
  ballotsWrite: (request) => call('power.ballots_write', request),
});

export const workload = Object.freeze({
  split: (request) => call('workload.split', request),
  alternatives: (request) => call('workload.alternatives', request),
  replan: (request) => call('workload.replan', request),
  share: (request) => call('workload.share', request),
});

export const review = Object.freeze(Object.assign((request) => call('review', request), {
  report: (request) => call('review.report', request),
  example: (request) => call('review.example', request),
  questions: (request) => call('review.questions', request),
}));

export const endpoints = Object.freeze([
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
  'workload.replan',
  'workload.share',
  'review',
  'review.report',
  'review.example',
  'review.questions',
]);

import type { Endpoints } from './types.js';
import type { WasmSource } from './index.js';

export { payment, power } from './areas.js';
export { CoprodError, callText, initSync } from './common.js';
export type { WasmModule } from './common.js';
export type { WasmSource } from './index.js';
export type * from './types.js';

/** The endpoints that the small module has. */
export type CalculatorEndpoint = Exclude<
  Extract<keyof Endpoints, `payment.${string}` | `power.${string}`>,
  'payment.budget' | 'power.minimal_coalitions' | 'power.tally' | `power.ballots_${string}`
>;

/**
 * Loads the small module, which knows power and payment only: from beside this file, or from `source`. Call it as often as you like:
 * it loads once, and tries again after a failure. Use either this or the whole of `coprod` in one page: whichever is loaded first
 * answers.
 *
 * @throws CoprodError `load_failed`
 */
export function init(source?: WasmSource | PromiseLike<WasmSource>): Promise<void>;

/**
 * Answers a request to an endpoint by its name.
 *
 * @throws CoprodError
 */
export function call<Name extends CalculatorEndpoint>(name: Name, request: Endpoints[Name]['request']): Endpoints[Name]['answer'];

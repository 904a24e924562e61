// coprod for calculators of power and payment, with a module less than half the size: await init(), then call the areas.
import { start } from './engine.js';

export { payment, power } from './areas.js';
export { call, callText, initSync } from './engine.js';
export { CoprodError } from './error.js';

export function init(source) {
  return start(() => source ?? new URL('./calculator_bg.wasm', import.meta.url));
}

// coprod for Node and the browser: await init(), then call the areas.
import { start } from './engine.js';

export * from './areas.js';
export { call, callText, initSync } from './engine.js';
export { CoprodError } from './error.js';

export function init(source) {
  return start(() => source ?? new URL('./coprod_bg.wasm', import.meta.url));
}

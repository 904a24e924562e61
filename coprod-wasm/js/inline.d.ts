export * from './common.js';

/**
 * Unpacks and loads the WebAssembly module that this script holds. Call it as often as you like: it loads once.
 *
 * @throws CoprodError `load_failed`
 */
export function init(): Promise<void>;

import type { WasmModule } from './common.js';

export * from './common.js';

/** Where the module comes from: an address, a response, its bytes, or a compiled module. */
export type WasmSource =
  | string
  | { readonly href: string }
  | { arrayBuffer(): Promise<ArrayBuffer>; readonly ok: boolean }
  | ArrayBuffer
  | ArrayBufferView
  | WasmModule;

/**
 * Loads the WebAssembly module: from beside this file, or from `source`. Call it as often as you like: it loads once, and tries
 * again after a failure.
 *
 * @throws CoprodError `load_failed`
 */
export function init(source?: WasmSource | PromiseLike<WasmSource>): Promise<void>;

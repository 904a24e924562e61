import type { Endpoints, ErrorCode, ErrorReport } from './types.js';

export * from './areas.js';
export type * from './types.js';

/** A compiled WebAssembly module, where the program's types know of any. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;

/**
 * What was wrong, where, and what to do about it: the same words in every language.
 *
 * Beyond the codes of the core there are `not_ready` (nothing is loaded yet) and `load_failed` (see `cause`).
 */
export class CoprodError extends Error {
  constructor(report: Omit<ErrorReport, 'code'> & { code: CoprodError['code'] }, options?: { cause?: unknown });
  readonly name: 'CoprodError';
  /** The stable name of this kind of error. */
  readonly code: ErrorCode | 'not_ready' | 'load_failed';
  /** A JSON pointer into the request; empty for the request as a whole. */
  readonly path: string;
  /** What to do about it. */
  readonly help: string;
}

/**
 * Loads the module from a compiled module or its bytes, at once. Does nothing if one is loaded.
 *
 * @throws CoprodError `load_failed`
 */
export function initSync(source: WasmModule | ArrayBuffer | ArrayBufferView): void;

/**
 * Answers a request to an endpoint by its name.
 *
 * @throws CoprodError
 */
export function call<Name extends keyof Endpoints>(name: Name, request: Endpoints[Name]['request']): Endpoints[Name]['answer'];

/**
 * Answers a request given as JSON text with JSON text.
 *
 * @throws CoprodError
 */
export function callText(name: string, request: string): string;

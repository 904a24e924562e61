// Loads the WebAssembly module once, and keeps it usable whatever happens.
import load, { __wbg_reset_state as reset, call as answer, initSync as loadNow, most_bytes, most_depth } from './coprod.js';
import { CoprodError } from './error.js';
import { TOO_DEEP, TOO_LONG, write } from './write.js';

let ready = false;
let loading;
let mostBytes = 0;
let mostDepth = 0;

function begin() {
  mostBytes = most_bytes();
  mostDepth = most_depth();
  ready = true;
}

function loadError(error) {
  return new CoprodError(
    {
      code: 'load_failed',
      message: 'the WebAssembly module could not be loaded',
      path: '',
      help: "check that the .wasm file is served, and that the page's policy has 'wasm-unsafe-eval' in script-src and the file's origin in connect-src",
    },
    { cause: error },
  );
}

async function compile(given) {
  let source = await given;
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === 'string' || source instanceof URL) {
    const { href, protocol } = new URL(source, globalThis.location?.href);
    // Node's fetch does not read files.
    const files = protocol === 'file:' ? globalThis.process?.getBuiltinModule?.('node:fs/promises') : undefined;
    source = files ? await files.readFile(new URL(href)) : await fetch(href);
  } else if (typeof Request === 'function' && source instanceof Request) {
    source = await fetch(source);
  }
  if (typeof Response === 'function' && source instanceof Response) {
    if (!source.ok) throw new Error(`${source.url} was answered with status ${source.status}`);
    // Compiling while loading needs the right media type; without it, load first.
    const streams = source.headers.get('content-type')?.startsWith('application/wasm') && WebAssembly.compileStreaming;
    return streams ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer());
  }
  return WebAssembly.compile(source);
}

/** Loads the module that `find` leads to, unless one is loaded or on its way. */
export function start(find) {
  if (ready) return Promise.resolve();
  loading ??= (async () => {
    try {
      const module = await compile(find());
      await load({ module_or_path: module });
      if (!ready) begin();
    } catch (error) {
      loading = undefined;
      throw loadError(error);
    }
  })();
  return loading;
}

/** Loads a compiled module or its bytes at once. */
export function initSync(source) {
  if (ready) return;
  try {
    loadNow({ module: source });
    begin();
  } catch (error) {
    throw loadError(error);
  }
}

/** Answers a request given as JSON text with JSON text. */
export function callText(name, request) {
  if (!ready) {
    throw new CoprodError({
      code: 'not_ready',
      message: 'the WebAssembly module is not loaded yet',
      path: '',
      help: 'await init() first, or use initSync()',
    });
  }
  const endpoint = typeof name === 'string' ? name.slice(0, 100) : '';
  // A text that is certainly too long is not copied: as many spaces give the same error.
  const text = request.length > mostBytes ? ' '.repeat(mostBytes + 1) : request;
  try {
    return answer(endpoint, text);
  } catch (error) {
    if (typeof error === 'string') throw new CoprodError(JSON.parse(error));
    // The module stopped half-way: a fresh instance takes its place.
    reset();
    throw new CoprodError(
      {
        code: 'internal',
        message: 'an internal check failed: a calculation stopped half-way',
        path: '',
        help: 'this is a fault in coprod, not in the request: please report it with the request',
      },
      { cause: error },
    );
  }
}

/** Answers a request to the endpoint `name`. */
export function call(name, request = {}) {
  let text = '{}';
  try {
    if (ready) text = write(request, mostBytes, mostDepth);
  } catch (error) {
    if (error === TOO_LONG) text = ' '.repeat(mostBytes + 1);
    else if (error === TOO_DEEP) text = '['.repeat(mostDepth + 1);
    else throw error;
  }
  return JSON.parse(callText(name, text));
}

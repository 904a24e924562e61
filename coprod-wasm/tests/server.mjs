// A web server for the page, with the page policy that a test asks for.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

import { home } from './support.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

/** The strictest policy under which the page works: no styles, no images. */
export const BARE = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
/** The same with styles. */
export const STYLED = `${BARE}; style-src 'self'`;
/** Styles, but no connections: for the inlined build. */
export const UNCONNECTED = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
/** No WebAssembly. */
export const NO_WASM = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'";

/** Serves this folder under `policy`; `change` may replace the text of a file. */
export async function serve(policy, change = (_, body) => body) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    asked.push(path);
    try {
      const body = await readFile(join(home, path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': policy });
      response.end(change(path, body));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, asked, stop: () => server.close() };
}

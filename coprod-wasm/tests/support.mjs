// What the tests share: where things are, the package with its module loaded, and how a vector is checked.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = dirname(dirname(fileURLToPath(import.meta.url)));
export const pkg = join(home, 'pkg');
/** Where the build left the schemas and the module with names. */
export const output = process.env.COPROD_OUTPUT ?? join(home, '../target/coprod-wasm');

export const wasm = () => readFileSync(join(pkg, 'coprod_bg.wasm'));
export const schema = () => JSON.parse(readFileSync(join(output, 'schema.json'), 'utf8'));
export const coprod = () => import(join(pkg, 'index.js'));
export const folder = () => mkdtempSync(join(tmpdir(), 'coprod-'));

/** A group and a rule that power.measure answers. */
export const measure = () => ({
  members: [
    { id: 'ana', constituency: 'lived' },
    { id: 'ben', constituency: 'lived' },
    { id: 'eve', constituency: 'staff' },
  ],
  rule: { votes: { more_than: '1/2', of: 'cast' } },
});

/** The error that `action` throws. */
export function thrown(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** Every shared vector: [name, vector]. */
export function vectors(root = join(home, '../tests/vectors')) {
  return readdirSync(root, { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(join(root, name), 'utf8'))]);
}

/** Only what `expected` names: fields recursively, lists item by item. */
function part(found, expected) {
  if (Array.isArray(expected) && Array.isArray(found)) {
    return found.map((item, index) => (index < expected.length ? part(item, expected[index]) : item));
  }
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) return found;
  return Object.fromEntries(Object.keys(expected).filter((key) => key in found).map((key) => [key, part(found[key], expected[key])]));
}

/** That `ask` answers a vector as it says. */
export function check(vector, ask) {
  assert.ok(vector.source, 'a vector states its source');
  let answer;
  let error;
  try {
    answer = ask(vector.call, vector.request);
  } catch (thrown) {
    error = { code: thrown.code, message: thrown.message, path: thrown.path, help: thrown.help };
  }
  if (vector.error) return assert.deepEqual(part(error, vector.error), vector.error);
  assert.equal(error, undefined);
  return assert.deepEqual(vector.subset ? part(answer, vector.response) : answer, vector.response);
}

/** Runs a program of node_modules with Node; its output, or an error that holds it. */
export function run(program, ...rest) {
  try {
    return execFileSync(process.execPath, [join(home, 'node_modules', program), ...rest], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${program}: ${error.stdout}${error.stderr}`);
  }
}

// The shared vectors, as text and as objects, and that a wrong answer is noticed.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { coprod, vectors } from './support.mjs';

const { call, callText, init } = await coprod();
await init();

/** Only what `expected` names: fields recursively, lists item by item. */
function part(found, expected) {
  if (Array.isArray(expected) && Array.isArray(found)) {
    return found.map((item, index) => (index < expected.length ? part(item, expected[index]) : item));
  }
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) return found;
  return Object.fromEntries(Object.keys(expected).filter((key) => key in found).map((key) => [key, part(found[key], expected[key])]));
}

function check(vector, ask) {
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

for (const [name, vector] of vectors()) {
  test(name, () => {
    // A request that is text is sent as it is.
    const text = typeof vector.request === 'string' ? vector.request : JSON.stringify(vector.request);
    check(vector, (endpoint) => JSON.parse(callText(endpoint, text)));
    if (text !== vector.request) check(vector, call);
  });
}

test('a vector with a wrong answer fails', () => {
  const [, vector] = vectors().find(([, { response }]) => response);
  const wrong = { ...vector, response: { ...vector.response, more: 1 } };
  assert.throws(() => check(wrong, call), assert.AssertionError);
  assert.throws(() => check({ ...wrong, subset: true }, call), assert.AssertionError);
  assert.throws(() => check({ ...vector, response: undefined, error: { code: 'internal' } }, call), assert.AssertionError);
});

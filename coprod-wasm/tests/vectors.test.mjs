// The shared vectors, as text and as objects, and that a wrong answer is noticed.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { check, coprod, vectors } from './support.mjs';

const { call, callText, init } = await coprod();
await init();

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

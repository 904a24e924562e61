// The small module: power and payment answer as in the whole one, and the rest is not there.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { check, measure, pkg, thrown, vectors } from './support.mjs';

const calculator = await import(join(pkg, 'calculator.js'));
await calculator.init();

// A budget is that of a project, which the small module does not know.
const here = (call) => /^(payment|power)\./.test(call) && call !== 'payment.budget';

for (const [name, vector] of vectors().filter(([, vector]) => here(vector.call))) {
  test(name, () => {
    const text = typeof vector.request === 'string' ? vector.request : JSON.stringify(vector.request);
    check(vector, (endpoint) => JSON.parse(calculator.callText(endpoint, text)));
  });
}

test('its areas are functions too, and others are unknown', () => {
  assert.equal(calculator.power.measure(measure()).members.length, 3);
  assert.ok(calculator.payment.cards({}).cards.length > 0);
  const error = thrown(() => calculator.callText('workload.split', '{}'));
  assert.equal(error.code, 'unknown_endpoint');
  assert.match(error.help, /power\.measure/);
});

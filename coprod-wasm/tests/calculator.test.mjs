// The small module: payment and the power of small groups answer as in the whole one, and the rest is not there.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { check, measure, pkg, thrown, vectors } from './support.mjs';

const calculator = await import(join(pkg, 'calculator.js'));
await calculator.init();

// A budget is that of a project, which the small module does not know; nor does it list coalitions or count ballots.
const here = (call) => /^(payment|power)\./.test(call) && !/budget|minimal_coalitions|tally|ballots/.test(call);

// It counts every coalition, in fractions, and no unions.
const small = ({ call, request }) => call !== 'power.measure' || !(request.unions || request.numbers || request.members?.length > 27);

for (const [name, vector] of vectors().filter(([, vector]) => here(vector.call) && small(vector))) {
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

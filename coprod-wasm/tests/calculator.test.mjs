// The small module: payment and the power of small groups answer as in the whole one, and the rest is not there.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { check, measure, pkg, thrown, vectors } from './support.mjs';

const calculator = await import(join(pkg, 'calculator.js'));
await calculator.init();

// A budget is that of a project, which the small module does not know; of power it knows what a group decides and how much power each has.
const here = (call) => /^(payment\.|power\.(explain|decide|measure)$)/.test(call) && !/budget/.test(call);

// It counts every coalition, in fractions, and no unions; it knows nothing of attendance and votes handed over, and says less of decisions.
const asksMore = /"(unions|numbers|attendance|delegates|boundaries)":/;
const saysMore = /"(bar|ways|deadlock|attendance|carried_votes)":/;
const small = ({ call, request, response }) =>
  call.startsWith('payment.') ||
  !(asksMore.test(JSON.stringify(request)) || saysMore.test(JSON.stringify(response ?? null)) || request.members?.length > 27);

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

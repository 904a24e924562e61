// What a request may be, and how anything else is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { coprod, measure, thrown, wasm } from './support.mjs';

const { CoprodError, call, callText, endpoints, init, initSync, power } = await coprod();

test('before loading, a call says so', () => {
  assert.equal(thrown(() => power.measure(measure())).code, 'not_ready');
  assert.equal(thrown(() => call('nothing', 5n)).code, 'not_ready');
});

test('a module that cannot be loaded is an error with its cause, and does not stand in the way', async () => {
  const error = await init(new Uint8Array(3)).catch((caught) => caught);
  assert.ok(error instanceof CoprodError);
  assert.equal(error.code, 'load_failed');
  assert.ok(error.cause instanceof WebAssembly.CompileError);
  assert.equal(thrown(() => initSync(new Uint8Array(3))).code, 'load_failed');
  assert.equal((await init('file:///nowhere.wasm').catch((caught) => caught)).code, 'load_failed');
});

test('init loads once, from beside the script or from what it is given', async () => {
  const first = init();
  assert.equal(init(), first);
  await first;
  await init(wasm());
  initSync(wasm());
  assert.ok(Array.isArray(power.measure(measure()).members));
});

test('an error has its name, code, path and help', () => {
  const error = thrown(() => power.measure({ ...measure(), colour: 'red' }));
  assert.ok(error instanceof CoprodError && error instanceof Error);
  assert.equal(error.name, 'CoprodError');
  assert.equal(error.code, 'unknown_field');
  assert.equal(error.path, '/colour');
  assert.ok(error.message && error.help && error.stack.startsWith('CoprodError: '));
});

test('every endpoint is known by name, and nothing else is', () => {
  assert.ok(endpoints.includes('power.measure'));
  for (const name of endpoints) assert.notEqual(thrown(() => call(name, [])).code, 'unknown_endpoint');
  for (const name of ['', 'power', 'toString', 'x'.repeat(1e6), undefined, Symbol('x'), {}]) {
    assert.equal(thrown(() => call(name, {})).code, 'unknown_endpoint');
  }
});

const refusals = [
  ['a BigInt', 5n, 'wrong_type'],
  ['undefined in a list', [undefined], 'wrong_type', '/0'],
  ['a gap in a list', new Array(3), 'wrong_type', '/0'],
  ['a function', () => 1, 'wrong_type'],
  ['a symbol', Symbol('x'), 'wrong_type'],
  ['not a number', NaN, 'wrong_type'],
  ['infinity', -Infinity, 'wrong_type'],
  ['a map', new Map(), 'wrong_type'],
  ['a set', new Set(), 'wrong_type'],
  ['a promise', Promise.resolve(1), 'wrong_type'],
  ['bytes', new Uint8Array(4), 'wrong_type'],
  ['an object whose getter throws', Object.defineProperty({}, 'x', { enumerable: true, get: () => { throw new Error('no'); } }), 'invalid_json', '/x'],
  ['a proxy that throws', new Proxy({}, { ownKeys: () => { throw new TypeError('no'); } }), 'invalid_json'],
  ['half of a letter', '\ud800', 'invalid_json'],
];
for (const [name, value, code, under = ''] of refusals) {
  test(`${name} is refused where it stands`, () => {
    for (const [request, place] of [[value, ''], [{ ...measure(), rule: { 'a/b~': value } }, '/rule/a~1b~0']]) {
      const error = thrown(() => power.measure(request));
      assert.ok(error instanceof CoprodError, String(error));
      assert.equal(error.code, code);
      if (value !== '\ud800') assert.equal(error.path, place + under);
      assert.ok(error.help);
    }
  });
}

test('fields that are undefined are fields that are not given', () => {
  assert.deepEqual(power.measure({ ...measure(), indices: undefined }), power.measure(measure()));
});

test('what writes itself as JSON is written so', () => {
  const { members, rule } = measure();
  assert.deepEqual(power.measure({ members: { toJSON: () => members }, rule: Object.assign(Object.create(null), rule) }), power.measure(measure()));
});

test('a request that contains itself is refused as endlessly deep', () => {
  const request = measure();
  request.rule = { all: [{ any: [request.rule] }] };
  request.rule.all[0].any[0] = request.rule;
  const error = thrown(() => power.measure(request));
  assert.ok(error instanceof CoprodError);
  assert.equal(error.code, 'too_deep');
});

test('the same part twice is no circle', () => {
  const rule = { all: [measure().rule, measure().rule] };
  rule.all[1] = rule.all[0];
  assert.ok(power.measure({ ...measure(), rule }));
});

test('a rule nested 10,000 deep is refused, as object and as text', () => {
  let { rule } = measure();
  for (let depth = 0; depth < 10_000; depth += 1) rule = { all: [rule] };
  const asObject = thrown(() => power.measure({ ...measure(), rule }));
  const asText = thrown(() => callText('power.measure', `{"rule": ${'{"all":['.repeat(10_000)}${']}'.repeat(10_000)}}`));
  assert.equal(asObject.code, 'too_deep');
  assert.deepEqual({ ...asObject, message: asObject.message }, { ...asText, message: asText.message });
});

test('a request of 100 MB is refused before it is written, let alone copied', () => {
  const long = 'x'.repeat(100e6);
  const request = { members: [long], get rule() { assert.fail('read on'); } };
  const asObject = thrown(() => power.measure(request));
  const asText = thrown(() => callText('power.measure', `{"members": ["${long}"]}`));
  const list = thrown(() => power.measure({ members: Array.from({ length: 3e6 }, (_, n) => `m${n}`) }));
  const letters = thrown(() => power.measure({ members: ['é'.repeat(5_000_000)] }));
  for (const error of [asObject, asText, list, letters]) {
    assert.equal(error.code, 'request_too_large');
    assert.equal(error.message, asText.message);
  }
});

test('nothing is kept of many refused requests', () => {
  for (let turn = 0; turn < 20_000; turn += 1) thrown(() => callText('power.measure', '{"members": 5}'));
  assert.ok(power.measure(measure()));
});

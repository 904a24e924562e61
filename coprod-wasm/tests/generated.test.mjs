// The generated files of js/ are what the schemas give, and a stale one is noticed.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { generate, stale } from '../tools/generate.mjs';
import { coprod, folder, home, schema } from './support.mjs';

test('the generated files are up to date', () => {
  assert.deepEqual(stale(schema(), join(home, 'js')), [], 'run coprod-wasm/build --generate');
});

test('a changed file, a missing file and a changed schema are noticed', () => {
  const copy = folder();
  cpSync(join(home, 'js'), copy, { recursive: true });
  writeFileSync(join(copy, 'areas.js'), readFileSync(join(copy, 'areas.js'), 'utf8').replace('measure', 'measured'));
  assert.deepEqual(stale(schema(), copy), ['areas.js']);

  const grown = schema();
  grown.$defs.MeasureRequest.properties.more = { type: 'string' };
  assert.deepEqual(stale(grown, join(home, 'js')), ['types.d.ts']);
  assert.deepEqual(stale(schema(), folder()), Object.keys(generate(schema())));
});

test('a 64-bit integer does not reach JavaScript', () => {
  const roomy = schema();
  roomy.$defs.MeasureRequest.properties.more = { type: 'integer', format: 'uint64' };
  assert.throws(() => generate(roomy), /MeasureRequest\.more: a JavaScript number cannot hold 64 bits/);
});

test('there is a function for each endpoint, and no other', async () => {
  const package_ = await coprod();
  const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
  const found = package_.endpoints.map((name) => {
    const [area, action] = name.split('.').map(camel);
    return action ? package_[area][action] : package_[area];
  });
  assert.ok(found.every((one) => typeof one === 'function'));
  assert.deepEqual(package_.endpoints, Object.keys(schema().endpoints));
});

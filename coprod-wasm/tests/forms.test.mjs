// The generator on a small schema of its own: what may be unknown, and money that may be a range.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { generate } from '../tools/generate.mjs';
import { type } from '../tools/typescript.mjs';
import { folder, run } from './support.mjs';

const ref = (name) => ({ $ref: `#/$defs/${name}` });
const known = (one) => ({ anyOf: [one, { type: 'string', const: 'unknown' }] });
const optional = (one) => ({ anyOf: [one, { type: 'null' }] });
const list = (items) => ({ type: 'array', items });
const thing = (required, properties) => ({ type: 'object', required, properties });
const amount = { anyOf: [ref('Money'), ref('MoneyRange')] };

// The forms are those that the core gives, as its own tests state.
const forms = {
  endpoints: { 'trial.ask': { doc: 'Asks.', request: ref('AskRequest'), answer: ref('AskAnswer') } },
  $defs: {
    AskAnswer: thing(['kept', 'weekly'], { kept: { description: 'What is kept.', ...amount }, weekly: list(amount), back: optional(amount) }),
    AskRequest: thing(['wages', 'working'], {
      wages: { description: 'What is earned.', ...known(ref('Money')) },
      working: known({ type: 'boolean' }),
      nation: optional(known(ref('Nation'))),
      children: optional(known({ type: 'integer', format: 'uint8', minimum: 0, maximum: 255 })),
      days: list(known(ref('Count'))),
    }),
    Count: { type: ['integer', 'string'], format: 'count' },
    Money: { type: 'string', format: 'money' },
    MoneyRange: thing(['low', 'high'], { low: ref('Money'), high: ref('Money') }),
    Nation: { oneOf: ['england', 'wales'].map((word) => ({ type: 'string', const: word })) },
  },
};

test('each form is the union that it says', () => {
  const says = (schema, text) => assert.equal(type(schema, 'here'), text);
  says(known(ref('Money')), 'Money | "unknown"');
  says(known(ref('Nation')), 'Nation | "unknown"');
  says(known({ type: 'boolean' }), 'boolean | "unknown"');
  says(optional(known(ref('Money'))), 'Money | "unknown" | null');
  says(list(known(ref('Count'))), 'readonly (Count | "unknown")[]');
  says(amount, 'Money | MoneyRange');
  says(optional(amount), 'Money | MoneyRange | null');
  says(list(amount), 'readonly (Money | MoneyRange)[]');
});

test('a strict program holds', () => {
  const home = folder();
  const made = join(home, 'made');
  mkdirSync(made);
  const files = generate(forms);
  for (const name of ['areas.d.ts', 'types.d.ts']) writeFileSync(join(made, name), files[name]);
  assert.match(files['types.d.ts'], /\/\*\* What is earned\. \*\/\n {2}readonly wages: Money \| "unknown";/);
  const program = join(home, 'program.ts');
  writeFileSync(
    program,
    `import { trial } from './made/areas.js';
import type { AskRequest, MoneyRange } from './made/types.js';

const request: AskRequest = { wages: 'unknown', working: 'unknown', nation: 'wales', children: 2, days: [1, 'unknown'] };
export const known: AskRequest = { wages: '5.00', working: false, nation: 'unknown', children: 'unknown' };
const { kept, weekly, back } = trial.ask(request);
export const low: string = typeof kept === 'string' ? kept : kept.low;
export const all: readonly (string | MoneyRange)[] = [...weekly, back ?? '0.00'];

// @ts-expect-error neither true, false nor unknown
export const wrongFlag: AskRequest = { wages: 'unknown', working: 'yes' };
// @ts-expect-error not one of the words
export const wrongWord: AskRequest = { wages: 'unknown', working: true, nation: 'france' };
// @ts-expect-error money is text
export const wrongMoney: AskRequest = { wages: 5, working: true };
// @ts-expect-error a range is no text
export const wrongRange: string = kept;
`,
  );
  run('typescript/bin/tsc', '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--module', 'nodenext', '--types', '', program);
});

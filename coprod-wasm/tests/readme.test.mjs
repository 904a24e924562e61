// The example of the package's front page runs and says what it should.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { home, pkg } from './support.mjs';

test('the example runs', () => {
  const [, example] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(home, 'js/README.md'), 'utf8'));
  // A package may import itself by name.
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', example], { cwd: pkg, encoding: 'utf8' });
  const [shares, error] = said.split('\n');
  assert.equal(shares, 'ana 1/6, ben 1/6, eve 2/3');
  assert.match(error, /^invalid_money \/engagement\/fee /);
});

// How long a split of 8 people and 30 tasks takes, in Node and in Chromium: printed, and no reason to fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chromium } from 'playwright-core';

import { BARE, serve } from './server.mjs';
import { measured } from './speed.page.js';
import { coprod, wasm } from './support.mjs';

/** People and tasks of random hours in quarters; everybody can do everything. */
function group(people, tasks) {
  let state = 7;
  const below = (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
  return {
    people: Array.from({ length: people }, (_, person) => ({ id: `p${person}`, capacity: `${10 + below(30)}` })),
    tasks: Array.from({ length: tasks }, (_, task) => ({ id: `t${task}`, hours: `${1 + below(48)}/4` })),
  };
}

const told = (where, { first, middle }) =>
  `split of 8 people and 30 tasks in ${where}: ${middle.toFixed(1)} ms in the middle, ${first.toFixed(1)} ms the first time`;

test('a split of 8 people and 30 tasks in Node', async (t) => {
  const given = await coprod();
  await given.init(wasm());
  const request = group(8, 30);
  t.diagnostic(told('Node', await measured(request, given)));
  assert.equal(given.workload.split(request).optimal, true);
});

test('a split of 8 people and 30 tasks in Chromium', async (t) => {
  const server = await serve(BARE);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.address}/page/index.html`);
    // A page is given a function as text, and names from outside it mean nothing there.
    await page.addScriptTag({ type: 'module', url: `${server.address}/tests/speed.page.js` });
    const figures = await page.evaluate((request) => globalThis.measured(request), group(8, 30));
    t.diagnostic(told('Chromium', figures));
  } finally {
    await browser.close();
    server.stop();
  }
});

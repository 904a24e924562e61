// The page in Chromium, by clicking and by keyboard, under strict page policies; and what axe says of each of its states.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { chromium } from 'playwright-core';

import { BARE, NO_WASM, STYLED, UNCONNECTED, serve } from './server.mjs';
import { coprod, home } from './support.mjs';

const AXE = readFileSync(join(home, 'node_modules/axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SEEN = join(home, 'pages-seen');

let browser;
before(async () => {
  mkdirSync(SEEN, { recursive: true });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
});
after(() => browser?.close());

/** Opens the page under `policy` and hands it to `use`; fails on any error in the page's console. */
async function visit(policy, use, { change, context: options = {}, path = '/page/index.html', quiet = true } = {}) {
  const server = await serve(policy, change);
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options });
  const errors = [];
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(server.address + path);
    await use(page, server, context);
    if (quiet) assert.deepEqual(errors.filter((text) => !/style/.test(text) || policy !== BARE), []);
  } finally {
    await context.close();
    server.stop();
  }
}

const axe = async (page) => {
  // Not by a script element, which the page's policy would stop.
  await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }), TAGS);
  return [...violations, ...incomplete].map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const accessible = async (page) => assert.deepEqual(await axe(page), []);
const picture = (page, name) => page.screenshot({ path: join(SEEN, `${name}.png`), fullPage: true });
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.id);

const NAMES = ['Ana', 'Ben', 'Cat', 'Dev', 'Eve'];
async function nameEverybody(page) {
  const fields = page.getByLabel('Name or role');
  for (const [index, name] of NAMES.entries()) await fields.nth(index).fill(name);
}
async function decide(page, rule) {
  await nameEverybody(page);
  if (rule) await page.getByLabel(rule).check();
  await page.getByRole('button', { name: 'Show who can decide' }).click();
  await page.getByRole('heading', { name: 'Who can decide', exact: true }).waitFor();
}
async function offer(page) {
  for (const [label, value] of [['Day', '15'], ['Month', '6'], ['Year', '2026'], ['Fee, before tax', '£20'], ['Hours of the meeting or task', '2'], ['Hours of travelling, there and back (optional)', '1'], ['Miles by own car, there and back (optional)', '60'], ['Age of the person (optional)', '40']]) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole('button', { name: 'Work it out' }).click();
  await page.getByRole('heading', { name: 'What the offer comes to' }).waitFor();
}
const answerOf = (page, name) => page.locator(`#${name}-answer`);
const cells = (page, caption) => page.getByRole('table', { name: caption }).getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

const SHARES = {
  'More than half of the votes say yes': ['20% (1/5)', '20% (1/5)', '20% (1/5)', '20% (1/5)', '20% (1/5)'],
  'At least two thirds of the votes say yes': ['20% (1/5)', '20% (1/5)', '20% (1/5)', '20% (1/5)', '20% (1/5)'],
  'More than half say yes on each side: people with lived experience, and staff': ['10% (1/10)', '10% (1/10)', '10% (1/10)', '35% (7/20)', '35% (7/20)'],
};

test('both forms work by clicking, under the strictest policy', async () => {
  await visit(BARE, async (page, { asked }) => {
    for (const [rule, shares] of Object.entries(SHARES)) {
      await decide(page, rule);
      assert.deepEqual((await cells(page, 'Each person')).slice(1).map((row) => row[1]), shares, rule);
    }
    await decide(page, 'More than half say yes, and one person signs it off');
    await page.getByLabel('Who signs it off?').selectOption('Eve');
    await decide(page);
    assert.match(await answerOf(page, 'power').textContent(), /Eve can stop any decision/);
    assert.equal((await cells(page, 'Each person')).at(-1).at(-1), 'Can stop any decision');
    await offer(page);
    const said = await answerOf(page, 'payment').textContent();
    assert.match(said, /The person receives £53 before tax: £20 for the work and £33 paid back\. That is £10 for each hour of work/);
    assert.ok((await cells(page, 'Wage floors')).some((row) => row[2].startsWith('Not reached')));
    assert.ok(asked.includes('/pkg/coprod_bg.wasm'));
    assert.equal(asked.filter((path) => path.endsWith('.wasm')).length, 1);
  });
});

test('the inlined build works without connections', async () => {
  const change = (path, body) => (path === '/page/page.js' ? body.toString().replace('/index.js', '/inline.js') : body);
  await visit(
    UNCONNECTED,
    async (page, { asked }) => {
      await decide(page);
      await offer(page);
      assert.ok(!asked.some((path) => path.endsWith('.wasm')));
    },
    { change },
  );
});

test('without WebAssembly the page says what is wrong', async () => {
  await visit(
    NO_WASM,
    async (page) => {
      await nameEverybody(page);
      await page.getByRole('button', { name: 'Show who can decide' }).click();
      const summary = page.locator('#power-errors');
      await summary.getByText('could not be loaded').waitFor();
      assert.match(await summary.textContent(), /wasm-unsafe-eval/);
    },
    { quiet: false },
  );
});

test('once loaded, it works offline and asks for nothing', async () => {
  await visit(STYLED, async (page, { asked }, context) => {
    await decide(page);
    const before = asked.length;
    await context.setOffline(true);
    await offer(page);
    await decide(page, 'At least two thirds of the votes say yes');
    assert.equal(asked.length, before);
  });
});

const LOOKS = {
  light: {},
  dark: { colorScheme: 'dark' },
  'forced-colours': { forcedColors: 'active' },
  'forced-colours-dark': { forcedColors: 'active', colorScheme: 'dark' },
  'reduced-motion': { reducedMotion: 'reduce' },
  narrow: { viewport: { width: 320, height: 640 } },
  'zoomed-400': { viewport: { width: 320, height: 256 } },
};
for (const [name, context] of Object.entries(LOOKS)) {
  test(`it is accessible at the start, with errors and with answers: ${name}`, async () => {
    await visit(
      STYLED,
      async (page) => {
        const fits = async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'scrolls sideways');
        await accessible(page);
        await fits();
        await page.getByRole('button', { name: 'Show who can decide' }).click();
        await page.getByRole('button', { name: 'Work it out' }).click();
        await picture(page, `${name}-errors`);
        await accessible(page);
        await fits();
        await page.getByLabel('Name or role').nth(3).fill('A community facilitator with rather a long title to show');
        await decide(page, 'More than half say yes, and one person signs it off');
        await offer(page);
        await picture(page, `${name}-answers`);
        await accessible(page);
        await fits();
      },
      { context },
    );
  });
}

test('the checks of accessibility notice a bad page', async () => {
  await visit(
    STYLED,
    async (page) => {
      const found = (await axe(page)).map((text) => text.split(':')[0]);
      for (const rule of ['button-name', 'color-contrast', 'document-title', 'html-has-lang', 'label']) assert.ok(found.includes(rule), rule);
    },
    { path: '/tests/bad.html', quiet: false },
  );
});

test('errors are said in a summary with the focus, and beside each field', async () => {
  await visit(STYLED, async (page) => {
    await page.getByLabel('Name or role').nth(0).fill('Ana');
    await page.getByLabel('Name or role').nth(1).fill('ana ');
    await page.getByRole('button', { name: 'Show who can decide' }).click();
    assert.match(await focused(page), /^There is a problem/);
    await page.locator('#power-errors').getByRole('link', { name: 'Person 2 needs another name than person 1' }).click();
    const second = page.getByLabel('Name or role').nth(1);
    assert.ok(await second.evaluate((input) => input === document.activeElement));
    assert.equal(await second.getAttribute('aria-invalid'), 'true');
    const described = await second.getAttribute('aria-describedby');
    assert.match(await page.locator(`#${described}`).textContent(), /needs another name/);
    await decide(page);
    assert.equal(await page.locator('[aria-invalid]').count(), 0);
    assert.ok(await page.locator('#power-errors').isHidden());

    await page.getByLabel('Day', { exact: true }).fill('31');
    await page.getByLabel('Month').fill('2');
    await page.getByLabel('Year').fill('2026');
    await page.getByLabel('Fee, before tax').fill('ten');
    await page.getByRole('button', { name: 'Work it out' }).click();
    const said = await page.locator('#payment-errors').textContent();
    for (const words of ['must be a real date', 'must be an amount of pounds', 'Enter the hours']) assert.match(said, new RegExp(words));

    // What only coprod itself finds wrong is said in the same place.
    await offer(page);
    await page.getByLabel('Year').fill('2190');
    await page.getByRole('button', { name: 'Work it out' }).click();
    await page.locator('#payment-errors').getByRole('link').waitFor();
    assert.ok(await answerOf(page, 'payment').isHidden());
  });
});

test('people can be added and removed, and the focus stays near', async () => {
  await visit(STYLED, async (page) => {
    await nameEverybody(page);
    await page.getByRole('button', { name: 'Add another person' }).click();
    assert.equal(await page.getByLabel('Name or role').count(), 6);
    await page.keyboard.type('Fay');
    await page.getByRole('button', { name: 'Remove person 2' }).click();
    assert.equal(await page.locator('#people-status').textContent(), 'Person removed. 5 left.');
    assert.equal(await page.evaluate(() => document.activeElement.value), 'Cat');
    await page.getByRole('button', { name: 'Show who can decide' }).click();
    await page.getByRole('table', { name: 'Each person' }).waitFor();
    assert.deepEqual((await cells(page, 'Each person')).slice(1).map(([name]) => name.slice(0, 3)), ['Ana', 'Cat', 'Dev', 'Eve', 'Fay']);
    for (let left = 5; left > 1; left -= 1) await page.getByRole('button', { name: 'Remove person 1' }).click();
    assert.equal(await page.getByRole('button', { name: /Remove/ }).count(), 0);
    for (let there = 1; there < 12; there += 1) await page.getByRole('button', { name: 'Add another person' }).click();
    assert.ok(await page.getByRole('button', { name: 'Add another person' }).isHidden());
  });
});

test('everything can be done by keyboard alone', async () => {
  await visit(STYLED, async (page) => {
    const reach = async (test) => {
      for (let turn = 0; turn < 60; turn += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(test)) return;
      }
      assert.fail(`not reached: ${test}`);
    };
    for (const name of NAMES) {
      await reach('document.activeElement.id.endsWith("-name")');
      await page.keyboard.type(name);
    }
    await reach('document.activeElement.name === "rule"');
    await page.keyboard.press('ArrowUp');
    await reach('document.activeElement.id === "signer"');
    await page.keyboard.press('End');
    await reach('document.activeElement.textContent === "Show who can decide"');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'Each person' }).waitFor();
    assert.equal(await focused(page), 'Who can decide');
    assert.match(await answerOf(page, 'power').textContent(), /Eve can stop any decision/);
    await reach('document.activeElement.id === "day"');
    for (const text of ['15', '6', '2026', '150', '3']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await reach('document.activeElement.textContent === "Work it out"');
    await page.keyboard.press('Space');
    await answerOf(page, 'payment').getByText('£50 for each hour').first().waitFor();
  });
});

test('without JavaScript the page says so', async () => {
  await visit(
    STYLED,
    async (page) => assert.match(await page.locator('main').innerText(), /needs JavaScript/),
    { context: { javaScriptEnabled: false } },
  );
});

test('the report of a review is a page for everybody, and needs nothing but itself', async () => {
  const { init, review } = await coprod();
  await init();
  const { project } = review.example({});
  writeFileSync(join(SEEN, 'report.html'), review.report({ project, format: 'html' }).report);
  const looks = [['report', {}], ['report-dark', { colorScheme: 'dark' }], ['report-forced', { forcedColors: 'active' }], ['report-narrow', { viewport: { width: 320, height: 256 } }]];
  for (const [name, context] of looks) {
    await visit(
      "default-src 'none'; style-src 'unsafe-inline'",
      async (page, { asked }) => {
        assert.equal(await page.title(), project.title);
        assert.deepEqual(asked.filter((path) => !path.endsWith('report.html') && path !== '/favicon.ico'), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} scrolls sideways`);
        // Every bar of a chart says in words what it shows.
        for (const bar of await page.locator('figure dd').all()) assert.match(await bar.textContent(), /: .*[0-9]/);
        await accessible(page);
        await picture(page, name);
      },
      { context, path: '/pages-seen/report.html' },
    );
  }
});

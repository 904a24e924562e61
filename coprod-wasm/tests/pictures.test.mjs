// The pictures of the shared vectors in Chromium: that every text stays on its sheet and clear of every other, and what axe says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { chromium } from 'playwright-core';

import { home, vectors } from './support.mjs';

const AXE = readFileSync(join(home, 'node_modules/axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PICTURES = vectors().filter(([, vector]) => vector.response?.svg);

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
});
after(() => browser?.close());

/** Opens a page that holds the picture and hands it to `use`. */
async function visit(svg, use, options = {}) {
  const context = await browser.newContext({ viewport: { width: 480, height: 600 }, ...options });
  try {
    const page = await context.newPage();
    const title = '<!doctype html><html lang="en"><title>A picture</title>';
    await page.setContent(`${title}<body style="margin:0"><main><h1>A picture</h1>${svg}</main>`);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** The texts that leave the sheet, and the pairs that lie over each other, as the browser measures them. */
function misplaced() {
  const sheet = document.querySelector('svg').viewBox.baseVal;
  // A box is higher than its letters: two lines may share what is empty.
  const spare = 4;
  const texts = [...document.querySelectorAll('svg text')].map((text) => [text.textContent, text.getBBox()]);
  const off = texts.filter(([, box]) => box.x < 0 || box.x + box.width > sheet.width || box.y + box.height > sheet.height);
  const meet = (one, other) =>
    one.x < other.x + other.width && other.x < one.x + one.width &&
    one.y < other.y + other.height - spare && other.y < one.y + one.height - spare;
  const over = texts.flatMap(([name, box], at) =>
    texts.slice(at + 1).filter(([, other]) => meet(box, other)).map(([other]) => `${name} / ${other}`));
  return { texts: texts.length, off: off.map(([name]) => name), over };
}

for (const [name, vector] of PICTURES) {
  test(`${name} can be read`, async () => {
    await visit(vector.response.svg, async (page) => {
      const found = await page.evaluate(misplaced);
      assert.ok(found.texts > 3);
      assert.deepEqual([found.off, found.over], [[], []]);
      await page.evaluate(AXE);
      const said = await page.evaluate((tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } }), TAGS);
      assert.deepEqual(said.violations.map((violation) => violation.id), []);
      const named = await page.locator('svg').ariaSnapshot();
      assert.match(named, /img "(Seats and power|Power|Hours of work|Hand-overs|Rota)/);
    });
  });
}

test('a picture keeps its own colours where the system forces others', async () => {
  const fill = () => getComputedStyle(document.querySelector('svg text')).fill;
  await visit(PICTURES[0][1].response.svg, async (page) => assert.equal(await page.evaluate(fill), 'rgb(20, 32, 43)'), {
    forcedColors: 'active',
    colorScheme: 'dark',
  });
});

test('misplaced text is noticed', async () => {
  const text = (x, words) => `<text x="${x}" y="20" font-size="15">${words}</text>`;
  const svg = `<svg role="img" viewBox="0 0 100 30"><title>A</title>${text(0, 'one thing')}${text(20, 'another')}${text(90, 'gone')}</svg>`;
  const found = await visit(svg, (page) => page.evaluate(misplaced));
  assert.deepEqual(found.off, ['gone']);
  assert.deepEqual(found.over, ['one thing / another']);
});

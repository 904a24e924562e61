// The package as it would be installed: its types, its entry points and its size.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { sizes } from '../tools/sizes.mjs';
import { folder, home, output, pkg, run } from './support.mjs';

// The most bytes with gzip: all areas with their figures, frameworks and built-in project, which grow only on purpose, and the small
// module for calculators. The prebuilt standard library, taken where
// its source cannot be had, makes both larger than this.
const MOST_GZIP = { 'coprod_bg.wasm': 1_600_000, 'calculator_bg.wasm': 420_000 };

const site = folder();
const tarball = join(site, execFileSync('npm', ['pack', '--silent', '--pack-destination', site], { cwd: pkg, encoding: 'utf8', shell: true }).trim());
mkdirSync(join(site, 'node_modules/coprod'), { recursive: true });
execFileSync('tar', ['-xzf', tarball, '-C', join(site, 'node_modules/coprod'), '--strip-components=1']);
writeFileSync(join(site, 'package.json'), '{"type": "module"}');
cpSync(join(home, 'tests/consumer.ts'), join(site, 'consumer.ts'));

const tsc = (...more) => run('typescript/bin/tsc', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--target', 'es2022', '--types', '', ...more);

test('the types hold in a strict program, with and without a browser, and it runs', async () => {
  const program = join(site, 'consumer.ts');
  tsc('--noEmit', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2022,dom', program);
  tsc('--module', 'nodenext', '--lib', 'es2022', '--outDir', site, program);
  assert.equal((await import(join(site, 'consumer.js'))).found, 'empty_group');
});

test('a wrong program is noticed', () => {
  const text = readFileSync(join(site, 'consumer.ts'), 'utf8').replaceAll(/ *\/\/ @ts-expect-error.*\n/g, '');
  const wrong = join(site, 'wrong.ts');
  writeFileSync(wrong, text);
  assert.throws(() => tsc('--noEmit', '--module', 'nodenext', '--lib', 'es2022', wrong), /wrong\.ts\(\d+,\d+\): error/);
});

test('publint finds nothing', () => {
  assert.match(run('publint/src/cli.js', 'run', tarball, '--strict'), /All good/);
});

test('the types are found by every way of resolving modules', () => {
  run('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--exclude-entrypoints', './coprod.wasm', './calculator.wasm');
});

test('the version is that of the Rust crates', () => {
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(home, '../Cargo.toml'), 'utf8'))[1];
  for (const file of ['js/package.json', 'pkg/package.json']) assert.equal(JSON.parse(readFileSync(join(home, file), 'utf8')).version, version);
});

for (const [file, most] of Object.entries(MOST_GZIP)) {
  test(`${file} is small, and holds no path of the machine that built it`, (context) => {
    const module = readFileSync(join(pkg, file));
    const bytes = gzipSync(module, { level: 9 }).length;
    context.diagnostic(`${bytes} bytes with gzip, ${module.length} without`);
    for (const path of [homedir(), dirname(home)]) assert.ok(!module.includes(path), `${path} is in the module`);
    if (readFileSync(join(output, 'std'), 'utf8').trim() !== 'small') return context.skip('built with the prebuilt standard library');
    assert.ok(bytes <= most, `${bytes} bytes with gzip, and ${most} is the most`);
  });
}

test('what takes the room can be said', (context) => {
  const found = sizes(readFileSync(join(output, 'named.wasm')));
  for (const [name, size] of found.slice(0, 12)) context.diagnostic(`${String(size).padStart(8)} ${name}`);
  assert.ok(found.some(([name]) => name.startsWith('coprod_core::')));
});

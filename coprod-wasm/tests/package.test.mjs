// The package as it would be installed: its types, its entry points and its size.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { sizes } from '../tools/sizes.mjs';
import { folder, home, output, pkg, run, wasm } from './support.mjs';

// All areas with their figures, frameworks and built-in project. Grows only on purpose.
const MOST_GZIP = 420_000;

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
  run('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--exclude-entrypoints', './coprod.wasm');
});

test('the version is that of the Rust crates', () => {
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(home, '../Cargo.toml'), 'utf8'))[1];
  for (const file of ['js/package.json', 'pkg/package.json']) assert.equal(JSON.parse(readFileSync(join(home, file), 'utf8')).version, version);
});

test('the module is small, and holds no path of the machine that built it', (context) => {
  const bytes = gzipSync(wasm(), { level: 9 }).length;
  context.diagnostic(`${bytes} bytes with gzip, ${wasm().length} without`);
  for (const [name, size] of sizes(readFileSync(join(output, 'named.wasm'))).slice(0, 12)) context.diagnostic(`${String(size).padStart(8)} ${name}`);
  assert.ok(bytes <= MOST_GZIP, `${bytes} bytes with gzip, and ${MOST_GZIP} is the most`);
  for (const path of [homedir(), dirname(home)]) assert.ok(!wasm().includes(path), `${path} is in the module`);
});

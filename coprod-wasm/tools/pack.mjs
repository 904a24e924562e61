// Puts the package together: the sources of js/, the glue and the optimised module. Run as: pack.mjs GLUE_FOLDER PKG_FOLDER
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const [glue, pkg] = process.argv.slice(2);

// What Rust's wasm target uses by default. Never --all-features: the result would not run in Node 20.
const FEATURES = ['bulk-memory', 'bulk-memory-opt', 'sign-ext', 'nontrapping-float-to-int', 'mutable-globals', 'reference-types', 'multivalue'];

function optimise(from, to, ...more) {
  const tool = join(here, 'node_modules/binaryen/bin/wasm-opt');
  execFileSync(process.execPath, [tool, '-Oz', ...FEATURES.map((name) => `--enable-${name}`), ...more, from, '-o', to], { stdio: 'inherit' });
}

rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });
cpSync(join(here, 'js'), pkg, { recursive: true });

const wasm = join(pkg, 'coprod_bg.wasm');
// The package carries no names of functions; the copy with names is for the size report.
optimise(join(glue, 'coprod_bg.wasm'), wasm, '--strip-debug', '--strip-producers');
optimise(join(glue, 'coprod_bg.wasm'), join(glue, 'named.wasm'), '-g');
cpSync(join(glue, 'coprod.js'), join(pkg, 'coprod.js'));

// The small module has the same way in, so that one glue serves both.
const small = join(glue, 'calculator');
optimise(join(small, 'coprod_bg.wasm'), join(pkg, 'calculator_bg.wasm'), '--strip-debug', '--strip-producers');
if (!readFileSync(join(small, 'coprod.js')).equals(readFileSync(join(glue, 'coprod.js')))) throw new Error('the two modules have different glue');

const packed = gzipSync(readFileSync(wasm), { level: 9 }).toString('base64');
writeFileSync(join(pkg, 'packed.js'), `// The module, compressed with gzip, in base64.\nexport default '${packed}';\n`);

const version = /^version = "(.+)"$/m.exec(readFileSync(join(here, '../Cargo.toml'), 'utf8'))[1];
const description = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'));
writeFileSync(join(pkg, 'package.json'), `${JSON.stringify({ ...description, version }, null, 2)}\n`);

for (const licence of readdirSync(join(here, '..')).filter((name) => name.startsWith('LICENSE'))) {
  cpSync(join(here, '..', licence), join(pkg, licence));
}
if (!existsSync(join(pkg, 'areas.js'))) throw new Error('js/areas.js is missing: run coprod-wasm/build --generate');

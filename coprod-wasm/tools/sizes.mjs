// What takes the room in a wasm module with names: bytes of code by crate, and of data. Run as: sizes.mjs NAMED.wasm
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

function reader(bytes) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length) => bytes.subarray(at, (at += length));
  return { number, take, text: () => new TextDecoder().decode(take(number())), more: () => at < bytes.length };
}

function sections(module) {
  const source = reader(module.subarray(8));
  const found = [];
  while (source.more()) {
    const id = source.number();
    found.push({ id, body: source.take(source.number()) });
  }
  return found;
}

function functionNames(sections) {
  const names = new Map();
  for (const { id, body } of sections) {
    const source = reader(body);
    if (id !== 0 || source.text() !== 'name') continue;
    while (source.more()) {
      const kind = source.number();
      const inner = reader(source.take(source.number()));
      if (kind !== 1) continue;
      for (let left = inner.number(); left > 0; left -= 1) names.set(inner.number(), inner.text());
    }
  }
  return names;
}

function importedFunctions(sections) {
  let count = 0;
  const body = sections.find(({ id }) => id === 2)?.body;
  if (!body) return 0;
  const source = reader(body);
  for (let left = source.number(); left > 0; left -= 1) {
    source.text();
    source.text();
    if (source.number() !== 0) throw new Error('an import that is not a function');
    source.number();
    count += 1;
  }
  return count;
}

/** The crate, and for the core also the area, that a function's name speaks of. */
function owner(name) {
  const path = /(\w+)::(\w+)/.exec(name.replaceAll(/\[[0-9a-f]+\]/g, '').replace(/^</, '').replace(/^&?(mut )?/, ''));
  if (!path) return 'other';
  return path[1] === 'coprod_core' ? `coprod_core::${path[2]}` : path[1];
}

/** Bytes by owner, largest first. */
export function sizes(module) {
  const all = sections(module);
  const names = functionNames(all);
  let index = importedFunctions(all);
  const found = new Map();
  const add = (key, bytes) => found.set(key, (found.get(key) ?? 0) + bytes);
  for (const { id, body } of all) {
    if (id === 11) add('(data)', body.length);
    if (id !== 10) continue;
    const source = reader(body);
    for (let left = source.number(); left > 0; left -= 1) {
      const length = source.number();
      source.take(length);
      add(owner(names.get(index) ?? ''), length);
      index += 1;
    }
  }
  return [...found].sort((one, other) => other[1] - one[1]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, bytes] of sizes(readFileSync(process.argv[2]))) console.log(`${String(bytes).padStart(8)}  ${name}`);
}

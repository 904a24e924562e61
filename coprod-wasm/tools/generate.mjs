// Writes what js/ takes from the core's schemas: the areas' functions and every type. Run as: generate.mjs SCHEMA.json FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { comment, declaration, type } from './typescript.mjs';

const HEAD = '// Generated from the schemas of the core: change those and run `coprod-wasm/build --generate`.\n';
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** The areas in order: name -> {own: endpoint called like the area, functions: [endpoint]}. */
function areas(endpoints) {
  const found = new Map();
  for (const [name, { doc, request, answer }] of Object.entries(endpoints)) {
    const [area, action, ...rest] = name.split('.');
    if (rest.length > 0) throw new Error(`the endpoint ${name} has more than two parts`);
    if (!found.has(area)) found.set(area, { own: undefined, functions: [] });
    const endpoint = { name, called: camel(action ?? area), doc, request: type(request, name), answer: type(answer, name) };
    if (action === undefined) found.get(area).own = endpoint;
    else found.get(area).functions.push(endpoint);
  }
  return found;
}

function program(found, endpoints) {
  let text = `${HEAD}import { call } from './engine.js';\n`;
  for (const [area, { own, functions }] of found) {
    const list = functions.map(({ name, called }) => `  ${called}: (request) => call('${name}', request),\n`).join('');
    const object = list ? `{\n${list}}` : '{}';
    const value = own ? `Object.assign((request) => call('${own.name}', request), ${object})` : object;
    text += `\nexport const ${camel(area)} = Object.freeze(${value});\n`;
  }
  const names = Object.keys(endpoints).map((name) => `  '${name}',\n`).join('');
  return `${text}\nexport const endpoints = Object.freeze([\n${names}]);\n`;
}

const optional = (endpoint, defs) => {
  const definition = defs[endpoint.request];
  return definition !== undefined && (definition.required ?? []).length === 0 && definition.type === 'object';
};

function areaTypes(found, endpoints, defs) {
  const used = new Set();
  const signature = (endpoint, arrow) => {
    used.add(endpoint.request).add(endpoint.answer);
    return `(request${optional(endpoint, defs) ? '?' : ''}: ${endpoint.request})${arrow} ${endpoint.answer}`;
  };
  let body = '';
  for (const [area, { own, functions }] of found) {
    const methods = functions.map((endpoint) => `${comment(endpoint.doc, '  ')}  ${endpoint.called}${signature(endpoint, ':')};\n`).join('');
    const itself = own ? `${comment(own.doc, '  ')}  ${signature(own, ':')};\n` : '';
    body += `\n/** The endpoints of the area \`${area}\`. Each throws \`CoprodError\`. */\nexport const ${camel(area)}: {\n${itself}${methods}};\n`;
  }
  const names = [...used].filter((name) => name in defs).sort();
  const take = names.length > 0 ? `import type { ${names.join(', ')} } from './types.js';\n` : '';
  const list = Object.keys(endpoints).map((name) => `  '${name}',\n`).join('');
  return `${HEAD}${take}${body}\n/** The names of all endpoints. */\nexport const endpoints: readonly [\n${list}];\n`;
}

function types(found, schema) {
  const all = [...found.values()].flatMap(({ own, functions }) => (own ? [own, ...functions] : functions));
  const map = all.map(({ name, request, answer }) => `  '${name}': { request: ${request}; answer: ${answer} };\n`).join('');
  const definitions = Object.entries(schema.$defs).map(([name, one]) => declaration(name, one));
  return `${HEAD}\n/** What goes into each endpoint and comes out of it. */\nexport interface Endpoints {\n${map}}\n\n${definitions.join('\n')}`;
}

/** The generated files: name -> text. */
export function generate(schema) {
  const found = areas(schema.endpoints);
  return {
    'areas.js': program(found, schema.endpoints),
    'areas.d.ts': areaTypes(found, schema.endpoints, schema.$defs),
    'types.d.ts': types(found, schema),
  };
}

/** The names of generated files in `folder` that are not what `schema` gives. */
export function stale(schema, folder) {
  return Object.entries(generate(schema))
    .filter(([name, text]) => readOr(join(folder, name)) !== text)
    .map(([name]) => name);
}

function readOr(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [source, folder] = process.argv.slice(2);
  for (const [name, text] of Object.entries(generate(JSON.parse(readFileSync(source, 'utf8'))))) writeFileSync(join(folder, name), text);
}

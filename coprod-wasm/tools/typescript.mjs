// TypeScript from JSON Schema: as much of it as the core's schemas use, with every doc comment kept.

const REFERENCE = '#/$defs/';
const ROOMY = new Set(['int64', 'uint64', 'int128', 'uint128']);

/** A doc comment of `text`, or nothing. */
export function comment(text, indent = '') {
  if (!text) return '';
  const lines = text
    .trim()
    .replace(/^ (?=\S)/gm, '')
    .replaceAll('*/', '*\\/')
    // Links to Rust items lead nowhere here.
    .replace(/\[(`[^`\]]+`)\](\([^)]*\))?/g, '$1')
    .replace(/^# Errors\s*/m, '@throws CoprodError ')
    .split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
const several = (type) => (/ [|&] |^readonly /.test(type) ? `(${type})` : type);

/** The TypeScript type of `schema`; `where` names it in an error. */
export function type(schema, where, indent = '') {
  if (schema === true) return 'unknown';
  const refuse = (why) => {
    throw new Error(`${where}: ${why}`);
  };
  const each = (list) => [...new Set(list.map((one) => type(one, where, indent)))].join(' | ');
  if (schema.$ref) return schema.$ref.startsWith(REFERENCE) ? schema.$ref.slice(REFERENCE.length) : refuse(`an unknown reference ${schema.$ref}`);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.allOf) return schema.allOf.map((one) => several(type(one, where, indent))).join(' & ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return schema.properties ? `${fields(schema, where, indent)} & (${each(choices)})` : each(choices);
  if (Array.isArray(schema.type)) return each(schema.type.map((one) => ({ ...schema, type: one })));
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'integer':
      if (ROOMY.has(schema.format) && !(schema.maximum <= Number.MAX_SAFE_INTEGER)) refuse('a JavaScript number cannot hold 64 bits: use Count or a smaller integer');
      return 'number';
    case 'number':
      return 'number';
    case 'array':
      if (schema.prefixItems) return `readonly [${schema.prefixItems.map((one) => type(one, where, indent)).join(', ')}]`;
      return `readonly ${several(type(schema.items ?? true, where, indent))}[]`;
    case 'object':
      return fields(schema, where, indent);
    default:
      return Object.keys(schema).every((name) => name === 'description' || name === 'title') ? 'unknown' : refuse(`no type for ${JSON.stringify(schema)}`);
  }
}

function fields(schema, where, indent) {
  const properties = Object.entries(schema.properties ?? {});
  const others = schema.additionalProperties;
  if (properties.length === 0) {
    if (others === false) return 'Readonly<Record<string, never>>';
    return `Readonly<Record<string, ${type(others ?? true, where, indent)}>>`;
  }
  const needed = new Set(schema.required);
  const inner = `${indent}  `;
  const lines = properties.map(([name, field]) => {
    const mark = needed.has(name) ? '' : '?';
    return `${comment(field.description, inner)}${inner}readonly ${key(name)}${mark}: ${type(field, `${where}.${name}`, inner)};\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

/** The words of a union of texts with the meaning of each, to add to its doc. */
function words(schema) {
  const meant = (schema.oneOf ?? []).filter((one) => typeof one.const === 'string' && one.description);
  return meant.map((one) => `\n- \`${one.const}\`: ${one.description.replaceAll('\n', ' ')}`).join('');
}

/** The declaration of the definition `name`. */
export function declaration(name, schema) {
  const meant = words(schema);
  const doc = comment((schema.description ?? '') + (meant && `\n${meant}`));
  const plain = schema.type === 'object' && schema.properties && !schema.oneOf && !schema.anyOf && !schema.allOf;
  if (plain) return `${doc}export interface ${name} ${fields(schema, name, '')}\n`;
  return `${doc}export type ${name} =${union(name, schema)};\n`;
}

function union(name, schema) {
  const choices = schema.oneOf ?? schema.anyOf;
  if (!choices || schema.properties) return ` ${type(schema, name)}`;
  return choices.map((one) => `\n  | ${type(one, name, '    ')}`).join('');
}

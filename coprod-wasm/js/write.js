// Writes a request as JSON text, and refuses what JSON.stringify would drop or change without a word.
import { CoprodError } from './error.js';

/** Thrown when the text grows beyond the limit; the module's own error takes its place. */
export const TOO_LONG = Symbol('too long');
/** Thrown when the nesting goes beyond the limit; the module's own error takes its place. */
export const TOO_DEEP = Symbol('too deep');

/** The JSON text of `request`, of at most `mostLength` characters and `mostDepth` levels. */
export function write(request, mostLength, mostDepth) {
  const path = [];
  const parts = [];
  let length = 0;

  const put = (text) => {
    length += text.length;
    if (length > mostLength) throw TOO_LONG;
    parts.push(text);
  };
  const pointer = () => path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const wrong = (found, help) => new CoprodError({ code: 'wrong_type', message: `here is ${found}`, path: pointer(), help });

  const putText = (text) => {
    if (text.length > mostLength) throw TOO_LONG;
    put(JSON.stringify(text));
  };
  const putList = (list) => {
    put('[');
    for (let index = 0; index < list.length; index += 1) {
      if (index > 0) put(',');
      path.push(index);
      putValue(list[index], index);
      path.pop();
    }
    put(']');
  };
  const putFields = (object) => {
    put('{');
    let first = true;
    for (const key of Object.keys(object)) {
      path.push(key);
      const value = object[key];
      // A field that is undefined is one that is not given.
      if (value !== undefined) {
        if (!first) put(',');
        first = false;
        putText(key);
        put(':');
        putValue(value, key);
      }
      path.pop();
    }
    put('}');
  };
  const putObject = (object) => {
    // A request that contains itself is endlessly deep.
    if (path.length >= mostDepth) throw TOO_DEEP;
    if (Array.isArray(object)) putList(object);
    else putFields(object);
  };
  const putValue = (given, key) => {
    const value = typeof given?.toJSON === 'function' ? given.toJSON(String(key)) : given;
    switch (typeof value) {
      case 'string':
        return putText(value);
      case 'boolean':
        return put(String(value));
      case 'number':
        if (Number.isFinite(value)) return put(JSON.stringify(value));
        throw wrong(String(value), 'give a number, as text if it is not whole');
      case 'bigint':
        throw wrong('a BigInt', 'give the number as text');
      case 'object': {
        if (value === null) return put('null');
        const kind = Object.prototype.toString.call(value).slice(8, -1);
        if (kind === 'Object' || kind === 'Array') return putObject(value);
        throw wrong(`a value of the kind ${kind}`, 'give a plain object, a list, text, a number, true, false or null');
      }
      case 'undefined':
        throw wrong('undefined', 'give a value, or leave the entry out');
      default:
        throw wrong(`a ${typeof value}`, 'give a plain object, a list, text, a number, true, false or null');
    }
  };

  try {
    putValue(request, '');
  } catch (error) {
    if (error === TOO_LONG || error === TOO_DEEP || error instanceof CoprodError) throw error;
    // A getter, a proxy or a toJSON of the caller's threw.
    throw new CoprodError(
      { code: 'invalid_json', message: 'the request could not be read', path: pointer(), help: 'see the cause of this error' },
      { cause: error },
    );
  }
  return parts.join('');
}

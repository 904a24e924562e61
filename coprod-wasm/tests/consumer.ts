// A program that uses the package under strict types. A test compiles it, runs it, and sees that it fails without its markers.
import { CoprodError, call, endpoints, initSync, init, power, type ErrorCode, type ExplainRequest, type Rule } from 'coprod';
import { init as initInline } from 'coprod/inline';

await init();
await initInline();

const rule: Rule = { votes: { more_than: '1/2', of: 'cast' } };
const request = { members: [{ id: 'ana' }, { id: 'ben' }], rule } satisfies ExplainRequest;
const words: readonly string[] = power.explain(request).words;
const same: readonly string[] = call('power.explain', request).words;
if (words.join() !== same.join() || !endpoints.includes('power.explain')) throw new Error('not the same');

// @ts-expect-error a rule has no such key
const wrongRule: Rule = { vote: {} };
// @ts-expect-error a request needs members
const explainNothing = () => power.explain({ rule });
// @ts-expect-error there is no such endpoint
const callNothing = () => call('power.nothing', request);
// @ts-expect-error answers are not changed in place
const change = () => power.explain(request).words.push('more');

export let found: CoprodError['code'] | undefined;
try {
  power.explain({ members: [], rule });
} catch (error) {
  if (!(error instanceof CoprodError)) throw error;
  const code: ErrorCode | 'not_ready' | 'load_failed' = error.code;
  if (code !== 'empty_group' || error.path !== '/members' || error.help === '') throw error;
  found = code;
}

// Any of these may hold the module.
export const sources = (bytes: Uint8Array, text: string) => [init(text), init(new Promise<Uint8Array>(() => bytes)), initSync(bytes)];
export const unused = [wrongRule, explainNothing, callNothing, change];

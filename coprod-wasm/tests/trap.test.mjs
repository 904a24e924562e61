// A module that stops half-way: the caller gets an error, and the next call works.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import binaryen from 'binaryen';

import { coprod, measure, thrown, wasm } from './support.mjs';

const NAME = 'stop half-way!';

/** The module, changed so that a call of the endpoint with a name as long as NAME traps. */
function trapping() {
  const module = binaryen.readBinary(wasm());
  const { value } = binaryen.getExportInfo(module.getExport('call'));
  const { body, name, params, results, vars } = binaryen.getFunctionInfo(module.getFunction(value));
  const long = module.i32.eq(module.local.get(1, binaryen.i32), module.i32.const(NAME.length));
  const changed = module.block(null, [module.if(long, module.unreachable()), module.copyExpression(body)], results);
  module.removeFunction(name);
  module.addFunction(name, params, results, vars, changed);
  return module.emitBinary();
}

test('a trap is an internal error and leaves a working module', async () => {
  const { CoprodError, call, initSync, power } = await coprod();
  initSync(trapping());
  const before = power.measure(measure());
  for (let turn = 0; turn < 50; turn += 1) {
    const error = thrown(() => call(NAME, {}));
    assert.ok(error instanceof CoprodError);
    assert.equal(error.code, 'internal');
    assert.ok(error.cause instanceof WebAssembly.RuntimeError);
    assert.deepEqual(power.measure(measure()), before);
  }
});

// Generated from the schemas of the core: change those and run `coprod-wasm/build --generate`.
import { call } from './engine.js';

export const endpoints = Object.freeze([
]);

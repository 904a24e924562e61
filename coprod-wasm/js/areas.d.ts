// Generated from the schemas of the core: change those and run `coprod-wasm/build --generate`.

/** The names of all endpoints. */
export const endpoints: readonly [
];

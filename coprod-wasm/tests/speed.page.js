// Measures a split, in Node and in a page.

/** Splits some times and answers the milliseconds of the first time and of the middle one. */
export async function measured(request, given) {
  const { init, workload } = given ?? (await import('/pkg/index.js'));
  if (!given) await init();
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    workload.split(request);
    return performance.now() - start;
  });
  const first = times[0];
  times.sort((one, other) => one - other);
  return { first, middle: times[10] };
}

globalThis.measured = measured;

/** Minimum, median and maximum. */
export type Spread = { minimum: number; median: number; maximum: number };

/** Throws without a measurement. */
export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((one, other) => one - other);
  const [minimum, maximum] = [sorted[0], sorted.at(-1)];
  const middle = (sorted.length - 1) / 2;
  const [below, above] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  if (minimum === undefined || maximum === undefined || below === undefined || above === undefined) {
    throw new Error('There are no measurements.');
  }
  return { minimum, median: (below + above) / 2, maximum };
};

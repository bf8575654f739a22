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

/** The value that this part of all values does not exceed. */
export const quantileOf = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
};

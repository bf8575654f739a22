import { type Spread, spreadOf } from './statistics.ts';

/** Something that is compared with others; `measure` resolves to the result of one round. */
export type Contender<Value> = { name: string; measure: () => Promise<Value> };

/**
 * Runs the rounds of all contenders alternately, so that other load on the machine affects all of them. The first round
 * is a warm-up and does not count.
 */
export const runInterleaved = async <Value>(
  contenders: readonly Contender<Value>[],
  rounds: number,
): Promise<{ name: string; values: Value[] }[]> => {
  const results = contenders.map((contender) => ({ contender, values: [] as Value[] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { contender, values } of results) {
      const value = await contender.measure();
      if (round > 0) values.push(value);
    }
  }
  return results.map(({ contender, values }) => ({ name: contender.name, values }));
};

/** Compares contenders by their pieces of work per second. */
export const measureInterleaved = async (
  contenders: readonly Contender<number>[],
  rounds: number,
): Promise<{ name: string; perSecond: Spread }[]> => {
  const results = await runInterleaved(contenders, rounds);
  return results.map(({ name, values }) => ({ name, perSecond: spreadOf(values) }));
};

import { type Spread, spreadOf } from './statistics.ts';

/** Something that is compared with others; `measure` resolves to its pieces of work per second. */
export type Contender = { name: string; measure: () => Promise<number> };

/**
 * Runs the rounds of all contenders alternately, so that other load on the machine affects all of them. The first round
 * is a warm-up and does not count. Returns the pieces of work per second.
 */
export const measureInterleaved = async (
  contenders: readonly Contender[],
  rounds: number,
): Promise<{ name: string; perSecond: Spread }[]> => {
  const results = contenders.map((contender) => ({ contender, values: [] as number[] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { contender, values } of results) {
      const value = await contender.measure();
      if (round > 0) values.push(value);
    }
  }
  return results.map(({ contender, values }) => ({ name: contender.name, perSecond: spreadOf(values) }));
};

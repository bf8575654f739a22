import { type Spread, spreadOf } from './statistics.ts';

/** Something that is compared with others by repeating the same piece of work. */
export type Contender = { name: string; work: () => Promise<void> };

/** A round ends after this amount of work or time, whichever comes first. */
export type Bounds = { rounds: number; workPerRound: number; secondsPerRound: number; concurrency: number };

const workPerSecond = async ({ work }: Contender, bounds: Bounds): Promise<number> => {
  const startedAt = performance.now();
  const elapsedSeconds = () => (performance.now() - startedAt) / 1000;
  let started = 0;
  let done = 0;
  const workInTurn = async () => {
    while (started < bounds.workPerRound && elapsedSeconds() < bounds.secondsPerRound) {
      started += 1;
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: bounds.concurrency }, workInTurn));
  return done / elapsedSeconds();
};

/**
 * Runs the rounds of all contenders alternately, so that other load on the machine affects all of them. The first round
 * is a warm-up and does not count. Returns the pieces of work per second.
 */
export const measureInterleaved = async (
  contenders: readonly Contender[],
  bounds: Bounds,
): Promise<{ name: string; perSecond: Spread }[]> => {
  const results = contenders.map((contender) => ({ contender, values: [] as number[] }));
  for (let round = 0; round <= bounds.rounds; round += 1) {
    for (const { contender, values } of results) {
      const value = await workPerSecond(contender, bounds);
      if (round > 0) values.push(value);
    }
  }
  return results.map(({ contender, values }) => ({ name: contender.name, perSecond: spreadOf(values) }));
};

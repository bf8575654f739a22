import type { S3Client } from '@aws-sdk/client-s3';

type Fault = { command: string; when: 'before' | 'after'; times: number };

/** Delays calls to S3 or makes them fail, `before` they reach S3 or `after`, when the response is lost. */
export const createS3Faults = (client: S3Client) => {
  let faults: Fault[] = [];
  let calls: string[] = [];
  const held = new Map<string, Promise<void>>();
  const kept = new Map<string, { reach: () => void; released: Promise<void> }>();

  const strike = (command: string, when: Fault['when']): void => {
    const fault = faults.find((candidate) => candidate.command === command && candidate.when === when);
    if (fault === undefined || fault.times === 0) return;
    fault.times -= 1;
    throw new Error(`The connection broke ${when} ${command}.`);
  };

  const keepBack = async (command: string): Promise<void> => {
    const answer = kept.get(command);
    kept.delete(command);
    answer?.reach();
    await answer?.released;
  };

  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = context.commandName ?? '';
      calls.push(command.replace(/Command$/, ''));
      strike(command, 'before');
      await held.get(command);
      const result = await next(args);
      await keepBack(command);
      strike(command, 'after');
      return result;
    },
    { step: 'initialize', name: 'testFaults' },
  );

  return {
    add: (command: string, when: Fault['when'], times = 1) => {
      faults.push({ command: `${command}Command`, when, times });
    },
    /** Holds such calls back until the returned function is called. */
    hold: (command: string): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(`${command}Command`, promise);
      return resolve;
    },
    /** Holds back S3's response to the next such call until its release; `reached` resolves when it has arrived. */
    keepAnswer: (command: string): { reached: Promise<void>; release: () => void } => {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      kept.set(`${command}Command`, { reach: reached.resolve, released: released.promise });
      return { reached: reached.promise, release: released.resolve };
    },
    /** The calls since the last `clear`. */
    calls: (): string[] => calls,
    clear: () => {
      faults = [];
      calls = [];
    },
  };
};

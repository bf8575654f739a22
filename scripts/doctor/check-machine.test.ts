import { describe, expect, test } from 'vitest';
import { checkMachine, type Machine } from './check-machine.ts';

const healthy: Machine = {
  nodeVersion: '24.21.0',
  userAgent: 'pnpm/12.21.0 npm/? node/? linux x64',
  platform: 'linux',
  availableMemoryBytes: 4 * 1024 ** 3,
};

const judge = async (machine: Partial<Machine>, subject: string) =>
  (await checkMachine({ ...healthy, ...machine }, '.')).find((finding) => finding.subject === subject);

describe('the machine', () => {
  test.each([
    ['Node', { nodeVersion: '20.20.2' }, 'error'],
    ['pnpm', { userAgent: 'npm/11.19.1 node/v20.20.2' }, 'warning'],
    ['system', { platform: 'win32' as const }, 'warning'],
    ['memory', { availableMemoryBytes: 1024 ** 3 }, 'warning'],
  ])('reports an unsuitable %s: %j', async (subject, machine, state) => {
    expect(await judge(machine, subject)).toMatchObject({ state, fix: expect.any(String) });
    expect(await judge({}, subject)).toMatchObject({ state: 'ok' });
  });

  test('accepts the little memory that macOS leaves idle', async () => {
    const mac = { platform: 'darwin' as const, availableMemoryBytes: 0.1 * 1024 ** 3 };
    expect(await judge(mac, 'memory')).toMatchObject({ state: 'ok' });
  });
});

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { isPortInUse } from '../dev/ports.ts';
import { checkPorts } from './check-ports.ts';

const listen = async (port = 0): Promise<number> => {
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

test('suggests a port that is free, and that no other server is to use', async () => {
  const web = await listen();
  if (!(await isPortInUse(web + 1))) await listen(web + 1);
  const [finding] = await checkPorts({ web, api: web + 2 }, undefined);

  const [, suggested] = /--web-port (\d+)/.exec(finding?.fix ?? '') ?? [];
  expect(Number(suggested)).toBeGreaterThan(web + 2);
  expect(await isPortInUse(Number(suggested))).toBe(false);
});

test('finds nothing wrong with the ports of the running app', async () => {
  const web = await listen();

  expect(await checkPorts({ web }, { processId: 42, ports: [web] })).toEqual([
    { subject: `port ${web}`, state: 'ok', detail: 'web runs here (process 42)' },
  ]);
});

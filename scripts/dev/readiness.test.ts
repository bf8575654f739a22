import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalS3 } from '@share-my-files/local-s3';
import { expect, onTestFinished, test } from 'vitest';
import { findFreePort } from '../test/free-port.ts';
import { credentials, identityPool, origins, region } from './local-aws.ts';
import { untilUsable } from './readiness.ts';
import { parseSettings, type Settings } from './settings.ts';

const startS3 = async (): Promise<string> => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'share-my-files-readiness-'));
  const s3 = await startLocalS3({ dataDirectory, credentials, region });
  onTestFinished(async () => {
    await s3.close();
    await rm(dataDirectory, { recursive: true });
  });
  return new URL(s3.endpoint).port;
};

/** Starts a server that is healthy while `isHealthy` returns true. Returns the paths of its requests. */
const startServer = async (port: number, isHealthy = () => true): Promise<string[]> => {
  const paths: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    paths.push(url);
    response.writeHead(isHealthy() ? 200 : 503).end();
  });
  onTestFinished(() => void server.close());
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return paths;
};

const hasBuckets = async (settings: Settings): Promise<boolean> => {
  const { s3, web } = origins(settings);
  const headers = { origin: web, 'access-control-request-method': 'DELETE' };
  const { ok } = await fetch(`${s3}/${identityPool.bucket}`, { method: 'OPTIONS', headers });
  return ok;
};

test('asks whether the API is ready once it listens and the buckets exist', async () => {
  const [web, api] = [await findFreePort(), await findFreePort()];
  const ports = [`--web-port=${web}`, `--api-port=${api}`, `--s3-port=${await startS3()}`];
  const settings = parseSettings(ports);
  let isWebHealthy = false;
  const webRequests = await startServer(web, () => isWebHealthy);
  const usable = untilUsable(settings);
  await expect.poll(() => hasBuckets(settings)).toBe(true);

  const apiRequests = await startServer(api);
  await expect.poll(() => apiRequests).toEqual(['/healthz', '/readyz']);
  const { length } = webRequests;
  await expect.poll(() => webRequests.length).toBeGreaterThan(length + 5);

  isWebHealthy = true;
  await usable;
});

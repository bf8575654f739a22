import { X509Certificate } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { startLocalCognito } from '@share-my-files/local-cognito';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTestFolder } from './support/start-test-pool.ts';

const DAY = 86_400_000;

const start = async (dataDirectory: string, now = Date.now()) => {
  const pool = await startLocalCognito({ dataDirectory, tlsPort: 0, now: () => now });
  onTestFinished(() => pool.close());
  const ca = await readFile(join(dataDirectory, 'tls-certificate.pem'), 'utf8');
  return { ...pool, ca, certificate: new X509Certificate(ca), tlsEndpoint: String(pool.tlsEndpoint) };
};

const getJson = (url: string, ca: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    get(url, { ca, agent: false }, (response) => json(response).then(resolve, reject)).once('error', reject);
  });

describe('the TLS listener', () => {
  test('serves the same as the plain one, under its own addresses, to clients that trust its certificate', async () => {
    const { ca, tlsEndpoint, userPoolId } = await start(await createTestFolder());
    const path = `/${userPoolId}/.well-known/openid-configuration`;

    expect(await getJson(`${tlsEndpoint}${path}`, ca)).toMatchObject({
      authorization_endpoint: `${tlsEndpoint}/oauth2/authorize`,
      token_endpoint: `${tlsEndpoint}/oauth2/token`,
    });
    const byAddress = tlsEndpoint.replace('localhost', '127.0.0.1');
    expect(await getJson(`${byAddress}${path}`, ca)).toMatchObject({ jwks_uri: expect.any(String) });
    await expect(fetch(tlsEndpoint)).rejects.toThrow();
  });

  test('has a certificate for this machine that cannot sign others, and a key readable only by its owner', async () => {
    const dataDirectory = await createTestFolder();
    const { certificate } = await start(dataDirectory);

    expect(certificate.subjectAltName).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    );
    expect(certificate.ca).toBe(false);
    expect((await stat(join(dataDirectory, 'tls-key.pem'))).mode & 0o777).toBe(0o600);
  });

  test('keeps its certificate over a restart and replaces it before it expires', async () => {
    const dataDirectory = await createTestFolder();
    const now = Date.now();
    const first = await start(dataDirectory, now);
    await first.close();
    const second = await start(dataDirectory, now + 700 * DAY);
    await second.close();
    const third = await start(dataDirectory, now + 800 * DAY);

    expect(second.certificate.fingerprint256).toBe(first.certificate.fingerprint256);
    expect(third.certificate.fingerprint256).not.toBe(first.certificate.fingerprint256);
    expect(third.certificate.validToDate.getTime()).toBeGreaterThan(now + 1600 * DAY);
  });

  test('replaces both if the key is missing or belongs to another certificate', async () => {
    const [dataDirectory, otherDirectory] = [await createTestFolder(), await createTestFolder()];
    const first = await start(dataDirectory);
    await first.close();
    await (await start(otherDirectory)).close();
    await writeFile(
      join(dataDirectory, 'tls-key.pem'),
      await readFile(join(otherDirectory, 'tls-key.pem'), 'utf8'),
    );
    const second = await start(dataDirectory);
    await second.close();
    await rm(join(dataDirectory, 'tls-key.pem'));
    const third = await start(dataDirectory);

    const fingerprints = [first, second, third].map(({ certificate }) => certificate.fingerprint256);
    expect(new Set(fingerprints).size).toBe(3);
    const { ca, tlsEndpoint, userPoolId } = third;
    await getJson(`${tlsEndpoint}/${userPoolId}/.well-known/jwks.json`, ca);
  });

  test.each([
    ['certificate', 'tls-certificate.pem'],
    ['key', 'tls-key.pem'],
  ])('replaces both if a full disk has left an empty %s', async (_what, file) => {
    const dataDirectory = await createTestFolder();
    await (await start(dataDirectory)).close();
    await writeFile(join(dataDirectory, file), '');

    const { ca, tlsEndpoint, userPoolId } = await start(dataDirectory);

    await getJson(`${tlsEndpoint}/${userPoolId}/.well-known/jwks.json`, ca);
  });

  test('is off by default', async () => {
    const dataDirectory = await createTestFolder();
    const pool = await startLocalCognito({ dataDirectory });
    onTestFinished(() => pool.close());

    expect(pool.tlsEndpoint).toBeUndefined();
    await expect(stat(join(dataDirectory, 'tls-key.pem'))).rejects.toThrow();
  });
});

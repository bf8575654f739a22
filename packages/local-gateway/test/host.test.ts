import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { message, start } from './support/test-gateway.ts';

const sendAs = async (endpoint: string, host: string) => {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: string }>();
  request(`${endpoint}/healthz`, { headers: { host } }, (response) => {
    text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
  })
    .on('error', reject)
    .end();
  return promise;
};

describe.each(['http', 'rest'] as const)('the Host header of a request to the %s API', (type) => {
  test.each(['localhost', '127.0.0.1', '[::1]'])('may be %s', async (name) => {
    const { endpoint, events } = await start(type);

    const { status } = await sendAs(endpoint, `${name}:${new URL(endpoint).port}`);

    expect(status).toBe(200);
    expect(events).toHaveLength(1);
  });

  test.each(['rebound.example', 'localhost.rebound.example', '127.0.0.1.rebound.example'])(
    'may not be %s',
    async (host) => {
      const { endpoint, events } = await start(type);

      expect(await sendAs(endpoint, host)).toEqual({ status: 403, body: message('Forbidden') });
      expect(events).toHaveLength(0);
    },
  );
});

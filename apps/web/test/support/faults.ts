import { apiBasePath, type Operation } from '@share-my-files/contract';
import type { Fault, ProxiedRequest } from './fault-proxy.ts';

type Matches = (request: ProxiedRequest) => boolean;

/** Matches requests of an operation of the API. */
export const isCallOf = ({ method, path }: Operation): Matches => {
  const pattern = new RegExp(`^${apiBasePath}${path.replace(/\{\w+\}/g, '[^/]+')}(\\?|$)`);
  return (request) => request.method === method && pattern.test(request.path);
};

/** Applies a fault to the first `count` matching requests and forwards all others. */
export const faultFor = (matches: Matches, fault: Fault, count = Number.POSITIVE_INFINITY): Fault => {
  let remaining = count;
  return (request, forward) => {
    if (remaining === 0 || !matches(request)) return forward(request);
    remaining -= 1;
    return fault(request, forward);
  };
};

/** Responds as a gateway does that knows nothing of the API behind it. */
export const respond =
  (status: number, headers: Record<string, string> = {}): Fault =>
  () => ({ status, headers: { 'content-type': 'text/html', ...headers }, body: '<html>no</html>' });

export const cut: Fault = () => 'cut';

/** Never responds; the connection ends with the test. */
export const hang: Fault = () => new Promise<never>(() => undefined);

/** Holds requests back: `reached` resolves with the first, `release` lets all of them pass. */
export const createGate = () => {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const hold: Fault = async (request, forward) => {
    reached.resolve();
    await released.promise;
    return forward(request);
  };
  return { hold, reached: reached.promise, release: released.resolve };
};

/** Changes the JSON body of the real response. */
export const changeBody =
  (change: (body: Record<string, unknown>) => unknown): Fault =>
  async (request, forward) => {
    const response = await forward(request);
    return { ...response, body: JSON.stringify(change(JSON.parse(String(response.body)))) };
  };

/** Breaks the signature of a presigned URL, so that the real storage responds with 403. */
export const damageSignature: Fault = (request, forward) =>
  forward({ ...request, path: request.path.replace(/(X-Amz-Signature=)./, '$1_') });

/** Changes the bytes in transit, so that the real storage responds with 400. */
export const damageBody: Fault = (request, forward) =>
  forward({ ...request, body: Buffer.alloc(request.body.length, '?') });

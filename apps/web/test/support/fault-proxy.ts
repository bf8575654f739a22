import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export type ProxiedRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type ProxiedResponse = {
  readonly status: number;
  readonly headers?: IncomingHttpHeaders;
  readonly body?: Buffer | string;
};

/** Sends a request to the real server. */
type Forward = (request: ProxiedRequest) => Promise<ProxiedResponse>;

/** Decides what happens to a request; `cut` closes the connection without a response. */
export type Fault = (
  request: ProxiedRequest,
  forward: Forward,
) => ProxiedResponse | 'cut' | Promise<ProxiedResponse | 'cut'>;

export type FaultProxy = {
  readonly origin: string;
  /** Every request since the start of the test. */
  readonly requests: ProxiedRequest[];
  /** Tests assign it; requests pass unchanged until then. */
  fault: Fault;
};

const forwardTo =
  (target: URL, agent: Agent): Forward =>
  async ({ method, path, headers, body }) => {
    // Presigned URLs contain a signature of the real host.
    const request = send(new URL(path, target), {
      method,
      agent,
      headers: { ...headers, host: target.host },
    });
    request.end(body);
    const [response]: IncomingMessage[] = await once(request, 'response');
    if (!response) throw new Error('The server did not respond.');
    return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) };
  };

// They describe the connection to the real server, not the one to the client.
const withoutConnectionHeaders = (headers: IncomingHttpHeaders = {}): IncomingHttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !['connection', 'keep-alive', 'transfer-encoding', 'content-length'].includes(name),
    ),
  );

/** Starts a proxy in front of a real server for one test. */
export const startFaultProxy = async (
  target: string,
  rewrite = (response: ProxiedResponse, _request: ProxiedRequest): ProxiedResponse => response,
): Promise<FaultProxy> => {
  // Connections are neither reused nor timed out: both could race with a request.
  const agent = new Agent({ keepAlive: false });
  const forward = forwardTo(new URL(target), agent);

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = '', url: path = '', headers } = incoming;
    const request = { method, path, headers, body: await buffer(incoming) };
    proxy.requests.push(request);
    const response = await proxy.fault(request, forward);
    if (response === 'cut') return void incoming.socket.destroy();
    const { status, headers: rewritten, body } = rewrite(response, request);
    outgoing.writeHead(status, withoutConnectionHeaders(rewritten)).end(body);
  };

  const server = createServer({ keepAliveTimeout: 0 }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const proxy: FaultProxy = {
    origin: `http://localhost:${port}`,
    requests: [],
    fault: (request) => forward(request),
  };
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    agent.destroy();
  });
  return proxy;
};

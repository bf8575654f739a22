import { createServer, type IncomingMessage, type Server } from 'node:http';
import {
  closeServer,
  isForLoopback,
  listenOnLoopback,
  type ReportError,
  reportAsWarning,
} from '@share-my-files/local-server';
import { type Answer, MalformedResult, messageAnswer, readResult, sendAnswer } from './answer.ts';
import type { Authorize, AuthorizerSettings } from './authorizer.ts';
import { behaviours, type GatewayBehaviour, type GatewayType } from './gateway-type.ts';
import { type Incoming, readIncoming, valuesOf } from './incoming.ts';
import type { Route } from './routes.ts';

/** A Lambda function, as `exports.handler` has it. */
export type Handler = (event: never, context: never) => Promise<unknown>;

/** How a gateway is set up. */
export type LocalGatewayOptions = {
  type: GatewayType;
  routes: readonly Route[];
  authorizer: AuthorizerSettings;
  handler: Handler;
  /** @default 0, for any free port */
  port?: number;
  /** How long the handler may take. @default 30 000 for an HTTP API, 29 000 for a REST API */
  timeoutMilliseconds?: number;
  /** Told of what the handler throws and of results that are none. @default a process warning */
  onError?: ReportError;
};

/** A running gateway. */
export type LocalGateway = {
  /** `http://localhost:PORT` */
  endpoint: string;
  server: Server;
  /** Stops accepting and waits for answers under way. */
  close: () => Promise<void>;
};

// Lambda's limit for a synchronous invocation, for the event and for the result.
const maximumPayloadBytes = 6 * 1024 * 1024;

const isTooLarge = (payload: string): boolean => Buffer.byteLength(payload) > maximumPayloadBytes;

// A response of CloudFront, which stands before each API and does not find a host that is none of its own.
const foreignHost = messageAnswer(403, 'Forbidden');

class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

const within = <Result>(work: Promise<Result>, milliseconds: number): Promise<Result> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimedOut(`No result after ${milliseconds} ms.`)), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

/** The handler sees a copy, as if it were in another process, and so does the gateway of its result. */
const invoke = async (handler: Handler, payload: string): Promise<unknown> =>
  JSON.parse(JSON.stringify((await handler(JSON.parse(payload) as never, {} as never)) ?? null));

const createRespond = (options: LocalGatewayOptions, behaviour: GatewayBehaviour, authorize: Authorize) => {
  const { timeoutMilliseconds = behaviour.timeoutMilliseconds, onError = reportAsWarning } = options;

  const callHandler = async (payload: string): Promise<Answer> => {
    try {
      const answer = readResult(await within(invoke(options.handler, payload), timeoutMilliseconds));
      return isTooLarge(answer.body.toString()) ? behaviour.malformed : answer;
    } catch (error) {
      onError(error);
      if (error instanceof TimedOut) return behaviour.timedOut;
      return error instanceof MalformedResult ? behaviour.malformed : behaviour.failed;
    }
  };

  /** Undefined when the authorizer cannot tell, because the key set is out of reach. */
  const judge = async (scopes: Route['scopes'], authorization: string | undefined) => {
    if (scopes === null) return { claims: undefined };
    try {
      return await authorize(authorization, scopes);
    } catch (error) {
      onError(error);
      return undefined;
    }
  };

  return async (incoming: Incoming): Promise<Answer> => {
    const route = behaviour.findRoute(options.routes, incoming.method, incoming.path);
    if (route === undefined) return behaviour.unrouted;
    const authorization = valuesOf(incoming, 'authorization');
    const verdict = await judge(
      route.scopes,
      authorization.length === 0 ? undefined : authorization.join(','),
    );
    if (verdict === undefined) return behaviour.failed;
    if ('status' in verdict) return behaviour.refuse(verdict);
    const payload = JSON.stringify(behaviour.createEvent(incoming, { route, claims: verdict.claims }));
    return isTooLarge(payload) ? behaviour.tooLarge : behaviour.finish(await callHandler(payload), incoming);
  };
};

/** Listens on 127.0.0.1. Throws a `StartError` if the port is in use. */
export const startLocalGateway = async (options: LocalGatewayOptions): Promise<LocalGateway> => {
  const behaviour = behaviours[options.type];
  const respond = createRespond(options, behaviour, behaviour.createAuthorizer(options.authorizer));
  const answer = async (request: IncomingMessage): Promise<Answer> =>
    isForLoopback(request) ? await respond(await readIncoming(request)) : foreignHost;

  const server = createServer((request, response) => {
    answer(request).then(
      (result) => sendAnswer(response, result),
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    );
  });
  const port = await listenOnLoopback(server, options.port ?? 0);
  return {
    endpoint: `http://localhost:${port}`,
    server,
    // No response takes longer than the handler may take.
    close: () => closeServer(server, options.timeoutMilliseconds ?? behaviour.timeoutMilliseconds),
  };
};

/** A Lambda function, in the form of `exports.handler`. */
export type Handler = (event: never, context: never) => Promise<unknown>;

/** The handler did not resolve in time. */
export class HandlerTimeout extends Error {
  override readonly name = 'HandlerTimeout';
}

// The limit of a synchronous invocation, for the event and for the result.
const maximumPayloadBytes = 6 * 1024 * 1024;

/** Whether a payload exceeds Lambda's limit. */
export const isTooLarge = (payload: string): boolean => Buffer.byteLength(payload) > maximumPayloadBytes;

const withTimeout = <Result>(work: Promise<Result>, milliseconds: number): Promise<Result> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timeout = new HandlerTimeout(`The handler did not resolve within ${milliseconds} ms.`);
  const timer = setTimeout(() => reject(timeout), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

const invoke = async (handler: Handler, payload: string): Promise<unknown> =>
  // Event and result are copied, as between processes.
  JSON.parse(JSON.stringify((await handler(JSON.parse(payload) as never, {} as never)) ?? null));

/** Invokes the handler with a JSON event. Throws its error, or `HandlerTimeout`. */
export const invokeHandler = (handler: Handler, payload: string, milliseconds: number): Promise<unknown> =>
  withTimeout(invoke(handler, payload), milliseconds);

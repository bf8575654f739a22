import { idSchema } from '@share-my-files/contract';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { findUser } from '#auth/signed-in-user.ts';
import { requestIdOf } from './request-id.ts';

const failures = new WeakMap<Response, unknown>();

/** Keeps the reason of a response with a 5xx status for the log. */
export const rememberFailure = (response: Response, error: unknown): void => {
  failures.set(response, error);
};

/** Id in `/api/items/<id>`; logged only if it is a valid id, because anything else is user input. */
const resourceIdOf = (request: Request): string | undefined =>
  idSchema.safeParse(request.originalUrl.split(/[/?]/)[3]).data;

/** Logs each request with its user, route, row and status, but no user input. */
export const logRequests = (logger: Logger): RequestHandler => {
  // Every field is chosen here, and looking for secrets in them takes longer than the rest of the line.
  const requestLogger = logger.child({}, { redact: [] });
  return (request, response, next) => {
    const start = Date.now();
    const log = (): void => {
      const hasFailed = response.statusCode >= 500;
      requestLogger[hasFailed ? 'error' : 'info'](
        {
          requestId: requestIdOf(response),
          method: request.method,
          route: request.route?.path,
          resourceId: resourceIdOf(request),
          userId: findUser(request)?.id,
          status: response.statusCode,
          responseTime: Date.now() - start,
          err: failures.get(response),
        },
        hasFailed ? 'request failed' : 'request',
      );
    };
    response.once('finish', log);
    // The client has gone before the response was complete.
    response.once('close', () => response.writableFinished || log());
    next();
  };
};

import { randomUUID } from 'node:crypto';
import { idSchema } from '@share-my-files/contract';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { findUser } from '#auth/signed-in-user.ts';
import { describeError } from './describe-error.ts';

const header = 'X-Request-Id';
// Short, and only characters that cannot break a log line.
const acceptableId = /^[A-Za-z0-9._-]{8,64}$/;

const chooseRequestId = (request: Request, response: Response): string => {
  const given = request.get(header);
  const id = given !== undefined && acceptableId.test(given) ? given : randomUUID();
  response.set(header, id);
  return id;
};

/** Id in `/api/items/<id>`; logged only if it is a valid id, because anything else is user input. */
const resourceIdOf = (request: Request): string | undefined =>
  idSchema.safeParse(request.originalUrl.split(/[/?]/)[3]).data;

const describeRequest = (request: Request) => ({
  method: request.method,
  route: request.route?.path,
  resourceId: resourceIdOf(request),
  userId: findUser(request)?.id,
});

/** Gives each request an id and logs its user, route, row and status, but no user input. */
export const logRequests = (logger: Logger): RequestHandler =>
  pinoHttp<Request, Response>({
    logger,
    genReqId: chooseRequestId,
    customAttributeKeys: { reqId: 'requestId' },
    quietReqLogger: true,
    quietResLogger: true,
    // pino-http passes the whole request with its headers; only `describeRequest` is logged.
    serializers: { req: () => undefined, err: describeError },
    wrapSerializers: false,
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
    customSuccessObject: (request, response, { responseTime }) => ({
      ...describeRequest(request),
      status: response.statusCode,
      responseTime,
    }),
    customErrorObject: (request, response, err, { responseTime }) => ({
      ...describeRequest(request),
      status: response.statusCode,
      responseTime,
      err,
    }),
  });

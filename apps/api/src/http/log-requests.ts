import { randomUUID } from 'node:crypto';
import { idSchema } from '@share-my-files/contract';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { findUser } from '#auth/signed-in-user.ts';
import { describeError } from './describe-error.ts';

const header = 'X-Request-Id';
// Short and free of anything that could break a log line.
const acceptableId = /^[A-Za-z0-9._-]{8,64}$/;

const chooseRequestId = (request: Request, response: Response): string => {
  const given = request.get(header);
  const id = given !== undefined && acceptableId.test(given) ? given : randomUUID();
  response.set(header, id);
  return id;
};

/** The id in `/api/items/<id>`: logged only if it is one, because anything else there is somebody's text. */
const resourceIdOf = (request: Request): string | undefined =>
  idSchema.safeParse(request.originalUrl.split(/[/?]/)[3]).data;

const describeRequest = (request: Request) => ({
  method: request.method,
  route: request.route?.path,
  resourceId: resourceIdOf(request),
  userId: findUser(request)?.id,
});

/** Names every request and logs who did what to which row with what outcome, and no word a person typed. */
export const logRequests = (logger: Logger): RequestHandler =>
  pinoHttp<Request, Response>({
    logger,
    genReqId: chooseRequestId,
    customAttributeKeys: { reqId: 'requestId' },
    quietReqLogger: true,
    quietResLogger: true,
    // pino-http hands over the whole request, headers and all; `describeRequest` is all that is logged.
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

import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const header = 'X-Request-Id';
// Short, and only characters that cannot break a log line.
const acceptableId = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives each response the id of its request: that of the client, if it is acceptable, or a new one. */
export const setRequestId: RequestHandler = (request, response, next) => {
  const given = request.get(header);
  response.set(header, given !== undefined && acceptableId.test(given) ? given : randomUUID());
  next();
};

export const requestIdOf = (response: Response): string => String(response.get(header));

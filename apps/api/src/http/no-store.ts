import type { RequestHandler } from 'express';

/** Responses contain presigned URLs, which no cache may store. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

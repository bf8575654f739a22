import type { RequestHandler } from 'express';

/** Answers hold URLs that fetch files: nobody on the way may keep one. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

import express, { type RequestHandler } from 'express';
import { AppError } from '#errors.ts';

const parse = express.json({ limit: '100kb', type: 'application/json', inflate: false });

const hasBody: (headers: Record<string, unknown>) => boolean = (headers) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Accepts JSON only: a form on another site cannot send JSON without a CORS preflight. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (hasBody(request.headers) && request.is('application/json') === false) {
    throw new AppError('unsupported_media_type', 'Send application/json.');
  }
  parse(request, response, next);
};

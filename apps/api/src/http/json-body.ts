import type { IncomingMessage } from 'node:http';
import express, { type RequestHandler } from 'express';
import { AppError } from '#errors.ts';

const maxBodyBytes = 100 * 1024;

const parse = express.json({ limit: maxBodyBytes, type: 'application/json', inflate: false });

/** Whether the announced body may be sent; a chunked body announces no length. */
export const isAcceptableLength = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  Number(headers['content-length'] ?? 0) <= maxBodyBytes;

const hasBody: (headers: Record<string, unknown>) => boolean = (headers) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** `express.json` reads a body to its end before it rejects it. */
const failAtLimit = (request: IncomingMessage, fail: () => void): void => {
  let receivedBytes = 0;
  request.on('data', (chunk: Buffer) => {
    receivedBytes += chunk.length;
    if (receivedBytes > maxBodyBytes) fail();
  });
};

/** Accepts JSON only: a form on another site cannot send JSON without a CORS preflight. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (hasBody(request.headers) && request.is('application/json') === false) {
    throw new AppError('unsupported_media_type', 'Send application/json.');
  }
  let isSettled = false;
  const settle = (error?: unknown): void => {
    if (isSettled) return;
    isSettled = true;
    next(error);
  };
  const refuse = (): void => {
    if (isSettled) return;
    response.set('Connection', 'close');
    settle(new AppError('payload_too_large', `A body has at most ${maxBodyBytes} bytes.`));
  };
  if (!isAcceptableLength(request)) return refuse();
  if (request.headers['transfer-encoding'] !== undefined) failAtLimit(request, refuse);
  parse(request, response, settle);
};

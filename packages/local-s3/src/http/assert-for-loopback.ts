import type { IncomingMessage } from 'node:http';
import { S3Error } from '../errors.ts';

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Throws `AccessDenied` when the Host header names another machine. A page of another site that had its own name
 * rebound to 127.0.0.1 would send that name; the key pair of a development set-up is no secret to it.
 */
export const assertForLoopback = ({ headers }: IncomingMessage): void => {
  if (headers.host !== undefined && loopbackHost.test(headers.host)) return;
  throw new S3Error('AccessDenied', {
    message: 'This endpoint answers to localhost, 127.0.0.1 and [::1] only.',
  });
};

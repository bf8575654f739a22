import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { S3Response } from '../protocol/s3-response.ts';
import type { CorsRule } from './cors-rule.ts';
import { matchCorsRule } from './match-cors-rule.ts';

const notAllowed =
  "CORSResponse: This CORS request is not allowed. This is usually because the evaluation of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

const splitNames = (list: string) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Responds to OPTIONS, the only request without a signature. Throws `BadRequest` and `AccessForbidden`. */
export const respondToPreflight = (
  { headers }: S3Request,
  rules: readonly CorsRule[] | undefined,
): S3Response => {
  const origin = headers.get('origin');
  const method = headers.get('access-control-request-method');
  if (origin === undefined) {
    throw new S3Error('BadRequest', { message: 'Insufficient information. Origin request header needed.' });
  }
  if (method === undefined) {
    throw new S3Error('BadRequest', { message: 'Invalid Access-Control-Request-Method: null' });
  }
  if (!rules) {
    throw new S3Error('AccessForbidden', { message: 'CORSResponse: CORS is not enabled for this bucket.' });
  }
  const names = splitNames(headers.get('access-control-request-headers') ?? '');
  const allowed = matchCorsRule(rules, { origin, method, headers: names });
  if (!allowed) throw new S3Error('AccessForbidden', { message: notAllowed });
  return { status: 200, headers: allowed };
};

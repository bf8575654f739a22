import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/s3-request.ts';
import type { CorsRule } from './cors-rule.ts';
import { matchCorsRule } from './match-cors-rule.ts';

const message =
  'CORSResponse: A page of this origin may not change the bucket: no rule of its CORS configuration allows it.';

/**
 * Throws `AccessForbidden` for a change that a browser sends for a page which no CORS rule allows. Browsers send a POST
 * without a preflight, and anyone can sign one with the public development keys; in S3, the keys are secret. Programs send
 * neither of the headers.
 */
export const assertOriginAllowed = (
  { method, headers }: S3Request,
  rules: readonly CorsRule[] = [],
): void => {
  const origin = headers.get('origin');
  if (method === 'GET' || method === 'HEAD') return;
  if (origin === undefined && !headers.has('sec-fetch-site')) return;
  if (matchCorsRule(rules, { origin: origin ?? 'null', method, headers: [] })) return;
  throw new S3Error('AccessForbidden', { message });
};

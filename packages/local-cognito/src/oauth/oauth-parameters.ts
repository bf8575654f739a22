import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/read-body.ts';
import { OAuthError } from './oauth-error.ts';

const MAXIMUM_FORM_BYTES = 65_536;

/** The parameters of a request. Empty ones count as missing: RFC 6749, section 3.1. */
export type OAuthParameters = Partial<Record<string, string>>;

/** Throws invalid_request for a repeated parameter, as section 3.1 requires. */
export const toParameters = (parameters: URLSearchParams): OAuthParameters => {
  const entries = [...parameters].filter(([, value]) => value !== '');
  if (new Set(entries.map(([name]) => name)).size < entries.length) {
    throw new OAuthError('invalid_request', 'A parameter is repeated.');
  }
  return Object.fromEntries(entries);
};

/** Parses a form. Throws invalid_request for any other body. */
export const readForm = async (request: IncomingMessage): Promise<OAuthParameters> => {
  const body = await readBody(request, MAXIMUM_FORM_BYTES);
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (body === undefined || type.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    throw new OAuthError('invalid_request', 'The body must be a form of at most 64 KiB.');
  }
  return toParameters(new URLSearchParams(body.toString('utf8')));
};

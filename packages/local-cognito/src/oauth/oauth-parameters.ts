import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/read-body.ts';
import { OAuthError } from './oauth-error.ts';

const MAXIMUM_FORM_BYTES = 65_536;

/** Parameters of a request; RFC 6749, section 3.1: one without a value counts as left out. */
export type OAuthParameters = Partial<Record<string, string>>;

/** Throws invalid_request when a parameter is there twice, which section 3.1 forbids. */
export const toParameters = (parameters: URLSearchParams): OAuthParameters => {
  const entries = [...parameters].filter(([, value]) => value !== '');
  if (new Set(entries.map(([name]) => name)).size < entries.length) {
    throw new OAuthError('invalid_request', 'A parameter is given more than once.');
  }
  return Object.fromEntries(entries);
};

/** Reads a form; throws invalid_request for a body of another kind. */
export const readForm = async (request: IncomingMessage): Promise<OAuthParameters> => {
  const body = await readBody(request, MAXIMUM_FORM_BYTES);
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (body === undefined || type.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    throw new OAuthError('invalid_request', 'The body must be a form of at most 64 KiB.');
  }
  return toParameters(new URLSearchParams(body.toString('utf8')));
};

import type { Request } from 'express';
import { unauthenticated } from '#errors.ts';

// RFC 6750, section 2.1; RFC 9110 makes the name of the scheme case-insensitive.
const bearer = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/** Returns all values of the header; `headers` contains only the first one. */
export const credentialsOf = ({ rawHeaders }: Request): string[] =>
  rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  );

/** Returns the token of the only `Authorization: Bearer` header; throws `invalid_token`. */
export const readBearerToken = (request: Request): string => {
  const credentials = credentialsOf(request);
  const token = credentials.length === 1 ? bearer.exec(credentials[0] ?? '')?.[1] : undefined;
  if (token === undefined) throw unauthenticated();
  return token;
};

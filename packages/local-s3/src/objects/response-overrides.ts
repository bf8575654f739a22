import { invalidArgument } from '../protocol/errors.ts';

const overrides = {
  'response-cache-control': 'cache-control',
  'response-content-disposition': 'content-disposition',
  'response-content-encoding': 'content-encoding',
  'response-content-language': 'content-language',
  'response-content-type': 'content-type',
  'response-expires': 'expires',
} as const;

const representable = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/** Returns the response headers that `response-*` parameters replace. Throws `InvalidArgument`. */
export const readResponseOverrides = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    Object.entries(overrides).flatMap(([parameter, header]) => {
      const value = query.get(parameter);
      if (value === null) return [];
      if (representable.test(value)) return [[header, value]];
      throw invalidArgument('Header value cannot be represented using ISO-8859-1.', parameter, value);
    }),
  );

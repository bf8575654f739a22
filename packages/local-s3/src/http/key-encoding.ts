import { invalidArgument } from '../errors.ts';

/** How keys are written in a listing: as they are, or percent-encoded for `encoding-type=url`. */
export const readKeyEncoding = (query: URLSearchParams): ((key: string) => string) => {
  const type = query.get('encoding-type');
  if (type === null) return (key) => key;
  if (type === 'url') return (key) => encodeURIComponent(key).replaceAll('%2F', '/');
  throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', type);
};

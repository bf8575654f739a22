import { invalidArgument } from './errors.ts';

// Form encoding, not path encoding: a space becomes a plus sign.
const encodeLikeForm = (key: string) =>
  new URLSearchParams([['', key]]).toString().slice(1).replaceAll('%2F', '/');

/** Returns the function that encodes the keys of a listing for its `encoding-type`. Throws `InvalidArgument`. */
export const readKeyEncoding = (query: URLSearchParams): ((key: string) => string) => {
  const type = query.get('encoding-type');
  if (type === null) return (key) => key;
  if (type === 'url') return encodeLikeForm;
  throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', type);
};

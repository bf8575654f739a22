import { invalidArgument } from './errors.ts';

// Not as in a path: a space becomes a plus sign, which decodeURIComponent does not undo.
const encodeLikeForm = (key: string) =>
  new URLSearchParams([['', key]]).toString().slice(1).replaceAll('%2F', '/');

/** How keys are written in a listing: as they are, or encoded for `encoding-type=url`. */
export const readKeyEncoding = (query: URLSearchParams): ((key: string) => string) => {
  const type = query.get('encoding-type');
  if (type === null) return (key) => key;
  if (type === 'url') return encodeLikeForm;
  throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', type);
};

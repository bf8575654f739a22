import { linkSecretSchema } from '@share-my-files/contract';
import { paths } from '#config/paths.ts';

/** Builds the address of a link. Browsers send the fragment, which holds the secret, to no server. */
export const linkAddress = (origin: string, secret: string): string =>
  `${origin}${paths.publicLink}#${secret}`;

/** Returns whether an address is that of a link, valid or not. */
export const isPublicLink = ({ pathname }: Pick<URL, 'pathname'>): boolean =>
  pathname.replace(/\/$/, '') === paths.publicLink;

/** Returns the secret in a URL's fragment, or `undefined` if it is malformed. */
export const readLinkSecret = (hash: string): string | undefined =>
  linkSecretSchema.safeParse(hash.slice(1)).data;

const decode = (text: string, times = 3): string => {
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text || times === 1 ? decoded : decode(decoded, times - 1);
  } catch {
    return text;
  }
};

/**
 * Returns the path and the fragment of a link that a mail program or a messenger has bent: they encode the "#", once or
 * twice, add a query, punctuation or a slash, and break lines. A server that received an encoded "#" has seen the secret.
 */
export const straightenLink = ({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>) => {
  const address = decode(`${pathname}${search}${hash}`).replace(/[\s\u00AD\u200B\uFEFF]/g, '');
  const [path, fragment = ''] = address.split(/\/?(?:\?[^#]*)?#(.*)/s);
  const secret = /^\/?([\w-]{43})(?![\w-])/.exec(fragment)?.[1];
  return path === paths.publicLink && secret !== undefined ? `${paths.publicLink}#${secret}` : undefined;
};

import { linkSecretSchema } from '@share-my-files/contract';
import { paths } from '#config/paths.ts';

/** Builds the address of a link. Browsers send the fragment, which holds the secret, to no server. */
export const linkAddress = (origin: string, secret: string): string =>
  `${origin}${paths.publicLink}#${secret}`;

/** Returns the secret in a URL's fragment, or `undefined` if it is malformed. */
export const readLinkSecret = (hash: string): string | undefined =>
  linkSecretSchema.safeParse(hash.slice(1)).data;

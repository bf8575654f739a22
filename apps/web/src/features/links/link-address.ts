import { linkSecretSchema } from '@share-my-files/contract';
import { paths } from '#config/paths.ts';

/** The secret stands in the fragment, which browsers send to no server and to no other page. */
export const linkAddress = (origin: string, secret: string): string =>
  `${origin}${paths.publicLink}#${secret}`;

/** The secret in the fragment of an address; undefined if it cannot be one. */
export const readLinkSecret = (hash: string): string | undefined =>
  linkSecretSchema.safeParse(hash.slice(1)).data;

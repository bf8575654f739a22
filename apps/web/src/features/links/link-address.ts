import { paths } from '#config/paths.ts';

/** The secret stands after `#`, which browsers send to no server and put in no referrer. */
export const linkAddress = (origin: string, secret: string): string =>
  `${origin}${paths.publicLink}#${secret}`;

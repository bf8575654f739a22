import { z } from 'zod/mini';
import { type SignInWay, wayNames } from './sign-in-ways.ts';

const key = 'share-my-files.last-sign-in-way';
const providerPrefix = 'provider:';

type LastSignIn = { readonly way: SignInWay | undefined; readonly provider: string | undefined };

/** Reads the stored text: the name of a way, or the label of an identity provider. */
export const parseLastSignIn = (stored: string | null): LastSignIn => ({
  way: z.enum(wayNames).safeParse(stored).data,
  provider: stored?.startsWith(providerPrefix) ? stored.slice(providerPrefix.length) : undefined,
});

/** How this browser signed in last. Stored without an address, so that it reveals nobody's account. */
export const lastSignIn = {
  read: (): LastSignIn => parseLastSignIn(localStorage.getItem(key)),
  rememberWay: (way: SignInWay): void => localStorage.setItem(key, way),
  rememberProvider: (label: string): void => localStorage.setItem(key, providerPrefix + label),
};

import { NetworkError } from '#lib/network-error.ts';

/** Loads Amplify's sign-in, which no form needs before it is submitted. */
export const loadSignIn = () =>
  import('./start-sign-in.ts').catch((cause: unknown) => {
    throw new NetworkError({ cause });
  });

import type { IdentityProvider } from '@share-my-files/contract';
import { signInWithRedirect } from 'aws-amplify/auth';
import { returnPath } from './return-path.ts';

/** The OAuth 2.0 endpoints are unreachable: the browser rejects their certificate, or they are down. */
export class CertificateNotAcceptedError extends Error {
  constructor(options?: ErrorOptions) {
    super('The browser does not accept the certificate of the local sign-in server.', options);
    this.name = 'CertificateNotAcceptedError';
  }
}

const assertReachable = async (certificateUrl: string): Promise<void> => {
  try {
    // Only whether there is a response matters.
    await fetch(certificateUrl, { mode: 'no-cors', cache: 'no-store' });
  } catch (cause) {
    throw new CertificateNotAcceptedError({ cause });
  }
};

type Redirect = {
  provider: IdentityProvider;
  certificateUrl: string | undefined;
  returnTo: string;
  /** Whether the provider asks for a password although the user is signed in there. */
  asksAgain?: boolean | undefined;
};

/** Redirects to the identity provider, which redirects back to the callback page. */
export const signInWithProvider = async (redirect: Redirect): Promise<void> => {
  const { provider, certificateUrl, returnTo, asksAgain = false } = redirect;
  if (certificateUrl !== undefined) await assertReachable(certificateUrl);
  returnPath.remember(returnTo);
  await signInWithRedirect({
    provider: { custom: provider.name },
    ...(asksAgain && { options: { prompt: 'LOGIN' } }),
  });
};

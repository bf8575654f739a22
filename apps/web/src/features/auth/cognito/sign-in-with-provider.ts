import type { IdentityProvider } from '@share-my-files/contract';
import { signInWithRedirect } from 'aws-amplify/auth';
import type { WebConfig } from '#config/web-config.ts';
import { createRedirectContext } from '#lib/cognito-amplify.ts';
import { CertificateNotAcceptedError } from './certificate-not-accepted-error.ts';
import { returnPath } from './return-path.ts';

const assertReachable = async (certificateUrl: string): Promise<void> => {
  try {
    // Only whether there is a response matters.
    await fetch(certificateUrl, { mode: 'no-cors', cache: 'no-store' });
  } catch (cause) {
    throw new CertificateNotAcceptedError({ cause });
  }
};

type Redirect = {
  cognito: WebConfig['cognito'];
  provider: IdentityProvider;
  returnTo: string;
  /** Whether the provider asks for a password although the user is signed in there. */
  asksAgain?: boolean | undefined;
};

/** Redirects to the identity provider, which redirects back to the callback page. */
export const signInWithProvider = async (redirect: Redirect): Promise<void> => {
  const { cognito, provider, returnTo, asksAgain = false } = redirect;
  const certificateUrl = cognito.oauth?.certificateUrl;
  if (certificateUrl !== undefined) await assertReachable(certificateUrl);
  returnPath.remember(returnTo);
  await signInWithRedirect(createRedirectContext(cognito), {
    provider: { custom: provider.name },
    ...(asksAgain && { options: { prompt: 'LOGIN' } }),
  });
};

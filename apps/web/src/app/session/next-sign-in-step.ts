import type { PasswordSignInResult } from '#features/auth/cognito/sign-in-with-password.ts';

/** How a sign-in ended, with a password or at an identity provider. */
export type SignInResult = PasswordSignInResult | 'failed' | 'cancelled';

/** Where the user signs in: on a page of their own, or in the dialog over the page of a session that ended. */
export type SignInPlace = 'guest-page' | 'dialog';

export type SignInStep = 'enter' | 'confirm-email' | 'reset-password' | 'sign-in' | 'sign-out';

const steps: Record<SignInResult, SignInStep> = {
  'signed-in': 'enter',
  unconfirmed: 'confirm-email',
  'reset-required': 'reset-password',
  failed: 'sign-in',
  cancelled: 'sign-in',
};

/** Returns what follows a sign-in. */
export const nextSignInStep = (result: SignInResult, place: SignInPlace): SignInStep => {
  const step = steps[result];
  // Every other step needs a guest page, which opens once the user is signed out.
  return place === 'dialog' && step !== 'enter' ? 'sign-out' : step;
};

import { confirmSignIn, type SignInInput, signIn } from 'aws-amplify/auth';
import { withTimeLimit } from '#lib/with-time-limit.ts';
import { type NextStep, type SignInStep, toSignInStep } from '../sign-in/sign-in-step.ts';

const isAlreadySignedIn = (error: unknown): boolean =>
  error instanceof Error && error.name === 'UserAlreadyAuthenticatedException';

const signInByChoice = async (
  input: SignInInput,
  preferredChallenge?: 'PASSWORD_SRP' | 'EMAIL_OTP' | 'WEB_AUTHN',
): Promise<NextStep> => {
  try {
    const options = { authFlowType: 'USER_AUTH', ...(preferredChallenge && { preferredChallenge }) } as const;
    const { nextStep } = await signIn({ ...input, options });
    return nextStep;
  } catch (error) {
    // Another tab, which shares the tokens, was faster.
    if (isAlreadySignedIn(error)) return { signInStep: 'DONE' };
    throw error;
  }
};

/** Asks Cognito which challenges the account can start with; nothing is proven yet. */
export const startSignIn = (email: string): Promise<NextStep> =>
  withTimeLimit(signInByChoice({ username: email }));

/** Proves the password by SRP: it never leaves the browser. */
export const signInWithPassword = async (email: string, password: string): Promise<SignInStep> =>
  toSignInStep(await withTimeLimit(signInByChoice({ username: email, password }, 'PASSWORD_SRP')));

/** Sends a code by email. */
export const requestSignInCode = async (email: string): Promise<SignInStep> =>
  toSignInStep(await withTimeLimit(signInByChoice({ username: email }, 'EMAIL_OTP')));

/** Opens the browser's passkey dialog, which waits for the user. */
export const signInWithPasskey = async (email: string): Promise<SignInStep> =>
  toSignInStep(await signInByChoice({ username: email }, 'WEB_AUTHN'));

/** Answers the challenge that the sign-in waits for. */
export const answerChallenge = async (
  challengeResponse: string,
  userAttributes: Record<string, string> = {},
): Promise<SignInStep> => {
  const { nextStep } = await withTimeLimit(confirmSignIn({ challengeResponse, options: { userAttributes } }));
  return toSignInStep(nextStep);
};

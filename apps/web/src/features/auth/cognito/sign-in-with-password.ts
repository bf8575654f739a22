import { signIn } from 'aws-amplify/auth';

export type PasswordSignInResult = 'signed-in' | 'unconfirmed' | 'reset-required';

const resultsByStep: Partial<Record<string, PasswordSignInResult>> = {
  DONE: 'signed-in',
  CONFIRM_SIGN_UP: 'unconfirmed',
  RESET_PASSWORD: 'reset-required',
};

class UnsupportedSignInStepError extends Error {
  constructor(step: string) {
    super(`The app does not implement the sign-in step ${step}.`);
    this.name = 'UnsupportedSignInStepError';
  }
}

const isAlreadySignedIn = (error: unknown): boolean =>
  error instanceof Error && error.name === 'UserAlreadyAuthenticatedException';

/** Signs in by SRP: the password never leaves the browser. */
export const signInWithPassword = async (email: string, password: string): Promise<PasswordSignInResult> => {
  try {
    const { nextStep } = await signIn({ username: email, password });
    const result = resultsByStep[nextStep.signInStep];
    if (result === undefined) throw new UnsupportedSignInStepError(nextStep.signInStep);
    return result;
  } catch (error) {
    // Another tab, which shares the tokens, was faster.
    if (isAlreadySignedIn(error)) return 'signed-in';
    throw error;
  }
};

/** Signs in with a password that the user typed into an earlier form, if it is still in memory. */
export const attemptSignIn = async (
  email: string,
  password: string | null,
): Promise<PasswordSignInResult | 'failed'> => {
  if (password === null) return 'failed';
  try {
    return await signInWithPassword(email, password);
  } catch {
    // The sign-in page shows the reason when the user tries again there.
    return 'failed';
  }
};

import { signIn } from 'aws-amplify/auth';

export type SignInOutcome = 'signed-in' | 'unconfirmed' | 'reset-required';

const outcomesByStep: Partial<Record<string, SignInOutcome>> = {
  DONE: 'signed-in',
  CONFIRM_SIGN_UP: 'unconfirmed',
  RESET_PASSWORD: 'reset-required',
};

export class UnsupportedSignInStepError extends Error {
  constructor(step: string) {
    super(`Cognito asks for ${step}.`);
    this.name = 'UnsupportedSignInStepError';
  }
}

const isSignedInAlready = (error: unknown): boolean =>
  error instanceof Error && error.name === 'UserAlreadyAuthenticatedException';

/** Signs in by SRP: the password itself never leaves the browser. */
export const signInWithPassword = async (email: string, password: string): Promise<SignInOutcome> => {
  try {
    const { nextStep } = await signIn({ username: email, password });
    const outcome = outcomesByStep[nextStep.signInStep];
    if (outcome === undefined) throw new UnsupportedSignInStepError(nextStep.signInStep);
    return outcome;
  } catch (error) {
    // Another tab, which shares the tokens, was faster.
    if (isSignedInAlready(error)) return 'signed-in';
    throw error;
  }
};

import { resetPassword } from 'aws-amplify/auth';

// With these, a pool tells that nobody with a confirmed address can get a code.
const noAccount = new Set(['UserNotFoundException', 'InvalidParameterException']);

/** Asks for a code. An unknown address gets the same answer as a known one. */
export const requestPasswordReset = async (email: string): Promise<void> => {
  try {
    await resetPassword({ username: email });
  } catch (error) {
    if (!(error instanceof Error && noAccount.has(error.name))) throw error;
  }
};

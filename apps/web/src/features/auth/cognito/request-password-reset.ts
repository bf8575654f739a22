import { resetPassword } from 'aws-amplify/auth';

// Reveal that no account with a confirmed address exists.
const noAccount = new Set(['UserNotFoundException', 'InvalidParameterException']);

/** Requests a code. Does the same for an unknown address as for a known one. */
export const requestPasswordReset = async (email: string): Promise<void> => {
  try {
    await resetPassword({ username: email });
  } catch (error) {
    if (!(error instanceof Error && noAccount.has(error.name))) throw error;
  }
};
